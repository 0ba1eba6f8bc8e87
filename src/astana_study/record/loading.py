"""Reads the record of the rounds from its CSV files and holds it against the schema, the codebook and itself."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from astana_study.codebook.reading import read_rows
from astana_study.record.crosschecks import crosscheck_record
from astana_study.tables.checking import check_order, find_faults
from astana_study.tables.errors import Fault, MissingTableError, TableError
from astana_study.tables.files import scan_table
from astana_study.tables.frames import frame_rows, make_empty
from astana_study.tables.schema import get_table, list_tables

RECORD = Path("data/raw/record")
_CODEBOOK = ("actors", "people", "topics")


def load_record(root: str | Path, *, check: bool = True) -> dict[str, pd.DataFrame]:
    """Load the record of the rounds.

    Parameters
    ----------
    root : str or Path
        The study folder, with ``data/raw/record``; without that folder every table is empty.
    check : bool
        Whether to hold the tables against the schema and the codebook too. The files themselves and the
        rules between rows are always checked.

    Returns
    -------
    dict of str to DataFrame
        The tables of the record by name, in the order of the schema.

    Raises
    ------
    TableError
        With every fault in any file: file, row, column, what was expected, what came, the cure.

    Examples
    --------
    >>> import tempfile
    >>> sum(map(len, load_record(tempfile.mkdtemp()).values()))
    0
    """
    folder = Path(root) / RECORD
    declared = list_tables("record")
    if not folder.is_dir():
        return {table.name: make_empty(table.name) for table in declared}
    faults: list[Fault] = []
    tables: dict[str, pd.DataFrame] = {}
    for table in declared:
        try:
            tables[table.name] = scan_table(folder / f"{table.name}.csv", table, faults)
        except MissingTableError as error:
            faults.extend(error.faults)
            tables[table.name] = make_empty(table.name)
    for path in sorted(folder.glob("*.csv")):
        if path.stem not in tables:
            cure = f"rename or remove it; the tables are {', '.join(tables)}"
            faults.append(Fault(path.name, 0, "", "a table of the record", "an unknown name", cure))
    unreadable = {(fault.file, fault.row, fault.column) for fault in faults}
    if check or faults:
        faults += find_faults(tables | _frame_codebook())
    for table in declared:
        faults += check_order(tables[table.name], table)
    faults += crosscheck_record(tables)
    if faults:
        # A cell that could not be read is empty in the frame; that it is empty is no second fault.
        told = (f for f in faults if f.got != "an empty cell" or (f.file, f.row, f.column) not in unreadable)
        raise TableError(list(dict.fromkeys(told)))
    return tables


def _frame_codebook() -> dict[str, pd.DataFrame]:
    """The codebook's tables that the record refers to; their own faults are the codebook's business."""
    frames = {}
    for name in _CODEBOOK:
        table = get_table(name)
        frames[name] = frame_rows(table, [tuple(row.get(c, "") for c in table.column_names) for row in read_rows(name)])
    return frames
