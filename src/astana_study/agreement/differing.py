"""Where two codings of one text differ, one row a difference: what a person reads to learn why."""

from __future__ import annotations

from collections.abc import Iterator

from astana_study.agreement.gold import CodedArticle, CodedClaim, Span
from astana_study.agreement.pairing import Pairing, overlap, unify_holders
from astana_study.agreement.units import find_part

KINDS = ("missed", "invented", "cue", "act", "mode", "holders", "holder_status", "content", "direct_quote", "distance",
         "targets", "topics", "mention missed", "mention invented", "naming", "round", "published")  # fmt: skip
"""What can differ. A claim or mention is *missed* where only the reference has it, *invented* where only the other."""
COLUMNS = ("article_id", "language", "part", "kind", "start", "end", "words", "reference", "other", "rule", "context")
_AROUND = 40


def list_differences(pairing: Pairing) -> Iterator[tuple]:
    """Yield the differences of one text in the order of the text, as rows of `COLUMNS`.

    ``start`` and ``end`` are those of the cue or the mention, ``rule`` that of the coder where it has one, ``context``
    the words round it on one line, the cue inside ⟦ ⟧.
    """
    rows = [*_list_whole(pairing), *_list_claims(pairing), *_list_mentions(pairing)]
    yield from sorted(rows, key=lambda row: (row[4], row[5], KINDS.index(row[3])))


def _list_claims(pairing: Pairing) -> Iterator[tuple]:
    for claim in pairing.missed:
        yield _make_row(pairing.reference, "missed", claim.cue, claim.act, "", claim.rule)
    for claim in pairing.invented:
        yield _make_row(pairing.other, "invented", claim.cue, "", claim.act, claim.rule)
    for a, b in pairing.pairs:
        for kind, left, right in _compare(pairing.reference.text, a, b):
            yield _make_row(pairing.reference, kind, a.cue, left, right, b.rule or a.rule)


def _compare(text: str, a: CodedClaim, b: CodedClaim) -> Iterator[tuple[str, str, str]]:
    if a.cue != b.cue:
        yield "cue", text[slice(*a.cue)], text[slice(*b.cue)]
    for kind in ("act", "mode", "holder_status"):
        if getattr(a, kind) != getattr(b, kind):
            yield kind, getattr(a, kind), getattr(b, kind)
    if unify_holders(a.holders) != unify_holders(b.holders):
        yield "holders", _join(a.holders), _join(b.holders)
    if overlap(a.content, b.content) < 0.8:
        yield "content", *(text[slice(*c.content)] if c.content else "" for c in (a, b))
    if a.direct_quote != b.direct_quote:
        yield "direct_quote", *("yes" if c.direct_quote else "no" for c in (a, b))
    if a.distance_scope != b.distance_scope:
        yield "distance", a.distance_scope, b.distance_scope
    for kind in ("targets", "topics"):
        if getattr(a, kind) != getattr(b, kind):
            yield kind, _join(getattr(a, kind)), _join(getattr(b, kind))


def _list_mentions(pairing: Pairing) -> Iterator[tuple]:
    sides = [{(m.start, m.end, m.actor_id): m.naming for m in coding.mentions}
             for coding in (pairing.reference, pairing.other)]  # fmt: skip
    for kind, here, there, place in (("mention missed", *sides, 0), ("mention invented", *sides[::-1], 1)):
        for start, end, actor in here.keys() - there.keys():
            values = ["", ""]
            values[place] = actor
            yield _make_row(pairing.reference, kind, (start, end), *values, "")
    for key in sides[0].keys() & sides[1].keys():
        if sides[0][key] != sides[1][key]:
            yield _make_row(pairing.reference, "naming", key[:2], sides[0][key], sides[1][key], "")


def _list_whole(pairing: Pairing) -> Iterator[tuple]:
    for kind in ("round", "published"):
        values = [getattr(coding, kind) for coding in (pairing.reference, pairing.other)]
        if values[0] != values[1]:
            yield _make_row(pairing.reference, kind, (0, 0), *("" if v is None else str(v) for v in values), "")


def _join(values: frozenset[str]) -> str:
    return " ".join(sorted(values))


def _make_row(coding: CodedArticle, kind: str, span: Span, reference: str, other: str, rule: str) -> tuple:
    text, (start, end) = coding.text, span
    left, right = max(start - _AROUND, 0), min(end + _AROUND, len(text))
    words = f"{text[left:start]}⟦{text[start:end]}⟧{text[end:right]}" if end > start else text[:right]
    context = ("…" if left else "") + " ".join(words.split()) + ("…" if right < len(text) else "")
    return (coding.article_id, coding.language, find_part(coding, start), kind, start, end, text[start:end], reference,
            other, rule, context)  # fmt: skip
