"""Which names are mentions: an actor named as such, not a place, a title or a document."""

from __future__ import annotations

from typing import Final

from astana_study.coding.arabic.headlines import DASHES
from astana_study.coding.arabic.lists import (
    COUNTING,
    ENVIRONS,
    HEADS,
    MOVING,
    PLACES,
    PROJECTS,
    ROLLS,
    STANCES,
    STRIKING,
    VENUED,
)  # fmt: skip
from astana_study.coding.arabic.phrases import QUOTE_MARKS
from astana_study.coding.arabic.sentence import Sentence
from astana_study.coding.arabic.words import ADJ, ADV, COMP, PREP, PUNCT, REL, TITLE, Word
from astana_study.coding.entities import Entity

CROSSED: Final = {"،", ",", "في", "وهو", "وهي", "ما", "يسمي", "تسمي", "”", "»", '"', "“", "«", ")"}
"""Words that stand between a person and the body in the title behind the name."""

OFFICES: Final = ("source", "anaphor")
"""Uses of words for someone with an office: an official, the president."""
GEOGRAPHIC: Final = ("country", "capital", "weak")
DATELINE: Final = {"/", "(", ")", "،", ","}
"""Marks in a line that says where a report comes from: "Astana/Moscow, agencies –"."""
THEATRES: Final = {"LBN"}
"""States whose names mostly stand for the land on which there is war."""


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
    if use == "mention" and before is not None and (
        (before.cls & TITLE or entity.proclitic != "و" and _is_led(sentence, entity)) and is_title(sentence, entity)
        or before.fold in ("في", "لدي") and _is_before_person(sentence, entity)
    ):  # fmt: skip
        return False
    if use == "person" and _is_served(sentence, entity):
        return False
    if entity.entry.actor_id == "PARTICIPANTS" and before is not None and not _acts(sentence, entity, before):
        return False
    if use == "weak":
        return weak_counts(sentence, entity)
    if use in ("country", "capital") and (is_place(sentence, entity, before) or _is_adjective(sentence, entity)):
        return False
    if use == "mention" and entity.j == entity.i + 1 and before is not None and words[entity.i].adjective and (
        words[entity.i].article and before.nominal and not before.verbs and not entity.proclitic
        and (before.article or before.rest.endswith(("نا", "ه", "ها", "هم")) and before.gender != "f")
    ):  # fmt: skip
        return False  # "our American partners", "the Russian officials": an adjective
    if before is not None and before.lists & PROJECTS and not entity.proclitic:
        return False
    if entity.entry.actor_id == "UN" and before is not None and "قرار" in before.bare:
        return False
    if entity.entry.actor_id == "UNSC" and entity.j < sentence.last:
        k = entity.j
        while k < sentence.last and (words[k].fold in ("رقم", "الدولي") or words[k].fold in ("(",)):
            k += 1
        if k < sentence.last and (words[k].fold.isdigit() or before is not None and "قرار" in before.bare and (
            not words[k].article
        )):  # fmt: skip
            return False  # the title of a resolution
    return True


def is_place(sentence: Sentence, entity: Entity, before: Word | None) -> bool:
    """Tell whether the name of a country or capital means where something is."""
    words, use, i, j = sentence.words, entity.entry.use, entity.i, entity.j
    after = words[j] if j < sentence.last else None
    if after is not None and after.lists & ENVIRONS:
        return True
    if before is None:
        return after is None or after.cls & PUNCT > 0 and j + 1 == sentence.last
    if use == "capital" and before.fold.isdigit() or entity.proclitic == "و" and before.place:
        return True
    if entity.proclitic == "و":
        fellow = sentence.inside.get(i - 1)  # "in X and Y": what holds of the first name holds of all
        if fellow is not None and fellow.entry.use in GEOGRAPHIC:
            return is_place(sentence, fellow, _word_before(sentence, fellow))
    if entity.entry.actor_id in THEATRES and _is_theatre(sentence, entity, before):
        return True
    if entity.proclitic == "ب":
        return before.fold.isdigit()  # "in 2023 in Russia"
    if entity.proclitic:
        return False
    if before.lists & PLACES or before.fold == "(" and after is not None and after.fold == ")" and words[i - 2].place:
        return True
    if use == "capital" and before.adjective and i - 2 >= sentence.first and words[i - 2].fold.endswith("العاصمه"):
        return True  # "in the Iranian capital Tehran"
    medium = sentence.inside.get(i - 1) or sentence.inside.get(i - 2 if before.fold in QUOTE_MARKS else -1)
    if medium is not None and medium.entry.use == "agency":
        return True  # a channel by the name of a country
    if use == "capital" and before.lists & VENUED and (after is None or not after.names and after.fold != "مع"):
        return True
    if before.cls & PREP and (before.rest in ("في", "داخل") or use == "capital" and before.rest == "الي"):
        return True
    if use == "capital" and (before.lists & MOVING or _is_visitor(sentence, i - 1)):
        return after is None or after.fold != "الي"  # "the return of X to the league"
    if before.rest == "من" and words[i - 2].fold == "كل" and i - 3 >= sentence.first:
        return words[i - 3].rest == "في"  # "in each of X and Y"
    wanted = MOVING if before.rest in ("الي", "من", "عبر") else STRIKING if before.fold == "علي" else 0
    if before.rest in ("مع", "بين") and any("حدود" in words[k].fold for k in range(max(sentence.first, i - 3), i - 1)):
        return True  # the border with X
    near = range(max(sentence.first, i - 4), i - 1)
    if wanted and any(words[k].lists & wanted and k not in sentence.inside for k in near) and not (
        any(words[k].lists & HEADS for k in near)
    ):  # fmt: skip
        return True  # fled to X, the border with X, attacks on X
    return before.fold == "من" and after is not None and after.fold == "الي"


