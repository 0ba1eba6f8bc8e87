"""What a single Arabic word can be, found out once for each spelling and then remembered.

A word such as وبرفضها carries a conjunction, a preposition, a stem and a pronoun. `Lexicon` splits them off in
every way that gives a known form; which reading holds is for the clause to decide, since context decides, not
vocabulary.
"""

from __future__ import annotations

from typing import Final

from astana_study.codebook.conjugation import IMPERFECT, NOUN, Form, conjugate, decline_participle
from astana_study.codebook.loading import Codebook
from astana_study.codebook.patterns import expand_pattern
from astana_study.coding.arabic.lists import AFFIXED, LISTS, SHORT
from astana_study.coding.arabic.names import compile_names
from astana_study.coding.arabic.spelling import is_foreign_enough, skeleton
from astana_study.coding.arabic.words import (
    ADJ,
    ADV,
    BACKGROUND,
    CLASSES,
    DEM,
    LISTING,
    OBJECTS,
    OTHER,
    PREP,
    PUNCT,
    SILENCE,
    TIME,
    TITLE,
    VOWELS,
    Reading,
    Word,
    bare_forms,
    strip_owner,
    strip_preposition,
)  # fmt: skip
from astana_study.coding.entities import Entry
from astana_study.coding.lists import compile_lists
from astana_study.coding.topics import compile_terms, split_nodes
from astana_study.coding.trie import LEAF, Node, plant
from astana_study.text.folding import fold_word, skip_letters

LARGEST_LEXICON: Final = 200_000
"""Spellings remembered before the memory is emptied: bounds a corpus run's memory to some hundred megabytes."""
ABBREVIATED: Final = -1
"""In place of where a word falls apart: a full stop behind it belongs to it."""
GLUED: Final = ("ان", "عن", "علي", "الي", "في", "من")


