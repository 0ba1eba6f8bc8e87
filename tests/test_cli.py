"""The command: what it says, what it writes, and the exit code for each way it can go."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from astana_study.cli import FAILED, OK, USAGE, app

NOTEBOOKS = Path(__file__).parent / "runs" / "notebooks"
PLAN = """
[settings]
cell_timeout = 20
preload = ["astana_study.no_such_module"]

[notebooks.counts.parameters.count]
type = "integer"
minimum = 1
maximum = 22
help = "How far to count"

[notebooks.counts.parameters.language]
type = "string"
values = ["en", "ar"]
help = "Language of the labels"

[[notebooks.counts.runs]]
[[notebooks.counts.runs]]
set = { count = 2 }
"""


@pytest.fixture
def study(tmp_path, monkeypatch):
    """A study folder with one notebook, as the working directory; its tables count as built."""
    from astana_study.runs.freshness import keep_build

    (tmp_path / "notebooks").mkdir()
    shutil.copy(NOTEBOOKS / "counts.ipynb", tmp_path / "notebooks")
    (tmp_path / "notebooks" / "runs.toml").write_text(PLAN, encoding="utf-8")
    keep_build(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def call(*arguments):
    result = CliRunner().invoke(app, arguments)
    assert "Traceback (most recent call last):\n  File" not in result.output
    return result


def list_written(study):
    return sorted(path.relative_to(study).as_posix() for path in (study / "outputs").rglob("*.ipynb"))


@pytest.mark.parametrize("command", ["", "build", "run", "reproduce", "code"])
def test_help_teaches_and_names_the_exit_codes(command):
    result = call(*command.split(), "--help")
    assert result.exit_code == OK
    assert "Exit codes: 0 all is well" in result.stdout


def test_help_is_quick_because_it_loads_nothing_heavy():
    program = ("import sys; from astana_study import cli\ntry: cli.app(['--help'])\nexcept SystemExit: pass\n"
               "print(sorted({'pandas', 'numpy', 'papermill', 'matplotlib', 'rich'} & set(sys.modules)))")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_version_is_told():
    assert call("--version").stdout.startswith("astana-study 0.")


def test_a_run_says_where_its_output_is(study):
    result = call("run", "counts", "-p", "count=٣", "-p", "language=ar")
    assert result.exit_code == OK
    assert result.stdout == "outputs/counts/count-3_language-ar.ipynb\n"
    assert list_written(study) == ["outputs/counts/count-3_language-ar.ipynb"]


@pytest.mark.parametrize(("arguments", "said"), [
    (["-p", "count=23"], "count must lie between 1 and 22, not 23"),
    (["-p", "count=0"], "count must lie between 1 and 22, not 0"),
    (["-p", "cuont=3"], "there is no parameter 'cuont'; it has count, language; did you mean count?"),
    (["-p", "count=three"], 'count must be a whole number, not "three"'),
    (["-p", "count"], "'count' is not of the form NAME=VALUE"),
    (["-p", "count=1", "-p", "count=2"], "count is given twice"),
    (["-p", "count=1", "--in-place"], "--in-place runs with the notebook's own defaults"),
])
def test_a_wrong_parameter_is_refused_before_anything_runs(study, arguments, said):
    result = call("run", "counts", *arguments)
    assert result.exit_code == USAGE
    assert said in result.stderr and "so nothing was run" in result.stderr
    assert list_written(study) == []


def test_an_unknown_notebook_is_refused(study):
    result = call("run", "count")
    assert (result.exit_code, list_written(study)) == (USAGE, [])
    assert "it has counts" in result.stderr


def test_a_failing_cell_is_shown_and_its_notebook_kept(study):
    shutil.copy(NOTEBOOKS / "fails_in_second_cell.ipynb", study / "notebooks" / "counts.ipynb")
    result = call("run", "counts")
    assert result.exit_code == FAILED
    assert "ZeroDivisionError: division by zero" in result.stderr and "1 / (count - 1)" in result.stderr
    assert list_written(study) == ["outputs/counts/count-1_language-en.failed.ipynb"]


def test_outputs_that_is_a_file_is_named(study):
    shutil.rmtree(study / "outputs")
    (study / "outputs").write_text("in the way", encoding="utf-8")
    result = call("run", "counts")
    assert result.exit_code == USAGE
    assert "outputs is a file, but a folder is needed there" in result.stderr


def test_a_run_in_place_writes_the_notebook_itself(study):
    path = study / "notebooks" / "counts.ipynb"
    assert call("run", "counts", "--in-place").exit_code == OK
    first = path.read_bytes()
    assert b'"execution_count": 3' in first and b"injected" not in first
    assert call("run", "counts", "--in-place").exit_code == OK
    assert path.read_bytes() == first and list_written(study) == []


def test_the_parameters_of_a_notebook_are_listed(study):
    result = call("run", "counts", "--list")
    assert "language (string): Language of the labels\n    by default: 'en'\n    allowed: en, ar\n" in result.stdout


def test_reproduce_makes_what_is_due_and_leaves_the_rest(study):
    result = call("reproduce", "--jobs", "2")
    assert result.exit_code == OK
    lines = result.stdout.splitlines()
    assert [line[:5] for line in lines[:-1]] == ["[1/2]", "[2/2]"]
    assert lines[-1] == "outputs: 2 runs made, 0 up to date, 0 failed"
    assert list_written(study) == [f"outputs/counts/count-{n}_language-en.ipynb" for n in (1, 2)]
    assert call("reproduce").stdout == "outputs: 0 runs made, 2 up to date, 0 failed\n"


def test_reproduce_tells_every_failure_and_fails(study):
    shutil.copy(NOTEBOOKS / "fails_in_second_cell.ipynb", study / "notebooks" / "counts.ipynb")
    result = call("reproduce")
    assert result.exit_code == FAILED
    assert "counts (count=1, language=en) failed in code cell 3: ZeroDivisionError" in result.stderr
    assert result.stdout.endswith("outputs: 1 runs made, 0 up to date, 1 failed\n")


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_an_interrupted_reproduce_ends_soon_and_says_so(study, tmp_path):
    path = study / "notebooks" / "counts.ipynb"
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"][-1]["source"] = "open('here', 'w').close(); __import__('time').sleep(60)"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    command = [sys.executable, "-m", "astana_study.cli", "reproduce", "--jobs", "1"]
    process = subprocess.Popen(command, cwd=study, stderr=subprocess.PIPE, stdout=subprocess.PIPE,
                               env={**os.environ, "TMPDIR": str(scratch)})
    for _ in range(400):
        if (study / "notebooks" / "here").exists():
            break
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    said = process.communicate(timeout=20)[1].decode()
    assert process.returncode == 130
    assert said.endswith("astana-study: interrupted; what is under its final name is complete\n")
    assert [name for name in list_written(study) if "failed" not in name] == []
    assert list(scratch.iterdir()) == []


def test_outside_a_study_the_command_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = call("reproduce")
    assert result.exit_code == USAGE
    assert "no study here" in result.stderr and "--study" in result.stderr


def test_code_writes_tables_for_files_anywhere(tmp_path, monkeypatch):
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    (tmp_path / "01.txt").write_text("قال المندوب الروسي إن الجولة انتهت.\n", encoding="utf-8")
    result = call("code", "../01.txt", "--out", "results")
    assert result.exit_code == OK
    assert result.stdout.startswith("results: articles 1, sentences ")
    names = {"articles", "sentences", "mentions", "claims", "claim_actors", "claim_topics"}
    assert {path.name for path in Path("results").iterdir()} == {f"{name}.csv" for name in names}
    assert Path("results/articles.csv").read_text(encoding="utf-8").splitlines()[1].startswith("01,")


def test_code_names_the_bad_files_and_codes_the_others(tmp_path):
    (tmp_path / "good.txt").write_text("Moscow said the talks had ended.\n", encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    out = tmp_path / "out"
    paths = [str(tmp_path / name) for name in ("empty.txt", "missing.txt", "good.txt")]
    result = call("code", *paths, "--out", str(out), "--format", "jsonl")
    assert result.exit_code == USAGE
    assert f"{paths[0]}: " in result.stderr and f"{paths[1]}: there is no such file" in result.stderr
    assert (out / "articles.jsonl").read_text(encoding="utf-8").count("\n") == 1


def test_code_writes_nothing_where_nothing_could_be_coded(tmp_path):
    result = call("code", str(tmp_path / "missing.txt"), "--out", str(tmp_path / "out"))
    assert result.exit_code == USAGE
    assert "nothing was written" in result.stderr
    assert not (tmp_path / "out").exists()


def test_an_unexpected_error_is_one_line_unless_debugging(study, monkeypatch):
    def stumble(*_):
        raise KeyError("count")

    monkeypatch.setattr("astana_study.runs.plan.read_plan", stumble)
    result = call("run", "counts")
    assert result.exit_code == FAILED
    assert result.stderr == "astana-study: unexpected KeyError: 'count'; --debug (before the command) shows where\n"
    assert isinstance(CliRunner().invoke(app, ["--debug", "run", "counts"]).exception, KeyError)


@pytest.mark.parametrize(("error", "code"), [
    (OSError(28, "No space left on device"), FAILED), (PermissionError(13, "Permission denied"), FAILED),
    (KeyboardInterrupt(), 130), (ValueError("a table is wrong"), USAGE), (RuntimeError("a kernel died"), FAILED),
])
def test_each_kind_of_error_has_its_exit_code(study, monkeypatch, error, code):
    def stumble(*_):
        raise error

    monkeypatch.setattr("astana_study.runs.plan.read_plan", stumble)
    result = call("reproduce")
    assert result.exit_code == code
    assert result.stderr.count("\n") == 1


def test_progress_on_a_terminal_is_one_bar(study):
    pty = pytest.importorskip("pty")
    main, side = pty.openpty()
    process = subprocess.Popen([sys.executable, "-m", "astana_study.cli", "reproduce"], stderr=side,
                               stdout=subprocess.PIPE, cwd=study, env={**os.environ, "TERM": "xterm", "COLUMNS": "100"})
    os.close(side)
    out = process.communicate()[0].decode()
    shown = b""
    while True:
        try:
            chunk = os.read(main, 4096)
        except OSError:
            break
        if not chunk:
            break
        shown += chunk
    os.close(main)
    assert process.returncode == OK
    assert out == "outputs: 2 runs made, 0 up to date, 0 failed\n"
    assert "2/2" in shown.decode() and "Running" in shown.decode()
