"""What is taken out of a file before it becomes an article: text and what the file itself says about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from astana_study.text.decoding import fold_line_ends

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """One article to be: its text, and what is known about it; unknown is empty."""

    text: str
    name: str = ""
    """What an export calls it; else its headline gives it its name."""
    label: str = ""
    """Where it stands in its file: a member of an archive, a row of an export."""
    title: str = ""
    published: str = ""
    outlet: str = ""
    language: str = ""
    source_url: str = ""
    kind: str = ""
    round: int | None = None
    rights: str = ""
    note: str = ""


class UnfitError(ValueError):
    """A file, or a piece of one, that no article can be made of: its kind (one of `errors.KINDS`) and the reason."""

    def __init__(self, kind: str, reason: str, label: str = ""):
        self.kind, self.reason, self.label = kind, reason, label
        super().__init__(reason)


def clean_text(text: str) -> str:
    """Return extracted text without control characters, line ends folded, no white space at line ends.

    Examples
    --------
    >>> clean_text("a \\x00b \\r\\nc\\n\\n\\n\\nd")
    'a  b\\nc\\n\\nd'
    """
    lines = (line.rstrip() for line in _CONTROLS.sub(" ", fold_line_ends(text)).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def put_title_first(title: str, text: str) -> str:
    """Return a text that begins with its headline, as the coder expects it.

    Examples
    --------
    >>> put_title_first("Talks end", "The sides met."), put_title_first("Talks end", "Talks end\\nThe sides met.")
    ('Talks end\\n\\nThe sides met.', 'Talks end\\nThe sides met.')
    """
    title = " ".join(title.split())
    begins = " ".join(text[: 2 * len(title) + 20].split()).startswith(title)
    return text if not title or begins else f"{title}\n\n{text}"
