"""Passives with a twist: the subject is told something, stands behind the verb, or the auxiliary is left out."""

from __future__ import annotations

from typing import Final

from astana_study.coding.draft import Holder
from astana_study.coding.english.clauses import FINITE, INFINITIVE, Group
from astana_study.coding.english.frames import Frames
from astana_study.coding.english.lexicon import (
    COMMA,
    COMP,
    CONJ,
    CONTRAST,
    DASH,
    DET,
    GENITIVE,
    PART,
    PREP,
    PUNCT,
    REL,
    STOP,
    SUB,
    TIME,
    TO,
)
from astana_study.coding.english.lists import STATEMENTS
from astana_study.coding.english.nouns import Nouns
from astana_study.coding.english.openings import clause_at, skip_time
from astana_study.coding.english.verbhood import PERIODS

PARTICIPANTS: Final = Holder(("PARTICIPANTS",), "p", "collective")
TOLD: Final = {"promise", "assure", "warn", "inform", "tell", "notify", "guarantee", "remind"}
"""Verbs in whose passive the one who is told is the subject."""
EFFORTS: Final = {"attempt", "attempts", "effort", "efforts", "move", "bid", "ploy", "step", "concession"}
"""Nouns that own the "by" behind them."""
LONGEST_HEADING: Final = 20
"""Words in a heading before the participle that ends it."""


