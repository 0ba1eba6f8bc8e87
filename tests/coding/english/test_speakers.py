"""Who speaks where names are long, doubled or in no list, and how far what he says goes, in sentences of our own."""

import pytest


@pytest.mark.parametrize(
    ("text", "cue", "holders"),
    [
        (
            "In Sochi, where the three countries met again, Omar Sayf, head of the desk for Asia at Kazakhstan's "
            "Foreign Ministry, said the hall was ready.",
            "said",
            ["KAZ"],
        ),
        ("A spokesman and other opposition officials told AFP the truce was dead.", "told", ["SYR_OPP"]),
        ("A Kazakh foreign ministry official told TASS the hall was ready.", "told", ["KAZ"]),
        ("An official who asked not to be named said the hall was ready.", "said", ["OUTLET_SOURCE"]),
        ("Kurdish groups, the YPG and SDF, have declared that they will stay away.", "declared", ["SDF", "YPG"]),
        ("The states guarantors of the process stressed that aid must flow.", "stressed", ["GUARANTORS"]),
        ("In a statement, the tripartite agreed to meet again.", "agreed", ["GUARANTORS"]),
        ("The Free Army rejects that plan.", "rejects", ["SNA"]),
        ("It was reported that the round would be short.", "reported", []),
        ("The rebels wrote on their page that they were out. The statement added that aid had stopped.", "added",
         ["SYR_OPP"]),
        ("The rebels issued a statement in Sochi. The statement said that aid had stopped.", "said", ["SYR_OPP"]),
        ("The SDF left the hall. “We were excluded,” read a statement released by the SDF.", "read", ["SDF"]),
        (
            "Moscow accused the rebels, who came on Thursday, of foiling the round by refusing to sign.",
            "refusing",
            ["SYR_OPP"],
        ),
        ("The envoy who rejected the plan said that it was dead.", "said", []),
        ("Russian, Turkish foreign ministers discuss the map", "discuss", ["RUS", "TUR"]),
        ("The rebels left. A source said little. The source added that all was quiet.", "added", ["OUTLET_SOURCE"]),
        ("The envoy, Pedersen, said the chairs, who met, had agreed on a text and added that aid went on.", "added",
         ["UN_ENVOY"]),
        ("A joint statement which was published on Tuesday, pointed to a plan of Russia.", "pointed to", ["STATEMENT"]),
        ("Syrian Democratic Forces (SDF) press spokesperson, Omar Sayf, left. Sayf said it was over.", "said", ["SDF"]),
        ("European Union officials said the hall was full.", "said", ["EU"]),
        ("Deputy Minister for African Affairs Jaberi Ansari met Syrian envoy Jaafari. The two sides discussed aid.",
         "discussed", ["IRN", "SYR_GOV"]),
        ("Moscow left. A spokesman for the town of Volgino said the hall was ready.", "said", ["OTHER"]),
    ],
)  # fmt: skip
def test_speakers_in_no_list_speak_for_whom_the_text_gives_them_to(tell, text, cue, holders):
    assert [claim[1] for claim in tell(text) if claim[0] == cue][-1] == holders


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Toma said they would send observers, amid reports that factions had moved.", "they would send observers"),
        ("The rebels announced their readiness to come, so it is expected that they will.", "to come"),
        ("Toma, who refused to sign, left the hall.", "to sign"),
        ("Steps to boost the process were discussed in Sochi.", "Steps to boost the process"),
        ("The groups that rejected the plan lost the hall.", "the plan"),
        ("He met Toma, who said that the two men, and Omar Sayf in particular, must leave.",
         "the two men, and Omar Sayf in particular, must leave"),
        (
            "The three stressed the importance of keeping the truce, preventing raids, and opening a road.",
            "the importance of keeping the truce, preventing raids, and opening a road",
        ),
        (
            "The text condemned the raids, asserting that they violate the law, threaten the truce, and cost lives.",
            "they violate the law, threaten the truce, and cost lives",
        ),
        ("Pedersen lamented the round as a “missed chance” to move.", "the round as a “missed chance” to move"),
        ("Lavrov hoped that they would “finish their work on the text soon,” which is to draft a law.",
         "they would “finish their work on the text soon"),
        ("The text condemned the raids in Gaza, without mentioning those in Idlib.", "the raids in Gaza"),
    ],
)  # fmt: skip
def test_what_is_said_ends_where_the_outlet_goes_on(tell, text, expected):
    assert tell(text)[-1][2] == expected


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Toma restated the opposition's refusal to move the talks.", "reject"),
        ("They underscored objection to all such plans.", "reject"),
    ],
)
def test_nouns_of_refusing_decide_behind_verbs_of_repeating(code, text, act):
    assert [claim.act for claim in code(text).claims] == [act]
