"""Topics across rounds: the strongest thing that each round's statement does on each topic."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from astana_study.codebook.reading import read_rows
from astana_study.codebook.vocabulary import list_values
from astana_study.figures.drawn import Drawn
from astana_study.figures.inputs import check_choices, check_columns, list_sure
from astana_study.figures.labels import check_language, get_text, label_count, label_topic, label_value
from astana_study.figures.matrix import draw_matrix, make_cells


def select_acts(
    statement_acts: pd.DataFrame,
    *,
    topics: Iterable[str] | None = None,
    acts: Iterable[str] | None = None,
    confidence: str = "low",
) -> pd.DataFrame:
    """Return the rows of ``statement_acts`` on some topics, of some acts, and at least so sure.

    Parameters
    ----------
    statement_acts : DataFrame
        Table ``statement_acts``.
    topics, acts : iterable of str, optional
        Only these; None or an empty list takes all.
    confidence : {"low", "medium", "high"}
        Least confidence.
    """
    check_columns(statement_acts, "statement_acts", ["round", "act", "topic_id", "confidence"])
    chosen = check_choices("topics", topics, [row["topic_id"] for row in read_rows("topics")])
    acts = check_choices("acts", acts, list_values("act"))
    return statement_acts[
        statement_acts["topic_id"].isin(chosen)
        & statement_acts["act"].isin(acts)
        & statement_acts["confidence"].isin(list_sure(confidence))
    ]


def draw_topics(
    statement_acts: pd.DataFrame,
    rounds: pd.DataFrame,
    *,
    topics: Iterable[str] | None = None,
    acts: Iterable[str] | None = None,
    confidence: str = "low",
    language: str = "en",
) -> Drawn:
    """Draw topic by round, the strongest recorded act as the mark, topics in order of first appearance.

    Parameters
    ----------
    statement_acts : DataFrame
        Table ``statement_acts``.
    rounds : DataFrame
        Table ``rounds``: its rounds are the columns.
    topics, acts : iterable of str, optional
        Only these; None or an empty list takes all. A topic that was chosen is drawn also when no row has it.
    confidence : {"low", "medium", "high"}
        Least confidence of the rows that count.
    language : {"en", "ar"}

    Returns
    -------
    Drawn
        The data hold one row per cell, also for cells where nothing is recorded.

    Examples
    --------
    >>> from astana_study.tables.frames import make_empty
    >>> draw_topics(*map(make_empty, ["statement_acts", "rounds"]))  # doctest: +ELLIPSIS
    <topics, en: 0 rows, fingerprint ...>
    """
    check_language(language)
    topics, acts = list(topics or []), list(acts or [])
    counted = select_acts(statement_acts, topics=topics, acts=acts, confidence=confidence)
    check_columns(rounds, "rounds", ["round", "start_date", "statement_issued"])
    chosen = check_choices("topics", topics, [row["topic_id"] for row in read_rows("topics")])
    acts = check_choices("acts", acts, list_values("act"))
    sure = list_sure(confidence)
    rounds = rounds.sort_values("round")
    first = counted.groupby("topic_id")["round"].min()
    order = sorted((topic for topic in chosen if topics or topic in first.index),
                   key=lambda topic: (first.get(topic, 99), chosen.index(topic)))
    numbers = [int(number) for number in rounds["round"]]
    data = make_cells(counted, "topic_id", order, numbers, sure, lambda topic: label_topic(topic, language))
    title, subtitle = (get_text(f"topics.{name}", language) for name in ("title", "subtitle"))
    figure = draw_matrix(data, rounds, title, subtitle, language)
    caption = _describe(data, rounds, confidence, acts, language)
    return Drawn("topics", figure, data, caption, language)


def _describe(data, rounds, confidence: str, acts, language: str) -> str:
    recorded = data[data["recorded"] == "yes"]
    parts = [get_text("topics.caption", language, topics=label_count("topic", data["topic_id"].nunique(), language),
                      rounds=label_count("round", len(rounds), language),
                      rows=label_count("row", int(data["rows"].sum()), language),
                      confidence=label_value("confidence", confidence, language))]
    if len(acts) < len(list_values("act")):
        comma = "، " if language == "ar" else ", "
        parts.append(get_text("topics.caption.acts", language,
                              acts=comma.join(label_value("act", act, language) for act in acts)))
    parts.append(get_text("caption.not_absent", language))
    if (rounds["statement_issued"] == "no").any():
        parts.append(get_text("topics.caption.none_issued", language))
    if not len(recorded):
        parts.append(get_text("caption.nothing", language))
    return " ".join(parts)
