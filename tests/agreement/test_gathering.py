"""Codings of one's own, from files and folders, and the commands that compare them."""

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from astana_study.agreement.checking import parse_coding
from astana_study.agreement.commands import add_commands
from astana_study.agreement.formats import FORMATS, write_coding
from astana_study.agreement.gathering import compare_with, gather_codings
from astana_study.agreement.gold import GoldError
from astana_study.agreement.loading import load_gold
from astana_study.codebook.printing import print_codebook

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "data" / "gold"
TEXT = "Moscow said that the talks were useful.\n\nTehran condemned the strikes."
CLAIM = {"cue": "condemned", "act": "condemn", "mode": "reported", "holder": "Tehran", "holder_status": "explicit",
         "holders": ["IRN"], "content": "the strikes"}  # fmt: skip
RAW = {"coder": "me", "claims": [CLAIM]}


@pytest.fixture
def call():
    app = typer.Typer()
    add_commands(app)
    return lambda *words: CliRunner().invoke(app, list(map(str, words)))


@pytest.fixture
def mine(tmp_path):
    """One text coded in each of the forms."""
    for number, ending in enumerate(FORMATS):
        (tmp_path / f"t{number}.txt").write_text(TEXT, encoding="utf-8")
        write_coding(parse_coding(RAW | {"article_id": f"t{number}"}, TEXT), tmp_path / f"t{number}{ending}")
    return tmp_path


def test_codings_in_every_form_are_gathered_from_a_folder(mine):
    texts = gather_codings([mine])
    assert [text.article.article_id for text in texts] == ["t0", "t1", "t2", "t3"]
    assert {text.coding.claims[0].cue for text in texts} == {(48, 57)}
    assert {text.coding.language for text in texts} == {"en"}


def test_all_that_cannot_be_read_is_told_at_once(mine):
    (mine / "t1.txt").unlink()
    (mine / "t2.txt").write_text(TEXT.replace("condemned", "deplored"), encoding="utf-8")
    (mine / "empty").mkdir()
    with pytest.raises(GoldError) as told:
        gather_codings([mine / "t1.jsonld", mine / "t2.ann", mine / "empty", mine / "t0.json"])
    message = str(told.value)
    assert "its text is not beside it; expected t1.txt or text.txt" in message
    assert "'condemned' should stand at 48" in message and "no coding in this folder" in message


def test_other_codings_find_their_texts(mine):
    texts = gather_codings([mine / "t0.json", mine / "t3.csv"])
    assert [coding.article_id for coding in compare_with([mine / "t3.csv"], texts)] == ["t3"]
    with pytest.raises(GoldError, match="a coding of none of these texts: t0, t3"):
        compare_with([mine / "t1.jsonld"], texts)


def test_the_study_folder_is_read_as_it_stands():
    (text,) = gather_codings([GOLD / "astana20-outcomes-ar"])
    assert text.coding == next(t.coding for t in load_gold(ROOT) if t.article.article_id == "astana20-outcomes-ar")


def test_compare_prints_measures_and_writes_tables(mine, call):
    result = call("compare", mine / "t0.json", mine / "t2.ann", "--out", mine / "out")
    assert result.exit_code == 0, result.output
    assert "claims_recall" in result.stdout and "2 texts" in result.stdout
    assert sorted(path.name for path in (mine / "out").iterdir()) == ["acts.csv", "differences.csv", "measures.csv"]


def test_compare_takes_another_coding_and_the_study_itself(mine, call, monkeypatch):
    monkeypatch.chdir(ROOT)
    name = GOLD / "ar-saudi-paper-8"
    result = call("compare", name, "--with", name / "second.json")
    assert result.exit_code == 0 and "1 text," in result.stdout
    result = call("compare", "--second", "--language", "en")
    assert result.exit_code == 0 and "4 texts" in result.stdout
    assert call("compare", mine / "t0.json", "--split", "dev").exit_code == 2


def test_codebook_prints_or_writes(tmp_path, call):
    assert call("codebook", "--language", "ar").stdout.startswith("# The codebook")
    assert call("codebook", "--out", tmp_path / "codebook.md").exit_code == 0
    assert (tmp_path / "codebook.md").read_bytes() == print_codebook().encode()


def test_the_gold_set_is_checked_when_it_is_loaded(tmp_path):
    with pytest.raises(GoldError, match="there is no such folder"):
        load_gold(tmp_path)
    with pytest.raises(GoldError, match="split='train': use one of dev, test"):
        load_gold(ROOT, split="train")
    folder = tmp_path / "data" / "gold"
    (folder / "one").mkdir(parents=True)
    (folder / "splits.csv").write_text("article_id,split\ntwo,dev\ntwo,train\n", encoding="utf-8")
    with pytest.raises(GoldError) as told:
        load_gold(tmp_path)
    for words in ("one has a folder, but does not stand in it", "two stands in it, but has no folder",
                  "'train' is none of", "more than once"):
        assert words in str(told.value)
