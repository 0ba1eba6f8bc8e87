"""Nouns of an act that nobody beside them owns: "amid calls for a truce", "left in protest at the text"."""

from __future__ import annotations

from typing import Final

from astana_study.coding.draft import Holder, unplace
from astana_study.coding.english.addressees import PARTICIPANTS
from astana_study.coding.english.clauses import FINITE
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.grammar import Reading
from astana_study.coding.english.lexicon import DASH, PUNCT, TO

CIRCUMSTANTIAL: Final = {"amid", "amidst", "despite", "following", "about"}
"""Prepositions before what others say meanwhile: "amid reports that"."""
MASS: Final = {"criticism", "concern", "condemnation", "opposition"}
"""Nouns that need no plural for that."""
STANCES: Final = {"protest", "opposition", "rejection", "condemnation", "denunciation", "solidarity"}
"""Nouns behind "in" that tell why somebody did something: "walked out in protest"."""
HEADING: Final = {"affirm", "reject", "condemn", "call", "welcome", "concern", "warn"}
"""Acts whose noun can head a point of a list: "Emphasis on a political solution"."""


MADE: Final = {"reach", "sign", "strike", "make", "take", "announce"}
"""What is done with an agreement or a decision."""
ENDING: Final = {"end", "close", "conclude", "finish", "wrap up"}
"""How talks come to what they were for."""


def read_unowned(reading: Reading, k: int, s: int) -> None:
    """Read a noun of an act at `k` that has no owner; the word at `s` stands before it and its adjectives."""
    sentence, words = reading.sentence, reading.words
    noun = words[k].noun
    if noun is None:
        return
    before, following = words[s].fold, words[k + 1].fold
    holder: Holder | None = None
    how = "none"
    if s < sentence.first or words[s].cls & (PUNCT | DASH) and s not in sentence.inside:
        if noun.noun not in HEADING or not words[k].cap or not _is_heading(reading, k):
            return
        holder, how = reading.subjects._subjectless()
        if holder is None or holder.kind not in ("holder", "collective") and how != "chapeau":
            holder, how = PARTICIPANTS, "none"
    elif before in CIRCUMSTANTIAL and s not in sentence.inside:
        if not words[k].fold.endswith("s") and noun.lemma not in MASS or following in ("to", "on", "in"):
            return
    elif before == "in" and s == k - 1 and noun.lemma in STANCES:
        holder, how = _find_actor(reading, k)
        if holder is None:
            return
    else:
        return
    infinitive = bool(words[k + 1].cls & TO) and k + 1 in reading.clauses.covered
    start = k + 1 if infinitive else k + 2
    if start >= sentence.last:
        return
    draft = Finding(sentence.starts[k], sentence.ends[k], noun.lemma, noun.noun, "nominal", "en.noun.unowned", holder)
    reading.open_content(draft, start)
    draft.extra["nominal"] = k
    colon = next((p for p in range(start + 1, sentence.last) if sentence.folded[p] in (":", ";")), -1)
    if colon > 0 and words[k].cap:
        draft.content_end, draft.opened = sentence.ends[colon - 1], False
    reading.finish_aside(draft, holder, how)


def read_pact(reading: Reading, k: int, s: int) -> bool:
    """Read an agreement that a heading or the end of talks tells of: "Agreement reached in Sochi on a new zone"."""
    sentence, words = reading.sentence, reading.words
    noun = words[k].noun
    if noun is None or noun.noun != "agree" or words[k - 1].fold == "no":
        return False
    heads = words[k].cap and (s < sentence.first or words[s].cls & DASH and s not in sentence.inside)
    ends = words[s].fold in ("a", "an", "another", "new") and words[s - 1].fold == "with" and any(
        group.lemma in ENDING for group in reading.clauses.groups if group.m < s
    )
    exists = k - 3 > sentence.first - 2 and words[s].lemma == "be" and words[s - 1].fold == "there"
    told = (g for g in reading.clauses.groups if g.kind == FINITE and (g.lemma not in MADE or g.modal or g.negated))
    if not (ends or exists or heads and not any(told)):
        return False
    j = k + 1
    while j < min(k + 6, sentence.last - 1) and (
        words[j].lemma in MADE or words[j].fold in ("in", "at") or words[j].cap and not words[j].cls
    ):
        j += 1
    infinitive = bool(words[j].cls & TO) and j in reading.clauses.covered
    if j + 1 >= sentence.last or not infinitive and words[j].fold not in ("on", "over"):
        return False
    draft = Finding(
        sentence.starts[k], sentence.ends[k], noun.lemma, noun.noun, "nominal", "en.noun.unowned", PARTICIPANTS
    )
    reading.open_content(draft, j if infinitive else j + 1)
    draft.extra["nominal"] = j
    made = next((g for g in reading.clauses.groups if g.m > j and g.lemma in MADE and g.kind != FINITE), None)
    if made is not None:
        draft.content_end, draft.opened = sentence.ends[made.i - 1], False
    reading.finish_aside(draft, PARTICIPANTS, "none")
    return True


def _is_heading(reading: Reading, k: int) -> bool:
    """Whether no finite verb stands between a noun and the end of its point."""
    sentence = reading.sentence
    end = next((p for p in range(k, sentence.last) if sentence.folded[p] in (":", ";")), sentence.last)
    return not any(group.kind == FINITE and k < group.m < end for group in reading.clauses.groups)


def _find_actor(reading: Reading, k: int) -> tuple[Holder | None, str]:
    """Return who did what was done "in protest": the subject of the verb before."""
    for group in reversed(reading.clauses.groups):
        if group.kind == FINITE and group.m < k:
            holder, _ = reading.subjects.find(group)
            if holder is not None and holder.kind != "unknown":
                return unplace(holder), "participle"
    return None, "none"
