"""One part of a corpus becomes one part of every table: what a worker does, wherever it runs.

A part is named by the hash of all that decides its content: names and bytes of its files and of the metadata beside
them, codebook and code. A part that is there under its name is therefore done, and is never made again; interrupted
work resumes by itself, and two workers that make the same part write the same bytes.

Parts wait in ``.parts`` of the dataset until all are there; the run then moves them to their places at once.
"""

from __future__ import annotations

import gc
import hashlib
import io
import json
import os
import shutil
from collections.abc import Iterable, Sequence
from functools import cache
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from astana_study.corpus.errors import BAD_KINDS, BadFileError, CorpusError, Problem
from astana_study.corpus.languages import CODED, tell_language
from astana_study.corpus.walking import Source, show_name
from astana_study.tables.files import write_file
from astana_study.tables.schema import Table, get_table, list_tables
from astana_study.text.errors import ArticleError, ChangedFileError, EncodingError, MissingArticleError, SidecarError

WAITING = ".parts"
PROBLEMS = "problems"
LONGEST = 5_000_000
"""Bytes that an article may have; a page of 50 MB is none."""
TABLES = (*(table.name for table in list_tables("text")), PROBLEMS)


class Task(NamedTuple):
    """One part to be coded: all that a worker needs, small enough to be sent."""

    folder: str
    out: str
    sources: list[Source]
    codebook: str | None
    strict: bool
    version: str


class PartDone(NamedTuple):
    """One part that is there."""

    key: str
    made: bool
    files: int
    problems: int
    characters: int
    rows: dict[str, int]


def code_part(task: Task) -> PartDone:
    """Code one part and put it, whole, among those that wait; leave it alone where it is there already.

    Raises
    ------
    BadFileError
        In a strict run, at the first file that cannot be coded.
    CorpusError
        When this worker has another version of the code than the one that sent the task.
    """
    if digest_code() != task.version:
        raise CorpusError("a worker has another version of astana_study than the one that started the run; install "
                          "the same on all, and start the workers again after a change")
    looks = [_look_at(task.folder, source) for source in task.sources]
    key = _name_part(task, looks)
    waiting = Path(task.out) / WAITING
    if (done := read_done(waiting, key)) and not (task.strict and done.problems):
        return done
    rows, characters = _code_sources(task, looks)
    content = {name: render_rows(rows[name], name) for name in TABLES}
    counts = {name: len(rows[name]) for name in TABLES}
    done = PartDone(key, True, len(task.sources), counts[PROBLEMS], characters, counts)
    _put_part(waiting, key, content, done)
    return done


def read_done(waiting: Path, key: str) -> PartDone | None:
    """Return a part that is there, waiting or at its place, or None."""
    try:
        told = json.loads((waiting / f"{key}.json").read_bytes())
    except (OSError, ValueError):
        return None
    complete = all((waiting / key / f"{name}.parquet").is_file() or place_part(waiting.parent, name, key).is_file()
                   for name in TABLES)
    return PartDone(**told)._replace(made=False) if complete else None


def place_part(out: Path, table: str, key: str) -> Path:
    """Return where a part of a table has its place."""
    return out / table / f"part-{key}.parquet"


def _put_part(waiting: Path, key: str, content: dict[str, bytes], done: PartDone) -> None:
    folder = waiting / f"{key}.{os.getpid()}.tmp"
    try:
        for name, data in content.items():
            write_file(folder / f"{name}.parquet", data)
        shutil.rmtree(waiting / key, ignore_errors=True)  # of a part of which a file was lost
        try:
            folder.replace(waiting / key)
        except OSError:
            if not (waiting / key).is_dir():  # else another run was quicker, with the same bytes
                raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    told = done._replace(made=False)._asdict()
    write_file(waiting / f"{key}.json", json.dumps(told, sort_keys=True).encode("utf-8"))


class _Look(NamedTuple):
    """What a first look gives: the hash of a file and of the metadata beside it, and whether these name a language."""

    sha256: str = ""
    beside: str = ""
    stated: bool = False


def _look_at(folder: str, source: Source) -> _Look:
    if source.kind or source.size > LONGEST:
        return _Look()
    path = Path(folder, source.name)
    beside = _read(path.with_suffix(".toml"))
    return _Look(_hash(_read(path)), _hash(beside), b"language" in (beside or b""))


