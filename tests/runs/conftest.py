"""A small study folder of notebooks named for what they do, and one farm of kernels for all tests of a worker."""

import shutil
from pathlib import Path

import pytest

from astana_study.runs.plan import read_plan
from astana_study.runs.warm import KernelFarm

NOTEBOOKS = Path(__file__).parent / "notebooks"
PLAN = """
[settings]
cell_timeout = 5

[notebooks.counts.parameters.count]
type = "integer"
values_from = "numbers.count"
help = "How far to count"

[notebooks.counts.parameters.language]
type = "string"
values = ["en", "ar"]
help = "Language of the labels"

[[notebooks.counts.runs]]
for_each = ["count"]
set = { language = "ar" }
"""


@pytest.fixture
def study(tmp_path):
    """A study folder with one notebook, one table and a plan of three runs."""
    root = tmp_path / "study {with} braces"
    (root / "notebooks").mkdir(parents=True)
    (root / "data" / "processed").mkdir(parents=True)
    shutil.copy(NOTEBOOKS / "counts.ipynb", root / "notebooks")
    (root / "notebooks" / "runs.toml").write_text(PLAN, encoding="utf-8")
    (root / "data" / "processed" / "numbers.csv").write_text("count,word\n1,one\n2,two\n3,three\n", encoding="utf-8")
    return root


@pytest.fixture
def plan(study):
    """What its runs.toml says."""
    return read_plan(study)


@pytest.fixture(scope="session")
def farm():
    """Forked kernels, where the system can."""
    with KernelFarm() as farm:
        yield farm


@pytest.fixture
def notebooks():
    """The folder of notebooks named for what they do."""
    return NOTEBOOKS
