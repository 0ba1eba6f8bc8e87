"""What stands round a content without belonging to it: where it was said, what went on meanwhile, stops and marks."""

from __future__ import annotations

from typing import Final

from astana_study.coding.english.clauses import FINITE, PARTICIPLE, Group
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.grammar import Reading
from astana_study.coding.english.lexicon import COMMA, DET, NUMBER, POSS, SUB, TIME
from astana_study.coding.english.lists import MEETINGS, SPOKEN_IN
from astana_study.coding.english.sentence import Sentence

RELATIONS: Final = {
    "relations", "ties", "cooperation", "coordination", "normalisation", "normalization", "contacts", "agreement",
    "war", "talks", "dialogue", "rapprochement", "reconciliation", "links", "meeting", "meetings", "conflict",
    "border", "deal", "borders", "memorandum", "differences", "compliance", "accordance", "line", "along",
    "together", "negotiations",
}  # fmt: skip
"""Nouns that own the "with" behind them."""
PARTNERS: Final = {"person", "role", "mention", "anaphor", "country", "capital"}


def cut_meanwhile(reading: Reading, start: int, end: int) -> int:
    """Leave out what went on meanwhile: "condemned the raids as they met for talks"."""
    folded = reading.sentence.folded
    for k in range(start + 2, end - 2):
        if folded[k] == "as" and k not in reading.sentence.inside and k not in reading.sentence.quoted:
            for group in reading.clauses.groups:
                if group.kind == FINITE and group.i > k + 1 and reading.subjects.begin.get(group.m) == k + 1:
                    return k
    return end


def cut_talks(reading: Reading, start: int, end: int) -> int:
    """Leave out the meeting that began or ended: "said the truce held, as talks kicked off in Sochi"."""
    words, inside, folded = reading.words, reading.sentence.inside, reading.sentence.folded
    for k in range(start + 3, end - 2):
        if folded[k] == "as" and words[k - 1].cls & COMMA and k not in reading.sentence.quoted:
            for place in range(k + 1, min(k + 5, end)):
                entity = inside.get(place)
                if entity is not None and entity.entry.actor_id == "PARTICIPANTS" and entity.entry.use == "holder":
                    return k - 1
    return end


def end_opening(reading: Reading, group: Group, limit: int) -> int:
    """End a clause that opens the sentence where the main one begins: "As they discussed a plan, the rebels left"."""
    sentence, words, begin = reading.sentence, reading.words, reading.subjects.begin
    opener = words[sentence.first]
    if not (opener.cls & SUB or opener.fold in ("after", "before", "since")):
        return limit
    if begin.get(group.m, -1) != sentence.first + 1:
        return limit
    for other in reading.clauses.groups:
        if other.kind == FINITE and other.i > group.j:
            reading.subjects.find(other)
            start = begin.get(other.m, other.i)
            if words[start - 1].cls & COMMA and not reading.clauses.is_relative(other):
                return start - 1
    return limit


def end_consequence(reading: Reading, start: int, limit: int) -> int:
    """Leave out what the outlet adds behind a comma: "…, amid reports that …", "…, so it is expected that …"."""
    words, inside, covered = reading.words, reading.sentence.inside, reading.clauses.covered
    for k in range(start + 2, limit - 2):
        if words[k].cls & COMMA and k not in inside and k not in reading.sentence.quoted:
            following = words[k + 1].fold
            verb = covered.get(k + 3)
            if following in ("amid", "amidst"):
                return k
            if following == "so" and words[k + 2].fold == "it" and verb is not None and verb.kind == FINITE:
                return k
    return limit


def _is_meeting(reading: Reading, k: int, at: int, end: int) -> bool:
    """Whether "during a meeting with …" or "in a phone call" follows."""
    words = reading.words
    for place in range(at, min(at + 3, end)):
        if words[place].cls & NUMBER and place + 1 < end:
            if words[place + 1].lists & MEETINGS or words[place + 1].fold == "round":
                return words[k].fold in ("during", "at")  # "during the 19th session of the talks"
        if words[place].lists & MEETINGS:
            return words[k].fold == "during" or words[k].fold == "in" and words[at - 1].fold == "a"
        if words[place].cls and place not in reading.sentence.inside:
            return False
    return False


