"""The subject of a verb group: looked for to its left, remembered once found."""

from __future__ import annotations

from astana_study.coding.draft import Holder, unplace
from astana_study.coding.english.clauses import FINITE, GERUND, PARTICIPLE, Clauses, Group
from astana_study.coding.english.coordination import Coordination
from astana_study.coding.english.lexicon import (
    AUX,
    COMMA,
    COMP,
    CONJ,
    CONTRAST,
    DASH,
    DET,
    MODAL,
    POSS,
    PREP,
    PRON,
    PUNCT,
    QUOTE,
    REL,
    STOP,
    SUB,
)
from astana_study.coding.english.lists import HUMAN, TITLES
from astana_study.coding.english.phrases import Phrases
from astana_study.coding.english.recall import Recall, fits
from astana_study.coding.english.regions import TIMES
from astana_study.coding.english.sentence import Sentence
from astana_study.coding.entities import Entity, resolve_actor


class Subjects(Coordination):
    """Finds subjects in one sentence. `find` returns ``(holder, how)``; how is a step of the resolution order."""

    def __init__(self, sentence: Sentence, clauses: Clauses, phrases: Phrases, chapeau: Holder | None, memory: Recall):
        self.sentence = sentence
        self.clauses = clauses
        self.phrases = phrases
        self.chapeau = chapeau
        self.memory = memory
        self.known: dict[int, tuple[Holder | None, str]] = {}
        self.begin: dict[int, int] = {}
        """By main verb: the first word of its clause (subject included, co-ordinator not)."""
        self.parent: dict[int, Group | None] = {}
        """By main verb: the earlier verb with which it is co-ordinated."""

    def find(self, group: Group) -> tuple[Holder | None, str]:
        """Return the subject of a group and how it was found."""
        found = self.known.get(group.m)
        if found is None:
            self.known[group.m] = (None, "none")
            found = self.known[group.m] = self._find(group)
        return found

    def _find(self, group: Group) -> tuple[Holder | None, str]:
        sentence = self.sentence
        words, first, inside = sentence.words, sentence.first, sentence.inside
        t = self.skip_left(group.i - 1)
        self.begin[group.m] = group.i
        apposed = None
        listed = (0, 0)
        nested = self.clauses.covered.get(t)
        if nested is not None and t not in inside:
            modified = self.find_modified(t) if self.clauses.lacks_verb(group.i) else None
            if modified is not None:
                t = modified[1] - 1  # "an aide who asked not to be named said"
            elif nested.kind == FINITE:
                return self._clausal(group, nested)
        for _ in range(6):
            if t < first or t not in inside and self.clauses._is_opening(t):
                return self._subjectless()
            word = words[t]
            if t in inside:
                return self._name_members(self._phrase(group, t, apposed), listed)
            cls = word.cls
            if cls & REL and not cls & DET or word.fold == "that" and t > first and t - 1 not in self.clauses.covered:
                return self._antecedent(group, t)
            if cls & (CONJ | CONTRAST) and not cls & PUNCT:
                return self._coordinated(group, t)
            if cls & COMMA or cls & DASH:
                opening = self._open_aside(t)
                if opening is None and cls & COMMA:
                    antecedent = self._find_unopened(t)
                    if antecedent is not None:
                        return self._phrase(group, antecedent)
                if opening is None:
                    if (
                        not any(g.kind == FINITE for g in self.clauses.groups[: group.number])
                        and cls & COMMA
                        and t - 1 in inside
                    ):
                        t -= 1
                        continue
                    if group.frames is None and not any(
                        g.tense == group.tense for g in self.clauses.groups[: group.number]
                    ):
                        return None, "none"
                    return self._coordinated(group, t)
                named = inside.get(opening + 1)
                if named is None and words[opening + 1].lists & TITLES:
                    named = inside.get(opening + 2) or inside.get(opening + 3)
                if named is not None and named.entry.use == "person" and (named.j >= t - 1 or self._is_of(named, t)):
                    apposed = named
                elif self._lists_names(opening + 1, t):
                    listed = (opening + 1, t)
                t = self.skip_left(opening - 1)
                continue
            if word.fold == ")":
                close = t
                while t > first and words[t].fold != "(":
                    t -= 1
                if t == first or words[t - 1].cls & QUOTE:
                    return self._phrase(group, close - 1)  # “(They) condemned …”
                t = self.skip_left(t - 1)
                continue
            if word.fold in ("]", "["):
                t = t - 1
                continue
            if cls & QUOTE:
                quote = next((q for q in sentence.quotes if q.j == t), None)
                if quote is not None and quote.kind != "speech":
                    return self._phrase(group, t)
                opened = sentence.quote_at.get(t)
                if (
                    opened is not None
                    and opened.j > group.m
                    and t > first
                    and not words[t - 1].cls & (COMMA | STOP | PUNCT)
                ):
                    t = self.skip_left(t - 1)
                    copula = self.clauses.covered.get(t)
                    if copula is not None and copula.lemma in ("be", "have") and copula is not group:
                        return self.find(copula)  # "Turkey was “committed to” it", "had “reviewed in detail”"
                    continue
                if opened is not None and opened.j > group.m and t > first and words[t - 1].cls & COMMA:
                    if self._open_aside(t - 1) is not None:
                        t -= 1
                        continue
                return None, "none"
            if word.fold == "as" and t - 2 > first and words[t - 1].fold == "well" and words[t - 2].fold == "as":
                found = self._coordinated(group, t)
                self.begin[group.m] = t - 2
                return found
            if cls & (COMP | SUB | STOP | AUX | MODAL) and not cls & (DET | PRON):
                return (None, "none") if not cls & STOP else self._subjectless()
            if cls & PREP:
                return None, "none"
            return self._name_members(self._phrase(group, t, apposed), listed)
        return None, "none"

    def _is_of(self, named: Entity, comma: int) -> bool:
        """Whether nothing but whose he is stands behind a name: "its head, Omar Haddad of the Army of Islam,"."""
        if self.sentence.words[named.j].fold not in ("of", "from"):
            return False
        return not any(k in self.clauses.covered for k in range(named.j, comma))

    def _head_phrase(self, group: Group, s: int, e: int) -> tuple[int, int]:
        """Go from the phrase next to a verb to the one it modifies: "**envoys** who are in Astana for talks said"."""
        words, k = self.sentence.words, s - 1
        if k > self.sentence.first and words[k].fold in TIMES:
            if not self.clauses.lacks_verb(group.i) or self._is_followed(group):
                return s, e  # "left after the talks failed"
            k -= 1
            if k not in self.clauses.covered and (k in self.sentence.inside or not words[k].cls):
                far, end = self.region(k)  # "a text released by the three after the talks condemned"
                verbs = [self.clauses.covered.get(place) for place in range(max(far - 1, 0), end)]
                if any(verb is not None and verb.kind in (PARTICIPLE, FINITE) for verb in verbs):
                    return self._head_phrase(group, far, end)
                return s, e  # "years after the talks failed"
        verb = self.clauses.covered.get(k)
        if verb is None or verb is group or verb.kind == GERUND and words[verb.i].cap:
            return s, e
        if verb.frames is not None and verb.frames.that not in ("", "reject"):
            if group.frames is None or not group.frames.that or not verb.frames.object:
                return s, e  # "who said the talks had failed"; not "who announced the plan said"
        found = self.find_modified(k) if self.clauses.lacks_verb(group.i) else None
        return (s, e) if found is None else found

    def _is_followed(self, group: Group) -> bool:
        """Whether the verb of the main clause comes next: "a statement issued after the talks ended said"."""
        after = next((g for g in self.clauses.groups[group.number + 1 :] if g.kind == FINITE), None)
        if after is None or group.frames is not None and group.frames.that:
            return False
        marks = COMMA | CONJ | COMP | SUB | QUOTE | REL | STOP
        return not any(self.sentence.words[k].cls & marks for k in range(group.j, after.i))

    def _lists_names(self, i: int, j: int) -> bool:
        """Whether an aside is nothing but names: "the two groups, the YPG and SDF,"."""
        inside, words = self.sentence.inside, self.sentence.words
        return i + 1 < j and all(k in inside or words[k].cls & (CONJ | DET | COMMA) for k in range(i, j))

    def _name_members(self, found: tuple[Holder | None, str], listed: tuple[int, int]) -> tuple[Holder | None, str]:
        """Of somebody of whom nothing is known, the names behind him tell who he is."""
        holder, how = found
        if holder is None or holder.kind != "unknown" or listed[0] == listed[1]:
            return found
        named = self.phrases.read(*listed)
        if named is None or not named.actors or named.kind == "unknown":
            return found
        return Holder(named.actors, "p", named.kind, holder.start, holder.end), how

    def _coordinated(self, group: Group, t: int) -> tuple[Holder | None, str]:
        parallel = self.find_parallel(group, t)
        self.parent[group.m] = parallel
        self.begin[group.m] = t + 1
        if parallel is None:
            return self._subjectless()
        holder, _ = self.find(parallel)
        if holder is None:
            return None, "none"
        return unplace(holder), "coordinated subject"

    def _clausal(self, group: Group, nested: Group) -> tuple[Holder | None, str]:
        """ "Moscow's demand that aircraft be kept away was dismissed": the noun before "that" is the subject."""
        words = self.sentence.words
        for k in range(nested.i - 1, self.sentence.first, -1):
            if words[k].fold == "that" and words[k - 1].noun is not None:
                s, e = self.region(k - 1)
                self.begin[group.m] = s
                holder = self.phrases.read(self._skip_opening(s, e), e)
                return (holder, "explicit subject") if holder is not None else (None, "none")
        return None, "none"

    def _subjectless(self) -> tuple[Holder | None, str]:
        if self.chapeau is not None:
            return unplace(self.chapeau), "chapeau"
        last = self.memory.last()
        return (unplace(last), "pro-drop") if last else (None, "none")

    # -- phrases -----------------------------------------------------------------------------------------------------

    def _phrase(self, group: Group, t: int, apposed: Entity | None = None) -> tuple[Holder | None, str]:
        s, e = self.region(t)
        s, e = self._head_phrase(group, s, e)
        self.begin[group.m] = min(s, group.i)
        s = self._skip_opening(s, e)
        finite = [g for g in self.clauses.groups if g.kind == FINITE]
        if finite == [group] and s - 2 >= self.sentence.first and self.sentence.words[s - 1].fold == "that":
            if self.sentence.words[s - 2].noun is not None:
                s, e = self.region(s - 2)  # "Moscow's demand that aircraft stay away was dismissed"
                self.begin[group.m] = s
        if (
            s < e
            and s not in self.sentence.inside
            and self.sentence.words[s].cls & PREP
            and not self.sentence.words[s].cls & (DET | PRON)
        ):
            if s - 2 > self.sentence.first and self.sentence.words[s - 1].cls & COMMA:
                return self._phrase(group, self.skip_left(s - 2), apposed)  # "the three, in a statement “rejected …"
            return None, "none"
        holder = self.phrases.read(s, e)
        if holder is not None and self.sentence.words[s].cls & POSS and s not in self.sentence.inside:
            holder = self._own(group, s, e, holder)
        if holder is not None and apposed is not None:
            actor = resolve_actor(apposed, self.phrases.published)
            holder = Holder((actor,), apposed.entry.gender, "person", holder.start, max(holder.end, apposed.end))
        if holder is None:
            return None, "none"
        joint = self._join_before(self.begin[group.m]) if holder.kind not in ("pronoun", "unknown") else None
        if joint is not None:
            self.begin[group.m] = joint[0]
            actors = (*joint[1].actors, *(x for x in holder.actors if x not in joint[1].actors))
            return Holder(actors, "p", joint[1].kind, joint[1].start, holder.end), "explicit subject"
        if holder.kind == "pronoun":
            named = self._earlier(group, next((w.fold for w in self.sentence.words[s:e] if w.cls & PRON), ""))
            if named is not None:
                return Holder(named.actors, named.gender, "pronoun", holder.start, holder.end), "pronoun"
            return holder, "pronoun"
        return holder, "explicit subject"

    def _join_before(self, s: int) -> tuple[int, Holder] | None:
        """Whom a relative clause separates from the last of several: "Iran, which backs the one side, and Ankara"."""
        words, first = self.sentence.words, self.sentence.first
        k = s - 1
        if k - 2 <= first or not words[k].cls & CONJ or not words[k - 1].cls & COMMA or k - 1 in self.sentence.inside:
            return None
        opening = self._open_aside(k - 1)
        if opening is None or not words[opening + 1].cls & REL:
            return None
        b, e = self.region(self.skip_left(opening - 1))
        holder = self.phrases.read(b, e)
        return None if b > first + 3 or holder is None or holder.kind == "unknown" else (b, holder)

    def _earlier(self, group: Group, pronoun: str) -> Holder | None:
        """The nearest earlier subject of the sentence that a pronoun can stand for, in the same quotation or none."""
        quoted = self.sentence.quoted
        for earlier in reversed(self.clauses.groups[: group.number]):
            if earlier.kind == FINITE and quoted.get(earlier.m) is quoted.get(group.m):
                named, how = self.find(earlier)
                if (
                    named is not None
                    and how in ("explicit subject", "pro-drop")
                    and named.kind != "unknown"
                    and fits(pronoun, named)
                ):
                    return named
        return None

    def _own(self, group: Group, s: int, e: int, holder: Holder) -> Holder:
        """ "Guterres is setting up an inquiry, his spokesman said": whose he is tells the sentence itself."""
        inside = self.sentence.inside
        if any(k in inside and inside[k].entry.use != "anaphor" for k in range(s, e)):
            return holder
        words = self.sentence.words
        human = any(words[k].lists & HUMAN for k in range(s, e))
        named = self._earlier(group, words[s].fold) if human else None
        return holder if named is None else holder.standing_for(named.actors)
