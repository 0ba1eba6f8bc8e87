"""Follows a mark or a row to the sentence, the article file and its source, reading the file anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from astana_study.tables.errors import MissingTableError
from astana_study.tables.files import find_root, load_table
from astana_study.tables.schema import get_table
from astana_study.text.errors import ArticleError
from astana_study.text.reading import name_article, read_article
from astana_study.tracing.chain import Mark, Passage, Source, Span, Trace, TracedRow
from astana_study.tracing.marks import CLAIM, find_rows, keep_rows

if TYPE_CHECKING:
    from astana_study.figures.drawn import Drawn

ARTICLES = Path("data/raw/articles")
_SPANS = {
    "claims": (("cue", "cue"), ("holder", "holder_surface"), ("content", "content"), ("distance", "distance_surface"))
}


class _Published(Mapping):
    """The published tables, each loaded when it is first asked for; given ones go before them."""

    def __init__(self, root: str | Path | None, given: Mapping[str, pd.DataFrame] | None) -> None:
        self._root, self._tables = root, dict(given or {})

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._tables:
            self._tables[name] = load_table(name, self._root)
        return self._tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(
            (
                "articles",
                "sentences",
                "mentions",
                "claims",
                "claim_actors",
                "claim_topics",
                "rounds",
                "statement_acts",
                "statement_act_targets",
                "delegations",
                "milestones",
            )
        )

    def __len__(self) -> int:
        return len(list(iter(self)))


def trace(
    what: Drawn | str,
    row: int | pd.DataFrame | None = None,
    /,
    *,
    tables: Mapping[str, pd.DataFrame] | None = None,
    root: str | Path | None = None,
    **where: Any,
) -> Trace:
    """Follow a mark of a figure, or a row of a table, back to the words it rests on and their source.

    Parameters
    ----------
    what : Drawn or str
        A figure as a ``figures.draw_…`` function gave it, or the name of a published table.
    row : int or DataFrame, optional
        Number of the mark's row in the figure's data, from 0; for a table, some of its rows, as they were loaded.
        Without it `where` picks.
    tables : mapping of str to DataFrame, optional
        The tables that the figure was drawn from, where they are not the published ones.
    root : str or Path, optional
        The study folder; by default found as `load_table` finds it.
    **where
        Columns and their values that pick one mark, or rows of the table: ``holder="RUS", act="condemn"``, or
        ``article_id="…", claim_id=3``. ``article_id`` also narrows a figure whose data do not have it.

    Returns
    -------
    Trace
        Figure row, table rows with their lines, sentences with offsets, each looked up in the article's file, and
        the files with their hashes and sources. A mark of something not recorded has no rows behind it.

    Raises
    ------
    LookupError
        When no mark or row, or more than one mark, is picked; the message says what there is.
    KeyError
        When there is no such table, figure or column.

    Examples
    --------
    >>> import astana_study as study
    >>> study.trace("rounds", round=20).sources[0].name
    'rounds 20'
    """
    published = _Published(root, tables)
    if isinstance(what, str):
        rows = row if isinstance(row, pd.DataFrame) else _pick_rows(what, published[what], where)
        return _follow(None, {what: rows}, published, root)
    scope = {name: where.pop(name) for name in ("article_id",) if name in where and name not in what.data.columns}
    mark = _pick_mark(what, row, where)
    seen: Mapping[str, pd.DataFrame] = published
    if scope:
        seen = {
            name: table[table["article_id"] == scope["article_id"]] if "article_id" in table.columns else table
            for name, table in published.items()
        }
    return _follow(mark, find_rows(what.name, mark.row, seen), published, root)


def _pick_rows(name: str, table: pd.DataFrame, where: Mapping[str, Any]) -> pd.DataFrame:
    chosen = _filter(name, table, where)
    if chosen.empty:
        first = (
            f"its first row has {_tell(dict(table.iloc[0][list(get_table(name).key)]))}"
            if len(table)
            else ("it has no rows")
        )
        raise LookupError(f"no row of {name} has {_tell(where)}; {first}")
    return chosen


def _pick_mark(drawn: Drawn, row: int | None, where: Mapping[str, Any]) -> Mark:
    data = drawn.data.reset_index(drop=True)
    if row is None:
        chosen = list(_filter(drawn.name, data, where).index)
        if len(chosen) != 1:
            wanted = f"have {_tell(where)}" if where else "are there: name one by its number or its columns"
            shown = "; ".join(_tell(dict(data.iloc[number])) for number in chosen[:2])
            raise LookupError(
                f"{len(chosen) or 'no'} rows of the figure {drawn.name} {wanted}"
                + (f", the first of them: {shown}" if chosen else f"; it has {len(data)} rows")
            )
        row = chosen[0]
    if not 0 <= row < len(data):
        raise LookupError(f"the figure {drawn.name} has no row {row}; its {len(data)} rows are numbered from 0")
    return Mark(drawn.name, drawn.language, row, dict(data.iloc[row]))


def _filter(name: str, table: pd.DataFrame, where: Mapping[str, Any]) -> pd.DataFrame:
    for column, value in where.items():
        if column not in table.columns:
            raise KeyError(f"{name} has no column {column!r}; it has {', '.join(map(str, table.columns))}")
        table = table[table[column].eq(value).fillna(False)]
    return table


def _tell(where: Mapping[str, Any]) -> str:
    return ", ".join(
        f"{name}={value!r}" if isinstance(value, str) else f"{name}={value}"
        for name, value in where.items()
        if not (isinstance(value, str) and not value)
    )


def _follow(
    mark: Mark | None, found: Mapping[str, pd.DataFrame], tables: Mapping[str, pd.DataFrame], root: str | Path | None
) -> Trace:
    found = dict(found)
    for part in ("claim_actors", "claim_topics"):
        if part in found and "claims" not in found:
            found["claims"] = keep_rows(tables["claims"], found[part], CLAIM)
    rows = tuple(
        _trace_row(name, index, cells)
        for name, table in found.items()
        for index, cells in zip(table.index, table.to_dict("records"), strict=True)
    )
    articles = dict.fromkeys(row.cells["article_id"] for row in rows if "article_id" in row.cells)
    texts, sources = {}, []
    for article in articles:
        source, texts[article] = _read_source(article, tables["articles"], root)
        sources.append(source)
    sources += _list_pages(rows)
    return Trace(mark, rows, _list_passages(rows, texts, tables), tuple(sources))


def _trace_row(name: str, index: Any, cells: Mapping[str, Any]) -> TracedRow:
    return TracedRow(name, int(index) + 2, {column: cells[column] for column in get_table(name).key}, cells)


def _list_passages(
    rows: tuple[TracedRow, ...], texts: Mapping[str, str | None], tables: Mapping[str, pd.DataFrame]
) -> tuple[Passage, ...]:
    """Return each sentence that a row stands in once, with the spans of all those rows."""
    spans: dict[tuple[str, int], dict[Span, None]] = {}
    for row in rows:
        if "sentence_id" not in row.cells:
            continue
        place = spans.setdefault((row.cells["article_id"], int(row.cells["sentence_id"])), {})
        for role, words in _SPANS.get(row.table, ()):
            if not pd.isna(row.cells[f"{role}_start"]):
                place[Span(role, int(row.cells[f"{role}_start"]), int(row.cells[f"{role}_end"]), row.cells[words])] = (
                    None
                )
        if row.table == "mentions":
            place[Span("mention", int(row.cells["start"]), int(row.cells["end"]), row.cells["surface"])] = None
    if not spans:
        return ()
    languages = dict(zip(tables["articles"]["article_id"], tables["articles"]["language"], strict=True))
    passages = []
    for cells in tables["sentences"].to_dict("records"):
        key = (cells["article_id"], int(cells["sentence_id"]))
        if key not in spans:
            continue
        inside = tuple(sorted(spans[key], key=lambda span: (span.start, span.end, span.role)))
        start, end, text = int(cells["start"]), int(cells["end"]), texts[key[0]]
        found = (
            None
            if text is None
            else text[start:end] == cells["text"] and all(text[span.start : span.end] == span.words for span in inside)
        )
        passages.append(
            Passage(*key, cells["part"], languages.get(key[0], "und"), start, end, cells["text"], inside, found)
        )
    return tuple(passages)


def _read_source(article: str, articles: pd.DataFrame, root: str | Path | None) -> tuple[Source, str | None]:
    """Return an article's source, and its text where its file is at hand and can be read."""
    cells = next(iter(articles[articles["article_id"] == article].to_dict("records")), {})
    recorded, address = cells.get("sha256", ""), cells.get("source_url", "")
    file, found, text = (ARTICLES / f"{article}.txt").as_posix(), "", None
    try:
        folder = Path(root) if root is not None else find_root()
    except MissingTableError:
        return Source(article, file, recorded, found, address), None
    for path in sorted((folder / ARTICLES).glob("*.txt")):
        if path.stem == article or name_article(path.stem) == article:
            file = path.relative_to(folder).as_posix()
            found = hashlib.sha256(path.read_bytes()).hexdigest()
            try:
                text = read_article(path).text
            except ArticleError:  # changed since it was coded: the hashes tell
                text = None
            break
    return Source(article, file, recorded, found, address), text


def _list_pages(rows: tuple[TracedRow, ...]) -> list[Source]:
    """Return the pages that rows of the record name, each page once with the first row that names it."""
    pages: dict[str, Source] = {}
    for row in rows:
        address = row.cells.get("source_url", "")
        if row.table != "articles" and address and address not in pages:
            name = f"{row.table} {' '.join(str(value) for value in row.key.values())}"
            pages[address] = Source(name, "", "", "", address, row.cells.get("confidence", ""))
    return list(pages.values())
