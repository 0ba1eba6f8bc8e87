"""What differs between equal runs goes, what was computed stays."""

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from astana_study.runs.normalising import normalise_notebook, render_notebook


def make_noisy(noise):
    html = f"<style>#T_{noise}_row0 {{}}</style><table id='T_{noise}'>"
    cells = [
        new_markdown_cell("Text", id="text"),
        new_code_cell("count = 1", id=noise, execution_count=1, metadata={
            "tags": ["injected-parameters"], "papermill": {"duration": noise}, "execution": {"shell": noise},
        }),
        new_code_cell("f()", id="code", execution_count=2, outputs=[
            new_output("stream", name="stderr", text=f"/x/ipykernel_{int(noise, 16)}/7.py:1: UserWarning: careful\n"),
            new_output("stream", name="stdout", text="a"), new_output("stream", name="stdout", text="b"),
            new_output("execute_result", {"text/plain": f"<object object at 0x7f00{noise}>", "text/html": html},
                       execution_count=2),
        ]),
    ]
    return new_notebook(cells=cells, metadata={
        "kernelspec": {"name": f"conda-env-{noise}", "display_name": noise}, "papermill": {"start_time": noise},
        "language_info": {"name": "python", "version": noise},
    })


def test_equal_runs_give_equal_bytes():
    one, two = (render_notebook(normalise_notebook(make_noisy(noise))) for noise in ("a1b2c3", "d4e5f6"))
    assert one == two
    assert b"conda-env" not in one and b"papermill" not in one


def test_outputs_and_counts_stay():
    clean = normalise_notebook(make_noisy("a1b2c3"))
    assert [cell.get("execution_count") for cell in clean.cells] == [None, 1, 2]
    outputs = clean.cells[2].outputs
    assert [output.get("text") for output in outputs] == ["<cell>:1: UserWarning: careful\n", "ab", None]
    assert outputs[2].data["text/plain"] == "<object object at 0x…>"
    assert outputs[2].data["text/html"].count("T_00001") == 2


def test_the_notebook_given_is_not_changed():
    notebook = make_noisy("a1b2c3")
    before = nbformat.writes(notebook)
    normalise_notebook(notebook)
    assert nbformat.writes(notebook) == before


def test_normalising_twice_changes_nothing():
    once = normalise_notebook(make_noisy("a1b2c3"))
    assert render_notebook(normalise_notebook(once)) == render_notebook(once)


def test_a_notebook_without_cells_is_no_trouble():
    assert normalise_notebook(new_notebook()).cells == []
