"""Attributed claims from coverage of the Astana process for Syria, as tidy tables and figures.

>>> import astana_study as study
>>> article = study.make_article("The 20th round of the Astana talks ended.")
>>> study.code_article(article).claims.columns[0]
'article_id'

The way through is text, coding, tables, figures, notebooks; each stage imports only those before it.
Names are loaded when they are first used, so that importing the package is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

_HOMES = {
    "Article": "text.reading",
    "make_article": "text.reading",
    "read_article": "text.reading",
    "Coding": "tables.building",
    "build_tables": "tables.building",
    "code_article": "tables.building",
    "load_table": "tables.files",
    "write_tables": "tables.files",
    "load_codebook": "codebook.loading",
    "load_record": "record.loading",
    "code_corpus": "corpus.running",
    "open_corpus": "corpus.dataset",
    "trace": "tracing.following",
    "compare_codings": "agreement.comparing",
    "load_gold": "agreement.loading",
    "explain_claim": "tables.explaining",
    "figures": "figures",
}

__all__ = [
    "Article",
    "Coding",
    "__version__",
    "build_tables",
    "code_article",
    "code_corpus",
    "compare_codings",
    "explain_claim",
    "figures",
    "load_codebook",
    "load_gold",
    "load_record",
    "load_table",
    "make_article",
    "open_corpus",
    "read_article",
    "trace",
    "write_tables",
]

if TYPE_CHECKING:
    from astana_study import figures
    from astana_study.agreement.comparing import compare_codings
    from astana_study.agreement.loading import load_gold
    from astana_study.codebook.loading import load_codebook
    from astana_study.corpus.dataset import open_corpus
    from astana_study.corpus.running import code_corpus
    from astana_study.record.loading import load_record
    from astana_study.tables.building import Coding, build_tables, code_article
    from astana_study.tables.explaining import explain_claim
    from astana_study.tables.files import load_table, write_tables
    from astana_study.text.reading import Article, make_article, read_article
    from astana_study.tracing.following import trace

    __version__: str


def __getattr__(name: str):
    if name == "__version__":
        from importlib.metadata import version

        value = version("astana-study")
    elif name in _HOMES:
        module = import_module(f"astana_study.{_HOMES[name]}")
        value = module if name == "figures" else getattr(module, name)
    else:
        raise AttributeError(f"astana_study has no {name!r}; it has {', '.join(__all__)}")
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
