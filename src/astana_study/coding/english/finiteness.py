"""Tells finite verbs from participles and nouns of the same spelling."""

from __future__ import annotations

from typing import Final

from astana_study.coding.english.frames import Frames
from astana_study.coding.english.groups import FINITE, GERUND, INFINITIVE, PARTICIPLE, Group
from astana_study.coding.english.lexicon import (
    ADV,
    AUX,
    BASE,
    COMMA,
    COMP,
    CONJ,
    DASH,
    DET,
    MODAL,
    NUMBER,
    PART,
    PAST,
    POSS,
    PREP,
    PRON,
    PUNCT,
    QUOTE,
    REL,
    STOP,
    THIRD,
    TIME,
    TO,
    Word,
)
from astana_study.coding.english.lists import AUDIENCE
from astana_study.coding.english.pending import Pending
from astana_study.coding.english.verbhood import (
    ACTIVE,
    ISSUED,
    MEANS,
    MEETING,
    PLURALS,
    SOME,
    SPEECH,
    governs,
    must_be_verb,
)
from astana_study.coding.trie import climb

ADJECTIVAL: Final = {"close", "open"}
"""Adjectives before "to" that are verbs elsewhere: "sources close to the talks"."""
FREE: Final = {"unhindered", "unimpeded", "unobstructed", "unrestricted", "uninterrupted", "unfettered"}
PLANNING: Final = {"plan", "intend", "vow", "pledge"}
REFUSING: Final = {"reject", "condemn", "welcome", "deny"}
"""Acts whose verbs take a word of the speaker's before their object: "rejected as “baseless” the accusations"."""


