"""Which kind of predicate a word is here, if any."""

from __future__ import annotations

from typing import Final

from astana_study.codebook.conjugation import IMPERFECT, PERFECT
from astana_study.coding.arabic.acts import governs_next
from astana_study.coding.arabic.added import THERE, read_added_noun
from astana_study.coding.arabic.agents import read_told_noun
from astana_study.coding.arabic.ahead import that_is_next
from astana_study.coding.arabic.arguments import COMMAS
from astana_study.coding.arabic.attributions import read_attribution
from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.frames import NO_FRAMES
from astana_study.coding.arabic.grammar import Grammar
from astana_study.coding.arabic.levels import agrees, reading_gender
from astana_study.coding.arabic.nominals import read_noun
from astana_study.coding.arabic.owners import read_owned_noun
from astana_study.coding.arabic.participles import is_participle_here, read_participle
from astana_study.coding.arabic.phrases import QUOTE_MARKS
from astana_study.coding.arabic.rising import read_saying
from astana_study.coding.arabic.sentence import Sentence
from astana_study.coding.arabic.verbs import read_verb
from astana_study.coding.arabic.words import (
    ADV,
    ATTR,
    AUX,
    COMP,
    CONJ,
    CONTRAST,
    DEM,
    LINK,
    PREP,
    PUNCT,
    REL,
    WHEN,
    Word,
)  # fmt: skip

NOMINAL: Final = {"وجود", "اكبر", "اقصي", "ادني", "اي", "كل", "جميع", "كافه"}
"""Words behind which a noun stands, though it looks like a verb: the existence of plans, any intervention."""
FRONTING: Final = {"من", "في", "الي", "وفي"}
"""Prepositions with which a sentence begins that tells what goes with it: on the other hand."""
FRONTED: Final = 4
NOUNLIKE: Final = {"خطط", "وخطط", "ثمن", "قدر"}
"""Words that are nouns more often than verbs: plans, a price, an amount."""


def read_word(grammar: Grammar, walk: Walk, i: int, word: Word) -> None:
    """Read one word as a predicate, if it is one here."""
    if word.cls & ATTR and all(reading.number == "d" for reading in word.verbs):
        read_attribution(walk, i, word)
        return
    if word.participles and word.verbs and not word.nouns and word.rest.endswith("ا") and i > walk.sentence.first and (
        all(reading.number == "d" and not reading.conj for reading in word.verbs)
    ) and not walk.words[i - 1].cls & AUX and not walk.words[i - 1].rest.endswith("هما"):  # fmt: skip
        read_participle(grammar, walk, i, word)
        return  # "asking them to", rather than "the two demanded"
    if word.verbs and is_verb_here(grammar, walk, i, word):
        read_verb(grammar, walk, i, word)
        return
    if word.participles and is_participle_here(grammar, walk, i, word):
        read_participle(grammar, walk, i, word)
        return
    if not word.nouns or read_saying(walk, i, word) or read_noun(grammar, walk, i, word):
        return
    if not (read_told_noun(grammar, walk, i, word) or read_added_noun(grammar, walk, i, word)):
        read_owned_noun(grammar, walk, i, word)


def _stands_as_noun(sentence: Sentence, i: int) -> bool:
    """Tell whether a word that is mostly a noun has neither its subject beside it nor begins its clause."""
    words = sentence.words
    before = words[i - 1] if i > sentence.first else None
    following = sentence.entity_at.get(i + 1)
    if words[i].rest == "قدر" and i + 1 < sentence.last and words[i + 1].rest in ("الامكان", "المستطاع", "من", "ما"):
        return True  # "as far as possible"
    if following is not None and not following.proclitic:
        return False
    subject = sentence.inside.get(i - 1)
    if subject is not None:  # "Ankara has paid the price of", not "Ankara plans to"
        return subject.i > sentence.first and len(words[subject.i - 1].verbs) > 0
    return before is not None and not before.cls & (PUNCT | COMP | AUX | LINK | ADV) and not words[i].conj


