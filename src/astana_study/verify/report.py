"""The report of a verification: one HTML page, complete in itself, with both sides of whatever differs.

Text takes the direction of its own letters (``dir="auto"``), so Arabic rows and outputs read from right to left.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from html import escape
from pathlib import Path

from astana_study.verify.cells import CellChange, compare_notebooks
from astana_study.verify.comparing import DIFFERS, MISSING, NEW, SAME, Verdict
from astana_study.verify.pictures import compare_pixels
from astana_study.verify.rows import Change, compare_rows

MOST_ROWS, MOST_CELLS, MOST_LETTERS = 100, 40, 4000
_STYLE = """
body { font: 15px/1.5 sans-serif; color: #1a1a1a; background: #fff; max-width: 80em; margin: 2em auto; padding: 0 1em }
table { border-collapse: collapse; margin: .6em 0; width: 100% }
th, td { border: 1px solid #c8c8c8; padding: .25em .5em; text-align: start; vertical-align: top }
th { background: #f0f0f0 } h2 { margin-top: 2em; font-size: 1.15em; overflow-wrap: anywhere }
.same { color: #3c6e3c } .differs, .missing { color: #a83200 } .new { color: #0058a0 }
.differs, .missing, .new { font-weight: bold }
del { background: #fbe3d6; text-decoration-color: #a83200 } ins { background: #dcecd8; text-decoration: none }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1em } .three { grid-template-columns: 1fr 1fr 1fr }
.pair > div { min-width: 0; border: 1px solid #c8c8c8; padding: .5em } img { max-width: 100% }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .3em 0; font-size: 13px }
summary { margin-top: 2em; font-size: 1.15em; cursor: pointer }
iframe { width: 100%; height: 22em; border: 0 }
"""


def render_report(verdicts: list[Verdict]) -> str:
    """Return the page.

    Parameters
    ----------
    verdicts : list of Verdict
        As `comparing.compare_all` gives them; what is the same is only listed.

    Examples
    --------
    >>> "1 artefact, all the same" in render_report([Verdict("a.csv", "table", "same", "bytes")])
    True
    """
    counts = Counter(verdict.status for verdict in verdicts)
    number = f"{len(verdicts)} artefact{'' if len(verdicts) == 1 else 's'}"
    told = "all the same" if counts[SAME] == len(verdicts) else ", ".join(
        f"{counts[status]} {word}" for status, word in
        ((SAME, "the same"), (DIFFERS, "differing"), (MISSING, "missing"), (NEW, "new")) if counts[status])
    others = [verdict for verdict in verdicts if verdict.status != SAME]
    listed = _list_verdicts(others) if others else ""
    body = "".join(_show_verdict(verdict) for verdict in others)
    rest = _list_verdicts([verdict for verdict in verdicts if verdict.status == SAME])
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8"><title>Published against recomputed</title>'
        f"<style>{_STYLE}</style></head>\n<body>\n<h1>Published against recomputed</h1>\n"
        f"<p>{number}, {told}.</p>\n"
        "<p>Same: what is published is what the code makes of the data. Differs: both are there, and are not alike. "
        "Missing: published, and gone or not made any more. New: made, and not published. The last column says what "
        "was compared.</p>\n"
        f"{listed}{body}\n<details><summary>What is the same</summary>{rest}</details>\n</body>\n</html>\n"
    )


def _list_verdicts(verdicts: list[Verdict]) -> str:
    lines = "".join(_list_verdict(verdict) for verdict in verdicts)
    return f"<table><tr><th>Verdict</th><th>Artefact</th><th>Compared by</th></tr>{lines}</table>\n"


def _list_verdict(verdict: Verdict) -> str:
    name = escape(verdict.path)
    if verdict.status != SAME:
        name = f'<a href="#{name}">{name}</a>'
    return (f'<tr><td class="{verdict.status}">{verdict.status}</td><td>{name}</td>'
            f"<td>{escape(verdict.basis)}</td></tr>\n")


def _show_verdict(verdict: Verdict) -> str:
    told = "".join(f'<li dir="auto"><pre>{escape(detail)}</pre></li>' for detail in verdict.details)
    shown = ""
    if verdict.published and verdict.recomputed:
        if verdict.kind == "table":
            shown = _show_rows(compare_rows(Path(verdict.path).stem, verdict.published, verdict.recomputed))
        elif verdict.kind == "figure":
            shown = _show_pictures(verdict.published, verdict.recomputed)
        elif verdict.kind == "notebook":
            shown = _show_cells(verdict)
    path = escape(verdict.path)
    return (f'<h2 id="{path}"><span class="{verdict.status}">{verdict.status}</span> {path}</h2>\n'
            f"<ul>{told}</ul>\n{shown}\n")


def _show_rows(changes: list[Change]) -> str:
    """Show changed rows with the columns that differ, and the first columns, which tell the row."""
    if not changes:
        return ""
    lines = []
    for change in changes[:MOST_ROWS]:
        row = change.after or change.before or {}
        names = change.columns or tuple(row)
        identity = " · ".join(list(row.values())[:3])
        for number, name in enumerate(names):
            before = "" if change.before is None else change.before.get(name, "")
            after = "" if change.after is None else change.after.get(name, "")
            opening = (f'<td rowspan="{len(names)}">{change.row or "+"}</td>'
                       f'<td dir="auto" rowspan="{len(names)}">{escape(identity)}</td>') if number == 0 else ""
            lines.append(f'<tr>{opening}<td>{escape(name)}</td><td dir="auto"><del>{escape(before)}</del></td>'
                         f'<td dir="auto"><ins>{escape(after)}</ins></td></tr>')
    more = len(changes) - MOST_ROWS
    return ("<table><tr><th>Line</th><th>Row</th><th>Column</th><th>Published</th><th>Recomputed</th></tr>"
            + "".join(lines) + "</table>" + (f"<p>… and {more} more rows.</p>" if more > 0 else ""))


def _show_pictures(published: bytes, recomputed: bytes) -> str:
    number, marked = compare_pixels(published, recomputed)
    pictures = [("Published", published), ("Recomputed", recomputed)]
    if number >= 0:
        pictures.append((f"Where they differ ({number} pixels)", marked))
    parts = "".join(f'<div><p>{name}</p>{_embed("image/png", data)}</div>' for name, data in pictures)
    return f'<div class="pair three">{parts}</div>'


def _embed(kind: str, data: bytes) -> str:
    return f'<img alt="" src="data:{kind};base64,{b64encode(data).decode("ascii")}">'


def _show_cells(verdict: Verdict) -> str:
    try:
        changes = compare_notebooks(verdict.published, verdict.recomputed)
    except ValueError:
        return ""
    return "".join(_show_cell(change) for change in changes[:MOST_CELLS])


def _show_cell(change: CellChange) -> str:
    sides = []
    for name, outputs in (("Published", change.before), ("Recomputed", change.after)):
        parts = "".join(_show_output(output) for output in outputs)
        sides.append(f"<div><p>{name}</p>{parts}</div>")
    return (f"<h3>Cell {change.number}: {escape(change.what)}</h3><pre>{escape(change.source)}</pre>"
            f'<div class="pair">{"".join(sides)}</div>')


def _show_output(output: dict[str, str]) -> str:
    if "image/png" in output:
        return f'<img alt="" src="data:image/png;base64,{escape("".join(output["image/png"].split()))}">'
    if "text/html" in output:
        # apart from this page: what an output holds must not change or run anything here
        return f'<iframe sandbox srcdoc="{escape(output["text/html"], quote=True)}"></iframe>'
    text = str(output.get("text/plain", ""))
    return f'<pre dir="auto">{escape(text[:MOST_LETTERS])}{" …" if len(text) > MOST_LETTERS else ""}</pre>'
