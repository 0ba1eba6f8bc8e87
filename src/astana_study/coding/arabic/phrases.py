"""Noun phrases: where one ends, whom it names, and how it agrees.

A phrase is a head with its genitives, adjectives and appositions, its modifiers with إلى/لدى/باسم, and the names
co-ordinated with it. Titles, bracketed asides and quotation marks round a name are transparent.
"""

from __future__ import annotations

from typing import Final

from astana_study.codebook.loading import SAME
from astana_study.coding.arabic.extents import is_closed
from astana_study.coding.arabic.labels import QUOTE_MARKS, stays_open
from astana_study.coding.arabic.lists import CLASSIFIERS, COUNTING, GROUPS, HEADS, QUALIFYING
from astana_study.coding.arabic.sentence import Sentence
from astana_study.coding.arabic.words import ADJ, ADV, AUX, COMP, CONJ, DEM, PREP, PUNCT, REL, TIME, TITLE, Word
from astana_study.coding.entities import Entity, resolve_actor

LONGEST_PHRASE: Final = 14
STOPPING: Final = PREP | COMP | REL | CONJ | AUX
MODIFIERS: Final = {"الي", "لدي", "باسم", "لسوريا", "لسوريه", "الخاص"}
TEENS: Final = {"عشر", "عشره"}
GUARANTORS: Final = ("RUS", "TUR", "IRN")
"""The states that stand beside the name of their body: the guarantors Russia and Iran."""
PLACED: Final = {"source", "unknown"}


class Phrase:
    """A noun phrase: its words ``[i, j)``, its offsets, its names by co-ordinated part, its agreement."""

    __slots__ = ("end", "gender", "head_entity", "i", "j", "known", "parts", "start")

    def __init__(
        self, i: int, j: int, start: int, end: int, parts: tuple[tuple[Entity, ...], ...], gender: str, known: bool,
        head_entity: bool
    ) -> None:  # fmt: skip
        self.i = i
        self.j = j
        self.start = start
        self.end = end
        self.parts = parts
        self.gender = gender
        self.known = known
        """Whether any name stands in it."""
        self.head_entity = head_entity
        """Whether its first words are a name."""


def read_phrase(
    sentence: Sentence, i: int, limit: int, *, greedy: bool = False, stops: frozenset[str] = frozenset()
) -> Phrase | None:
    """Read the noun phrase that begins at word `i`.

    Parameters
    ----------
    sentence : Sentence
        The sentence.
    i, limit : int
        First word of the phrase; the word before which it must end.
    greedy : bool
        Take every noun up to the limit: right where the phrase is known to end there (before "that").
    """
    key = (i, limit, greedy, stops)
    if key not in sentence.phrases:
        sentence.phrases[key] = _read_phrase(sentence, i, limit, greedy, stops)
    return sentence.phrases[key]


