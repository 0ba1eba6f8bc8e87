"""What is collected about a claim while a sentence is read, before it becomes a row."""

from __future__ import annotations


class Holder:
    """Whose claim it is: the actors, how the words that name them behave in grammar, and where those words stand."""

    __slots__ = ("actors", "end", "gender", "kind", "start")

    def __init__(self, actors: tuple[str, ...], gender: str, kind: str, start: int = -1, end: int = -1) -> None:
        self.actors = actors
        self.gender = gender
        """``m``, ``f``, ``p`` (a plural of people) or ``d``."""
        self.kind = kind
        """The use of the name (mention, person, holder, source …), or ``unknown``."""
        self.start = start
        self.end = end

    def place(self, start: int, end: int) -> Holder:
        """Return the holder as named by other words."""
        return Holder(self.actors, self.gender, self.kind, start, end)

    def standing_for(self, actors: tuple[str, ...]) -> Holder:
        """Return the holder with the same words, which stand for other actors."""
        return Holder(actors, self.gender, self.kind, self.start, self.end)


def unplace(holder: Holder) -> Holder:
    """Return the holder without the place of its words: it is understood, not named."""
    return holder if holder.start < 0 else Holder(holder.actors, holder.gender, holder.kind)


class Draft:
    """A claim in the making. Offsets are into the text; ``-1`` where there is none."""

    __slots__ = (
        "act", "addressee", "content_end", "content_start", "cue_end", "cue_start", "depth", "direct", "holder",
        "holder_how", "lemma", "mode", "opened", "quote", "rule", "status", "that_at",
    )  # fmt: skip

    def __init__(
        self, cue_start: int, cue_end: int, lemma: str, act: str, mode: str, rule: str, holder: Holder | None = None,
        status: str = "none", holder_how: str = "", content_start: int = -1, content_end: int = -1,
        direct: bool = False, depth: int = 0, opened: bool = False, addressee: tuple[str, ...] = (),
        quote: tuple[int, int] | None = None, that_at: int = -1
    ) -> None:  # fmt: skip
        self.cue_start = cue_start
        self.cue_end = cue_end
        self.lemma = lemma
        self.act = act
        self.mode = mode
        self.rule = rule
        self.holder = holder
        self.status = status
        self.holder_how = holder_how
        """The step of the resolution order that found the holder."""
        self.content_start = content_start
        self.content_end = content_end
        self.direct = direct
        self.depth = depth
        self.opened = opened
        """The content still runs on; whatever ends the clause ends it."""
        self.addressee = addressee
        self.quote = quote
        self.that_at = that_at
        """Word of the "that" behind a preposition, which opens a nested clause."""
