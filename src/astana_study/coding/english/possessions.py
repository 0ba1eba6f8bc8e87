"""Nouns of an act whose owner stands behind them: "the decision of the government to …", "a deal between A and B"."""

from __future__ import annotations

from typing import Final

from astana_study.coding.draft import Holder
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.grammar import Reading
from astana_study.coding.english.lexicon import ADV, AUX, COMMA, CONJ, DET, MODAL, NUMBER, QUOTE, TIME, TO
from astana_study.coding.english.nouns import PRINCIPLES
from astana_study.coding.english.openings import skip_time
from astana_study.coding.entities import Entity

OWNERS: Final = {"mention", "country", "capital", "person", "role", "weak"}
"""Uses of names that can own a noun behind "of"."""
MATTERS: Final = {
    "agree": ("on", "over"),
    "call": ("for",),
    "commit": ("for",),
    "warn": ("about", "against", "over"),
    "concern": ("about", "over"),
    "reject": ("to",),
    "affirm": ("to", "on"),
    "welcome": ("for",),
}
"""What opens the content behind an owner, by the act; "to" and "that" before a clause do so for all."""
BACKING: Final = {"support", "backing", "endorsement"}
"""The nouns of welcoming that are given by the one behind "of"; praise is given to him."""


def adhere(draft: Finding, ahead: list[str]) -> None:
    """Let a commitment to a principle be an affirmation of it."""
    head = " ".join(ahead)
    if any(principle in head for principle in PRINCIPLES):
        draft.act = "affirm"


def find_content(reading: Reading, j: int, act: str) -> int:
    """Return the first word of what a noun of `act` is about, which word `j` opens; -1 where it opens nothing."""
    words = reading.words
    if j + 1 >= reading.sentence.last or j in reading.sentence.inside:
        return -1
    if words[j].cls & TO and j in reading.clauses.covered:
        return j
    told = words[j].fold == "that" and act != "reject" and not words[j + 1].cls & (AUX | MODAL)  # no relative clause
    if told or words[j].fold in MATTERS.get(act, ()) and not words[j + 1].cls & (TIME | NUMBER | ADV):
        return j + 1
    return -1


def read_possessed(reading: Reading, k: int) -> bool:
    """Read "the refusal of Damascus to attend", "the decision of the two ministers that"."""
    words = reading.words
    noun = words[k].noun
    if noun is None or noun.noun in ("condemn", "discuss") or noun.noun == "state" and words[k].fold != "statement":
        return False
    if noun.noun == "welcome" and noun.lemma not in BACKING:
        return False
    s = k + 2
    e = end_names(reading, s)
    if e < 0:
        return False
    start = find_content(reading, e, noun.noun)
    if start < 0 or start >= reading.sentence.last:
        return False
    if noun.lemma in BACKING and reading.is_side(start):
        return False
    holder = reading.phrases.read(s, e)
    if holder is None or holder.kind in ("holder", "unknown"):
        return False
    _finish(reading, k, start, holder, "en.noun.of")
    return True


def read_shared(reading: Reading, k: int) -> None:
    """Read "a deal between Moscow and Ankara on Idlib"."""
    words = reading.words
    noun = words[k].noun
    if noun is None or noun.noun != "agree":
        return
    e = end_names(reading, k + 2)
    start = -1 if e < 0 else find_content(reading, e, noun.noun)
    if start < 0:
        return
    holder = reading.phrases.read(k + 2, e)
    if holder is not None and len(holder.actors) > 1 or holder is not None and holder.gender == "p":
        _finish(reading, k, start, holder, "en.noun.of")


def end_names(reading: Reading, s: int) -> int:
    """Return where the names end that begin at word `s`; -1 where there are none."""
    sentence, words = reading.sentence, reading.words
    e, found = s, -1
    while e < sentence.last and e < s + 16:
        entity: Entity | None = sentence.inside.get(e)
        if entity is not None:
            if entity.entry.use not in OWNERS and entity.entry.use not in ("anaphor", "collective"):
                return -1
            e = found = entity.j
            continue
        if words[e].cls & (DET | ADV | CONJ | COMMA | QUOTE) or words[e].lists and found < 0:
            e += 1
            continue
        if found < 0 and not words[e].cls and not words[e].kinds and e < s + 4:
            e += 1  # "the Damascus-based", "the ruling"
            continue
        break
    if found > 0:
        found = skip_time(sentence, found)
    return found


def _finish(reading: Reading, k: int, start: int, holder: Holder, rule: str) -> None:
    sentence = reading.sentence
    noun = reading.words[k].noun
    if noun is None:
        return
    draft = Finding(sentence.starts[k], sentence.ends[k], noun.lemma, noun.noun, "nominal", rule, holder)
    reading.open_content(draft, start)
    if draft.act == "commit" and start not in reading.clauses.covered:
        adhere(draft, sentence.folded[start : start + 7])
    draft.extra["nominal"] = k
    reading.finish_aside(draft, holder, "explicit subject")


__all__ = ["adhere", "end_names", "find_content", "read_possessed", "read_shared"]
