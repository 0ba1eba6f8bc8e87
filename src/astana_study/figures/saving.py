"""The one place that writes a figure: picture, table and caption, the same bytes on every run."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import matplotlib

from astana_study.figures.drawn import Drawn

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Emptied, because they carry the day, the program's version or random ids.
_METADATA = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}


def render_figure(figure: Figure, format: str, *, resolution: int = 200) -> bytes:
    """Return a figure as bytes; the same figure gives the same bytes.

    Parameters
    ----------
    figure : Figure
    format : {"png", "svg", "pdf"}
    resolution : int
        Dots per inch of a PNG.

    Raises
    ------
    ValueError
        When the format is none of the three.
    """
    if format not in _METADATA:
        raise ValueError(f"format={format!r}: a figure is saved as {', '.join(_METADATA)}")
    buffer = BytesIO()
    with matplotlib.rc_context({"svg.hashsalt": "astana_study", "svg.fonttype": "path", "savefig.bbox": None}):
        figure.savefig(buffer, format=format, dpi=resolution, metadata=_METADATA[format])
    return buffer.getvalue()


def save_drawn(drawn: Drawn, folder: Path | str, *, formats: tuple[str, ...] = ("svg", "png")) -> list[Path]:
    """Write a figure, the table behind it (CSV) and its caption (text).

    Parameters
    ----------
    drawn : Drawn
        What a figure function gave back.
    folder : path
        Where to; it is made if it does not exist.
    formats : tuple of str
        Of ``"svg"``, ``"png"``, ``"pdf"``.

    Returns
    -------
    list of Path
        The files written: ``<name>-<language>`` with each ending.
    """
    folder = Path(folder)
    contents = {format: render_figure(drawn.figure, format) for format in formats}
    contents["csv"] = drawn.data.to_csv(index=False, lineterminator="\n").encode("utf-8")
    contents["txt"] = f"{drawn.caption}\n".encode()
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for ending, content in contents.items():
        path = folder / f"{drawn.name}-{drawn.language}.{ending}"
        temporary = path.with_name(f".{path.name}.tmp")
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
        written.append(path)
    return written
