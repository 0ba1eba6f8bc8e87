"""Noun phrases: where one ends and whom it names.

A phrase is a run of words; its actors are those of the names that stand at its head, co-ordinated names together. A
person comes before the title, an apposition before the body it names; an unnamed source is a source whatever it is
"of"; an anaphor ("the minister") stands for whoever spoke last.
"""

from __future__ import annotations

import itertools
from typing import Final

from astana_study.codebook.loading import SAME
from astana_study.coding.draft import Holder
from astana_study.coding.english.lexicon import (
    ADV,
    COMMA,
    CONJ,
    DET,
    GENITIVE,
    ING,
    NUMBER,
    POSS,
    PRON,
    PUNCT,
    TIME,
)
from astana_study.coding.english.lists import (
    BODIES,
    HEADS,
    HUMAN,
    OWN,
    PRESS,
    PRIVATE,
    ROLES,
    SENT,
    SPEAKING,
    TOGETHER,
    UNNAMED,
    UNNAMED_ROLES,
)
from astana_study.coding.english.owners import Owners
from astana_study.coding.entities import Entity, resolve_actor


class Phrases(Owners):
    """Reads the noun phrases of one sentence; `memory` answers pronouns and anaphors."""

    def read(self, s: int, e: int) -> Holder | None:
        """Return the holder that the words ``[s, e)`` name; an unknown one is OTHER, no word none."""
        sentence = self.sentence
        words, inside = sentence.words, sentence.inside
        while s < e and s not in inside and words[s].cls & (ADV | PUNCT | CONJ) and not words[s].cls & (DET | PRON):
            s += 1
        while (
            e > s
            and e - 1 not in inside
            and words[e - 1].cls & (PUNCT | CONJ | ADV | TIME)
            and words[e - 1].fold != ")"
        ):
            e -= 1
        if s >= e:
            return None
        if words[s].fold in ("him", "her", "them") and e - s == 1 and s not in inside:
            return self.pronoun(s, e)
        if (
            (e - s == 1 or e - s == 2 and words[s].fold != "one")
            and words[s].cls & PRON
            and s not in inside
            and not words[s].cls & DET
        ):
            return self.pronoun(s, e)
        start, end = sentence.starts[s], sentence.ends[e - 1]
        if words[s].cls & POSS and s not in inside:
            named = [x for x in self._entities(s, e) if x.entry.use != "anaphor"]
            if not named:
                if any(words[k].lists & HUMAN for k in range(s, e)):
                    owner = self.memory.resolve(words[s].fold)
                    if owner is not None:
                        noun = words[e - 1] if e - s <= 5 else words[s + 1]
                        plural = "p" if noun.fold.endswith("s") and not noun.lists & OWN else owner.gender
                        return Holder(owner.actors, plural, "mention", start, end)
                return Holder(("OTHER",), "n", "unknown", start, end)
        if words[s].fold == "both" and e - s == 2 and words[e - 1].fold.endswith("s"):
            several = (h.actors for h in reversed(self.memory.holders) if len(h.actors) > 1)
            actors = self.memory.pair or next(several, self.memory.met)
            if actors:
                return Holder(actors, "p", "anaphor", start, end)  # "both diplomats"
        entities = self._entities(s, e)
        if words[e - 1].lists & PRESS and not any(x.entry.use in ("person", "role", "agency") for x in entities):
            described = any(words[k].adjective for k in range(s, e))
            if described or any(x.entry.use != "source" for x in entities):
                return Holder(("OTHER",), "n", "agency", start, end)  # "Iranian state media"
        if any(words[k].lists & PRIVATE for k in range(s, e)) and all(x.entry.use == "anaphor" for x in entities):
            return Holder(("OTHER",), "m", "unknown", start, end)  # "a Syrian politician": nobody's spokesman
        if words[s].fold in INDEFINITE:
            unnamed = any(words[k].lists & UNNAMED_ROLES for k in range(s, min(e, s + 6)))
            if any(x.entry.use == "holder" and words[x.i - 1].lists & UNNAMED_ROLES for x in entities):
                unnamed = False  # "an official statement"
            if any(words[k].lists & SENT and self._is_sent(k, entities) for k in range(s, min(e, s + 4))):
                unnamed = False  # "two delegates from the opposition"
            speaks = any(words[k].lists & SPEAKING for k in range(s, min(e, s + 3)))
            if speaks and any(x.entry.use == "mention" for x in entities) or self._is_of_body(s, e, entities):
                unnamed = False  # "a spokesman and other opposition officials"
            if (unnamed or e - s <= 6 and self._is_anonymous()) and not any(x.entry.use == "person" for x in entities):
                plural = "p" if words[e - 1].fold.endswith("s") else "m"
                return Holder(("OUTLET_SOURCE",), plural, "source", start, end)
            if speaks and all(x.entry.use == "anaphor" for x in entities):
                sent = next((k for k in range(s, e) if words[k].fold in ("for", "of")), e)
                if sent < e and not any(x.i > sent for x in entities):
                    return Holder(("OTHER",), "m", "role", start, end)  # "a spokesman for the city"
                actors = self._last_body()
                if actors:
                    return Holder(actors, "m", "role", start, end)  # "a spokesman": of the body named last
            named = [x for x in entities if x.entry.use != "anaphor"]
            if not named and entities and not any(words[k].adjective for k in range(s, e)):
                plural = "p" if words[e - 1].fold.endswith("s") else "m"
                return Holder(("OUTLET_SOURCE",), plural, "source", start, end)  # "a Western diplomat"
            entities = named or entities
        elif len(entities) > 1:
            entities = [
                x for x in entities if x.entry.use != "anaphor" or words[x.i - 1].fold not in ("a", "an") or x.i == s
            ]
        if not entities and words[s].fold in ("the", "these", "both") and words[e - 1].lists & TOGETHER and e - s <= 3:
            several = (h.actors for h in reversed(self.memory.holders) if h.gender == "p" or len(h.actors) > 1)
            actors = self.memory.pair or next(several, ())
            if actors == ("PARTICIPANTS",) and words[e - 1].fold in ("countries", "states", "nations"):
                actors = ("GUARANTORS",)
            if actors:
                return Holder(actors, "p", "anaphor", start, end)
        if not entities and e - s <= 3 and (counted := self._count(s, e)):
            return Holder(counted, "p" if len(counted) > 1 else "", "anaphor", start, end)
        if not entities and words[s].fold.startswith("astana") and words[e - 1].fold[-1].isdigit():
            return Holder(("PARTICIPANTS",), "n", "holder", start, end)  # "Astana 6 calls for"
        if not entities:
            adjective = next((words[k].adjective for k in range(s, e) if words[k].adjective), "")
            if adjective and (any(words[k].lists & HUMAN for k in range(s, e))):
                return Holder((adjective,), "m", "role", start, end)
            if e - s <= 4 and all(words[k].cap and not words[k].cls for k in range(s, e)):
                return Holder(("OTHER",), "", "unknown", start, end)  # a person of whom nothing is known
            number = "p" if words[e - 1].fold.endswith("s") else "n"
            return Holder(("OTHER",), number, "unknown", start, end)
        return self._name(s, e, entities, start, end)

    def _is_sent(self, k: int, entities: list[Entity]) -> bool:
        """Whether an actor is named behind those whom he sent: "experts from Russia", "delegates of the rebels"."""
        words = self.sentence.words
        if not words[k].lists & SENT or words[k].fold == "officials" or words[k + 1].fold not in ("from", "of"):
            return False
        return any(k < x.i <= k + 4 and x.entry.use in ("mention", "country", "capital") for x in entities)

    def _is_of_body(self, s: int, e: int, entities: list[Entity]) -> bool:
        """Whether an official is that of a body that is named: "a foreign ministry official", "an official of"."""
        words = self.sentence.words
        official = next((k for k in range(s, min(e, s + 6)) if words[k].fold == "official"), -1)
        if official < 0 or self._is_anonymous() or "source" in self.sentence.folded[official : official + 2]:
            return False
        body = next((x for x in entities if any(words[k].lists & BODIES for k in range(x.i, x.j))), None)
        return body is not None and (words[body.j - 1].fold == "official" or self._behind_preposition(s, body))

    def _is_anonymous(self) -> bool:
        """Whether the sentence says that its source has no name: "who asked not to be named"."""
        first, last = self.sentence.first, self.sentence.last
        if any(self.sentence.words[k].lists & UNNAMED for k in range(first, last)):
            return True
        folded = self.sentence.folded[first:last]
        return ("named" in folded or "identified" in folded) and ("not" in folded or "declined" in folded)

    def _name(self, s: int, e: int, entities: list[Entity], start: int, end: int) -> Holder | None:
        words = self.sentence.words
        agency = next((x for x in entities if x.entry.use == "agency"), None)
        first = entities[0]
        if agency is not None and first.entry.actor_id == "STATEMENT":
            entities = [x for x in entities if x is not agency]
            agency = None  # "a final statement obtained by Reuters"
        if first.entry.use == "source" and len(entities) > 1 and self._is_sent(first.i, entities):
            entities = entities[1:]  # "experts from Russia and Iran"
            first = entities[0]
        if (
            first.entry.use == "source"
            or agency is None
            and any(
                x.entry.use == "source"
                and x.i < s + 4
                and not self._behind_preposition(s, x)
                and not (x.i > s and words[x.i].fold == "officials" and x.i - 1 in self.sentence.inside)
                for x in entities
            )  # but "European Union officials" speak for it
        ):
            source = next(x for x in entities if x.entry.use == "source")
            definite = source.i > s and words[source.i - 1].fold in ("the", "this", "same")
            if definite and words[source.j - 1].fold in ("official", "officials", "diplomat", "diplomats", "analyst"):
                heard = next(
                    (
                        h.actors
                        for h in reversed(self.memory.holders)
                        if h.kind in ("source", "person", "role", "pronoun")
                    ),
                    self.memory.last_actors(),
                )
                return Holder(heard, "m", "anaphor", start, end) if heard else None
            return Holder(
                ("OUTLET_SOURCE",), "p" if words[source.j - 1].fold.endswith("s") else "m", "source", start, end
            )
        if first.entry.use in ("weak", "country", "capital"):
            if any(words[k].kinds == ING and not words[k - 1].cls for k in range(s + 1, first.i)):
                return Holder(("OTHER",), "p", "unknown", start, end)  # "groups representing Syria's minorities"
        if agency is not None and not any(x.entry.use in ("person", "role") for x in entities):
            if agency.j + 1 < e and words[agency.j].cls & GENITIVE and words[agency.j + 1].cap:
                return Holder(("OTHER",), "", "person", start, end)  # "Al Jazeera's Omar Haddad"
            return Holder(("OTHER",), "n", "agency", start, end)
        text = next((x for x in entities if x.entry.actor_id == "STATEMENT"), None)
        if text is not None and len(entities) > 2 and "joint" in self.sentence.folded[text.i - 1 : text.j]:
            if any(words[k].cls & GENITIVE for k in range(first.i, text.i)):
                return Holder(("STATEMENT",), "n", "holder", start, end)  # "Ankara and Moscow's joint statement"
        parts = self._coordinate(s, entities)
        if first.entry.use == "holder" and len(entities) > 1 and self._behind_preposition(first.j, entities[1]):
            parts = [entities]  # "a joint statement by the guarantors, Russia and Iran"
        actors: list[str] = []
        gender, kind = "n", ""
        for part in parts:
            chosen = next((x for x in part if x.entry.use == "person"), None)
            if chosen is None and len(part) > 1 and part[0].entry.use in ("weak", "country") and part[1].i == part[0].j:
                chosen = part[1] if part[1].entry.use in ("mention", "role") else None  # "Syria rebels"
            if chosen is not None and part[0].entry.use == "holder" and self._behind_preposition(part[0].j, chosen):
                chosen = part[0]  # "a final statement read by the minister"
            if chosen is None and len(part) > 1 and part[0].entry.use in ("weak", "country"):
                plain = all(not words[k].cls for k in range(part[0].j + 1, part[1].i))
                if plain and words[part[0].j].cls & GENITIVE and part[1].entry.use in ("mention", "role"):
                    chosen = part[1]  # "representatives of Syria's rebel groups", "Syria's main opposition group"
            if chosen is None and len(part) > 1 and part[0].entry.actor_id in TOGETHER_WITH:
                near = part[1].i <= part[0].j + 2 and words[part[0].j].fold in ("of", "from")
                near = near and (part[0].entry.actor_id != "GUARANTORS" or part[1].entry.use != "weak")
                chosen = part[1] if near else None  # "delegations of the rebels"
            chosen = chosen or next((x for x in part if x.entry.use not in ("anaphor", "agency")), None) or part[0]
            adjective = ""
            if chosen.entry.actor_id == SAME:
                nations = tuple(words[k].adjective for k in range(max(s, chosen.i - 8), chosen.i) if words[k].adjective)
                adjective = nations[0] if nations else ""
                shared = len(nations) > 1 and words[chosen.j - 1].fold.endswith("s")  # "Russian and Turkish ministers"
                found = nations if shared else nations[:1] or self._recall(chosen)
                if not adjective and self._is_foreign(s, chosen):
                    found = ("OTHER",)
                if not adjective and words[chosen.j - 1].lists & SPEAKING and chosen.j < e and words[chosen.j].cap:
                    found = self._last_body() or found  # "spokesman Salim Idris": of the body named last
                if not found and len(parts) == 1:
                    return Holder((), "m", "role", start, end)  # "the committee", of whom nothing was said before
                kind = kind or "role"
            elif chosen.entry.use == "holder":
                found, owner = self._document(s, e, chosen, entities)
                kind = kind or owner
            elif chosen.entry.use == "collective" and words[chosen.i].fold in ("two", "both"):
                two = (h.actors for h in reversed(self.memory.holders) if len(h.actors) == 2)
                found = self.memory.pair or next(two, (chosen.entry.actor_id,))  # "the two sides": those who met
            elif self.memory.pair and (
                chosen.entry.use == "weak" and chosen.i > s and words[chosen.i - 1].fold == "both"
            ):
                found = self.memory.pair  # "both sides"
            else:
                found = (resolve_actor(chosen, self.published),)
            kind = kind or chosen.entry.use
            gender = chosen.entry.gender or ("m" if chosen.entry.use in ("role", "person") else "n")
            actors += [actor for actor in found if actor not in actors]
        actors += [actor for actor in self._counterparts(s, e) if actor not in actors]
        if not actors:
            return None
        if kind in ("mention", "country") and len(parts) == 1 and len(actors) == 1:
            if any(words[k].lists & (ROLES | HEADS) for k in range(parts[0][0].j, e)):
                kind, gender = "role", ""  # "the UN human rights chief"
        if "GUARANTORS" in actors:
            actors = [actor for actor in actors if actor not in BODY]  # "the Astana trio Turkey, Iran and Russia"
        if len(parts) > 1 or len(actors) > 1 or words[s + (words[s].cls & DET != 0)].fold in MEMBERS:
            gender = "p"  # "members of the opposition" are "they"
        return Holder(tuple(actors), gender, kind, start, end)

    def _coordinate(self, s: int, entities: list[Entity]) -> list[list[Entity]]:
        """The names at the head, those joined by "and", commas and articles in parts of their own."""
        words = self.sentence.words
        parts = [[entities[0]]]
        for left, right in itertools.pairwise(entities):
            between = range(left.j, right.i)
            joined = any(words[k].cls & (CONJ | COMMA) or words[k].fold == "/" for k in between)
            if [words[k].fold for k in between if not words[k].cls & DET] in (["along", "with"], ["together", "with"]):
                parts.append([right])
                continue
            clean = all(
                words[k].cls & (CONJ | COMMA | DET | NUMBER | POSS | ADV)
                or words[k].fold in ("/", "(", ")")
                or words[k].adjective
                or words[k].fold in _SOFT
                or "-" in words[k].fold
                for k in between
            )
            if joined and clean:
                listed = any(
                    words[k].cls & CONJ and k not in self.sentence.inside for k in range(entities[0].j, entities[-1].i)
                )
                if (
                    any(words[k].cls & CONJ for k in between)
                    or right.entry.use in ("country", "capital", "mention", "weak")
                    and (left.entry.use in ("country", "capital", "mention", "weak"))
                    or listed
                    and left.entry.use == "person"
                    and (right.entry.use in ("person", "role") or words[right.j].cls & GENITIVE)
                    or left.entry.use == right.entry.use == "person"
                    and right.i == left.j + 1
                    and left.entry.people != right.entry.people
                ):
                    parts.append([right])  # "Lavrov, Cavusoglu discuss the truce"
                    continue
            if (
                joined
                and any(words[k].cls & CONJ for k in between)
                and right.entry.use in ("role", "person")
                and (left.entry.use == "person")
            ):
                parts.append([right])
                continue
            parts[-1].append(right)
        return parts

    def pronoun(self, s: int, e: int) -> Holder | None:
        """Return whom a pronoun stands for."""
        sentence = self.sentence
        owner = self.memory.resolve(sentence.words[s].fold) or Holder((), "", "pronoun")
        return Holder(owner.actors, owner.gender, "pronoun", sentence.starts[s], sentence.ends[e - 1])


BODY: Final = {"RUS", "TUR", "IRN"}
INDEFINITE: Final = {"a", "an", "one", "another", "some", "several", "two", "three"}
MEMBERS: Final = {"members", "representatives", "delegates", "officials", "leaders", "envoys", "negotiators"}
TOGETHER_WITH: Final = {"PARTICIPANTS", "GUARANTORS"}
_SOFT: Final = {
    "foreign", "minister", "ministers", "counterpart", "his", "their", "its", "regime", "government", "delegation",
    "fellow", "ally",
}  # fmt: skip
__all__ = ["Phrases", "resolve_actor"]
