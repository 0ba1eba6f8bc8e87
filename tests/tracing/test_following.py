"""From a mark back to the words: every mark of every figure, every span of every claim."""

import shutil
from pathlib import Path

import pandas as pd
import pytest

import astana_study as study
from astana_study import figures
from astana_study.tables.building import build_tables
from astana_study.tables.files import load_table, write_tables
from astana_study.tracing.marks import find_rows

ROOT = Path(__file__).parents[2]
ARTICLE = "astana20-outcomes-ar"


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """A study folder with the first article and the record, its tables built."""
    root = tmp_path_factory.mktemp("study")
    (root / "data/raw/articles").mkdir(parents=True)
    for path in (ROOT / "data/raw/articles").glob(f"{ARTICLE}.*"):
        shutil.copy(path, root / "data/raw/articles")
    shutil.copytree(ROOT / "data/raw/record", root / "data/raw/record")
    write_tables(build_tables(root), root / "data/processed")
    return root


@pytest.fixture(scope="module")
def tables(root):
    return {path.stem: load_table(path.stem, root) for path in (root / "data/processed").glob("*.csv")}


def test_every_mark_of_every_figure_leads_to_the_rows_that_it_counts(tables):
    # five rounds instead of 22, for speed
    tables = tables | {name: tables[name][tables[name]["round"].isin([1, 2, 14, 20, 21])] for name in (
        "rounds", "statement_acts", "statement_act_targets", "delegations")}
    wrong = []
    for drawn in figures.draw_all(tables):
        for row in drawn.data.to_dict("records"):
            found = {name: len(rows) for name, rows in find_rows(drawn.name, row, tables).items()}
            acts, claims = found.get("statement_acts", 0), found.get("claims", 0)
            right = (acts == row["rows"] if "rows" in row else
                     claims == row["targeting"] + row["naming"] if "targeting" in row else
                     (acts, claims) == (row["statement_rows"], row["claims"]) if "statement_rows" in row else
                     claims == row["claims"] if "claims" in row else
                     bool(found) == (row.get("attended") != "not recorded"))
            if not right:
                wrong.append((drawn.name, row, found))
    assert wrong == []


def test_every_claim_and_mention_is_found_in_the_file_to_the_letter(root, tables):
    for name in ("claims", "mentions"):
        trace = study.trace(name, tables[name], tables=tables, root=root)
        assert len(trace.rows) == len(tables[name])
        assert {passage.found for passage in trace.passages} == {True}
        assert [(source.file, source.intact) for source in trace.sources] == [
            (f"data/raw/articles/{ARTICLE}.txt", True)]


def test_the_lines_are_those_of_the_published_files(root, tables):
    lines = (root / "data/processed/claims.csv").read_text(encoding="utf-8").splitlines()
    for row in study.trace("claims", tables["claims"], tables=tables, root=root).rows:
        assert lines[row.line - 1].startswith(f"{ARTICLE},{row.key['claim_id']},")


def test_a_mark_of_a_figure_leads_to_the_sentence(root, tables):
    drawn = figures.draw_claims_by_act(tables["claims"], tables["claim_actors"])
    first = drawn.data.iloc[0]
    by_number = study.trace(drawn, 0, root=root)
    by_columns = study.trace(drawn, holder=first["holder"], act=first["act"], article_id=ARTICLE, root=root)
    assert repr(by_number) == repr(by_columns)
    assert repr(by_number).startswith("figure claims_by_act, row 0: holder ")
    assert by_number.passages and all(passage.found for passage in by_number.passages)


def test_a_row_of_the_record_leads_to_its_page(root, tables):
    act = tables["statement_acts"].iloc[0]
    trace = study.trace("statement_acts", round=act["round"], number=act["number"], root=root)
    assert [(source.address, source.confidence) for source in trace.sources] == [
        (act["source_url"], act["confidence"])]
    assert trace.passages == () and act["source_url"] in repr(trace)


def test_what_is_not_recorded_has_nothing_behind_it(root, tables):
    drawn = figures.draw_topics(tables["statement_acts"], tables["rounds"])
    empty = int((drawn.data["recorded"] == "no").to_numpy().argmax())
    trace = study.trace(drawn, empty, root=root)
    assert (trace.rows, trace.passages, trace.sources) == ((), (), ())
    nothing = study.trace("claims", tables["claims"].head(0), root=root)
    assert repr(nothing) == "nothing stands behind this mark: nothing is recorded there"
    assert nothing._repr_html_().startswith("<p>")


def test_the_html_runs_in_the_direction_of_the_article(root, tables):
    html = study.trace("claims", tables["claims"].head(1), root=root)._repr_html_()
    assert '<div dir="rtl" lang="ar"' in html and 'title="cue"' in html
    assert html.count("<ol") == html.count("</ol>") == 1


def test_a_changed_or_missing_file_is_told(root, tables, tmp_path):
    shutil.copytree(root / "data", tmp_path / "data")
    path = tmp_path / f"data/raw/articles/{ARTICLE}.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("أستانا", "سوتشي"), encoding="utf-8")
    changed = study.trace("claims", tables["claims"].head(1), root=tmp_path)
    assert not changed.sources[0].intact and "CHANGED" in repr(changed)
    path.unlink()
    gone = study.trace("claims", tables["claims"].head(1), root=tmp_path)
    assert gone.passages[0].found is None and "not at hand" in repr(gone)


@pytest.mark.parametrize(("call", "error", "said"), [
    (lambda drawn, root: study.trace(drawn, root=root), LookupError, "name one by its number or its columns"),
    (lambda drawn, root: study.trace(drawn, 999, root=root), LookupError, "has no row 999"),
    (lambda drawn, root: study.trace(drawn, holder="nobody", root=root), LookupError, "no rows of the figure"),
    (lambda drawn, root: study.trace(drawn, speaker="RUS", root=root), KeyError, "has no column 'speaker'; it has "),
    (lambda drawn, root: study.trace("claims", claim_id=9999, root=root), LookupError, "its first row has article_id"),
    (lambda drawn, root: study.trace("claim", root=root), KeyError, "claim"),
    (lambda drawn, root: find_rows("nothing", {}, {}), KeyError, "can be traced"),
])
def test_a_wrong_question_is_told_what_there_is(root, tables, call, error, said):
    drawn = figures.draw_claims_by_act(tables["claims"], tables["claim_actors"])
    with pytest.raises(error, match=said):
        call(drawn, root)


def test_no_table_is_changed(tables, root):
    before = {name: table.copy() for name, table in tables.items()}
    study.trace("claim_topics", tables["claim_topics"], tables=tables, root=root)
    for name, table in tables.items():
        pd.testing.assert_frame_equal(table, before[name])