def _read(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            return file.read(LONGEST + 1)
    except OSError:
        return None


def _hash(content: bytes | None) -> str:
    return "" if content is None else hashlib.sha256(content).hexdigest()


def _name_part(task: Task, looks: list[_Look]) -> str:
    from astana_study.codebook.loading import load_codebook

    entries = [[show_name(source.name), source.article_id, source.size, source.kind, source.reason,
                look.sha256, look.beside] for source, look in zip(task.sources, looks, strict=True)]
    decides = [task.version, load_codebook(task.codebook).hash, entries]
    return hashlib.sha256(json.dumps(decides).encode("utf-8")).hexdigest()[:20]


def _code_sources(task: Task, looks: list[_Look]) -> tuple[dict[str, list], int]:
    from astana_study.codebook.loading import load_codebook
    from astana_study.coding.coder import append_records
    from astana_study.coding.records import Records
    from astana_study.text.reading import read_article

    codebook = load_codebook(task.codebook)
    records, problems, characters = Records(), [], 0
    in_order = sorted(zip(task.sources, looks, strict=True), key=lambda pair: (pair[0].article_id, pair[0].name))
    collecting = gc.isenabled()
    gc.disable()  # the rows of a part hold no cycles; looking through them again and again takes a tenth of the time
    try:
        for source, look in in_order:
            problem = _judge(source)
            if problem is None:
                try:
                    article = read_article(Path(task.folder, source.name), article_id=source.article_id)
                    if article.sha256 != look.sha256:
                        raise ChangedFileError("it was changed while it was read; run again")
                    language = tell_language(article.text, article.language,
                                             guess="" if look.stated else article.language)
                    if language not in CODED or language != article.language:
                        problem = _refuse_language(source, article.language, language)
                    else:
                        problem = _append_one(records, article, codebook, append_records, source)
                        characters += 0 if problem else len(article.text)
                except (OSError, ValueError, MemoryError) as error:
                    problem = _name_problem(source, error, task.folder)
            if problem is not None:
                if task.strict and problem.kind in BAD_KINDS:
                    raise BadFileError(problem)
                problems.append(problem)
    finally:
        if collecting:
            gc.enable()
    rows = {table.name: getattr(records, table.name) for table in list_tables("text")}
    return rows | {PROBLEMS: sorted(problems)}, characters


def _append_one(records, article, codebook, append_records, source: Source) -> Problem | None:
    """Code one article; where the coder fails on it, take back what it has already given."""
    lists = [getattr(records, table.name) for table in list_tables("text")]
    lengths = [len(rows) for rows in lists]
    try:
        append_records(records, article, codebook)
    except Exception as error:  # a fault of the coder must cost one article, not a night's run
        for rows, length in zip(lists, lengths, strict=True):
            del rows[length:]
        return Problem(show_name(source.name), source.article_id, "coder", article.language,
                       f"the coder failed: {type(error).__name__}: {error}; report it with the text")
    return None


def _judge(source: Source) -> Problem | None:
    name = show_name(source.name)
    if source.kind:
        return Problem(name, source.article_id, source.kind, "", source.reason)
    if source.size > LONGEST:
        reason = f"{source.size:,} bytes; an article has at most {LONGEST:,}: cut it into its articles"
        return Problem(name, source.article_id, "too_large", "", reason)
    return None


def _refuse_language(source: Source, stated: str, told: str) -> Problem:
    reason = f"in {told!r}; coded are Arabic and English" if told not in CODED else \
        f"said to be in {stated!r}, but its words are in {told!r}"
    return Problem(show_name(source.name), source.article_id, "language", told, reason)


def _name_problem(source: Source, error: Exception, folder: str) -> Problem:
    kinds = ((ChangedFileError, "changed"), (SidecarError, "metadata"), (EncodingError, "encoding"),
             (MissingArticleError, "unreadable"), (ArticleError, "not_text"), (OSError, "unreadable"))
    kind = next((kind for type_, kind in kinds if isinstance(error, type_)), "coder")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error) or type(error).__name__
    if kind == "not_text" and ("empty" in reason or "nothing but white space" in reason):
        kind = "empty"
    name = source.name.rsplit("/", 1)[-1]
    # messages begin with the file; neither that, nor where on this machine it lies, belongs in the table
    reason = show_name(" ".join(reason.replace(folder.rstrip("/") + "/", "").split())).removeprefix(
        f"{show_name(source.name)}: ").removeprefix(f"{show_name(name)}: ")
    return Problem(show_name(source.name), source.article_id, kind, "", reason)


def render_rows(rows: Sequence[tuple], name: str) -> bytes:
    """Return rows of a table as the bytes of a Parquet file: sorted by key, plain types, no trace of the machine."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = make_arrow_schema(name)
    key = itemgetter(0, 2) if name == PROBLEMS else itemgetter(*map(schema.names.index, get_table(name).key))
    ordered = sorted(rows, key=key)
    columns = list(zip(*ordered, strict=True)) or [()] * len(schema.names)
    arrays = [pa.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
    sink = io.BytesIO()
    pq.write_table(pa.table(arrays, schema=schema), sink, compression="zstd")
    return sink.getvalue()


@cache
def make_arrow_schema(name: str):
    """Return the Arrow schema of a table of a corpus."""
    import pyarrow as pa

    if name == PROBLEMS:
        return pa.schema([(column, pa.string()) for column in Problem._fields])
    types = {"string": pa.string(), "date": pa.string(), "integer": pa.int64(), "boolean": pa.bool_()}
    table: Table = get_table(name)
    return pa.schema([(column.name, types[column.type]) for column in table.columns])


@cache
def digest_code() -> str:
    """Return one hash over the code that decides what is in a part, and over the versions of what it uses."""
    from importlib.metadata import version

    import astana_study

    root = Path(astana_study.__file__).parent
    digest = hashlib.sha256(f"pyarrow {version('pyarrow')} py3langid {version('py3langid')}".encode())
    for path in _list_code(root):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:20]


def _list_code(root: Path) -> Iterable[Path]:
    rooms = ("text", "coding", "codebook")
    yield from sorted(path for room in rooms for path in (root / room).rglob("*.py"))
    yield from (root / "corpus" / f"{name}.py" for name in ("languages", "parts", "walking", "errors"))
