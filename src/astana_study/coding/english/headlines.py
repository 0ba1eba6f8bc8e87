"""Headlines with a speaker before a colon or behind a dash."""

from __future__ import annotations

from typing import Final

from astana_study.coding.draft import Holder
from astana_study.coding.english.clauses import FINITE, INFINITIVE
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.grammar import Reading
from astana_study.coding.english.lexicon import (
    COMMA,
    DASH,
    DET,
    ING,
    NEG,
    NUMBER,
    PREP,
    REL,
    TIME,
    TO,
)
from astana_study.coding.english.lists import LABELS, PRESS, ROLES

LONGEST_SPEAKER: Final = 14
SPEAKERS: Final = {"mention", "holder", "role", "person", "source", "anaphor", "agency"}
REPORTS: Final = {"report", "reports"}
REPORTED: Final = Holder(("OUTLET_SOURCE",), "n", "source")
"""Whoever says what "report" stands before or behind."""
OCCASIONS: Final = {"on", "to", "after", "at", "in", "about", "during", "following", "ahead", "before"}
"""What follows a speaker that is not yet what he says."""
OBLIGED: Final = {"must", "should", "need", "needs", "essential", "vital", "necessary", "key", "crucial", "shall"}
WILLING: Final = {"will", "ready", "determined", "committed", "vow", "vows", "pledge", "pledges"}


def read_headline(reading: Reading) -> int:
    """Read "X: …" and "… — X". Returns the first word behind the mark of the former, or the sentence's first."""
    sentence, words = reading.sentence, reading.words
    first, last = _skip_label(reading), sentence.last
    for k in range(first + 1, last - 1):
        word = words[k]
        if not (word.fold == ":" or word.cls & DASH) or k in sentence.inside:
            continue
        if word.cls & DASH and (sentence.ends[k - 1] == sentence.starts[k] or words[k + 1].cls & REL):
            continue
        if (
            word.fold == ":"
            and k <= first + 2
            and reading.sentence.surfaces[first].isupper()
            and len(words[first].fold) > 3
        ):
            return first  # a dateline
        if word.fold == ":" and words[first].fold == "(":
            return first  # "(Source: …)"
        reach = _end_speaker(reading, first, k)
        if k - first <= LONGEST_SPEAKER and _speaks(reading, first, reach):
            if _places(reading, first, k):
                place = sentence.inside[first]
                place.entry = place.entry._replace(use="source")  # no mention
                return k + 1
            holder = REPORTED if words[first].fold in REPORTS else reading.phrases.read(first, reach)
            if holder is not None and (word.fold == ":" or holder.kind in ("person", "role")):
                draft = Finding(
                    sentence.starts[k],
                    sentence.ends[k],
                    word.fold,
                    "state",
                    "nominal",
                    "en.colon" if word.fold == ":" else "en.dash",
                    holder,
                )
                quote = sentence.quote_at.get(k + 1)
                if quote is not None and quote.kind == "speech":
                    draft.content_start, draft.content_end, draft.direct = quote.start, quote.end, True
                else:
                    reading.open_content(draft, k + 1)
                    for d in range(k + 3, last - 1):
                        apart = words[d].cls & DASH and sentence.ends[d - 1] < sentence.starts[d]
                        if apart and _speaks(reading, d + 1, last):
                            draft.content_end, draft.opened = sentence.ends[d - 1], False  # "X: … — X's envoy"
                _tell_act(reading, draft, k + 1)
                reading.finish(draft, holder, "none" if holder is REPORTED else "explicit subject")
                return k + 1
        if last - k <= LONGEST_SPEAKER and (word.cls & DASH or word.fold == ":") and _speaks(reading, k + 1, last):
            holder = REPORTED if words[k + 1].fold in REPORTS else reading.phrases.read(k + 1, last)
            if holder is not None and k - first >= 3:
                draft = Finding(sentence.starts[k], sentence.ends[k], word.fold, "state", "nominal", "en.dash", holder)
                opened = first + bool(words[first].cls & DASH)
                draft.content_start, draft.content_end = sentence.starts[opened], sentence.ends[k - 1]
                draft.extra["trailing"] = k + 1
                _tell_act(reading, draft, first)
                reading.finish(draft, holder, "none" if holder is REPORTED else "explicit subject")
                return first
        if word.fold == ":":
            return first
    return first


