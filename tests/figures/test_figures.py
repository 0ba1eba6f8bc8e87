"""What holds for every figure: on real tables, on none and on one row, in both languages."""

from functools import partial
from itertools import combinations

import pandas as pd
import pytest

from astana_study import figures
from astana_study.figures.saving import render_figure

FIGURES = {
    "timeline": (figures.draw_timeline, ["rounds", "milestones"]),
    "timeline, all kinds": (partial(figures.draw_timeline, kinds=None), ["rounds", "milestones"]),
    "timeline, one round": (partial(figures.draw_timeline, first_round=5, last_round=5), ["rounds", "milestones"]),
    "topics": (figures.draw_topics, ["statement_acts", "rounds"]),
    "topics, few": (partial(figures.draw_topics, topics=["golan", "covid"], confidence="high"),
                    ["statement_acts", "rounds"]),
    "targets": (figures.draw_targets, ["statement_acts", "statement_act_targets", "rounds"]),
    "slippage": (figures.draw_slippage, ["rounds"]),
    "slippage, last": (partial(figures.draw_slippage, first_round=22), ["rounds"]),
    "first and last": (figures.draw_first_last, ["statement_acts", "rounds"]),
    "delegations": (figures.draw_delegations, ["delegations", "rounds"]),
    "claims by act": (figures.draw_claims_by_act, ["claims", "claim_actors"]),
    "claims by act, few": (partial(figures.draw_claims_by_act, most_holders=2), ["claims", "claim_actors"]),
    "who about whom": (figures.draw_who_about_whom, ["claims", "claim_actors", "mentions"]),
    "distance": (figures.draw_distance, ["claims", "sentences"]),
    **{f"round {number}": (partial(figures.draw_round, number),
                           ["rounds", "delegations", "statement_acts", "milestones"]) for number in (1, 2, 15, 20, 22)},
    **{f"coverage {number}": (partial(figures.draw_coverage, number),
                              ["statement_acts", "articles", "claims", "claim_topics"]) for number in (None, 4, 20)},
}
each_figure = pytest.mark.parametrize("name", FIGURES)
each_language = pytest.mark.parametrize("language", ["en", "ar"])


_DRAWN = {}


def draw_anew(name, tables, language="en", rows=None):
    function, needed = FIGURES[name]
    return function(*(tables[table].iloc[:rows] for table in needed), language=language)


def draw(name, tables, language="en", rows=None):
    """Draw once for all tests that only look."""
    key = name, language, rows
    if key not in _DRAWN:
        _DRAWN[key] = draw_anew(name, tables, language, rows)
    return _DRAWN[key]


def list_boxes(drawn):
    renderer = drawn.figure.canvas.get_renderer()
    return [(text.get_text(), text.get_window_extent(renderer)) for text in drawn.figure.axes[0].texts]


@each_language
@each_figure
def test_no_label_is_clipped_and_none_meets_another(name, language, tables):
    drawn = draw(name, tables, language)
    sheet = drawn.figure.bbox
    boxes = list_boxes(drawn)
    assert [text for text, box in boxes if box.x0 < 0 or box.y0 < 0 or box.x1 > sheet.x1 or box.y1 > sheet.y1] == []
    meeting = [
        (one, other) for (one, a), (other, b) in combinations(boxes, 2)
        if min(a.x1, b.x1) - max(a.x0, b.x0) > 2
        and min(a.y1, b.y1) - max(a.y0, b.y0) > 0.3 * min(a.height, b.height)
    ]
    assert meeting == []


@each_language
@each_figure
def test_letters_are_large_enough_to_read_in_print(name, language, tables):
    assert min(text.get_fontsize() for text in draw(name, tables, language).figure.axes[0].texts) >= 6.5


@each_language
@each_figure
def test_zero_rows_give_a_figure_that_says_so(name, language, tables):
    drawn = draw(name, tables, language, rows=0)
    said = "".join(text for text, _ in list_boxes(drawn))
    nothing = figures.labels.get_text("caption.nothing", language)
    assert nothing in drawn.caption or "coverage" in name
    assert nothing in said or name.startswith(("timeline", "coverage"))
    assert len(drawn.data) == 0
    full = draw(name, tables, language)
    assert list(drawn.data.columns) == list(full.data.columns)
    assert drawn.data.dtypes.to_dict() == full.data.dtypes.to_dict()


