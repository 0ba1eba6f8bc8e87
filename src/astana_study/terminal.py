"""How the command talks on a terminal: progress, complaints, and exit codes for each way an errand can end."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator

import typer

OK, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130
EXIT_CODES = "Exit codes: 0 all is well · 1 the work failed · 2 wrong usage or input · 130 interrupted."
WRONG_INPUT = (ValueError, FileNotFoundError, NotADirectoryError, IsADirectoryError, FileExistsError)
debug = False
"""Whether errors show their whole traceback."""


@contextlib.contextmanager
def show_progress(title: str, total: int) -> Iterator:
    """One bar on a terminal; elsewhere a plain line for each step that has something to say."""
    if not sys.stderr.isatty():
        done = 0

        def advance(line: str) -> None:
            nonlocal done
            done += 1
            if line:
                print(f"[{done:>{len(str(total))}}/{total}] {line}", flush=True)

        yield advance
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
               TextColumn("{task.fields[last]}", markup=False))
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(title, total=total, last="")
        yield lambda line: progress.update(task, advance=1, last=line.strip())


@contextlib.contextmanager
def guard() -> Iterator[None]:
    """Turn errors into one clear message and an exit code."""
    try:
        yield
    except (typer.Exit, typer.Abort):
        raise
    except KeyboardInterrupt:
        complain("interrupted; what is under its final name is complete")
        raise typer.Exit(INTERRUPTED) from None
    except Exception as error:
        if debug:
            raise
        told = isinstance(error, (OSError, ValueError, RuntimeError))
        complain((str(error) or type(error).__name__) if told else
                  f"unexpected {type(error).__name__}: {error}; --debug (before the command) shows where")
        raise typer.Exit(USAGE if isinstance(error, WRONG_INPUT) else FAILED) from None


def complain(message: str) -> None:
    """Say what is wrong, on the error stream."""
    print(f"astana-study: {message}", file=sys.stderr, flush=True)
