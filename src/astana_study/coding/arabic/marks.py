"""The marks between a verb and its content: which are crossed, which open a quotation, and which end the clause."""

from __future__ import annotations

from typing import Final

from astana_study.codebook.conjugation import IMPERFECT, PERFECT
from astana_study.coding.arabic.frames import Frames
from astana_study.coding.arabic.labels import COMMAS, stays_open
from astana_study.coding.arabic.phrases import QUOTE_MARKS, Phrase
from astana_study.coding.arabic.sentence import Sentence
from astana_study.coding.arabic.words import (
    ADV,
    ATTR,
    COMP,
    CONTRAST,
    LINK,
    PREP,
    PRON,
    PUNCT,
    REL,
    SILENCE,
    TIME,
    WHEN,
    Word,
)
from astana_study.coding.entities import Entity, Quote

FUSED: Final = {"عما": "عن", "عمن": "عن", "مما": "من", "ممن": "من"}
"""Prepositions written as one with "what" and "whom"; the content begins with them."""
ENDING: Final = ("،", ",", ".", "؛")
WHERE: Final = frozenset(("في",))


class Arguments:
    """The phrases after a verb, and its opener."""

    __slots__ = ("aside", "at", "crossed", "opener", "phrases", "quote", "stop")

    def __init__(self, opener: str = "", at: int = -1, quote: Quote | None = None) -> None:
        self.phrases: list[Phrase] = []
        self.opener = opener
        """``that``, ``quote``, ``colon``, or the folded preposition; empty where none was found."""
        self.at = at
        """Word of the opener."""
        self.quote = quote
        self.stop = -1
        """Word at which reading stopped; the verb itself until it does."""
        self.aside = (0, 0)
        """Words of a clause between verb and opener that says nothing of its own."""
        self.crossed = 0
        """Words passed over that are neither phrase nor opener."""


IDENTITY: Final = ("اسم", "هوي", "اسماء")
"""What those who ask for silence will not have told; to disclose anything else is an act."""
TELLS: Final = ("ذكر", "نشر", "كشف")


def keeps_silent(words: list[Word], i: int) -> bool:
    """Tell whether words ask for silence or refuse to speak: "his name not to be published", "to comment"."""
    behind = i + (words[i].rest == "عدم")
    if behind + 1 >= len(words) or not words[behind].cls & SILENCE:
        return behind < len(words) and words[behind].cls & SILENCE > 0
    told = words[behind + 1]
    if told.fold == "عن" and behind + 2 < len(words):
        told = words[behind + 2]
    elif words[behind].rest not in TELLS:
        return True
    return told.rest.startswith(IDENTITY)


def find_attached(word: Word, preps: frozenset[str], entity: Entity | None) -> str:
    """The preposition that opens the content and is glued to its first word."""
    if entity is not None:
        glued = "ل" if entity.proclitic == "لل" else entity.proclitic
        return glued if glued in preps else ""
    return word.glue if word.glue in preps else ""


TELLING: Final = {"قال", "أكد", "أضاف", "أعلن", "أوضح", "ذكر", "صرح", "رأى", "اعتبر"}
"""Verbs of a relative clause to which the "that" behind them belongs."""


