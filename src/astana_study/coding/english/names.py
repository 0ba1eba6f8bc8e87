"""The English names of actors and people, compiled into a tree of folded words."""

from __future__ import annotations

import re
from typing import Final

from astana_study.codebook.loading import Codebook
from astana_study.coding.english.spelling import fold_english, is_foreign_enough, skeleton, write_variants
from astana_study.coding.entities import Entry
from astana_study.coding.trie import Node, plant

_ABBREVIATIONS: Final = (
    "Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Prof|Rev|Hon|Amb|Jr|Sr|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
    "|Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun"
)
_FLAGS: Final = "Updated?|UPDATE|Urgent|URGENT|Exclusive|EXCLUSIVE|Breaking|BREAKING"
WORD: Final = re.compile(
    r"([a-z]{2,}+(?![\w\u0300-\u036f'’‘ʼ-])"  # most words, and fast
    r"|(?:[A-Za-z]\.){2,}|(?=[A-Z][a-z]{1,4}\.)\b(?:"
    + _ABBREVIATIONS
    + r")\.|(?:"
    + _FLAGS
    + r")(?=-[A-Z])|[\w\u0300-\u036f]+(?:(?:-(?=\w)|['’‘ʼ](?!s\b|S\b)(?=\w)|(?<=\d)[.,](?=\d))[\w\u0300-\u036f]+)*"
    r"|(?:['’ʼ]|(?<=\w)‘)[sS]\b|''|\.\.+|[^\w\s])"
)
"""One word or mark; hyphens, inner apostrophes and dots of abbreviations stay inside, the genitive stands alone, and so
does what an agency sets before a headline ("Updated-Jaafari: …")."""

SHORTEST_SURNAME: Final = 4
_COMPOUND: Final = {
    "de", "abu", "abo", "abou", "al", "el", "bin", "jaberi", "jaber", "ciya", "jia", "jiya", "van", "von",
}  # fmt: skip


def split_words(words: str) -> list[str]:
    """Split a name into folded words, as a text is split."""
    return [fold_english(word) for word in WORD.findall(words)]


def compile_names(codebook: Codebook) -> tuple[Node, dict[str, Entry], dict[str, str]]:
    """Return the tree of names, the surnames by skeleton, and the actors by their bare adjective."""
    root: Node = {}
    for name in codebook.names("en"):
        words = split_words(name.words)
        if words and words[0] == "the":
            words = words[1:]
        plant(root, words, Entry(name.actor_id, name.use, name.gender, name.naming))
    surnames: dict[str, Entry] = {}
    common = codebook.list_words("en", "common surname")
    exact = codebook.list_words("en", "exact surname")
    for spellings, entry in _list_people(codebook):
        for spelling in spellings:
            words = split_words(spelling)
            for last in sorted(write_variants(words[-1])):
                plant(root, [*words[:-1], last], entry)
            for surname in _find_surnames(words, common):
                for last in sorted(write_variants(surname[-1])):
                    if last != surname[-1] and len(last) < SHORTEST_SURNAME:
                        continue  # "al-Tal" is a name, "Tal" a hill
                    plant(root, [*surname[:-1], last], entry)
        last = split_words(spellings[0])[-1]
        if is_foreign_enough(last) and last not in common and last not in exact:
            surnames.setdefault(skeleton(last), entry)
    adjectives = {
        fold_english(adjective): row["actor_id"]
        for row in codebook.select("countries", "en")
        for adjective in row["adjective"].split("|")
    }
    adjectives |= {"zionist": "ISR", "syrian": "SYR_GOV"}
    return root, surnames, adjectives


def _list_people(codebook: Codebook) -> list[tuple[list[str], Entry]]:
    roles: dict[str, list[dict[str, str]]] = {}
    for row in codebook.people:
        roles.setdefault(row["name_en"], []).append(row)
    women = codebook.list_words("en", "woman's name")
    found = []
    for name, rows in roles.items():
        rows.sort(key=lambda row: row["start"])
        spellings = [name, *filter(None, "|".join(row["aliases_en"] for row in rows).split("|"))]
        spans = tuple((row["start"], row["end"], row["actor_id"]) for row in rows)
        gender = "f" if fold_english(name).split()[0] in women else "m"
        found.append((spellings, Entry(rows[0]["actor_id"], "person", gender, "neutral", spans)))
    return found


def _find_surnames(words: list[str], common: frozenset[str]) -> list[list[str]]:
    """A surname alone names the person, unless it is too short or too common to do so."""
    last = words[-1]
    surnames = []
    if len(words) < 2:
        return []
    if words[-2] in _COMPOUND:
        surnames.append(words[-2:])
    if len(last) >= SHORTEST_SURNAME and last not in common:
        surnames.append([last])
        if last.startswith("al-") and len(last) > 6:
            surnames.append(["al", last[3:]])
    return surnames
