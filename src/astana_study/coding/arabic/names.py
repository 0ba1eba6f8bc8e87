"""The names of actors and people, written out and planted for matching."""

from __future__ import annotations

from typing import NamedTuple

from astana_study.codebook.loading import Codebook
from astana_study.coding.arabic.spelling import is_foreign_enough, skeleton
from astana_study.coding.trie import Node, plant
from astana_study.text.folding import fold_word

FOREIGN = {"RUS", "IRN", "TUR", "KAZ", "UN_ENVOY", "USA", "UN", "FRA", "GBR", "DEU", "ISR"}
"""Whose people's names Arabic spells in several ways."""


class Entry(NamedTuple):
    """What a planted name stands for."""

    actor_id: str
    use: str
    gender: str
    naming: str
    people: tuple[tuple[str, str, str], ...] = ()
    """For a person: ``(start, end, actor)`` of each role, in order."""


def compile_names(codebook: Codebook) -> tuple[Node, dict[str, Entry], dict[str, str]]:
    """Return the tree of names, the surnames by skeleton, and the actors by their bare adjective."""
    root: Node = {}
    for name in codebook.names("ar"):
        plant(root, split_words(name.words), Entry(name.actor_id, name.use, name.gender, name.naming))
    surnames: dict[str, Entry] = {}
    for spellings, entry in _list_people(codebook):
        for spelling in spellings:
            words = split_words(spelling)
            plant(root, words, entry)
            if len(words) >= 2:
                for surname in _find_surnames(words):
                    plant(root, surname, entry)
        if entry.actor_id in FOREIGN:
            last = fold_word(spellings[0]).split()[-1]
            if is_foreign_enough(last):
                surnames.setdefault(skeleton(last), entry)
    adjectives = {
        fold_word(adjective): row["actor_id"]
        for row in codebook.select("countries", "ar")
        for adjective in row["adjective"].split("|")
    }
    adjectives |= {"صهيوني": "ISR", "سوري": ""}
    return root, surnames, adjectives


def split_words(words: str) -> list[str]:
    """Split a name into folded words and marks, as the tokeniser does."""
    return fold_word(words).replace("/", " / ").split()


def _list_people(codebook: Codebook) -> list[tuple[list[str], Entry]]:
    roles: dict[str, list[dict[str, str]]] = {}
    for row in codebook.people:
        roles.setdefault(row["name_ar"], []).append(row)
    found = []
    for name, rows in roles.items():
        rows.sort(key=lambda row: row["start"])
        spellings = [name, *filter(None, "|".join(row["aliases_ar"] for row in rows).split("|"))]
        spans = tuple((row["start"], row["end"], row["actor_id"]) for row in rows)
        found.append((spellings, Entry(rows[0]["actor_id"], "person", "m", "neutral", spans)))
    return found


_COMPOUND = {"دي", "ابو", "عبد", "ال", "امير", "جابري", "بن", "جيا", "جاويش"}
_COMMON = {"احمد", "محمد", "علي", "حسن", "الاسد", "كرد", "دان", "بري", "حسين", "محمود", "عباس", "ابراهيم", "صالح",
           "سليمان", "خليل", "جاسم", "مصطفي", "رحمه", "فيصل", "مقداد", "سعد", "سلام"}  # fmt: skip


def _find_surnames(words: list[str]) -> list[list[str]]:
    """A surname alone names the person, unless it is too short or too common to do so."""
    last = words[-1]
    surnames = []
    if len(words) >= 2 and words[-2] in _COMPOUND:
        surnames.append(words[-2:])
    elif len(last) >= 4 and last not in _COMMON:
        surnames.append([last])
        if last.startswith("ال") and len(last) > 6:
            surnames.append([last[2:]])
    return surnames
