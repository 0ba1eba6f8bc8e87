"""A coded corpus read back: pandas frames of what is asked for, and only that is read from disk."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from astana_study.corpus.errors import NoCorpusError
from astana_study.corpus.parts import PROBLEMS, TABLES, make_arrow_schema, place_part
from astana_study.corpus.running import FORMAT, MANIFEST

if TYPE_CHECKING:
    import pandas as pd

OPERATORS = ("==", "!=", "<", "<=", ">", ">=", "in", "not in")
Condition = tuple[str, str, Any]


class Corpus:
    """A coded corpus on disk. Nothing is read but the manifest until a table is asked for.

    Attributes
    ----------
    path : Path
        The dataset's folder.
    rows : dict of str to int
        Number of rows of each table.
    """

    def __init__(self, path: Path, manifest: dict):
        self.path = path
        self.rows: dict[str, int] = manifest["rows"]
        self._keys = [part["key"] for part in manifest["parts"]]

    def __repr__(self) -> str:
        return f"<Corpus {self.path.name}: {', '.join(f'{count} {name}' for name, count in self.rows.items())}>"

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name in TABLES:
            return self.load(name)
        raise AttributeError(f"a corpus has no {name!r}; it has the tables {', '.join(TABLES)}")

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """The six text tables by name, as `build_tables` gives them."""
        return {name: self.load(name) for name in TABLES if name != PROBLEMS}

    def load(self, name: str, *, columns: Sequence[str] | None = None,
             where: Sequence[Condition] | dict[str, Any] = ()) -> pd.DataFrame:  # fmt: skip
        """Load one table, or the part of it that is asked for.

        Parameters
        ----------
        name : str
            A text table or ``problems``.
        columns : sequence of str, optional
            Only these columns.
        where : sequence of (column, operator, value), or dict
            What must hold, all of it: ``[("act", "==", "condemn"), ("published", ">=", "2017-01-01")]``, with
            ``== != < <= > >= in`` and ``not in``; as a dict ``{"act": "condemn", "round": [1, 2]}``. Columns of
            ``articles`` may be used for any text table: ``load("claims", where={"outlet": "TASS"})``.

        Returns
        -------
        DataFrame
            Sorted by key within a part of the corpus; parts in the order of the corpus.

        Raises
        ------
        ValueError
            When there is no such table, column or operator.
        """
        import pandas as pd

        frames = list(self.iterate(name, columns=columns, where=where))
        if len(frames) > 1:
            return pd.concat(frames, ignore_index=True)
        if frames:
            return frames[0]
        names = list(columns) if columns is not None else None
        schema = make_arrow_schema(name)
        return _make_frame(schema.empty_table().select(names or schema.names))

    def iterate(self, name: str, *, columns: Sequence[str] | None = None,
                where: Sequence[Condition] | dict[str, Any] = ()) -> Iterator[pd.DataFrame]:  # fmt: skip
        """Yield a table part by part, each at most a few thousand rows, for a corpus that memory does not hold.

        Parameters and errors are those of `load`; parts without rows are left out.
        """
        conditions, articles = self._sort_conditions(name, where)
        names = list(columns) if columns is not None else make_arrow_schema(name).names
        for column in names:
            _check_column(name, column)
        return self._read_parts(name, names, conditions, articles)

    def read_conditions(self, name: str, given: Sequence[str]) -> list[Condition]:
        """Read conditions as a person types them, ``COLUMN=VALUE``; values get the type of their column.

        Raises
        ------
        ValueError
            When one is not of that form, or the value does not fit.
        """
        conditions: list[Condition] = []
        for text in given:
            column, equals, value = text.partition("=")
            if not equals or not column:
                raise ValueError(f"where: expected COLUMN=VALUE, got {text!r}")
            own = make_arrow_schema(name if name in TABLES else "articles")
            schema = own if column in own.names else make_arrow_schema("articles")
            kind = str(schema.field(column).type) if column in schema.names else "string"
            try:
                typed: Any = {"int64": int, "bool": {"true": True, "false": False}.__getitem__}.get(kind, str)(
                    value.lower() if kind == "bool" else value)
            except (ValueError, KeyError):
                raise ValueError(f"where: {column} holds {kind} values, got {value!r}") from None
            conditions.append((column, "==", typed))
        return conditions

    def _read_parts(self, name: str, columns: list[str], conditions: list[Condition],
                    articles: list[Condition]) -> Iterator[pd.DataFrame]:  # fmt: skip
        import pyarrow.parquet as pq

        for key in self._keys:
            filters = list(conditions)
            if articles:
                found = pq.read_table(place_part(self.path, "articles", key), columns=["article_id"], filters=articles)
                if not found.num_rows:
                    continue  # the part of the other table is not even opened
                filters.append(("article_id", "in", found.column(0).to_pylist()))
            table = pq.read_table(place_part(self.path, name, key), columns=columns, filters=filters or None,
                                  partitioning=None)
            if table.num_rows:
                yield _make_frame(table)

    def _sort_conditions(self, name: str, where: Any) -> tuple[list[Condition], list[Condition]]:
        """Part the conditions into those on the table's own columns and those on its articles."""
        if name not in TABLES:
            raise ValueError(f"no table {name!r} in a corpus; there are: {', '.join(TABLES)}")
        if isinstance(where, dict):
            where = [(column, "in" if isinstance(value, (list, tuple, set, frozenset)) else "==", value)
                     for column, value in where.items()]
        own: list[Condition] = []
        articles: list[Condition] = []
        for condition in where:
            if not (isinstance(condition, tuple) and len(condition) == 3 and condition[1] in OPERATORS):
                raise ValueError(f"where: expected (column, operator, value) with an operator of "
                                 f"{' '.join(OPERATORS)}, got {condition!r}")
            column, operator, value = condition
            if operator in ("in", "not in"):
                value = sorted(value) if isinstance(value, (set, frozenset)) else list(value)
            known = make_arrow_schema(name).names
            if column not in known and name != PROBLEMS and column in make_arrow_schema("articles").names:
                articles.append((column, operator, value))
            else:
                _check_column(name, column)
                own.append((column, operator, value))
        return own, articles


