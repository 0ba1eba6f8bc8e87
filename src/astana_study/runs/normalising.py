"""Two equal runs give the same bytes: what differs by clock, process or machine is taken out of a notebook.

Plain papermill leaves some 27 differing lines: times, a random id for the injected cell, paths, its own metadata. Also
taken out are the Python version, process ids in warnings, memory addresses in reprs and the random ids of styled
tables. What a cell computed is never touched.
"""

from __future__ import annotations

import copy
import re
from typing import Any

INJECTED = "injected-parameters"
_CELL_FILE = re.compile(r"\S*[/\\]ipykernel_\d+[/\\]\d+\.py")
_ADDRESS = re.compile(r"\b(at|object) 0x[0-9a-fA-F]{6,16}\b")
_STYLED = re.compile(r"T_[0-9a-f]{5,}(?=[\s\"'_#.{]|$)")
_KEPT_CELL_METADATA = ("tags", "editable", "slideshow", "jupyter", "collapsed", "scrolled")


def normalise_notebook(notebook: Any) -> Any:
    """Return a copy of a notebook without anything that two equal runs could differ in.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        An executed notebook, format 4.

    Returns
    -------
    nbformat.NotebookNode
        With cell ids, sources, outputs and execution counts kept; streams joined; metadata reduced to the kernel's
        name and the language.

    Examples
    --------
    >>> import nbformat
    >>> cell = nbformat.v4.new_code_cell("1", id="a", metadata={"papermill": {"duration": 0.1}, "tags": []})
    >>> normalise_notebook(nbformat.v4.new_notebook(cells=[cell])).cells[0].metadata
    {}
    """
    notebook = copy.deepcopy(notebook)
    notebook.metadata.clear()
    notebook.metadata["kernelspec"] = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook.metadata["language_info"] = {"name": "python"}
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    for number, cell in enumerate(notebook.cells):
        tags = cell.metadata.get("tags") or []
        kept = {name: cell.metadata[name] for name in _KEPT_CELL_METADATA if cell.metadata.get(name)}
        cell.metadata.clear()
        cell.metadata.update(kept)
        if INJECTED in tags:
            cell["id"] = INJECTED
        elif "id" not in cell:
            cell["id"] = f"cell-{number}"
        if cell.cell_type == "code":
            cell.outputs = _join_streams([_normalise_output(output) for output in cell.outputs])
    return notebook


def render_notebook(notebook: Any) -> bytes:
    """Return a notebook as the bytes of its file: sorted keys, one space of indent, a line end at the end."""
    import nbformat

    return (nbformat.writes(notebook).rstrip("\n") + "\n").encode("utf-8")


def _normalise_output(output: Any) -> Any:
    if output.output_type == "stream":
        output.text = _clean_text(output.text)
    for kind, content in output.get("data", {}).items():
        if kind == "text/plain":
            output.data[kind] = _clean_text(content)
        elif kind == "text/html":
            output.data[kind] = _rename_styles(content)
    if output.output_type == "error":
        output.traceback = [_clean_text(line) for line in output.traceback]
    return output


def _clean_text(text: str) -> str:
    return _ADDRESS.sub(r"\1 0x…", _CELL_FILE.sub("<cell>", text))


def _rename_styles(html: str) -> str:
    # pandas gives every styled table a random id; the order of appearance serves as well
    names = {name: f"T_{number:05d}" for number, name in enumerate(dict.fromkeys(_STYLED.findall(html)), start=1)}
    return _STYLED.sub(lambda match: names[match.group()], html)


def _join_streams(outputs: list[Any]) -> list[Any]:
    # where a long text is cut into messages depends on timing
    joined: list[Any] = []
    for output in outputs:
        if (output.output_type == "stream" and joined and joined[-1].output_type == "stream"
                and joined[-1].name == output.name):
            joined[-1].text += output.text
        else:
            joined.append(output)
    return joined
