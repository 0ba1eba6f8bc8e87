"""A small study folder: one article, no record, two notebooks; made and published once, copied for every test."""

import json
import shutil
from pathlib import Path

import pytest

from astana_study.verify.making import make_all
from astana_study.verify.publishing import publish_made

ROOT = Path(__file__).parents[2]
TEXT = """Astana talks end

Moscow said on Wednesday that the talks had ended. Ankara rejected the "so-called" administration.

Damascus condemned the strikes.
"""
PLAN = """
[settings]
cell_timeout = 30

[notebooks.claims.parameters.language]
type = "string"
values = ["en", "ar"]
help = "Language of the labels"

[[notebooks.claims.runs]]

[notebooks.counts.parameters.count]
type = "integer"
minimum = 1
maximum = 22
help = "How far to count"

[notebooks.counts.parameters.language]
type = "string"
values = ["en", "ar"]
help = "Language of the labels"

[[notebooks.counts.runs]]
"""
CELLS = (
    ("parameters", 'language = "en"'),
    ("code-1", 'import astana_study as study\nfrom astana_study import figures\n\nclaims = study.load_table("claims")\n'
               'len(claims)'),
    ("code-2", 'figures.draw_claims_by_act(claims, study.load_table("claim_actors"), language=language)'),
)


def write_study(root):
    """Write the raw files of the small study."""
    import hashlib

    articles = root / "data/raw/articles"
    articles.mkdir(parents=True)
    (articles / "ended.txt").write_text(TEXT, encoding="utf-8")
    digest = hashlib.sha256(TEXT.encode()).hexdigest()
    (articles / "ended.toml").write_text(
        f'language = "en"\nround = 20\noutlet = "A paper"\nsha256 = "{digest}"\n', encoding="utf-8")
    (root / "notebooks").mkdir()
    cells = [{"cell_type": "code", "execution_count": None, "id": name, "outputs": [], "source": source,
              "metadata": {"tags": ["parameters"]} if name == "parameters" else {}} for name, source in CELLS]
    (root / "notebooks/claims.ipynb").write_text(
        json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), encoding="utf-8")
    shutil.copy(ROOT / "tests/runs/notebooks/counts.ipynb", root / "notebooks")
    (root / "notebooks/runs.toml").write_text(PLAN, encoding="utf-8")
    for name in ("CITATION.cff", "pyproject.toml"):
        shutil.copy(ROOT / name, root)
    return root


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """What the small study makes, and the study after it was published."""
    root = write_study(tmp_path_factory.mktemp("published"))
    made = make_all(root, tmp_path_factory.mktemp("made"), jobs=1)
    publish_made(root, made)
    return made, root


@pytest.fixture
def study(made, tmp_path):
    """A published copy of the small study."""
    shutil.copytree(made[1], tmp_path / "study")
    return tmp_path / "study"
