"""Where contents end that a verb opens and another verb closes: complements of nouns, relative clauses."""

from __future__ import annotations

from typing import Final

from astana_study.coding.english.clauses import FINITE, GERUND, Group
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.grammar import Reading
from astana_study.coding.english.lexicon import (
    COMMA,
    COMP,
    CONJ,
    CONTRAST,
    DASH,
    DET,
    PREP,
    QUOTE,
    REL,
    STOP,
    SUB,
    TIME,
)

NAMED: Final = {"en.noun", "en.noun.by", "en.noun.of"}
"""Rules of nouns that have their owner beside them."""


def end_noun(reading: Reading, draft: Finding, limit: int) -> int:
    """A noun in the subject ("its refusal of any deal was final") is complete where the verb of that subject comes."""
    nominal = draft.extra.get("nominal")
    own = draft.extra.get("group")
    if nominal is None and own is not None and own.kind == GERUND:
        nominal = own.i
    if nominal is not None:
        for group in reading.clauses.groups:
            if group.kind == FINITE and group.i > nominal and reading.subjects.begin.get(group.m, group.i) <= nominal:
                k = group.i
                words = reading.words
                while k > nominal and words[k - 1].cls & TIME:
                    k -= 1
                begin = reading.subjects.begin.get(group.m, group.i)
                reduced = own is not None and begin < nominal and words[begin].fold != "with"
                if own is None or own.kind != GERUND or words[k - 1].cls & COMMA or reduced:
                    return min(limit, k)
            named = draft.rule in NAMED
            if named and group.kind == FINITE and group.i > nominal:
                k = _end_fronted(reading, draft.extra.get("at", nominal), group)
                if k > 0:
                    return min(limit, k)
            if named and group.kind == FINITE and _is_main(reading, draft.extra.get("at", nominal), group.i):
                return min(limit, group.i)  # "its proposal to move the talks was left open"
            begin = reading.subjects.begin.get(group.m, group.i)
            if (
                own is not None
                and own.kind == GERUND
                and own.i == reading.sentence.first
                and group.kind == FINITE
                and begin > own.j
                and reading.words[begin - 1].cls & (COMMA | QUOTE)
                and not reading.clauses.is_relative(group)
            ):
                return min(limit, begin)
            before = reading.clauses.covered.get(group.i - 1)
            if group.kind == FINITE and before is not None and nominal < before.i and before.kind == FINITE:
                ends = (group.frames is None or group.passive) and not reading.clauses.is_relative(before)
                if own is None and ends and group.m not in reading.subjects.parent:
                    return min(limit, group.i)  # "warnings that the truce is fraying went unanswered"
    return limit


def _end_fronted(reading: Reading, at: int, group: Group) -> int:
    """Where a complement ends before the main clause: "Amid warnings that it fails, Moscow left"."""
    words, sentence = reading.words, reading.sentence
    begin = reading.subjects.begin.get(group.m, group.i)
    fronted = words[sentence.first].cls & (PREP | SUB) and not words[sentence.first].cls & DET
    if fronted and at < begin - 1 and words[begin - 1].cls & COMMA and not reading.clauses.is_relative(group):
        return begin - 1
    if words[at - 1].fold != "that" or group.number == 0 or reading.clauses.is_relative(group):
        return -1
    told = (g for g in reading.clauses.groups if g.kind == FINITE and g.i >= at and not reading.clauses.is_relative(g))
    own = next(told, group)
    if own is group or own.frames is not None and (own.frames.that or own.frames.quote):
        return -1
    apart = COMP | REL | SUB | CONJ | CONTRAST | STOP | COMMA | DASH | QUOTE
    if any(words[k].cls & apart and not words[k].cls & (DET | PREP) for k in range(own.j, group.i)):
        return -1
    return -1 if any(words[k].fold in ("that", "(") for k in range(own.j, group.i)) else group.i


def _is_main(reading: Reading, at: int, verb: int) -> bool:
    """Whether nothing opens another clause between a noun's complement and a verb: the verb is the main one."""
    words = reading.words
    if verb <= at + 1 or words[at - 1].fold == "that" or at in reading.sentence.quote_at:
        return False
    labels = {place for quote in reading.sentence.quotes if quote.kind != "speech" for place in (quote.i - 1, quote.j)}
    return not any(
        k not in labels
        and words[k].cls & (COMP | REL | SUB | CONJ | CONTRAST | STOP | COMMA | QUOTE | DASH)
        and not words[k].cls & (DET | PREP)
        and k not in reading.sentence.inside
        or words[k].fold == "that"
        for k in range(at, verb)
    )


def end_relative(reading: Reading, group: Group | None, limit: int) -> int:
    """End what a relative clause says where the clause ends: "Toma, who refused to sign, said …"."""
    if group is None or group.kind != FINITE:
        return limit
    words, subjects = reading.words, reading.subjects
    if not (reading.clauses.is_relative(group) or reading.clauses.lacks_object(group.i - 1)):
        return limit
    for other in reading.clauses.groups:
        if other.kind == FINITE and group.j < other.i < limit:
            subjects.find(other)
            if subjects.begin.get(other.m, other.i) < group.i and other.m not in subjects.parent:
                k = subjects.skip_left(other.i - 1)
                return k if words[k].cls & (COMMA | DASH) else other.i
    return limit
