"""The word lists of the codebook, as bits of `Word.lists`."""

from __future__ import annotations

from typing import Final

ROLES: Final = 1 << 0
TITLES: Final = 1 << 1
PARTISAN: Final = 1 << 2
BODIES: Final = 1 << 3
BODIES_OF: Final = 1 << 4
OWN: Final = 1 << 5
PERSONS: Final = 1 << 6
UNNAMED_ROLES: Final = 1 << 7
UNNAMED: Final = 1 << 8
PRIVATE: Final = 1 << 9
TOGETHER: Final = 1 << 10
PRESS: Final = 1 << 11
SPEAKING: Final = 1 << 12
HEADS: Final = 1 << 13
STAFF: Final = 1 << 14
TEAMS: Final = 1 << 15
RANKS: Final = 1 << 16
SENT: Final = 1 << 17
TALKS: Final = 1 << 18
ALLIED: Final = 1 << 19
SEVERAL: Final = 1 << 20
GROUPED: Final = 1 << 21
ACTING: Final = 1 << 22
MEETINGS: Final = 1 << 23
SPOKEN_IN: Final = 1 << 24
EVENTS: Final = 1 << 25
STATEMENTS: Final = 1 << 26
AUDIENCE: Final = 1 << 27
ARMED: Final = 1 << 28
STRUCK: Final = 1 << 29
UNSPEAKING: Final = 1 << 30
OF_PLACE: Final = 1 << 31
TO_PLACE: Final = 1 << 32
PARTS: Final = 1 << 33
SUBURBS: Final = 1 << 34
NEAR_WITH: Final = 1 << 35
NEAR_ON: Final = 1 << 36
NEAR_TO: Final = 1 << 37
SIDES: Final = 1 << 38
LEGAL: Final = 1 << 39
WRITINGS: Final = 1 << 40
BEFALLING: Final = 1 << 41
CONTESTED: Final = 1 << 42
LABELS: Final = 1 << 43

HUMAN: Final = ROLES | OWN | PERSONS
"""Whoever can speak, or through whom somebody does."""

LISTS: Final = {
    "role": ROLES,
    "title": TITLES,
    "partisan body": PARTISAN,
    "official body": BODIES,
    "last word of a body": BODIES_OF,
    "owned body": OWN,
    "human": PERSONS,
    "unnamed role": UNNAMED_ROLES,
    "anonymity": UNNAMED,
    "private person": PRIVATE,
    "together": TOGETHER,
    "press": PRESS,
    "spokesperson": SPEAKING,
    "head of a body": HEADS,
    "staff": STAFF,
    "team": TEAMS,
    "rank": RANKS,
    "sent": SENT,
    "talks": TALKS,
    "ally": ALLIED,
    "office-holders": SEVERAL,
    "group": GROUPED,
    "participants": ACTING,
    "meeting": MEETINGS,
    "occasion": SPOKEN_IN,
    "event": EVENTS,
    "statement": STATEMENTS,
    "audience": AUDIENCE,
    "armed": ARMED,
    "struck": STRUCK,
    "unspeaking": UNSPEAKING,
    "of a place": OF_PLACE,
    "to a place": TO_PLACE,
    "part of a country": PARTS,
    "surroundings": SUBURBS,
    'near "with"': NEAR_WITH,
    'near "on"': NEAR_ON,
    'near "to"': NEAR_TO,
    "side": SIDES,
    "law": LEGAL,
    "writing": WRITINGS,
    "befalling": BEFALLING,
    "contested label": CONTESTED,
    "headline label": LABELS,
}
"""The name of each list in the codebook's ``word_lists.csv``, and its bit."""
