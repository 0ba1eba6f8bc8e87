"""The noun behind a light or assertive verb decides the act."""

from __future__ import annotations

from typing import Final

from astana_study.coding.english.clauses import FINITE, INFINITIVE, PARTICIPLE, Group
from astana_study.coding.english.desk import Desk
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.lexicon import (
    ADV,
    COMMA,
    COMP,
    CONJ,
    DET,
    GENITIVE,
    POSS,
    PREP,
    PUNCT,
    QUOTE,
    REL,
    STOP,
    SUB,
    TIME,
    TO,
)

PRINCIPLES: Final = (
    "sovereign",
    "unity",
    "independence",
    "territorial",
    "integrity",
    "charter",
    "principle",
    "resolution",
    "international law",
    "agreement",
    "memorandum",
    "political",
    "ceasefire",
    "norms",
)


NOUN_PREPS: Final = {
    "of",
    "for",
    "to",
    "at",
    "about",
    "over",
    "on",
    "with",
    "against",
    "in",
    "regarding",
    "towards",
    "toward",
    "concerning",
    "by",
    "from",
    "as",
}


BARGAINS: Final = {"deal", "deals", "pact"}
SETTLING: Final = {"on", "over", "to"}
"""What must follow a bargain for it to be an agreement on something."""
RESOLVE: Final = {"determination", "readiness", "willingness", "resolve", "intention", "preparedness"}
"""Nouns behind which "to" opens what somebody is about to do."""
GIVEN: Final = {"agree", "commit", "call"}
"""Acts whose nouns name their owner behind "of"."""
UTTERANCES: Final = {"statement", "remark", "remarks", "words", "comments", "announcement"}
"""Nouns of speaking: light verbs with them need the matter that is spoken of."""


