"""A sheet on which figures are drawn: inches from the corner where reading begins.

English sheets begin at the top left, Arabic ones at the top right, so one drawing serves both directions: ``x``
grows in the direction of reading, ``y`` grows downwards. Nothing here knows what is drawn, and nothing depends on
the user's matplotlib settings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Rectangle
from matplotlib.text import Text

from astana_study.figures.labels import check_language

INK, GREY, PALE, FAINT = "#1A1A1A", "#666666", "#C8C8C8", "#F0F0F0"
BLUE, ORANGE, SKY = "#0072B2", "#D55E00", "#9CCBEB"
FONT = "DejaVu Sans"
TITLE, LABEL, SMALL = 12.0, 8.5, 7.5
MARGIN = 0.25
_RIGHT_TO_LEFT_MARK, _LEFT_TO_RIGHT_MARK = "\u200f", "\u200e"
_FINE, _SLACK = 288, 1.02  # Letters are a little wider at some resolutions than at others.


class Page:
    """A sheet of a given width; its height is set when it is closed."""

    def __init__(self, width: float, language: str):
        self.width = width
        self.language = check_language(language)
        self.mirrored = language == "ar"
        self.figure = Figure(figsize=(width, 1), dpi=_FINE, facecolor="white", edgecolor="white", layout="none")
        self._canvas = FigureCanvasAgg(self.figure)
        self._sizes: dict[tuple[str, float, str], tuple[float, float]] = {}
        self.axes = self.figure.add_axes((0, 0, 1, 1))
        self.axes.set_axis_off()
        self.axes.set_xlim(*((width, 0) if self.mirrored else (0, width)))
        self.axes.set_ylim(1, 0)

    def close(self, height: float) -> Figure:
        """Cut the sheet to a height and return the figure."""
        self.figure.set_size_inches(self.width, height)
        self.axes.set_ylim(height, 0)
        return self.figure

    def shape(self, text: str) -> str:
        """Return a text that is set in the direction of the sheet, whatever letter it begins with."""
        if not self.mirrored and text.isascii():
            return text
        mark = _RIGHT_TO_LEFT_MARK if self.mirrored else _LEFT_TO_RIGHT_MARK
        return "\n".join(mark + line for line in text.split("\n"))

    def measure(self, text: str, size: float = LABEL, weight: str = "normal") -> tuple[float, float]:
        """Return the width and height of a text in inches."""
        key = (text, size, weight)
        if key not in self._sizes:
            probe = Text(0, 0, self.shape(text), fontsize=size, fontweight=weight, fontfamily=FONT, parse_math=False)
            probe.set_figure(self.figure)
            box = probe.get_window_extent(self._canvas.get_renderer())
            self._sizes[key] = _SLACK * box.width / _FINE, box.height / _FINE
        return self._sizes[key]

    def wrap(self, text: str, width: float, size: float = LABEL, lines: int = 2) -> str:
        """Return a text broken into lines that fit a width; what is left over is cut with an ellipsis."""
        done: list[str] = []
        for word in text.split():
            if done and self.measure(f"{done[-1]} {word}", size)[0] <= width:
                done[-1] = f"{done[-1]} {word}"
            else:
                done.append(word)
        if len(done) > lines:
            done = [*done[: lines - 1], " ".join(done[lines - 1 :])]
        return "\n".join(self._cut(line, width, size) for line in done)

    def _cut(self, line: str, width: float, size: float) -> str:
        if self.measure(line, size)[0] <= width:
            return line
        while line and self.measure(f"{line}…", size)[0] > width:
            line = line[:-1].rstrip()
        return f"{line}…"

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = LABEL,
        align: str = "start",
        vertical: str = "",
        colour: str = INK,
        weight: str = "normal",
    ) -> None:
        """Set a text; `align` is start, middle or end in the direction of reading."""
        # A single line stands on its baseline, so that neighbours with and without descenders agree.
        vertical = vertical or ("center" if "\n" in text else "center_baseline")
        sides = ("right", "left") if self.mirrored else ("left", "right")
        self.axes.text(
            x, y, self.shape(text), fontsize=size, fontweight=weight, fontfamily=FONT, color=colour,
            ha={"start": sides[0], "end": sides[1], "middle": "center"}[align], va=vertical,
            multialignment={"start": sides[0], "end": sides[1], "middle": "center"}[align],
            linespacing=1.15, parse_math=False,
        )

    def mark(self, x: float, y: float, marker: str = "o", size: float = 7, colour: str = INK, *, filled: bool = True,
             edge: str = "", width: float = 1.2, alpha: float = 1.0) -> None:
        """Set one mark of a size in points."""
        self.axes.add_line(Line2D(
            [x], [y], linestyle="none", marker=marker, markersize=size, markeredgecolor=edge or colour,
            markerfacecolor=colour if filled else "white", markeredgewidth=width, alpha=alpha, zorder=3,
        ))

    def ring(self, x: float, y: float, size: float = 14, colour: str = GREY) -> None:
        """Draw a dotted ring of a size in points: less than sure."""
        radius = size / 2 / 72
        self.axes.add_patch(Circle((x, y), radius, facecolor="none", edgecolor=colour, linewidth=0.9,
                                   linestyle=(0, (1.2, 1.2)), zorder=2.8))

    def line(self, xs: Sequence[float], ys: Sequence[float], colour: str = PALE, width: float = 0.8, style: str = "-",
             over: bool = False) -> None:
        """Draw a line through points."""
        self.axes.add_line(Line2D(list(xs), list(ys), color=colour, linewidth=width, linestyle=style, marker="none",
                                  solid_capstyle="butt", zorder=2.5 if over else 1.5))

    def box(self, x: float, y: float, width: float, height: float, colour: str = FAINT, *, edge: str = "none",
            hatch: str = "", over: bool = False) -> None:
        """Draw a rectangle from its corner nearest to where reading begins."""
        self.axes.add_patch(Rectangle((x, y), width, height, facecolor=colour, edgecolor=edge, linewidth=0.8,
                                      hatch=hatch or None, zorder=2 if over else 1))

    def write_title(self, title: str, subtitle: str = "") -> float:
        """Write the title and a line below it; return where the drawing may begin."""
        self.text(MARGIN, 0.3, title, size=TITLE, weight="bold")
        if not subtitle:
            return 0.6
        lines = self.wrap(subtitle, self.width - 2 * MARGIN, LABEL, lines=3)
        self.text(MARGIN, 0.52, lines, size=LABEL, colour=GREY, vertical="top")
        return 0.52 + self.measure(lines, LABEL)[1] + 0.18

    def write_key(self, entries: Sequence[tuple[Callable[[float, float], None], str]], x: float, y: float,
                  width: float = 0.0, size: float = SMALL) -> float:
        """Write a key that flows over as many lines as it needs; return where it ends.

        Each entry is what draws its sign at a point, and its words.
        """
        begin, end = x, x + (width or self.width - x - MARGIN)
        for draw, words in entries:
            room = 0.24 + self.measure(words, size)[0]
            if x > begin and x + room > end:
                x, y = begin, y + 0.22
            draw(x + 0.08, y)
            self.text(x + 0.22, y, words, size=size)
            x += room + 0.18
        return y + 0.2
