"""What follows a verb: its subject, its object, and the place where its content opens."""

from __future__ import annotations

from typing import Final

from astana_study.coding.arabic.frames import Frames
from astana_study.coding.arabic.phrases import QUOTE_MARKS, Phrase, read_phrase
from astana_study.coding.arabic.sentence import Sentence
from astana_study.coding.arabic.words import (
    ADJ,
    ADV,
    ATTR,
    AUX,
    COMP,
    CONTRAST,
    DEM,
    LINK,
    NEG,
    PREP,
    PUNCT,
    REL,
    SAYING,
    TIME,
    WHEN,
    Word,
)  # fmt: skip
from astana_study.coding.entities import Entity, Quote

FARTHEST: Final = 45
BEFORE_THAT: Final = {"ضروره", "اهميه", "وجوب", "قبل", "بعد", "منذ", "يجب", "ينبغي", "يمكن", "امل", "شرط", "حد", "درجه"}
"""Words that govern a "that" themselves."""
SECOND_CHOICE: Final = {"حول", "بشان"}
"""Prepositions that open a content only where the verb's first one does not follow."""
COMMAS: Final = ("،", ",")


class Arguments:
    """The phrases after a verb, and its opener."""

    __slots__ = ("at", "crossed", "opener", "phrases", "quote", "stop")

    def __init__(self, opener: str = "", at: int = -1, quote: Quote | None = None) -> None:
        self.phrases: list[Phrase] = []
        self.opener = opener
        """``that``, ``quote``, ``colon``, or the folded preposition; empty where none was found."""
        self.at = at
        """Word of the opener."""
        self.quote = quote
        self.stop = -1
        """Word at which reading stopped."""
        self.crossed = 0
        """Words passed over that are neither phrase nor opener."""


def read_arguments(sentence: Sentence, verb: int, frames: Frames, limit: int) -> Arguments:
    """Read on from a verb until its content opens or the clause ends."""
    words = sentence.words
    found = Arguments()
    j = verb + 1
    limit = min(limit, verb + FARTHEST)
    preps = frames.openers
    clausal = bool(frames.that or frames.quote)
    that = _find_that(sentence, verb, limit) if frames.that and frames.object else -1
    while j < limit:
        word = words[j]
        cls = word.cls
        if cls & PUNCT:
            step = _read_mark(sentence, j, limit, frames, found, preps)
            if found.opener or step is None:
                break
            found.crossed += step - j
            j = step
            continue
        if cls & COMP and not word.names and word.conj and j > verb + 1:
            break  # "and that": not what this verb says first
        if cls & COMP and not word.names:
            if frames.that:
                found.opener, found.at = "that", j
            elif word.rest.startswith("بان") and "ب" in preps:
                found.opener, found.at = "ب", j
            break
        if word.fold in SECOND_CHOICE and "علي" in preps and _comes_later(words, "علي", j, limit):
            j = _skip_prepositional(sentence, j, limit, preps)
            continue
        if word.fold in preps and not (found.phrases and sentence.inside.get(j)):
            found.opener, found.at = word.fold, j
            break
        entity = sentence.inside.get(j)
        attached = _attached(word, preps, entity)
        if attached and (not entity or entity.i == j):
            found.opener, found.at = attached, j
            break
        if entity is None or entity.i != j:
            if cls & (CONTRAST | WHEN | NEG):
                break
            if cls & LINK and word.fold != "حيث":
                break
            if cls & REL:
                if word.rest == "ما" and frames.object:
                    found.phrases.append(Phrase(j, j + 1, sentence.starts[j], sentence.ends[j], (), "m", False, False))
                    break
                j = _skip_relative(sentence, j, limit, preps)
                continue
            if cls & ATTR:
                j = _skip_prepositional(sentence, j, limit, preps)
                continue
            if cls & PREP and (not cls & DEM):
                if word.conj and j > verb + 1:
                    break
                if j + 1 < limit and words[j + 1].cls & COMP:
                    if frames.that and len(found.phrases) <= 1 and words[j - 1].fold not in COMMAS:
                        found.opener, found.at = "that", j + 1
                    break
                j = _skip_prepositional(sentence, j, limit, preps)
                continue
            if cls & SAYING and frames.quote and frames.lemma != "رد":
                j += 1
                continue
            if cls & (ADV | TIME) and not word.names:
                j += 1
                continue
            if cls & AUX:
                break
            glued = (
                word.prep or word.fold[:1] in "بل" and not word.nouns and not word.participles and len(word.fold) > 4
            )
            if glued and not word.names and not word.cls & ~ADJ and not found.phrases and not word.conj:
                phrase = read_phrase(sentence, j, limit)
                j = phrase.j if phrase else j + 1
                continue
            if word.verbs and not word.nouns and not word.participles:
                break
            if word.conj and (word.verbs or word.participles) and j > verb + 1:
                break
        elif entity.proclitic in ("ب", "ك", "ل", "لل"):
            phrase = read_phrase(sentence, j, limit)
            j = phrase.j if phrase else j + 1
            continue
        greedy = that > j or clausal and not frames.object and not frames.object_preps
        phrase = read_phrase(sentence, j, limit, greedy=greedy, stops=preps)
        if phrase is None:
            found.crossed += 1
            j += 1
            if found.crossed > 12:
                break
            continue
        if word.rest.startswith("لان") and "ل" in preps:
            found.opener, found.at = "ل", j
            break
        if found.phrases and word.glue == "ل" and entity is None and not word.conj:
            j += 1  # "of the format", "for Arab affairs": it goes with the phrase before it
            while j < limit and (words[j].place or words[j].fold.isdigit() or words[j].fold in QUOTE_MARKS):
                j += 1
            continue
        if found.phrases and (word.conj or entity is not None and entity.i == j and entity.proclitic == "و"):
            j = phrase.j
            continue
        found.phrases.append(phrase)
        j = phrase.j
        head = words[phrase.i]
        if (frames.object or "np" in frames.light) and (
            head.owned or that < 0 and head.performs and phrase.i == verb + 1 and not phrase.head_entity
        ):  # fmt: skip
            break  # "announced … its intention to": the noun is the object, what follows is its complement
        if len(found.phrases) == 2 and frames.object and not frames.object_preps and not clausal:
            break
        if (
            that < 0
            and frames.object
            and not phrase.known
            and not head.article
            and not frames.object_preps
            and (not head.cls)
        ):
            break  # an object without the article: a preposition behind it is its own
        if len(found.phrases) > 4 or not frames.lemma:
            break
    found.stop = j
    return found


