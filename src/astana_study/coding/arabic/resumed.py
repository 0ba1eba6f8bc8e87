"""What a pronoun takes up: which Moscow denied, Damascus rejects it, in which what is meant was named before."""

from __future__ import annotations

from typing import Final

from astana_study.coding.arabic.acts import CONTAINING
from astana_study.coding.arabic.arguments import COMMAS, Arguments
from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.content import cue_start, finish_draft, open_complement, open_content
from astana_study.coding.arabic.frames import Frames
from astana_study.coding.arabic.grammar import PARTICIPANTS, Grammar
from astana_study.coding.arabic.levels import agrees, reading_gender
from astana_study.coding.arabic.phrases import read_phrase
from astana_study.coding.arabic.words import ADV, AUX, COMP, PUNCT, REL, TITLE, Reading
from astana_study.coding.draft import Draft, Holder

TAKEN_UP: Final = {
    prep + pronoun: preposition
    for prep, preposition in (("علي", "علي"), ("ب", "ب"), ("عن", "عن"), ("الي", "الي"), ("من", "من"))
    for pronoun in ("ه", "ها", "هم")
}
"""Prepositions with a pronoun that stands for what was named before the verb."""
SIDING: Final = {"دعم", "ساند", "أيد", "سبق", "تبع", "مثل", "قدر", "خاطب", "هاجم", "استهدف"}
"""Verbs whose object, where it is a pronoun, mostly is a side: "factions, which Ankara supports"."""
TAKEN: Final = {"agree", "call", "accuse", "warn", "commit", "concern", "reject"}
"""Acts of nouns that a light verb takes up: no attack that somebody launches, no support that he gives."""
UNTOLD: Final = {"", "light", "state", "discuss"}
"""Acts that nothing is told of where only a pronoun stands for what they are about."""


def claim_about_antecedent(
    walk: Walk, i: int, reading: Reading, frames: Frames, arguments: Arguments, pronoun: bool
) -> None:
    """الأمر الذي نفته مصادر, المقترح الذي تحفظت عليه المعارضة: the content is the antecedent, the subject follows."""
    taken = TAKEN_UP[walk.words[i + 1].fold] if pronoun else ""
    act = next((act for prep, act in frames.preps if prep == taken), "") if pronoun else frames.object
    phrases = arguments.phrases
    told = next((act for prep, act in frames.object_preps if prep == arguments.opener), "") if not pronoun else ""
    if told:
        named = phrases[0] if phrases and agrees(phrases[0].gender, reading_gender(reading), verb_first=True) else None
        if named is None and told == "state":
            return  # "which he described as": a name held at a distance
        holder = walk.holder_of(named) if named is not None else walk.resolve(reading_gender(reading))
        draft = Draft(cue_start(walk, i, reading), walk.sentence.ends[i], reading.lemma, told, "reported",
                      "ar.verb.relative", holder, depth=len(walk.levels))  # fmt: skip
        open_content(walk, draft, arguments.at, arguments.opener)
        finish_draft(walk, draft, holder, "explicit subject" if named is not None else "pro-drop")
        return
    if pronoun:
        phrase = read_phrase(walk.sentence, i + 2, walk.sentence.last) if i + 2 < walk.sentence.last else None
        phrases = [phrase] if phrase else []
    if "np" in frames.light and not pronoun:
        act = act_of_antecedent(walk, i)
    if not act or act == "light" or frames.lemma in CONTAINING or frames.lemma == "رد":
        return
    if reading.person == 1 and act not in ("state", "discuss") and frames.lemma not in SIDING:
        speaker, how = walk.resolve("1", first_person=True), "pronoun"  # "which we call for"
    elif phrases and (phrases[0].known or walk.words[phrases[0].i].cls & TITLE):
        speaker, how = walk.holder_of(phrases[0]), "explicit subject"
    else:
        return
    if speaker is None or not agrees(speaker.gender, reading_gender(reading), verb_first=True):
        return
    draft = Draft(cue_start(walk, i, reading), walk.sentence.ends[i], reading.lemma, act, "reported",
                  "ar.verb.relative", speaker, depth=len(walk.levels))  # fmt: skip
    finish_draft(walk, draft, speaker, how)


def _is_fused(walk: Walk, i: int) -> bool:
    """Tell whether the subject of a verb is fused to the "that" before it: إلا أنها رفضته."""
    before = walk.words[i - 1]
    return i > walk.sentence.first and before.cls & COMP > 0 and before.rest.endswith(("ه", "ها", "هم", "هما"))


