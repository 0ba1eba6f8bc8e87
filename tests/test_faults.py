"""What may go wrong around a build: the process killed, the disk full, data read-only, two at once, a file in the way.

In each case what lies under a final name is whole, either as it was or as it is to be, and the next call just works.
Runs of notebooks have the same tests in ``tests/runs``, publishing in ``tests/verify``.
"""

import contextlib
import errno
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from astana_study.cli import FAILED, OK, USAGE, app

TEXT = "Talks end\n\nMoscow said the talks had ended. Ankara rejected the plan.\n"
KILL = """
import os, signal, sys

point, number, *arguments = sys.argv[1:]
real, calls = getattr(os, point), 0

def stop(*given, **named):
    global calls
    calls += 1
    if calls == int(number):
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*given, **named)

setattr(os, point, stop)
from astana_study.cli import app

app(arguments)
"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="no such signals and mounts")


@pytest.fixture
def study(tmp_path):
    """A study folder with one article, built."""
    root = tmp_path / "study"
    (root / "notebooks").mkdir(parents=True)
    (root / "notebooks/runs.toml").touch()
    register(root, "first", TEXT)
    assert build(root).exit_code == OK
    return root


def register(root, name, text):
    folder = root / "data/raw/articles"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    digest = hashlib.sha256(text.encode()).hexdigest()
    (folder / f"{name}.toml").write_text(f'sha256 = "{digest}"\n', encoding="utf-8")


def build(root):
    return CliRunner().invoke(app, ["build", "--study", str(root)])


def read_tables(root):
    """Return the contents of all that is published; hidden files have no final name."""
    return {path.name: path.read_bytes() for path in sorted((root / "data/processed").iterdir())
            if not path.name.startswith(".")}


@pytest.fixture
def changed(study, tmp_path):
    """The built study after a second article came, what is published, and what is to be."""
    before = read_tables(study)
    register(study, "second", TEXT.replace("Moscow", "Tehran"))
    other = tmp_path / "other"
    (other / "notebooks").mkdir(parents=True)
    (other / "notebooks/runs.toml").touch()
    (other / "data").mkdir()
    (other / "data/raw").symlink_to(study / "data/raw")
    assert build(other).exit_code == OK
    return study, before, read_tables(other)


@posix
@pytest.mark.parametrize(("point", "number"), [("fsync", 9), ("replace", 9)])
def test_a_killed_build_leaves_whole_files_and_the_next_completes_it(changed, point, number):
    study, before, after = changed
    done = subprocess.run([sys.executable, "-c", KILL, point, str(number), "build", "--study", str(study)])
    assert done.returncode == -9
    left = read_tables(study)
    assert set(left) == set(before)
    assert all(content in (before[name], after[name]) for name, content in left.items())
    assert build(study).exit_code == OK
    assert read_tables(study) == after


@pytest.mark.parametrize("number", [9])
def test_a_full_disk_is_told_and_leaves_whole_files(changed, monkeypatch, number):
    study, before, after = changed
    fsync, calls = os.fsync, []

    def fill(descriptor):
        calls.append(descriptor)
        if len(calls) >= number:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "claims.csv")
        fsync(descriptor)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fill)
        result = build(study)
    assert result.exit_code == FAILED
    assert "No space left on device" in result.stderr and "Traceback" not in result.output
    assert not list((study / "data/processed").glob(".*.tmp"))
    assert all(content in (before[name], after[name]) for name, content in read_tables(study).items())
    assert build(study).exit_code == OK
    assert read_tables(study) == after


def test_a_run_that_meets_a_full_disk_leaves_no_output(study, monkeypatch):
    plan = '[notebooks.counts.parameters.count]\ntype = "integer"\nhelp = "How far"\n'
    plan += '[notebooks.counts.parameters.language]\ntype = "string"\nhelp = "Labels"\n[[notebooks.counts.runs]]\n'
    (study / "notebooks/runs.toml").write_text(plan, encoding="utf-8")
    shutil.copy(Path(__file__).parent / "runs/notebooks/counts.ipynb", study / "notebooks")
    (study / "outputs/counts").mkdir(parents=True)

    def fill(descriptor):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fill)
    result = CliRunner().invoke(app, ["run", "counts", "--study", str(study)])
    assert result.exit_code == FAILED
    assert "No space left on device" in result.stderr and "Traceback" not in result.output
    assert list((study / "outputs/counts").iterdir()) == []


@contextlib.contextmanager
def mount(folder, *options):
    done = subprocess.run(["mount", *options, str(folder)], capture_output=True, text=True)
    if done.returncode:
        pytest.skip(f"mounting is not allowed here: {done.stderr.strip()}")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@posix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() != 0, reason="only root may mount")
def test_a_disk_that_is_really_full_is_told(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    text = tmp_path / "text.txt"
    text.write_text(TEXT * 500, encoding="utf-8")
    with mount(out, "-t", "tmpfs", "-o", "size=48k", "tmpfs"):
        result = CliRunner().invoke(app, ["code", str(text), "--out", str(out / "tables")])
        assert result.exit_code == FAILED
        assert "No space left on device" in result.stderr
        assert [path.name for path in out.rglob("*.csv")] == []


@contextlib.contextmanager
def make_read_only(folder):
    """Make a folder read-only: by its mode, or for root, whom no mode stops, by a mount."""
    if os.geteuid() == 0:
        with mount(folder, "--bind", str(folder)):
            done = subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], capture_output=True, text=True)
            if done.returncode:
                pytest.skip(f"mounting is not allowed here: {done.stderr.strip()}")
            yield
        return
    folders = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    for path in folders:
        path.chmod(0o555)
    try:
        yield
    finally:
        for path in folders:
            path.chmod(0o755)


@posix
def test_read_only_data_is_told_and_stays_as_it_is(changed):
    study, before, after = changed
    with make_read_only(study / "data"):
        result = build(study)
        assert read_tables(study) == before
    assert result.exit_code == FAILED
    assert "Read-only file system" in result.stderr or "Permission denied" in result.stderr
    assert "data/processed" in result.stderr
    assert build(study).exit_code == OK
    assert read_tables(study) == after


def test_two_builds_at_once_give_what_one_gives(changed):
    study, _, after = changed
    command = [sys.executable, "-m", "astana_study.cli", "build", "--study", str(study)]
    processes = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(2)]
    assert [process.communicate()[1] for process in processes] == [b"", b""]
    assert read_tables(study) == after
    assert not list((study / "data/processed").glob(".*.tmp"))


@pytest.mark.parametrize("place", ["data/processed", "data/processed/claims.csv"])
def test_a_file_or_folder_in_the_way_is_named(study, place):
    target = study / place
    if target.is_dir():
        for path in target.iterdir():
            path.unlink()
        target.rmdir()
        target.write_text("in the way", encoding="utf-8")
    else:
        target.unlink()
        target.mkdir()
    result = build(study)
    assert result.exit_code in (USAGE, FAILED)
    assert str(Path(place)) in result.stderr and "Traceback" not in result.output
    assert target.exists()
