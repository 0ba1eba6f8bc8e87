"""What somebody holds something to be: the Kurds, whom Ankara considers terrorists; he sees in it a threat."""

from __future__ import annotations

from typing import Final

from astana_study.codebook.conjugation import IMPERFECT
from astana_study.coding.arabic.arguments import Arguments
from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.content import cue_start, finish_draft, set_content
from astana_study.coding.arabic.frames import Frames
from astana_study.coding.arabic.levels import agrees, reading_gender
from astana_study.coding.arabic.phrases import read_phrase
from astana_study.coding.arabic.words import DEM, REL, Reading
from astana_study.coding.draft import Draft, Holder

SEEING: Final = {"اعتبر", "رأى"}
"""Verbs that say so in a main clause."""
DEEMING: Final = {"اعتبر", "عد", "صنف"}
"""Those of them with two objects."""
WITHIN: Final = {"فيه", "فيها", "فيهم", "فيهما"}
"""Words behind "see": what is seen in something is what it is held to be."""


def is_deemed(walk: Walk, arguments: Arguments) -> bool:
    """Tell whether something is held to be something: behind the definite object stands an indefinite accusative."""
    words, first = walk.words, arguments.phrases[0]
    for k in range(first.i + 1, min(first.j + 4, walk.sentence.last)):
        word = words[k]
        if word.cls & REL:
            break
        if word.rest.endswith("ا") and word.nominal and not word.article and k not in walk.sentence.inside:
            return first.head_entity or words[first.i].article
    return False


def claim_deemed(walk: Walk, i: int, reading: Reading, frames: Frames, arguments: Arguments, holder: Holder | None,
                 how: str, depth: int) -> Draft | None:  # fmt: skip
    """X sees Y as Z, X sees in Y a Z: the subject stands before the verb, or what follows cannot be it."""
    phrases, words, last = arguments.phrases, walk.words, walk.sentence.last
    if holder is None or arguments.opener in ("that", "quote", "colon") or i + 1 >= last or (
        reading.kind != IMPERFECT and words[i + 1].fold not in WITHIN
    ):  # fmt: skip
        return None
    place = -1
    late = how == "explicit subject" and holder.start > walk.sentence.starts[i]
    if phrases and not late and is_deemed(walk, arguments):
        ahead = how == "explicit subject" and 0 <= holder.start < walk.sentence.starts[i] or (
            reading.person == 1 or walk.taken == i and holder.kind != "unknown"  # "X has come to consider"
        )
        place = phrases[0].i if ahead or not agrees(phrases[0].gender, reading_gender(reading), verb_first=True) else -1
    within = phrases[0].j if phrases and late else i + 1
    if frames.lemma == "رأى" and i + 2 < last and words[i + 1].fold in WITHIN:
        named = read_phrase(walk.sentence, i + 2, last)
        if named is not None and named.known and agrees(named.gender, reading_gender(reading), verb_first=True):
            holder, how, place = walk.holder_of(named), "explicit subject", named.j
        elif named is not None and not words[i + 2].article:
            place = i + 2
        if holder is None or not 0 < place < last or words[place].article or not words[place].nominal:
            return None
    elif place < 0 and frames.lemma == "رأى" and within + 2 < last and words[within].fold == "في":
        phrase = read_phrase(walk.sentence, within + 1, last)
        behind = words[phrase.j] if phrase is not None and phrase.j < last else None
        if behind is not None and behind.nominal and behind.rest.endswith("ا") and not (behind.article or behind.cls):
            place = within + 1
    told = how == "explicit subject" and holder.kind != "unknown" or reading.person == 1
    if place < 0 or frames.lemma == "رأى" and not told:
        return None
    draft = Draft(cue_start(walk, i, reading), walk.sentence.ends[i], reading.lemma, frames.object or frames.that,
                  "reported", "ar.verb.object", holder, depth=depth)  # fmt: skip
    set_content(walk, draft, place - (words[place - 1].cls & DEM > 0 and place - 1 > i))
    return finish_draft(walk, draft, holder, how)

