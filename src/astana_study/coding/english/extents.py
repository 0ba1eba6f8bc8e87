"""Names that reach further than the codebook writes them: heads of bodies, given names, offices of named people."""

from __future__ import annotations

from typing import Final

from astana_study.coding.english.introductions import NUMERALS
from astana_study.coding.english.lexicon import AUX, COMP, CONJ, DET, GENITIVE, MODAL, PAST, REL, THIRD
from astana_study.coding.english.lists import BODIES, BODIES_OF, HEADS, RANKS, ROLES, STAFF, TEAMS, TITLES
from astana_study.coding.english.sentence import Sentence
from astana_study.coding.english.spelling import PREFIXES
from astana_study.coding.entities import Entity, Entry
from astana_study.coding.trie import climb

EXTENDED: Final = {"mention", "country", "capital"}
MISSIONS: Final = {"delegation", "delegations", "mission", "missions"}
"""Who is sent by a state or a body: "delegations from the guarantor states"."""
SIDED: Final = {"sides", "parties"}
SIDES: Final = Entry("GUARANTORS", "weak", "p", "neutral")
STATES: Final = {"RUS", "TUR", "IRN"}


def extend_names(sentence: Sentence) -> None:
    """Let names reach over the role before them, the office behind them, the given name of a known surname."""
    words = sentence.words
    for entity in tuple(sentence.entities):
        use = entity.entry.use
        if use == "person":
            j = entity.j
            if j + 1 < sentence.last and words[j].cls & GENITIVE:
                _own_staff(sentence, entity, j + 1)
            elif entity.j == entity.i + 1 or words[entity.i].fold in PREFIXES:
                _add_given_name(sentence, entity)
        elif (
            use == "mention"
            and entity.j + 1 < sentence.last
            and words[entity.j].cls & GENITIVE
            and words[entity.j + 1].lists & TEAMS
        ):
            _stretch(sentence, entity, entity.i, entity.j + 2, "mention")  # "the opposition's delegation"
        elif use == "role":
            if entity.j + 1 < sentence.last and words[entity.j].cls & GENITIVE:
                _own_staff(sentence, entity, entity.j + 1)
        elif use in EXTENDED:
            if use == "mention":
                _add_speaker(sentence, entity)
            if entity.i - 2 >= sentence.first:
                _reach_back(sentence, entity)
        elif use == "weak" and entity.i - 2 >= sentence.first and entity.entry.actor_id == "SYR_GOV":
            _reach_back(sentence, entity)


def settle_sides(sentence: Sentence, joint: bool) -> bool:
    """Let "the sides" be the guarantors where the sentence before names them; tell whether this one does."""
    actors = set()
    for entity in sentence.entities:
        if entity.entry.use != "weak":
            actors.add(entity.entry.actor_id)
        elif sentence.words[entity.i].fold in SIDED:
            before = sentence.folded[max(sentence.first, entity.i - 2) : entity.i]
            quoted = "[" in before or '"' in before or "“" in before  # “[The sides] agreed”: out of their statement
            if "the" in before and (quoted or joint and _is_main(sentence, entity)):
                entity.entry = SIDES
                actors.add("GUARANTORS")
    return "GUARANTORS" in actors or actors >= STATES


def _is_main(sentence: Sentence, entity: Entity) -> bool:
    """Whether no clause stands before a name: "Reiterating their resolve, the sides", not "he said that the sides"."""
    return not any(
        word.cls & (COMP | REL | AUX | MODAL) or word.kinds & (PAST | THIRD) and not word.nounish
        for word in sentence.words[sentence.first : entity.i]
    )


def _reach_back(sentence: Sentence, entity: Entity) -> None:
    """Take in who is at the head of a body, or sent by it: "head of the opposition delegation", "delegation from"."""
    words, before = sentence.words, entity.i - 1
    if words[before].fold == "the":
        before -= 1
    if before <= sentence.first or words[before].fold not in ("of", "for", "from"):
        return
    if words[before].fold != "from" and words[before - 1].lists & HEADS:
        if entity.entry.use != "weak":
            _lead(sentence, entity, before - 1)
    elif words[before].fold != "for" and words[before - 1].fold in MISSIONS:
        _stretch(sentence, entity, before - 1, entity.j, "mention")


