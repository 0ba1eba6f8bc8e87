"""What follows a verb: its subject, its object, and the place where its content opens."""

from __future__ import annotations

from typing import Final

from astana_study.codebook.conjugation import PERFECT
from astana_study.coding.arabic.ahead import (
    FARTHEST,
    describes,
    find_opener,
    find_that,
    is_passed_over,
    skip_prepositional,
    skip_relative,
)
from astana_study.coding.arabic.crossing import cross_clause
from astana_study.coding.arabic.frames import Frames
from astana_study.coding.arabic.lists import ANSWERING
from astana_study.coding.arabic.marks import COMMAS, FUSED, Arguments, are_all, find_attached, read_mark
from astana_study.coding.arabic.phrases import QUOTE_MARKS, TEENS, Phrase, read_phrase
from astana_study.coding.arabic.sentence import Sentence
from astana_study.coding.arabic.words import (
    ADJ,
    ADV,
    ATTR,
    AUX,
    COMP,
    CONTRAST,
    DEM,
    LINK,
    NEG,
    PREP,
    PUNCT,
    REL,
    RELAY,
    SAYING,
    TIME,
    TITLE,
    WE,
    WHEN,
    Word,
)  # fmt: skip
from astana_study.coding.entities import Entity

HELD: Final = {"بصيغه", "المنعقد", "المنعقده", "الصادر", "الصادره", "المقام", "المقامه"}
"""Words that tell of which meeting or text something is, behind its name."""
SEATS: Final = {"بالعاصمه", "بمدينه", "بقصر", "بمقر", "بفندق"}
"""Places with a preposition that a verb may govern, too."""