def _is_adjective(sentence: Sentence, entity: Entity) -> bool:
    """Tell whether what looks like a country is an adjective: "the Saudi campaign", "a Turkish (accusative) post"."""
    words, i = sentence.words, entity.i
    if entity.j > i + 1 or entity.proclitic or i == sentence.first:
        return False
    word, before = words[i], words[i - 1]
    if word.article:
        return bool(word.adjective and before.article and before.nominal and not before.place)
    return word.fold.endswith("يا") and before.fold.endswith("يا") and i - 1 not in sentence.inside and not before.cls


def _word_before(sentence: Sentence, entity: Entity) -> Word | None:
    return sentence.words[entity.i - 1] if entity.i > sentence.first else None


def _is_visitor(sentence: Sentence, k: int) -> bool:
    visitor = sentence.inside.get(k)
    return visitor is not None and visitor.i > sentence.first and sentence.words[visitor.i - 1].lists & MOVING > 0


def _is_theatre(sentence: Sentence, entity: Entity, before: Word) -> bool:
    """Tell whether a land of which news says what happens there is told of as one: "the war on Lebanon"."""
    words, i = sentence.words, entity.i
    if entity.proclitic == "و":
        return any(words[k].place for k in range(max(sentence.first, i - 4), i))
    if entity.proclitic == "ب":
        return True
    if entity.proclitic or not before.cls & PREP:
        return False
    return before.rest in ("علي", "الي", "حول") or before.fold == "من" and not words[i - 2].lists & (HEADS | COUNTING)


def is_dateline(sentence: Sentence, entity: Entity, cues: set[int]) -> bool:
    """Tell whether a report only says where it comes from: "Moscow – the agency"; not where it is the speaker."""
    if entity.i > sentence.first + 3 or entity.entry.use not in ("country", "capital", "weak"):
        return False
    words, slash = sentence.words, False
    for k in range(sentence.first, min(sentence.first + 9, sentence.last)):
        if words[k].fold in DASHES or words[k].fold == words[k - 1].fold == "/" and k > sentence.first:
            return k >= entity.j and (slash or entity.i == sentence.first and k == entity.j) and (
                sentence.starts[k] not in cues
            )  # fmt: skip
        slash = slash or words[k].fold == "/"
        if words[k].cls & PUNCT and words[k].fold not in DATELINE or words[k].verbs and not words[k].names:
            return False
    return False


def _acts(sentence: Sentence, entity: Entity, before: Word) -> bool:
    """Tell whether those who meet do something: not one of them, a list of them, what happens between them."""
    if before.rest in ("احد", "احدي", "معظم") or before.rest.startswith("متعدد") or before.lists & ROLLS or (
        before.fold.startswith(("هذين", "هذان"))
    ):  # fmt: skip
        return False
    if before.rest == "بين" and sentence.words[entity.i].rest == "الاطراف":
        return False
    return not (entity.j + 1 < sentence.last and sentence.words[entity.j].fold == "كل" and (
        sentence.words[entity.j + 1].fold == "من"
    ))  # fmt: skip


