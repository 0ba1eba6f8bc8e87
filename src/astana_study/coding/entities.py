"""A sentence laid out, whatever its language: its words, the names in it with what they stand for, its quotations."""

from __future__ import annotations

from typing import NamedTuple

from astana_study.coding.trie import Node


class Entry(NamedTuple):
    """What a planted name stands for."""

    actor_id: str
    use: str
    gender: str
    naming: str
    people: tuple[tuple[str, str, str], ...] = ()
    """For a person: ``(start, end, actor)`` of each role, in order."""
    given: str = ""
    """For a person: the skeleton of the given name, where a language spells it in several ways."""


class Entity:
    """A name in the sentence: its words ``[i, j)``, its offsets, the particle before it, what it stands for."""

    __slots__ = ("end", "entry", "i", "j", "proclitic", "start")

    def __init__(self, i: int, j: int, start: int, end: int, proclitic: str, entry: Entry) -> None:
        self.i = i
        self.j = j
        self.start = start
        self.end = end
        self.proclitic = proclitic
        self.entry = entry


class Quote:
    """A quotation: its words ``[i, j)`` without the marks, its inner offsets, what it is, whether it is closed."""

    __slots__ = ("closed", "end", "i", "j", "kind", "start")

    def __init__(self, i: int, j: int, start: int, end: int, kind: str, closed: bool = True) -> None:
        self.i = i
        self.j = j
        self.start = start
        self.end = end
        self.kind = kind
        """``speech`` (a clause), ``predicate`` (a few words that say something), ``label`` (a noun phrase),
        ``name``."""
        self.closed = closed


def resolve_actor(entity: Entity, published: str) -> str:
    """Return the actor of a name; for a person, the one for whom the person spoke on that day."""
    people = entity.entry.people
    if len(people) > 1 and published:
        for start, end, actor in reversed(people):
            if (not start or start <= published) and (not end or published <= end):
                return actor
    return entity.entry.actor_id


class Spelling:
    """What the grammars and the topics ask of any word: its folded spelling, its classes, the topic terms it begins."""

    __slots__ = ("bare", "cls", "fold", "topics", "topics_open")

    fold: str
    cls: int
    bare: tuple[str, ...]
    """The forms in which topic terms know it."""
    topics: tuple[tuple[str, str], ...]
    """What the terms that it is by itself speak for: topics, each with the weight of its term."""
    topics_open: tuple[Node, ...]
    """Where topic terms of more words go on from it."""


class Layout:
    """The words ``[first, last)`` of an article that make up one sentence, with the names and quotations in it.

    `folded` are the folded spellings, `starts` and `ends` the offsets of all words of the article; each language's
    ``Sentence`` adds `words`, their analyses, and finds the names and the quotations.
    """

    __slots__ = (
        "ends", "entities", "entity_at", "first", "folded", "inside", "last", "quote_at", "quotes", "starts",
        "surfaces", "text",
    )  # fmt: skip

    def __init__(self, text: str, surfaces: list[str], folded: list[str], starts: list[int], ends: list[int],
                 first: int, last: int):  # fmt: skip
        self.text = text
        self.surfaces = surfaces
        self.folded = folded
        self.starts = starts
        self.ends = ends
        self.first = first
        self.last = last
        self.entities: list[Entity] = []
        self.entity_at: dict[int, Entity] = {}
        """By word: the name that begins with it."""
        self.inside: dict[int, Entity] = {}
        """By word: the name that it is part of."""
        self.quotes: list[Quote] = []
        self.quote_at: dict[int, Quote] = {}
        """By word: the quotation that this mark opens."""
