"""Whom the statements name: actors that an act concerns or addresses, by round."""

from __future__ import annotations

import pandas as pd

from astana_study.figures.drawn import Drawn
from astana_study.figures.inputs import check_columns, list_sure
from astana_study.figures.labels import check_language, get_text, label_actor, label_count, label_value
from astana_study.figures.matrix import draw_matrix, make_cells


def draw_targets(
    statement_acts: pd.DataFrame,
    statement_act_targets: pd.DataFrame,
    rounds: pd.DataFrame,
    *,
    confidence: str = "low",
    least_rounds: int = 2,
    language: str = "en",
) -> Drawn:
    """Draw actor by round, the strongest act of the statement that concerns or addresses the actor as the mark.

    Parameters
    ----------
    statement_acts, statement_act_targets, rounds : DataFrame
        The tables of these names.
    confidence : {"low", "medium", "high"}
        Least confidence of the rows that count.
    least_rounds : int
        Draw only actors that are named at so many rounds; the caption says how many are left out.
    language : {"en", "ar"}

    Returns
    -------
    Drawn
        The data hold one row per cell, also for cells where nothing is recorded.

    Examples
    --------
    >>> from astana_study.tables.frames import make_empty
    >>> tables = map(make_empty, ["statement_acts", "statement_act_targets", "rounds"])
    >>> draw_targets(*tables)  # doctest: +ELLIPSIS
    <targets, en: 0 rows, fingerprint ...>
    """
    check_language(language)
    check_columns(statement_acts, "statement_acts", ["round", "number", "act", "confidence"])
    check_columns(statement_act_targets, "statement_act_targets", ["round", "number", "actor_id"])
    check_columns(rounds, "rounds", ["round", "start_date", "statement_issued"])
    sure = list_sure(confidence)
    counted = statement_acts[statement_acts["confidence"].isin(sure)].merge(
        statement_act_targets, on=["round", "number"]
    )
    rounds = rounds.sort_values("round")
    named = counted.groupby("actor_id")["round"].agg(["min", "nunique"])
    kept = named[named["nunique"] >= least_rounds]
    order = sorted(kept.index, key=lambda actor: (kept.loc[actor, "min"], -kept.loc[actor, "nunique"], actor))
    numbers = [int(number) for number in rounds["round"]]
    data = make_cells(counted, "actor_id", order, numbers, sure, lambda actor: label_actor(actor, language))
    title, subtitle = (get_text(f"targets.{name}", language) for name in ("title", "subtitle"))
    figure = draw_matrix(data, rounds, title, subtitle, language)
    parts = [get_text("targets.caption", language, actors=label_count("actor", len(order), language),
                      rows=label_count("row", int(data["rows"].sum()), language), left_out=len(named) - len(kept),
                      confidence=label_value("confidence", confidence, language)),
             get_text("caption.not_absent", language)]
    if not len(data):
        parts.append(get_text("caption.nothing", language))
    return Drawn("targets", figure, data, " ".join(parts), language)
