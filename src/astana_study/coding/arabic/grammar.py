"""The grammar of the cues, compiled from one codebook: what each lemma governs and which act it carries."""

from __future__ import annotations

from typing import Final

from astana_study.codebook.loading import Codebook
from astana_study.coding.arabic.frames import compile_frames
from astana_study.coding.draft import Holder

PARTICIPANTS: Final = Holder(("PARTICIPANTS",), "p", "collective")

DONE: Final = {"وقف", "تصدى"}
"""Verbs whose noun is something done, not said: a halt, the fending off."""


class Grammar:
    """The frames of the cues, compiled from one codebook."""

    def __init__(self, codebook: Codebook):
        self.verbs, self.nouns = compile_frames(codebook)
        # A verbal noun of a cue verb that has no entry of its own carries the verb's first act.
        self.noun_act: dict[str, str] = {}
        for lemma, frames in self.verbs.items():
            act = frames.object or (frames.preps and frames.preps[0][1]) or frames.that
            if act and not frames.light and lemma not in DONE:
                self.noun_act[lemma] = act
        self.noun_preps: dict[str, set[str]] = {}
        for lemma, frames in self.nouns.items():
            self.noun_act[lemma] = frames.noun
        for row in codebook.select("verbs", "ar"):
            for noun in row["verbal_nouns"].split("|"):
                verb = self.verbs.get(row["lemma"])
                if noun in self.nouns and verb and not verb.object:
                    self.noun_preps[noun] = {prep for prep, _ in (*verb.preps, *verb.object_preps)}
