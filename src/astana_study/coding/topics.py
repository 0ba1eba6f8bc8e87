"""What a claim is about: the topics whose terms stand in its content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from astana_study.coding.trie import LEAF, Node

OTHER: Final = "other"
STEMS: Final = "*"
"""Key, in a node, of the term words that end in ``*``: ``(stem, node)`` each."""


def find_topics(hits: Iterable[tuple[str, str]], context: Iterable[tuple[str, str]] = ()) -> tuple[str, ...]:
    """Return the topics of a content from its term hits ``(topic, weight)``.

    A weak term (the meeting, the talks) counts only where no strong one stands. A content without any term ("it will
    be kept") is about what its context is about; where that says nothing either, the topic is ``other``.

    Examples
    --------
    >>> find_topics([("golan", "strong"), ("process_admin", "weak")])
    ('golan',)
    >>> find_topics([])
    ('other',)
    """
    strong: dict[str, None] = {}
    weak: dict[str, None] = {}
    for topic, weight in hits:
        (strong if weight == "strong" else weak)[topic] = None
    if not strong and not weak:
        for topic, weight in context:
            (strong if weight == "strong" else weak)[topic] = None
    return tuple(sorted(strong or weak)) or (OTHER,)


def climb_terms(nodes: Sequence[Node], words: Sequence[Any], position: int, limit: int) -> list[Any]:
    """Return the entries of all terms that begin before `position` at `nodes` and go on with the words behind it.

    Each word has ``bare``, the forms in which it may stand in a term; a term word may end in ``*``.
    """
    found = []
    frontier = list(nodes)
    while frontier:
        following = []
        for node in frontier:
            if LEAF in node:
                found.append(node[LEAF])
            if position < limit and len(node) > (LEAF in node):
                for form in words[position].bare:
                    child = node.get(form)
                    if child is not None:
                        following.append(child)
                for stem, child in node.get(STEMS, ()):
                    if any(form.startswith(stem) for form in words[position].bare):
                        following.append(child)
        frontier = following
        position += 1
    return found


class Context:
    """What the claims before this one were about."""

    __slots__ = ("latest", "paragraph")

    def __init__(self) -> None:
        self.latest: list[tuple[str, str]] = []
        self.paragraph = 0

    def note(self, hits: Iterable[tuple[str, str]], paragraph: int) -> None:
        """Note the strong terms of a content as the latest."""
        strong = [hit for hit in hits if hit[1] == "strong"]
        if strong:
            self.latest, self.paragraph = strong, paragraph

    def recall(self, paragraph: int) -> list[tuple[str, str]]:
        """Return the latest strong terms, from this paragraph or the one before."""
        return self.latest if paragraph - self.paragraph <= 1 else []


def set_stems_apart(node: Node) -> Node:
    """Move the term words of a tree that end in ``*`` under one key, so that matching need not look for them."""
    stems = []
    for key in [key for key in node if key != LEAF and key.endswith("*") and key != STEMS]:
        stems.append((key[:-1], set_stems_apart(node.pop(key))))
    for key, child in node.items():
        if key not in (LEAF, STEMS):
            set_stems_apart(child)
    if stems:
        node[STEMS] = stems
    return node
