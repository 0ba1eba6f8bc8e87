"""Clauses that stand between a verb of saying and what is said, and are crossed: "asked about it, X said that"."""

from __future__ import annotations

from typing import Final

from astana_study.codebook.conjugation import IMPERFECT, PERFECT
from astana_study.coding.arabic.ahead import describes
from astana_study.coding.arabic.frames import Frames
from astana_study.coding.arabic.marks import COMMAS, TELLING, Arguments, are_all, find_said, keeps_silent
from astana_study.coding.arabic.sentence import Sentence
from astana_study.coding.arabic.words import COMP, LINK, PREP, PUNCT, WHEN, Word

MEANWHILE: Final = {"حين", "بينما", "فيما"}


def _may_be_crossed(words: list[Word], verb: int, j: int) -> bool:
    """Tell whether a clause that begins at `j` only tells of the speaker or the occasion: "asked about it, X said"."""
    word = words[j]
    if word.conj and keeps_silent(words, j + 1):
        return True
    if word.cls & LINK:
        return word.rest == "كما" and any(reading.lemma in ("جاء", "ورد") for reading in words[j + 1].verbs)
    if word.rest.endswith("ا") and (word.participles or keeps_silent(words, j + 1)):
        return True
    if word.conj and words[j - 1].fold in COMMAS and are_all(word, IMPERFECT) and are_all(words[verb], PERFECT):
        return True  # ", and leads it now, that"
    if word.cls & WHEN:
        return word.rest not in ("اذا", "لو")
    if (words[j - 1].article or j == verb + 1) and not word.conj and not words[j + 1].cls and are_all(word, PERFECT):
        return True  # a name that looks like a verb
    return describes(words, verb, j) and words[j + 1].rest not in ("فيه", "فيها")


def cross_clause(sentence: Sentence, verb: int, j: int, limit: int, frames: Frames, found: Arguments) -> bool:
    """Look behind a clause that stands between a verb of saying and what is said; keep where that begins."""
    words = sentence.words
    if not (frames.that or frames.quote) or j + 1 >= limit:
        return False
    if not _may_be_crossed(words, verb, j):
        that = find_said(sentence, j, limit) if frames.lemma == "قال" else -1
        if that > j:
            found.aside, found.stop = (j, that), that
        return that > j
    loose = bool(words[j].participles or words[j].conj) and not keeps_silent(words, j + 1)
    for k in range(j + 1, min(limit, j + 20)):
        word, before = words[k], words[k - 1]
        quote = sentence.quote_at.get(k)
        speech = quote is not None and quote.kind == "speech" and quote.j - quote.i > 3
        if before.rest in MEANWHILE and any(reading.lemma in TELLING for reading in word.verbs):
            return False  # "…, while activists said: that"
        if word.cls & COMP:
            governed = word.conj or before.verbs and not before.nouns or before.participles or before.rest == "ذلك"
            if governed or not frames.that or before.cls & PREP and before.rest != "علي":
                return False
            if loose and before.fold not in COMMAS:
                return False
        elif not (frames.quote and (speech or word.fold == ":")):
            if word.cls & PUNCT and word.fold in (".", "؛", ":") or word.verbs and word.conj and not word.nouns:
                return False
            continue
        elif loose:
            return False
        found.aside, found.stop = (j, k), k
        return True
    return False
