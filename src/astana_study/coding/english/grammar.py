"""From verbs to claims: which verb groups of a sentence carry a claim, and what it says.

The id of the rule that fired stands in every claim and is described, with an example that is run as a test, in
``codebook/rules.csv``. Contents are given their end by `contents` when all claims of a sentence are known.
"""

from __future__ import annotations

from typing import Final

from astana_study.coding.draft import Holder
from astana_study.coding.english.arguments import Arguments, read_arguments
from astana_study.coding.english.clauses import FINITE, GERUND, INFINITIVE, PARTICIPLE, Clauses, Group
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.frames import Frames
from astana_study.coding.english.lexicon import (
    ADV,
    COMMA,
    DASH,
    DET,
    MODAL,
    NEG,
    QUOTE,
    TO,
)
from astana_study.coding.english.nouns import PRINCIPLES, Nouns
from astana_study.coding.english.participles import Participles
from astana_study.coding.english.passives import Passives
from astana_study.coding.english.phrases import Phrases
from astana_study.coding.english.recall import Recall
from astana_study.coding.english.sentence import Sentence
from astana_study.coding.english.speakers import Speakers
from astana_study.coding.english.subjects import Subjects

STATUS: Final = {
    "explicit subject": "explicit",
    "pronoun": "pronoun",
    "coordinated subject": "pro-drop",
    "pro-drop": "pro-drop",
    "participle": "pro-drop",
    "chapeau": "chapeau",
    "none": "none",
}
LIGHTENED: Final = {
    "affirm",
    "reaffirm",
    "reiterate",
    "renew",
    "stress",
    "confirm",
    "emphasize",
    "emphasise",
    "underline",
    "repeat",
    "announce",
    "declare",
    "underscore",
    "highlight",
    "note",
}
FOCUS: Final = {"only", "even", "all", "both", "just", "still", "now", "neither", "first"}
UNREAL: Final = {"what", "unless", "if", "until", "whether"}
"""Words before a clause in which nothing is reported: "unless the rebels agreed to a truce"."""
STATES: Final = {"commit", "concern", "oppose", "determine", "worry"}


