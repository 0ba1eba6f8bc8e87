"""How each act is marked: one shape and one colour for each, told apart without colour, ranked by strength."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from astana_study.codebook.reading import read_rows
from astana_study.figures.labels import get_text, label_value
from astana_study.figures.page import Page


@dataclass(frozen=True, slots=True)
class Mark:
    """How one act is drawn."""

    act: str
    strength: int
    tone: str
    colour: str
    shape: str
    filled: bool


@cache
def _read_marks() -> dict[str, Mark]:
    return {
        row["act"]: Mark(
            row["act"], int(row["strength"]), row["tone"], row["colour"], row["marker"], row["filled"] == "yes"
        )
        for row in read_rows("figure_marks")
    }


def get_mark(act: str) -> Mark:
    """Return how an act is drawn.

    Raises
    ------
    KeyError
        When the act is not one of the vocabulary's.
    """
    marks = _read_marks()
    if act not in marks:
        raise KeyError(f"no act {act!r} in codebook/figure_marks.csv; there are: {', '.join(marks)}")
    return marks[act]


def find_strongest(acts: Iterable[str]) -> str:
    """Return the strongest of some acts: condemnation before rejection before a call, and so on.

    Examples
    --------
    >>> find_strongest(["affirm", "call", "reject"])
    'reject'
    """
    return max(acts, key=lambda act: get_mark(act).strength)


def sort_acts(acts: Iterable[str]) -> list[str]:
    """Return the acts without repetition, strongest first."""
    return sorted(set(acts), key=lambda act: -get_mark(act).strength)


def draw_act(page: Page, act: str, x: float, y: float, *, size: float = 8.5, sure: bool = True) -> None:
    """Set the mark of an act; one that is less than sure is drawn in a lighter line inside a dotted ring."""
    mark = get_mark(act)
    thin = mark.shape in "x+_"
    scale = {"*": 1.35, "X": 1.1, "P": 1.1, "D": 0.85, "x": 0.9, "+": 1.05, "_": 1.0}.get(mark.shape, 1.0)
    if not sure:
        page.ring(x, y, size=size * 1.75, colour=mark.colour)
    page.mark(x, y, mark.shape, size * scale * (1 if sure else 0.8), mark.colour, filled=mark.filled,
              width=2.2 if thin else 1.2)


def make_act_key(page: Page, acts: Iterable[str], language: str) -> list:
    """Return key entries for the acts, strongest first."""
    return [
        (lambda x, y, act=act: draw_act(page, act, x, y, size=7), label_value("act", act, language))
        for act in sort_acts(acts)
    ]


def make_certainty_key(page: Page, language: str) -> list:
    """Return the key entry for marks that rest on less than high confidence."""
    return [
        (lambda x, y: page.ring(x, y, size=11, colour="#4D4D4D"), get_text("key.less_sure", language)),
    ]
