"""Participles as cues, and whose they are."""

from __future__ import annotations

from typing import Final

from astana_study.coding.draft import Holder, unplace
from astana_study.coding.english.arguments import read_arguments
from astana_study.coding.english.claims import Claims
from astana_study.coding.english.clauses import FINITE, GERUND, Group
from astana_study.coding.english.frames import Frames
from astana_study.coding.english.lexicon import (
    COMMA,
    COMP,
    CONJ,
    CONTRAST,
    DASH,
    DET,
    GENITIVE,
    ING,
    NEG,
    POSS,
    PREP,
    QUOTE,
    TO,
)
from astana_study.coding.english.lists import WRITINGS
from astana_study.coding.english.verbhood import WATCHING

GOING: Final = {"go on", "continue", "keep", "keep on"}
"""Verbs whose gerund is what is reported."""
ACCUSING: Final = {"accuse", "blame", "criticise", "criticize", "suspect"}
"""Verbs behind which "by" tells what the accused did."""


class Participles(Claims):
    """Participles as cues, and whose they are. Part of `grammar.Reading`."""

    def _read_participle(self, group: Group, frames: Frames) -> None:
        sentence, words = self.sentence, self.words
        p = self.subjects.skip_left(group.i - 1)
        before = words[p] if p >= sentence.first else None
        inside = before is not None and p in sentence.inside
        entry = sentence.inside[p].entry if inside else None
        meeting = entry is not None and entry.actor_id == "PARTICIPANTS" and entry.use == "holder"
        if meeting:
            inside = False  # "rejects the conference calling it a joke"
        holder, how, rule = None, "none", "en.participle"
        reduced = False
        led = self.clauses.covered.get(p)
        if led is not None and led.kind == FINITE and led.lemma in GOING and not inside:
            holder, how = self.subjects.find(led)  # "went on saying that"
        elif before is None or not inside and before.cls & (COMMA | DASH | QUOTE):
            if before is not None and self._is_listed(group):
                return
            if before is not None and before.cls & QUOTE and self._is_denied_deed(p - 1, near=True):
                return
            holder, how = self._main_subject(group)
        elif not inside and before.fold == "as":
            quoting = next(
                (
                    g
                    for g in reversed(self.clauses.groups)
                    if g.m < p and g.m >= p - 12 and g.lemma in ("quote", "cite", "report")
                ),
                None,
            )
            if quoting is None and not (words[p - 1].fold == "well" and words[p - 2].fold == "as"):
                return
            if quoting is None:
                holder, how = self._main_subject(group)  # "as well as discussing"
            else:
                holder, how = self._quoted_speaker(quoting, p)
                rule = "en.quoted-as"
        elif not inside and (before.fold == "besides" or before.fold == "to" and words[p - 1].fold == "addition"):
            holder, how = self._main_subject(group)  # "in addition to condemning it, they called"
        elif not inside and before.fold in ("by", "while", "when", "before", "after"):
            holder, how = self._near_subject(group, p)
        elif not inside and before.cls & (CONJ | CONTRAST):
            if before.cls & CONTRAST and self._is_denied_deed(p - 1):
                return
            earlier = next((g for g in reversed(self.clauses.groups[: group.number]) if g.kind == GERUND), None)
            if earlier is not None and not any(d.extra.get("group") is earlier for d in self.drafts):
                return
            if not any(d.rule in ("en.participle",) for d in self.drafts) and not (
                p > sentence.first and words[p - 1].cls & COMMA
            ):
                return
            holder, how = self._main_subject(group)
        elif not inside and before.fold == "in" and self._is_result(group):
            holder, how = self._near_subject(group, p)
        elif not inside and before.fold in ("worth", "noteworthy"):
            return
        elif not inside and (before.cls & (PREP | DET | POSS | GENITIVE | NEG | TO | COMP) or before.adjective):
            return
        else:
            s, e = self.subjects.region(p)
            begin = self._list_head(s)
            if begin > sentence.first and words[begin - 1].fold == "with" and begin < s:
                s = begin - 1  # "with Russia and Iran calling for"
            if s < e and words[s].fold == "with" and s not in sentence.inside:
                holder = self.phrases.read(s + 1, e)
                how = "explicit subject"
                if holder is not None and holder.kind == "pronoun":
                    how = "pronoun"
            elif self._is_watched(s):
                holder, how = self.phrases.read(s, e), "explicit subject"
                if holder is None or frames.lemma in ("support", "back", "oppose"):
                    return
            else:
                main = self._main_subject(group)
                if main[0] is not None and (frames.lemma == "say" or not inside) and not self._has_document(s, e):
                    holder, how = main
                else:
                    holder, how = self._reduced_head(group, s, e)
                if holder is None or frames.lemma in ("support", "back", "oppose", "head"):
                    return
                reduced = not inside and not meeting and not self._has_document(s, e)
        if holder is None:
            if how != "none" or not self.drafts:
                holder, how = self.subjects._subjectless()
            if holder is None:
                return
        arguments = read_arguments(sentence, self.subjects, group, frames)
        if not arguments.opens:
            mark = p
            if rule == "en.quoted-as":
                begin = next((self.subjects.begin.get(g.m, g.i) for g in reversed(self.clauses.groups) if g.m < p), p)
                self._claim_backward(group, frames, holder, how, begin, arguments.stop, rule)
            del mark
            return
        if reduced and arguments.opens not in ("that", "quote", "colon"):
            return  # "countries supporting them": said of the countries
        draft = self._claim(group, frames, holder, how, arguments)
        if draft is not None:
            draft.rule = rule

    def _list_head(self, s: int) -> int:
        """Return the word at which a list of names begins whose last name begins at word `s`."""
        words, inside = self.words, self.sentence.inside
        while s in inside and s - 2 >= self.sentence.first and words[s - 1].cls & (CONJ | COMMA) and s - 2 in inside:
            s = inside[s - 2].i
        return s

    def _is_watched(self, s: int) -> bool:
        """Whether a verb of seeing stands before a phrase: "Friday saw both sides accusing each other"."""
        verb = self.clauses.covered.get(s - 1)
        return verb is not None and verb.j == s and verb.lemma in WATCHING and not (verb.passive or verb.negated)

    def _is_denied_deed(self, p: int, *, near: bool = False) -> bool:
        """Whether the verb at or before word `p` denies that somebody is doing something: "are not “deciding” it"."""
        verb = self.clauses.covered.get(p)
        if not near:
            verb = next((g for g in reversed(self.clauses.groups) if g.kind == FINITE and g.m <= p), None)
        return verb is not None and verb.negated and (verb.lemma == "be" or self.words[verb.m].kinds & ING != 0)

    def _is_result(self, group: Group) -> bool:
        """Whether a gerund is what talks came to: "resulted on Friday in setting a date"."""
        earlier = self.clauses.groups[group.number - 1] if group.number else None
        return earlier is not None and earlier.kind == FINITE and earlier.lemma.startswith(("result", "culminate"))

    def _has_document(self, s: int, e: int) -> bool:
        if s < e and self.words[e - 1].lists & WRITINGS:
            return True  # "sent a letter urging"
        return any(
            k in self.sentence.inside and self.sentence.inside[k].entry.actor_id == "STATEMENT" for k in range(s, e)
        )

    def _quoted_speaker(self, quoting: Group, p: int) -> tuple[Holder | None, str]:
        if not quoting.passive:
            self.subjects.find(quoting)
        if quoting.passive:
            return self.subjects.find(quoting)
        holder = self.phrases.read(quoting.j, p)
        return holder, "explicit subject" if holder else "none"

    def _is_listed(self, group: Group) -> bool:
        """Whether a gerund is one of several subjects: "The truce, supporting aid and a venue were discussed"."""
        main = next((g for g in self.clauses.groups if g.kind == FINITE), None)
        return main is not None and main.m > group.m and main.passive and not self.words[main.i - 1].cls & COMMA

    def _near_subject(self, group: Group, p: int) -> tuple[Holder | None, str]:
        """The subject of the verb next to the left: "said the rebels took a hard line by refusing …"."""
        finite = [g for g in self.clauses.groups[: group.number] if g.kind == FINITE]
        main = [g for g in finite if not self.clauses.is_relative(g)]
        nearest = finite[-1] if finite else None
        if main and main[-1].lemma in ACCUSING:
            nearest = main[-1]
        if nearest is not None and nearest.lemma in ACCUSING and not nearest.passive:
            of = next((k for k in range(nearest.j + 1, p) if self.words[k].fold in ("of", "for")), p)
            holder = self.phrases.read(nearest.j, of) if of < p else None
            if holder is not None:
                return holder, "explicit subject"  # "accused the rebels of foiling the talks by refusing to sign"
        if nearest is not None and not any(self.words[k].cls & COMMA for k in range(nearest.j, p)):
            holder, _ = self.subjects.find(nearest)
            if holder is not None and holder.kind != "unknown" and not nearest.passive:
                return unplace(holder), "participle"
        return self._main_subject(group)

    def _main_subject(self, group: Group) -> tuple[Holder | None, str]:
        """The subject of the clause that a participle belongs to."""
        earlier = [
            d for d in self.drafts if d.extra.get("group") is not None and d.cue_start < self.sentence.starts[group.m]
        ]
        for draft in reversed(earlier):
            head = draft.extra["group"]
            if head.kind == FINITE and not self.subjects._is_nested(head) and draft.holder is not None:
                return unplace(draft.holder), "participle"
        if self.chapeau is not None and group.i == self.sentence.first:
            return unplace(self.chapeau), "chapeau"
        finite = [g for g in self.clauses.groups if g.kind == FINITE and g.m < group.m]
        for head in reversed(finite):
            if not self.subjects._is_nested(head):
                holder, _ = self.subjects.find(head)
                if holder is not None:
                    return unplace(holder), "participle"
        if not finite:
            for head in self.clauses.groups:
                if head.kind == FINITE and head.m > group.m and not self.subjects._is_nested(head):
                    holder, _ = self.subjects.find(head)
                    if holder is not None:
                        return unplace(holder), "participle"
                    break
        return None, "none"

    def _reduced_head(self, group: Group, s: int, e: int) -> tuple[Holder | None, str]:
        """ "A statement condemning …": the one who issued it; "officials saying …": they."""
        holder = self.phrases.read(s, e)
        if holder is None:
            return None, "none"
        if holder.actors == ("STATEMENT",):
            main, how = self._main_subject(group)
            if main is not None:
                return main, how
        if holder.kind == "unknown":
            return None, "none"
        return holder, "explicit subject"
