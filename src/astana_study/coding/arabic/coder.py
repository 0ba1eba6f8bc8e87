"""One Arabic article: words once, then sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from typing import Final

from astana_study.codebook.loading import Codebook
from astana_study.coding.arabic.attributions import finish_attributions
from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.company import GATHERED
from astana_study.coding.arabic.findings import find_before_cue, find_markers, find_targets, tell_topics, trim_content
from astana_study.coding.arabic.grammar import Grammar
from astana_study.coding.arabic.headlines import read_colon
from astana_study.coding.arabic.lexicon import ABBREVIATED, Lexicon
from astana_study.coding.arabic.mentions import is_dateline, is_mention
from astana_study.coding.arabic.predicates import read_word
from astana_study.coding.arabic.sentence import Sentence
from astana_study.coding.coded import Coded, Result
from astana_study.coding.distance import choose_distance
from astana_study.coding.draft import Holder
from astana_study.coding.entities import Entry
from astana_study.coding.memory import Memory
from astana_study.coding.topics import Context
from astana_study.text.folding import MARKS
from astana_study.text.segments import Span

_LETTERS: Final = (
    r"A-Za-z\u00c0-\u02af\u0370-\u05ff\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u08ff\u1e00-\u1fff"
    rf"\ufb00-\ufdff\ufe70-\ufefc{MARKS}"
)
_EDGE: Final = r"\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff"
_DOTTED: Final = r"[\u0621-\u064a]{1,3}(?:\.[\u0621-\u064a]{1,3}){2,}(?![\u0621-\u065f])"  # إن.بي.سي
_PIECE: Final = re.compile(rf"(\d+|{_DOTTED}|[{_LETTERS}]+(?<![{_EDGE}])|''|\.\.+|[^\s_#])")
QUESTIONS: Final = {"هل", "ماذا", "لماذا", "كيف", "متي", "اين", "علي", "ما", "من", "اي"}
"""Words with which a question begins: it asks, it does not report."""
CODED: Final = {"headline", "lead", "body", "related"}


class ArabicCoder:
    """Codes Arabic articles with one codebook; holds what it learnt of words between articles."""

    def __init__(self, codebook: Codebook):
        self.lexicon = Lexicon(codebook)
        self.grammar = Grammar(codebook)

    def code(self, text: str, spans: list[Span], kind: str, published: str) -> Iterator[Coded]:
        """Yield, for each sentence, its number and ``(entities, drafts with actors, targets, topics, distance)``."""
        pieces = self._split(text)
        offsets = list(accumulate(map(len, pieces), initial=0))
        surfaces = pieces[1::2]
        starts = offsets[1:-1:2]
        ends = offsets[2::2]
        words = list(map(self.lexicon.__getitem__, surfaces))
        folded = [word.fold for word in words]
        flagged = [k for k, word in enumerate(words) if word.flagged]
        memory = Memory()
        introduced: dict[str, Entry] = {}
        context = Context()
        chapeau = None
        position = 0
        for number, span in enumerate(spans, start=1):
            if span.part not in CODED:
                continue
            first = bisect_left(starts, span.start, position)
            position = bisect_left(starts, span.end, first)
            if first == position:
                continue
            mine = flagged[bisect_left(flagged, first) : bisect_left(flagged, position)]
            sentence = Sentence(text, surfaces, words, folded, starts, ends, first, position, mine)
            sentence.find_names(self.lexicon, introduced)
            sentence.find_quotes()
            if kind == "statement" and chapeau is None:
                chapeau = self._find_chapeau(sentence)
            walk = Walk(sentence, memory, self.grammar, read_word, published, chapeau)
            if span.part in ("headline", "related") or text[span.start : span.start + 120].find(":") > 0 or (
                "–" in text[span.start : span.start + 90]
            ):  # fmt: skip
                read_colon(walk, self.grammar, whole=span.part == "headline")
            question = words[position - 1].fold in ("؟", "?") and words[first].fold in QUESTIONS
            if question:
                pass
            elif span.part != "related":
                walk.run()
                finish_attributions(walk)
            else:
                walk.close(sentence.last, 0)
            walk.drafts.sort(key=lambda draft: (draft.cue_start, draft.cue_end))
            markers = find_markers(sentence, walk.drafts)
            results: list[Result] = []
            for draft in walk.drafts:
                trim_content(sentence, draft, markers)
            for draft in walk.drafts:
                if draft.content_start >= 0 and draft.content_end <= draft.content_start:
                    draft.content_start = draft.content_end = -1
                results.append((draft, find_targets(walk, draft),
                                tell_topics(sentence, draft, context, span.paragraph),
                                choose_distance(draft, markers, walk.drafts)
                                or find_before_cue(sentence, draft, markers, walk.drafts)))  # fmt: skip
            named = sentence.list_actors(position, published)
            if len(named) == 2:
                memory.named = named
            for entity in sentence.entities:
                if entity.entry.actor_id in GATHERED and entity.entry.use == "mention":
                    memory.group = (entity.entry.actor_id,)
            titled = kind == "statement" and span.part == "headline"
            cues = {draft.cue_start for draft in walk.drafts}
            mentions = [] if titled else [
                e for e in sentence.entities if is_mention(sentence, e) and not is_dateline(sentence, e, cues)
            ]  # fmt: skip
            yield number, mentions, results, published

    def _split(self, text: str) -> list[str]:
        """Split a text into words and what stands between them; two words written as one are two."""
        pieces = _PIECE.split(text)
        lexicon = self.lexicon
        glued = [n for n in range(1, len(pieces), 2) if lexicon[pieces[n]].glued]
        for n in reversed(glued):
            place = lexicon[pieces[n]].glued
            if place == ABBREVIATED:
                if pieces[n + 1 : n + 3] == ["", "."]:
                    pieces[n : n + 3] = [pieces[n] + "."]
                continue
            while place > 0:
                pieces[n : n + 1] = [pieces[n][:place], "", pieces[n][place:]]
                n += 2
                place = lexicon[pieces[n]].glued
        return pieces

    def _find_chapeau(self, sentence: Sentence) -> Holder | None:
        states = {"RUS", "TUR", "IRN"}
        actors = {entity.entry.actor_id for entity in sentence.entities}
        if "GUARANTORS" in actors or states <= actors:
            return Holder(("GUARANTORS",), "p", "chapeau")
        return None
