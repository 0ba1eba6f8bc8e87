"""Finds days in a text: 20-21 حزيران/يونيو 2023, June 20-21, 21/6/2023, ٢١ جوان, the 21st of June.

A number is read as a day only where a month or a numeric date is made with it, so that Security Council
resolution 2254 is never a year. Month names are data (``codebook/months.csv``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from astana_study.codebook.reading import read_rows

# Marks that never change a date or a number: vowel signs, tatweel, joiners and direction marks.
_MARKS = (
    "\u0640\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069"
)
_FOLDS = tuple(zip("أإآةىیک\u00a0\u202f", "اااهييك  ", strict=True))
_YEAR = r"[2٢۲][0٠۰][0-3٠-٣۰-۳]\d"


class Day(NamedTuple):
    """One day, or the first and last of a span, found at ``start:end``. The year is 0 where the text gives none."""

    start: int
    end: int
    year: int
    month: int
    first: int
    last: int
    swap: bool = False
    """Whether day and month of a numeric date could also be read the other way round."""


def fold_text(text: str) -> str:
    """Fold what varies in spelling (alef forms, taa marbuta, yeh, marks, case) for looking up dates and rounds.

    Examples
    --------
    >>> fold_text("الجولة الـ20 من أستانا")
    'الجوله ال20 من استانا'
    """
    for mark in _MARKS:
        if mark in text:
            text = text.replace(mark, "")
    for variant, plain in _FOLDS:
        text = text.replace(variant, plain)
    return text.lower()


def join_words(words: Iterable[str]) -> str:
    """Join words into one pattern that reads each letter once, the longest word first; a space is any white space.

    Examples
    --------
    >>> join_words(["may", "march", "mar"])
    '(?:ma(?:r(?:ch)?|y))'
    """
    tree: dict = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return f"(?:{_join_branches(tree)})"


def _join_branches(node: dict) -> str:
    branches = [
        (r"\s+" if letter == " " else re.escape(letter)) + _join_branches(below)
        for letter, below in sorted(node.items())
        if letter
    ]
    if not branches:
        return ""
    if len(branches) == 1 and "" not in node:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if "" in node else "")


@cache
def _compile() -> tuple[dict[str, int], re.Pattern, re.Pattern, re.Pattern, re.Pattern, re.Pattern]:
    months = {fold_text(row["name"]): int(row["month"]) for row in read_rows("months")}
    names = join_words(months)
    month = rf"(?:{names})\b\.?"
    joint = r"(?:[-–—/&,،]|و\s*|الي|حتي|and|to|until)+"
    second = rf"(?:\s*{joint}\s*(?:يوم\s+)?(?:ال\s?)?(?P<last>\d{{1,2}})(?![\d:])(?:st|nd|rd|th)?)?"  # no time
    year = rf"(?:\s*[,،]?\s*(?:\(?\s*)?(?:من\s+)?(?:عام|العام|لعام|سنه|of)?\s*(?P<year>{_YEAR})(?!\d))?"
    double = rf"(?:\s*[/(\-–]\s*(?:{names})\b\)?){{0,2}}"
    day_first = re.compile(
        rf"(?P<first>\d{{1,2}})(?:st|nd|rd|th)?\b{second}\s*(?:of\s+|من\s+)?(?:شهر\s+)?[,،]?\s*"
        rf"(?P<month>{names})\b\.?{double}{year}"
    )
    month_first = re.compile(rf"(?P<first>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?{second}{year}")
    year_first = re.compile(
        rf"(?P<year>{_YEAR})[-/\s]\s*(?P<month>{names})\b\.?[-/\s]\s*(?P<first>\d{{1,2}})(?!\d){second}"
    )
    before = re.compile(rf"(?P<month>\b{month})\s*(?:the\s+)?\Z")
    numeric = re.compile(
        rf"(?P<y>{_YEAR})(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?!\d)"
        rf"|(?P<a>\d{{1,2}})\s?(?P<t>[-/.])\s?(?P<b>\d{{1,2}})\s?(?P=t)\s?(?P<c>{_YEAR})(?!\d)"
    )
    return months, year_first, day_first, month_first, before, numeric


@cache
def _compile_words() -> tuple[tuple[str, ...], re.Pattern, re.Pattern]:
    months, *_ = _compile()
    arabic = tuple(name for name in months if name[0] > "\u0600")
    names = join_words(months)
    days = join_words(fold_text(form) for form in read_ordinals() if form[0] > "\u0600")
    return (
        tuple(dict.fromkeys(name[:4] for name in arabic)),
        re.compile(rf"ال(?P<first>{days})\s+(?:و?ال(?P<last>{days})\s+)?(?:من\s+)?(?:شهر\s+)?\Z"),
        re.compile(
            rf"(?P<month>{names})\b(?:\s*[/(]\s*(?:{names})\b\)?)?"
            rf"(?:\s*[,،]?\s*(?:من\s+)?(?:عام|العام)?\s*(?P<year>{_YEAR}))?"
        ),
    )


@cache
def read_ordinals() -> dict[str, int]:
    """Return ordinal numbers as words, by their spelling (``codebook/ordinals.csv``)."""
    return {form: int(row["number"]) for row in read_rows("ordinals") for form in row["forms"].split("|")}


@cache
def read_weekdays() -> dict[str, int]:
    """Return the folded names of the days of the week, 0 for Monday (``codebook/weekdays.csv``)."""
    return {fold_text(row["name"]): int(row["weekday"]) for row in read_rows("weekdays")}


@cache
def _read_folded_ordinals() -> dict[str, int]:
    return {fold_text(form): number for form, number in read_ordinals().items()}


def find_days(text: str, begin: int = 0, stop: int | None = None) -> list[Day]:
    """Find the days in a folded text, in order.

    Parameters
    ----------
    text : str
        As `fold_text` gives it.
    begin, stop : int
        The part to look at.

    Examples
    --------
    >>> [day[2:6] for day in find_days(fold_text("عقد يومي 20 و21 حزيران/يونيو 2023 وفق القرار 2254"))]
    [(2023, 6, 20, 21)]
    >>> [day[2:6] for day in find_days("on june 20-21, 2023; jan. 24, 17:30; 2021-february-17")]
    [(2023, 6, 20, 21), (0, 1, 24, 24), (2021, 2, 17, 17)]
    """
    months, year_first, day_first, month_first, before, numeric = _compile()
    stop = len(text) if stop is None else min(stop, len(text))
    found: list[Day] = []
    position = begin
    for run in _DIGITS.finditer(text, begin, stop):
        start = run.start()
        if start < position or run.end() - start not in (1, 2, 4):
            continue
        match = numeric.match(text, start)
        if match:
            day = _read_numeric(match)
        elif run.end() - start == 4:
            match = year_first.match(text, start)
            if not match:
                continue
            day = _make_day(match, months[_squeeze(match["month"])], start)
        elif match := day_first.match(text, start):
            day = _make_day(match, months[_squeeze(match["month"])], start)
        elif (preceding := before.search(text, max(position, start - 16), start)) and (
            match := month_first.match(text, start)
        ):
            day = _make_day(match, months[_squeeze(preceding["month"])], preceding.start())
        else:
            continue
        if day:
            found.append(day)
            position = day.end
    return found


def find_worded_days(text: str, begin: int, stop: int) -> list[Day]:
    """Find days whose number is a word: الحادي والعشرين من حزيران.

    Examples
    --------
    >>> [day[2:6] for day in find_worded_days(fold_text("في العشرين من حزيران 2023"), 0, 40)]
    [(2023, 6, 20, 20)]
    """
    numbers = _read_folded_ordinals()
    months = _compile()[0]
    triggers, before, named = _compile_words()
    found = {}
    for trigger in triggers:
        start = text.find(trigger, begin, stop)
        while start >= 0:
            number = text[start - 1 : start] == " " and before.search(text, max(begin, start - 48), start)
            if number and (month := named.match(text, start)):
                first, last = numbers[number["first"]], numbers[number["last"] or number["first"]]
                year = int(month["year"] or 0)
                found[start] = Day(number.start(), month.end(), year, months[_squeeze(month["month"])], first, last)
            start = text.find(trigger, start + 1, stop)
    return [found[start] for start in sorted(found)]


_DIGITS = re.compile(r"\d+")


def _squeeze(name: str) -> str:
    return " ".join(name.rstrip(".").split())


def _make_day(match: re.Match, month: int, start: int) -> Day | None:
    first = int(match["first"])
    last = int(match["last"] or first)
    if not (1 <= first <= 31 and 1 <= last <= 31):
        return None
    return Day(start, match.end(), int(match["year"] or 0), month, first, last if last > first else first)


def _read_numeric(match: re.Match) -> Day | None:
    if match["y"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
        swap = False
    else:
        day, month, year = int(match["a"]), int(match["b"]), int(match["c"])
        if month > 12:
            day, month = month, day
        swap = day <= 12 and day != month
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Day(match.start(), match.end(), year, month, day, day, swap)
