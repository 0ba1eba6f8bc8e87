"""Words of saying behind a verb by which somebody rises to speak: returned to say, went so far as saying that."""

from __future__ import annotations

from typing import Final

from astana_study.coding.arabic.arguments import Arguments
from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.content import finish_draft, set_content, tell_direct
from astana_study.coding.arabic.lists import RISING
from astana_study.coding.arabic.subjects import CLAUSAL
from astana_study.coding.arabic.words import COMP, NEG, Reading, Word
from astana_study.coding.draft import Draft

REACH: Final = 12
"""Words that may stand between the verb and what is said."""
SAID: Final = {
    begin + noun: act
    for noun, act in (("قول", "state"), ("تاكيد", "affirm"), ("اعلان", "state"), ("تشديد", "affirm"))
    for begin in ("ال", "لل")
}
"""Nouns of saying behind to, and their acts."""


def rises(walk: Walk, i: int) -> bool:
    """Tell whether the verb shortly before word `i` is one by which somebody rises to speak."""
    words = walk.words
    for k in range(i - 1, max(walk.sentence.first - 1, i - REACH), -1):
        word = words[k]
        if word.lists & RISING:
            return not (k > walk.sentence.first and words[k - 1].cls & (NEG | COMP))
        if word.verbs and k > walk.sentence.first and words[k - 1].rest == "اذ":
            return True  # "the ministry, in announcing this, affirms that"
        acts = word.verbs and not (word.nouns or word.owned or k in walk.sentence.inside)
        if acts or word.fold in (".", "؛", ":") or word.cls & COMP:
            return False
    return False


def told_by_purpose(walk: Walk, i: int, reading: Reading, arguments: Arguments) -> Reading:
    """Return "to say" as "says" behind such a verb: عاد ليقول, جاء البيان ليؤكد."""
    subject = walk.levels[-1].subject
    clausal = arguments.opener in CLAUSAL
    if reading.prep != "ل" or not (clausal or subject is not None and subject.kind != "unknown") or not rises(walk, i):
        return reading
    return reading._replace(future=False, start=reading.start + 1, prep="")


def read_saying(walk: Walk, i: int, word: Word) -> bool:
    """Read ذهب إلى (حد) القول إن, عاد للتأكيد أن: the subject of the clause makes the claim."""
    if word.rest not in SAID:
        return False
    words, sentence = walk.words, walk.sentence
    fused = word.rest.startswith("لل")
    act = SAID[word.rest]
    if i + 1 >= sentence.last or not words[i + 1].cls & COMP or words[i + 1].conj:
        return False
    k = i - 1 - (words[i - 1].rest == "حد")
    if not fused and (k <= sentence.first or words[k].rest != "الي") or not rises(walk, i):
        return False
    holder = walk.resolve("")
    depth = len(walk.levels) - 1
    draft = Draft(sentence.offset(i, len(word.conj)), sentence.ends[i], "قول", act, "nominal",
                  "ar.noun.saying", holder, depth=depth)  # fmt: skip
    set_content(walk, draft, i + 2)
    tell_direct(walk, draft, i + 2)
    finish_draft(walk, draft, holder, "pro-drop")
    walk.open(draft, Arguments(opener="that", at=i + 1), holder)
    return True
