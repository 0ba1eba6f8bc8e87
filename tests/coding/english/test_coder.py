"""English articles through the whole coder: hard cases, nothing at all, anything at all."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from astana_study.coding.coder import code_records
from astana_study.text.reading import make_article


def code(text, **metadata):
    return code_records(make_article(text, "specimen", language="en", **metadata))


def tell(text, **metadata):
    """Return the claims of a text as ``(act, cue, holders, content)``."""
    records = code(text, **metadata)
    return [
        (
            claim.act,
            claim.cue,
            sorted(
                row.actor_id for row in records.claim_actors if row.claim_id == claim.claim_id and row.role == "holder"
            ),
            claim.content,
        )
        for claim in records.claims
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ahmad Toma, head of the opposition delegation, told reporters that his team had left.",
            [("state", "told", ["SYR_OPP"], "his team had left")],
        ),
        (
            "Russia, Turkey and Iran, according to the statement, condemned the attacks.",
            [
                (
                    "state",
                    "according to",
                    ["STATEMENT"],
                    "Russia, Turkey and Iran, according to the statement, condemned the attacks",
                ),
                ("condemn", "condemned", ["IRN", "RUS", "TUR"], "the attacks"),
            ],
        ),
        (
            "The three ministers agreed to meet again, a joint declaration issued in Sochi said.",
            [
                ("agree", "agreed", ["GUARANTORS"], "to meet again"),
                ("state", "said", ["STATEMENT"], "The three ministers agreed to meet again"),
            ],
        ),
        (
            "“The process moves,” Lavrentyev said. “Nobody should stop it.”",
            [("state", "said", ["RUS"], "The process moves,” Lavrentyev said. “Nobody should stop it")],
        ),
        (
            "In Astana Tehran voiced its readiness to share in the work.",
            [("commit", "voiced its readiness", ["IRN"], "to share in the work")],
        ),
        (
            "Damascus expressed commitment to the unity of Syria.",
            [("affirm", "expressed commitment", ["SYR_GOV"], "the unity of Syria")],
        ),
        (
            "Iraq and Lebanon were welcomed by the three countries.",
            [("welcome", "welcomed", ["GUARANTORS"], "Iraq and Lebanon")],
        ),
        (
            "It was decided to hold the next round in Sochi.",
            [("agree", "decided", ["PARTICIPANTS"], "to hold the next round in Sochi")],
        ),
        ("A military source told us that the truce holds.", [("state", "told", ["OUTLET_SOURCE"], "the truce holds")]),
        (
            "Moscow rejected accusations that it had bombed Idlib.",
            [("deny", "rejected", ["RUS"], "accusations that it had bombed Idlib")],
        ),
        (
            "The Russian side warned that attacks would go on, and Ankara accused Damascus of shelling Idlib.",
            [
                ("warn", "warned", ["RUS"], "attacks would go on"),
                ("accuse", "accused", ["TUR"], "Damascus of shelling Idlib"),
            ],
        ),
        (
            "The envoy Geir Pedersen, the UN special envoy, was quoted as saying that aid must flow.",
            [("state", "saying", ["UN_ENVOY"], "aid must flow")],
        ),
        (
            "Lavrov Says He'd Rather Wait for a Proposal from Ankara",
            [("state", "Says", ["RUS"], "He'd Rather Wait for a Proposal from Ankara")],
        ),
        (
            "Delegates trying to save the talks say the opposition will return.",
            [("state", "say", ["PARTICIPANTS"], "the opposition will return")],
        ),
    ],
)
def test_hard_cases(text, expected):
    assert tell("A headline about nothing\n\n" + text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Lavrentyev did not say when they would meet.",
        "Iran would reject any such plan.",
        "The US made no comment on the talks.",
        "Toma will reject any extension.",
        "It is worth noting that the first round was held in 2017.",
        "Tehran is expected to present its position.",
        "The delegation adopted no statement.",
        "Lavrentyev spoke for half an hour.",
    ],
)
def test_what_is_no_claim(text):
    assert tell("A headline about nothing\n\nMoscow spoke.\n\n" + text) == []


def test_paragraphs_of_a_joint_statement_have_the_guarantors_throughout():
    records = code(
        "The representatives of Iran, Russia and Türkiye as guarantors of the Astana format:\n\n"
        "1. Reaffirmed their commitment to the unity of Syria and stressed that it must be respected;\n\n"
        "2. Rejected all attempts to create new realities;\n\n3. They also thanked Kazakhstan.",
        kind="statement",
    )
    assert [claim.cue for claim in records.claims] == ["Reaffirmed their commitment", "stressed", "Rejected", "thanked"]
    assert {row.actor_id for row in records.claim_actors if row.role == "holder"} == {"GUARANTORS"}
    assert [claim.holder_status for claim in records.claims] == ["chapeau", "pro-drop", "chapeau", "pronoun"]


def test_a_joint_statement_in_the_present_and_in_one_sentence():
    text = (
        "Joint Statement\n\nIran, Russia and Turkey, as guarantors of the ceasefire regime (hereinafter referred to as "
        '"Guarantors"), announce the creation of areas and reaffirm their commitment to the unity of Syria.'
        "\n\n- Support launching the talks;\n- Decide to meet in October."
    )
    assert [(act, cue, holders) for act, cue, holders, _ in tell(text, kind="statement")] == [
        ("state", "announce", ["IRN", "RUS", "TUR"]),
        ("affirm", "reaffirm their commitment", ["IRN", "RUS", "TUR"]),
        ("welcome", "Support", ["GUARANTORS"]),
        ("agree", "Decide", ["GUARANTORS"]),
    ]


def test_people_whom_the_text_introduces_are_known_from_there_on():
    claims = tell(
        "Title of the piece\n\nThe SDF and its spokesman, Aram Henna, left.\n\nHenna said that the SDF would fight."
    )
    assert claims == [("state", "said", ["SDF"], "the SDF would fight")]


@pytest.mark.parametrize(
    ("text", "scope", "surface"),
    [
        ("The regime alleged that aid feeds war.", "cue", "alleged"),
        ("Syria rejects the so-called “safe zone”.", "term", "so-called"),
        ("Moscow condemned what it called terrorist attacks.", "term", "what it called"),
        (
            "The guarantors affirmed that peace is only possible, as they put it, by talking.",
            "clause",
            "as they put it",
        ),
        ("Tehran opposes “separatist agendas” in Syria.", "term", "“separatist agendas”"),
        ("Moscow said that “nobody has the right to stay”.", "", ""),
        ("Moscow condemned the “Al-Nusra Front” again.", "", ""),
        ("Pedersen said he would “urge” them to stay.", "", ""),
        ("Moscow condemned what Damascus claimed was a raid.", "term", "what Damascus claimed was"),
        ("Toma spoke about “acceptable” results of the round.", "", ""),
        ("Damascus backed the plan as the rebels rejected it calling it a trap.", "", ""),
        ("Damascus accused Ankara of “supporting terrorism”.", "", ""),
    ],
)
def test_distance(text, scope, surface):
    claim = code("A headline about nothing\n\n" + text).claims[0]
    assert (claim.distance_scope, claim.distance_surface) == (scope, surface)


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("UN envoy Geir Pedersen spoke.", ["Geir Pedersen"]),
        ("Fighting goes on in Syria and in Turkey.", []),
        ("The talks between Turkey and Syria failed.", ["Turkey", "Syria"]),
        ("Security Council Resolution 2254 stands.", []),
        ("The Turkish side spoke, TASS reported.", ["Turkish side"]),
        ("US dictates are bad.", []),
    ],
)
def test_mentions(text, surfaces):
    records = code("A headline about nothing\n\n" + text)
    assert [mention.surface for mention in records.mentions] == surfaces


@pytest.mark.parametrize("text", [".", "“", "said", '"""', "According to", "— : —", "’s", "1."])
def test_next_to_nothing(text):
    assert code(text).claims == [] or text == "said"


