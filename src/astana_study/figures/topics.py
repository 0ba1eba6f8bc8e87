"""Topics across rounds: the strongest thing that each round's statement does on each topic."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from astana_study.codebook.reading import read_rows
from astana_study.codebook.vocabulary import list_values
from astana_study.figures.drawn import Drawn
from astana_study.figures.inputs import check_choices, check_columns, list_sure, make_frame
from astana_study.figures.labels import check_language, get_text, label_count, label_topic, label_value
from astana_study.figures.marks import draw_act, find_strongest, make_act_key, make_certainty_key, sort_acts
from astana_study.figures.page import FAINT, GREY, MARGIN, PALE, SMALL, Page

WIDTH, CELL, ROW = 11.0, 0.385, 0.3
COLUMNS = ["topic_id", "topic", "round", "recorded", "strongest", "confidence", "acts", "rows"]


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
    data = _make_cells(counted, [int(number) for number in rounds["round"]], order, sure, language)

    page = Page(WIDTH, language)
    y = page.write_title(get_text("topics.title", language), get_text("topics.subtitle", language)) + 0.3
    left = max([page.measure(label_topic(topic, language))[0] for topic in order] + [1.0]) + MARGIN + 0.3
    y = _draw_heads(page, rounds, left, y, len(order), language)
    columns = {int(number): column for column, number in enumerate(rounds["round"])}
    for topic, cells in data.groupby("topic_id", sort=False):
        page.text(left - 0.25, y, label_topic(topic, language), align="end")
        for cell in cells.to_dict("records"):
            x = left + CELL * columns[cell["round"]] + CELL / 2 - 0.1
            if cell["recorded"] == "no":
                page.mark(x, y, ".", 2.5, "#9A9A9A")
            else:
                draw_act(page, cell["strongest"], x, y, sure=cell["confidence"] == "high")
        y += ROW
    if not len(data):
        page.text(MARGIN, y, get_text("caption.nothing", language), colour=GREY)
        y += ROW
    used = data.loc[data["recorded"] == "yes", "strongest"]
    key = make_act_key(page, used, language) + make_certainty_key(page, language)
    key.append((lambda x, y: page.mark(x, y, ".", 2.5, "#9A9A9A"), get_text("key.not_recorded", language)))
    y = page.write_key(key, MARGIN, y + 0.2)
    caption = _describe(data, rounds, confidence, acts, language)
    return Drawn("topics", page.close(y + 0.05), data, caption, language)


def _make_cells(counted: pd.DataFrame, numbers: list[int], order: list[str], sure, language: str) -> pd.DataFrame:
    found: dict[tuple[str, int], list[dict]] = {}
    for record in counted.to_dict("records"):
        found.setdefault((record["topic_id"], record["round"]), []).append(record)
    cells = []
    for topic in order:
        for number in numbers:
            rows = found.get((topic, number))
            if rows is None:
                cells.append([topic, label_topic(topic, language), number, "no", "", "", "", 0])
                continue
            acts = [row["act"] for row in rows]
            strongest = find_strongest(acts)
            best = min((row["confidence"] for row in rows if row["act"] == strongest), key=sure.index)
            cells.append([topic, label_topic(topic, language), number, "yes", strongest, best,
                          " ".join(sort_acts(acts)), len(rows)])
    return make_frame(cells, COLUMNS, whole=["round", "rows"])


def _draw_heads(page: Page, rounds: pd.DataFrame, left: float, y: float, rows: int, language: str) -> float:
    """Number the columns, mark the years, and shade rounds without a joint statement."""
    year = ""
    for column, record in enumerate(rounds.to_dict("records")):
        x = left + CELL * column - 0.1
        if record["statement_issued"] == "no":
            page.box(x, y - 0.12, CELL, ROW * (rows + 1), FAINT)
        if record["start_date"][:4] != year:
            year = record["start_date"][:4]
            page.text(x + 0.06, y - 0.25, year, size=SMALL, colour=GREY)
            page.line([x, x], [y - 0.33, y + ROW * (rows + 0.6)], PALE, 0.7)
        page.text(x + CELL / 2, y, str(record["round"]), align="middle", weight="bold")
    page.text(left - 0.25, y, get_text("word.rounds", language), align="end", weight="bold")
    return y + ROW


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
