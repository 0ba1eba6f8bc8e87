"""A verb group: what the clause layer knows of one verb with its auxiliaries."""

from __future__ import annotations

from typing import Final

from astana_study.coding.english.frames import Frames

FINITE: Final = "finite"
INFINITIVE: Final = "infinitive"
GERUND: Final = "ing"
PARTICIPLE: Final = "participle"


class Group:
    """One verb group: its words ``[i, j)`` with the main verb at `m`, and what it is."""

    __slots__ = ("frames", "i", "j", "kind", "lemma", "m", "modal", "negated", "number", "passive", "tense")

    def __init__(
        self, i: int, m: int, j: int, lemma: str, frames: Frames | None, kind: str, tense: str = "",
        passive: bool = False, negated: bool = False, modal: bool = False, number: int = 0
    ) -> None:  # fmt: skip
        self.i = i
        self.m = m
        self.j = j
        self.lemma = lemma
        self.frames = frames
        self.kind = kind
        self.tense = tense
        self.passive = passive
        self.negated = negated
        self.modal = modal
        self.number = number
