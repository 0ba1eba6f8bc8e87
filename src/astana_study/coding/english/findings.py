"""A claim in the making, with what English needs to know of it until its content has an end."""

from __future__ import annotations

from typing import Any

from astana_study.coding.draft import Draft, Holder


class Finding(Draft):
    """A draft with notes: its verb ``group``, the words ``at`` (content), ``after`` (its quotation), ``trailing`` (a
    speaker behind the content), ``resumes`` (content behind the speaker), ``nominal`` (a noun as cue)."""

    __slots__ = ("extra",)

    def __init__(
        self, cue_start: int, cue_end: int, lemma: str, act: str, mode: str, rule: str, holder: Holder | None = None,
        direct: bool = False,
    ) -> None:  # fmt: skip
        super().__init__(cue_start, cue_end, lemma, act, mode, rule, holder, direct=direct)
        self.extra: dict[str, Any] = {}
