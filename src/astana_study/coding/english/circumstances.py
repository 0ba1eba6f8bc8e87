"""What stands behind a content without belonging to it: where it was said, what went on meanwhile."""

from __future__ import annotations

from typing import Final

from astana_study.coding.english.clauses import FINITE
from astana_study.coding.english.grammar import Reading
from astana_study.coding.english.lexicon import DET, NUMBER, TIME

SPOKEN_IN: Final = {
    "statement",
    "interview",
    "briefing",
    "conference",
    "speech",
    "communique",
    "letter",
    "tweet",
    "remarks",
}


def cut_meanwhile(reading: Reading, start: int, end: int) -> int:
    """Leave out what went on meanwhile: "condemned the raids as they met for talks"."""
    for k in range(start + 2, end - 2):
        if reading.words[k].fold == "as" and k not in reading.sentence.inside and k not in reading.sentence.quoted:
            for group in reading.clauses.groups:
                if group.kind == FINITE and group.i > k + 1 and reading.subjects.begin.get(group.m) == k + 1:
                    return k
    return end


def cut_setting(reading: Reading, start: int, end: int) -> int:
    """Leave out where it was said: "declared its opposition to any deal in a statement on Monday"."""
    words, inside = reading.words, reading.sentence.inside
    k = end
    while k > start and (words[k - 1].cls & (TIME | NUMBER) or words[k - 1].fold == "on"):
        k -= 1
    if k <= start + 2 or words[k - 1].fold not in SPOKEN_IN:
        return end
    k -= 1
    while k > start + 1 and (k in inside or not words[k].cls & ~DET):
        k -= 1
    if words[k].fold not in ("in", "at", "during") or k - 1 in reading.clauses.covered:
        return end
    return k
