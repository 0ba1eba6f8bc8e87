"""Two states of a table, compared row by row along its key."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from astana_study.tables.schema import get_table


@dataclass(frozen=True, slots=True)
class Change:
    """One row that differs: its number in the published file, both states, and the columns that differ.

    A row that was added has no ``before`` and the number 0, one that was taken away no ``after``.
    """

    row: int
    before: dict[str, str] | None
    after: dict[str, str] | None
    columns: tuple[str, ...] = ()


def compare_rows(name: str, published: bytes, recomputed: bytes) -> list[Change]:
    """Return the rows in which two CSV files of a table differ.

    Parameters
    ----------
    name : str
        Of the table; its key tells which rows belong together.
    published, recomputed : bytes
        Of the two files.

    Returns
    -------
    list of Change
        In the order of the key as it stands in the files: changed and removed rows first, then those added.

    Examples
    --------
    >>> old = b"topic_id,label_en\\ngolan,Golan\\nidlib,Idlib\\n"
    >>> [change.columns for change in compare_rows("topics", old, old.replace(b"Idlib", b"Idleb"))]
    [('label_en',)]
    """
    before, after = _read(name, published), _read(name, recomputed)
    changes = []
    for key, (number, old) in before.items():
        new = after.get(key, (0, None))[1]
        if new is None:
            changes.append(Change(number, old, None))
        elif old != new:
            names = tuple(dict.fromkeys([*old, *new]))
            changes.append(Change(number, old, new, tuple(name for name in names if old.get(name) != new.get(name))))
    changes += [Change(0, None, new) for key, (_, new) in after.items() if key not in before]
    return changes


def _read(name: str, content: bytes) -> dict[tuple, tuple[int, dict[str, str]]]:
    """Read rows by key; a key that comes again, in a file that was edited by hand, is told apart by a number."""
    keys = get_table(name).key
    rows: dict[tuple, tuple[int, dict[str, str]]] = {}
    text = content.decode("utf-8", errors="replace")
    for number, row in enumerate(csv.DictReader(io.StringIO(text, newline="")), start=2):
        cells = {str(column): str(cell or "") for column, cell in row.items()}
        key: tuple = tuple(cells.get(column, "") for column in keys)
        while key in rows:
            key = (*key, number)
        rows[key] = (number, cells)
    return rows
