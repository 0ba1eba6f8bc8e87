"""What makes of a word a verb, whatever else it can be."""

from __future__ import annotations

from typing import Final

from astana_study.coding.english.groups import Group
from astana_study.coding.english.lexicon import BASE, PREP, TO, Word

ACTIVE: Final = {"appear", "seem", "remain", "exist", "belong", "happen", "arrive"}
"""Verbs without a passive: in "-ed" they are finite."""
BARE: Final = {"let", "make", "help", "have", "see", "hear", "watch", "feel", "do"}
"""Verbs behind which a bare infinitive can stand."""
WATCHING: Final = {"see", "watch", "hear", "witness"}
"""Verbs behind whose object a bare infinitive or a gerund tells what the object did: "saw the rebels refuse to sit"."""
SPEECH: Final = {"say", "add", "tell", "explain", "remark"}
"""Verbs behind which "as" tells when: "he said as talks opened"."""
ISSUED: Final = {"issue", "release", "publish", "adopt", "sign", "circulate", "obtain", "distribute", "hold", "post"}
"""Verbs that take an object: without one they are participles, "a text released after the talks said"."""
MEANS: Final = {"phone", "telephone", "email", "e-mail", "text", "fax", "video", "videolink", "letter", "message"}
"""What somebody speaks by: "he said by telephone"."""
MEETING: Final = {"in", "at", "during", "under"}
"""What tells where it was said or agreed: "as agreed at the summit"."""
PERIODS: Final = {
    "day", "week", "weekend", "month", "quarter", "year", "summer", "spring", "autumn", "winter", "morning",
    "afternoon", "evening", "night",
}  # fmt: skip
"""Stretches of time behind "last", "this" and the name of a day."""
SOME: Final = {"some", "many", "most", "several", "another", "others", "both", "half"}
"""Those of whom no more is said: "some say"."""
PLURALS: Final = {"they", "we", "i", "you", "who", "which", "that", "both", "others", *SOME}


def must_be_verb(word: Word, before: Word, opened: Group | None) -> bool:
    """Tell whether a base form is finite because it is no noun and nothing before it takes a bare infinitive."""
    if word.nounish or word.cls or before.kinds == BASE:
        return False
    if word.lemma not in ACTIVE and (word.frames is None or not word.frames.that):
        return False
    return not before.cls & (PREP | TO) and (opened is None or opened.lemma not in BARE)


def governs(word: Word, following: Word) -> bool:
    """Tell whether a verb takes the preposition or infinitive behind it: "Moscow offers to", "Ankara calls for"."""
    if word.frames is None:
        return False
    return bool(following.cls & TO and word.frames.to) or any(p == following.fold for p, _ in word.frames.preps)
