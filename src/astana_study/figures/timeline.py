"""Timeline: the rounds by host city and what happened around them, each kind of event on a lane of its own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import pandas as pd

from astana_study.codebook.vocabulary import list_values
from astana_study.figures.drawn import Drawn
from astana_study.figures.inputs import check_choices, check_columns, check_period, make_frame
from astana_study.figures.labels import check_language, format_span, get_text, label_count, label_value
from astana_study.figures.page import BLUE, GREY, INK, MARGIN, ORANGE, PALE, SKY, SMALL, Page
from astana_study.tables.schema import LAST_ROUND

WIDTH, LANES_FROM = 11.5, 1.4
ROW, MOST_ROWS, LONGEST = 0.145, 28, 3.0
PANDEMIC = "2020-03-11"  # The day the WHO called it one.
KINDS = ("summit", "agreement", "military", "un")
COLUMNS = ["lane", "id", "date", "end_date", "label", "place", "confidence", "source_url", "labelled"]
_CITIES = {"Astana": (BLUE, "white", "o"), "Nur-Sultan": (SKY, INK, "o"), "Sochi": (ORANGE, "white", "s")}
_COLOURS = {"summit": "#9E4784", "agreement": BLUE, "military": ORANGE, "un": "#00795C", "other": GREY}


def draw_timeline(
    rounds: pd.DataFrame,
    milestones: pd.DataFrame,
    *,
    first_round: int = 1,
    last_round: int = LAST_ROUND,
    kinds: Iterable[str] | None = KINDS,
    language: str = "en",
) -> Drawn:
    """Draw the rounds and the events around them on one axis of time.

    Parameters
    ----------
    rounds : DataFrame
        Table ``rounds``.
    milestones : DataFrame
        Table ``milestones``.
    first_round, last_round : int
        The period, as rounds; from 1 to 22 it runs from December 2016 to December 2024.
    kinds : iterable of str, optional
        Kinds of event to draw (``milestone_kind`` of the vocabulary); None draws all.
    language : {"en", "ar"}

    Returns
    -------
    Drawn
        The data hold one row per mark; ``labelled`` is no where there was no room for its label.

    Raises
    ------
    ValueError
        When a column is missing, a kind is unknown, or the period is none.

    Examples
    --------
    >>> from astana_study.tables.frames import make_empty
    >>> draw_timeline(*map(make_empty, ["rounds", "milestones"]))  # doctest: +ELLIPSIS
    <timeline, en: 0 rows, fingerprint ...>
    """
    check_language(language)
    check_columns(rounds, "rounds", ["round", "start_date", "end_date", "city"])
    check_columns(milestones, "milestones", ["milestone_id", "date", "end_date", "kind", "label_en", "label_ar"])
    first_round, last_round = check_period(first_round, last_round)
    kinds = tuple(kind for kind in list_values("milestone_kind") if kind in check_choices(
        "kinds", kinds, list_values("milestone_kind")))
    rounds = rounds[rounds["round"].between(first_round, last_round)].sort_values("round")
    start, end = _find_period(rounds, first_round, last_round)
    near = milestones["date"].between(start.isoformat(), end.isoformat()) & milestones["kind"].isin(kinds)
    events = milestones[near].sort_values(["date", "milestone_id"])

    page = Page(WIDTH, language)
    span = format_span(start.isoformat(), end.isoformat(), language)
    top = page.write_title(get_text("timeline.title", language), get_text("timeline.subtitle", language, span=span))
    days = (end - start).days

    def place(day: str) -> float:
        return LANES_FROM + (date.fromisoformat(day) - start).days / days * (WIDTH - MARGIN - LANES_FROM)

    rows = []
    y = top + 0.25
    lanes_top = y
    gap = _find_gap(rounds)
    y = _draw_rounds(page, rounds, place, y, gap, rows, language)
    y += 0.02
    for kind in kinds:
        y = _draw_lane(page, events[events["kind"] == kind], kind, place, y, rows, language)
    _draw_years(page, start, end, place, lanes_top, y)
    if gap is not None:
        page.box(place(gap[0]), lanes_top, place(gap[1]) - place(gap[0]), y - lanes_top, "#F3EFE6")
    y = _draw_key(page, rounds, y + 0.2, language)
    data = make_frame(rows, COLUMNS)
    caption = _describe(data, rounds, gap, kinds, span, language)
    return Drawn("timeline", page.close(y + 0.05), data, caption, language)


def _find_period(rounds: pd.DataFrame, first: int, last: int) -> tuple[date, date]:
    start, end = date(2016, 12, 1), date(2024, 12, 31)
    if len(rounds) and first > 1:
        start = date.fromisoformat(rounds["start_date"].iloc[0]) - timedelta(days=45)
    if len(rounds) and last < LAST_ROUND:
        end = date.fromisoformat(rounds["end_date"].iloc[-1]) + timedelta(days=45)
    return start, end


def _find_gap(rounds: pd.DataFrame) -> tuple[str, str, int, int, int] | None:
    """Find the longest time between two rounds: its first and last day, its length, the rounds on either side."""
    best = None
    for (_, before), (_, after) in zip(rounds.iterrows(), list(rounds.iterrows())[1:], strict=False):
        days = (date.fromisoformat(after["start_date"]) - date.fromisoformat(before["end_date"])).days
        if best is None or days > best[2]:
            best = (before["end_date"], after["start_date"], days, int(before["round"]), int(after["round"]))
    return best


def _draw_years(page: Page, start: date, end: date, place, top: float, bottom: float) -> None:
    for year in range(start.year, end.year + 1):
        new_year = max(date(year, 1, 1), start)
        if new_year > start:
            page.line([place(new_year.isoformat())] * 2, [top - 0.05, bottom], "#E2E2E2", 0.7)
        middle = new_year + (min(date(year, 12, 31), end) - new_year) / 2
        if page.measure(str(year), SMALL)[0] < abs(place(min(date(year, 12, 31), end).isoformat())
                                                  - place(new_year.isoformat())):
            page.text(place(middle.isoformat()), top - 0.12, str(year), size=SMALL, align="middle", colour=GREY)


def _draw_rounds(page: Page, rounds, place, y: float, gap, rows: list, language: str) -> float:
    page.text(MARGIN, y + 0.2, get_text("timeline.rounds", language), weight="bold")
    free, deepest = [-1.0, -1.0, -1.0], 0 if gap is None else 1
    for record in rounds.to_dict("records"):
        x = place(record["start_date"])
        level = next((row for row, taken in enumerate(free) if x - taken > 0.24), 2)
        free[level] = x
        face, ink, shape = _CITIES.get(record["city"], (GREY, "white", "o"))
        at = y + 0.16 + 0.25 * level
        page.mark(x, at, shape, 15, face, edge=BLUE if face == SKY else face)
        page.text(x, at + 0.005, str(record["round"]), size=7, align="middle", colour=ink, weight="bold",
                  vertical="center_baseline")
        deepest = max(deepest, level)
        city = get_text(f"city.{record['city']}", language) if record["city"] in _CITIES else record["city"]
        rows.append(["round", record["round"], record["start_date"], record["end_date"],
                     get_text("word.round", language, number=record["round"]), city,
                     record.get("confidence", ""), record.get("source_url", ""), "yes"])
    if gap is not None:
        middle = (place(gap[0]) + place(gap[1])) / 2
        words = get_text(_gap_key(gap), language, days=label_count("day", gap[2], language))
        words = page.wrap(words, max(0.6, place(gap[1]) - place(gap[0]) - 0.35), SMALL, 3)
        page.text(middle, y + 0.42, words, size=SMALL, align="middle", colour="#6B5B2E")
    return y + 0.36 + 0.25 * deepest


def _gap_key(gap) -> str:
    return "timeline.gap.pandemic" if gap[0] <= PANDEMIC <= gap[1] else "timeline.gap"


def _draw_lane(page: Page, events: pd.DataFrame, kind: str, place, y: float, rows: list, language: str) -> float:
    page.line([MARGIN, WIDTH - MARGIN], [y, y], PALE, 0.8)
    colour = _COLOURS[kind]
    name = page.wrap(get_text(f"lane.{kind}", language), LANES_FROM - MARGIN - 0.1, 8.5, 2)
    page.text(MARGIN, y + 0.08, name, weight="bold", colour=colour, vertical="top")
    records = events.to_dict("records")
    placed = _place_labels(page, records, place, language)
    for record in records:
        x = place(record["date"])
        where = placed.get(record["milestone_id"])
        if where:
            row, from_x, label = where
            at = y + 0.3 + ROW * row
            page.line([x, x], [y + 0.12, at + 0.04], colour, 0.5)
            page.text(from_x, at, label, size=7)
        page.mark(x, y + 0.12, "o", 5.5, colour, filled=record.get("confidence", "high") != "low")
        rows.append([kind, record["milestone_id"], record["date"], record["end_date"], record[f"label_{language}"],
                     record.get("place", ""), record.get("confidence", ""), record.get("source_url", ""),
                     "yes" if where else "no"])
    depth = max((row for row, _, _ in placed.values()), default=0)
    return y + 0.48 + ROW * depth


def _place_labels(page: Page, records: list, place, language: str) -> dict[str, tuple[int, float, str]]:
    """Find a row below the lane for each label, so that no label meets a label or another event's line."""
    ends, starts = [], []
    for record in records:
        x, label = place(record["date"]), page.wrap(record[f"label_{language}"], LONGEST, 7, 1)
        width = page.measure(label, 7)[0]
        edge = WIDTH - MARGIN - width - 0.03
        begin = x + 0.03 if x <= edge else x - 0.03 - width
        (starts if x <= edge else ends).append((record["milestone_id"], x, begin, width, label))
    placed: dict[str, tuple[int, float, str]] = {}
    labels: list[tuple[float, float, int]] = []
    lines: list[tuple[float, int]] = []
    # Labels run on below the marks of later events: from the latest back, so that the later ones stand higher.
    # Those at the far edge run the other way, and so does their order.
    for name, x, begin, width, label in ends + starts[::-1]:
        for row in range(MOST_ROWS):
            meets = any(r == row and a < begin + width + 0.06 and begin - 0.06 < b for a, b, r in labels)
            crosses = any(r < row and a - 0.02 < x < b + 0.02 for a, b, r in labels)
            crossed = any(r > row and begin - 0.02 < at < begin + width + 0.02 for at, r in lines)
            if not (meets or crosses or crossed):
                placed[name] = (row, begin, label)
                labels.append((begin, begin + width, row))
                lines.append((x, row))
                break
    return placed


