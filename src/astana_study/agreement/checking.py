"""The one gate through which a coding comes in, whatever file it stood in: spans resolved, ids known, all faults told.

A reader hands over a plain ``dict``, the shape of the project's own JSON. A span is its words, ``[start, end]``, or
empty; ``_at`` says where a row stood in the file.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import cache

from astana_study.agreement.gold import CodedArticle, CodedClaim, CodedMention, GoldError, Span, find_span
from astana_study.codebook.reading import read_rows
from astana_study.codebook.vocabulary import list_values
from astana_study.tables.schema import LAST_ROUND

MENTION_KEYS = ("span", "actor", "naming")
CLAIM_KEYS = ("cue", "act", "mode", "holder", "holder_status", "holders", "targets", "topics", "content",
              "direct_quote", "distance", "rule")  # fmt: skip
ARTICLE_KEYS = ("article_id", "coder", "round", "round_basis", "published", "published_basis", "language", "kind",
                "mentions", "claims", "note")  # fmt: skip


def parse_coding(raw: dict, text: str, name: str = "coding", faults: Iterable[str] = ()) -> CodedArticle:
    """Turn a coding, as a dict, into spans and sets.

    Parameters
    ----------
    raw : dict
        ``article_id``, ``coder``, ``round``, ``published``, and the lists ``mentions`` and ``claims``.
    text : str
        The article's text.
    name : str
        What to call the file in an error.
    faults : iterable of str
        Faults that the reader of the file found already.

    Raises
    ------
    GoldError
        When anything is wrong: every fault with its place and its cure.

    Examples
    --------
    >>> parse_coding({"article_id": "a", "mentions": [{"span": "Moscow", "actor": "RUS"}]}, "Moscow agreed.")
    <a coded by ?: 1 mentions, 0 claims>
    """
    gate = _Gate(text, list(faults))
    if not isinstance(raw, dict):
        raise GoldError(f"{name}: expected an object with article_id, mentions and claims, got {type(raw).__name__}")
    gate.check_keys(raw, ARTICLE_KEYS, "the coding")
    if not isinstance(raw.get("article_id"), str) or not raw.get("article_id"):
        gate.faults.append("article_id is missing; write the name of the article's folder")
    mentions = [gate.read_mention(row, n) for n, row in enumerate(gate.list_rows(raw, "mentions"), start=1)]
    claims = [gate.read_claim(row, n) for n, row in enumerate(gate.list_rows(raw, "claims"), start=1)]
    number, published = gate.read_round(raw.get("round")), gate.read_day(raw.get("published") or "")
    bases = [gate.choose(raw.get(key) or "", key, "the coding", blank=True)
             for key in ("round_basis", "published_basis")]  # fmt: skip
    if gate.faults:
        raise GoldError(f"{name} does not fit its text or the conventions:", tuple(gate.faults))
    return CodedArticle(
        raw["article_id"], str(raw.get("coder") or ""), text, number, published, tuple(filter(None, mentions)),
        tuple(filter(None, claims)), str(raw.get("language") or ""), str(raw.get("kind") or ""), *bases,
    )  # fmt: skip


@cache
def _list_ids(name: str, column: str) -> frozenset[str]:
    return frozenset(row[column] for row in read_rows(name))


class _Gate:
    """Reads the parts of one coding and keeps the faults."""

    def __init__(self, text: str, faults: list[str]):
        self.text = text
        self.faults = faults

    def list_rows(self, raw: dict, key: str) -> list[dict]:
        rows = raw.get(key) or []
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            self.faults.append(f"{key}: expected a list of objects")
            return []
        return rows

    def check_keys(self, row: dict, allowed: Collection[str], what: str) -> None:
        for key in row:
            if key not in allowed and not key.startswith("_"):
                self.faults.append(f"{what}: unknown key {key!r}; use {', '.join(allowed)}")

    def read_span(self, value: object, what: str, *, needed: bool = False) -> Span | None:
        if value is None or value == "" or value == []:
            if needed:
                self.faults.append(f"{what} is missing; write the words as they stand in the text")
            return None
        if isinstance(value, str):
            try:
                return find_span(self.text, value)
            except GoldError as error:
                self.faults.append(f"{what}: {error}")
                return None
        if not (isinstance(value, list | tuple) and len(value) == 2 and all(type(n) is int for n in value)):
            self.faults.append(f"{what}: expected words, or [start, end] in code points, got {value!r}")
            return None
        start, end = value
        if not 0 <= start < end <= len(self.text):
            self.faults.append(f"{what}: no span {start} to {end} in a text of {len(self.text)} code points")
            return None
        return start, end

    def choose(self, value: object, vocabulary: str, what: str, *, blank: bool = False) -> str:
        allowed = list_values(vocabulary)
        if value not in allowed and not (blank and value == ""):
            said = f"unknown {vocabulary} {value!r}" if value not in (None, "") else f"{vocabulary} is missing"
            self.faults.append(f"{what}: {said}; use one of {', '.join(allowed)}")
            return ""
        return str(value)

    def choose_ids(self, row: dict, key: str, source: tuple[str, str], what: str) -> frozenset[str]:
        values = row.get(key) or []
        if isinstance(values, str) or not all(isinstance(value, str) for value in values):
            self.faults.append(f"{what}: {key} is a list of ids, not {values!r}")
            return frozenset()
        known = _list_ids(*source)
        self.faults += [f"{what}: {key} names {value!r}, which {source[0]}.csv does not hold; take an id from there"
                        for value in values if value not in known]  # fmt: skip
        return frozenset(values)

    def read_mention(self, row: dict, number: int) -> CodedMention | None:
        what = row.get("_at") or f"mention {number}"
        self.check_keys(row, MENTION_KEYS, what)
        span = self.read_span(row.get("span"), what, needed=True)
        (actor,) = self.choose_ids({"actor": [row.get("actor") or ""]}, "actor", ("actors", "actor_id"), what)
        naming = self.choose(row.get("naming") or "neutral", "naming", what)
        return CodedMention(*span, actor, naming) if span else None

    def read_claim(self, row: dict, number: int) -> CodedClaim | None:
        what = row.get("_at") or f"claim {number}"
        self.check_keys(row, CLAIM_KEYS, what)
        cue = self.read_span(row.get("cue"), f"{what}, cue", needed=True)
        act, mode, status = (self.choose(row.get(key), key, what) for key in ("act", "mode", "holder_status"))
        spans = [self.read_span(row.get(key), f"{what}, {key}") for key in ("holder", "content")]
        actors = ("actors", "actor_id")
        holders, targets = (self.choose_ids(row, key, actors, what) for key in ("holders", "targets"))
        topics = self.choose_ids(row, "topics", ("topics", "topic_id"), what)
        if not isinstance(row.get("direct_quote") or False, bool):
            self.faults.append(f"{what}: direct_quote is true or false, not {row['direct_quote']!r}")
        distance = row.get("distance") or {}
        scope, marker = "", None
        if not isinstance(distance, dict) or set(distance) - {"scope", "marker"}:
            self.faults.append(f"{what}: distance is null, or an object with scope and marker, not {distance!r}")
        elif distance:
            scope = self.choose(distance.get("scope"), "distance_scope", what)
            marker = self.read_span(distance.get("marker"), f"{what}, distance", needed=True)
        if cue is None:
            return None
        return CodedClaim(cue, act, mode, spans[0], status, holders, targets, topics, spans[1],
                          bool(row.get("direct_quote")), scope, marker, str(row.get("rule") or ""))  # fmt: skip

    def read_round(self, value: object) -> int | None:
        if value is None or value == "":
            return None
        if type(value) is not int or not 1 <= value <= LAST_ROUND:
            self.faults.append(f"round: a whole number from 1 to {LAST_ROUND}, or nothing where unknown, not {value!r}")
            return None
        return value

    def read_day(self, value: object) -> str:
        if value and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", str(value)):
            self.faults.append(f"published: a day as 2023-06-21, or nothing where unknown, not {value!r}")
        return str(value)
