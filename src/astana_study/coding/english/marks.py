"""What is told of a claim besides its holder: distance markers, targets, topics; and which names count as mentions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Final

from astana_study.coding.distance import Marker, choose_distance
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.lexicon import (
    ADV,
    AUX,
    COMMA,
    CONJ,
    DET,
    GENITIVE,
    PART,
    PAST,
    POSS,
    PREP,
    PUNCT,
    SUB,
    THIRD,
)
from astana_study.coding.english.mentions import SILENT, is_mention
from astana_study.coding.english.sentence import Sentence
from astana_study.coding.entities import Quote, Spelling, resolve_actor
from astana_study.coding.topics import Context, Hit, choose_topics, find_terms
from astana_study.coding.trie import climb

OWN_WORDS: Final = {"warn", "state", "affirm", "concern", "commit"}
PREDICATIVE: Final = {"as", "is", "was", "were", "are", "been", "be", "being"}
"""Words before a quoted label that make it what the holder says."""
NAMING: Final = {"call", "describe", "brand", "label", "term", "dub", "consider", "deem", "portray"}
NAMERS: Final = {
    "call", "describe", "term", "dub", "brand", "label", "consider", "deem", "portray", "present", "regard", "view",
    "put", "see", "claim", "allege", "say", "refer",
}  # fmt: skip
"""Verbs by which a text leaves a word to somebody: "what Moscow calls", "as Moscow puts it"."""
OFFERED: Final = {"call", "agree", "welcome", "discuss"}
"""Acts of nouns that can be disputed by themselves: his “support”, its “offer”."""
OPENING: Final = {"what": "term", "as": "clause"}
MATTERS: Final = {"about", "asked", "concerning", "on", "regarding"}
"""Words that open what somebody then speaks of: "On whether …, he said"."""
LONGEST_NAMER: Final = 9
TARGETED: Final = {"call", "condemn", "reject", "accuse", "warn", "welcome", "concern", "deny"}


def find_markers(sentence: Sentence, places: list[int]) -> list[Marker]:
    """Return the distance markers of a sentence that can begin at `places`, scare quotes round labels among them."""
    markers = []
    words, folded = sentence.words, sentence.folded
    reached = sentence.first
    for position in places:
        node = words[position].markers
        found = climb(node, folded, position + 1, sentence.last) if node is not None and position >= reached else None
        if found is not None:
            reached, (scope, _) = found
        elif position >= reached and folded[position] in OPENING:
            end = _end_naming(sentence, position)
            if end < 0:
                continue
            reached, scope = end, OPENING[folded[position]]
        else:
            continue
        if position in sentence.quoted or any(q.i <= position and reached < q.j for q in sentence.quotes):
            continue  # a speaker's own "so-called"
        if folded[reached - 1] == "supposed" and reached < sentence.last and folded[reached] == "to":
            continue
        markers.append(Marker(scope, sentence.starts[position], sentence.ends[reached - 1]))
    _add_labels(sentence, markers)
    return sorted(markers, key=lambda marker: marker.start)


def _end_naming(sentence: Sentence, position: int) -> int:
    """Where "what the ministry called" or "as Damascus puts it" ends; -1 where it is none."""
    words, folded = sentence.words, sentence.folded
    for k in range(position + 2, min(position + LONGEST_NAMER, sentence.last)):
        word = words[k]
        if word.lemma in NAMERS and k not in sentence.inside and not words[k - 1].cls & (DET | POSS | GENITIVE | PREP):
            follows = folded[k + 1] if k + 1 < sentence.last else ""
            if folded[position] == "as":
                return k + 2 if follows in ("it", "them", "him", "her", "this") else -1
            if word.lemma in ("describe", "present", "portray", "regard", "view", "see"):
                return k + 2 if follows == "as" else -1
            if word.lemma in ("claim", "allege", "say"):
                return k + 2 if follows in ("is", "are", "was", "were") else -1
            return k + 1 if word.lemma not in ("put", "have") else -1
        if word.cls & (COMMA | PUNCT | CONJ | SUB) and not word.cls & (GENITIVE | DET) and k not in sentence.inside:
            return -1
        if word.kinds & (PAST | THIRD) and not word.nounish and k not in sentence.inside:
            return -1  # "as the rebels rejected it, calling it"
    return -1


def _add_labels(sentence: Sentence, markers: list[Marker]) -> None:
    """Add the scare quotes; not what the holder says of something: “useful” and “open”, a case of “…”."""
    words = sentence.words
    said = -1
    for quote in sentence.quotes:
        own = _is_predicate(sentence, quote, said) or words[quote.i].markers is not None
        if own:
            said = quote.j
        if own or quote.kind != "label" or quote.i in sentence.quoted or not _is_label(sentence, quote):
            continue
        if quote.j - quote.i == 1 and words[quote.i].cls & PUNCT:
            continue
        start = sentence.starts[quote.i - 1]
        if not any(m.end <= start and start - m.end < 24 and m.scope == "term" for m in markers):
            trailing = quote.j - 1 > quote.i and words[quote.j - 1].fold in (",", ".")
            markers.append(Marker("term", quote.start, sentence.ends[quote.j - 2] if trailing else quote.end))


def _is_label(sentence: Sentence, quote: Quote) -> bool:
    """Tell whether a quoted noun phrase names something that is disputed, or people: “safe zone”, “outlaws”."""
    words, i, j = sentence.words, quote.i, quote.j
    while j > i + 1 and words[j - 1].cls & PUNCT:
        j -= 1
    if sentence.is_contested(i, j):
        return True
    behind = words[quote.j + 1] if quote.j + 1 < sentence.last else None
    if j - i > 1 or behind is not None and (behind.fold == "of" or behind.cls & (DET | POSS)):
        return False
    word = words[i]
    several = word.fold.endswith("s") and not word.fold.endswith(("ss", "us", "is")) and not word.cls
    offered = word.noun is not None and word.noun.noun in OFFERED
    return (several or offered or word.fold.endswith(("stan", "-land"))) and (not word.kinds or word.nounish)


def _is_predicate(sentence: Sentence, quote: Quote, said: int) -> bool:
    """Tell whether a quotation is said of something; `said` is the closing mark of the last that was."""
    words, first = sentence.words, sentence.first
    if said > first and quote.i - 3 == said and words[quote.i - 2].cls & CONJ:
        return True
    k = quote.i - 2
    if k >= first and words[k].fold == "of":
        k = next((p for p in range(k - 2, max(k - 4, first), -1) if words[p].fold in ("a", "an")), k)
    if k > first and words[k].fold in ("a", "an"):
        k -= 1
    if k > first and words[k].fold == "as" and words[k - 1].lemma in NAMERS:
        return False  # "whom Damascus sees as “terrorists”"
    if k > first and words[k].fold == "as" and any(w.lemma == "refer" for w in words[max(first, k - 8) : k]):
        return False  # "refers to the rebels as “terrorists”"
    return k >= first and words[k].fold in PREDICATIVE


def tell_distance(sentence: Sentence, draft: Finding, markers: list[Marker], rivals: list[Finding]) -> Marker | None:
    """Return the distance of a claim; "X, by its own account, supports …" stands between speaker and cue."""
    found = choose_distance(draft, markers, rivals)
    if found is not None and found.scope == "cue":
        told = (r.content_start <= draft.cue_start and draft.cue_end <= r.content_end for r in rivals if r is not draft)
        return None if any(told) else found  # "said that Ankara claimed …": the speaker's distance, not the outlet's
    if (
        found is not None
        and found.scope == "term"
        and draft.act in OWN_WORDS
        and not (draft.rule == "en.verb.prep" and draft.lemma in NAMERS)  # "whom Damascus sees as “terrorists”"
        and (found.start - draft.content_start < 5 or draft.rule == "en.colon")
    ):
        if any(quote.start == found.start for quote in sentence.quotes) and draft.content_end - found.end < 3:
            return None  # "warned of a “catastrophe”": all that is said is quoted
    if found is not None and draft.lemma in NAMING and draft.act != "call":
        quote = next((quote for quote in sentence.quotes if quote.start == found.start), None)
        named = quote is not None and quote.i - 2 >= sentence.first and sentence.folded[quote.i - 2] in ("a", "an")
        behind = quote.j + quote.closed if quote is not None else sentence.last
        if behind < sentence.last and not sentence.words[behind].cls and not sentence.words[behind].kinds & ~THIRD:
            named = False  # "considers it a “terrorist” group"
        if quote is not None and (named or draft.content_end - found.end < 3):
            return None  # "called the reports “lies”": the holder's own word for it
    if draft.lemma == "put it" and draft.rule == "en.verb.as":
        return next((m for m in markers if m.scope == "clause" and m.start < draft.cue_start <= m.end), found)
    if found is not None and found.scope == "term" and found.start < draft.cue_end <= found.end:
        return None  # "expressed “concern” over": the word of the cue
    if found is None:
        for marker in markers:
            if marker.scope != "clause" or not 0 <= draft.cue_start - marker.end < 24:
                continue
            if not any(r is not draft and marker.start < r.cue_start < draft.cue_start for r in rivals) and not any(
                r is not draft and r.content_start <= marker.start < r.content_end for r in rivals
            ):
                return marker
        return _find_before_cue(sentence, draft, markers, rivals)
    return widen_label(sentence, found)


def _find_before_cue(sentence: Sentence, draft: Finding, markers: list[Marker], rivals: list[Finding]) -> Marker | None:
    """Return a "so-called" within a subject that names nobody: "sources close to the so-called front said"."""
    words, first = sentence.words, sentence.first
    while first + 1 < sentence.last and words[first].cls & ADV and words[first + 1].cls & COMMA:
        first += 2  # "Moreover,"
    if min((rival.cue_start for rival in rivals), default=-1) != draft.cue_start:
        return None
    if words[first].fold in MATTERS:  # "Asked about the “armed” opposition, Jaafari said …"
        term = next((m for m in markers if m.scope == "term" and m.end < draft.cue_start), None)
        return widen_label(sentence, term)
    if draft.act == "claim" or words[first].cls & (PREP | SUB) and not words[first].cls & DET:
        return None
    for marker in markers:
        if marker.scope == "term" and marker.end < draft.cue_start and sentence.starts[first] <= marker.start:
            if not any(quote.start == marker.start for quote in sentence.quotes) and not any(
                words[k].cls & AUX or words[k].kinds & PAST and not words[k].kinds & PART
                for k in range(bisect_left(sentence.starts, marker.end), bisect_left(sentence.starts, draft.cue_start))
            ):  # fmt: skip
                return marker
    return None


def widen_label(sentence: Sentence, marker: Marker | None) -> Marker | None:
    """Give a scare quote its marks back, which may stand outside of the content."""
    if marker is not None:
        for quote in sentence.quotes:
            if quote.start == marker.start and marker.end <= quote.end and quote.kind == "label":
                return Marker(
                    "term", sentence.starts[quote.i - 1], sentence.ends[quote.j] if quote.closed else quote.end
                )
    return marker


class Thread(Context):
    """What was said before, by claims and by sentences without any; the latter are read only when asked for."""

    __slots__ = ("silent",)

    def __init__(self) -> None:
        super().__init__(reach=2, longest=14)
        self.silent: tuple[Sentence, int] | None = None

    def pass_over(self, sentence: Sentence, paragraph: int) -> None:
        """Note a sentence without a claim."""
        self.silent = (sentence, paragraph)

    def recall(self, paragraph: int, content: Sequence[Spelling] = ()) -> list[Hit]:
        """Return what was spoken of before, a sentence without a claim included."""
        if self.silent is not None:
            sentence, place = self.silent
            self.silent = None
            self.note(find_terms(sentence.words, sentence.first, sentence.last), place)
        return super().recall(paragraph, content)


def find_topics(sentence: Sentence, draft: Finding, context: Thread, paragraph: int) -> tuple[str, ...]:
    """Return the topics of a claim's content; where it has no term, those of what was said before."""
    if draft.content_start < 0:
        return choose_topics(context.recall(paragraph))
    first = bisect_right(sentence.ends, draft.content_start, sentence.first)
    last = bisect_left(sentence.starts, draft.content_end, first)
    topics = context.tell(sentence.words, first, last, paragraph, sentence.first)
    context.silent = None
    return topics


