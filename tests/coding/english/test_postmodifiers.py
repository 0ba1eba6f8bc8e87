"""Subjects with clauses and phrases behind them: who speaks stands far from the verb."""

import pytest


@pytest.mark.parametrize(
    ("text", "cue", "holder"),
    [
        ("Opposition officials who refused to attend the talks said the ceasefire was dead.", "said", "SYR_OPP"),
        ("Rebel groups that agreed to join the talks accused Iran of violating the truce.", "accused", "SYR_OPP"),
        ("The envoys of Russia who came to press Ankara to halt the raids threatened to leave.", "threatened", "RUS"),
        ("The delegation sent by the opposition to attend the meeting rejected the memorandum.", "rejected", "SYR_OPP"),
        ("Turkish officials trying to save the truce said the talks had stalled.", "said", "TUR"),
        ("Rebels whose leaders went to Astana said they had not been consulted.", "said", "SYR_OPP"),
        ("Rebels who left before the talks said they had not been consulted.", "said", "SYR_OPP"),
        ("Turkish diplomats meeting in Astana to discuss the truce agreed to extend it.", "agreed", "TUR"),
        ("Toma, who said the talks had failed, condemned the raids.", "condemned", "SYR_OPP"),
        ("Lavrov, who earlier this week said the truce held, condemned the raids.", "condemned", "RUS"),
        ("Alloush, who leads the team invited to negotiate, denounced the raids.", "denounced", "SYR_OPP"),
    ],
)
def test_a_subject_reaches_back_over_what_modifies_it(tell, text, cue, holder):
    found = next(claim for claim in tell(text) if claim[0] == cue)
    assert holder in found[1]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Rebels who agreed to join the talks said the list was ready.",
            [("agreed", ["SYR_OPP"], "to join the talks"), ("said", ["SYR_OPP"], "the list was ready")],
        ),
        (
            "Lavrov said the rebels who came to Astana to join the talks wanted a truce.",
            [("said", ["RUS"], "the rebels who came to Astana to join the talks wanted a truce")],
        ),
    ],
)
def test_what_a_relative_clause_says_ends_with_it(tell, text, claims):
    assert tell(text) == claims


@pytest.mark.parametrize(
    ("text", "holder", "content"),
    [
        ("It is a step that Damascus said would split the country.", "SYR_GOV", "would split the country"),
        ("The list names 400 men, which Moscow said were all detainees.", "RUS", "were all detainees"),
        ("They discussed what Moscow said was a breach of the truce.", "RUS", "was a breach of the truce"),
        ("Jaafari said, if invited, he would attend.", "SYR_GOV", "if invited, he would attend"),
        ("Jaafari said because they left, the session was over.", "SYR_GOV", "because they left, the session was over"),
        ("Lavrov said Monday's raid was a breach.", "RUS", "Monday's raid was a breach"),
        ("“They wanted the truce,” Lavrov said by telephone this week.", "RUS", "They wanted the truce"),
        ("“Is that all there is?” Lavrov said.", "RUS", "Is that all there is"),
        ("Lavrov said Monday's order “signals a raid” on us.", "RUS", "Monday's order “signals a raid” on us"),
    ],
)
def test_clauses_with_a_gap_or_a_condition_are_what_is_said(tell, text, holder, content):
    assert ("said", [holder], content) in tell(text)


def test_one_of_whom_no_more_is_told_speaks(tell):
    assert [cue for cue, _, _ in tell("Another said the truce would hold. Half said they would leave.")] == ["said"] * 2


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("A statement released by the three guarantors after two days of talks condemned the raids.", "STATEMENT"),
        ("A statement released after the talks ended condemned the raids.", "STATEMENT"),
        ("The Russian envoy who met the rebels before the session opened condemned the raids.", "RUS"),
    ],
)
def test_times_inside_a_postmodifier_are_passed_over(tell, text, holder):
    assert tell(text) == [("condemned", [holder], "the raids")]


def test_a_content_behind_a_quoted_cue_is_whole(tell):
    claims = tell("The guarantors “expressed their concern” over the humanitarian situation.")
    assert claims == [("expressed their concern", ["GUARANTORS"], "the humanitarian situation")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Lavrov told a hearing in Geneva on Thursday that the truce was holding.", "the truce was holding"),
        ("Lavrov told a reporter Monday evening that he would come.", "he would come"),
        ("Lavrov argued during the opening session that Iran could not stay away.", "Iran could not stay away"),
        ("Lavrov says despite being invited, he will not come.", "despite being invited, he will not come"),
        ("Lavrov says, win or lose in Idlib, he is staying.", "win or lose in Idlib, he is staying"),
        ("Lavrov says 500 families living there came back.", "500 families living there came back"),
        ("Lavrov visited Idlib and says such raids are a breach.", "such raids are a breach"),
    ],
)
def test_what_is_said_may_stand_far_behind_its_verb(tell, text, content):
    assert [(holders, found) for _, holders, found in tell(text)][-1] == (["RUS"], content)


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The statement released stressed that calm is near.", [("stressed", ["STATEMENT"], "calm is near")]),
        ("Some rebels fear that the truce is over.", [("fear", ["SYR_OPP"], "the truce is over")]),
        (
            "Moscow welcomed steps taken, including patrols, said the Turkish ministry.",
            [("welcomed", ["RUS"], "steps taken, including patrols"),
             ("said", ["TUR"], "Moscow welcomed steps taken, including patrols")],
        ),
        ("For his part, Lavrov pointed out to the need for calm.", [("pointed out", ["RUS"], "the need for calm")]),
        ("Lavrov went on saying that Moscow was ready.", [("saying", ["RUS"], "Moscow was ready")]),
        ("As stated in the communiqué, the talks will go on.", [("stated", ["STATEMENT"], "the talks will go on")]),
        ("In the end, Lavrov said, the truce will hold.", [("said", ["RUS"], "the truce will hold")]),
        ("In his speech, Lavrov responded with a smile.", []),
        ("Lavrov said no date had been set.", [("said", ["RUS"], "no date had been set")]),
        ("Agreements had been reached on two zones.", [("Agreements had been reached", ["PARTICIPANTS"], "two zones")]),
        ("Ankara questioned whether they would come.", [("questioned", ["TUR"], "whether they would come")]),
        (
            "The talks opened, with Lavrov saying the sides were close to a deal.",
            [("saying", ["RUS"], "the sides were close to a deal")],
        ),
        ("The round ended with Russia and Iran calling for calm.", [("calling", ["IRN", "RUS"], "calm")]),
        (
            "Jaafari met de Mistura, noting that the latter promised to come.",
            [("noting", ["SYR_GOV"], "the latter promised to come"), ("promised", ["UN_ENVOY"], "to come")],
        ),
        (
            "Turkish, Russian, and Iranian foreign ministers agreed to meet.",
            [("agreed", ["IRN", "RUS", "TUR"], "to meet")],
        ),
        (
            "Lavrov said that a round, aimed at calm, could be held.",
            [("said", ["RUS"], "a round, aimed at calm, could be held")],
        ),
        ("Lavrov, Cavusoglu discuss the truce", [("discuss", ["RUS", "TUR"], "the truce")]),
        (
            "Iran says Russia, Turkey agree on the zones",
            [("says", ["IRN"], "Russia, Turkey agree on the zones"), ("agree", ["RUS", "TUR"], "the zones")],
        ),
    ],
)
def test_wordings_of_agencies(tell, text, claims):
    assert tell(text) == claims


def test_the_health_organisation_is_no_pronoun(tell):
    assert [claim[0] for claim in tell("“Two million people are starving,” the WHO chief said.")] == ["said"]
