"""Foreign names as Arabic writes them: many spellings, one skeleton.

Lavrentyev is لافرنتييف, لافرينتيف, لافرنتيف; Pedersen بيدرسن, بيدرسون; Bogdanov بوغدانوف, بوجدانوف. Vowel letters come
and go and a few consonants stand in for each other, so the skeleton keeps the consonants only and makes those that
change places the same.
"""

from __future__ import annotations

from typing import Final

_DROP: Final = dict.fromkeys(map(ord, "اويء"), None)
_SAME: Final = str.maketrans({"غ": "ك", "ج": "ك", "ق": "ك", "ط": "ت", "ص": "س", "ز": "س", "ذ": "د", "ض": "د", "ظ": "د",
                       "ث": "ت", "ح": "ه", "پ": "ب", "ڤ": "ف", "چ": "ك", "گ": "ك"})  # fmt: skip

SHORTEST_SKELETON: Final = 4


def skeleton(folded: str) -> str:
    """Return the skeleton of a folded name.

    Examples
    --------
    >>> skeleton("لافرنتييف") == skeleton("لافرينتيف")
    True
    >>> skeleton("بوغدانوف") == skeleton("بوجدانوف")
    True
    """
    bones = folded.replace(" ", "").translate(_DROP).translate(_SAME)
    return "".join(bone for place, bone in enumerate(bones) if not place or bone != bones[place - 1])


def is_foreign_enough(folded: str) -> bool:
    """Tell whether a word could be a foreign surname: no article, and enough consonants to be told from others."""
    return not folded.startswith("ال") and len(skeleton(folded)) >= SHORTEST_SKELETON
