"""Tables for a person to read: labels for ids, one line a claim, in the direction of the language."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import pandas as pd

from astana_study.figures.drawn import Shown, get_direction
from astana_study.figures.holders import label_holder, list_holders
from astana_study.figures.labels import (
    check_language,
    get_text,
    join_words,
    label_actor,
    label_topic,
    label_value,
)

_CELL = "padding: 0.3em 0.6em; vertical-align: top; text-align: start; border-bottom: 1px solid #E2E2E2"


def read_claims(
    claims: pd.DataFrame, claim_actors: pd.DataFrame, claim_topics: pd.DataFrame, *, language: str = "en"
) -> pd.DataFrame:
    """Return the claims as a person reads them.

    Parameters
    ----------
    claims, claim_actors, claim_topics : DataFrame
        The tables of these names.
    language : {"en", "ar"}
        Of labels and headings; the article's words stay as they are.

    Returns
    -------
    DataFrame
        One row per claim: number, who, how the holder is given, act, what is said, against or to whom, topics, and
        the words of distance. All text.
    """
    check_language(language)
    keys = ["article_id", "claim_id"]
    holders = list_holders(claims, claim_actors).groupby(keys)["holder"].agg(list)
    aimed = claim_actors[claim_actors["role"] == "target"].groupby(keys)["actor_id"].agg(list)
    topics = claim_topics.groupby(keys)["topic_id"].agg(list)
    names = [get_text(f"column.{name}", language) for name in (
        "number", "holder", "status", "act", "content", "target", "topic", "distance")]
    rows = []
    for claim in claims.to_dict("records"):
        key = (claim["article_id"], claim["claim_id"])
        scope = label_value("distance_scope", claim["distance_scope"], language)
        rows.append([
            str(claim["claim_id"]),
            join_words((label_holder(holder, language) for holder in holders[key]), language),
            label_value("holder_status", claim["holder_status"], language),
            label_value("act", claim["act"], language),
            claim["content"],
            join_words((label_actor(actor, language) for actor in aimed.get(key, [])), language),
            join_words((label_topic(topic, language) for topic in topics.get(key, [])), language),
            f"{claim['distance_surface']} ({scope})" if claim["distanced"] else "",
        ])
    return pd.DataFrame(rows, columns=names).astype("str")


def show_table(table: pd.DataFrame, *, language: str = "en", headings: Mapping[str, str] | None = None,
               most_rows: int = 200) -> Shown:
    """Show a table whose cells run each in its own direction.

    Parameters
    ----------
    table : DataFrame
        Any table; its index is left out.
    language : {"en", "ar"}
        Decides on which side the first column stands.
    headings : mapping, optional
        What to write over columns instead of their names.
    most_rows : int
        How many rows to show; how many were left out is said below.
    """
    check_language(language)
    headings = headings or {}
    head = "".join(f'<th style="{_CELL}; border-bottom: 2px solid #666666">{escape(headings.get(name, str(name)))}</th>'
                   for name in table.columns)
    shown = table.head(most_rows)
    body = "".join(
        "<tr>" + "".join(f'<td dir="auto" style="{_CELL}">{escape(_write(value))}</td>' for value in row) + "</tr>"
        for row in shown.itertuples(index=False)
    )
    left_out = len(table) - len(shown)
    foot = f"<p>{escape(get_text('table.left_out', language, number=left_out))}</p>" if left_out else ""
    if not len(table):
        foot = f"<p>{escape(get_text('caption.nothing', language))}</p>"
    html = (
        f'<div dir="{get_direction(language)}" style="background-color: #FFFFFF; color: #1A1A1A; font-size: 90%">'
        f'<table style="border-collapse: collapse"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
        f"{foot}</div>"
    )
    lines = [" | ".join(headings.get(name, str(name)) for name in table.columns)]
    lines += [" | ".join(_write(value) for value in row) for row in shown.itertuples(index=False)]
    return Shown(html, "\n".join(lines))


def _write(value: object) -> str:
    return "" if value is None or value is pd.NA or value != value else str(value)