def read_arguments(sentence: Sentence, verb: int, frames: Frames, limit: int) -> Arguments:
    """Read on from a verb until its content opens or the clause ends."""
    words = sentence.words
    found = Arguments()
    found.stop = verb
    moved = False
    j = verb + 1
    held = -1
    limit = min(limit, verb + FARTHEST)
    preps = frames.openers
    clausal = bool(frames.that or frames.quote)
    that = (
        find_that(sentence, verb, limit)
        if frames.that and (frames.object or "ب" in preps and not frames.object_preps)
        else -1
    )
    stops = preps if that < 0 else frames.apart
    while j < limit:
        word = words[j]
        cls = word.cls
        if cls & PUNCT:
            if word.fold == "." and (len(words[j - 1].fold) == 1 or "." in words[j - 1].fold[1:]):
                j += 1  # د.
                continue
            step = read_mark(sentence, j, limit, frames, found, preps, that)
            if found.opener or step is None:
                break
            found.crossed += step - j
            j = step
            continue
        if cls & COMP and not word.names and word.conj and j > verb + 1:
            break  # "and that": not what this verb says first
        if cls & COMP and not word.names:
            if frames.that:
                found.opener, found.at = "that", j
            elif word.rest.startswith("بان") and "ب" in preps:
                found.opener, found.at = "ب", j
            break
        if is_passed_over(words, j, limit, preps, frames.quote):
            j = skip_prepositional(sentence, j, limit, preps)
            continue
        if word.rest in FUSED and FUSED[word.rest] in preps and not word.conj:
            found.opener, found.at = FUSED[word.rest], j
            break
        if word.cls & RELAY and j + 1 < limit and words[j + 1].fold == "عن":
            j = skip_prepositional(sentence, j + 1, limit, frozenset())  # "citing a source"
            continue
        if word.fold == "علي" and j + 1 < limit and words[j + 1].fold == "لسان":
            j = skip_prepositional(sentence, j, limit, frozenset())  # "in the words of X"
            continue
        if word.fold in preps and not (found.phrases and sentence.inside.get(j)) and not (word.fold == "في" and moved):
            found.opener, found.at = word.fold, j
            break
        entity = sentence.inside.get(j)
        if found.phrases and word.rest == "اي" and frames.object and not (word.conj or entity):
            phrase = read_phrase(sentence, j, limit, stops=stops)
            if phrase is not None:
                found.phrases.append(phrase)  # "rejected any intervention"
                j = phrase.j
                break
        if found.phrases and not entity and j in (found.phrases[-1].j, held) and (
            word.fold == "ال" or word.rest in HELD
        ):  # fmt: skip
            j += 1 + (j + 1 < limit and (words[j + 1].fold.isdigit() or words[j + 1].place > 0))
            held = j
            continue  # "the meeting, the 16th, in the format of X, held in"
        attached = find_attached(word, preps, entity)
        if attached == "ب" and entity is None and word.rest in SEATS and any(
            later.glue == "ب" for later in words[j + 2 : min(j + 7, limit)]
        ):  # fmt: skip
            j = skip_prepositional(sentence, j, limit, preps) if j + 1 < limit else j + 1
            j += j < limit and words[j].fold in COMMAS
            continue  # "pledged in the capital, to"
        if attached == "ب" and entity is not None and j > verb + 1 and not found.opener:
            later = find_that(sentence, verb, limit)
            if later > j and words[later].rest.startswith("بان"):
                j = entity.j  # "the office in the ministry said that"
                continue
        if attached and (not entity or entity.i == j):
            found.opener, found.at = attached, j
            break
        if entity is None or entity.i != j:
            if cls & (CONTRAST | NEG) or cls & WE and not (
                j == verb + 1 and any(reading.person == 1 for reading in words[verb].verbs)
            ):  # fmt: skip
                break
            if cls & WHEN or cls & LINK and word.fold != "حيث":
                if not cross_clause(sentence, verb, j, limit, frames, found):
                    break
                j = found.stop
                continue
            if cls & REL:
                if word.rest == "ما" and frames.object and not words[j - 1].cls & PREP:
                    found.phrases.append(Phrase(j, j + 1, sentence.starts[j], sentence.ends[j], (), "m", False, False))
                    break
                j = skip_relative(sentence, j, limit, preps, said=frames.lemma == "قال")
                continue
            if cls & ATTR:
                j = skip_prepositional(sentence, j, limit, preps)
                continue
            if cls & PREP and (not cls & DEM):
                if word.conj and j > verb + 1 and (frames.object or not frames.that):
                    break
                if j + 1 < limit and words[j + 1].cls & COMP:
                    if frames.that and len(found.phrases) <= 1 and words[j - 1].fold not in COMMAS:
                        found.opener, found.at = "that", j + 1
                    break
                moved = word.fold == "الي"  # "looks to X in Y": the second only tells where
                j = skip_prepositional(sentence, j, limit, preps)
                continue
            if cls & SAYING and frames.quote and (frames.lemma != "رد" or word.fold[0] == "ب"):
                j += 1
                continue
            if cls & (ADV | TIME) and not word.names:
                if word.lists & ANSWERING and j + 1 < limit and words[j + 1].fold == "علي":
                    j = skip_prepositional(sentence, j + 1, limit, frozenset())
                    continue
                j += 2 if word.fold == "امس" and words[j + 1].fold == "الاول" else 1
                continue
            if cls & AUX:
                if not cross_clause(sentence, verb, j, limit, frames, found):
                    break
                j = found.stop
                continue
            glued = (
                word.prep or word.fold[:1] in "بل" and not word.nouns and not word.participles and len(word.fold) > 4
            )
            if glued and not word.names and not word.cls & ~ADJ and not found.phrases and not word.conj:
                phrase = read_phrase(sentence, j, limit)
                j = phrase.j if phrase else j + 1
                continue
            if word.verbs or word.participles:
                if word.verbs and not word.nouns and not word.participles:
                    if all(r.owner and not r.conj for r in word.verbs) and words[j - 1].nominal and (
                        not words[j - 1].article
                    ):  # fmt: skip
                        j += 1  # "in a statement that it issued"
                        continue
                    behind = find_opener(words, j, limit, preps) if describes(words, verb, j) else -1
                    if behind > 0:
                        found.aside, j = (j, behind), behind
                        continue  # "a statement that came out yesterday stressed"
                    superlative = j == verb + 1 and frames.object and j + 1 < limit and words[j + 1].article
                    if superlative and not word.conj and are_all(word, PERFECT):
                        phrase = read_phrase(sentence, j, limit)
                        if phrase is not None:
                            found.phrases.append(phrase)  # "discussed the foremost questions"
                            found.aside = (j, j + 1)
                            break
                    if j == verb + 1 and not word.conj and cross_clause(sentence, verb, j, limit, frames, found):
                        phrase = read_phrase(sentence, j, limit) if are_all(word, PERFECT) else None
                        if phrase is not None:
                            found.phrases.append(phrase)  # "the house of X announced": a noun that looks like a verb
                            found.aside = (j, j + 1)
                        j = phrase.j if phrase is not None else found.stop
                        continue
                    if not cross_clause(sentence, verb, j, limit, frames, found):
                        break
                    j = found.stop
                    continue
                if word.conj and (word.verbs or word.participles) and j > verb + 1:
                    if not cross_clause(sentence, verb, j, limit, frames, found):
                        break
                    j = found.stop
                    continue
                predicate = frames.that and any(r.owner for r in words[verb].verbs)
                if word.participles and not word.nouns and not word.article and word.rest.endswith("ا") and (
                    (found.phrases or not frames.object) and not predicate
                ):  # fmt: skip
                    if not cross_clause(sentence, verb, j, limit, frames, found):
                        break
                    j = found.stop
                    continue
        elif entity.proclitic in ("ب", "ك", "ل", "لل"):
            phrase = read_phrase(sentence, j, limit)
            j = phrase.j if phrase else j + 1
            continue
        if (entity or cls & TITLE) and found.phrases and _is_apposition(words, j, entity, found.phrases[-1]) and not (
            frames.object and entity is not None and _is_held(sentence, entity.j)
        ):  # fmt: skip
            behind = skip_relative(sentence, j, limit, frozenset())
            phrase = read_phrase(sentence, j, limit) if behind == limit else None
            j = phrase.j if phrase else behind
            j += j < limit and words[j].fold in COMMAS
            continue
        greedy = that > j or clausal and not (frames.object or frames.object_preps or "np" in frames.light)
        phrase = read_phrase(sentence, j, limit, greedy=greedy, stops=stops)
        if phrase is None:
            found.crossed += 1
            j += 1
            if found.crossed > 12:
                break
            continue
        if word.rest.startswith("لان") and "ل" in preps:
            found.opener, found.at = "ل", j
            break
        if found.phrases and word.glue == "ل" and entity is None and not word.conj:
            j += 1  # "of the format", "for Arab affairs": it goes with the phrase before it
            while j < limit and (
                words[j].place or words[j].fold.isdigit() or words[j].fold in QUOTE_MARKS
                or words[j].article and words[j].cls & ADJ or words[j].fold in TEENS
            ):  # fmt: skip
                j += 1
            continue
        if found.phrases and (word.conj or entity is not None and entity.i == j and entity.proclitic == "و"):
            j = phrase.j
            continue
        found.phrases.append(phrase)
        j = phrase.j
        if words[j - 1].fold == "في" and j < limit and not words[j].verbs:
            j = skip_prepositional(sentence, j - 1, limit, preps)  # "a source in | one of the delegations"
        head = words[phrase.i]
        if (frames.object or "np" in frames.light) and (
            head.owned or that < 0 and head.performs and phrase.i == verb + 1 and not phrase.head_entity
            and not head.rest.endswith("ون")
        ):  # fmt: skip
            break  # "announced … its intention to": the noun is the object, what follows is its complement
        if len(found.phrases) == 2 and frames.object and not frames.object_preps and not clausal:
            break
        if (
            that < 0
            and frames.object
            and not phrase.known
            and not head.article
            and not frames.object_preps
            and not (head.cls or head.rest.endswith("ون"))
        ):
            break  # an object without the article: a preposition behind it is its own
        if len(found.phrases) > 8 or not frames.lemma:
            break
    found.stop = j
    return found


def _is_apposition(words: list[Word], j: int, entity: Entity | None, before: Phrase) -> bool:
    """Tell whether a title stands beside a person, whose name may stand in marks: "X, head of the office"."""
    word = words[j]
    aside = before.j == j - 1 and words[before.j].fold in QUOTE_MARKS
    if before.j != j and not aside or not before.known or before.parts[-1][-1].entry.use != "person":
        return False
    if entity is not None:
        return entity.entry.use in ("source", "role") and not entity.proclitic
    return bool(word.cls & TITLE) and not word.article


def _is_held(sentence: Sentence, j: int) -> bool:
    """Tell whether the name of who holds an office follows it: "criticised the prime minister, so-and-so"."""
    entity = sentence.entity_at.get(j)
    return entity is not None and entity.entry.use == "person" and not entity.proclitic
