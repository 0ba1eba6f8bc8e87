"""Names inside the title of a named person: "UN envoy Pedersen", "X, head of the Russian delegation,"."""

from __future__ import annotations

from astana_study.coding.english.lexicon import AUX, CONJ, DET, MODAL, PREP, PUNCT, TIME
from astana_study.coding.english.lists import ROLES, SEVERAL
from astana_study.coding.english.places import find_list_head
from astana_study.coding.english.sentence import Sentence
from astana_study.coding.entities import Entity


def titles_a_person(sentence: Sentence, entity: Entity) -> bool:
    """Whether a name is part of a named person's title: "UN envoy Pedersen", "X, head of the Russian delegation"."""
    words, last = sentence.words, sentence.last
    j = entity.j
    head = find_list_head(sentence, entity)
    if head - 2 >= sentence.first and words[head - 1].fold == "of" and words[head - 2].lists & SEVERAL:
        while j < last and (words[j].cls & CONJ or words[j].fold in (",", "the") or j in sentence.inside):
            if j in sentence.inside and sentence.inside[j].entry.use == "person":
                return True  # "the presidents of Russia and Iran Vladimir Putin and …"
            j += 1
        j = entity.j
    role = entity.entry.use == "role" or _has_office(sentence, entity)
    commas = steps = 0
    while j < last and steps < 22:
        other = sentence.inside.get(j)
        if other is not None:
            if other.entry.use == "person":
                return role or j == entity.j
            if other.entry.use in ("role", "anaphor"):
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
            following = sentence.inside.get(j + 1) or (
                sentence.inside.get(j + 3) if j + 2 < last and words[j + 1].fold == "dr" else None
            )
            if following is not None and following.entry.use in ("role", "anaphor"):
                following = sentence.inside.get(following.j)  # "head of the delegation, Deputy Minister Sabbagh,"
            if following is None or following.entry.use != "person":
                break
            after = words[following.j] if following.j < last else word
            if words[sentence.first].cls & PREP and not after.cls & PUNCT and after.verbal:
                break  # "After talks with the envoy, Khaji left"
            commas += 1
        elif word.lists & ROLES:
            role = True
        elif word.fold == "and" and role and words[j - 1].cap and j + 1 < last and words[j + 1].cap:
            pass  # "Deputy Minister for Arab and African Affairs"
        elif word.fold == "and" and role and j + 1 < last and words[j + 1].lists & ROLES:
            office = sentence.inside.get(j + 1)  # "special envoy and head of the delegation, X"
            if office is not None and office.entry.actor_id not in (entity.entry.actor_id, "="):
                break
        elif word.fold == "." and words[j - 1].fold in ("dr", "mr", "mrs", "ms", "gen", "col", "lt"):
            pass
        elif (
            word.cls & (CONJ | AUX | MODAL | TIME)
            or word.cls & PUNCT
            and word.fold not in ("'s", "-", "'")
            or (word.kinds and not word.nounish and not word.cap and word.fold not in ("dr", "acting"))
        ):
            break
        elif word.cls & (PREP | DET) and not role and word.fold != "the":
            break
        j += 1
        steps += 1
    return _apposed(sentence, entity, role)


def _has_office(sentence: Sentence, entity: Entity) -> bool:
    """Whether an office stands before a name: "co-chair of the department of external relations in the AANES"."""
    words = sentence.words
    for k in range(entity.i - 1, max(sentence.first, entity.i - 11) - 1, -1):
        word = words[k]
        if word.lists & ROLES:
            return True
        ends = word.cls & (PUNCT | CONJ | AUX | MODAL) or word.kinds and not word.nounish and not word.cap
        if entity.i - k > 3 and ends:
            return False
    return False


def _apposed(sentence: Sentence, entity: Entity, role: bool) -> bool:
    """Whether a name stands in an apposition behind a person: "Ahmad Toma, head of the opposition delegation,"."""
    words, first = sentence.words, sentence.first
    k = entity.i - 1
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
        if word.lists & ROLES:
            role = True
        if word.fold == ",":
            person = sentence.inside.get(k - 1)
            begins = words[k + 1]
            opens = sentence.inside.get(k + 1)
            head = (
                begins.lists & ROLES
                or begins.cls & DET
                or begins.cap
                or opens is not None
                or begins.fold in ("who", "senior", "deputy")
            )
            closing = next(
                (p for p in range(entity.j, min(sentence.last, entity.j + 14)) if words[p].fold in (",", ".")), None
            )
            closes = closing is not None
            role = role or closes and any(words[p].lists & ROLES for p in range(entity.j, closing or entity.j))
            return bool(
                role
                and person is not None
                and person.entry.use == "person"
                and head
                and begins.fold != "who"
                and closes
            )
        if (
            word.cls & (AUX | MODAL | CONJ)
            and word.fold != "and"
            or word.kinds & 14
            and not word.nounish
            and not word.cap
        ):
            return False
        k -= 1
        steps += 1
    return False
