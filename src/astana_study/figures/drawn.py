"""What every figure function gives back: the figure, the table behind it, and the caption."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure


def fingerprint(data: pd.DataFrame) -> str:
    """Return twelve characters that change when any cell, column or row order of a table changes.

    Notebooks print it, because a changed picture goes unnoticed where only text is compared.

    Parameters
    ----------
    data : DataFrame
        Any table.

    Returns
    -------
    str
        The beginning of the SHA-256 of the table as CSV, without its index.

    Examples
    --------
    >>> import pandas as pd
    >>> fingerprint(pd.DataFrame({"round": [1, 2]})) == fingerprint(pd.DataFrame({"round": [1, 3]}))
    False
    """
    return sha256(data.to_csv(index=False, lineterminator="\n").encode("utf-8")).hexdigest()[:12]


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """A figure with the table behind it and a caption that says what it shows.

    In a notebook it shows itself as a PNG with the caption below; its text is the fingerprint of the table.
    ``saving.save_drawn`` writes it.
    """

    name: str
    """ASCII name, also the stem of the files it is saved under."""
    figure: Figure
    data: pd.DataFrame
    """One row per mark drawn, in the order of the drawing."""
    caption: str
    language: str

    def __repr__(self) -> str:
        return f"<{self.name}, {self.language}: {len(self.data)} rows, fingerprint {fingerprint(self.data)}>"

    def _ipython_display_(self) -> None:
        from IPython.display import display

        from astana_study.figures.saving import render_figure

        # Apart, so that caption and fingerprint are text that can be read, searched and compared.
        picture = render_figure(self.figure, "png", resolution=100)
        display({"image/png": picture, "text/plain": repr(self)}, raw=True)
        display(self.shown_caption)
        print(repr(self))

    @property
    def shown_caption(self) -> Shown:
        """The caption as a paragraph that runs in the direction of its language."""
        style = "max-width: 60em; font-size: 90%; line-height: 1.5"
        opening = f'<p dir="{get_direction(self.language)}" lang="{self.language}" style="{style}">'
        return Shown(f"{opening}{escape(self.caption)}</p>", self.caption)


@dataclass(frozen=True, slots=True)
class Shown:
    """Something for a person to read: HTML for a notebook, plain text elsewhere."""

    html: str
    text: str

    def __repr__(self) -> str:
        return self.text

    def _repr_html_(self) -> str:
        return self.html


def get_direction(language: str) -> str:
    """Return the direction in which a language is written, as HTML names it.

    Examples
    --------
    >>> get_direction("ar"), get_direction("en")
    ('rtl', 'ltr')
    """
    return "rtl" if language in ("ar", "fa", "he", "ur") else "ltr"
