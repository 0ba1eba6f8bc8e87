"""A whole corpus through the coder, as a stream: from a folder of texts to a dataset of Parquet files.

The dataset is a folder with one folder a table (``claims/part-….parquet`` and so on, ``problems`` among them) and a
``manifest.json``. pandas, DuckDB, R and Spark read it with nothing of ours installed. Its bytes depend on the texts,
the codebook and the code, and not on who did the work, in which order, or after how many interruptions.
"""

from __future__ import annotations

import contextlib
import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from astana_study.corpus.locking import hold
from astana_study.corpus.parts import TABLES, WAITING, PartDone, Task, code_part, digest_code, place_part
from astana_study.corpus.walking import find_texts, list_sources, part_sources, show_name
from astana_study.corpus.workers import hire, work_through
from astana_study.tables.files import write_file

MANIFEST = "manifest.json"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class CorpusRun:
    """What a run over a corpus did."""

    out: Path
    files: int
    coded: int
    problems: int
    parts: int
    made: int
    """Parts that were coded in this run; the others were there."""
    characters: int
    rows: dict[str, int]


def code_corpus(
    path: str | Path, out: str | Path, *, workers: int | None = None, scheduler: str | None = None,
    strict: bool = False, codebook: str | Path | None = None, report: Callable[[PartDone], None] = lambda _: None,
) -> CorpusRun:
    """Code all texts of a folder into a dataset of Parquet files, with the same memory for many as for few.

    Parameters
    ----------
    path : str or Path
        A folder of text files, with metadata files beside them where there are any, or a corpus that
        ``astana-study add`` made.
    out : str or Path
        Folder of the dataset. What is there from an earlier or an interrupted run, and still true, is kept.
    workers : int, optional
        Processes on this machine; by default one for each processor.
    scheduler : str, optional
        Address of a Dask scheduler that is to do the work instead.
    strict : bool
        Stop at the first file that cannot be read or coded, instead of listing it in ``problems``.
    codebook : str or Path, optional
        Folder of another codebook.
    report : callable
        Told each part when it is there.

    Returns
    -------
    CorpusRun
        Counts of files, parts and rows.

    Raises
    ------
    NoCorpusError
        When there is no such folder.
    BadFileError
        In a strict run.
    CorpusError
        When another run writes to the same place, or a worker died.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> (folder / "texts").mkdir()
    >>> _ = (folder / "texts" / "a.txt").write_text("The sides met. Moscow said that it agreed.", encoding="utf-8")
    >>> code_corpus(folder / "texts", folder / "coded", workers=1).coded
    1
    """
    texts, out = find_texts(path), Path(out)
    if out.exists() and not out.is_dir():
        raise NotADirectoryError(f"{out} is a file, but the dataset is a folder; name another")
    given = str(Path(codebook).resolve()) if codebook else None
    folder, target = str(texts.resolve()), str(out.resolve())
    parts: dict[int, PartDone] = {}
    firsts: dict[int, str] = {}

    def make_tasks() -> Iterator[Task]:
        for number, sources in enumerate(part_sources(list_sources(folder, leave_out=[target]))):
            firsts[number] = show_name(sources[0].name)
            yield Task(folder, target, sources, given, strict, digest_code())

    _load_codebook_or_say(given)
    with hold(out), hire(workers, scheduler) as (executor, count):
        for number, done in work_through(executor, count, code_part, make_tasks()):
            parts[number] = done
            report(done)
        ordered = [parts[number] for number in sorted(parts)]
        _publish(out, ordered, [firsts[number] for number in sorted(parts)])
    rows = {name: sum(part.rows[name] for part in ordered) for name in TABLES}
    return CorpusRun(
        out, sum(part.files for part in ordered), rows["articles"], rows["problems"], len(ordered),
        sum(part.made for part in ordered), sum(part.characters for part in ordered), rows,
    )  # fmt: skip


def _load_codebook_or_say(folder: str | None) -> None:
    """A faulty codebook is told here, once, and not by each worker."""
    from astana_study.codebook.loading import load_codebook

    load_codebook(folder)


def _publish(out: Path, parts: list[PartDone], firsts: list[str]) -> None:
    """Move the parts to their places, take away what is no longer true, and say in the manifest what is there."""
    keys = {part.key for part in parts}
    for name in TABLES:
        (out / name).mkdir(parents=True, exist_ok=True)
        for part in parts:
            waiting = out / WAITING / part.key / f"{name}.parquet"
            with contextlib.suppress(FileNotFoundError):  # it is at its place already
                waiting.replace(place_part(out, name, part.key))
    totals = {name: sum(part.rows[name] for part in parts) for name in TABLES}
    manifest = {
        "format": FORMAT, "version": digest_code(), "rows": totals, "files": sum(part.files for part in parts),
        "characters": sum(part.characters for part in parts),
        "parts": [{"key": part.key, "first": first, "files": part.files,
                   "rows": {name: part.rows[name] for name in TABLES}}
                  for part, first in zip(parts, firsts, strict=True)],
    }  # fmt: skip
    write_file(out / MANIFEST, (json.dumps(manifest, indent=1, ensure_ascii=False) + "\n").encode("utf-8"))
    for name in TABLES:
        for path in (out / name).glob("part-*.parquet"):
            if path.stem.removeprefix("part-") not in keys:
                path.unlink()
    for path in (out / WAITING).iterdir() if (out / WAITING).is_dir() else ():
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        elif path.stem not in keys:
            path.unlink()
