"""Looking ahead from a verb: whether "that" or a preposition comes later in its clause, and what is skipped."""

from __future__ import annotations

from typing import Final

from astana_study.coding.arabic.marks import COMMAS
from astana_study.coding.arabic.phrases import QUOTE_MARKS, read_phrase
from astana_study.coding.arabic.sentence import Sentence
from astana_study.coding.arabic.words import ADV, COMP, CONTRAST, PREP, PUNCT, REL, SAYING, TIME, WHEN, Word

FARTHEST: Final = 45
SECOND_CHOICE: Final = {"حول", "بشان"}
"""Prepositions that open a content only where the verb's first one does not follow."""
BEFORE_THAT: Final = {"ضروره", "اهميه", "وجوب", "قبل", "بعد", "منذ", "يجب", "ينبغي", "يمكن", "امل", "شرط", "حد", "درجه"}
"""Words that govern a "that" themselves."""


def is_passed_over(words: list[Word], j: int, limit: int, preps: frozenset[str], quotes: str) -> bool:
    """Tell whether a preposition opens no content: the verb's first choice, or "by saying", comes later."""
    fold = words[j].fold
    if fold in SECOND_CHOICE and "علي" in preps:
        return any(word.fold == "علي" for word in _go_on(words, j, limit))
    return fold == "علي" and quotes != "" and any(
        word.cls & SAYING and word.fold[0] == "ب" for word in _go_on(words, j, limit)
    )  # fmt: skip


def _go_on(words: list[Word], j: int, limit: int) -> list[Word]:
    """Return the words behind word `j` up to a stop, or a verb that is joined to the one before."""
    for k in range(j + 1, min(limit, j + 18)):
        if words[k].fold in (".", "؛") or words[k].conj and words[k].verbs:
            return words[j + 1 : k]
    return words[j + 1 : min(limit, j + 18)]


def find_that(sentence: Sentence, verb: int, limit: int) -> int:
    """Return the word of the "that" that goes with the verb, however long its subject is; -1 where there is none."""
    words = sentence.words
    relative = False
    for k in range(verb + 1, min(limit, verb + FARTHEST)):
        word = words[k]
        if word.cls & COMP:
            before = words[k - 1]
            bare = before.nominal and not before.article and not before.cls and k - 1 not in sentence.inside
            if before.cls & TIME and before.cls & PREP:
                continue  # "after she had left"
            if relative and k - 1 > verb and before.verbs and not before.nouns:
                continue  # "which ought to": its own
            if word.conj or before.cls & (PREP | REL) or bare and k - 1 > verb and before.rest in BEFORE_THAT:
                return -1
            return k
        if word.fold in COMMAS:
            relative = False
        elif word.cls & REL:
            relative = True
        elif word.cls & PUNCT and word.fold in (".", "؛", ":") and len(words[k - 1].fold) > 1 or (
            word.cls & (CONTRAST | WHEN)
        ):  # fmt: skip
            return -1
        elif not relative and k not in sentence.inside and not (word.cls | words[k - 1].cls) & PREP and (
            _begins_another(word)
        ):  # fmt: skip
            if not (word.verbs and not word.nouns and describes(words, verb, k)):
                return -1
            relative = True
    return -1


def _begins_another(word: Word) -> bool:
    """Tell whether a word begins another clause, or the object: a verb, a participle, a noun with its owner."""
    if word.article:
        return False
    acts = word.verbs and not word.nouns or word.performs and word.owned
    return bool(acts or word.participles and word.rest.endswith("ا"))


def describes(words: list[Word], verb: int, j: int) -> bool:
    """Tell whether a verb describes the noun before it: "an official who asked", "a statement that came out"."""
    place = j - 2 if words[j - 1].rest in ("له", "لها", "لهم") or words[j - 1].fold in QUOTE_MARKS else j - 1
    before = words[place]
    return place > verb and before.nominal and not (before.article or words[j].conj or before.cls & (ADV | TIME))


def that_is_next(sentence: Sentence, i: int) -> bool:
    """Tell whether "that" is the next thing behind a subject: بين التقرير أن."""
    words = sentence.words
    for k in range(i + 1, min(i + 7, sentence.last)):
        word = words[k]
        if word.cls & COMP:
            return not word.conj
        if word.conj or word.cls & (PREP | REL) or word.verbs and not word.nouns or (
            word.cls & PUNCT and word.fold not in QUOTE_MARKS and word.fold not in COMMAS
        ) or k in sentence.entity_at and sentence.entity_at[k].proclitic:  # fmt: skip
            return False
    return False


def skip_relative(sentence: Sentence, j: int, limit: int, preps: frozenset[str], *, said: bool = False) -> int:
    """Skip a relative clause; behind "said", إن goes with that verb, wherever it stands."""
    words = sentence.words
    for k in range(j + 1, limit):
        word = words[k]
        if word.fold in COMMAS or (
            (word.fold in preps or word.glue in preps) and k > j + 2
            or word.cls & COMP and words[k - 1].rest not in BEFORE_THAT and (
                not words[k - 1].cls & TIME or said and sentence.surfaces[k][0] == "إ"
            )
        ):  # fmt: skip
            return k
        quote = sentence.quote_at.get(k)
        if word.cls & PUNCT and word.fold not in QUOTE_MARKS and word.fold not in "()-/":
            return k
        if quote is not None and quote.kind == "speech" and quote.j - quote.i > 3:
            return k
    return limit


def skip_prepositional(sentence: Sentence, j: int, limit: int, stops: frozenset[str]) -> int:
    """Skip a preposition with its phrase."""
    if sentence.words[j].rest == "من" and j + 1 < limit and sentence.words[j + 1].fold == "جديد":
        return j + 2
    if j + 1 >= limit:
        return j + 1
    if j + 2 < limit and sentence.surfaces[j + 1].endswith(("ها", "هم", "ه")) and j + 2 in sentence.entity_at:
        return j + 2  # "at its end X": a noun with its pronoun is complete
    phrase = read_phrase(sentence, j + 1, limit, stops=stops)
    return phrase.j if phrase else j + 1 + bool(sentence.words[j + 1].verbs and not sentence.words[j + 1].cls)


def find_opener(words: list[Word], j: int, limit: int, preps: frozenset[str]) -> int:
    """Return the verb's own preposition behind a clause that describes its subject, or -1."""
    if any(word.cls & COMP or word.fold in QUOTE_MARKS for word in words[j + 1 : min(limit, j + 25)]):
        return -1  # what is said follows
    for k in range(j + 1, min(limit, j + 9)):
        if words[k].cls & PUNCT or words[k].verbs and not words[k].nouns:
            return -1
        if words[k].fold == "علي" and "علي" in preps:
            return k
    return -1