class Finiteness(Pending):
    """Tells finite verbs from participles and nouns of the same spelling. Part of `clauses.Clauses`."""

    frames: dict[str, Frames]
    chapeau: bool

    def _phrase_kinds(self, k: int) -> int:
        """The kinds of a word that is a verb only with its particle ("points out")."""
        sentence = self.sentence
        node = sentence.words[k].phrasal
        found = climb(node, sentence.folded, k + 1, sentence.last) if node is not None else None
        return found[1][1] if found is not None and found[0] > k + 1 else 0

    def _read_past(self, k: int, j: int, lemma: str, frames: Frames | None, p: int, before: Word | None,
                   following: Word | None, starts: bool) -> Group:  # fmt: skip
        sentence = self.sentence
        words = sentence.words
        kinds = words[k].kinds or self._phrase_kinds(k)
        finite = Group(k, k, j, lemma, frames, FINITE, "past")
        reduced = Group(k, k, j, lemma, frames, PARTICIPLE)
        if kinds == PART:
            return reduced
        if not kinds & PART:
            return finite
        following = words[j] if j < sentence.last else None
        by = (
            following is not None
            and (following.fold in ("by", "as") or frames is not None and self._governs_by(frames, j))
            and not (j + 1 < sentence.last and (words[j + 1].fold in MEANS or self._does_by_saying(j)))
            and not (frames and (frames.preps or lemma in SPEECH or self.lacks_object(p)) and following.fold == "as")
            and not (frames and frames.object in REFUSING and j + 1 < sentence.last and words[j + 1].cls & QUOTE)
        )
        if before is not None and before.fold == "not" and p not in sentence.inside:
            return reduced  # "her nominee, not expected to win"
        object_of = self.covered.get(p)
        told = lemma == "tell" and following is not None and (following.cap or following.lists & AUDIENCE)
        spoken = (lemma == "say" or told) and not by and (following is None or not following.cls & TO)
        if object_of is not None and object_of.kind in (INFINITIVE, GERUND) and p not in sentence.inside:
            return finite if spoken else reduced  # "to respect universally recognised borders"
        if object_of is not None and object_of.j == k and (
            object_of.frames is not None and (object_of.frames.object or object_of.frames.light)
        ):
            if following is not None and not following.cls and not following.cap and k + 1 not in sentence.inside:
                return reduced  # "underscored continued cooperation"
        if before is not None and before.fold == "as" and p == k - 1 and following and following.fold in MEETING:
            return reduced  # "as stated in the document", "as agreed at the summit"
        if lemma == "refer" and sentence.folded[j : j + 2] == ["to", "as"]:
            return reduced  # "the force, also referred to as observers"
        if frames is not None and following is not None and following.fold in dict(frames.object_preps):
            if not (frames.that or frames.quote or frames.object or frames.preps or frames.light) and not (
                before is not None and before.cls & REL or self.lacks_object(p)
            ):
                return reduced  # "groups linked to Ankara"
        if following is not None and following.fold in ("for", "between") and frames is not None and frames.object:
            if before is not None and not before.cls and p not in sentence.inside and not self._says_later(frames, j):
                return reduced  # "the date announced for the meeting"
        if lemma in ISSUED and before is not None and not before.cls:
            said = following is not None and following.kinds & PAST and following.frames and following.frames.that
            if said or self._has_verb_ahead(j, issued=True):
                return reduced  # "the statement released stressed that"
        if lemma in ACTIVE and before is not None and not before.cls & CONJ:
            return finite
        if starts or before is None:
            if self.chapeau or frames is not None and not self._main_clause_follows(j):
                return finite
            return reduced
        if before.cls & (PRON | REL) and p not in sentence.inside and not before.cls & DET:
            return finite
        if frames is None and lemma in FREE and before.cls & CONJ and following is not None:
            if not following.cls and p not in sentence.inside:
                return reduced  # "a lasting truce and unimpeded deliveries"
        if before.cls & (COMMA | CONJ) and p not in sentence.inside:
            if spoken or by and not before.cls & CONJ:
                return finite if spoken else reduced
            earlier = any(g.kind == FINITE for g in self.groups)
            if (
                following is not None
                and following.noun is not None
                and before.cls & CONJ
                and p - 2 >= sentence.first
                and (words[p - 2].cls & (DET | POSS))
            ):
                return reduced  # "their strong and continued commitment"
            if (
                frames is None and before.cls & CONJ and p - 2 >= sentence.first and words[p - 2].cls & COMMA
                and not words[p - 1].cls and following is not None and not following.cls
            ):  # fmt: skip
                return reduced  # "safe, voluntary and dignified return"
            if before.cls & COMMA and self._closes_aside(p):
                return finite
            if frames is None and before.cls & COMMA:
                return reduced
            return finite if earlier and not by else reduced
        if before.fold == "(":
            return reduced  # "(hereinafter referred to as …)"
        if before.cls & QUOTE and p > sentence.first and words[p - 1].cls & (DET | POSS) and p == k - 1:
            return reduced  # a "failed possibility"
        if before.cls & (QUOTE | STOP | DASH):
            return finite
        opened = self._open_verb(k)
        if opened is None:
            return reduced if by else finite
        speaks = opened.frames is not None and opened.frames.that
        if speaks and following is not None and (following.cls & TIME or following.fold in ("last", "this")):
            return reduced  # "announced in the statement of the round held last August that …"
        if (
            opened.frames is not None
            and opened.frames.that
            and not opened.passive
            and opened.j <= p
            and not by
            and not (
                following is not None
                and following.cls & PREP
                and not (following.cls & TO and not any(w.cls & (AUX | MODAL) for w in words[j : sentence.last]))
                and (frames is None or opened.kind != FINITE)
                or frames is None
                and opened.frames.object
            )
        ):
            return finite  # "said Moscow rejected": that is left out
        if opened.m > sentence.first and opened.kind == FINITE and self.is_relative(opened):
            return finite if self.lacks_verb(k) else reduced
        nxt = words[opened.j] if opened.j < sentence.last else None
        if (
            opened.tense == "past" and opened.i == opened.m
            and words[opened.m].kinds & PART
            and nxt is not None
            and frames is not None
            and not by
            and opened.j not in self.covered
            and (nxt.cls & (PREP | ADV | TIME) or spoken and nxt.cls & TO
                 or opened.j + 1 < k and words[opened.j + 1].fold == "by")
        ):
            opened.kind, opened.tense = PARTICIPLE, ""  # "a declaration issued in Sochi said"
            return finite
        if not by and self.lacks_verb(k) and (spoken or not self._has_verb_ahead(j)):
            return finite  # "Ministers meeting to discuss the truce agreed to extend it"
        return reduced

    def _is_present(self, k: int, kinds: int, word: Word, p: int, before: Word | None, following: Word | None,
                    starts: bool) -> bool:  # fmt: skip
        sentence = self.sentence
        inside = sentence.inside
        if word.fold in ADJECTIVAL and following is not None and following.cls & TO:
            return False
        if kinds & BASE and word.frames and following is not None and before and self._is_watched(k, before):
            return not word.nounish or governs(word, following) or following.cls & (DET | POSS | PRON | COMP) != 0
        if following is not None and following.fold == ":" and not word.nounish and word.frames:
            if kinds & THIRD or before is not None and before.fold.endswith("s") and not before.cls & ~DET:
                return before is not None and bool(word.frames.quote)  # "The text reads: …", "Experts agree: …"
        agency = inside.get(k + 1)
        if kinds & THIRD and word.frames and word.frames.that and before is not None and before.cls & COMMA:
            if agency is not None and agency.entry.use == "agency" and agency.i == k + 1:
                return True  # "…, reports TASS"
        if following is None or following.cls & STOP:
            entity = inside.get(p)
            trailing = any(sentence.words[c].cls & (COMMA | QUOTE) for c in range(max(sentence.first, k - 8), k))
            sourced = trailing and entity is not None and entity.entry.use == "source"
            if (
                before is None
                or not word.frames
                or word.nounish and not (word.frames.that or word.frames.quote)
                or kinds & BASE
                and (word.nounish and not sourced or before.cls & ~NUMBER and entity is None)
            ):
                return False
            if kinds & THIRD and before.cls & COMMA and not word.nounish and entity is None:
                return True  # "X, the head of the project, explains."
            return trailing and (entity is not None or not before.cls) or before.cls & PRON != 0
        if starts or before is None or self.chapeau and before.cls & STOP and p not in inside:
            return bool(kinds & BASE and self.chapeau)
        entity = inside.get(p)
        if kinds & BASE and before.cls & COMMA and self.groups and self.groups[-1].kind == INFINITIVE:
            if word.frames is None or word.frames.object:
                return False  # "are to discuss the truce, consider a list and draw a map"
        if p in self.covered and entity is None:
            opened = self._open_verb(k)
            return bool(kinds & BASE) and self.lacks_verb(k) and must_be_verb(word, before, opened)
        if (before.cls & PRON or before.fold in SOME and word.frames and word.frames.that) and entity is None:
            return bool(kinds & BASE) == (before.fold in PLURALS) or bool(kinds & THIRD and before.fold not in PLURALS)
        if before.cls & REL and entity is None or kinds & THIRD and word.frames and self.lacks_object(p):
            return True  # "who views", "which Ankara views as"
        if kinds & BASE and before.cls & CONJ and self.groups and self.groups[-1].kind == INFINITIVE:
            if word.frames is None or any(group.lemma in PLANNING for group in self.groups[-2:-1]):
                return False  # "plan to discuss the truce and adopt a text"
        if kinds & BASE and before.cls & QUOTE and self.groups and self.groups[-1].kind == INFINITIVE:
            if p > sentence.first and sentence.words[p - 1].cls & CONJ:
                return False  # "to show restraint and “maintain the truce”"
        if before.fold == "but" and entity is None and kinds & THIRD and word.frames:
            opens = following.cls & (DET | POSS | COMP) or governs(word, following) and not any(
                w.kinds & PAST or w.cls & (AUX | MODAL) for w in sentence.words[k + 1 : k + 9]
            )
            if opens and any(g.kind == FINITE for g in self.groups):
                return True  # "will attend but demands the withdrawal", "names nobody but calls on them to"
        if before.cls & CONJ and entity is None:
            finite = [g for g in self.groups if g.kind == FINITE]
            if finite and finite[-1].tense == "perfect" and kinds & THIRD and following.cls & (DET | POSS | COMP):
                return True
            joined = (g.tense == "present" and sentence.words[g.m].kinds & kinds != 0 for g in reversed(finite))
            if finite and kinds & THIRD and word.frames and word.frames.that and not word.nounish:
                return True  # "visited Idlib and says"
            if finite and finite[-1].tense == "present" and kinds & THIRD and governs(word, following):
                if any(sentence.words[g.m].kinds & THIRD for g in finite):
                    return True  # "says that it will come, and objects to the list"
            # "condemns what was stated and considers it void": over a verb of another tense, if nothing else
            return next(joined, False) or word.frames is not None and not word.nounish and any(joined)
        opened = self._open_verb(k)
        if opened is not None and word.frames and word.frames.that and not word.nounish and opened.tense == "past" and (
            opened.i == opened.m and sentence.words[opened.m].kinds & PART
            and opened.j < k and sentence.words[opened.j].cls & PREP
        ):  # fmt: skip
            opened.kind, opened.tense = PARTICIPLE, ""  # "people briefed on it say that"
            return True
        if kinds & BASE and following.fold == "that" and word.frames and word.frames.that and self.lacks_verb(k):
            if entity is not None or before.fold.endswith("s") and not before.cls:
                return True  # "The participants in the meeting stress that"
        if kinds & BASE and must_be_verb(word, before, opened):
            return True  # "Democrats trying to regain control say that"
        if opened is not None and not (opened.frames and opened.frames.that) and not self.is_relative(opened):
            return False
        if before.cls & (COMMA | QUOTE) and entity is None:
            if kinds & BASE and not any(
                g.kind == FINITE and g.tense == "present" and sentence.words[g.m].kinds & BASE for g in self.groups
            ):
                return not word.nounish and self._closes_aside(p) and following.cls & (DET | POSS | COMP | TO) != 0
            if word.nounish and governs(word, following) and self._closes_aside(p):
                return True  # "The statement, read out by the host, calls for a halt"
            apposed = following.cls & (POSS | PRON) or following.cap or k + 1 in inside
            if apposed and word.frames and self._closes_aside(p):
                return True  # "Omar, a writer, calls it a fake"
            return not word.nounish or bool(following.cls & (TO | DET | COMP))
        takes = following is not None and bool(
            following.cls & (DET | POSS | COMP | QUOTE | TO | PRON | PREP)
            or following.cap
            or k + 1 in inside
            or following.adjective
            or following.noun
        )
        if kinds & THIRD:
            if not word.nounish:
                return True
            named = entity is not None or before.cap or before.cls & NUMBER and sentence.words[p - 1].cap
            if entity is not None and entity.i == sentence.first and word.frames and word.frames.object:
                if not any(w.cls & (AUX | MODAL) or w.kinds & PAST for w in sentence.words[k + 1 : k + 9]):
                    takes = True  # "Iran stresses effectiveness of the talks"
            if entity is not None and entity.entry.use == "agency" and word.frames and word.frames.that:
                return True
            if following.cls & PREP and entity is None and not before.cls:
                that = next((c for c in range(k - 1, sentence.first, -1) if sentence.words[c].fold == "that"), None)
                if that is not None and not any(g.kind == FINITE and g.m > that for g in self.groups):
                    return not any(w.kinds & PAST or w.cls & (AUX | MODAL) for w in sentence.words[k + 1 : k + 9])
            if following.cls & (DET | POSS | PRON) and not following.cls & PREP and word.frames and not before.cls:
                return True  # "his country supports the talks"
            if named and word.frames and word.frames.that and following.cls == 0 and not following.kinds:
                takes = takes or any(w.cls & MODAL for w in sentence.words[k + 2 : k + 16])  # "Moscow hopes aid will"
            return bool(named and takes and not (following.cls & PREP and not governs(word, following)))
        if (
            kinds & BASE
            and word.cls == 0
            and word.frames
            and word.frames.that
            and not word.nounish
            and not word.frames.object
            and (not before.cls & ~(ADV | TIME | PRON | NUMBER) or entity is not None)
        ):
            return takes or following.cls == 0
        if kinds & BASE and word.cls == 0 and following is not None:
            plural = (
                entity is not None
                and (
                    entity.entry.gender == "p"
                    or self._is_list(p)
                    or sentence.folded[p].endswith("s")
                    and len(sentence.folded[p]) > 4
                )
                or (entity is None and before.fold.endswith("s") and not before.cls & PUNCT)
            )
            if plural and entity is not None and word.frames and word.frames.object and not word.nounish:
                return True  # "Rebels accuse government of …": a headline without articles
            return bool(plural and takes and (not word.nounish or entity is not None))
        return False
