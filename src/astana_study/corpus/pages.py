"""An HTML page becomes an article: the main text and what the page's own metadata say, without the furniture."""

from __future__ import annotations

import re
from functools import cache

from astana_study.codebook.reading import read_rows
from astana_study.corpus.pieces import Piece, UnfitError, clean_text, put_title_first
from astana_study.text.decoding import decode_bytes
from astana_study.text.errors import ArticleError
from astana_study.text.sidecar import is_date

LARGEST_PAGE = 10_000_000
SHORTEST = 60
"""Letters below which a page's main text is no article."""
LONGEST_ERROR = 1_500
"""Letters above which a page is an article, whatever it says of pages that are not found."""

_META_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_TITLE = re.compile(r"<title[^>]*>(.{0,500}?)</title>", re.IGNORECASE | re.DOTALL)
_WHEN = {"extensive_search": False, "original_date": True, "min_date": "1995-01-01", "max_date": "2099-12-31"}
"""Only dates that a page's metadata give: one found somewhere in the page may be that of the day it was saved."""


def read_page(raw: bytes, *, address: str = "", charset: str = "", label: str = "") -> Piece:
    """Take the article out of an HTML page.

    Parameters
    ----------
    raw : bytes
        The page.
    address : str
        Where it came from, where that is known; else the page's own word for it is taken.
    charset : str
        What the server said; believed last, since it is wrong most often.

    Raises
    ------
    UnfitError
        When there is no article in the page, it is an error page, or it is too large.
    """
    if len(raw) > LARGEST_PAGE:
        raise UnfitError("too_large", f"a page of {len(raw):,} bytes; at most {LARGEST_PAGE:,} are read", label)
    page = decode_page(raw, charset)
    told = _extract(page, address)
    title = " ".join((told.title or "").split()) if told else ""
    text = clean_text(told.text or "") if told else ""
    named = _TITLE.search(page[:200_000])
    phrase = find_error(" ".join((named[1] if named else title).split()), text or _strip_tags(page))
    if phrase:
        raise UnfitError("no_article", f"an error page: it says {phrase!r}", label)
    if len(text) < SHORTEST:
        raise UnfitError("no_article", "no main text was found in the page", label)
    published = told.date if told.date and is_date(told.date) else ""
    return Piece(
        text=put_title_first(title, text), label=label, title=title, published=published,
        outlet=told.sitename or "", source_url=address or _keep_address(told.url or ""),
        note="day of publication from the page's metadata" if published else "",
    )  # fmt: skip


def _extract(page: str, address: str):
    import trafilatura

    try:
        return trafilatura.bare_extraction(
            page, url=address or None, with_metadata=True, include_comments=False, date_extraction_params=_WHEN)
    except Exception as error:  # lxml and trafilatura raise many things on pages that are damaged
        raise UnfitError("broken", f"the page could not be taken apart: {type(error).__name__}: {error}") from None


def decode_page(raw: bytes, charset: str = "") -> str:
    """Decode a page. Bytes that are UTF-8 are that, whatever is said; else the page is heard first, then the server.

    Raises
    ------
    UnfitError
        When it is empty or no text.

    Examples
    --------
    >>> decode_page("<p>أستانا".encode("utf-8"), "iso-8859-1"), decode_page("<p>قال الوفد".encode("cp1256"), "latin-1")
    ('<p>أستانا', '<p>قال الوفد')
    """
    try:
        return decode_bytes(raw, "the page")
    except UnicodeError:
        pass
    except ArticleError as error:
        kind = "empty" if not raw.strip() else "not_text"
        raise UnfitError(kind, str(error).removeprefix("the page: ")) from None
    declared = _META_CHARSET.search(raw[:4096])
    for name in (declared[1].decode("ascii") if declared else "", charset, "utf-8"):
        try:
            return raw.decode(name or "utf-8")
        except (LookupError, UnicodeDecodeError):
            continue
    # a page cut off or patched together: what cannot be read shows as such
    return raw.decode("utf-8", "replace")


@cache
def _read_phrases() -> tuple[str, ...]:
    return tuple(row["phrase"] for row in read_rows("error_pages"))


def find_error(title: str, text: str) -> str:
    """Return the phrase by which a page shows that it is no article but an error page; empty where it shows none.

    Examples
    --------
    >>> find_error("404 - Page not found", ""), find_error("Talks end", "The sides met in Astana.")
    ('page not found', '')
    """
    if len(text) > LONGEST_ERROR:
        return ""
    said = f"{title}\n{text[:400]}".lower()
    return next((phrase for phrase in _read_phrases() if phrase in said), "")


def _strip_tags(page: str) -> str:
    return " ".join(re.sub(r"<(script|style).*?</\1>|<[^>]*>", " ", page[:20_000], flags=re.DOTALL).split())


def _keep_address(address: str) -> str:
    return address if re.fullmatch(r"https?://\S+", address) else ""
