"""What a trace found, link by link, and how it shows itself: as text, and as HTML in the direction of each text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import Any

_STYLES = {"cue": "background-color: #0072B2; color: #FFFFFF", "holder": "border-bottom: 2px solid #0072B2",
           "content": "background-color: #E3EEF7", "distance": "border-bottom: 2px dashed #D55E00",
           "mention": "border-bottom: 2px solid #0072B2"}
_RTL = ("ar", "fa", "he", "ur")


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a figure: the figure's name and language, the number of the data row, and the row."""

    figure: str
    language: str
    number: int
    row: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class TracedRow:
    """One row of a published table: the file, its line there (the header is line 1), its key and its cells."""

    table: str
    line: int
    key: Mapping[str, Any]
    cells: Mapping[str, Any]

    @property
    def file(self) -> str:
        """Path of the table's file in the study folder."""
        return f"data/processed/{self.table}.csv"


@dataclass(frozen=True, slots=True)
class Span:
    """Some words of an article: what they are, and their offsets in its text."""

    role: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence of an article with the spans that rows point to; `found` when all stand there to the letter."""

    article_id: str
    sentence_id: int
    part: str
    language: str
    start: int
    end: int
    text: str
    spans: tuple[Span, ...]
    found: bool | None
    """None where the article's file is not at hand."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where it comes from: an article's file with both hashes, or a page that a row of the record names."""

    name: str
    file: str
    recorded: str
    found: str
    address: str
    confidence: str = ""

    @property
    def intact(self) -> bool:
        """Whether the file at hand is the one that was coded; true of a page, which has no file here."""
        return self.found == self.recorded


@dataclass(frozen=True, slots=True)
class Trace:
    """The chain from a mark or a row to the words and their source.

    `mark` is None where the trace began at a row of a table. Its text and its HTML show all links.
    """

    mark: Mark | None
    rows: tuple[TracedRow, ...]
    passages: tuple[Passage, ...]
    sources: tuple[Source, ...]

    def __repr__(self) -> str:
        lines = []
        if self.mark is not None:
            lines.append(f"figure {self.mark.figure}, row {self.mark.number}: {_say(self.mark.row)}")
        lines += [f"{row.file}, line {row.line}: {_say(row.key)}" for row in self.rows]
        for passage in self.passages:
            lines.append(f"{passage.article_id}, sentence {passage.sentence_id} ({passage.part}), "
                         f"{passage.start}–{passage.end}{_judge(passage.found)}: {passage.text}")
            lines += [f"    {span.role} {span.start}–{span.end}: {span.words}" for span in passage.spans]
        lines += [_tell_source(source) for source in self.sources]
        return "\n".join(lines) if lines else "nothing stands behind this mark: nothing is recorded there"

    def _repr_html_(self) -> str:
        parts = []
        if self.mark is not None:
            parts.append(_item(f"figure {self.mark.figure}, row {self.mark.number}", _say(self.mark.row)))
        for table in dict.fromkeys(row.table for row in self.rows):
            rows = [row for row in self.rows if row.table == table]
            told = "<br>".join(f"line {row.line}: {escape(_say(row.key))}" for row in rows)
            parts.append(f"<li><code>{rows[0].file}</code><br>{told}</li>")
        parts += [_show_passage(passage) for passage in self.passages]
        parts += [f"<li>{escape(_tell_source(source))}</li>" for source in self.sources]
        if not parts:
            return f"<p>{escape(repr(self))}</p>"
        return f'<ol dir="ltr" style="line-height: 1.5">{"".join(parts)}</ol>'


def _say(row: Mapping[str, Any]) -> str:
    return ", ".join(f"{name} {value}" for name, value in row.items() if str(value) not in ("", "<NA>", "nan"))


def _judge(found: bool | None) -> str:
    return "" if found is None else ", found there to the letter" if found else ", NOT FOUND in the file"


def _tell_source(source: Source) -> str:
    if not source.file:
        return f"source of {source.name}: {source.address}" + (
            f" (confidence {source.confidence})" if source.confidence else "")
    told = "as coded" if source.intact else "not at hand" if not source.found else f"CHANGED, now {source.found}"
    address = f", from {source.address}" if source.address else ", source not known"
    return f"{source.file}, sha256 {source.recorded} ({told}){address}"


def _item(name: str, text: str) -> str:
    return f'<li>{escape(name)}<br><span dir="auto">{escape(text)}</span></li>'


def _show_passage(passage: Passage) -> str:
    direction = "rtl" if passage.language in _RTL else "ltr"
    place = (f"{passage.article_id}, sentence {passage.sentence_id} ({passage.part}), "
             f"{passage.start}–{passage.end}{_judge(passage.found)}")
    cuts = sorted({passage.start, passage.end, *(min(max(cut, passage.start), passage.end) for span in passage.spans
                                                 for cut in (span.start, span.end))})
    pieces = []
    for left, right in pairwise(cuts):
        words = escape(passage.text[left - passage.start : right - passage.start])
        over = [span.role for span in passage.spans if span.start <= left and right <= span.end]
        style = "; ".join(_STYLES[role] for role in _STYLES if role in over)
        title = escape(", ".join(dict.fromkeys(over)))
        pieces.append(f'<span style="{style}" title="{title}">{words}</span>' if over else words)
    return (f'<li>{escape(place)}<div dir="{direction}" lang="{escape(passage.language)}" style="max-width: 55em">'
            f"{''.join(pieces)}</div></li>")
