"""Passives as cues, with and without an agent."""

from __future__ import annotations

from typing import Final

from astana_study.coding.draft import Holder
from astana_study.coding.english.addressees import PARTICIPANTS, TOLD, Addressees
from astana_study.coding.english.arguments import read_arguments
from astana_study.coding.english.clauses import FINITE, INFINITIVE, Group
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.frames import Frames
from astana_study.coding.english.lexicon import (
    ADV,
    COMMA,
    COMP,
    CONJ,
    CONTRAST,
    DET,
    PREP,
    PUNCT,
    REL,
    TIME,
    TO,
)
from astana_study.coding.english.nouns import BARGAINS, NOUN_PREPS, SETTLING
from astana_study.coding.english.openings import skip_phrase

DATES: Final = {"date", "dates", "timetable", "deadline", "conditions"}
"""What talks set."""
NOTHING: Final = {"little", "nothing", "no", "much", "neither", "none"}
"""Subjects of which nothing is told."""
UNREPORTED: Final = {
    "ask",
    "tell",
    "consider",
    "expect",
    "think",
    "believe",
    "say",
    "report",
    "know",
    "describe",
    "call",
    "inform",
    "note",
    "show",
    "make",
    "give",
    "offer",
    "raise",
    "pay",
    "share",
    "continue",
    "concern",
    "write",
    "read",
    "hold",
    "press",
    "launch",
    "level",
    "extend",
    "issue",
    "invite",
    "order",
    "charge",
    "argue",
    "estimate",
    "accept",
    "choose",
    "elect",
    "define",
}

REGARDS: Final = (["respect", "to"], ["regard", "to"])
"""What makes of "with" the preposition of a matter."""
REPEATING: Final = {"reiterate", "renew", "affirm", "reaffirm", "confirm", "repeat"}
"""Verbs that leave the act to the noun that is their subject: "support was reiterated for"."""
SIGNING: Final = {"agree", "sign", "adopt", "approve", "ratify", "finalise", "finalize"}
"""Verbs of agreeing whose participle with an agent tells what was agreed: "a deal signed by the two"."""
IMPERSONAL: Final = {
    "acknowledge", "affirm", "agree", "allege", "announce", "claim", "clarify", "conclude", "confirm", "decide",
    "declare", "disclose", "emphasise", "emphasize", "highlight", "learn", "make clear", "mention", "note", "point out",
    "propose", "reaffirm", "recall", "recommend", "reiterate", "report", "resolve", "reveal", "state", "stress",
    "suggest", "underline", "underscore",
}  # fmt: skip
TOLD_BY: Final = {"ask", "invite", "call", "describe", "accept"}
"""Verbs of them that tell something where an agent is named."""
HOPES: Final = {"hope", "hopes", "optimism", "belief", "view", "opinion"}
"""Nouns of saying that are voiced: "hope was expressed that"."""
DISCLOSING: Final = {"disclose", "report", "reveal"}
"""Verbs in whose passive nobody at the meeting need be meant."""
ISSUES: Final = {"issue", "issues", "question", "questions", "matter", "matters", "topic", "topics", "file", "files"}


