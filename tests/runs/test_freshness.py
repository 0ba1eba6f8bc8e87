"""What changed by content is due again; what was only touched is not."""

import os

import pytest

from astana_study.runs.freshness import digest_files, digest_inputs, is_build_current, is_current, keep_build
from astana_study.runs.plan import list_runs, read_plan
from astana_study.runs.reproducing import execute_runs, sort_out


@pytest.fixture
def made(plan, farm):
    due, _ = sort_out(plan, list_runs(plan))
    assert [outcome.status for outcome in execute_runs(plan, due, farm, jobs=2)] == ["ran"] * 3
    return plan


def count_due(plan, **options):
    due, current = sort_out(plan, list_runs(plan), **options)
    assert len(due) + len(current) == 3
    return len(due)


def test_what_is_made_is_not_due_again(made):
    assert count_due(made) == 0
    assert count_due(made, force=True) == 3


def test_a_touched_file_is_not_a_changed_one(made):
    os.utime(made["counts"].path, (1, 1))
    assert count_due(made) == 0


@pytest.mark.parametrize("name", ["data/processed/numbers.csv", "data/raw/new.txt", "notebooks/counts.ipynb"])
def test_changed_data_or_notebook_makes_all_runs_due(made, name):
    path = made.root / name
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write("\n")
    assert count_due(made) == 3


def test_an_output_that_was_edited_or_deleted_is_due(made):
    first, second, _ = (run.output for run in list_runs(made))
    first.write_text("{}", encoding="utf-8")
    second.unlink()
    assert count_due(made) == 2


def test_a_changed_value_makes_its_run_due(made):
    path = made.root / "notebooks" / "runs.toml"
    path.write_text(path.read_text(encoding="utf-8").replace('"ar" }', '"en" }'), encoding="utf-8")
    assert count_due(read_plan(made.root)) == 3


def test_code_and_versions_count(plan):
    common = digest_inputs(plan.root)
    assert set(common) == {"code", "data", "versions"}
    assert '"pandas": "' in common["versions"]


def test_a_record_that_is_no_record_counts_for_nothing(tmp_path):
    (tmp_path / ".records").mkdir()
    (tmp_path / "a.ipynb").write_text("{}", encoding="utf-8")
    (tmp_path / ".records" / "a.ipynb.json").write_text("half", encoding="utf-8")
    assert not is_current(tmp_path / "a.ipynb", {})


def test_digests_know_names_and_contents_but_no_caches(tmp_path):
    (tmp_path / "a.txt").write_text("1", encoding="utf-8")
    first = digest_files([tmp_path], tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_text("x", encoding="utf-8")
    (tmp_path / ".a.txt.tmp").write_text("x", encoding="utf-8")
    assert digest_files([tmp_path], tmp_path) == first
    (tmp_path / "a.txt").rename(tmp_path / "b.txt")
    assert digest_files([tmp_path], tmp_path) != first


def test_the_build_is_due_when_raw_data_or_a_table_changed(study):
    assert not is_build_current(study)
    keep_build(study)
    assert is_build_current(study)
    table = study / "data" / "processed" / "numbers.csv"
    table.write_text("count,word\n", encoding="utf-8")
    assert not is_build_current(study)
    keep_build(study)
    (study / "data" / "raw").mkdir()
    (study / "data" / "raw" / "new.csv").write_text("x\n", encoding="utf-8")
    assert not is_build_current(study)
