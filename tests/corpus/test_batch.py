"""Files of the user's own: the good ones are coded, the bad ones named, and tables appear whole or not at all."""

import pytest

from astana_study.corpus.batch import code_files, write_coding
from astana_study.tables.schema import list_tables

TEXT = "قال المندوب الروسي إن الجولة انتهت.\n"


@pytest.fixture
def texts(tmp_path):
    for name in ("01.txt", "other/01.txt", "خبر.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x01")
    return tmp_path


def test_all_files_stand_in_one_set_of_tables(texts):
    told = []
    paths = [texts / "01.txt", texts / "other" / "01.txt", texts / "خبر.txt"]
    tables, refusals = code_files(paths, report=told.append)
    assert tables["articles"]["article_id"].tolist() == ["01", "01-2", "khbr"]
    assert list(tables) == [table.name for table in list_tables("text")]
    assert refusals == [] and told == paths


def test_a_file_named_twice_is_coded_once(texts):
    tables, _ = code_files([texts / "01.txt", texts / "other" / ".." / "01.txt"])
    assert tables["articles"]["article_id"].tolist() == ["01"]


def test_bad_files_are_named_and_do_not_stop_the_others(texts):
    names = ["empty.txt", "picture.png", "missing.txt", "other", "01.txt"]
    tables, refusals = code_files([texts / name for name in names])
    assert len(tables["articles"]) == 1
    assert [refusal.path.name for refusal in refusals] == names[:-1]
    for refusal, words in zip(refusals, ("empty", "not text", "no such file", "folder"), strict=True):
        assert words in refusal.reason and str(refusal.path) not in refusal.reason


def test_without_a_good_file_there_are_no_tables(texts):
    assert code_files([texts / "empty.txt"])[0] == {}


@pytest.mark.parametrize("format", ["csv", "jsonl", "parquet"])
def test_tables_are_written_in_each_format_and_nothing_else(texts, format):
    tables, _ = code_files([texts / "01.txt"])
    written = write_coding(tables, texts / "out" / "here", format=format)
    assert sorted(path.name for path in written) == sorted(f"{table.name}.{format}" for table in list_tables("text"))
    assert sorted((texts / "out" / "here").iterdir()) == sorted(written)


def test_an_out_that_is_a_file_is_refused(texts):
    tables, _ = code_files([texts / "01.txt"])
    with pytest.raises(NotADirectoryError, match="is a file, but --out must name a folder"):
        write_coding(tables, texts / "01.txt" / "deep")


def test_a_write_that_fails_leaves_the_old_tables(texts, monkeypatch):
    out = texts / "out"
    tables, _ = code_files([texts / "01.txt"])
    write_coding(tables, out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}

    def fill_the_disk(tables, folder, **_):
        (folder / "articles.csv").write_text("half", encoding="utf-8")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("astana_study.tables.files.write_tables", fill_the_disk)
    with pytest.raises(OSError, match="No space left"):
        write_coding(tables, out)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
