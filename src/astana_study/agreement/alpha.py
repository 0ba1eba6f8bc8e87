"""Krippendorff's alpha for nominal values of two coders, from tables of coincidences.

alpha = 1 - observed / expected disagreement (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"). It is 1
where two coders agree throughout, 0 where they agree as often as chance would have it. Coincidences of texts add up,
so that alpha can be resampled text by text.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

import numpy as np

Pair = tuple[Hashable, Hashable]


def count_coincidences(pairs: Iterable[Pair], values: Sequence[Hashable]) -> np.ndarray:
    """Count how often the values coincide in units that both coded.

    Parameters
    ----------
    pairs : iterable of (value, value)
        One pair a unit.
    values : sequence
        All values, in the order of the table.

    Returns
    -------
    ndarray of shape (len(values), len(values))
        Symmetric; every unit adds two.
    """
    index = {value: n for n, value in enumerate(values)}
    table = np.zeros((len(values), len(values)))
    for a, b in pairs:
        table[index[a], index[b]] += 1
        table[index[b], index[a]] += 1
    return table


def find_alpha(coincidences: np.ndarray) -> np.ndarray:
    """Return alpha of one table of coincidences, or of many at once.

    Parameters
    ----------
    coincidences : ndarray of shape (..., k, k)

    Returns
    -------
    ndarray of shape (...)
        Not a number where no unit was coded, or all units have one value: nothing could be told apart.

    Examples
    --------
    >>> pairs = [("a", "a"), ("b", "b"), ("a", "b"), ("b", "b")]
    >>> round(float(find_alpha(count_coincidences(pairs, ["a", "b"]))), 3)
    0.533
    """
    table = np.asarray(coincidences, dtype=float)
    margins = table.sum(axis=-1)
    total = margins.sum(axis=-1)
    agreed = np.trace(table, axis1=-2, axis2=-1)
    expected = total**2 - (margins**2).sum(axis=-1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(expected > 0, 1 - (total - 1) * (total - agreed) / expected, np.nan)
