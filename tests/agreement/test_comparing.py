"""What two codings agree on: by hand-made cases, by identities that hold for any, and alpha by published figures."""

import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import astana_study as study
from astana_study.agreement.alpha import count_coincidences, find_alpha
from astana_study.agreement.checking import parse_coding
from astana_study.agreement.comparing import compare_codings, measure
from astana_study.agreement.differing import KINDS
from astana_study.agreement.gold import GoldError
from astana_study.agreement.measuring import ALPHAS, MEASURES, draw_weights, find_interval
from astana_study.agreement.pairing import overlap, pair_claims, unify_holders

TEXT = "Talks: a call\n\nMoscow said that Ankara, Moscow and Tehran agreed.\n\nTehran condemned the strikes."
SAID = {"cue": "said", "act": "state", "mode": "indirect", "holder": "⟦Moscow⟧ said", "holder_status": "explicit",
        "holders": ["RUS"], "topics": ["other"], "content": "Ankara, Moscow and Tehran agreed"}  # fmt: skip
AGREED = {"cue": "agreed", "act": "agree", "mode": "reported", "holder_status": "explicit",
          "holders": ["RUS", "TUR", "IRN"], "topics": ["deescalation"]}  # fmt: skip
CONDEMNED = {"cue": "condemned", "act": "condemn", "mode": "reported", "holder_status": "explicit",
             "holders": ["IRN"], "targets": ["ISR"], "content": "the strikes"}  # fmt: skip


def make(*claims, **whole):
    return parse_coding({"article_id": "t", "coder": "a", "round": 20, "claims": list(claims), **whole}, TEXT)


def test_a_coding_agrees_with_itself():
    coding = replace(make(SAID, AGREED, CONDEMNED), language="en")
    agreement = compare_codings(coding, coding)
    known = agreement.measures.dropna(subset="value")
    assert (known["value"] == 1).all() and len(agreement.differences) == 0
    assert (agreement.acts["reference"] == agreement.acts["other"]).all()
    assert list(agreement.measures.query("level == 'part' and measure == 'claims_f1'")["group"]) == ["lead", "body"]


def test_what_is_missed_and_what_is_invented():
    one, two = make(SAID, AGREED), make(SAID, CONDEMNED)
    agreement = compare_codings(one, two)
    assert agreement.get("claims_precision") == agreement.get("claims_recall") == agreement.get("claims_f1") == 0.5
    assert agreement.get("act") == 1.0
    differences = agreement.differences
    assert list(differences["kind"]) == ["missed", "invented"]
    assert [TEXT[row.start : row.end] for row in differences.itertuples()] == ["agreed", "condemned"]
    assert "⟦agreed⟧" in differences["context"][0]
    assert agreement.acts.values.tolist() == [["", "state", "state", 1], ["", "agree", "(none)", 1],
                                              ["", "(none)", "condemn", 1]]  # fmt: skip


def test_the_three_guarantors_are_the_body():
    body = AGREED | {"holders": ["GUARANTORS"]}
    assert compare_codings(make(AGREED), make(body)).get("holders") == 1.0
    assert compare_codings(make(AGREED), make(AGREED | {"holders": ["RUS", "TUR"]})).get("holders") == 0.0
    assert unify_holders(["RUS", "TUR", "IRN", "UN"]) == {"GUARANTORS", "UN"}


def test_thresholds_ask_for_more_and_more():
    wider = CONDEMNED | {"cue": "condemned the"}
    agreement = compare_codings(make(CONDEMNED), make(wider))
    assert [agreement.get(f"claims{name}_f1") for name in ("", "_03", "_08", "_exact")] == [1.0, 1.0, 0.0, 0.0]
    assert "cue" in set(agreement.differences["kind"])


def test_every_kind_of_difference_is_told():
    other = CONDEMNED | {"act": "accuse", "mode": "nominal", "holder_status": "none", "holders": [], "targets": [],
                         "topics": ["idlib"], "content": "strikes", "direct_quote": True,
                         "distance": {"scope": "term", "marker": "strikes"}}  # fmt: skip
    one = make(CONDEMNED, mentions=[{"span": "Talks", "actor": "UN"}, {"span": "Ankara", "actor": "TUR"}])
    two = make(other, round=19, published="2023-06-21", mentions=[
        {"span": "Ankara", "actor": "TUR", "naming": "delegitimising"}, {"span": "strikes", "actor": "ISR"},
    ])  # fmt: skip
    kinds = set(compare_codings(one, two).differences["kind"])
    assert kinds == set(KINDS) - {"missed", "invented", "cue"}


