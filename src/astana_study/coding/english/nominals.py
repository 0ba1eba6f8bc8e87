"""Claims without a verb of saying: nouns with an owner, adjectives, "according to", colon and dash headlines."""

from __future__ import annotations

from typing import Final

from astana_study.coding.draft import Holder, unplace
from astana_study.coding.english.clauses import FINITE, INFINITIVE
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.frames import Frames
from astana_study.coding.english.grammar import Reading
from astana_study.coding.english.lexicon import (
    ADV,
    COMMA,
    COMP,
    CONJ,
    DET,
    GENITIVE,
    POSS,
    PREP,
    PUNCT,
    REL,
    SUB,
    TIME,
    TO,
)
from astana_study.coding.english.lists import HUMAN
from astana_study.coding.english.nouns import NOUN_PREPS
from astana_study.coding.english.openings import skip_time
from astana_study.coding.english.possessions import adhere, read_possessed, read_shared
from astana_study.coding.english.recall import fits
from astana_study.coding.english.unowned import read_pact, read_unowned
from astana_study.coding.entities import Entity

OPPOSING: Final = {
    "reject", "call", "condemn", "accuse", "warn", "deny", "concern", "welcome", "claim", "commit", "affirm",
}  # fmt: skip
"""Acts that an adjective can own: "Turkish opposition to the draft"."""
OWNING: Final = {"country", "mention", "capital", "weak"}
"""Uses of names that own the noun right behind them: "opposition demands for"."""
UNSETTLED: Final = {"hopes", "proposal", "proposals", "endorsement", "offer", "offers"}
"""Nouns of which "on" does not tell what was said."""
REFUSALS: Final = {"condemnation", "rejection", "denunciation", "denouncement", "refusal"}
BEHIND_AGENTS: Final = {"that", "for", "of", "on", "against", "to"}
"""What stands between the one by whom something is said and what it is about."""
CONTAINING: Final = {"including", "regarding", "concerning", "include", "includes", "included", "contains", "contained"}
"""Words before a refusal that belongs to whoever the sentence is about."""
FULFILLING: Final = {
    "achieve",
    "meet",
    "fulfil",
    "fulfill",
    "realise",
    "realize",
    "satisfy",
    "bring",
    "align",
    "reconcile",
}
"""Verbs behind which a demand or a view is no act of its own."""


def read_noun(reading: Reading, k: int) -> None:
    """Read "Moscow's demand that …", "its refusal of …" as a claim of its own."""
    sentence, words = reading.sentence, reading.words
    frames = words[k].noun
    if frames is None or k in reading.consumed or k + 1 >= sentence.last or k in reading.clauses.covered:
        return
    if words[k].fold == "words":
        return
    if words[k + 1].fold in ("by", "from"):
        _read_agent_noun(reading, k)
        return
    if words[k + 1].fold == "of" and read_possessed(reading, k):
        return
    if words[k + 1].fold in ("between", "among"):
        read_shared(reading, k)
        return
    text = sentence.inside.get(k)
    s = (k if text is None else text.i) - 1
    while (
        s > sentence.first
        and s > k - 4
        and s not in sentence.inside
        and not words[s].cls & ~ADV
        and not words[s].adjective
        and (not words[s].kinds & 4 or words[s].kinds & 8)
    ):
        s -= 1
    if frames.noun == "agree" and read_pact(reading, k, s):
        return
    j = skip_time(sentence, k + 1)  # "his statement earlier this year that"
    if j + 1 >= sentence.last or j > k + 1 and not words[s].cls & (GENITIVE | POSS):
        return
    following = words[j]
    if text is not None and frames.noun == "state" and following.fold != "that":
        return  # "their statement on the raids"
    infinitive = following.cls & TO and j in reading.clauses.covered
    if not (
        infinitive
        or following.fold == "that"
        or following.cls & PREP
        and following.fold in NOUN_PREPS - {"by", "in", "from", "with"}
    ):
        return
    owner = words[s]
    status = "explicit subject"
    named = sentence.inside.get(s)
    if s < sentence.first:
        read_unowned(reading, k, s)
        return
    if owner.cls & GENITIVE and s > sentence.first and s not in sentence.inside:
        begin, end = reading.subjects.region(s - 1)
        holder = _read_owner(reading, reading.subjects._skip_opening(begin, end), end)
        if holder is None or holder.kind == "unknown":
            return
    elif owner.cls & POSS and s not in sentence.inside:
        if owner.fold in ("our", "my", "your", "whose"):
            return
        holder = _find_owner(reading, owner.fold, k) or reading.memory.resolve(owner.fold)
        if holder is None:
            return
        holder = holder.place(sentence.starts[s], sentence.ends[s])
        status = "pronoun"
    elif owner.adjective and _may_own(frames) and s not in sentence.inside:
        holder = Holder((owner.adjective,), "n", "country", sentence.starts[s], sentence.ends[s])
    elif named is not None and s == k - 1 and named.entry.use in OWNING and _may_own(frames):
        holder = reading.phrases.read(named.i, named.j)  # "U.S. support for"
        if holder is None:
            return
    elif owner.cls & DET and following.fold == "of" and words[s - 1].fold in CONTAINING and frames.lemma in REFUSALS:
        holder, status = _find_author(reading, k), "pro-drop"
        if holder is None:
            return
    else:
        read_unowned(reading, k, s)
        return
    if any(
        d.content_start >= 0 and d.rule == "en.verb.noun" and d.cue_end >= sentence.ends[k] > d.cue_start
        for d in reading.drafts
    ):
        return
    if words[s - 1].lemma in FULFILLING and s > sentence.first:
        return  # "to achieve their demands": nothing is said
    if following.fold == "on" and (words[j + 1].cls & TIME or frames.lemma in UNSETTLED):
        return  # "their call on Monday", "pinned their hopes on"
    if frames.lemma == "support" and reading.is_side(j + 1):
        return  # "its support for the rebels": what it does, no welcome
    draft = Finding(sentence.starts[k], sentence.ends[k], frames.lemma, frames.noun, "nominal", "en.noun", holder)
    start = j if infinitive else j + 1
    if start >= sentence.last:
        return
    reading.open_content(draft, start)
    if draft.act == "commit" and start not in reading.clauses.covered:
        adhere(draft, sentence.folded[start : start + 7])
    draft.extra["nominal"] = k
    reading.finish_aside(draft, holder, status)  # an owner is no speaker


