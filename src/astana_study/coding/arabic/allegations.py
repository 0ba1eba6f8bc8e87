"""Nouns of claiming that no name owns: "allegations of an attack", "the Russian allegations that …"."""

from __future__ import annotations

from typing import Final

from astana_study.coding.arabic.clauses import Walk
from astana_study.coding.arabic.content import cue_start, finish_draft, open_complement
from astana_study.coding.arabic.words import COMP, PUNCT, Reading
from astana_study.coding.draft import Draft, Holder

PLURAL_CLAIMS: Final = {"مزاعم", "ادعاءات"}
ABOUT: Final = {"حول", "بشان", "عن", "بخصوص"}


def find_alleger(walk: Walk, i: int, noun: Reading) -> tuple[Holder | None, int] | None:
    """Return who holds "(Russian) allegations of", nobody where none is told, and the last word of the noun phrase."""
    words, sentence = walk.words, walk.sentence
    if i + 2 >= sentence.last or i in sentence.inside or i + 1 in sentence.inside:
        return None
    place, holder = i, None
    if words[i + 1].adjective and words[i + 1].article == noun.definite:
        place, holder = i + 1, Holder((words[i + 1].adjective,), "f", "mention")
    following = words[place + 1]
    told = following.cls & COMP or following.fold in ABOUT or following.glue == "ب"
    construct = noun.lemma in PLURAL_CLAIMS and not noun.definite and place == i and following.nominal and not (
        following.article or following.cls or following.conj or following.adjective or words[place + 2].cls & PUNCT
    )  # fmt: skip
    return (holder, place) if told and (holder or not noun.definite) or construct else None


def claim_allegation(walk: Walk, i: int, noun: Reading, holder: Holder | None, place: int) -> bool:
    """Make the claim of a noun of claiming: who alleges stands in an adjective, or nobody is told."""
    draft = Draft(cue_start(walk, i, noun), walk.sentence.ends[i], noun.lemma, "claim", "nominal", "ar.noun.owner",
                  holder, depth=len(walk.levels))  # fmt: skip
    open_complement(walk, draft, place, noun)
    if draft.content_start >= 0:
        how = draft.holder_how = "pro-drop" if holder else "none"
        finish_draft(walk, draft, holder, how)
    return True
