"""A coded corpus read back: typed, filtered before it is read, part by part."""

import pandas as pd
import pytest

from astana_study.corpus.dataset import open_corpus
from astana_study.corpus.errors import NoCorpusError
from astana_study.corpus.parts import TABLES
from astana_study.corpus.running import code_corpus
from astana_study.tables.frames import make_empty


@pytest.fixture
def corpus(texts, tmp_path, small_parts):
    code_corpus(texts, tmp_path / "out", workers=1)
    return open_corpus(tmp_path / "out")


def test_frames_have_the_types_of_the_schema(corpus):
    for name, frame in corpus.tables.items():
        assert frame.dtypes.to_dict() == make_empty(name).dtypes.to_dict(), name
    assert corpus.problems.columns.tolist() == ["file", "article_id", "kind", "language", "reason"]


def test_filters_on_the_table_and_on_its_articles(corpus):
    claims, articles = corpus.claims, corpus.articles
    assert corpus.load("claims", where={"act": "condemn"}).equals(
        claims[claims["act"] == "condemn"].reset_index(drop=True))
    chosen = articles.loc[articles["round"].isin([1, 4]), "article_id"]
    where = {"round": {1, 4}, "act": ["condemn", "state"]}
    by_round = corpus.load("claims", columns=["article_id", "act"], where=where)
    expected = claims[claims["article_id"].isin(chosen) & claims["act"].isin(["condemn", "state"])]
    assert by_round.equals(expected[["article_id", "act"]].reset_index(drop=True)) and len(by_round) > 0
    later = corpus.load("articles", where=[("round", ">", 4), ("outlet", "!=", "Paper 6")])
    assert later["round"].tolist() == [10]
    assert len(corpus.load("claims", where={"outlet": "nobody"})) == 0


def test_parts_are_read_one_by_one_and_only_those_that_matter(corpus, monkeypatch):
    import pyarrow.parquet as pq

    assert pd.concat(corpus.iterate("claims"), ignore_index=True).equals(corpus.claims)
    opened = []
    real = pq.read_table
    monkeypatch.setattr(pq, "read_table", lambda path, **rest: (opened.append(path.parent.name), real(path, **rest))[1])
    corpus.load("claims", where={"outlet": "Paper 0"})
    assert opened.count("claims") == 1


@pytest.mark.parametrize("name, arguments, message", [
    ("claimz", {}, "no table 'claimz'"), ("claims", {"columns": ["acts"]}, "no column 'acts'"),
    ("claims", {"where": {"acts": "x"}}, "no column 'acts'; it has article_id"),
    ("claims", {"where": [("act", "=", "x")]}, "an operator of =="), ("claims", {"where": ["act"]}, "expected .column"),
])
def test_wrong_questions_are_told(corpus, name, arguments, message):
    with pytest.raises(ValueError, match=message):
        corpus.load(name, **arguments)


def test_what_is_no_coded_corpus_says_how_to_make_one(tmp_path):
    for path in (tmp_path, tmp_path / "nothing"):
        with pytest.raises(NoCorpusError, match="astana-study corpus code"):
            open_corpus(path)


def test_an_unknown_attribute_names_the_tables(corpus):
    assert "12 articles" in repr(corpus)
    with pytest.raises(AttributeError, match=TABLES[3]):
        _ = corpus.claimz
