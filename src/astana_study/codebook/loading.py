"""Loads the codebook: reads its files, checks them against each other, and gives it one hash.

A codebook is a folder of CSV files that a researcher edits in a spreadsheet. Everything that is looked for in a
text stands there; the coder holds the grammar only. All faults are reported at once, each with file and line.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from astana_study.codebook.patterns import MOST_FORMS, count_forms, expand_countries, expand_pattern
from astana_study.codebook.reading import CodebookError, get_codebook_folder, read_rows
from astana_study.codebook.vocabulary import list_values
from astana_study.text.folding import fold_word

FILES = {
    "actors": ("actor_id", "label_en", "label_ar", "kind", "part_of", "iso3", "cameo", "wikidata", "pax"),
    "actor_names": ("actor_id", "language", "name", "use", "gender", "naming"),
    "boilerplate": ("language", "phrase", "kind"),
    "countries": ("actor_id", "language", "country", "capital", "adjective", "feminine", "country_gender"),
    "cues": ("language", "lemma", "act", "frame", "cameo", "plover", "gloss"),
    "distancing": ("language", "marker", "scope", "gloss"),
    "name_patterns": ("language", "pattern", "use", "gender", "naming"),
    "particles": ("language", "form", "class", "note"),
    "people": ("person_id", "name_en", "name_ar", "aliases_en", "aliases_ar", "actor_id", "role_en", "role_ar", "start",
               "end", "source_url"),
    "rules": ("rule", "language", "covers", "example", "expected"),
    "topics": ("topic_id", "label_en", "label_ar", "definition", "takes_in", "leaves_out", "pax"),
    "topic_terms": ("topic_id", "language", "term", "weight"),
    "verbs": ("language", "lemma", "imperfect", "verbal_nouns", "participle", "passive"),
    "vocabulary": ("list", "value", "label_en", "label_ar", "definition"),
    "word_lists": ("language", "list", "words", "covers"),
}  # fmt: skip
"""Every file of the codebook with its columns."""

LANGUAGES = ("ar", "en")
SCOPES = ("strict", "wide")
WIDE = ("cues", "verbs", "rules")
"""The files that the folder ``wide/`` of a codebook adds to."""
USES = (
    "mention",
    "role",
    "person",
    "country",
    "capital",
    "weak",
    "holder",
    "collective",
    "source",
    "agency",
    "anaphor",
    "addressee",
    "ignored",
)
SAME = "="
"""In place of an actor id: the name stands for whoever was last named (an anaphor)."""


@dataclass(frozen=True, slots=True)
class Name:
    """One way to name an actor, written out."""

    actor_id: str
    words: str
    use: str
    gender: str
    naming: str


@dataclass(frozen=True)
class Codebook:
    """The codebook, checked: its rows by file, and one hash over all of them.

    Attributes
    ----------
    rows : dict of str to tuple of dict
        The rows of every file in `FILES`, all values strings.
    hash : str
        SHA-256, in hex, over names and bytes of all files.
    """

    rows: dict[str, tuple[dict[str, str], ...]]
    hash: str
    scope: str = "strict"
    """How much is attributed: ``strict`` as the guidelines have it; ``wide`` with thoughts, wishes and intentions."""
    compiled: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)
    """What a coder made of it, by language; filled on first use."""

    @property
    def actors(self) -> tuple[dict[str, str], ...]:
        """The actors."""
        return self.rows["actors"]

    @property
    def people(self) -> tuple[dict[str, str], ...]:
        """The people, one row a role."""
        return self.rows["people"]

    @property
    def topics(self) -> tuple[dict[str, str], ...]:
        """The topics."""
        return self.rows["topics"]

    @property
    def cues(self) -> tuple[dict[str, str], ...]:
        """The cues, one row a frame."""
        return self.rows["cues"]

    @property
    def distancing(self) -> tuple[dict[str, str], ...]:
        """The distance markers."""
        return self.rows["distancing"]

    def select(self, name: str, language: str) -> Iterator[dict[str, str]]:
        """Yield the rows of one file that are of one language."""
        return (row for row in self.rows[name] if row["language"] == language)

    def list_words(self, language: str, name: str) -> frozenset[str]:
        """Return the words of one list of ``word_lists.csv``.

        Raises
        ------
        CodebookError
            When there is no such list.

        Examples
        --------
        >>> "envoy" in load_codebook().list_words("en", "role")
        True
        """
        for row in self.rows["word_lists"]:
            if row["list"] == name and row["language"] == language:
                return frozenset(row["words"].split())
        fault = f"word_lists.csv: no list {name!r} of the language {language!r}; add a row for it, or restore its name"
        raise CodebookError([fault])

    def names(self, language: str) -> Iterator[Name]:
        """Yield every name of every actor in one language, written out from the compact entries."""
        for row, words in _write_out_names(self.rows, language):
            yield Name(row["actor_id"], words, row["use"], row["gender"], row["naming"])


def load_codebook(folder: Path | str | None = None, *, scope: str = "strict") -> Codebook:
    """Load and check a codebook.

    Parameters
    ----------
    folder : path, optional
        Another codebook than the one that comes with the package.
    scope : {"strict", "wide"}
        With ``wide`` the English cues of the folder's ``wide/`` are added: thoughts, feelings, wishes, intentions and
        what documents show, which the guidelines do not count as claims.

    Raises
    ------
    CodebookError
        When anything in it is wrong: every fault with file, line and what to do.

    Examples
    --------
    >>> codebook = load_codebook()
    >>> codebook.topics[0]["topic_id"], len(codebook.hash)
    ('sovereignty', 64)
    """
    if scope not in SCOPES:
        raise CodebookError([f"unknown scope {scope!r}; use {' or '.join(SCOPES)}"])
    return _load(Path(folder).resolve() if folder else get_codebook_folder(), scope)


@cache
def _load(folder: Path, scope: str) -> Codebook:
    rows: dict[str, tuple[dict[str, str], ...]] = {}
    faults: list[str] = []
    for name, columns in FILES.items():
        try:
            found = read_rows(name, folder)
        except CodebookError as error:
            faults += error.faults
            continue
        missing = [column for column in columns if found and column not in found[0]]
        if missing:
            faults.append(f"{name}.csv:1: no column {', '.join(missing)}; the columns are {', '.join(columns)}")
            continue
        rows[name] = tuple(found)
    if not faults and scope == "wide":
        for name in WIDE:
            rows[name] += tuple(_read_wide(name, folder / "wide", rows[name]))
    if not faults:
        faults = list(_check(rows))
    if faults:
        raise CodebookError(faults)
    return Codebook(rows, _hash_files(folder, scope), scope)


def _read_wide(name: str, folder: Path, strict: tuple[dict[str, str], ...]) -> Iterator[dict[str, str]]:
    """Yield what the wide scope adds to a file: all frames of a lemma are in one row (``that|np|to``).

    What the strict file has already stays as it is there.
    """
    known = {tuple(row[column] for column in _KEYS[name]) for row in strict}
    for row in read_rows(name, folder):
        for frame in row.get("frame", "").split("|"):
            added = row | {"_line": f"{row['_line']} (wide)"} | ({"frame": frame} if "frame" in row else {})
            if tuple(added[column] for column in _KEYS[name]) not in known:
                yield added


def _hash_files(folder: Path, scope: str) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.csv")) + (sorted(folder.glob("wide/*.csv")) if scope == "wide" else []):
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()


def _write_out_names(rows: dict[str, tuple[dict[str, str], ...]], language: str) -> Iterator[tuple[dict, str]]:
    for row in rows["actor_names"]:
        if row["language"] == language:
            for words in expand_pattern(row["name"]):
                yield row, words
    for country in rows["countries"]:
        if country["language"] != language:
            continue
        for pattern in rows["name_patterns"]:
            if pattern["language"] == language:
                gender = country["country_gender"] if pattern["use"] == "country" else pattern["gender"]
                row = pattern | {"actor_id": country["actor_id"], "gender": gender}
                for words in expand_countries(pattern["pattern"], country):
                    yield row, words


_KEYS = {
    "actors": ("actor_id",), "people": ("person_id",), "topics": ("topic_id",), "cues": ("language", "lemma", "frame"),
    "distancing": ("language", "marker"), "verbs": ("language", "lemma"), "particles": ("language", "form", "class"),
    "topic_terms": ("topic_id", "language", "term"), "rules": ("rule",), "vocabulary": ("list", "value"),
    "countries": ("actor_id", "language"), "boilerplate": ("language", "phrase"),
    "name_patterns": ("language", "pattern"), "actor_names": ("actor_id", "language", "name"),
    "word_lists": ("language", "list"),
}  # fmt: skip


def _check(rows: dict[str, tuple[dict[str, str], ...]]) -> Iterator[str]:
    yield from _check_cells(rows)
    actors = {row["actor_id"] for row in rows["actors"]}
    topics = {row["topic_id"] for row in rows["topics"]}
    for name in ("actor_names", "people", "countries"):
        for row in rows[name]:
            if row["actor_id"] not in actors and not (name == "actor_names" and row["actor_id"] == SAME):
                at = f"{name}.csv:{row['_line']}"
                yield f"{at}: unknown actor {row['actor_id']!r}; add it to actors.csv or correct it"
    for row in rows["actors"]:
        if row["part_of"] and row["part_of"] not in actors:
            yield f"actors.csv:{row['_line']}: part_of names the unknown actor {row['part_of']!r}"
    for row in rows["topic_terms"]:
        if row["topic_id"] not in topics:
            yield f"topic_terms.csv:{row['_line']}: unknown topic {row['topic_id']!r}; see topics.csv"
    yield from _check_bounds(rows["topics"], topics)
    yield from _check_patterns(rows)
    yield from _check_reachable(rows)


def _check_bounds(rows: tuple[dict[str, str], ...], topics: set[str]) -> Iterator[str]:
    """A topic must say what it takes in, and send what it leaves out to a topic that there is."""
    for row in rows:
        if not row["takes_in"]:
            yield f"topics.csv:{row['_line']}: takes_in is empty; say what is coded as {row['topic_id']!r}"
        for column in ("takes_in", "leaves_out"):
            for named in re.findall("`(.*?)`", row[column]):
                if named not in topics or named == row["topic_id"]:
                    yield f"topics.csv:{row['_line']}: {column} points to {named!r}; name another topic of the file"


def _check_cells(rows: dict[str, tuple[dict[str, str], ...]]) -> Iterator[str]:
    allowed = {
        ("cues", "act"): list_values("act"), ("distancing", "scope"): list_values("distance_scope"),
        ("actors", "kind"): list_values("actor_kind"), ("actor_names", "naming"): list_values("naming"),
        ("name_patterns", "naming"): list_values("naming"), ("actor_names", "use"): USES,
        ("name_patterns", "use"): USES, ("boilerplate", "kind"): ("boilerplate", "related"),
        ("topic_terms", "weight"): ("strong", "first", "weak", "before", "aside"),
        ("actor_names", "gender"): ("m", "f", "p", "c", ""),
    }  # fmt: skip
    for name, found in rows.items():
        first: dict[tuple[str, ...], str] = {}
        for row in found:
            at = f"{name}.csv:{row['_line']}"
            key = tuple(row[column] for column in _KEYS[name])
            if not all(key):
                empty = [column for column in _KEYS[name] if not row[column]]
                yield f"{at}: {', '.join(empty)} is empty; fill it or delete the row"
            if key in first:
                yield f"{at}: the same {', '.join(_KEYS[name])} as line {first[key]}: {' | '.join(key)}; delete one"
            first.setdefault(key, row["_line"])
            if "language" in row and row["language"] not in LANGUAGES:
                yield f"{at}: unknown language {row['language']!r}; use {' or '.join(LANGUAGES)}"
            for column, value in row.items():
                values = allowed.get((name, column))
                if values and value not in values:
                    yield f"{at}: unknown {column} {value!r}; use one of {', '.join(filter(None, values))}"


def _check_patterns(rows: dict[str, tuple[dict[str, str], ...]]) -> Iterator[str]:
    for name, column in (("actor_names", "name"), ("distancing", "marker"), ("name_patterns", "pattern"),
                         ("topic_terms", "term")):  # fmt: skip
        for row in rows[name]:
            try:
                forms = count_forms(row[column])
            except ValueError as error:
                yield f"{name}.csv:{row['_line']}: {error}; close every ( and [ that is opened"
                return
            if forms > MOST_FORMS:
                yield (
                    f"{name}.csv:{row['_line']}: {row[column]!r} writes out to {forms} forms, more than {MOST_FORMS}; "
                    "make two shorter entries of it, or put * for a word"
                )
                return
    for language in LANGUAGES:
        owner: dict[str, tuple[str, str, str]] = {}
        for row, words in _write_out_names(rows, language):
            folded = fold_word(words)
            here = (row["actor_id"], row["_line"], words)
            if folded in owner and owner[folded][0] != here[0] and SAME not in (owner[folded][0], here[0]):
                yield (
                    f"actor_names.csv:{row['_line']}: {words!r} is a name of {here[0]} and of {owner[folded][0]} "
                    f"(line {owner[folded][1]}); a name can be of one actor only"
                )
            owner.setdefault(folded, here)


def _check_reachable(rows: dict[str, tuple[dict[str, str], ...]]) -> Iterator[str]:
    """A cue whose lemma gives no form can never fire."""
    verbs = {(row["language"], row["lemma"]) for row in rows["verbs"]}
    for row in rows["cues"]:
        nominal = row["frame"].startswith(("noun", "phrase"))
        if not nominal and (row["language"], row["lemma"]) not in verbs:
            yield (
                f"cues.csv:{row['_line']}: {row['lemma']!r} has no entry in verbs.csv, so it has no forms and can "
                "never be found; add the verb, or give the cue a frame that begins with 'noun'"
            )
    for row in rows["verbs"]:
        if row["passive"] and row["language"] == "ar" and "/" not in row["passive"]:
            yield f"verbs.csv:{row['_line']}: passive is written perfect/imperfect, not {row['passive']!r}"
