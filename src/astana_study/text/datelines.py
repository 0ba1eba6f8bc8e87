"""Finds the day on which a text says it was published: a line that is a date, a place with a date, today with a date.

A date in running prose is when something happened, and is never taken for the day of publication.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence

from astana_study.text.calendar import Round
from astana_study.text.days import Day, find_days, read_weekdays

HEAD = 1_200
TAIL = 300
_LABEL = re.compile(
    r"نشر|تاريخ|اخر تحديث|تم التحديث|بتوقيت|غرينتش|publish|posted|updated|last update|gmt|utc|\bdate\b"
    r"|\d{1,2}\s?[:٫]\s?\d{2}"
)
_LETTERS = re.compile(r"[^\W\d_]+")
# At the opening of a line: a few words, a comma or the like, the date, and what ends a dateline.
_PLACE = re.compile(
    r"[\"«“(]?[^\W\d_][\w.'’\-]{1,20}(?:\s[\w.'’\-]{1,14}){0,2}(?:\s?/\s?[\w .]{2,20})?"
    r"\s?[,،(–—:\-|/]\s*(?:[^\W\d_]{3,10}[,،]?\s+)?\Z"
)
_PLACE_END = re.compile(r"\s*(?:\([^)]{0,20}\d?[^)]{0,10}\)\s*)?(?:[)/\-–—:.|,،]|\(|$|\n)")
_AGENCY = re.compile(r"\s*(?:\([^)\d]{2,20}\)|/[^/\d]{2,20}/|[—–|]|-\s)")
_TODAY = re.compile(r"(?:\bاليوم|\btoday)[\s,،(]*(?:[^\W\d_]{3,9}[\s,،(]*)?\Z")


def find_dateline(text: str, calendar: Sequence[Round], number: int | None) -> str:
    """Find the day of publication that a folded text states.

    Parameters
    ----------
    text : str
        As `fold_text` gives it.
    calendar : sequence of Round
        When the rounds met.
    number : int or None
        The round that the text is about, where it is known: it settles a missing year, and the order of day and month.

    Returns
    -------
    str
        ISO date, ``""`` where none is stated.
    """
    stated: list[tuple[int, dt.date]] = []
    meeting = calendar[number - 1] if number else None
    for begin, stop in ((0, min(HEAD, len(text))), (max(HEAD, len(text) - TAIL), len(text))):
        for day in find_days(text, begin, stop):
            if rank := _rank(text, day):
                date = resolve_day(day, calendar, meeting, find_weekdays(text))
                if date:
                    stated.append((rank, date))
    if not stated:
        return ""
    if meeting:
        # A page may carry the day it was saved on as well: what lies by the round is the article's.
        near = [pair for pair in stated if -60 <= (pair[1] - meeting.end).days <= 120]
        stated = near
    return min(stated, key=lambda pair: pair[0])[1].isoformat() if stated else ""


def _rank(text: str, day: Day) -> int:
    """Return how plainly a date is a dateline, 1 the plainest; 0 where it is none."""
    line_start = text.rfind("\n", 0, day.start) + 1
    line_end = text.find("\n", day.end)
    line_end = len(text) if line_end < 0 else line_end
    before, after = text[line_start : day.start], text[day.end : line_end]
    if len(before) < 60 and len(after) < 60:
        words = _LETTERS.findall(before) + _LETTERS.findall(after)
        if _LABEL.search(before + " " + after) and len(words) <= 10:
            return 1
        if len(words) <= 4 and (day.year or len(words) <= 1):
            return 2
    if not before.strip() and _AGENCY.match(after):
        return 2
    if day.first != day.last and after.strip(" .)،,»”\""):
        return 0  # a span of days in a sentence tells when something took place
    if len(before) < 50 and _PLACE.match(before) and _PLACE_END.match(after):
        return 2
    if _TODAY.search(text, max(0, day.start - 24), day.start):
        return 3
    # The heading of a statement names its day: "…, 14-15 September 2017".
    if line_start < 400 and day.year and not after.strip(" .)،,»”\"") and re.search(r"statement|communiq|بيان", before):
        return 3
    return 0


def find_weekdays(text: str) -> frozenset[int]:
    """Return the days of the week, 0 for Monday, that the first lines of a folded text name.

    Examples
    --------
    >>> find_weekdays("astana, jan. 24 - russia, turkey and iran agreed on tuesday")
    frozenset({1})
    """
    head = text[:600]
    return frozenset(weekday for name, weekday in read_weekdays().items() if name in head)


def resolve_day(
    day: Day, calendar: Sequence[Round], meeting: Round | None, weekdays: frozenset[int] = frozenset()
) -> dt.date | None:
    """Return the last day of a date found, with a missing year taken from the round it lies by; None where none fits.

    Two rounds met on 24 January and two on 21 December: then the days of the week that the text names decide.

    Examples
    --------
    >>> from astana_study.text.calendar import load_calendar
    >>> resolve_day(Day(0, 7, 0, 6, 20, 21), load_calendar(), None)
    datetime.date(2023, 6, 21)
    """
    candidates = [
        date
        for month, number in ((day.month, day.last), (day.last, day.month))[: 2 if day.swap else 1]
        for year in ((day.year,) if day.year else range(2016, 2026))
        if (date := _make_date(year, month, number))
    ]
    if not candidates:
        return None
    if meeting:
        nearest = min(candidates, key=lambda date: abs((date - meeting.end).days))
        return nearest if day.year or abs((nearest - meeting.end).days) <= 150 else None
    if day.year:
        return candidates[0]
    hits = [date for date in candidates if any(r.start <= date <= r.end for r in calendar)]
    if len(hits) > 1:
        hits = [date for date in hits if date.weekday() in weekdays]
    return hits[0] if len(hits) == 1 else None


def _make_date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
