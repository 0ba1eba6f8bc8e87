"""Rows become typed frames: the schema's columns in order, each with its type, also when there are no rows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from astana_study.tables.schema import Table, get_table, list_tables

if TYPE_CHECKING:
    from astana_study.coding.records import Records

DTYPES = {"string": "str", "integer": "Int64", "boolean": "bool", "date": "str"}


def frame_rows(table: Table | str, rows: Iterable[Sequence[Any]]) -> pd.DataFrame:
    """Make the frame of one table from rows whose cells stand in the order of its columns.

    Parameters
    ----------
    table : Table or str
        The table or its name.
    rows : iterable of sequences
        One sequence a row. An unknown integer is None, everything else unknown is ``""``.

    Returns
    -------
    DataFrame
        Text is ``str``, whole numbers ``Int64``, truth values ``bool``, dates ISO text.

    Examples
    --------
    >>> frame_rows("claim_topics", [("a", 1, "idlib")]).dtypes.tolist()
    [<StringDtype(na_value=nan)>, Int64Dtype(), <StringDtype(na_value=nan)>]
    >>> frame_rows("claim_topics", []).columns.tolist()
    ['article_id', 'claim_id', 'topic_id']
    """
    table = get_table(table) if isinstance(table, str) else table
    columns = list(zip(*rows, strict=True)) or [()] * len(table.columns)
    if len(columns) != len(table.columns):
        raise ValueError(f"{table.name}: {len(columns)} cells a row where the table has {len(table.columns)} columns")
    return pd.DataFrame(
        {
            column.name: pd.Series(list(cells), dtype=DTYPES[column.type])
            for column, cells in zip(table.columns, columns, strict=True)
        }
    )


def frame_records(records: Records) -> dict[str, pd.DataFrame]:
    """Make the six tables of coded articles.

    Examples
    --------
    >>> from astana_study.coding.records import Records
    >>> {name: len(frame) for name, frame in frame_records(Records()).items()}
    {'articles': 0, 'sentences': 0, 'mentions': 0, 'claims': 0, 'claim_actors': 0, 'claim_topics': 0}
    """
    return {table.name: frame_rows(table, getattr(records, table.name)) for table in list_tables("text")}


def make_empty(name: str) -> pd.DataFrame:
    """Return a table without rows.

    Examples
    --------
    >>> make_empty("topics").shape
    (0, 5)
    """
    return frame_rows(name, [])


def sort_rows(frame: pd.DataFrame, table: Table | str) -> pd.DataFrame:
    """Return the frame sorted by the table's key (text by code point, numbers by size, empty numbers last).

    Examples
    --------
    >>> frame = frame_rows("claim_topics", [("b", 1, "idlib"), ("a", 10, "idlib"), ("a", 9, "idlib")])
    >>> sort_rows(frame, "claim_topics").claim_id.tolist()
    [9, 10, 1]
    """
    table = get_table(table) if isinstance(table, str) else table
    return frame.sort_values(list(table.key), kind="stable", ignore_index=True, na_position="last")
