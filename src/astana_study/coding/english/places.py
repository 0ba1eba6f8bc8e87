"""Countries as territory: in lists behind "in", behind their city, in the unity and the borders of something."""

from __future__ import annotations

from typing import Final

from astana_study.coding.english.lexicon import (
    AUX,
    BASE,
    COMMA,
    CONJ,
    GENITIVE,
    MODAL,
    PAST,
    PREP,
    PUNCT,
    SUB,
    THIRD,
)
from astana_study.coding.english.lists import NEAR_ON, NEAR_TO, NEAR_WITH, OF_PLACE, PARTS, SUBURBS, TO_PLACE
from astana_study.coding.english.sentence import Sentence
from astana_study.coding.entities import Entity

PLACED: Final = {
    "in",
    "inside",
    "across",
    "throughout",
    "into",
    "near",
    "outside",
    "within",
    "northeast",
    "northwest",
    "northern",
    "southern",
    "eastern",
    "western",
    "northwestern",
    "northeastern",
    "southeastern",
    "southwestern",
    "north",
    "south",
    "around",
    "bordering",
    "neighboring",
    "neighbouring",
}


LEFT: Final = {"left", "leave", "leaves", "leaving", "visited", "visit", "visits", "visiting", "reached"}

DEPARTED: Final = {"left", "leave", "leaves", "leaving", "departed", "headed", "bound"}
NEIGHBOURING: Final = {"with": NEAR_WITH, "on": NEAR_ON, "to": NEAR_TO}
"""Prepositions behind which, with certain words before, a country is the land across the border, or a destination."""


def is_place(sentence: Sentence, entity: Entity) -> bool:
    """Whether a country or capital stands for its territory, not for its government."""
    words, first = sentence.words, sentence.first
    head = find_list_head(sentence, entity)
    if head - 1 > first and words[head - 1].fold == "both":
        head -= 1  # "in both Iraq and Syria"
    opens = words[head - 1].fold if head > first and head - 1 not in sentence.inside else ""
    if opens == "for" and head - 2 >= first and words[head - 2].fold in DEPARTED:
        return True  # "left for Turkey"
    if opens in PLACED or opens in LEFT:
        return head == entity.i or not _begins_clause(sentence, entity)
    if entity.entry.use == "capital" and opens in ("or", "and") and _is_town(sentence, head - 2):
        return True
    if head - 2 >= first:
        if opens == "of" and words[head - 2].lists & OF_PLACE or opens == "to" and words[head - 2].lists & TO_PLACE:
            return True
    if opens == "from" and entity.j + 1 < sentence.last and words[entity.j].fold == "to" and words[entity.j + 1].cap:
        return True  # "the road from Damascus to Homs"
    if opens == "to" and head - 3 >= first and words[head - 3].fold == "from" and words[head - 2].cap:
        return True
    if entity.entry.use == "weak" and entity.i > first:
        before = words[entity.i - 1].fold
        if before in ("from", "to", "visit", "via", "at"):
            return True
        if before == "the" and entity.i > first + 2 and words[entity.i - 2].fold in ("in", "of"):
            return words[entity.i].fold != "government"
    return _borders(sentence, entity, head) or _locates(sentence, entity)


def _begins_clause(sentence: Sentence, entity: Entity) -> bool:
    """Whether a list that an opening phrase seems to begin is a subject: "In northern Syria, Russia and Iran have"."""
    words, j = sentence.words, entity.j
    if not words[sentence.first].cls & (PREP | SUB):
        return False
    while j < sentence.last and (words[j].cls & (CONJ | COMMA) or j in sentence.inside):
        j = sentence.inside[j].j if j in sentence.inside else j + 1
    return j < sentence.last and not words[j - 1].cls and (
        words[j].cls & (AUX | MODAL) != 0 or words[j].kinds & (PAST | THIRD | BASE) != 0 and not words[j].nounish
    )


def _is_town(sentence: Sentence, k: int) -> bool:
    """Whether a name that the codebook does not know is the goal of a journey: "to Muscat or Abu Dhabi"."""
    words = sentence.words
    if k <= sentence.first or k in sentence.inside or not words[k].cap or words[k].cls or words[k].adjective:
        return False
    return words[k - 1].fold in PLACED or words[k - 1].fold in ("to", "from", "via")


def _borders(sentence: Sentence, entity: Entity, head: int) -> bool:
    """Whether a neighbour or a region is meant: "its borders with Iraq", "Syria's north", "the Damascus suburbs"."""
    words, first, last = sentence.words, sentence.first, sentence.last
    before = words[head - 1].fold if head > first else ""
    if before in ("with", "on", "to") and head - 2 >= first:
        k = head - 2 - (words[head - 2].fold in ("them", "it", "him") and head - 3 >= first)  # "take them to Turkey"
        if words[k].lists & NEIGHBOURING[before]:
            return True
    if before == "," and head - 2 >= first and words[head - 2].fold == "capital":
        return True
    k = entity.j
    if k < last and words[k].cls & GENITIVE:
        k += 1
        while k < last and words[k].fold in PLACED:
            k += 1
        return k < last and words[k].lists & PARTS > 0 and k not in sentence.inside
    if entity.entry.use == "capital":
        while k < min(last, entity.j + 3) and (words[k].cls & CONJ or words[k].cap):
            k += 1
        return k < last and words[k].lists & SUBURBS > 0
    return False


def find_list_head(sentence: Sentence, entity: Entity) -> int:
    """The first word of the list of countries in which a name stands: "in Iraq, Syria and Lebanon"."""
    words, k = sentence.words, entity.i
    while k - 2 >= sentence.first and words[k - 1].cls & (CONJ | COMMA):
        p = k - 2 - (words[k - 1].cls & CONJ != 0 and words[k - 2].fold == ",")
        other = sentence.inside.get(p)
        if other is None or other.entry.use not in ("country", "capital", "weak"):
            break
        k = other.i
    return k


def _locates(sentence: Sentence, entity: Entity) -> bool:
    """Whether a country stands behind its city: "in Sochi, Russia", "GENEVA, Switzerland –"."""
    words, first = sentence.words, sentence.first
    k = entity.i - 1
    if k > first and words[k].fold == ",":
        k -= 1
    if k < first or not words[k].cap or words[k].adjective or k in sentence.inside or words[k].cls:
        return False
    following = words[entity.j] if entity.j < sentence.last else None
    if following is not None and following.kinds and not following.cls:
        return False  # "at talks in Switzerland, Turkey views them as …"
    if k == first:
        return sentence.surfaces[k].isupper() and entity.j < sentence.last and bool(words[entity.j].cls & PUNCT)
    return words[k - 1].fold in PLACED or words[k - 1].fold in ("at", "to", "from", "of")
