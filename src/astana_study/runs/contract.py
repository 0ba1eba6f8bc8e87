"""What may be asked of a notebook: its parameters, their types and allowed values, checked before anything runs.

papermill alone only warns of a misspelt name and runs on the defaults, reads ``07`` as 7 and ``no`` as False, and
injects a string where a number is meant. Here the declaration in ``notebooks/runs.toml`` decides, and the notebook's
own ``parameters`` cell must agree with it. All faults are collected and raised once.

This module must not run anything, and imports neither papermill nor pandas: a wrong call fails at once.
"""

from __future__ import annotations

import ast
import csv
import difflib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

TYPES = ("string", "integer", "number", "boolean", "date", "strings", "integers")
_BOOLEANS = {"true": True, "yes": True, "false": False, "no": False}
_SINGLE = {"strings": "string", "integers": "integer"}
_SAID = {"string": "text", "integer": "a whole number", "number": "a number", "boolean": "true or false",
         "date": "a day as YYYY-MM-DD", "strings": "a list of texts", "integers": "a list of whole numbers"}


class ContractError(ValueError):
    """Parameters, or a notebook's parameters cell, that break the declaration; `faults` lists every one."""

    def __init__(self, subject: str, faults: Iterable[str]) -> None:
        self.subject = subject
        self.faults = tuple(faults)
        count = "1 fault" if len(self.faults) == 1 else f"{len(self.faults)} faults"
        super().__init__("\n  - ".join([f"{subject}: {count}, so nothing was run", *self.faults]))


@dataclass(frozen=True, slots=True)
class Parameter:
    """One declared parameter of a notebook.

    `values` lists what is allowed; `values_from` names where to look instead: ``table.column`` of
    ``data/processed``, or ``vocabulary.list`` for a closed list of the codebook.
    """

    name: str
    type: str
    help: str
    values: tuple[object, ...] = ()
    values_from: str = ""
    minimum: float | None = None
    maximum: float | None = None
    not_before: str = ""
    """Another parameter of the notebook, whose value this one's must not lie before."""

    def list_allowed(self, root: Path) -> tuple[object, ...] | None:
        """Return the allowed values (of each item, for a list), or None when any value of the type will do."""
        if self.values_from:
            return read_values(self.values_from, self.type, root)
        return self.values or None

    def convert(self, text: str) -> object:
        """Read a value as typed on a command line, by the declared type.

        Raises
        ------
        ValueError
            When the text is not of the type.

        Examples
        --------
        >>> Parameter("round", "integer", "").convert("٢٠")
        20
        >>> Parameter("topics", "strings", "").convert("idlib, golan")
        ['idlib', 'golan']
        >>> Parameter("article_id", "string", "").convert("07")
        '07'
        """
        text = text.strip()
        if self.type in _SINGLE:
            items = [item for item in re.split(r"[,،]", text) if item.strip()]
            return [_convert_one(item.strip(), _SINGLE[self.type]) for item in items]
        return _convert_one(text, self.type)

    def list_faults(self, value: object, root: Path) -> list[str]:
        """Return what is wrong with a value, in words; an empty list when nothing is."""
        if not _is_type(value, self.type):
            return [f"{self.name} must be {_SAID[self.type]}, not {_show(value)}"]
        allowed = self.list_allowed(root)
        items = value if isinstance(value, list) else [value]
        return [fault for item in items for fault in self._list_item_faults(item, allowed)]

    def _list_item_faults(self, item: object, allowed: tuple[object, ...] | None) -> list[str]:
        if (self.minimum is not None and item < self.minimum) or (self.maximum is not None and item > self.maximum):
            return [f"{self.name} must lie between {self.minimum} and {self.maximum}, not {_show(item)}"]
        if allowed is None or item in allowed:
            return []
        where = f" (from {self.values_from})" if self.values_from else ""
        return [f"{self.name} must be one of {_list_words(allowed)}{where}, not {_show(item)}{_hint(item, allowed)}"]


def _convert_one(text: str, kind: str) -> object:
    if kind == "string":
        return text
    if kind == "date":
        return text
    if kind == "boolean" and text.lower() in _BOOLEANS:
        return _BOOLEANS[text.lower()]
    # \d takes every script's digits, and so does int(): ٢٠ is 20
    if kind == "integer" and re.fullmatch(r"[+-]?\d+", text):
        return int(text)
    if kind == "number" and re.fullmatch(r"[+-]?(\d+([.٫]\d*)?|[.٫]\d+)", text):
        return float(text.replace("٫", "."))
    raise ValueError(f"must be {_SAID[kind]}, not {_show(text)}")


def _is_type(value: object, kind: str) -> bool:
    if kind in _SINGLE:
        return isinstance(value, list) and all(_is_type(item, _SINGLE[kind]) for item in value)
    if kind == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "number":
        return isinstance(value, int | float) and not isinstance(value, bool)
    if kind == "boolean":
        return isinstance(value, bool)
    if kind == "date" and isinstance(value, str):
        try:
            return value == "" or date.fromisoformat(value).isoformat() == value
        except ValueError:
            return False
    return kind == "string" and isinstance(value, str)


