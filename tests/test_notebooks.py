"""The committed notebooks: executed from the first cell to the last, without errors, as `run --in-place` writes them.

nbval compares outputs, but passes a notebook that was never run; what it does not see is seen here.
"""

import ast
import importlib.util
import json
from pathlib import Path

import nbformat
import pytest

from astana_study.runs.contract import check_notebook
from astana_study.runs.normalising import normalise_notebook, render_notebook
from astana_study.runs.plan import list_runs, read_plan

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
each_notebook = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


def read_code_cells(path):
    return [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]


def join(text):
    return text if isinstance(text, str) else "".join(text)


@pytest.fixture(scope="module")
def plan():
    return read_plan(ROOT)


def test_every_notebook_is_declared_and_every_declared_one_is_there(plan):
    assert sorted(plan.notebooks) == [path.stem for path in NOTEBOOKS]


def test_every_notebook_has_a_run_in_the_main_job(plan):
    assert {run.notebook.name for run in list_runs(plan)} == set(plan.notebooks)


def test_the_main_job_runs_all_22_rounds(plan):
    assert {run.parameters["round"] for run in list_runs(plan) if run.notebook.name == "round"} == set(range(1, 23))


def test_every_module_to_preload_is_there(plan):
    assert [name for name in plan.preload if importlib.util.find_spec(name) is None] == []


@each_notebook
def test_all_cells_were_run_in_order(path):
    assert [cell["execution_count"] for cell in read_code_cells(path)] == list(range(1, len(read_code_cells(path)) + 1))


@each_notebook
def test_no_cell_ended_in_an_error_or_warned(path):
    outputs = [output for cell in read_code_cells(path) for output in cell["outputs"]]
    assert [output for output in outputs if output["output_type"] == "error" or output.get("name") == "stderr"] == []


@each_notebook
def test_the_file_is_as_a_run_in_place_writes_it(path):
    notebook = nbformat.reads(path.read_text(encoding="utf-8"), as_version=4)
    again = f"write it with: astana-study run {path.stem} --in-place"
    assert render_notebook(normalise_notebook(notebook)) == path.read_bytes(), again


@each_notebook
def test_the_parameters_cell_agrees_with_the_declaration(path, plan):
    check_notebook(path, plan[path.stem].parameters, ROOT)


@each_notebook
def test_a_notebook_holds_prose_and_calls_and_no_definitions(path):
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    assert cells[0]["cell_type"] == "markdown" and join(cells[0]["source"]).startswith("# ")
    for cell in read_code_cells(path):
        source = join(cell["source"])
        for node in ast.walk(ast.parse(source)):
            assert not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef), source
