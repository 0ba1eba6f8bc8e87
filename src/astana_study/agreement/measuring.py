"""What is counted about a pairing, and how the counts of many texts become measures with intervals.

Every measure is a share: what agrees, over what could. Both are counted text by text, so that texts can be resampled;
a measure for which nothing could agree has no value (not 1, and not 0).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np

from astana_study.agreement.pairing import Pairing, overlap, unify_holders
from astana_study.agreement.units import find_part, list_sentences, list_words

RESAMPLES, SEED = 2000, 20
"""How often texts are drawn anew for an interval, and from which fixed seed."""
THRESHOLDS = {"": 0.0, "_03": 0.3, "_08": 0.8, "_exact": 1.0}
_SETS = ("claims", *(f"claims{name}" for name in THRESHOLDS if name), "distance", "mentions", "topics", "targets")
MEASURES = (
    *(f"{name}_{kind}" for name in _SETS for kind in ("precision", "recall", "f1")),
    "act", "mode", "holders", "holder_status", "holder_span", "content", "content_08", "direct_quote",
    "distance_scope", "naming", "round", "published",
)  # fmt: skip
"""All measures of agreement, in the order of the table."""
WHOLE = ("round", "published")
ALPHAS = ("alpha_act", "alpha_holders", "alpha_distance", "alpha_sentences", "alpha_words")

Counts = dict[str, tuple[float, float]]


def count_pairing(pairing: Pairing, part: str | None = None) -> Counts:
    """Count what agrees and what could, by measure, in one text or one part of it."""
    inside = _make_filter(pairing, part)
    pairs = [(a, b) for a, b in pairing.pairs if inside(a.cue[0])]
    coded = [[a for a, _ in pairs] + [claim for claim in pairing.missed if inside(claim.cue[0])],
             [b for _, b in pairs] + [claim for claim in pairing.invented if inside(claim.cue[0])]]  # fmt: skip
    counts: Counts = {}
    for name, least in THRESHOLDS.items():
        both = sum(overlap(a.cue, b.cue) >= least for a, b in pairs)
        _put_shares(counts, f"claims{name}", both, len(coded[0]), len(coded[1]))
    far = [sum(bool(claim.distance_scope) for claim in side) for side in coded]
    _put_shares(counts, "distance", sum(bool(a.distance_scope and b.distance_scope) for a, b in pairs), *far)
    left, right = ({(m.start, m.end, m.actor_id): m.naming for m in coding.mentions if inside(m.start)}
                   for coding in (pairing.reference, pairing.other))  # fmt: skip
    _put_sets(counts, "mentions", [(left, right)])
    _put_sets(counts, "topics", [(a.topics, b.topics) for a, b in pairs])
    _put_sets(counts, "targets", [(a.targets, b.targets) for a, b in pairs])
    for name in ("act", "mode", "holder_status", "direct_quote"):
        _put_rate(counts, name, (getattr(a, name) == getattr(b, name) for a, b in pairs))
    _put_rate(counts, "holders", (unify_holders(a.holders) == unify_holders(b.holders) for a, b in pairs))
    _put_rate(counts, "holder_span", (overlap(a.holder, b.holder) for a, b in pairs))
    shared = [overlap(a.content, b.content) for a, b in pairs]
    _put_rate(counts, "content", shared)
    _put_rate(counts, "content_08", (value >= 0.8 for value in shared))
    _put_rate(counts, "distance_scope", (a.distance_scope == b.distance_scope for a, b in pairs
                                         if a.distance_scope and b.distance_scope))  # fmt: skip
    _put_rate(counts, "naming", (left[key] == right[key] for key in left.keys() & right.keys()))
    if part is None:
        for name in WHOLE:
            _put_rate(counts, name, [getattr(pairing.reference, name) == getattr(pairing.other, name)])
    return counts


def _make_filter(pairing: Pairing, part: str | None):
    if part is None:
        return lambda position: True
    return lambda position: find_part(pairing.reference, position) == part


def _put_shares(counts: Counts, name: str, both: float, reference: float, other: float) -> None:
    counts[f"{name}_precision"] = both, other
    counts[f"{name}_recall"] = both, reference
    counts[f"{name}_f1"] = 2 * both, reference + other


def _put_sets(counts: Counts, name: str, sets: Iterable[tuple[Collection, Collection]]) -> None:
    sets = list(sets)
    _put_shares(counts, name, sum(len(set(a) & set(b)) for a, b in sets), sum(len(a) for a, _ in sets),
                sum(len(b) for _, b in sets))  # fmt: skip


def _put_rate(counts: Counts, name: str, values: Iterable[float]) -> None:
    values = list(values)
    counts[name] = float(sum(values)), len(values)


def list_pairs(pairing: Pairing) -> dict[str, list[tuple[str, str]]]:
    """Return the units on which alpha is found, each with the values of both coders.

    Act, holders and distance on matched claims; whether a claim's cue begins in a sentence, and whether a word is part
    of a cue, on all sentences and words of the text.
    """
    matched = pairing.pairs
    found = {
        "alpha_act": [(a.act, b.act) for a, b in matched],
        "alpha_holders": [tuple(" ".join(sorted(unify_holders(c.holders))) for c in pair) for pair in matched],
        "alpha_distance": [(a.distance_scope, b.distance_scope) for a, b in matched],
    }
    cues = [sorted(claim.cue for claim in coding.claims) for coding in (pairing.reference, pairing.other)]
    sentences = list_sentences(pairing.reference.text, pairing.reference.kind)
    units = {"alpha_sentences": [(s.start, s.end) for s in sentences if s.part not in ("related", "boilerplate")],
             "alpha_words": list(list_words(pairing.reference.text))}  # fmt: skip
    for name, spans in units.items():
        marks = [_mark(spans, [(cue[0], cue[0] + 1) if name == "alpha_sentences" else cue for cue in side])
                 for side in cues]  # fmt: skip
        found[name] = list(zip(*marks, strict=True))
    return found


def _mark(units: Sequence[tuple[int, int]], cues: Sequence[tuple[int, int]]) -> list[str]:
    """Return for each unit whether a cue stands in it; both run in the order of the text."""
    marks, first = [], 0
    for start, end in units:
        while first < len(cues) and cues[first][1] <= start:
            first += 1
        marks.append("yes" if any(cue[0] < end and start < cue[1] for cue in cues[first : first + 8]) else "no")
    return marks


def draw_weights(texts: int, resamples: int = RESAMPLES) -> np.ndarray:
    """Return how often each text is drawn in each resample: shape (resamples, texts), the same on every call."""
    if not texts:
        return np.zeros((resamples, 0))
    drawn = np.random.default_rng(SEED).integers(0, texts, size=(resamples, texts))
    return np.stack([np.bincount(row, minlength=texts) for row in drawn])


def find_interval(values: np.ndarray) -> tuple[float, float]:
    """Return the middle 95 % of resampled values; not a number where most of them have none."""
    known = values[~np.isnan(values)]
    if len(known) < len(values) / 2 or not len(known):
        return float("nan"), float("nan")
    low, high = np.percentile(known, (2.5, 97.5))
    return float(low), float(high)


def share(agreed: np.ndarray, possible: np.ndarray) -> np.ndarray:
    """Return what agrees over what could; not a number where nothing could."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(possible > 0, agreed / np.where(possible > 0, possible, 1), np.nan)
