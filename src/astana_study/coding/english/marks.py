"""What is told of a claim besides its holder: distance markers, targets, topics; and which names count as mentions."""

from __future__ import annotations

from astana_study.coding.distance import Marker
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.lexicon import COMMA, CONJ, DET, GENITIVE, PUNCT
from astana_study.coding.english.mentions import SILENT, is_mention
from astana_study.coding.english.phrases import resolve_actor
from astana_study.coding.english.sentence import Sentence
from astana_study.coding.topics import Context, climb_terms
from astana_study.coding.topics import find_topics as choose_topics
from astana_study.coding.trie import climb

TARGETED = {"call", "condemn", "reject", "accuse", "warn", "welcome", "concern", "deny"}


def find_markers(sentence: Sentence) -> list[Marker]:
    """Return the distance markers of a sentence, scare quotes round labels among them."""
    markers = []
    words, folded = sentence.words, sentence.folded
    position = sentence.first
    while position < sentence.last:
        node = words[position].markers
        found = climb(node, folded, position + 1, sentence.last) if node is not None else None
        if found is None:
            position += 1
            continue
        end, (scope, _) = found
        if folded[end - 1] == "supposed" and end < sentence.last and folded[end] == "to":
            position = end
            continue
        markers.append(Marker(scope, sentence.starts[position], sentence.ends[end - 1]))
        position = end
    for quote in sentence.quotes:
        if quote.kind != "label" or quote.j - quote.i == 1 and sentence.words[quote.i].cls & PUNCT:
            continue
        marks = (sentence.starts[quote.i - 1], sentence.ends[quote.j] if quote.closed else quote.end)
        if not any(m.end <= marks[0] and marks[0] - m.end < 24 and m.scope == "term" for m in markers):
            markers.append(Marker("term", quote.start, quote.end))
    return sorted(markers, key=lambda marker: marker.start)


def widen_label(sentence: Sentence, marker: Marker | None) -> Marker | None:
    """Give a scare quote its marks back, which may stand outside of the content."""
    if marker is not None:
        for quote in sentence.quotes:
            if (quote.start, quote.end) == (marker.start, marker.end) and quote.kind == "label":
                return Marker(
                    "term", sentence.starts[quote.i - 1], sentence.ends[quote.j] if quote.closed else quote.end
                )
    return marker


def find_topics(sentence: Sentence, draft: Finding, context: Context, paragraph: int) -> tuple[str, ...]:
    """Return the topics of a claim's content; where it has no term, those of what was said before."""
    hits: list[tuple[str, str]] = []
    if draft.content_start >= 0:
        words, ends, starts, last = sentence.words, sentence.ends, sentence.starts, sentence.last
        k = sentence.first
        while k < last and ends[k] <= draft.content_start:
            k += 1
        stop = k
        while stop < last and starts[stop] < draft.content_end:
            stop += 1
        for place in range(k, stop):
            nodes = words[place].topics
            if nodes:
                hits += climb_terms(nodes, words, place + 1, stop)
    topics = choose_topics(hits, context.recall(paragraph))
    context.note(hits, paragraph)
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
