"""What is told of a claim besides its holder: distance markers, targets, topics; and which names count as mentions."""

from __future__ import annotations

from astana_study.coding.distance import Marker
from astana_study.coding.english.clauses import FINITE, Clauses
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.lexicon import ADV, AUX, COMMA, CONJ, DET, GENITIVE, MODAL, PREP, PUNCT, TIME
from astana_study.coding.english.phrases import resolve_actor
from astana_study.coding.english.sentence import ROLES, Entity, Sentence
from astana_study.coding.topics import Context, climb_terms
from astana_study.coding.topics import find_topics as choose_topics
from astana_study.coding.trie import climb

TARGETED = {"call", "condemn", "reject", "accuse", "warn", "welcome", "concern", "deny"}
PLACED = {"in", "inside", "across", "throughout", "into", "near", "outside", "within", "northern", "southern", "eastern", "western",
          "northwestern", "northeastern", "southeastern", "southwestern", "north", "south", "around"}  # fmt: skip
OF_PLACE = {"city", "town", "capital", "border", "borders", "territory", "unity", "sovereignty", "integrity", "independence",
            "future", "north", "south", "east", "west", "northeast", "northwest", "resort", "airport", "people", "population",
            "ambassador", "part", "parts", "areas"}  # fmt: skip
SILENT = {"holder", "source", "agency", "anaphor", "collective"}


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
                return Marker("term", sentence.starts[quote.i - 1], sentence.ends[quote.j] if quote.closed else quote.end)
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
            if not found and (word.kinds & 14 and not word.nounish and word.frames is None and not word.fold.endswith("ed")):
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


def is_mention(sentence: Sentence, entity: Entity, clauses: Clauses | None) -> bool:
    """Whether a name counts as a mention here: not as territory, title, venue, document or agency."""
    entry = entity.entry
    use = entry.use
    if use in SILENT or entry.actor_id in ("=", "OTHER", "OUTLET_SOURCE"):
        return False
    if use == "person":
        return True
    words = sentence.words
    first, last = sentence.first, sentence.last
    before = words[entity.i - 1] if entity.i > first else None
    if _titles_a_person(sentence, entity) or _in_document_title(sentence, entity, clauses):
        return False
    if words[entity.i].adjective and entity.j == entity.i + 1 and use == "country" and entity.j < last:
        following = words[entity.j]
        if not following.cls and not following.kinds & 14 and not following.cap and entity.j not in sentence.inside:
            return False  # "US dictates": an adjective
    if entry.actor_id in ("UNSC", "UNGA") and any(words[k].fold in ("resolution", "resolutions") for k in range(entity.j, min(last, entity.j + 2))):
        return False
    if use in ("country", "capital", "weak"):
        if before is not None and before.fold in PLACED and entity.i - 1 not in sentence.inside:
            return False
        if before is not None and before.fold == "of" and entity.i - 2 >= first and words[entity.i - 2].fold in OF_PLACE:
            return False
        if before is not None and before.fold == "the" and entity.i > first + 2 and words[entity.i - 2].fold in ("in", "of") and use == "weak":
            return False
        if before is not None and before.fold in ("from", "to", "visit", "via", "at") and use in ("weak", "country") and entity.entry.use == "weak":
            return False
        following = words[entity.j] if entity.j < last else None
        if following is not None and following.fold == "-":
            return False
    if use == "weak":
        return _weak_counts(sentence, entity, clauses)
    if use == "country" and before is not None and before.fold in ("on", "for", "from", "about") and entry.actor_id in ("LBN", "IRQ", "JOR"):
        return False
    return True


def _in_document_title(sentence: Sentence, entity: Entity, clauses: Clauses | None) -> bool:
    """Whether a name stands in a document's title: "Joint Statement by Iran, Russia and Türkiye on …"."""
    words = sentence.words
    if clauses is not None and any(group.kind == FINITE for group in clauses.groups):
        return False
    for k in range(sentence.first, min(entity.i, sentence.first + 8)):
        if words[k].fold in ("statement", "communique", "declaration") and words[k].cap and words[k + 1].fold in ("by", "of"):
            return True
    return False


