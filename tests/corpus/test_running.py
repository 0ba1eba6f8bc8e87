"""A corpus is coded to the same bytes whoever does it; it resumes; a bad file costs that file."""

import json
import os
import subprocess
import sys

import pytest

from astana_study.corpus.dataset import open_corpus
from astana_study.corpus.errors import BadFileError, CorpusError, NoCorpusError
from astana_study.corpus.parts import TABLES
from astana_study.corpus.running import code_corpus
from astana_study.tables.coding import code_article
from astana_study.text.reading import read_article

ARABIC = "قال المندوب الروسي إن الجولة انتهت.\n"
ENGLISH = "Moscow said that the sides agreed to meet again. Damascus condemned the attacks.\n"


def read_bytes(folder):
    """Return the bytes of every file of a dataset that is to be seen, by name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*"))
            if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)}


@pytest.fixture
def broken(texts):
    """The texts with one of everything bad beside them."""
    (texts / "empty.txt").touch()
    (texts / "white.txt").write_text(" \n", encoding="utf-8")
    (texts / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    (texts / "mixed.txt").write_bytes(ARABIC.encode("utf-8") + ARABIC.encode("cp1256"))
    (texts / "french.txt").write_text("Les pays garants se sont réunis à Astana et ont publié une déclaration.\n" * 3,
                                      encoding="utf-8")
    (texts / "page.html").write_text("<p>x", encoding="utf-8")
    (texts / "changed.txt").write_text(ENGLISH, encoding="utf-8")
    (texts / "changed.toml").write_text(f'sha256 = "{"0" * 64}"\n', encoding="utf-8")
    (texts / "round 23.txt").write_text(ENGLISH, encoding="utf-8")
    (texts / "round 23.toml").write_text("round = 23\n", encoding="utf-8")
    (texts / "سطر\nجديد.txt").write_text(ARABIC, encoding="utf-8")
    (texts / "loop").symlink_to(texts)
    with (texts / "large.txt").open("wb") as file:
        file.truncate(50_000_000)
    return texts


KINDS = {"empty.txt": "empty", "white.txt": "empty", "picture.txt": "not_text", "mixed.txt": "encoding",
         "french.txt": "language", "page.html": "not_added", "changed.txt": "changed", "round 23.txt": "metadata",
         "loop": "link", "large.txt": "too_large"}


def test_the_tables_are_those_of_the_articles_one_by_one(texts, tmp_path, small_parts):
    run = code_corpus(texts, tmp_path / "out", workers=1)
    assert (run.files, run.coded, run.problems) == (12, 12, 0) and run.parts >= 3
    corpus = open_corpus(tmp_path / "out")
    assert corpus.rows == run.rows
    claims, articles = corpus.claims, corpus.articles
    assert articles["article_id"].is_unique and len(claims) >= 12
    for path in texts.rglob("*.txt"):
        article = read_article(path)
        (article_id,) = articles.loc[articles["sha256"] == article.sha256, "article_id"]
        alone = code_article(article).claims
        here = claims[claims["article_id"] == article_id]
        assert here.drop(columns="article_id").values.tolist() == alone.drop(columns="article_id").values.tolist()


def test_one_worker_two_workers_and_a_cluster_write_the_same_bytes(broken, tmp_path, small_parts):
    from distributed import LocalCluster

    code_corpus(broken, tmp_path / "one", workers=1)
    code_corpus(broken, tmp_path / "two", workers=2)
    expected = read_bytes(tmp_path / "one")
    assert set(expected) > {"manifest.json"} and read_bytes(tmp_path / "two") == expected
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None,
                      host="127.0.0.1") as cluster:
        code_corpus(broken, tmp_path / "cluster", scheduler=cluster.scheduler_address)
    assert read_bytes(tmp_path / "cluster") == expected


def test_each_bad_file_is_named_and_the_others_are_coded(broken, tmp_path, small_parts):
    run = code_corpus(broken, tmp_path / "out", workers=1)
    corpus = open_corpus(tmp_path / "out")
    problems = corpus.problems.set_index("file")
    assert problems["kind"].to_dict() == KINDS
    assert problems["reason"].str.len().min() > 5
    assert not problems["reason"].str.contains(str(broken)).any() and not problems["reason"].str.contains("\n").any()
    assert problems.loc["french.txt", "language"] == "fr"
    assert run.files == len(KINDS) + 13 and run.coded == 13
    assert not set(problems["article_id"]) & set(corpus.articles["article_id"])


def test_a_strict_run_stops_at_a_bad_file_but_not_at_a_language(broken, tmp_path):
    with pytest.raises(BadFileError, match=r"changed\.txt: the file is not the one .*without --strict"):
        code_corpus(broken, tmp_path / "out", workers=1, strict=True)
    assert not (tmp_path / "out" / "manifest.json").exists()
    for name, kind in KINDS.items():
        if kind not in ("language", "not_added", "link"):
            (broken / name).unlink()
    assert code_corpus(broken, tmp_path / "out", workers=1, strict=True).problems == 5


def test_interrupted_work_resumes_and_ends_in_the_same_bytes(texts, tmp_path, small_parts):
    whole = code_corpus(texts, tmp_path / "whole", workers=1)

    def interrupt(part):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        code_corpus(texts, tmp_path / "out", workers=1, report=interrupt)
    with pytest.raises(NoCorpusError, match="interrupted; run it again"):
        open_corpus(tmp_path / "out")
    run = code_corpus(texts, tmp_path / "out", workers=1)
    assert run.made == whole.parts - 1
    assert read_bytes(tmp_path / "out") == read_bytes(tmp_path / "whole")
    assert code_corpus(texts, tmp_path / "out", workers=1).made == 0


def test_only_what_changed_is_coded_again_and_nothing_old_is_left(texts, tmp_path, small_parts):
    code_corpus(texts, tmp_path / "out", workers=1)
    (texts / "outlet 0" / "00.txt").write_text(ENGLISH, encoding="utf-8")
    (texts / "outlet 2" / "11.txt").unlink()
    run = code_corpus(texts, tmp_path / "out", workers=1)
    assert 0 < run.made < run.parts
    code_corpus(texts, tmp_path / "new", workers=1)
    assert read_bytes(tmp_path / "out") == read_bytes(tmp_path / "new")
    lost = next((tmp_path / "out" / "claims").iterdir())
    lost.unlink()
    assert code_corpus(texts, tmp_path / "out", workers=1).made == 1
    assert read_bytes(tmp_path / "out") == read_bytes(tmp_path / "new")


def test_a_full_disk_ends_the_run_and_leaves_no_half_of_anything(texts, tmp_path, monkeypatch):
    def fill(path, content):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch, pytest.raises(OSError, match="No space left"):
        patch.setattr("astana_study.corpus.parts.write_file", fill)
        code_corpus(texts, tmp_path / "out", workers=1)
    assert read_bytes(tmp_path / "out") == {} and not list((tmp_path / "out").rglob("*.tmp"))
    assert code_corpus(texts, tmp_path / "out", workers=1).coded == 12


def test_a_fault_of_the_coder_costs_one_article(texts, tmp_path, monkeypatch):
    from astana_study.coding import coder

    whole = coder.append_records

    def fail(records, article, codebook):
        whole(records, article, codebook)
        if article.outlet == "Paper 3":
            raise RecursionError("too deep")

    monkeypatch.setattr(coder, "append_records", fail)
    code_corpus(texts, tmp_path / "out", workers=1)
    corpus = open_corpus(tmp_path / "out")
    assert corpus.problems["kind"].tolist() == ["coder"] and len(corpus.articles) == 11
    assert set(corpus.claims["article_id"]) <= set(corpus.articles["article_id"])


def test_an_empty_folder_gives_empty_tables(tmp_path):
    (tmp_path / "texts").mkdir()
    assert code_corpus(tmp_path / "texts", tmp_path / "out").coded == 0
    corpus = open_corpus(tmp_path / "out")
    assert {name: len(corpus.load(name)) for name in TABLES} == dict.fromkeys(TABLES, 0)


def test_two_runs_do_not_write_to_one_place(texts, tmp_path):
    def start_another(part):
        with pytest.raises(CorpusError, match="another run writes there"):
            code_corpus(texts, tmp_path / "out", workers=1)

    code_corpus(texts, tmp_path / "out", workers=1, report=start_another)


@pytest.mark.parametrize("arguments, message", [
    ({"workers": 0}, "from 1 on, got 0"), ({"scheduler": "nonsense://x"}, "no Dask scheduler answers"),
])
def test_wrong_arguments_are_told(texts, tmp_path, arguments, message):
    with pytest.raises((ValueError, CorpusError), match=message):
        code_corpus(texts, tmp_path / "out", **arguments)


def test_pandas_reads_the_dataset_with_nothing_of_ours(texts, tmp_path, small_parts):
    run = code_corpus(texts, tmp_path / "out", workers=1)
    program = ("import sys, pandas as pd; frame = pd.read_parquet(sys.argv[1], filters=[('act', '==', 'condemn')]);"
               "print(len(frame), frame.act.unique().tolist(), 'astana_study' in sys.modules)")
    done = subprocess.run([sys.executable, "-c", program, str(run.out / "claims")], capture_output=True, text=True,
                          check=True, env=os.environ | {"PYTHONWARNINGS": "default"})
    assert done.stdout.split()[1:] == ["['condemn']", "False"] and int(done.stdout.split()[0]) == 12
    assert json.loads((run.out / "manifest.json").read_text(encoding="utf-8"))["rows"]["articles"] == 12


INTERRUPTED = """
import os, signal, sys
from astana_study.corpus import walking
from astana_study.corpus.running import code_corpus
if __name__ == "__main__":
    walking.MOST_IN_PART = 4
    try:
        code_corpus(sys.argv[1], sys.argv[2], workers=2, report=lambda part: os.kill(os.getpid(), signal.SIGINT))
    except KeyboardInterrupt:
        print("interrupted")
"""


def test_control_c_ends_the_workers_too_and_keeps_what_they_finished(texts, tmp_path, small_parts):
    program = tmp_path / "interrupted.py"
    program.write_text(INTERRUPTED, encoding="utf-8")
    command = [sys.executable, program, texts, tmp_path / "out"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("interrupted\n", "")
    assert not list((tmp_path / "out").rglob("*.tmp")) and not (tmp_path / "out" / "manifest.json").exists()
    run = code_corpus(texts, tmp_path / "out", workers=1)
    assert run.made < run.parts
    code_corpus(texts, tmp_path / "whole", workers=1)
    assert read_bytes(tmp_path / "out") == read_bytes(tmp_path / "whole")