def _draw_key(page: Page, rounds: pd.DataFrame, y: float, language: str) -> float:
    entries = []
    for city, (face, _, shape) in _CITIES.items():
        if (rounds["city"] == city).any():
            edge = BLUE if face == SKY else face
            entries.append((lambda x, y, s=shape, f=face, e=edge: page.mark(x, y, s, 9, f, edge=e),
                            get_text(f"city.{city}.long", language)))
    entries.append((lambda x, y: page.mark(x, y, "o", 5.5, GREY, filled=False),
                    get_text("key.uncertain_day", language)))
    page.line([MARGIN, WIDTH - MARGIN], [y - 0.2, y - 0.2], PALE, 0.8)
    return page.write_key(entries, MARGIN, y)


def _describe(data, rounds, gap, kinds, span: str, language: str) -> str:
    events = data[data["lane"] != "round"]
    parts = [get_text("timeline.caption", language, span=span, rounds=label_count("round", len(rounds), language),
                      events=label_count("event", len(events), language),
                      kinds="، ".join(label_value("milestone_kind", kind, language) for kind in kinds)
                      if language == "ar" else
                      ", ".join(label_value("milestone_kind", kind, language) for kind in kinds))]
    if gap is not None:
        parts.append(get_text("timeline.caption.gap", language, before=gap[3], after=gap[4],
                              days=label_count("day", gap[2], language)))
    unlabelled = int((events["labelled"] == "no").sum())
    if unlabelled:
        parts.append(get_text("timeline.caption.unlabelled", language,
                              events=label_count("event", unlabelled, language)))
    if not len(data):
        parts.append(get_text("caption.nothing", language))
    return " ".join(parts)
