"""Announced and held: when the next meeting was to be, and when it was."""

from __future__ import annotations

from datetime import date

import pandas as pd

from astana_study.figures.drawn import Drawn
from astana_study.figures.inputs import check_columns, check_period, make_frame
from astana_study.figures.labels import check_language, get_text, label_count
from astana_study.figures.page import BLUE, GREY, MARGIN, ORANGE, PALE, SKY, SMALL, Page
from astana_study.tables.schema import LAST_ROUND

WIDTH, ROW, BAR = 10.0, 0.27, 0.11
COLUMNS = ["round", "announced", "announced_from", "announced_to", "announced_place", "next_round", "held",
           "held_place", "outcome", "slippage_days", "waited_days", "confidence", "source_url"]


def measure_slippage(rounds: pd.DataFrame) -> pd.DataFrame:
    """Compare the next meeting that each round announced with the round that followed.

    Parameters
    ----------
    rounds : DataFrame
        Table ``rounds``.

    Returns
    -------
    DataFrame
        One row per round. ``outcome``: on time, late, early, not announced, not held. ``slippage_days``: days after
        the last day announced, or, negative, before the first; 0 within the span; missing where nothing can be
        compared. ``waited_days``: days from the last day of the round to the first of the next.

    Examples
    --------
    >>> rounds = pd.DataFrame({
    ...     "round": [14, 15], "start_date": ["2019-12-10", "2021-02-16"], "end_date": ["2019-12-11", "2021-02-17"],
    ...     "city": ["Nur-Sultan", "Sochi"], "next_meeting": ["March 2020, Nur-Sultan", "mid-2021"],
    ...     "next_from": ["2020-03-01", ""], "next_to": ["2020-03-31", ""], "next_place": ["Nur-Sultan", ""]})
    >>> measure_slippage(rounds)[["round", "outcome", "slippage_days"]].values.tolist()
    [[14, 'late', 322], [15, 'not announced', <NA>]]
    """
    check_columns(rounds, "rounds", ["round", "start_date", "end_date", "city", "next_meeting", "next_from",
                                     "next_to", "next_place"])
    records = {int(record["round"]): record for record in rounds.to_dict("records")}
    rows = []
    for number, record in sorted(records.items()):
        following = records.get(number + 1)
        begin, end = record["next_from"], record["next_to"]
        slip = waited = pd.NA
        if following:
            waited = _count_days(record["end_date"], following["start_date"])
        outcome = "not announced"
        if begin and not following:
            outcome = "not held" if number == LAST_ROUND else "not drawn"
        elif begin:
            slip = max(0, _count_days(end, following["start_date"])) + min(
                0, _count_days(begin, following["start_date"])
            )
            outcome = "late" if slip > 0 else "early" if slip < 0 else "on time"
        rows.append([number, record["next_meeting"], begin, end, record["next_place"],
                     int(following["round"]) if following else pd.NA, following["start_date"] if following else "",
                     following["city"] if following else "", outcome, slip, waited,
                     record.get("confidence", ""), record.get("source_url", "")])
    return make_frame(rows, COLUMNS, whole=["round", "next_round", "slippage_days", "waited_days"])


