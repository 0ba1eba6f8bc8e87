"""Reads "yesterday and today" against the days of a round: what was said to begin or end today tells today's date."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from astana_study.codebook.reading import read_rows
from astana_study.text.calendar import Round
from astana_study.text.days import fold_text
from astana_study.text.rounds import read_cues

SCOPE = 2_500
REACH = 90
_NOT_A_DAY = ("حتي ", "الي ", "منذ ", "لغايه ", "سوريا ", "روسيا ", "مصر ", "until ", "till ", "russia ", "turkiye ")
_AR_BOTH = re.compile(r"(?:امس\s+(?:الاول\s+)?و\s*اليوم|اليوم\s+و\s*امس)")
_AR_NEXT = re.compile(r"اليوم\s+و\s*(?:يوم\s+)?غدا?")
_AR_DAY = re.compile(r"(?:^|[\s،,(\"«“])(?:و|ف)?(?:يوم\s+)?(?P<word>اليوم|امس|غدا|يوم غد)(?![\u0621-\u064a])[\s،,(]*(?:يوم\s+)?(?P<week>[\u0621-\u064a]+)?")
_EN_BOTH = re.compile(r"yesterday and today")
_EN_NEXT = re.compile(r"today and tomorrow")
_EN_DAY = re.compile(r"\b(?P<word>today|yesterday|tomorrow)\b['’s]*[\s,(]*(?P<week>[a-z]+)?")
_SHIFT = {"اليوم": 0, "امس": -1, "غدا": 1, "يوم غد": 1, "today": 0, "yesterday": -1, "tomorrow": 1}


@cache
def _read_weekdays() -> dict[str, int]:
    """Names of the days of the week, 0 for Monday."""
    return {fold_text(row["name"]): int(row["weekday"]) for row in read_rows("weekdays")}


@cache
def _compile_cues(language: str) -> tuple[re.Pattern, re.Pattern]:
    cues = read_cues(language)
    border = r"(?<![\w])[وفبل]?(?:لل|ال)?" if language == "ar" else r"\b"
    return re.compile(f"{border}(?:{cues['opening']})\\b"), re.compile(f"{border}(?:{cues['closing']})\\b")


def infer_today(text: str, language: str, meeting: Round) -> str:
    """Return the ISO date of a folded text's today, ``""`` where its words do not settle it.

    Examples
    --------
    >>> from astana_study.text.calendar import load_calendar
    >>> infer_today(fold_text("استضافت العاصمة، أمس واليوم، الجولة العشرين"), "ar", load_calendar()[19])
    '2023-06-21'
    >>> infer_today("the talks opened in astana today", "en", load_calendar()[19])
    '2023-06-20'
    """
    scope = text[:SCOPE]
    one = dt.timedelta(days=1)
    both, following, pattern = (_AR_BOTH, _AR_NEXT, _AR_DAY) if language == "ar" else (_EN_BOTH, _EN_NEXT, _EN_DAY)
    if both.search(scope):
        return meeting.end.isoformat()
    if following.search(scope):
        return meeting.start.isoformat()
    opening, closing = _compile_cues(language)
    votes: dict[dt.date, int] = {}
    for match in pattern.finditer(scope):
        start = match.start("word")
        if scope[max(0, start - 8) : start].endswith(_NOT_A_DAY):
            continue
        shift = _SHIFT[" ".join(match["word"].split())]
        weekday = _read_weekdays().get(match["week"] or "")
        if weekday is not None:
            nearest = min(
                (day for day in (meeting.start + one * offset for offset in range(-3, 6)) if day.weekday() == weekday),
                key=lambda day: max((meeting.start - day).days, (day - meeting.end).days, 0),
            )
            return (nearest - one * shift).isoformat()
        if match["word"] == "اليوم" and (match["week"] or "") in ("الاول", "الثاني", "الاخير", "الختامي", "التالي"):
            continue
        day = _find_event(scope, start, opening, closing, meeting)
        if day:
            today = day - one * shift
            votes[today] = votes.get(today, 0) + 1
    if not votes:
        return ""
    return max(votes, key=lambda day: (votes[day], -day.toordinal())).isoformat()


def _find_event(text: str, start: int, opening: re.Pattern, closing: re.Pattern, meeting: Round) -> dt.date | None:
    """Return the round's first or last day, whichever the words nearest to `start` in its sentence tell of."""
    begin = max(text.rfind(stop, max(0, start - REACH), start) for stop in (". ", "\n", "؛")) + 1
    begin = max(begin, start - REACH, 0)
    stops = [found for stop in (". ", "\n", "؛") if (found := text.find(stop, start, start + REACH)) >= 0]
    end = min(stops, default=start + REACH)
    nearest: tuple[int, dt.date] | None = None
    for cue, day in ((opening, meeting.start), (closing, meeting.end)):
        for match in cue.finditer(text, begin, end):
            distance = min(abs(match.start() - start), abs(match.end() - start))
            if nearest is None or distance < nearest[0]:
                nearest = (distance, day)
    return nearest[1] if nearest else None
