"""Publishing changes everything or nothing, and only what differs; verifying changes nothing at all."""

import dataclasses
import errno
import os

import pytest

from astana_study.verify.catalogue import MANIFEST
from astana_study.verify.comparing import compare_all
from astana_study.verify.manifest import read_manifest
from astana_study.verify.publishing import PublishError, publish_made, remove_stale, replace_files


def read_all(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()}


def test_what_is_up_to_date_is_not_written_again(made, study):
    before = {path: path.stat().st_mtime_ns for path in study.rglob("*")}
    assert publish_made(study, made[0]) == []
    assert {path: path.stat().st_mtime_ns for path in study.rglob("*")} == before


def test_only_what_differs_is_written(made, study):
    published = read_all(study)
    (study / "data/processed/claims.csv").write_text("edited", encoding="utf-8")
    (study / "figures/distance-ended-ar.png").unlink()
    assert sorted(publish_made(study, made[0])) == ["data/processed/claims.csv", "figures/distance-ended-ar.png"]
    assert read_all(study) == published


def test_comparing_changes_nothing(made, study):
    (study / "data/processed/claims.csv").write_text("edited", encoding="utf-8")
    before = read_all(study)
    compare_all(study, made[0], read_manifest(study))
    assert read_all(study) == before


def test_a_failed_notebook_stops_everything(made, study):
    (study / "data/processed/claims.csv").write_text("edited", encoding="utf-8")
    before = read_all(study)
    failed = dataclasses.replace(made[0], failures={"notebooks/claims.ipynb": "claims failed in code cell 2"})
    with pytest.raises(PublishError, match="nothing was published, because not everything could be made:\nclaims fail"):
        publish_made(study, failed)
    assert read_all(study) == before


def test_what_is_not_made_any_more_is_taken_away_if_we_published_it(made, study):
    manifest = study / MANIFEST
    text = manifest.read_text(encoding="utf-8").replace('"path": "figures/', '"path": "figures/old-', 1)
    old = text[text.index("figures/old-"):].split('"')[0]
    manifest.write_text(text, encoding="utf-8")
    (study / old).write_bytes(b"published once")
    (study / "figures/README.md").write_text("not ours", encoding="utf-8")
    assert f"-{old}" in publish_made(study, made[0])
    assert not (study / old).exists() and (study / "figures/README.md").exists()


def test_the_manifest_is_renamed_last(made, study, monkeypatch):
    for path in (study / "figures").iterdir():
        path.unlink()
    (study / MANIFEST).unlink()
    order = []
    replace = os.replace
    monkeypatch.setattr(replace_files, "__kwdefaults__",
                        {"rename": lambda source, target: (order.append(target.name), replace(source, target))})
    publish_made(study, made[0])
    assert len(order) > 10 and order[-1] == "manifest.json"


def test_a_full_disk_is_met_before_anything_has_changed(made, study, monkeypatch):
    for name in ("data/processed/claims.csv", "figures/distance-ended-ar.png", "notebooks/claims.ipynb"):
        (study / name).write_text("edited", encoding="utf-8")
    before = read_all(study)
    fsync, calls = os.fsync, []

    def fill(descriptor):
        calls.append(descriptor)
        if len(calls) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", fill)
    with pytest.raises(OSError, match="No space left"):
        publish_made(study, made[0])
    assert read_all(study) == before


def test_temporary_files_of_a_killed_process_are_removed_others_are_not(study):
    (study / "figures/.a.png.999999999.tmp").write_bytes(b"half")
    (study / f"figures/.b.png.{os.getpid()}.tmp").write_bytes(b"half")
    (study / f"figures/.c.png.{os.getpid()}.139696212294528.tmp").write_bytes(b"half")
    (study / "data/processed/.d.csv.999999999.139696212294528.tmp").write_bytes(b"half")
    (study / "figures/notes.tmp").write_bytes(b"not ours")
    assert remove_stale(study) == [".a.png.999999999.tmp", ".d.csv.999999999.139696212294528.tmp"]
    assert (study / "figures/notes.tmp").exists()
