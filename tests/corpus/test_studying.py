"""A corpus as a study folder: the tables load, the notebooks' contracts hold, the figures draw."""

import json

import pytest

from astana_study import figures, load_table
from astana_study.corpus.dataset import open_corpus
from astana_study.corpus.errors import CorpusError
from astana_study.corpus.running import code_corpus
from astana_study.corpus.studying import write_study
from astana_study.tables.schema import list_tables


@pytest.fixture
def corpus(texts, tmp_path):
    code_corpus(texts, tmp_path / "coded", workers=1)
    return open_corpus(tmp_path / "coded")


@pytest.fixture
def study(tmp_path):
    """A study with a record without rows, and one notebook about an article of its own."""
    from astana_study.tables.files import write_tables
    from astana_study.tables.frames import make_empty

    folder = tmp_path / "study"
    write_tables({table.name: make_empty(table.name) for table in list_tables()}, folder / "data" / "processed")
    cells = [{"cell_type": "markdown", "metadata": {}, "source": "# Article"},
             {"cell_type": "code", "metadata": {"tags": ["parameters"]}, "execution_count": 1, "outputs": [{"x": 1}],
              "source": ['article_id = "theirs"\n', 'language = "en"']}]
    (folder / "notebooks").mkdir()
    (folder / "notebooks" / "article.ipynb").write_text(json.dumps({"cells": cells}), encoding="utf-8")
    (folder / "notebooks" / "runs.toml").write_text("[settings]\n", encoding="utf-8")
    return folder


def test_a_corpus_becomes_a_study(corpus, study, tmp_path):
    written = write_study(corpus, tmp_path / "mine", study=study)
    assert [path.stem for path in written] == [table.name for table in list_tables()]
    assert len(load_table("claims", tmp_path / "mine")) == corpus.rows["claims"]
    assert len(load_table("actors", tmp_path / "mine")) > 20
    notebook = json.loads((tmp_path / "mine" / "notebooks" / "article.ipynb").read_text(encoding="utf-8"))
    cell = notebook["cells"][1]
    assert cell["outputs"] == [] and cell["source"].startswith(f'article_id = "{corpus.articles.article_id.min()}"\n')
    assert (tmp_path / "mine" / "notebooks" / "runs.toml").is_file()


def test_figures_take_a_corpus(corpus):
    drawn = figures.draw_claims_by_act(corpus.claims, corpus.claim_actors)
    assert drawn is not None


def test_what_is_there_is_not_written_over_and_what_is_too_large_is_told(corpus, study, tmp_path, monkeypatch):
    with pytest.raises(CorpusError, match="expected a new or an empty folder"):
        write_study(corpus, study, study=study)
    monkeypatch.setattr("astana_study.corpus.studying.MOST_ROWS", 3)
    with pytest.raises(CorpusError, match="rows in one table; notebooks read whole tables"):
        write_study(corpus, tmp_path / "mine", study=study)