def _read_owner(reading: Reading, begin: int, end: int) -> Holder | None:
    """Who stands before a genitive, without what governs him: "a blow to Moscow's hopes for"."""
    words = reading.words
    for k in range(end - 2, begin, -1):
        if words[k].cls & PREP and k not in reading.sentence.inside:
            if words[k].fold != "of" or not words[k - 1].lists & HUMAN:
                holder = reading.phrases.read(k + 1, end)
                if holder is not None and holder.kind not in ("unknown", "holder"):
                    return holder
            break
    return reading.phrases.read(begin, end)


def _may_own(frames: Frames) -> bool:
    """Whether an adjective or a name right before a noun can own it: "Turkish opposition to", "US decision over"."""
    return frames.noun in OPPOSING or frames.lemma in ("decision", "decisions")


def _find_author(reading: Reading, k: int) -> Holder | None:
    """Who is told of where a text is said to contain a noun of refusing: "the statement, including a rejection of"."""
    for group in reversed(reading.clauses.groups):
        if group.kind == FINITE and group.m < k:
            named, _ = reading.subjects.find(group)
            if named is not None and named.kind != "unknown":
                return unplace(named)
    if any(entity.entry.actor_id == "STATEMENT" and entity.j <= k for entity in reading.sentence.entities):
        return Holder(("STATEMENT",), "n", "holder")
    return None


def _find_listed_owner(reading: Reading, k: int) -> Holder | None:
    """Whose nouns are listed before: "Moscow's silence on the raids, its rejection of a truce"."""
    sentence, words = reading.sentence, reading.words
    s = k - 1
    while s > sentence.first and not words[s].cls & POSS:
        s -= 1
    if not words[s - 1].cls & (COMMA | CONJ) and words[s - 1].fold != "as":
        return None
    for p in range(s - 2, sentence.first, -1):
        if words[p].cls & GENITIVE and p - 1 in sentence.inside:
            entity = sentence.inside[p - 1]
            return reading.phrases.read(entity.i, entity.j)
        group = reading.clauses.covered.get(p)
        if group is not None and group.kind == FINITE:
            return None
    return None


def _find_told_owner(reading: Reading, k: int) -> Holder | None:
    """Whose a noun is behind an infinitive that others are told: "urged the sides to renew their pledge to"."""
    for group in reading.clauses.groups:
        named = reading.sentence.inside.get(group.i - 1)
        if group.kind == INFINITIVE and k - 4 < group.j < k and named is not None:
            return reading.phrases.read(named.i, named.j)
    return None


