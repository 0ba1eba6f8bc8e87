"""Words for people and bodies: who belongs to a side, who has no name, who speaks for nobody."""

from __future__ import annotations

from typing import Final

from astana_study.coding.english.introductions import ROLES

OWN: Final = {
    "team",
    "delegation",
    "country",
    "government",
    "side",
    "group",
    "party",
    "ministry",
    "office",
    "administration",
    "army",
    "military",
    "forces",
    "nation",
    "bloc",
    "council",
    "coalition",
    "organisation",
    "organization",
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "movement",
    "campaign",
    "colleagues",
    "troops",
    "statement",
    "counterparts",
}
BODY: Final = {"RUS", "TUR", "IRN"}
HUMAN: Final = (
    ROLES
    | OWN
    | {
        "officials",
        "diplomats",
        "ministers",
        "envoys",
        "leaders",
        "negotiators",
        "representatives",
        "presidents",
        "officers",
        "delegates",
        "sources",
        "authorities",
        "chiefs",
        "troops",
    }
)
INDEFINITE: Final = {"a", "an", "one", "another", "some", "several", "two", "three"}
UNNAMED: Final = {"anonymity", "anonymously", "unnamed"}
UNNAMED_ROLES: Final = {
    "official",
    "officials",
    "diplomat",
    "diplomats",
    "aide",
    "aides",
    "delegate",
    "delegates",
    "source",
    "sources",
    "insider",
    "insiders",
}
"""Who has no name behind "a" or "some", whatever side he is of."""
PRIVATE: Final = {
    "politician",
    "analyst",
    "expert",
    "academic",
    "researcher",
    "journalist",
    "columnist",
    "scholar",
    "activist",
}
TOGETHER: Final = {
    "countries",
    "states",
    "governments",
    "capitals",
    "representatives",
    "envoys",
    "negotiators",
    "delegates",
    "diplomats",
    "officials",
    "nations",
    "men",
    "allies",
    "duo",
    "pair",
}
PRESS: Final = {
    "news",
    "media",
    "press",
    "television",
    "tv",
    "radio",
    "newspaper",
    "newspapers",
    "daily",
    "broadcaster",
    "outlets",
    "reports",
}
SPEAKING: Final = {"spokesman", "spokeswoman", "spokesperson"}