class Passives(Addressees):
    """Passives as cues, with and without an agent. Part of `grammar.Reading`."""

    def _read_passive(self, group: Group, frames: Frames) -> None:
        sentence, words = self.sentence, self.words
        subject, how = self.subjects.find(group)
        begin = self._reach_head(self.subjects.begin.get(group.m, group.i))
        if words[begin].fold in NOTHING or begin > sentence.first and words[begin - 1].fold == "no":
            return  # "little has been agreed", "no decision was made"
        if frames.lemma == "seek" or frames.lemma == "set" and DATES.isdisjoint(sentence.folded[begin : group.i]):
            return  # "the talks are set to begin"
        if frames.lemma in ("adopt", "issue") and self._is_document(begin):
            return  # "a statement was adopted"
        agent = self._find_agent(group, frames)
        lightened = frames.light or frames.lemma in REPEATING
        if lightened and how == "explicit subject" and self._read_light_passive(group, frames, begin, agent):
            return
        dummy = begin < group.i and words[begin].fold == "it" and begin not in sentence.inside
        act = (
            frames.object
            or next((a for _, a in frames.object_preps), "")
            or frames.to
            or frames.that
            or next((a for _, a in frames.preps), "")
        )
        raised = frames.lemma == "raise" and not ISSUES.isdisjoint(sentence.folded[begin : group.i])
        if raised:
            act = "discuss"  # "the issue of the detainees was raised"
        if dummy:
            if frames.lemma not in IMPERSONAL:
                return
            arguments = read_arguments(sentence, self.subjects, group, frames)
            if arguments.opens not in ("that", "to", "prep"):
                return
            nobody = (None if frames.lemma in DISCLOSING else PARTICIPANTS, "none")
            holder, how = agent or self._find_teller(group) or self._find_text_around(begin) or nobody
            draft = self.begin(group, frames, arguments.act, "en.verb.impersonal", holder)
            self.open_content(draft, arguments.at)
            self.finish(draft, holder, how)
            return
        if frames.lemma in TOLD and self._read_told(group, frames, agent):
            return
        if agent is None and frames.lemma not in UNREPORTED and self._is_bidden(group, frames):
            act = "call"
        elif agent is None and not raised:
            if (
                frames.lemma in UNREPORTED
                and not (frames.lemma == "note" and self._names_need(begin, group.i))
                or act == "state"
                and frames.lemma != "note"
                or act in ("claim", "concern", "commit", "accuse", "warn", "deny")
                or (not frames.object)
            ):
                return
            if subject is not None and subject.kind in ("person", "role", "pronoun") and act in ("call", "welcome"):
                return
        elif frames.lemma in ("support", "back", "guarantee"):
            return  # "is backed by Moscow"
        elif not raised and frames.lemma in UNREPORTED and frames.lemma not in TOLD_BY:
            return
        if how not in ("explicit subject", "pronoun", "coordinated subject", "none") or not act:
            return
        holder, status = agent or (PARTICIPANTS, "none")
        draft = self.begin(group, frames, act, "en.verb.passive", holder)
        draft.extra["at"] = begin
        start = begin
        if how in ("coordinated subject", "none"):
            return
        if (
            agent is None
            and begin > sentence.first
            and sentence.folded[begin - 3 : begin] != ["as", "well", "as"]
            and not (words[begin - 1].fold == "as" and "being" in sentence.folded[group.i : group.m])  # as told now
            and words[begin - 1].fold in ("as", "after", "when", "before", "while", "once", "until", "since", "because")
        ):
            return
        draft.content_start = sentence.starts[start]
        end = group.i
        while end > start + 1 and words[end - 1].cls & (COMMA | ADV | PUNCT):
            end -= 1
        draft.content_end = sentence.ends[end - 1]
        behind = self.clauses.groups[group.number + 1] if group.number + 1 < len(self.clauses.groups) else None
        if agent is not None and words[group.j].fold == "as" and "as" in dict(frames.object_preps):
            end = skip_phrase(sentence, self.subjects, group.j + 1, sentence.last)
            draft.content_end = sentence.ends[end - 1]  # "is viewed as a threat by Ankara"
        listed = self._find_list(group.j) if act == "discuss" and agent is None else -1
        if listed > 0:
            draft.content_end = sentence.ends[listed]  # "several issues were discussed: the truce and …"
        if behind is not None and behind.kind == INFINITIVE and act == "call" or agent is not None and act == "accuse":
            draft.opened = True
        if holder is not None:
            kept = list(self.memory.holders)
            self.finish(draft, holder, status)
            if subject is not None and how == "explicit subject":
                self.memory.holders[:] = kept
                if agent is not None and subject.kind not in ("person", "role"):
                    self.memory.remember(subject)
                    subject = holder
                if not self._is_within(begin, group.i):
                    self.memory.remember(subject)

    def _reach_head(self, begin: int) -> int:
        """Reach back from an infinitive to the noun that it belongs to: "steps to boost the process were discussed"."""
        verb = self.clauses.covered.get(begin - 1)
        if verb is None or verb.kind != INFINITIVE or verb.i - 1 < self.sentence.first:
            return begin
        if verb.i - 1 in self.clauses.covered or self.words[verb.i - 1].cls:
            return begin
        s, _ = self.subjects.region(verb.i - 1)
        return s

    def _is_within(self, begin: int, end: int) -> bool:
        """Whether the first name of a subject is not its head: "respect for the unity of Syria"."""
        inside = self.sentence.inside
        named = next((k for k in range(begin, end) if k in inside), end)
        return any(self.words[k].cls & PREP for k in range(begin, named))

    def _names_need(self, begin: int, end: int) -> bool:
        """Whether a subject is the need for, or importance of, something."""
        nouns = (self.words[k].noun for k in range(begin, min(begin + 4, end)))
        return any(noun is not None and noun.stays for noun in nouns)

    def _read_light_passive(self, group: Group, frames: Frames, begin: int, agent: tuple[Holder, str] | None) -> bool:
        """Read "support was voiced for …", "concern over … was expressed": the noun in the subject decides the act."""
        sentence, words = self.sentence, self.words
        k = begin
        while k < group.i and (
            words[k].noun is None or k in sentence.inside and sentence.inside[k].entry.use != "holder"
        ):
            if k > begin + 6 or words[k].cls & (PREP | REL) and not words[k].cls & DET:
                return False
            k += 1
        noun = words[k].noun
        if k >= group.i or noun is None or noun.noun in ("state", "claim") and noun.lemma not in HOPES:
            return False
        if any(draft.extra.get("nominal") == k for draft in self.drafts):
            return True  # "a UN appeal for aid was launched": told already
        if frames.lemma in REPEATING and (noun.stays or k + 1 != group.i):
            return False
        adjacent = all(words[p].cls & (ADV | TIME) for p in range(k + 1, group.i))
        j = group.j
        if noun.noun == "discuss":
            to = words[j].cls & TO and noun.lemma == "attention" if j < sentence.last else 0
            j = -1 if not adjacent else j if to else self._find_matter(j)
            if j < 0:
                return False  # "talks were held on Friday"
        elif agent is not None and j < sentence.last and words[j].fold == "by":
            j = self._pass_agent(j + 1)
        elif j < sentence.last and words[j].fold == "by":
            return False
        at = j if adjacent else k + 1
        if sentence.folded[at : at + 1] == ["with"] and sentence.folded[at + 1 : at + 3] in REGARDS:
            at += 2  # "agreement was reached with regard to"
        if noun.lemma in BARGAINS and (at >= sentence.last or words[at].fold not in SETTLING):
            return False
        if at + 1 >= sentence.last or not (words[at].cls & (TO | COMP) or words[at].fold in {*NOUN_PREPS, "that"}):
            return False
        start = k
        while start > begin and not words[start - 1].cls:
            start -= 1
        cue = (start, group.j) if adjacent else (group.m, group.j)
        if words[at + 1].fold == "by":
            return False  # "the call is paid for by"
        holder, how = agent or (PARTICIPANTS, "none")
        if agent is not None and words[group.j].fold == "by" and at > group.j + 1:
            holder = self.phrases.read(group.j + 1, at) or holder  # without what follows him
        draft = Finding(
            sentence.starts[cue[0]], sentence.ends[cue[1] - 1], frames.lemma, noun.noun, "reported", "en.verb.passive",
            holder,
        )  # fmt: skip
        draft.extra = {"group": group, "at": at}
        infinitive = words[at].cls & TO and at in self.clauses.covered
        if adjacent:
            self.open_content(draft, at if infinitive else at + 1)
            by = next((p for p in range(at + 1, sentence.last) if words[p].fold == "by"), -1) if agent else -1
            if by > at and sentence.starts[by] < holder.start:
                draft.content_end, draft.opened = sentence.ends[by - 1], False  # "over Idlib by the Russian side"
        else:
            draft.content_start, draft.content_end = sentence.starts[at + (not infinitive)], sentence.ends[group.i - 1]
        self.consumed.add(k)
        self.finish(draft, holder, how)
        return True

    def _pass_agent(self, j: int) -> int:
        """Find what opens the content behind an agent: "was expressed by the guarantors with the results"."""
        words, last = self.words, self.sentence.last
        while j < last and (
            j in self.sentence.inside
            or not words[j].cls & (TO | COMP)
            and words[j].fold not in {*NOUN_PREPS, "that"} - {"of", "from", "by"}
        ):
            j += 1
        return j

    def _read_reduced(self, group: Group, frames: Frames) -> None:
        """Read "a move welcomed by the United Nations": a participle with its agent behind the noun it describes."""
        sentence, words = self.sentence, self.words
        if (
            frames.object not in ("welcome", "condemn", "reject", "deny")
            and frames.lemma not in SIGNING
            or frames.lemma in ("support", "back", "oppose")
            or group.j >= sentence.last
            or words[group.j].fold != "by"
            and not self.clauses._governs_by(frames, group.j)
        ):
            return
        agent = self._find_agent(group, frames)
        before = group.i - 1
        if agent is None or agent[0].kind in ("unknown", "holder", "pronoun") or before < sentence.first:
            return
        earlier = next((g for g in reversed(self.clauses.groups[: group.number]) if g.kind == FINITE), None)
        if words[before].cls & (CONJ | CONTRAST) and earlier is not None and earlier.passive:
            self.subjects.find(earlier)
            before = self.subjects.skip_left(earlier.i - 1)  # "was welcomed by Moscow but rejected by the rebels"
        before -= bool(words[before].cls & COMMA) and before not in sentence.inside and before > sentence.first
        if before not in sentence.inside and (words[before].cls & ~ADV or before in self.clauses.covered):
            return
        s, e = self.subjects.region(before)
        while s < e and s not in sentence.inside and words[s].cls & PREP:
            s += 1
        while e > s + 1 and words[e - 1].cls & ADV and e - 1 not in sentence.inside:
            e -= 1  # "a report flatly denied by"
        if e - 1 not in sentence.inside and words[e - 1].cls & ADV:
            return
        draft = self.begin(group, frames, frames.object, "en.verb.passive", agent[0])
        draft.content_start, draft.content_end = sentence.starts[s], sentence.ends[e - 1]
        draft.extra["at"] = s
        self.finish_aside(draft, *agent)
