"""English spellings of words and of foreign names: one fold, and the variants of a name generated, not listed.

Lavrentyev is Lavrentiev, Lavrentev, Lavrent'ev; Jaafari Ja'afari, al-Jaafari, el-Jaafari. Words are folded once
(case, diacritics, apostrophes inside); surnames of enough consonants are found by their skeleton.
"""

from __future__ import annotations

import unicodedata
from typing import Final

from astana_study.text.folding import fold_word

_LETTERS: Final = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe"})
_DROP: Final = dict.fromkeys(map(ord, "aeiouyhw"), None)
_SAME: Final = str.maketrans({"q": "k", "c": "k", "g": "k", "z": "s", "x": "k", "j": "j"})
_CLUSTERS: Final = (
    ("kh", "k"), ("gh", "k"), ("ch", "k"), ("sh", "s"), ("ph", "f"), ("ck", "k"), ("dj", "j"), ("dzh", "j"),
)  # fmt: skip
SHORTEST_SKELETON: Final = 4
PREFIXES: Final = ("al", "el", "as", "an", "ar", "ad", "at", "ash")


def fold_english(word: str) -> str:
    """Return the folded copy of a word: no case, no diacritics, no apostrophe inside; ``'s`` stays.

    Examples
    --------
    >>> fold_english("Türkiye"), fold_english("Ja’afari"), fold_english("’s"), fold_english("Yıldız")
    ('turkiye', 'jaafari', "'s", 'yildiz')
    """
    if word.isascii():
        folded = word.lower()
    else:
        folded = unicodedata.normalize("NFKD", fold_word(word).translate(_LETTERS))
        folded = "".join(letter for letter in folded if not unicodedata.combining(letter)).translate(_LETTERS)
    if folded.endswith(".") and folded.count(".") == 1 and len(folded) > 1 and folded[0] != ".":
        return folded[:-1]  # "Mr."
    if len(folded) > 2 and "'" in folded and folded != "''":
        folded = folded.replace("'", "")
    return folded or word.lower()


def skeleton(folded: str) -> str:
    """Return the skeleton of a folded surname: its consonants, those that change places made the same.

    Examples
    --------
    >>> skeleton("lavrentyev") == skeleton("lavrentiev") == skeleton("lavrentev")
    True
    >>> skeleton("ashikbayev") == skeleton("ashykbaev")
    True
    """
    for cluster, letter in _CLUSTERS:
        folded = folded.replace(cluster, letter)
    bones = folded[:1] + folded[1:].translate(_DROP)
    bones = bones.translate(_SAME)
    return "".join(bone for place, bone in enumerate(bones) if not place or bone != bones[place - 1])


def is_foreign_enough(folded: str) -> bool:
    """Tell whether a word has consonants enough to be told from others by them."""
    return folded.isalpha() and len(folded) > 5 and len(skeleton(folded)) >= SHORTEST_SKELETON + 1


def write_variants(folded: str) -> set[str]:
    """Return the spellings of one word of a name: Arabic article in all its dresses, doubled vowels, -ev and -yev.

    Examples
    --------
    >>> sorted(write_variants("al-jaafari"))
    ['al-jaafari', 'al-jafari', 'el-jaafari', 'el-jafari', 'jaafari', 'jafari']
    """
    head, dash, stem = folded.partition("-")
    if dash and head in PREFIXES:
        stems = write_variants(stem)
        return {f"{prefix}-{form}" for form in stems for prefix in {"al", "el", head}} | stems
    found = {folded, folded.replace("aa", "a"), folded.replace("ou", "u"), folded.replace("ee", "i")}
    for ending, others in (
        ("yev", ("iev", "ev")),
        ("iev", ("yev", "ev")),
        ("ei", ("ey", "ej")),
        ("ey", ("ei", "ej")),
        ("sky", ("ski", "skiy")),
    ):
        if folded.endswith(ending) and len(folded) > 4:
            found |= {folded[: -len(ending)] + other for other in others}
    return found