def _read_phrase(sentence: Sentence, i: int, limit: int, greedy: bool, stops: frozenset[str]) -> Phrase | None:
    words, inside = sentence.words, sentence.inside
    parts: list[list[Entity]] = [[]]
    j = i
    while j < limit and (words[j].cls & DEM and j not in sentence.entity_at or words[j].fold in QUOTE_MARKS):
        j += 1
    if i < j < limit and words[j].fold == "من" and words[j - 1].lists & COUNTING:
        j += 1  # "each of Russia and Iran"
    first = j
    head: Word | None = None
    ended_by_person = False
    led = 0
    named = -1
    while j < limit and j - first < LONGEST_PHRASE:
        word = words[j]
        entity = inside.get(j)
        if j == first + 1 and words[first].fold.endswith("ون") and not word.fold.endswith("ون") and any(
            reading.number == "p" for reading in words[first].participles
        ) and not (word.article and words[first].article):  # fmt: skip
            break  # "opponents criticised": a plural with its full ending owns nothing
        if j > first and word.lists & COUNTING and words[j - 1].article and not word.conj:
            break  # "the states condemned | all attacks"
        if entity is not None and entity.i == j:
            if j > first and not entity.proclitic and j - 1 not in inside and is_closed(words[j - 1]):
                break
            if j > first and entity.proclitic == "و":
                if not any(parts[-1]) and not any(parts):
                    break
                parts.append([])
            elif entity.proclitic and j > first:
                if entity.proclitic in ("ب", "ك") or ended_by_person:
                    break
            elif (
                j > first and parts[-1] and entity.entry.use != "person" and j >= led
                and not _may_adjoin(parts[-1][-1], entity)
            ):
                break
            parts[-1].append(entity)
            head = head or word
            ended_by_person = entity.entry.use == "person"
            j = entity.j
            continue
        cls = word.cls
        if cls & PUNCT:
            step = _cross_mark(sentence, j, limit, parts, ended_by_person)
            if step is None:
                break
            if word.fold in QUOTE_MARKS and any(parts) and any(q.j == j and q.i <= first for q in sentence.quotes):
                j = step
                break  # the name in quotation marks was all of it
            j = step
            continue
        if j > first and not cls and (word.conj or word.lists & CLASSIFIERS and word.fold[0] == "و"):
            nxt = inside.get(j + 1)
            if nxt is not None and nxt.i == j + 1 and any(parts[-1]) and not word.verbal and not nxt.proclitic:
                parts.append([])  # "and representatives of the UN"
                j += 1
                continue
            if greedy and word.nominal and not word.verbal:
                j += 1
                continue
            break
        if word.fold == "و" and any(parts[-1]) and j + 2 < limit and (
            j + 1 in inside or words[j + 1].fold in QUOTE_MARKS and j + 2 in inside
        ):  # fmt: skip
            parts.append([])  # “X” and “Y”
            j += 1
            continue
        if cls & STOPPING:
            if word.fold in stops and j > first and not (
                word.fold == "الي" and (place := inside.get(j + 1)) and place.entry.use == "weak"
                and any(part and part[-1].entry.use == "role" for part in parts)
            ):  # fmt: skip
                break
            sent = inside.get(j + 1) if word.fold in ("عن", "من") and j == first + 1 else None
            if sent is not None and sent.i == j + 1 and not sent.proclitic and words[first].lists & HEADS:
                j += 1  # "delegates from X and Y"
                continue
            if word.fold in MODIFIERS and j > first and not ended_by_person:
                if word.fold == "باسم":
                    led = j + 3 - (j + 1 < limit and words[j + 1].article)  # "the spokesman of one of the factions"
                j += 1
                continue
            if word.fold == "في" and any(parts) and (place := inside.get(j + 1)) and (
                (person := inside.get(place.j)) and person.entry.use == "person" and not person.proclitic
            ):  # fmt: skip
                j = place.j  # "the mediator in Syria so-and-so"
                continue
            place = inside.get(j + 1)
            somewhere = any(parts) or word.fold != "في" or named < 0 and (
                words[j + 1].place if place is None else place.entry.use != "holder"
            )  # fmt: skip
            if word.fold in ("في", "من", "ب") and j > first and somewhere and not ended_by_person and (
                _head_is_placed(parts, head)
            ):  # fmt: skip
                j += 1
                continue
            break
        if cls & (ADV | TIME) and not cls & ADJ:
            if word.fold in ("ايضا", "كذلك") or j == first or not greedy:
                break
        if word.verbs and not (word.nouns or word.names) and not (
            j > first and words[j - 1].cls & PREP or j > i and words[j - 1].rest == "اي"
        ) and (
            j > first or word.verbs[0].kind == "imperfect"
        ):  # fmt: skip
            if not (greedy and j == limit - 1):
                break
        if not word.nominal and not cls & ADJ and not (j > i and words[j - 1].rest == "اي"):
            break
        if j > first and not greedy and (j >= led or word.prep) and not _goes_on(
            word, words[j - 1], parts, ended_by_person, inside, j - 1
        ):  # fmt: skip
            if word.fold not in sentence.given or word.conj or ended_by_person:
                break
            j = named = _cross_name(sentence, j, limit)
            continue
        if word.breaks and j > first:
            if word.glue in stops and not cls & ~ADJ:
                break  # "admitted to his ties": the verb's own preposition
            if word.owned and not words[j - 1].nouns:
                break  # "in its statement its resolve": a noun with a pronoun begins a phrase of its own
            if word.participles and not word.nouns and not word.article and word.rest.endswith("ا"):
                break  # "for a time, calling on": a clause of its own
        head = head or word
        j += 1
    while j > first and (
        words[j - 1].cls & PUNCT and words[j - 1].fold not in QUOTE_MARKS and words[j - 1].fold != ")"
        or words[j - 1].fold in ("الي", "لدي")
    ):  # fmt: skip
        j -= 1
    if j == first or head is None:
        return None
    known = tuple(tuple(part) for part in parts if part)
    if named > 0 and known and known[0][-1].entry.use == "anaphor":
        known = ()  # "the minister so-and-so" is nobody who was named before
    start_entity = inside.get(first)
    start = start_entity.start if start_entity and start_entity.i == first else sentence.starts[first]
    if not (start_entity and start_entity.i == first) and head.conj and len(head.fold) > 3 and not head.cls:
        if head.fold[0] == head.conj:
            start = sentence.offset(first, 1)
    if words[i].lists & COUNTING:
        gender = "c"
    elif known and not (start_entity and start_entity.i == first) and len(known) == 1 and not any(
        entity.entry.use == "person" for entity in known[0]
    ):  # fmt: skip
        gender = "p" if head.fold.endswith(("لو", "ون", "ين")) else head.gender
    elif not known and first - 1 in sentence.quote_at:
        gender = "c"  # «a newspaper»
    else:
        gender = _tell_gender(known, head)
    if words[i].cls & DEM and first > i:
        start = sentence.starts[i]
    end = j
    if words[end - 1].fold in QUOTE_MARKS and not any(words[k].fold in QUOTE_MARKS for k in range(first, end - 1)):
        end -= 1
    return Phrase(first, j, start, sentence.ends[end - 1], known, gender, bool(known),
                  bool(start_entity and start_entity.i == first))  # fmt: skip