class Addressees(Nouns):
    """Passives whose subject is told something, stands behind them, or has no auxiliary. Part of `grammar.Reading`."""

    def _read_told(self, group: Group, frames: Frames, agent: tuple[Holder, str] | None) -> bool:
        """Read what somebody was promised, told or warned of: "we were assured that the raids would stop"."""
        words, last = self.words, self.sentence.last
        at = group.j if agent is not None else skip_time(self.sentence, group.j)
        while agent is not None and at < min(last, group.j + 12) and words[at].fold != "that":
            at += 1
        if at + 1 >= last:
            return False
        if words[at].fold == "that":
            at += 1
        elif agent is not None or words[at].cls & (PREP | SUB) or not clause_at(self.sentence, self.subjects, at, last):
            return False  # else "was told Damascus would not give way"
        holder, how = agent or (PARTICIPANTS, "none")
        draft = self.begin(group, frames, frames.told or frames.that, "en.verb.passive", holder)
        draft.mode = "indirect"
        self.open_content(draft, at)
        self.finish_aside(draft, holder, how)
        return True

    def _find_text_around(self, begin: int) -> tuple[Holder, str] | None:
        """In which text it was said: "In the joint statement, it was stressed that"."""
        sentence, first = self.sentence, self.sentence.first
        if sentence.folded[first] != "in":
            return None
        for entity in sentence.entities:
            if entity.i <= first + 3 and entity.j < begin and entity.entry.actor_id == "STATEMENT":
                holder = self.phrases.read(first + 1, entity.j)
                return (holder, "explicit subject") if holder is not None else None
        return None

    def _read_bare_passive(self, group: Group, frames: Frames, holder: Holder | None, begin: int) -> bool:
        """Read a headline's passive without its auxiliary: "Aid to the north discussed in Astana"."""
        if frames.object not in ("discuss", "agree") or group.i != group.m or not self.words[group.m].kinds & PART:
            return False
        first = self.sentence.first
        if holder is not None and holder.kind != "unknown" or begin >= group.i:
            return False
        for k in range(first, group.i):
            if self.words[k].cls & (STOP | DASH) and k not in self.sentence.inside:
                first = k + 1  # behind "Syria talks:"
        if begin < first or group.i - first > LONGEST_HEADING:
            return False
        if sum(other.kind == FINITE for other in self.clauses.groups) != 1:
            return False
        draft = self.begin(group, frames, frames.object, "en.verb.passive", PARTICIPANTS)
        draft.content_start, draft.content_end = self.sentence.starts[first], self.sentence.ends[group.i - 1]
        draft.extra["at"] = first
        self.finish_aside(draft, PARTICIPANTS, "none")
        return True

    def _read_fronted(self, group: Group, frames: Frames) -> bool:
        """Read a passive whose subject stands behind it: "Also discussed was the fate of the detainees"."""
        first = self.sentence.first
        verb = self.clauses.covered.get(group.j)
        if verb is None or verb.lemma != "be" or verb.kind != FINITE or verb.negated or group.i != group.m:
            return False
        if group.i > first + 4 or group.i > first and self.sentence.folded[first] not in ("also", "among"):
            return False
        draft = self.begin(group, frames, frames.object, "en.verb.passive", PARTICIPANTS)
        self.open_content(draft, verb.j)
        self.finish_aside(draft, PARTICIPANTS, "none")
        return True

    def _find_list(self, j: int) -> int:
        """The last word of the list that tells what was discussed, behind a colon or "including"; -1 without one."""
        words, last = self.words, self.sentence.last
        for k in range(j, min(last - 2, j + 12)):
            if words[k].fold in (":", "including") and k not in self.sentence.quoted:
                if any(group.kind == FINITE and group.m > k for group in self.clauses.groups):
                    return -1
                return last - 1 - bool(words[last - 1].cls & STOP)
            if k in self.clauses.covered or words[k].cls & STOP:
                break
        return -1

    def _is_bidden(self, group: Group, frames: Frames) -> bool:
        """Whether somebody is told what to do, nobody says by whom: "the rebels were advised to leave"."""
        j = group.j + (group.j < self.sentence.last and self.words[group.j].fold == "not")
        behind = self.clauses.covered.get(j)
        if behind is None or behind.kind != INFINITIVE:
            return False
        return dict(frames.object_preps).get("to") == "call"

    def _find_teller(self, group: Group) -> tuple[Holder, str] | None:
        """Of whom something was learnt: "it was learnt from the ministry that"."""
        words, last = self.words, self.sentence.last
        if group.lemma != "learn" or group.j >= last or words[group.j].fold != "from":
            return None
        end = next((k for k in range(group.j + 1, last) if words[k].fold == "that"), last)
        holder = self.phrases.read(group.j + 1, end) if end < last else None
        return (holder, "explicit subject") if holder is not None else None

    def _find_talkers(self, group: Group) -> tuple[Holder, str] | None:
        """Who talked: "a debate took place between Moscow and Tehran on the map"."""
        sentence, words = self.sentence, self.words
        if group.j >= sentence.last or words[group.j].fold not in ("between", "among"):
            return None
        matter = self._find_matter(group.j)
        e = matter if matter > 0 else group.j + 1
        holder = self.phrases.read(group.j + 1, e)
        return (holder, "explicit subject") if holder is not None and holder.kind != "unknown" else None

    def _find_agent(self, group: Group, frames: Frames) -> tuple[Holder, str] | None:
        sentence, words = self.sentence, self.words
        seen = group.j < sentence.last and words[group.j].fold == "as"
        reach = 12 if seen else 8  # "denounced as a stab in the back by"
        for k in range(group.j, min(sentence.last, group.j + reach)):
            if words[k].fold == "by" and k not in sentence.inside:
                if k > group.j and words[k - 1].fold in EFFORTS:
                    return None  # "was seen as an attempt by Moscow to"
                e = k + 1
                while e < sentence.last and e < k + 14:
                    entity = sentence.inside.get(e)
                    if entity is not None:
                        e = entity.j
                        continue
                    cls = words[e].cls
                    if (
                        cls & (PUNCT & ~GENITIVE)
                        and words[e].fold not in (",", "/")
                        or cls & (COMP | REL | SUB | TIME | TO | CONTRAST)
                        and not (cls & DET)
                        or e in self.clauses.covered
                    ):
                        break
                    if words[e].fold in ("last", "this") and e > k + 1 and e + 1 < sentence.last:
                        if words[e + 1].fold in PERIODS or words[e + 1].cls & TIME:
                            break  # "signed by Moscow and Ankara last week"
                    if cls & PREP and e - 1 in sentence.inside and words[e].fold in dict(frames.object_preps):
                        break  # "is accused by Damascus of looting oil"
                    if words[e].cls & COMMA and not (sentence.inside.get(e - 1) and sentence.inside.get(e + 1)):
                        break
                    e += 1
                if e == k + 1:
                    return None
                holder = self.phrases.read(k + 1, e)
                return (holder, "explicit subject") if holder is not None else None
            if (
                words[k].cls & (COMMA | STOP | CONJ)
                or k in self.clauses.covered
                and self.clauses.covered[k] is not group
            ):
                return None
        return None

    def _is_document(self, at: int) -> bool:
        """Whether an object is a statement and no more: "a joint statement on Syria at the meeting"."""
        for k in range(at, min(at + 5, self.sentence.last)):
            entity = self.sentence.inside.get(k)
            if entity is not None:
                return entity.entry.actor_id == "STATEMENT" and self.words[entity.j - 1].lists & STATEMENTS > 0
            if self.words[k].cls & PREP:
                return False
        return False
