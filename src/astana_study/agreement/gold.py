"""Hand codings: what a coding is, and how its spans are written so that people can write them.

A span is written as the words themselves when they stand once in the text, or inside ⟦ ⟧ with as much context as
makes them unique: ``"rejected by ⟦Moscow⟧ on Friday"``. Nobody has to count characters, and an edit of the text
cannot shift a span without an error. Where words cannot do (a text that holds ⟦ itself), a span is ``[start, end]``.
"""

from __future__ import annotations

from dataclasses import dataclass

OPEN, CLOSE = "⟦", "⟧"

Span = tuple[int, int]


class GoldError(ValueError):
    """A hand coding that does not fit its text or the conventions: every fault found, at once."""

    def __init__(self, message: str, faults: tuple[str, ...] = ()):
        self.faults = faults
        super().__init__("\n".join([message, *(f"  {fault}" for fault in faults)]))


@dataclass(frozen=True, slots=True)
class CodedMention:
    """A mention in a coding: its offsets, the actor, how the name takes sides."""

    start: int
    end: int
    actor_id: str
    naming: str = "neutral"


@dataclass(frozen=True, slots=True)
class CodedClaim:
    """A claim in a coding. Spans are ``(start, end)`` in the text, or None."""

    cue: Span
    act: str
    mode: str
    holder: Span | None
    holder_status: str
    holders: frozenset[str]
    targets: frozenset[str]
    topics: frozenset[str]
    content: Span | None
    direct_quote: bool
    distance_scope: str = ""
    distance: Span | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class CodedArticle:
    """One article as one coder coded it."""

    article_id: str
    coder: str
    text: str
    round: int | None
    published: str
    mentions: tuple[CodedMention, ...]
    claims: tuple[CodedClaim, ...]
    language: str = ""
    kind: str = ""
    round_basis: str = ""
    published_basis: str = ""

    def __repr__(self) -> str:
        counted = f"{len(self.mentions)} mentions, {len(self.claims)} claims"
        return f"<{self.article_id} coded by {self.coder or '?'}: {counted}>"


def find_span(text: str, span: str) -> Span:
    """Return the offsets of a span written as its words, with ⟦ ⟧ and context where needed.

    Parameters
    ----------
    text : str
        The article's text.
    span : str
        The words; or context with the words inside ⟦ ⟧.

    Returns
    -------
    (start, end) : tuple of int
        Code points into `text`, half-open.

    Raises
    ------
    GoldError
        When the words do not stand in the text, or stand in it more than once.

    Examples
    --------
    >>> find_span("Moscow said that Moscow agreed", "that ⟦Moscow⟧")
    (17, 23)
    """
    if (OPEN in span) != (CLOSE in span) or span.count(OPEN) > 1:
        raise GoldError(f"{span!r}: write one {OPEN} and one {CLOSE}, or neither")
    before, _, rest = span.partition(OPEN) if OPEN in span else ("", "", span)
    words, _, after = rest.partition(CLOSE)
    whole = before + words + after
    start = text.find(whole)
    if start < 0 or not words:
        raise GoldError(f"{span!r} does not stand in the text, to the letter")
    if text.find(whole, start + 1) >= 0:
        raise GoldError(f"{span!r} stands {text.count(whole)} times in the text: add context round {OPEN} {CLOSE}")
    return start + len(before), start + len(before) + len(words)


def write_span(text: str, start: int, end: int) -> str:
    """Return a span as its words, with as much context inside the line as makes it unique.

    Examples
    --------
    >>> write_span("Moscow said that Moscow agreed", 17, 23)
    'that ⟦Moscow⟧'
    """
    words = text[start:end]
    if text.count(words) == 1 and OPEN not in words:
        return words
    left, right = start, end
    while True:
        grown = False
        if left > 0:
            left = max(text.rfind(" ", 0, left - 1), text.rfind("\n", 0, left - 1)) + 1 if left > 1 else 0
            grown = True
        whole = text[left:right]
        if text.find(whole) == left and text.find(whole, left + 1) < 0:
            return f"{text[left:start]}{OPEN}{words}{CLOSE}{text[end:right]}"
        if right < len(text):
            stop = text.find(" ", right + 1)
            right = stop if stop > 0 else len(text)
            grown = True
        whole = text[left:right]
        if text.find(whole) == left and text.find(whole, left + 1) < 0 or not grown:
            return f"{text[left:start]}{OPEN}{words}{CLOSE}{text[end:right]}"


def spell_span(text: str, span: Span | None) -> str | list[int] | None:
    """Return a span as `find_span` reads it back; as ``[start, end]`` where words cannot do.

    Examples
    --------
    >>> spell_span("Moscow said that Moscow agreed", (17, 23))
    'that ⟦Moscow⟧'
    >>> spell_span("⟦a⟧ ⟦a⟧", (5, 6))
    [5, 6]
    """
    if span is None:
        return None
    words = write_span(text, *span)
    try:
        if words == words.strip() and find_span(text, words) == span:
            return words
    except GoldError:
        pass
    return list(span)


def coding_from_records(records, text: str, coder: str = "astana_study") -> CodedArticle:
    """Turn the coder's records of one article into the form of a hand coding, to be compared with one."""
    article = records.articles[0]
    actors: dict[tuple[int, str], set[str]] = {}
    topics: dict[int, set[str]] = {}
    for row in records.claim_actors:
        actors.setdefault((row.claim_id, row.role), set()).add(row.actor_id)
    for row in records.claim_topics:
        topics.setdefault(row.claim_id, set()).add(row.topic_id)

    def span(start: int | None, end: int | None) -> Span | None:
        return None if start is None or end is None else (start, end)

    return CodedArticle(
        article.article_id, coder, text, article.round, article.published,
        tuple(CodedMention(row.start, row.end, row.actor_id, row.naming) for row in records.mentions),
        tuple(
            CodedClaim(
                (row.cue_start, row.cue_end), row.act, row.mode, span(row.holder_start, row.holder_end),
                row.holder_status, frozenset(actors.get((row.claim_id, "holder"), ())),
                frozenset(actors.get((row.claim_id, "target"), ())), frozenset(topics.get(row.claim_id, ())),
                span(row.content_start, row.content_end), row.direct_quote, row.distance_scope,
                span(row.distance_start, row.distance_end), row.rule,
            )
            for row in records.claims
        ), article.language, article.kind, article.round_basis, article.published_basis,
    )  # fmt: skip
