"""Many runs at once: each failure is told, none stops the others, the order of work leaves no trace."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from astana_study.runs.plan import list_runs
from astana_study.runs.reproducing import execute_runs, sort_out
from astana_study.runs.warm import CAN_FORK, KernelFarm


def read_outputs(plan):
    return {path.name: path.read_bytes() for path in sorted(plan.outputs.rglob("*.ipynb"))}


def replace_last_cell(plan, source):
    path = plan["counts"].path
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"][-1]["source"] = source
    path.write_text(json.dumps(notebook), encoding="utf-8")


def run_all(plan, farm, jobs):
    due, _ = sort_out(plan, list_runs(plan), force=True)
    told = []
    outcomes = execute_runs(plan, due, farm, jobs=jobs, report=told.append)
    assert sorted(outcome.run.label for outcome in told) == sorted(outcome.run.label for outcome in outcomes)
    return outcomes


def test_one_job_or_three_give_the_same_bytes(plan, farm):
    run_all(plan, farm, 1)
    alone = read_outputs(plan)
    run_all(plan, farm, 3)
    assert read_outputs(plan) == alone and len(alone) == 3


def test_a_failure_stops_no_other_run(plan, farm):
    replace_last_cell(plan, "1 / (count - 2)")
    outcomes = run_all(plan, farm, 2)
    assert [outcome.status for outcome in outcomes] == ["ran", "failed", "ran"]
    assert "counts (count=2, language=ar) failed in code cell 4: ZeroDivisionError" in outcomes[1].message
    assert sorted(read_outputs(plan)) == [
        "count-1_language-ar.ipynb", "count-2_language-ar.failed.ipynb", "count-3_language-ar.ipynb"]


def test_nothing_to_do_is_done_at_once(plan, farm):
    assert execute_runs(plan, [], farm, jobs=2) == []


def test_interrupted_runs_end_at_once_and_leave_no_output(plan):
    replace_last_cell(plan, "import time; time.sleep(60)")
    due, _ = sort_out(plan, list_runs(plan)[:1])
    with KernelFarm() as farm:
        threading.Timer(2, farm.close).start()
        outcomes = execute_runs(plan, due, farm, jobs=1)
        assert [outcome.status for outcome in outcomes] == ["failed"]
        assert "the kernel died" in outcomes[0].message
    assert list(read_outputs(plan)) == ["count-1_language-ar.failed.ipynb"]


TWICE = """
import sys
from astana_study.runs.plan import list_runs, read_plan
from astana_study.runs.reproducing import execute_runs, sort_out
from astana_study.runs.warm import KernelFarm

if __name__ == "__main__":
    plan = read_plan(sys.argv[1])
    with KernelFarm() as farm:
        due, _ = sort_out(plan, list_runs(plan), force=True)
        outcomes = execute_runs(plan, due, farm, jobs=2)
    sys.exit([outcome.message for outcome in outcomes if outcome.status == "failed"] or 0)
"""


def test_two_processes_in_one_study_do_not_disturb_each_other(plan, farm):
    run_all(plan, farm, 1)
    alone = read_outputs(plan)
    command = [sys.executable, "-c", TWICE, str(plan.root)]
    processes = [subprocess.Popen(command, stderr=subprocess.PIPE) for _ in range(2)]
    assert [process.communicate()[1] for process in processes] == [b"", b""]
    assert read_outputs(plan) == alone
    assert not list(plan.outputs.rglob("*.tmp"))


@pytest.mark.skipif(not CAN_FORK, reason="kernels of their own end by themselves")
def test_a_killed_process_leaves_no_kernel_and_no_half_file(plan, tmp_path):
    here = tmp_path / "here"
    replace_last_cell(plan, f"import time; from pathlib import Path; Path({str(here)!r}).touch(); time.sleep(60)")
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    process = subprocess.Popen([sys.executable, "-c", TWICE, str(plan.root)],
                               env={**os.environ, "TMPDIR": str(scratch)})
    wait_for(here.exists)
    kernels = find_kernels(tmp_path)
    assert kernels
    process.kill()
    process.wait()
    wait_for(lambda: not find_kernels(tmp_path) and not list(scratch.iterdir()))
    assert read_outputs(plan) == {}


def find_kernels(folder):
    """Return the processes whose working directory is in a folder."""
    found = []
    for link in Path("/proc").glob("[0-9]*/cwd"):
        try:
            if Path(link.readlink()).is_relative_to(folder):
                found.append(int(link.parent.name))
        except OSError:
            continue
    return found


def wait_for(condition, seconds=20):
    for _ in range(seconds * 20):
        if condition():
            return
        threading.Event().wait(0.05)
    raise AssertionError("waited in vain")
