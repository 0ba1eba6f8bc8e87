"""The gold texts of the study: each article with a hand coding of it."""

from __future__ import annotations

import csv
from dataclasses import dataclass, replace
from pathlib import Path

from astana_study.agreement.formats import read_coding
from astana_study.agreement.gold import CodedArticle, GoldError
from astana_study.codebook.loading import LANGUAGES
from astana_study.tables.files import find_root
from astana_study.text.reading import Article, make_article, read_article
from astana_study.text.sidecar import read_sidecar

SPLITS = ("dev", "test")
CODERS = {"a": "coding.json", "b": "second.json"}
"""Who coded: a all texts, b a third of them, without having seen the codings of a."""


@dataclass(frozen=True, slots=True)
class GoldText:
    """One text of the gold set: the article, how a person coded it, and whether the coder was built with it."""

    article: Article
    coding: CodedArticle
    split: str
    """``dev``: the coder's rules were written with this text at hand; ``test``: they were not."""
    specimen: bool
    """Whether the text was written for the project, after the manner of an outlet."""

    def __repr__(self) -> str:
        return f"<{self.split} {self.coding!r}>"


def load_gold(
    root: str | Path | None = None, *, split: str | None = None, language: str | None = None, coder: str = "a"
) -> tuple[GoldText, ...]:
    """Load the hand-coded texts of the study, in the order of their names.

    Parameters
    ----------
    root : path, optional
        The study folder; by default found from the working directory upward.
    split : {"dev", "test"}, optional
        Only the texts that the coder was developed with, or only those it was not.
    language : {"ar", "en"}, optional
        Only texts in one language.
    coder : {"a", "b"}
        Whose codings: ``a`` coded all texts, ``b`` a third of them, independently.

    Returns
    -------
    tuple of GoldText
        Each with ``.article``, ``.coding``, ``.split`` and ``.specimen``; none where coder b coded no such text.

    Raises
    ------
    GoldError
        When a coding does not fit its text, or the splits do not name every text once.

    Examples
    --------
    >>> texts = load_gold(language="en", coder="b")
    >>> texts[0].coding
    <en-gulf-daily-04 coded by b: 23 mentions, 17 claims>
    """
    options = (("split", split, SPLITS), ("language", language, LANGUAGES), ("coder", coder, tuple(CODERS)))
    for option, value, allowed in options:
        if value is not None and value not in allowed:
            raise GoldError(f"{option}={value!r}: use one of {', '.join(allowed)}"
                            + ("" if option == "coder" else ", or leave it away for all"))
    folder = Path(root or find_root()) / "data" / "gold"
    if not folder.is_dir():
        raise GoldError(f"{folder}: there is no such folder; go into a clone of the study or name it (root=…)")
    splits = read_splits(folder)
    chosen = [name for name in sorted(splits) if split in (None, splits[name])]
    found = []
    for name in chosen:
        path = folder / name / CODERS[coder]
        if not path.exists() and coder != "a":
            continue
        article, specimen = read_gold_article(folder / name)
        if language in (None, article.language):
            coding = replace(read_coding(path, article.text), language=article.language, kind=article.kind)
            if coding.article_id != name:
                raise GoldError(f"{name}/{path.name}: it is the coding of {coding.article_id!r}; correct article_id")
            found.append(GoldText(article, coding, splits[name], specimen))
    return tuple(found)


def read_splits(folder: Path) -> dict[str, str]:
    """Return which text is for development and which for the test; every folder must be named once."""
    path = folder / "splits.csv"
    rows = list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))
    splits = {row["article_id"]: row["split"] for row in rows}
    there = {entry.name for entry in folder.iterdir() if entry.is_dir()}
    faults = [f"splits.csv:{n}: {row['split']!r} is none of {', '.join(SPLITS)}"
              for n, row in enumerate(rows, start=2) if row["split"] not in SPLITS]  # fmt: skip
    faults += [f"splits.csv: {name} stands in it, but has no folder" for name in sorted(set(splits) - there)]
    faults += [f"splits.csv: {name} has a folder, but does not stand in it" for name in sorted(there - set(splits))]
    if len(rows) != len(splits):
        faults.append("splits.csv: a text stands in it more than once")
    if faults:
        raise GoldError("the gold set cannot be used:", tuple(faults))
    return splits


def read_gold_article(folder: Path) -> tuple[Article, bool]:
    """Return the article of a gold folder, and whether it is a specimen.

    A specimen has its text beside its coding; a collected article stands in ``data/raw/articles``.
    """
    text = folder / "text.txt"
    if not text.exists():
        collected = folder.parents[1] / "raw" / "articles" / f"{folder.name}.txt"
        return read_article(collected, article_id=folder.name), False
    metadata = read_sidecar(folder / "article.toml")
    known = {key: value for key, value in metadata.items() if key not in ("origin", "rights")}
    return make_article(text.read_bytes().decode("utf-8"), folder.name, **known), True
