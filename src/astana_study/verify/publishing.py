"""The one place that overwrites what is published: everything is made and staged first, then renamed in one go."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from astana_study.verify.catalogue import FIGURES, MANIFEST, NOTEBOOKS, PROCESSED
from astana_study.verify.making import Made, list_made
from astana_study.verify.manifest import make_manifest, read_manifest, render_manifest
from astana_study.verify.metadata import render_metadata

_STALE = re.compile(r"\..+?\.(\d+)(?:\.\d+)?\.tmp")  # .NAME.PROCESS.tmp, or .NAME.PROCESS.THREAD.tmp


class PublishError(RuntimeError):
    """What was made cannot be published: a notebook failed. Nothing was changed."""


def publish_made(root: str | Path, made: Made) -> list[str]:
    """Write what was made over what is published; all of it, or nothing.

    Every file is written under a temporary name beside its place before the first one gets its name, the manifest
    last. A full disk is met before anything has changed. Should the process be killed between two renames, each file
    is whole, `verify` names those that do not fit the manifest, and the next call completes the work.

    Parameters
    ----------
    root : str or Path
        The study folder.
    made : Made
        As `making.make_all` gives it.

    Returns
    -------
    list of str
        The paths whose content changed, and, after a minus sign, those that were taken away.

    Raises
    ------
    PublishError
        When a notebook failed.
    OSError
        When a file cannot be written; nothing was changed.
    """
    root = Path(root)
    if made.failures:
        raise PublishError("nothing was published, because not everything could be made:\n"
                           + "\n".join(made.failures.values()))
    remove_stale(root)
    manifest = make_manifest(made, root)
    contents = {path: (made.folder / path).read_bytes() for path in list_made(made)}
    contents |= render_metadata(manifest, root) | {MANIFEST.as_posix(): render_manifest(manifest)}
    contents[MANIFEST.as_posix()] = contents.pop(MANIFEST.as_posix())  # last
    gone = _list_gone(root, contents)
    changed = {path: content for path, content in contents.items() if not _holds(root / path, content)}
    replace_files({root / path: content for path, content in changed.items()})
    for path in gone:
        (root / path).unlink(missing_ok=True)
    return [*changed, *(f"-{path}" for path in gone)]


def replace_files(contents: Mapping[Path, bytes], *, rename: Callable[[Path, Path], object] = os.replace) -> None:
    """Write several files: all under temporary names first, then each under its own.

    Raises
    ------
    OSError
        When one cannot be written; then none has changed, and no temporary file is left.
    """
    staged: dict[Path, Path] = {}
    try:
        for path, content in contents.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
            staged[temporary] = path
            with temporary.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        for temporary, path in staged.items():
            rename(temporary, path)
    finally:
        for temporary in staged:
            temporary.unlink(missing_ok=True)


def remove_stale(root: str | Path, folders: Iterable[Path] = (Path(), PROCESSED, FIGURES, NOTEBOOKS)) -> list[str]:
    """Remove temporary files whose process was killed; those of a living process stay. Return their names."""
    if sys.platform == "win32":  # signal 0 is no question there
        return []
    found = []
    for folder in folders:
        for path in (Path(root) / folder).glob(".*.tmp"):
            match = _STALE.fullmatch(path.name)
            if match and not _lives(int(match[1])):
                path.unlink(missing_ok=True)
                found.append(path.name)
    return sorted(found)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _list_gone(root: Path, contents: Mapping[str, bytes]) -> list[str]:
    """Return what the manifest names and is not made any more. What we did not publish is never removed."""
    try:
        manifest = read_manifest(root)
    except ValueError:
        return []
    named = [entry["path"] for entry in (manifest or {}).get("artefacts", ())]
    # a notebook is written by people: it is theirs to remove
    return [path for path in named if path not in contents and (root / path).is_file()
            and Path(path).parent in (PROCESSED, FIGURES)]
