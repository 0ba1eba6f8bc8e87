"""What a claim is about: the topics whose terms stand in its content."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from astana_study.codebook.loading import Codebook
from astana_study.codebook.patterns import expand_pattern
from astana_study.coding.entities import Spelling
from astana_study.coding.trie import LEAF, Node

OTHER: Final = "other"
STEMS: Final = "*"
"""Key, in a node, of the term words that end in ``*``: ``(stem, node)`` each."""

EMPTY: Final = (OTHER, "weak")
"""What a term speaks for that only takes its words away from shorter ones."""
FIRST: Final = "first"
"""Weight of a term that is strong where no other topic's strong term stands before it, and weak elsewhere: a content
that begins with the talks says something of them, and one that ends with them says where."""
BEFORE: Final = "before"
"""Weight of a term that stands for what was spoken of before ("these attacks"): its topic, or with ``other`` any."""
ASIDE: Final = (OTHER, "aside")
"""What a word speaks for that begins an aside ("…, which …"): what is named in it is not what the content is about."""
YIELDING: Final = ("deescalation", ("gaza_lebanon", "israel_attacks"))
"""A topic whose terms (ceasefire, escalation) say what is wanted of others where one of those is named beside it."""
RIVALS: Final = ("process_admin", "political_process")
"""Topics of which, where weak terms alone name both, the first is meant: talks for a solution, a solution by talks."""
LIST: Final = 3
"""Topics up to which a content is no list, in which each would stand by itself."""
OPENING: Final = 5
"""Words at the head of a content in which such a term tells what the rest is said of."""

Hit = tuple[str, str]
"""A topic, and the weight of the term that speaks for it."""


def compile_terms(codebook: Codebook, language: str, fold: Callable[[str], list[str]]) -> tuple[Node, Node]:
    """Return two trees of the topic terms: by their first word; by its beginning where it ends in ``*``.

    A leaf holds every topic of its term.
    """
    words: Node = {}
    stems: Node = {}
    for row in codebook.select("topic_terms", language):
        for term in expand_pattern(row["term"]):
            parts = fold(term)
            node = stems if parts[0].endswith(STEMS) else words
            for part in (parts[0].rstrip(STEMS), *parts[1:]):
                node = node.setdefault(part, {})
            hits = node.get(LEAF, ())
            if all(topic != row["topic_id"] for topic, _ in hits):
                node[LEAF] = (*hits, (row["topic_id"], row["weight"]))
    for tree in (words, stems):
        for node in tree.values():
            _set_stems_apart(node)
    return words, stems


def _set_stems_apart(node: Node) -> None:
    """Move the term words of a tree that end in ``*`` under one key, so that matching need not look for them."""
    stems = [(key[:-1], node.pop(key)) for key in list(node) if key.endswith(STEMS)]
    for child in [child for key, child in node.items() if key != LEAF] + [child for _, child in stems]:
        _set_stems_apart(child)
    if stems:
        node[STEMS] = stems


def split_nodes(nodes: Iterable[Node]) -> tuple[tuple[Hit, ...], tuple[Node, ...]]:
    """Return what the nodes of a word speak for by that word alone, and those from which terms go on."""
    nodes = tuple(nodes)
    alone = tuple(hit for node in nodes if LEAF in node for hit in node[LEAF])
    if EMPTY in alone:
        alone = (EMPTY,)  # of a word that a stem would take in
    return alone, tuple(node for node in nodes if len(node) > (LEAF in node))


def find_terms(words: Sequence[Spelling], first: int, last: int) -> list[Hit]:
    """Return the hits of the terms among the words ``[first, last)``; a term outranks the shorter ones within it.

    Each word has ``topics`` and ``topics_open`` (see :func:`split_nodes`) and ``bare``, the forms in which it may
    stand in a term.
    """
    found: list[Hit] = []
    reached = first
    for k in range(first, last):
        word = words[k]
        end, hits = k + 1, word.topics
        if word.topics_open and end < last:
            end, hits = _climb(word.topics_open, words, end, last) or (end, hits)
        if hits and end > reached:
            reached = end
            found += hits
    if EMPTY not in found and ASIDE not in found:
        return found
    kept: list[Hit] = []
    for hit in found:
        if hit == ASIDE and pick_strong(kept):
            break
        if hit != EMPTY and hit != ASIDE:
            kept.append(hit)
    return kept


def _climb(
    nodes: Sequence[Node], words: Sequence[Spelling], place: int, last: int
) -> tuple[int, tuple[Hit, ...]] | None:
    """Return the end of the longest term that goes on from `nodes` at `place`, and what it speaks for.

    Of two that end together, one that names its words outranks one that has ``*`` for any word.
    """
    found = None
    loose: list[Node] = []
    while place < last:
        bare = words[place].bare
        place += 1
        if not bare:
            continue  # a mark
        named: list[Node] = []
        open_to: list[Node] = []
        for node in nodes:
            for form in bare:
                if form in node:
                    named.append(node[form])
            if STEMS in node:
                _step(node[STEMS], bare, named, open_to)
        for node in loose:
            for form in bare:
                if form in node:
                    open_to.append(node[form])
            if STEMS in node:
                _step(node[STEMS], bare, open_to, open_to)
        if not named and not open_to:
            break
        nodes, loose = named, open_to
        hits = _collect(named) or _collect(open_to)
        if hits:
            found = place, hits
    return found


def _step(stems: Sequence[tuple[str, Node]], bare: Sequence[str], named: list[Node], loose: list[Node]) -> None:
    """Add where a word of the forms `bare` leads by its stem, and as any word."""
    for stem, child in stems:
        if not stem:
            loose.append(child)
        elif any(form.startswith(stem) for form in bare):
            named.append(child)


def _collect(nodes: Sequence[Node]) -> tuple[Hit, ...]:
    """Return what the terms speak for that end at the nodes."""
    hits: tuple[Hit, ...] = ()
    for node in nodes:
        if LEAF in node:
            hits += node[LEAF]
    return hits


def pick_strong(hits: Iterable[Hit]) -> list[Hit]:
    """Return the hits that count as strong, in their order."""
    found: list[Hit] = []
    for hit in hits:
        if hit[0] != OTHER and (hit[1] == "strong" or hit[1] == FIRST and not found):
            found.append(hit)
    topics = {topic for topic, _ in found}
    if YIELDING[0] in topics and len(topics) <= LIST and not topics.isdisjoint(YIELDING[1]):
        return [hit for hit in found if hit[0] != YIELDING[0]]
    return found


def choose_topics(hits: Iterable[Hit]) -> tuple[str, ...]:
    """Return the topics that a content has by its hits.

    A weak term (the meeting, the talks) counts only where no strong one stands. Without any, and where all that is
    named is something else (the Arab League), the topic is ``other``.

    Examples
    --------
    >>> choose_topics([("golan", "strong"), ("process_admin", "weak")])
    ('golan',)
    >>> choose_topics([("process_admin", "first"), ("golan", "strong")])
    ('golan', 'process_admin')
    >>> choose_topics([("other", "strong"), ("golan", "strong")]), choose_topics([])
    (('golan',), ('other',))
    """
    hits = list(hits)
    named = pick_strong(hits) or ([] if (OTHER, "strong") in hits else hits)
    topics = {topic for topic, _ in named}
    if topics.issuperset(RIVALS) and all(weight == "weak" for _, weight in named):
        first = next(topic for topic, _ in named if topic in RIVALS)
        topics.difference_update(RIVALS)
        topics.add(first)
    return tuple(sorted(topics)) or (OTHER,)


def _points_back(words: Sequence[Spelling], first: int, last: int, hits: list[Hit]) -> bool:
    """Whether a content that points back does so where it begins, or names nothing itself."""
    return not pick_strong(hits) or (OTHER, BEFORE) in find_terms(words, first, min(first + OPENING, last))


class Context:
    """What the claims before this one were about; it holds for as many paragraphs as it reaches.

    A content without any term goes on with it if it is not longer than so many words: of languages that write little
    words apart, more.
    """

    __slots__ = ("earlier", "latest", "longest", "paragraph", "reach")

    def __init__(self, reach: int = 1, longest: int = 9) -> None:
        self.earlier: list[Hit] = []
        self.latest: list[Hit] = []
        self.paragraph = 0
        self.reach = reach
        self.longest = longest

    def tell(
        self, words: Sequence[Spelling], first: int, last: int, paragraph: int, opening: int, resumes: bool = False
    ) -> tuple[str, ...]:
        """Return the topics of the content ``[first, last)`` of a sentence that begins at `opening`.

        A content without a term has those of what stands before it in its sentence, or else of what was said before.
        It `resumes` where a word before it already tells that it is said of that.
        """
        found = find_terms(words, first, last)
        hits = [hit for hit in found if hit[1] != BEFORE]
        echoes = {topic for topic, weight in found if weight == BEFORE}
        if resumes or echoes:
            before = self.recall(paragraph)
            if before and (resumes or OTHER in echoes and _points_back(words, first, last, hits)):
                self.paragraph = paragraph  # and what was spoken of stays what is spoken of
                return choose_topics(before + pick_strong(hits))
            hits = hits and [*hits, *((topic, "strong") for topic, _ in before if topic in echoes)]
        if not found:
            hits = self._look_back(words, opening, first)
        hits = hits or self.recall(paragraph, words[first:last])
        self.note(hits, paragraph)
        return choose_topics(hits)

    def _look_back(self, words: Sequence[Spelling], opening: int, first: int) -> list[Hit]:
        """Return what stands in a sentence before its content; of that what the latest claim was about, if it was."""
        named = [hit for hit in find_terms(words, opening, first) if hit[1] == "strong" and hit[0] != OTHER]
        topics = {topic for topic, _ in named}
        return [hit for hit in self.latest if hit[0] in topics] or named

    def note(self, hits: Iterable[Hit], paragraph: int) -> None:
        """Note what a content is about as the latest: its strong terms, or else its weak ones."""
        hits = [hit for hit in hits if hit[0] != OTHER and hit[1] != BEFORE]
        if hits:
            self.earlier = self.latest
            self.latest, self.paragraph = pick_strong(hits) or hits, paragraph

    def recall(self, paragraph: int, content: Sequence[Spelling] = ()) -> list[Hit]:
        """Return what was spoken of before, if that is near and a content of these words may go on with it.

        Where some of that was spoken of twice running, it is that.
        """
        if paragraph - self.paragraph > self.reach or sum(bool(word.bare) for word in content) > self.longest:
            return []
        again = {topic for topic, _ in self.earlier}
        return [hit for hit in self.latest if hit[0] in again] or self.latest
