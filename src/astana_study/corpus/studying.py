"""A coded corpus as a study folder, so that notebooks and figures take it as they take the published tables."""

from __future__ import annotations

import json
import re
from pathlib import Path

from astana_study.corpus.dataset import Corpus
from astana_study.corpus.errors import CorpusError
from astana_study.tables.building import frame_codebook
from astana_study.tables.files import find_root, load_table, write_file, write_tables
from astana_study.tables.schema import list_tables

MOST_ROWS = 5_000_000


def write_study(corpus: Corpus, folder: str | Path, *, study: str | Path | None = None) -> list[Path]:
    """Write a corpus as a study folder: its tables beside those of the record and the codebook, and the notebooks.

    Parameters
    ----------
    corpus : Corpus
        As `open_corpus` gives it; one that memory holds, since the notebooks read whole tables.
    folder : str or Path
        A new or empty folder.
    study : str or Path, optional
        The study that record and notebooks are taken from; by default as `load_table` finds it.

    Returns
    -------
    list of Path
        The tables written.

    Raises
    ------
    CorpusError
        When there is something in the folder, or the corpus is too large to be read whole.
    """
    folder = Path(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CorpusError(f"{folder}: expected a new or an empty folder; name another")
    largest = max(corpus.rows.values(), default=0)
    if largest > MOST_ROWS:
        raise CorpusError(f"{largest:,} rows in one table; notebooks read whole tables, of at most {MOST_ROWS:,} rows: "
                          "code a part of the corpus, or work with open_corpus(…).load(…, where=…)")
    root = Path(study) if study else find_root()
    record = {table.name: load_table(table.name, study) for table in list_tables("record")}
    tables = corpus.tables | frame_codebook() | record
    ordered = {table.name: tables[table.name] for table in list_tables()}
    written = write_tables(ordered, folder / "data" / "processed")
    (folder / "data" / "raw" / "articles").mkdir(parents=True)
    first = min(ordered["articles"]["article_id"], default="")
    for path in sorted((root / "notebooks").glob("*")):
        if path.suffix == ".toml":
            write_file(folder / "notebooks" / path.name, path.read_bytes())
        elif path.suffix == ".ipynb":
            write_file(folder / "notebooks" / path.name, _adopt_notebook(path, first).encode("utf-8"))
    return written


def _adopt_notebook(path: Path, article_id: str) -> str:
    """Return a notebook without the outputs of another study; one about an article begins with one of this corpus."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["outputs"], cell["execution_count"] = [], None
            if article_id and "parameters" in cell["metadata"].get("tags", ()):
                given = "".join(cell["source"])
                cell["source"] = re.sub(r'(?m)^article_id = "[^"]*"', f'article_id = "{article_id}"', given)
    return json.dumps(notebook, ensure_ascii=False, indent=1) + "\n"
