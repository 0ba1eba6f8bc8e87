"""Folding for matching: a copy of the text in which spellings that mean the same look the same.

The copy serves to find things; what is found is always given as offsets into the text itself, which is never
altered. Folded away: diacritics, tatweel, bidi marks and zero-width joiners; alef, waw and yeh with hamza;
alef maqsura and Persian yeh; taa marbuta; Persian kaf; Arabic-Indic and Persian digits; case.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

MARKS = r"\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff"
"""A regular-expression class body: characters that are dropped, being no letters of the word."""

_DROPPED = (
    *range(0x064B, 0x0660), 0x0670, 0x0640, 0x061C, 0xFEFF, *range(0x06D6, 0x06EE), *range(0x200B, 0x2010),
    *range(0x202A, 0x202F), *range(0x2066, 0x206A),
)  # fmt: skip
_DIGITS = {chr(zero + digit): str(digit) for zero in (0x0660, 0x06F0) for digit in range(10)}
_PLAIN = dict.fromkeys("أإآٱ", "ا") | dict.fromkeys("ئىیے", "ي") | dict.fromkeys("کڪ", "ك") | {"ؤ": "و", "ة": "ه"}
# Presentation forms, single letters and ligatures, are the letters that they show.
_LETTERS = str.maketrans(
    _PLAIN
    | _DIGITS
    | dict.fromkeys("’‘ʼ`", "'")
    | {
        chr(code): "".join(_PLAIN.get(letter, letter) for letter in unicodedata.normalize("NFKC", chr(code)))
        for code in (*range(0xFB50, 0xFDFC), *range(0xFE70, 0xFEFD))
        if unicodedata.normalize("NFKC", chr(code)) != chr(code)
    }
    | dict.fromkeys(map(chr, _DROPPED), None)
)


def fold_word(word: str) -> str:
    """Return the folded copy of a word (or of any text, where no way back is needed).

    Examples
    --------
    >>> fold_word("مؤكِّداً"), fold_word("إدانــة"), fold_word("٢٠")
    ('موكدا', 'ادانه', '20')
    """
    return word.translate(_LETTERS).lower()


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded copy with the way back: ``origin[i]`` is the offset in the text of code point ``i`` of the copy."""

    text: str
    origin: tuple[int, ...]

    def map_back(self, start: int, end: int) -> tuple[int, int]:
        """Return the span of the text that a span of the copy stands for, marks inside it included."""
        if start == end:
            return self.origin[start], self.origin[start]
        return self.origin[start], self.origin[end - 1] + 1


def fold_text(text: str) -> Folded:
    """Fold a text and keep the way back to every code point.

    Examples
    --------
    >>> folded = fold_text("قالَ إنّ")
    >>> start = folded.text.index("ان")
    >>> folded.map_back(start, start + 2)
    (5, 7)
    """
    letters, origin = [], []
    for offset, letter in enumerate(text):
        for code_point in letter.translate(_LETTERS).lower():
            letters.append(code_point)
            origin.append(offset)
    origin.append(len(text))
    return Folded("".join(letters), tuple(origin))


def skip_letters(word: str, count: int) -> int:
    """Return how many code points of `word` make up its first `count` folded letters, marks before them included.

    Examples
    --------
    >>> skip_letters("وَقالَ", 1)
    2
    """
    if count <= 0:
        return 0
    if word.isascii():
        return min(count, len(word))
    seen = 0
    for offset, letter in enumerate(word):
        width = len(letter.translate(_LETTERS))
        if seen >= count and width:
            return offset
        seen += width
    return len(word)
