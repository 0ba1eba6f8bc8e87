"""Figures: tidy tables in, a `Drawn` out: a matplotlib figure, the table behind it, and a caption with its caveats.

One idea for all. ``draw_…`` draws; the function that makes the table behind the figure stands beside it in the same
module (``count_claims``, ``measure_slippage`` …) and can be used alone. ``tell_…`` says in sentences what a figure
shows, ``show_…`` shows a text or a table in a notebook, and `save_drawn` is the one function that writes. All take
``language="en"`` or ``"ar"``; Arabic figures run from right to left.

A new figure is a module of its own: a function that makes the table, one that draws it on a ``page.Page``, its words
in ``codebook/figure_labels.csv`` in both languages, and a line here.
"""

from astana_study.figures.article import show_article
from astana_study.figures.claims_by_act import count_claims, draw_claims_by_act
from astana_study.figures.coverage import compare_coverage, draw_coverage
from astana_study.figures.delegations import draw_delegations, list_delegations
from astana_study.figures.distance import draw_distance, place_claims
from astana_study.figures.drawn import Drawn, Shown, fingerprint
from astana_study.figures.first_last import draw_first_last, list_commitments
from astana_study.figures.gallery import draw_all, save_all
from astana_study.figures.reading_tables import (
    read_claims,
    read_heads,
    read_remarks,
    read_slippage,
    read_statement,
    show_table,
)
from astana_study.figures.round_page import draw_round
from astana_study.figures.saving import render_figure, save_drawn
from astana_study.figures.slippage import draw_slippage, measure_slippage
from astana_study.figures.targets import draw_targets
from astana_study.figures.telling_record import (
    tell_commitments,
    tell_delegations,
    tell_round,
    tell_rounds,
    tell_targets,
    tell_topics,
)
from astana_study.figures.telling_text import tell_article, tell_claims, tell_distance, tell_pairs
from astana_study.figures.telling_validation import (
    read_differences,
    read_measures,
    read_parts,
    tell_differences,
    tell_second,
    tell_validation,
)
from astana_study.figures.timeline import draw_timeline
from astana_study.figures.topics import draw_topics, select_acts
from astana_study.figures.validation import draw_acts_confusion, draw_measures_by_text
from astana_study.figures.who_about_whom import draw_who_about_whom, list_pairs

__all__ = [
    "Drawn",
    "Shown",
    "compare_coverage",
    "count_claims",
    "draw_acts_confusion",
    "draw_all",
    "draw_claims_by_act",
    "draw_coverage",
    "draw_delegations",
    "draw_distance",
    "draw_first_last",
    "draw_measures_by_text",
    "draw_round",
    "draw_slippage",
    "draw_targets",
    "draw_timeline",
    "draw_topics",
    "draw_who_about_whom",
    "fingerprint",
    "list_commitments",
    "list_delegations",
    "list_pairs",
    "measure_slippage",
    "place_claims",
    "read_claims",
    "read_differences",
    "read_heads",
    "read_measures",
    "read_parts",
    "read_remarks",
    "read_slippage",
    "read_statement",
    "render_figure",
    "save_all",
    "save_drawn",
    "select_acts",
    "show_article",
    "show_table",
    "tell_article",
    "tell_claims",
    "tell_commitments",
    "tell_delegations",
    "tell_differences",
    "tell_distance",
    "tell_pairs",
    "tell_round",
    "tell_rounds",
    "tell_second",
    "tell_targets",
    "tell_topics",
    "tell_validation",
]
