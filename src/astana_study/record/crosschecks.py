"""What must hold between the rows of the record: dates and cities, guarantors, announcements, wording.

Each check is a function of the tables that returns faults; `crosscheck_record` runs them all.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

import pandas as pd

from astana_study.tables.checking import is_date
from astana_study.tables.errors import Fault
from astana_study.tables.schema import LAST_ROUND

GUARANTORS = ("IRN", "RUS", "TUR")
LONGEST_ABOUT = 200
"""Gists are written in the coder's words; a longer cell is likely a copied sentence."""
LONGEST_NOTE = 300
NAMES = (("2019-03-23", "Astana"), ("2022-09-17", "Nur-Sultan"), ("9999-12-31", "Astana"))
"""The host capital's name, each with the first day on which it was no longer called so."""
AWAY = {10: "Sochi", 15: "Sochi"}
EARLIEST = dt.timedelta(days=31)
FARTHEST = dt.timedelta(days=731)
FREE_TEXT = {
    "rounds": ("next_meeting", "note"), "round_documents": ("document",), "delegations": ("head_title", "note"),
    "statement_acts": ("about",), "remarks": ("about",), "milestones": ("label_en", "label_ar", "note"),
}  # fmt: skip


def crosscheck_record(tables: Mapping[str, pd.DataFrame]) -> list[Fault]:
    """Return every fault between the rows of the record; none where it has no rows.

    Examples
    --------
    >>> from astana_study.tables.frames import make_empty
    >>> from astana_study.tables.schema import list_tables
    >>> crosscheck_record({table.name: make_empty(table.name) for table in list_tables("record")})
    []
    """
    checks = (
        check_numbers, check_days, check_cities, check_guarantors, check_announcements, check_wording, check_remarks,
    )  # fmt: skip
    return [fault for check in checks for fault in check(tables)]


def _list_rows(tables: Mapping[str, pd.DataFrame], name: str) -> Iterator[tuple[int, dict]]:
    """Yield each row with its number as a spreadsheet counts it."""
    frame = tables.get(name)
    if frame is not None:
        for index, row in zip(frame.index, frame.to_dict("records"), strict=True):
            yield int(index) + 2, row