def read_mark(
    sentence: Sentence, j: int, limit: int, frames: Frames, found: Arguments, preps: frozenset[str], that: int
) -> int | None:
    """Cross an aside, or open a quotation. Returns the word to go on with, or None where the clause ends."""
    words = sentence.words
    mark = words[j].fold
    if mark in QUOTE_MARKS:
        quote = sentence.quote_at.get(j)
        if quote is not None and _is_speech(sentence, quote, frames, found, limit) and not (
            frames.that
            and (quote.j - quote.i <= 3 and _that_follows(words, quote.j + 1, limit)
                 or _is_speaker(words, quote, found, limit))
        ):  # fmt: skip
            found.opener, found.at, found.quote = "quote", j, quote
            return None
        if quote is None and frames.quote and stays_open(sentence, j):
            found.opener, found.at = "colon", j
            return None
        return j + 1
    if mark == "؛" and frames.that:
        ahead = range(j + 2, min(limit, j + 8))
        return next((k for k in ahead if words[k].cls & COMP and words[k - 1].fold in COMMAS), None)
    if mark == ":":
        if frames.quote or frames.that:
            found.opener, found.at = "colon", j
            if j + 1 < limit and words[j + 1].cls & COMP and not sentence.quote_at.get(j + 1):
                found.opener, found.at = "that", j + 1
        return None
    if mark == "(":
        if frames.that and j + 1 < limit and words[j + 1].cls & COMP:
            return j + 1  # brackets in place of quotation marks
        for k in range(j + 1, min(limit, j + 16)):
            if words[k].fold == ")":
                return k + 1
        return None
    if mark in ("-", "–", "—"):
        for k in range(j + 1, min(limit, j + 25)):
            if words[k].fold in ("-", "–", "—"):
                return k + 1
        return j + 1 if mark == "-" else None
    if mark in COMMAS:
        if j + 1 >= limit:
            return None
        if words[j + 1].cls & COMP or words[j + 1].fold in (preps - WHERE if frames.object else preps) or find_attached(
            words[j + 1], preps, sentence.inside.get(j + 1)
        ) or FUSED.get(words[j + 1].fold) == "عن" and "عن" in preps:  # fmt: skip
            return j + 1
        beside = sentence.entity_at.get(j + 1)
        if found.phrases and beside is not None and beside.entry.use == "role" and not beside.proclitic and (
            found.phrases[-1].known and found.phrases[-1].parts[-1][-1].entry.use == "person"
        ):  # fmt: skip
            for k in range(beside.j, min(limit, j + 16)):
                if words[k].fold in COMMAS:
                    return k + 1  # the office of who was just named
        if _opens_clause(sentence, j + 1) and not (words[j + 1].participles and keeps_silent(words, j + 2)):
            behind = _cross_to_that(words, j, limit, found.stop) if frames.that else None
            return _cross_office(sentence, j, limit, preps) if behind is None else behind
        if words[j + 1].owned and words[j + 1].performs and (frames.object or frames.light):
            return j + 1
        if that < 0 and _object_follows(sentence, j + 1, frames, found):
            return j + 1
        quote = sentence.quote_at.get(j + 1)
        if quote is not None and quote.kind == "speech" and frames.quote and not found.phrases:
            return j + 1  # "and added, “…”"
        if words[j + 1].cls & REL and j + 2 < limit and any(verb.lemma in TELLING for verb in words[j + 2].verbs):
            return None  # ", and at the end of which X said that"
        behind = _cross_aside(sentence, j, limit, frames)
        if behind is not None:
            return behind
        if words[j + 1].cls & (PREP | ADV | TIME) and (frames.object or frames.light):
            return j + 1
        said = find_said(sentence, j, limit) if frames.lemma == "قال" and not words[j + 1].conj else -1
        return said if said > j and words[said - 1].fold in COMMAS else None  # "a statement, which X has seen, said"
    if mark.startswith("..") or mark == "…":
        return j + 1 if frames.that and j + 1 < limit and words[j + 1].cls & COMP and not words[j + 1].conj else None
    if mark in ("/", "%"):
        return j + 2 if mark == "/" and j + 1 < limit and not sentence.inside.get(j + 1) else j + 1
    return None


def find_said(sentence: Sentence, j: int, limit: int) -> int:
    """Return the إن that goes with "said" behind what tells of the occasion: only that verb governs it; or -1."""
    words = sentence.words
    for k in range(j, min(limit, j + 20)):
        word = words[k]
        if word.cls & COMP and word.rest.startswith("ان") and sentence.surfaces[k].lstrip("وف")[:1] == "إ":
            return k if k > j and not (word.conj or words[k - 1].cls & LINK) else -1
        if word.cls & PUNCT and word.fold in (".", "؛", ":") or word.cls & (CONTRAST | COMP) or any(
            reading.lemma in TELLING for reading in word.verbs
        ):  # fmt: skip
            return -1
    return -1


