"""Hand codings as people write them: spans given by their words, resolved to offsets.

A hand coding is one JSON file. A span is written as the words themselves when they stand once in the
text, or inside ⟦ ⟧ with as much context as makes them unique: ``"rejected by ⟦Moscow⟧ on Friday"``.
Nobody has to count characters, and an edit of the text cannot shift a span without an error.
"""

from __future__ import annotations

import json
from pathlib import Path

OPEN, CLOSE = "⟦", "⟧"


class GoldError(ValueError):
    """A hand coding that does not fit its text or the conventions: every fault found, at once."""


def find_span(text: str, span: str) -> tuple[int, int]:
    """Return the offsets of a span written as its words, with ⟦ ⟧ and context where needed.

    Parameters
    ----------
    text : str
        The article's text.
    span : str
        The words; or context with the words inside ⟦ ⟧.

    Returns
    -------
    (start, end) : tuple of int
        Code points into `text`, half-open.

    Raises
    ------
    GoldError
        When the words do not stand in the text, or stand in it more than once.

    Examples
    --------
    >>> find_span("Moscow said that Moscow agreed", "that ⟦Moscow⟧")
    (17, 23)
    """
    if (OPEN in span) != (CLOSE in span) or span.count(OPEN) > 1:
        raise GoldError(f"{span!r}: write one {OPEN} and one {CLOSE}, or neither")
    before, _, rest = span.partition(OPEN) if OPEN in span else ("", "", span)
    words, _, after = rest.partition(CLOSE)
    whole = before + words + after
    start = text.find(whole)
    if start < 0 or not words:
        raise GoldError(f"{span!r} does not stand in the text, to the letter")
    if text.find(whole, start + 1) >= 0:
        raise GoldError(f"{span!r} stands {text.count(whole)} times in the text: add context round {OPEN} {CLOSE}")
    return start + len(before), start + len(before) + len(words)