def is_verb_here(grammar: Grammar, walk: Walk, i: int, word: Word) -> bool:
    """Tell whether a word that can be a verb is one here."""
    sentence, words = walk.sentence, walk.words
    if sentence.surfaces[i].endswith(("يدعى", "تدعى")) and not (i + 1 < sentence.last and words[i + 1].cls & COMP):
        return False  # "is called"
    if word.cls & (PREP | COMP | ATTR):
        # A preposition that is spelt like a verb is the verb where the verb's own preposition or "that" follows.
        following = words[i + 1] if i + 1 < sentence.last else None
        ahead = (
            {w.fold for w in words[i + 1 : min(i + (12 if word.conj or i == sentence.first else 10), sentence.last)]}
            if word.conj or i == sentence.first or words[i - 1].cls & (PUNCT | LINK | CONTRAST | ADV)
            else set()
        )
        if following is None or not any(
            frames.that and (following.cls & COMP or ahead and that_is_next(sentence, i))
            or following.fold in frames.light or ahead.intersection(frames.light)
            for frames in (grammar.verbs.get(reading.lemma, NO_FRAMES) for reading in word.verbs)
        ):  # fmt: skip
            return False
    place = i - 1
    while place >= sentence.first and words[place].fold in QUOTE_MARKS:
        place -= 1
    before = words[place] if place >= sentence.first else None
    if word.fold in NOUNLIKE and not word.damma and i not in sentence.inside and _stands_as_noun(sentence, i):
        return False  # "plans to", "the price of"
    if word.fold == "مثل" and before is not None and before.fold in COMMAS:
        return False  # ", such as"
    if word.fold == "ابرز" and i + 1 < sentence.last and words[i + 1].article and i + 1 not in sentence.inside:
        return False  # "the foremost points"
    if before is not None and before.rest in NOMINAL and place == i - 1 and not word.verbs[0].conj:
        return False  # "the existence of plans"
    if before is not None and before.fold.isdigit() and word.fold.endswith("ا"):
        return False  # 70 فردا: what is counted
    if before is not None and word.verbs[0].conj and before.fold in ("علي", "الي", "في", "عن", "من") and place == i - 1:
        return False  # وادي: no verb stands behind a preposition
    if before is not None and not word.verbs[0].conj and not (before.rest == "من" and i - 2 >= sentence.first and (
        words[i - 2].rest in THERE
    )):  # fmt: skip
        if before.cls & PREP and before.fold not in ("بعد ان",) and not (
            before.fold == "حتي" and not word.nouns and any(w.cls & COMP for w in words[i + 1 : i + 8])
        ) and not before.cls & (DEM | REL | COMP):
            return False
    if i < walk.taken and not all(reading.kind == IMPERFECT for reading in word.verbs):
        # Inside the arguments of an earlier verb a perfect that could be a noun is a noun.
        if word.nouns or word.article or not (before is not None and before.cls & (REL | COMP | AUX)):
            return bool(before is not None and before.cls & (REL | AUX))
    if word.nouns and before is not None and place - sentence.first < FRONTED and (
        words[sentence.first].rest in FRONTING and not before.cls & PREP and that_is_next(sentence, i)
    ):  # fmt: skip
        return True  # "on the other hand a report mentioned that"
    if word.nouns and before is not None and before.cls & COMP and before.fold.endswith("ان") and (
        walk.levels[-1].at == i - 1
    ):  # fmt: skip
        return False  # "that the rejection of": a noun follows
    if word.nouns and walk.drafts and walk.drafts[-1].content_start == sentence.starts[i] and (
        walk.drafts[-1].rule in ("ar.verb.object", "ar.verb.prep") and not (before is not None and before.cls & COMP)
    ):  # fmt: skip
        return False  # "intends the launch of": the noun with which a content begins
    if word.nouns and i + 2 < sentence.last and is_noun_beside(sentence, i, word):
        return False
    if word.nouns and before is not None and not word.verbs[0].conj:
        # رفض is "rejected" or "rejection": a noun phrase that is complete goes before a verb only.
        if (
            before.article
            or before.cls & (PUNCT | ADV | AUX | COMP | REL | LINK | CONTRAST | CONJ | WHEN | ATTR)
            or walk.sentence.inside.get(i - 1)
            or before.rest == "ذلك"
            or place > sentence.first and words[place - 1].cls & COMP and words[i + 1].cls & COMP
        ):
            return governs_next(grammar, walk, i, word)  # "yet so-and-so pledged that"
        return bool(before.verbs and not before.nouns and before.verbs[0].lemma in ("كان",))
    beside = before is not None and before.nouns and not before.article and not before.verbs
    if word.nouns and (beside or all(reading.kind == PERFECT for reading in word.verbs)):
        if any(r.owner for r in word.verbs):
            return governs_next(grammar, walk, i, word)
        here = sentence.starts[i]
        listing = [d for d in walk.drafts if d.opened or d.quote and d.quote[0] < here < d.quote[1]]
        if before is not None and all(r.conj for r in word.verbs) and listing and (
            not before.cls & PUNCT or before.fold in COMMAS and (
                listing[-1].mode == "reported" or not any(_takes_object(grammar, r.lemma) for r in word.verbs)
                and not words[i + 1].cls & PREP
            )
        ):  # fmt: skip
            # "and rejection of" or "and he rejected": a verb here has its subject or "that" right behind it.
            following = words[i + 1] if i + 1 < sentence.last else None
            entity = sentence.entity_at.get(i + 1)
            if following is None or not (following.cls & COMP or entity is not None and not entity.proclitic):
                return False
            if entity is not None and not any(
                agrees(entity.entry.gender or "m", reading_gender(r), verb_first=True) for r in word.verbs
            ):  # fmt: skip
                return False  # "and the resolve of the states"
        return governs_next(grammar, walk, i, word)
    return True


def _takes_object(grammar: Grammar, lemma: str) -> bool:
    frames = grammar.verbs.get(lemma, NO_FRAMES)
    return bool(frames.object or frames.that)


def is_noun_beside(sentence: Sentence, i: int, word: Word) -> bool:
    """Tell whether a nation's adjective or a preposition behind a word makes it a noun: "a Turkish rejection of"."""
    following = sentence.words[i + 1]
    if following.adjective and not following.article and not following.prep and i + 1 not in sentence.inside:
        return True
    if i == sentence.first and following.nominal and not following.article and following.fold[-1:] == "ي" and (
        sentence.words[i + 2].glue == "ل" or sentence.words[i + 2].prep in ("ل", "لل")
    ) and i + 1 not in sentence.inside:  # fmt: skip
        return True  # "popular rejection of"
    dual = word.rest[-1:] == "ا" and all(reading.number == "d" and not reading.conj for reading in word.verbs)
    return dual and (following.glue == "ل" or following.prep in ("ل", "لل"))  # "in rejection of"
