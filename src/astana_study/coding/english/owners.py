"""Whose an anaphor, a statement or an unnamed spokesman is."""

from __future__ import annotations

from typing import Final

from astana_study.coding.english.lexicon import DET, POSS, PREP
from astana_study.coding.english.lists import OWN, UNNAMED_ROLES
from astana_study.coding.english.recall import Recall
from astana_study.coding.english.sentence import Sentence
from astana_study.coding.entities import Entity, resolve_actor

NATIONAL: Final = ("ani", "eni", "iani", "ian", "ese", "ish", "yz")
"""How adjectives of nations end."""
OFFICES: Final = {"president", "minister", "ministry", "fm", "premier", "embassy", "ambassador", "delegation"}
"""Offices of a state; "the Norwegian diplomat" may be the envoy of the United Nations."""
READ: Final = {"read", "delivered", "presented", "recited"}
"""What somebody does to a text that is not his."""


class Owners:
    """Tells whose something is by what was heard before. Part of `phrases.Phrases`."""

    def __init__(self, sentence: Sentence, memory: Recall, published: str):
        self.sentence = sentence
        self.memory = memory
        self.published = published

    def _last_body(self) -> tuple[str, ...]:
        """The body heard last: whose spokesman "a spokesman" is."""
        for holder in reversed(self.memory.holders):
            if holder.kind not in ("holder", "agency", "source", "unknown") and len(holder.actors) == 1:
                return holder.actors
        return ()

    def _entities(self, s: int, e: int) -> list[Entity]:
        found = []
        k = s
        while k < e:
            entity = self.sentence.inside.get(k)
            if entity is None:
                k += 1
                continue
            if entity.i >= s:
                found.append(entity)
            k = entity.j
        return found

    def _recall(self, anaphor: Entity) -> tuple[str, ...]:
        if anaphor.entry.gender == "p" and self.memory.met:
            if "two" in self.sentence.folded[max(self.sentence.first, anaphor.i - 1) : anaphor.i + 1]:
                return self.memory.met
        if anaphor.entry.gender == "p":
            for holder in reversed(self.memory.holders):
                if (holder.gender == "p" or len(holder.actors) > 1) and holder.kind not in (
                    "holder",
                    "agency",
                    "source",
                    "unknown",
                ):
                    return holder.actors
            return ("GUARANTORS",)
        head = self.sentence.words[anaphor.j - 1]
        if head.fold in self.memory.heads:
            return (self.memory.heads[head.fold],)
        for holder in reversed(self.memory.holders):
            if holder.kind == "source" and head.lists & UNNAMED_ROLES:
                return holder.actors
            if holder.kind in ("person", "role", "pronoun") and len(holder.actors) == 1:
                return holder.actors
        actors = self.memory.last_actors()
        return ("OTHER",) if actors == ("OUTLET_SOURCE",) and head.lists & OWN else actors

    def _behind_preposition(self, s: int, entity: Entity) -> bool:
        words = self.sentence.words
        return any(words[k].cls & PREP and k not in self.sentence.inside for k in range(s, entity.i))

    def _document(self, s: int, e: int, chosen: Entity, entities: list[Entity]) -> tuple[tuple[str, ...], str]:
        """A statement is that of the side that owns it; the round's own is STATEMENT."""
        if chosen.entry.actor_id != "STATEMENT":
            return (chosen.entry.actor_id,), "holder"
        words = self.sentence.words
        joint = any(w in self.sentence.folded[chosen.i : chosen.j] for w in ("joint", "final", "closing", "trilateral"))
        others = [
            x
            for x in entities
            if x is not chosen and x.entry.use in ("mention", "role", "country", "capital", "person")
        ]
        actors = {resolve_actor(x, self.published) for x in others}
        read = any(w in READ for w in self.sentence.folded[chosen.j : e])
        if len(actors) == 1 and not joint and not read and "GUARANTORS" not in actors and "PARTICIPANTS" not in actors:
            other, k = others[0], others[0].i - 1
            while k > chosen.j and (k in self.sentence.inside or words[k].cls & DET or words[k].cap):
                k -= 1  # "from the office of Special Envoy X"
            if other.j <= chosen.i or words[k].fold in ("by", "from", "of"):
                self.memory.heads["statement"] = other.entry.actor_id
                return tuple(actors), "mention"
        if not others and not joint:
            within = self._entities(chosen.j, e)
            of = next((x for x in within if x.entry.use == "anaphor" and self._behind_preposition(chosen.j, x)), None)
            owner = self._recall(of) if of is not None else ()
            own = next((k for k in range(chosen.j, e) if words[k].cls & POSS and words[k - 1].cls & PREP), -1)
            if own > 0 and (heard := self.memory.resolve(words[own].fold)) is not None:
                owner = heard.actors  # "the statement from his office"
            if not owner and words[chosen.i - 1].fold == "official":
                owner = self.memory.last_actors() if len(self.memory.last_actors()) == 1 else ()
            if not owner and words[chosen.i - 1].fold in ("the", "this"):
                owner = tuple(filter(None, [self.memory.heads.get("statement", "")]))  # the one heard of before
            if owner:
                self.memory.heads["statement"] = owner[0]
                return owner, "mention"
        if joint:
            self.memory.heads.pop("statement", None)
        if chosen.i > s and words[chosen.i - 1].cls & POSS and not joint:
            holder = self.memory.resolve(words[chosen.i - 1].fold)
            if holder is not None and holder.actors != ("STATEMENT",):
                return holder.actors, "mention"
        return ("STATEMENT",), "holder"

    def _counterparts(self, s: int, e: int) -> list[str]:
        """Whose the unnamed counterparts in a list are: "Lavrov and his Turkish counterpart"."""
        words = self.sentence.words
        return [
            words[k].adjective
            for k in range(s + 2, e - 1)
            if words[k].adjective and words[k - 1].cls & POSS and words[k + 1].fold in ("counterpart", "colleague")
        ]

    def _is_foreign(self, s: int, office: Entity) -> bool:
        """Whether an office is that of a nation which the codebook does not know: "the Azerbaijani president"."""
        words, k = self.sentence.words, office.i - 1
        if k < s or k in self.sentence.inside or words[k].cls or words[k].lists or not words[k].cap:
            return False
        return words[office.j - 1].fold in OFFICES and k > self.sentence.first and words[k].fold.endswith(NATIONAL)

    def _count(self, s: int, e: int) -> tuple[str, ...]:
        """Whom "the latter", "the three" or "all three" stand for."""
        folded = self.sentence.folded[s:e]
        met = self.memory.pair or self.memory.met
        if folded in (["the", "latter"], ["the", "former"]):
            here = dict.fromkeys(x.entry.actor_id for x in self.sentence.entities if x.j <= s and x.entry.actor_id)
            met = tuple(here)[-2:] if len(here) > 1 else met
            return (met[-1:] if folded[1] == "latter" else met[:1]) if met else self.memory.last_actors()
        if folded[-1:] == ["three"] and folded[0] in ("the", "all") or folded == ["the", "trio"]:
            several = (h.actors for h in reversed(self.memory.holders) if len(h.actors) > 2)
            return next(several, ("GUARANTORS",))
        if folded in (["the", "two"], ["the", "pair"], ["the", "duo"]):
            return met
        return ()
