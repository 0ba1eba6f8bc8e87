"""What others read: ``codecheck.yml``, ``ro-crate-metadata.json``, ``.zenodo.json``, all made from one manifest.

What the study is called and who made it comes from ``CITATION.cff`` and ``pyproject.toml``, what was made from the
manifest. None of the files is edited by hand.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from astana_study.verify.catalogue import MANIFEST

CODECHECK, CRATE, ZENODO = "codecheck.yml", "ro-crate-metadata.json", ".zenodo.json"
_LICENCES = {"MIT": "https://spdx.org/licenses/MIT", "CC-BY-4.0": "https://spdx.org/licenses/CC-BY-4.0"}
_TYPES = {".csv": "text/csv", ".json": "application/json", ".png": "image/png", ".ipynb": "application/x-ipynb+json"}


@dataclass(frozen=True, slots=True)
class Study:
    """What the study is called, who made it, under which licence."""

    title: str
    abstract: str
    version: str
    licence: str
    released: str
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
    python: str


def read_study(root: str | Path) -> Study | None:
    """Return what ``CITATION.cff`` and ``pyproject.toml`` say; None where either is missing."""
    import yaml

    root = Path(root)
    try:
        project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        citation = yaml.safe_load((root / "CITATION.cff").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    names = tuple(author.get("name") or f"{author['given-names']} {author['family-names']}"
                  for author in citation["authors"])
    return Study(citation["title"], " ".join(citation["abstract"].split()), project["version"], project["license"],
                 str(citation.get("date-released", "")), names, tuple(citation["keywords"]),
                 project["requires-python"])


def render_metadata(manifest: Mapping[str, Any], root: str | Path) -> dict[str, bytes]:
    """Return the files by name; none where the folder says nothing of the study as a whole.

    Parameters
    ----------
    manifest : mapping
        As `manifest.make_manifest` makes it.
    root : str or Path
        With ``CITATION.cff`` and ``pyproject.toml``.
    """
    study = read_study(root)
    if study is None:
        return {}
    return {
        CODECHECK: make_codecheck(manifest, study).encode("utf-8"),
        CRATE: _render(make_crate(manifest, study)),
        ZENODO: _render(make_deposit(study)),
    }


def _render(content: Mapping[str, Any]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def make_codecheck(manifest: Mapping[str, Any], study: Study) -> str:
    """Return the configuration of a CODECHECK: what a checker is to see come out the same."""
    lines = [
        "---",
        "# For CODECHECK. Written by `astana-study publish` from data/processed/manifest.json; `make verify` checks",
        "# all of it. Whoever checks adds codechecker, report, certificate, check_time and summary.",
        "version: https://codecheck.org.uk/spec/config/1.0",
        "paper:",
        f"  title: {_quote(study.title)}",
        "  authors:",
        *(f"    - name: {_quote(name)}" for name in study.authors),
        "manifest:",
    ]
    for entry in manifest["artefacts"]:
        if entry["kind"] in ("table", "figure", "notebook"):
            lines += [f"  - file: {_quote(entry['path'])}", f"    comment: {_quote(_comment(entry))}"]
    return "\n".join(lines) + "\n"


def _quote(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # every JSON string is a YAML string


def _comment(entry: Mapping[str, Any]) -> str:
    parameters = ", ".join(f"{name}={value}" for name, value in entry.get("parameters", {}).items())
    rows = ", ".join(f"{name} {told['number']}" for name, told in entry.get("rows", {}).items())
    return f"{entry['kind']}, made by {entry['made_by']}" + (f" with {parameters}" if parameters else "") + (
        f"; rows: {rows}" if rows else "")


def make_deposit(study: Study) -> dict[str, Any]:
    """Return what Zenodo is to say of a release."""
    return {
        "title": study.title,
        "description": study.abstract,
        "upload_type": "software",
        "access_right": "open",
        "license": study.licence,
        "version": study.version,
        "creators": [{"name": name} for name in study.authors],
        "keywords": list(study.keywords),
        "notes": "Code under the MIT licence; tables and codings under CC BY 4.0; articles remain their publishers'.",
    }


def make_crate(manifest: Mapping[str, Any], study: Study) -> dict[str, Any]:
    """Return the RO-Crate of the study: its files, and for each making of one an action with its parameters.

    Follows RO-Crate 1.1 and its profile for runs of processes.
    """
    profile = "https://w3id.org/ro/wfrun/process/0.5"
    entries = manifest["artefacts"]
    authors = [{"@id": f"#author-{number}", "@type": "Organization", "name": name}
               for number, name in enumerate(study.authors, start=1)]
    tool = {"@id": "#astana-study", "@type": "SoftwareApplication", "name": "astana-study", "version": study.version,
            "softwareRequirements": f"Python {study.python}"}
    actions, values = _make_actions(entries)
    inputs = [{"@id": path, "@type": "File", "sha256": digest} for path, digest in manifest["inputs"].items()]
    files = [_make_file(entry) for entry in entries]
    about = {"@id": MANIFEST.as_posix(), "@type": "File", "encodingFormat": "application/json",
             "description": "Hash, maker, parameters and rows of every published file"}
    whole = {
        "@id": "./", "@type": "Dataset", "name": study.title, "description": study.abstract,
        "license": {"@id": _LICENCES["CC-BY-4.0"]}, "version": study.version, "keywords": ", ".join(study.keywords),
        "conformsTo": {"@id": profile}, "author": [{"@id": author["@id"]} for author in authors],
        "hasPart": [{"@id": item["@id"]} for item in (*inputs, *files, about)],
        "mentions": [{"@id": action["@id"]} for action in actions],
    }
    if study.released:
        whole["datePublished"] = study.released
    graph = [
        {"@id": CRATE, "@type": "CreativeWork", "about": {"@id": "./"},
         "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"}},
        whole, *authors, tool,
        *({"@id": address, "@type": "CreativeWork", "name": name} for name, address in _LICENCES.items()),
        {"@id": profile, "@type": "CreativeWork", "name": "Process Run Crate", "version": "0.5"},
        *inputs, *files, about, *actions, *values,
    ]
    return {"@context": ["https://w3id.org/ro/crate/1.1/context", "https://w3id.org/ro/terms/workflow-run/context"],
            "@graph": graph}


def _make_file(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {"@id": entry["path"], "@type": "File", "description": _comment(entry), "sha256": entry["sha256"],
            "contentSize": str(entry["bytes"]), "encodingFormat": _TYPES[Path(entry["path"]).suffix]}


def _make_actions(entries: list[Mapping[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """One action for each call that made files: tables by one, each figure, each notebook."""
    grouped: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for entry in entries:
        what = {name: value for name, value in entry.get("parameters", {}).items() if name != "resolution"}
        grouped.setdefault((entry["made_by"], json.dumps(what, ensure_ascii=False)), []).append(entry)
    actions, values = [], {}
    for number, ((maker, text), made) in enumerate(grouped.items(), start=1):
        uses = dict.fromkeys(source for entry in made for source in entry["made_from"] if source != "codebook")
        given = []
        for name, value in json.loads(text).items():
            shown = value if isinstance(value, str | int | float | bool) else json.dumps(value, ensure_ascii=False)
            identity = f"#{name}={json.dumps(value, ensure_ascii=True)}".replace(" ", "")
            values[identity] = {"@id": identity, "@type": "PropertyValue", "name": name, "value": shown}
            given.append(identity)
        actions.append({
            "@id": f"#action-{number}", "@type": "CreateAction", "name": maker, "instrument": {"@id": "#astana-study"},
            "object": [{"@id": name} for name in (*uses, *given) if not name.endswith("/")],
            "result": [{"@id": entry["path"]} for entry in made],
        })
    return actions, list(values.values())
