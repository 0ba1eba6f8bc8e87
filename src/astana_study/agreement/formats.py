"""Codings in and out of files: the project's JSON here, brat standoff, Web Annotation and CSV by their own modules.

``read_coding`` and ``write_coding`` go by the ending: ``.json``, ``.jsonld``, ``.ann``, ``.csv``.
"""

from __future__ import annotations

import json
from json.decoder import JSONObject
from json.scanner import py_make_scanner
from pathlib import Path

from astana_study.agreement.checking import parse_coding
from astana_study.agreement.gold import CodedArticle, GoldError, spell_span
from astana_study.tables.writing import write_file

FORMATS = {".json": "the project's JSON", ".jsonld": "Web Annotation", ".ann": "brat standoff", ".csv": "a sheet"}


def read_coding(path: str | Path, text: str) -> CodedArticle:
    """Read one coding and check it against its text.

    Parameters
    ----------
    path : path
        ``.json`` (the project's own), ``.jsonld`` (W3C Web Annotation), ``.ann`` (brat) or ``.csv`` (a sheet).
    text : str
        The article's text.

    Raises
    ------
    GoldError
        When a span does not fit, or a value is none of the allowed: all faults at once, with line and cure.
    """
    path = Path(path)
    parse = _choose(path)[0]
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise GoldError(f"{path}: there is no such file; check the name and the folder") from None
    except UnicodeDecodeError as error:
        raise GoldError(f"{path.name}: not UTF-8 (byte {error.start}); save it as UTF-8") from None
    return parse(content, text, path.name)


def write_coding(coding: CodedArticle, path: str | Path) -> Path:
    """Write one coding in the form that the file's ending names, whole or not at all; return the path.

    Parameters
    ----------
    coding : CodedArticle
        A coding of a person or of the coder.
    path : path
        Ends in ``.json``, ``.jsonld``, ``.ann`` or ``.csv``.
    """
    path = Path(path)
    render = _choose(path)[1]
    # a spreadsheet takes UTF-8 for what it is only with the mark in front
    return write_file(path, render(coding).encode("utf-8-sig" if path.suffix.lower() == ".csv" else "utf-8"))


def _choose(path: Path):
    from astana_study.agreement import brat, sheet, web_annotation

    found = {
        ".json": (parse_json, render_json), ".jsonld": (web_annotation.parse, web_annotation.render),
        ".ann": (brat.parse, brat.render), ".csv": (sheet.parse, sheet.render),
    }.get(path.suffix.lower())  # fmt: skip
    if found is None:
        raise GoldError(f"{path.name}: a coding is read from and written to "
                        + ", ".join(f"{ending} ({what})" for ending, what in FORMATS.items()))
    return found


def spell_coding(coding: CodedArticle) -> dict:
    """Return a coding as the plain dict that `parse_coding` reads back."""
    text = coding.text
    heads = {"article_id": coding.article_id, "coder": coding.coder, "round": coding.round,
             "round_basis": coding.round_basis, "published": coding.published,
             "published_basis": coding.published_basis, "language": coding.language, "kind": coding.kind}  # fmt: skip
    mentions = [{"span": spell_span(text, (m.start, m.end)), "actor": m.actor_id, "naming": m.naming}
                for m in coding.mentions]  # fmt: skip
    claims = []
    for claim in coding.claims:
        far = None
        if claim.distance_scope:
            far = {"scope": claim.distance_scope, "marker": spell_span(text, claim.distance)}
        row = {"cue": spell_span(text, claim.cue), "act": claim.act, "mode": claim.mode,
               "holder": spell_span(text, claim.holder), "holder_status": claim.holder_status,
               "holders": sorted(claim.holders), "targets": sorted(claim.targets), "topics": sorted(claim.topics),
               "content": spell_span(text, claim.content), "direct_quote": claim.direct_quote,
               "distance": far}  # fmt: skip
        claims.append(row | ({"rule": claim.rule} if claim.rule else {}))
    return heads | {"mentions": mentions, "claims": claims}


def render_json(coding: CodedArticle) -> str:
    """Return a coding as the project's own JSON."""
    return json.dumps(spell_coding(coding), ensure_ascii=False, indent=1) + "\n"


def parse_json(content: str, text: str, name: str) -> CodedArticle:
    """Read the project's own JSON; see `read_coding`."""
    raw = load_json(content, name)
    if isinstance(raw, dict):
        for kind in ("mention", "claim"):
            rows = raw.get(kind + "s")
            for number, row in enumerate(rows if isinstance(rows, list) else (), start=1):
                if isinstance(row, dict):
                    row["_at"] = f"line {row.pop('_line')}: {kind} {number}"
                    if isinstance(row.get("distance"), dict):
                        row["distance"].pop("_line", None)
    return parse_coding(raw, text, name)


def load_json(content: str, name: str):
    """Load JSON; each object gets the line on which it begins, under ``_line``."""
    try:
        return _Located().decode(content)
    except json.JSONDecodeError as error:
        raise GoldError(f"{name}: not JSON (line {error.lineno}: {error.msg}); mend it there") from None


class _Located(json.JSONDecoder):
    def __init__(self) -> None:
        super().__init__()

        def parse_object(where, *rest):
            found, end = JSONObject(where, *rest)
            found["_line"] = where[0].count("\n", 0, where[1]) + 1
            return found, end

        self.parse_object = parse_object
        self.scan_once = py_make_scanner(self)
