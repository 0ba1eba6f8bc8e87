"""One English article: words once, then sentence by sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate
from operator import attrgetter
from typing import Final

from astana_study.codebook.loading import Codebook
from astana_study.coding.coded import Coded, Result
from astana_study.coding.draft import Holder
from astana_study.coding.english.attributions import VIEWS, is_view, read_attribution, read_view
from astana_study.coding.english.clauses import PARTICIPLE, Clauses
from astana_study.coding.english.contents import end_contents
from astana_study.coding.english.extents import STATES, extend_names, settle_sides
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.grammar import Reading
from astana_study.coding.english.headlines import read_headline
from astana_study.coding.english.lexicon import (
    ATTRIBUTING,
    COMMA,
    CONJ,
    DASH,
    DET,
    GENITIVE,
    NUMBER,
    POSS,
    PREP,
    PUNCT,
    Lexicon,
)
from astana_study.coding.english.lists import SENT
from astana_study.coding.english.marks import Thread, find_markers, find_targets, find_topics, tell_distance
from astana_study.coding.english.mentions import is_mention
from astana_study.coding.english.names import WORD
from astana_study.coding.english.nominals import read_adjective, read_noun
from astana_study.coding.english.phrases import Phrases
from astana_study.coding.english.reactions import DRAWING, read_drawn
from astana_study.coding.english.recall import Recall
from astana_study.coding.english.regions import LISTED
from astana_study.coding.english.resuming import closes, foretell, resumed_end, resumes, sign, speak
from astana_study.coding.english.sentence import Sentence
from astana_study.coding.english.wide import read_widely
from astana_study.coding.entities import Entity, Entry
from astana_study.text.segments import Span

SHORT: Final = 12
"""Words of a paragraph that is nothing but the speaker of the quotation before it."""
CODED: Final = {"headline", "lead", "body", "related"}


class EnglishCoder:
    """Codes English articles with one codebook; holds what it learnt of words between articles."""

    def __init__(self, codebook: Codebook):
        self.lexicon = Lexicon(codebook)
        self.wide = codebook.scope == "wide"
        self.double = self.lexicon["”"]

    def code(self, text: str, spans: list[Span], kind: str, published: str) -> Iterator[Coded]:
        """Yield, for each sentence, its number, its names, its claims with what belongs to them, and the date."""
        pieces = WORD.split(text)
        offsets = list(accumulate(map(len, pieces), initial=0))
        surfaces = pieces[1::2]
        starts = offsets[1:-1:2]
        ends = offsets[2::2]
        words = list(map(self.lexicon.__getitem__, surfaces))
        folded = [word.fold for word in words]
        memory = Recall()
        context = Thread()
        introduced: dict[str, Entry] = {}
        chapeau: Holder | None = None
        joint = False
        position = 0
        telling = [k for k, word in enumerate(words) if word.tells]
        hot = [k for k in telling if words[k].hot]
        dividers = [k for k in telling if words[k].divides]
        verbal = [k for k in telling if words[k].verbal]
        naming = [k for k in telling if words[k].starts_name]
        marked = [k for k in telling if words[k].mark]
        distancing = [k for k in telling if words[k].markers is not None]
        pending: tuple[int, Sentence, list[Finding], Span, Reading | None] | None = None
        begun = before = paragraph = -1
        handles = "@" in text
        for number, span in enumerate(spans, start=1):
            if span.part not in CODED:
                continue
            first = bisect_left(starts, span.start, position)
            position = bisect_left(starts, span.end, first)
            if first == position:
                continue
            if span.paragraph != paragraph:
                begun, before, paragraph = starts[first], begun, span.paragraph
            sentence = Sentence(text, surfaces, words, folded, starts, ends, first, position)
            named = naming[bisect_left(naming, first) : bisect_left(naming, position)]
            sentence.find_names(introduced, named)
            sentence.find_introduced(introduced, memory, named)
            if sentence.entities:
                extend_names(sentence)
            joint = settle_sides(sentence, joint)
            marks = marked[bisect_left(marked, first) : bisect_left(marked, position)]
            if marks:
                sentence.find_quotes(marks, self.double)
            memory.chapeau = chapeau
            sentence.note_heads(memory.heads)
            heats = hot[bisect_left(hot, first) : bisect_left(hot, position)]
            named_by = handles and "@" in folded[first:position]
            headed = named_by or span.part in ("headline", "related") or (
                position - first > 3 and bisect_left(dividers, min(position, first + 16)) > bisect_left(dividers, first)
            )
            verbs = verbal[bisect_left(verbal, first) : bisect_left(verbal, position)]
            drafts, reading = self._read(sentence, span, memory, published, chapeau, heats, headed, verbs)
            listing = span.part != "headline" or text[span.start : span.end].rstrip().endswith(":")
            if kind == "statement" and chapeau is None or kind != "statement" and listing:
                chapeau = self._find_chapeau(sentence, kind, text[span.start : span.end], chapeau)
            if named_by:
                start = before if starts[first] == begun and words[first].cls & DASH else begun
                drafts = sorted((*drafts, *sign(sentence, start, reading)), key=attrgetter("cue_start"))
            alone = resumes(sentence) and not any(d.extra.get("trailing") for d in drafts)
            if (
                not drafts
                and reading is not None
                and reading.bare is not None
                and pending is not None
                and not any(d.direct for d in pending[2])
                and span.paragraph - pending[3].paragraph <= (position - first <= SHORT)
                and (resumes(pending[1]) or pending[3].paragraph == span.paragraph and closes(pending[1]))
            ):
                drafts = [speak(sentence, pending[1], reading, reading.bare)]
            if pending is not None:
                if alone and span.paragraph - pending[3].paragraph <= 1:
                    foretell(pending[4], sentence)
                last = next((d for d in reversed(pending[2]) if d.direct), None)
                if alone and span.paragraph - pending[3].paragraph <= 1 and last is not None:
                    if pending[3].end - last.content_end < 90 or last.extra.get("trailing"):
                        last.content_end = resumed_end(sentence)
                yield self._finish(pending, published, context, distancing)
            pending = (number, sentence, drafts, span, reading)
        if pending is not None:
            yield self._finish(pending, published, context, distancing)

    def _read(
        self,
        sentence: Sentence,
        span: Span,
        memory: Recall,
        published: str,
        chapeau: Holder | None,
        hot: list[int],
        headed: bool,
        verbs: list[int],
    ) -> tuple[list[Finding], Reading | None]:
        words, inside = sentence.words, sentence.inside
        last = sentence.last
        if not hot and not headed:
            self._remember_topic(sentence, memory, published)
            return [], None
        clauses = Clauses(sentence, self.lexicon.frames, chapeau is not None, verbs)
        reading = Reading(sentence, self.lexicon.nouns, clauses, memory, published, chapeau)
        reading.headline = span.part in ("headline", "related")
        if headed:
            read_headline(reading)
        for k in hot:
            word = words[k]
            if k in inside and (word.noun is None or inside[k].entry.use != "holder" or inside[k].j != k + 1):
                continue  # "its agreement to", "his statement that" are acts, for all that they name a text
            group = clauses.at.get(k)
            if word.fold in ATTRIBUTING or word.fold in VIEWS and is_view(reading, k):
                read_attribution(reading, k)
            elif (
                group is not None
                and group.frames is not None
                and (word.adj_frame is None or not group.passive and group.kind != PARTICIPLE)
            ):
                if group.lemma in DRAWING:
                    read_drawn(reading, group)
                else:
                    reading.read_verb(group)
            elif (
                word.fold in VIEWS
                and words[k - 1].cls & (GENITIVE | POSS)
                and k + 1 < last
                and words[k + 1].cls & PUNCT
            ):
                read_view(reading, k)
            elif word.adj_frame is not None:
                read_adjective(reading, k)
            elif word.noun is not None and word.noun.owned:
                read_noun(reading, k)
        if self.wide:
            read_widely(reading, hot)
        end_contents(reading)
        reading.hear_first_person()
        reading.drafts.sort(key=lambda draft: (draft.cue_start, draft.cue_end))
        if not any(draft.status in ("explicit", "pronoun") and draft.mode != "nominal" for draft in reading.drafts):
            self._remember_topic(sentence, memory, published)
        return reading.drafts, reading

    def _remember_topic(self, sentence: Sentence, memory: Recall, published: str) -> None:
        """Who a sentence without a claim is about: its first name, before its verb; with "with X", the two of them."""
        phrases = Phrases(sentence, memory, published)
        words = sentence.words
        reached = sentence.first
        for entity in sentence.entities:
            if entity.entry.use in ("holder", "agency", "source", "weak"):
                continue
            if entity.i > sentence.first + 12 or any(
                words[k].kinds & 14 and not words[k].cls and k not in sentence.inside
                for k in range(sentence.first, entity.i)
            ):
                break
            if entity.i < reached:
                continue
            reached = self._end_of_title(sentence, entity, self._end_of_list(sentence, entity))
            before = words[entity.i - 1].fold if entity.i > sentence.first else ""
            if before == "of" and entity.i - 2 >= sentence.first and words[entity.i - 2].lists & SENT:
                before = ""  # "the representatives of Iran, Russia and Turkey met"
            if before in ("in", "of", "on", "for", "at", "from", "to", "with", "between"):
                continue
            holder = phrases.read(
                max(sentence.first, entity.i - 4) if entity.entry.use == "anaphor" else entity.i, reached
            )
            if holder is None:
                continue
            following = next(
                (
                    x
                    for x in sentence.entities
                    if x.i >= reached > entity.j
                    and words[x.i - 1].fold in ("with", "met")
                    or reached == entity.j
                    and x.i > entity.j
                    and words[x.i - 1 - bool(words[x.i - 1].cls & DET)].fold in ("with", "and", "met")
                    or x.i > entity.j + 1
                    and x.entry.use in ("role", "person")
                    and any(words[k].fold == "with" for k in range(max(entity.j, x.i - 5), x.i))
                ),
                None,
            )
            memory.pair = ()
            if following is not None:
                other = phrases.read(
                    following.i,
                    sentence.entity_at[following.j].j
                    if following.j in sentence.entity_at and (sentence.entity_at[following.j].entry.use == "person")
                    else following.j,
                )
                if other is not None and other.actors != holder.actors:
                    memory.pair = memory.met = holder.actors + other.actors
            memory.remember(holder)
            break

    @staticmethod
    def _end_of_title(sentence: Sentence, entity: Entity, reached: int) -> int:
        """The word behind the person whose title begins with this name: "Deputy Minister for Arab Affairs X"."""
        if entity.entry.use not in ("anaphor", "role"):
            return reached
        for k in range(reached, min(sentence.last, reached + 8)):
            other = sentence.inside.get(k)
            if other is not None:
                return other.j if other.entry.use == "person" else reached
            word = sentence.words[k]
            if not (word.cap or word.cls & PREP or word.fold == "-"):
                return reached
        return reached

    @staticmethod
    def _end_of_list(sentence: Sentence, entity: Entity) -> int:
        """The word behind the last name of a list of three or more that begins with this one."""
        words, j, steps = sentence.words, entity.j, 0
        while j in sentence.entity_at:
            j = sentence.entity_at[j].j  # "Turkish President Erdogan"
        titled = j
        while j < sentence.last and words[j].cls & (COMMA | CONJ):
            k = j + 1 + (j + 1 < sentence.last and words[j + 1].cls & CONJ != 0)
            other = sentence.inside.get(k)
            if other is None or other.entry.use not in LISTED:
                break
            j = other.j
            while j in sentence.entity_at:
                j = sentence.entity_at[j].j
            steps += 1
        return j if steps > 1 and j > titled else entity.j

    def _find_chapeau(self, sentence: Sentence, kind: str, text: str, known: Holder | None) -> Holder | None:
        """The sentence over numbered paragraphs that names the guarantors."""
        actors = {entity.entry.actor_id for entity in sentence.entities}
        guarantors = "GUARANTORS" in actors or actors >= STATES
        if kind == "statement":
            return Holder(("GUARANTORS",), "p", "mention") if guarantors else known
        if text.rstrip().endswith(":") and guarantors:
            return Holder(("GUARANTORS",), "p", "mention")
        head = sentence.words[sentence.first]
        if known is not None and not head.kinds and not head.cls & (PUNCT | NUMBER):
            return None  # an article that goes on in sentences of its own
        return known

    def _finish(
        self,
        read: tuple[int, Sentence, list[Finding], Span, Reading | None],
        published: str,
        context: Thread,
        distancing: list[int],
    ) -> Coded:
        number, sentence, drafts, span, reading = read
        if not drafts:
            context.pass_over(sentence, span.paragraph)
        first = bisect_left(distancing, sentence.first)
        places = distancing[first : bisect_left(distancing, sentence.last, first)]
        markers = find_markers(sentence, places) if drafts else []
        results: list[Result] = [
            (
                draft,
                find_targets(sentence, draft, published),
                find_topics(sentence, draft, context, span.paragraph),
                tell_distance(sentence, draft, markers, drafts),
            )
            for draft in drafts
        ]
        verbs = reading.clauses if reading is not None else None
        return number, [e for e in sentence.entities if is_mention(sentence, e, verbs)], results, published


__all__ = ["EnglishCoder"]
