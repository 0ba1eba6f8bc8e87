"""Holds what was made anew against what is published, one verdict an artefact, each with what it rests on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from astana_study.verify.catalogue import FIGURES, MANIFEST, NOTEBOOKS, PROCESSED
from astana_study.verify.cells import compare_notebooks
from astana_study.verify.making import Made, list_made
from astana_study.verify.manifest import find_manifest_faults
from astana_study.verify.metadata import render_metadata
from astana_study.verify.pictures import compare_descriptions, compare_pixels
from astana_study.verify.rows import Change, compare_rows
from astana_study.verify.versions import DRAWING, NOTEBOOK, list_versions, tell_differences

SAME, DIFFERS, MISSING, NEW = "same", "differs", "missing", "new"
_ENDINGS = {PROCESSED: (".csv", ".json"), FIGURES: (".png",), NOTEBOOKS: (".ipynb",)}


@dataclass(frozen=True, slots=True)
class Verdict:
    """How one artefact stands: ``same``, ``differs``, ``missing`` or ``new``.

    Missing is what is published by the manifest or by lying there, and is gone or is not made any more; new is what
    is made and was never published. `basis` says what was compared, `details` in words what differs; the contents of
    both sides are kept for the report where they differ.
    """

    path: str
    kind: str
    status: str
    basis: str = ""
    details: tuple[str, ...] = ()
    published: bytes = field(default=b"", repr=False)
    recomputed: bytes = field(default=b"", repr=False)


def compare_all(root: str | Path, made: Made, manifest: Mapping[str, Any] | None) -> list[Verdict]:
    """Compare all that is published with all that was made.

    Parameters
    ----------
    root : str or Path
        The study folder; it is only read.
    made : Made
        What was made anew.
    manifest : mapping or None
        The published one, or None where there is none.

    Returns
    -------
    list of Verdict
        Tables, figures, notebooks and the files about them, each in order of their paths.
    """
    root = Path(root)
    versions = (manifest or {}).get("versions", {}), list_versions()
    ours = {path for path in list_made(made) if not _is_description(path)}
    named = {entry["path"] for entry in (manifest or {}).get("artefacts", ()) if not _is_description(entry["path"])}
    verdicts = [_judge(path, root, made, versions, path in ours, path in named)
                for path in sorted(ours | named | set(_list_published(root)) | set(made.failures))]
    return sorted(verdicts, key=lambda verdict: _ORDER.index(verdict.kind)) + _judge_metadata(root, manifest)


_ORDER = ("table", "description", "figure", "notebook")


def _is_description(path: str) -> bool:
    return path == MANIFEST.as_posix() or (Path(path).parent == FIGURES and path.endswith(".json"))


def _list_published(root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for folder, endings in _ENDINGS.items()
            for path in (root / folder).glob("*") if path.suffix in endings and path.is_file()
            and not path.name.startswith(".") and not path.name.endswith(".failed.ipynb")
            and not _is_description(path.relative_to(root).as_posix())]


def _judge(path: str, root: Path, made: Made, versions: tuple, is_made: bool, is_named: bool) -> Verdict:
    parent = Path(path).parent
    kind = ("figure" if parent == FIGURES else "notebook" if parent == NOTEBOOKS else
            "table" if path.endswith(".csv") else "description")
    if path in made.failures:
        return Verdict(path, kind, DIFFERS, "execution", (f"it does not run to its end: {made.failures[path]}",))
    if not is_made:
        return Verdict(path, kind, MISSING, "presence", ("it is published, but the code does not make it any more",))
    if not (root / path).is_file():
        if is_named:
            return Verdict(path, kind, MISSING, "presence", ("the manifest names it, but the file is gone",))
        return Verdict(path, kind, NEW, "presence", ("it is made, but was never published",))
    old, new = (root / path).read_bytes(), (made.folder / path).read_bytes()
    if kind == "figure":
        return _judge_figure(path, root, made, versions, old, new)
    if old == new:
        return Verdict(path, kind, SAME, "bytes")
    if kind == "notebook":
        return _judge_notebook(path, versions, old, new)
    details = _tell_rows(compare_rows(Path(path).stem, old, new)) if _is_table(path) else _tell_package(old, new)
    return Verdict(path, kind, DIFFERS, "bytes", tuple(details), old, new)


def _is_table(path: str) -> bool:
    from astana_study.tables.schema import TABLES

    return path.endswith(".csv") and Path(path).stem in {table.name for table in TABLES}


def _judge_figure(path: str, root: Path, made: Made, versions: tuple, old: bytes, new: bytes) -> Verdict:
    beside = path.removesuffix(".png") + ".json"
    ours = (made.folder / beside).read_bytes()
    if not (root / beside).is_file():
        return Verdict(path, "figure", DIFFERS, "presence", (f"its description {beside} is not there",), old, new)
    theirs = (root / beside).read_bytes()
    if old == new and ours == theirs:
        return Verdict(path, "figure", SAME, "bytes")
    unlike = tell_differences(*versions, DRAWING)
    basis = "data, labels and marks" + (f", since versions differ: {unlike}" if unlike else "")
    faults = compare_descriptions(theirs, ours, places=not unlike)
    if faults or unlike:
        return Verdict(path, "figure", DIFFERS if faults else SAME, basis, tuple(faults), old, new)
    if ours != theirs:
        return Verdict(path, "figure", DIFFERS, "bytes", (f"{beside} is written in another way",), old, new)
    number, _ = compare_pixels(old, new)
    if number == 0:
        return Verdict(path, "figure", SAME, f"{basis}, and pixels")
    told = f"{number} pixels differ" if number > 0 else "the published picture cannot be read"
    return Verdict(path, "figure", DIFFERS, "pixels", (f"{told}; data, labels and marks are the same",), old, new)


def _judge_notebook(path: str, versions: tuple, old: bytes, new: bytes) -> Verdict:
    try:
        changes = compare_notebooks(old, new)
        if not changes:
            return Verdict(path, "notebook", SAME, "content after normalisation")
        unlike = tell_differences(*versions, NOTEBOOK)
        basis = "content after normalisation" + (f", less pictures, since versions differ: {unlike}" if unlike else "")
        if unlike:
            changes = compare_notebooks(old, new, pictures=False)
    except ValueError as error:
        return Verdict(path, "notebook", DIFFERS, "bytes", (str(error),), old, new)
    told = tuple(f"cell {change.number}: {change.what}" for change in changes)
    return Verdict(path, "notebook", DIFFERS if changes else SAME, basis, told, old, new)


def _tell_rows(changes: list[Change]) -> list[str]:
    counts = {"changed": 0, "taken away": 0, "added": 0}
    columns: dict[str, None] = {}
    for change in changes:
        counts["added" if change.before is None else "taken away" if change.after is None else "changed"] += 1
        columns.update(dict.fromkeys(change.columns))
    if not changes:
        return ["order of rows, header or spelling of the file"]
    told = ", ".join(f"{number} {'row' if number == 1 else 'rows'} {what}" for what, number in counts.items() if number)
    return [told + (f" (in {', '.join(columns)})" if columns else "")]


def _tell_package(old: bytes, new: bytes) -> list[str]:
    try:
        before, after = ({item["name"]: item for item in json.loads(data)["resources"]} for data in (old, new))
    except (ValueError, KeyError, TypeError):
        return ["the published file cannot be read"]
    names = [name for name in dict.fromkeys([*before, *after]) if before.get(name) != after.get(name)]
    return [f"what it says of {', '.join(names)}" if names else "what it says of the whole"]


def _judge_metadata(root: Path, manifest: Mapping[str, Any] | None) -> list[Verdict]:
    """Judge the files about the artefacts: does the manifest name what lies there, do the others say what it says?"""
    if manifest is None:
        return [Verdict(MANIFEST.as_posix(), "description", NEW, "presence", ("nothing was published yet",))]
    faults = find_manifest_faults(manifest, root)
    verdicts = [Verdict(MANIFEST.as_posix(), "description", DIFFERS if faults else SAME, "hashes", tuple(faults))]
    for name, content in render_metadata(manifest, root).items():
        path = root / name
        if not path.is_file():
            verdicts.append(Verdict(name, "description", MISSING, "presence", ("the file is gone",)))
            continue
        old = path.read_bytes()
        told = () if old == content else ("it does not say what manifest, pyproject.toml and CITATION.cff say",)
        verdicts.append(Verdict(name, "description", DIFFERS if told else SAME, "bytes", told, old, content))
    return verdicts