def open_corpus(path: str | Path) -> Corpus:
    """Open a corpus that `code_corpus` coded.

    Parameters
    ----------
    path : str or Path
        Folder of the dataset.

    Raises
    ------
    NoCorpusError
        When nothing coded is there, or the coding was interrupted before its end.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> from astana_study.corpus.running import code_corpus
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "a.txt").write_text("Moscow condemned the attack in Idlib.", encoding="utf-8")
    >>> _ = code_corpus(folder, folder / "coded", workers=1)
    >>> open_corpus(folder / "coded").load("claims", columns=["act"], where={"language": "en"}).act.tolist()
    ['condemn']
    """
    path = Path(path)
    try:
        manifest = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        reason = "the coding was interrupted; run it again, what is done is kept" if (path / ".parts").is_dir() else \
            "no coded corpus; make it with `astana-study corpus code FOLDER --out …`"
        raise NoCorpusError(f"{path}: {reason}") from None
    if manifest.get("format") != FORMAT:
        raise NoCorpusError(f"{path}: format {manifest.get('format')!r}, but this version reads {FORMAT}; code it anew")
    return Corpus(path, manifest)


def _check_column(name: str, column: str) -> None:
    known = make_arrow_schema(name).names
    if column not in known:
        raise ValueError(f"{name} has no column {column!r}; it has {', '.join(known)}")


def _make_frame(table) -> pd.DataFrame:
    import pandas as pd
    import pyarrow as pa

    types = {pa.int64(): pd.Int64Dtype(), pa.string(): pd.StringDtype(na_value=float("nan"))}
    return table.to_pandas(types_mapper=types.get)
