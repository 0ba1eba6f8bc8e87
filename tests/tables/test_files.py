import json

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import astana_study.tables.files as files
from astana_study.tables.errors import MissingTableError, TableError
from astana_study.tables.files import find_root, load_table, read_table, write_file, write_tables
from astana_study.tables.frames import DTYPES, frame_rows, make_empty
from astana_study.tables.schema import get_table, list_tables

WORDS = st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(
    ["NA", "nan", "", "None", '"', "a,b", "a\nb", "a\r\nb", "\r", " x ", "٢٠", "أستانا، «20»", "\u200f", "\x00", "1e5"]
)
CELLS = {
    "string": WORDS,
    "integer": st.integers(-(10**17), 10**17) | st.none(),
    "boolean": st.booleans(),
    "date": st.dates().map(lambda day: day.isoformat().rjust(10, "0")) | st.just(""),
}


def write_csv(folder, name, text):
    path = folder / f"{name}.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@given(st.data(), st.sampled_from(["claims", "articles", "topics", "claim_actors"]))
def test_what_is_written_is_read_back_to_the_letter(tmp_path_factory, data, name):
    table = get_table(name)
    rows = data.draw(st.lists(st.tuples(*(CELLS[column.type] for column in table.columns)), max_size=5))
    frame = frame_rows(table, rows)
    folder = tmp_path_factory.mktemp("tables")
    write_tables({name: frame}, folder)
    back = read_table(folder / f"{name}.csv", name)
    keys = list(table.key)
    expected = frame.sort_values(keys, kind="stable", ignore_index=True, na_position="last")
    pd.testing.assert_frame_equal(back, expected)


@pytest.mark.parametrize("format", ["csv", "jsonl", "parquet"])
@pytest.mark.parametrize("name", [table.name for table in list_tables()])
def test_a_table_without_rows_keeps_its_columns_and_types(tmp_path, name, format):
    (path,) = write_tables({name: make_empty(name)}, tmp_path, format=format)
    if format == "csv":
        back = read_table(path, name)
        assert back.columns.tolist() == get_table(name).column_names
        assert [str(kind) for kind in back.dtypes] == [DTYPES[column.type] for column in get_table(name).columns]
        assert len(back) == 0
    elif format == "jsonl":
        assert path.read_bytes() == b""
    else:
        back = pd.read_parquet(path)
        assert back.columns.tolist() == get_table(name).column_names


def test_rows_are_sorted_by_key_and_bytes_are_the_same_each_time(tmp_path):
    frame = frame_rows("claim_topics", [("b", 1, "idlib"), ("a", 10, "golan"), ("a", 9, "covid")])
    (path,) = write_tables({"claim_topics": frame}, tmp_path)
    assert path.read_bytes() == b"article_id,claim_id,topic_id\na,9,covid\na,10,golan\nb,1,idlib\n"
    for format in ("csv", "jsonl", "parquet"):
        (first,) = write_tables({"claim_topics": frame}, tmp_path / "1", format=format)
        (second,) = write_tables({"claim_topics": frame.iloc[::-1]}, tmp_path / "2", format=format)
        assert first.read_bytes() == second.read_bytes()


