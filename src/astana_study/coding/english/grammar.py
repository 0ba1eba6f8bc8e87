"""From verbs to claims: which verb groups of a sentence carry a claim, and what it says.

The id of the rule that fired stands in every claim and is described, with an example that is run as a test, in
``codebook/rules.csv``. Contents are given their end by `contents` when all claims of a sentence are known.
"""

from __future__ import annotations

from typing import Final

from astana_study.coding.draft import Holder
from astana_study.coding.english.arguments import read_arguments
from astana_study.coding.english.clauses import FINITE, GERUND, INFINITIVE, PARTICIPLE, Group
from astana_study.coding.english.frames import Frames
from astana_study.coding.english.lexicon import (
    COMMA,
    DASH,
    DET,
    ING,
    NEG,
    QUOTE,
)
from astana_study.coding.english.participles import Participles

UNREAL: Final = {"what", "unless", "if", "until", "whether"}
"""Words before a clause in which nothing is reported: "unless the rebels agreed to a truce"."""
LEADING: Final = {"go on", "proceed", "go", "appear", "seem"}
"""Verbs whose infinitive is what is reported: "went on to say", "appears to have ruled out"."""
STATES: Final = {"commit", "concern", "oppose", "determine", "worry"}


class Reading(Participles):
    """One sentence being read: its clauses, subjects and the claims found so far."""

    # -- verbs -------------------------------------------------------------------------------------------------------

    def read_verb(self, group: Group) -> None:
        """Read a verb group that has frames."""
        frames = group.frames
        if frames is None or group.negated or group.modal:
            return
        if group.kind == INFINITIVE:
            head = self._head_of_infinitive(group)
            if head is None:
                return
            self._read_finite(group, frames, *self.subjects.find(head), self.subjects.begin.get(head.m, head.i))
        elif group.kind == GERUND:
            if any(q.i < group.m < q.j <= q.i + 6 and self.words[q.i].cls & DET for q in self.sentence.quotes):
                return  # "an important, promising step"
            self._read_participle(group, frames)
        elif group.kind == PARTICIPLE:
            self._read_reduced(group, frames)
        elif group.passive and group.lemma not in STATES:
            self._read_passive(group, frames)
        else:
            holder, how = self.subjects.find(group)
            begin = self.subjects.begin.get(group.m, group.i)
            if frames.lemma in ("support", "back", "oppose") and self.clauses._is_relative(group):
                return  # "Turkey, which backs the rebels": background
            if self._is_denied(begin, group.i) or begin > self.sentence.first and self.words[begin - 1].fold in UNREAL:
                return
            self._read_finite(group, frames, holder, how, begin)

    def _is_denied(self, begin: int, end: int) -> bool:
        return any(
            self.words[k].cls & NEG
            and self.words[k].fold in ("nobody", "none", "neither")
            or self.words[k].fold == "no"
            for k in range(begin, min(begin + 2, end))
        )

    def _head_of_infinitive(self, group: Group) -> Group | None:
        """ "Went on to say": the infinitive is what is reported."""
        if group.number == 0 or group.frames is None:
            return None
        head = self.clauses.groups[group.number - 1]
        if (
            head.j == group.i
            and head.kind == FINITE
            and not (head.negated or head.modal)
            and not self.words[head.m].kinds & ING
            and (head.lemma in LEADING or head.lemma == "continue" and group.frames.that)
            and group.lemma not in ("go on", "continue")
        ):
            return head
        return None

    def _read_finite(self, group: Group, frames: Frames, holder: Holder | None, how: str, begin: int) -> None:
        if frames.lemma in ("conclude", "continue", "go on", "learn") and holder is not None:
            if holder.kind in ("collective", "holder") and holder.actors == ("PARTICIPANTS",):
                return  # "as the talks concluded in Sochi"
        arguments = read_arguments(self.sentence, self.subjects, group, frames)
        before = begin - 1
        words = self.words
        if frames.lemma == "comment" and group.j < self.sentence.last and words[group.j].fold in ("on", "upon"):
            return  # "commented on the next round": not what was said
        mark = words[before] if before >= self.sentence.first and before not in self.sentence.inside else None
        if (
            group.kind == FINITE
            and (frames.that or frames.quote)
            and (how not in ("explicit subject", "pronoun") or self._may_invert(group, frames))
        ):
            inverted = self._read_inversion(group)
            if inverted is not None:
                holder, end, begin = inverted
                self._claim_backward(group, frames, holder, "explicit subject", group.i, end, "en.verb.inverted")
                return
            mark = None
        if mark is not None and mark.fold == "as" and not arguments.opens and (frames.that or frames.quote):
            self._claim_as(group, frames, holder, how, begin)
            return
        opening = group.m in self.sentence.quoted and self.sentence.quoted[group.m].i - 1 == before
        trailing = (
            mark is not None
            and not opening
            and mark.cls & (COMMA | QUOTE | DASH)
            and how in ("explicit subject", "pronoun")
            and (frames.that or frames.quote)
        )
        quoted = mark is not None and bool(mark.cls & QUOTE)
        if trailing and quoted and arguments.opens in ("that", "colon") and self._quotes_late(before):
            trailing = False  # "Describing it as “useful,” Putin said that …"
        if trailing and (
            not arguments.opens or quoted or arguments.opens in ("quote", "colon") and self._quote_before(before)
        ):
            if (
                not arguments.opens
                and not self._ends_clause(arguments.stop, group.j)
                and not self._quote_before(before)
            ):
                return
            opened = self.clauses.covered.get(self.sentence.first)
            if opened is not None and opened.kind == GERUND and not self._quote_before(before):
                if not any(g.kind == FINITE and g.m < begin for g in self.clauses.groups):
                    return  # "Having fought for years, Moscow had hoped to leave"
            if frames.lemma in ("continue", "go on") and (holder is None or holder.kind == "unknown"):
                return  # "hostilities continued"
            if not arguments.opens or self._quote_before(before):
                stop = arguments.stop if not arguments.opens else arguments.at - 1
                self._claim_backward(group, frames, holder, how, begin, max(stop, group.j), "en.verb.trailing")
                return
        if not arguments.opens:
            if (
                holder is not None
                and frames.quote
                and how in ("explicit subject", "pronoun")
                and begin <= self.sentence.first + 1
                and group.m not in self.sentence.quoted
            ):
                self.bare = (group, holder, how)
            return
        self._claim(group, frames, holder, how, arguments)

    def hear_first_person(self) -> None:
        """In a quotation "we" is whoever is quoted, be he named before it or behind."""
        for draft in self.drafts:
            if draft.status != "pronoun" or draft.holder is None:
                continue
            if self.sentence.text[draft.holder.start : draft.holder.end].lower() not in ("we", "i", "our", "my"):
                continue
            for outer in self.drafts:
                if outer.direct and outer is not draft and outer.holder is not None:
                    if outer.content_start <= draft.cue_start and draft.cue_end <= outer.content_end:
                        draft.holder = draft.holder.standing_for(outer.holder.actors)


__all__ = ["Reading"]
