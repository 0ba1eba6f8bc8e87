"""People whom a text introduces by their role, and remembers by their surname."""

from __future__ import annotations

from operator import attrgetter
from typing import Final

from astana_study.coding.english.lexicon import AUX, CONJ, MODAL, NUMBER, PAST, POSS, PREP, PUNCT, THIRD, Word
from astana_study.coding.english.lists import BODIES, BODIES_OF, PARTISAN, ROLES, TITLES
from astana_study.coding.english.recall import Recall
from astana_study.coding.entities import Entity, Entry, Layout

PARTICLES: Final = {"de", "al", "el", "bin", "ibn", "ben", "von", "van", "di", "da", "abu"}
"""Small words inside a name: "Staffan de Mistura"."""
JOINT: Final = {"joint", "final", "closing", "concluding", "trilateral"}
NUMERALS: Final = {"two", "three", "four", "2", "3", "4"}


def _remember(introduced: dict[str, Entry], surname: str, entry: Entry) -> None:
    """Remember somebody by surname, and by what it is without the article."""
    introduced.setdefault(surname, entry)
    if surname.startswith("al-"):
        introduced.setdefault(surname[3:], entry)


class Introductions(Layout):
    """People whom a text introduces by their role, and remembers by their surname. Part of `sentence.Sentence`."""

    __slots__ = ("peopled", "words")

    words: list[Word]
    peopled: bool
    """Whether a person is named."""

    def add(self, i: int, j: int, entry: Entry) -> Entity:
        """Add a name; a numeral before "countries" stands outside its span."""
        head = i + 1 if j > i + 1 and self.folded[i] in NUMERALS else i
        entity = Entity(i, j, self.starts[head], self.ends[j - 1], "", entry)
        if entry.use == "person":
            self.peopled = True
        self.entities.append(entity)
        self.entity_at[i] = entity
        for place in range(i, j):
            self.inside[place] = entity
        return entity

    def find_introduced(self, introduced: dict[str, Entry], memory: Recall, places: list[int]) -> None:
        """Find people whom the text introduces by their role ("their spokesman, Aram Henna") and their surnames."""
        words, inside, last = self.words, self.inside, self.last
        for entity in self.entities:
            if entity.entry.use == "person" and entity.j - entity.i >= 2:
                _remember(introduced, words[entity.j - 1].fold, entity.entry)
        capitals = [k for k in places if words[k].cap]
        free = [k for k in capitals if k not in inside and not words[k].cls]
        if len(free) < 2 or len(capitals) * 2 > last - self.first and self._is_title():
            return  # in a title capitals tell no names
        k = free[0]
        while k < last:
            word = words[k]
            if (
                not word.cap
                or word.cls
                or k in inside
                or word.adjective
                or word.fold.endswith(("-backed", "-led", "-held", "-based"))
                or (word.lists & (ROLES | TITLES) or word.cls)
            ):
                k += 1
                continue
            j = k + 1
            while (
                j < last
                and j < k + 4
                and j not in inside
                and not words[j].cls
                and not words[j].lists & ROLES
                and (words[j].cap or words[j].fold in PARTICLES and j + 1 < last and words[j + 1].cap)
            ):
                j += 1
            if j - k >= 2 or word.fold not in introduced:
                if words[j - 1].lists & BODIES_OF:
                    k = j
                    continue  # "the Ministry of Foreign Affairs"
                entry = self._role_before(k, memory) if j - k >= 2 else None
                if (
                    entry is None
                    and j - k >= 2
                    and j + 1 < last
                    and words[j].fold == ","
                    and not words[j + 1].cls & CONJ
                ):
                    entry = self._role_after(j + 1)
                if entry is not None:
                    person = Entry(entry, "person", "m", "neutral")
                    _remember(introduced, words[j - 1].fold, person)
                    self.add(k, j, person)
                    self.entities.sort(key=attrgetter("i"))
            k = j

    def _is_title(self) -> bool:
        """Whether no verb is written small."""
        return not any(
            word.kinds & (PAST | THIRD) and not word.cap and not word.nounish
            for word in self.words[self.first : self.last]
        )

    def note_heads(self, heads: dict[str, str]) -> None:
        """Note whose ministry, envoy, spokesman … was named last, for "the ministry"."""
        for entity in self.entities:
            if entity.entry.actor_id == "STATEMENT" and self.words[entity.i].fold in JOINT:
                heads.pop("statement", None)  # from here on "the statement" is that of all
                heads["joint"] = "STATEMENT"
            if entity.entry.use in ("mention", "role") and entity.j > entity.i + 1:
                for k in range(entity.i, entity.j):
                    word = self.words[k]
                    if word.lists & (ROLES | BODIES):
                        heads[word.fold] = entity.entry.actor_id

    def _role_before(self, k: int, memory: Recall) -> str | None:
        words = self.words
        if k > self.first and words[k - 1].cls & PREP and k - 1 not in self.inside:
            return None  # "Assistant Secretary for Eastern Affairs"
        back = k - 1
        while back >= self.first and (words[back].lists & TITLES or words[back].fold in (".",)):
            back -= 1
        if back >= self.first and words[back].fold == ",":
            back -= 1
        stop = max(self.first, back - 14)
        actor, role = "", False
        while back >= stop:
            word = words[back]
            entity = self.inside.get(back)
            if entity is not None:
                if entity.entry.use in ("person", "agency", "source", "holder"):
                    break
                if entity.entry.use in ("role", "anaphor"):
                    role = True
                if entity.entry.actor_id != "=":
                    actor = entity.entry.actor_id
                back = entity.i - 1
                continue
            if word.lists & ROLES:
                role = True
            elif word.fold == ")" and role and self.folded[back - 2] == "(":
                back -= 2  # "Syrian Democratic Forces (SDF) spokesperson"
            elif word.fold == "," and role and not actor and back - 1 in self.inside:
                listed = self.inside[back - 1].entry
                return listed.actor_id if listed.use == "person" else None  # "envoy X, Deputy Minister Y"
            elif word.adjective:
                actor = word.adjective
            elif word.cls & POSS:
                if role and not actor:
                    named = next((x for x in self.entities if x.entry.use in ("mention", "country", "capital")), None)
                    if named is not None and named.i < back:
                        return named.entry.actor_id
                    owner = memory.resolve(word.fold)
                    return owner.actors[0] if owner is not None and owner.actors else None
                return actor if role else None
            elif (
                word.cls & PUNCT
                and word.fold not in ("-", "'s")
                or word.kinds
                and not word.nounish
                and not word.cap
                or (word.cls & CONJ)
            ):
                break
            elif word.cls & NUMBER:
                break
            back -= 1
        return actor if role and actor else None

    def _role_after(self, k: int) -> str | None:
        words = self.words
        actor, role = "", False
        for place in range(k, min(self.last, k + 14)):
            entity = self.inside.get(place)
            word = words[place]
            if word.cap and word.lists & PARTISAN:
                return None  # "a member of the Syrian Workers' Party"
            if entity is not None:
                if entity.entry.use == "source" and words[entity.j - 1].lists & ROLES:
                    role = True  # "a senior official at the ministry"
                    continue
                role = role or entity.entry.use in ("role", "anaphor")
                if entity.entry.use == "person" and not any(words[p].cls & PREP for p in range(k, place)):
                    return None  # "the Trianon Dialogue, Foreign Minister Lavrov said": somebody else's role
                if entity.entry.use in ("person", "agency", "source", "holder"):
                    break
                actor = actor or entity.entry.actor_id.replace("=", "")
            elif word.lists & ROLES:
                role = True
            elif word.adjective:
                actor = actor or word.adjective
            elif word.lemma in ("head", "lead") and words[place - 1].fold == "who":
                role = True
            elif word.fold == "who" and place == k:
                continue
            elif (
                word.cls & PUNCT
                and word.fold not in ("'s", "'")
                or word.cls & (AUX | MODAL)
                or word.fold in ("who", "said", "told")
            ):
                break
        return actor if role and actor else None
