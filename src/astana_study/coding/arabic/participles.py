"""Claims whose cue is a participle: in the accusative behind a clause, or as the predicate of one."""

from __future__ import annotations

from typing import Final

from astana_study.coding.arabic.acts import act_of, apply_noun
from astana_study.coding.arabic.arguments import read_arguments
from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.content import (
    cue_start,
    find_limit,
    finish_draft,
    open_clause,
    open_content,
    open_quote,
    set_content,
    tell_direct,
)
from astana_study.coding.arabic.grammar import Grammar
from astana_study.coding.arabic.levels import agrees, reading_gender
from astana_study.coding.arabic.lists import PLACES
from astana_study.coding.arabic.marks import keeps_silent
from astana_study.coding.arabic.phrases import QUOTE_MARKS, name_actors
from astana_study.coding.arabic.words import (
    ADV,
    COMP,
    CONJ,
    LINK,
    NEG,
    PREP,
    PRON,
    PUNCT,
    TIME,
    WE,
    Word,
)  # fmt: skip
from astana_study.coding.draft import Draft

PREDICATED: Final = {"country", "capital", "mention", "person", "weak"}
"""Uses of a name behind which a bare participle is its predicate: "the guarantors are determined"."""
DENYING: Final = {"نفى", "رفض"}
"""Verbs whose participle behind a definite noun takes its object without a preposition."""
STILL: Final = {"يزالون", "تزال", "زالوا", "زالت", "يزالوا"}
"""Forms of "still be", behind which a participle is the predicate."""


def read_participle(grammar: Grammar, walk: Walk, i: int, word: Word) -> None:
    """Read an accusative participle, or a predicate: مؤكدا أن …, the guarantors are determined to …."""
    sentence, words = walk.sentence, walk.words
    reading = word.participles[0]
    frames = grammar.verbs[reading.lemma]
    arguments = read_arguments(sentence, i, frames, find_limit(walk))
    act, opens = act_of(walk, frames, arguments, arguments.phrases, reading)
    if not act or opens == "owner":
        return
    bare = not (word.rest.endswith("ا") or reading.gender == "f" or reading.number != "s")
    if bare and opens not in ("prep", "that"):
        return
    if reading.gender == "f" and (
        opens in ("object", "colon") and (word.nouns or reading.lemma == "قدم")
        or reading.lemma == "ذكّر" and arguments.at != i + 1
    ):  # fmt: skip
        return  # مناقشة, مذكرة: a noun, not "discussing"
    walk.consumed.update(range(*arguments.aside))
    if act in ("reject", "call") and opens == "object" and keeps_silent(words, arguments.phrases[-1].i):
        return
    predicate = _is_predicate(walk, i, beside=frames.quote != "")
    if predicate and (_is_denied(walk, i) or reading.lemma in ("أكد", "جاهز")):
        return  # "is not sure that", "it is certain that", "the airport is ready for"
    gender = reading_gender(reading)
    start = i
    k = i - 1
    adverb = i
    while k >= sentence.first and (words[k].cls & (LINK | CONJ | ADV)):
        adverb = k
        if words[k].cls & (LINK | CONJ) or words[k].conj:
            start = k
        k -= 1
    if k < sentence.first or words[k].cls & PUNCT:
        start = adverb
    if not walk._inside_quote():
        main = walk.levels[0]
        nested = walk.levels[-1]
        fits_nested = nested is not main and nested.subject is not None and agrees(nested.subject.gender, gender)
        fits_main = main.subject is None or agrees(main.subject.gender, gender) or main.subject.kind == "person"
        if fits_nested and main.subject is not None and main.subject.kind == "agency":
            fits_main = False  # an agency reports that somebody, stressing that
        place = start - 1
        if place > sentence.first and place in sentence.quote_at and not word.rest.endswith("ا"):
            place -= 1  # that his country is “ready for”: the mark sets nothing apart
        before = words[place] if place >= sentence.first else None
        apart = start < i or reading.conj or before is None or before.cls & PUNCT or word.rest.endswith("ا") or (
            # "condemned the statement calling for", "calling it"
            # "will begin today affirming"
            reading.gender == "f" and frames.that != "" and before.cls & (TIME | ADV) > 0
            or reading.gender == "f" and act in ("state", "call")
            and (arguments.at == i + 1 or words[i + 1].rest in ("اياه", "اياها", "اياهم"))
        )  # fmt: skip
        if apart and not predicate and not (fits_nested and not fits_main):
            walk.close(start, 0)
    depth = len(walk.levels) - 1
    we = k >= sentence.first and words[k].cls & COMP and words[k].rest.endswith("نا")
    holder = walk.resolve("1", first_person=True) if we else walk.resolve(gender)
    teller = walk.levels[-1].opened_by
    beside = i - 1 - (words[i - 1].fold in QUOTE_MARKS)
    told = predicate or not word.rest.endswith("ا") and not reading.conj and beside in sentence.inside
    if told and not we and holder is not None and teller is not None and teller.holder is not None and (
        teller.holder.actors == holder.actors
    ):  # fmt: skip
        return  # "said that his country is ready to": all that he says of himself is one claim
    draft = Draft(cue_start(walk, i, reading), sentence.ends[i], reading.lemma, act, "reported",
                  "ar.participle", holder, depth=depth)  # fmt: skip
    draft.holder_how = "participle"
    phrases = arguments.phrases
    if opens == "that":
        draft.mode = "indirect"
        set_content(walk, draft, arguments.at + 1)
        tell_direct(walk, draft, arguments.at + 1)
    elif opens in ("quote", "colon"):
        open_quote(walk, draft, arguments)
        draft.rule = "ar.participle"
    elif opens == "object prep":
        draft.addressee = name_actors(phrases[-1], walk.published, walk.memory.last_actors())
        draft.content_start, draft.content_end, draft.opened = phrases[-1].start, phrases[-1].end, True
    elif opens == "prep":
        open_content(walk, draft, arguments.at, arguments.opener)
    elif opens == "object":
        set_content(walk, draft, phrases[0].i, start=phrases[0].start)
    if act == "light" or act in ("affirm", "state") and opens in ("prep", "object"):
        if not apply_noun(grammar, walk, draft, i, arguments, opens, phrases, light=act == "light"):
            return
        draft.rule = "ar.participle"
    finish_draft(walk, draft, holder, "participle")
    if opens in ("that", "quote", "colon"):
        open_clause(walk, draft, arguments, holder)


