"""The frames of the cues: what each lemma governs, and what act it then carries."""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from astana_study.codebook.loading import Codebook
from astana_study.text.folding import fold_word


class Frames(NamedTuple):
    """What one lemma governs."""

    lemma: str
    that: str = ""
    quote: str = ""
    object: str = ""
    preps: tuple[tuple[str, str], ...] = ()
    """``(folded preposition, act)``."""
    object_preps: tuple[tuple[str, str], ...] = ()
    """The same where an object comes first: دعا X إلى."""
    light: tuple[str, ...] = ()
    """Prepositions (or ``np``) behind which a noun decides the act."""
    relay: str = ""
    """نقل عن X: who is behind عن is the holder."""
    relayed: str = "عن"
    """The preposition of a relay: علم من X."""
    inside: str = ""
    """جاء في البيان."""
    phrases: tuple[tuple[tuple[str, ...], str], ...] = ()
    """``(words that must follow, act)`` of each idiom."""
    idiom: bool = False
    """Whether it is a cue in its idioms only."""
    apart: frozenset[str] = frozenset()
    """Those that are never glued on."""
    more: bool = False
    """Whether the speaker goes on with it: "and added that"."""
    openers: frozenset[str] = frozenset()
    """The prepositions that open a content, glued on or not."""
    noun: str = ""
    owned: bool = False
    by_pronoun: bool = False
    """As a noun: whether only a pronoun can be its owner ("the call of X" may be to X)."""
    """As a noun: whether with an owner it is a cue of its own."""
    stays: bool = False
    """As a noun: it decides the act but stays in the content (need, importance)."""


IDIOMATIC: Final = frozenset(("علي", "الي", "في", "ل", "ب", "من", "حول", "بشان"))
"""Prepositions behind an idiom."""


def compile_frames(codebook: Codebook) -> tuple[dict[str, Frames], dict[str, Frames]]:
    """Return the frames of the verbs and of the nouns, by lemma."""
    verbs: dict[str, dict[str, Any]] = {}
    nouns: dict[str, Frames] = {}
    for row in codebook.select("cues", "ar"):
        lemma, frame, act = row["lemma"], row["frame"], row["act"]
        if frame.startswith("noun"):
            nouns[lemma] = Frames(lemma, noun=act, owned=frame in ("noun+owner", "noun+pronoun"),
                                  by_pronoun=frame == "noun+pronoun", stays=frame == "noun+content")  # fmt: skip
            continue
        found = verbs.setdefault(lemma, {"preps": [], "object_preps": [], "light": [], "phrases": []})
        if frame.startswith("phrase:"):
            found["phrases"].append((tuple(fold_word(frame[7:]).split()), act))
        elif frame in ("that", "quote", "relay"):
            found[frame] = act
        elif frame.startswith("relay:"):
            found["relay"], found["relayed"] = act, fold_word(frame[6:])
        elif frame == "np":
            found["object"] = act
        elif frame == "more":
            found["more"] = True
        elif frame == "in":
            found["inside"] = act
        elif frame.endswith("+noun"):
            found["light"].append(fold_word(frame[:-5]))
        elif frame.startswith("np+"):
            found["object_preps"].append((fold_word(frame[3:]), act))
        elif "+" not in frame:
            found["preps"].append((fold_word(frame), act))
    return (
        {lemma: _freeze(lemma, found) for lemma, found in verbs.items()},
        nouns,
    )


def _freeze(lemma: str, found: dict[str, Any]) -> Frames:
    frozen: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in found.items()}
    frames = Frames(lemma, **frozen)
    if frames.phrases and not (frames.that or frames.object or frames.preps or frames.object_preps or frames.light):
        return frames._replace(openers=IDIOMATIC, idiom=True)
    openers = {prep for prep, _ in (*frames.preps, *frames.object_preps)} | {p for p in frames.light if p != "np"}
    return frames._replace(openers=frozenset(openers), apart=frozenset(openers - {"ب", "ل"}))


NO_FRAMES: Final = Frames("")
"""The frames of a verb that is no cue."""
