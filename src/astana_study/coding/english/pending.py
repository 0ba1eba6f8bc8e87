"""What of a clause is still open at a word: its verb, an aside, the verb of the main clause."""

from __future__ import annotations

from typing import Final

from astana_study.coding.english.frames import Frames
from astana_study.coding.english.groups import FINITE, GERUND, PARTICIPLE, Group
from astana_study.coding.english.lexicon import (
    ADV,
    AUX,
    COMMA,
    COMP,
    CONJ,
    CONTRAST,
    DASH,
    DET,
    ING,
    MODAL,
    PART,
    PAST,
    POSS,
    PREP,
    PRON,
    QUOTE,
    REL,
    STOP,
    SUB,
    THIRD,
    TIME,
    TO,
    Word,
)
from astana_study.coding.english.sentence import Sentence
from astana_study.coding.english.verbhood import PERIODS, WATCHING

AGENTS: Final = {"by", "in", "at", "during", "between"}
"""What tells by whom, where or when something was agreed on."""
OPENERS: Final = {"after", "before", "since", "until", "as", "once", "than"}
"""Words behind which a clause begins that may also be prepositions."""
BOUNDARY: Final = COMP | REL | SUB | CONTRAST | CONJ | COMMA | STOP | QUOTE | DASH


class Pending:
    """What of a clause is still open at a word. Part of `clauses.Clauses`."""

    sentence: Sentence
    groups: list[Group]
    covered: dict[int, Group]

    def _previous(self, k: int) -> int:
        """The word before `k`, adverbs and times passed over."""
        words, first = self.sentence.words, self.sentence.first
        k -= 1
        while k >= first:
            word = words[k]
            if word.cls & ADV and not word.cls & (SUB | PREP | CONJ) or word.cls & TIME:
                k -= 1 + (word.fold == "again" and words[k - 1].fold == "once")
            elif word.fold in PERIODS and k - 1 > first and words[k - 1].fold in ("last", "this"):
                k -= 2  # "who last week said"
            else:
                break
        return k

    def _closes_aside(self, comma: int) -> bool:
        """Whether a comma before a verb closes an aside behind the subject, rather than separating verbs."""
        words, first = self.sentence.words, self.sentence.first
        for k in range(comma - 1, first, -1):
            group = self.covered.get(k)
            if group is not None and group.kind == FINITE and not self.is_relative(group):
                if not self.lacks_object(self._previous(group.i)):
                    return False
            opened = self.covered.get(k + 1)
            if words[k].cls & DASH and opened is not None and opened.kind == GERUND:
                return not any(g.kind == FINITE and g.m < k for g in self.groups)  # "– taking note of it, agreed"
            if words[k].cls & COMMA:
                return not any(g.kind == FINITE and g.m < k and not self.is_relative(g) for g in self.groups) or bool(
                    words[k + 1].cls & (REL | PREP | CONTRAST)
                )
        return False

    def lacks_object(self, p: int) -> bool:
        """Whether word `p` ends the subject of a clause whose object is its pronoun: "whom Damascus accuses of"."""
        words, inside = self.sentence.words, self.sentence.inside
        for k in range(p, max(self.sentence.first, p - 6), -1):
            if k in inside:
                continue
            if words[k].cls & REL and k < p:
                return words[k].fold in ("which", "whom")
            if k in self.covered or words[k].cls & ~(DET | POSS | ADV | PRON):
                return False
        return False

    def is_relative(self, group: Group) -> bool:
        p = self._previous(group.i)
        return p >= self.sentence.first and bool(
            self.sentence.words[p].cls & REL or self.sentence.words[p].fold == "that"
        )

    def _main_clause_follows(self, j: int) -> bool:
        """Whether a comma with a subject and a verb comes later: what stands before is a participial clause."""
        words, last = self.sentence.words, self.sentence.last
        for k in range(j, min(last, j + 25)):
            if words[k].cls & COMMA:
                for m in range(k + 2, min(last, k + 14)):
                    word = words[m]
                    if word.kinds & (PAST | THIRD) and not word.nounish and not words[m - 1].cls & (COMMA | CONJ | DET):
                        return not words[k + 1].cls & (CONJ | REL) and not words[k + 1].kinds
                    if word.cls & (COMMA | CONJ):
                        break
        return False

    def lacks_verb(self, k: int) -> bool:
        """Whether the clause at word `k` has had no finite verb but those of relative clauses inside it."""
        sentence, words, covered = self.sentence, self.sentence.words, self.covered
        needed, found, free, closed, place = 1, 0, 0, False, k - 1
        while place >= sentence.first:
            group = covered.get(place)
            word = words[place]
            if group is not None:
                if group.kind == FINITE:
                    found += 1
                    free += 1
                    if group.frames is not None and group.frames.that and not group.frames.object:
                        needed += not self._is_inverted(group)  # a clause without "that" may follow
                place = group.i
            elif place in sentence.inside:
                pass
            elif word.cls & (QUOTE | STOP):
                break
            elif word.fold == "that":
                if place - 1 in covered:
                    break
                needed += place > sentence.first
                free = 0
            elif word.cls & REL and not word.cls & DET or word.fold == "whose":
                if place > sentence.first and words[place - 1].cls & (COMMA | DASH) and not closed:
                    return found == 0  # the aside is still open
                needed += 1
                free = 0
            elif word.cls & COMP:
                break
            elif word.cls & SUB and not word.cls & PREP or word.fold in OPENERS and free:
                needed += 1  # "since the truce collapsed", not "since May"
                free = 0
            elif word.cls & CONJ:
                joined = covered.get(place + 1)
                needed += joined is not None and joined.kind == FINITE
            elif word.cls & (COMMA | DASH):
                closed = True
            place -= 1
        return found < needed

    def _is_inverted(self, group: Group) -> bool:
        """Whether what is said may stand before a verb: "“…,” says a source involved in the talks"."""
        before = group.i - 1
        mark = self.sentence.words[before].cls if before > self.sentence.first else 0
        return bool(mark & QUOTE or mark & COMMA and group.lemma != "tell" and not self._closes_aside(before))

    def _has_verb_ahead(self, j: int, issued: bool = False) -> bool:
        """Whether a preposition's phrase and then another finite verb follow: "a truce agreed in May will be …".

        What is issued is issued by somebody: any verb will do there, "a text released after the talks condemned …".
        """
        words, last = self.sentence.words, self.sentence.last
        if j >= last or not words[j].cls & (PREP | TIME | ADV):
            return False
        for k in range(j, last):
            word = words[k]
            if k in self.sentence.inside:
                continue
            if word.cls & BOUNDARY and not (issued and word.fold in OPENERS) or word.fold == "that":
                return False
            if word.fold in OPENERS and not issued:
                return False
            if word.cls & (AUX | MODAL) and not word.cls & TIME or word.kinds & PAST and not word.kinds & PART:
                return True
            if issued and word.kinds & PAST and not words[k - 1].cls & DET:
                return True
        return False

    def _open_verb(self, k: int) -> Group | None:
        """The finite verb whose clause is still open at `k`, nothing having ended it."""
        words = self.sentence.words
        for group in reversed(self.groups):
            if group.m >= k or group.kind != FINITE and (group.frames is None or group.kind == PARTICIPLE):
                continue
            for place in range(group.j, k):
                cls = words[place].cls
                if (cls & BOUNDARY or words[place].fold in OPENERS) and place not in self.sentence.inside:
                    return None
            return group
        return None

    def _is_watched(self, k: int, before: Word) -> bool:
        """Whether a word stands behind the object of a verb of seeing: "saw the rebels refuse to sit with him"."""
        seen = self.groups[-1] if self.groups else None
        if seen is None or seen.lemma not in WATCHING or seen.passive or seen.negated or seen.modal or seen.j >= k:
            return False
        if before.cls & (PREP | TO | DET | POSS | CONJ) and k - 1 not in self.sentence.inside:
            return False
        return self._open_verb(k) is seen or seen.frames is None and not any(
            self.sentence.words[place].cls & BOUNDARY & ~CONJ for place in range(seen.j, k)
        )

    def _does_by_saying(self, j: int) -> bool:
        """Whether "by" tells what somebody did, not who did it: "responded by accusing Ankara of lying"."""
        word = self.sentence.words[j + 1]
        return self.sentence.words[j].fold == "by" and word.kinds == ING and word.frames is not None

    def _governs_by(self, frames: Frames, j: int) -> bool:
        """Whether a verb's preposition and then another follow: "a text agreed upon by all", "agreed on in Sochi"."""
        words = self.sentence.words
        stranded = j + 1 < self.sentence.last and words[j + 1].fold in AGENTS
        return stranded and words[j].fold in dict(frames.preps)

    def _says_later(self, frames: Frames, j: int) -> bool:
        """Whether the preposition behind a verb is its own, or what is said follows: "added for the first time"."""
        words = self.sentence.words
        if words[j].fold in dict(frames.preps) or any(prep == words[j].fold for prep, _ in frames.object_preps):
            return True
        end = min(j + 12, self.sentence.last)
        return any(w.cls & QUOTE or w.fold in ("that", "first", ":") for w in words[j:end]) or not any(
            words[place].kinds & (PAST | THIRD) or words[place].cls & (AUX | MODAL) for place in range(j, end)
        )

    def _is_list(self, p: int) -> bool:
        entity = self.sentence.inside.get(p)
        if entity is None:
            return False
        before = entity.i - 1
        while before >= self.sentence.first and self.sentence.words[before].cls & DET:
            before -= 1
        return before > self.sentence.first and bool(self.sentence.words[before].cls & (CONJ | COMMA))