COPULAS: Final = {"كان", "زال", "أصبح", "بات", "ظل", "صار", "ليس", "بقي", "بدا"}
"""Verbs whose predicate is in the accusative."""
JUSSIVE: Final = {"يكن", "تكن", "نكن", "اكن"}
"""Forms of "be" behind "not"."""
NOT: Final = {"لست", "لسنا", "ليسوا", "لستم"}


def _is_predicate(walk: Walk, i: int, *, beside: bool) -> bool:
    """Tell whether a participle is the predicate of "be", where that stands beside it, or before its subject."""
    words = walk.words
    for k in range(i - 1, max(walk.sentence.first, i - 4) - 1, -1):
        word = words[k]
        if word.rest in STILL or word.rest in NOT or word.rest in JUSSIVE or any(
            verb.lemma in COPULAS for verb in word.verbs
        ):  # fmt: skip
            return True
        if word.cls & (NEG | ADV):
            continue
        if word.cls & PUNCT or word.conj or beside or not (word.article or k in walk.sentence.inside):
            return word.cls & NEG > 0
    return False


def _is_denied(walk: Walk, i: int) -> bool:
    """Tell whether a predicate is denied: is not sure, was not keen on."""
    words = walk.words
    for k in range(i - 1, max(walk.sentence.first, i - 4) - 1, -1):
        word = words[k]
        if word.rest in NOT or word.cls & NEG and not (
            k + 1 < i and (words[k + 1].rest in STILL or any(verb.lemma == "زال" for verb in words[k + 1].verbs))
        ):  # fmt: skip
            return True
        if word.cls & PUNCT or word.conj and not word.verbs:
            return False
    return False


def is_participle_here(grammar: Grammar, walk: Walk, i: int, word: Word) -> bool:
    """Tell whether a word is a participle that carries a clause here, no adjective and no noun."""
    sentence, words = walk.sentence, walk.words
    reading = word.participles[0]
    if reading.lemma not in grammar.verbs or reading.lemma == "طلب" and not word.rest.endswith("ا"):
        return False  # طالبة: a student
    before = words[i - 1] if i > sentence.first else None
    dated = before is not None and before.cls & TIME and reading.gender == "f" and grammar.verbs[reading.lemma].that
    if walk.sentence.inside.get(i) or i < walk.taken and not reading.conj and not dated:
        return False
    if before is not None and before.cls & COMP and before.rest.endswith("ان") and word.rest.endswith("ا"):
        return False  # "that an attacker opened fire": the noun behind "that" is in the accusative, too
    if word.cls & ADV and (before is None or not before.cls & PUNCT):
        return False  # "anew"
    if word.nouns and reading.conj and before is not None and not before.cls & PUNCT:
        return False  # "and opposition to": a noun of the list before it
    if before is not None and reading.gender + reading.number != "ms" and not word.lists & PLACES and (
        before.cls & COMP and before.rest.endswith(("ها", "هم", "نا"))
        or before.rest in STILL or before.cls & (PRON | WE) and reading.number == "p"
    ):  # fmt: skip
        return True  # "that they are determined", "are still opposed"
    if before is not None and before.fold == ")" and not reading.conj and not word.rest.endswith("ا"):
        return False  # "on (Friday) the town of": a noun that goes on behind the brackets
    if word.lists & PLACES and before is not None and (not before.cls & PUNCT or reading.conj):
        return False  # "of Kazakhstan, the city of": spelt like "condemning"
    accusative = word.rest.endswith("ا") or reading.gender == "f" or reading.number != "s"
    if not accusative:
        entity = sentence.inside.get(i - 1)
        acts = entity is not None and entity.j == i and entity.entry.use in PREDICATED
        return before is not None and (before.rest in ("هو", "هي", "هم") or acts)
    if word.rest.endswith("ه") and before is not None and before.nominal and before.gender == "f" and not (
        before.cls & (PUNCT | ADV)
    ) and not sentence.inside.get(i - 1) and not any(w.cls & COMP for w in words[i + 1 : i + 3]):  # fmt: skip
        return False  # an adjective: "a statement affirming"
    return (
        before is None
        or bool(before.cls & (PUNCT | ADV | TIME))
        or bool(reading.conj)
        or word.rest.endswith("ا")
        or bool(sentence.inside.get(i - 1))
        or before.article and not (word.nouns or before.cls) and i + 1 < sentence.last and not words[i + 1].conj and (
            words[i + 1].cls & COMP > 0 or words[i + 1].fold in grammar.verbs[reading.lemma].openers
            and reading.lemma != "علق" or reading.lemma in DENYING and words[i + 1].nominal and not words[i + 1].article
        )  # "condemned the shelling, stressing that": no adjective of a noun with the article
    ) and not (before is not None and before.cls & PREP)