def _end_speaker(reading: Reading, first: int, colon: int) -> int:
    """Where a speaker ends behind whom a headline tells on what, where or to whom: "Lavrov on Idlib: …"."""
    sentence = reading.sentence
    if not reading.headline or sentence.folded[colon] != ":" or colon + 1 >= sentence.last:
        return colon
    for k in range(first + 1, colon):
        named = sentence.inside.get(k - 1)
        if sentence.folded[k] in OCCASIONS and k not in sentence.inside and named is not None:
            fits = sentence.folded[k] in ("on", "to") or named.entry.use in ("person", "role")
            asks = sentence.folded[sentence.last - 1] == "?"
            return k if fits and not asks else colon
    return colon


def _skip_label(reading: Reading) -> int:
    """The first word behind what a site puts before a headline: "Breaking – Lavrov: …", "Update 2: …"."""
    words, first, last = reading.words, reading.sentence.first, reading.sentence.last
    k = first
    if words[k].lists & LABELS:
        k += 1
        while k < last and words[k].cls & NUMBER:
            k += 1
        if k + 2 < last and (words[k].cls & DASH or words[k].fold in (":", "|")):
            return k + 1
    return first


def _places(reading: Reading, first: int, colon: int) -> bool:
    """Whether a country before a colon says where: "Syria: Rebels issue warning"."""
    sentence = reading.sentence
    place = sentence.inside.get(first)
    actor = sentence.inside.get(colon + 1)
    if place is None or place.j != colon or place.entry.use not in ("country", "weak") or actor is None:
        return False
    verb = next((group for group in reading.clauses.groups if group.i >= actor.j), None)
    if verb is None or actor.entry.use not in ("mention", "person", "role"):
        return False
    if verb.kind == FINITE:
        return verb.frames is not None and not verb.modal and not verb.negated and verb.i == actor.j
    return verb.kind == INFINITIVE and bool(reading.words[actor.j].cls & (COMMA | TO))


def _speaks(reading: Reading, s: int, e: int) -> bool:
    """Whether the words ``[s, e)`` are nothing but a speaker."""
    sentence, words = reading.sentence, reading.words
    plain = (words[k] for k in range(s, e) if k not in sentence.inside and not words[k].nounish)
    if any(word.kinds and (not word.cap or word.kinds == ING) for word in plain):
        return False
    while s < e and words[s].cls & DET:
        s += 1
    known = [x for x in sentence.entities if s <= x.i and x.j <= e]
    if e - s == 1 and words[s].fold in REPORTS and reading.headline:
        return True
    if not known or not any(
        x.entry.use in SPEAKERS or x.entry.use in ("country", "capital", "weak") and e - s <= 2 for x in known
    ):
        return False
    if known[0].i > s + 3 and not any(words[k].adjective for k in range(s, known[0].i)):
        return False
    if any(x.entry.actor_id == "PARTICIPANTS" and (x is known[0] or x.entry.use == "holder") for x in known):
        return False  # "Syria peace talks: …"
    if known[0].entry.actor_id == "STATEMENT" and (e < sentence.last or e - s > 2 or not words[s - 1].cls & DASH):
        return False
    tail = known[-1].j
    if any(
        words[k].cls & (PREP | COMMA | NEG | TIME)
        and words[k].fold not in (",", "of", "for", "to")
        and k not in sentence.inside
        for k in range(s, e)
    ):
        return False
    ends = (words[k] for k in range(tail, e))
    return all(word.lists & (ROLES | PRESS) or word.cap or word.cls for word in ends) and (
        known[-1].entry.use != "weak" or tail == e
    )


def _tell_act(reading: Reading, draft: Finding, at: int) -> None:
    """What kind of act a headline's words are, where they have no verb of saying."""
    words = reading.words
    for k in range(at, min(reading.sentence.last, at + 16)):
        fold = words[k].fold
        if fold in OBLIGED:
            draft.act = "affirm"
            return
        if fold in WILLING:
            draft.act = "commit"
            return
