"""What a claim is about: the topics whose terms stand in its content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from astana_study.coding.trie import LEAF, Node


def find_topics(hits: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the topics of a content from its term hits ``(topic, weight)``.

    A weak term (the meeting, the talks) counts only where no strong one stands; where nothing does, the topic is
    ``other``.

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
    return tuple(sorted(strong or weak)) or ("other",)


def climb_terms(nodes: Sequence[Node], bare: Sequence[Sequence[str]], position: int, limit: int) -> list:
    """Return the entries of all terms that begin before `position` at `nodes` and go on with the words behind it.

    `bare` holds, for each word, the forms in which it may stand in a term; a term word may end in ``*``.
    """
    found = []
    frontier = list(nodes)
    while frontier:
        following = []
        for node in frontier:
            if LEAF in node:
                found.append(node[LEAF])
            if position < limit and len(node) > (LEAF in node):
                for form in bare[position]:
                    child = node.get(form)
                    if child is not None:
                        following.append(child)
                for key, child in node.items():
                    if key.endswith("*") and any(form.startswith(key[:-1]) for form in bare[position]):
                        following.append(child)
        frontier = following
        position += 1
    return found
