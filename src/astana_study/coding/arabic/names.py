"""The names of actors and people, written out and planted for matching."""

from __future__ import annotations

from typing import Final

from astana_study.codebook.loading import Codebook
from astana_study.coding.arabic.spelling import is_foreign_enough, skeleton
from astana_study.coding.entities import Entry
from astana_study.coding.trie import Node, plant
from astana_study.text.folding import fold_word

FOREIGN: Final = {"RUS", "IRN", "TUR", "KAZ", "UN_ENVOY", "USA", "UN", "FRA", "GBR", "DEU", "ISR"}
"""Whose people's names Arabic spells in several ways."""


def compile_names(codebook: Codebook) -> tuple[Node, dict[str, Entry], dict[str, str]]:
    """Return the tree of names, the surnames by skeleton, and the actors by their bare adjective."""
    root: Node = {}
    for name in codebook.names("ar"):
        gender = _tell_gender(name.words, name.gender) if name.use in ("holder", "source", "agency") else name.gender
        entry = Entry(name.actor_id, name.use, gender, name.naming)
        for words in _inflect(split_words(name.words), name.use):
            plant(root, words, entry)
    common = {fold_word(row["form"]) for row in codebook.select("particles", "ar") if row["class"] == "common"}
    ranks, compound = codebook.list_words("ar", "rank"), codebook.list_words("ar", "compound name")
    surnames: dict[str, Entry] = {}
    for spellings, entry in _list_people(codebook):
        for spelling in spellings:
            words = split_words(spelling)
            if words[0] in ranks:
                words = words[1:]
            for joined in _join(words):
                plant(root, joined, entry)
            if len(words) >= 2:
                for surname in _find_surnames(words, common, compound):
                    plant(root, surname, entry)
        if entry.actor_id in FOREIGN:
            words = split_words(spellings[0])
            last = "".join(next(iter(_find_surnames(words, common, compound)), [words[-1]]))
            if is_foreign_enough(last):
                surnames.setdefault(skeleton(last), entry)
    adjectives = {
        fold_word(adjective): row["actor_id"]
        for row in codebook.select("countries", "ar")
        for adjective in row["adjective"].split("|")
    }
    adjectives |= {"صهيوني": "ISR", "اممي": "UN", "سوري": ""}
    return root, surnames, adjectives




def _tell_gender(words: str, gender: str) -> str:
    """ "The wording of the statement" is feminine, "the statement" is not: the head decides."""
    head = fold_word(words).split()[0]
    if gender == "c" and head.endswith(("ون", "ين")):
        return "p"
    return "f" if head.endswith(("ه", "ات")) and gender in "mc" else gender


def _inflect(words: list[str], use: str) -> list[list[str]]:
    """Return the words in every case: the sound plural ends in ون or ين, an indefinite noun may end in alef."""
    found = [words]
    if words[0].endswith("ون"):
        found.append([words[0][:-2] + "ين", *(w[:-2] + "ين" if w.endswith("ون") else w for w in words[1:])])
    if words[0].endswith("لو") and len(words) > 1:
        found.append([words[0][:-1] + "ي", *words[1:]])
    if use == "source" and len(words) == 1 and not words[0].startswith("ال") and not words[0].endswith(("ون", "ا")):
        found.append([words[0] + "ا"])
    return found


def _join(words: list[str]) -> list[list[str]]:
    """Return the words apart and with a compound written together: عبد الرحمن, عبدالرحمن."""
    found = [words]
    for place in range(len(words) - 1):
        if words[place] in ("عبد", "دي", "ابو"):
            found.append([*words[:place], words[place] + words[place + 1], *words[place + 2 :]])
    return found


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
        given = skeleton(fold_word(name).split()[0])
        gender = "f" if any(row["role_ar"].split()[0].endswith("ة") for row in rows if row["role_ar"]) else "m"
        found.append((spellings, Entry(rows[0]["actor_id"], "person", gender, "neutral", spans, given)))
    return found




def _find_surnames(words: list[str], common: set[str], compound: frozenset[str]) -> list[list[str]]:
    """A surname alone names the person, unless it is too short or too common to do so."""
    last = words[-1]
    surnames = []
    if len(words) >= 2 and words[-2] in compound:
        surnames.append(words[-2:])
    elif len(last) >= 4 and last not in common:
        surnames.append([last])
        if last.startswith("ال") and len(last) > 6:
            surnames.append([last[2:]])
    return surnames
