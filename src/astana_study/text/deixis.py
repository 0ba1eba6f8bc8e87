"""Reads "yesterday and today" against the days of a round: what was said to begin or end today tells today's date."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from astana_study.text.calendar import Round
from astana_study.text.days import read_weekdays
from astana_study.text.rounds import read_cues

SCOPE = 2_500
LEAD = 800
REACH = 90
_NUMBERED = ("الاول", "الثاني", "الاخير", "الختامي", "التالي")
_NOT_A_DAY = ("حتي ", "الي ", "منذ ", "لغايه ", "سوريا ", "روسيا ", "مصر ", "until ", "till ", "russia ", "turkiye ")
_BOTH = re.compile(r"امس\s+(?:الاول\s+)?و\s*اليوم|اليوم\s+و\s*امس|yesterday and today")
_FOLLOWING = re.compile(r"اليوم\s+و\s*(?:يوم\s+)?غدا?|today and tomorrow")
_WEEKDAY = re.compile(r"(?:['’]s)?[\s،,(«\"-]*(?:يوم\s+)?(?P<week>[^\W\d_]+)?")
_LETTER = re.compile(r"[^\W\d_]")
_PREFIXES = frozenset("وف")
_SHIFT = {
    "ar": {"اليوم": 0, "امس": -1, "غدا": 1, "غد": 1},
    "en": {"today": 0, "yesterday": -1, "tomorrow": 1},
}


@cache
def _compile_cues(language: str) -> tuple[re.Pattern, re.Pattern]:
    cues = read_cues("ar" if language == "ar" else "en")
    border = r"(?<![\w])[وفبل]?(?:لل|ال)?" if language == "ar" else r"\b"
    return re.compile(f"{border}(?:{cues['opening']})\\b"), re.compile(f"{border}(?:{cues['closing']})\\b")


def is_closing(text: str, language: str) -> bool:
    """Tell whether a folded text speaks of a meeting's end or its closing statement.

    Examples
    --------
    >>> is_closing("the talks concluded with a joint statement", "en")
    True
    """
    return _compile_cues(language)[1].search(text, 0, SCOPE) is not None


def infer_today(text: str, language: str, meeting: Round) -> str:
    """Return the ISO date of a folded text's today, ``""`` where its words do not settle it.

    Examples
    --------
    >>> from astana_study.text.calendar import load_calendar
    >>> infer_today("استضافت العاصمه، امس واليوم، الجوله العشرين", "ar", load_calendar()[19])
    '2023-06-21'
    >>> infer_today("the talks opened in astana today", "en", load_calendar()[19])
    '2023-06-20'
    """
    scope = text[:SCOPE]
    one = dt.timedelta(days=1)
    shifts = _SHIFT.get(language, {})
    days = sorted(found for word in shifts for found in _find_word(scope, word))
    if not days:
        return ""
    if _BOTH.search(scope):
        return meeting.end.isoformat()
    if _FOLLOWING.search(scope):
        return meeting.start.isoformat()
    opening, closing = _compile_cues(language)
    votes: dict[dt.date, int] = {}
    loose = False
    for start, word in days:
        week = _WEEKDAY.match(scope, start + len(word))["week"] or ""
        weekday = read_weekdays().get(week)
        shift = one * shifts[word]
        if weekday is not None:
            near = (meeting.start + one * offset for offset in range(-3, 6))
            day = min(
                (day for day in near if day.weekday() == weekday),
                key=lambda day: max((meeting.start - day).days, (day - meeting.end).days, 0),
            )
            return (day - shift).isoformat()
        if word == "اليوم" and week in _NUMBERED:
            continue
        if day := _find_event(scope, start, opening, closing, meeting):
            votes[day - shift] = votes.get(day - shift, 0) + 1
        loose = loose or not shift
    if votes:
        return max(votes, key=lambda day: (votes[day], -day.toordinal())).isoformat()
    if loose:
        # "Today" in a sentence of its own: the first lines tell whether the meeting has begun or is over.
        begun, over = opening.search(scope, 0, LEAD), closing.search(scope, 0, LEAD)
        if bool(begun) != bool(over):
            return (meeting.start if begun else meeting.end).isoformat()
    return ""


def infer_event_day(text: str, language: str, meeting: Round) -> str:
    """Return the ISO date of the day of a round that a folded text's first lines report, ``""`` where they tell none.

    News is of the day: a report that a meeting ended on Wednesday, or just that it ended, is of its last day; one
    that it began is of its first. That is an inference, and the table says so.

    Examples
    --------
    >>> from astana_study.text.calendar import load_calendar
    >>> infer_event_day("the 20th round of the astana talks ended", "en", load_calendar()[19])
    '2023-06-21'
    """
    lead = text[:LEAD]
    days = [meeting.start + dt.timedelta(days=offset) for offset in range((meeting.end - meeting.start).days + 1)]
    named = [
        (position, day)
        for name, weekday in read_weekdays().items()
        if (position := lead.find(name)) >= 0
        for day in days
        if day.weekday() == weekday
    ]
    if named:
        return min(named)[1].isoformat()
    opening, closing = _compile_cues(language)
    if closing.search(lead):
        return meeting.end.isoformat()
    if opening.search(lead):
        return meeting.start.isoformat()
    return meeting.end.isoformat() if closing.search(text, LEAD, 2 * LEAD) else ""


def _find_word(text: str, word: str):
    """Find a word that stands alone or behind و or ف, and is not the end of "until today" or an outlet's name."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        before = text[start - 1 : start]
        if before in _PREFIXES and not _LETTER.match(text[start - 2 : start - 1] or " "):
            before = ""
        whole = not _LETTER.match(before or " ") and not _LETTER.match(text[end : end + 1] or " ")
        if whole and not text[max(0, start - 8) : start].endswith(_NOT_A_DAY):
            yield start, word
        start = text.find(word, end)


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
