"""When and where the rounds met (``codebook/calendar.csv``), so that a text can be dated without the record."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from astana_study.codebook.reading import CodebookError, read_rows
from astana_study.text.sidecar import is_date


@dataclass(frozen=True, slots=True)
class Round:
    """One round: its number, first and last day, and the city by its name at the time."""

    number: int
    start: dt.date
    end: dt.date
    city: str


@cache
def load_calendar(folder: Path | None = None) -> tuple[Round, ...]:
    """Load the rounds in order.

    Raises
    ------
    CodebookError
        When a number or a date is not one, or the rounds do not follow one another; every fault with its line.

    Examples
    --------
    >>> load_calendar()[19]
    Round(number=20, start=datetime.date(2023, 6, 20), end=datetime.date(2023, 6, 21), city='Astana')
    """
    rounds: list[Round] = []
    faults = []
    for row in read_rows("calendar", folder):
        where = f"calendar.csv:{row['_line']}:"
        if not row["round"].isdecimal() or int(row["round"]) != len(rounds) + 1:
            faults.append(f"{where} round {row['round']!r} where {len(rounds) + 1} comes next; number them from 1")
        elif not (is_date(row["start"]) and is_date(row["end"])) or row["end"] < row["start"]:
            faults.append(f"{where} {row['start']!r} to {row['end']!r}: expected two dates YYYY-MM-DD in order")
        elif rounds and row["start"] <= rounds[-1].end.isoformat():
            faults.append(f"{where} starts before round {rounds[-1].number} ended; put the rounds in order")
        else:
            start, end = dt.date.fromisoformat(row["start"]), dt.date.fromisoformat(row["end"])
            rounds.append(Round(int(row["round"]), start, end, row["city"]))
    if faults:
        raise CodebookError(faults)
    return tuple(rounds)
