"""Placeholder."""
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Dating:
    """Which round a text is about, when it was published, and how each is known."""

    round: int | None
    round_basis: str
    published: str
    published_basis: str


def infer_dating(text, language, calendar, *, published="", round=None) -> Dating:
    """Infer (placeholder)."""
    return Dating(round, "given" if round else "unknown", published, "metadata" if published else "unknown")
