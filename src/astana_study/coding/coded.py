"""What the coder of a language gives back, sentence by sentence."""

from __future__ import annotations

from astana_study.coding.distance import Marker
from astana_study.coding.draft import Draft
from astana_study.coding.entities import Entity

Result = tuple[Draft, tuple[str, ...], tuple[str, ...], Marker | None]
"""A claim with its targets, its topics and its distance."""

Coded = tuple[int, list[Entity], list[Result], str]
"""The number of a sentence, its mentions, its claims, and the day on which people's roles are looked up."""
