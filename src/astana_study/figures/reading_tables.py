"""Tables for a person to read: labels for ids, one line a claim, in the direction of the language."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from urllib.parse import urlsplit

import pandas as pd

from astana_study.figures.delegations import list_delegations
from astana_study.figures.drawn import Shown, get_direction
from astana_study.figures.holders import label_holder, list_holders
from astana_study.figures.inputs import check_round
from astana_study.figures.labels import (
    check_language,
    format_span,
    get_text,
    join_words,
    label_actor,
    label_person,
    label_rounds,
    label_topic,
    label_value,
)
from astana_study.figures.slippage import measure_slippage, say_outcome

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
        One row per claim: article (where there are several), number, who, how the holder is given, act, what is
        said, against or to whom, topics, and the words of distance. All text.
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
    table = pd.DataFrame(rows, columns=names).astype("str")
    if claims["article_id"].nunique() > 1:
        table.insert(0, get_text("column.article", language), list(claims["article_id"]))
    return table


def read_statement(
    statement_acts: pd.DataFrame, statement_act_targets: pd.DataFrame, round: int, *, language: str = "en"
) -> pd.DataFrame:
    """Return what one round's statement does, row by row, as a person reads it.

    Parameters
    ----------
    statement_acts, statement_act_targets : DataFrame
        The tables of these names.
    round : int
        From 1 to 22.
    language : {"en", "ar"}
        Of labels and headings; what each row is about stays in the coder's English.
    """
    check_language(language)
    round = check_round(round)
    aimed = statement_act_targets[statement_act_targets["round"] == round].groupby("number")["actor_id"].agg(list)
    rows = [
        [record["number"], label_value("act", record["act"], language), label_topic(record["topic_id"], language),
         record["about"], join_words((label_actor(actor, language) for actor in aimed.get(record["number"], [])),
                                     language),
         label_value("confidence", record["confidence"], language), record["source_url"]]
        for record in statement_acts[statement_acts["round"] == round].to_dict("records")
    ]
    names = ("number", "act", "topic", "about", "target", "confidence", "source")
    return pd.DataFrame(rows, columns=[get_text(f"column.{name}", language) for name in names]).astype("str")


def read_remarks(remarks: pd.DataFrame, round: int, *, language: str = "en") -> pd.DataFrame:
    """Return what was said around one round, by whom and for whom, as a person reads it.

    Parameters
    ----------
    remarks : DataFrame
        Table ``remarks``; what each is about stays in the coder's English.
    round : int
        From 1 to 22.
    language : {"en", "ar"}
        Of labels and headings.
    """
    check_language(language)
    rows = [
        [format_span(record["date"], "", language),
         label_person(record["person_id"], language, fallback=record["speaker"]) if record["person_id"]
         else record["speaker"], label_actor(record["actor_id"], language), label_topic(record["topic_id"], language),
         record["about"], label_value("confidence", record["confidence"], language), record["source_url"]]
        for record in remarks[remarks["round"] == check_round(round)].to_dict("records")
    ]
    names = ("date", "speaker", "holder", "topic", "about", "confidence", "source")
    return pd.DataFrame(rows, columns=[get_text(f"column.{name}", language) for name in names]).astype("str")


def read_heads(delegations: pd.DataFrame, rounds: pd.DataFrame, *, language: str = "en") -> pd.DataFrame:
    """Return who led which delegation at which rounds, those of most rounds first."""
    data = list_delegations(delegations, rounds, language=language)
    led = data[(data["attended"] == "yes") & (data["person_id"] != "")]
    groups = [(actor, head, sorted(set(group["round"]))) for (actor, head), group in led.groupby(["actor", "head"])]
    groups.sort(key=lambda group: (-len(group[2]), group[2][0], group[0]))
    rows = [[head, actor, label_rounds(numbers, language), len(numbers)] for actor, head, numbers in groups]
    names = ("head", "delegation", "rounds", "times")
    return pd.DataFrame(rows, columns=[get_text(f"column.{name}", language) for name in names]).astype("str")


def read_slippage(rounds: pd.DataFrame, *, language: str = "en") -> pd.DataFrame:
    """Return what each round announced for the next and when that met, as a person reads it."""
    data = measure_slippage(rounds)
    rows = [
        [row.round, row.announced, format_span(row.announced_from, row.announced_to, language)
         if row.announced_from else "", format_span(row.held, "", language) if row.held else "",
         say_outcome(row, language)]
        for row in data.itertuples()
    ]
    names = ("round", "announced", "span", "held", "outcome")
    return pd.DataFrame(rows, columns=[get_text(f"column.{name}", language) for name in names]).astype("str")


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
        "<tr>" + "".join(f'<td dir="auto" style="{_CELL}">{_set_cell(value)}</td>' for value in row) + "</tr>"
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


def _set_cell(value: object) -> str:
    """Write a cell as HTML; an address becomes a link under the name of its host."""
    words = _write(value)
    if words.startswith(("http://", "https://")) and " " not in words:
        return f'<a href="{escape(words)}">{escape(urlsplit(words).netloc)}</a>'
    return escape(words)


def _write(value: object) -> str:
    return "" if value is None or value is pd.NA or value != value else str(value)
