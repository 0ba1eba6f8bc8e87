"""Which notebook runs with which parameters: reads ``notebooks/runs.toml``, the same file for people and for CI.

The file declares every parameter (see `contract`) and lists the runs::

    [notebooks.round.parameters.round]
    type = "integer"
    values_from = "rounds.round"
    help = "Number of the round"

    [[notebooks.round.runs]]
    for_each = ["round"]            # one run for each allowed value
    set = { language = "en" }       # the others keep the notebook's defaults
"""

from __future__ import annotations

import hashlib
import itertools
import json
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from astana_study.runs.contract import (
    TYPES,
    ContractError,
    Parameter,
    check_notebook,
    check_parameters,
    list_order_faults,
)

FILE = Path("notebooks") / "runs.toml"
CELL_TIMEOUT = 600
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Request:
    """One entry of ``runs``: values to set, and parameters that take every allowed value in turn."""

    values: Mapping[str, Any]
    for_each: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notebook:
    """A declared notebook: where it is, what may be asked of it, what is asked by default."""

    name: str
    path: Path
    parameters: tuple[Parameter, ...]
    requests: tuple[Request, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """One run: a notebook with a value for each of its parameters, and where its output goes."""

    notebook: Notebook
    parameters: Mapping[str, Any]
    output: Path

    @property
    def label(self) -> str:
        """Notebook and parameters in one line, for messages."""
        values = ", ".join(f"{name}={_say(value)}" for name, value in self.parameters.items())
        return f"{self.notebook.name} ({values})" if values else self.notebook.name


@dataclass(frozen=True, slots=True)
class Plan:
    """All of ``runs.toml``."""

    root: Path
    notebooks: Mapping[str, Notebook]
    preload: tuple[str, ...] = ()
    cell_timeout: int = CELL_TIMEOUT
    outputs: Path = field(default=Path("outputs"))

    def __getitem__(self, name: str) -> Notebook:
        name = Path(name).name.removesuffix(".ipynb")
        if name not in self.notebooks:
            raise ContractError(name, [f"runs.toml declares no such notebook; it has {', '.join(self.notebooks)}"])
        return self.notebooks[name]


def find_study(start: str | Path | None = None) -> Path:
    """Return the study folder: the nearest one, from `start` upwards, that holds ``notebooks/runs.toml``.

    Raises
    ------
    FileNotFoundError
        When there is none.
    """
    start = Path(start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder
    raise FileNotFoundError(
        f"no study here: neither {start} nor a folder above it holds {FILE.as_posix()}; "
        "go to the folder of the clone, or name it with --study")


def read_plan(root: str | Path) -> Plan:
    """Return what ``notebooks/runs.toml`` of a study folder declares.

    Raises
    ------
    ContractError
        With every fault of the file: unknown keys, unknown types, parameters without a type or help.
    """
    root = Path(root).resolve()
    path = root / FILE
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ContractError(str(path), ["there is no such file"]) from None
    except tomllib.TOMLDecodeError as error:
        raise ContractError(str(path), [f"this is not TOML: {error}"]) from None
    faults = [f"unknown table [{name}]" for name in content if name not in ("settings", "notebooks")]
    settings = content.get("settings", {})
    faults += [f"[settings]: unknown key {name!r}" for name in settings if name not in ("cell_timeout", "preload")]
    notebooks = {name: _read_notebook(name, entry, path.parent, faults)
                 for name, entry in content.get("notebooks", {}).items()}
    if faults:
        raise ContractError(str(path), faults)
    return Plan(root, notebooks, tuple(settings.get("preload", ())), settings.get("cell_timeout", CELL_TIMEOUT),
                root / "outputs")


def _read_notebook(name: str, entry: dict, folder: Path, faults: list[str]) -> Notebook:
    where = f"[notebooks.{name}]"
    faults += [f"{where}: unknown key {key!r}" for key in entry if key not in ("parameters", "runs")]
    parameters = []
    for parameter, declared in entry.get("parameters", {}).items():
        here = f"[notebooks.{name}.parameters.{parameter}]"
        known = ("type", "help", "values", "values_from", "minimum", "maximum", "not_before")
        faults += [f"{here}: unknown key {key!r}" for key in declared if key not in known]
        if declared.get("type") not in TYPES:
            faults.append(f"{here}: type must be one of {', '.join(TYPES)}, not {declared.get('type')!r}")
        elif not declared.get("help"):
            faults.append(f"{here}: help is missing: one line that says what the parameter does")
        elif "values" in declared and "values_from" in declared:
            faults.append(f"{here}: values and values_from exclude each other")
        elif declared.get("not_before", parameter) not in entry["parameters"]:
            faults.append(f"{here}: not_before names no parameter of this notebook: {declared['not_before']!r}")
        else:
            rest = {key: declared[key] for key in known[3:] if key in declared}
            parameters.append(Parameter(parameter, declared["type"], declared["help"],
                                        tuple(declared.get("values", ())), **rest))
    requests = []
    for number, request in enumerate(entry.get("runs", ()), start=1):
        here = f"[[notebooks.{name}.runs]] number {number}"
        faults += [f"{here}: unknown key {key!r}" for key in request if key not in ("for_each", "set")]
        for_each, values = tuple(request.get("for_each", ())), request.get("set", {})
        names = entry.get("parameters", {})
        faults += [f"{here}: there is no parameter {key!r}" for key in (*for_each, *values) if key not in names]
        faults += [f"{here}: {key!r} stands in both for_each and set" for key in for_each if key in values]
        requests.append(Request(values, for_each))
    return Notebook(name, folder / f"{name}.ipynb", tuple(parameters), tuple(requests))


def make_run(plan: Plan, name: str, given: Mapping[str, Any], *, typed: bool = True) -> Run:
    """Return one run of one notebook, every parameter checked; what is not given keeps the notebook's default.

    Raises
    ------
    ContractError
        When the notebook is unknown or a parameter breaks its declaration; lists all faults.
    """
    notebook = plan[name]
    faults: list[str] = []
    defaults, values = {}, {}
    try:
        defaults = check_notebook(notebook.path, notebook.parameters, plan.root)
    except ContractError as error:
        faults += [f"{notebook.path.name}: {fault}" for fault in error.faults]
    try:
        values = check_parameters(given, notebook.parameters, plan.root, subject=name, typed=typed)
    except ContractError as error:
        faults += error.faults
    if faults:
        raise ContractError(notebook.name, faults)
    parameters = {parameter.name: values.get(parameter.name, defaults[parameter.name])
                  for parameter in notebook.parameters}
    if faults := list_order_faults(parameters, notebook.parameters):
        raise ContractError(notebook.name, faults)
    return Run(notebook, parameters, plan.outputs / notebook.name / f"{name_run(parameters)}.ipynb")


def list_runs(plan: Plan) -> tuple[Run, ...]:
    """Return all runs that the file asks for, in its order.

    Raises
    ------
    ContractError
        With the faults of all runs, or when two runs would write the same output.
    """
    runs: dict[Path, Run] = {}
    faults: list[str] = []
    for notebook in plan.notebooks.values():
        declared = {parameter.name: parameter for parameter in notebook.parameters}
        for request in notebook.requests:
            try:
                choices = [declared[name].list_allowed(plan.root) or () for name in request.for_each]
                for chosen in itertools.product(*choices):
                    given = dict(request.values) | dict(zip(request.for_each, chosen, strict=True))
                    run = make_run(plan, notebook.name, given)
                    if run.output in runs:
                        faults.append(f"{notebook.name}: two runs would write {run.output.name}")
                    runs[run.output] = run
            except ContractError as error:
                faults += [f"{notebook.name}: {fault}" for fault in error.faults]
    if faults:
        raise ContractError(str(plan.root / FILE), dict.fromkeys(faults))
    return tuple(runs.values())


def name_run(parameters: Mapping[str, Any]) -> str:
    """Return the name of an output, made from the parameters; plain ASCII on every file system.

    Examples
    --------
    >>> name_run({"round": 20, "language": "ar"})
    'round-20_language-ar'
    >>> name_run({"topics": [], "acts": ["reject", "condemn"]})
    'topics-all_acts-reject+condemn'
    >>> name_run({})
    'default'
    """
    parts, exact = [], True
    for name, value in parameters.items():
        items = value if isinstance(value, list) else [value]
        words = [_say(item) for item in items] or ["all"]
        exact &= all(re.fullmatch(r"[A-Za-z0-9._-]+", word) for word in words)
        parts.append(f"{name}-" + "+".join(re.sub(r"[^A-Za-z0-9._-]+", "-", word).strip("-") for word in words))
    joined = "_".join(parts) or "default"
    if exact and len(joined) <= LONGEST_NAME:
        return joined
    # shortened or altered: a digest keeps two different runs apart
    digest = hashlib.sha256(json.dumps(dict(parameters), sort_keys=True).encode()).hexdigest()[:8]
    return f"{joined[:LONGEST_NAME]}_{digest}"


def _say(value: Any) -> str:
    if isinstance(value, list):
        return "+".join(_say(item) for item in value) or "all"
    return str(value).lower() if isinstance(value, bool) else str(value)