def find_targets(sentence: Sentence, draft: Finding, published: str) -> tuple[str, ...]:
    """Return whom a call, condemnation, rejection … is about or addressed to: the first names of its content."""
    if draft.act not in TARGETED or draft.content_start < 0:
        return ()
    words = sentence.words
    holders = set(draft.holder.actors) if draft.holder else set()
    found: list[str] = []
    ended = -1
    for k in range(sentence.first, sentence.last):
        if sentence.ends[k] <= draft.content_start:
            continue
        if sentence.starts[k] >= draft.content_end:
            break
        entity = sentence.inside.get(k)
        if entity is None:
            word = words[k]
            if not found and (
                word.kinds & 14 and not word.nounish and word.frames is None and not word.fold.endswith("ed")
            ):
                break
            if word.adjective and not found and word.adjective not in holders and word.adjective != "SYR_GOV":
                found.append(word.adjective)
                ended = k
            if found and not word.cls & (CONJ | COMMA | DET | GENITIVE) and word.fold != "/" and k > ended + 2:
                break
            continue
        if entity.i != k or entity.entry.use in SILENT:
            continue
        if not is_mention(sentence, entity, None):
            continue
        actor = resolve_actor(entity, published)
        if actor not in holders and actor not in found:
            found.append(actor)
        ended = entity.j
    return tuple(found)
