"""A verb group: what the clause layer knows of one verb with its auxiliaries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from astana_study.coding.english.frames import Frames

FINITE: Final = "finite"
INFINITIVE: Final = "infinitive"
GERUND: Final = "ing"
PARTICIPLE: Final = "participle"


@dataclass(slots=True)
class Group:
    """One verb group: its words ``[i, j)`` with the main verb at `m`, and what it is."""

    i: int
    m: int
    j: int
    lemma: str
    frames: Frames | None
    kind: str
    tense: str = ""
    passive: bool = False
    negated: bool = False
    modal: bool = False
    number: int = 0
