"""Checks what figure functions are given, so that a mistake is named before anything is drawn."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import pandas as pd

from astana_study.codebook.vocabulary import list_values
from astana_study.tables.schema import LAST_ROUND


def check_columns(table: pd.DataFrame, name: str, columns: Iterable[str]) -> pd.DataFrame:
    """Return the table when it has the columns.

    Raises
    ------
    ValueError
        When a column is missing; the message names it and those there are.
    """
    missing = [column for column in columns if column not in table.columns]
    if missing:
        raise ValueError(
            f"the table {name!r} lacks {', '.join(missing)}; it has {', '.join(map(str, table.columns)) or 'none'}. "
            f"Pass the table as load_table({name!r}) gives it"
        )
    return table


def make_frame(
    rows: Iterable, columns: Iterable[str], *, whole: Iterable[str] = (), truth: Iterable[str] = ()
) -> pd.DataFrame:
    """Return rows as a table whose columns have their types also when there are no rows.

    Parameters
    ----------
    rows : iterable of sequences
    columns : iterable of str
        Names, in order; text unless named below.
    whole, truth : iterable of str
        Columns of whole numbers (missing allowed) and of truth values.

    Examples
    --------
    >>> make_frame([], ["round", "city"], whole=["round"]).dtypes["round"]
    Int64Dtype()
    """
    types = dict.fromkeys(whole, "Int64") | dict.fromkeys(truth, "bool")
    return pd.DataFrame(list(rows), columns=list(columns)).astype({name: types.get(name, "str") for name in columns})


def check_choices(option: str, chosen: Iterable[str] | str | None, allowed: Collection[str]) -> tuple[str, ...]:
    """Return the chosen values, or all that are allowed where none was chosen.

    Raises
    ------
    ValueError
        When a value is not allowed; the message lists those that are.
    """
    if chosen is None:
        return tuple(allowed)
    chosen = (chosen,) if isinstance(chosen, str) else tuple(chosen)
    wrong = [value for value in chosen if value not in allowed]
    if wrong:
        raise ValueError(f"{option}: no {', '.join(map(repr, wrong))}; there are: {', '.join(allowed)}")
    return chosen or tuple(allowed)


def check_round(number: int, option: str = "round") -> int:
    """Return the number of a round.

    Raises
    ------
    ValueError
        When it is not a whole number from 1 to 22.
    """
    if isinstance(number, bool) or int(number) != number or not 1 <= number <= LAST_ROUND:
        raise ValueError(f"{option}={number!r}: rounds are numbered 1 to {LAST_ROUND}")
    return int(number)


def check_period(first_round: int, last_round: int) -> tuple[int, int]:
    """Return the first and last round of a period.

    Raises
    ------
    ValueError
        When either is no round, or they stand the wrong way round.
    """
    first, last = check_round(first_round, "first_round"), check_round(last_round, "last_round")
    if first > last:
        raise ValueError(f"first_round={first} comes after last_round={last}: give the earlier one first")
    return first, last


def list_sure(confidence: str) -> tuple[str, ...]:
    """Return the confidences that are at least as sure as one.

    Examples
    --------
    >>> list_sure("medium")
    ('high', 'medium')
    """
    (confidence,) = check_choices("confidence", confidence, list_values("confidence"))
    values = list_values("confidence")
    return values[: values.index(confidence) + 1]
