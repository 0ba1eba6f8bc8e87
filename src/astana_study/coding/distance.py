"""The outlet's distance: what it holds at arm's length, and with which words.

Three scopes. A cue that doubts what it reports (claimed); a clause ("as they put it"); a term ("so-called", scare
quotes round a label). One claim has one distance: the cue comes before the clause, the clause before the term.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from astana_study.coding.draft import Draft

MARKS: Final = 2
"""Letters by which a label in quotation marks may reach over a content that has lost them: a mark, and a stop in it."""


class Marker:
    """A distance marker found in a sentence."""

    __slots__ = ("among", "end", "scope", "start")

    def __init__(self, scope: str, start: int, end: int, among: Sequence[Draft] = ()) -> None:
        self.scope = scope
        self.start = start
        self.end = end
        self.among = among
        """For a clause: the claims with whose speakers its pronoun agrees; none where that tells nothing."""


def choose_distance(draft: Draft, markers: list[Marker], rivals: Sequence[Draft]) -> Marker | None:
    """Return the distance of a claim among the markers of its sentence.

    A marker belongs to the innermost claim in whose content it stands; a clause marker behind a claim belongs to
    the claim that ends there.
    """
    if draft.act == "claim":
        return Marker("cue", draft.cue_start, draft.cue_end)
    clause = term = None
    for marker in markers:
        if marker.scope == "clause":
            if clause is None and _owns_clause(draft, marker, rivals):
                clause = marker
        elif (
            term is None
            and _covers(draft, marker)
            and not any(_covers(other, marker) and _is_inside(other, draft) for other in rivals if other is not draft)
        ):
            term = marker
    return clause or term


def _covers(draft: Draft, marker: Marker) -> bool:
    start = min(draft.cue_start, draft.content_start) if draft.content_start >= 0 else draft.cue_start
    if draft.status == "explicit" and draft.holder is not None and 0 <= draft.holder.start < start:
        start = draft.holder.start  # "the so-called council": the holder's name is held at arm's length
    end = max(draft.cue_end, draft.content_end)
    whole = marker.start < draft.content_start and end < marker.end <= end + MARKS  # a content that is all label
    return start <= marker.start and (marker.end <= end or whole)


def _is_inside(inner: Draft, outer: Draft) -> bool:
    return outer.content_start <= inner.cue_start and inner.cue_end <= outer.content_end and inner is not outer


def _owns_clause(draft: Draft, marker: Marker, rivals: Sequence[Draft]) -> bool:
    if marker.among:
        rivals = marker.among
        if draft not in rivals:
            return False
    if draft.rule.endswith(".attribution") and marker.start <= draft.cue_start < marker.end:
        return True  # "according to the claims of X": the cue is the first word of the marker
    if _covers(draft, marker):
        inner = [
            other for other in rivals if other is not draft and _covers(other, marker) and _is_inside(other, draft)
        ]
        return not inner
    end = max(draft.cue_end, draft.content_end)
    if end <= marker.start:
        between = [other for other in rivals if end <= other.cue_start <= marker.start and other is not draft]
        later = [other for other in rivals
                 if other is not draft and end < max(other.cue_end, other.content_end) <= marker.start]  # fmt: skip
        return not between and not later
    return draft.cue_start <= marker.start < draft.content_start
