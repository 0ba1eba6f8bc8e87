"""All runs of a study at once: several kernels side by side, up-to-date runs left alone, every failure told."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass

from astana_study.runs.freshness import digest_inputs, is_current, keep_record, make_record
from astana_study.runs.plan import Plan, Run


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one run went: ``ran``, ``up to date`` or ``failed``."""

    run: Run
    status: str
    seconds: float = 0.0
    message: str = ""


def sort_out(plan: Plan, runs: Iterable[Run], *, force: bool = False) -> tuple[list[tuple[Run, dict]], list[Outcome]]:
    """Return the runs that are due, each with its record, and outcomes of those that are up to date."""
    common = digest_inputs(plan.root)
    due, current = [], []
    for run in runs:
        record = make_record(common, run.notebook.path, run.parameters)
        if not force and is_current(run.output, record):
            current.append(Outcome(run, "up to date"))
        else:
            due.append((run, record))
    return due, current


def execute_runs(
    plan: Plan, due: list[tuple[Run, dict]], farm, *, jobs: int, report: Callable[[Outcome], None] = lambda _: None,
) -> list[Outcome]:
    """Execute runs on kernels of a farm, some at a time.

    Parameters
    ----------
    plan : Plan
        For the time-out.
    due : list of (Run, record)
        As `sort_out` returns them.
    farm : KernelFarm
        Already entered. On Ctrl-C its kernels are ended at once.
    jobs : int
        How many at a time.
    report : callable
        Told each outcome as it comes.

    Returns
    -------
    list of Outcome
        In the order of `due`; a failed run does not stop the others.
    """
    pool = ThreadPoolExecutor(max_workers=max(1, jobs), thread_name_prefix="run")
    try:
        futures: list[Future[Outcome]] = [pool.submit(_execute_one, plan, run, record, farm) for run, record in due]
        pending = set(futures)
        while pending:
            done, pending = wait(pending, timeout=0.5, return_when=FIRST_COMPLETED)
            for future in done:
                report(future.result())
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        farm.close()
        raise
    finally:
        pool.shutdown()
    return [future.result() for future in futures]


def _execute_one(plan: Plan, run: Run, record: dict, farm) -> Outcome:
    from astana_study.runs.execution import RunError, execute_notebook

    start = time.perf_counter()
    try:
        execute_notebook(run.notebook.path, run.output, run.parameters, farm=farm, timeout=plan.cell_timeout,
                         name=run.label)
        keep_record(run.output, record)
    except (RunError, OSError, RuntimeError) as error:
        return Outcome(run, "failed", time.perf_counter() - start, str(error))
    return Outcome(run, "ran", time.perf_counter() - start)
