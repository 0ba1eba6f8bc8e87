"""Claims without a verb of saying: colon and dash headlines, and attribution phrases that stand alone."""

from __future__ import annotations

from typing import Final

from astana_study.codebook.conjugation import PERFECT
from astana_study.coding.arabic.attributions import is_informant
from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.content import finish_draft, set_content
from astana_study.coding.arabic.frames import NO_FRAMES
from astana_study.coding.arabic.grammar import PARTICIPANTS, Grammar
from astana_study.coding.arabic.phrases import QUOTE_MARKS, read_phrase
from astana_study.coding.arabic.words import NEG, PREP, PUNCT, WE
from astana_study.coding.draft import Draft

LONGEST_SPEAKER: Final = 16
TOLD: Final = 6
"""The most words of the outlet to whom somebody spoke."""
SPEAKERS: Final = {
    "mention", "role", "person", "source", "capital", "country", "weak", "anaphor", "holder", "collective", "agency",
}  # fmt: skip
DUMMY: Final = {"تم", "جرى"}
DASHES: Final = ("-", "–", "—", "..")


def read_colon(walk: Walk, grammar: Grammar, *, whole: bool = False) -> int:
    """Read "X: …" at the head of a sentence. Returns the first word behind the mark, or -1 where there is none."""
    sentence, words = walk.sentence, walk.words
    first, last = sentence.first, sentence.last
    for k in range(first, min(first + LONGEST_SPEAKER, last - 1)):
        word = words[k]
        if word.verbs and not (word.nouns or word.names or word.cls & PREP) and k not in sentence.inside:
            return -1
        mark = word.fold
        if mark != ":" and mark not in DASHES or not word.cls & PUNCT:
            if mark in (".", "؟", "!"):
                return -1
            continue
        if k == first or mark in DASHES and sentence.ends[k - 1] == sentence.starts[k]:
            continue
        begin = first
        for back in range(k - 1, first - 1, -1):
            if words[back].fold in (".", "..", "؟", "!", "؛", "-", "–") and back not in sentence.inside:
                begin = back + 1
                break
        if whole and mark == ":" and read_meeting(walk, grammar, begin, k):
            return k + 1
        phrase = read_phrase(sentence, begin, k, greedy=True)
        if phrase is None or not (phrase.known or whole and is_informant(walk, phrase.i)) or phrase.j < k and not (
            words[phrase.j].fold in QUOTE_MARKS or words[phrase.j].fold in ("في", "الي", "من") and words[k - 1].place
            or _is_told(walk, phrase.j, k) or whole and words[phrase.j].cls & PREP and not words[phrase.j].conj
        ):  # fmt: skip
            if mark in DASHES:
                continue
            return -1
        holder = walk.holder_of(phrase)
        uses = {entity.entry.use for part in phrase.parts for entity in part}
        if mark in DASHES and not uses & {"person", "role", "mention"} and not (
            uses & {"capital", "country"} and words[last - 1].fold != "." and last - k > 4
        ):  # fmt: skip
            continue
        if holder is None or phrase.known and not uses & SPEAKERS:
            return -1
        if holder.actors == ("PARTICIPANTS",):
            return -1
        head = sentence.entity_at.get(phrase.i)
        if head is None and any(grammar.verbs.get(verb.lemma, NO_FRAMES).quote for verb in words[phrase.i].verbs):
            return -1  # زعم X: a verb
        if not whole and uses <= {"capital", "country"} and words[k + 1].verbs and not words[k + 1].nouns and all(
            verb.kind == PERFECT and verb.person == 3 and verb.lemma not in DUMMY for verb in words[k + 1].verbs
        ):  # fmt: skip
            return -1  # where a report comes from
        if head is None and words[phrase.i].nouns and not uses & {"person"}:
            return -1
        if head is not None and head.entry.use == "source" and head.j == k and not words[k - 1].article:
            pass
        draft = Draft(sentence.starts[k], sentence.ends[k], ":" if mark == ":" else "–", "state", "nominal",
                      "ar.colon" if mark == ":" else "ar.dash", holder)  # fmt: skip
        draft.holder_how = "explicit subject"
        i = k + 1
        quote = sentence.quote_at.get(i)
        if quote is not None and quote.j >= last - 2:
            draft.content_start, draft.content_end, draft.direct = quote.start, quote.end, True
        else:
            set_content(walk, draft, i)
            if whole:  # a headline is one saying
                draft.content_end, draft.opened = sentence.ends[_strip_outlet(walk, i) - 1], False
        _tell_act(walk, grammar, draft, i if quote is None else i + 1)
        finish_draft(walk, draft, holder, "explicit subject")
        walk.memory.remember(holder)
        walk.levels[0].subject = holder
        return i
    return -1


