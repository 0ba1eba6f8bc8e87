"""Cues in relative clauses: the antecedent is the subject, or the content."""

from __future__ import annotations

from typing import Final

from astana_study.coding.arabic.acts import CONTAINING, act_of, apply_noun
from astana_study.coding.arabic.arguments import COMMAS, Arguments
from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.content import cue_start, finish_draft, open_content, set_content
from astana_study.coding.arabic.frames import NO_FRAMES, Frames
from astana_study.coding.arabic.grammar import PARTICIPANTS, Grammar
from astana_study.coding.arabic.levels import agrees, reading_gender
from astana_study.coding.arabic.phrases import read_phrase
from astana_study.coding.arabic.words import COMP, PREP, REL, Reading
from astana_study.coding.draft import Draft, unplace

CONTINUING: Final = {"بما", "اضافه", "فضلا", "علاوه", "ولا"}
"""Words behind a comma that only add to what stands before it."""


def claim_in_relative(
    grammar: Grammar, walk: Walk, i: int, reading: Reading, frames: Frames, arguments: Arguments
) -> None:
    """A cue in a relative clause: the antecedent is its subject."""
    if frames is NO_FRAMES or walk.is_negated(i) or reading.future:
        return
    sentence, words = walk.sentence, walk.words
    k = i - 1
    while k >= sentence.first and not words[k].cls & REL:
        k -= 1
    rel = words[k]
    if rel.rest in ("ما", "مما"):
        return
    pronoun = i + 1 < sentence.last and words[i + 1].fold in (
        "عليه",
        "عليها",
        "به",
        "بها",
        "عنه",
        "عنها",
        "اليه",
        "اليها",
    )
    if reading.owner or pronoun:
        claim_about_antecedent(walk, i, reading, frames, arguments, pronoun)
        return
    act, opens = act_of(walk, frames, arguments, arguments.phrases, reading)
    if not act or act == "light" or opens in ("owner",):
        return
    begin = walk._phrase_begin(k - 1) if k > sentence.first else None
    if begin is None and k > sentence.first and words[k - 1].fold in COMMAS:
        begin = walk._phrase_begin(k - 2)
    phrase = read_phrase(sentence, begin, k) if begin is not None else None
    holder = walk.holder_of(phrase) if phrase is not None and phrase.known else None
    if reading.person == 1:
        holder = walk.resolve("1", first_person=True)
    elif reading.passive and opens == "that":
        holder = PARTICIPANTS  # "which was said to be"
    elif words[k].conj and (holder is None or not agrees(holder.gender, reading_gender(reading))):
        holder = walk.levels[-1].subject  # ", and which condemned": it goes back to the subject
    if holder is None or holder.kind == "unknown" or not (
        reading.passive or reading.person == 1 or agrees(holder.gender, reading_gender(reading))
    ):  # fmt: skip
        return
    depth = len(walk.levels)
    draft = Draft(cue_start(walk, i, reading), sentence.ends[i], reading.lemma, act,
                  "indirect" if opens == "that" else "reported", "ar.verb.relative",
                  unplace(holder), depth=depth)  # fmt: skip
    if opens == "that":
        set_content(walk, draft, arguments.at + 1)
    elif opens in ("prep", "object prep"):
        open_content(walk, draft, arguments.at, arguments.opener)
    elif opens == "object":
        set_content(walk, draft, arguments.phrases[0].i, start=arguments.phrases[0].start)
    else:
        return
    if act in ("affirm", "state") and opens in ("prep", "object"):
        apply_noun(grammar, walk, draft, i, arguments, opens, arguments.phrases, light=False)
        draft.rule = "ar.verb.relative"
    outer = min((d.content_start for d in walk.drafts if d.content_start > draft.content_start), default=-1)
    for j in range(i, sentence.last):
        if outer >= 0 and j + 1 < sentence.last and sentence.ends[j + 1] >= outer - 1 and words[j + 1].cls & PREP:
            draft.content_end, draft.opened = sentence.ends[j], False  # what the main clause governs begins
            break
        if words[j].fold in COMMAS and j + 1 < sentence.last and words[j + 1].rest in CONTINUING:
            continue
        if words[j].fold in COMMAS or words[j].cls & COMP and j > arguments.at:
            draft.content_end = sentence.ends[j - 1]
            draft.opened = False
            break
    finish_draft(walk, draft, draft.holder, "none" if reading.passive else "coordinated subject")


def claim_about_antecedent(
    walk: Walk, i: int, reading: Reading, frames: Frames, arguments: Arguments, pronoun: bool
) -> None:
    """الأمر الذي نفته مصادر, المقترح الذي تحفظت عليه المعارضة: the content is the antecedent, the subject follows."""
    act = frames.object if not pronoun else frames.preps and frames.preps[0][1]
    phrases = arguments.phrases
    if pronoun:
        phrase = read_phrase(walk.sentence, i + 2, walk.sentence.last) if i + 2 < walk.sentence.last else None
        phrases = [phrase] if phrase else []
    if not act or act == "light" or frames.lemma in CONTAINING or not phrases or not phrases[0].known:
        return
    holder = walk.holder_of(phrases[0])
    if holder is None or not agrees(holder.gender, reading_gender(reading), verb_first=True):
        return
    draft = Draft(cue_start(walk, i, reading), walk.sentence.ends[i], reading.lemma, act, "reported",
                  "ar.verb.relative", holder, depth=len(walk.levels))  # fmt: skip
    finish_draft(walk, draft, holder, "explicit subject")
