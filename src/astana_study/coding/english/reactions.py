"""Reactions that something draws: "the raid drew condemnation from Iran", "was met with criticism from Damascus"."""

from __future__ import annotations

from typing import Final

from astana_study.coding.english.clauses import FINITE, Group
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.grammar import Reading
from astana_study.coding.english.lexicon import ADV, PREP, PUNCT
from astana_study.coding.english.possessions import BACKING, end_names

DRAWING: Final = {
    "attract", "come under", "draw", "earn", "elicit", "meet with", "prompt", "provoke", "spark", "trigger", "win",
}  # fmt: skip
"""Verbs whose subject is what others speak of."""
DRAWN: Final = {"accuse", "call", "concern", "condemn", "deny", "reject", "warn", "welcome"}
FARTHEST: Final = 5


def read_drawn(reading: Reading, group: Group) -> None:
    """Read a reaction with those from whom it comes: they are the holder, the subject is the content."""
    sentence, words = reading.sentence, reading.words
    if group.kind != FINITE or group.passive != (group.lemma == "meet with"):
        return
    k = group.j
    while k < min(group.j + FARTHEST, sentence.last - 2) and words[k].noun is None:
        if words[k].cls & (PREP | PUNCT) or k in sentence.inside or k in reading.clauses.covered:
            return
        k += 1
    noun = words[k].noun
    if noun is None or noun.noun not in DRAWN or noun.lemma in BACKING or words[k + 1].fold != "from":
        return
    e = end_names(reading, k + 2)
    holder = reading.phrases.read(k + 2, e) if e > 0 else None
    reading.subjects.find(group)
    begin = reading.subjects.begin.get(group.m, group.i)
    if holder is None or holder.kind in ("unknown", "holder") or begin >= group.i:
        return
    draft = Finding(
        sentence.starts[group.m], sentence.ends[k], group.lemma, noun.noun, "reported", "en.verb.drawn", holder
    )
    last = group.i - 1
    while last > begin and words[last].cls & (ADV | PUNCT) and last not in sentence.inside:
        last -= 1
    draft.content_start, draft.content_end = sentence.starts[begin], sentence.ends[last]
    draft.extra["group"] = group
    draft.extra["at"] = begin
    reading.consumed.add(k)
    reading.finish_aside(draft, holder, "explicit subject")


__all__ = ["DRAWING", "read_drawn"]
