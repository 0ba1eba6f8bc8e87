"""Tables become files: CSV, JSON lines or Parquet, sorted, the same bytes on every machine, never half-written."""

from __future__ import annotations

import csv
import io
import json
import os
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from astana_study.tables.frames import sort_rows
from astana_study.tables.schema import Table, get_table

if TYPE_CHECKING:
    import pandas as pd

FORMATS = ("csv", "jsonl", "parquet")


def write_file(path: str | Path, content: bytes) -> Path:
    """Write a file whole or not at all: to a temporary name beside it first, then over the final name.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> write_file(pathlib.Path(tempfile.mkdtemp()) / "new" / "a.csv", b"x").read_bytes()
    b'x'
    """
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return path


def write_tables(tables: Mapping[str, pd.DataFrame], folder: str | Path, *, format: str = "csv") -> list[Path]:
    """Write tables into a folder as ``<name>.csv`` (or ``.jsonl``, ``.parquet``), sorted by key.

    All are made ready before the first is written, so that a table that cannot be written leaves nothing behind.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        By name of the table, as `build_tables` and `frame_records` give them.
    folder : str or Path
        Made where it is missing.
    format : {'csv', 'jsonl', 'parquet'}

    Returns
    -------
    list of Path
        The files written, in the order of `tables`.

    Raises
    ------
    ValueError
        When the format is not one of the three.
    KeyError
        When a name is not a table's.

    Examples
    --------
    >>> import tempfile
    >>> from astana_study.tables.frames import make_empty
    >>> write_tables({"claim_topics": make_empty("claim_topics")}, tempfile.mkdtemp())[0].read_text(encoding="utf-8")
    'article_id,claim_id,topic_id\\n'
    """
    if format not in FORMATS:
        raise ValueError(f"format {format!r}: expected one of {', '.join(FORMATS)}")
    render: Callable = {"csv": render_csv, "jsonl": render_jsonl, "parquet": render_parquet}[format]
    ready = {f"{name}.{format}": render(frame, get_table(name)) for name, frame in tables.items()}
    return [write_file(Path(folder) / name, content) for name, content in ready.items()]


def render_csv(frame: pd.DataFrame, table: Table) -> bytes:
    """Return a table as the bytes of a CSV file: UTF-8, line ends ``\\n``, sorted by key, one header line."""
    columns = _list_cells(frame, table)
    # A bare \r ends a row for some readers, and the csv module does not quote it when line ends are \n.
    has_return = any(
        "\r" in cell
        for column, cells in zip(table.columns, columns, strict=True)
        if column.type in ("string", "date")
        for cell in cells
    )
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n", quoting=csv.QUOTE_ALL if has_return else csv.QUOTE_MINIMAL)
    writer.writerow(table.column_names)
    writer.writerows(zip(*columns, strict=True))
    return buffer.getvalue().encode("utf-8")


def render_jsonl(frame: pd.DataFrame, table: Table) -> bytes:
    """Return a table as JSON lines: one object a row, keys in the order of the columns, unknown numbers null."""
    names = table.column_names
    rows = zip(*_list_cells(frame, table), strict=True)
    lines = [json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False) for row in rows]
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def render_parquet(frame: pd.DataFrame, table: Table) -> bytes:
    """Return a table as the bytes of a Parquet file, with Arrow's plain types and no trace of the machine."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    types = {"string": pa.string(), "date": pa.string(), "integer": pa.int64(), "boolean": pa.bool_()}
    cells = _list_cells(frame, table)
    arrays = [pa.array(column, types[spec.type]) for column, spec in zip(cells, table.columns, strict=True)]
    sink = io.BytesIO()
    pq.write_table(pa.table(arrays, names=table.column_names), sink, compression="zstd")
    return sink.getvalue()


def _list_cells(frame: pd.DataFrame, table: Table) -> list[list]:
    """Return the cells of each column as Python values, sorted by key."""
    missing = [name for name in table.column_names if name not in frame.columns]
    if missing:
        raise KeyError(f"{table.name}: the frame lacks {', '.join(missing)}")
    ordered = sort_rows(frame, table)
    return [
        ordered[column.name].astype(object).where(ordered[column.name].notna(), None).tolist()
        if column.type == "integer"
        else ordered[column.name].tolist()
        for column in table.columns
    ]
