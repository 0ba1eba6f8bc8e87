"""Who a pronoun stands for: the latest holder that fits it."""

from __future__ import annotations

from typing import Final

from astana_study.coding.draft import Holder
from astana_study.coding.memory import Memory

PEOPLE: Final = {"person", "role", "anaphor", "pronoun"}
_MALE: Final = {"he", "his", "him"}
_FEMALE: Final = {"she", "her"}
_NEUTER: Final = {"it", "its"}
_PLURAL: Final = {"they", "their", "both", "them", "everyone", "all"}


def fits(pronoun: str, holder: Holder) -> bool:
    """Tell whether a pronoun can stand for a holder."""
    if pronoun in _MALE or pronoun in _FEMALE:
        return holder.kind in PEOPLE and len(holder.actors) == 1 and holder.gender != "p"
    if pronoun in _NEUTER:
        return holder.kind not in PEOPLE and holder.gender != "p" and len(holder.actors) == 1
    return pronoun in _PLURAL and (holder.gender == "p" or len(holder.actors) > 1)


class Recall(Memory):
    """The latest holders of an article; `pair` are the two of the last sentence that met each other."""

    __slots__ = ("chapeau", "heads", "met", "pair")

    def __init__(self) -> None:
        super().__init__()
        self.pair: tuple[str, ...] = ()
        self.met: tuple[str, ...] = ()
        """The pair heard of last, for "the two presidents"."""
        self.chapeau: Holder | None = None
        self.heads: dict[str, str] = {}
        """By role or body ("ministry", "envoy"): the actor whose it was last."""

    def resolve(self, pronoun: str) -> Holder | None:
        """Return the holder that a pronoun or possessive stands for; None where nobody was heard."""
        if pronoun in _MALE or pronoun in _FEMALE:
            wanted = "f" if pronoun in _FEMALE else "m"
            for holder in reversed(self.holders):
                if holder.gender in (wanted, "") and len(holder.actors) == 1:
                    if holder.kind not in PEOPLE and (holder.kind != "unknown" or holder.gender):
                        continue
                    return holder
            for holder in reversed(self.holders):
                if holder.kind in PEOPLE or holder.kind == "source":
                    return holder
            for holder in reversed(self.holders):
                if holder.gender != "p" and len(holder.actors) == 1 and holder.kind in ("mention", "country"):
                    return holder  # of a delegation rather than of "the factions"
            return self.holders[-1] if self.holders else None
        if pronoun in _NEUTER:
            for holder in reversed(self.holders):
                if holder.kind not in PEOPLE and holder.gender != "p":
                    return holder
            return self.holders[-1] if self.holders else None
        if pronoun in _PLURAL:
            if self.chapeau is not None:
                return self.chapeau
            if self.pair:
                return Holder(self.pair, "p", "pair")
            several = any(h.gender == "p" or len(h.actors) > 1 for h in self.holders)
            for holder in reversed(self.holders):
                if several and holder.kind == "holder":
                    continue
                if holder.kind != "unknown" and (
                    holder.gender == "p" or len(holder.actors) > 1 or holder.kind not in PEOPLE
                ):
                    return holder
        if pronoun in ("we", "our", "i", "my", "us"):
            return self.holders[-1] if self.holders else None
        return self.holders[-1] if self.holders else None