def _cross_mark(sentence: Sentence, j: int, limit: int, parts: list[list[Entity]], person: bool) -> int | None:
    """Cross a mark that does not end the phrase: quotation marks, a bracket, a comma before an apposition."""
    words, inside = sentence.words, sentence.inside
    mark = words[j].fold
    if mark in QUOTE_MARKS:
        quote = sentence.quote_at.get(j)
        acts = bool(parts[-1]) and parts[-1][-1].j == j  # a label behind a name is what that one did something to
        longest = 3 if person else 0 if acts else limit
        label = quote is not None and quote.kind == "label" and quote.j - quote.i > longest
        speech = quote.kind == "speech" if quote is not None else stays_open(sentence, j)
        return None if label or speech else j + 1
    if mark == "(":
        for k in range(j + 1, min(limit, j + 10)):
            if words[k].fold == ")":
                return k + 1
        return None
    if mark in ("،", ",") and j + 1 < limit and not person:
        entity = inside.get(j + 1)
        if entity is not None and entity.i == j + 1 and entity.entry.use == "person" and not entity.proclitic:
            return j + 1
        shared = words[j + 1]
        if shared.adjective and shared.article and any(parts):
            return None
    if mark == "-" and j + 1 < limit and sentence.starts[j] == sentence.ends[j - 1]:
        return j + 1
    return None


def _cross_name(sentence: Sentence, j: int, limit: int) -> int:
    """Return the word behind the name of an unlisted person, of which word `j` is the given name."""
    words = sentence.words
    j += 1
    while j + 1 < limit and words[j].fold == "بن":
        j += 2
    word = words[j] if j < limit else None
    if word is None or j in sentence.inside or word.cls & ~TITLE or word.verbs or word.nouns or word.participles:
        return j
    plain = word.fold.isalpha() and not (word.conj or word.prep or word.fold.endswith(("ات", "ين", "ون")))
    return j + 1 if plain and (not word.glue or word.fold[0] != "ل") else j


