"""`astana-study add`: files, folders and addresses become texts of a corpus, each told with what became of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from astana_study.corpus.errors import BAD_KINDS, BadFileError, Problem
from astana_study.corpus.intake import read_pieces
from astana_study.corpus.languages import CODED, tell_language
from astana_study.corpus.pieces import Piece, UnfitError
from astana_study.corpus.shelf import Shelf
from astana_study.corpus.walking import list_sources, show_name


class Added(NamedTuple):
    """What became of one file, or of one article in it."""

    file: str
    status: str
    """``added``, ``there`` (it was there already) or ``not added``."""
    article_id: str
    language: str
    kind: str
    reason: str


def add_files(
    paths: Iterable[str | Path], folder: str | Path, *, mapping: Mapping[str, str] | None = None, outlet: str = "",
    rights: str = "", dry_run: bool = False, strict: bool = False,
) -> list[Added]:
    """Add files to a corpus: pages, texts, PDF, Word, CSV and JSON lines, zip files, and folders of these.

    Parameters
    ----------
    paths : iterable of str or Path
        Files and folders. Links to folders are not followed.
    folder : str or Path
        The corpus; made where it is missing.
    mapping : mapping of str to str, optional
        For exports: which column holds what, as ``{"text": "body", "title": "headline"}``.
    outlet, rights : str
        For articles that do not say it themselves.
    dry_run : bool
        Only tell what would be done.
    strict : bool
        Stop at the first file that cannot be added.
    Returns
    -------
    list of Added
        One for each article, and one for each file or part of a file that could not be added.

    Raises
    ------
    CorpusError
        When the folder holds something else than a corpus.
    BadFileError
        In a strict run.
    OSError
        When the disk is full.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.txt").write_text("The sides agreed to meet again in Astana.", encoding="utf-8")
    >>> [add_files([folder / "a.txt"], folder / "corpus")[0].status for _ in range(2)]
    ['added', 'there']
    """
    return list(add_one_by_one(paths, folder, mapping=mapping, outlet=outlet, rights=rights, dry_run=dry_run,
                               strict=strict))


def add_one_by_one(
    paths: Iterable[str | Path], folder: str | Path, *, mapping: Mapping[str, str] | None = None, outlet: str = "",
    rights: str = "", dry_run: bool = False, strict: bool = False,
) -> Iterator[Added]:
    """Add as `add_files` does, and yield each outcome as it comes: for exports that hold a million rows."""
    shelf = Shelf(folder, dry_run=dry_run)
    for path, name, unfit in _list_files(paths, folder):
        for taken, sha256 in _take(path, unfit, mapping or {}):
            outcome = _put(shelf, taken, path, name, sha256, outlet, rights)
            if strict and outcome.kind in BAD_KINDS:
                raise BadFileError(Problem(outcome.file, "", outcome.kind, "", outcome.reason))
            yield outcome


def _list_files(paths: Iterable[str | Path], corpus: str | Path) -> Iterator[tuple[Path, str, UnfitError | None]]:
    for path in map(Path, paths):
        if path.is_dir():
            for source in list_sources(path, leave_out=[corpus]):
                unfit = UnfitError(source.kind, source.reason) if source.kind not in ("", "not_added") else None
                if not (source.kind == "not_added" and source.name.endswith(".toml")):
                    yield path / source.name, show_name(f"{path.name}/{source.name}"), unfit
        else:
            yield path, show_name(path.name), None


def _take(path: Path, unfit: UnfitError | None, mapping: Mapping[str, str]) -> Iterator[tuple[Piece | UnfitError, str]]:
    if unfit:
        yield unfit, ""
        return
    try:
        sha256 = _hash_file(path)
        for taken in read_pieces(path, mapping):
            yield taken, sha256
    except UnfitError as error:
        yield error, ""
    except FileNotFoundError:
        yield UnfitError("unreadable", "there is no such file"), ""
    except OSError as error:
        yield UnfitError("unreadable", error.strerror or str(error)), ""
    except ImportError:
        raise
    except Exception as error:  # what a damaged file makes a reader do cannot be foreseen, and must cost that file only
        yield UnfitError("broken", f"could not be read: {type(error).__name__}: {error}"), ""


def _hash_file(path: Path) -> str:
    if not path.is_file():
        return ""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _put(
    shelf: Shelf, taken: Piece | UnfitError, path: Path, name: str, sha256: str, outlet: str, rights: str,
) -> Added:
    shown = f"{name}: {show_name(taken.label)}" if taken.label else name
    if isinstance(taken, UnfitError):
        return Added(shown, "not added", "", "", taken.kind, " ".join(show_name(taken.reason).split()))
    piece = replace(taken, outlet=taken.outlet or outlet, rights=taken.rights or rights)
    origin = show_name(path.name) + (f", {show_name(taken.label)}" if taken.label else "")
    article_id, new = shelf.put(piece, origin=origin, sha256=sha256)
    language = tell_language(piece.text, piece.language)
    note = "" if language in CODED else f"in {language!r}; kept, but only Arabic and English are coded"
    return Added(shown, "added" if new else "there", article_id, language, "", note)
