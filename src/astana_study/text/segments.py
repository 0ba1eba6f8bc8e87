"""Cuts a text into paragraphs, parts and sentences, all as offsets into it.

Parts: the headline, the lead, the body, related links (headlines of other articles) and the site's own
boilerplate (buttons, credits, notices), which is never coded. The phrases that give a boilerplate line away are
data (``codebook/boilerplate.csv``).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from astana_study.text.folding import fold_word
from astana_study.text.wrapping import Line, join_wrapped

LONGEST_HEADLINE: Final = 220
LONGEST_LINK: Final = 160
LONGEST_BUTTON: Final = 90
LONGEST_QUOTE: Final = 900
LONGEST_SENTENCE: Final = 3000
"""Code points. A longer one has lost its stops; it is cut so that reading it takes no more than its length."""

_STOP: Final = re.compile(r"[.!?؟…]+")
_CLOSING: Final = "\"'”“»’)]}"
_ABBREVIATION: Final = re.compile(
    r"(?:^|[\s(\"'“])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Sgt|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    r"|Sept?|Oct|Nov|Dec|Sen|Rep|Gov|Maj|Capt|Amb|Hon|Tues?|Thurs?|Thu|Fri|St|vs|No|Nos|Art|Rev|[\u0621-\u064a]"
    r"|[\u0621-\u064a]{1,3}(?:\.[\u0621-\u064a]{1,3})+)$"
)


class Paragraph(NamedTuple):
    """One paragraph: its number from 1, its offsets without the blanks round it, and its part."""

    number: int
    start: int
    end: int
    part: str


class Span(NamedTuple):
    """One sentence: its paragraph's number, the part it stands in, its offsets."""

    paragraph: int
    part: str
    start: int
    end: int


class Phrases(NamedTuple):
    """The folded phrases that open a boilerplate line or a related link."""

    boilerplate: tuple[str, ...]
    related: tuple[str, ...]


def split_paragraphs(text: str, phrases: Phrases, kind: str = "coverage") -> list[Paragraph]:
    """Return the paragraphs of a text with their parts: its non-empty lines, joined where they were broken to a width.

    Parameters
    ----------
    text : str
        The article's text.
    phrases : Phrases
        What gives boilerplate and related links away.
    kind : str
        ``statement`` texts have no related links and may do without a headline.

    Examples
    --------
    >>> phrases = Phrases(("share",), ("read also",))
    >>> [(p.part, p.start) for p in split_paragraphs("Title\\n\\nFirst one.\\nSecond.\\nShare", phrases)]
    [('headline', 0), ('lead', 7), ('body', 18), ('boilerplate', 26)]
    """
    found: list[Line] = []
    begin = 0
    for number, line in enumerate(text.replace("\u2028", "\n").replace("\u2029", "\n").split("\n")):
        stripped = line.strip()
        if stripped:
            start = begin + line.index(stripped[0])
            found.append(Line(number, start, start + len(stripped), stripped))
        begin += len(line) + 1
    lines = [(start, end, text[start:end]) for start, end in join_wrapped(found)]
    parts = _tell_parts(lines, phrases, kind)
    return [
        Paragraph(number, start, end, part)
        for number, ((start, end, _), part) in enumerate(zip(lines, parts, strict=True), start=1)
    ]


def _ends_open(line: str) -> bool:
    return not line.rstrip(_CLOSING + " ").endswith((".", "!", "؟", "?", "…", "؛"))


def _opens_with(folded: str, phrases: tuple[str, ...], longest: int) -> bool:
    if len(folded) > longest:
        return False
    if not folded.startswith(phrases):
        return False
    for phrase in phrases:
        if folded.startswith(phrase):
            rest = folded[len(phrase) : len(phrase) + 1]
            # A short button must be the whole line or be set off; "Share prices fell" is no button.
            if not rest or not rest.isalnum() and (len(phrase) > 9 or rest != " " or len(folded) < len(phrase) + 16):
                return True
    return False


