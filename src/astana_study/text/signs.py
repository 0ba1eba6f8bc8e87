"""Tells a round by what happened at it, where a text names neither its number nor a day.

``codebook/round_signs.csv`` holds what is told of one round and hardly of another: the memorandum on the zones, the
month that was agreed on for the next round. The days of the week and the name of the capital that a text gives must
fit the round, and so must the heads of delegation whom it names; two rounds that are as likely are none. A sign that
another round shares, or half shares, has fewer points than one of its own; what is agreed on for the next round
counts where a text tells of a meeting's end.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from astana_study.codebook.reading import CodebookError, read_rows
from astana_study.text.calendar import Round
from astana_study.text.days import read_weekdays
from astana_study.text.deixis import is_closing
from astana_study.text.rounds import read_cues

SCOPE = 3_000
LEAD = 700
RENAMED = re.compile(r"نور\s?-?سلطان(?! نزار)|nur-?\s?sultan(?! nazar)")
"""The capital under the name that it had from 2019 to 2022; not the president of that name."""
_DAY = r"(?:يوم|اليوم|امس|مساء|صباح|on|this|late|today|yesterday)[\s،,(]*"


class Sign(NamedTuple):
    """What is told of one round and hardly of another."""

    round: int
    last: int
    """The last of the rounds that it fits; the same as `round` for a sign of one."""
    points: int
    """How much it speaks for its round; 0 only rules the others out."""
    closing: bool
    """Whether it counts only where a text tells of a meeting's end."""
    pattern: re.Pattern[str]


def load_signs(folder: Path | None = None) -> dict[str, tuple[Sign, ...]]:
    """Return the signs of each language.

    Parameters
    ----------
    folder : Path, optional
        The codebook; without it the package's own.

    Returns
    -------
    dict of str to tuple of Sign
        By language code.

    Raises
    ------
    CodebookError
        When a number is none, a pattern cannot be read, or points do not fit the span of rounds; every fault with its
        line.

    Examples
    --------
    >>> load_signs()["en"][0].round
    1
    """
    found: dict[str, list[Sign]] = {}
    faults = []
    for row in read_rows("round_signs", folder):
        where = f"round_signs.csv:{row['_line']}:"
        first, _, last = row["round"].partition("-")
        last = last or first
        if not (first.isdecimal() and last.isdecimal() and row["points"].isdecimal()):
            faults.append(f"{where} round {row['round']!r}, points {row['points']!r}: expected two whole numbers")
            continue
        if (first != last) != (row["points"] == "0"):
            faults.append(f"{where} round {row['round']!r}, points {row['points']!r}: expected points for a sign of "
                          "one round, and 0 for one of several (12-22), which only rules the others out")  # fmt: skip
            continue
        if row["when"] not in ("", "closing"):
            faults.append(f"{where} when {row['when']!r}: expected nothing, or 'closing'")
        try:
            pattern = re.compile(row["pattern"], re.DOTALL)
        except re.error as error:
            faults.append(f"{where} {row['pattern']!r} is no regular expression ({error}); words alone are one")
            continue
        found.setdefault(row["language"], []).append(
            Sign(int(first), int(last), int(row["points"]), row["when"] == "closing", pattern)
        )
    if faults:
        raise CodebookError(faults)
    return {language: tuple(signs) for language, signs in found.items()}


@cache
def _list_signs(language: str) -> tuple[Sign, ...]:
    return load_signs().get(language, ())


@cache
def _compile_weekdays() -> re.Pattern:
    return re.compile(rf"{_DAY}(?P<day>{'|'.join(sorted(read_weekdays(), key=len, reverse=True))})(?!\w)")


@cache
def _compile_company(language: str) -> re.Pattern:
    cues = read_cues("ar" if language == "ar" else "en")
    return re.compile(cues["company"])


def tells_of_talks(text: str, language: str) -> bool:
    """Tell whether a folded text names who sits at the talks, and Syria, though not the talks.

    Examples
    --------
    >>> tells_of_talks("lavrentyev spoke of syria's idlib", "en"), tells_of_talks("rain in syria", "en")
    (True, False)
    """
    scope = text[:SCOPE]
    return ("سوري" in scope or "syria" in scope) and _compile_company(language).search(scope) is not None


def infer_from_signs(text: str, language: str, calendar: Sequence[Round], *, least: int = 1) -> int | None:
    """Return the round that a folded text tells of by what happened at it; None where nothing or too much fits.

    Examples
    --------
    >>> from astana_study.text.calendar import load_calendar
    >>> infer_from_signs("the talks ended today, tuesday. they meet in astana again in november", "en",
    ...                  load_calendar())
    10
    """
    scope = text[:SCOPE]
    found: dict[int, int] = {}
    closes = is_closing(text, language)
    open_to = set(range(1, len(calendar) + 1))
    for first, last, points, closing, pattern in _list_signs(language):
        if (closes or not closing) and pattern.search(scope):
            if points:
                found[first] = found.get(first, 0) + points
            else:  # those who are named sat there together, or one of them is only remembered
                open_to = open_to & set(range(first, last + 1)) or open_to
    weekdays = {read_weekdays()[match["day"]] for match in _compile_weekdays().finditer(scope, 0, LEAD)}
    renamed = RENAMED.search(scope) is not None
    fitting = [
        (points, number) for number, points in found.items()
        if number in open_to and (not renamed or calendar[number - 1].city == "Nur-Sultan") and (
            not weekdays or weekdays & {calendar[number - 1].start.weekday(), calendar[number - 1].end.weekday()}
        )
    ]  # fmt: skip
    best = max((points for points, _ in fitting), default=0)
    likely = [number for points, number in fitting if points == best >= least]
    return likely[0] if len(likely) == 1 else None
