"""Speakers behind their verb: "…, said the envoy"."""

from __future__ import annotations

from typing import Final

from astana_study.coding.draft import Holder
from astana_study.coding.english.clauses import GERUND, PARTICIPLE, Group
from astana_study.coding.english.frames import Frames
from astana_study.coding.english.lexicon import (
    COMMA,
    COMP,
    CONJ,
    DASH,
    DET,
    POSS,
    PREP,
    PUNCT,
    QUOTE,
    REL,
    STOP,
    TIME,
    TO,
)
from astana_study.coding.english.openings import skip_phrase
from astana_study.coding.english.passives import Passives
from astana_study.coding.entities import Entity

DISCOURSE: Final = {"meanwhile", "however", "moreover", "furthermore", "additionally", "separately", "nevertheless"}
SPEECH: Final = {"say", "add", "write", "recall", "explain", "ask", "reply", "remark", "joke"}


def _may_speak(entity: Entity) -> bool:
    """Whether a name behind a verb can be its speaker: "says the statement", but not "concluded the round"."""
    use = entity.entry.use
    return use in ("person", "role", "agency", "source", "mention") or entity.entry.actor_id == "STATEMENT"


class Inversion(Passives):
    """Speakers behind their verb. Part of `grammar.Reading`."""

    def _may_invert(self, group: Group, frames: Frames) -> bool:
        """Whether a comma or quotation stands before the verb and nothing but a speaker behind it."""
        sentence, words = self.sentence, self.words
        before = group.i - 1
        if (
            group.lemma == "tell"
            or group.i != group.m
            or before < sentence.first
            or not words[before].cls & (COMMA | QUOTE)
            or before in sentence.inside
            or words[before - 1].fold in DISCOURSE
        ):
            return False
        if group.j >= sentence.last:
            return False
        if group.lemma not in SPEECH and words[before].cls & COMMA and not words[before - 1].cls & QUOTE:
            if self.clauses._closes_aside(before):
                return False  # "Toma, who led the rebels, claimed the envoy, X, was not serious"
        entity = next(
            (sentence.inside[k] for k in range(group.j, min(group.j + 4, sentence.last)) if k in sentence.inside), None
        )
        if group.lemma == "say" and self._ends_with_speaker(group.j):
            return True
        if entity is None and group.lemma == "say":
            return self._names_stranger(group.j)
        if entity is None or not _may_speak(entity):
            return False
        if any(words[k].cls & (COMP | QUOTE | TO | PUNCT | PREP) & ~DET for k in range(group.j, entity.i)):
            return False
        if entity.entry.use == "mention" and frames.object:
            return False
        after = entity.j
        while after < sentence.last and after in sentence.inside:
            after += 1
        return after >= sentence.last or bool(words[after].cls & (COMMA | STOP | PREP | QUOTE | TIME | REL))

    def _ends_with_speaker(self, k: int) -> bool:
        """Whether the sentence ends with a short phrase behind the verb: ", including patrols, said the ministry."."""
        words, last = self.words, self.sentence.last
        if words[k].fold != "the":
            return False
        end = k + 1
        while end < last and end < k + 5 and not words[end].cls & PUNCT and end not in self.clauses.covered:
            end += 1
        return k + 1 < end and (end >= last or end == last - 1 and bool(words[end].cls & STOP))

    def _names_stranger(self, k: int) -> bool:
        """Whether names of somebody unknown stand alone: ", said Doyle and others, …"."""
        words, last, begun = self.words, self.sentence.last, k
        while k < last and words[k].cap and not words[k].cls:
            k += 1
        if k + 1 < last and words[k].cls & CONJ and words[k + 1].fold == "others":
            k += 2
        return k > begun and (k >= last or bool(words[k].cls & (COMMA | STOP | REL)))

    def _read_inversion(self, group: Group) -> tuple[Holder, int, int] | None:
        """Read "…, said the envoy": the speaker behind the verb. Returns ``(holder, end, begin)``."""
        sentence, words = self.sentence, self.words
        before = group.i - 1
        if before < sentence.first or not words[before].cls & (COMMA | QUOTE | DASH) or before in sentence.inside:
            return None
        j = group.j
        s = j
        while j < sentence.last and j < s + 16:
            entity = sentence.inside.get(j)
            if entity is not None:
                j = entity.j
                continue
            cls = words[j].cls
            if (
                cls & (COMMA | STOP | QUOTE | REL | COMP | TIME)
                and not cls & DET
                or j in self.clauses.covered
                and j > s
            ):
                break
            if words[j].fold in ("in", "on", "at", "during", "after") and j > s:
                break
            j += 1
        if (
            j == s
            or words[s].cls & (COMP | TO)
            or words[s].cls & PREP
            and s not in sentence.inside
            or words[s].fold == "that"
        ):
            return None
        named = sentence.inside.get(j + 1) if j < sentence.last and words[j].cls & COMMA else None
        if named is not None and named.entry.use == "person" and words[s].fold in ("a", "an", "the", "one"):
            if not any(k in sentence.inside and sentence.inside[k].entry.use == "person" for k in range(s, j)):
                j = named.j  # "said a member of the delegation, Osama Abu Zeid"
        if j + 1 < sentence.last and words[j + 1].fold == "by" and j - 1 in sentence.inside:
            issued = self.clauses.covered.get(j)
            if sentence.inside[j - 1].entry.actor_id == "STATEMENT" and issued is not None:
                j = skip_phrase(sentence, self.subjects, j + 2, sentence.last)  # "a statement released by the group"
        quoted = words[before].cls & QUOTE or before > sentence.first and words[before - 1].cls & QUOTE
        if not quoted and (group.frames and group.frames.object or group.lemma not in SPEECH):
            known = any(
                k in sentence.inside and _may_speak(sentence.inside[k]) and sentence.inside[k].entry.use != "source"
                and not any(words[p].cls & PREP and p not in sentence.inside for p in range(s, k))
                for k in range(s, j)
            )
            if not known or j < sentence.last and not words[j].cls & (COMMA | STOP | REL | TIME | PREP):
                return None
        verb = self.clauses.covered.get(j) if j < sentence.last else None
        if verb is not None and verb.kind not in (PARTICIPLE, GERUND) and not words[j].cls & REL:
            return None
        holder = self.phrases.read(s, j)
        if (
            holder is None
            or holder.kind == "unknown"
            and not quoted
            and not words[s].cls & (DET | POSS)
            and not any(words[k].cap for k in range(s, j))
        ):
            return None
        return holder, j, group.i