class Lexicon(dict[str, Word]):
    """Analyses by spelling: ``lexicon[surface]`` is a `Word`, made on first use.

    Examples
    --------
    >>> from astana_study.codebook.loading import load_codebook
    >>> word = Lexicon(load_codebook())["ورفضها"]
    >>> [(r.lemma, r.kind, r.conj, r.owner) for r in word.nouns][0]
    ('رفض', 'noun', 'و', 'ها')
    """

    def __init__(self, codebook: Codebook):
        super().__init__()
        self.verbs: dict[str, list[Form]] = {}
        self.participles: dict[str, list[Form]] = {}
        self.nouns: dict[str, list[str]] = {}
        self.particles: dict[str, int] = {}
        self.places = {fold_word(r["form"]) for r in codebook.select("particles", "ar") if r["class"] == "place"}
        self.lexical = {fold_word(r["form"]) for r in codebook.select("particles", "ar") if r["class"] == "lexical"}
        self.performing = {row["lemma"] for row in codebook.select("cues", "ar") if row["frame"].startswith("noun")}
        for row in codebook.select("verbs", "ar"):
            self._add_verb(row)
        for row in codebook.select("cues", "ar"):
            if row["frame"].startswith("noun"):
                self._add_noun(fold_word(row["lemma"]), row["lemma"])
        for row in codebook.select("particles", "ar"):
            if row["class"] in ("common", "lexical", "place"):
                continue
            form = fold_word(row["form"])
            self.particles[form] = self.particles.get(form, 0) | CLASSES[row["class"]]
            if row["note"] in ("time", "day"):
                self.particles[form] |= TIME
        self.lists = compile_lists(codebook, "ar", LISTS, fold_word)
        self.names, self.surnames, self.adjectives = compile_names(codebook)
        self.given = {fold_word(row["name_ar"]).split()[0] for row in codebook.people} | {
            fold_word(row["form"]) for row in codebook.select("particles", "ar") if row["note"] == "given name"
        }
        self.markers: Node = {}
        for row in codebook.select("distancing", "ar"):
            for words in expand_pattern(row["marker"]):
                plant(self.markers, fold_word(words).split(), (row["scope"], row["marker"]))
        self.topic_words, self.topic_stems = compile_terms(codebook, "ar", _fold_term)

    def _add_verb(self, row: dict[str, str]) -> None:
        common = fold_word(row["lemma"]) in self.lexical  # أمن: only its imperfect is the verb for sure
        stance = not row["imperfect"] and row["lemma"] == row["participle"]  # "keen on": an adjective, no verb
        for form, features in () if stance else conjugate(row["lemma"], row["imperfect"], row["passive"]):
            if common and features.kind != IMPERFECT:
                continue
            # "I conclude" looks like "he concluded", which news says far more often.
            if features.person == 1 and features.number == "s" and form in self.verbs:
                continue
            self.verbs.setdefault(form, []).append(features)
        if row["participle"]:
            for form, features in decline_participle(row["lemma"], row["participle"]):
                self.participles.setdefault(form, []).append(features)
        for noun in filter(None, row["verbal_nouns"].split("|")):
            self._add_noun(fold_word(noun), row["lemma"])

    def _add_noun(self, form: str, lemma: str) -> None:
        lemmas = self.nouns.setdefault(form, [])
        if lemma not in lemmas:
            lemmas.append(lemma)

    def __missing__(self, surface: str) -> Word:
        if len(self) >= LARGEST_LEXICON:
            self.clear()
        word = self[surface] = self._analyse(surface)
        return word

    def _analyse(self, surface: str) -> Word:
        word = Word()
        word.fold = fold = fold_word(surface) or ("-" if surface[0] == "ـ" else "\0")  # marks alone: a dash, or no word
        word.damma = "\u064f" in surface[:4]
        word.breaks = word.performs = word.active = word.text = word.owned = word.flagged = word.place = False
        word.plain = len(fold) == len(surface) and max(surface) < "\ufb50"
        word.glue = ""
        word.bare = ()
        word.glued = word.lists = 0
        word.verbs = word.participles = word.nouns = word.names = word.markers = word.topics = word.topics_open = ()
        word.conj = word.prep = ""
        word.rest = fold
        word.adjective = ""
        word.article = False
        word.gender = "m"
        if not fold or not (fold[0].isalnum() or fold[0] == "_"):
            word.cls = PUNCT
            word.active = word.flagged = True
            word.nominal = word.verbal = False
            word.person = None
            # a name or a marker may go on over a mark ("ي ب ك/بي كا كا")
            return word
        word.cls = self.particles.get(fold, 0)
        if not word.cls and fold[0] in "وف" and fold[1:] in self.particles:
            word.cls = self.particles[fold[1:]]
            word.conj = fold[0]
            word.rest = fold[1:]
        dotted = surface.rstrip(VOWELS).endswith("ة")  # a feminine ending is no pronoun
        verbs: list[Reading] = []
        participles: list[Reading] = []
        nouns: list[Reading] = []
        names: list[tuple[int, str, Node]] = []
        markers: list[tuple[int, Node]] = []
        for conj in ("", fold[0]) if fold[0] in "وف" and len(fold) > 2 and fold not in self.lexical else ("",):
            rest = fold[len(conj) :]
            if not self.particles.get(rest, 0) & (OTHER | ADV | DEM | LISTING) and rest not in self.lexical:
                self._read_verbs(verbs, rest, conj, dotted)
            self._read_nominals(participles, nouns, rest, conj, dotted)
            self._read_names(names, rest, conj)
            if rest in self.markers:
                markers.append((len(conj), self.markers[rest]))
            elif rest[:1] in "بلك" and rest[1:] in self.markers:
                markers.append((len(conj) + 1, self.markers[rest[1:]]))
        if verbs and word.cls & PREP and "\u0651" in surface:
            word.cls = 0  # بيّن, عقّب: no preposition is doubled
        word.verbs, word.participles, word.nouns = tuple(verbs), tuple(participles), tuple(nouns)
        word.owned = any(reading.owner for reading in nouns)
        word.performs = any(reading.lemma in self.performing for reading in nouns)
        word.names, word.markers = tuple(names), tuple(markers)
        word.topics, word.topics_open = split_nodes(self._read_topics(fold))
        self._guess(word, fold, surface)
        word.person = self._find_person(fold)
        word.verbal = bool(verbs)
        readings = (*verbs, *participles, *nouns)
        if not word.conj and readings and all(reading.conj for reading in readings) and not any(
            skipped == 0 for skipped, _, _ in names
        ):  # fmt: skip
            word.conj = fold[0]
        word.nominal = not word.cls & ~(ADV | ADJ | TIME | BACKGROUND | SILENCE | TITLE) and not (
            verbs and all(v.kind == IMPERFECT for v in verbs) and not nouns and not participles and not names
        )
        word.active = bool(word.cls & ~(ADJ | TITLE | DEM | SILENCE) or readings)
        word.text = word.rest in ("بيان", "بيانا", "ببيان")
        word.flagged = bool(word.active or word.text or names or markers or word.person is not None)
        word.glue = self._find_glue(word)
        word.breaks = bool(word.glue or participles or word.owned)
        word.bare = tuple(dict.fromkeys(bare_forms(fold)))
        word.lists = self.lists.get(fold, 0) | self.lists.get(word.rest, 0)
        for form in word.bare:
            word.lists |= self.lists.get(form, 0) & AFFIXED
        if len(fold) == 1 and fold + "." in self.particles:
            word.glued = ABBREVIATED
        ending = surface.find("ة", 2, -2) + 1  # no word goes on behind the dotted ending
        if ending and surface[ending].isalpha():
            word.glued = ending
        elif len(fold) > 5 and not (word.cls or readings or names or word.adjective or "." in fold):
            word.glued = self._unglue(surface, fold)
        return word

    def _find_glue(self, word: Word) -> str:
        """The preposition ب or ل that may be glued on before the word, where it does not belong to the word itself."""
        fold = word.fold
        if (
            fold in self.lexical
            or fold[0] not in "بل"
            or word.conj
            and not word.cls
            or any(skipped == 0 for skipped, _, _ in word.names)
        ):
            return ""
        if fold[1:] == "ما":
            return fold[0]
        if len(fold) == 3 and self.lists.get(fold[1:], 0) & SHORT and not word.cls:
            return fold[0]
        if len(fold) > 3 and not word.cls & ~(ADV | TIME | ADJ):
            if word.prep == fold[0] or not any(reading.start == 0 for reading in word.nouns):
                return fold[0]
        return ""

    def _unglue(self, surface: str, fold: str) -> int:
        """Return where a word that is two written as one falls apart, in code points of `surface`; 0 where it does not.

        Only a particle is split off, and only from what is then a known word or begins with the article.
        """
        for conj in ("", fold[0]) if fold[0] in "وف" else ("",):
            rest = fold[len(conj) :]
            for particle in GLUED:
                if rest.startswith(particle) and len(rest) - len(particle) >= 4:
                    tail = rest[len(particle) :]
                    known = particle != "ان" and tail in self.verbs or tail in self.names or any(
                        base in self.nouns for base, _ in strip_owner(tail, False)
                    )  # fmt: skip
                    if known or tail.startswith("ال") and len(tail) > 5:
                        return skip_letters(surface, len(conj) + len(particle))
            for place in (k for k in range(3, len(rest) - 3) if rest[k] == "و"):
                if rest[:place] in self.names and rest[place + 1 :] in self.names:
                    return skip_letters(surface, len(conj) + place)  # روسياوإيران
            place = rest.find("ال", 3)
            if place > 0 and len(rest) - place > 4 and (rest[:place] in self.names or rest[:place] in self.verbs):
                return skip_letters(surface, len(conj) + place)  # الأممالمتحدة
            if len(rest) > 6 and surface.endswith(("أن", "إن")) and not rest.endswith(("شان", "مان")):
                return skip_letters(surface, len(fold) - 2)  # no other word ends so
            for adverb in ("ايضا",):
                if rest.endswith(adverb) and rest[: -len(adverb)] in self.verbs:
                    return skip_letters(surface, len(fold) - len(adverb))
        return 0

    def _read_verbs(self, found: list[Reading], rest: str, conj: str, dotted: bool) -> None:
        for form in self.verbs.get(rest, ()):
            found.append(Reading(*form, len(conj), conj, "", False, "", False))
        if rest[:1] == "س" and len(rest) > 4:
            for form in self.verbs.get(rest[1:], ()):
                if form.kind == IMPERFECT:
                    found.append(Reading(*form, len(conj), conj, "", False, "", True))
        if rest[:1] == "ل" and len(rest) > 4:
            for form in self.verbs.get(rest[1:], ()):
                if form.kind == IMPERFECT:
                    found.append(Reading(*form, len(conj), conj, "ل", False, "", True))
        if not found or found[-1].conj != conj:
            for pronoun in () if dotted else OBJECTS:
                if rest.endswith(pronoun) and len(rest) - len(pronoun) >= 2:
                    stem = rest[: -len(pronoun)]
                    forms = self.verbs.get(stem) or (stem.endswith("و") and self.verbs.get(stem + "ا")) or ()
                    for form in forms:
                        found.append(Reading(*form, len(conj), conj, "", False, pronoun, False))
                    if forms:
                        break

    def _read_nominals(
        self, participles: list[Reading], nouns: list[Reading], rest: str, conj: str, dotted: bool
    ) -> None:
        for form in self.participles.get(rest, ()) if rest not in self.lexical else ():
            participles.append(Reading(*form, len(conj), conj, "", False, "", False))
        for prep, stem, definite in strip_preposition(rest):
            start = len(conj) + (1 if prep and not (prep == "ل" and definite) else 0)
            for base, owner in strip_owner(stem, definite or dotted):
                for lemma in self.nouns.get(base, ()):
                    nouns.append(Reading(lemma, NOUN, "f" if base.endswith("ه") else "m", "s", 3, False, start, conj,
                                         prep, definite, owner, False))  # fmt: skip

    def _read_names(self, found: list[tuple[int, str, Node]], rest: str, conj: str) -> None:
        start = len(conj)
        node = self.names.get(rest)
        if node is not None:
            found.append((start, conj, node))
        if rest[:1] in "بكل" and len(rest) > 3:
            if rest[:2] == "لل":
                for stem in ("ال" + rest[2:], "الل" + rest[2:]):
                    node = self.names.get(stem)
                    if node is not None:
                        found.append((start, "لل", node))
            node = self.names.get(rest[1:])
            if node is not None:
                found.append((start + 1, rest[0], node))

    def _read_topics(self, fold: str) -> tuple[Node, ...]:
        found = []
        for bare in dict.fromkeys(bare_forms(fold)):
            node = self.topic_words.get(bare)
            if node is not None:
                found.append(node)
                if bare == fold and LEAF in node:
                    break  # a paper (ورقة) is not Raqqa with "and" before it
            for length in range(3, min(len(bare), 9) + 1):
                node = self.topic_stems.get(bare[:length])
                if node is not None:
                    found.append(node)
        return tuple(found)

    def _guess(self, word: Word, fold: str, surface: str) -> None:
        rest = fold[1:] if fold[0] in "وف" and fold[1:3] == "ال" and fold not in self.lexical else fold
        if not word.conj and rest is not fold:
            word.conj = fold[0]
        word.article = rest.startswith("ال") and len(rest) > 4
        if rest[:1] in "بكل" and rest[1:3] == "ال" and len(rest) > 5:
            word.prep, word.article = rest[0], True
        elif rest[:2] == "لل" and len(rest) > 4:
            word.prep, word.article = "ل", True
        if rest in self.places:
            word.article = word.place = True  # a proper noun is definite
        word.rest = rest if not word.cls else word.rest
        if rest.endswith(("ات", "اء")) and len(rest) > 3 or surface.rstrip(VOWELS).endswith("ة"):
            word.gender = "f"
        elif rest.endswith("ه") and len(rest) > 3:
            word.gender = "c"  # a pronoun, or a feminine ending without its dots
        if word.article and rest.endswith(("ي", "يه", "يين", "يون", "يان", "يتين")) and rest not in self.lexical:
            word.cls |= ADJ
        stem = rest[1:] if word.prep else rest
        bare = stem[2:] if stem.startswith("ال") else stem
        if len(bare) == 5 and bare.endswith("اء"):
            word.gender = "p"  # وزراء, زعماء: they are people
        word.adjective = self.adjectives.get(bare, "") or self.adjectives.get(bare.removesuffix("ه"), "") or (
            self.adjectives.get(bare.removesuffix("ين").removesuffix("ون"), "")
        )  # fmt: skip

    def _find_person(self, fold: str) -> tuple[int, str, Entry] | None:
        """Return ``(letters skipped, proclitic, entry)`` of a surname, however it is spelt."""
        for conj in ("", fold[0]) if fold[0] in "وفبل" else ("",):
            stem = fold[len(conj) :]
            if len(stem) >= 4 and is_foreign_enough(stem):
                person = self.surnames.get(skeleton(stem))
                if person is not None:
                    return len(conj), conj, person
        return None


def _fold_term(term: str) -> list[str]:
    # the article goes before folding: afterwards the first letters of "ألغام" look like one
    return [fold_word(part[2:] if part.startswith("ال") and len(part) > 3 else part) for part in term.split()]
