"""The commands about validity: ``compare`` codings, and print the ``codebook``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from astana_study.terminal import EXIT_CODES, guard


class Split(StrEnum):
    """Which of the study's hand-coded texts."""

    dev = "dev"
    test = "test"


class Language(StrEnum):
    """Languages that are coded."""

    ar = "ar"
    en = "en"


def add_commands(app: typer.Typer) -> None:
    """Put the commands of this room into the command ``astana-study``."""
    app.command(epilog=EXIT_CODES)(compare)
    app.command(epilog=EXIT_CODES)(codebook)


def compare(
    codings: Annotated[list[Path] | None, typer.Argument(
        metavar="[CODING...]", help="Hand codings with their texts beside them, or folders; without any, the study's.",
    )] = None,
    against: Annotated[list[Path] | None, typer.Option(
        "--with", metavar="CODING", help="Other codings of the same texts, instead of the coder's. May be repeated.",
    )] = None,
    split: Annotated[Split | None, typer.Option(help="Of the study's texts: those the coder was developed with, or "
                                                     "those it was not.")] = None,
    language: Annotated[Language | None, typer.Option(help="Of the study's texts: only those in one language.")] = None,
    second: Annotated[bool, typer.Option("--second", help="Compare the study's two hand codings.")] = False,
    out: Annotated[Path | None, typer.Option(
        "--out", "-o", metavar="DIR", help="Folder for measures.csv, acts.csv and differences.csv.")] = None,
) -> None:
    """Say how far the coder agrees with hand codings, or two hand codings with each other.

    A hand coding is the project's JSON, a brat .ann, a Web Annotation .jsonld, or a .csv filled in by hand. Its text
    stands beside it under the same name (01.ann and 01.txt), or as text.txt.
    """
    with guard():
        from astana_study.agreement.comparing import compare_codings
        from astana_study.agreement.gathering import compare_with, gather_codings
        from astana_study.agreement.loading import load_gold
        from astana_study.tables.coding import code_article
        from astana_study.tables.writing import write_file

        if codings and (split or language or second):
            raise ValueError("--split, --language and --second choose among the study's texts; leave them away when "
                             "you name codings of your own")
        chosen = {"split": split and split.value, "language": language and language.value}
        texts = gather_codings(codings) if codings else load_gold(**chosen)
        if second:
            other = load_gold(coder="b", **chosen)
        elif against:
            other = compare_with(against, texts)
        else:
            other = [code_article(text.article) for text in texts]
        agreement = compare_codings(texts, other)
        _show(agreement)
        if out:
            for name in ("measures", "acts", "differences"):
                table = getattr(agreement, name)
                write_file(out / f"{name}.csv", table.to_csv(index=False, lineterminator="\n").encode("utf-8"))
            print(f"{out}: measures.csv, acts.csv, differences.csv")


def codebook(
    language: Annotated[Language | None, typer.Option(help="Only what is looked for in one language.")] = None,
    out: Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="Write it there.")] = None,
) -> None:
    """Print the codebook as a document: actors, cues with their forms, distance markers, topics and rules."""
    with guard():
        from astana_study.codebook.printing import print_codebook
        from astana_study.tables.writing import write_file

        document = print_codebook(language.value if language else "")
        if out:
            print(write_file(out, document.encode("utf-8")))
        else:
            print(document, end="")


def _show(agreement) -> None:
    """Print the measures over all texts, and by language where there are several."""
    from rich.console import Console
    from rich.table import Table

    measures = agreement.measures
    groups = ["all", *dict.fromkeys(measures.loc[measures["level"] == "language", "group"])]
    groups = groups if len(groups) > 2 else groups[:1]
    table = Table("measure", *(f"{group}, 95 % interval" for group in groups), "rests on", box=None, pad_edge=False)
    rows = {(row.group, row.measure): row for row in measures[measures["level"].isin(["all", "language"])].itertuples()}
    for measure in dict.fromkeys(measures.loc[measures["level"] == "all", "measure"]):
        cells = [_write(rows[group, measure]) for group in groups]
        table.add_row(measure, *cells, str(rows["all", measure].units))
    console = Console(highlight=False)
    if not console.is_terminal:
        console = Console(highlight=False, width=120, no_color=True)
    console.print(table)
    kinds = agreement.differences["kind"].value_counts()
    listed = ", ".join(f"{kind} {kinds[kind]}" for kind in sorted(kinds.index, key=lambda kind: (-kinds[kind], kind)))
    texts = measures.loc[measures["level"] == "text", "group"].nunique()
    counted = f"{texts} text{'' if texts == 1 else 's'}, {len(agreement.differences)} differences"
    print(f"{counted}: {listed}" if listed else counted)


def _write(row) -> str:
    if row.value != row.value:
        return "–"
    return f"{row.value:.3f}" + (f"  {row.low:.3f}–{row.high:.3f}" if row.low == row.low else "")
