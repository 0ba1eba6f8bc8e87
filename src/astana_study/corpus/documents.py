"""PDF files with a text layer, and Word files, become text."""

from __future__ import annotations

import io
import logging
import re
import unicodedata
import zipfile

from astana_study.corpus.pieces import Piece, UnfitError, clean_text, put_title_first

LARGEST_DOCUMENT = 50_000_000
LARGEST_UNPACKED = 200_000_000
MOST_PAGES = 2_000

_SHAPED = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
_STARTS_WITH_AL = re.compile(r"(?<!\w)(?:ال|وال|بال|لل)\w")
_ENDS_WITH_LA = re.compile(r"\wلا(?!\w)")


def read_pdf(raw: bytes, *, label: str = "") -> Piece:
    """Take the text layer out of a PDF.

    Raises
    ------
    UnfitError
        When it is protected, damaged, too large, has no text, or its Arabic stands back to front.
    """
    from pypdf import PdfReader
    from pypdf.errors import DependencyError

    _check_size(raw, label)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it would say is told by what comes out
    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnfitError("password", "a PDF with a password; save it without one", label)
        if len(reader.pages) > MOST_PAGES:
            raise UnfitError("too_large", f"a PDF of {len(reader.pages)} pages; at most {MOST_PAGES} are read", label)
        text = clean_text("\n\n".join(page.extract_text() or "" for page in reader.pages))
        title = str((reader.metadata or {}).get("/Title") or "").strip()
    except UnfitError:
        raise
    except DependencyError:
        raise UnfitError("password", "a PDF under strong encryption; save it without", label) from None
    except Exception as error:  # a damaged PDF makes the reader fail in any way
        raise UnfitError("broken", f"the PDF could not be read: {type(error).__name__}: {error}", label) from None
    if not re.search(r"\w", text):
        raise UnfitError("no_article", "a PDF of scanned pages, without a text layer; recognise its text first", label)
    # letters in the shapes of print are the same letters
    text = _SHAPED.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    if len(_ENDS_WITH_LA.findall(text)) > 5 + 2 * len(_STARTS_WITH_AL.findall(text)):
        raise UnfitError("no_article", "the PDF holds its Arabic back to front; copy the text from a viewer", label)
    return Piece(text=text, label=label, title=title if title and text.startswith(title) else "",
                 note="text layer of a PDF; line ends are those of the page")


def read_word(raw: bytes, *, label: str = "") -> Piece:
    """Take the text out of a Word file (``.docx``): paragraphs and tables, in order.

    Raises
    ------
    UnfitError
        When it is damaged, too large or empty.
    """
    import docx

    _check_size(raw, label)
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            if sum(member.file_size for member in archive.infolist()) > LARGEST_UNPACKED:
                raise UnfitError("too_large", f"it unpacks to more than {LARGEST_UNPACKED:,} bytes", label)
        document = docx.Document(io.BytesIO(raw))
        lines: list[str] = []
        for block in document.iter_inner_content():
            lines += [block.text] if hasattr(block, "text") else [
                " ".join(dict.fromkeys(cell.text for cell in row.cells)) for row in block.rows]
        title = (document.core_properties.title or "").strip()
    except UnfitError:
        raise
    except Exception as error:  # zip, XML and docx each have errors of their own
        raise UnfitError("broken", f"the Word file could not be read: {type(error).__name__}: {error}", label) from None
    text = clean_text("\n\n".join(lines))
    if not re.search(r"\w", text):
        raise UnfitError("empty", "a Word file without text", label)
    title = title if title and title not in ("Word Document", "Document") else ""
    return Piece(text=put_title_first(title, text), label=label, title=title)


def _check_size(raw: bytes, label: str) -> None:
    if len(raw) > LARGEST_DOCUMENT:
        raise UnfitError("too_large", f"{len(raw):,} bytes; at most {LARGEST_DOCUMENT:,} are read", label)
