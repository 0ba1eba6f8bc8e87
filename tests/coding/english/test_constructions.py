"""Constructions of real coverage, each in one sentence of our own: who is the holder, and how far the content goes."""

import pytest

from astana_study.coding.coder import code_records
from astana_study.text.reading import make_article


def code(text):
    return code_records(make_article(text, "specimen", language="en"))


def tell(text):
    """Return the claims of a text as ``(cue, holders, content)``."""
    records = code(text)
    holders = {}
    for row in records.claim_actors:
        if row.role == "holder":
            holders.setdefault(row.claim_id, []).append(row.actor_id)
    return [(claim.cue, sorted(holders.get(claim.claim_id, [])), claim.content) for claim in records.claims]


def name(text):
    """Return the mentions of a text as ``surface ACTOR``."""
    return [f"{mention.surface} {mention.actor_id}" for mention in code(text).mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The envoy Lavrentyev told reporters he would stay.", ("told", ["RUS"], "he would stay")),
        ("Toma told journalists the rebels had left the hall.", ("told", ["SYR_OPP"], "the rebels had left the hall")),
        ("Ankara objected once again to the militia's role.", ("objected", ["TUR"], "the militia's role")),
        (
            "MINSK, Belarus — The truce is holding in the south, Lavrentyev said on Monday.",
            ("said", ["RUS"], "The truce is holding in the south"),
        ),
        (
            "They agreed to “draw up a list of names,” according to a closing statement read by the Kazakh minister.",
            ("according to", ["STATEMENT"], "They agreed to “draw up a list of names"),
        ),
        (
            "Tehran voiced its support for the truce in a statement on Friday.",
            ("voiced its support", ["IRN"], "the truce"),
        ),
        ("Moscow opposes the plan, repeatedly insisting that it is void.", ("opposes", ["RUS"], "the plan")),
        (
            "Referring to the camps, Lavrentyev continued, both sides are responsible for the aid.",
            ("continued", ["RUS"], "both sides are responsible for the aid"),
        ),
        (
            "While the talks drag on, “nobody asks those who live there”, Toma added.",
            ("added", ["SYR_OPP"], "While the talks drag on, “nobody asks those who live there"),
        ),
        (
            "Pedersen is setting up an inquiry, his spokesman confirmed.",
            ("confirmed", ["UN_ENVOY"], "Pedersen is setting up an inquiry"),
        ),
        (
            "Toma said the regime was playing for time by refusing to release anyone.",
            ("refusing", ["SYR_GOV"], "to release anyone"),
        ),
        (
            "The deputy foreign ministers of Russia, Iran, Syria and Turkey discussed the road map.",
            ("discussed", ["IRN", "RUS", "SYR_GOV", "TUR"], "the road map"),
        ),
        (
            "The three countries, in their statement, “rejected every attempt to redraw the map”.",
            ("rejected", ["GUARANTORS"], "every attempt to redraw the map"),
        ),
        (
            "Pedersen is very grateful to Kazakhstan for the venue.",
            ("grateful", ["UN_ENVOY"], "Kazakhstan for the venue"),
        ),
    ],
)
def test_claim(text, expected):
    assert expected in tell(text)


def test_what_a_condition_says_is_not_reported():
    claims = tell("Toma said his team would leave unless the regime agreed to a full truce.")
    assert [claim[0] for claim in claims] == ["said"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks between the Syrian and Iranian sides went on.", ["Syrian SYR_GOV", "Iranian sides IRN"]),
        ("Lavrentyev arrived in Almaty, Kazakhstan, on Monday.", ["Lavrentyev RUS"]),
        ("They respect the sovereignty of Syria and Turkey.", []),
        ("A truce was urged by Syria, Iran and Russia.", ["Syria SYR_GOV", "Iran IRN", "Russia RUS"]),
        ("Trump and Macron spoke about Idlib.", ["Trump USA", "Macron FRA"]),
        ("Rezan Shawish, a member of the Syrian Workers' Party, spoke.", []),
    ],
)
def test_mentions(text, expected):
    assert name(text) == expected
