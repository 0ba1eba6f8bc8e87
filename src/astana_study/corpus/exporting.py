"""Tables for spreadsheet programs: where a cell that begins like a formula must not become one.

Text from the net can begin with ``=HYPERLINK(…`` on purpose. The published tables keep it to the letter; a file that is
meant to be opened in a spreadsheet program has an apostrophe before it, as those programs have it themselves.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from astana_study.tables.files import write_file

if TYPE_CHECKING:
    from astana_study.corpus.dataset import Corpus

BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def neutralise_cell(cell: Any) -> Any:
    """Return a cell that no spreadsheet program takes for a formula; numbers and other text stay as they are.

    Examples
    --------
    >>> neutralise_cell("=1+1"), neutralise_cell("-5"), neutralise_cell(-5), neutralise_cell("Talks end")
    ("'=1+1", "'-5", -5, 'Talks end')
    """
    if isinstance(cell, str) and cell.lstrip(" \n\ufeff\u200e\u200f").startswith(BEGINS_FORMULA):
        return f"'{cell}"
    return cell


def write_spreadsheet(path: str | Path, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> Path:
    """Write rows as a CSV file for spreadsheet programs: with a byte-order mark, formulas neutralised."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([neutralise_cell(cell) for cell in row] for row in rows)
    return write_file(path, buffer.getvalue().encode("utf-8-sig", "backslashreplace"))


def export_table(corpus: Corpus, name: str, path: str | Path, **selection: Any) -> int:
    """Write a table of a coded corpus, or part of it, for a spreadsheet program; return the number of rows.

    Parameters
    ----------
    corpus : Corpus
        As `open_corpus` gives it.
    name : str
        Name of the table.
    path : str or Path
        The CSV file.
    **selection
        ``columns`` and ``where``, as `Corpus.load` takes them.
    """
    frame = corpus.load(name, **selection)
    cells = frame.astype(object).where(frame.notna(), "")
    write_spreadsheet(path, list(frame.columns), cells.itertuples(index=False, name=None))
    return len(frame)
