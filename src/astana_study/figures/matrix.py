"""Something by round, the strongest act as the mark: the drawing that topics and targets share."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pandas as pd
from matplotlib.figure import Figure

from astana_study.figures.inputs import make_frame
from astana_study.figures.labels import get_text
from astana_study.figures.marks import draw_act, find_strongest, make_act_key, make_certainty_key, sort_acts
from astana_study.figures.page import FAINT, GREY, MARGIN, PALE, SMALL, Page

NARROWEST, CELL, ROW = 9.0, 0.385, 0.3
_UNSEEN = "#9A9A9A"


def make_cells(
    counted: pd.DataFrame, key: str, order: Sequence[str], numbers: Sequence[int], sure: Sequence[str],
    label: Callable[[str], str],
) -> pd.DataFrame:
    """Return one row per cell, also for cells where nothing is recorded.

    Parameters
    ----------
    counted : DataFrame
        Acts with ``round``, ``act``, ``confidence`` and the column `key`.
    key : str
        Column that makes the rows, such as ``topic_id``.
    order : sequence of str
        Values of `key`, from the top.
    numbers : sequence of int
        Rounds.
    sure : sequence of str
        Confidences, the surest first.
    label : callable
        Gives the name of a value of `key`.

    Returns
    -------
    DataFrame
        `key`, ``label``, ``round``, ``recorded`` (yes or no), ``strongest`` act, ``confidence`` of that act, all
        ``acts`` (strongest first) and number of ``rows``.
    """
    found: dict[tuple[str, int], list[dict]] = {}
    for record in counted.to_dict("records"):
        found.setdefault((record[key], record["round"]), []).append(record)
    cells = []
    for value in order:
        for number in numbers:
            rows = found.get((value, number), [])
            if not rows:
                cells.append([value, label(value), number, "no", "", "", "", 0])
                continue
            acts = [row["act"] for row in rows]
            strongest = find_strongest(acts)
            best = min((row["confidence"] for row in rows if row["act"] == strongest), key=sure.index)
            cells.append([value, label(value), number, "yes", strongest, best, " ".join(sort_acts(acts)), len(rows)])
    columns = [key, "label", "round", "recorded", "strongest", "confidence", "acts", "rows"]
    return make_frame(cells, columns, whole=["round", "rows"])


def draw_matrix(data: pd.DataFrame, rounds: pd.DataFrame, title: str, subtitle: str, language: str) -> Figure:
    """Draw the cells of `make_cells` with title, heads and key on a sheet that is as wide as they need."""
    labels = list(dict.fromkeys(data["label"]))
    left = max([Page(1, language).measure(label)[0] for label in labels] + [1.0]) + MARGIN + 0.3
    page = Page(max(left + CELL * len(rounds) + MARGIN, NARROWEST), language)
    y = page.write_title(title, subtitle)
    y = _draw_heads(page, rounds, left, y + 0.3, len(labels), language)
    columns = {int(number): column for column, number in enumerate(rounds["round"])}
    for label, cells in data.groupby("label", sort=False):
        page.text(left - 0.25, y, label, align="end")
        for cell in cells.to_dict("records"):
            x = left + CELL * columns[cell["round"]] + CELL / 2 - 0.1
            if cell["recorded"] == "no":
                page.mark(x, y, ".", 2.5, _UNSEEN)
            else:
                draw_act(page, cell["strongest"], x, y, sure=cell["confidence"] == "high")
        y += ROW
    if not len(data):
        page.text(MARGIN, y, get_text("caption.nothing", language), colour=GREY)
        y += ROW
    used = data.loc[data["recorded"] == "yes", "strongest"]
    key = make_act_key(page, used, language) + make_certainty_key(page, language)
    key.append((lambda x, y: page.mark(x, y, ".", 2.5, _UNSEEN), get_text("key.not_recorded", language)))
    return page.close(page.write_key(key, MARGIN, y + 0.2) + 0.05)


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