def _is_led(sentence: Sentence, entity: Entity) -> bool:
    """Tell whether a title stands some words before a body: "the head of a section of the ministry"."""
    words = sentence.words
    for k in range(entity.i - 1, max(sentence.first, entity.i - 6) - 1, -1):
        named = sentence.inside.get(k)
        if words[k].cls & TITLE or words[k].lists & HEADS or named is not None and named.entry.use in OFFICES:
            return True
        if words[k].verbal or not words[k].nominal and words[k].fold not in ("في", "لدي"):
            return False
    return False


def _is_before_person(sentence: Sentence, entity: Entity) -> bool:
    j = entity.j + (entity.j < sentence.last and sentence.words[entity.j].fold in ("،", ","))
    following = sentence.entity_at.get(j)
    return following is not None and following.entry.use == "person" and not following.proclitic


def _is_served(sentence: Sentence, entity: Entity) -> bool:
    """Tell whether a person stands in the title of another: the envoy of President X to Syria, Y."""
    role = sentence.inside.get(entity.i - 1)
    if role is None or role.entry.use != "role":
        return False
    k = entity.j
    while k < min(entity.j + 4, sentence.last):
        following = sentence.entity_at.get(k)
        if following is not None and following.entry.use == "person":
            return k > entity.j and not following.proclitic
        if following is not None and following.proclitic == "و":
            return False
        if following is None and sentence.words[k].fold not in QUOTE_MARKS and sentence.words[k].fold not in (
            "الي", "لسوريا", "لسوريه"
        ):  # fmt: skip
            return False
        k = following.j if following is not None else k + 1
    return False


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
        if word.cls & PREP and word.rest not in ("الي", "لدي", "في", "ل") or word.conj and not (
            word.cls & ADJ and words[k - 1].cls & ADJ
        ):  # fmt: skip
            return False
        k += 1
    return False


def follows_person(sentence: Sentence, entity: Entity) -> bool:
    """Tell whether a body stands in the title behind a person's name: "X, head of the delegation"."""
    words = sentence.words
    role = entity.entry.use == "role"
    k = entity.i - 1
    if entity.entry.use == "mention" and words[k].fold == "من" and not entity.proclitic:
        person = sentence.inside.get(k - 2 if words[k - 1].fold in QUOTE_MARKS else k - 1)
        return person is not None and person.entry.use == "person"  # "X of the delegation"
    while k > max(sentence.first, entity.i - 10):
        before = sentence.inside.get(k)
        if before is not None and before.j == k + 1:
            use = before.entry.use
            if use == "weak" or use in OFFICES or use == "mention" and not before.proclitic:
                role = role or use in OFFICES
                k = before.i - 1
                continue
            return before.entry.use == "person" and role and not entity.proclitic
        word = words[k]
        if word.cls & TITLE:
            role = True
        elif word.fold not in CROSSED and not (word.nominal and not word.verbal):
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
        listed = entity.proclitic == "و" and entity.i - 1 in sentence.inside
        return "تنظيم" in noun or noun.startswith("مرتبط") or listed
    if entity.entry.actor_id not in ("SYR_GOV",):
        return False
    if words[entity.i].fold.endswith("الحكومه"):
        return entity.i == sentence.first or not words[entity.i - 1].cls & TITLE
    if is_place(sentence, entity, _word_before(sentence, entity)):
        return False
    neighbours = [sentence.inside.get(entity.i - 1), sentence.entity_at.get(entity.j)]
    for neighbour in neighbours:
        if neighbour is not None and neighbour.entry.use in ("country", "capital", "mention") and (
            entity.proclitic == "و" or neighbour.proclitic == "و"
        ):  # fmt: skip
            return True
    before = _before(sentence, entity) if entity.i > sentence.first else None
    if entity.proclitic:
        return False
    if before is not None and (before.cls & COMP or before.lists & STANCES):
        return True
    if before is not None and before.verbs and not before.nouns:
        # "that threaten Syria": the verb has its subject
        return entity.i - 2 < sentence.first or not words[entity.i - 2].cls & REL or bool(before.verbs[0].owner)
    done_by = before is not None and before.fold in ("به", "بها") and words[entity.i - 2].verbal
    if before is not None and (before.rest in ("مع", "بين") or done_by):
        return True
    after = words[entity.j] if entity.j < sentence.last else None
    opens = before is None or entity.i - 1 in sentence.quote_at
    return bool(opens and after is not None and after.verbs and not after.nouns)
