"""Verbs of saying and doing that mean something else here: searched for, relied on, is estimated at, happened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from astana_study.coding.arabic.frames import Frames
from astana_study.coding.arabic.words import COMP, PREP, PUNCT, REL, Reading

if TYPE_CHECKING:
    from astana_study.coding.arabic.clauses import Walk

SOUGHT: Final = {"بحث": "عن", "اعتمد": "علي"}
"""Verbs that with a preposition are no act of speech, and which one."""
SIGNED: Final = {
    "اتفاق", "اتفاقا", "اتفاقيه", "اتفاقات", "اتفاقيات", "مذكره", "مذكرات", "وثيقه", "بيان", "بيانا", "بروتوكول", "عقد",
    "عقدا", "عقود", "ميثاق", "معاهده", "قرار", "قرارا", "اعلان", "اعلانا", "هدنه", "صفقه", "عريضه", "امرا", "مرسوما",
    "كتاب", "دستور", "خطه", "خارطه", "خطاب", "رساله", "وثايق",
}  # fmt: skip
"""What is signed, where nobody is named who signs."""
STRUCK: Final = {
    "مقر", "مقرا", "مقرها", "موقع", "موقعا", "مواقع", "حاجز", "حاجزا", "حواجز", "نقطه", "نقاط", "قاعده",
    "مطار", "مطارا", "رتل", "رتلا", "قريه", "قري", "بلده", "مدينه", "دوريه", "مخفر", "مركز", "مركزا", "مراكز", "سيارات",
    "منزل", "منازل", "مستشفي", "قوات", "عناصر", "سوق", "معسكر", "معسكرا", "ثكنه", "مدنيين", "موكب", "قافله", "مسجد",
}  # fmt: skip
"""What is attacked with weapons."""
ESTIMATED: Final = {"عدد", "عددهم", "عددها", "حجم", "حجمها", "قيمته", "قيمتها", "نسبه", "مساحه", "بنحو", "بحوالي"}
"""What is estimated, and roughly."""


def means_another(walk: Walk, i: int, frames: Frames, reading: Reading, *, named: bool) -> bool:
    """Tell whether the verb at word `i` is no cue here, for what stands behind it."""
    if frames.lemma in SOUGHT:
        return relies(walk, i, SOUGHT[frames.lemma])  # "searches for", "relies on"
    if frames.lemma == "وقع":
        return not named and reading.number == "s" and not signs(walk, i)  # "an explosion happened"
    if frames.lemma == "هاجم":
        ahead = walk.words[i + 1 : min(i + 10, walk.sentence.last)]
        return any(word.rest.removeprefix("ال") in STRUCK for word in ahead)  # "attacked a base of X": with weapons
    return frames.lemma == "قدر" and any(
        word.fold.isdigit() or word.rest in ESTIMATED or word.glue == "ب" and word.fold[1:].isdigit()
        for word in walk.words[i + 1 : min(i + 8, walk.sentence.last)]
    )  # "is estimated at": no praise


def signs(walk: Walk, i: int) -> bool:
    """Tell whether something that is signed comes soon behind a verb that can be "happened", too."""
    return any(word.rest.removeprefix("ال") in SIGNED for word in walk.words[i + 1 : min(i + 15, walk.sentence.last)])


def relies(walk: Walk, i: int, prep: str) -> bool:
    """Tell whether a verb has the preposition that gives it another sense, before any object can end."""
    words = walk.words
    for k in range(i + 1, min(i + 12, walk.sentence.last)):
        if words[k].fold == prep:
            return True
        if words[k].cls & (PUNCT | COMP | REL) or words[k].conj or words[k].verbs and not words[k].nouns or (
            prep == "عن" and words[k].cls & PREP
        ):  # fmt: skip
            return False
    return False
