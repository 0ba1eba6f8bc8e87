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
