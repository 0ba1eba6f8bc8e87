"""Compact entries of the codebook, written out: ``[a|b] c (d|e)`` and names built from countries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_GROUP = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")


def expand_pattern(pattern: str) -> Iterator[str]:
    """Write out a compact entry: ``(a|b)`` is one of them, ``[a|b]`` one of them or nothing.

    Raises
    ------
    ValueError
        When a bracket is left open.

    Examples
    --------
    >>> list(expand_pattern("[final] (statement|communique)"))
    ['final statement', 'final communique', 'statement', 'communique']
    """
    group = _GROUP.search(pattern)
    if group is None:
        if set(pattern) & set("()[]|"):
            raise ValueError(f"unbalanced brackets in {pattern!r}")
        yield " ".join(pattern.split())
        return
    optional = group.group(2) is not None
    choices = (group.group(2) if optional else group.group(1)).split("|")
    for choice in (*choices, "") if optional else choices:
        yield from expand_pattern(pattern[: group.start()] + choice + pattern[group.end() :])


def expand_countries(pattern: str, country: Mapping[str, str]) -> Iterator[str]:
    """Write out a pattern with ``{country} {capital} {m} {f} {adj}`` for one row of ``countries.csv``.

    ``{m}`` and ``{f}`` are the masculine and feminine adjective (Arabic), ``{adj}`` the adjective (English).

    Examples
    --------
    >>> row = {"country": "Russia", "capital": "Moscow", "adjective": "Russian", "feminine": ""}
    >>> list(expand_countries("{adj} (envoy|side)", row))
    ['Russian envoy', 'Russian side']
    """
    adjectives = _split(country["adjective"])
    values = {
        "country": _split(country["country"]),
        "capital": _split(country["capital"]),
        "adj": adjectives,
        "m": adjectives,
        "f": _split(country["feminine"]) or [adjective + "ة" for adjective in adjectives],
    }
    slot = re.search(r"\{(\w+)\}", pattern)
    if slot is None:
        yield from expand_pattern(pattern)
        return
    for value in values[slot.group(1)]:
        yield from expand_countries(pattern[: slot.start()] + value + pattern[slot.end() :], country)


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]
