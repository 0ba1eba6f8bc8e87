"""What the commands ``verify`` and ``publish`` do, from the study folder to the exit."""

from __future__ import annotations

import contextlib
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from astana_study.runs.plan import read_plan
from astana_study.tables.writing import write_file
from astana_study.verify.catalogue import LANGUAGES
from astana_study.verify.comparing import DIFFERS, MISSING, NEW, SAME, Verdict, compare_all
from astana_study.verify.making import make_all
from astana_study.verify.manifest import read_manifest
from astana_study.verify.publishing import publish_made
from astana_study.verify.report import render_report

REPORT = Path("outputs") / "verify.html"


def verify_study(root: str | Path, *, jobs: int = 2, report: Callable[[str], None] = lambda _: None,
                 ) -> tuple[list[Verdict], bytes]:
    """Recompute everything published in a scratch folder and compare; the study is only read.

    Parameters
    ----------
    root : str or Path
        The study folder.
    jobs : int
        How many things at a time.
    report : callable
        Told each step as it is done.

    Returns
    -------
    verdicts : list of Verdict
        One an artefact.
    page : bytes
        An HTML page, complete in itself, that shows both sides of what differs.
    """
    root = Path(root).resolve()
    manifest = read_manifest(root)
    with tempfile.TemporaryDirectory(prefix="astana-verify-") as scratch:
        made = make_all(root, scratch, jobs=jobs, report=report)
        verdicts = compare_all(root, made, manifest)
    return verdicts, render_report(verdicts).encode("utf-8")


def publish_study(root: str | Path, *, jobs: int = 2, report: Callable[[str], None] = lambda _: None) -> list[str]:
    """Make everything anew and publish it; return the paths that changed.

    Raises
    ------
    PublishError
        When a notebook fails; nothing was changed.
    """
    from astana_study.runs.freshness import keep_build

    root = Path(root).resolve()
    with tempfile.TemporaryDirectory(prefix="astana-publish-") as scratch:
        changed = publish_made(root, make_all(root, scratch, jobs=jobs, report=report))
    with contextlib.suppress(OSError):  # only so that `reproduce` need not make the tables again
        keep_build(root)
    return changed


def count_steps(root: str | Path) -> int:
    """Return how many steps `verify_study` and `publish_study` report: tables, figures by language, notebooks."""
    return 1 + len(LANGUAGES) + len(read_plan(root).notebooks)


def list_lines(verdicts: list[Verdict]) -> list[str]:
    """Return one line an artefact, with what it rests on, and below it what differs.

    Examples
    --------
    >>> print(*list_lines([Verdict("data/processed/claims.csv", "table", "differs", "bytes", ("1 row added",))]))
    differs  data/processed/claims.csv  (bytes): 1 row added
    """
    lines = []
    for verdict in verdicts:
        opening = f"{verdict.status:<8} {verdict.path}  ({verdict.basis})"
        told = [line for detail in verdict.details for line in detail.splitlines()]
        if len(told) <= 1:
            lines.append(": ".join([opening, *told]))
        else:
            lines += [opening, *(f"           {line}" for line in told[:6])]
            lines += [f"           … {len(told) - 6} more, in the report"] if len(told) > 6 else []
    return lines


def summarise(verdicts: list[Verdict]) -> str:
    """Return the counts in one line.

    Examples
    --------
    >>> summarise([Verdict("a.csv", "table", "same"), Verdict("b.csv", "table", "new")])
    '2 artefacts: 1 same, 0 differ, 0 missing, 1 new'
    """
    counts = Counter(verdict.status for verdict in verdicts)
    return (f"{len(verdicts)} artefacts: {counts[SAME]} same, {counts[DIFFERS]} differ, {counts[MISSING]} missing, "
            f"{counts[NEW]} new")


def keep_report(root: str | Path, page: bytes, place: str | Path | None = None) -> Path:
    """Write the report; by default to ``outputs/verify.html``."""
    return write_file(place or Path(root) / REPORT, page)
