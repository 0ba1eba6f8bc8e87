"""Joins the lines of a text that was broken to a fixed width, as mail programs, PDF files and old web pages do.

There a line end is no end of a paragraph: a sentence goes on over it. Such a text gives itself away: its lines are
short and nearly all as long as the width allows, sentences end inside them, and few of them end where a line does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

WIDEST: Final = 130
"""Code points of a line beyond which a text is not taken to be broken to a width: one line is one paragraph."""
FEWEST: Final = 4
"""Broken lines from which on it is."""
SLACK: Final = 0.82
"""Part of the width that a full line and the word that did not fit reach at least; proportional type is uneven."""
SHARE: Final = 0.85
"""Part of the lines that end in the midst of a sentence which must be full."""

_STOP_INSIDE: Final = re.compile(r"[.؟?!،,؛;]\s+\S")
_ENDS: Final = re.compile(r"[.!?؟…:؛][\"'”“»’)\]]*$")


class Line(NamedTuple):
    """A line without the blanks round it: its number in the text, its offsets, its words."""

    number: int
    start: int
    end: int
    words: str


def join_wrapped(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Return the offsets of the paragraphs: one a line, or several lines where these were broken to a width.

    Parameters
    ----------
    lines : sequence of Line
        The lines that are not empty, in order.

    Returns
    -------
    list of (int, int)
        Begin and end of each paragraph.

    Examples
    --------
    >>> text = ["The parties met in Astana on", "Tuesday. They rejected all", "attempts to divide Syria, and",
    ...         "called on everybody to help", "refugees to return.", "Iran welcomed that."]
    >>> lines, begin = [], 0
    >>> for number, words in enumerate(text):
    ...     lines.append(Line(number, begin, begin + len(words), words))
    ...     begin += len(words) + 1
    >>> join_wrapped(lines)
    [(0, 133), (134, 153)]
    """
    width = find_width(lines)
    found: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        if width and index and _goes_on(lines[index - 1], line, width):
            found[-1] = (found[-1][0], line.end)
        else:
            found.append((line.start, line.end))
    return found


def find_width(lines: Sequence[Line]) -> int:
    """Return the width in code points to which a text was broken; 0 where it was not."""
    if len(lines) <= FEWEST:
        return 0
    lengths = sorted(len(line.words) for line in lines)
    width = lengths[-1]
    if width > WIDEST:
        return 0
    broken = full = stops = 0
    for line, behind in pairwise(lines):
        stops += _STOP_INSIDE.search(line.words) is not None
        if behind.number == line.number + 1 and not _ENDS.search(line.words):
            broken += 1
            full += _is_full(line, behind, width)
    wrapped = broken >= FEWEST and full >= SHARE * broken and 2 * broken >= len(lines) and 10 * stops >= len(lines)
    return width if wrapped else 0


def _is_full(line: Line, behind: Line, width: int) -> bool:
    return len(line.words) + 1 + len(behind.words.split(None, 1)[0]) >= SLACK * width


def _goes_on(before: Line, line: Line, width: int) -> bool:
    """Tell whether a line goes on with the one before it."""
    if line.number != before.number + 1:
        return False
    if not _is_full(before, line, width):
        return False
    return not _ENDS.search(before.words) or len(before.words) + 1 + len(line.words.split(None, 1)[0]) > width
