"""Hand codings as people write them: spans given by their words, resolved to offsets.

A hand coding is one JSON file. A span is written as the words themselves when they stand once in the
text, or inside ⟦ ⟧ with as much context as makes them unique: ``"rejected by ⟦Moscow⟧ on Friday"``.
Nobody has to count characters, and an edit of the text cannot shift a span without an error.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from astana_study.codebook.vocabulary import list_values

OPEN, CLOSE = "⟦", "⟧"


class GoldError(ValueError):
    """A hand coding that does not fit its text or the conventions: every fault found, at once."""


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

    cue: tuple[int, int]
    act: str
    mode: str
    holder: tuple[int, int] | None
    holder_status: str
    holders: frozenset[str]
    targets: frozenset[str]
    topics: frozenset[str]
    content: tuple[int, int] | None
    direct_quote: bool
    distance_scope: str = ""
    distance: tuple[int, int] | None = None
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


def find_span(text: str, span: str) -> tuple[int, int]:
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
            left = max(text.rfind(" ", 0, left - 1), text.rfind("\n", 0, left - 1)) + 1
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


def read_coding(path: str | Path, text: str) -> CodedArticle:
    """Read one hand coding and check it against its text.

    Parameters
    ----------
    path : path
        The JSON file.
    text : str
        The article's text.

    Raises
    ------
    GoldError
        When a span does not fit, or a value is none of the allowed: all faults at once.
    """
    path = Path(path)
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError as error:
        raise GoldError(f"{path.name}: not JSON (line {error.lineno}: {error.msg})") from None
    return parse_coding(raw, text, path.name)


def parse_coding(raw: dict, text: str, name: str = "coding") -> CodedArticle:
    """Turn a hand coding, as a dict, into spans and sets; see `read_coding`."""
    faults: list[str] = []

    def span(value: str | None, what: str) -> tuple[int, int] | None:
        if not value:
            return None
        try:
            return find_span(text, value)
        except GoldError as error:
            faults.append(f"{what}: {error}")
            return None

    def listed(value: str, vocabulary: str, what: str) -> str:
        if value not in list_values(vocabulary):
            faults.append(f"{what}: unknown {vocabulary} {value!r}; use one of {', '.join(list_values(vocabulary))}")
        return value

    mentions = []
    for number, mention in enumerate(raw.get("mentions", ()), start=1):
        found = span(mention.get("span"), f"mention {number}")
        if found:
            mentions.append(CodedMention(*found, mention["actor"],
                                         listed(mention.get("naming", "neutral"), "naming", f"mention {number}")))  # fmt: skip
    claims = []
    for number, claim in enumerate(raw.get("claims", ()), start=1):
        what = f"claim {number}"
        cue = span(claim.get("cue"), f"{what}, cue")
        distance = claim.get("distance")
        if cue:
            claims.append(
                CodedClaim(
                    cue, listed(claim["act"], "act", what), listed(claim["mode"], "mode", what),
                    span(claim.get("holder"), f"{what}, holder"),
                    listed(claim["holder_status"], "holder_status", what), frozenset(claim.get("holders", ())),
                    frozenset(claim.get("targets", ())), frozenset(claim.get("topics", ())),
                    span(claim.get("content"), f"{what}, content"), bool(claim.get("direct_quote")),
                    listed(distance["scope"], "distance_scope", what) if distance else "",
                    span(distance["marker"], f"{what}, distance") if distance else None,
                )  # fmt: skip
            )
    if faults:
        raise GoldError(f"{name} does not fit its text:\n" + "\n".join(f"  {fault}" for fault in faults))
    return CodedArticle(raw["article_id"], raw.get("coder", ""), text, raw.get("round"), raw.get("published", ""),
                        tuple(mentions), tuple(claims))  # fmt: skip


def coding_from_records(records, text: str, coder: str = "astana_study") -> CodedArticle:
    """Turn the coder's records of one article into the form of a hand coding, to be compared with one."""
    article = records.articles[0]
    actors: dict[tuple[int, str], set[str]] = {}
    topics: dict[int, set[str]] = {}
    for row in records.claim_actors:
        actors.setdefault((row.claim_id, row.role), set()).add(row.actor_id)
    for row in records.claim_topics:
        topics.setdefault(row.claim_id, set()).add(row.topic_id)

    def span(start: int | None, end: int | None) -> tuple[int, int] | None:
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
        ), article.language,
    )  # fmt: skip
