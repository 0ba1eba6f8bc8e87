"""What is collected about a claim while a sentence is read, before it becomes a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Holder(NamedTuple):
    """Whose claim it is: the actors, how the words that name them behave in grammar, and where those words stand."""

    actors: tuple[str, ...]
    gender: str
    """``m``, ``f``, ``p`` (a plural of people) or ``d``."""
    kind: str
    """The use of the name (mention, person, holder, source …), or ``unknown``."""
    start: int = -1
    end: int = -1


def unplace(holder: Holder) -> Holder:
    """Return the holder without the place of its words: it is understood, not named."""
    return holder if holder[3] < 0 else Holder(holder[0], holder[1], holder[2])


@dataclass(slots=True)
class Draft:
    """A claim in the making. Offsets are into the text; ``-1`` where there is none."""

    cue_start: int
    cue_end: int
    lemma: str
    act: str
    mode: str
    rule: str
    holder: Holder | None = None
    status: str = "none"
    holder_how: str = ""
    """The step of the resolution order that found the holder."""
    content_start: int = -1
    content_end: int = -1
    direct: bool = False
    depth: int = 0
    opened: bool = False
    """The content still runs on; whatever ends the clause ends it."""
    addressee: tuple[str, ...] = ()
    quote: tuple[int, int] | None = None
    that_at: int = -1
    """Word of the "that" behind a preposition, which opens a nested clause."""