def _tell_parts(lines: list[tuple[int, int, str]], phrases: Phrases, kind: str) -> list[str]:
    parts = ["body"] * len(lines)
    heads_related = False
    for index, (_, _, line) in enumerate(lines):
        folded = fold_word(line) if len(line) <= LONGEST_LINK else ""
        if not folded:
            heads_related = False
            continue
        if _opens_with(folded, phrases.boilerplate, LONGEST_BUTTON):
            parts[index] = "boilerplate"
        elif _opens_with(folded, phrases.related, LONGEST_LINK):
            # A bare "Read also" heads the links under it; one with a headline is itself the link.
            bare = len(folded) < 30 and folded.rstrip(": .…") in phrases.related
            parts[index] = "boilerplate" if bare else "related"
            heads_related = heads_related or bare
            continue
        elif heads_related and len(line) <= LONGEST_LINK and _ends_open(line):
            parts[index] = "related"
            continue
        heads_related = False
    if kind != "statement":
        _tell_trailing_links(lines, parts)
    content = [index for index, part in enumerate(parts) if part == "body"]
    if content and len(content) > 1:
        first = lines[content[0]][2]
        if len(first) <= LONGEST_HEADLINE and (_ends_open(first) or first.endswith(("؟", "?", "!", "…", ".."))):
            parts[content.pop(0)] = "headline"
    if content and kind != "statement":
        parts[content[0]] = "lead"
    elif content and len(lines) == 1:
        parts[content[0]] = "lead"
    return parts


def _tell_trailing_links(lines: list[tuple[int, int, str]], parts: list[str]) -> None:
    """A short line without a full stop, just before the closing boilerplate, is a link to another article."""
    last = len(lines) - 1
    while last >= 0 and parts[last] != "body":
        last -= 1
    if last < len(lines) - 1 and last > 2:
        index = last
        while index > 2 and len(lines[index][2]) <= LONGEST_LINK and _ends_open(lines[index][2]):
            parts[index] = "related"
            index -= 1


def split_sentences(text: str, paragraphs: Sequence[Paragraph]) -> list[Span]:
    """Return the sentences of the paragraphs, as offsets without the blanks round them.

    A stop inside an abbreviation, a number or a quotation that closes in the same paragraph ends no sentence:
    a quotation is one utterance.

    Examples
    --------
    >>> phrases = Phrases((), ())
    >>> text = "He said: \\"No. Never.\\" They left at 2.30 on Jan. 24. Good."
    >>> [text[s.start:s.end] for s in split_sentences(text, split_paragraphs(text, phrases))]
    ['He said: "No. Never."', 'They left at 2.30 on Jan. 24.', 'Good.']
    """
    spans: list[Span] = []
    for paragraph in paragraphs:
        start = paragraph.start
        quoted = None
        passed = 0
        for match in _STOP.finditer(text, paragraph.start, paragraph.end):
            stop, end = match.span()
            if stop < start:
                continue
            if end < paragraph.end and not _ends_sentence(text, start, stop, end, paragraph.end):
                continue
            if quoted is None:
                quoted = find_quotations(text, paragraph.start, paragraph.end)
            while passed < len(quoted) and quoted[passed][1] - 1 <= stop:
                passed += 1
            inside = quoted[passed] if passed < len(quoted) and quoted[passed][0] < stop else None
            if inside:
                # The quotation's own last stop ends the sentence only where nothing goes on behind it.
                behind = text[inside[1] : inside[1] + 2].lstrip()
                if end < inside[1] - 1 or behind and not _starts_sentence(text, inside[1], paragraph.end):
                    continue
                end = inside[1]
            while end < paragraph.end and text[end] in _CLOSING:
                end += 1
            spans.append(_trim(text, paragraph, start, end))
            start = end
        if text[start : paragraph.end].strip():
            spans.append(_trim(text, paragraph, start, paragraph.end))
    return [piece for span in spans for piece in _cut_long(text, span)] if spans else spans


def _starts_sentence(text: str, position: int, limit: int) -> bool:
    while position < limit and text[position] in " \t\u00a0":
        position += 1
    return position >= limit or text[position].isupper() or text[position] in "\"“«'(" or text[position] == "و"


def _ends_sentence(text: str, start: int, stop: int, end: int, limit: int) -> bool:
    behind = text[end]
    if _is_glued(text, start, stop, end):
        return True
    if text[stop:end] == ".." or not (behind.isspace() or behind in _CLOSING):
        return False  # ".." is a dash of Arabic headlines; a stop inside 2.5 or a web address ends nothing
    if text[stop] == "." and end - stop == 1:
        # No abbreviation has so many letters, and most words have: the pattern is slow.
        if not text[max(start, stop - 6) : stop].isalpha() or stop - start < 6:
            if _ABBREVIATION.search(text, max(start, stop - 12), stop):
                return False
        if text[start:stop].strip().isdigit() and stop - start <= 4:
            return False  # "12." numbers a paragraph
        if text[end + 1 : end + 2].isdigit() and text[max(start, stop - 3) : stop].lower() in (" no", " nos", "nos"):
            return False  # "resolution no. 2254"
    following = text[end : min(end + 12, limit)].lstrip(_CLOSING + " \t\u00a0")[:1]
    return not (following.islower() or following in (",", "،"))  # "(D-Md.), chair of …"


