"""Bytes become text, without guessing where a guess could be wrong.

Read are UTF-8, UTF-16 and UTF-32 with a byte-order mark, UTF-16 without one, and the two 8-bit encodings of old
Arabic and English pages (Windows-1256, ISO-8859-6; Windows-1252). UTF-8 with broken bytes, or a file pasted
together from two encodings, is refused: read either way, part of it would be wrong.
"""

from __future__ import annotations

import codecs
import re

from astana_study.text.errors import ArticleError, EncodingError

SAMPLE = 65_536
_CURE = "open it in an editor with the encoding it was written in and save it as UTF-8"

_SIGNATURES = (
    (b"\x89PNG", "a PNG image"), (b"\xff\xd8\xff", "a JPEG image"), (b"GIF8", "a GIF image"), (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip file (a word processor's .docx is one too)"), (b"\x1f\x8b", "a gzip file"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"), (b"{\\rtf", "a rich-text document"), (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ", "an xz file"), (b"7z\xbc\xaf", "a 7z file"), (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"RIFF", "an image or sound"), (b"OggS", "a sound"), (b"ID3", "a sound"), (b"PAR1", "a Parquet table"),
)  # fmt: skip
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_BROKEN = re.compile("[\udc80-\udcff]+")
# The 8-bit encodings do not give these by chance: three Arabic letters on end, or UTF-8's curly quotes and dashes.
_SURELY_UTF8 = re.compile("[\u0621-\u064a\u066e-\u06d3]{3}|[\u2010-\u203a]")
_LATIN_UTF8 = re.compile("[\u00c0-\u017f]")
_HIGH_WORD = re.compile(rb"[\xc0-\xff]{3,}")
_ARTICLE_1256 = re.compile(rb"(?<![\x80-\xff])[\xe6\xc8\xdd\xdf]?\xc7\xe1[\xc0-\xff]")
_ARTICLE_8859 = re.compile(rb"(?<![\x80-\xff])[\xe8\xc8\xe1\xe3]?\xc7\xe4[\xc0-\xff]")


def decode_bytes(raw: bytes, name: str = "the text") -> str:
    r"""Decode a file's bytes, take a byte-order mark off and fold line ends to ``\n``. Nothing else is altered.

    Parameters
    ----------
    raw : bytes
        The whole file.
    name : str
        What to call it in messages.

    Raises
    ------
    ArticleError
        When the file is empty or is not text.
    EncodingError
        When the encoding is broken, mixed or none of those read; the message names the byte.

    Examples
    --------
    >>> decode_bytes("بيان أستانا\r\n".encode("utf-16"))
    'بيان أستانا\n'
    """
    if not raw:
        raise ArticleError(f"{name}: the file is empty; expected an article's text")
    text = _decode(raw, name)
    if not text or text.isspace():
        raise ArticleError(f"{name}: nothing but white space; expected an article's text")
    return fold_line_ends(text)


def fold_line_ends(text: str) -> str:
    r"""Fold ``\r\n`` and ``\r`` to ``\n``.

    Examples
    --------
    >>> fold_line_ends("a\r\nb\rc")
    'a\nb\nc'
    """
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _decode(raw: bytes, name: str) -> str:
    for signature, what in _SIGNATURES:
        if raw.startswith(signature):
            raise ArticleError(f"{name}: this is {what}, not text; save the article's text as a plain .txt file")
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _decode_strictly(raw[len(mark) :], encoding, name, len(mark))
    if encoding := _find_wide(raw):
        return _decode_strictly(raw, encoding, name)
    _refuse_binary(raw, name)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_eight_bits(raw, name, error.start)


def _decode_strictly(raw: bytes, encoding: str, name: str, skipped: int = 0) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise EncodingError(
            f"{name}: begins as {encoding.upper()} but byte {error.start + skipped} cannot be read as such "
            f"({error.reason}); {_CURE}"
        ) from None
    if "\0" in text:
        raise ArticleError(f"{name}: not text: a NUL character at {text.index(chr(0))}; expected a plain text file")
    return text


def _find_wide(raw: bytes) -> str:
    """Tell UTF-16 without a mark: of Arabic and English letters every second byte is 06 or 00."""
    sample = raw[:SAMPLE]
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        if len(high) > 1 and high.count(0) + high.count(6) > 0.7 * len(high):
            return encoding
    return ""


def _refuse_binary(raw: bytes, name: str) -> None:
    nul = raw.find(b"\0")
    if nul >= 0:
        raise ArticleError(f"{name}: not text: byte {nul} is NUL; expected a plain text file in UTF-8")
    sample = raw[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > 0.01 * len(sample):
        raise ArticleError(
            f"{name}: not text: {controls} control characters in its first {len(sample)} bytes; "
            "expected a plain text file in UTF-8"
        )


def _decode_eight_bits(raw: bytes, name: str, first: int) -> str:
    """Read a file that is not UTF-8, unless part of it is."""
    parsed = raw.decode("utf-8", "surrogateescape")
    line = raw.count(b"\n", 0, first) + 1
    encoding = _choose_eight_bits(raw)
    utf8 = _SURELY_UTF8.search(parsed) or (encoding == "cp1252" and _LATIN_UTF8.search(parsed))
    if utf8:
        broken = sum(map(len, _BROKEN.findall(parsed)))
        whole = sum(1 for char in parsed if char > "\x7f") - broken
        where = f"byte {first} (line {line}) is {raw[first]:#04x}"
        if whole > 20 * broken:
            raise EncodingError(
                f"{name}: UTF-8 with {broken} broken byte{'s' * (broken > 1)}: {where}; "
                "take the file from its source again, or mend it there and save it as UTF-8"
            )
        raise EncodingError(
            f"{name}: more than one encoding in one file: part is UTF-8, but {where}; "
            "split it, save each part as UTF-8 and join them again"
        )
    if not encoding:
        raise EncodingError(
            f"{name}: not UTF-8 (byte {first}, line {line}, is {raw[first]:#04x}), and neither Arabic Windows-1256 "
            f"nor English Windows-1252; {_CURE}"
        )
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise EncodingError(
            f"{name}: not UTF-8 (byte {first}), and byte {error.start} ({raw[error.start]:#04x}) "
            f"does not exist in {encoding}; {_CURE}"
        ) from None


def _choose_eight_bits(raw: bytes) -> str:
    """Tell Arabic from Western bytes: Arabic words are runs of high bytes and often begin with the article."""
    sample = raw[:SAMPLE]
    words = len(_HIGH_WORD.findall(sample))
    letters = sum(map(len, _HIGH_WORD.findall(sample)))
    high = len(sample) - len(sample.translate(None, bytes(range(0xC0, 0x100))))
    if not words or letters < 0.5 * high:
        ascii_letters = len(re.findall(rb"[A-Za-z]", sample))
        return "cp1252" if high < 0.3 * (ascii_letters + 1) else ""
    windows, iso = len(_ARTICLE_1256.findall(sample)), len(_ARTICLE_8859.findall(sample))
    if max(windows, iso) < 0.04 * words:
        return ""
    return "cp1256" if windows >= iso else "iso-8859-6"