def _attached(word: Word, preps: frozenset[str], entity: Entity | None) -> str:
    """The preposition that opens the content and is glued to its first word."""
    if entity is not None:
        glued = "ل" if entity.proclitic == "لل" else entity.proclitic
        return glued if glued in preps else ""
    return word.glue if word.glue in preps else ""


def _read_mark(
    sentence: Sentence, j: int, limit: int, frames: Frames, found: Arguments, preps: frozenset[str]
) -> int | None:
    """Cross an aside, or open a quotation. Returns the word to go on with, or None where the clause ends."""
    words = sentence.words
    mark = words[j].fold
    if mark in QUOTE_MARKS:
        quote = sentence.quote_at.get(j)
        if quote is not None and _is_speech(sentence, quote, frames, found, limit) and not (
            frames.that and quote.j - quote.i <= 3 and _that_follows(words, quote.j + 1, limit)
        ):  # fmt: skip
            found.opener, found.at, found.quote = "quote", j, quote
            return None
        return j + 1
    if mark == ":":
        if frames.quote or frames.that:
            found.opener, found.at = "colon", j
            if j + 1 < limit and words[j + 1].cls & COMP and not sentence.quote_at.get(j + 1):
                found.opener, found.at = "that", j + 1
        return None
    if mark == "(":
        for k in range(j + 1, min(limit, j + 16)):
            if words[k].fold == ")":
                return k + 1
        return None
    if mark in ("-", "–", "—"):
        for k in range(j + 1, min(limit, j + 25)):
            if words[k].fold == mark:
                return k + 1
        return j + 1 if mark == "-" else None
    if mark in COMMAS:
        if j + 1 >= limit:
            return None
        if words[j + 1].cls & COMP or words[j + 1].fold in preps or _attached(
            words[j + 1], preps, sentence.inside.get(j + 1)
        ):  # fmt: skip
            return j + 1
        if _opens_clause(sentence, j + 1):
            return _cross_to_that(words, j, limit) if frames.that else None
        for k in range(j + 1, min(limit, j + 32)):
            if words[k].fold in COMMAS:
                return k + 1
            if words[k].cls & COMP and k > j + 1 and (frames.that):
                return k
        if (words[j + 1].cls & (PREP | ADV | TIME) or words[j + 1].owned and words[j + 1].performs) and (
            frames.object or frames.light
        ):
            return j + 1
        return None
    if mark in ("/", "%"):
        return j + 1
    return None


