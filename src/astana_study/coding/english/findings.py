"""A claim in the making, with what English needs to know of it until its content has an end."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from astana_study.coding.draft import Draft


@dataclass(slots=True)
class Finding(Draft):
    """A draft with notes: its verb ``group``, the words ``at`` (content), ``after`` (its quotation), ``trailing`` (a
    speaker behind the content), ``resumes`` (content behind the speaker), ``nominal`` (a noun as cue)."""

    extra: dict[str, Any] = field(default_factory=dict)
