"""Whether a run has to be made again: by the content of everything it depends on, never by the clock.

A run depends on the code of the package (codebook included), the data of the study, its notebook, its parameters and
the versions of what computes and draws. Beside the outputs a small record keeps the digest of these and of the output;
a run is up to date when both still hold.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections.abc import Iterable, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from astana_study.tables.writing import write_file

DATA = ("data/raw", "data/gold", "data/processed")
VERSIONS = ("ipykernel", "ipython", "matplotlib", "matplotlib-inline", "nbclient", "nbformat", "numpy", "pandas",
            "papermill", "pyarrow")
RECORDS = ".records"


def digest_files(folders: Iterable[Path], base: Path) -> str:
    """Return one SHA-256 over the names and contents of all files under some folders (or of single files).

    Caches and hidden files do not count, nor does the order in which a file system lists.
    """
    digest = hashlib.sha256()
    for folder in folders:
        paths = [folder] if folder.is_file() else folder.rglob("*")
        for path in sorted(path for path in paths if path.is_file()):
            name = path.relative_to(base).as_posix()
            if "__pycache__" in name or any(part.startswith(".") for part in name.split("/")):
                continue
            digest.update(f"{name}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return digest.hexdigest()


def digest_code() -> str:
    """Return the digest of the installed package: modules and codebook."""
    package = Path(__file__).resolve().parents[1]
    return digest_files([package], package)


def digest_inputs(root: Path) -> dict[str, str]:
    """Return what all runs of a study have in common: digests of code and data, and versions."""
    versions = {"python": platform.python_version()}
    for name in VERSIONS:
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            versions[name] = "absent"
    return {"code": digest_code(), "data": digest_files([root / folder for folder in DATA], root),
            "versions": json.dumps(versions, sort_keys=True)}


def make_record(common: Mapping[str, str], notebook: Path, parameters: Mapping[str, Any]) -> dict[str, str]:
    """Return all that one run depends on, by name."""
    return {
        **common,
        "notebook": hashlib.sha256(notebook.read_bytes()).hexdigest(),
        "parameters": json.dumps(dict(parameters), ensure_ascii=False, sort_keys=True),
    }


def is_current(output: Path, record: Mapping[str, str]) -> bool:
    """Return whether an output stands as a run with this record left it."""
    try:
        kept = json.loads(_name_record(output).read_text(encoding="utf-8"))
        return kept == {**record, "output": hashlib.sha256(output.read_bytes()).hexdigest()}
    except (OSError, ValueError):
        return False


def keep_record(output: Path, record: Mapping[str, str]) -> None:
    """Remember what an output was made from."""
    kept = {**record, "output": hashlib.sha256(output.read_bytes()).hexdigest()}
    write_file(_name_record(output), _render(kept))


def digest_build(root: Path) -> dict[str, str]:
    """Return what the tables of a study depend on, and what they are now."""
    return {"code": digest_code(), "raw": digest_files([root / "data/raw"], root),
            "processed": digest_files([root / "data/processed"], root)}


def is_build_current(root: Path) -> bool:
    """Return whether the tables in ``data/processed`` are as the last build left them, of the same sources."""
    try:
        return json.loads(_name_build(root).read_text(encoding="utf-8")) == digest_build(root)
    except (OSError, ValueError):
        return False


def keep_build(root: Path) -> None:
    """Remember what the tables were made from."""
    write_file(_name_build(root), _render(digest_build(root)))


def _render(record: Mapping[str, str]) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode("utf-8")


def _name_build(root: Path) -> Path:
    return root / "outputs" / RECORDS / "build.json"


def _name_record(output: Path) -> Path:
    return output.parent / RECORDS / (output.name + ".json")