def test_codings_without_claims_and_no_codings_at_all():
    empty = make()
    agreement = compare_codings(empty, empty)
    assert math.isnan(agreement.get("claims_f1")) and math.isnan(agreement.get("alpha_act"))
    assert agreement.get("round") == 1.0
    assert compare_codings(empty, make(SAID)).get("claims_precision") == 0.0
    assert math.isnan(compare_codings(empty, make(SAID)).get("claims_recall"))
    nothing = compare_codings([], [])
    assert len(nothing.measures) == len(MEASURES) + len(ALPHAS) and len(nothing.acts) == len(nothing.differences) == 0
    filled = compare_codings(make(SAID), make(SAID))
    for table in ("measures", "acts", "differences"):
        pd.testing.assert_series_equal(getattr(nothing, table).dtypes, getattr(filled, table).dtypes)
    assert "nan" in repr(nothing) and "Agreement" in repr(filled)


def test_the_coder_is_compared_like_a_person():
    coding = study.code_article(study.make_article(TEXT, "t", language="en"))
    assert compare_codings(coding, [coding]).get("claims_f1") == 1.0


def test_texts_that_do_not_belong_together_are_named():
    one = make(SAID)
    with pytest.raises(GoldError, match="u is not among the texts of the reference"):
        compare_codings(one, replace(one, article_id="u"))
    with pytest.raises(GoldError, match="t stands more than once"):
        compare_codings([one, one], one)
    with pytest.raises(GoldError, match="with one text, to the letter"):
        compare_codings(one, replace(one, text=TEXT + "!"))
    with pytest.raises(GoldError, match="a coding was expected"):
        compare_codings(["t"], one)


def test_a_text_that_the_other_did_not_code_is_left_aside():
    one = make(SAID)
    agreement = compare_codings([one, replace(one, article_id="u")], one)
    assert set(agreement.measures["texts"]) == {1}


@given(data=st.data())
@settings(max_examples=60)
def test_both_directions_tell_the_same(codings, data):
    one = data.draw(codings())
    two = data.draw(codings(coder="b", text=one.text))
    there, back = measure([pair_claims(one, two)]), measure([pair_claims(two, one)])
    for one_way, other_way in (("precision", "recall"), ("recall", "precision"), ("f1", "f1")):
        assert there[f"mentions_{one_way}"] == pytest.approx(back[f"mentions_{other_way}"], nan_ok=True)
    assert all(math.isnan(value) or 0 <= value <= 1 for value in there.values())
    assert len(compare_codings(one, two).differences) >= len(pair_claims(one, two).missed)


@given(st.tuples(st.integers(0, 9), st.integers(1, 9)), st.tuples(st.integers(0, 9), st.integers(1, 9)))
def test_overlap_is_a_share_of_letters(first, second):
    a, b = (first[0], sum(first)), (second[0], sum(second))
    letters = set(range(*a)), set(range(*b))
    expected = len(letters[0] & letters[1]) / len(letters[0] | letters[1])
    assert overlap(a, b) == overlap(b, a) == pytest.approx(expected)


def test_alpha_is_what_krippendorff_computes_by_hand():
    # Krippendorff 2011, sections A and B: binary data of two observers, 0.095; nominal, 0.692
    first = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
    second = list("aabbdcccedda"), list("babbbccceddd")
    assert find_alpha(count_coincidences(zip(*first, strict=True), [0, 1])) == pytest.approx(0.095, abs=5e-4)
    assert find_alpha(count_coincidences(zip(*second, strict=True), "abcde")) == pytest.approx(0.692, abs=5e-4)


def test_alpha_has_no_value_where_nothing_could_be_told_apart():
    assert math.isnan(find_alpha(np.zeros((2, 2))))
    assert math.isnan(find_alpha(count_coincidences([("a", "a")] * 3, ["a", "b"])))
    assert find_alpha(count_coincidences([("a", "b")] * 3, ["a", "b"])) < 0


def test_intervals_are_the_same_on_every_call_and_hold_the_value():
    assert (draw_weights(7) == draw_weights(7)).all() and (draw_weights(7).sum(axis=1) == 7).all()
    assert all(math.isnan(bound) for bound in find_interval(np.array([np.nan, np.nan, 1.0])))
    texts = [replace(make(SAID), article_id=f"t{n}") for n in range(6)]
    others = [replace(make(SAID) if n % 3 else make(CONDEMNED), article_id=f"t{n}") for n in range(6)]
    row = compare_codings(texts, others).measures.query("level == 'all' and measure == 'claims_f1'").iloc[0]
    assert 0 <= row["low"] < row["value"] < row["high"] <= 1 and row["texts"] == 6
