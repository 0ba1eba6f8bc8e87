"""Writes the data dictionary, ``docs/tables.md``, from the schema; a test holds the file against it.

``python -m astana_study.tables.describing`` writes it anew.
"""

from __future__ import annotations

from pathlib import Path

from astana_study.codebook.vocabulary import get_label, list_values
from astana_study.tables.schema import Column, Table, list_tables

DICTIONARY = Path("docs/tables.md")
_SOURCES = {"text": "From a text", "codebook": "From the codebook", "record": "From the record of the rounds"}
_OPENING = """\
# The tables

Made from `src/astana_study/tables/schema.py` by `python -m astana_study.tables.describing`; do not edit by hand.

One row is one observation. Files are UTF-8 CSV with `\\n` line ends, sorted by key; an empty cell means that nothing
is known. Ids are ASCII and stable. Offsets count Unicode code points in the article's text, from `start` up to but not
including `end`, and `text[start:end]` is the surface to the letter. Dates are ISO 8601. Licence: CC BY 4.0.
"""


def describe_tables() -> str:
    """Return the data dictionary as Markdown.

    Examples
    --------
    >>> describe_tables().splitlines()[0]
    '# The tables'
    """
    parts = [_OPENING]
    for source, title in _SOURCES.items():
        parts.append(f"## {title}\n")
        parts += [_describe_table(table) for table in list_tables(source)]
    parts.append("## Closed lists\n")
    parts += [_describe_list(name) for name in _list_vocabularies()]
    return "\n".join(parts).rstrip() + "\n"


def write_dictionary(root: str | Path) -> Path:
    """Write the data dictionary into a checkout's docs and return its path."""
    # Imported here: the description itself needs no tables.
    from astana_study.tables.writing import write_file

    return write_file(Path(root) / DICTIONARY, describe_tables().encode("utf-8"))


def _describe_table(table: Table) -> str:
    lines = [
        f"### {table.name}\n",
        f"One row is {table.row}. Key: {', '.join(f'`{name}`' for name in table.key)}.\n",
        "| column | type | what it is | allowed |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| `{column.name}` | {column.type} | {column.description} | {_describe_allowed(column)} |"
        for column in table.columns
    ]
    return "\n".join(lines) + "\n"


def _describe_allowed(column: Column) -> str:
    said = []
    if column.vocabulary:
        said.append(f"list [{column.vocabulary}](#{column.vocabulary})")
    if column.references:
        said.append(f"a `{column.references}`")
    if column.minimum is not None and column.maximum is not None:
        said.append(f"{column.minimum} to {column.maximum}")
    elif column.minimum is not None:
        said.append(f"from {column.minimum}")
    if column.pattern and column.type == "string" and not column.references:
        said.append("`" + column.pattern.replace("|", "\\|") + "`")
    said.append("never empty" if column.required else "may be empty")
    return "; ".join(said)


def _list_vocabularies() -> list[str]:
    return list(dict.fromkeys(c.vocabulary for table in list_tables() for c in table.columns if c.vocabulary))


def _describe_list(name: str) -> str:
    lines = [f"### {name}\n", "| value | English | Arabic |", "|---|---|---|"]
    lines += [f"| `{v}` | {get_label(name, v)} | {get_label(name, v, 'ar')} |" for v in list_values(name)]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    from astana_study.tables.files import find_root

    print(write_dictionary(find_root()))
