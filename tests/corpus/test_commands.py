"""The commands: what they say, and the exit code for each way they can end."""

import pandas as pd
import pytest
from typer.testing import CliRunner

from astana_study.cli import app
from astana_study.corpus.dataset import open_corpus
from astana_study.corpus.parts import digest_code
from astana_study.terminal import FAILED, INTERRUPTED, OK, USAGE

ENGLISH = "Moscow said that the sides agreed to meet again. Damascus condemned the attacks."


def call(*arguments):
    result = CliRunner().invoke(app, list(map(str, arguments)))
    assert "Traceback" not in result.output
    return result


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    rows = 'headline,body\n"=1+1",Turkey rejected any plan for a region of its own in the north.\n'
    (tmp_path / "rows.csv").write_text(rows, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    return tmp_path


def test_the_way_from_files_to_a_spreadsheet(here):
    added = call("add", "a.txt", "rows.csv", "--columns", "text=body,title=headline", "--outlet", "Paper")
    assert (added.exit_code, added.output) == (OK, "corpus: 2 added, 0 there already, 0 not added\n")
    assert "0 added, 1 there already" in call("add", "a.txt", "--outlet", "Paper").output
    coded = call("corpus", "code", "corpus", "--out", "coded", "--workers", "1")
    assert coded.exit_code == OK and "2 of 2 files coded" in coded.output and "1 of 1 parts made" in coded.output
    assert "0 of 1 parts made" in call("corpus", "code", "corpus", "--out", "coded", "--workers", "1").output
    exported = call("corpus", "export", "coded", "articles", "--out", "articles.csv", "--where", "outlet=Paper")
    assert (exported.exit_code, exported.output) == (OK, "articles.csv: 2 rows\n")
    assert "'=1+1" in pd.read_csv("articles.csv")["title"].tolist()
    assert open_corpus("coded").load("articles", columns=["title"])["title"].isin(["=1+1"]).sum() == 1
    groups = call("corpus", "duplicates", "coded", "--out", "groups")
    assert groups.exit_code == OK and "article_groups.csv: 0 groups, 0 rows" in groups.output
    assert (here / "groups" / "claim_groups.csv").is_file()


def test_bad_files_are_named_and_the_exit_code_says_so(here):
    result = call("add", "a.txt", "empty.txt", "missing.txt")
    assert result.exit_code == USAGE and "1 added" in result.output
    assert "empty.txt: there is nothing in it" in result.output
    assert "missing.txt: there is no such file" in result.output
    assert call("add", "empty.txt", "--strict").exit_code == USAGE
    (here / "corpus" / "texts" / "french.txt").write_text("Les pays garants se sont réunis à Astana. " * 4,
                                                          encoding="utf-8")
    coded = call("corpus", "code", "corpus", "--out", "coded", "--workers", "1")
    assert coded.exit_code == OK and "1 files were not coded (language 1)" in coded.output


def test_a_dry_run_says_what_would_be(here):
    result = call("add", "a.txt", "http://example.org/", "--dry-run")
    assert result.exit_code == OK and "1 would be added" in result.output and "would fetch 1 pages" in result.output
    assert not (here / "corpus").exists()


@pytest.mark.parametrize("arguments, message", [
    (("add", "a.txt", "--columns", "txt=body"), "expected FIELD=COLUMN with a field of text"),
    (("add", "a.txt", "--to", "."), "it is no corpus"), (("add", "a.txt", "--to", "a.txt"), "is a file"),
    (("corpus", "code", "nowhere", "--out", "x"), "found nothing; name the folder"),
    (("corpus", "export", "nowhere", "claims"), "astana-study corpus code"),
    (("corpus", "code", ".", "--out", "a.txt"), "is a file, but the dataset is a folder"),
])
def test_wrong_use_is_told(here, arguments, message):
    result = call(*arguments)
    assert result.exit_code in (USAGE, FAILED) and message in result.output


def test_wrong_conditions_are_told(here):
    call("corpus", "code", ".", "--out", "coded", "--workers", "1")
    for where, message in (("act", "expected COLUMN=VALUE"), ("round=x", "round holds int64 values"),
                           ("acts=x", "no column 'acts'")):
        result = call("corpus", "export", "coded", "claims", "--where", where)
        assert result.exit_code == USAGE and message in result.output
    assert call("corpus", "export", "coded", "claims", "--where", "distanced=False").exit_code == OK


def test_an_interruption_has_its_own_exit_code(here, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("astana_study.corpus.running.code_corpus", interrupt)
    assert call("corpus", "code", ".", "--out", "coded").exit_code == INTERRUPTED


def test_fetch_takes_the_sources_of_the_record(here, monkeypatch):
    asked = []

    def pretend(rows, folder, **options):
        asked.extend(rows)
        return []

    monkeypatch.setattr("astana_study.corpus.fetching.fetch_pages", pretend)
    sources = pd.DataFrame({"round": [1, 2, 2], "language": ["ar", "en", "ru"], "outlet": ["A", "B", "C"], "date": "",
                            "source_url": ["https://a.example/", "https://b.example/", "https://c.example/"]})
    monkeypatch.setattr("astana_study.tables.files.load_table", lambda name, root=None: sources)
    result = call("fetch", "--round", "2")
    assert [row["outlet"] for row in asked] == ["B"] and result.exit_code == FAILED
    assert call("fetch", "--round", "9").exit_code == USAGE


def test_a_missing_package_says_what_to_install(here, monkeypatch):
    def fail(name):
        raise ImportError(f"No package metadata was found for {name}")

    monkeypatch.setattr("importlib.metadata.version", fail)
    monkeypatch.setattr("astana_study.corpus.parts.digest_code", digest_code.__wrapped__)
    monkeypatch.setattr("astana_study.corpus.running.digest_code", digest_code.__wrapped__)
    result = call("corpus", "code", ".", "--out", "coded", "--workers", "1")
    assert result.exit_code == FAILED and "pip install 'astana-study[corpus]'" in result.output
