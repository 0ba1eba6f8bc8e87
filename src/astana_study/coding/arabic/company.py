"""Who is meant where nobody is named as such: the states, those who met, whose speech it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from astana_study.coding.arabic.levels import agrees
from astana_study.coding.arabic.lists import GROUPS, JOINT, TEXTS
from astana_study.coding.arabic.phrases import Phrase, name_actors, read_phrase
from astana_study.coding.arabic.words import COMP, PUNCT
from astana_study.coding.draft import Holder
from astana_study.coding.entities import resolve_actor

if TYPE_CHECKING:
    from astana_study.coding.arabic.scope import Scope

OWNING: Final = ("mention", "person", "capital", "country", "role")
"""Uses of names for those who can own an act."""
NEAR: Final = 14
CARRIED: Final = {"تنفيذ", "اعلان", "تاكيد", "تجديد", "ابداء", "اظهار", "وفاء"}
"""Nouns whose genitive owns the act behind it: the renewal by X of its promise."""
ISSUED: Final = ("صادر", "صدر", "الصادر")
OFFICES: Final = {"مكتب", "المكتب", "خدمه", "الخدمه", "دائره", "الدائره", "قسم", "القسم"}
"""What speaks for the body that is named behind it."""
SPOKEN_FOR: Final = {"باسمه", "باسمها", "باسمهم"}
OWN_OFFICES: Final = {"خارجيت", "دفاع", "وفد", "مبعوث", "مندوب", "سفير", "حكومت", "رياست"}
"""What belongs to a state or a side, before its pronoun."""
GATHERED: Final = ("GUARANTORS", "PARTICIPANTS")
"""Who acts as a group."""
COMMON: Final = (*GATHERED, "OTHER", "STATEMENT", "OUTLET_SOURCE")
"""Holders whose statement is nobody's own."""


def find_beside(walk: Scope, k: int) -> int:
    """Return the last word of the name beside which names stand in quotation marks or brackets that end at `k`."""
    words, inside = walk.words, walk.sentence.inside
    if words[k].fold == ")":
        begin = next((b for b in range(k - 1, max(walk.sentence.first, k - 12), -1) if words[b].fold == "("), -1)
    else:
        begin = next((q.i - 1 for q in walk.sentence.quotes if q.j == k and q.kind == "name"), -1)
    return begin - 1 if begin > walk.sentence.first and inside.get(begin - 1) else -1


def find_pair(walk: Scope, phrase: Phrase) -> tuple[str, ...]:
    """Return who "the two sides" are: the last holder, if it is two or a body; else the first two named before."""
    last = walk.memory.last()
    if last is not None and (len(last.actors) == 2 or last.actors == ("GUARANTORS",)):
        return last.actors
    here = walk.sentence.list_actors(phrase.i, walk.published)
    return here if len(here) == 2 else walk.memory.named


def note_issuer(walk: Scope, i: int) -> None:
    """Note whose statement an indefinite "a statement" is: the subject's, where it is one side's own."""
    subject = walk.levels[0].subject
    if subject is None:
        return
    joint = walk.words[i + 1].lists & JOINT > 0
    common = joint or subject.kind in ("holder", "source", "agency", "unknown", "chapeau")
    own = len(subject.actors) == 1 and subject.actors[0] not in COMMON
    walk.memory.issuer = subject.actors if own and not common else ()


def find_group(walk: Scope, phrase: Phrase) -> tuple[str, ...]:
    """Return who "the states" are, where that is all of the phrase: the group that the text has named last."""
    words, j = walk.words, phrase.j
    if j > phrase.i + 1 or not words[phrase.i].lists & GROUPS or j < walk.sentence.last and words[j].article:
        return ()
    return walk.memory.group


