"""Nouns of act whose owner is told by an adjective or by the clause: "a Turkish rejection of", "in protest at"."""

from __future__ import annotations

from typing import Final

from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.content import cue_start, end_at_predicate, finish_draft, open_complement
from astana_study.coding.arabic.frames import NO_FRAMES
from astana_study.coding.arabic.grammar import PARTICIPANTS, Grammar
from astana_study.coding.arabic.lists import BRINGING, ENDING, LACKING, PEOPLES
from astana_study.coding.arabic.phrases import read_phrase
from astana_study.coding.arabic.words import COMP, PREP, Reading, Word
from astana_study.coding.draft import Draft, Holder, unplace

AIDING: Final = {"دعم", "ساند", "مساندة", "هجوم", "هاجم"}
"""Nouns of what is done rather than said, when a nation's name qualifies them: "with Russian support"."""
AGREEING: Final = {"اتفاق", "اتفق", "توافق", "قرار", "قرر", "وقع"}
"""Nouns that with the article name a thing: "the Russian-Turkish agreement on"."""
OUTCOMES: Final = {"agree", "call", "affirm", "condemn", "reject", "commit"}
"""Acts with which a meeting ends."""
MOTIVES: Final = {"reject", "condemn", "welcome"}
"""Acts for whose sake something is done: "withdrew in protest at"."""
ACTING: Final = {"mention", "person", "role", "collective", "capital", "country"}
"""Uses of a name that can act."""
USUAL: Final = {"الي", "علي", "من", "ب"}
"""Prepositions that a noun of act governs which is no verb's."""
BETWEEN: Final = ("-", "–", "ـ", "/")


def read_owned_noun(grammar: Grammar, walk: Walk, i: int, word: Word) -> bool:
    """Read a verbal noun that nobody beside it owns, for what an adjective or its accusative tells."""
    if i + 2 >= walk.sentence.last:
        return False
    if i > walk.sentence.first + 1 and (word.fold[0] == "ب" or walk.words[i - 1].rest in ("عن", "الي")) and any(
        before.lists & ENDING for before in walk.words[max(walk.sentence.first, i - 9) : i]
    ):  # fmt: skip
        return claim_outcome(grammar, walk, i, word)
    return word.rest[-1:] == "ا" and i > walk.sentence.first + 1 and claim_motive(grammar, walk, i, word)


def claim_outcome(grammar: Grammar, walk: Walk, i: int, word: Word) -> bool:
    """Make the claim of "the round ended with an agreement to", "led to a call for": those who met, or its subject."""
    words = walk.words
    led = words[i - 1].rest in ("عن", "الي")
    noun = next((r for r in word.nouns if r.lemma in grammar.noun_act and not (r.owner or r.conj)
                 and (led or r.prep == "ب")), None)  # fmt: skip
    act = grammar.noun_act[noun.lemma] if noun is not None else ""
    if noun is None or act not in OUTCOMES or not is_governed(grammar, word, words[i + 1]):
        return False
    subject = walk.levels[-1].subject
    known = subject is not None and subject.kind not in ("unknown", "holder", "source", "weak")
    holder = unplace(subject) if subject is not None and known else PARTICIPANTS
    draft = Draft(cue_start(walk, i, noun), walk.sentence.ends[i], noun.lemma, act, "nominal", "ar.noun.outcome",
                  holder, depth=len(walk.levels))  # fmt: skip
    open_complement(walk, draft, i, noun)
    if draft.content_start < 0:
        return False
    draft.holder_how = "coordinated subject" if known else "none"
    finish_draft(walk, draft, holder, draft.holder_how)
    return True


