"""Holds tables against the schema: types, vocabularies, ranges, keys, references, real dates, spans to the letter.

Nothing stops at the first fault: all are collected and raised once, each with file, row, column, what was expected,
what came and what to do. pandera does the checks of single columns and is imported when they are first needed,
because importing it takes longer than coding an article.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING

import pandas as pd

from astana_study.tables.errors import Fault, TableError
from astana_study.tables.frames import DTYPES, sort_rows
from astana_study.tables.schema import Column, Table, get_table
from astana_study.text.sidecar import is_date

if TYPE_CHECKING:
    import pandera.pandas as pa

SPANS = {
    "mentions": (("surface", "start", "end"),),
    "claims": (
        ("cue", "cue_start", "cue_end"),
        ("holder_surface", "holder_start", "holder_end"),
        ("content", "content_start", "content_end"),
        ("distance_surface", "distance_start", "distance_end"),
    ),
}
"""By table: a column with words, and those with their offsets."""


def check_tables(tables: Mapping[str, pd.DataFrame], *, texts: Mapping[str, str] | None = None) -> None:
    """Check tables one by one and against each other.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        By name. A reference to a table that is not among them is not checked.
    texts : mapping of str to str, optional
        The articles' texts by id; with them every span is compared with its words.

    Raises
    ------
    TableError
        With every fault found.
    KeyError
        When a name is not a table's.

    Examples
    --------
    >>> from astana_study.tables.frames import frame_rows
    >>> check_tables({"claim_topics": frame_rows("claim_topics", [("a", 0, "idlib")])})
    Traceback (most recent call last):
    astana_study.tables.errors.TableError: 1 fault found:
      claim_topics.csv, row 2, column claim_id: expected at least 1, got 0; correct the cell
    """
    faults = find_faults(tables, texts=texts)
    if faults:
        raise TableError(faults)


def find_faults(tables: Mapping[str, pd.DataFrame], *, texts: Mapping[str, str] | None = None) -> list[Fault]:
    """Return every fault that `check_tables` would raise."""
    faults: list[Fault] = []
    for name, frame in tables.items():
        table = get_table(name)
        faults += _check_columns(frame, table)
        if all(column in frame.columns for column in table.column_names):
            faults += _check_dates(frame, table)
            faults += _check_keys(frame, table)
            faults += _check_references(frame, table, tables)
    if "sentences" in tables:
        faults += check_spans(tables, texts or {})
    return faults


def check_order(frame: pd.DataFrame, table: Table) -> list[Fault]:
    """Return a fault where rows are not sorted by key: the first row that stands before where it belongs."""
    if not set(table.key) <= set(frame.columns):
        return []
    keys = list(table.key)
    ordered = sort_rows(frame, table)[keys].reset_index(drop=True)
    given = frame[keys].reset_index(drop=True)
    differs = ((given != ordered) & ~(given.isna() & ordered.isna())).any(axis=1)
    if not differs.fillna(False).any():
        return []
    row = int(differs.fillna(False).to_numpy().argmax())
    expected, got = (_show_key(part.iloc[row], keys) for part in (ordered, given))
    cure = f"sort the rows by {', '.join(keys)}"
    return [Fault(f"{table.name}.csv", int(frame.index[row]) + 2, keys[0], expected, got, cure)]


@cache
def make_schema(table: Table) -> pa.DataFrameSchema:
    """Make the pandera schema of one table."""
    import pandera.pandas as pa

    columns = {
        column.name: pa.Column(
            DTYPES[column.type],
            [pa.Check(test, error=expected, ignore_na=True) for expected, test in _list_tests(column)],
            nullable=column.type == "integer" and not column.required,
        )
        for column in table.columns
    }
    return pa.DataFrameSchema(columns, strict=True, ordered=True)


def _list_tests(column: Column) -> list[tuple[str, Callable[[pd.Series], pd.Series]]]:
    """Return what a column's cells must pass, each test with the words that say what was expected."""
    tests: list[tuple[str, Callable[[pd.Series], pd.Series]]] = []
    textual = column.type in ("string", "date")
    if textual and column.required:
        tests.append(("something, not an empty cell", lambda cells: cells != ""))
    if column.values:
        allowed = [*column.values, ""]
        tests.append((f"one of {', '.join(column.values)}", lambda cells: cells.isin(allowed)))
    if textual and column.pattern:
        pattern = re.compile(column.pattern)
        tests.append((_describe(column), lambda cells: cells.str.fullmatch(pattern) | (cells == "")))
    if column.minimum is not None:
        tests.append((f"at least {column.minimum}", lambda cells: cells >= column.minimum))
    if column.maximum is not None:
        tests.append((f"at most {column.maximum}", lambda cells: cells <= column.maximum))
    return tests


