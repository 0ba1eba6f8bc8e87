"""One run of one notebook through papermill: it counts only when every cell completed.

papermill's own ideas of success are not enough: it takes ``SystemExit(0)`` for one, and leaves a plausible file behind
when a kernel dies. Here the executed notebook is checked cell by cell, and only then gets its final name; a failed one
is kept beside it as ``….failed.ipynb`` for whoever has to find out why.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import astana_study.runs.quick_nbformat  # noqa: F401 - before the others, which import nbformat

# isort: split
import nbformat
import papermill
from nbclient.exceptions import CellTimeoutError, DeadKernelError
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import NBClientEngine, papermill_engines
from papermill.exceptions import PapermillExecutionError

from astana_study.runs.normalising import normalise_notebook, render_notebook
from astana_study.runs.warm import KernelFarm
from astana_study.tables.writing import write_file

ENGINE = "astana-study"
_ANSI = re.compile(r"\x1b\[[0-9;]*m")
SHOWN_LINES = 15


class RunError(RuntimeError):
    """A run that did not complete: which notebook, which cell, what it said, where the failed notebook is kept."""

    def __init__(self, notebook: str, reason: str, *, cell: int = 0, source: str = "", trace: str = "",
                 kept: Path | None = None) -> None:
        self.notebook, self.reason, self.cell, self.source, self.kept = notebook, reason, cell, source, kept
        lines = [f"{notebook} failed" + (f" in code cell {cell}" if cell else "") + f": {reason}"]
        if source:
            lines += ["", *(f"    {line}" for line in _cut(source))]
        if trace:
            lines += ["", *(f"    {line}" for line in _cut(trace, last=True))]
        if kept:
            lines += ["", f"The notebook as far as it came: {kept}"]
        super().__init__("\n".join(lines))


class RunEngine(NBClientEngine):
    """papermill's engine on a kernel from a `KernelFarm`; hands out the notebook even when the kernel dies."""

    @classmethod
    def execute_managed_notebook(cls, nb_man, kernel_name, *, farm: KernelFarm, holder: dict, folder: str,
                                 timeout: int,
                                 **_: Any):
        """Execute all cells; `holder` gets the notebook as ``notebook`` and the manager as ``manager``."""
        holder["notebook"] = nb_man.nb
        holder["manager"] = manager = farm.make_manager()
        client = PapermillNotebookClient(
            nb_man, km=manager, kernel_name="python3", timeout=timeout, startup_timeout=120, record_timing=False,
            coalesce_streams=True, shutdown_kernel="immediate", log=logging.getLogger("papermill"),
        )
        return client.execute(cwd=folder, env=farm.environment, cleanup_kc=True)


papermill_engines.register(ENGINE, RunEngine)


