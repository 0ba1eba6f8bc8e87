"""The commands about a corpus of one's own: ``add``, ``fetch`` and ``corpus code | export | duplicates``."""

from __future__ import annotations

import contextlib
import errno
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from astana_study.corpus.errors import CorpusError
from astana_study.terminal import EXIT_CODES, FAILED, USAGE, complain, guard

FOLDER = Path("corpus")
Folder = Annotated[Path, typer.Option("--to", metavar="DIR", help="The corpus folder; made where it is missing.")]
Strict = Annotated[bool, typer.Option("--strict", help="Stop at the first bad file, instead of going on.")]
Contact = Annotated[str, typer.Option(help="Your mail address or page, told to the servers.")]
corpus_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None,
                         help="Code, export and compare a whole corpus, however large.")


def add_commands(app: typer.Typer) -> None:
    """Put the commands of this room into the command ``astana-study``."""
    app.command(epilog=EXIT_CODES)(add)
    app.command(epilog=EXIT_CODES)(fetch)
    app.add_typer(corpus_app, name="corpus")


@contextlib.contextmanager
def _errand() -> Iterator[None]:
    """Turn errors into one message and an exit code, a package that is missing among them."""
    with guard():
        try:
            yield
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise CorpusError("the disk is full; make room and run again: what is there is whole") from None
            raise
        except ImportError as error:
            raise CorpusError(f"{error}: a corpus needs more packages: pip install 'astana-study[corpus]'") from None


class _Counter:
    """Says how far it is, at most every few seconds, where the end of the work is not known."""

    def __init__(self, what: str):
        self.what, self.count, self._said = what, 0, time.monotonic()

    def count_on(self, number: int = 1) -> None:
        self.count += number
        if sys.stderr.isatty() and time.monotonic() - self._said > 1:
            self._said = time.monotonic()
            print(f"\r{self.what} {self.count:,} ", end="", file=sys.stderr, flush=True)


def add(
    items: Annotated[list[str], typer.Argument(metavar="FILE|FOLDER|URL...", help="What to add.")],
    to: Folder = FOLDER,
    columns: Annotated[str, typer.Option(
        metavar="FIELD=COLUMN,...", help="For CSV and JSON lines: which column holds what. Fields: text, title, "
                                         "published, outlet, language, round, source_url, rights, id.")] = "",
    outlet: Annotated[str, typer.Option(help="Who published it, for articles that do not say so.")] = "",
    rights: Annotated[str, typer.Option(help="Whose it is and what may be done with it.")] = "",
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be done.")] = False,
    strict: Strict = False,
    contact: Contact = "",
    allow_loopback: Annotated[bool, typer.Option("--allow-loopback", hidden=True)] = False,
) -> None:
    """Add articles to a corpus: web pages, text, PDF, Word, CSV and JSON lines, zip files and folders of these.

    The text is taken out and kept under a name made of its content, with a metadata file beside it. What is there
    already is not added again. Files that cannot be used are named with the reason; the exit code is then 2.
    """
    with _errand():
        from astana_study.corpus.adding import add_one_by_one
        from astana_study.corpus.exports import parse_mapping

        addresses = [item for item in items if item.startswith(("http://", "https://"))]
        paths = [item for item in items if item not in addresses]
        counts, counter = Counter(), _Counter("Adding")
        for one in add_one_by_one(paths, to, mapping=parse_mapping(columns), outlet=outlet, rights=rights,
                                  dry_run=dry_run, strict=strict) if paths else ():
            counts[one.status] += 1
            counter.count_on()
            if one.status == "not added":
                complain(f"{one.file}: {one.reason}")
            elif one.reason:
                complain(f"{one.file}: {one.reason}")
                counts["language"] += 1
        if addresses and dry_run:
            print(f"would fetch {len(addresses)} pages")
        elif addresses:
            counts.update(_fetch([{"source_url": address, "outlet": outlet} for address in addresses], to,
                                 contact=contact, again=True, allow_loopback=allow_loopback))
        would = "would be " if dry_run else ""
        print(f"{to}: {counts['added']} {would}added, {counts['there']} there already, {counts['not added']} not added"
              + (f", {counts['language']} in other languages" if counts["language"] else ""))
        if counts["not added"]:
            raise typer.Exit(USAGE)


def fetch(
    to: Folder = FOLDER,
    round: Annotated[list[int] | None, typer.Option(help="Only sources on this round. May be repeated.")] = None,
    language: Annotated[list[str] | None, typer.Option(help="Only in this language; by default ar and en.")] = None,
    contact: Contact = "",
    again: Annotated[bool, typer.Option("--again", help="Ask again for what was not found or not allowed.")] = False,
    study: Annotated[Path | None, typer.Option("--study", help="The study folder.")] = None,
) -> None:
    """Fetch the pages that the record's sources name, politely: one at a time, with pauses, as robots.txt allows.

    A run that was interrupted goes on where it was. fetch-report.csv in the corpus says what became of each address.
    The pages stay on this machine: they are their publishers'.
    """
    with _errand():
        from astana_study.tables.files import load_table

        sources = load_table("sources", study)
        chosen = sources[sources["language"].isin(language or ["ar", "en"])]
        if round:
            chosen = chosen[chosen["round"].isin(round)]
        if chosen.empty:
            complain("no source fits; see the table sources")
            raise typer.Exit(USAGE)
        rows: list[dict[str, Any]] = chosen.to_dict("records")
        counts = _fetch(rows, to, contact=contact, again=again)
        print(f"{to}: {counts['added']} pages came, {counts['there']} were there, {counts['failed']} failed, "
              f"{counts['later']} worth another try; see {to / 'fetch-report.csv'}")
        if not counts["added"] + counts["there"]:
            raise typer.Exit(FAILED)


