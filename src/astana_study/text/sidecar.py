"""The small TOML file beside a raw article: what is known about it that its words do not say.

``astana20-outcomes-ar.txt`` has ``astana20-outcomes-ar.toml``. A key that is not known is a fault, not a remark:
a misspelt ``langauge`` would otherwise be lost in silence.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from pathlib import Path

from astana_study.codebook.vocabulary import list_values
from astana_study.text.errors import MissingArticleError, SidecarError

LAST_ROUND = 22
NOTES = ("origin", "rights", "note", "retrieved", "licence")
KEYS = ("title", "language", "outlet", "kind", "published", "round", "source_url", "sha256", *NOTES)

_PATTERNS = {
    "language": (re.compile(r"[a-z]{2}"), "an ISO 639-1 code such as 'ar' or 'en'"),
    "sha256": (re.compile(r"[0-9a-f]{64}"), "64 hexadecimal digits in lower case"),
    "source_url": (re.compile(r"https?://\S+"), "an address that begins with http:// or https://"),
}


def read_sidecar(path: str | Path) -> dict[str, str | int]:
    """Read a metadata file. Only the keys that it holds and that are not empty are returned, checked.

    Parameters
    ----------
    path : str or Path
        The ``.toml`` file.

    Returns
    -------
    dict
        ``round`` as a number, everything else as text; dates as ISO text.

    Raises
    ------
    MissingArticleError
        When there is no such file.
    SidecarError
        With every fault: file, key, what was expected and what came.
    """
    path = Path(path)
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        raise MissingArticleError(f"{path}: there is no such metadata file") from None
    except UnicodeDecodeError as error:
        raise SidecarError(f"{path.name}: not UTF-8 (byte {error.start}); save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise SidecarError(f"{path.name}: not TOML: {error}; write lines such as title = \"…\"") from None
    faults: list[str] = []
    checked = check_metadata(data, faults)
    if faults:
        raise SidecarError("\n".join(f"{path.name}: {fault}" for fault in faults))
    return checked


def check_metadata(data: dict, faults: list[str]) -> dict[str, str | int]:
    """Check metadata key by key; add what is wrong to `faults` and return what is right and not empty.

    Examples
    --------
    >>> faults = []
    >>> check_metadata({"outlet": "SANA", "round": 23}, faults)
    {'outlet': 'SANA'}
    >>> faults
    ['round: expected a whole number from 1 to 22, got 23']
    """
    checked: dict[str, str | int] = {}
    for key, value in data.items():
        if key not in KEYS:
            faults.append(f"unknown key {key!r}; known are: {', '.join(KEYS)}")
        elif fault := _find_fault(key, value):
            faults.append(f"{key}: {fault}")
        elif value not in ("", None):
            checked[key] = value.isoformat()[:10] if isinstance(value, dt.date) else value
    return checked


def _find_fault(key: str, value: object) -> str:
    if key == "round":
        # True is an int in Python, but no round.
        if value in ("", None) or (type(value) is int and 1 <= value <= LAST_ROUND):
            return ""
        return f"expected a whole number from 1 to {LAST_ROUND}, got {value!r}"
    if key in ("published", "retrieved") and isinstance(value, dt.date):
        return ""
    if not isinstance(value, str):
        return f"expected text in quotation marks, got {value!r}"
    if not value:
        return ""
    if key in ("published", "retrieved"):
        return "" if is_date(value) else f"expected a date written YYYY-MM-DD, got {value!r}"
    if key == "kind" and value not in list_values("article_kind"):
        return f"expected one of {', '.join(list_values('article_kind'))}, got {value!r}"
    if key in _PATTERNS:
        pattern, expected = _PATTERNS[key]
        return "" if pattern.fullmatch(value) or value == "und" else f"expected {expected}, got {value!r}"
    return ""


def is_date(value: str) -> bool:
    """Tell whether a text is a real day written YYYY-MM-DD.

    Examples
    --------
    >>> is_date("2023-06-21"), is_date("21/06/2023"), is_date("2023-02-30")
    (True, False, False)
    """
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return False
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True
