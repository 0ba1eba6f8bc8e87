"""The frames of the English cues: what each lemma governs, and what act it then carries.

Frames of verbs: ``that`` (a clause), ``quote``, ``np`` (an object), ``to`` (an infinitive), ``ing``, a preposition,
``np+to np+of …`` (an object, then that), ``np+that``, ``np+responsible``, ``np+noun`` (a noun decides the act), ``as``,
``in`` ("as it says in the text"). Of nouns: ``noun``, ``noun+owner``, ``noun+content``; of adjectives: ``phrase:to``.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from astana_study.codebook.loading import Codebook


class Frames(NamedTuple):
    """What one lemma governs."""

    lemma: str
    that: str = ""
    quote: str = ""
    object: str = ""
    to: str = ""
    ing: str = ""
    preps: tuple[tuple[str, str], ...] = ()
    """``(preposition, act)``."""
    object_preps: tuple[tuple[str, str], ...] = ()
    """The same behind an object: "accused X of"."""
    told: str = ""
    """An addressee, then a clause."""
    light: bool = False
    """The noun behind it decides the act; without one there is no claim."""
    noun: str = ""
    owned: bool = False
    """As a noun: with an owner it is a cue of its own."""
    stays: bool = False
    """As a noun: it decides the act but stays in the content (need, importance)."""
    governs: tuple[str, ...] = ()
    """As an adjective: the prepositions of which one must follow."""


def compile_frames(codebook: Codebook) -> tuple[dict[str, Frames], dict[str, Frames], dict[str, Frames]]:
    """Return the frames of the verbs, of the nouns and of the adjectives, by lemma."""
    verbs: dict[str, dict[str, Any]] = {}
    nouns: dict[str, Frames] = {}
    adjectives: dict[str, Frames] = {}
    slots = {"that": "that", "quote": "quote", "np": "object", "to": "to", "ing": "ing", "np+that": "told"}
    for row in codebook.select("cues", "en"):
        lemma, frame, act = row["lemma"], row["frame"], row["act"]
        if frame.startswith("noun"):
            nouns[lemma] = Frames(lemma, noun=act, owned=frame == "noun+owner", stays=frame == "noun+content")
        elif frame.startswith("phrase:"):
            known = adjectives.get(lemma)
            governs = (*known.governs, frame[7:]) if known is not None else (frame[7:],)
            adjectives[lemma] = Frames(lemma, noun=known.noun if known is not None else act, governs=governs)
        else:
            found = verbs.setdefault(lemma, {"preps": [], "object_preps": []})
            if frame in slots:
                found[slots[frame]] = act
            elif frame == "np+noun":
                found["light"] = True
            elif frame.startswith("np+"):
                found["object_preps"].append((frame[3:], act))
            else:
                found["preps"].append((frame, act))
    return {lemma: _freeze(lemma, found) for lemma, found in verbs.items()}, nouns, adjectives


def _freeze(lemma: str, found: dict[str, Any]) -> Frames:
    frozen: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in found.items()}
    return Frames(lemma, **frozen)