def test_json_lines_hold_types_and_arabic_as_it_is(tmp_path):
    row = ("a", "أستانا", "ar", "", "coverage", "", "unknown", None, "unknown", "", "0" * 64, 5, 1)
    (path,) = write_tables({"articles": frame_rows("articles", [row])}, tmp_path, format="jsonl")
    assert "أستانا" in path.read_text(encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8"))["round"] is None


def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(tmp_path, monkeypatch):
    path = write_file(tmp_path / "a.csv", b"old")

    def fail(descriptor):
        raise OSError("disk full")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(OSError, match="disk full"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_is_written_when_one_of_the_tables_cannot_be(tmp_path):
    with pytest.raises(KeyError, match="lacks"):
        write_tables({"topics": make_empty("topics"), "claims": make_empty("topics")}, tmp_path)
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ValueError, match="format 'xls': expected one of csv, jsonl, parquet"):
        write_tables({}, tmp_path, format="xls")


def test_a_file_saved_by_a_spreadsheet_program_has_every_fault_named_at_once(tmp_path):
    text = (
        "\ufeffround;number;date;actor_id;person_id;speaker;topic_id;about;source_url;confidence\r\n"
        "20;1;21/06/2023;RUS;;A;idlib;x;https://a.b/c;high\r\n"
        "20;2.0;21-Jun-23;RUS;;A;idlib;x;https://a.b/c;high\r\n"
        "20;3;2023-06-21;RUS;;A;idlib;x\r\n"
    )
    with pytest.raises(TableError) as caught:
        read_table(write_csv(tmp_path, "remarks", text), "remarks")
    message = str(caught.value)
    for told in (
        "remarks.csv, row 1, column round: expected UTF-8 without a byte-order mark",
        "remarks.csv, row 1, column round: expected commas between cells, got semicolons",
        r"expected line ends \n, got \r\n",
        "remarks.csv, row 2, column date: expected a date YYYY-MM-DD, got '21/06/2023'; write the year first",
        "remarks.csv, row 3, column number: expected a whole number, got '2.0'",
        "remarks.csv, row 3, column date: expected a date YYYY-MM-DD, got '21-Jun-23'",
        "remarks.csv, row 4: expected 10 cells as in the header, got 8",
        "a spreadsheet program reformatted it",
    ):
        assert told in message
    assert len(caught.value.faults) == 7


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("topic_id,label_en,label_ar,definition", "column pax: expected this column, got none of that name"),
        ("topic_id,label_en,label_ar,definition,pax,x", "column x: expected a column of the table, got 'x'"),
        ("label_en,topic_id,label_ar,definition,pax", "expected columns in the order topic_id,label_en"),
        ("topic_id,topic_id,label_ar,definition,pax", "expected each column once, got 2 times"),
        ("", "expected this column"),
    ],
)
def test_faults_of_a_header(tmp_path, header, told):
    with pytest.raises(TableError) as caught:
        read_table(write_csv(tmp_path, "topics", header + "\n"), "topics")
    assert told in str(caught.value)


def test_what_is_not_utf8_and_truth_values_in_capitals(tmp_path):
    with pytest.raises(TableError, match=r"row 2: expected UTF-8, got byte 50 is 0xe1"):
        text = b"topic_id,label_en,label_ar,definition,pax\nidlib,x,\xe1,d,\n"
        read_table(write_csv(tmp_path, "topics", text), "topics")
    header = ",".join(get_table("claims").column_names)
    cells = ",".join("TRUE" if c.type == "boolean" else "" for c in get_table("claims").columns)
    with pytest.raises(TableError, match="column direct_quote: expected True or False, got 'TRUE'"):
        read_table(write_csv(tmp_path, "claims", f"{header}\n{cells}\n"), "claims")


def test_a_missing_file_says_what_to_do(tmp_path):
    with pytest.raises(FileNotFoundError, match="astana-study build"):
        load_table("claims", tmp_path)
    with pytest.raises(KeyError, match="no table 'claim'; there are: articles"):
        load_table("claim", tmp_path)


def test_the_study_folder_is_found_upward(tmp_path, monkeypatch):
    (tmp_path / "data/raw/articles").mkdir(parents=True)
    below = tmp_path / "notebooks/deep"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert find_root() == tmp_path
    write_tables({"topics": frame_rows("topics", [("t", "T", "ت", "d", "")])}, tmp_path / "data/processed")
    assert load_table("topics").topic_id.tolist() == ["t"]


def test_without_a_study_folder_the_published_tables_are_loaded(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(files, "_PACKAGE", tmp_path / "a/site-packages/astana_study")
    with pytest.raises(MissingTableError):
        find_root()
    published = tmp_path / "a/site-packages/astana_study/published"
    write_tables({"topics": frame_rows("topics", [("t", "T", "ت", "d", "")])}, published)
    assert load_table("topics").topic_id.tolist() == ["t"]
