"""The closed lists (acts, modes, parts …) with their labels in both languages, from ``vocabulary.csv``."""

from __future__ import annotations

from functools import cache

from astana_study.codebook.reading import read_rows


@cache
def _read_lists() -> dict[str, dict[str, dict[str, str]]]:
    lists: dict[str, dict[str, dict[str, str]]] = {}
    for row in read_rows("vocabulary"):
        lists.setdefault(row["list"], {})[row["value"]] = row
    return lists


def list_values(name: str) -> tuple[str, ...]:
    """Return the values of one list, in the order of the file.

    Examples
    --------
    >>> list_values("claim_role")
    ('holder', 'target')
    """
    return tuple(_read_lists()[name])


def get_label(name: str, value: str, language: str = "en") -> str:
    """Return the label of one value in English or Arabic; the value itself where the list has no such value.

    Examples
    --------
    >>> get_label("act", "condemn", "ar")
    'أدان'
    """
    row = _read_lists()[name].get(value)
    return row[f"label_{language}"] if row else value