def act_of_antecedent(walk: Walk, i: int) -> str:
    """Return the act of the noun that a light verb takes up: the decision that X took, the charges that X made."""
    words = walk.words
    for k in range(i - 1, max(walk.sentence.first, i - 7) - 1, -1):
        if words[k].performs and not words[k].verbs or words[k].fold in COMMAS:
            noun = next((r for r in words[k].nouns if r.lemma in walk.grammar.nouns), None)
            act = walk.grammar.noun_act[noun.lemma] if noun is not None else ""
            return act if act in TAKEN else ""
    return ""


def claim_about_pronoun(walk: Walk, i: int, reading: Reading, frames: Frames, arguments: Arguments,
                        holder: Holder | None, how: str, depth: int) -> Draft | None:  # fmt: skip
    """Read "(which) Ankara rejects, calls for it": the subject stands before the verb, a pronoun is the object."""
    taken = TAKEN_UP.get(walk.words[i + 1].fold, "") if i + 1 < walk.sentence.last else ""
    act = frames.object if reading.owner else next((act for prep, act in frames.preps if prep == taken), "")
    if act in UNTOLD or frames.lemma in SIDING or frames.lemma in CONTAINING or holder is None or (
        how != "explicit subject" and not _is_fused(walk, i) or holder.kind == "unknown" or reading.passive
        or how == "explicit subject" and not 0 <= holder.start < walk.sentence.starts[i]
        or arguments.phrases and arguments.phrases[0].i == i + 1  # "whose fate the Syrians settle"
    ):  # fmt: skip
        return None
    draft = Draft(cue_start(walk, i, reading), walk.sentence.ends[i], reading.lemma, act, "reported",
                  "ar.verb.object" if reading.owner else "ar.verb.prep", holder, depth=depth)  # fmt: skip
    return finish_draft(walk, draft, holder, how)


def claim_taken(walk: Walk, i: int, reading: Reading, depth: int) -> Draft | None:
    """Read "the decision to meet had been taken": the noun before the verb decides, what it governs is the content."""
    words, sentence = walk.words, walk.sentence
    end = i
    while end - 1 > sentence.first and words[end - 1].cls & (AUX | ADV):
        end -= 1
    for k in range(end - 1, max(sentence.first, i - 9) - 1, -1):
        word = words[k]
        noun = next((r for r in word.nouns if r.lemma in walk.grammar.nouns and not r.prep), None)
        if noun is not None and walk.grammar.noun_act[noun.lemma] == "agree":
            draft = Draft(cue_start(walk, i, reading), sentence.ends[i], noun.lemma, "agree", "nominal",
                          "ar.verb.passive", PARTICIPANTS, depth=depth)  # fmt: skip
            if k + 1 < end:
                open_complement(walk, draft, k, noun)
                draft.content_end, draft.opened = sentence.ends[end - 1], False
            walk.consumed.add(k)
            return finish_draft(walk, draft, PARTICIPANTS, "none")
        if word.cls & (COMP | REL | PUNCT) or word.verbs and not word.nouns:
            return None
    return None


def claim_about_named(grammar: Grammar, walk: Walk, i: int, reading: Reading, frames: Frames,
                      arguments: Arguments) -> Holder | None:  # fmt: skip
    """Read رفضته المعارضة, رحبت به أنقرة, نفى ذلك الجيش: what it is about is a pronoun. Returns who speaks."""
    words, sentence = walk.words, walk.sentence
    if arguments.opener in ("that", "quote", "colon") or frames.lemma in SIDING or i + 2 >= sentence.last:
        return None
    if reading.person != 3 or reading.passive:
        return None
    pronoun = words[i + 1].fold in TAKEN_UP and not reading.owner
    pointed = words[i + 1].fold == "ذلك" or words[i + 1].fold in ("هذا", "هذه") and not words[i + 2].article
    if not pronoun and (not frames.object or len(arguments.phrases) != 1 or not (reading.owner or pointed)):
        return None
    place = i + 1 + (pronoun or pointed)
    entity, named = sentence.inside.get(place), read_phrase(sentence, place, sentence.last)
    if named is None or not named.known or not named.head_entity or entity is None or entity.entry.use == "weak":
        return None
    if not agrees(named.gender, reading_gender(reading), verb_first=True):
        return None
    if pointed:
        arguments.phrases[0] = named
    claims = len(walk.drafts)
    claim_about_antecedent(walk, i, reading, frames, arguments, pronoun)
    if len(walk.drafts) == claims:
        return None
    walk.drafts[-1].rule = "ar.verb.prep" if pronoun else "ar.verb.object"
    return walk.drafts[-1].holder