class Nouns(Desk):
    """The noun behind a light or assertive verb decides the act. Part of `grammar.Reading`."""

    def _names_accusation(self, at: int) -> bool:
        return any(
            self.words[k].fold
            in ("accusation", "accusations", "allegation", "allegations", "claims", "claim", "charges", "reports")
            for k in range(at, min(self.sentence.last, at + 4))
        )

    def _apply_noun(self, draft: Finding, group: Group, at: int, *, light: bool) -> bool:
        """Let the noun behind a light verb decide the act. False where a light verb has none."""
        sentence, words = self.sentence, self.words
        k = at
        clean = True
        while k < sentence.last and k < at + 12:
            word = words[k]
            entity = sentence.inside.get(k)
            if entity is not None and entity.entry.use == "holder" and words[entity.j - 1].noun is not None:
                k, word, entity = entity.j - 1, words[entity.j - 1], None  # "held bilateral talks on"
            if entity is not None:
                clean = False
                k = entity.j
                continue
            if word.noun is not None:
                following = words[k + 1] if k + 1 < sentence.last else None
                if (
                    following is None
                    or following.cls & (PREP | TO | COMP | PUNCT | CONJ | TIME | SUB)
                    or following.fold == "that"
                    or word.noun.stays
                    and following.cls & DET
                ):
                    break
            if word.cls & GENITIVE and k > at and words[k - 1].fold.endswith("s"):
                clean = False
                k += 1
                continue
            if word.cls & QUOTE and k == at or word.cls & QUOTE and k == at + 1 and words[at].cls & POSS:
                k += 1
                continue
            if (
                word.cls & (PREP | COMP | COMMA | STOP | REL | TO | QUOTE)
                and not word.cls & DET
                or (
                    k in self.clauses.covered
                    and self.clauses.covered[k] is not group
                    and self.clauses.covered[k].kind != PARTICIPLE
                )
            ):
                return not light
            if word.cls & GENITIVE:
                clean = False
            k += 1
        else:
            return not light
        if k >= sentence.last:
            return not light
        noun = words[k].noun
        if noun is None:
            return not light
        follows = k + 1
        if follows < sentence.last and words[follows].cls & QUOTE and follows not in sentence.quote_at:
            follows += 1  # "expressed “concerns” over"
        while (
            follows < sentence.last
            and words[follows].cls & CONJ
            and follows + 1 < sentence.last
        ):
            step = follows + 1
            while step < follows + 4 and step < sentence.last and words[step].noun is None:
                if words[step].cls & ~(POSS | ADV) or step in sentence.inside or words[step].kinds & 3:
                    break
                step += 1
            second = words[step].noun if step < sentence.last else None
            if second is None:
                break
            if second.noun != noun.noun and not noun.stays:
                draft.extra["second"] = step
            follows = step + 1
        if noun.stays:
            if light or draft.act in ("affirm", "state"):
                draft.act = noun.noun
            return True
        if (
            not light
            and draft.lemma in ("note", "highlight", "stress", "emphasize", "emphasise", "underline", "underscore")
            and (noun.noun in ("affirm", "state", "call", "agree", "claim") or not self._is_owned(at))
            and not (k == at and noun.noun == "reject" and draft.lemma not in ("note", "highlight"))
        ):
            self.consumed.add(k)
            return True
        following = words[follows] if follows < sentence.last else None
        if noun.lemma in BARGAINS and (following is None or following.fold not in SETTLING):
            return not light  # "announced the deal with lawmakers"
        alone = not any(group.kind == FINITE and group.i > follows for group in self.clauses.groups)
        if following is None or not (
            following.cls & (PREP | TO | COMP) or following.fold == "that" or following.fold == "as" and alone
            and follows + 1 < sentence.last and words[follows + 1].cls & (DET | POSS | TO)
        ):  # fmt: skip
            if light:
                return False
            if not light:
                return True
        if light and noun.lemma in UTTERANCES and following.fold in ("at", "in", "of", "to", "for", "with", "as"):
            return False  # "made a statement at the end of the round": on what is not told
        if noun.noun == "discuss":
            to = following.cls & TO and noun.lemma == "attention"
            topic = follows if to else self._find_matter(follows)
            if topic < 0:
                return False  # "held talks in Sochi": on what is not told
            follows, following = topic, words[topic]
        elif draft.lemma in ("hold", "conduct"):
            return False
        draft.act = noun.noun
        draft.rule = "en.verb.noun"
        self.consumed.add(k)
        start = follows
        infinitive = following.cls & TO and (follows in self.clauses.covered or self._may_act(noun.lemma, follows + 1))
        if not infinitive and (following.fold in NOUN_PREPS or following.fold == "that"):
            start = follows + 1
            if following.fold == "that":
                draft.mode = "indirect"
        if start >= sentence.last:
            return False
        if draft.act == "commit" and not infinitive and following.fold in ("to", "for"):
            head = " ".join(sentence.folded[start : start + 7])
            if any(principle in head for principle in PRINCIPLES):
                draft.act = "affirm"
        if clean:
            draft.cue_end = sentence.ends[k]
        self.open_content(draft, self._skip_owner(start) if following.fold == "of" and noun.noun in GIVEN else start)
        return True

    def _skip_owner(self, start: int) -> int:
        """Pass over whose it is to what he is to do: "confirmed the agreement of the parties to meet again"."""
        sentence, named = self.sentence, False
        if start not in sentence.inside and not (self.words[start].cls & DET and start + 1 in sentence.inside):
            return start
        for k in range(start, min(start + 16, sentence.last)):
            verb = self.clauses.covered.get(k)
            if verb is not None and k not in sentence.inside:
                return k if verb.kind == INFINITIVE and named else start
            named = named or k in sentence.inside
            if self.words[k].cls & (COMP | REL | SUB | STOP) and not self.words[k].cls & DET:
                break
        return start

    def _may_act(self, noun: str, k: int) -> bool:
        """Whether a word behind "to" can be a verb that the codebook lacks: "determination to interact with all"."""
        if noun not in RESOLVE or k + 1 >= self.sentence.last or k in self.sentence.inside:
            return False
        word, following = self.words[k], self.words[k + 1]
        known = word.cls or word.cap or word.noun or word.names or word.fold.endswith(("s", "ing"))
        return not known and bool(following.cls & (PREP | DET | POSS | ADV | COMP))

    def _is_owned(self, at: int) -> bool:
        """Whether an owner stands at word `at`: "their readiness", "Moscow's readiness"."""
        entity = self.sentence.inside.get(at)
        if entity is not None and entity.i == at and entity.j < self.sentence.last:
            return bool(self.words[entity.j].cls & GENITIVE)
        return bool(self.words[at].cls & POSS)

    def _find_matter(self, j: int) -> int:
        """Find the preposition before what talks are about, those who talk and where passed over; -1 where none is."""
        between = j < self.sentence.last and self.words[j].fold in ("between", "among")
        joins = 0 if between else CONJ
        for k in range(j, min(j + 14, self.sentence.last)):
            if k in self.sentence.inside:
                continue
            word = self.words[k]
            if word.fold in ("on", "about", "over", "regarding", "concerning", "around"):
                if k + 1 < self.sentence.last and not self.words[k + 1].cls & TIME:
                    return k
            elif word.cls & (COMMA | STOP | REL | COMP | SUB | joins) or k in self.clauses.covered:
                return -1
        return -1
