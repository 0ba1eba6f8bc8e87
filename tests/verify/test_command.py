"""The commands: what they say, what they write, and their exit codes."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest
from typer.testing import CliRunner

from astana_study.cli import FAILED, OK, USAGE, app
from astana_study.terminal import INTERRUPTED

CLAIMS = "data/processed/claims.csv"


def read_all(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*"))
            if path.is_file() and "outputs" not in path.parts}


def test_verify_names_what_differs_and_publish_mends_it(study):
    published = read_all(study)
    text = (study / CLAIMS).read_text(encoding="utf-8")
    (study / CLAIMS).write_text(text.replace(",reject,", ",accuse,", 1), encoding="utf-8")
    edited = read_all(study)
    result = CliRunner().invoke(app, ["verify", "--study", str(study), "--jobs", "1"])
    assert result.exit_code == FAILED
    assert f"differs  {CLAIMS}  (bytes): 1 row changed (in act)\n" in result.stdout
    assert " 2 differ, 0 missing, 0 new\nside by side: " in result.stdout
    assert "<del>accuse</del>" in (study / "outputs/verify.html").read_text(encoding="utf-8")
    assert read_all(study) == edited
    result = CliRunner().invoke(app, ["publish", "--study", str(study), "--jobs", "1"])
    assert result.exit_code == OK
    assert result.stdout.splitlines()[-2:] == [CLAIMS, "published: 1 files changed"]
    assert read_all(study) == published


def test_verify_succeeds_where_all_is_the_same_on_any_terminal(study, tmp_path):
    narrow = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""}
    command = [sys.executable, "-m", "astana_study.cli", "verify", "--study", str(study), "--report", "report.html",
               "--jobs", "1"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, env={**os.environ, **narrow})
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.endswith(b" same, 0 differ, 0 missing, 0 new\nside by side: report.html\n")
    assert not (study / "outputs").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_an_interrupted_publish_ends_soon_and_changes_nothing(study, tmp_path):
    path = study / "notebooks/counts.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"][-1]["source"] = f"open({str(tmp_path / 'here')!r}, 'w').close(); __import__('time').sleep(60)"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    before = read_all(study)
    command = [sys.executable, "-m", "astana_study.cli", "publish", "--study", str(study)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    for _ in range(800):
        if (tmp_path / "here").exists():
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=30)[1].decode()
    assert process.returncode == INTERRUPTED
    assert said.endswith("astana-study: interrupted; what is under its final name is complete\n")
    assert read_all(study) == before


@pytest.mark.parametrize("command", ["verify", "publish"])
def test_outside_a_study_it_says_what_to_do(tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, [command])
    assert result.exit_code == USAGE
    assert "no study here" in result.stderr
