"""The verbs of a sentence and the subject of each of them.

One pass finds the verb groups (auxiliaries, negation and main verb) and tells finite verbs from participles,
infinitives and nouns. The subject of a group is then looked for on demand, to its left: noun phrase, relative
pronoun, aside, or the subject of the verb with which it is co-ordinated.
"""

from __future__ import annotations

from dataclasses import dataclass

from astana_study.coding.english.lexicon import (
    ADV,
    AUX,
    BASE,
    COMMA,
    COMP,
    CONJ,
    CONTRAST,
    DASH,
    DET,
    GENITIVE,
    ING,
    MODAL,
    NEG,
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
    SUB,
    THIRD,
    TIME,
    TO,
)  # fmt: skip
from astana_study.coding.english.sentence import Sentence
from astana_study.coding.trie import climb

SKIPPED = ADV | NEG
OPENERS = {"after", "before", "since", "until", "as", "once", "than"}
BOUNDARY = COMP | REL | SUB | CONTRAST | CONJ | COMMA | STOP | QUOTE | DASH
TIME_WORDS = {"on", "last", "this", "late", "early", "earlier", "in", "at", "week", "month", "evening", "morning",
              "afternoon", "night", "day", "th", "st", "nd", "rd"}  # fmt: skip
PLURALS = {"they", "we", "i", "you", "who", "which", "that", "both"}
FINITE, INFINITIVE, GERUND, PARTICIPLE = "finite", "infinitive", "ing", "participle"


@dataclass(slots=True)
class Group:
    """One verb group: its words ``[i, j)`` with the main verb at `m`, and what it is."""

    i: int
    m: int
    j: int
    lemma: str
    frames: object
    kind: str
    tense: str = ""
    passive: bool = False
    negated: bool = False
    modal: bool = False
    number: int = 0


