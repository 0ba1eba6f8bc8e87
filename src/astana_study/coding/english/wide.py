"""What the wide scope adds: thoughts, feelings, wishes and intentions, and what is said or asked in any verb form.

The guidelines count as a claim what is reported as said or done. With ``load_codebook(scope="wide")`` whatever is
attributed to a source counts: under negation and modals, in infinitives and passives, in nouns without an owner. These
claims are read behind those of the strict grammar, and only where it has found none; their rules begin with
``en.wide`` and are described, each with an example, in ``codebook/wide/rules.csv``.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from astana_study.coding.draft import Holder, unplace
from astana_study.coding.english.arguments import Arguments, read_arguments
from astana_study.coding.english.clauses import FINITE, GERUND, INFINITIVE, PARTICIPLE, Group
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.frames import Frames
from astana_study.coding.english.grammar import Reading
from astana_study.coding.english.lexicon import (
    BASE,
    COMMA,
    COMP,
    DET,
    GENITIVE,
    NUMBER,
    PAST,
    POSS,
    PREP,
    PRON,
    PUNCT,
    QUOTE,
    REL,
    STOP,
    THIRD,
    TO,
)

LINKING: Final = {"be", "seem", "appear", "look", "sound", "remain", "become", "feel", "get", "grow", "stay", "make"}
DEGREES: Final = {"very", "so", "too", "more", "most", "less", "least", "quite", "rather", "pretty", "as"}
NOUN_LINKS: Final = {"that", "to", "of", "about", "for", "against", "on", "over", "toward", "towards"}
GOVERNED: Final = NOUN_LINKS | {"with", "by", "at", "in", "if", "whether"}
OWNED_LINKS: Final = NOUN_LINKS | {"from", "by", "at"}
REDUCED: Final = {"by", "as", "to", "that", "for", "in", "about", "if", "whether", "what", "why", "how"}
PRONOMINAL: Final = {
    "another",
    "half",
    "some",
    "many",
    "most",
    "all",
    "both",
    "others",
    "few",
    "each",
    "none",
    "people",
}
"""Words that stand for a subject by themselves."""
LONGEST_NAME: Final = 4
"""Words before a colon at the head of a line."""


def read_widely(reading: Reading, hot: list[int]) -> None:
    """Add the claims of the wide scope to a sentence."""
    sentence, words, clauses = reading.sentence, reading.words, reading.clauses
    if not reading.drafts:
        _read_name(reading)
    taken = _list_taken(reading)
    for k in hot:
        if k in sentence.inside or k in taken:
            continue
        word, group = words[k], clauses.at.get(k)
        if group is not None and group.frames is not None:
            _read_verb(reading, group, group.frames)
        elif word.adj_frame is not None:
            _read_adjective(reading, k, word.adj_frame)
        elif k in clauses.covered:
            continue
        elif word.frames is not None and _is_verb(reading, k):
            lemma, frames, j = clauses._extend(k)
            if frames is not None:
                number = sum(g.m < k for g in clauses.groups)
                _read_verb(reading, Group(k, k, j, lemma, frames, FINITE, number=number), frames)
        elif word.noun is not None and word.noun.owned:
            _read_noun(reading, k, word.noun)


def _list_taken(reading: Reading) -> set[int]:
    """The words of the cues that are there already."""
    starts, first, last = reading.sentence.starts, reading.sentence.first, reading.sentence.last
    taken: set[int] = set()
    for draft in reading.drafts:
        begin = bisect_left(starts, draft.cue_start, first, last)
        taken.update(range(begin, bisect_left(starts, draft.cue_end, begin, last)))
    return taken


# -- verbs ----------------------------------------------------------------------------------------------------------


def _is_verb(reading: Reading, k: int) -> bool:
    """Whether a word that the strict grammar leaves open is a finite verb: by what stands beside it."""
    sentence, words = reading.sentence, reading.words
    p = reading.clauses._previous(k)
    if p < sentence.first or k + 1 >= sentence.last:
        return False
    word, before, following = words[k], words[p], words[k + 1]
    several = before.fold in PRONOMINAL
    if (
        before.cls & (DET | POSS | GENITIVE | PREP | TO | NUMBER)
        and not before.cls & (PRON | REL | COMMA)
        and not several
    ):
        return False
    if not word.nounish:
        return bool(word.kinds & (BASE | THIRD | PAST))
    if word.kinds & THIRD and not before.cls and following.cls & (DET | POSS | PRON | COMP | NUMBER):
        return True  # "the poll shows a majority"
    subject = several or p in sentence.inside or before.cls & (PRON | REL) or before.cap or before.fold.endswith("s")
    takes = following.cap or following.cls & (DET | POSS | PRON | COMP | QUOTE | COMMA | STOP | TO)
    return bool(subject and takes)


def _read_verb(reading: Reading, group: Group, frames: Frames) -> None:
    sentence, words = reading.sentence, reading.words
    following = words[group.j] if group.j < sentence.last else None
    if group.kind == PARTICIPLE and not (following is not None and following.fold in REDUCED):
        if not frames.quote or not _opens_clause(reading, group):
            return
    arguments = read_arguments(sentence, reading.subjects, group, frames)
    holder, how = _find_holder(reading, group)
    if group.passive or group.kind == PARTICIPLE:
        holder, how = reading._find_agent(group, frames) or (None, "none")
        if not arguments.opens:
            arguments = Arguments("passive", _first_act(frames), group.j)
    rule = "en.wide.passive" if arguments.opens == "passive" else "en.wide.verb"
    if not arguments.opens:
        if group.kind == PARTICIPLE or not (frames.that and frames.quote) or not _stands_alone(reading, group):
            return
        arguments, rule = Arguments("alone", frames.that, sentence.last), "en.wide.alone"
    cue, act, at = (group.m, group.j), arguments.act, arguments.at
    if frames.light and arguments.opens in ("object", "passive") and (act == "light" or arguments.opens == "passive"):
        place = next((k for k in range(at, min(at + 5, sentence.last)) if words[k].noun is not None), at)
        noun = words[place].noun if place < sentence.last else None
        if noun is None or arguments.opens == "passive" or any(words[k].cls & PUNCT for k in range(at, place)):
            return  # "took a train"
        cue, act, at = (group.m, place + 1), noun.noun, place + 1
    draft = _add(reading, cue, act, rule, holder, how, at)
    draft.lemma, draft.extra["group"] = group.lemma, group
    if arguments.opens in ("that", "ing", "quote", "colon"):
        draft.mode = "indirect"


def _opens_clause(reading: Reading, group: Group) -> bool:
    """Whether a participle stands at the head of its clause: "Asked at a briefing …", "when told of it"."""
    p = group.i - 1
    return p < reading.sentence.first or reading.words[p].fold in ("when", "if", "as", "once")


def _stands_alone(reading: Reading, group: Group) -> bool:
    """Whether a verb of saying with nothing behind it is one: by its group, or because it cannot be a noun."""
    words, m = reading.words, group.m
    if reading.clauses.at.get(m) is group or not words[m].nounish:
        return True
    following = words[group.j] if group.j < reading.sentence.last else None
    return following is not None and bool(following.cls & PUNCT) and words[m - 1].fold.endswith("s")  # "records show,"


def _find_holder(reading: Reading, group: Group) -> tuple[Holder | None, str]:
    if group.kind == FINITE:
        return reading.subjects.find(group)
    if group.kind in (GERUND, INFINITIVE):
        for head in reversed(reading.clauses.groups[: group.number]):
            if head.kind == FINITE:
                holder, _ = reading.subjects.find(head)
                return (unplace(holder), "participle") if holder else (None, "none")
    return None, "none"


def _first_act(frames: Frames) -> str:
    acts = (frames.object, frames.that, frames.told, frames.to, *(act for _, act in frames.object_preps + frames.preps))
    return next(filter(None, acts), "state")


# -- other words ----------------------------------------------------------------------------------------------------


def _read_name(reading: Reading) -> None:
    """Read "Smith: We shall see", "Q: Why?": a name or a letter and a colon at the head of a line."""
    sentence, words = reading.sentence, reading.words
    k = sentence.first
    while k < sentence.last and k <= sentence.first + LONGEST_NAME and words[k].cap:
        k += 1
    if k == sentence.first or k + 1 >= sentence.last or words[k].fold != ":":
        return
    holder = reading.phrases.read(sentence.first, k)
    _add(reading, (k, k + 1), "state", "en.wide.name", holder, "explicit subject", k + 1)


def _read_adjective(reading: Reading, k: int, frames: Frames) -> None:
    """Read "are aware of", "remained sceptical about", and adverbs of hearsay: "reportedly"."""
    sentence, words, clauses = reading.sentence, reading.words, reading.clauses
    if "clause" in frames.governs:
        _add(reading, (k, k + 1), frames.noun, "en.wide.adverb", None, "none", k + 1)
        return
    if k + 1 >= sentence.last or words[k + 1].fold not in GOVERNED:
        return
    p = clauses._previous(k)
    while p > sentence.first and words[p].fold in DEGREES:
        p -= 1
    group = clauses.covered.get(p)
    if group is None or group.lemma not in LINKING and words[group.m].lemma not in LINKING:
        return
    holder, how = reading.subjects.find(group) if group.kind == FINITE else (None, "none")
    if holder is None or words[group.i - 1].fold == "it":
        return  # "it is clear that"
    infinitive = words[k + 1].cls & TO and k + 1 in clauses.covered
    _add(reading, (k, k + 1), frames.noun, "en.wide.adjective", holder, how, k + 1 if infinitive else k + 2)


def _read_noun(reading: Reading, k: int, noun: Frames) -> None:
    """Read "the claim that …", "criticism of …", "his plan to …"."""
    sentence, words = reading.sentence, reading.words
    if k + 1 >= sentence.last:
        return
    s = k - 1
    while s > sentence.first and s > k - 4 and s not in sentence.inside and not words[s].cls:
        s -= 1
    owned = s >= sentence.first and s not in sentence.inside and words[s].cls & (GENITIVE | POSS)
    if words[k + 1].fold not in (OWNED_LINKS if owned else NOUN_LINKS):
        return
    holder, how = None, "none"
    if owned and words[s].cls & GENITIVE and s > sentence.first:
        holder, how = reading.phrases.read(*reading.subjects.region(s - 1)), "explicit subject"
    infinitive = words[k + 1].cls & TO and k + 1 in reading.clauses.covered
    at = k + 1 if infinitive else k + 2
    _add(reading, (k, k + 1), noun.noun, "en.wide.noun", holder, how, at).extra["nominal"] = k


def _add(
    reading: Reading, cue: tuple[int, int], act: str, rule: str, holder: Holder | None, how: str, at: int
) -> Finding:
    """Add a claim whose content opens at a word; it leaves the memory of who spoke as it was."""
    sentence, (i, j) = reading.sentence, cue
    draft = Finding(sentence.starts[i], sentence.ends[j - 1], sentence.folded[i], act, "reported", rule, holder)
    if at < sentence.last:
        reading.open_content(draft, at)
    return reading.finish_aside(draft, holder, how if holder is not None else "none")


__all__ = ["read_widely"]
