"""Claims without a speaker beside their cue, verbs that only some nouns make cues, and what is no claim."""

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rebels stayed away, amid warnings that the truce may fail.", ("warnings", [], "the truce may fail")),
        (
            "The rebels walked out in protest at the presence of the militia.",
            ("protest", ["SYR_OPP"], "the presence of the militia"),
        ),
        (
            "The communique makes no mention of the camps but calls on all parties to stop.",
            ("calls", ["STATEMENT"], "all parties to stop"),
        ),
        ("Emphasis on a political solution", ("Emphasis", ["PARTICIPANTS"], "a political solution")),
        ("The rebels were assured that the raids would stop.", ("assured", ["PARTICIPANTS"], "the raids would stop")),
        (
            "The fighters were advised not to move.",
            ("advised", ["PARTICIPANTS"], "The fighters were advised not to move"),
        ),
        (
            "Also discussed was the fate of the detainees.",
            ("discussed", ["PARTICIPANTS"], "the fate of the detainees"),
        ),
        ("Aid to the north discussed at meeting", ("discussed", ["PARTICIPANTS"], "Aid to the north")),
        (
            "Emphasis was placed on the return of refugees.",
            ("Emphasis was placed", ["PARTICIPANTS"], "the return of refugees"),
        ),
        ("Special attention was paid to the camps.", ("Special attention was paid", ["PARTICIPANTS"], "the camps")),
        (
            "Support was reiterated for the work of the UN.",
            ("Support was reiterated", ["PARTICIPANTS"], "the work of the UN"),
        ),
        ("The three countries plan to send observers.", ("plan", ["GUARANTORS"], "to send observers")),
        ("The guarantors set the date of the congress.", ("set", ["GUARANTORS"], "the date of the congress")),
        ("Ankara sought their exclusion.", ("sought", ["TUR"], "their exclusion")),
        ("Moscow's position is that the camps must close.", ("is that", ["RUS"], "the camps must close")),
        (
            "The round ended with the adoption of a roadmap.",
            ("ended with the adoption", ["PARTICIPANTS"], "a roadmap"),
        ),
        ("The delegations were able to agree on a list.", ("agree", ["PARTICIPANTS"], "a list")),
        ("Astana 6 calls for a lasting truce.", ("calls", ["PARTICIPANTS"], "a lasting truce")),
        (
            "The guarantors – Moscow, Tehran and Ankara – condemn the raids.",
            ("condemn", ["GUARANTORS"], "the raids"),
        ),
        ("Toma has spoken with caution about the results.", ("spoken", ["SYR_OPP"], "the results")),
        ("Lavrov said ahead of the round that it would be short.", ("said", ["RUS"], "it would be short")),
        (
            "The rebels left the hall, which Ankara classifies as a breach.",
            ("classifies", ["TUR"], "a breach"),
        ),
        ("The envoy praised U.S. support for the truce.", ("support", ["USA"], "the truce")),
        ("They expressed strong condemnation and deep concern over the raids.", ("concern", [], "the raids")),
        (
            "In addition to rejecting the text, the rebels called for a truce.",
            ("rejecting", ["SYR_OPP"], "the text"),
        ),
        ("The guarantors “condemned” the raids.", ("condemned", ["GUARANTORS"], "the raids")),
        ("Rebels say won't attend talks", ("say", ["SYR_OPP"], "won't attend talks")),
        ("Toma discussed the truce with Lavrov.", ("discussed", ["SYR_OPP"], "the truce")),
        (
            "Several issues were discussed: the truce and the list.",
            ("discussed", ["PARTICIPANTS"], "Several issues were discussed: the truce and the list"),
        ),
        ("In the joint statement, it was stressed that aid is late.", ("stressed", ["STATEMENT"], "aid is late")),
        (
            "Moscow's silence on the raids, its rejection of a truce and delays angered the envoy.",
            ("rejection", ["RUS"], "a truce and delays"),
        ),
        (
            "The guarantors call on all to support the truce and implement the deal.",
            ("call", ["GUARANTORS"], "all to support the truce and implement the deal"),
        ),
        (
            "The guarantors – Moscow and Tehran – taking note of the delays, agreed to meet.",
            ("agreed", ["GUARANTORS"], "to meet"),
        ),
    ],
)
def test_cue_without_its_speaker(tell, text, expected):
    assert expected in tell(text)


@pytest.mark.parametrize(
    "text",
    [
        "The envoy never said that the round was over.",
        "The talks are set to begin in May.",
        "Families sought refuge in the camps.",
        "The problem is that nobody came.",
        "The raids led to calls for a truce in the town.",
        "The army managed to claim a few hills.",
        "The delegations made a statement at the end of the round.",
        "The plan was mended. (Source: the opposition's media office)",
        "The round was seen as an attempt by Moscow to gain time.",
    ],
)
def test_what_claims_nothing(tell, text):
    assert not tell(text)
