"""Noun phrases to the left of a verb: where they begin."""

from __future__ import annotations

from typing import Final

from astana_study.coding.english.clauses import FINITE, GERUND, PARTICIPLE, Clauses, Group
from astana_study.coding.english.lexicon import (
    AUX,
    COMMA,
    COMP,
    CONJ,
    CONTRAST,
    DASH,
    DET,
    GENITIVE,
    MODAL,
    NUMBER,
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
)
from astana_study.coding.english.pending import OPENERS
from astana_study.coding.english.phrases import Phrases
from astana_study.coding.english.sentence import Sentence
from astana_study.coding.english.verbhood import WATCHING

TIMES: Final = {"after", "before", "since", "until"}
LONGEST_CHAIN: Final = 8
HEADS: Final = NUMBER | TIME | GENITIVE | PUNCT
"""What may end a phrase that is no name or noun."""
PRONOMINAL: Final = {"those", "some", "many", "most", "several", "others", "all", "both", "few", "anyone", "everyone"}
"""Words that alone can have a relative clause: "those who refuse"."""
PERSONAL: Final = {"he", "she", "it", "they", "we", "i", "you"}
ARTICLES: Final = {"the", "a", "an"}
LISTED: Final = {"country", "capital", "mention", "weak", "person", "role", "collective"}