def _is_told(walk: Walk, i: int, k: int) -> bool:
    """Tell whether the words before a colon are the outlet that was told: "Lavrov to the newspaper: …"."""
    words, entity = walk.words, walk.sentence.entity_at.get(i)
    if k - i > TOLD or any(words[j].verbs and not words[j].nouns for j in range(i + 1, k)):
        return False
    if entity is not None:
        return entity.proclitic in ("ل", "لل")
    return words[i].fold == "ل" or words[i].fold[0] == "ل" and not words[i].cls and k - i <= 2


def _strip_outlet(walk: Walk, first: int) -> int:
    """Return the word behind a headline's words, without the outlet's name behind a dash or a bar."""
    words, last = walk.words, walk.sentence.last
    for k in range(max(first + 2, last - 5), last - 1):
        if words[k].fold == "|" or words[k].fold in DASHES and walk.sentence.surfaces[k + 1].isascii() and (
            walk.sentence.surfaces[k + 1].isalpha()
        ):  # fmt: skip
            return k
    return last


def read_meeting(walk: Walk, grammar: Grammar, begin: int, k: int) -> bool:
    """Read "Astana meeting: call for …": who meets says it, where the words behind the colon do something."""
    words, sentence = walk.words, walk.sentence
    met = {sentence.inside[j].entry.actor_id for j in range(begin, k) if j in sentence.inside}
    if not any(words[j].place for j in range(begin, k)) or met - {"PARTICIPANTS"}:
        return False
    draft = Draft(sentence.starts[k], sentence.ends[k], ":", "state", "nominal", "ar.colon", PARTICIPANTS)
    set_content(walk, draft, k + 1)
    draft.content_end, draft.opened = sentence.ends[sentence.last - 1], False
    _tell_act(walk, grammar, draft, k + 1)
    if draft.act == "state" and not words[k + 1].cls & NEG:
        return False
    draft.holder_how = "none"
    finish_draft(walk, draft, PARTICIPANTS, "none")
    return True


def _tell_act(walk: Walk, grammar: Grammar, draft: Draft, i: int) -> None:
    """What the words behind the mark do decides the act: "we reject", "an attack on", "need to"."""
    words, sentence = walk.words, walk.sentence
    if i >= sentence.last:
        return
    word = words[i]
    if word.cls & WE and i + 1 < sentence.last:
        i, word = i + 1, words[i + 1]  # "we are determined to"
    first_person = [r for r in word.verbs if r.person == 1]
    for reading in first_person:
        frames = grammar.verbs.get(reading.lemma)
        draft.direct = True
        if frames is not None and not walk.is_negated(i):
            act = frames.object or (frames.preps and frames.preps[0][1]) or frames.that
            if act and act != "light":
                draft.act = act
                walk.consumed.add(i)
                return
    if first_person:
        return
    for reading in word.participles:
        if reading.number == "p" and reading.lemma in grammar.noun_act:
            draft.act, draft.direct = grammar.noun_act[reading.lemma], True
            walk.consumed.add(i)
            return
    for reading in word.nouns:
        frames = grammar.nouns.get(reading.lemma)
        if frames is not None and not reading.owner and (
            not reading.definite or frames.stays
            or frames.noun in ("affirm", "call") and i + 1 < sentence.last and words[i + 1].fold in ("علي", "الي")
        ):  # fmt: skip
            draft.act = frames.noun
            walk.consumed.add(i)
            return
    if word.rest in ("يجب", "ينبغي", "لابد"):
        draft.act = "affirm"
