"""Where tables lie, and how they are read back: typed, to the letter, and with every fault of a file named at once."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import astana_study
from astana_study.tables.errors import Fault, MissingTableError, TableError
from astana_study.tables.frames import frame_rows
from astana_study.tables.schema import Column, Table, get_table
from astana_study.tables.writing import FORMATS, write_file, write_tables

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["FORMATS", "find_root", "load_table", "read_table", "scan_table", "write_file", "write_tables"]

PROCESSED = Path("data/processed")
_PACKAGE = Path(astana_study.__file__).parent
_PLAIN = "save it as plain CSV: UTF-8 without a mark, commas, line ends \\n"
_SLASHED = re.compile(r"\d{1,4}[/.]\d{1,2}[/.]\d{1,4}|\d{1,2}-\d{1,2}-\d{2,4}|\d{1,2}[- ]\w{3,9}[- ]\d{2,4}")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE = re.compile(r"-?[0-9]{1,18}")
_BOOLEANS = {"True": True, "False": False}


def find_root(start: str | Path | None = None) -> Path:
    """Return the study folder: the nearest folder upward that holds ``data/raw``, else the checkout of the package.

    Parameters
    ----------
    start : str or Path, optional
        Where to begin; by default the working directory.

    Raises
    ------
    MissingTableError
        When there is none.
    """
    start = Path(start or ".").resolve()
    for folder in (start, *start.parents, _PACKAGE.parents[1]):
        if any((folder / "data/raw" / part).is_dir() for part in ("articles", "record")):
            return folder
    raise MissingTableError([Fault(
        "data/raw", 0, "", "a study folder with data/raw/articles or data/raw/record",
        "none from the working directory upward", "go into the study folder or name it (root=…)",
    )])  # fmt: skip


def load_table(name: str, root: str | Path | None = None) -> pd.DataFrame:
    """Load a published table, typed.

    Parameters
    ----------
    name : str
        Name of the table, such as ``"claims"``.
    root : str or Path, optional
        The study folder. By default the one found upward from the working directory, else the checkout that
        the package is installed from, else the tables that came with the installed package.

    Returns
    -------
    DataFrame
        Text is ``str``, whole numbers ``Int64``, truth values ``bool``, dates ISO text.

    Raises
    ------
    KeyError
        When there is no such table.
    MissingTableError
        When the study folder has not been built.
    TableError
        When the file does not fit the schema; every fault with row, column and cure.
    """
    table = get_table(name)
    if root is not None:
        return read_table(Path(root) / PROCESSED / f"{name}.csv", table)
    published = _PACKAGE / "published" / f"{name}.csv"
    try:
        path = find_root() / PROCESSED / f"{name}.csv"
    except MissingTableError:
        path = published
    return read_table(published if published.is_file() and not path.is_file() else path, table)


def read_table(path: str | Path, table: Table | str) -> pd.DataFrame:
    """Read the CSV file of one table, typed. The schema's vocabularies and keys are checked elsewhere.

    Raises
    ------
    MissingTableError
        When there is no such file.
    TableError
        When the file is not plain CSV or a cell is not of its column's type: every fault, with row, column and cure.
    """
    faults: list[Fault] = []
    frame = scan_table(path, table, faults)
    if faults:
        raise TableError(faults)
    return frame


def scan_table(path: str | Path, table: Table | str, faults: list[Fault]) -> pd.DataFrame:
    """Read as `read_table` does, but add what is wrong to `faults` and return what could be read.

    A cell that could not be read is empty in the frame. Files that a spreadsheet program saved are understood
    as far as they can be, so that all their faults are told at once.
    """
    path = Path(path)
    table = get_table(table) if isinstance(table, str) else table
    try:
        raw = path.read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        cure = "run `astana-study build`" if path.parent.name == PROCESSED.name else "restore it"
        expected = f"the table {table.name} in {path}"
        raise MissingTableError([Fault(path.name, 0, "", expected, "no such file", cure)]) from None
    rows = list(_parse_rows(raw, path.name, table, faults))
    order = _match_header(rows, path.name, table, faults)
    width = len(rows[0]) if rows else 0
    numbers: list[int] = []
    whole: list[list[str]] = []
    for number, row in enumerate(rows[1:], start=2):
        if len(row) == width:
            numbers.append(number)
            whole.append(row)
        elif row:
            cure = "put a cell that holds a comma or a quotation mark into quotation marks"
            faults.append(Fault(path.name, number, "", f"{width} cells as in the header", f"{len(row)}", cure))
    given = list(zip(*whole, strict=True)) or [()] * width
    columns = [
        [_make_blank(column)] * len(whole)
        if position is None
        else _read_cells(given[position], column, path.name, numbers, faults)
        for position, column in zip(order, table.columns, strict=True)
    ]
    frame = frame_rows(table, zip(*columns, strict=True))
    if len(numbers) + 1 < len(rows):
        frame.index = [number - 2 for number in numbers]  # so that later faults name the file's rows
    return frame


def _parse_rows(raw: bytes, name: str, table: Table, faults: list[Fault]) -> list[list[str]]:
    """Split a file into rows of cells, whatever a spreadsheet program made of it."""
    first = table.columns[0].name
    if raw.startswith(b"\xef\xbb\xbf"):
        faults.append(Fault(name, 1, first, "UTF-8 without a byte-order mark", "one before the first letter", _PLAIN))
        raw = raw[3:]
    try:
        text = raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8")
        if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
            faults.append(Fault(name, 1, first, "UTF-8", "UTF-16", _PLAIN))
    except UnicodeDecodeError as error:
        row = raw.count(b"\n", 0, error.start) + 1
        faults.append(Fault(name, row, "", "UTF-8", f"byte {error.start} is {raw[error.start]:#04x}", _PLAIN))
        text = raw.decode("utf-8", "replace")
    header = text.split("\n", 1)[0]
    if header.endswith("\r"):
        faults.append(Fault(name, 1, table.columns[-1].name, r"line ends \n", r"\r\n", _PLAIN))
    delimiter = ","
    for other, called in ((";", "semicolons"), ("\t", "tabs")):
        if header.count(other) > header.count(","):
            faults.append(Fault(name, 1, first, "commas between cells", called, _PLAIN))
            delimiter = other
    csv.field_size_limit(2**31 - 1)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def _match_header(rows: list[list[str]], name: str, table: Table, faults: list[Fault]) -> list[int | None]:
    """Return where each column of the table stands in the file."""
    header = rows[0] if rows else []
    expected = table.column_names
    if header == expected:
        return list(range(len(expected)))
    for column in expected:
        if column not in header:
            faults.append(Fault(name, 1, column, "this column", "none of that name", "add it, or restore the file"))
    for column in dict.fromkeys(header):
        if column not in expected:
            cure = f"take it out; the columns are {', '.join(expected)}"
            faults.append(Fault(name, 1, column, "a column of the table", repr(column), cure))
        elif header.count(column) > 1:
            faults.append(Fault(name, 1, column, "each column once", f"{header.count(column)} times", "keep one"))
    if sorted(header) == sorted(expected):
        order = "columns in the order " + ",".join(expected)
        faults.append(Fault(name, 1, header[0], order, ",".join(header), "reorder them"))
    return [header.index(column) if column in header else None for column in expected]


def _make_blank(column: Column):
    return {"integer": None, "boolean": False}.get(column.type, "")


def _read_cells(
    cells: Sequence[str], column: Column, name: str, numbers: Sequence[int], faults: list[Fault]
) -> Sequence:
    """Read the cells of one column; only those that are not of its type are looked at one by one."""
    if column.type == "string":
        return cells
    if column.type == "boolean":
        wrong = [index for index, cell in enumerate(cells) if cell not in _BOOLEANS]
        read = [_BOOLEANS.get(cell, False) for cell in cells]
    elif column.type == "date":
        wrong = [index for index, cell in enumerate(cells) if cell and not _ISO.fullmatch(cell)]
        read = list(cells)
    else:
        wrong = [index for index, cell in enumerate(cells) if cell and not _WHOLE.fullmatch(cell)]
        held = set(wrong)
        read = [int(cell) if cell and index not in held else None for index, cell in enumerate(cells)]
    for index in wrong:
        faults.append(_tell_cell(cells[index], column, name, numbers[index]))
        read[index] = _make_blank(column)
    return read


def _tell_cell(cell: str, column: Column, name: str, row: int) -> Fault:
    if column.type == "boolean":
        return Fault(name, row, column.name, "True or False", repr(cell), "write it so, with one capital")
    if column.type == "date":
        cure = "write the year first, with hyphens"
        if _SLASHED.fullmatch(cell):
            cure += "; a spreadsheet program reformatted it: restore the file, and import date columns as text"
        return Fault(name, row, column.name, "a date YYYY-MM-DD", repr(cell), cure)
    cure = "write digits only"
    if re.fullmatch(r"-?\d+[.,]\d*", cell):
        cure += "; a spreadsheet program reformatted it"
    return Fault(name, row, column.name, "a whole number", repr(cell), cure)