def cut_setting(reading: Reading, start: int, end: int) -> int:
    """Leave out where it was said: "declared its opposition to any deal in a statement carried by an agency"."""
    words, inside, covered = reading.words, reading.sentence.inside, reading.clauses.covered
    folded = reading.sentence.folded
    for k in range(start + 2, end - 1):
        if folded[k] not in ("in", "at", "during") or k in inside or k - 1 in covered:
            continue
        head = k + 1
        if words[head].cls & DET and _is_meeting(reading, k, head + 1, end):
            return k
        while head < end and not words[head].lists & SPOKEN_IN and (head in inside or not words[head].cls & ~DET):
            head += 1
        if head >= end or not words[head].lists & SPOKEN_IN:
            continue
        after = head + 1
        while after < end and (words[after].cls & (TIME | NUMBER) or words[after].fold == "on"):
            after += 1
        verb = covered.get(after)
        if after >= end or verb is not None and verb.kind == PARTICIPLE or words[after].fold in ("to", "with"):
            return k
    return end


def cut_remark(reading: Reading, start: int, end: int) -> int:
    """Leave out what the outlet remarks on it: "backed the plan, which is a signal to the Kurds"."""
    words, sentence = reading.words, reading.sentence
    for k in range(start + 1, end - 2):
        if not words[k].cls & COMMA or words[k + 1].fold != "which" or k in sentence.inside or k in sentence.quoted:
            continue
        verb = next((group for group in reading.clauses.groups if group.kind == FINITE and group.i > k), None)
        if verb is not None and verb.lemma == "be" and sentence.folded[verb.j : verb.j + 1] in (["a"], ["an"]):
            return k
        if any(draft.extra.get("group") is verb for draft in reading.drafts) and verb is not None and verb.i < end:
            return k  # "…, which it classifies as terrorist"
    return end


def cut_partner(reading: Reading, start: int, end: int) -> int:
    """Leave out with whom something was discussed: "discussed the truce with the envoy"."""
    words, inside = reading.words, reading.sentence.inside
    for k in range(end - 2, start, -1):
        if words[k].fold != "with" or k in inside or words[k - 1].fold in RELATIONS or k - 1 in reading.clauses.covered:
            continue
        head = k + 1
        while head < end and head not in inside and (words[head].cls & (DET | POSS) or words[head].adjective):
            head += 1
        if head >= end:
            return end
        named = inside.get(head)
        if named is not None and named.entry.use in PARTNERS or words[head].fold in ("counterpart", "counterparts"):
            return k
        return end
    return end


def trim_content(sentence: Sentence, draft: Finding) -> None:
    """Take off what ends a content without belonging to it: stops, the mark of a quotation that is a part of it."""
    text = sentence.text
    start, end = draft.content_start, draft.content_end
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:!?…-–—"):
        end -= 1
    if end - start > 1 and text[end - 1] in '"”»' and text[end - 2] in ".,!?":
        end -= 1
        while end > start and text[end - 1] in ".,!?":
            end -= 1
    if (
        end - start > 2
        and text[start] in '"“«'
        and text[end - 1] in '"”»'
        and not any(mark in text[start + 1 : end - 1] for mark in '"“”«»')
    ):
        start += 1
        end -= 1
    elif text[start] in "‘'" and any(q.start == start + 1 and q.end == end - 1 for q in sentence.quotes):
        start, end = start + 1, end - 1
        while end > start and text[end - 1] in ".,!?":
            end -= 1
    elif end - start > 2 and text[start] in '"“«' and not any(mark in text[start + 1 : end] for mark in '"“”«»'):
        start += 1
    draft.content_start, draft.content_end = start, end
    if end <= start:
        draft.content_start = draft.content_end = -1
