"""Article ids from file names: ASCII, telling, the same on every machine."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

LONGEST = 80

# Plain ASCII for Arabic (and Persian) letters, after the American Library Association's table without its dots and
# strokes: an id is to be recognised and typed, not to be turned back into Arabic.
_LETTERS = dict(zip("ابتةثجحخدذرزسشصضطظعغفقكلمنهويىءآأإؤئٱگکپچژڤی", (
    "a", "b", "t", "a", "th", "j", "h", "kh", "d", "dh", "r", "z", "s", "sh", "s", "d", "t", "z", "a", "gh", "f", "q",
    "k", "l", "m", "n", "h", "w", "y", "a", "", "a", "a", "i", "w", "y", "a", "g", "k", "p", "ch", "zh", "v", "y"),
    strict=True))


def name_article(path: str | Path) -> str:
    """Return an article id for a file: its stem in ASCII.

    Arabic letters are transliterated, accents dropped, everything else that is not a letter, a digit or one of
    ``_ . + -`` becomes a hyphen. Where letters of other scripts had to go, eight digits of a hash keep the id apart
    from others.

    Examples
    --------
    >>> name_article("texts/01.txt"), name_article("Déclaration finale.html")
    ('01', 'Declaration-finale')
    >>> name_article("أستانا ٢٠.txt")
    'astana-20'
    >>> name_article("Астана.txt")
    'text-77e3388a'
    """
    stem = unicodedata.normalize("NFC", Path(path).stem)
    letters, lost = [], False
    for letter in stem:
        if letter in _LETTERS:
            letters.append(_LETTERS[letter])
        elif letter.isdigit() and unicodedata.digit(letter, None) is not None:
            letters.append(str(unicodedata.digit(letter)))
        else:
            plain = unicodedata.normalize("NFKD", letter).encode("ascii", "ignore").decode()
            lost |= not plain and letter.isalpha() and letter != "ـ"
            letters.append(plain if plain or unicodedata.category(letter).startswith(("M", "Cf")) or letter == "ـ"
                           else "-")
    name = re.sub(r"-{2,}", "-", re.sub(r"[^A-Za-z0-9_.+-]+", "-", "".join(letters))).strip("-_.+")
    if lost or not name or len(name) > LONGEST:
        digest = hashlib.sha256(stem.encode("utf-8", "surrogateescape")).hexdigest()[:8]
        return f"{name[:LONGEST] or 'text'}-{digest}"
    return name


def name_articles(paths: Iterable[str | Path]) -> list[str]:
    """Return an id for each file; files that would share one are numbered in the order given.

    Examples
    --------
    >>> name_articles(["a/01.txt", "b/01.txt", "b/02.txt"])
    ['01', '01-2', '02']
    """
    wanted = [name_article(path) for path in paths]
    taken, ids = set(wanted), []
    used: set[str] = set()
    for name in wanted:
        chosen, number = name, 1
        while chosen in used or (number > 1 and chosen in taken):
            number += 1
            chosen = f"{name}-{number}"
        used.add(chosen)
        ids.append(chosen)
    return ids
