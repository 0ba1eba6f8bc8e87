"""How far two codings of the same texts agree: a coder against a hand coding, or two people.

Claims are matched by their cues, one to one, the greatest overlap first. What is scored on matched claims only (act,
holders, content) cannot be made better by finding fewer. The three guarantors named one by one and the guarantors as
a body are the same holder.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from astana_study.agreement.gold import CodedArticle, CodedClaim

GUARANTORS = frozenset({"RUS", "TUR", "IRN"})

Span = tuple[int, int]


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
    """
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


@dataclass(slots=True)
class Counts:
    """True positives, and how many each side has: what precision, recall and F1 are made of."""

    both: int = 0
    reference: int = 0
    other: int = 0

    @property
    def precision(self) -> float:
        """Share of the other's that the reference has."""
        return self.both / self.other if self.other else float(not self.reference)

    @property
    def recall(self) -> float:
        """Share of the reference's that the other has."""
        return self.both / self.reference if self.reference else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        total = self.reference + self.other
        return 2 * self.both / total if total else 1.0


def measure(pairings: Sequence[Pairing]) -> dict[str, float]:
    """Return the measures of agreement over a set of articles.

    Returns
    -------
    dict of str to float
        ``claims_precision claims_recall claims_f1 claims_f1_03 claims_f1_exact act mode holders holder_span content
        content_08 direct_quote distance_f1 mentions_f1 topics_f1 targets_f1 round published``, each between 0 and 1.
    """
    claims, distance, mentions, topics, targets = Counts(), Counts(), Counts(), Counts(), Counts()
    at = {0.3: Counts(), 1.0: Counts()}
    rates: dict[str, list[float]] = {name: [] for name in (
        "act", "mode", "holders", "holder_span", "content", "content_08", "direct_quote", "round", "published")}  # fmt: skip
    for pairing in pairings:
        claims.both += len(pairing.pairs)
        claims.reference += len(pairing.reference.claims)
        claims.other += len(pairing.other.claims)
        for least, counts in at.items():
            counts.both += sum(1 for a, b in pairing.pairs if overlap(a.cue, b.cue) >= least)
            counts.reference += len(pairing.reference.claims)
            counts.other += len(pairing.other.claims)
        distance.both += sum(1 for a, b in pairing.pairs if a.distance_scope and b.distance_scope)
        distance.reference += sum(1 for claim in pairing.reference.claims if claim.distance_scope)
        distance.other += sum(1 for claim in pairing.other.claims if claim.distance_scope)
        left = {(m.start, m.end, m.actor_id) for m in pairing.reference.mentions}
        right = {(m.start, m.end, m.actor_id) for m in pairing.other.mentions}
        _count(mentions, left, right)
        rates["round"].append(float(pairing.reference.round == pairing.other.round))
        rates["published"].append(float(pairing.reference.published == pairing.other.published))
        for a, b in pairing.pairs:
            _count(topics, a.topics, b.topics)
            _count(targets, a.targets, b.targets)
            rates["act"].append(float(a.act == b.act))
            rates["mode"].append(float(a.mode == b.mode))
            rates["holders"].append(float(unify_holders(a.holders) == unify_holders(b.holders)))
            rates["holder_span"].append(overlap(a.holder, b.holder))
            shared = overlap(a.content, b.content)
            rates["content"].append(shared)
            rates["content_08"].append(float(shared >= 0.8))
            rates["direct_quote"].append(float(a.direct_quote == b.direct_quote))
    result = {
        "claims_precision": claims.precision, "claims_recall": claims.recall, "claims_f1": claims.f1,
        "claims_f1_03": at[0.3].f1, "claims_f1_exact": at[1.0].f1, "distance_f1": distance.f1,
        "mentions_f1": mentions.f1, "topics_f1": topics.f1, "targets_f1": targets.f1,
    }  # fmt: skip
    for name, values in rates.items():
        result[name] = sum(values) / len(values) if values else 1.0
    return result


def _count(counts: Counts, reference: Iterable, other: Iterable) -> None:
    left, right = set(reference), set(other)
    counts.both += len(left & right)
    counts.reference += len(left)
    counts.other += len(right)