PIECES = st.sampled_from(
    [
        "Moscow",
        "said",
        "that",
        "the",
        "three countries",
        ",",
        ".",
        "“",
        "”",
        '"',
        "'",
        "’s",
        "and",
        "rejected",
        "by",
        "which",
        "according to",
        "—",
        ":",
        "(",
        ")",
        "[",
        "]",
        "it",
        "was",
        "agreed",
        "to",
        "stressing",
        "what they called",
        "so-called",
        "their",
        "commitment",
        "of",
        "Syria",
        "\n",
        "\n\n",
        "not",
        "would",
        "1.",
        "Geir Pedersen",
        "spokesman",
        "İ",
        "e\u0301",
        "''",
        "as",
        "told",
        "reporters",
        "on",
        "Friday",
        "quoted",
        "saying",
        "\u2028",
        "😀",
        "who",
        "with",
        "opposition",
    ]
)


@given(st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=80))
@settings(max_examples=300)
def test_no_text_breaks_it_and_every_span_is_the_text_to_the_letter(text):
    assume(text.strip(" \t\n\r\ufeff") and not text.isspace())
    article = make_article(text, "specimen", language="en")
    records = code_records(article)
    for claim in records.claims:
        assert article.text[claim.cue_start : claim.cue_end] == claim.cue != ""
        if claim.content_start is not None:
            assert article.text[claim.content_start : claim.content_end] == claim.content != ""
        if claim.holder_start is not None:
            assert article.text[claim.holder_start : claim.holder_end] == claim.holder_surface != ""
        if claim.distanced:
            assert article.text[claim.distance_start : claim.distance_end] == claim.distance_surface != ""
    for mention in records.mentions:
        assert article.text[mention.start : mention.end] == mention.surface != ""
    assert records == code_records(article)
