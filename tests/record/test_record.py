"""The record as it is committed, and each fault that a hand can make in it."""

import csv
import shutil
from pathlib import Path

import pytest

from astana_study.record.crosschecks import crosscheck_record
from astana_study.record.loading import RECORD, load_record
from astana_study.tables.errors import TableError
from astana_study.tables.frames import make_empty
from astana_study.tables.schema import list_tables
from astana_study.text.calendar import load_calendar

ROOT = Path(__file__).parents[2]


@pytest.fixture
def study(tmp_path):
    shutil.copytree(ROOT / RECORD, tmp_path / RECORD)
    return tmp_path


def edit(study, name, row, **cells):
    """Change cells of one row of a file, rows counted as a spreadsheet does."""
    path = study / RECORD / f"{name}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    rows[row - 2] |= cells
    write(path, rows)


def write(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def list_faults(study):
    with pytest.raises(TableError) as caught:
        load_record(study)
    return "\n".join(map(str, caught.value.faults))


def test_the_record_holds_what_it_must():
    tables = load_record(ROOT)
    assert list(tables) == [table.name for table in list_tables("record")]
    assert tables["rounds"]["round"].tolist() == list(range(1, 23))


def test_the_calendar_of_the_codebook_is_in_step_with_the_record():
    rounds = load_record(ROOT)["rounds"]
    calendar = [(r.number, r.start.isoformat(), r.end.isoformat(), r.city) for r in load_calendar()]
    assert calendar == list(rounds[["round", "start_date", "end_date", "city"]].itertuples(index=False, name=None))


def test_no_record_is_an_empty_record(tmp_path):
    assert all(len(table) == 0 for table in load_record(tmp_path).values())
    assert crosscheck_record({table.name: make_empty(table.name) for table in list_tables("record")}) == []


@pytest.mark.parametrize(
    ("name", "cells", "told"),
    [
        ("rounds", {"round": ""}, "rounds.csv, row 3, column round: expected something, not an empty cell"),
        ("rounds", {"round": "0"}, "rounds.csv, row 3, column round: expected at least 1, got 0"),
        ("rounds", {"round": "23"}, "rounds.csv, row 3, column round: expected at most 22, got 23"),
        ("rounds", {"round": "23"}, "rounds.csv, column round: expected a row for round 2, got none"),
        ("rounds", {"round": "1"}, "row 3, column round: expected each round once, got round 1 again"),
        ("rounds", {"start_date": "2017-02-18"}, "column end_date: expected a day not before start_date 2017-02-18"),
        ("rounds", {"start_date": "16/02/2017"}, "expected a date YYYY-MM-DD, got '16/02/2017'"),
        ("rounds", {"start_date": "2017-01-20"}, "expected a day after round 1 ended on 2017-01-24, got 2017-01-20"),
        ("rounds", {"end_date": "2017-02-30"}, "expected a day of the calendar, got '2017-02-30'"),
        ("rounds", {"city": "Nur-Sultan"}, "column city: expected Astana on 2017-02-15, got 'Nur-Sultan'"),
        ("rounds", {"country": "Russia"}, "column country: expected Kazakhstan, got 'Russia'"),
        ("rounds", {"next_from": "2017-02-01"}, "expected a day after the round ended on 2017-02-16, got 2017-02-01"),
        ("rounds", {"next_from": "2018-01-01", "next_to": "2018-02-01"}, "when round 3 met, got 2018-01-01"),
        ("rounds", {"next_from": "2027-02-01", "next_to": "2027-03-01"}, "expected a day within two years"),
        ("rounds", {"next_to": ""}, "column next_to: expected both ends of the span, or neither"),
        ("rounds", {"note": "word " * 80}, "column note: expected at most 300 characters, got 400"),
        ("rounds", {"source_url": ""}, "column source_url: expected something, not an empty cell"),
        ("rounds", {"source_url": "tass.com"}, "expected an address that begins with http:// or https://"),
        ("rounds", {"confidence": "sure"}, "column confidence: expected one of high, medium, low, got 'sure'"),
        ("delegations", {"actor_id": "RUSS"}, "expected a actor_id of actors.csv, got 'RUSS'; did you mean 'RUS'?"),
        ("delegations", {"person_id": "nobody_at_all"}, "expected a person_id of people.csv, got 'nobody_at_all'"),
        ("statement_acts", {"topic_id": "idlibb"}, "expected a topic_id of topics.csv, got 'idlibb'; did you mean"),
        ("statement_acts", {"about": "x" * 201}, "column about: expected at most 200 characters, got 201"),
        ("statement_acts", {"about": "a\nb"}, "column about: expected one line, got a line break"),
        ("remarks", {"date": "2001-01-01"}, "column date: expected a day around round"),
        ("milestones", {"end_date": "2010-01-01"}, "column end_date: expected a day not before date"),
        ("milestone_actors", {"milestone_id": "mX"}, "expected a milestone_id of milestones.csv, got 'mX'"),
        ("sources", {"source_url": ""}, "sources.csv, row 3, column source_url: expected something, not an empty cell"),
    ],
)
def test_a_fault_names_file_row_column_and_cure(study, name, cells, told):
    edit(study, name, 3, **cells)
    assert told in list_faults(study)


def test_a_guarantor_that_is_missing_or_stayed_away(study):
    path = study / RECORD / "delegations.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    kept = [row for row in rows if (row["round"], row["actor_id"]) != ("7", "TUR")]
    changed = next(row for row in kept if (row["round"], row["actor_id"]) == ("8", "IRN"))
    changed |= {"role": "observer", "attended": "no"}
    write(path, kept)
    faults = list_faults(study)
    assert "expected the guarantor TUR at round 7, got no row; add its delegation" in faults
    assert "column role: expected guarantor for IRN, got 'observer'" in faults
    assert "column attended: expected yes for the guarantor IRN, got 'no'" in faults


def test_rows_out_of_order_and_a_file_too_many(study):
    path = study / RECORD / "rounds.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    write(path, [rows[1], rows[0], *rows[2:]])
    (study / RECORD / "speeches.csv").write_text("a\n", encoding="utf-8")
    faults = list_faults(study)
    assert "rounds.csv, row 2, column round: expected round 1, got round 2; sort the rows by round" in faults
    assert "speeches.csv: expected a table of the record, got an unknown name" in faults


def test_a_missing_file_is_told_with_the_other_faults(study):
    (study / RECORD / "remarks.csv").unlink()
    edit(study, "rounds", 3, city="Almaty")
    faults = list_faults(study)
    assert "remarks.csv" in faults
    assert "'Almaty'" in faults


def test_a_file_saved_by_a_spreadsheet_program(study):
    path = study / RECORD / "milestones.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_bytes(("\ufeff" + "\r\n".join(lines) + "\r\n").encode())
    edited = (study / RECORD / "rounds.csv").read_text(encoding="utf-8").replace("2023-06-20", "20/06/2023")
    (study / RECORD / "rounds.csv").write_text(edited, encoding="utf-8")
    faults = list_faults(study)
    assert "milestones.csv, row 1, column milestone_id: expected UTF-8 without a byte-order mark" in faults
    assert r"expected line ends \n, got \r\n" in faults
    assert "rounds.csv, row 21, column start_date: expected a date YYYY-MM-DD, got '20/06/2023'" in faults
    assert "reformatted it" in faults
    assert "an empty cell" not in faults
