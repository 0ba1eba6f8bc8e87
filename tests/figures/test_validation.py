"""How good the coder is, drawn and told: from codings made by hand for the test, and from none."""

from dataclasses import replace

import pytest

from astana_study import figures
from astana_study.agreement.checking import parse_coding
from astana_study.agreement.comparing import compare_codings
from astana_study.agreement.differing import KINDS
from astana_study.agreement.measuring import ALPHAS, MEASURES
from astana_study.codebook.reading import read_rows
from astana_study.figures.labels import get_text
from astana_study.figures.telling_validation import MEASURES as SHOWN

TEXT = "Moscow said no.\n\nTehran condemned it.\n\nAnkara called for peace."
CLAIMS = [{"cue": cue, "act": act, "mode": "reported", "holder_status": "explicit", "holders": [who],
           "rule": "en.made"} for cue, act, who in (("said", "state", "RUS"), ("condemned", "condemn", "IRN"),
                                              ("called", "call", "TUR"))]  # fmt: skip
languages = pytest.mark.parametrize("language", ["en", "ar"])


def make(*claims, name="one"):
    return replace(parse_coding({"article_id": name, "claims": list(claims)}, TEXT), language="en")


@pytest.fixture(scope="module")
def agreement():
    other = [CLAIMS[0], CLAIMS[1] | {"act": "accuse", "holders": ["UN"]}]
    texts = [make(*CLAIMS), make(*CLAIMS[:2], name="two")]
    return compare_codings(texts, [make(*other), make(*CLAIMS, name="two")])


@pytest.fixture(scope="module")
def nothing():
    return compare_codings([], [])


@languages
def test_the_confusion_counts_every_claim_once(agreement, language):
    drawn = figures.draw_acts_confusion(agreement.acts, agreement.measures, language=language)
    assert drawn.data["claims"].sum() == 6
    assert drawn.data.values.tolist() == [["state", "state", 2], ["call", "(none)", 1], ["condemn", "condemn", 1],
                                          ["condemn", "accuse", 1], ["(none)", "call", 1]]  # fmt: skip


def test_texts_stand_with_the_worst_first(agreement):
    drawn = figures.draw_measures_by_text(agreement.measures)
    assert list(dict.fromkeys(drawn.data["text"])) == ["one", "two"]
    assert drawn.data.query("text == 'one' and measure == 'act'")["value"].tolist() == [0.5]


@languages
def test_everything_is_drawn_and_told_without_texts(nothing, language):
    for drawn in (figures.draw_acts_confusion(nothing.acts, nothing.measures, language=language),
                  figures.draw_measures_by_text(nothing.measures, language=language)):  # fmt: skip
        assert len(drawn.data) == 0 and get_text("caption.nothing", language) in drawn.caption
    assert len(figures.read_measures(nothing.measures, nothing.measures, language=language)) == 0
    assert len(figures.read_parts(nothing.measures, language=language)) == 0
    assert len(figures.read_differences(nothing.differences, language=language)) == 0
    told = figures.tell_validation(nothing.measures, split="all", specimens=0, language=language)
    assert str(told) == get_text("caption.nothing", language)
    assert get_text("tell.validation.nothing", language) in str(
        figures.tell_second(nothing.measures, nothing.measures, language=language))
    assert get_text("tell.validation.perfect", language) in str(
        figures.tell_differences(nothing.differences, language=language))


def test_sentences_hold_the_numbers(agreement):
    told = str(figures.tell_validation(agreement.measures, split="test", specimens=2))
    assert "finds 80 % of the claims" in told and "75 % carry the same act" in told and "Not reached: Claims" in told
    assert "Arabic (0) and English (2)" in told and "Nothing can be said here of the coder in: Arabic." in told
    errors = str(figures.tell_differences(agreement.differences))
    assert "claim missed (1)" in errors and "body (1)" in errors and "en.made (2)" in errors
    second = str(figures.tell_second(agreement.measures, agreement.measures))
    assert "Between the coder and that second coder, on the same texts, F1 on claims is 0.800" in second
    assert "A second coder coded 2 texts with 5 claims" in second and "is further" not in second


def test_the_table_stands_beside_targets_and_a_second_coder(agreement):
    table = figures.read_measures(agreement.measures, agreement.measures).set_index("Measure")
    assert len(table) == len(SHOWN)
    row = table.loc[get_text("measure.act")]
    assert (row["Coder and hand coding"], row["Target"], row["Reached"]) == ("0.750", "≥ 0.94", "no")
    assert row["Two hand codings"] == "0.750" and row["Rests on"] == "4"


@languages
def test_every_measure_and_every_kind_of_difference_has_words(agreement, language):
    assert set(SHOWN) <= set(MEASURES) | set(ALPHAS)
    assert {row["measure"] for row in read_rows("figure_targets")} <= set(SHOWN)
    assert all(get_text(f"measure.{name}", language) for name in SHOWN)
    assert all(get_text(f"validation.kind.{kind}", language) for kind in KINDS)
    chosen = figures.read_differences(agreement.differences, ["missed"], language=language)
    assert len(chosen) == 1 and "⟦called⟧" in chosen.iloc[0, -1]