@each_language
@each_figure
def test_one_row_is_drawn(name, language, tables):
    drawn = draw(name, tables, language, rows=1)
    sheet = drawn.figure.bbox
    assert [text for text, box in list_boxes(drawn) if box.x0 < 0 or box.x1 > sheet.x1] == []


@each_figure
def test_tables_are_left_as_they_were(name, tables):
    before = {table: tables[table].copy() for table in FIGURES[name][1]}
    draw_anew(name, tables)
    for table, frame in before.items():
        pd.testing.assert_frame_equal(tables[table], frame)


@each_figure
def test_the_same_tables_give_the_same_bytes(name, tables):
    once, again = draw(name, tables, "ar"), draw_anew(name, tables, "ar")
    assert render_figure(once.figure, "svg") == render_figure(again.figure, "svg")
    assert figures.fingerprint(once.data) == figures.fingerprint(again.data)
    assert once.caption == again.caption


@each_figure
def test_both_languages_rest_on_the_same_rows(name, tables):
    assert len(draw(name, tables, "en").data) == len(draw(name, tables, "ar").data)


@each_language
@each_figure
def test_captions_say_from_which_tables_and_with_which_caveat(name, language, tables):
    caption = draw(name, tables, language).caption
    if name == "coverage None":
        return
    assert any(table in caption for table in FIGURES[name][1])
    caveats = ["caption.not_absent", "caption.text", "slippage.caption.caveat"]
    said = any(figures.labels.get_text(key, language) in caption for key in caveats)
    assert said or name.startswith(("timeline", "delegations"))
    assert "{" not in caption and "[" not in caption


@each_figure
def test_arabic_figures_run_from_right_to_left(name, tables):
    left, right = draw(name, tables, "en").figure.axes[0].get_xlim()
    assert left < right
    left, right = draw(name, tables, "ar").figure.axes[0].get_xlim()
    assert left > right


@each_figure
def test_a_missing_column_is_named(name, tables):
    function, needed = FIGURES[name]
    broken = [tables[needed[0]].iloc[:, :0], *(tables[table] for table in needed[1:])]
    with pytest.raises(ValueError, match=rf"table '{needed[0]}' lacks"):
        function(*broken)


@each_figure
def test_a_language_without_labels_is_refused(name, tables):
    with pytest.raises(ValueError, match="labelled in 'en'"):
        draw_anew(name, tables, "ru")


@pytest.mark.parametrize(("call", "words"), [
    (lambda t: figures.draw_timeline(t["rounds"], t["milestones"], kinds=["sumit"]), "kinds: no 'sumit'; there are"),
    (lambda t: figures.draw_timeline(t["rounds"], t["milestones"], first_round=9, last_round=3), "comes after"),
    (lambda t: figures.draw_slippage(t["rounds"], first_round=0), "numbered 1 to 22"),
    (lambda t: figures.draw_topics(t["statement_acts"], t["rounds"], acts=["shout"]), "acts: no 'shout'"),
    (lambda t: figures.draw_topics(t["statement_acts"], t["rounds"], confidence="sure"), "confidence: no 'sure'"),
    (lambda t: figures.draw_delegations(t["delegations"], t["rounds"], actors=["XYZ"]), "actors: no 'XYZ'"),
    (lambda t: figures.draw_round(23, t["rounds"], t["delegations"], t["statement_acts"], t["milestones"]),
     "round=23: rounds are numbered 1 to 22"),
    (lambda t: figures.draw_distance(t["claims"], t["sentences"], article_id="other"), "no article 'other'"),
    (lambda t: figures.draw_distance(t["claims"], t["sentences"].assign(article_id="other")), "choose one"),
])  # fmt: skip
def test_a_wrong_choice_is_named_with_what_is_allowed(call, words, tables):
    with pytest.raises(ValueError, match=words):
        call(tables)


@pytest.mark.parametrize("number", range(1, 23))
def test_every_round_has_its_page(number, tables):
    drawn = figures.draw_round(number, *(tables[name] for name in FIGURES["round 1"][1]), language="ar")
    assert {"round", "delegation", "statement"} <= set(drawn.data["part"])