def _add_speaker(sentence: Sentence, entity: Entity) -> None:
    """Take in who speaks for a body and is not named: "opposition delegation spokesman"."""
    words, j = sentence.words, entity.j
    owned = j + 1 < sentence.last and words[j].cls & GENITIVE != 0
    if owned:
        j += 1
        while j + 1 < sentence.last and words[j].lists & RANKS:
            j += 1
    official = j < sentence.last and words[j].fold == "official" and words[j - 1].lists & BODIES != 0
    if j >= sentence.last or not (words[j].lists & HEADS or official) or words[j].cap:
        return
    following = sentence.inside.get(j + 1)
    if following is not None and following.entry.use == "person" or entity.entry.gender == "p" and not owned:
        return  # "having Americans head the bank"
    if j + 1 < sentence.last and (words[j + 1].cap or words[j + 1].fold == "of" or words[j + 1].lists & ROLES):
        return  # "the White House chief of staff, X"
    _stretch(sentence, entity, entity.i, j + 1, "role")


def _own_staff(sentence: Sentence, entity: Entity, k: int) -> None:
    words = sentence.words
    while k + 1 < sentence.last and words[k].lists & RANKS:
        k += 1
    if not words[k].lists & STAFF:
        return
    other = sentence.inside.get(k)
    if other is not None and other.entry.use not in ("anaphor", "weak"):
        return
    following = sentence.inside.get(k + 1)
    if following is not None and following.entry.use == "person" or k + 1 < sentence.last and words[k + 1].cap:
        return  # "Putin's envoy Lavrentyev"
    if other is not None:
        sentence.entities.remove(other)
        sentence.inside.pop(k, None)
    i = entity.i
    titled = sentence.inside.get(i - 1)
    if titled is not None and titled.entry.use in ("role", "anaphor"):
        i = titled.i  # "Russian President Vladimir Putin's envoy"
        sentence.entities.remove(titled)
        for place in range(i, entity.i):
            del sentence.inside[place]
    elif i - 1 >= sentence.first and words[i - 1].lists & ROLES and words[i - 1].cap:
        i -= 1
    _stretch(sentence, entity, i, k + 1, "role")


def _lead(sentence: Sentence, entity: Entity, k: int) -> None:
    """Read "head of the opposition delegation" as one name, if its actor is no country of which only a part is led."""
    if entity.entry.use != "mention" and sentence.words[entity.i - 1].fold == "the":
        return
    while k > sentence.first and sentence.words[k - 1].lists & RANKS:
        k -= 1  # "press secretary of the ministry"
    _stretch(sentence, entity, k, entity.j, "role")


def _add_given_name(sentence: Sentence, entity: Entity) -> None:
    """Take the given name of somebody known by surname into the name: "Geri Pedersen"."""
    words, i = sentence.words, entity.i
    k = i - 1
    while k >= sentence.first and k >= i - 2 and k not in sentence.inside:
        word = words[k]
        if (
            not word.cap or word.cls or word.kinds or word.noun or word.adjective or _is_name(sentence, k)
            or word.lists & (ROLES | TITLES | BODIES_OF) or sentence.surfaces[k].isupper()
        ):  # fmt: skip
            break
        k -= 1
    free = k < sentence.first or words[k].cls & (DET | CONJ) or not words[k].cap or words[k].lists & (ROLES | BODIES_OF)
    titled = sentence.inside.get(k)
    if k + 1 < i and (free or titled is not None and titled.entry.use != "person"):
        _stretch(sentence, entity, k + 1, entity.j, "person")


def _is_name(sentence: Sentence, k: int) -> bool:
    """Whether a word is an actor's name by itself; one that a longer name begins with is none."""
    node = sentence.words[k].names
    return node is not None and climb(node, sentence.folded, k + 1, k + 1) is not None


def _stretch(sentence: Sentence, entity: Entity, i: int, j: int, use: str) -> None:
    for place in range(i, j):
        other = sentence.inside.get(place)
        if other is not None and other is not entity:
            if other.entry.use not in ("anaphor", "weak"):
                return
    for place in range(i, j):
        other = sentence.inside.get(place)
        if other is not None and other is not entity and other in sentence.entities:
            sentence.entities.remove(other)
        sentence.inside[place] = entity
    sentence.entity_at.pop(entity.i, None)
    entity.i, entity.j = i, j
    head = i + (j > i + 1 and sentence.folded[i] in NUMERALS)
    entity.start, entity.end = sentence.starts[head], sentence.ends[j - 1]
    sentence.entity_at[i] = entity
    if use != entity.entry.use:
        entry = entity.entry
        entity.entry = Entry(entry.actor_id, use, "m" if use == "role" else entry.gender, entry.naming, entry.people)


__all__ = ["STATES", "extend_names", "settle_sides"]
