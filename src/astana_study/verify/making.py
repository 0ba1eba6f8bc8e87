"""Makes everything that is published anew, in a folder of its own: tables, figures, notebooks with their defaults.

The folder is a small study folder: the raw data of the real one, linked, and the notebooks, copied. So what is made
there comes from the recomputed tables, never from the published ones.
"""

from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from astana_study.tables.writing import write_file
from astana_study.verify.catalogue import FIGURES, LANGUAGES, NOTEBOOKS, PROCESSED, RESOLUTION

if TYPE_CHECKING:
    import pandas as pd

_INPUTS = (Path("data/raw"), Path("data/gold"))


@dataclass(frozen=True, slots=True)
class Made:
    """What was made anew: the folder, the tables, which notebooks failed and why, and the hash of the codebook."""

    folder: Path
    tables: Mapping[str, pd.DataFrame] = field(repr=False)
    codebook: str
    failures: Mapping[str, str]


def make_all(root: str | Path, scratch: str | Path, *, jobs: int = 2, report: Callable[[str], None] = lambda _: None,
             ) -> Made:
    """Make all tables, figures and notebooks of a study in a scratch folder; the study is only read.

    Parameters
    ----------
    root : str or Path
        The study folder.
    scratch : str or Path
        An empty folder.
    jobs : int
        How many things at a time.
    report : callable
        Told each step as it is done.

    Returns
    -------
    Made
        A notebook that fails is no error here: it is named in ``failures``.

    Raises
    ------
    TableError, ArticleError
        When the tables cannot be made; without tables there is nothing else to make.
    """
    from astana_study.runs.plan import read_plan
    from astana_study.runs.warm import KernelFarm

    root, scratch = Path(root).resolve(), Path(scratch).resolve()
    _lay_out(root, scratch)
    plan = read_plan(scratch)
    # the farm imports, and the drawing processes start, while the tables are made
    with KernelFarm(plan.preload) as farm, _open_pool(jobs) as pool:
        tables, codebook = make_tables(scratch)
        report("tables")
        drawn = {pool.submit(draw_figures, str(scratch), language): language for language in LANGUAGES}
        failures = _execute_all(plan, farm, jobs, report)
        for done in as_completed(drawn):
            done.result()
            report(f"figures ({drawn[done]})")
    return Made(scratch, tables, codebook, failures)


def _execute_all(plan: Any, farm: Any, jobs: int, report: Callable[[str], None]) -> dict[str, str]:
    """Execute all notebooks in their place; return what went wrong, by path. Ctrl-C ends the kernels at once."""
    threads = ThreadPoolExecutor(max(1, jobs), thread_name_prefix="notebook")
    failures = {}
    try:
        run = {threads.submit(_execute, plan, name, farm): name for name in sorted(plan.notebooks)}
        for done in as_completed(run):
            if done.result():
                failures[_name(run[done])] = done.result()
            report(f"notebook {run[done]}")
    except BaseException:
        threads.shutdown(wait=False, cancel_futures=True)
        farm.close()
        raise
    finally:
        threads.shutdown()
    return failures


def make_tables(folder: Path) -> tuple[dict[str, pd.DataFrame], str]:
    """Make the tables of a study folder in its ``data/processed``; return them, and the hash of the codebook."""
    from astana_study.codebook.loading import load_codebook
    from astana_study.tables.building import build_tables
    from astana_study.tables.packaging import publish_tables

    tables, codebook = build_tables(folder), load_codebook().hash
    publish_tables(tables, folder / PROCESSED, codebook_hash=codebook)
    return tables, codebook


def draw_figures(folder: str, language: str) -> list[str]:
    """Draw all figures of a study folder's published tables in one language, each as picture and description.

    Returns
    -------
    list of str
        The files written, below the folder.
    """
    from astana_study.figures import draw_all, render_figure
    from astana_study.tables.files import load_table
    from astana_study.tables.schema import list_tables
    from astana_study.verify.describing import describe_drawn, render_description

    root = Path(folder)
    tables = {table.name: load_table(table.name, root) for table in list_tables()}
    written = []
    for drawn in draw_all(tables, language=language):
        stem = FIGURES / f"{drawn.name}-{language}"
        write_file(root / f"{stem}.png", render_figure(drawn.figure, "png", resolution=RESOLUTION))
        write_file(root / f"{stem}.json", render_description(describe_drawn(drawn)))
        written += [f"{stem.as_posix()}.png", f"{stem.as_posix()}.json"]
    return written


def _lay_out(root: Path, scratch: Path) -> None:
    for inputs in _INPUTS:
        if (root / inputs).is_dir():
            (scratch / inputs).parent.mkdir(parents=True, exist_ok=True)
            try:
                (scratch / inputs).symlink_to(root / inputs, target_is_directory=True)
            except OSError:  # not every system lets everybody link
                shutil.copytree(root / inputs, scratch / inputs)
    (scratch / NOTEBOOKS).mkdir(parents=True, exist_ok=True)
    for path in sorted((root / NOTEBOOKS).iterdir()):
        if path.is_file():
            shutil.copyfile(path, scratch / NOTEBOOKS / path.name)


def _execute(plan: Any, name: str, farm: Any) -> str:
    """Execute a notebook in its place; return what went wrong, or nothing."""
    from astana_study.runs.execution import RunError, execute_notebook

    path = plan[name].path
    try:
        execute_notebook(path, path, None, farm=farm, timeout=plan.cell_timeout, name=name)
    except (RunError, OSError, RuntimeError, ValueError) as error:
        return str(error)
    return ""


def _name(notebook: str) -> str:
    return (NOTEBOOKS / f"{notebook}.ipynb").as_posix()


class _Here:
    """Stands in for a pool of processes where one job at a time is wanted."""

    def __enter__(self) -> _Here:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def submit(self, work: Callable[..., Any], *arguments: Any) -> Future:
        """Do the work at once."""
        done: Future = Future()
        done.set_result(work(*arguments))
        return done


def _open_pool(jobs: int) -> Any:
    # started anew, not forked: this process has threads
    if jobs < 2:
        return _Here()
    return ProcessPoolExecutor(min(jobs, len(LANGUAGES)), mp_context=multiprocessing.get_context("spawn"))


def list_made(made: Made) -> list[str]:
    """Return the paths of all files that were made, below the folder, sorted."""
    folders: Iterable[Path] = (PROCESSED, FIGURES)
    found = [path.relative_to(made.folder).as_posix() for folder in folders
             for path in (made.folder / folder).glob("*") if path.is_file()]
    notebooks = [path.relative_to(made.folder).as_posix() for path in (made.folder / NOTEBOOKS).glob("*.ipynb")
                 if not path.name.endswith(".failed.ipynb")]
    return sorted([*found, *(name for name in notebooks if name not in made.failures)])