def _describe(column: Column) -> str:
    if column.type == "date":
        return "a date YYYY-MM-DD"
    if column.pattern.startswith("https?"):
        return "an address that begins with http:// or https:// and has no space"
    return f"text of the form {column.pattern}"


def _check_columns(frame: pd.DataFrame, table: Table) -> list[Fault]:
    import pandera.errors

    try:
        make_schema(table).validate(frame, lazy=True)
    except pandera.errors.SchemaErrors as error:
        return [_tell(case, table) for case in error.failure_cases.to_dict("records")]
    return []


def _tell(case: dict, table: Table) -> Fault:
    """Put one of pandera's failure cases into words."""
    file, check, value = f"{table.name}.csv", str(case["check"]), case["failure_case"]
    row = 0 if case["index"] is None or pd.isna(case["index"]) else int(case["index"]) + 2
    column = "" if case["column"] is None else str(case["column"])
    if check in ("column_in_dataframe", "column_in_schema", "column_ordered"):
        expected = "no such column" if check == "column_in_schema" else "this column in its place"
        cure = f"the columns are {', '.join(table.column_names)}"
        return Fault(file, 1, str(value), expected, "it" if check == "column_in_schema" else "none there", cure)
    if check.startswith("dtype"):
        return Fault(file, row, column, f"cells of type {table[column].type}", str(value), "read it with load_table")
    if check == "not_nullable":
        return Fault(file, row, column, "something, not an empty cell", "an empty cell", "fill it in")
    if value == "":
        return Fault(file, row, column, check, "an empty cell", "fill it in")
    close = difflib.get_close_matches(str(value), table[column].values, n=1)
    cure = f"did you mean {close[0]!r}?" if close else "correct the cell"
    return Fault(file, row, column, check, repr(value) if isinstance(value, str) else str(value), cure)


def _check_dates(frame: pd.DataFrame, table: Table) -> list[Fault]:
    """Find days that no calendar has; a wrong form is found with the columns."""
    form = re.compile(r"\d{4}-\d{2}-\d{2}")
    return [
        Fault(f"{table.name}.csv", int(row) + 2, column.name, "a day of the calendar", repr(cell), "correct the date")
        for column in table.columns
        if column.type == "date"
        for row, cell in frame[column.name].items()
        if cell and form.fullmatch(str(cell)) and not is_date(str(cell))
    ]


def _check_keys(frame: pd.DataFrame, table: Table) -> list[Fault]:
    keys = list(table.key)
    repeated = frame[frame.duplicated(keys)]
    return [
        Fault(
            f"{table.name}.csv", int(row) + 2, keys[-1], f"each {', '.join(keys)} once",
            f"{_show_key(cells, keys)} again", "take one of the two rows out, or give it a key of its own",
        )
        for row, cells in repeated.iterrows()
    ]  # fmt: skip


def _show_key(cells: pd.Series, keys: list[str]) -> str:
    return ", ".join(f"{key} {'(empty)' if pd.isna(cells[key]) else cells[key]}" for key in keys)