def _cross_aside(sentence: Sentence, j: int, limit: int, frames: Frames) -> int | None:
    """Cross what a comma opens: "went on, after talks of six hours: …", "said X, head of the office: “…”"."""
    words = sentence.words
    speaks = words[j + 1].cls & (PREP | ADV | TIME | REL | PRON | ATTR) > 0 or (
        j + 2 < limit and keeps_silent(words, j + 2)
    )
    told = any(verb.lemma in TELLING for verb in words[j + 1].verbs)
    issued = bool(words[j + 1].verbs) and not (words[j + 1].conj or words[j - 1].article or told)  # "in a text, issued"
    k = j + 1
    acts = False
    while k < min(limit, j + 32):
        word = words[k]
        ends = word.fold in COMMAS
        if ends and issued and k + 1 < limit and (words[k + 1].cls & TIME or sentence.quote_at.get(k + 1)):
            k += 1  # "in a statement, which X published today, Monday, “…”"
            continue
        timed = words[k - 1].cls & TIME and words[k - 1].cls & PREP  # "after he had met"
        if ends or word.cls & COMP and k > j + 1 and frames.that and not timed:
            return k + ends if speaks or not acts or issued and not ends and not word.conj else None
        if frames.quote:
            quote = sentence.quote_at.get(k)
            if quote is not None:
                if quote.kind == "speech" and quote.j - quote.i > 3 and (speaks or not acts):
                    return k
                k = quote.j
            elif word.fold == ":" and (speaks or not acts):
                return k
        speaks = speaks or word.cls & REL > 0
        verb = word.verbs and not (word.nouns or word.names or word.cls & PREP)
        acts = acts or bool(verb and not words[k - 1].cls & PREP and (
            not sentence.surfaces[k].endswith(("يدعى", "تدعى"))  # "is called"
        ))  # fmt: skip
        k += 1
    return None


def _object_follows(sentence: Sentence, j: int, frames: Frames, found: Arguments) -> bool:
    """Tell whether the object stands behind a comma that ends an adverbial: "X accused, earlier that day, Y"."""
    entity, word = sentence.entity_at.get(j), sentence.words[j]
    if frames.object and word.nominal and not word.conj and not word.cls and not word.participles:
        if not found.phrases and not word.article and (word.rest.endswith(("ها", "هم")) or word.gender == "c"):
            return True  # "announced, yesterday, its retreat"
        if sentence.words[j - 2].fold in QUOTE_MARKS and len(found.phrases) == 1 and found.phrases[0].known and (
            found.phrases[0].j >= j - 2 and not (word.verbs or word.article or entity)
        ):  # fmt: skip
            return True  # "the adviser “so-and-so” affirmed, the truth of"
        bare = not (frames.that or frames.quote)  # "condemned, the attacks", "the statement condemned, attacks"
        if bare and word.article and j - 2 == found.stop:
            return True
        told = found.phrases and found.phrases[0].known and found.phrases[0].parts[0][0].entry.use == "source"
        if told and len(found.phrases) == 1 and not (word.verbs or word.article or entity):
            return True  # "a source in one of the delegations affirmed, the existence of"
        if bare and not word.article and len(found.phrases) == 1 and found.phrases[0].head_entity and entity is None:
            return found.phrases[0].j == j - 1
    if entity is not None and not entity.proclitic and found.phrases and frames.object_preps and (
        entity.entry.use in ("mention", "country", "capital", "role") and entity.j < sentence.last
    ):  # fmt: skip
        behind = sentence.words[entity.j]
        if behind.fold in frames.openers or behind.glue in frames.openers and behind.glue:
            return True  # "warned X, so-and-so, the army of": the preposition shows whom
    if not (frames.object or frames.object_preps) or len(found.phrases) != 1 or found.phrases[0].j >= j - 1:
        return False
    if frames.object_preps and word.article and not word.cls:
        later = sentence.words[j + 1 : min(j + 12, sentence.last)]
        return any(other.glue and other.glue in frames.openers or other.fold in frames.apart for other in later)
    if entity is not None:
        return not entity.proclitic and entity.entry.use not in ("person", "anaphor")
    return not frames.that and word.article and not word.cls