def _may_adjoin(before: Entity, entity: Entity) -> bool:
    """Tell whether another name may follow in the same phrase ("sources of the opposition"), not as its object."""
    listed = before.entry.actor_id == "GUARANTORS" and entity.entry.actor_id in GUARANTORS
    return listed and entity.entry.use == "country" or before.entry.use in ("source", "agency")


def _head_is_placed(parts: list[list[Entity]], head: Word | None) -> bool:
    entities = [entity for part in parts for entity in part]
    if not entities:
        return head is not None
    return entities[0].entry.use in PLACED


def _goes_on(
    word: Word, before: Word, parts: list[list[Entity]], person: bool, inside: dict[int, Entity], last: int
) -> bool:  # fmt: skip
    """Tell whether a word that begins no name still belongs to the phrase before it."""
    if word.prep or person or word.article and is_closed(before):
        return False
    if before.article and (word.fold in TEENS or word.cls & ADJ and word.rest.endswith(("نه", "ته", "سه", "ها"))):
        return True  # "the fourteenth", "the same time"
    if before.fold in QUOTE_MARKS:
        return last not in inside  # a quoted name: the newspaper "X"
    if not before.article and not any(parts[-1:]) and not before.cls & (PUNCT | ADJ):
        return True  # a construct goes on: "members of the delegation"
    source = any(parts[-1]) and parts[-1][0].entry.use == "source"
    if source and (word.cls & ADJ or word.adjective or word.lists & QUALIFYING):
        return not word.conj  # "American officials"
    if word.article:
        if any(parts[-1]):
            return bool(word.cls & ADJ)
        return bool(word.cls & ADJ) or not before.article
    return False


def _tell_gender(parts: tuple[tuple[Entity, ...], ...], head: Word) -> str:
    if len(parts) > 1:
        return "d" if len(parts) == 2 else "p"
    if parts:
        role = parts[0][0].entry
        if role.use in ("role", "anaphor") and role.gender == "f":
            return "f"  # "the spokeswoman of X"
        for entity in parts[0]:
            if entity.entry.use == "person":
                return entity.entry.gender or "m"
        return parts[0][0].entry.gender or "m"
    if head.fold.endswith(("ون", "ين")):
        return "p"
    return "f" if head.lists & GROUPS else head.gender


def name_actors(phrase: Phrase, published: str, last: tuple[str, ...], *, weak: bool = True) -> tuple[str, ...]:
    """Return the actors for whom a phrase speaks.

    A person comes before the body that person's title names; an unnamed source is a source whatever it is "of";
    an anaphor ("the minister") stands for whoever spoke last.
    """
    actors: list[str] = []
    for part in phrase.parts:
        uses = [entity.entry.use for entity in part]
        if "source" in uses[:1]:
            return ("OUTLET_SOURCE",)
        if "agency" in uses[:1]:
            return ("OTHER",)
        if not phrase.head_entity and all(e.entry.use == "weak" and e.entry.actor_id == "SYR_GOV" for e in part):
            continue  # "the Palestinians of Syria"
        chosen = next((entity for entity in part if entity.entry.use == "person"), None)
        if chosen is None:
            candidates = [entity for entity in part if weak or entity.entry.use != "weak"]
            chosen = next((entity for entity in candidates if entity.entry.use != "anaphor"), None) or next(
                (entity for entity in candidates if phrase.j <= entity.j + 1), None
            )
        if chosen is None:
            continue
        found = last if chosen.entry.actor_id == SAME else (resolve_actor(chosen, published),)
        actors += [actor for actor in found if actor not in actors]
    if "GUARANTORS" in actors:
        actors = [actor for actor in actors if actor not in GUARANTORS]
    return tuple(actors)