def _check_references(frame: pd.DataFrame, table: Table, tables: Mapping[str, pd.DataFrame]) -> list[Fault]:
    faults = []
    for column in table.columns:
        target, _, name = column.references.partition(".")
        if not target or target not in tables or name not in tables[target].columns:
            continue
        known = set(tables[target][name])
        for row, cell in frame[column.name].items():
            if cell == "" or pd.isna(cell) or cell in known:
                continue
            close = difflib.get_close_matches(str(cell), map(str, known), n=1)
            cure = f"did you mean {close[0]!r}?" if close else f"add it to {target}.csv first"
            faults.append(
                Fault(f"{table.name}.csv", int(row) + 2, column.name, f"a {name} of {target}.csv", repr(cell), cure)
            )
    return faults + _check_compound(frame, table, tables)


# Rows of these tables belong to a row of another, found by several columns together.
_OWNERS = {
    "mentions": ("sentences", ("article_id", "sentence_id")),
    "claims": ("sentences", ("article_id", "sentence_id")),
    "claim_actors": ("claims", ("article_id", "claim_id")),
    "claim_topics": ("claims", ("article_id", "claim_id")),
    "statement_act_targets": ("statement_acts", ("round", "number")),
    "round_documents": ("rounds", ("round",)),
    "delegations": ("rounds", ("round",)),
    "statement_acts": ("rounds", ("round",)),
    "remarks": ("rounds", ("round",)),
    "sources": ("rounds", ("round",)),
}


def list_owner(name: str) -> tuple[str, tuple[str, ...]] | None:
    """Return the table that a table's rows belong to, and the columns that both have for it.

    Examples
    --------
    >>> list_owner("claim_actors")
    ('claims', ('article_id', 'claim_id'))
    """
    return _OWNERS.get(name)


def _check_compound(frame: pd.DataFrame, table: Table, tables: Mapping[str, pd.DataFrame]) -> list[Fault]:
    target, keys = _OWNERS.get(table.name, ("", ()))
    if target not in tables or not set(keys) <= set(tables[target].columns) or not len(frame):
        return []
    known = set(tables[target][list(keys)].itertuples(index=False, name=None))
    return [
        Fault(
            f"{table.name}.csv", int(frame.index[position]) + 2, keys[-1], f"a row of {target}.csv",
            ", ".join(map(str, cells)), f"add it to {target}.csv, or correct {keys[-1]}",
        )
        for position, cells in enumerate(frame[list(keys)].itertuples(index=False, name=None))
        if cells not in known and not any(pd.isna(cell) for cell in cells)
    ]  # fmt: skip


def check_spans(tables: Mapping[str, pd.DataFrame], texts: Mapping[str, str]) -> list[Fault]:
    """Return a fault for every span whose words are not what stands there.

    With an article's text every span is compared; without it, those that lie inside their row's sentence.
    """
    sentences = tables["sentences"]
    known = {
        (article, sentence): (int(start), text)
        for article, sentence, start, text in sentences[["article_id", "sentence_id", "start", "text"]].itertuples(
            index=False, name=None
        )
    }
    faults = [
        fault
        for row, article, start, end, words in sentences[["article_id", "start", "end", "text"]].itertuples(name=None)
        if article in texts and (fault := _compare("sentences", "text", row, texts[article][start:end], words))
    ]
    for name, spans in SPANS.items():
        if name not in tables:
            continue
        frame = tables[name]
        for words_name, start_name, end_name in spans:
            cells = frame[["article_id", "sentence_id", words_name, start_name, end_name]]
            for row, article, sentence, words, start, end in cells.itertuples(name=None):
                if pd.isna(start) or pd.isna(end):
                    continue
                if article in texts:
                    found = texts[article][start:end]
                else:
                    offset, text = known.get((article, sentence), (0, ""))
                    if start < offset or end > offset + len(text):
                        continue
                    found = text[start - offset : end - offset]
                if fault := _compare(name, words_name, row, found, words):
                    faults.append(fault)
    return faults


def _compare(name: str, column: str, row: int, found: str, words: str) -> Fault | None:
    if found == words:
        return None
    cure = "count offsets in code points of the text as read; write the words to the letter"
    return Fault(f"{name}.csv", int(row) + 2, column, f"what stands there, {found[:60]!r}", repr(words[:60]), cure)
