"""Who was last heard: the holders of earlier clauses, for verbs and pronouns that name nobody."""

from __future__ import annotations

from typing import Final

from astana_study.coding.draft import Holder

REMEMBERED: Final = 8


class Memory:
    """The latest holders of an article, the newest last.

    Only subjects of main clauses are remembered: who speaks inside somebody else's words is not the next speaker.
    """

    __slots__ = ("group", "holders", "issuer", "named", "speaker")

    def __init__(self) -> None:
        self.holders: list[Holder] = []
        self.group: tuple[str, ...] = ()
        """The body of states, or of those who met, that has been named last."""
        self.speaker: Holder | None = None
        """Who said something last, whoever has acted since."""
        self.issuer: tuple[str, ...] = ()
        """Whose statement "the statement" is, where one side has issued one of its own."""
        self.named: tuple[str, ...] = ()
        """The first two actors of the last sentence that names two."""

    def remember(self, holder: Holder) -> None:
        """Make a holder the latest."""
        self.holders.append(holder)
        if len(self.holders) > REMEMBERED:
            del self.holders[0]

    def last(self) -> Holder | None:
        """Return the latest holder."""
        return self.holders[-1] if self.holders else None

    def last_actors(self) -> tuple[str, ...]:
        """Return the actors of the latest holder that is an actor, no document and no unnamed source."""
        for holder in reversed(self.holders):
            if holder.kind not in ("holder", "source", "agency") and holder.actors:
                return holder.actors
        return self.holders[-1].actors if self.holders else ()

    def find(self, genders: str) -> Holder | None:
        """Return the latest holder whose gender is one of `genders`; failing that, None."""
        for holder in reversed(self.holders):
            if holder.gender in genders:
                return holder
        return None