def execute_notebook(
    notebook: str | Path, output: str | Path, parameters: Mapping[str, Any] | None = None, *, farm: KernelFarm,
    timeout: int = 600, name: str = "",
) -> Path:
    """Run a notebook through papermill and write the executed copy.

    Parameters
    ----------
    notebook : str or Path
        The notebook; it runs in its own folder, as in JupyterLab.
    output : str or Path
        Where the executed, normalised copy goes, once every cell has completed; nothing is written there before.
    parameters : mapping, optional
        Checked values (see `astana_study.runs.contract`) for the injected cell. None or empty: no cell is injected.
    farm : KernelFarm
        Where the kernel comes from.
    timeout : int
        Seconds that one cell may take.
    name : str, optional
        What to call the run in messages; the notebook's name where empty.

    Returns
    -------
    Path
        The written file.

    Raises
    ------
    RunError
        When a cell raised, left by ``SystemExit``, took too long, or its kernel died. The notebook as far as it came
        is kept beside `output` as ``….failed.ipynb``.
    NotADirectoryError
        When a file stands where the folder of `output` should be.
    """
    notebook, output = Path(notebook).resolve(), Path(output)
    _make_folder(output.parent)
    failed = name_failed(output)
    holder: dict[str, Any] = {}
    name = name or notebook.stem
    # read here and given as an object: papermill takes braces in a path for a template
    node = nbformat.reads(notebook.read_text(encoding="utf-8"), as_version=4)
    reason, trace = "", ""
    try:
        papermill.execute_notebook(
            node, None, parameters=dict(parameters or {}), engine_name=ENGINE, kernel_name="python3",
            progress_bar=False, farm=farm, holder=holder, timeout=timeout, folder=str(notebook.parent),
        )
    except PapermillExecutionError as error:
        reason, trace = f"{error.ename}: {error.evalue}", "\n".join(error.traceback)
    except CellTimeoutError:
        reason = f"the cell did not end within {timeout} s (the time-out for one cell)"
    except DeadKernelError:
        reason = "the kernel died" + _read_last_words(farm, holder)
    executed = holder.get("notebook")
    fault = _find_fault(executed, reason)
    if fault is None:
        write_file(output, render_notebook(normalise_notebook(executed)))
        failed.unlink(missing_ok=True)
        return output
    number, cell, reason = fault
    write_file(failed, render_notebook(normalise_notebook(executed)))
    source = cell.source if cell is not None else ""
    raise RunError(name, reason, cell=number, source=source, trace=_ANSI.sub("", trace), kept=failed)


def name_failed(output: Path) -> Path:
    """Return the name under which a failed run is kept.

    Examples
    --------
    >>> name_failed(Path("outputs/round/round-20.ipynb")).name
    'round-20.failed.ipynb'
    """
    return output.with_name(output.name.removesuffix(".ipynb") + ".failed.ipynb")


def _make_folder(folder: Path) -> None:
    """Make a folder and those above it; say which path is in the way when one of them is a file."""
    for step in (folder, *folder.parents):
        if step.exists():
            if not step.is_dir():
                raise NotADirectoryError(f"{step} is a file, but a folder is needed there; move the file away")
            break
    folder.mkdir(parents=True, exist_ok=True)


def _find_fault(notebook: Any, reason: str) -> tuple[int, Any, str] | None:
    """Return number, cell and reason of the first code cell that did not complete; None when all did."""
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for number, cell in enumerate(code, start=1):
        error = next((output for output in cell.outputs if output.output_type == "error"), None)
        if error is not None:
            return number, cell, reason or f"{error.ename}: {error.evalue}" + _explain(error.ename)
        if cell.metadata.papermill.get("exception"):
            return number, cell, reason or "the cell failed without saying why"
        if not reason and cell.source.strip() and cell.execution_count is None:
            return number, cell, "the cell was not run"
    if not reason:
        return None
    # a dead kernel and a time-out leave no mark in the cell: it is the last one that was begun
    begun = [(number, cell) for number, cell in enumerate(code, start=1) if cell.metadata.papermill.get("start_time")]
    return (*begun[-1], reason) if begun else (0, None, reason)


def _explain(ename: str) -> str:
    return " (a cell that leaves the notebook has not completed it)" if ename == "SystemExit" else ""


def _read_last_words(farm: KernelFarm, holder: dict) -> str:
    """Return how the kernel ended, and the last lines it wrote outside its cells."""
    manager = holder.get("manager")
    if manager is None:
        return ""
    try:
        lines = Path(farm.name_log(manager)).read_text(encoding="utf-8", errors="replace").strip().splitlines()
    except OSError:
        return ""
    return ("; it said:\n" + "\n".join(f"    {line}" for line in lines[-SHOWN_LINES:])) if lines else ""


def _cut(text: str, *, last: bool = False) -> list[str]:
    lines = text.strip("\n").splitlines()
    if len(lines) <= SHOWN_LINES:
        return lines
    return ["…", *lines[-SHOWN_LINES:]] if last else [*lines[:SHOWN_LINES], "…"]
