"""Files of the user's own through the coder: one set of tables for all of them, whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from astana_study.corpus.naming import name_articles
from astana_study.tables.schema import list_tables

FORMATS = ("csv", "jsonl", "parquet")


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that could not be coded, and why."""

    path: Path
    reason: str


def code_files(
    paths: Iterable[str | Path], *, scope: str = "strict", report: Callable[[Path], None] = lambda _: None,
) -> tuple[dict[str, Any], list[Refusal]]:
    """Code files, and return the text tables over all of them.

    Parameters
    ----------
    paths : iterable of str or Path
        Text files; a file named twice is coded once.
    scope : {"strict", "wide"}
        How much is attributed, as in `load_codebook`.
    report : callable
        Told each file when it is done.

    Returns
    -------
    tables : dict of str to DataFrame
        The six text tables, in the order of the files; an empty mapping where no file could be coded.
    refusals : list of Refusal
        The files that could not be coded, in the order given; they do not keep the others from being coded.
    """
    from astana_study.codebook.loading import load_codebook
    from astana_study.coding.records import Records
    from astana_study.tables.coding import code_article
    from astana_study.tables.frames import frame_records
    from astana_study.text.reading import read_article

    files = list({Path(path).resolve(): Path(path) for path in reversed(list(paths))}.values())[::-1]
    together, refusals, coded = Records(), [], 0
    codebook = load_codebook(scope=scope)
    for path, article_id in zip(files, name_articles(files), strict=True):
        try:
            records = code_article(read_article(path, article_id=article_id), codebook).records
        except (OSError, ValueError) as error:
            refusals.append(Refusal(path, _say(error, path)))
        else:
            coded += 1
            for table in list_tables("text"):
                getattr(together, table.name).extend(getattr(records, table.name))
        report(path)
    return (frame_records(together) if coded else {}), refusals


def write_coding(tables: dict[str, Any], out: str | Path, *, format: str = "csv") -> list[Path]:
    """Write tables into a folder, by way of a temporary folder beside it; return the files.

    Raises
    ------
    NotADirectoryError
        When `out`, or a folder above it, is a file.
    """
    from astana_study.tables.files import write_tables

    out = Path(out)
    for step in (out, *out.parents):
        if step.exists() and not step.is_dir():
            raise NotADirectoryError(f"{step} is a file, but --out must name a folder; name another")
    out.mkdir(parents=True, exist_ok=True)
    # inside the folder: the same file system, so that each file moves in one step
    waiting = Path(tempfile.mkdtemp(prefix=".writing-", dir=out))
    try:
        write_tables(tables, waiting, format=format)
        written = []
        for file in sorted(waiting.iterdir()):
            written.append(file.replace(out / file.name))
        return written
    finally:
        shutil.rmtree(waiting, ignore_errors=True)


def _say(error: Exception, path: Path) -> str:
    """Return what is wrong, without the name of the file: the caller puts it before."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error).removeprefix(f"{path}: ").removeprefix(f"{path.name}: ")
