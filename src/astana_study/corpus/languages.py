"""Which language a text of a corpus is in, sure enough to code it: another language must never pass for Arabic.

Two witnesses are heard. The package's own reading of the first words is quick and knows a handful of languages; the
classifier of py3langid knows 140 but takes its time, so it is asked only where the first could be wrong.
"""

from __future__ import annotations

import re
from functools import cache

from astana_study.codebook.reading import read_rows
from astana_study.text.language import guess_language

PLAIN_WORDS, PLAIN_SHARE = 30, 0.25
CODED = ("ar", "en")
SAMPLE = 600
SHORT = 60
"""Letters below which a text tells nothing of its language, such as a headline of names."""
_FOREIGN = re.compile("[پچژگڤکیہھےۓڕڵۆێەڭڀټډړښڼۇۈۋېٹڈں]")
"""Letters of the Arabic script that Arabic does not have (a word or two of a name may)."""
_ARABIC = re.compile("[ء-ي]")
_LATIN = re.compile("[A-Za-z]")


def tell_language(text: str, stated: str = "", *, guess: str = "") -> str:
    """Return the ISO 639-1 code of a text's language; ``und`` where the two ways to tell do not agree.

    Parameters
    ----------
    text : str
        The text.
    stated : str
        What is known from elsewhere; it decides where a text is too short to tell.
    guess : str
        What `guess_language` says of the text, where that is at hand.

    Examples
    --------
    >>> tell_language("اتفقت موسكو وأنقرة وطهران على اجتماع بشأن سوريا")
    'ar'
    >>> tell_language("نشست آستانه با حضور نمایندگان ایران، روسیه و ترکیه برگزار شد")
    'fa'
    >>> tell_language("La réunion d'Astana s'est terminée par une déclaration")
    'fr'
    """
    guess = guess or guess_language(text)
    if guess == "en" and _is_plainly_english(text):
        return "en"
    sample = text[: 4 * SAMPLE]
    arabic = len(_ARABIC.findall(sample))
    if arabic > 0.4 * len(sample):
        foreign = len(_FOREIGN.findall(sample))
        if guess == "ar" and foreign <= 0.01 * arabic:
            return "ar"
    if stated in CODED and guess == stated:
        return stated
    told = _classify(text, guess)
    letters = {"ar": arabic, "en": len(_LATIN.findall(sample))}.get(stated, 0)
    return stated if told not in CODED and guess == "und" and 0.6 * len(sample) < letters < SHORT else told


def _is_plainly_english(text: str) -> bool:
    """Tell whether a quarter of the words are the commonest of English: in no other language they are half as many."""
    words = text[:SAMPLE].lower().split()
    return len(words) >= PLAIN_WORDS and sum(map(_read_english().__contains__, words)) >= PLAIN_SHARE * len(words)


@cache
def _read_english() -> frozenset[str]:
    return frozenset(word for row in read_rows("languages") if row["language"] == "en" for word in row["words"].split())


def _classify(text: str, guess: str) -> str:
    import py3langid

    middle = max(0, min(len(text) // 2, 4 * SAMPLE) - SAMPLE // 2) if len(text) > 2 * SAMPLE else 0
    told = py3langid.classify(text[middle : middle + SAMPLE])[0]
    if told == guess:
        return told
    if told in CODED:
        # an unsure classifier says English of much that is written in Latin letters
        return guess if guess not in CODED else "und"
    return told if len(told) == 2 else guess if guess not in CODED else "und"
