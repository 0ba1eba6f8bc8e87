"""What can be said of a single Arabic word: the classes of particles, one reading, one analysed spelling."""

from __future__ import annotations

from typing import Final, NamedTuple

from astana_study.coding.entities import Entry, Spelling
from astana_study.coding.trie import Node

VOWELS: Final = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
PRONOUNS: Final = ("هما", "هم", "هن", "ها", "نا", "كم", "ه", "ي", "ك")
OBJECTS: Final = ("هما", "هم", "هن", "ها", "نا", "ه")
"""Object pronouns of verbs; "you" is left out: news does not say it, and هناك looks like it."""

# Classes of particles, as bits: a word is asked for its classes a few hundred times an article.
PREP: Final = 1 << 0
COMP: Final = 1 << 1
REL: Final = 1 << 2
NEG: Final = 1 << 3
AUX: Final = 1 << 4
FUTURE: Final = 1 << 5
SUB: Final = 1 << 6
LINK: Final = 1 << 7
CONTRAST: Final = 1 << 8
WHEN: Final = 1 << 9
CONJ: Final = 1 << 10
ADV: Final = 1 << 11
DEM: Final = 1 << 12
ATTR: Final = 1 << 13
PRON: Final = 1 << 14
BACKGROUND: Final = 1 << 15
PUNCT: Final = 1 << 16
OTHER: Final = 1 << 17
RELAY: Final = 1 << 18
BECAUSE: Final = 1 << 19
ADJ: Final = 1 << 20
TIME: Final = 1 << 21
SILENCE: Final = 1 << 22
TITLE: Final = 1 << 23
SAYING: Final = 1 << 24
LISTING: Final = 1 << 25
WE: Final = 1 << 26
CLASSES: Final = {
    "prep": PREP, "comp": COMP, "rel": REL, "neg": NEG, "aux": AUX, "future": FUTURE, "sub": SUB, "link": LINK,
    "contrast": CONTRAST, "when": WHEN, "if": WHEN, "conj": CONJ, "adv": ADV, "dem": DEM, "attr": ATTR,
    "attr+clause": ATTR, "pron": PRON, "background": BACKGROUND, "other": OTHER, "relay": RELAY, "because": BECAUSE,
    "adj": ADJ, "silence": SILENCE, "title": TITLE, "saying": SAYING, "listing": LISTING, "we": WE,
}  # fmt: skip


class Reading(NamedTuple):
    """One way to read a word as a form of a lemma."""

    lemma: str
    kind: str
    gender: str
    number: str
    person: int
    passive: bool
    start: int
    """Letters before the stem: its proclitics."""
    conj: str
    prep: str
    definite: bool
    owner: str
    """Pronoun fused behind: an object of a verb, an owner of a noun."""
    future: bool


class Word(Spelling):
    """The analysis of one spelling."""

    __slots__ = (
        "active",
        "adjective",
        "article",
        "breaks",
        "conj",
        "damma",
        "flagged",
        "gender",
        "glue",
        "glued",
        "lists",
        "markers",
        "names",
        "nominal",
        "nouns",
        "owned",
        "participles",
        "performs",
        "person",
        "place",
        "plain",
        "prep",
        "rest",
        "text",
        "verbal",
        "verbs",
    )  # fmt: skip

    conj: str
    prep: str
    rest: str
    gender: str
    adjective: str
    glue: str
    glued: int
    lists: int
    """The word lists in which it stands, as bits of `lists`."""
    active: bool
    article: bool
    breaks: bool
    damma: bool
    flagged: bool
    nominal: bool
    owned: bool
    performs: bool
    place: bool
    plain: bool
    text: bool
    verbal: bool
    verbs: tuple[Reading, ...]
    participles: tuple[Reading, ...]
    nouns: tuple[Reading, ...]
    names: tuple[tuple[int, str, Node], ...]
    person: tuple[int, str, Entry] | None
    markers: tuple[tuple[int, Node], ...]


def bare_forms(fold: str) -> list[str]:
    """Return a folded word with its conjunction, preposition and article taken off, one after another."""
    forms = [fold]
    rest = fold
    if rest[:1] in "وف" and len(rest) > 3:
        rest = rest[1:]
        forms.append(rest)
    if rest.startswith("لل") and len(rest) > 4:
        forms.append(rest[2:])
    elif rest[:1] in "بكل" and len(rest) > 2:
        rest = rest[1:]
        forms.append(rest)
    if rest.startswith("ال") and len(rest) > 3:
        forms.append(rest[2:])
    return forms


def strip_preposition(rest: str) -> list[tuple[str, str, bool]]:
    """Return ``(preposition, stem, whether the article stood before it)`` for every way to take them off."""
    found = [("", rest, False)]
    if rest.startswith("ال") and len(rest) > 4:
        found.append(("", rest[2:], True))
    if rest.startswith("لل") and len(rest) > 4:
        found.append(("ل", rest[2:], True))
    elif rest[:1] in "بكل" and len(rest) > 3:
        found.append((rest[0], rest[1:], False))
        if rest[1:3] == "ال" and len(rest) > 5:
            found.append((rest[0], rest[3:], True))
    return found


def strip_owner(stem: str, definite: bool) -> list[tuple[str, str]]:
    """Return ``(base, pronoun)`` for every way to take a fused pronoun or a case ending off a noun."""
    found = [(stem, "")]
    if stem.endswith("ا") and len(stem) > 3:
        found.append((stem[:-1], ""))  # the accusative: رفضا
    if not definite:
        for pronoun in PRONOUNS:
            if stem.endswith(pronoun) and len(stem) - len(pronoun) >= 3:
                base = stem[: -len(pronoun)]
                if base[-2:] in ("اي", "او"):
                    found.append((base[:-1] + "ء", pronoun))  # the seat of the hamza: استيائه, استياؤه
                found.append((base, pronoun))
                if base.endswith("ت"):
                    found.append((base[:-1] + "ه", pronoun))
                break
    return found
