"""One Arabic article: words once, then sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import accumulate

from astana_study.codebook.loading import Codebook
from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.grammar import Grammar
from astana_study.coding.arabic.headlines import finish_attributions, read_colon
from astana_study.coding.arabic.lexicon import ADV, ATTR, COMP, DEM, PREP, PUNCT, REL, TITLE, Lexicon
from astana_study.coding.arabic.phrases import resolve_actor
from astana_study.coding.arabic.predicates import read_word
from astana_study.coding.arabic.sentence import Entity, Sentence
from astana_study.coding.distance import Marker, choose_distance
from astana_study.coding.draft import Draft, Holder
from astana_study.coding.memory import Memory
from astana_study.coding.topics import Context, climb_terms, find_topics
from astana_study.coding.trie import climb
from astana_study.text.folding import MARKS
from astana_study.text.segments import Span

_LETTERS = rf"A-Za-z_\u00c0-\u02af\u0370-\u05ff\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u08ff\u1e00-\u1fff\ufb00-\ufdff\ufe70-\ufefc{MARKS}"
_EDGE = r"\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff"
_PIECE = re.compile(rf"(\d+|[{_LETTERS}]+(?<![{_EDGE}])|''|\.\.+|[^\s])")
TARGETED = {"call", "condemn", "reject", "accuse", "warn", "welcome", "concern", "deny"}
PLACES = {"في", "داخل", "شمال", "شمالي", "شرق", "شرقي", "غرب", "غربي", "جنوب", "جنوبي", "حدود", "اراضي", "خارج",
          "عبر", "ارجاء", "عموم", "انحاء", "مستقبل", "وحده", "سياده", "استقلال", "سلامه", "ازمه", "حرب",
          "مطار", "ريف", "محيط", "مدينه", "العاصمه", "شوارع", "محافظه", "معبر"}  # fmt: skip
CIRCUMSTANCES = {"وسط", "وهو", "وهي", "وهم", ("في", "حين"), ("في", "وقت"), ("قبل", "ان"), ("الامر", "الذي"), "علما",
                 ("في", "الوقت")}  # fmt: skip
CODED = {"headline", "lead", "body", "related"}


class ArabicCoder:
    """Codes Arabic articles with one codebook; holds what it learnt of words between articles."""

    def __init__(self, codebook: Codebook):
        self.lexicon = Lexicon(codebook)
        self.grammar = Grammar(codebook)

    def code(self, text: str, spans: list[Span], kind: str, published: str):
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
            sentence.find_names(self.lexicon)
            sentence.find_quotes()
            if kind == "statement" and chapeau is None:
                chapeau = self._find_chapeau(sentence)
            walk = Walk(sentence, memory, self.grammar, read_word, published, chapeau)
            if span.part in ("headline", "related") or text[span.start : span.start + 120].find(":") > 0 or (
                "–" in text[span.start : span.start + 90]
            ):  # fmt: skip
                read_colon(walk, self.grammar)
            if span.part != "related":
                walk.run()
                finish_attributions(walk, self.grammar)
            else:
                walk.close(sentence.last, 0)
            walk.drafts.sort(key=lambda draft: (draft.cue_start, draft.cue_end))
            markers = self._find_markers(sentence)
            results = []
            for draft in walk.drafts:
                self._trim(sentence, draft, markers)
            for draft in walk.drafts:
                if draft.content_start >= 0 and draft.content_end <= draft.content_start:
                    draft.content_start = draft.content_end = -1
                results.append((draft, self._find_targets(walk, draft),
                                self._find_topics(sentence, draft, context, span.paragraph),
                                choose_distance(draft, markers, walk.drafts)))  # fmt: skip
            titled = kind == "statement" and span.part == "headline"
            mentions = [] if titled else [e for e in sentence.entities if self._is_mention(sentence, e)]
            yield number, mentions, results, published

    def _split(self, text: str) -> list[str]:
        """Split a text into words and what stands between them; two words written as one are two."""
        pieces = _PIECE.split(text)
        lexicon = self.lexicon
        glued = [n for n in range(1, len(pieces), 2) if lexicon[pieces[n]].glued]
        for n in reversed(glued):
            place = lexicon[pieces[n]].glued
            pieces[n : n + 1] = [pieces[n][:place], "", pieces[n][place:]]
        return pieces

    # -- mentions ----------------------------------------------------------------------------------------------------

    def _is_mention(self, sentence: Sentence, entity: Entity) -> bool:
        use = entity.entry.use
        if use in ("holder", "source", "agency", "anaphor"):
            return False
        words = sentence.words
        before = words[entity.i - 1] if entity.i > sentence.first else None
        following = sentence.entity_at.get(entity.j)
        if use != "person" and following is not None and following.entry.use == "person" and (
            not following.proclitic
        ):  # fmt: skip
            return False  # a title: the person is the mention
        if use in ("role", "mention") and (
            use == "role" and self._is_title(sentence, entity) or self._follows_person(sentence, entity)
        ):  # fmt: skip
            return False
        if use == "mention" and before is not None and before.cls & TITLE and self._is_title(sentence, entity):
            return False
        if before is not None and (
            before.rest in ("احد", "احدي", "معظم") or before.rest.startswith("متعدد")
        ) and entity.entry.actor_id == "PARTICIPANTS":
            return False
        if use == "weak":
            return self._weak_counts(sentence, entity)
        if use in ("country", "capital"):
            if before is not None and not entity.proclitic and before.rest in PLACES:
                return False
            if before is not None and before.cls & PREP and not entity.proclitic and (
                before.rest in ("في", "داخل") or use == "capital" and before.rest == "الي"
            ):  # fmt: skip
                return False
        if entity.entry.actor_id == "UNSC" and entity.j < sentence.last:
            k = entity.j
            while k < sentence.last and (words[k].fold in ("رقم", "الدولي") or words[k].fold in ("(",)):
                k += 1
            if k < sentence.last and words[k].fold.isdigit():
                return False  # the title of a resolution
        return True

    def _is_title(self, sentence: Sentence, entity: Entity) -> bool:
        """Tell whether a role goes on to the name of the person who has it."""
        words = sentence.words
        k = entity.j
        while k < min(entity.j + 12, sentence.last):
            following = sentence.entity_at.get(k)
            if following is not None and following.entry.use == "person":
                return not following.proclitic
            if following is not None and (following.entry.use in ("role", "holder", "weak", "mention", "country")):
                k = following.j
                continue
            word = words[k]
            if word.verbs and not word.nouns or word.cls & (COMP | REL | ADV) or word.fold in (".", ":", "؛", "("):
                return False
            if word.cls & PREP and word.rest not in ("الي", "لدي", "في", "ل") or word.conj:
                return False
            k += 1
        return False

    def _follows_person(self, sentence: Sentence, entity: Entity) -> bool:
        """Tell whether a body stands in the title behind a person's name: "X, head of the delegation"."""
        words = sentence.words
        role = entity.entry.use == "role"
        k = entity.i - 1
        while k > max(sentence.first, entity.i - 7):
            before = sentence.inside.get(k)
            if before is not None and before.j == k + 1:
                return before.entry.use == "person" and role and not entity.proclitic
            word = words[k]
            if word.cls & TITLE:
                role = True
            elif word.fold not in ("،", ",", "في", "وهو", "وهي", "ما", "يسمي", "تسمي"):
                return False
            k -= 1
        return False

    def _weak_counts(self, sentence: Sentence, entity: Entity) -> bool:
        """The country's name counts where the government is meant: it acts, or stands beside another actor."""
        words = sentence.words
        if entity.entry.actor_id == "CONST_COMMITTEE":
            return True
        if entity.entry.actor_id == "PARTICIPANTS":
            after = words[entity.j] if entity.j < sentence.last else None
            before = words[entity.i - 1] if entity.i > sentence.first else None
            return bool(before and before.verbs and not before.nouns or after and after.verbs and not after.nouns)
        if entity.entry.actor_id not in ("SYR_GOV",):
            return False
        if words[entity.i].fold.endswith("الحكومه"):
            return True
        neighbours = [sentence.inside.get(entity.i - 1), sentence.entity_at.get(entity.j)]
        for neighbour in neighbours:
            if neighbour is not None and neighbour.entry.use in ("country", "capital", "mention") and (
                entity.proclitic == "و" or neighbour.proclitic == "و"
            ):  # fmt: skip
                return True
        before = words[entity.i - 1] if entity.i > sentence.first else None
        if entity.proclitic:
            return False
        if before is not None and (before.rest in ("مع", "بين") or before.verbs and not before.nouns):
            return True
        after = words[entity.j] if entity.j < sentence.last else None
        return bool(before is None and after is not None and after.verbs and not after.nouns)

    # -- chapeau, markers, targets, topics ---------------------------------------------------------------------------

    def _find_chapeau(self, sentence: Sentence) -> Holder | None:
        states = {"RUS", "TUR", "IRN"}
        actors = {entity.entry.actor_id for entity in sentence.entities}
        if "GUARANTORS" in actors or states <= actors:
            return Holder(("GUARANTORS",), "p", "chapeau")
        return None

    def _find_markers(self, sentence: Sentence) -> list[Marker]:
        markers = []
        words, folded = sentence.words, sentence.folded
        position = sentence.first
        for place in sentence.marked:
            if place < position:
                continue
            position = place
            word = words[position]
            if word.markers:
                hit = None
                for skipped, node in word.markers:
                    found = climb(node, folded, position + 1, sentence.last)
                    if found and (hit is None or found[0] > hit[0]):
                        hit = (found[0], skipped, found[1])
                if hit is not None:
                    end, skipped, (scope, _) = hit
                    start = sentence.offset(position, skipped)
                    markers.append(Marker(scope, start, sentence.ends[end - 1]))
                    position = end
        for quote in sentence.quotes:
            if quote.kind == "label":
                marks = (sentence.starts[quote.i - 1], sentence.ends[quote.j])
                if not any(marker.end <= marks[0] and marks[0] - marker.end < 14 and marker.scope == "term"
                           for marker in markers):  # fmt: skip
                    markers.append(Marker("term", *marks))
        return sorted(markers, key=lambda marker: marker.start)

    def _trim(self, sentence: Sentence, draft: Draft, markers: list[Marker]) -> None:
        """Take off what ends a content without belonging to it: stops, "in their words", "according to"."""
        if draft.content_start < 0:
            return
        text = sentence.text
        end = self._cut_circumstance(sentence, draft)
        changed = True
        while changed:
            changed = False
            if text[end - 1] in "\"”»“" and sum(text.count(mark, draft.content_start, end) for mark in "\"”»“«") % 2:
                end -= 1  # the closing mark of a quotation that opened before the content
                changed = True
            while end > draft.content_start and text[end - 1] in " \t\u00a0.،,؛;:!؟?…-–":
                end -= 1
                changed = True
            for marker in markers:
                if marker.scope == "clause" and marker.end == end and marker.start > draft.content_start:
                    end = marker.start
                    changed = True
            cut = self._trailing_attribution(sentence, draft.content_start, end)
            if cut < end:
                end, changed = cut, True
        inner = text[draft.content_start : end]
        if len(inner) > 2 and inner[0] in "\"“«”" and inner[-1] in "\"”»“" and draft.rule != "x":
            quote = next((q for q in sentence.quotes if q.start == draft.content_start + 1 and q.end == end - 1), None)
            if quote is not None:
                draft.content_start += 1
                end -= 1
        draft.content_end = end

    def _cut_circumstance(self, sentence: Sentence, draft: Draft) -> int:
        """End a content before a clause that tells of the circumstances: ", amid …", ", which is …"."""
        words = sentence.words
        if draft.direct:
            return draft.content_end
        begin, end = sentence.content_words(draft)
        for k in sentence.commas:
            if begin < k < end and k + 1 < sentence.last:
                following, second = words[k + 1].fold, words[k + 2].fold if k + 2 < sentence.last else ""
                surface = sentence.surfaces[k + 1]
                adverbial = following[0] == "م" and following[-1] == "ا" and "\u064b" in surface and len(following) > 4
                if following in CIRCUMSTANCES or (following, second) in CIRCUMSTANCES or adverbial:
                    return sentence.ends[k - 1]
        return draft.content_end

    def _trailing_attribution(self, sentence: Sentence, start: int, end: int) -> int:
        words = sentence.words
        for k in reversed(sentence.attributes):
            if sentence.starts[k] >= end or k == sentence.first:
                continue
            if sentence.starts[k] <= start or sentence.ends[k] < end - 70:
                break
            if words[k].cls & ATTR and words[k - 1].fold in ("،", ",") and k + 1 < sentence.last and words[k + 1].rest == "ما":
                return sentence.starts[k]
            if words[k].cls & ATTR:
                behind = [words[j] for j in range(k + 1, sentence.last) if sentence.starts[j] < end]
                known = any(sentence.inside.get(j) for j in range(k + 1, sentence.last) if sentence.starts[j] < end)
                if behind and len(behind) <= 8 and known and "قرار" not in behind[0].fold:
                    if words[k].conj == "" and sentence.entity_at.get(k + 1) is None and not known:
                        continue
                    holder = next((sentence.inside[j] for j in range(k + 1, sentence.last) if sentence.inside.get(j)), None)  # noqa: E501
                    if holder is not None and holder.entry.use in ("holder", "source", "agency", "person", "role"):
                        return sentence.starts[k]
        return end

    def _find_targets(self, walk: Walk, draft: Draft) -> tuple[str, ...]:
        if draft.act not in TARGETED or draft.content_start < 0:
            return draft.addressee if draft.act in TARGETED else ()
        sentence = walk.sentence
        if draft.addressee:
            return tuple(actor for actor in draft.addressee if actor != "=")
        found: list[str] = []
        holders = set(draft.holder.actors) if draft.holder else set()
        words = sentence.words
        for k in range(*sentence.content_words(draft)):
            if words[k].verbs and not words[k].nouns and found:
                break
            entity = sentence.inside.get(k)
            if entity is not None and entity.i == k:
                if entity.entry.use in ("holder", "source", "agency", "anaphor"):
                    continue
                if not self._is_mention(sentence, entity):
                    continue
                actor = resolve_actor(entity, walk.published)
                if actor not in holders and actor not in found:
                    found.append(actor)
            elif entity is None and words[k].adjective and not found:
                if words[k].adjective not in holders:
                    found.append(words[k].adjective)
            if found and k + 1 < sentence.last and not sentence.inside.get(k + 1):
                break
        return tuple(found)

    def _find_topics(self, sentence: Sentence, draft: Draft, context: Context, paragraph: int) -> tuple[str, ...]:
        words = sentence.words
        hits: list[tuple[str, str]] = []
        if draft.content_start < 0:
            return find_topics(hits, context.recall(paragraph))
        first, last = sentence.content_words(draft)
        for k in range(first, last):
            word = words[k]
            if word.topics:
                hits += word.topics
            if word.topics_open:
                hits += climb_terms(word.topics_open, words, k + 1, last)
        topics = find_topics(hits, context.recall(paragraph))
        context.note(hits, paragraph)
        return topics


__all__ = ["DEM", "PUNCT", "ArabicCoder"]
