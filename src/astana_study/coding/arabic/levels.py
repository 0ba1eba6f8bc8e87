"""One clause on the stack of a walk, and how subjects and verbs agree."""

from __future__ import annotations

from typing import Final

from astana_study.codebook.conjugation import IMPERFECT, PERFECT
from astana_study.coding.arabic.lists import MOMENTS, OFTEN
from astana_study.coding.arabic.marks import COMMAS
from astana_study.coding.arabic.sentence import Sentence
from astana_study.coding.arabic.words import ADV, AUX, COMP, NEG, PREP, PUNCT, REL, TIME, Reading, Word
from astana_study.coding.draft import Draft, Holder


class Level:
    """One clause on the stack."""

    __slots__ = ("at", "gender", "opened_by", "quote_end", "subject", "tense")

    def __init__(
        self, subject: Holder | None = None, tense: str = "", opened_by: Draft | None = None, quote_end: int = -1,
        at: int = -1, gender: str = ""
    ) -> None:  # fmt: skip
        self.subject = subject
        self.tense = tense
        self.opened_by = opened_by
        self.quote_end = quote_end
        """For a quotation: the word at which it ends."""
        self.at = at
        self.gender = gender
        """What agreement is known of a subject that names no actor."""


def reading_gender(reading: Reading) -> str:
    """Return what a verb form asks of its subject: ``m``, ``f``, ``p``, ``d`` or ``1``."""
    if reading.person == 1:
        return "1"
    if reading.number == "d":
        return "d"
    if reading.number == "p":
        return "p"
    return reading.gender


def opens_time(words: list[Word], first: int, k: int) -> bool:
    """Tell whether a relative pronoun only dates what follows: "at the time that X denied"."""
    return k - 2 >= first and words[k - 1].lists & MOMENTS > 0 and words[k - 2].rest == "في"


def is_relative(words: list[Word], first: int, i: int) -> bool:
    """Tell whether a relative pronoun governs the verb at `i`."""
    k = i - 1
    while k >= first and words[k].cls & (ADV | AUX | NEG):
        k -= 1
    if k < first or not words[k].cls & REL or words[k].cls & COMP:
        return False
    return not (k > first and words[k - 1].lists & OFTEN or opens_time(words, first, k))


def agrees(holder: str, verb: str, *, verb_first: bool = False) -> bool:
    """Tell whether a subject and a verb (or pronoun) agree.

    A verb before its subject is singular whatever comes; plurals of things are feminine singular.

    Examples
    --------
    >>> agrees("f", "m"), agrees("p", "m", verb_first=True), agrees("p", "f")
    (False, True, True)
    """
    if verb == "1" or holder == "c":
        return True
    if verb == "m":
        return holder == "m" or verb_first and holder in ("p", "d")
    if verb == "f":
        return holder in ("f", "p") or verb_first and holder in ("d",)
    if verb == "p":
        return holder in ("p", "d", "f")
    return holder in ("d", "p", "f")


def is_joined(words: list[Word], first: int, i: int, reading: Reading) -> bool:
    """Tell whether a verb is joined to the verb before it: "helped or took part", "had met before"."""
    before = words[i - 1] if i > first else None
    return before is not None and (before.rest == "او" or reading.conj == "و" and before.rest == "سبق")


def is_compared(words: list[Word], k: int, *, cue: bool) -> bool:
    """Tell whether a link begins no clause beside its own: "which, as it seems", "in what it does"."""
    if words[k].rest == "كما" and words[k - 1].cls & REL:
        return True
    return not cue and words[k].fold in ("كما", "فيما") and not words[k - 1].cls & PUNCT


def concedes(sentence: Sentence, i: int) -> bool:
    """Tell whether "and if" at word `i` begins a concession within a clause: "even if it was late"."""
    if sentence.words[i].fold != "وان" or i + 1 >= sentence.last or sentence.surfaces[i][1:2] != "إ":
        return False
    if i > sentence.first and sentence.words[i - 1].fold == "حتي":
        return True
    return any(verb.lemma == "كان" and verb.kind == PERFECT for verb in sentence.words[i + 1].verbs)


def joins_list(sentence: Sentence, begin: int, reading: Reading) -> bool:
    """Tell whether a name with "and" before a verb goes on with a list: which took in X | and Y and ended."""
    if begin <= sentence.first:
        return False
    before = sentence.words[begin - 1]
    if begin - 1 in sentence.inside:
        return reading.kind == IMPERFECT or reading.number != "s"
    return reading.number != "s" and before.nominal and before.article


def is_subjunctive(words: list[Word], first: int, i: int, reading: Reading) -> bool:
    """أن directly before an imperfect: what is wanted, not what is reported."""
    if reading.kind != IMPERFECT or i == first:
        return False
    before = words[i - 1]
    if i - 2 >= first and words[i - 2].rest in ("قبل", "بعد", "منذ", "الي"):
        return False  # "before adding that": it was added
    return bool(before.cls & COMP and before.rest in ("ان", "بان", "الا"))


def is_described(word: Word) -> bool:
    """Tell whether a verb with a pronoun behind this word describes it: delegations that X leads."""
    return word.nominal and not (word.article or word.cls or word.verbs or word.owned)


def open_aside(sentence: Sentence, floor: int, comma: int) -> int | None:
    """Return the comma, not before word `floor`, that opens the aside closed by this one."""
    words = sentence.words
    same = COMMAS if words[comma].fold in COMMAS else ("-", "–", "—")
    for k in range(comma - 1, max(floor, comma - 30), -1):
        if words[k].fold in same:
            inner = words[k + 1]
            if inner.cls & (REL | PREP | TIME | ADV) or sentence.inside.get(k + 1) or inner.fold.startswith("و"):
                return k
            return k if inner.nominal and not inner.participles else None
    return None


class _NoEntity:
    proclitic = ""


NO_ENTITY: Final = _NoEntity()
"""Stands where no name begins."""
