"""All tables of a study folder: articles coded, the codebook and the record framed, everything checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from astana_study.codebook.reading import read_rows
from astana_study.coding.records import Records
from astana_study.record.loading import load_record
from astana_study.tables.checking import check_tables
from astana_study.tables.coding import Coding, code_article
from astana_study.tables.errors import Fault, MissingTableError
from astana_study.tables.frames import frame_records, frame_rows, make_empty, sort_rows
from astana_study.tables.schema import list_tables
from astana_study.text.errors import ArticleError, ChangedFileError
from astana_study.text.reading import Article, read_article

if TYPE_CHECKING:
    from astana_study.codebook.loading import Codebook

__all__ = ["Coding", "build_tables", "code_article", "frame_codebook", "frame_records", "frame_rows", "make_empty"]

ARTICLES = Path("data/raw/articles")


def build_tables(root: str | Path, *, codebook: Codebook | None = None) -> dict[str, pd.DataFrame]:
    """Build every table of a study folder.

    Parameters
    ----------
    root : str or Path
        Folder with ``data/raw/articles`` (texts, each with its metadata file) and ``data/raw/record``.
        Either may be missing: its tables then have no rows.
    codebook : Codebook, optional
        Another codebook than the one that comes with the package.

    Returns
    -------
    dict of str to DataFrame
        All tables by name, in the order of the schema, sorted by key.

    Raises
    ------
    ArticleError
        When an article cannot be read, has no metadata file, or is not the one that was registered.
    TableError
        When a file of the record or a table breaks the schema; every fault at once.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> root = pathlib.Path(tempfile.mkdtemp())
    >>> (root / "data/raw/articles").mkdir(parents=True)
    >>> len(build_tables(root)), len(build_tables(root)["claims"])
    (20, 0)
    """
    root = Path(root)
    if not root.is_dir():
        raise MissingTableError([Fault(str(root), 0, "", "a study folder", "none there", "check the name")])
    articles = read_articles(root)
    records = Records()
    for article in articles:
        coded = code_article(article, codebook).records
        for table in list_tables("text"):
            getattr(records, table.name).extend(getattr(coded, table.name))
    tables = frame_records(records) | frame_codebook(codebook) | load_record(root, check=False)
    check_tables(tables, texts={article.article_id: article.text for article in articles})
    return {table.name: sort_rows(tables[table.name], table) for table in list_tables()}


def read_articles(root: str | Path) -> list[Article]:
    """Read the registered articles of a study folder, in order of their ids.

    Raises
    ------
    ArticleError
        For every article that cannot be used; a `ChangedFileError` where a file is not the one registered.
    """
    folder = Path(root) / ARTICLES
    articles: list[Article] = []
    faults: list[ArticleError] = []
    names: dict[str, str] = {}
    for path in sorted(folder.glob("*.txt"), key=lambda path: path.name):
        sidecar = path.with_suffix(".toml")
        try:
            if not sidecar.is_file():
                raise ArticleError(
                    f"{path}: no metadata file beside it; register the article: write {sidecar.name} with its origin, "
                    "rights, language, kind and sha256"
                )
            article = read_article(path)
            if "sha256" not in sidecar.read_text(encoding="utf-8"):
                raise ArticleError(f"{sidecar}: no sha256; record the file's: {article.sha256}")
            if article.article_id in names:
                raise ArticleError(
                    f"{path}: its id {article.article_id!r} is that of {names[article.article_id]} too; rename one file"
                )
        except ArticleError as error:
            faults.append(error)
            continue
        names[article.article_id] = path.name
        articles.append(article)
    if len(faults) == 1:
        raise faults[0]
    if faults:
        kind = ChangedFileError if any(isinstance(fault, ChangedFileError) for fault in faults) else ArticleError
        raise kind("\n".join(map(str, faults)))
    return sorted(articles, key=lambda article: article.article_id)


def frame_codebook(codebook: Codebook | None = None) -> dict[str, pd.DataFrame]:
    """Make the tables of the codebook: actors, people, topics, cues and distance markers.

    Examples
    --------
    >>> list(frame_codebook())
    ['actors', 'people', 'topics', 'cues', 'distancing']
    """
    frames = {}
    for table in list_tables("codebook"):
        rows = codebook.rows[table.name] if codebook else read_rows(table.name)
        cells = [tuple(row.get(name, "") for name in table.column_names) for row in rows]
        frames[table.name] = frame_rows(table, cells)
    return frames
