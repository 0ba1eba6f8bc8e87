"""Rows of a database export, CSV or JSON lines, become articles: one row, one article, by a mapping of columns."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from astana_study.corpus.pieces import Piece, UnfitError, clean_text, put_title_first
from astana_study.text.decoding import decode_bytes
from astana_study.text.sidecar import LAST_ROUND, is_date

FIELDS = ("text", "title", "published", "outlet", "language", "round", "source_url", "rights", "id")
"""What a column can stand for. Without a mapping, columns of these names are taken."""
WHOLE = 64_000_000
"""Bytes up to which the encoding of an export is found from the whole of it; a larger one must be UTF-8."""


def parse_mapping(given: str) -> dict[str, str]:
    """Read a mapping such as ``text=body,title=headline`` (field=column).

    Raises
    ------
    ValueError
        When a field is not known or given twice.

    Examples
    --------
    >>> parse_mapping("text=body,published=date")
    {'text': 'body', 'published': 'date'}
    """
    mapping: dict[str, str] = {}
    for entry in filter(None, (entry.strip() for entry in given.split(","))):
        field, equals, column = (part.strip() for part in entry.partition("="))
        if not equals or field not in FIELDS or not column:
            raise ValueError(f"columns: expected FIELD=COLUMN with a field of {', '.join(FIELDS)}, got {entry!r}")
        if field in mapping:
            raise ValueError(f"columns: {field} is given twice")
        mapping[field] = column
    return mapping


def read_csv(source: Path | bytes, name: str, mapping: Mapping[str, str]) -> Iterator[Piece | UnfitError]:
    """Yield an article for each row of a CSV file (commas, semicolons or tabs), or what is wrong with the row.

    Raises
    ------
    UnfitError
        When the file cannot be read, or has no column for the text.
    """
    csv.field_size_limit(2**31 - 1)
    with _open(source, name) as file:
        header = file.readline()
        delimiter = max(",;\t", key=header.count)
        columns = next(csv.reader([header], delimiter=delimiter), [])
        chosen = _choose_columns(mapping, [column.strip() for column in columns])
        rows = csv.reader(file, delimiter=delimiter)
        while True:
            try:
                cells = next(rows)
            except StopIteration:
                return
            except (csv.Error, UnicodeDecodeError) as error:
                yield UnfitError("broken", f"cannot be read from here on: {error}", f"row {rows.line_num + 1}")
                return
            label = f"row {rows.line_num + 1}"
            if len(cells) == len(columns):
                yield _make_piece({field: cells[place] for field, place in chosen.items()}, label)
            elif any(cells):
                yield UnfitError("broken", f"{len(cells)} cells where the header has {len(columns)}", label)


def read_json_lines(source: Path | bytes, name: str, mapping: Mapping[str, str]) -> Iterator[Piece | UnfitError]:
    """Yield an article for each line of a file of JSON lines, or what is wrong with the line."""
    wanted = {field: field for field in FIELDS} | dict(mapping)
    with _open(source, name) as file:
        number = 0
        while True:
            number += 1
            label = f"line {number}"
            try:
                line = file.readline()
            except UnicodeDecodeError as error:
                yield UnfitError("broken", f"cannot be read from here on: {error}", label)
                return
            if not line:
                return
            if line.isspace():
                continue
            try:
                row = json.loads(line)
            except (ValueError, RecursionError) as error:
                yield UnfitError("broken", f"not JSON: {error}", label)
                continue
            if not isinstance(row, dict):
                yield UnfitError("broken", f"expected an object, got {type(row).__name__}", label)
            elif wanted["text"] not in row:
                yield UnfitError("broken", f"no {wanted['text']!r} in it; map the text: --columns text=…", label)
            else:
                yield _make_piece({field: row.get(column) for field, column in wanted.items()}, label)


def _choose_columns(mapping: Mapping[str, str], columns: list[str]) -> dict[str, int]:
    chosen = {field: columns.index(field) for field in FIELDS if field in columns}
    missing = [column for column in mapping.values() if column not in columns]
    chosen |= {field: columns.index(column) for field, column in mapping.items() if column in columns}
    if missing or "text" not in chosen:
        raise UnfitError("metadata", f"no column {', '.join(map(repr, missing)) or 'text'}; it has "
                         f"{', '.join(columns)[:300]}: say which holds what, as --columns text=body,title=headline")
    return chosen


def _make_piece(given: dict[str, Any], label: str) -> Piece | UnfitError:
    cells = {field: "" if value is None else str(value).strip() for field, value in given.items()}
    faults = []
    published = cells.get("published", "")
    if published:
        day = re.match(r"(\d{4}-\d{2}-\d{2})(?![0-9])", published)
        if not day or not is_date(day[1]):
            faults.append(f"published: expected a date written YYYY-MM-DD, got {published!r}")
        published = day[1] if day else ""
    number = cells.get("round", "")
    if number and not (re.fullmatch("[0-9]{1,2}", number) and 1 <= int(number) <= LAST_ROUND):
        faults.append(f"round: expected a number from 1 to {LAST_ROUND}, got {number!r}")
    language = cells.get("language", "").lower()[:2]
    if language and not re.fullmatch("[a-z]{2}", language):
        faults.append(f"language: expected a code such as ar, got {language!r}")
    address = cells.get("source_url", "")
    if address and not re.fullmatch(r"https?://\S+", address):
        faults.append(f"source_url: expected an address, got {address!r}")
    if faults:
        return UnfitError("metadata", "; ".join(faults), label)
    text, title = clean_text(cells["text"]), " ".join(clean_text(cells.get("title", "")).split())
    if not text:
        return UnfitError("empty", "no text in it", label)
    return Piece(
        text=put_title_first(title, text), name=cells.get("id", ""), label=label, title=title,
        published=published, outlet=cells.get("outlet", ""), language=language, source_url=address,
        round=int(number) if number else None, rights=cells.get("rights", ""),
    )  # fmt: skip


@contextmanager
def _open(source: Path | bytes, name: str) -> Iterator[TextIO]:
    if isinstance(source, Path) and source.stat().st_size > WHOLE:
        with source.open(encoding="utf-8-sig", newline="") as file:
            yield file
    else:
        raw = source if isinstance(source, bytes) else source.read_bytes()
        yield io.StringIO(decode_bytes(raw, name), newline="")
