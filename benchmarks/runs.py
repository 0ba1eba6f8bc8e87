"""All runs of the study: `reproduce` on warm kernels against plain papermill, one run after another, in one sitting.

Both make the same runs from the same tables. Plain papermill is given every advantage that needs no work of ours: one
process that imports it once, its own Python API, no progress bar. Prints one line for each way and the ratio; the goal
is 45 % or less on two processors.

Usage: python benchmarks/runs.py [--jobs N] [--repeat N]
"""

from __future__ import annotations

import argparse
import logging
import os
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

from astana_study.runs.plan import find_study, list_runs, read_plan

PLAIN = "plain"


def time_command(arguments: list[str]) -> float:
    """Return the seconds that a Python process takes."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def run_plainly() -> None:
    """Make every run by plain papermill, one after another, into a folder that is thrown away."""
    import papermill

    warnings.simplefilter("ignore")
    logging.disable(logging.WARNING)
    plan = read_plan(find_study())
    os.chdir(plan.root / "notebooks")
    with tempfile.TemporaryDirectory() as folder:
        for number, run in enumerate(list_runs(plan)):
            papermill.execute_notebook(str(run.notebook.path), str(Path(folder) / f"{number}.ipynb"),
                                       parameters=dict(run.parameters), progress_bar=False)


def main() -> None:
    """Measure both ways and print what they took."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--jobs", type=int, help="runs at a time; by default as `reproduce` chooses")
    parser.add_argument("--repeat", type=int, default=1, help="how often; the best time of each counts")
    parser.add_argument("way", nargs="?", choices=[PLAIN], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.way == PLAIN:
        return run_plainly()
    count = len(list_runs(read_plan(find_study())))
    reproduce = ["-m", "astana_study.cli", "reproduce", "--force"]
    reproduce += ["--jobs", str(options.jobs)] if options.jobs else []
    build = ["-m", "astana_study.cli", "build"]
    plain = min(time_command([__file__, PLAIN]) for _ in range(options.repeat))
    tables = min(time_command(build) for _ in range(options.repeat))
    ours = min(time_command(reproduce) for _ in range(options.repeat))
    current = min(time_command(reproduce[:3]) for _ in range(options.repeat))
    print(f"{count} runs by plain papermill, one after another: {plain:6.1f} s ({plain / count:.2f} s a run)")
    print(f"building the tables alone:                          {tables:6.1f} s")
    print(f"reproduce --force (tables and all runs):            {ours:6.1f} s")
    print(f"reproduce when all is up to date:                   {current:6.1f} s")
    print(f"ratio of reproduce to plain papermill with build:   {ours / (plain + tables):6.0%}")
    print(f"ratio of reproduce to plain papermill alone:        {ours / plain:6.0%}")


if __name__ == "__main__":
    main()
