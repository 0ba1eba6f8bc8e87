"""The texts of a corpus folder, one after another in a fixed order, each with an id that rests on its name alone.

A plain folder of ``.txt`` files is a corpus, and so is one that ``astana-study add`` made (it holds ``corpus.toml``;
the texts stand in ``texts/``). Nothing is read here but folders. Links to folders are not followed, so that a loop of
links is no loop; what is not a text is named as a problem.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from astana_study.corpus.errors import NoCorpusError
from astana_study.text.reading import name_article

MARKER = "corpus.toml"
TEXTS = "texts"
MEAN_PART = 256
MOST_IN_PART = 2 * MEAN_PART
LARGEST_PART = 8_000_000

_PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+)*\.txt")
_ADDED = re.compile(r"([0-9a-f]{2})/([A-Za-z0-9][A-Za-z0-9_.+-]*-\1[0-9a-f]{6})\.txt")


class Source(NamedTuple):
    """One file of a corpus: its name from the corpus folder on, its id and size; why it is no text, if it is none."""

    name: str
    article_id: str
    size: int
    kind: str = ""
    reason: str = ""


def find_texts(folder: str | Path) -> Path:
    """Return the folder that holds the texts of a corpus.

    Raises
    ------
    NoCorpusError
        When there is no such folder.
    """
    folder = Path(folder)
    if not folder.is_dir():
        came = "a file" if folder.exists() else "nothing"
        raise NoCorpusError(f"{folder}: expected a folder of texts, found {came}; name the folder that holds them")
    return folder / TEXTS if (folder / MARKER).is_file() else folder


def list_sources(folder: str | Path, *, leave_out: Iterable[str | Path] = ()) -> Iterator[Source]:
    """Yield the files of a folder of texts, folder by folder in order of their names.

    Metadata files beside texts and hidden files are left out, and so are the folders named in `leave_out`.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> (folder / "01.txt").touch(), (folder / "page.html").touch()
    (None, None)
    >>> [(source.name, source.article_id, source.kind) for source in list_sources(folder)]
    [('01.txt', '01', ''), ('page.html', '', 'not_added')]
    """
    skipped = {os.path.realpath(path) for path in leave_out}
    yield from _walk(str(folder), "", skipped)


def _walk(folder: str, prefix: str, skipped: set[str]) -> Iterator[Source]:
    try:
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
    except OSError as error:
        yield Source(prefix.rstrip("/"), "", 0, "unreadable", error.strerror or str(error))
        return
    names = {entry.name for entry in entries}
    for entry in entries:
        name = prefix + entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if os.path.realpath(entry.path) not in skipped:
                yield from _walk(entry.path, name + "/", skipped)
        elif not (entry.name.endswith(".toml") and entry.name[:-5] + ".txt" in names):
            yield _look_at(entry, name)


def _look_at(entry: os.DirEntry, name: str) -> Source:
    try:
        if entry.is_dir():
            return Source(name, "", 0, "link", "a link to a folder is not followed; copy the folder here")
        size = entry.stat().st_size
        if not entry.is_file():
            return Source(name, "", 0, "unreadable", "neither a file nor a folder")
    except OSError as error:
        return Source(name, "", 0, "unreadable", error.strerror or str(error))
    if not entry.name.lower().endswith(".txt"):
        return Source(name, "", size, "not_added", "not a .txt file; `astana-study add` takes the text out of pages, "
                                                   "PDF, Word, CSV, JSON lines and zip files")
    return Source(name, name_source(name), size)


def name_source(name: str) -> str:
    """Make an article id of a text's name in its corpus: always the same, whatever else is in the corpus.

    Plain ASCII names give themselves, with dots between folders. All others get eight digits of the hash of the
    name, so that two of them are never the same.

    Examples
    --------
    >>> name_source("01.txt"), name_source("sana/2017/01.txt"), name_source("5e/talks-end-5e01a2b3.txt")
    ('01', 'sana.2017.01', 'talks-end-5e01a2b3')
    >>> name_source("أستانا 20.txt")
    'astana-20-7eb4c2fb'
    """
    if added := _ADDED.fullmatch(name):
        return added[2]
    stem = name[: -len(".txt")]
    if _PLAIN.fullmatch(name):
        return stem.replace("/", ".")
    digest = hashlib.sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return f"{name_article(show_name(stem).replace('/', '.'))[:120]}-{digest}"


def show_name(name: str) -> str:
    r"""Return a file's name as text that can be written anywhere: bytes that are no UTF-8 are told by their value.

    Examples
    --------
    >>> show_name("a\udcff.txt")
    'a\\xff.txt'
    """
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def part_sources(sources: Iterable[Source]) -> Iterator[list[Source]]:
    """Part a stream of files, a few hundred a part, so that a new file changes the part it falls into and no other.

    A part ends behind a file whose name has a certain hash, as a rolling hash cuts a stream of bytes; or where it
    would become too large.

    Examples
    --------
    >>> parts = list(part_sources(Source(f"{number}.txt", str(number), 10) for number in range(1000)))
    >>> len(parts) > 2, sum(map(len, parts))
    (True, 1000)
    """
    part: list[Source] = []
    size = 0
    for source in sources:
        if part and size + source.size > LARGEST_PART:
            yield part
            part, size = [], 0
        part.append(source)
        size += source.size
        if len(part) == MOST_IN_PART or _is_border(source.name):
            yield part
            part, size = [], 0
    if part:
        yield part


def _is_border(name: str) -> bool:
    digest = hashlib.blake2b(name.encode("utf-8", "surrogateescape"), digest_size=4).digest()
    return int.from_bytes(digest, "big") % MEAN_PART == 0
