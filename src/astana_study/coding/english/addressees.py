"""Passives whose subject is the one to whom something is said."""

from __future__ import annotations

from typing import Final

from astana_study.coding.draft import Holder
from astana_study.coding.english.clauses import INFINITIVE, Group
from astana_study.coding.english.frames import Frames
from astana_study.coding.english.nouns import Nouns

PARTICIPANTS: Final = Holder(("PARTICIPANTS",), "p", "collective")
TOLD: Final = {"promise", "assure", "warn", "inform", "tell", "notify", "guarantee", "remind"}
"""Verbs in whose passive the one who is told is the subject."""


class Addressees(Nouns):
    """Passives whose subject is the one to whom something is said. Part of `grammar.Reading`."""

    def _read_told(self, group: Group, frames: Frames, agent: tuple[Holder, str] | None) -> bool:
        """Read what somebody was promised, told or warned of: "we were assured that the raids would stop"."""
        words, last = self.words, self.sentence.last
        at = group.j
        while agent is not None and at < min(last, group.j + 12) and words[at].fold != "that":
            at += 1
        if at + 1 >= last or words[at].fold != "that":
            return False
        holder, how = agent or (PARTICIPANTS, "none")
        draft = self.begin(group, frames, frames.told or frames.that, "en.verb.passive", holder)
        draft.mode = "indirect"
        self.open_content(draft, at + 1)
        self.finish_aside(draft, holder, how)
        return True

    def _is_bidden(self, group: Group, frames: Frames) -> bool:
        """Whether somebody is told what to do, nobody says by whom: "the rebels were advised to leave"."""
        j = group.j + (group.j < self.sentence.last and self.words[group.j].fold == "not")
        behind = self.clauses.covered.get(j)
        if behind is None or behind.kind != INFINITIVE:
            return False
        return dict(frames.object_preps).get("to") == "call"