def _fetch(rows: list[dict[str, Any]], to: Path, **options: Any) -> Counter:
    from astana_study.corpus.fetching import fetch_pages

    fresh = Counter()

    def tell(one) -> None:
        fresh[one.address] += 1
        print(f"{one.outcome:>6}  {one.address}" + (f": {one.reason} ({one.kind})" if one.reason else ""), flush=True)

    told = fetch_pages(rows, to, report=tell, **options)
    outcomes = Counter("there" if one.outcome == "came" and not fresh[one.address] else one.outcome for one in told)
    failed, later = outcomes["failed"], outcomes["later"]
    return Counter({"added": outcomes["came"], "there": outcomes["there"], "not added": failed + later,
                    "failed": failed, "later": later})


@corpus_app.command("code", epilog=EXIT_CODES)
def code(
    folder: Annotated[Path, typer.Argument(help="A folder of texts, or a corpus that add made.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Folder of the dataset.")],
    workers: Annotated[int | None, typer.Option(help="Processes; by default one for each processor.", min=1)] = None,
    scheduler: Annotated[str | None, typer.Option(
        metavar="ADDRESS", help="Let a Dask cluster do the work, such as tcp://host:8786; it must see both folders.",
    )] = None,
    strict: Strict = False,
) -> None:
    """Code a whole corpus into a dataset of Parquet files, one folder a table, with flat memory.

    Interrupted work resumes; what did not change is not coded again. Files that could not be coded are rows of the
    table problems. pandas, R, DuckDB and Spark read the dataset; in Python: astana_study.open_corpus(DIR).
    """
    with _errand():
        from astana_study.corpus.running import code_corpus

        counter = _Counter("Coding")
        run = code_corpus(folder, out, workers=workers, scheduler=scheduler, strict=strict,
                          report=lambda part: counter.count_on(part.files))
        print(f"{out}: {run.coded} of {run.files} files coded, {run.rows['claims']} claims; {run.made} of {run.parts} "
              f"parts made, the others were there")
        if run.problems:
            _tell_problems(out, run.problems)


def _tell_problems(out: Path, count: int) -> None:
    from astana_study.corpus.dataset import open_corpus

    corpus = open_corpus(out)
    kinds: Counter = Counter()
    for frame in corpus.iterate("problems", columns=["kind"]):
        kinds.update(frame["kind"])
    told = ", ".join(f"{kind} {number}" for kind, number in sorted(kinds.items()))
    complain(f"{count} files were not coded ({told}); `astana-study corpus export {out} problems` lists them")


@corpus_app.command("export", epilog=EXIT_CODES)
def export(
    folder: Annotated[Path, typer.Argument(help="A coded corpus.")],
    table: Annotated[str, typer.Argument(help="Name of the table, such as claims or problems.")],
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="The CSV file.")] = None,
    where: Annotated[list[str] | None, typer.Option(
        metavar="COLUMN=VALUE", help="Only such rows; columns of articles may be used too. May be repeated.")] = None,
) -> None:
    """Write a table for a spreadsheet program. A cell that begins like a formula gets an apostrophe before it."""
    with _errand():
        from astana_study.corpus.dataset import open_corpus
        from astana_study.corpus.exporting import export_table

        corpus = open_corpus(folder)
        target = out or Path(f"{table}.csv")
        print(f"{target}: {export_table(corpus, table, target, where=corpus.read_conditions(table, where or []))} rows")


@corpus_app.command("study", epilog=EXIT_CODES)
def study(
    folder: Annotated[Path, typer.Argument(help="A coded corpus.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="A new folder.")],
    of: Annotated[Path | None, typer.Option("--study", help="The study whose record and notebooks are taken.")] = None,
) -> None:
    """Make a study folder of a corpus, so that the notebooks run on it.

    Such as: astana-study run round -p round=20 --study DIR
    """
    with _errand():
        from astana_study.corpus.dataset import open_corpus
        from astana_study.corpus.studying import write_study

        print(f"{out}: {len(write_study(open_corpus(folder), out, study=of))} tables, and the notebooks")


@corpus_app.command("duplicates", epilog=EXIT_CODES)
def duplicates(
    folder: Annotated[Path, typer.Argument(help="A coded corpus.")],
    out: Annotated[Path, typer.Option("--out", "-o", metavar="DIR", help="Folder for the two tables.")],
    threshold: Annotated[float, typer.Option(help="How like two must be: 1 is the same.", min=0.3, max=1)] = 0.7,
) -> None:
    """Find near-identical articles and claims, such as wire copy: article_groups.csv and claim_groups.csv."""
    with _errand():
        from astana_study.corpus.dataset import open_corpus
        from astana_study.corpus.duplicates import group_articles, group_claims, write_groups

        corpus = open_corpus(folder)
        for name, group in (("article_groups", group_articles), ("claim_groups", group_claims)):
            groups = group(corpus, threshold=threshold)
            write_groups(groups, out / f"{name}.csv")
            print(f"{out / name}.csv: {groups['group_id'].nunique()} groups, {len(groups)} rows")
