"""The word lists of the codebook, as bits of `Word.lists`."""

from __future__ import annotations

from typing import Final

MAKING: Final = 1 << 0
CLASSIFIERS: Final = 1 << 1
BODIES: Final = 1 << 2
REASONS: Final = 1 << 3
ENVIRONS: Final = 1 << 4
PLACES: Final = 1 << 5
LED: Final = 1 << 6
TEXTS: Final = 1 << 7
JOINT: Final = 1 << 8
LACKING: Final = 1 << 9
INFORMANTS: Final = 1 << 10
OFTEN: Final = 1 << 11
MOMENTS: Final = 1 << 12
ANSWERING: Final = 1 << 13
FRIENDLY: Final = 1 << 14
COUNTING: Final = 1 << 15
HEADS: Final = 1 << 16
QUALIFYING: Final = 1 << 17
BRINGING: Final = 1 << 18
VENUED: Final = 1 << 19
ROLLS: Final = 1 << 20
STANCES: Final = 1 << 21
PROJECTS: Final = 1 << 22
MOVING: Final = 1 << 23
STRIKING: Final = 1 << 24
GROUPS: Final = 1 << 25
ENDING: Final = 1 << 26
SHORT: Final = 1 << 27
RISING: Final = 1 << 28
SPEECH: Final = 1 << 29
PEOPLES: Final = 1 << 30
UNSPEAKING: Final = 1 << 31
SURNAMES: Final = 1 << 32

AFFIXED: Final = (
    CLASSIFIERS | INFORMANTS | HEADS | QUALIFYING | VENUED | ROLLS | PLACES | MOVING | STRIKING | ENDING | RISING
    | PEOPLES | UNSPEAKING
)  # fmt: skip
"""Lists in which a word stands with and, in, the before it, too."""

LISTS: Final = {
    "maker": MAKING,
    "classifier": CLASSIFIERS,
    "body": BODIES,
    "reason": REASONS,
    "surroundings": ENVIRONS,
    "of a place": PLACES,
    "before a label": LED,
    "text": TEXTS,
    "joint": JOINT,
    "wanting": LACKING,
    "informant": INFORMANTS,
    "with a what": OFTEN,
    "moment": MOMENTS,
    "answering": ANSWERING,
    "bringing an act": BRINGING,
    "friendly": FRIENDLY,
    "counting": COUNTING,
    "head of a name": HEADS,
    "qualifying": QUALIFYING,
    "at a place": VENUED,
    "roll": ROLLS,
    "stance": STANCES,
    "project": PROJECTS,
    "moving": MOVING,
    "striking": STRIKING,
    "group": GROUPS,
    "ending": ENDING,
    "of two letters": SHORT,
    "rising to speak": RISING,
    "beginning of speech": SPEECH,
    "of peoples": PEOPLES,
    "unspeaking": UNSPEAKING,
    "surname": SURNAMES,
}
"""The name of each list in the codebook's ``word_lists.csv``, and its bit."""