def find_own(walk: Scope, phrase: Phrase) -> tuple[str, ...]:
    """Return for whom somebody speaks whose title only points back: its foreign ministry, a spokesman in its name."""
    words, k = walk.words, phrase.j
    behind = words[k].fold if k < walk.sentence.last else ""
    last = words[k - 1].rest
    pronoun = next((p for p in ("ها", "هم", "ه") if last.endswith(p)), "")
    if behind in SPOKEN_FOR or last in SPOKEN_FOR or pronoun and last.removesuffix(pronoun) in OWN_OFFICES:
        actors = walk.memory.last_actors()
        return actors if len(actors) == 1 and actors[0] not in COMMON else ()
    return ()


def find_issuer(walk: Scope, phrase: Phrase) -> tuple[str, ...]:
    """Return whose a statement or an office is: "a statement issued by the ministry", "the press office in it"."""
    words, k, last = walk.words, phrase.j, walk.sentence.last
    if k + 1 >= last:
        return ()
    if words[phrase.i].text and words[k].fold == "عن" and words[k - 1].rest.startswith(ISSUED):
        named = read_phrase(walk.sentence, k + 1, last)
    elif words[phrase.i].rest in OFFICES and k in walk.sentence.entity_at and walk.sentence.entity_at[k].proclitic:
        named = read_phrase(walk.sentence, k, last)
    else:
        return ()
    actors = name_actors(named, walk.published, ()) if named is not None and named.head_entity else ()
    return actors if len(actors) == 1 and actors[0] not in COMMON else ()


def find_preceded(walk: Scope, k: int) -> Holder | None:
    """Return who it is that "has before" done something: سبق لموسكو أن."""
    sentence, words = walk.sentence, walk.words
    for j in range(k - 1, max(sentence.first - 1, k - 14), -1):
        if words[j].fold in ("سبق", "وسبق"):
            phrase = read_phrase(sentence, j + 1, k, greedy=True) if j + 1 < k else None
            return walk.holder_of(phrase) if phrase is not None and phrase.known else None
    return None


def find_author(walk: Scope, i: int) -> Holder | None:
    """Return whose word it is in which something is said: the speech of X in which he pointed to."""
    sentence, words = walk.sentence, walk.words
    for k in range(i - 1, max(sentence.first, i - 14) - 1, -1):
        if words[k].lists & TEXTS and k not in sentence.inside:
            phrase = read_phrase(sentence, k + 1, i, greedy=True)
            return walk.holder_of(phrase) if phrase is not None and phrase.known else None
        if words[k].verbs and not words[k].nouns or words[k].cls & (COMP | PUNCT):
            return None
    return None


def find_company(walk: Scope, i: int) -> Holder | None:
    """Return the group named before a verb in the plural, where the sentence is about their meeting."""
    subject = walk.levels[-1].subject
    if subject is not None and subject.kind != "holder":
        return None
    for entity in reversed(walk.sentence.entities):
        if entity.j <= i and entity.entry.use == "mention" and entity.entry.actor_id in GATHERED:
            return Holder((entity.entry.actor_id,), "p", "mention")
    return None


def find_owner(walk: Scope, i: int, gender: str) -> Holder | None:
    """Return whose act a noun with a pronoun is, where the clause is about no actor: the announcement by X of its."""
    subject, sentence = walk.levels[-1].subject, walk.sentence
    beside = sentence.inside.get(i - 1)
    if beside is not None and beside.j == i and beside.i > sentence.first and beside.entry.use in OWNING and (
        walk.words[beside.i - 1].rest in CARRIED and agrees(beside.entry.gender or "m", gender)
    ):  # fmt: skip
        return Holder((resolve_actor(beside, walk.published),), gender, beside.entry.use)
    if subject is None or subject.kind != "unknown" or gender == "1":
        return None
    for k in range(i - 1, max(sentence.first, i - NEAR), -1):
        entity = sentence.inside.get(k)
        if entity is not None and entity.entry.use in OWNING and entity.i > sentence.first and (
            walk.words[entity.i - 1].nouns and not entity.proclitic and agrees(entity.entry.gender or "m", gender)
        ):  # fmt: skip
            return Holder((resolve_actor(entity, walk.published),), gender, entity.entry.use)
    return None
