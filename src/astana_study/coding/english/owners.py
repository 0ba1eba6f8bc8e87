"""Whose an anaphor, a statement or an unnamed spokesman is."""

from __future__ import annotations

from astana_study.coding.english.lexicon import POSS, PREP
from astana_study.coding.english.lists import OWN, UNNAMED_ROLES
from astana_study.coding.english.recall import Recall
from astana_study.coding.english.sentence import Sentence
from astana_study.coding.entities import Entity, resolve_actor


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
        if len(actors) == 1 and not joint and "GUARANTORS" not in actors and "PARTICIPANTS" not in actors:
            other = others[0]
            if (
                other.j <= chosen.i
                or words[other.i - 1].fold in ("by", "from", "of")
                or (words[other.i - 1].fold == "the" and words[other.i - 2].fold in ("by", "from", "of"))
            ):
                self.memory.heads["statement"] = other.entry.actor_id
                return tuple(actors), "mention"
        if not others and not joint:
            within = self._entities(chosen.j, e)
            of = next((x for x in within if x.entry.use == "anaphor" and self._behind_preposition(chosen.j, x)), None)
            owner = self._recall(of) if of is not None else ()
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
