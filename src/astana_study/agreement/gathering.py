"""Codings of a user's own, with their texts: from single files in any of the forms, or from folders of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from astana_study.agreement.formats import FORMATS, read_coding
from astana_study.agreement.gold import CodedArticle, GoldError
from astana_study.agreement.loading import CODERS, GoldText, read_gold_article
from astana_study.text.reading import Article, read_article


def gather_codings(paths: Iterable[str | Path]) -> tuple[GoldText, ...]:
    """Read hand codings with their texts.

    Parameters
    ----------
    paths : iterable of path
        A coding (``.json``, ``.jsonld``, ``.ann``, ``.csv``) with its text beside it, named alike (``01.ann`` and
        ``01.txt``) or ``text.txt``; or a folder of such. A folder like ``data/gold/NAME`` gives its ``coding.json``.

    Returns
    -------
    tuple of GoldText
        In the order of the paths; `split` is empty.

    Raises
    ------
    GoldError
        When there is no coding, a text is not beside it, or it does not fit: all that is wrong, at once.
    """
    found, faults = [], []
    for path in map(Path, paths):
        try:
            found += [_read(file) for file in _list_files(path)]
        except ValueError as error:
            faults.append(str(error))
    if faults:
        raise GoldError("these codings cannot be read:", tuple("\n    ".join(fault.splitlines()) for fault in faults))
    return tuple(found)


def _list_files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    first = path / CODERS["a"]
    aside = (CODERS["b"], "splits.csv")
    files = [first] if first.exists() else sorted(
        file for file in path.rglob("*") if file.suffix.lower() in FORMATS and file.name not in aside)
    if not files:
        raise GoldError(f"{path}: no coding in this folder; expected files that end in {', '.join(FORMATS)}")
    yield from files


def _read(path: Path) -> GoldText:
    article, specimen = _find_article(path)
    coding = read_coding(path, article.text)
    article = replace(article, article_id=coding.article_id)
    return GoldText(article, replace(coding, language=article.language, kind=article.kind), "", specimen)


def _find_article(path: Path) -> tuple[Article, bool]:
    if (path.parent / "article.toml").exists():
        return read_gold_article(path.parent)
    texts = [path.with_suffix(".txt"), path.parent / "text.txt"]
    for text in texts:
        if text.exists():
            return read_article(text), False
    if path.name in CODERS.values():
        return read_gold_article(path.parent)
    raise GoldError(f"{path}: its text is not beside it; expected {texts[0].name} or text.txt")


def compare_with(paths: Iterable[str | Path], texts: tuple[GoldText, ...]) -> list[CodedArticle]:
    """Read other codings of texts that are at hand, in any of the forms.

    Raises
    ------
    GoldError
        When a coding fits none of the texts.
    """
    if not texts:
        raise GoldError("name the codings to compare with first")
    found = []
    for path in (file for given in map(Path, paths) for file in _list_files(given)):
        told = ""
        for text in texts:
            try:
                coding = read_coding(path, text.article.text)
            except GoldError as error:
                told = told or str(error)
                continue
            if coding.article_id == text.article.article_id:
                found.append(replace(coding, language=text.article.language, kind=text.article.kind))
                break
        else:
            names = ", ".join(text.article.article_id for text in texts)
            raise GoldError(told or f"{path}: it is a coding of none of these texts: {names}")
    return found
