"""The verbs of a sentence and the subject of each of them.

One pass finds the verb groups (auxiliaries, negation and main verb) and tells finite verbs from participles,
infinitives and nouns. The subject of a group is then looked for on demand, to its left: noun phrase, relative
pronoun, aside, or the subject of the verb with which it is co-ordinated.
"""

from __future__ import annotations

from typing import Final

from astana_study.coding.english.finiteness import Finiteness
from astana_study.coding.english.frames import Frames
from astana_study.coding.english.groups import FINITE, GERUND, INFINITIVE, PARTICIPLE, Group
from astana_study.coding.english.lexicon import (
    ADV,
    AUX,
    BASE,
    COMMA,
    COMP,
    CONJ,
    DASH,
    DET,
    GENITIVE,
    ING,
    MODAL,
    NEG,
    NUMBER,
    PART,
    PAST,
    POSS,
    PREP,
    PRON,
    PUNCT,
    QUOTE,
    REL,
    SUB,
    THIRD,
    TIME,
    TO,
    Word,
)
from astana_study.coding.english.sentence import Sentence
from astana_study.coding.english.verbhood import PERIODS, SOME
from astana_study.coding.trie import climb

LONGEST_TITLE: Final = 24
OBJECTS: Final = {"me", "him", "her", "us", "them", "it", "you", "whom"}
SKIPPED: Final = ADV | NEG
DENYING: Final = {"never", "hardly"}
"""Adverbs before a verb that deny it."""
BETWEEN: Final = {"since", "each", "]"}
"""What can stand between an auxiliary and its participle besides adverbs."""


