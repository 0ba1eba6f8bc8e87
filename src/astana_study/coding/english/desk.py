"""What is on the table while one sentence is read, whatever kind of cue is being looked at."""

from __future__ import annotations

from typing import Final

from astana_study.coding.draft import Holder
from astana_study.coding.english.clauses import Clauses, Group
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.frames import Frames
from astana_study.coding.english.phrases import Phrases
from astana_study.coding.english.recall import Recall
from astana_study.coding.english.sentence import Sentence
from astana_study.coding.english.subjects import Subjects

STATUS: Final = {
    "explicit subject": "explicit",
    "pronoun": "pronoun",
    "coordinated subject": "pro-drop",
    "pro-drop": "pro-drop",
    "participle": "pro-drop",
    "chapeau": "chapeau",
    "none": "none",
}

WRITING: Final = {"write", "post", "publish", "tweet"}
"""Verbs whose subject makes a statement, on paper or on a page of its own."""

ANNOUNCING: Final = {"announce", "say", "state", "declare"}
"""Verbs with which a ministry makes a statement."""

Bare = tuple[Group, Holder, str]
"""A verb with its holder, and how the holder was found."""


class Desk:
    """A sentence with its clauses and subjects, and the claims found so far. The base of `grammar.Reading`."""

    def __init__(
        self,
        sentence: Sentence,
        nouns: dict[str, Frames],
        clauses: Clauses,
        memory: Recall,
        published: str,
        chapeau: Holder | None,
    ):
        self.sentence = sentence
        self.words = sentence.words
        self.nouns = nouns
        self.memory = memory
        self.chapeau = chapeau
        self.clauses = clauses
        self.phrases = Phrases(sentence, memory, published)
        self.subjects = Subjects(sentence, clauses, self.phrases, chapeau, memory)
        self.drafts: list[Finding] = []
        self.heard = list(memory.holders)
        """Who had spoken before this sentence."""
        self.consumed: set[int] = set()
        self.headline = False
        self.bare: Bare | None = None
        """A verb of saying with a speaker and nothing said: it may stand behind a quotation of its own sentence."""
        self.ahead: Bare | None = None
        """The same at the end of its sentence: the next paragraph may be what is said."""

    def begin(self, group: Group, frames: Frames, act: str, rule: str, holder: Holder | None) -> Finding:
        """Begin the claim of which a verb group is the cue."""
        starts, ends = self.sentence.starts, self.sentence.ends
        draft = Finding(starts[group.m], ends[group.j - 1], frames.lemma, act, "reported", rule, holder)
        draft.extra["group"] = group
        return draft

    def open_content(self, draft: Finding, at: int) -> None:
        """Let the content run from word `at` to wherever the clause ends."""
        words = self.words
        while at < self.sentence.last and words[at].fold == ",":
            at += 1
        if at >= self.sentence.last:
            return
        draft.content_start = self.sentence.starts[at]
        draft.content_end = self.sentence.ends[at]
        draft.extra["at"] = at
        draft.opened = True

    def note_statement(self, group: Group | None, holder: Holder | None) -> None:
        """Note whose statement "the statement" will be: "the delegation said in a statement", "wrote on its page"."""
        if group is None or holder is None or len(holder.actors) != 1 or holder.kind in ("holder", "source", "unknown"):
            return
        folded, first = self.sentence.folded, self.sentence.first
        ministry = "ministry" in self.sentence.text[holder.start : holder.end].lower() and group.lemma in ANNOUNCING
        if ministry and "joint" not in self.memory.heads:
            self.memory.heads.setdefault("statement", holder.actors[0])
        told = "statement" in folded[group.j : group.j + 6] or "statement" in folded[first : first + 4]
        if told or group.lemma in WRITING:
            if "joint" not in folded[first : group.j + 6] and holder.actors[0] not in ("GUARANTORS", "PARTICIPANTS"):
                self.memory.heads["statement"] = holder.actors[0]

    def finish(self, draft: Finding, holder: Holder | None, how: str) -> Finding:
        """Give a claim its holder and remember who spoke."""
        draft.holder, draft.holder_how = holder, how
        draft.status = STATUS.get(how, "none")
        self.drafts.append(draft)
        if holder is not None and how in ("explicit subject", "pronoun") and holder.actors and holder.kind != "agency":
            kept = holder
            if how == "pronoun":
                kept = next((h for h in reversed(self.memory.holders) if h.actors == holder.actors), holder)
            self.memory.remember(kept)
            self.note_statement(draft.extra.get("group"), holder)
            if how == "explicit subject" or len(holder.actors) == 1:
                self.memory.pair = ()
        return draft

    def finish_aside(self, draft: Finding, holder: Holder | None, how: str) -> Finding:
        """Give a claim its holder without making the holder who was heard last: an owner or agent is no speaker."""
        kept = list(self.memory.holders)
        self.finish(draft, holder, how)
        self.memory.holders[:] = kept
        return draft