def draw_slippage(
    rounds: pd.DataFrame, *, first_round: int = 1, last_round: int = LAST_ROUND, language: str = "en"
) -> Drawn:
    """Draw, for each round, the span announced for the next meeting and the day on which it met.

    Parameters
    ----------
    rounds : DataFrame
        Table ``rounds``, all of it: the round after `last_round` is needed too.
    first_round, last_round : int
        The rounds whose announcements are drawn.
    language : {"en", "ar"}

    Returns
    -------
    Drawn
        The data are those of `measure_slippage`.

    Examples
    --------
    >>> from astana_study.tables.frames import make_empty
    >>> draw_slippage(make_empty("rounds"))  # doctest: +ELLIPSIS
    <slippage, en: 0 rows, fingerprint ...>
    """
    check_language(language)
    first_round, last_round = check_period(first_round, last_round)
    data = measure_slippage(rounds)
    data = data[data["round"].between(first_round, last_round)].reset_index(drop=True)
    ends = dict(zip(rounds["round"], rounds["end_date"], strict=True))

    page = Page(WIDTH, language)
    y = page.write_title(get_text("slippage.title", language), get_text("slippage.subtitle", language)) + 0.2
    left, right = 1.25, WIDTH - 2.6
    reach = max([_count_days(ends[row.round], row.announced_to) for row in data.itertuples() if row.announced_to]
                + [int(value) for value in data["waited_days"].dropna()] + [30]) + 10

    def place(days: int) -> float:
        return left + max(days, 0) / reach * (right - left)

    bottom = y + ROW * max(len(data), 1)
    for days in range(0, reach, 60):
        page.line([place(days)] * 2, [y - 0.12, bottom], "#E2E2E2", 0.7)
        page.text(place(days), y - 0.22, str(days), size=SMALL, align="middle", colour=GREY)
    y += 0.05
    for row in data.itertuples():
        page.text(left - 0.15, y, get_text("word.round", language, number=row.round), align="end")
        end = ends[row.round]
        if row.announced_from:
            begin, close = place(_count_days(end, row.announced_from)), place(_count_days(end, row.announced_to) + 1)
            page.box(begin, y - BAR / 2, close - begin, BAR, SKY, edge=BLUE, over=True)
        if row.held:
            x, late = place(int(row.waited_days)), row.outcome == "late"
            if late:
                page.line([place(_count_days(end, row.announced_to) + 1), x], [y, y], ORANGE, 1.4)
            page.mark(x, y, "D" if late else "o", 6.5, ORANGE if late else "#1A1A1A")
        page.text(right + 0.15, y, say_outcome(row, language), size=SMALL + 0.5,
                  colour=ORANGE if row.outcome in ("late", "not held") else "#1A1A1A")
        y += ROW
    if not len(data):
        page.text(MARGIN, y, get_text("caption.nothing", language), colour=GREY)
        y += ROW
    page.line([MARGIN, WIDTH - MARGIN], [y, y], PALE)
    key = [
        (lambda x, y: page.box(x - 0.1, y - BAR / 2, 0.2, BAR, SKY, edge=BLUE),
         get_text("slippage.key.span", language)),
        (lambda x, y: page.mark(x, y, "o", 6.5), get_text("slippage.key.held", language)),
        (lambda x, y: page.mark(x, y, "D", 6.5, ORANGE), get_text("slippage.key.late", language)),
    ]
    y = page.write_key(key, MARGIN, y + 0.22)
    return Drawn("slippage", page.close(y + 0.05), data, _describe(data, language), language)


def _count_days(start: str, end: str) -> int:
    return (date.fromisoformat(end) - date.fromisoformat(start)).days


def say_outcome(row, language: str = "en") -> str:
    """Return in words how an announcement was kept: one row of `measure_slippage`."""
    days = "" if pd.isna(row.slippage_days) else label_count("day", abs(int(row.slippage_days)), language)
    words = get_text(f"slippage.{row.outcome.replace(' ', '_')}", language, days=days)
    places = {row.announced_place, row.held_place}
    if "" not in places and len(places - {"Nur-Sultan"} | ({"Astana"} if "Nur-Sultan" in places else set())) > 1:
        moved = get_text("slippage.moved", language, announced=get_text(f"city.{row.announced_place}", language),
                         held=get_text(f"city.{row.held_place}", language))
        words = f"{words} · {moved}"
    return words


def _describe(data: pd.DataFrame, language: str) -> str:
    counts = data["outcome"].value_counts()
    compared = int(data["slippage_days"].notna().sum())
    parts = [get_text("slippage.caption", language, rounds=label_count("round", len(data), language),
                      compared=compared, late=int(counts.get("late", 0)), on_time=int(counts.get("on time", 0)),
                      early=int(counts.get("early", 0)))]
    if counts.get("late", 0):
        worst = data.loc[data["slippage_days"].idxmax()]
        parts.append(get_text("slippage.caption.worst", language, round=int(worst["next_round"]),
                              days=label_count("day", int(worst["slippage_days"]), language)))
    parts.append(get_text("slippage.caption.caveat", language))
    if not len(data):
        parts.append(get_text("caption.nothing", language))
    return " ".join(parts)
