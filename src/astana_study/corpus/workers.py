"""Who does the work: this process, a few of this machine, or a Dask cluster; all by one loop and the same calls."""

from __future__ import annotations

import contextlib
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any

from astana_study.corpus.errors import CorpusError

AHEAD = 2
"""Tasks that wait for each worker: enough to keep it busy, few enough to keep memory flat."""


class Here(Executor):
    """The executor that does a task at once, in this process."""

    def submit(self, function: Callable, /, *arguments: Any, **named: Any) -> Future:
        """Do the task and return it as done."""
        future: Future = Future()
        try:
            future.set_result(function(*arguments, **named))
        except Exception as error:
            future.set_exception(error)
        return future


def count_processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextlib.contextmanager
def hire(workers: int | None = None, scheduler: str | None = None) -> Iterator[tuple[Executor, int]]:
    """Give an executor and the number of its workers.

    Parameters
    ----------
    workers : int, optional
        Processes on this machine; by default one for each processor. One works in this process.
    scheduler : str, optional
        Address of a Dask scheduler, such as ``tcp://host:8786``. Its workers must see the same folders.

    Raises
    ------
    ValueError
        When there are to be fewer than one worker.
    CorpusError
        When no scheduler answers at the address.
    """
    if workers is not None and workers < 1:
        raise ValueError(f"workers: expected a number from 1 on, got {workers}")
    if scheduler:
        yield from _hire_cluster(scheduler)
    elif (workers or count_processors()) == 1:
        yield Here(), 1
    else:
        import multiprocessing

        count = workers or count_processors()
        # spawn: the same on every system, and no lock of a thread of the caller's is inherited
        pool = ProcessPoolExecutor(count, mp_context=multiprocessing.get_context("spawn"), initializer=_leave_signals)
        try:
            yield pool, count
        finally:
            pool.shutdown(cancel_futures=True)


def _hire_cluster(scheduler: str) -> Iterator[tuple[Executor, int]]:
    try:
        from distributed import Client
    except ImportError:
        raise CorpusError("a cluster needs Dask: pip install 'astana-study[corpus]'") from None
    try:
        client = Client(scheduler, timeout="20s", set_as_default=False)
    except (OSError, TimeoutError, ValueError) as error:
        raise CorpusError(f"{scheduler}: no Dask scheduler answers there ({error}); start one with `dask scheduler`, "
                          "or correct the address") from None
    try:
        count = sum(client.nthreads().values())
        if not count:
            raise CorpusError(f"{scheduler}: the scheduler has no workers; start some with `dask worker {scheduler}`")
        executor = client.get_executor(pure=False)
        try:
            yield executor, count
        finally:
            executor.shutdown(wait=False)
    finally:
        client.close()


def _leave_signals() -> None:
    """Let the parent alone answer Ctrl-C: a worker finishes its part, which is then there for the next run."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def work_through(
    executor: Executor, count: int, function: Callable[[Any], Any], tasks: Iterable[Any],
) -> Iterator[tuple[int, Any]]:
    """Yield number and result of each task as it is done; only a few tasks are under way at any time.

    Raises
    ------
    CorpusError
        When a worker died.
    """
    waiting: dict[Future, int] = {}
    try:
        for number, task in enumerate(tasks):
            waiting[executor.submit(function, task)] = number
            if len(waiting) >= AHEAD * count or isinstance(executor, Here):
                yield from _take_done(waiting)
        while waiting:
            yield from _take_done(waiting)
    except BrokenProcessPool:
        raise CorpusError("a worker died, most likely for want of memory; run again (what is done is kept), "
                          "with fewer workers") from None
    finally:
        for future in waiting:
            future.cancel()


def _take_done(waiting: dict[Future, int]) -> Iterator[tuple[int, Any]]:
    done, _ = wait(waiting, return_when=FIRST_COMPLETED)
    for future in sorted(done, key=waiting.__getitem__):
        number = waiting.pop(future)
        yield number, future.result()
