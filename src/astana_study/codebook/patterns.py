"""Compact entries of the codebook, written out: ``[a|b] c (d|e)`` and names built from countries."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product
from math import prod
from typing import TypeAlias

MOST_FORMS = 3000
"""Forms to which one entry may write out: a few entries with more would take the time of all others together."""

_MARKS = re.compile(r"([()\[\]|])")
_Sequence: TypeAlias = "list[str | list[_Sequence]]"
"""Words, and groups of choices between them, one behind the other."""


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
    for form in _write(_parse(pattern)):
        yield " ".join(form.split())


def count_forms(pattern: str) -> int:
    """Return to how many forms a compact entry writes out, without writing it out.

    Raises
    ------
    ValueError
        When a bracket is left open.

    Examples
    --------
    >>> count_forms("[final] (statement|(joint|own) communique)")
    6
    """
    return _count(_parse(pattern))


def _parse(pattern: str) -> _Sequence:
    opened: list[tuple[str, list[_Sequence]]] = [("", [[]])]
    for piece in _MARKS.split(pattern):
        mark, choices = opened[-1]
        if piece in ("(", "["):
            opened.append((piece, [[]]))
        elif piece in (")", "]") and mark + piece in ("()", "[]"):
            opened.pop()
            opened[-1][1][-1].append([*choices, []] if piece == "]" else choices)
        elif piece == "|" and mark:
            choices.append([])
        elif _MARKS.match(piece):
            raise ValueError(f"unbalanced brackets in {pattern!r}")
        elif piece:
            choices[-1].append(piece)
    if len(opened) > 1:
        raise ValueError(f"unbalanced brackets in {pattern!r}")
    return opened[0][1][0]


def _write(sequence: _Sequence) -> Iterator[str]:
    parts = ([part] if isinstance(part, str) else [form for choice in part for form in _write(choice)]
             for part in sequence)  # fmt: skip
    return map("".join, product(*parts))


def _count(sequence: _Sequence) -> int:
    return prod(sum(_count(choice) for choice in part) for part in sequence if not isinstance(part, str))


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
