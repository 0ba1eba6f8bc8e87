"""A coding as a sheet that a person fills in: one row a claim or a mention, spans as words.

The first row (``article``) says what is known of the whole. In a claim's row ``span`` is the cue, and several actors or
topics are parted by a blank. Words that stand more than once in the text get context and ⟦ ⟧; offsets may be given as
``12-17`` instead. Comma, semicolon or tab between cells; UTF-8.
"""

from __future__ import annotations

import csv
import io
import re

from astana_study.agreement.checking import parse_coding
from astana_study.agreement.gold import CodedArticle

COLUMNS = ("row", "span", "actor", "naming", "act", "mode", "holder", "holder_status", "holders", "targets", "topics",
           "content", "direct_quote", "distance_scope", "distance", "rule", "coder", "round", "round_basis",
           "published", "published_basis", "language", "kind")  # fmt: skip
_HEADS = COLUMNS[16:]
_CLAIM = ("act", "mode", "holder", "holder_status", "holders", "targets", "topics", "content", "direct_quote",
          "distance_scope", "distance", "rule")  # fmt: skip
_MENTION = ("actor", "naming")
_SPANS = ("span", "holder", "content", "distance")
_OFFSETS = re.compile(r"(\d+)-(\d+)")
_FORMULA = ("=", "+", "-", "@")
"""What a spreadsheet would compute; an apostrophe in front keeps it words, as people type it there, too."""


def render(coding: CodedArticle) -> str:
    """Return a coding as a sheet.

    Examples
    --------
    >>> from astana_study.agreement.checking import parse_coding
    >>> raw = {"article_id": "a", "mentions": [{"span": "Moscow", "actor": "RUS"}]}
    >>> [row.split(",")[:3] for row in render(parse_coding(raw, "Moscow agreed.")).splitlines()]
    [['row', 'span', 'actor'], ['article', 'a', ''], ['mention', 'Moscow', 'RUS']]
    """
    from astana_study.agreement.formats import spell_coding

    raw = spell_coding(coding)
    rows = [{"row": "article", "span": raw["article_id"], **{name: raw[name] for name in _HEADS}}]
    rows += [{"row": "mention", **mention} for mention in raw["mentions"]]
    for claim in raw["claims"]:
        far = claim["distance"] or {"scope": "", "marker": None}
        rows.append({"row": "claim", "span": claim["cue"], **claim, "distance_scope": far["scope"],
                     "distance": far["marker"], "direct_quote": "yes" if claim["direct_quote"] else "no"})  # fmt: skip
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_set_cell(row.get(column), column) for column in COLUMNS] for row in rows)
    return target.getvalue()


def _set_cell(value: object, column: str) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "{}-{}".format(*value) if column in _SPANS else " ".join(value)
    cell = str(value)
    # Words that look like offsets, or that begin as a formula does, are set apart.
    return f"'{cell}" if cell.startswith((*_FORMULA, "'")) or column in _SPANS and _OFFSETS.fullmatch(cell) else cell


def parse(content: str, text: str, name: str):
    """Read a sheet; see `astana_study.agreement.formats.read_coding`."""
    faults: list[str] = []
    raw: dict[str, object] = {"article_id": "", "mentions": [], "claims": []}
    first = content.split("\n", 1)[0]
    comma = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=comma)
    header = [cell.strip() for cell in next(reader, [])]
    if "row" not in header or "span" not in header:
        faults.append(f"line 1: expected the columns {', '.join(COLUMNS)}; there are {', '.join(header) or 'none'}")
    faults += [f"line 1: unknown column {column!r}; use {', '.join(COLUMNS)}"
               for column in header if column and column not in COLUMNS]  # fmt: skip
    before = 1
    for cells in reader if not faults else ():
        at, before = f"line {before + 1}", reader.line_num
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(header):
            faults.append(f"{at}: {len(cells)} cells where the header has {len(header)}; put a cell that holds "
                          f"{comma!r} into quotation marks")  # fmt: skip
            continue
        row = {column: _read_cell(cell, column, text) for column, cell in zip(header, cells, strict=False)
               if column and cell.strip()}  # fmt: skip
        _keep_row(raw, row, at, faults)
    return parse_coding(raw, text, name, faults)


def _read_cell(cell: str, column: str, text: str) -> object:
    cell = cell.strip()
    if column in _SPANS:
        offsets = _OFFSETS.fullmatch(cell)
        if offsets:
            return [int(offsets.group(1)), int(offsets.group(2))]
    if column in ("holders", "targets", "topics"):
        return re.split(r"[\s,;|]+", cell)
    if column == "round" and cell.isdecimal():
        return int(cell)
    quoted = column in _SPANS and cell[1:2].isalpha() and cell in text  # a quotation mark of the text itself
    return cell[1:] if cell.startswith("'") and not quoted else cell


def _keep_row(raw: dict, row: dict, at: str, faults: list[str]) -> None:
    kind = row.pop("row", "")
    allowed = {"article": _HEADS, "mention": _MENTION, "claim": _CLAIM}.get(kind)
    if allowed is None:
        faults.append(f"{at}: row is {kind!r}; write article, mention or claim")
        return
    faults += [f"{at}: {column} does not belong to a row of the kind {kind!r}; leave it empty"
               for column in row if column not in (*allowed, "span")]  # fmt: skip
    row = {column: row[column] for column in ("span", *allowed) if column in row}
    if kind == "article":
        raw["article_id"] = row.pop("span", "")
        raw.update(row)
    elif kind == "mention":
        raw["mentions"].append(row | {"_at": f"{at} (mention)"})
    else:
        quoted = str(row.get("direct_quote", "no")).lower()
        if quoted not in ("yes", "no", "true", "false", "1", "0", "نعم", "لا"):
            faults.append(f"{at}: direct_quote is yes or no, not {quoted!r}")
        row["direct_quote"] = quoted in ("yes", "true", "1", "نعم")
        scope, marker = row.pop("distance_scope", ""), row.pop("distance", None)
        far = {"scope": scope, "marker": marker} if scope or marker else None
        raw["claims"].append({"cue": row.pop("span", None), **row, "distance": far, "_at": f"{at} (claim)"})


def render_empty(article_id: str) -> str:
    """Return a sheet with nothing but its head: what a person who starts a coding is given."""
    cells = [["article", article_id], *[["mention"]] * 3, *[["claim"]] * 3]
    lines = [",".join(COLUMNS), *(",".join(row + [""] * (len(COLUMNS) - len(row))) for row in cells)]
    return "\n".join(lines) + "\n"