def _is_speech(sentence: Sentence, quote: Quote, frames: Frames, found: Arguments, limit: int) -> bool:
    """Tell whether a quotation is what the verb says, rather than a title or name inside its object."""
    if not (frames.quote or frames.that) or quote.kind == "name":
        return False
    if quote.kind == "label":
        behind = quote.j + 1
        ended = behind >= limit or sentence.words[behind].fold in ENDING
        return frames.quote != "" and not frames.object and quote.j - quote.i > 3 and ended and len(found.phrases) < 2
    if frames.object and (len(found.phrases) > 1 or found.phrases and not found.phrases[0].known):
        return False
    head = sentence.words[quote.i]
    if frames.object and head.owned and head.performs:
        return False  # renewed "its commitment to"
    if quote.kind == "predicate":
        behind = quote.j + 1
        ends = {".", "؛", "!", "؟"} if frames.object else {".", "؛", "!", "؟", *COMMAS}
        return behind >= limit or sentence.words[behind].fold in ends
    return True


def _is_speaker(words: list[Word], quote: Quote, found: Arguments, limit: int) -> bool:
    """Tell whether the words in marks right behind the verb name who speaks: "said “the network of X”, that"."""
    behind = quote.j + 1
    behind += behind < limit and words[behind].fold in COMMAS
    if found.phrases or quote.j - quote.i > 7 or behind >= limit or not words[quote.i].article:
        return False
    return words[behind].cls & COMP > 0 and not words[behind].conj and not any(
        word.verbs and not word.nouns or word.cls & COMP for word in words[quote.i : quote.j]
    )  # fmt: skip


def _that_follows(words: list[Word], j: int, limit: int) -> bool:
    """Tell whether "that" comes later in the clause: what was quoted is part of the subject."""
    for k in range(j, min(limit, j + 12)):
        if words[k].cls & COMP:
            return not words[k].conj
        if words[k].verbs and not words[k].nouns or words[k].fold in (".", "؛", ":"):
            return False
    return False


def _cross_to_that(words: list[Word], j: int, limit: int, verb: int) -> int | None:
    """Cross ", speaking to reporters, that", ", and leads it now, that": an aside that "that" follows."""
    aside = words[j + 1]
    if aside.conj and not (are_all(aside, IMPERFECT) and are_all(words[verb], PERFECT)):
        return None
    for k in range(j + 2, min(limit - 1, j + 24)):
        if words[k].fold in COMMAS:
            return k + 1 if words[k + 1].cls & COMP and not words[k + 1].conj else None
    return None


def _cross_office(sentence: Sentence, j: int, limit: int, preps: frozenset[str]) -> int | None:
    """Cross ", and he is an analyst, on": who somebody is, before the verb's own preposition."""
    words = sentence.words
    if words[j + 1].rest not in ("هو", "هي", "هم"):
        return None
    comma = next((k for k in range(j + 2, min(limit - 1, j + 14)) if words[k].fold in COMMAS), -1)
    if comma < 0:
        return None
    behind = words[comma + 1]
    opens = behind.fold in preps or find_attached(behind, preps, sentence.inside.get(comma + 1)) != ""
    return comma + 1 if opens else None


def are_all(word: Word, kind: str) -> bool:
    """Tell whether a word can be a verb, and only in one tense."""
    return bool(word.verbs) and all(reading.kind == kind for reading in word.verbs)


def _opens_clause(sentence: Sentence, j: int) -> bool:
    """Tell whether a new clause begins after a comma: a co-ordinated verb, a participle, a contrast."""
    if j >= sentence.last:
        return True
    word = sentence.words[j]
    if word.cls & (CONTRAST | WHEN) or word.cls & LINK:
        return True
    apart = word.participles and not word.article and word.gender != "c" and not sentence.inside.get(j)
    return bool(apart or (word.conj and word.verbs))