def check_numbers(tables: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    """Every round from the first to the last has a row, so that a gap is seen."""
    numbers = [int(row["round"]) for _, row in _list_rows(tables, "rounds") if not pd.isna(row["round"])]
    present = [number for number in numbers if 1 <= number <= LAST_ROUND]
    for number in range(1, max(present, default=0) + 1):
        if number not in present:
            yield Fault("rounds.csv", 0, "round", f"a row for round {number}", "none", "add it, or correct a number")


def check_days(tables: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    """First days are not after last days, and rounds follow one another."""
    pairs = {
        "rounds": (("start_date", "end_date"), ("next_from", "next_to")),
        "milestones": (("date", "end_date"),),
    }
    for name, columns in pairs.items():
        for number, row in _list_rows(tables, name):
            for first, last in columns:
                if is_date(row[first]) and is_date(row[last]) and row[last] < row[first]:
                    cure = f"put {first} and {last} the right way round"
                    yield Fault(f"{name}.csv", number, last, f"a day not before {first} {row[first]}", row[last], cure)
    previous: dict | None = None
    numbered = [(number, row) for number, row in _list_rows(tables, "rounds") if not pd.isna(row["round"])]
    for number, row in sorted(numbered, key=lambda pair: pair[1]["round"]):
        if not is_date(row["start_date"]):
            continue
        if previous and row["start_date"] <= previous["end_date"]:
            expected = f"a day after round {previous['round']} ended on {previous['end_date']}"
            cure = "correct the date or the number"
            yield Fault("rounds.csv", number, "start_date", expected, row["start_date"], cure)
        previous = row if is_date(row["end_date"]) else previous


def name_host(day: str) -> str:
    """Return what Kazakhstan's capital was called on a day.

    Examples
    --------
    >>> name_host("2019-03-22"), name_host("2019-03-23"), name_host("2022-09-17")
    ('Astana', 'Nur-Sultan', 'Astana')
    """
    return next(name for until, name in NAMES if day < until)


def check_cities(tables: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    """The host city has the name it had on that day, and its country is right."""
    for number, row in _list_rows(tables, "rounds"):
        if not is_date(row["start_date"]) or pd.isna(row["round"]):
            continue
        expected = AWAY.get(int(row["round"]), name_host(row["start_date"]))
        if row["city"] != expected:
            cure = "write the name that the city had then"
            yield Fault("rounds.csv", number, "city", f"{expected} on {row['start_date']}", repr(row["city"]), cure)
        country = "Russia" if expected == "Sochi" else "Kazakhstan"
        if row["country"] != country:
            yield Fault("rounds.csv", number, "country", country, repr(row["country"]), "correct it")


def check_guarantors(tables: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    """Iran, Russia and Türkiye came to every round, as guarantors."""
    present: dict[int, dict[str, tuple[int, str, str]]] = {}
    for number, row in _list_rows(tables, "delegations"):
        if not pd.isna(row["round"]):
            present.setdefault(int(row["round"]), {})[row["actor_id"]] = (number, row["role"], row["attended"])
    for _, row in _list_rows(tables, "rounds"):
        if pd.isna(row["round"]):
            continue
        delegations = present.get(int(row["round"]), {})
        for actor in GUARANTORS:
            if actor not in delegations:
                expected = f"the guarantor {actor} at round {row['round']}"
                yield Fault("delegations.csv", 0, "actor_id", expected, "no row", "add its delegation")
                continue
            number, role, attended = delegations[actor]
            if role != "guarantor":
                yield Fault("delegations.csv", number, "role", f"guarantor for {actor}", repr(role), "correct the role")
            if attended == "no":
                cure = "correct it, or write down why"
                yield Fault("delegations.csv", number, "attended", f"yes for the guarantor {actor}", "'no'", cure)


def check_announcements(tables: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    """A next meeting is announced for after the round and within two years, and was not held long before that.

    That it was held later, or some days earlier, is no fault: the record is there to show it.
    """
    held = {row["round"]: row["start_date"] for _, row in _list_rows(tables, "rounds") if not pd.isna(row["round"])}
    for number, row in _list_rows(tables, "rounds"):
        first, last = row["next_from"], row["next_to"]
        if bool(first) != bool(last):
            column = "next_to" if first else "next_from"
            yield Fault("rounds.csv", number, column, "both ends of the span, or neither", "one", "fill it in")
        if not (is_date(first) and is_date(row["end_date"])):
            continue
        if first <= row["end_date"]:
            expected = f"a day after the round ended on {row['end_date']}"
            yield Fault("rounds.csv", number, "next_from", expected, first, "correct the date")
        elif dt.date.fromisoformat(first) - dt.date.fromisoformat(row["end_date"]) > FARTHEST:
            yield Fault("rounds.csv", number, "next_from", "a day within two years", first, "correct the year")
        following = "" if pd.isna(row["round"]) else held.get(row["round"] + 1, "")
        if is_date(following) and dt.date.fromisoformat(first) - dt.date.fromisoformat(following) > EARLIEST:
            expected = f"a day about {following}, when round {row['round'] + 1} met"
            yield Fault("rounds.csv", number, "next_from", expected, first, "correct one of the two dates")


def check_wording(tables: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    """No cell is so long that it must be a sentence copied from somewhere, and none holds a line break."""
    for name, columns in FREE_TEXT.items():
        for number, row in _list_rows(tables, name):
            for column in columns:
                longest = LONGEST_NOTE if column == "note" else LONGEST_ABOUT
                if len(row[column]) > longest:
                    got = f"{len(row[column])}: {row[column][:40]!r} …"
                    cure = "say it in fewer words of your own; nothing is copied"
                    yield Fault(f"{name}.csv", number, column, f"at most {longest} characters", got, cure)
                if "\n" in row[column] or "\r" in row[column]:
                    yield Fault(f"{name}.csv", number, column, "one line", "a line break", "write it on one line")


def check_remarks(tables: Mapping[str, pd.DataFrame]) -> Iterator[Fault]:
    """A remark was made around its round: from a month before it to half a year after."""
    days = {
        int(row["round"]): (row["start_date"], row["end_date"])
        for _, row in _list_rows(tables, "rounds")
        if not pd.isna(row["round"]) and is_date(row["start_date"]) and is_date(row["end_date"])
    }
    for number, row in _list_rows(tables, "remarks"):
        if pd.isna(row["round"]) or int(row["round"]) not in days or not is_date(row["date"]):
            continue
        start, end = (dt.date.fromisoformat(day) for day in days[int(row["round"])])
        day = dt.date.fromisoformat(row["date"])
        if not start - dt.timedelta(days=31) <= day <= end + dt.timedelta(days=183):
            expected = f"a day around round {row['round']} ({start} to {end})"
            yield Fault("remarks.csv", number, "date", expected, row["date"], "correct the date or the round")