def _is_glued(text: str, start: int, stop: int, end: int) -> bool:
    """Tell whether a single full stop between two words ends a sentence whose blank was lost."""
    before, behind = text[max(start, stop - 3) : stop], text[end : end + 2]
    if text[stop:end] != "." or len(before) < 3 or len(behind) < 2:
        return False
    if before.islower() and before.isascii() and before.isalpha():
        return behind.istitle() and behind.isalpha() and behind.isascii()  # "on Friday.The envoy"
    return all("\u0620" <= letter <= "\u064a" for letter in before + behind)


def _cut_long(text: str, span: Span) -> list[Span]:
    """Cut a sentence that never ends, at a mark where there is one, else at a blank."""
    pieces = []
    start = span.start
    while span.end - start > LONGEST_SENTENCE:
        limit = start + LONGEST_SENTENCE
        cut = max(text.rfind(mark, start + LONGEST_SENTENCE // 2, limit) for mark in ("،", "؛", ",", ";"))
        cut = cut if cut > 0 else max(text.rfind(" ", start + 1, limit), text.rfind("\t", start + 1, limit))
        cut = cut + 1 if cut > 0 else limit
        pieces.append(_trim(text, span, start, cut))
        start = cut
    pieces.append(_trim(text, span, start, span.end))
    return [piece for piece in pieces if piece.start < piece.end]


def _trim(text: str, paragraph: Paragraph | Span, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    number = paragraph.number if isinstance(paragraph, Paragraph) else paragraph.paragraph
    return Span(number, paragraph.part, start, end)


def _opens_inside(text: str, mark: int, start: int, end: int) -> bool:
    """Tell whether a straight mark opens a short quotation that closes again within a few words."""
    if mark + 1 >= end or mark <= start or not text[mark - 1].isspace() or text[mark + 1].isspace():
        return False
    closing = text.find('"', mark + 1, min(end, mark + 40))
    return closing > 0 and text.find('"', closing + 1, end) > 0 and not text[closing - 1].isspace()


def _opens_alone(text: str, mark: int, end: int) -> bool:
    """Tell whether a straight mark opens the last quotation, which is short: the one open before is never closed."""
    if not text[mark - 1].isspace() or text[mark + 1 : mark + 2].isspace():
        return False
    closing = text.find('"', mark + 1, min(end, mark + 40))
    return closing > 0 and not text[closing - 1].isspace() and text.find('"', closing + 1, end) < 0


_QUOTES: Final = re.compile(r"[\"“”«»„‟″]")
_QUOTES_OR_DOUBLED: Final = re.compile(r"[\"“”«»„‟″]|''")
"""The same and two apostrophes: twice as slow, and rarely needed."""
_OPENING: Final = {"“": "”", "«": "»", "„": "“", "‟": "”"}


def find_quotations(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the quotations between two offsets, their marks included.

    Marks pair in the order in which they come, whatever their kind where the kinds are mixed or reversed (”…“);
    one that is never closed opens nothing.

    Examples
    --------
    >>> find_quotations('a "b" «c» ”d“ e "f', 0, 18)
    [(2, 5), (6, 9), (10, 13)]
    """
    found: list[tuple[int, int]] = []
    opened: re.Match[str] | None = None
    inner = 0
    marks = _QUOTES if text.find("''", start, end) < 0 else _QUOTES_OR_DOUBLED
    for mark in marks.finditer(text, start, end):
        if opened is None:
            if mark.group() in "»″":
                continue  # a closing mark that nothing opened
            opened = mark
            continue
        want = _OPENING.get(opened.group())
        if mark.group() == opened.group() == '"' and _opens_inside(text, mark.start(), start, end):
            inner += 1  # a quoted name inside a quotation that uses the same marks
            continue
        if mark.group() == opened.group() == '"' and _opens_alone(text, mark.start(), end):
            opened = mark  # the first is never closed
            continue
        if inner and mark.group() == '"':
            inner -= 1
            continue
        if want and mark.group() not in (want, "″") and mark.group() in _OPENING and mark.group() != "“":
            opened = mark if mark.start() - opened.start() > LONGEST_QUOTE else opened
            continue  # another kind inside
        if want == "»" and mark.group() != "»":
            continue
        if mark.start() - opened.start() <= LONGEST_QUOTE:
            found.append((opened.start(), mark.end()))
            opened = None
        else:
            opened = mark
    return found
