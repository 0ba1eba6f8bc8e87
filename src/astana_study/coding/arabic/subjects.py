"""Whether the phrase behind a verb is its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from astana_study.coding.arabic.arguments import Arguments
from astana_study.coding.arabic.frames import Frames
from astana_study.coding.arabic.phrases import Phrase
from astana_study.coding.arabic.words import COMP, PUNCT, TITLE, Reading
from astana_study.coding.draft import Holder

if TYPE_CHECKING:
    from astana_study.coding.arabic.scope import Scope

CLAUSAL: Final = ("that", "quote", "colon")
"""What opens a content that is a clause."""
NOMINATIVE: Final = ("ون", "لو", "بو")
"""How a plural of people ends that can be no object."""
ATTENTION: Final = {"انتباه", "نظر", "انظار"}
DEEMING: Final = {"اعتبر", "عد", "رأى"}
"""Verbs of two objects: what something is held to be is the second."""
NEAR: Final = 2
"""Words that may stand between a subject in no list and its object, or the preposition of its verb."""


def may_be_subject(walk: Scope, first: Phrase, phrases: list[Phrase], frames: Frames, arguments: Arguments,
                   before: Holder | None, reading: Reading) -> bool:  # fmt: skip
    """Tell whether the first phrase behind a verb can be its subject, rather than its object."""
    if frames.object_preps and len(phrases) == 1 and first.known and first.parts[0][0].entry.use == "addressee":
        return False
    if walk.words[first.i].rest.removeprefix("ال") in ATTENTION:
        return False  # "drew the attention of X to"
    if "np" in frames.light and walk.words[first.i].performs and not first.head_entity:
        return False  # it is what the light verb carries
    head = walk.words[first.i]
    if arguments.opener == "colon" and frames.object and not (
        frames.quote or first.head_entity or head.article or head.cls & TITLE
    ):  # fmt: skip
        return False  # "proposed the idea of four zones: in X, in Y"
    if not first.known:
        if head.performs and frames.object or head.nouns and all(noun.prep for noun in head.nouns):
            return False  # "renewed the affirmation of": what is done does not do it
        if before is not None or not head.article and head.rest.endswith(("ه", "ها", "هم")) and head.gender != "f":
            return False  # "told his interlocutors": a noun with a pronoun is the object
        if not head.article and head.participles and head.rest.endswith("ون"):
            return True  # "opponents criticised": a plural in the nominative
        if frames.object_preps and len(phrases) == 1 and arguments.opener and not (frames.object or frames.that):
            if walk.levels[-1].subject is not None or walk.memory.last() is not None:
                return False  # "and tasked the joint group with"
        if frames.object or "np" in frames.light:
            if arguments.opener in CLAUSAL and frames.that or arguments.opener and not frames.object_preps and (
                arguments.opener in frames.openers and arguments.at <= first.j + NEAR and first.gender != "c"
            ) and walk.chapeau is None:  # fmt: skip
                return not head.rest.endswith("ا")  # what is said stands elsewhere
            if not head.article and not head.cls & TITLE:
                return False  # "decided a return to": a noun without the article is the object
            if walk.chapeau is not None:
                return False  # whoever opened the statement goes on acting
            return (
                len(phrases) > 1
                and phrases[1].i <= first.j + NEAR
                and arguments.opener in ("", "that")
                or bool(arguments.opener in ("that", "quote", "colon") and frames.that)
            )
        return True
    if walk.words[first.i].rest.endswith(NOMINATIVE) and not first.head_entity:
        return True  # "delegates of X": its case says so
    held = frames.lemma in DEEMING and not first.head_entity and not walk.words[first.i].cls & TITLE
    if held and len(phrases) > 1 and (walk.levels[-1].subject or walk.levels[0].subject) is not None:
        return False  # "held the aggression of X to be a threat"
    named = first.parts[0][0].i
    if frames.object and not arguments.opener and any(
        walk.words[k].fold in ("في", "من") for k in range(first.i + 1, named)
    ):  # fmt: skip
        return walk.words[first.i].cls & TITLE > 0  # "the work on, with X": who is named there does not do it
    if frames.object and not arguments.opener and len(phrases) == 1:
        # One phrase behind a transitive verb: subject only if nothing else could be, and an object is missing.
        entity = first.parts[0][0]
        nobody = walk.levels[-1].subject is None and walk.memory.last() is None
        if head.cls & TITLE and not nobody:
            return _has_object_behind(walk, arguments)  # "the leaders of the states rejected"
        return first.head_entity and entity.entry.use != "weak" and (nobody or _has_object_behind(walk, arguments))
    if frames.object_preps and len(phrases) == 1 and arguments.opener:
        own = walk.levels[-1].subject
        if not frames.preps and not frames.that:
            return bool(reading.owner) or own is None and walk.memory.last() is None
        return first.head_entity or first.known
    return True


def _has_object_behind(walk: Scope, arguments: Arguments) -> bool:
    j = arguments.stop
    if j >= walk.sentence.last:
        return False
    word = walk.words[j]
    return bool(word.nominal and not word.cls & PUNCT and not word.verbs or word.cls & (COMP))