def _find_owner(reading: Reading, pronoun: str, k: int) -> Holder | None:
    """Whose a noun is: that of an owner whose noun it is co-ordinated with, or of a subject, the nearest first."""
    owner = _find_listed_owner(reading, k) or _find_told_owner(reading, k)
    if owner is not None and fits(pronoun, owner):
        return owner
    for group in reversed(reading.clauses.groups):
        if group.kind == FINITE and group.m < k:
            named, how = reading.subjects.find(group)
            if named is not None and how != "none" and named.kind != "unknown" and fits(pronoun, named):
                return named
    return None


def _read_agent_noun(reading: Reading, k: int) -> None:
    """Read "a proposal by Kazakhstan to …", "calls from the opposition for …"."""
    sentence, words = reading.sentence, reading.words
    noun = words[k].noun
    if noun is None:
        return
    text = k in sentence.inside
    e = k + 2
    entity: Entity | None = None
    while e < sentence.last and e < k + 14:
        entity = sentence.inside.get(e)
        if entity is not None:
            e = entity.j
            if e < sentence.last and not words[e].cls & (CONJ | GENITIVE) and e not in sentence.inside:
                break
            continue
        if entity is None and e > k + 2 and words[e].fold == "for":
            break  # "a call by aid agencies for …"
        if words[e].cls & (PUNCT | PREP | COMP | REL | SUB) and not words[e].cls & DET or e in reading.clauses.covered:
            return
        e += 1
    if e + 1 >= sentence.last or entity is None and not (words[e - 1].fold.endswith("s") and e <= k + 6):
        return
    infinitive = words[e].cls & TO and e in reading.clauses.covered
    if not (infinitive or words[e].fold == "that" or not text and words[e].fold in BEHIND_AGENTS):
        return
    holder = reading.phrases.read(k + 2, e)
    if holder is None or holder.kind == "holder" or holder.kind == "unknown" and holder.gender != "p":
        return
    draft = Finding(sentence.starts[k], sentence.ends[k], noun.lemma, noun.noun, "nominal", "en.noun.by", holder)
    reading.open_content(draft, e if infinitive else e + 1)
    draft.extra["nominal"] = k
    reading.finish_aside(draft, holder, "explicit subject")


def _is_name(reading: Reading, holder: Holder) -> bool:
    """Whether the words for an unknown holder have a capital that is not the sentence's own."""
    sentence = reading.sentence
    words = sentence.text[max(holder.start, 0) : holder.end].split()
    opens = holder.start <= sentence.starts[sentence.first]
    return any(word[0].isupper() for word in words[opens:])


def read_adjective(reading: Reading, k: int) -> None:
    """Read "hostile to …", "is ready to …"."""
    sentence, words = reading.sentence, reading.words
    frames = words[k].adj_frame
    if frames is None or k + 1 >= sentence.last or words[k + 1].fold not in frames.governs:
        return
    group = reading.clauses.covered.get(k - 1) or reading.clauses.covered.get(k)
    if group is not None and (group.m in (k, k - 1) or group.j == k) and group.kind == FINITE:
        said = any(d.content_start >= 0 and d.opened for d in reading.drafts)
        inner = frames.noun == "commit" and frames.lemma != "committed" and said
        active = group.i == group.m == k and group.lemma == "prepare"  # "Ankara prepared to host them"
        if group.negated or group.modal or inner or active:
            return  # "added that Kazakhstan was ready to": what is said, no act besides
        holder, how = reading.subjects.find(group)
        if holder is None or holder.kind == "unknown" and not _is_name(reading, holder):
            return
    elif (
        frames.lemma in ("hostile", "critical", "supportive", "opposed")
        and k > sentence.first
        and not words[k - 1].cls & (PREP | DET | CONJ | PUNCT | REL)
    ):
        s, e = reading.subjects.region(k - 1)
        while s < e and words[s].cls & PREP and s not in sentence.inside:
            s += 1
        holder, how = reading.phrases.read(s, e), "explicit subject"
        if holder is None or holder.actors != ("STATEMENT",):
            return
    else:
        return
    draft = Finding(sentence.starts[k], sentence.ends[k], frames.lemma, frames.noun, "reported", "en.adjective", holder)
    infinitive = words[k + 1].cls & TO and k + 1 in reading.clauses.covered
    reading.open_content(draft, k + 1 if infinitive else k + 2)
    if draft.act == "commit" and not infinitive:
        adhere(draft, sentence.folded[k + 2 : k + 9])
    if group is not None:
        draft.extra["group"] = group
    reading.finish(draft, holder, how)
