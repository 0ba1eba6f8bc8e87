"""A file becomes an article: its text to the letter, and what is known about it with the basis of each inference.

The text is the decoded file with a byte-order mark removed and line ends folded to ``\\n``; every offset in every
table counts code points in it. What a metadata file beside the article says is taken as given; what it leaves open
is found from the text where the text tells.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from pathlib import Path

from astana_study.text.calendar import load_calendar
from astana_study.text.dates import infer_dating
from astana_study.text.decoding import decode_bytes, fold_line_ends
from astana_study.text.errors import ArticleError, ChangedFileError, MissingArticleError, SidecarError
from astana_study.text.language import guess_kind, guess_language
from astana_study.text.sidecar import check_metadata, read_sidecar

LONGEST_TITLE = 300
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+-]*")
_LETTERS = str.maketrans(
    dict(zip("ابتجحدرزسصضطعفقكلمنهويأإآىةؤئپگکی", "abtjhdrzssdtafqklmnhwyaiaaawypgky", strict=True))
    | {"ث": "th", "خ": "kh", "ذ": "dh", "ش": "sh", "ظ": "z", "غ": "gh", "چ": "ch", "ژ": "zh", "ء": "a"}
)


@dataclass(frozen=True, slots=True)
class Article:
    """One article: its text and what is known about it. Unknown is ``""``, an unknown round ``None``."""

    article_id: str
    text: str = field(repr=False)
    title: str
    language: str
    outlet: str
    kind: str
    published: str
    published_basis: str
    round: int | None
    round_basis: str
    source_url: str
    sha256: str


def read_article(path: str | Path, *, article_id: str | None = None) -> Article:
    """Read one article, with the metadata file ``<stem>.toml`` beside it where there is one.

    Parameters
    ----------
    path : str or Path
        A plain text file: UTF-8, UTF-16, Windows-1256 or ISO-8859-6 Arabic, Windows-1252 English.
    article_id : str, optional
        ASCII name of the article; by default the file's stem made ASCII.

    Returns
    -------
    Article
        With the text to the letter, line ends folded to ``\\n``.

    Raises
    ------
    MissingArticleError
        When there is no such file, or it is a folder.
    EncodingError
        When the encoding is broken, mixed or unknown; the message names the byte.
    ChangedFileError
        When the file is not the one whose SHA-256 the metadata file records.
    SidecarError
        When the metadata file has an unknown key or a wrong value.
    ArticleError
        When the file is empty or is not text.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> _ = (folder / "01.txt").write_text("Astana talks end\\n\\nThe 20th round ended.", encoding="utf-8")
    >>> article = read_article(folder / "01.txt")
    >>> article.article_id, article.title, article.language
    ('01', 'Astana talks end', 'en')
    """
    path = Path(path)
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        raise MissingArticleError(f"{path}: there is no such file; check the name and the folder") from None
    except (IsADirectoryError, PermissionError) as error:
        if not path.is_dir():
            raise
        raise MissingArticleError(f"{path}: this is a folder; name the article's file in it") from error
    sha256 = hashlib.sha256(raw).hexdigest()
    sidecar = path.with_suffix(".toml")
    metadata = read_sidecar(sidecar) if sidecar != path and sidecar.exists() else {}
    expected = metadata.pop("sha256", sha256)
    if expected != sha256:
        raise ChangedFileError(
            f"{path}: the file is not the one that was registered.\n  expected sha256 {expected}\n"
            f"  found    sha256 {sha256}\nTake the registered file again (version control has it), or, where the "
            f"change is meant, record the new sha256 in {sidecar.name} and say why."
        )
    text = decode_bytes(raw, path.name)
    return _describe_article(text, article_id or name_article(path.stem), sha256, metadata)


def make_article(text: str, article_id: str = "text", **metadata: str | int | None) -> Article:
    """Make an article from text that is already at hand.

    Parameters
    ----------
    text : str
        Its text; a byte-order mark is taken off and line ends are folded.
    article_id : str
        ASCII name of the article.
    **metadata
        What is known: ``title``, ``language``, ``outlet``, ``kind``, ``published``, ``round``, ``source_url``.

    Raises
    ------
    ArticleError
        When the text is empty or the name is not ASCII.
    SidecarError
        When a piece of metadata is unknown or wrong.

    Examples
    --------
    >>> make_article("The talks ended.", published="2023-06-21").published_basis
    'metadata'
    """
    text = fold_line_ends(text.removeprefix("\ufeff"))
    if not text or text.isspace():
        raise ArticleError(f"{article_id}: the text is empty; expected an article's text")
    try:
        sha256 = hashlib.sha256(text.encode("utf-8")).hexdigest()
    except UnicodeEncodeError as error:
        raise ArticleError(f"{article_id}: a lone surrogate at character {error.start}; decode the text anew") from None
    faults: list[str] = []
    checked = check_metadata(metadata, faults)
    if faults:
        raise SidecarError("\n".join(f"{article_id}: {fault}" for fault in faults))
    return _describe_article(text, article_id, str(checked.pop("sha256", sha256)), checked)


def name_article(stem: str) -> str:
    """Make an ASCII id of a file's stem.

    Examples
    --------
    >>> name_article("01"), name_article("مخرجات أستانا 20"), name_article("Déclaration (finale)")
    ('01', 'mkhrjat-astana-20', 'Declaration-finale')
    """
    # Digits of other scripts become ASCII ones; what has no ASCII form falls out.
    spelled = "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in stem.translate(_LETTERS))
    spelled = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode("ascii")
    name = re.sub(r"[^A-Za-z0-9_.+-]+", "-", spelled).strip("-._+")
    return name or f"article-{hashlib.sha256(stem.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}"


def _describe_article(text: str, article_id: str, sha256: str, metadata: dict) -> Article:
    if not _ID.fullmatch(article_id):
        raise ArticleError(
            f"article_id {article_id!r}: expected ASCII letters, digits and _ . + -, beginning with a letter or digit"
        )
    title = str(metadata.get("title") or find_title(text))
    language = str(metadata.get("language") or guess_language(text))
    dating = infer_dating(
        text if text[: 2 * LONGEST_TITLE].lstrip().startswith(title[:100]) else f"{title}\n\n{text[:100_000]}",
        language, load_calendar(),
        published=str(metadata.get("published", "")), round=metadata.get("round"),
    )  # fmt: skip
    return Article(
        article_id=article_id, text=text, title=title, language=language,
        outlet=str(metadata.get("outlet", "")), kind=str(metadata.get("kind") or guess_kind(text, language)),
        published=dating.published, published_basis=dating.published_basis,
        round=dating.round, round_basis=dating.round_basis,
        source_url=str(metadata.get("source_url", "")), sha256=sha256,
    )  # fmt: skip


def find_title(text: str) -> str:
    """Return the first line that is not empty; of a line of more than 300 characters only its beginning.

    Examples
    --------
    >>> find_title("\\n  Talks end in Astana  \\nMore")
    'Talks end in Astana'
    """
    found = re.search(r"\S", text)
    if not found:
        return ""
    start = found.start()
    line = text[start : start + LONGEST_TITLE + 1].split("\n", 1)[0].strip()
    return line if len(line) <= LONGEST_TITLE else line[:LONGEST_TITLE].rsplit(" ", 1)[0] + " …"
