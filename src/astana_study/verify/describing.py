"""A figure in words and numbers: its data, labels and marks, which stay the same where pixels do not.

Another version of matplotlib or of its font library moves letters by fractions of a pixel. What a figure says is in
the table behind it, in its labels, and in its marks with their shapes and colours; that is written beside each
published picture, and compared first.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from matplotlib.artist import Artist
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.spines import Spine
from matplotlib.text import Text

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from astana_study.figures.drawn import Drawn

DIGITS = 2
"""Places are kept to a hundredth of an inch: less cannot be seen."""


def describe_drawn(drawn: Drawn) -> dict[str, Any]:
    """Describe a figure with the table behind it and its caption.

    Parameters
    ----------
    drawn : Drawn
        What a figure function gives back.

    Returns
    -------
    dict
        ``name``, ``language``, ``caption``, ``columns``, ``rows`` (cells as texts), and what `describe_figure` gives.
    """
    cells = drawn.data.astype(object).where(drawn.data.notna(), "")
    return {
        "name": drawn.name, "language": drawn.language, "caption": drawn.caption,
        "columns": list(cells.columns),
        "rows": [[str(cell) for cell in row] for row in cells.itertuples(index=False)],
        **describe_figure(drawn.figure),
    }


def describe_figure(figure: Figure) -> dict[str, Any]:
    """Describe the axes, labels and marks of a matplotlib figure.

    Parameters
    ----------
    figure : Figure

    Returns
    -------
    dict
        ``size`` in inches and, for each of its ``axes``, limits, ``labels`` and ``marks``, grouped by how they look;
        within a group in the order of drawing.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> axes = Figure().add_axes((0, 0, 1, 1))
    >>> _ = axes.plot([1, 2], [3, 4], "o", color="black")
    >>> describe_figure(axes.figure)["axes"][0]["marks"][0]["at"]
    [[[1, 3], [2, 4]]]
    """
    return {"size": _round(figure.get_size_inches()), "axes": [_describe_axes(axes) for axes in figure.axes]}


def _describe_axes(axes: Axes) -> dict[str, Any]:
    labels: dict[str, list] = {}
    marks: dict[str, list] = {}
    for artist in _list_artists(axes):
        if isinstance(artist, Text):
            look = {"size": _round(artist.get_fontsize()), "weight": str(artist.get_fontweight()),
                    "colour": to_hex(artist.get_color()), "align": artist.get_ha()}
            entry = [artist.get_text(), *_round(artist.get_position())]
            labels.setdefault(json.dumps(look, sort_keys=True), []).append(entry)
        else:
            look, places = _describe_mark(artist)
            marks.setdefault(json.dumps(look, sort_keys=True), []).append(places)
    return {
        "xlim": _round(axes.get_xlim()), "ylim": _round(axes.get_ylim()),
        "labels": [json.loads(look) | {"texts": texts} for look, texts in labels.items()],
        "marks": [json.loads(look) | {"at": places} for look, places in marks.items()],
    }


def _list_artists(axes: Axes) -> Iterable[Artist]:
    """Yield what is drawn on the axes; ticks and frame only where they are shown."""
    for artist in axes.get_children():
        if artist is axes.patch or isinstance(artist, Spine) or not artist.get_visible():
            continue
        if isinstance(artist, Text):
            if artist.get_text():
                yield artist
        elif isinstance(artist, Line2D | Patch) or hasattr(artist, "get_offsets") or hasattr(artist, "get_array"):
            yield artist
    if axes.axison:
        for axis in (axes.xaxis, axes.yaxis):
            yield from (text for text in (axis.label, *axis.get_ticklabels()) if text.get_text())


def _describe_mark(artist: Artist) -> tuple[dict[str, Any], Any]:
    look: dict[str, Any] = {"kind": type(artist).__name__, "over": artist.get_zorder(), "alpha": artist.get_alpha()}
    if isinstance(artist, Line2D):
        look |= {"colour": _colour(artist.get_color()), "line": artist.get_linestyle(),
                 "width": _round(artist.get_linewidth()), "marker": str(artist.get_marker())}
        if look["marker"] != "none":
            look |= {"size": _round(artist.get_markersize()), "face": _colour(artist.get_markerfacecolor()),
                     "edge": _colour(artist.get_markeredgecolor())}
        return look, [_round(point) for point in artist.get_xydata()]
    if isinstance(artist, Patch):
        look |= {"face": _colour(artist.get_facecolor()), "edge": _colour(artist.get_edgecolor()),
                 "hatch": artist.get_hatch() or "", "line": str(artist.get_linestyle())}
        box = artist.get_path().transformed(artist.get_patch_transform()).get_extents()
        return look, _round(box.extents)
    offsets = artist.get_offsets() if hasattr(artist, "get_offsets") else []
    return look, [_round(point) for point in offsets]


def _colour(colour: Any) -> str:
    return "none" if isinstance(colour, str) and colour.lower() == "none" else to_hex(colour, keep_alpha=True)


def _round(value: Any) -> Any:
    """Round a number or several; whole ones lose their point, so that 3 and 3.0 are written alike."""
    if hasattr(value, "__len__"):
        return [_round(item) for item in value]
    number = float(value)
    if not math.isfinite(number):
        return str(number)
    number = round(number, DIGITS)
    return int(number) if number == int(number) else number


def render_description(description: dict[str, Any]) -> bytes:
    """Return a description as the bytes of a JSON file, one line a row, label or mark, so that changes read well.

    Examples
    --------
    >>> render_description({"rows": [["a", "b"]], "size": [1, 2]})
    b'{\\n "rows": [\\n  ["a", "b"]\\n ],\\n "size": [1, 2]\\n}\\n'
    """
    return (_render(description, 0) + "\n").encode("utf-8")


def _render(value: Any, depth: int) -> str:
    opened = isinstance(value, dict | list) and any(isinstance(item, dict | list) for item in (
        value.values() if isinstance(value, dict) else value))
    if not opened or depth > 4:
        return json.dumps(value, ensure_ascii=False)
    inner, outer = " " * (depth + 1), " " * depth
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {_render(item, depth + 1)}" for key, item in value.items()]
        return "{\n" + ",\n".join(inner + part for part in parts) + f"\n{outer}}}"
    return "[\n" + ",\n".join(inner + _render(item, depth + 1) for item in value) + f"\n{outer}]"
