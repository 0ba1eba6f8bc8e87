"""Writes the published tables with ``datapackage.json``, a Data Package (version 2) made from the schema.

Any reader of Frictionless Data Packages finds types, vocabularies, keys and hashes there. No time is written,
so that the same tables give the same bytes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from astana_study.tables.checking import list_owner
from astana_study.tables.schema import Column, Table, get_table
from astana_study.tables.writing import render_csv, write_file

if TYPE_CHECKING:
    import pandas as pd

LICENCE = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0",
}
_TYPES = {"string": "string", "integer": "integer", "boolean": "boolean", "date": "date"}


def publish_tables(tables: Mapping[str, pd.DataFrame], folder: str | Path, *, codebook_hash: str = "") -> list[Path]:
    """Write tables as CSV files with a ``datapackage.json`` that describes them.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        By name, as `build_tables` gives them.
    folder : str or Path
    codebook_hash : str
        SHA-256 of the codebook that coded the texts; written into the package where it is given.

    Returns
    -------
    list of Path
        The files, ``datapackage.json`` last.

    Examples
    --------
    >>> import json, tempfile
    >>> from astana_study.tables.frames import make_empty
    >>> *_, package = publish_tables({"topics": make_empty("topics")}, tempfile.mkdtemp())
    >>> json.loads(package.read_text(encoding="utf-8"))["resources"][0]["path"]
    'topics.csv'
    """
    ready = {name: render_csv(frame, get_table(name)) for name, frame in tables.items()}
    package = describe_package(ready, codebook_hash=codebook_hash)
    content = (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
    written = [write_file(Path(folder) / f"{name}.csv", data) for name, data in ready.items()]
    return [*written, write_file(Path(folder) / "datapackage.json", content)]


def describe_package(files: Mapping[str, bytes], *, codebook_hash: str = "") -> dict[str, Any]:
    """Return the Data Package descriptor of tables given as the bytes of their CSV files."""
    package: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "astana-study",
        "title": "The Astana process for Syria: the record of its rounds, and attributed claims from its coverage",
        "description": "Tidy tables, one row an observation. Offsets count Unicode code points in an article's text.",
        "licenses": [LICENCE],
    }
    if codebook_hash:
        package["codebookHash"] = f"sha256:{codebook_hash}"
    package["resources"] = [_describe_resource(get_table(name), data, files) for name, data in files.items()]
    return package


def _describe_resource(table: Table, data: bytes, files: Mapping[str, bytes]) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": f"{table.name}.csv",
        "description": f"One row is {table.row}.",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": describe_schema(table, tuple(files)),
    }


def describe_schema(table: Table, names: tuple[str, ...]) -> dict[str, Any]:
    """Return the Table Schema descriptor of one table; references only to the tables in `names`.

    Examples
    --------
    >>> describe_schema(get_table("claim_topics"), ("topics",))["primaryKey"]
    ['article_id', 'claim_id', 'topic_id']
    """
    schema: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [_describe_field(column) for column in table.columns],
        "missingValues": [""],
    }
    # A primary key may have no empty cell; a page about the process as a whole has no round.
    whole = all(table[name].required for name in table.key)
    schema["primaryKey" if whole else "uniqueKeys"] = list(table.key) if whole else [list(table.key)]
    foreign = [
        {"fields": [column.name], "reference": {"resource": target, "fields": [name]}}
        for column in table.columns
        if column.references
        for target, _, name in [column.references.partition(".")]
        if target in names
    ]
    owner = list_owner(table.name)
    if owner and owner[0] in names:
        foreign.append({"fields": list(owner[1]), "reference": {"resource": owner[0], "fields": list(owner[1])}})
    if foreign:
        schema["foreignKeys"] = foreign
    return schema


def _describe_field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": _TYPES[column.type], "description": column.description}
    if column.type == "boolean":
        field |= {"trueValues": ["True"], "falseValues": ["False"]}
    constraints: dict[str, Any] = {"required": True} if column.required else {}
    if column.values:
        constraints["enum"] = list(column.values)
    elif column.pattern and column.type == "string":
        constraints["pattern"] = f"^(?:{column.pattern})$" if "|" in column.pattern else column.pattern
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.maximum is not None:
        constraints["maximum"] = column.maximum
    return field | ({"constraints": constraints} if constraints else {})
