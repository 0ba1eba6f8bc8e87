"""What stands between a verb and its subject: asides, relatives, an earlier verb that it is co-ordinated with."""

from __future__ import annotations

from typing import Final

from astana_study.coding.draft import Holder, unplace
from astana_study.coding.english.clauses import FINITE, GERUND, PARTICIPLE, Group
from astana_study.coding.english.lexicon import (
    ADV,
    AUX,
    COMMA,
    COMP,
    CONJ,
    CONTRAST,
    DASH,
    DET,
    MODAL,
    NUMBER,
    PREP,
    PRON,
    REL,
    SUB,
    TIME,
)
from astana_study.coding.english.lists import ROLES
from astana_study.coding.english.regions import Regions
from astana_study.coding.english.verbhood import PERIODS

ORDINARY: Final = {"take", "put", "lay", "place", "set", "seek", "devote"}
"""Verbs that only some nouns make cues."""
TIMELY: Final = {
    "on",
    "last",
    "this",
    "week",
    "weekend",
    "quarter",
    "summer",
    "month",
    "late",
    "early",
    "earlier",
    "evening",
    "morning",
    "afternoon",
    "night",
    "day",
    "in",
    "at",
    "year",
}


class Coordination(Regions):
    """What stands between a verb and its subject. Part of `subjects.Subjects`."""

    begin: dict[int, int]
    parent: dict[int, Group | None]

    def find(self, group: Group) -> tuple[Holder | None, str]:
        """Return the subject of a group and how it was found: `subjects.Subjects` does."""
        raise NotImplementedError

    def skip_left(self, t: int) -> int:
        """Pass over adverbs and times to the left."""
        words, first, inside = self.sentence.words, self.sentence.first, self.sentence.inside
        while t >= first and t not in inside:
            word = words[t]
            if word.fold == "." and t > first and words[t - 1].cls & TIME:
                t -= 1
                continue
            if (
                word.cls & NUMBER
                and t > first
                and (words[t - 1].cls & TIME or words[t - 1].fold == "." and words[t - 2].cls & TIME)
            ):
                t -= 1
                continue
            if word.fold == "again" and t > first and words[t - 1].fold == "once":
                t -= 2
                continue
            if word.cls & TIME:
                t -= 1
                while t >= first and words[t].fold in TIMELY and t not in inside:
                    t -= 1
            elif (
                word.fold in PERIODS
                and t > first
                and (words[t - 1].fold in ("this", "last", "the") or words[t - 1].cls & TIME)
            ):
                t -= 2
                while t >= first and words[t].fold in ("on", "earlier", "late", "early"):
                    t -= 1
            elif word.cls & ADV and not word.cls & (PREP | SUB | CONJ | CONTRAST | DET | PRON):
                if word.fold == "there" and words[t + 1].cls & (AUX | MODAL):
                    break  # "told the agency there had been progress"
                t -= 1
            else:
                break
        return t

    def _antecedent(self, group: Group, t: int) -> tuple[Holder | None, str]:
        words, first = self.sentence.words, self.sentence.first
        e = t
        if e - 1 >= first and words[e - 1].cls & (COMMA | DASH):
            e -= 1
        if e - 1 < first or e - 1 in self.clauses.covered:
            return None, "none"
        s, e = self.region(e - 1)
        entity = self.sentence.inside.get(e - 1)
        if entity is not None and entity.i > s and not self.sentence.words[entity.i - 1].cls & (CONJ | COMMA):
            holder = self.phrases.read(self._skip_opening(s, e), e)
        else:
            holder = self.phrases.read(self._skip_opening(s, e), e)
        return (unplace(holder), "pro-drop") if holder else (None, "none")

    def _open_aside(self, comma: int) -> int | None:
        """Return the comma that opens the aside closed by this one."""
        sentence = self.sentence
        words, first, covered = sentence.words, sentence.first, self.clauses.covered
        joined = False
        speaking = covered.get(comma - 1)
        if speaking is not None and speaking.kind == FINITE and speaking.j == comma and speaking.frames is not None:
            if not self._is_opened(speaking):
                return self._open_speaker(speaking)
        for k in range(comma - 1, first, -1):
            group = covered.get(k)
            if group is not None and group.kind == FINITE and not self.clauses.is_relative(group):
                if not words[self.skip_left(group.i - 1)].cls & (CONJ | CONTRAST):
                    self.find(group)
                    opens = self.begin.get(group.m, group.i) - 2
                    if opens > first and words[opens + 1].fold == "as" and words[opens].cls & COMMA:
                        return opens  # ", as Damascus calls it,"
                    if not self._is_opened(group):
                        return None  # else ", who said the talks had failed,"
                joined = True  # ", which closed in 2012 but works on,"
            same = words[k].cls & (COMMA if words[comma].cls & COMMA else DASH)
            if words[k].cls & DASH and k + 1 in covered and covered[k + 1].kind == GERUND:
                p = self.clauses._before_dashes(k) if k - 1 in sentence.inside else k
                return k if p == k else p + 1  # "The guarantors – X and Y – taking note of it, agreed"
            if same and k not in sentence.inside:
                inner = words[k + 1]
                if joined and not inner.cls & REL:
                    return None
                if words[k].cls & COMMA and self.is_list_comma(k, comma - 1) and not self._names_person(k):
                    continue
                before = covered.get(k - 1)
                if before is not None and before.kind == FINITE:
                    return None
                earlier = [
                    g for g in self.clauses.groups if g.kind == FINITE and g.m < k and g.m not in sentence.quoted
                ]
                named = k + 1 in sentence.inside or inner.lists & ROLES != 0
                if earlier and inner.kinds and not inner.cls and not named:
                    return None
                return self._outer_aside(k)
        return None

    def _is_opened(self, group: Group) -> bool:
        """Whether a conjunction or a verb of speech stands before the clause of a verb."""
        if self.clauses.is_relative(group):
            return False
        self.find(group)
        before = self.begin.get(group.m, group.i) - 1
        if before <= self.sentence.first or before in self.sentence.inside:
            return False
        opener = self.clauses.covered.get(before)
        if opener is not None:
            return opener.frames is not None and bool(opener.frames.that)
        word = self.sentence.words[before]
        return bool(word.cls & (SUB | COMP | REL)) or word.fold == "that"

    def _find_unopened(self, comma: int) -> int | None:
        """The word before a relative clause that a comma ends and none opened: "The text which was read, said"."""
        words, first, clauses = self.sentence.words, self.sentence.first, self.clauses
        finite = [g for g in clauses.groups if g.kind == FINITE and g.m < comma]
        for place in range(len(finite) - 1, -1, -1):
            verb = finite[place]
            p = clauses._previous(verb.i)
            if p > first and words[p].cls & REL and words[p].fold != "that":
                head = p - 1
                s, _ = self.region(head)
                outside = head not in self.sentence.inside
                if head in clauses.covered or outside and words[head].cls & (COMMA | DASH | PREP):
                    return None
                opens = s == first or bool(words[s - 1].cls & COMP) or words[s - 1].fold == "that"
                return head if opens else None
            if p < first or not words[p].cls & CONJ:
                return None
        return None

    def _open_speaker(self, speaking: Group) -> int | None:
        """Return the comma before a speaker in the middle of what is said: "The guarantors, it said, had agreed"."""
        self.find(speaking)
        before = self.begin.get(speaking.m, speaking.i) - 1
        if before <= self.sentence.first or not self.sentence.words[before].cls & COMMA:
            return None
        if any(group.kind == FINITE and group.m < before for group in self.clauses.groups):
            return None
        return before

    def _outer_aside(self, comma: int) -> int:
        """An aside may end in an apposition of its own: "which was read by the minister, X," opens before "which"."""
        words, first = self.sentence.words, self.sentence.first
        if words[comma].cls & DASH:
            return comma
        for k in range(comma - 1, max(first, comma - 30), -1):
            group = self.clauses.covered.get(k)
            if group is not None and group.kind == FINITE:
                if not self.clauses.is_relative(group) or group.frames is not None and group.frames.that:
                    break
            if words[k].cls & COMMA and k not in self.sentence.inside:
                inner = words[k + 1]
                opens = self.clauses.covered.get(k + 1)
                if inner.cls & REL or opens is not None and opens.kind == PARTICIPLE:
                    return k
                break
        return comma

    def find_parallel(self, group: Group, t: int) -> Group | None:
        """Return the earlier verb with which a verb behind "and" or a comma is parallel."""
        words = self.sentence.words
        candidates = [g for g in self.clauses.groups if g.kind == FINITE and g.m < t and self._fits(g, group)]
        quote = self.sentence.quoted.get(group.m)
        candidates = [g for g in candidates if self.sentence.quoted.get(g.m) is quote or quote is None]
        label = self.sentence.quoted.get(candidates[-1].m) if candidates else None
        cut = label is not None and label.i >= candidates[-1].i - 1 and words[label.i - 2].cls & AUX
        if quote is None and label is not None and cut and t - 1 <= label.j <= t:
            return candidates[-1]  # "said they had “reviewed the list” and stressed"
        candidates = [g for g in candidates if self.sentence.quoted.get(g.m) is quote] or candidates
        if not candidates and quote is not None:  # “rejected “all attempts, and expressed their resolve …”
            candidates = [g for g in self.clauses.groups if g.kind == FINITE and quote.i - 3 <= g.m < quote.i]
        if not candidates:
            return None
        nearest = candidates[-1]
        if group.lemma == "focus" and nearest.lemma == "be":
            return nearest  # "said the agenda was rich and focused on terrorism"
        if words[t].cls & CONTRAST and nearest.negated:
            return nearest  # "is not leaving but has walked out"
        if group.lemma in ("add", "say") and nearest.tense != group.tense:
            spoke = [g for g in candidates if g.tense == group.tense and g.frames is not None and g.frames.that]
            if spoke:
                return spoke[-1]  # "said the chairs had agreed on a text and added"
        bare = group.i == group.m and self.sentence.words[group.m].kinds & 8
        if (
            bare
            and (nearest.passive or nearest.tense in ("perfect", "pluperfect"))
            and not any(words[k].cls & COMMA for k in range(nearest.j, t + 1))
            and not self.clauses.is_relative(nearest)
            and not (
                group.frames is not None
                and nearest.frames is None
                and any(g.frames is not None and _tense(g) == _tense(group) and g.m < nearest.m for g in candidates)
            )
        ):
            return nearest
        same = [g for g in candidates if _tense(g) == _tense(group)]
        if not same and group.tense == "modal" and self._is_nested(nearest):
            return nearest  # "said they had doubts and would not sign"
        if not same:
            outer = [g for g in candidates if not self._is_nested(g)]
            return (outer or candidates)[-1]
        comma = words[t].cls & COMMA or t > self.sentence.first and words[t - 1].cls & COMMA
        if comma or group.frames is not None and group.lemma not in ORDINARY:
            outer = [g for g in same if not self._is_nested(g) and g.frames is not None]
            nested = same[-1]
            if outer and (comma or nested.frames is None or not self._is_nested(nested)):
                return outer[-1]
        return same[-1]

    def _fits(self, g: Group, group: Group) -> bool:
        return not self.clauses.is_relative(g) or self.sentence.words[self.skip_left(group.i - 1)].cls & CONJ != 0

    def _is_nested(self, g: Group) -> bool:
        """Whether a verb stands in a clause that another one opened."""
        begin = self.begin.get(g.m)
        if begin is None:
            self.find(g)
            begin = self.begin.get(g.m, g.i)
        parent = self.parent.get(g.m)
        if parent is not None:
            return self._is_nested(parent)
        words, first = self.sentence.words, self.sentence.first
        k = begin - 1
        if self.clauses.is_relative(g):
            return True
        if k < first:
            return False
        if k in self.clauses.covered:
            return True
        return bool(words[k].cls & (COMP | SUB | REL)) or words[k].fold == "that"


def _tense(group: Group) -> str:
    return group.tense or group.kind
