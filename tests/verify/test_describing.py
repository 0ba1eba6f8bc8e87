"""A figure in words and numbers: what changes the figure changes the description, and nothing else does."""

import json

import pandas as pd
import pytest
from matplotlib.figure import Figure

from astana_study import figures
from astana_study.figures.page import Page
from astana_study.tables.frames import make_empty
from astana_study.verify.catalogue import DRAWINGS, find_drawing, select_rows
from astana_study.verify.describing import describe_drawn, describe_figure, render_description
from astana_study.verify.pictures import compare_descriptions


def draw(**changes):
    page = Page(5, "en")
    told = {"text": "Round 20", "marker": "o", "colour": "#0072B2", "x": 1.0, "hatch": ""} | changes
    page.text(1, 1, told["text"])
    page.mark(told["x"], 2, told["marker"], colour=told["colour"])
    page.box(1, 3, 1, 0.5, hatch=told["hatch"])
    page.ring(3, 3)
    return page.close(4)


def tell(before, after, **options):
    return compare_descriptions(*(render_description(describe_figure(figure)) for figure in (before, after)), **options)


@pytest.mark.parametrize(("change", "said"), [
    ({"text": "Round 21"}, "the labels: “Round 20” → “Round 21”"),
    ({"marker": "s"}, "the marks: 3 → 3 in number, or their shapes and colours"),
    ({"colour": "#D55E00"}, "the marks: 3 → 3 in number, or their shapes and colours"),
    ({"hatch": "///"}, "the marks: 3 → 3 in number, or their shapes and colours"),
    ({"x": 1.5}, "the places of marks"),
])
def test_each_change_has_its_words(change, said):
    assert tell(draw(), draw()) == []
    assert tell(draw(), draw(**change)) == [said]


def test_places_and_line_breaks_do_not_count_between_versions():
    assert tell(draw(), draw(x=1.5), places=False) == []
    assert tell(draw(text="Round 20"), draw(text="Round\n20"), places=False) == []
    assert tell(draw(), draw(text="Round 21"), places=False) != []


def test_less_than_a_hundredth_of_an_inch_is_nothing():
    assert tell(draw(), draw(x=1.001)) == []


def test_other_figures_than_ours_are_described_too():
    figure = Figure()
    axes = figure.add_subplot(xlabel="round", title="Claims")
    axes.bar([1, 2], [3, 4])
    axes.scatter([1, 2], [3, 4])
    told = describe_figure(figure)["axes"][0]
    texts = [text[0] for group in told["labels"] for text in group["texts"]]
    assert {"round", "Claims"} <= set(texts)
    assert {"Rectangle", "PathCollection"} <= {group["kind"] for group in told["marks"]}


def test_the_data_drawn_and_the_caption_are_in_it():
    drawn = figures.draw_slippage(make_empty("rounds"), language="ar")
    told = json.loads(render_description(describe_drawn(drawn)))
    assert (told["name"], told["language"], told["rows"]) == ("slippage", "ar", [])
    assert told["caption"] == drawn.caption and told["columns"] == list(drawn.data.columns)


def test_missing_values_are_empty_and_numbers_whole():
    frame = pd.DataFrame({"round": pd.array([1, None], dtype="Int64"), "share": [0.5, None]})
    drawn = figures.Drawn("x", Figure(), frame, "", "en")
    assert describe_drawn(drawn)["rows"] == [["1", "0.5"], ["", ""]]


def test_every_figure_is_in_the_catalogue_with_a_function_of_its_name(made):
    drawn = {drawn.name.partition("-")[0] for drawn in figures.draw_all(made[0].tables)}
    assert drawn <= set(DRAWINGS)
    assert [name for name, drawing in DRAWINGS.items() if not callable(getattr(figures, drawing.function))] == []
    with pytest.raises(KeyError, match="add a line that names its function and tables"):
        find_drawing("nothing")


def test_the_rows_that_a_figure_uses_are_all_it_uses(made):
    """Drawn from just the rows that the manifest counts, a figure is the same."""
    tables = made[0].tables
    for drawn in figures.draw_all(tables):
        narrowed = {name: make_empty(name) for name in tables} | select_rows(drawn.name, tables)
        if drawn.name.partition("-")[2]:
            narrowed |= {name: tables[name] for name in ("articles", "rounds")}
        again = {other.name: other for other in figures.draw_all(narrowed)}
        assert repr(again[drawn.name]) == repr(drawn)
