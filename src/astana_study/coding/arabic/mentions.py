"""Which names are mentions: an actor named as such, not a place, a title or a document."""

from __future__ import annotations

from astana_study.coding.arabic.lists import ENVIRONS, PLACES
from astana_study.coding.arabic.sentence import Sentence
from astana_study.coding.arabic.words import ADV, COMP, PREP, REL, TITLE, Word
from astana_study.coding.entities import Entity


def is_mention(sentence: Sentence, entity: Entity) -> bool:
    """Tell whether a name is a mention of its actor."""
    use = entity.entry.use
    if use in ("holder", "source", "agency", "anaphor"):
        return False
    words = sentence.words
    before = words[entity.i - 1] if entity.i > sentence.first else None
    following = sentence.entity_at.get(entity.j)
    if use != "person" and following is not None and following.entry.use == "person" and (
        not following.proclitic and not (use == "mention" and before is not None and before.verbs and not before.nouns)
    ):  # fmt: skip
        return False  # a title: the person is the mention
    if use in ("role", "mention") and (
        use == "role" and is_title(sentence, entity) or follows_person(sentence, entity)
    ):  # fmt: skip
        return False
    if use == "mention" and before is not None and before.cls & TITLE and is_title(sentence, entity):
        return False
    if (
        before is not None
        and (before.rest in ("احد", "احدي", "معظم") or before.rest.startswith("متعدد"))
        and entity.entry.actor_id == "PARTICIPANTS"
    ):
        return False
    if use == "weak":
        return weak_counts(sentence, entity)
    if use in ("country", "capital"):
        if entity.j < sentence.last and words[entity.j].lists & ENVIRONS or before is not None and (
            use == "capital" and before.fold.isdigit() or entity.proclitic == "و" and before.place
        ):  # fmt: skip
            return False
        if before is not None and not entity.proclitic and before.lists & PLACES:
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


def is_title(sentence: Sentence, entity: Entity) -> bool:
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


def follows_person(sentence: Sentence, entity: Entity) -> bool:
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
        elif word.fold not in ("،", ",", "في", "وهو", "وهي", "ما", "يسمي", "تسمي", "”", "»", '"'):
            return False
        k -= 1
    return False


def _before(sentence: Sentence, entity: Entity) -> Word:
    """Return the word before a name, outside of an opening mark."""
    k = entity.i - 1
    return sentence.words[k - 1 if k in sentence.quote_at and k > sentence.first else k]


def weak_counts(sentence: Sentence, entity: Entity) -> bool:
    """The country's name counts where the government is meant: it acts, or stands beside another actor."""
    words = sentence.words
    if entity.entry.actor_id == "CONST_COMMITTEE":
        return True
    if entity.entry.actor_id == "PARTICIPANTS":
        after = words[entity.j] if entity.j < sentence.last else None
        before = words[entity.i - 1] if entity.i > sentence.first else None
        return bool(before and before.verbs and not before.nouns or after and after.verbs and not after.nouns)
    if entity.entry.actor_id == "AL_QAEDA":
        noun = _before(sentence, entity).rest.removeprefix("ال") if entity.i > sentence.first else ""
        return noun.startswith(("تنظيم", "مرتبط")) or entity.proclitic == "و" and entity.i - 1 in sentence.inside
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
    before = _before(sentence, entity) if entity.i > sentence.first else None
    if entity.proclitic:
        return False
    if before is not None and before.cls & COMP:
        return True
    if before is not None and (before.rest in ("مع", "بين") or before.verbs and not before.nouns):
        return True
    after = words[entity.j] if entity.j < sentence.last else None
    return bool(before is None and after is not None and after.verbs and not after.nouns)
