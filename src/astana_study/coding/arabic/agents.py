"""Nouns of act whose owner stands behind a preposition: "a rejection by the opposition of", "accusations between"."""

from __future__ import annotations

from typing import Final

from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.grammar import Grammar
from astana_study.coding.arabic.lists import LACKING, PEOPLES
from astana_study.coding.arabic.owners import AGREEING, AIDING, claim_national, claim_owned, is_governed
from astana_study.coding.arabic.phrases import read_phrase
from astana_study.coding.arabic.words import ADJ, COMP, NEG, PUNCT, TITLE, Word

SENT: Final = {"قبل", "جانب", "طرف", "لدن"}
"""Nouns behind "from" that only say that it comes from somebody: on the part of."""
BY: Final = {"من", "بين"}
FELT: Final = {"غضب", "خيبة"}
"""Nouns of feelings that other acts share."""
LESSER: Final = {"اي", "ايه", "اكثر", "اقل", "اشد"}
"""Words before a noun that compare it, or ask for any."""
FARTHEST: Final = 3
FEARED: Final = ("warn", "concern")
"""Acts with which "from" shows what they are about."""


def read_told_noun(grammar: Grammar, walk: Walk, i: int, word: Word) -> bool:
    """Read a noun of act whose owner an adjective tells, or a preposition behind it."""
    words, last = walk.words, walk.sentence.last
    if i + 2 >= last:
        return False
    following = words[i + 1]
    if (following.adjective or following.lists & PEOPLES) and i + 1 not in walk.sentence.inside:
        return claim_national(grammar, walk, i, word)
    k = i + 1
    while k < min(i + FARTHEST, last - 1) and words[k].nominal and words[k].article == word.article and not (
        words[k].cls & ~ADJ or words[k].glue or words[k].conj or words[k].verbs or k in walk.sentence.inside
    ):  # fmt: skip
        k += 1  # "mutual accusations between"
    if words[k].rest not in BY or words[k].conj:
        return False
    return claim_agent(grammar, walk, i, word, k)


def claim_agent(grammar: Grammar, walk: Walk, i: int, word: Word, k: int) -> bool:
    """Make the claim of a noun of act with "from" or "between" at word `k`, and what it governs behind who is named."""
    words, sentence = walk.words, walk.sentence
    noun = next((r for r in word.nouns if r.lemma in grammar.noun_act and not r.owner), None)
    if noun is None or AIDING.intersection(r.lemma for r in word.nouns) or _is_wanting(walk, i):
        return False
    act = grammar.noun_act[noun.lemma]
    frames = grammar.nouns.get(noun.lemma)
    if act in ("light", "discuss") or frames is not None and frames.stays or act == "agree" and (
        word.article or words[k].fold != "بين" or noun.lemma not in AGREEING
    ):  # fmt: skip
        return False
    sent = words[k].fold == "من" and words[k + 1].rest in SENT
    phrase = read_phrase(sentence, k + 1 + sent, sentence.last)
    if phrase is None or phrase.j + 1 >= sentence.last or not (phrase.known or sent or words[phrase.i].cls & TITLE):
        return False
    place = phrase.j if phrase.known else _find_that(words, phrase.j, sentence.last)
    behind = words[place]
    felt = words[k].fold == "من" and not sent and (act in FEARED or noun.lemma in FELT)
    usual = act != "accuse" or behind.glue == "ب"
    if felt and behind.fold != "من" or behind.conj or not is_governed(grammar, word, behind, usual=usual):
        return False  # "fears of Russia": whom it is about
    if not behind.cls & COMP and (act == "state" or not phrase.known):
        return False  # "recognition by X of": nothing is said
    return claim_owned(walk, i, noun, act, "ar.noun.agent", walk.holder_of(phrase), place - 1)


def _find_that(words: list[Word], j: int, last: int) -> int:
    """Return the word of the "that" that comes soon, else word `j`."""
    for k in range(j, min(j + 8, last - 1)):
        if words[k].cls & COMP:
            return k
        if words[k].cls & PUNCT:
            break
    return j


def _is_wanting(walk: Walk, i: int) -> bool:
    """Tell whether the act is denied, compared or acted upon: "without approval by", "at the request of"."""
    words, first = walk.words, walk.sentence.first
    if words[i].fold[0] == "ب" or i > first and (words[i - 1].lists & LACKING or words[i - 1].rest in LESSER):
        return True
    return any(words[k].cls & NEG for k in range(max(first, i - 3), i))
