"""How far a name goes beyond what the codebook writes: the head before it, the adjectives behind it, given names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from astana_study.coding.arabic.lists import HEADS, QUALIFYING
from astana_study.coding.arabic.spelling import skeleton
from astana_study.coding.arabic.words import COMP, NEG, TITLE, Word
from astana_study.coding.entities import Entry

if TYPE_CHECKING:
    from astana_study.coding.arabic.lexicon import Lexicon
    from astana_study.coding.arabic.sentence import Sentence

LED: Final = {"mention", "country", "capital", "weak"}
"""Uses of names before which the head of a body may stand."""
QUALIFIED: Final = {"mention", "role"}
ALI: Final = {"علي", "وعلي"}
"""A given name that is spelt like a preposition."""
RANKS: Final = {"بك", "بيك", "بيه", "خان"}
"""What stands between a given name and a surname."""
STYLED: Final = {"رسمي", "رسميه", "عسكري", "اعلامي", "سياسي", "صحفي", "صحافي"}
"""What a spokesman is called: the official, the military spokesman."""
SPEAKING: Final = {"متحدث", "متحدثه", "ناطق", "ناطقه"}
GUARANTORS: Final = {"RUS", "TUR", "IRN"}
DELEGATES: Final = ("لو", "لوا", "لي", "بو", "بي")
"""How the plural of a delegate ends, before the one that sends him."""
OPPOSED: Final = "معارض"
OPENING: Final = frozenset("\"“«„‟")


class Found:
    """A name as it is found: its words ``[i, j)``, the letters skipped and the particle before it, its entry."""

    __slots__ = ("entry", "i", "j", "proclitic", "skipped")

    def __init__(self, i: int, j: int, skipped: int, proclitic: str, entry: Entry) -> None:
        self.i = i
        self.j = j
        self.skipped = skipped
        self.proclitic = proclitic
        self.entry = entry


def extend_body(sentence: Sentence, lexicon: Lexicon, found: Found) -> None:
    """Let a name take along the head of the body before it and the adjectives that tell it from others."""
    words = sentence.words
    if found.j < sentence.last and words[found.j].lists & QUALIFYING and found.entry.use in QUALIFIED:
        _take_adjectives(sentence, found)
    before = found.i - 1
    if before >= sentence.first and words[before].lists & HEADS and found.entry.use in LED and (
        before not in sentence.inside
    ):  # fmt: skip
        _take_head(sentence, lexicon, found)
    elif before > sentence.first and words[before].fold == "باسم" and found.entry.use in LED:
        _take_spokesman(sentence, found, before - 1)
    if found.entry.actor_id == "PARTICIPANTS" and found.j + 2 < sentence.last and words[found.j].fold in ("،", ","):
        first, second = words[found.j + 1], words[found.j + 2]
        if first.adjective and first.article and not first.conj and second.adjective and second.conj:
            found.j += 2  # the delegations, Russian and Turkish
            found.entry = Entry(first.adjective, "mention", "p", "neutral")


def _take_adjectives(sentence: Sentence, found: Found) -> None:
    words = sentence.words
    head, last = words[found.i], words[found.j - 1]
    if not last.article and not (found.j == found.i + 1 and head.lists & HEADS) and found.j == found.i + 1:
        return  # the adjective belongs to the classifier: the "terrorist" group X
    definite = last.article or found.j > found.i + 1
    feminine = {found.entry.gender != "m", last.gender != "m"}
    while found.j < sentence.last:
        word = words[found.j]
        if not word.lists & QUALIFYING or word.conj or word.prep or word.article != definite or (
            (word.gender != "m") not in feminine
        ):  # fmt: skip
            return
        if found.entry.actor_id == "SYR_GOV" and OPPOSED in word.fold:
            return
        found.j += 1


def _take_head(sentence: Sentence, lexicon: Lexicon, found: Found) -> None:
    words, entry = sentence.words, found.entry
    head = words[found.i - 1]
    spoken_for = found.proclitic == "لل" and entry.use == "mention" and head.cls & TITLE
    if found.proclitic and not spoken_for or (
        entry.actor_id in ("PARTICIPANTS", "OTHER", "CONST_COMMITTEE")
    ):  # fmt: skip
        return
    if entry.use == "country" and entry.actor_id in GUARANTORS and _is_listed(sentence, found):
        return  # the three states one by one: each under its own name
    skipped = next((n for n in (0, 1, 2) if lexicon.lists.get(head.fold[n:], 0) & HEADS), -1)
    if skipped < 0:
        return
    person = bool(head.cls & TITLE)
    if head.fold.endswith(DELEGATES):
        return  # "delegates of X": X is who is named
    found.i -= 1
    found.skipped, found.proclitic = skipped, head.fold[skipped - 1] if skipped else ""
    found.entry = Entry(entry.actor_id, "role" if person else "mention", "p" if head.fold.endswith("ود") else "m",
                        entry.naming)  # fmt: skip


def _take_spokesman(sentence: Sentence, found: Found, k: int) -> None:
    """A body takes along the one who speaks in its name: a spokesman of the ministry."""
    words = sentence.words
    if k > sentence.first and words[k].fold.removeprefix("ال") in STYLED:
        k -= 1
    word = words[k]
    skipped = len(word.fold) - len(word.rest) if word.conj else 0
    if word.rest.removeprefix("ال") not in SPEAKING:
        return
    alone = sentence.inside.get(k)
    if alone is not None:  # "the spokesman" has been taken for one who was named before
        if alone is not sentence.entities[-1] or alone.i != k:
            return
        sentence.entities.pop()
        del sentence.entity_at[k]
    found.i, found.skipped, found.proclitic = k, skipped, word.conj
    found.entry = Entry(found.entry.actor_id, "role", "f" if word.rest.endswith("ه") else "m", found.entry.naming)


def _is_listed(sentence: Sentence, found: Found) -> bool:
    """Tell whether a country stands first of several, or goes by its official name."""
    words = sentence.words
    if found.j > found.i + 1:
        return True
    following = words[found.j] if found.j < sentence.last else None
    return bool(following is not None and following.fold[0] == "و" and any(following.names))


def extend_person(sentence: Sentence, lexicon: Lexicon, found: Found) -> None:
    """Let the name of a person take along the given names that stand before it, or behind a surname put first."""
    words, first = sentence.words, sentence.first
    given = found.entry.given
    if found.skipped or not given:
        return
    before = found.i - 1
    if skeleton(words[found.i].fold) == given:
        if before - 1 >= first and before not in sentence.inside and _is_given(sentence, lexicon, before) and (
            words[before - 1].fold in OPENING or ends_title(sentence, before - 1)
        ):  # fmt: skip
            found.i = before
        return
    if before >= first and before not in sentence.inside:
        word = words[before]
        like = skeleton(word.rest) == given
        if like and (word.nominal or word.cls & NEG) or not word.glue and ends_title(sentence, before - 1) and (
            may_be_name(word, True) or sentence.surfaces[before][0] in "أإ" and may_be_name(word, False)
        ):  # fmt: skip
            _begin_at(words, found, before)
            return
        if before - 1 >= first and before - 1 not in sentence.inside:
            named = skeleton(words[before - 1].rest) == given and word.nominal and not word.article
            if named and (not words[before - 1].cls or sentence.surfaces[before - 1] in ALI) or (
                word.fold in RANKS and may_be_name(words[before - 1], True) and (
                    ends_title(sentence, before - 2) or before > first + 1 and words[before - 2].verbs
                )
            ):  # fmt: skip
                _begin_at(words, found, before - 1)
                return
    if found.j == found.i + 1 < sentence.last and not words[found.j].cls and (
        words[found.j].fold in lexicon.given
        or ends_title(sentence, before) and may_be_name(words[found.j], True) and found.j + 1 < sentence.last
        and (words[found.j + 1].verbs or words[found.j + 1].cls & COMP) and not words[found.j + 1].conj
    ):  # fmt: skip
        found.j += 1


def _begin_at(words: list[Word], found: Found, i: int) -> None:
    """Let a name begin at an earlier word, behind the "and" that is written with it."""
    found.i = i
    if words[i].conj and words[i].rest != words[i].fold:
        found.skipped, found.proclitic = 1, words[i].conj


def _is_given(sentence: Sentence, lexicon: Lexicon, k: int) -> bool:
    """Tell whether a word is, or looks like, a given name."""
    word = sentence.words[k]
    return word.fold in lexicon.given and not word.cls or not word.glue and may_be_name(word, True)


def ends_title(sentence: Sentence, k: int) -> bool:
    """Tell whether a title ends at word `k`, so that a name follows."""
    if k < sentence.first:
        return False
    if sentence.words[k].fold in ("،", ",") and k > sentence.first:
        k -= 1
    entity = sentence.inside.get(k)
    named = entity is not None and entity.entry.use in ("role", "mention", "anaphor")
    return named or bool(sentence.words[k].cls & TITLE)


def may_be_name(word: Word, first: bool) -> bool:
    """Tell whether a word in no list can be part of a person's name."""
    if word.cls or word.verbs or word.participles or word.nouns or word.names or word.conj or word.prep:
        return False
    if word.place or len(word.fold) > 5 and word.fold.endswith("يه"):
        return False  # "of the course of Astana", "objective"
    plural = word.fold.endswith("ات") or word.article and word.gender == "f"  # no name: العلاقات
    return len(word.fold) > 2 and word.fold.isalpha() and not (first and word.article or plural)


def is_closed(word: Word) -> bool:
    """Tell whether a plural has the ending that no genitive follows: "opponents (accused) the president"."""
    return word.rest.endswith("ون") and not word.article and word.nominal