class Reading(Speakers, Participles, Passives, Nouns):
    """One sentence being read: its clauses, subjects and the claims found so far."""

    def __init__(
        self,
        sentence: Sentence,
        nouns: dict[str, Frames],
        clauses: Clauses,
        memory: Recall,
        published: str,
        chapeau: Holder | None,
    ):
        self.sentence = sentence
        self.words = sentence.words
        self.nouns = nouns
        self.memory = memory
        self.chapeau = chapeau
        self.clauses = clauses
        self.phrases = Phrases(sentence, memory, published)
        self.subjects = Subjects(sentence, clauses, self.phrases, chapeau, memory)
        self.drafts: list[Finding] = []
        self.consumed: set[int] = set()
        self.headline = False
        self.bare: tuple[Group, Holder, str] | None = None
        """A verb of saying with a speaker and nothing said: it may stand behind a quotation of its own sentence."""

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
        if group.number == 0:
            return None
        head = self.clauses.groups[group.number - 1]
        if (
            head.j == group.i
            and head.kind == FINITE
            and not (head.negated or head.modal)
            and (head.lemma in ("go on", "proceed", "go") or head.lemma == "continue" and group.frames.that)
            and group.lemma not in ("go on", "continue")
        ):
            return head
        return None

    def _read_finite(self, group: Group, frames: Frames, holder: Holder | None, how: str, begin: int) -> None:
        arguments = read_arguments(self.sentence, self.subjects, group, frames)
        before = begin - 1
        words = self.words
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
        if trailing and arguments.opens in ("that", "colon") and mark.cls & QUOTE and self._quotes_late(before):
            trailing = False  # "Describing it as “useful,” Putin said that …"
        if trailing and (
            not arguments.opens
            or mark.cls & QUOTE
            or arguments.opens in ("quote", "colon")
            and self._quote_before(before)
        ):
            if (
                not arguments.opens
                and not self._ends_clause(arguments.stop, group.j)
                and not self._quote_before(before)
            ):
                return
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

    def _claim(
        self, group: Group, frames: Frames, holder: Holder | None, how: str, arguments: Arguments
    ) -> Finding | None:
        sentence = self.sentence
        opens = arguments.opens
        ahead = self.sentence.folded[arguments.at : arguments.at + 5]
        if frames.lemma in ("show", "reflect") and (
            holder is None or holder.kind in ("holder", "unknown", "collective")
        ):
            return None  # "recent developments showed the importance of …"
        if (
            frames.lemma in ("cite", "quote")
            and opens == "object"
            and any(
                self.words[k].fold == "as" and self.words[k + 1].fold in ("saying", "having")
                for k in range(arguments.at, min(arguments.at + 10, sentence.last - 1))
            )
        ):
            return None  # "cited a draft as saying": the draft says it
        if frames.lemma == "ask" and ("named" in ahead or "identified" in ahead or "anonymity" in ahead):
            return None
        if (
            frames.lemma in ("say", "tell", "add")
            and ahead[:1]
            and ahead[0] in ("little", "nothing", "much", "so", "enough")
        ):
            return None
        if opens == "object" and self.words[arguments.at].fold == "no":
            return None  # "adopted no statement"
        draft = Finding(
            sentence.starts[group.m],
            sentence.ends[group.j - 1],
            frames.lemma,
            arguments.act,
            "reported",
            f"en.verb.{opens}",
            holder,
        )
        if opens == "that":
            while arguments.at - 1 >= group.j and self.words[arguments.at - 1].fold in FOCUS:
                arguments.at -= 1  # "said only Damascus …"
        draft.extra = {"group": group, "at": arguments.at}
        if opens in ("that", "ing"):
            draft.mode = "indirect"
        if opens == "colon" or opens == "quote":
            self._open_quote(draft, arguments)
        else:
            self.open_content(draft, arguments.at)
        noun_frames = opens == "object" and (frames.light or frames.lemma in LIGHTENED)
        if noun_frames and not self._apply_noun(draft, group, arguments.at, light=frames.light and not frames.object):
            return None
        if frames.lemma == "suggest" and opens == "that" and self._is_proposal(arguments.at):
            draft.act = "call"
        if frames.lemma == "commit" and opens == "prep":
            head = " ".join(sentence.folded[arguments.at : arguments.at + 7])
            if any(principle in head for principle in PRINCIPLES):
                draft.act = "affirm"
        if opens == "object" and frames.object == "reject" and self._names_accusation(arguments.at):
            draft.act = "deny"
        return self.finish(draft, holder, how)

    def _is_proposal(self, at: int) -> bool:
        """ "Suggested that it be the last": the subjunctive proposes."""
        words = self.words
        return any(
            words[k].fold == "should" or words[k].fold == "be" and not words[k - 1].cls & (TO | MODAL | ADV)
            for k in range(at + 1, min(at + 12, self.sentence.last))
        )

    def open_content(self, draft: Finding, at: int) -> None:
        """Let the content run from word `at` to wherever the clause ends."""
        words = self.words
        while at < self.sentence.last and words[at].fold == ",":
            at += 1
        if at >= self.sentence.last:
            return
        draft.content_start = self.sentence.starts[at]
        draft.content_end = self.sentence.ends[at]
        draft.extra["at"] = at
        draft.opened = True

    def _open_quote(self, draft: Finding, arguments: Arguments) -> None:
        quote = arguments.quote
        if quote is None and arguments.at < self.sentence.last:
            quote = self.sentence.quote_at.get(arguments.at)
        if quote is not None and quote.kind != "label":
            draft.mode, draft.direct = "direct", True
            draft.content_start, draft.content_end = quote.start, quote.end
            draft.quote = (quote.start, quote.end)
            draft.extra["at"] = quote.i
            draft.extra["after"] = quote.j + 1
            draft.opened = True
        else:
            draft.mode = "indirect"
            self.open_content(draft, arguments.at)

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
                        draft.holder = draft.holder._replace(actors=outer.holder.actors)

    def finish(self, draft: Finding, holder: Holder | None, how: str) -> Finding:
        """Give a claim its holder and remember who spoke."""
        draft.holder, draft.holder_how = holder, how
        draft.status = STATUS.get(how, "none")
        self.drafts.append(draft)
        if holder is not None and how in ("explicit subject", "pronoun") and holder.actors and holder.kind != "agency":
            kept = holder
            if how == "pronoun":
                kept = next((h for h in reversed(self.memory.holders) if h.actors == holder.actors), holder)
            self.memory.remember(kept)
            if how == "explicit subject" or len(holder.actors) == 1:
                self.memory.pair = ()
        return draft


__all__ = ["Reading"]