class Clauses:
    """The verb groups of one sentence, left to right; `at` finds the group of a main verb."""

    def __init__(self, sentence: Sentence, frames: dict, chapeau: bool):
        self.sentence = sentence
        self.frames = frames
        self.chapeau = chapeau
        self.groups: list[Group] = []
        self.at: dict[int, Group] = {}
        self.covered: dict[int, Group] = {}
        self._find_groups()

    # -- groups ----------------------------------------------------------------------------------------------------

    def _find_groups(self) -> None:
        sentence = self.sentence
        words, inside, last = sentence.words, sentence.inside, sentence.last
        k = sentence.first
        while k < last:
            word = words[k]
            cls = word.cls
            if not (word.kinds or cls & (AUX | MODAL | TO)) or k in inside:
                k += 1
                continue
            if cls & TO:
                group = self._read_infinitive(k)
            elif cls & (AUX | MODAL) and not (cls & TIME):
                group = self._read_auxiliary(k)
            else:
                group = self._read_lexical(k)
            if group is None:
                k += 1
                continue
            group.number = len(self.groups)
            self.groups.append(group)
            self.at[group.m] = group
            for place in range(group.i, group.j):
                self.covered[place] = group
            k = group.j

    def _extend(self, m: int) -> tuple[str, object, int]:
        """Return lemma, frames and end of the verb at `m`, phrasal where its particle follows."""
        word = self.sentence.words[m]
        if word.phrasal is not None:
            found = climb(word.phrasal, self.sentence.folded, m + 1, self.sentence.last)
            if found is not None:
                lemma = found[1][0]
                return lemma, self.frames.get(lemma), found[0]
        return word.lemma, word.frames, m + 1

    def _read_infinitive(self, k: int) -> Group | None:
        words, last = self.sentence.words, self.sentence.last
        m = k + 1
        while m < last and words[m].cls & SKIPPED and not words[m].kinds:
            m += 1
        if m >= last or m in self.sentence.inside:
            return None
        if not words[m].kinds & BASE:
            word = words[m]
            if word.cls or word.kinds or word.cap or word.noun or word.names or m + 1 >= last:
                return None
            head = self.groups[-1] if self.groups else None
            governed = head is not None and head.j == k and head.frames is not None and bool(head.frames.to)
            if not governed and not words[m + 1].cls & (DET | POSS | PRON):
                return None
            return Group(k, m, m + 1, word.fold, None, INFINITIVE)
        if words[m].cls & AUX and m + 1 < last and words[m + 1].kinds & (PART | ING):
            m += 1
        lemma, frames, j = self._extend(m)
        return Group(k, m, j, lemma, frames, INFINITIVE)

    def _read_auxiliary(self, k: int) -> Group | None:
        words, last, inside = self.sentence.words, self.sentence.last, self.sentence.inside
        j = k
        modal = negated = False
        final = words[k]
        first = words[k]
        while j < last and j not in inside:
            word = words[j]
            if word.cls & NEG:
                negated = True
            if word.cls & MODAL:
                modal = True
            elif word.cls & AUX:
                final = word
            elif not word.cls & SKIPPED or word.kinds:
                break
            j += 1
        if words[k].cls & MODAL and first.fold == "may" and first.cap and k > self.sentence.first:
            return None
        if first.fold == "be":
            modal = True  # "that it be discussed"
        be = final.lemma == "be" or final.fold in ("isnt", "arent", "wasnt", "werent")
        tense = "modal" if modal else "present" if first.kinds & (BASE | THIRD) else "past"
        if first.lemma == "have" and not modal and not be:
            tense = "perfect" if first.fold != "had" else "pluperfect"
        kind = GERUND if first.fold in ("being", "having") else FINITE
        if j < last and j not in inside and words[j].kinds & (BASE | PART | ING | PAST):
            word = words[j]
            fits = (
                word.kinds & (PART | ING) if be else word.kinds & PART if final.lemma == "have" else word.kinds & BASE
            )
            if be and word.nounish and not word.kinds & (PART | ING):
                fits = False
            if fits:
                lemma, frames, end = self._extend(j)
                passive = bool(be and word.kinds & PART and not word.kinds & ING)
                return Group(k, j, end, lemma, frames, kind, tense, passive, negated, modal)
        main = j - 1
        while main > k and not words[main].cls & AUX:
            main -= 1
        lemma, frames, end = self._extend(main)
        if lemma == words[main].lemma:
            frames = None
        return Group(k, main, max(end, j), lemma, frames, kind, tense, False, negated, modal)

    def _previous(self, k: int) -> int:
        """The word before `k`, adverbs and times passed over."""
        words, first = self.sentence.words, self.sentence.first
        k -= 1
        while k >= first and (words[k].cls & ADV and not words[k].cls & (SUB | PREP | CONJ) or words[k].cls & TIME):
            k -= 1
        return k

    def _read_lexical(self, k: int) -> Group | None:
        sentence = self.sentence
        words, inside = sentence.words, sentence.inside
        word = words[k]
        kinds = word.kinds
        p = self._previous(k)
        before = words[p] if p >= sentence.first else None
        if word.cls & (PREP | ADV) and not word.frames or word.cap and k > sentence.first and not self._may_be_capital(p):
            return None
        following = words[k + 1] if k + 1 < sentence.last else None
        lemma, frames, j = self._extend(k)
        if kinds == ING:
            if before is not None and before.cls & (DET | POSS | GENITIVE) and p not in inside:
                return None
            return Group(k, k, j, lemma, frames, GERUND)
        starts = before is None or p not in inside and self._is_opening(p)
        if before is not None and p not in inside and before.cls & (DET | POSS | GENITIVE | TO) and not starts and not (
            before.cls & (PRON | REL | COMP)
        ):  # fmt: skip
            return None
        if before is not None and p not in inside and before.cls & PREP and not before.cls & (SUB | REL) and p == k - 1:
            return None
        if before is not None and before.adjective and p not in inside:
            return None
        if kinds & PAST or kinds == PART:
            return self._read_past(k, j, lemma, frames, p, before, following, starts)
        if not self._is_present(k, kinds, word, p, before, following, starts):
            return None
        return Group(k, k, j, lemma, frames, FINITE, "present")

    def _may_be_capital(self, p: int) -> bool:
        """Whether a capital does not tell a name here: at the opening, or in a headline that has them throughout."""
        if p < self.sentence.first or self._is_opening(p) or self.sentence.words[p].cls & QUOTE:
            return True
        return self.sentence.text[self.sentence.starts[self.sentence.first] : self.sentence.ends[self.sentence.last - 1]].istitle()

    def _is_opening(self, p: int) -> bool:
        """Whether the mark at `p` ends a number ("1."), a bullet or a heading, so that a verb behind it opens the sentence."""
        sentence = self.sentence
        word = sentence.words[p]
        if p == sentence.first and word.cls & (DASH | PUNCT) and not word.cls & QUOTE:
            return True
        return p == sentence.first + 1 and word.fold in (".", ")") and bool(sentence.words[p - 1].cls & NUMBER)

    def _read_past(self, k, j, lemma, frames, p, before, following, starts) -> Group:
        sentence = self.sentence
        words, kinds = sentence.words, sentence.words[k].kinds
        finite = Group(k, k, j, lemma, frames, FINITE, "past")
        reduced = Group(k, k, j, lemma, frames, PARTICIPLE)
        if kinds == PART:
            return reduced
        if not kinds & PART:
            return finite
        following = words[j] if j < sentence.last else None
        by = following is not None and following.fold in ("by", "as") and not (frames and frames.preps and following.fold == "as")
        if starts:
            if self.chapeau or frames is not None and not self._main_clause_follows(j):
                return finite
            return reduced
        if before.cls & (PRON | REL) and p not in sentence.inside and not before.cls & DET:
            return finite
        if before.cls & (COMMA | CONJ) and p not in sentence.inside:
            if by and not (before.cls & CONJ):
                return reduced
            earlier = any(g.kind == FINITE for g in self.groups)
            if following is not None and following.noun is not None and before.cls & CONJ and p - 2 >= sentence.first and (
                words[p - 2].cls & (DET | POSS)
            ):  # fmt: skip
                return reduced  # "their strong and continued commitment"
            if before.cls & COMMA and self._closes_aside(p):
                return finite
            if frames is None and before.cls & COMMA:
                return reduced
            return finite if earlier and not by else reduced
        if before.cls & (QUOTE | STOP | DASH):
            return finite
        opened = self._open_verb(k)
        if opened is None:
            return reduced if by else finite
        if opened.frames is not None and opened.frames.that and not opened.passive and opened.j <= p and not by and not (
            following is not None and following.cls & PREP and (frames is None or opened.kind != FINITE)
            or frames is None and opened.frames.object
        ):  # fmt: skip
            return finite  # "said Moscow rejected": that is left out
        if opened.m > sentence.first and opened.kind == FINITE and self._is_relative(opened):
            return finite
        nxt = words[opened.j] if opened.j < sentence.last else None
        if opened.tense == "past" and opened.i == opened.m and words[opened.m].kinds & PART and nxt is not None and (
            nxt.cls & (PREP | ADV | TIME) and frames is not None
        ):  # fmt: skip
            opened.kind, opened.tense = PARTICIPLE, ""  # "a declaration issued in Sochi said"
            return finite
        return reduced

    def _closes_aside(self, comma: int) -> bool:
        """Whether a comma before a verb closes an aside behind the subject, rather than separating verbs."""
        words, first = self.sentence.words, self.sentence.first
        for k in range(comma - 1, first, -1):
            group = self.covered.get(k)
            if group is not None and group.kind == FINITE and not self._is_relative(group):
                return False
            if words[k].cls & COMMA:
                return not any(g.kind == FINITE and g.m < k and not self._is_relative(g) for g in self.groups) or bool(
                    words[k + 1].cls & (REL | PREP | CONTRAST)
                )
        return False

    def _is_relative(self, group: Group) -> bool:
        p = self._previous(group.i)
        return p >= self.sentence.first and bool(self.sentence.words[p].cls & REL or self.sentence.words[p].fold == "that")

    def _main_clause_follows(self, j: int) -> bool:
        """Whether a comma with a subject and a verb comes later: what stands before is a participial clause."""
        words, last = self.sentence.words, self.sentence.last
        for k in range(j, min(last, j + 25)):
            if words[k].cls & COMMA:
                for m in range(k + 2, min(last, k + 14)):
                    word = words[m]
                    if word.kinds & (PAST | THIRD) and not word.nounish and not words[m - 1].cls & (COMMA | CONJ | DET):
                        return not words[k + 1].cls & (CONJ | REL) and not words[k + 1].kinds
                    if word.cls & (COMMA | CONJ):
                        break
        return False

    def _open_verb(self, k: int) -> Group | None:
        """The finite verb whose clause is still open at `k`, nothing having ended it."""
        words = self.sentence.words
        for group in reversed(self.groups):
            if group.m >= k or group.kind != FINITE and (group.frames is None or group.kind == PARTICIPLE):
                continue
            for place in range(group.j, k):
                cls = words[place].cls
                if (cls & BOUNDARY or words[place].fold in OPENERS) and place not in self.sentence.inside:
                    return None
            return group
        return None

    def _is_present(self, k, kinds, word, p, before, following, starts) -> bool:
        sentence = self.sentence
        inside = sentence.inside
        if following is None or following.cls & STOP:
            entity = inside.get(p)
            if before is None or not word.frames or kinds & BASE and (word.nounish or before.cls & ~NUMBER and entity is None):
                return False
            trailing = any(sentence.words[c].cls & (COMMA | QUOTE) for c in range(max(sentence.first, k - 8), k))
            return trailing and (entity is not None or not before.cls) or before.cls & PRON != 0
        if starts:
            return bool(kinds & BASE and self.chapeau)
        entity = inside.get(p)
        if p in self.covered and entity is None:
            return False
        if before.cls & PRON and entity is None:
            return bool(kinds & BASE) == (before.fold in PLURALS) or bool(kinds & THIRD and before.fold not in PLURALS)
        if before.cls & REL and entity is None:
            return True
        if before.cls & CONJ and entity is None:
            parallel = next((g for g in reversed(self.groups) if g.kind == FINITE), None)
            if parallel is not None and parallel.tense == "perfect" and kinds & THIRD and following.cls & (DET | POSS | COMP):
                return True
            return parallel is not None and parallel.tense == "present" and self.sentence.words[parallel.m].kinds & kinds != 0
        opened = self._open_verb(k)
        if opened is not None and word.frames and word.frames.that and not word.nounish and opened.tense == "past" and (
            opened.i == opened.m and sentence.words[opened.m].kinds & PART and opened.j < k and sentence.words[opened.j].cls & PREP
        ):  # fmt: skip
            opened.kind, opened.tense = PARTICIPLE, ""  # "people briefed on it say that"
            return True
        if opened is not None and not (opened.frames and opened.frames.that) and not self._is_relative(opened):
            return False
        if before.cls & (COMMA | QUOTE) and entity is None:
            if kinds & BASE and not any(g.kind == FINITE and g.tense == "present" and sentence.words[g.m].kinds & BASE for g in self.groups):
                return False
            return not word.nounish or bool(following is not None and following.cls & (TO | DET | COMP))
        takes = following is not None and bool(
            following.cls & (DET | POSS | COMP | QUOTE | TO | PRON | PREP) or following.cap or k + 1 in inside
            or following.adjective or following.noun
        )  # fmt: skip
        if kinds & THIRD:
            if not word.nounish:
                return True
            named = entity is not None or before.cap
            if entity is not None and entity.entry.use == "agency" and word.frames and word.frames.that:
                return True
            return named and takes and not (following.cls & PREP and not self._governs(word, following))
        if kinds & BASE and word.cls == 0 and word.frames and word.frames.that and not word.nounish and not word.frames.object and (
            not before.cls & ~(ADV | TIME | PRON | NUMBER) or entity is not None
        ):  # fmt: skip
            return takes or following.cls == 0
        if kinds & BASE and word.cls == 0 and following is not None:
            plural = entity is not None and (entity.entry.gender == "p" or self._is_list(p)) or (
                entity is None and before.fold.endswith("s") and not before.cls & PUNCT
            )  # fmt: skip
            return bool(plural and takes and (not word.nounish or entity is not None))
        return False

    @staticmethod
    def _governs(word, following) -> bool:
        return bool(word.frames and any(prep == following.fold for prep, _ in word.frames.preps))

    def _is_list(self, p: int) -> bool:
        entity = self.sentence.inside.get(p)
        before = entity.i - 1
        while before >= self.sentence.first and self.sentence.words[before].cls & DET:
            before -= 1
        return before > self.sentence.first and bool(self.sentence.words[before].cls & (CONJ | COMMA))


__all__ = ["FINITE", "GERUND", "INFINITIVE", "MODAL", "PARTICIPLE", "Clauses", "Group"]
