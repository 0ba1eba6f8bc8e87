"""All figures of a study at once: for the record, for every round, for every article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd

from astana_study.figures.claims_by_act import draw_claims_by_act
from astana_study.figures.coverage import draw_coverage
from astana_study.figures.delegations import draw_delegations
from astana_study.figures.distance import draw_distance
from astana_study.figures.drawn import Drawn
from astana_study.figures.first_last import draw_first_last
from astana_study.figures.labels import check_language
from astana_study.figures.round_page import draw_round
from astana_study.figures.saving import save_drawn
from astana_study.figures.slippage import draw_slippage
from astana_study.figures.targets import draw_targets
from astana_study.figures.timeline import draw_timeline
from astana_study.figures.topics import draw_topics
from astana_study.figures.who_about_whom import draw_who_about_whom


def draw_all(tables: Mapping[str, pd.DataFrame], *, language: str = "en") -> Iterator[Drawn]:
    """Draw every figure, one after the other: the record, each round with its coverage, each article.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        All tables by name, as `build_tables` gives them.
    language : {"en", "ar"}

    Yields
    ------
    Drawn
        With names that differ, so that all can be saved into one folder.
    """
    check_language(language)
    rounds, acts = tables["rounds"], tables["statement_acts"]
    articles, claims, claim_actors = tables["articles"], tables["claims"], tables["claim_actors"]
    yield draw_timeline(rounds, tables["milestones"], language=language)
    yield draw_slippage(rounds, language=language)
    yield draw_topics(acts, rounds, language=language)
    yield draw_targets(acts, tables["statement_act_targets"], rounds, language=language)
    yield draw_first_last(acts, rounds, language=language)
    yield draw_delegations(tables["delegations"], rounds, language=language)
    yield draw_claims_by_act(claims, claim_actors, language=language)
    yield draw_who_about_whom(claims, claim_actors, tables["mentions"], language=language)
    covered = {int(number) for number in articles["round"].dropna()}
    for number in sorted(int(number) for number in rounds["round"]):
        yield draw_round(number, rounds, tables["delegations"], acts, tables["milestones"], language=language)
        if number in covered:
            yield draw_coverage(number, acts, articles, claims, tables["claim_topics"], language=language)
    for article in articles["article_id"]:
        own = {name: table[table["article_id"] == article] for name, table in tables.items()
               if name in ("claims", "claim_actors", "mentions", "sentences")}
        for drawn in (
            draw_claims_by_act(own["claims"], own["claim_actors"], language=language),
            draw_who_about_whom(own["claims"], own["claim_actors"], own["mentions"], language=language),
            draw_distance(own["claims"], own["sentences"], language=language),
        ):
            yield replace(drawn, name=f"{drawn.name}-{article}")


def save_all(tables: Mapping[str, pd.DataFrame], folder: Path | str, *, languages: tuple[str, ...] = ("en", "ar"),
             formats: tuple[str, ...] = ("svg", "png")) -> list[Path]:
    """Write every figure in every language with its table and caption; return the files written."""
    return [path for language in languages for drawn in draw_all(tables, language=language)
            for path in save_drawn(drawn, folder, formats=formats)]
