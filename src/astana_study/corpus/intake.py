"""Files of any kind that are read become pieces: told apart by what is in them, not by what they are called.

Nothing is ever unpacked to disk, so that no name in an archive can lead anywhere.
"""

from __future__ import annotations

import io
import re
import stat
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import IO

from astana_study.corpus.documents import read_pdf, read_word
from astana_study.corpus.exports import read_csv, read_json_lines
from astana_study.corpus.pages import read_page
from astana_study.corpus.parts import LONGEST
from astana_study.corpus.pieces import Piece, UnfitError
from astana_study.text.decoding import decode_bytes
from astana_study.text.errors import ArticleError, EncodingError, SidecarError
from astana_study.text.sidecar import NOTES, read_sidecar

LARGEST_FILE = 50_000_000
LARGEST_EXPORT = 2_000_000_000
MOST_MEMBERS = 200_000
LARGEST_ARCHIVE = 4_000_000_000
EXPORTS = {".csv": read_csv, ".tsv": read_csv, ".jsonl": read_json_lines, ".ndjson": read_json_lines}
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body|article|div|p|meta)\b",
                   re.IGNORECASE | re.DOTALL)

Taken = Piece | UnfitError


def read_pieces(path: Path, mapping: Mapping[str, str]) -> Iterator[Taken]:
    """Yield what a file holds: one article, or many from an export or an archive; and what is wrong with parts of it.

    Raises
    ------
    UnfitError
        When the file as a whole cannot be used.
    OSError
        When it cannot be read.
    """
    export = EXPORTS.get(path.suffix.lower())
    size = path.stat().st_size
    if not path.is_file():
        raise UnfitError("unreadable", "neither a file nor a folder")
    with path.open("rb") as file:
        begins = file.read(4)
    if begins.startswith(b"PK") and not export:
        yield from _open_zip(path, mapping)
        return
    largest = LARGEST_EXPORT if export else LARGEST_FILE
    if size > largest:
        raise UnfitError("too_large", f"{size:,} bytes; at most {largest:,} are read")
    if export:
        yield from _say_encoding(export(path, path.name, mapping))
        return
    metadata = _read_beside(path)
    yield read_piece(path.read_bytes(), path.name, metadata=metadata)


def read_piece(raw: bytes, name: str, *, label: str = "", metadata: Mapping | None = None, address: str = "",
               charset: str = "") -> Piece:  # fmt: skip
    """Make one article of the bytes of a page, a PDF, a Word file or a text.

    Raises
    ------
    UnfitError
        When no article can be made of them.
    """
    if not raw.strip():
        raise UnfitError("empty", "there is nothing in it", label)
    if raw.startswith(b"%PDF"):
        return read_pdf(raw, label=label)
    if raw.startswith(b"PK\x03\x04") and b"word/" in raw:
        return read_word(raw, label=label)
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnfitError("password", "a Word file with a password, or of the old kind (.doc); save it as .docx without "
                         "one", label)
    wide = raw[:400].replace(b"\0", b"")
    if name.lower().endswith((".html", ".htm", ".xhtml")) or _PAGE.match(wide.lstrip(b"\xef\xbb\xbf\xff\xfe")):
        return read_page(raw, address=address, charset=charset, label=label)
    try:
        text = decode_bytes(raw, "the file")
    except EncodingError as error:
        raise UnfitError("encoding", str(error).removeprefix("the file: "), label) from None
    except ArticleError as error:
        kind = "empty" if "white space" in str(error) else "not_text"
        raise UnfitError(kind, str(error).removeprefix("the file: "), label) from None
    if len(raw) > LONGEST:
        raise UnfitError("too_large", f"{len(raw):,} bytes of text; an article has at most {LONGEST:,}", label)
    known = {key: value for key, value in (metadata or {}).items() if key in Piece.__slots__ and key != "text"}
    return Piece(text=text, label=label, **({"source_url": address} | known))


