"""Two states of an executed notebook, compared cell by cell after normalisation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import astana_study.runs.quick_nbformat  # noqa: F401 - before the next one, which imports nbformat

# isort: split
import nbformat

from astana_study.runs.normalising import normalise_notebook, render_notebook

_PICTURES = ("image/png", "image/svg+xml", "image/jpeg", "application/pdf")


@dataclass(frozen=True, slots=True)
class CellChange:
    """One cell that differs: its number from 1, its source, what differs, and its outputs before and after."""

    number: int
    source: str
    what: str
    before: tuple[dict[str, Any], ...]
    after: tuple[dict[str, Any], ...]


def compare_notebooks(published: bytes, recomputed: bytes, *, pictures: bool = True) -> list[CellChange]:
    """Return the cells in which two executed notebooks differ, both normalised first.

    Parameters
    ----------
    published, recomputed : bytes
        Of two notebook files.
    pictures : bool
        Whether the bytes of pictures count; where versions differ they cannot. What is drawn is then compared by the
        fingerprint of its data, which stands below each figure.

    Raises
    ------
    ValueError
        When the published file is not a notebook.
    """
    before, after = _read(published, pictures=pictures), _read(recomputed, pictures=pictures)
    if render_notebook(before) == render_notebook(after):
        return []
    changes = []
    for number in range(max(len(before.cells), len(after.cells))):
        old, new = (notebook.cells[number] if number < len(notebook.cells) else None for notebook in (before, after))
        if old == new:
            continue
        what = ("the cell is new" if old is None else "the cell is gone" if new is None else
                "the source" if old.source != new.source else
                "the outputs" if old.get("outputs") != new.get("outputs") else "number or metadata of the cell")
        changes.append(CellChange(number + 1, (new or old).source, what, _list_outputs(old), _list_outputs(new)))
    return changes or [CellChange(0, "", "the notebook's metadata", (), ())]


def _read(content: bytes, *, pictures: bool) -> Any:
    try:
        notebook = normalise_notebook(nbformat.reads(content.decode("utf-8"), as_version=4))
    except Exception as error:  # nbformat raises whatever the file makes it stumble over
        raise ValueError(f"this is not a notebook: {type(error).__name__}") from None
    if not pictures:
        for cell in notebook.cells:
            for output in cell.get("outputs", ()):
                for kind in _PICTURES:
                    if kind in output.get("data", {}):
                        output.data[kind] = "a picture"
    return notebook


def _list_outputs(cell: Any) -> tuple[dict[str, Any], ...]:
    """Return a cell's outputs as plain mappings of a kind (``image/png``, ``text/html``, ``text/plain``) to content."""
    told: list[dict[str, Any]] = []
    for output in (cell or {}).get("outputs", ()):
        if output.output_type == "stream":
            told.append({"text/plain": output.text})
        elif output.output_type == "error":
            told.append({"text/plain": f"{output.ename}: {output.evalue}"})
        else:
            told.append(dict(output.data))
    return tuple(told)
