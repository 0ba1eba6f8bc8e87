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
    CONJ,
    CONTRAST,
    DASH,
    DET,
    ING,
    NEG,
    PRON,
    QUOTE,
    TO,
)
from astana_study.coding.english.lists import LEGAL
from astana_study.coding.english.participles import Participles

UNREAL: Final = {"what", "unless", "if", "until", "whether"}
"""Words before a clause in which nothing is reported: "unless the rebels agreed to a truce"."""
LEADING: Final = {
    "go on", "go so far as", "go as far as", "proceed", "go", "appear", "seem", "manage", "hasten", "rush",
}  # fmt: skip
"""Verbs whose infinitive is what is reported: "went on to say", "appears to have ruled out"."""
PROMPT: Final = {"quick", "swift", "first"}
"""Adjectives whose infinitive is what was done: "was quick to condemn"."""
USING: Final = {"use", "take", "seize"}
"""Verbs of an occasion on which something is said: "used his speech to call for", "took to Twitter to say"."""
FARTHEST: Final = 8
ENDURING: Final = {"continue", "go on"}
"""Verbs of speech that events have as well: "as clashes continued"."""
REFUSING: Final = {"reject", "deny", "condemn", "welcome"}
"""Acts whose object may stand before their clause."""
STATES: Final = {"commit", "concern", "oppose", "determine", "worry", "focus", "centre", "center"}


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
        elif frames.object in ("discuss", "agree") and self._read_fronted(group, frames):
            return
        elif group.kind == PARTICIPLE:
            if not self._read_as_by(group, frames):
                self._read_reduced(group, frames)
        elif group.passive and group.lemma not in STATES:
            self._read_passive(group, frames)
        else:
            holder, how = self.subjects.find(group)
            begin = self.subjects.begin.get(group.m, group.i)
            if frames.lemma in ("support", "back", "oppose") and self.clauses.is_relative(group):
                return  # "Turkey, which backs the rebels": background
            before = self.words[begin - 1].fold if begin > self.sentence.first else ""
            if self._is_denied(begin, group.i) or before in UNREAL and not self._is_told(group, before, how):
                return
            if before in ("that", "which") and (frames.object in REFUSING or frames.lemma in ("view", "consider")):
                if self._is_legal(begin - 2):
                    return  # "resolutions that reject the occupation"
            self._read_finite(group, frames, holder, how, begin)

    def _is_told(self, group: Group, before: str, how: str) -> bool:
        """Whether it was said after all: "debated it until the two agreed on a text", "what Moscow said was a plot"."""
        if before == "what":
            behind = self.clauses.covered.get(group.j)
            named = how == "explicit subject"  # "what it says are terrorists": a distance marker
            return named and group.lemma == "say" and behind is not None and behind.kind == FINITE
        main = next((g for g in self.clauses.groups if g.kind == FINITE), group)
        return before == "until" and group.tense == main.tense == "past" and not main.negated

    def _is_legal(self, k: int) -> bool:
        """Whether a text of law stands before a relative clause, a comma passed over."""
        k -= bool(self.words[k].cls & COMMA)
        return any(self.words[p].lists & LEGAL for p in range(max(k - 3, self.sentence.first), k + 1))

    def _is_denied(self, begin: int, end: int) -> bool:
        return any(
            self.words[k].cls & NEG
            and self.words[k].fold in ("nobody", "none", "neither", "not")
            or self.words[k].fold == "no"
            for k in range(begin, min(begin + 2, end))
        )

    def _head_of_infinitive(self, group: Group) -> Group | None:
        """ "Went on to say": the infinitive is what is reported."""
        if group.number == 0 or group.frames is None:
            return None
        head = self.clauses.groups[group.number - 1]
        able = head.lemma == "be" and head.j == group.i - 1 and self.words[head.j].fold == "able"
        if (able or head.lemma == "manage") and "agree" not in (group.frames.object, group.frames.to):
            return None  # "managed to claim a victory"
        if able and head.kind == FINITE and not (head.negated or head.modal):
            return head  # "were able to agree on"
        prompt = head.lemma == "be" and head.j == group.i - 1 and self.words[head.j].fold in PROMPT
        if (prompt or self._takes_occasion(head, group)) and head.kind == FINITE and not (head.negated or head.modal):
            return head
        if (
            head.j == group.i
            and head.kind == FINITE
            and not (head.negated or head.modal)
            and not self.words[head.m].kinds & ING
            and (head.lemma in LEADING or head.lemma == "continue")
            and group.lemma not in ENDURING
        ):
            return head
        return None

    def _takes_occasion(self, head: Group, group: Group) -> bool:
        """Whether a verb tells on what occasion the infinitive behind it was said: "took to the floor to say"."""
        frames = group.frames
        if head.lemma not in USING or frames is None or not head.j < group.i <= head.j + FARTHEST or head.passive:
            return False
        if head.i > self.sentence.first and self.words[head.i - 1].fold == "it":
            return False  # "it takes two to agree"
        says = frames.that or frames.quote or frames.lemma in ("call", "thank")
        return bool(says) and not any(self.words[k].cls & COMMA for k in range(head.j, group.i))

    def _read_finite(self, group: Group, frames: Frames, holder: Holder | None, how: str, begin: int) -> None:
        if frames.lemma in ("conclude", "continue", "go on", "learn") and holder is not None:
            if holder.kind in ("collective", "holder") and holder.actors == ("PARTICIPANTS",):
                return  # "as the talks concluded in Sochi"
        if frames.lemma in ENDURING and group.j < self.sentence.last and self.words[group.j].cls & TO:
            return  # "the raids continue to kill"
        if group.j + 1 < self.sentence.last and self.clauses._does_by_saying(group.j):
            return  # "responded by saying that": the gerund tells it
        if frames.lemma == "take place":
            self._read_light_passive(group, frames, begin, self._find_talkers(group))
            return
        arguments = read_arguments(self.sentence, self.subjects, group, frames)
        holder, how = self._find_teller(group) or (holder, how)
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
            if frames.lemma not in ENDURING and self._ends_clause(arguments.stop, group.j):
                self._claim_as(group, frames, holder, how, begin)
            return
        if mark is not None and mark.fold == "as" and arguments.opens == "object" and words[arguments.at].cls & PRON:
            return  # "as Damascus calls it"
        if not arguments.opens and frames.object in REFUSING and self._claim_gap(group, frames, arguments.stop, begin):
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
                cut = self._is_cut(self.sentence.first, before, arguments.stop + 1)
                if not cut and not any(g.kind == FINITE and g.m < begin for g in self.clauses.groups):
                    return  # "Having fought for years, Moscow had hoped to leave"
            silent = holder is None or holder.kind == "unknown" and not self._quote_before(before)
            if frames.lemma in ENDURING and silent:
                return  # "hostilities continued"
            if not arguments.opens or self._quote_before(before):
                stop = arguments.stop if not arguments.opens else arguments.at - 1
                self._claim_backward(group, frames, holder, how, begin, max(stop, group.j), "en.verb.trailing")
                return
        if not arguments.opens and self._read_bare_passive(group, frames, holder, begin):
            return
        if frames.quote and holder is not None and how in ("explicit subject", "pronoun"):
            if arguments.at >= self.sentence.last or not arguments.opens and self._promises(group.j):
                self.ahead = (group, holder, how)
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

    def _promises(self, j: int) -> bool:
        """Whether a sentence breaks off behind its verb of saying: "The envoy said", "He said that,"."""
        if self.sentence.last - 1 in self.sentence.quoted:
            return False
        final = self.words[self.sentence.last - 1]
        return j >= self.sentence.last or bool(final.cls & COMMA) or final.fold == "that"

    def _claim_gap(self, group: Group, frames: Frames, stop: int, begin: int) -> bool:
        """Read a verb whose object stands before its clause: "charges that Tehran denies", "terms Ankara rejected"."""
        words, inside, first = self.words, self.sentence.inside, self.sentence.first
        joined = group.j <= stop < self.sentence.last and self.words[stop].cls & (CONJ | CONTRAST)
        if frames.lemma in ("support", "back", "oppose") or not (joined or self._ends_clause(stop, group.j)):
            return False
        if joined and begin - 2 > first and not words[begin - 2].cls & COMMA:
            return False
        if any(draft.extra.get("at") == begin for draft in self.drafts):
            return False  # "saying in the text that they rejected it": what is said
        relative = begin - 1
        if relative > first + 1 and relative not in inside and words[relative].fold in ("that", "which"):
            holder, how = self.phrases.read(begin, group.i), "explicit subject"
            last = relative - 1 - bool(words[relative - 1].cls & COMMA)
            if last in self.clauses.covered or last not in inside and words[last].cls:
                return False
            s, e = self.subjects.region(last)
        else:
            named = next((k for k in range(begin + 1, group.i) if k in inside or words[k].cls & PRON), -1)
            if named < 0 or words[named - 1].cls or not words[begin - 1].cls & (COMMA | DASH):
                return False
            holder, how = self.phrases.read(named, group.i), "explicit subject"
            s, e = begin, named
        if holder is None or s >= e:
            return False
        draft = self.begin(group, frames, frames.object, "en.verb.object", holder)
        draft.content_start, draft.content_end = self.sentence.starts[s], self.sentence.ends[e - 1]
        draft.extra["at"] = s
        self.finish(draft, holder, "pronoun" if holder.kind == "pronoun" else how)
        return True

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