def read_values(source: str, kind: str, root: Path) -> tuple[object, ...]:
    """Return the different values of ``table.column`` of the published tables, or of ``vocabulary.list``.

    Raises
    ------
    ContractError
        When there is no such table, column or list.
    """
    table, _, column = source.partition(".")
    if table == "vocabulary":
        from astana_study.codebook.vocabulary import list_values

        try:
            return list_values(column)
        except KeyError:
            raise ContractError(source, [f"vocabulary.csv has no list {column!r}"]) from None
    path = root / "data" / "processed" / f"{table}.csv"
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file)
            if column not in (rows.fieldnames or ()):
                raise ContractError(source, [f"{path} has no column {column!r}"])
            cells = dict.fromkeys(row[column] for row in rows if row[column])
    except FileNotFoundError:
        raise ContractError(source, [f"{path} is not there; make the tables first: astana-study build"]) from None
    single = _SINGLE.get(kind, kind)
    return tuple(sorted(_convert_one(cell, single) for cell in cells) if single == "integer" else cells)


def read_defaults(notebook: Path) -> dict[str, object]:
    """Return the assignments of the cell tagged ``parameters``, in order.

    Raises
    ------
    ContractError
        When the notebook is missing or not a notebook, no cell (or more than one) has the tag, or the cell holds
        anything but ``name = literal``.
    """
    try:
        cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    except FileNotFoundError:
        raise ContractError(str(notebook), ["there is no such notebook"]) from None
    except (ValueError, KeyError, TypeError):
        raise ContractError(str(notebook), ["this is not a notebook (no JSON with cells)"]) from None
    tagged = [cell for cell in cells if "parameters" in cell.get("metadata", {}).get("tags", ())]
    if len(tagged) != 1:
        raise ContractError(str(notebook), [
            f"exactly one cell must have the tag 'parameters', {len(tagged) or 'none'} has; papermill would "
            "put the values at the top and the notebook would overwrite them"])
    source = tagged[0]["source"]
    defaults: dict[str, object] = {}
    try:
        for statement in ast.parse(source if isinstance(source, str) else "".join(source)).body:
            target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target
            defaults[target.id] = ast.literal_eval(statement.value)
    except (SyntaxError, AttributeError, ValueError):
        raise ContractError(str(notebook), [
            "the cell tagged 'parameters' may only hold lines of the form: name = literal value"]) from None
    return defaults


def check_notebook(notebook: Path, parameters: Iterable[Parameter], root: Path) -> dict[str, object]:
    """Return a notebook's defaults after holding them against the declaration.

    Raises
    ------
    ContractError
        When names, types or default values differ from what is declared.
    """
    defaults = read_defaults(notebook)
    declared = {parameter.name: parameter for parameter in parameters}
    faults = [f"{name} stands in the parameters cell, but is not declared in runs.toml"
              for name in defaults if name not in declared]
    for name, parameter in declared.items():
        if name in defaults:
            faults += [f"default of {fault}" for fault in parameter.list_faults(defaults[name], root)]
        else:
            faults.append(f"{name} is declared in runs.toml, but does not stand in the parameters cell")
    if faults:
        raise ContractError(str(notebook), faults)
    return {name: defaults[name] for name in declared}


def check_parameters(
    given: Mapping[str, object], parameters: Iterable[Parameter], root: Path, *, subject: str, typed: bool = True,
) -> dict[str, object]:
    """Return the given parameters, converted and checked.

    Parameters
    ----------
    given : mapping
        Values by name.
    parameters : iterable of Parameter
        The declaration.
    root : Path
        The study folder, for values that come from a table.
    subject : str
        What the values are for; opens the error message.
    typed : bool
        False where the values are texts from a command line, to be read by their declared types.

    Raises
    ------
    ContractError
        With every unknown name, wrong type and value that is not allowed.
    """
    declared = {parameter.name: parameter for parameter in parameters}
    faults, values = [], {}
    for name, value in given.items():
        if name not in declared:
            known = f"it has {', '.join(declared)}" if declared else "it has none"
            faults.append(f"there is no parameter {name!r}; {known}{_hint(name, declared)}")
            continue
        if not typed:
            try:
                value = declared[name].convert(str(value))
            except ValueError as error:
                faults.append(f"{name} {error}")
                continue
        found = declared[name].list_faults(value, root)
        faults += found
        if not found:
            values[name] = value
    if faults:
        raise ContractError(subject, faults)
    return values


def list_order_faults(values: Mapping[str, object], parameters: Iterable[Parameter]) -> list[str]:
    """Return which values lie before the one that they must not lie before.

    Examples
    --------
    >>> first, last = Parameter("first", "integer", ""), Parameter("last", "integer", "", not_before="first")
    >>> list_order_faults({"first": 20, "last": 3}, (first, last))
    ['last must not lie before first (20), and is 3']
    """
    return [f"{parameter.name} must not lie before {parameter.not_before} ({_show(values[parameter.not_before])}), "
            f"and is {_show(values[parameter.name])}" for parameter in parameters
            if parameter.not_before and values[parameter.name] < values[parameter.not_before]]


def _show(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=repr)


def _list_words(allowed: tuple[object, ...]) -> str:
    if all(isinstance(value, int) for value in allowed) and allowed == tuple(range(allowed[0], allowed[-1] + 1)):
        return f"{allowed[0]} to {allowed[-1]}"
    shown = ", ".join(str(value) for value in allowed[:30])
    return f"{shown}, … ({len(allowed)} in all)" if len(allowed) > 30 else shown


def _hint(wrong: object, known: Iterable[object]) -> str:
    if not isinstance(wrong, str):
        return ""
    near = difflib.get_close_matches(wrong, [str(value) for value in known], n=1)
    return f"; did you mean {near[0]}?" if near else ""
