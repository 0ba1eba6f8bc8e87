"""Claims of two codings of one text, matched by their cues.

Matched one to one, the greatest overlap first. What is scored on matched claims only (act, holders, content) cannot be
made better by finding fewer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from astana_study.agreement.gold import CodedArticle, CodedClaim, GoldError, Span

GUARANTORS = frozenset({"RUS", "TUR", "IRN"})


@dataclass(frozen=True, slots=True)
class Pairing:
    """The claims of one article under two codings: matched pairs, and those only one coding has."""

    reference: CodedArticle
    other: CodedArticle
    pairs: tuple[tuple[CodedClaim, CodedClaim], ...]
    missed: tuple[CodedClaim, ...]
    invented: tuple[CodedClaim, ...]


def overlap(a: Span | None, b: Span | None) -> float:
    """Return the overlap of two spans: shared code points over all code points (Jaccard); two absent spans agree.

    Examples
    --------
    >>> overlap((0, 4), (2, 6))
    0.3333333333333333
    """
    if a is None or b is None:
        return 1.0 if a is b else 0.0
    shared = min(a[1], b[1]) - max(a[0], b[0])
    if shared <= 0:
        return 0.0
    return shared / (max(a[1], b[1]) - min(a[0], b[0]))


def unify_holders(actors: Iterable[str]) -> frozenset[str]:
    """Return a holder set in which the three guarantors, named one by one, are the body.

    Examples
    --------
    >>> sorted(unify_holders(["IRN", "RUS", "TUR"]))
    ['GUARANTORS']
    """
    found = frozenset(actors)
    return (found - GUARANTORS) | {"GUARANTORS"} if found >= GUARANTORS else found


def pair_claims(reference: CodedArticle, other: CodedArticle, *, least: float = 0.0) -> Pairing:
    """Match the claims of two codings by their cues.

    Parameters
    ----------
    reference, other : CodedArticle
        Two codings of the same text.
    least : float
        Overlap (Jaccard) above which two cues match; 0 takes any shared letter, 1 only equal spans.

    Raises
    ------
    GoldError
        When the two are codings of different texts.
    """
    if reference.article_id != other.article_id or reference.text != other.text:
        raise GoldError(f"{reference.article_id} and {other.article_id}: two codings can only be compared when they "
                        "are of one article with one text, to the letter")
    scored = []
    for i, a in enumerate(reference.claims):
        for j, b in enumerate(other.claims):
            shared = overlap(a.cue, b.cue)
            if shared > 0 and shared >= least:
                scored.append((-shared, -overlap(a.content, b.content), i, j))
    left: set[int] = set()
    right: set[int] = set()
    pairs = []
    for _, _, i, j in sorted(scored):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((i, j))
    pairs.sort()
    return Pairing(
        reference, other, tuple((reference.claims[i], other.claims[j]) for i, j in pairs),
        tuple(claim for i, claim in enumerate(reference.claims) if i not in left),
        tuple(claim for j, claim in enumerate(other.claims) if j not in right),
    )  # fmt: skip