class Clauses(Finiteness):
    """The verb groups of one sentence, left to right; `at` finds the group of a main verb."""

    def __init__(self, sentence: Sentence, frames: dict[str, Frames], chapeau: bool, places: list[int]):
        self.sentence = sentence
        self.frames = frames
        self.chapeau = chapeau
        self.groups: list[Group] = []
        self.at: dict[int, Group] = {}
        self.covered: dict[int, Group] = {}
        self.titled: bool | None = None
        self._find_groups(places)

    # -- groups ----------------------------------------------------------------------------------------------------

    def _find_groups(self, places: list[int]) -> None:
        sentence = self.sentence
        words, inside = sentence.words, sentence.inside
        reached = sentence.first
        for k in places:
            if k < reached or k in inside:
                continue
            cls = words[k].cls
            if cls & TO:
                group = self._read_infinitive(k)
            elif cls & (AUX | MODAL) and not (cls & TIME):
                group = self._read_auxiliary(k)
            else:
                group = self._read_lexical(k)
            if group is None:
                continue
            group.number = len(self.groups)
            self.groups.append(group)
            self.at[group.m] = group
            for place in range(group.i, group.j):
                self.covered[place] = group
            reached = group.j

    def _extend(self, m: int) -> tuple[str, Frames | None, int]:
        """Return lemma, frames and end of the verb at `m`, phrasal where its particle follows."""
        word = self.sentence.words[m]
        if word.phrasal is not None:
            found = climb(word.phrasal, self.sentence.folded, m + 1, self.sentence.last)
            if found is not None and not self._denies_noun(found[0]):
                lemma = found[1][0]
                return lemma, self.frames.get(lemma), found[0]
        return word.lemma, word.frames, m + 1

    def _denies_noun(self, j: int) -> bool:
        """Whether a verb phrase ends with the "no" of a noun phrase: "said no date had been set"."""
        words = self.sentence.words
        return words[j - 1].fold == "no" and j < self.sentence.last and not words[j].cls & (PREP | TO | TIME | PUNCT)

    def _read_infinitive(self, k: int) -> Group | None:
        words, last = self.sentence.words, self.sentence.last
        m = k + 1
        while m < last and (words[m].cls & SKIPPED and not words[m].kinds or m == k + 1 and words[m].cls & QUOTE):
            m += 1
        if m >= last or m in self.sentence.inside:
            return None
        if not (words[m].kinds or self._phrase_kinds(m)) & BASE:
            word = words[m]
            if word.fold in OBJECTS or word.cls or word.kinds or word.cap or word.noun or word.names or m + 1 >= last:
                return None
            head = self.groups[-1] if self.groups else None
            governed = head is not None and head.j == k and head.frames is not None and bool(head.frames.to)
            if not governed and not words[m + 1].cls & (DET | POSS | PRON):
                return None
            return Group(k, m, m + 1, word.fold, None, INFINITIVE)
        if words[m].cls & AUX and m + 1 < last and words[m + 1].kinds & (PART | ING):
            m += 1
        lemma, frames, j = self._extend(m)
        return Group(k, m, j, lemma, frames, INFINITIVE)

    def _read_auxiliary(self, k: int) -> Group | None:
        words, last, inside = self.sentence.words, self.sentence.last, self.sentence.inside
        j = k
        modal = negated = False
        final = words[k]
        first = words[k]
        while j < last and j not in inside:
            word = words[j]
            if word.cls & NEG:
                negated = True
            if word.cls & MODAL:
                modal = True
            elif word.cls & AUX:
                final = word
            elif word.fold in BETWEEN and j > k and j + 1 < last and words[j + 1].kinds & PART:
                pass  # "has since said", "have each accused", "[It was] agreed"
            elif not word.cls & SKIPPED or word.kinds:
                break
            j += 1
        if words[k].cls & MODAL and first.fold == "may" and first.cap and k > self.sentence.first:
            return None
        if first.fold == "be":
            modal = True  # "that it be discussed"
        be = final.lemma == "be" or final.fold in ("isnt", "arent", "wasnt", "werent")
        tense = "modal" if modal else "present" if first.kinds & (BASE | THIRD) else "past"
        if first.lemma == "have" and not modal and not be:
            tense = "perfect" if first.fold != "had" else "pluperfect"
        kind = GERUND if first.fold in ("being", "having") else FINITE
        if j < last and j not in inside and words[j].kinds & (BASE | PART | ING | PAST):
            word = words[j]
            fits = (
                word.kinds & (PART | ING) if be else word.kinds & PART if final.lemma == "have" else word.kinds & BASE
            )
            if be and word.nounish and not word.kinds & (PART | ING):
                fits = False
            if fits:
                lemma, frames, end = self._extend(j)
                passive = bool(be and word.kinds & PART and not word.kinds & ING)
                return Group(k, j, end, lemma, frames, kind, tense, passive, negated, modal)
        main = j - 1
        while main > k and not words[main].cls & AUX:
            main -= 1
        lemma, frames, end = self._extend(main)
        if lemma == words[main].lemma:
            frames = None
        return Group(k, main, max(end, j), lemma, frames, kind, tense, False, negated, modal)

    def _read_lexical(self, k: int) -> Group | None:
        group = self._read_plain(k)
        if group is not None and group.kind == FINITE and k > self.sentence.first:
            before = self.sentence.words[self._previous(k)]
            group.negated = group.negated or before.fold in DENYING and k - 1 not in self.sentence.inside
        return group

    def _read_plain(self, k: int) -> Group | None:
        sentence = self.sentence
        words, inside = sentence.words, sentence.inside
        word = words[k]
        kinds = word.kinds or self._phrase_kinds(k)
        if not kinds:
            return None
        p = self._previous(k)
        if p > sentence.first and words[p].fold in DENYING and p not in inside:
            p = self._previous(p)  # "we never claimed"
        if p > sentence.first and words[p].fold == ")" and p - 1 in inside:
            p -= 1  # "the guarantors (Moscow, Tehran and Ankara) condemn …"
        elif p > sentence.first and words[p].cls & DASH and p - 1 in inside:
            p = self._before_dashes(p)
        elif p > sentence.first and words[p].cls & QUOTE and p - 1 in inside:
            if any(quote.j == p and quote.kind != "speech" for quote in sentence.quotes):
                p -= 1  # "the “opposition” calls for …"
        before = words[p] if p >= sentence.first else None
        if before is not None and before.cls & DASH and sentence.ends[p] == sentence.starts[k] > sentence.starts[p]:
            if p > sentence.first and sentence.ends[p - 1] == sentence.starts[p]:
                return None  # "U.N.-backed"
        if (
            word.fold in PERIODS
            or word.fold == "called"
            and k > sentence.first
            and sentence.folded[k - 1] == "so"
            or word.fold == "last"
            and k + 1 < sentence.last
            and sentence.folded[k + 1] in PERIODS
            or word.cls & (PREP | ADV)
            and not word.frames
            or word.cap
            and k > sentence.first
            and not self._may_be_capital(p)
        ):
            return None
        following = words[k + 1] if k + 1 < sentence.last else None
        lemma, frames, j = self._extend(k)
        if j > k + 1:
            following = words[j] if j < sentence.last else None
        if kinds == ING:
            if before is not None and before.cls & (DET | POSS | GENITIVE) and p not in inside:
                if before.cls & GENITIVE and p > sentence.first and words[p - 1].cls & PRON and frames is not None:
                    return Group(p, k, j, lemma, frames, FINITE, "present")  # "she’s describing"
                return None
            return Group(k, k, j, lemma, frames, GERUND)
        starts = before is None or p not in inside and self._is_opening(p)
        if (
            before is not None
            and p not in inside
            and before.cls & (DET | POSS | GENITIVE | TO)
            and not starts
            and not before.cls & (PRON | REL | COMP)
            and not (before.fold in SOME and frames is not None and self._is_said_by_some(frames, kinds, following, j))
            and not (p == sentence.first and k == p + 1 and kinds & PAST and self._lost_subject(frames, following))
        ):
            if before.cls & GENITIVE and p > sentence.first and words[p - 1].fold in ("he", "she", "who"):
                if kinds & PART and frames is not None and frames.that and not frames.preps:
                    return Group(p, k, j, lemma, frames, FINITE, "perfect")  # "he’s said"
            return None
        if before is not None and p not in inside and before.cls & PREP and not before.cls & (SUB | REL) and p == k - 1:
            return None
        if before is not None and before.adjective and p not in inside:
            return None
        if kinds & PAST or kinds == PART:
            return self._read_past(k, j, lemma, frames, p, before, following, starts)
        named = before is not None and (p in inside or before.cap)
        if j > k + 1 and frames is not None and kinds & THIRD and named:
            return Group(k, k, j, lemma, frames, FINITE, "present")  # "Moscow stands ready to"
        if not self._is_present(k, kinds, word, p, before, following, starts):
            return None
        return Group(k, k, j, lemma, frames, FINITE, "present")

    def _before_dashes(self, p: int) -> int:
        """The word before an aside between dashes that is nothing but names: "the trio – Moscow, Tehran – condemn"."""
        words, inside = self.sentence.words, self.sentence.inside
        for k in range(p - 1, self.sentence.first, -1):
            if words[k].cls & DASH and k not in inside:
                return k - 1
            if k not in inside and not words[k].cls & (COMMA | CONJ | DET):
                break
        return p

    def _is_said_by_some(self, frames: Frames, kinds: int, following: Word | None, j: int) -> bool:
        """Whether a verb behind "some" or "many" is theirs: "some say", "many rejected the plan"."""
        if not kinds & PAST:
            return bool(frames.that and kinds & BASE)
        takes = DET | POSS | COMP | PRON | TO | QUOTE
        return following is not None and bool(following.cls & takes or following.cap)

    def _lost_subject(self, frames: Frames | None, following: Word | None) -> bool:
        """Whether the noun behind "The" was lost: "The called the committee to order", not "The agreed text"."""
        if frames is None or following is None or not following.cls & (DET | POSS | PRON | COMP | PREP):
            return False
        return not following.cls & PREP or following.fold in dict(frames.preps)

    def _may_be_capital(self, p: int) -> bool:
        """Whether a capital does not tell a name here: at the opening, or in a headline that has them throughout."""
        if p < self.sentence.first or self._is_opening(p) or self.sentence.words[p].cls & QUOTE:
            return True
        if self.titled is None:
            self.titled = self._is_titled()
        return self.titled

    def _is_titled(self) -> bool:
        """Whether every long word has a capital: "Kazakhstan Calls for End to Talks"."""
        sentence = self.sentence
        if sentence.last - sentence.first > LONGEST_TITLE:
            return False
        long = [w.cap for w in sentence.words[sentence.first : sentence.last] if len(w.fold) > 4 and not w.cls]
        return len(long) > 2 and all(long)

    def _is_opening(self, p: int) -> bool:
        """Whether the mark at `p` ends a number ("1."), a bullet or a heading: a verb behind it opens one."""
        sentence = self.sentence
        word = sentence.words[p]
        if p == sentence.first and word.cls & (DASH | PUNCT) and not word.cls & QUOTE:
            return True
        return p == sentence.first + 1 and word.fold in (".", ")") and bool(sentence.words[p - 1].cls & NUMBER)


__all__ = ["FINITE", "GERUND", "INFINITIVE", "MODAL", "PARTICIPLE", "Clauses", "Group"]
