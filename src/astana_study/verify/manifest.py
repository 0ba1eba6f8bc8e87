"""The manifest: every published file with its hash, what made it, with which parameters, of which rows.

One file, ``data/processed/manifest.json``, written by ``astana-study publish`` and by nothing else; what archives and
reviewers read (`metadata`) is made from it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from astana_study.runs.contract import read_defaults
from astana_study.tables.schema import get_table
from astana_study.tables.writing import render_csv
from astana_study.verify.catalogue import (
    FIGURES,
    MANIFEST,
    NOTEBOOKS,
    PROCESSED,
    RESOLUTION,
    find_drawing,
    list_loaded,
    list_sources,
    select_rows,
)
from astana_study.verify.making import Made, list_made
from astana_study.verify.versions import list_versions

RAW = Path("data/raw")


def digest(content: bytes) -> str:
    """Return the SHA-256 of some bytes, as hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def make_manifest(made: Made, root: str | Path) -> dict[str, Any]:
    """Make the manifest of what was made anew.

    Parameters
    ----------
    made : Made
        As `making.make_all` gives it.
    root : str or Path
        The study folder, for the hashes of the raw files.

    Returns
    -------
    dict
        ``study``, ``versions``, ``codebook`` (hash), ``inputs`` (raw files by path) and ``artefacts``: for each its
        path, kind, size and hash, what made it (``made_by``), of what (``made_from``), with which ``parameters``,
        and how many ``rows`` of which tables, with the hash of just these rows.
    """
    entries = [_describe(path, made) for path in list_made(made)]
    return {
        "study": "astana-study",
        "versions": list_versions(),
        "codebook": made.codebook,
        "inputs": digest_inputs(root),
        "artefacts": [entry for entry in entries if entry["path"] != MANIFEST.as_posix()],
    }


def digest_inputs(root: str | Path) -> dict[str, str]:
    """Return the hashes of all raw files by path; hidden files do not count."""
    root = Path(root)
    paths = sorted(path for path in (root / RAW).rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): digest(path.read_bytes()) for path in paths
            if not any(part.startswith(".") for part in path.relative_to(root).parts)}


def render_manifest(manifest: Mapping[str, Any]) -> bytes:
    """Return a manifest as the bytes of its file."""
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def read_manifest(root: str | Path) -> dict[str, Any] | None:
    """Return the published manifest, or None where nothing has been published.

    Raises
    ------
    ValueError
        When the file is not a manifest.
    """
    path = Path(root) / MANIFEST
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        if {"versions", "inputs", "artefacts"} <= set(manifest):
            return manifest
    except FileNotFoundError:
        return None
    except (ValueError, TypeError):
        pass
    raise ValueError(f"{path}: this is no manifest; make it anew: astana-study publish")


def find_manifest_faults(manifest: Mapping[str, Any], root: str | Path) -> list[str]:
    """Return, in words, where the published manifest and the files of the study contradict each other."""
    root = Path(root)
    faults = []
    for entry in manifest["artefacts"]:
        path = root / entry["path"]
        if not path.is_file():
            faults.append(f"{entry['path']} is named, but is not there")
        elif digest(path.read_bytes()) != entry["sha256"]:
            faults.append(f"{entry['path']} is not the file that was published")
    was, now = manifest["inputs"], digest_inputs(root)
    faults += [f"{path} has been changed since" for path in was if path in now and was[path] != now[path]]
    faults += [f"{path} has been taken away since" for path in was if path not in now]
    faults += [f"{path} has been added since" for path in now if path not in was]
    return faults


def _describe(path: str, made: Made) -> dict[str, Any]:
    content = (made.folder / path).read_bytes()
    folder, name = Path(path).parent, Path(path).name
    told: dict[str, Any] = {}
    if folder == PROCESSED and name.endswith(".csv"):
        told = _describe_table(name.removesuffix(".csv"), made)
    elif folder == PROCESSED:
        told = {"kind": "description", "made_by": "astana_study.tables.packaging.describe_package",
                "made_from": [f"{PROCESSED.as_posix()}/{table}.csv" for table in made.tables]}
    elif folder == FIGURES:
        told = _describe_figure(name, made)
    elif folder == NOTEBOOKS:
        told = _describe_notebook(path, made)
    return {"path": path, **told, "bytes": len(content), "sha256": digest(content)}


def _describe_table(table: str, made: Made) -> dict[str, Any]:
    sources = [name for name in list_sources(table) if name == "codebook" or (made.folder / name).exists()]
    return {"kind": "table", "made_by": "astana_study.build_tables", "made_from": sources,
            "rows": {table: {"number": len(made.tables[table])}}}


def _describe_figure(file: str, made: Made) -> dict[str, Any]:
    stem, _, ending = file.rpartition(".")
    name, _, language = stem.rpartition("-")
    drawing, about = find_drawing(name)
    rows = {}
    for table, chosen in select_rows(name, made.tables).items():
        rows[table] = {"number": len(chosen), "sha256": digest(render_csv(chosen, get_table(table)))}
    parameters: dict[str, Any] = {"language": language}
    if about:
        parameters["round" if about.isdigit() and drawing.function in ("draw_round", "draw_coverage") else
                   "article_id"] = int(about) if about.isdigit() else about
    if ending == "png":
        parameters["resolution"] = RESOLUTION
    return {"kind": "figure" if ending == "png" else "figure description",
            "made_by": f"astana_study.figures.{drawing.function}",
            "made_from": [f"{PROCESSED.as_posix()}/{table}.csv" for table in drawing.tables],
            "parameters": parameters, "rows": rows}


def _describe_notebook(path: str, made: Made) -> dict[str, Any]:
    cells = json.loads((made.folder / path).read_text(encoding="utf-8"))["cells"]
    source = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    return {"kind": "notebook", "made_by": f"astana-study run {Path(path).stem} --in-place",
            "made_from": [f"{PROCESSED.as_posix()}/{table}.csv" for table in list_loaded(source)],
            "parameters": read_defaults(made.folder / path)}