def _read_beside(path: Path) -> dict:
    """Return what a metadata file beside a text says; its hash is that of the file, which is stored anew."""
    beside = path.with_suffix(".toml")
    if beside == path or not beside.is_file():
        return {}
    try:
        metadata = read_sidecar(beside)
    except SidecarError as error:
        raise UnfitError("metadata", str(error)) from None
    return {key: value for key, value in metadata.items() if key not in NOTES or key in ("rights", "note")}


def _open_zip(path: Path, mapping: Mapping[str, str]) -> Iterator[Taken]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = archive.infolist()
            if "[Content_Types].xml" in archive.namelist():
                if path.stat().st_size > LARGEST_FILE:
                    raise UnfitError("too_large", f"{path.stat().st_size:,} bytes; at most {LARGEST_FILE:,} are read")
                yield read_word(path.read_bytes())
                return
            if len(members) > MOST_MEMBERS:
                raise UnfitError("too_large", f"{len(members):,} files in it; at most {MOST_MEMBERS:,} are read")
            left = LARGEST_ARCHIVE
            for member in sorted(members, key=lambda member: member.filename):
                if not member.is_dir():
                    yield from _open_member(archive, member, mapping)
                    left -= member.file_size
                    if left < 0:
                        raise UnfitError("too_large", f"it unpacks to more than {LARGEST_ARCHIVE:,} bytes")
    except (zipfile.BadZipFile, EOFError, NotImplementedError) as error:
        raise UnfitError("broken", f"the zip file is damaged or cut off: {error}") from None


def _open_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, mapping: Mapping[str, str]) -> Iterator[Taken]:
    name = member.filename
    path = PurePosixPath(name.replace("\\", "/"))
    if path.name.startswith(".") or "__MACOSX" in path.parts:
        return
    try:
        if path.is_absolute() or ".." in path.parts or re.match(r"[A-Za-z]:", name):
            raise UnfitError("unsafe_name", "its name leads out of the archive")
        if stat.S_ISLNK(member.external_attr >> 16):
            raise UnfitError("link", "a link in an archive is not followed")
        if member.flag_bits & 1:
            raise UnfitError("password", "it is protected by a password; unpack it first")
        with archive.open(member) as file:
            raw = _read_up_to(file, LARGEST_FILE)
        export = EXPORTS.get(path.suffix.lower())
        if export:
            for taken in _say_encoding(export(raw, path.name, mapping)):
                yield _put_label(taken, f"{name}, {taken.label}")
        elif zipfile.is_zipfile(io.BytesIO(raw)) and b"word/" not in raw:
            raise UnfitError("not_added", "an archive in an archive; unpack it first")
        else:
            yield read_piece(raw, path.name, label=name)
    except UnfitError as error:
        yield UnfitError(error.kind, error.reason, name)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, OSError, ValueError) as error:
        yield UnfitError("broken", f"it cannot be unpacked: {error}", name)
    except ImportError:
        raise
    except Exception as error:  # zlib.error and its kin have no common base
        yield UnfitError("broken", f"it cannot be unpacked: {type(error).__name__}: {error}", name)


def _read_up_to(file: IO[bytes], limit: int) -> bytes:
    """Read a member; what it claims about its size is not believed."""
    raw = file.read(limit + 1)
    if len(raw) > limit:
        raise UnfitError("too_large", f"it unpacks to more than {limit:,} bytes")
    return raw


def _put_label(taken: Taken, label: str) -> Taken:
    return UnfitError(taken.kind, taken.reason, label) if isinstance(taken, UnfitError) else replace(taken, label=label)


def _say_encoding(pieces: Iterator[Taken]) -> Iterator[Taken]:
    """Tell a fault of the whole export in the words of a file that is unfit."""
    try:
        yield from pieces
    except EncodingError as error:
        raise UnfitError("encoding", str(error)) from None
    except ArticleError as error:
        raise UnfitError("empty" if "empty" in str(error) else "not_text", str(error)) from None
