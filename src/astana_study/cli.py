"""The command ``astana-study``: a thin face over the library; says what was done, or what went wrong and what to do.

Everything heavy is imported inside the commands, so that ``--help`` answers at once.
"""

from __future__ import annotations

import contextlib
import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from astana_study import terminal
from astana_study.agreement import commands as agreement_commands
from astana_study.corpus.commands import add_commands
from astana_study.terminal import EXIT_CODES, FAILED, OK, USAGE
from astana_study.terminal import complain as _complain
from astana_study.terminal import guard as _guard
from astana_study.terminal import show_progress as _show_progress


class Format(StrEnum):
    """File formats of the tables."""

    csv = "csv"
    jsonl = "jsonl"
    parquet = "parquet"


class Scope(StrEnum):
    """How much is attributed."""

    strict = "strict"
    wide = "wide"


app = typer.Typer(
    name="astana-study", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False,
    rich_markup_mode=None, context_settings={"help_option_names": ["-h", "--help"]},
    help="Attributed claims from coverage of the Astana process for Syria: coded, tabled, drawn, told.\n\n"
         "Start with: astana-study reproduce\n\n"
         "For a text of your own: astana-study code FILE --out DIR\n\n" + EXIT_CODES,
)
Study = Annotated[Path | None, typer.Option("--study", help="The study folder; by default found from here upwards.")]


def _tell_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"astana-study {version('astana-study')}")
        raise typer.Exit(OK)


@app.callback()
def main(
    version: Annotated[bool, typer.Option(
        "--version", is_eager=True, callback=_tell_version, help="Say the version and stop.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the whole traceback of an error.")] = False,
) -> None:
    """Keep what holds for all commands."""
    terminal.debug = debug
    for stream in (sys.stdout, sys.stderr):  # a terminal that cannot show Arabic must not stop the work
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


@app.command(epilog=EXIT_CODES)
def build(study: Study = None) -> None:
    """Make all tables anew from data/raw and write them to data/processed."""
    with _guard():
        from astana_study.runs.plan import find_study

        _build(study or find_study(), force=True)


@app.command(epilog=EXIT_CODES)
def run(
    notebook: Annotated[str, typer.Argument(help="Name of a notebook, such as: round")],
    parameter: Annotated[list[str] | None, typer.Option(
        "--parameter", "-p", metavar="NAME=VALUE", help="Set a parameter; lists as a,b. May be repeated.")] = None,
    list_parameters: Annotated[bool, typer.Option(
        "--list", help="Only list the notebook's parameters and what they allow.")] = False,
    in_place: Annotated[bool, typer.Option(
        "--in-place", help="Run with the notebook's own defaults and write the outputs back into it; this is how the "
                           "committed notebooks are made.")] = False,
    timeout: Annotated[int | None, typer.Option(help="Seconds that one cell may take.", min=1)] = None,
    study: Study = None,
) -> None:
    """Run one notebook through papermill, its parameters checked before anything starts.

    The executed copy goes to outputs/NOTEBOOK/, under a name made from the parameters, once every cell has completed.
    A run that fails keeps its notebook beside that as ….failed.ipynb.
    """
    with _guard():
        from astana_study.runs.contract import ContractError
        from astana_study.runs.plan import find_study, make_run, read_plan

        plan = read_plan(study or find_study())
        if list_parameters:
            return _list_parameters(plan, notebook)
        if in_place and parameter:
            raise ContractError(notebook, ["--in-place runs with the notebook's own defaults; leave -p away"])
        planned = make_run(plan, notebook, _split_parameters(notebook, parameter or []), typed=False)

        from astana_study.runs.execution import execute_notebook
        from astana_study.runs.warm import KernelFarm

        with KernelFarm(fork=False) as farm:
            path = execute_notebook(
                planned.notebook.path, planned.notebook.path if in_place else planned.output,
                None if in_place else planned.parameters, farm=farm, timeout=timeout or plan.cell_timeout,
                name=planned.label)
        print(_near(path))


@app.command(epilog=EXIT_CODES)
def reproduce(
    jobs: Annotated[int | None, typer.Option(
        help="Runs at a time; by default one more than there are processors.", min=1)] = None,
    force: Annotated[bool, typer.Option("--force", help="Make everything again, also what is up to date.")] = False,
    study: Study = None,
) -> None:
    """The main job: make all tables and all runs that notebooks/runs.toml lists.

    What is up to date is left alone: tables and runs whose code, data, notebook and parameters have the same content.
    A run that fails does not stop the others; it keeps its notebook as ….failed.ipynb.
    """
    with _guard():
        from astana_study.runs.plan import find_study, read_plan

        _reproduce(read_plan(study or find_study()), jobs or _count_processors() + 1, force)


@app.command(epilog=EXIT_CODES)
def code(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Text files in Arabic or English, anywhere.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Folder for the tables.")],
    format: Annotated[Format, typer.Option("--format", "-f", help="File format of the tables.")] = Format.csv,
    scope: Annotated[Scope, typer.Option(
        help="What counts as a claim: with wide, in English texts also thoughts, wishes, intentions.")] = Scope.strict,
) -> None:
    """Code texts of your own: who said what, about whom, and how far the outlet stands from it.

    Writes DIR/articles, sentences, mentions, claims, claim_actors and claim_topics (.csv, .jsonl or .parquet), one set
    for all files. article_id is the file's name without its ending, in ASCII: 01.txt gives 01, Arabic is
    transliterated, a second 01.txt becomes 01-2. Where a file NAME.toml stands beside NAME.txt, it says what is known
    of the article (outlet, published, round and so on), as in data/raw/articles of the study.

    A file that cannot be coded (missing, empty, not text) is named, the others are coded and written all the same, and
    the exit code is 2. Where no file can be coded, nothing is written.
    """
    with _guard():
        from astana_study.corpus.batch import code_files, write_coding

        with _show_progress("Coding", len(files)) as advance:
            tables, refusals = code_files(files, scope=scope.value, report=lambda path: advance(""))
        for refusal in refusals:
            _complain(f"{refusal.path}: {refusal.reason}")
        if tables:
            write_coding(tables, out, format=format.value)
            counts = ", ".join(f"{name} {len(table)}" for name, table in tables.items())
            print(f"{out}: {counts}")
        else:
            _complain("nothing was written")
        if refusals:
            raise typer.Exit(USAGE)


