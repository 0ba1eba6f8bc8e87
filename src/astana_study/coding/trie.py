"""Many-word terms, found word by word: a tree of folded words whose leaves are the entries.

A word is looked up once, when it is first met (its analysis is cached); going on from there costs one dictionary
look-up a word, so the number of terms does not matter.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

LEAF: Final = ""
"""Key of the entry itself in a node; no word is empty."""

Node = dict[str, Any]


def plant(root: Node, words: Sequence[str], entry: object) -> None:
    """Add an entry under its words; the first entry under the same words stays.

    Examples
    --------
    >>> root = {}
    >>> plant(root, ["security", "council"], "UNSC")
    >>> root
    {'security': {'council': {'': 'UNSC'}}}
    """
    node = root
    for word in words:
        node = node.setdefault(word, {})
    node.setdefault(LEAF, entry)


def climb(node: Node, folded: Sequence[str], position: int, limit: int) -> tuple[int, Any] | None:
    """Return ``(end, entry)`` of the longest term that goes on from `node` with the words from `position` on."""
    found: tuple[int, Any] | None = (position, node[LEAF]) if LEAF in node else None
    while position < limit:
        following = node.get(folded[position])
        if following is None:
            break
        node = following
        position += 1
        if LEAF in node:
            found = (position, node[LEAF])
    return found
