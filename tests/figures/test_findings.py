"""The tables behind the figures say what the record says: values that a person looked up."""

import pandas as pd

from astana_study import figures
from astana_study.figures.marks import find_strongest


def test_the_longest_delay_is_that_of_the_pandemic_round(record):
    data = figures.measure_slippage(record["rounds"])
    worst = data.loc[data["slippage_days"].idxmax()]
    assert (worst["round"], worst["next_round"], worst["outcome"]) == (14, 15, "late")
    assert data.loc[data["round"] == 22, "outcome"].item() == "not held"
    assert data.loc[data["round"] == 1, "outcome"].item() == "not announced"


def test_a_meeting_on_the_last_day_announced_is_in_time():
    rounds = pd.DataFrame({
        "round": [1, 2, 3], "start_date": ["2020-01-01", "2020-02-10", "2020-02-19"],
        "end_date": ["2020-01-02", "2020-02-11", "2020-02-20"], "city": "Astana", "next_meeting": "x",
        "next_from": ["2020-02-01", "2020-03-01", ""], "next_to": ["2020-02-10", "2020-03-02", ""], "next_place": "",
    })
    data = figures.measure_slippage(rounds)
    assert data["outcome"].tolist() == ["on time", "early", "not announced"]
    assert data["slippage_days"].tolist()[:2] == [0, -11]


def test_one_city_under_two_names_is_no_move(record):
    data = figures.measure_slippage(record["rounds"]).set_index("round")
    words = [figures.slippage.say_outcome(data.reset_index().iloc[number - 1], "en") for number in (11, 14)]
    assert "Astana" not in words[0]
    assert words[1].endswith("Nur-Sultan → Sochi")


def test_a_cell_shows_the_strongest_act_and_the_confidence_of_that_act():
    acts = pd.DataFrame({"round": [1, 1, 1], "act": ["affirm", "reject", "reject"], "topic_id": "golan",
                         "confidence": ["high", "low", "medium"]})
    rounds = pd.DataFrame({"round": [1, 2], "start_date": "2020-01-01", "statement_issued": "yes"})
    data = figures.draw_topics(acts, rounds).data
    assert data[["recorded", "strongest", "confidence", "acts"]].values.tolist() == [
        ["yes", "reject", "medium", "reject affirm"], ["no", "", "", ""]]


def test_not_recorded_cells_are_rows_of_the_table(record):
    data = figures.draw_topics(record["statement_acts"], record["rounds"]).data
    assert len(data) == data["topic_id"].nunique() * 22
    assert set(data["recorded"]) == {"yes", "no"}


def test_israeli_attacks_are_condemned_from_round_14_to_the_end(record):
    data = figures.list_commitments(record["statement_acts"], record["rounds"]).set_index("commitment_id")
    assert data.loc["israel_attacks", "first_round"] == 14
    assert data.loc["israel_attacks", "still_there"] == "yes"
    assert data.loc["self_rule", "first_round"] <= 10


def test_one_person_led_for_russia_at_every_round(record):
    data = figures.list_delegations(record["delegations"], record["rounds"])
    led = data[data["person_id"] == "lavrentyev_alexander"]
    assert sorted(set(led["round"])) == list(range(1, 23))
    assert set(led.loc[led["round"] > 1, "led_before"]) == {"yes"}


def test_one_head_is_not_led_before_by_someone_who_stayed_away(record):
    data = figures.list_delegations(record["delegations"], record["rounds"])
    away = data[data["attended"].isin(["no", "boycott"])]
    assert set(away["led_before"]) <= {""}


def test_israel_is_the_one_that_the_statements_condemn_by_name(record):
    data = figures.draw_targets(record["statement_acts"], record["statement_act_targets"], record["rounds"]).data
    condemned = data[data["strongest"] == "condemn"]
    assert condemned["actor_id"].mode().item() == "ISR"
    assert set(range(15, 23)) <= set(condemned.loc[condemned["actor_id"] == "ISR", "round"])
    told = figures.tell_targets(record["statement_acts"], record["statement_act_targets"]).text
    assert "most often Israel" in told


def test_the_three_guarantors_named_together_are_one_holder(coded):
    data = figures.count_claims(coded["claims"], coded["claim_actors"])
    assert not {"RUS", "TUR", "IRN"} & set(data["holder"])
    assert data["claims"].sum() == len(coded["claims"])
    assert data["distanced"].sum() == coded["claims"]["distanced"].sum() == 8


def test_only_israel_is_attacked_by_name(coded):
    data = figures.list_pairs(coded["claims"], coded["claim_actors"], coded["mentions"])
    aimed = data[data["targeting"] > 0]
    assert aimed[["holder", "actor_id", "strongest"]].values.tolist() == [["PARTICIPANTS", "ISR", "condemn"]]
    assert {"TUR", "UNHCR"} <= set(data.loc[data["naming"] > 0, "actor_id"])


def test_the_coverage_of_round_20_leaves_out_what_no_claim_is_about(tables):
    needed = ("statement_acts", "articles", "claims", "claim_topics")
    data = figures.compare_coverage(20, *(tables[name] for name in needed))
    status = data.drop_duplicates("topic_id").set_index("topic_id")["status"]
    assert status["israel_attacks"] == "reported" and status["golan"] == "left out"
    assert "other" not in status.index
    nothing = figures.compare_coverage(4, *(tables[name] for name in needed))
    assert set(nothing["status"]) == {"left out"}
    assert len(figures.compare_coverage(pd.NA, *(tables[name] for name in needed))) == 0


def test_the_distance_stands_at_its_marker_and_not_at_the_cue(coded):
    data = figures.place_claims(coded["claims"], coded["sentences"])
    for placed, claim in zip(data.itertuples(), coded["claims"].itertuples(), strict=True):
        at = claim.distance_start if claim.distanced else claim.cue_start
        assert placed.offset == at and 0 <= placed.position <= 1


def test_acts_are_ranked_by_strength():
    assert find_strongest(["discuss", "state", "agree", "call"]) == "call"