def _titles_a_person(sentence: Sentence, entity: Entity) -> bool:
    """Whether a name is part of a named person's title: "UN envoy Pedersen", "X, head of the Russian delegation"."""
    words, last = sentence.words, sentence.last
    j = entity.j
    role = entity.entry.use == "role" or any(
        words[k].fold in ROLES for k in range(max(sentence.first, entity.i - 3), entity.i)
    )
    commas = steps = 0
    while j < last and steps < 22:
        other = sentence.inside.get(j)
        if other is not None:
            if other.entry.use == "person":
                return role or j == entity.j
            if other.entry.use == "role":
                role = True
            elif commas:
                break
            j = other.j
            steps += 1
            continue
        word = words[j]
        if word.fold == ",":
            if commas or not role:
                break
            following = sentence.inside.get(j + 1) or (sentence.inside.get(j + 3) if j + 2 < last and words[j + 1].fold == "dr" else None)
            if following is None or following.entry.use != "person":
                break
            commas += 1
        elif word.fold in ROLES:
            role = True
        elif word.fold == "." and words[j - 1].fold in ("dr", "mr", "mrs", "ms", "gen", "col", "lt"):
            pass
        elif word.cls & (CONJ | AUX | MODAL | TIME) or word.cls & PUNCT and word.fold not in ("'s", "-", "'") or (
            word.kinds and not word.nounish and not word.cap and word.fold not in ("dr",)
        ):  # fmt: skip
            break
        elif word.cls & (PREP | DET) and not role and word.fold != "the":
            break
        j += 1
        steps += 1
    return _apposed(sentence, entity)


def _apposed(sentence: Sentence, entity: Entity) -> bool:
    """Whether a name stands in an apposition behind a person: "Ahmad Toma, head of the opposition delegation,"."""
    words, first = sentence.words, sentence.first
    k = entity.i - 1
    role = entity.entry.use == "role"
    steps = 0
    while k > first and steps < 14:
        other = sentence.inside.get(k)
        if other is not None:
            if other.entry.use == "person":
                return False
            role = role or other.entry.use in ("role", "anaphor")
            k = other.i - 1
            steps += 1
            continue
        word = words[k]
        if word.fold in ROLES:
            role = True
        if word.fold == ",":
            person = sentence.inside.get(k - 1)
            begins = words[k + 1]
            opens = sentence.inside.get(k + 1)
            head = begins.fold in ROLES or begins.cls & DET or begins.cap or opens is not None or begins.fold in ("who", "senior", "deputy")
            closes = any(words[p].cls & PUNCT and words[p].fold in (",", ".") for p in range(entity.j, min(sentence.last, entity.j + 9)))
            return bool(role and person is not None and person.entry.use == "person" and head and begins.fold != "who" and closes)
        if word.cls & (AUX | MODAL | CONJ) and word.fold != "and" or word.kinds & 14 and not word.nounish and not word.cap:
            return False
        k -= 1
        steps += 1
    return False


def _weak_counts(sentence: Sentence, entity: Entity, clauses: Clauses | None) -> bool:
    """The country's name counts where the government is meant: it acts, or stands beside another actor."""
    words, first, last = sentence.words, sentence.first, sentence.last
    if entity.j < last:
        following = words[entity.j]
        j = entity.j
        while j < last and (words[j].cls & ADV):
            j += 1
        group = clauses.covered.get(j) if clauses is not None else None
        before = words[entity.i - 1] if entity.i > first else None
        if before is not None and before.cls & PREP and before.fold not in ("between",) and entity.i - 1 not in sentence.inside:
            neighbour = None
        else:
            neighbour = group
        if neighbour is not None and neighbour.kind == FINITE and neighbour.i == j:
            return True
        if clauses is None and before is not None and not before.cls & PREP and (words[j].cls & (AUX | MODAL) or words[j].kinds & 6):
            return True
        if entity.entry.actor_id == "SYR_GOV" and entity.i <= first + 3 and following.adj_frame is not None:
            return True
        if following.fold in ("and", ",") and sentence.inside.get(entity.j + 1) is not None and before is not None and (
            before.fold in ("between", "and", "with")
        ):  # fmt: skip
            return True
    before = words[entity.i - 1] if entity.i > first else None
    if before is not None and before.fold == "and" and entity.i >= first + 2:
        other = sentence.inside.get(entity.i - 2)
        if other is not None and other.entry.use in ("country", "capital", "mention"):
            return True
    if entity.entry.actor_id in ("GUARANTORS", "PARTICIPANTS") and clauses is not None:
        j = entity.j
        while j < last and (words[j].cls & ADV or words[j].fold in ("]", ")")):
            j += 1
        group = clauses.covered.get(j)
        return group is not None and group.kind == FINITE
    return False