class Regions:
    """Noun phrases to the left of a verb: where they begin. Part of `subjects.Subjects`."""

    sentence: Sentence
    clauses: Clauses
    phrases: Phrases

    def region(self, t: int) -> tuple[int, int]:
        """Return the noun phrase that ends with word `t`, as ``[s, e)``."""
        sentence = self.sentence
        words, first, inside, covered = sentence.words, sentence.first, sentence.inside, self.clauses.covered
        if (words[t].fold in PERSONAL or words[t].fold == "there") and t not in inside:
            return t, t + 1
        k = t
        while k >= first:
            entity = inside.get(k)
            if entity is not None:
                k = entity.i - 1
                continue
            word = words[k]
            cls = word.cls
            group = covered.get(k)
            if group is not None:
                adjectival = (
                    group.kind == GERUND
                    and first < k < t
                    and words[k - 1].cls & (DET | POSS | PREP)
                    and not words[k + 1].cls
                    and group.frames is None
                )  # "a working group on missing persons"
                reduced = group.kind == GERUND and group.i == k > first and self._is_reduced(k - 1)
                if group.kind != PARTICIPLE and not adjectival and not reduced or k < t - 12:
                    break
                k -= 1
                continue
            if cls & COMMA:
                if not self.is_list_comma(k, t):
                    break
            elif cls & CONJ:
                if self._joins_clauses(k):
                    break
            elif cls & QUOTE and not cls & GENITIVE:
                quote = next((q for q in sentence.quotes if q.j == k or q.i == k + 1), None)
                if quote is None or quote.kind == "speech":
                    break
            elif (
                word.fold == "as"
                and k > first
                and k + 1 <= t
                and (words[k + 1].cls & DET or words[k + 1].fold.startswith(("guarant", "observer", "sponsor", "host")))
                and not words[k - 1].cls
                and k - 1 not in covered
                and self.clauses._open_verb(k) is None
            ):
                pass  # "the three countries as guarantors"
            elif (
                word.fold in OPENERS
                or word.fold == "that"
                or cls & (COMP | SUB | MODAL | AUX | REL | CONTRAST | STOP | DASH)
                and not cls & (DET | PREP)
            ):
                break
            elif word.fold in PERSONAL and k < t:
                break
            elif (
                word.fold in ARTICLES
                and k > first
                and k - 1 not in covered
                and (k - 1 in inside or not words[k - 1].cls or words[k - 1].cls & TIME)
            ):
                return k, t + 1  # "told reporters the rebels had left": another noun phrase
            elif cls & PUNCT and word.fold not in ("(", ")", "/", "'", "’", "[", "]", "&", "%") and not cls & GENITIVE:
                break
            k -= 1
        return k + 1, t + 1

    def find_modified(self, k: int) -> tuple[int, int] | None:
        """Return the noun phrase behind which a postmodifier stands that holds word `k`, as ``[s, e)``.

        From verb to verb to the left: "**envoys** who came to press Russia to halt the raids", "**delegates** trying to
        save it". None if a verb that is no part of a postmodifier comes first.
        """
        words, covered, first = self.sentence.words, self.clauses.covered, self.sentence.first
        found = None
        for _ in range(LONGEST_CHAIN):
            verb = covered.get(k)
            if verb is None:
                return found
            head, modifies = self._before_modifier(verb)
            if head < first:
                return None
            outer = covered.get(head)
            if outer is not None:
                if verb.kind == GERUND and outer.frames is not None and outer.frames.that not in ("", "reject"):
                    return None  # "who said leaving the talks was wrong"
                k = head
                continue
            if words[head].cls & ~HEADS and words[head].fold not in PRONOMINAL and head not in self.sentence.inside:
                return None
            s, e = self.region(head)
            if modifies:
                found = s, e
            k = s - 1
            if k >= first and words[k].fold in TIMES and k - 1 in covered:
                k -= 1  # "who left before the talks"
        return None

    def _before_modifier(self, verb: Group) -> tuple[int, bool]:
        """Return the word before a verb and its relative pronoun, and whether that word may be what they modify."""
        words, first, inside = self.sentence.words, self.sentence.first, self.sentence.inside
        p = self.clauses._previous(verb.i)
        if p >= first and words[p].fold == "not":
            p -= 1
        if p < first:
            return -1, False
        if words[p].cls & CONJ and p not in inside:
            return p - 1, False
        if verb.kind != FINITE:
            if p in self.clauses.covered or not words[p].cls & PREP or p in inside:
                return p, True
            return p - 1, True  # "efforts at forming it"
        if p in inside or not self.clauses.is_relative(verb):
            s, e = self.region(p)
            if s - 2 >= first and words[s - 1].fold in TIMES:
                return s - 2, True  # "a statement issued after the talks ended"
            p = next((k for k in range(max(s - 1, first), e) if words[k].fold == "whose"), -1)
            if p < first:
                return -1, False
        if p - 1 >= first and words[p - 1].cls & PREP and p - 1 not in inside and not words[p - 1].cls & SUB:
            p -= 1  # "in which"
        return p - 1 - bool(words[p - 1].cls & COMMA and p - 1 > first), True

    def _is_reduced(self, p: int) -> bool:
        """Whether a noun stands before a gerund, which then belongs to it: "countries supporting terrorists"."""
        word = self.sentence.words[p]
        if p in self.clauses.covered:
            return False
        return p in self.sentence.inside or not word.cls and (not word.cap or p == self.sentence.first)

    def is_list_comma(self, k: int, t: int) -> bool:
        """Whether a comma separates names of a list or a title from its name."""
        sentence = self.sentence
        words, inside = sentence.words, sentence.inside
        right = inside.get(k + 1) or inside.get(k + 2)
        left = inside.get(k - 1)
        nation = k + 1 + (words[k + 1].cls & CONJ > 0)
        if k > sentence.first and words[k - 1].adjective and nation <= t and words[nation].adjective and any(
            words[p].cls & CONJ for p in range(k + 1, t + 1)
        ):  # fmt: skip
            return True  # "Turkish, Russian, and Iranian ministers"
        if right is None or left is None:
            return False
        if right.entry.actor_id in ("GUARANTORS", "PARTICIPANTS") and right.i == k + 2 and words[k + 1].cls & DET:
            return False  # "Russia and Iran, the sponsors of the talks"
        if right.i == k + 1 and left.entry.use == "mention" and left.j == left.i + 1 and words[left.i].adjective:
            return True  # "Russian, Turkish foreign ministers"
        if left.entry.use == "person" and right.j < sentence.last:
            named = any(x.entry.use == "person" for x in sentence.entities if right.j <= x.i <= right.j + 3)
            if not named and (right.entry.use == "role" or words[right.j].cls & GENITIVE):
                return False  # "Jaafari, Syria's ambassador and head of its delegation, said"
        person = right.entry.use == "person" or any(
            x.i > k and x.i <= t and x.entry.use == "person" and x.i <= k + 3 for x in sentence.entities
        )
        if person and left.entry.use in ("role", "anaphor"):
            return True
        if (
            left.entry.use == "country"
            and right.entry.use in ("country", "weak")
            and right.i == k + 1
            and all(p in inside or words[p].cls & COMMA for p in range(right.j, t + 1))
            and (
                left.i == sentence.first
                or left.i - 1 in inside
                or self._says(left.i - 1)
                or words[left.i - 1].cls & COMMA
                or words[left.i - 1].fold in ("[", "(")
            )
        ):
            return True  # the list of a headline
        if left.entry.use == right.entry.use == "person" and left.i == sentence.first and right.i == k + 1:
            verb = self.clauses.covered.get(right.j)
            if right.j == t + 1 and verb is not None and verb.tense == "present" and not words[verb.i].kinds & THIRD:
                return True  # "Lavrov, Cavusoglu discuss the talks"
        if left.entry.use == "person" and words[k + 1].fold in ("a", "an"):
            return False  # "Toma, a member of one body and an adviser of another, said"
        joined = any(words[p].cls & CONJ and p not in inside for p in range(k + 1, t + 1))
        return joined and right.i <= k + 2 and left.entry.use in LISTED and right.entry.use in LISTED

    def _says(self, k: int) -> bool:
        """Whether a verb of speech stands at word `k`: "Moscow says Turkey, Iran agree"."""
        verb = self.clauses.covered.get(k)
        return verb is not None and verb.frames is not None and bool(verb.frames.that)

    def _names_person(self, k: int) -> bool:
        right = self.sentence.inside.get(k + 1)
        return right is not None and right.entry.use == "person"

    def _joins_clauses(self, k: int) -> bool:
        words, first = self.sentence.words, self.sentence.first
        for p in range(k - 1, first - 1, -1):
            group = self.clauses.covered.get(p)
            if group is not None:
                named = all(q in self.sentence.inside or words[q].cls & (COMMA | DET) for q in range(p + 1, k))
                if named and group.lemma in WATCHING or named and group.frames is not None and group.frames.that:
                    return False  # "said Russia, Turkey and Iran had agreed"
                return group.kind != PARTICIPLE
            cls = words[p].cls
            if p in self.sentence.inside:
                continue
            if (
                cls & COMMA
                and not self.is_list_comma(p, k + 2)
                or cls & (COMP | STOP | SUB | CONTRAST)
                and not cls & (DET | PREP)
            ):
                return p == k - 1
        return False

    def _skip_opening(self, s: int, e: int) -> int:
        """Of a phrase that begins with a preposition ("In a statement the ministry"), keep the last noun phrase."""
        words, inside = self.sentence.words, self.sentence.inside
        if s in inside or s >= e or not words[s].cls & PREP or words[s].cls & (DET | PRON):
            return s
        best = e
        for k in range(s + 1, e):
            starts = k in inside and inside[k].i == k or words[k].cls & (DET | POSS | PRON) and k not in inside
            if not starts:
                continue
            before = words[k - 1]
            if (
                k - 1 in inside
                or not before.cls & (PREP | DET | POSS | CONJ | COMMA | GENITIVE)
                and not before.adjective
            ):
                best = k
        return best if best < e else s