def claim_national(grammar: Grammar, walk: Walk, i: int, word: Word) -> bool:
    """Make the claim of "a Turkish rejection of", "Russian-Turkish agreement on": the adjectives tell who."""
    words, last = walk.words, walk.sentence.last
    noun = next((r for r in word.nouns if r.lemma in grammar.noun_act and not r.owner), None)
    if noun is None or AIDING.intersection(r.lemma for r in word.nouns) or (
        i > walk.sentence.first and words[i - 1].lists & LACKING
    ):  # fmt: skip
        return False
    place, actors = i, []
    for k in range(i + 1, min(i + 6, last)):
        told = words[k].adjective or ("OTHER" if words[k].lists & PEOPLES and not word.article else "")
        if told and words[k].article == word.article and not words[k].prep:
            place = k
            actors.append(told)
        elif words[k].fold not in BETWEEN:
            break
    act = grammar.noun_act[noun.lemma]
    if not actors or act in ("light", "discuss", "claim") or place + 1 >= last or (
        act == "agree" and (word.article or noun.lemma not in AGREEING) or act == "state" and noun.lemma != "أعلن"
    ) or not is_governed(grammar, word, words[place + 1], usual=not word.article) or (
        act == "agree" and ("OTHER" in actors or words[place + 1].glue == "ب")
    ):  # fmt: skip
        return False
    first = next(k for k in range(i + 1, place + 1) if words[k].adjective or words[k].lists & PEOPLES)
    start, end = walk.sentence.starts[first], walk.sentence.ends[place]
    holder = Holder(tuple(dict.fromkeys(actors)), "f", "mention", start, end)
    return claim_owned(walk, i, noun, act, "ar.noun.nation", holder, place)


def claim_owned(walk: Walk, i: int, noun: Reading, act: str, rule: str, holder: Holder | None, place: int) -> bool:
    """Make the claim of a noun of act whose owner ends at word `place`; False where it governs nothing there."""
    draft = Draft(cue_start(walk, i, noun), walk.sentence.ends[i], noun.lemma, act, "nominal", rule, holder,
                  depth=len(walk.levels))  # fmt: skip
    open_complement(walk, draft, place, noun)
    if draft.content_start < 0:
        return False
    end_at_predicate(walk, draft, i)
    draft.holder_how = "explicit subject"
    finish_draft(walk, draft, holder, "explicit subject")
    return True


def claim_motive(grammar: Grammar, walk: Walk, i: int, word: Word) -> bool:
    """Make the claim of "in protest at", "in rejection of": whoever acts in the clause does it for that."""
    words = walk.words
    noun = next((r for r in word.nouns if r.lemma in grammar.noun_act and not (r.owner or r.prep or r.conj)), None)
    act = grammar.noun_act[noun.lemma] if noun is not None else ""
    before = words[i - 1]
    if noun is None or act not in MOTIVES or before.verbs and not before.nouns or before.lists & BRINGING or (
        AIDING.intersection(r.lemma for r in word.nouns) or not is_governed(grammar, word, words[i + 1])
    ):  # fmt: skip
        return False
    holder = walk.levels[-1].subject or walk.levels[0].subject
    if holder is None or holder.kind == "unknown":
        holder = _find_actor(walk, i)
    if holder is None or holder.kind in ("holder", "source"):
        return False
    draft = Draft(cue_start(walk, i, noun), walk.sentence.ends[i], noun.lemma, act, "nominal", "ar.noun.motive",
                  unplace(holder), depth=len(walk.levels))  # fmt: skip
    open_complement(walk, draft, i, noun)
    if draft.content_start < 0:
        return False
    draft.holder_how = "coordinated subject"
    finish_draft(walk, draft, draft.holder, "coordinated subject")
    return True


def _find_actor(walk: Walk, i: int) -> Holder | None:
    """Return who is named last before word `i`, where no preposition shows that one to be acted upon."""
    for k in range(i - 1, walk.sentence.first - 1, -1):
        entity = walk.sentence.inside.get(k)
        if entity is not None and not entity.proclitic and entity.entry.use in ACTING:
            phrase = read_phrase(walk.sentence, entity.i, i)
            return walk.holder_of(phrase) if phrase is not None else None
        if walk.words[k].fold in (".", "؛"):
            break
    return None


def is_governed(grammar: Grammar, word: Word, following: Word, *, usual: bool = False) -> bool:
    """Tell whether "that" follows, or a preposition that the noun governs, glued on or not."""
    if following.cls & COMP:
        return not following.conj
    prep = following.fold if following.cls & PREP else following.prep or following.glue
    return bool(prep) and (prep == "ل" or any(
        prep in grammar.verbs.get(reading.lemma, NO_FRAMES).openers or prep in grammar.noun_preps.get(reading.lemma, ())
        or usual and prep in USUAL and reading.lemma in grammar.nouns and reading.lemma not in grammar.verbs
        for reading in word.nouns
    ))  # fmt: skip