def _comes_later(words: list[Word], prep: str, j: int, limit: int) -> bool:
    for k in range(j + 1, min(limit, j + 18)):
        if words[k].fold == prep:
            return True
        if words[k].fold in (".", "؛") or words[k].conj and words[k].verbs:
            return False
    return False


def _find_that(sentence: Sentence, verb: int, limit: int) -> int:
    """Return the word of the "that" that goes with the verb, however long its subject is; -1 where there is none."""
    words = sentence.words
    relative = False
    for k in range(verb + 1, min(limit, verb + 30)):
        word = words[k]
        if word.cls & COMP:
            before = words[k - 1]
            bare = before.nominal and not before.article and not before.cls and k - 1 not in sentence.inside
            if word.conj or before.cls & (PREP | REL) or bare and k - 1 > verb and before.rest in BEFORE_THAT:
                return -1
            return k
        if word.fold in COMMAS:
            relative = False
        elif word.cls & REL:
            relative = True
        elif word.cls & PUNCT and word.fold in (".", "؛", ":") or word.cls & (CONTRAST | WHEN):
            return -1
        elif not relative and k not in sentence.inside and _begins_another(word):
            return -1
    return -1


def _begins_another(word: Word) -> bool:
    """Tell whether a word begins another clause, or the object: a verb, a participle, a noun with its owner."""
    if word.article:
        return False
    acts = word.verbs and not word.nouns or word.performs and word.owned
    return bool(acts or word.participles and word.rest.endswith("ا"))


def _is_speech(sentence: Sentence, quote: Quote, frames: Frames, found: Arguments, limit: int) -> bool:
    """Tell whether a quotation is what the verb says, rather than a title or name inside its object."""
    if not (frames.quote or frames.that) or quote.kind in ("label", "name"):
        return False
    if frames.object and (len(found.phrases) > 1 or found.phrases and not found.phrases[0].known):
        return False
    if quote.kind == "predicate":
        behind = quote.j + 1
        ends = {".", "؛", "!", "؟"} if frames.object else {".", "؛", "!", "؟", *COMMAS}
        return behind >= limit or sentence.words[behind].fold in ends
    return True


def _that_follows(words: list[Word], j: int, limit: int) -> bool:
    """Tell whether "that" comes later in the clause: what was quoted is part of the subject."""
    for k in range(j, min(limit, j + 12)):
        if words[k].cls & COMP:
            return not words[k].conj
        if words[k].verbs and not words[k].nouns or words[k].fold in (".", "؛", ":"):
            return False
    return False


def _cross_to_that(words: list[Word], j: int, limit: int) -> int | None:
    """Cross ", speaking to reporters, that": an aside that "that" follows."""
    if words[j + 1].conj:
        return None
    for k in range(j + 2, min(limit - 1, j + 24)):
        if words[k].fold in COMMAS:
            return k + 1 if words[k + 1].cls & COMP and not words[k + 1].conj else None
    return None


def _opens_clause(sentence: Sentence, j: int) -> bool:
    """Tell whether a new clause begins after a comma: a co-ordinated verb, a participle, a contrast."""
    if j >= sentence.last:
        return True
    word = sentence.words[j]
    if word.cls & (CONTRAST | WHEN) or word.cls & LINK:
        return True
    return bool((word.participles and not word.article and not sentence.inside.get(j)) or (word.conj and word.verbs))


def _skip_relative(sentence: Sentence, j: int, limit: int, preps: frozenset[str]) -> int:
    words = sentence.words
    for k in range(j + 1, limit):
        word = words[k]
        if word.fold in COMMAS or word.cls & COMP or word.fold in preps and k > j + 2:
            return k
        if word.cls & PUNCT and word.fold not in QUOTE_MARKS and word.fold not in "()-/":
            return k
    return limit


def _skip_prepositional(sentence: Sentence, j: int, limit: int, stops: frozenset[str]) -> int:
    """Skip a preposition with its phrase."""
    if sentence.words[j].rest == "من" and j + 1 < limit and sentence.words[j + 1].fold == "جديد":
        return j + 2
    phrase = read_phrase(sentence, j + 1, limit, stops=stops) if j + 1 < limit else None
    return phrase.j if phrase else j + 1