@app.command(epilog=EXIT_CODES)
def verify(
    jobs: Annotated[int | None, typer.Option(
        help="Things at a time; by default one for each processor.", min=1)] = None,
    report: Annotated[Path | None, typer.Option(
        "--report", metavar="FILE", help="Where the HTML report goes; by default outputs/verify.html.")] = None,
    study: Study = None,
) -> None:
    """Make every table, figure and notebook anew in a scratch folder and compare it with what is published.

    One line an artefact: same, differs, missing (published, but gone or not made any more) or new (made, but not
    published), and what was compared. The HTML report shows both sides of what differs. Nothing published is ever
    overwritten; that is what publish is for. The exit code is 0 only when everything is the same.
    """
    with _guard():
        from astana_study.runs.plan import find_study
        from astana_study.verify.command import count_steps, keep_report, list_lines, summarise, verify_study

        root = study or find_study()
        with _show_progress("Verifying", count_steps(root)) as advance:
            verdicts, page = verify_study(root, jobs=jobs or _count_processors(), report=advance)
        print(*list_lines(verdicts), summarise(verdicts), sep="\n", flush=True)
        print(f"side by side: {_near(keep_report(root, page, report))}")
        if any(verdict.status != "same" for verdict in verdicts):
            raise typer.Exit(FAILED)


@app.command(epilog=EXIT_CODES)
def publish(
    jobs: Annotated[int | None, typer.Option(
        help="Things at a time; by default one for each processor.", min=1)] = None,
    study: Study = None,
) -> None:
    """Make every table, figure and notebook anew and write them over what is published, with the manifest.

    Nothing is overwritten before all of it is made; where a notebook fails, nothing is. See what would change first,
    with verify.
    """
    with _guard():
        from astana_study.runs.plan import find_study
        from astana_study.verify.command import count_steps, publish_study

        root = study or find_study()
        with _show_progress("Publishing", count_steps(root)) as advance:
            changed = publish_study(root, jobs=jobs or _count_processors(), report=advance)
        print(*changed, f"published: {len(changed)} files changed", sep="\n")


def _build(root: Path, *, force: bool) -> bool:
    """Make and write the tables, if they are due; return whether they were."""
    from astana_study.runs.freshness import is_build_current, keep_build

    if not force and is_build_current(root):
        return False
    from astana_study.codebook.loading import load_codebook
    from astana_study.tables.building import build_tables
    from astana_study.tables.packaging import publish_tables

    tables = build_tables(root)
    publish_tables(tables, root / "data" / "processed", codebook_hash=load_codebook().hash)
    keep_build(root)
    print(f"data/processed: {len(tables)} tables, {sum(len(table) for table in tables.values())} rows", flush=True)
    return True


def _reproduce(plan, jobs: int, force: bool) -> None:
    from astana_study.runs.freshness import is_build_current
    from astana_study.runs.plan import list_runs
    from astana_study.runs.reproducing import execute_runs, sort_out

    due = current = None
    if not force and is_build_current(plan.root):
        due, current = sort_out(plan, list_runs(plan))
    outcomes = []
    if due is None or due:
        from astana_study.runs.warm import KernelFarm

        # the farm imports on one processor while the tables are made on another
        with KernelFarm(plan.preload) as farm:
            if due is None:
                _build(plan.root, force=force)
                due, current = sort_out(plan, list_runs(plan), force=force)
            with _show_progress("Running", len(due)) as advance:
                outcomes = execute_runs(plan, due, farm, jobs=jobs, report=lambda outcome: advance(
                    f"{outcome.status:>6}  {outcome.run.label}  {outcome.seconds:.1f} s"))
    failed = [outcome for outcome in outcomes if outcome.status == "failed"]
    for outcome in failed:
        _complain(outcome.message)
    print(f"outputs: {len(outcomes) - len(failed)} runs made, {len(current)} up to date, {len(failed)} failed")
    if failed:
        raise typer.Exit(FAILED)


def _split_parameters(notebook: str, given: list[str]) -> dict[str, str]:
    from astana_study.runs.contract import ContractError

    values: dict[str, str] = {}
    faults = []
    for text in given:
        name, equals, value = text.partition("=")
        if not equals or not name:
            faults.append(f"{text!r} is not of the form NAME=VALUE")
        elif name in values:
            faults.append(f"{name} is given twice; a list is written {name}=a,b")
        values[name] = value
    if faults:
        raise ContractError(notebook, faults)
    return values


def _list_parameters(plan, notebook: str) -> None:
    from astana_study.runs.contract import read_defaults

    declared = plan[notebook]
    defaults = read_defaults(declared.path)
    for parameter in declared.parameters:
        allowed = parameter.list_allowed(plan.root)
        print(f"{parameter.name} ({parameter.type}): {parameter.help}")
        print(f"    by default: {defaults.get(parameter.name)!r}")
        if allowed:
            print(f"    allowed: {', '.join(map(str, allowed))}")


def _near(path: Path) -> Path:
    with contextlib.suppress(ValueError):
        return path.resolve().relative_to(Path.cwd())
    return path


def _count_processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


add_commands(app)
agreement_commands.add_commands(app)

if __name__ == "__main__":
    app()
