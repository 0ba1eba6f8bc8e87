"""Which function makes which artefact, and of which rows: the one list that manifest and checks read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from astana_study.tables.schema import get_table

if TYPE_CHECKING:
    import pandas as pd

PROCESSED, FIGURES, NOTEBOOKS = Path("data/processed"), Path("figures"), Path("notebooks")
MANIFEST = PROCESSED / "manifest.json"
LANGUAGES = ("en", "ar")
RESOLUTION = 100
"""Dots per inch of the published pictures."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """How a figure comes about: the function, and each table with the column that picks its rows, or none."""

    function: str
    tables: Mapping[str, str]


_TEXT = {"claims": "article_id", "claim_actors": "article_id"}
DRAWINGS = {
    "timeline": Drawing("draw_timeline", {"rounds": "", "milestones": ""}),
    "slippage": Drawing("draw_slippage", {"rounds": ""}),
    "topics": Drawing("draw_topics", {"statement_acts": "", "rounds": ""}),
    "targets": Drawing("draw_targets", {"statement_acts": "", "statement_act_targets": "", "rounds": ""}),
    "first_last": Drawing("draw_first_last", {"statement_acts": "", "rounds": ""}),
    "delegations": Drawing("draw_delegations", {"delegations": "", "rounds": ""}),
    "claims_by_act": Drawing("draw_claims_by_act", _TEXT),
    "who_about_whom": Drawing("draw_who_about_whom", {**_TEXT, "mentions": "article_id"}),
    "distance": Drawing("draw_distance", {"claims": "article_id", "sentences": "article_id"}),
    "round": Drawing("draw_round", {"rounds": "", "delegations": "round", "statement_acts": "round",
                                    "milestones": ""}),
    "coverage": Drawing("draw_coverage", {"statement_acts": "round", "articles": "round", "claims": "coverage",
                                          "claim_topics": "coverage"}),
}
"""By the first part of a figure's name; what follows a hyphen is the round or the article it is about."""


def find_drawing(name: str) -> tuple[Drawing, str]:
    """Return how the figure of a name is made, and what it is about (a round, an article, or nothing).

    Raises
    ------
    KeyError
        When the catalogue has no such figure; add it to ``DRAWINGS``.

    Examples
    --------
    >>> drawing, about = find_drawing("round-07")
    >>> drawing.function, about
    ('draw_round', '07')
    """
    kind, _, about = name.partition("-")
    if kind not in DRAWINGS:
        raise KeyError(f"no figure {kind!r} in verify/catalogue.py; add a line that names its function and tables")
    return DRAWINGS[kind], about


def select_rows(name: str, tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Return the rows that a figure is drawn from, by table.

    Parameters
    ----------
    name : str
        Of the figure, such as ``round-07`` or ``distance-astana20-outcomes-ar``.
    tables : mapping of str to DataFrame
        All tables by name.
    """
    drawing, about = find_drawing(name)
    chosen = {}
    for table, column in drawing.tables.items():
        rows = tables[table]
        if about and column == "article_id":
            rows = rows[rows["article_id"] == about]
        elif about and column == "round":
            rows = rows[rows["round"].eq(int(about)).fillna(False)]
        elif about and column == "coverage":
            articles = tables["articles"]
            covering = articles.loc[articles["round"].eq(int(about)).fillna(False), "article_id"]
            rows = rows[rows["article_id"].isin(covering)]
        chosen[table] = rows
    return chosen


def list_sources(table: str) -> list[str]:
    """Return the files and folders that a table is made from; a folder stands for all in it.

    Examples
    --------
    >>> list_sources("rounds"), list_sources("claims")
    (['data/raw/record/rounds.csv'], ['data/raw/articles/', 'codebook'])
    """
    source = get_table(table).source
    if source == "record":
        return [f"data/raw/record/{table}.csv"]
    return ["data/raw/articles/", "codebook"] if source == "text" else ["codebook"]


def list_loaded(source: str) -> list[str]:
    """Return the tables that a notebook's code loads by name, each once, in order.

    Examples
    --------
    >>> list_loaded('claims = study.load_table("claims")')
    ['claims']
    """
    return list(dict.fromkeys(re.findall(r"""load_table\(\s*["'](\w+)["']""", source)))
