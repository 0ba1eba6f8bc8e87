"""Which rows of which tables stand behind one mark: one function for each figure, kept beside no drawing.

Each takes the mark's row of the figure's data and the tables, and returns the rows by table. A test holds them against
the numbers that the figures themselves count.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from astana_study.codebook.reading import read_rows
from astana_study.figures.holders import list_holders

Tables = Mapping[str, pd.DataFrame]
Rows = dict[str, pd.DataFrame]
CLAIM = ["article_id", "claim_id"]


def find_rows(figure: str, row: Mapping[str, Any], tables: Tables) -> Rows:
    """Return the rows behind one mark of a figure, by table.

    Parameters
    ----------
    figure : str
        Name of the figure; what follows a hyphen, a round or an article, narrows the tables.
    row : mapping
        The mark's row of the figure's data.
    tables : mapping of str to DataFrame
        Published tables by name, or those that the figure was drawn from.

    Raises
    ------
    KeyError
        When there is no such figure.
    """
    kind, _, about = figure.partition("-")
    if kind not in _FINDERS:
        raise KeyError(f"no figure {kind!r} can be traced; those that can: {', '.join(_FINDERS)}")
    if about and kind not in ("round", "coverage"):
        tables = {name: table[table["article_id"] == about] if "article_id" in table.columns else table
                  for name, table in tables.items()}
    found = _FINDERS[kind]({**row, "_about": about}, tables)
    return {name: rows for name, rows in found.items() if len(rows)}


def _equal(table: pd.DataFrame, **values: Any) -> pd.DataFrame:
    for column, value in values.items():
        table = table[table[column].eq(value).fillna(False)]
    return table


def keep_rows(table: pd.DataFrame, keys: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    """Return the rows whose key columns stand in `keys`, with their index, which tells their line."""
    wanted = set(map(tuple, keys[columns].itertuples(index=False)))
    kept = [tuple(row) in wanted for row in table[columns].itertuples(index=False)]
    return table[pd.Series(kept, index=table.index, dtype=bool)]


def _trace_timeline(row: Mapping, tables: Tables) -> Rows:
    if row["lane"] == "round":
        return {"rounds": _equal(tables["rounds"], round=int(row["id"]))}
    return {"milestones": _equal(tables["milestones"], milestone_id=row["id"])}


def _trace_slippage(row: Mapping, tables: Tables) -> Rows:
    numbers = [int(row[name]) for name in ("round", "next_round") if not pd.isna(row[name])]
    return {"rounds": tables["rounds"][tables["rounds"]["round"].isin(numbers)]}


def _trace_topics(row: Mapping, tables: Tables) -> Rows:
    return {"statement_acts": _equal(tables["statement_acts"], round=row["round"], topic_id=row["topic_id"])}


def _trace_targets(row: Mapping, tables: Tables) -> Rows:
    named = _equal(tables["statement_act_targets"], round=row["round"], actor_id=row["actor_id"])
    acts = keep_rows(tables["statement_acts"], named, ["round", "number"])
    return {"statement_acts": acts, "statement_act_targets": keep_rows(named, acts, ["round", "number"])}


def _trace_first_last(row: Mapping, tables: Tables) -> Rows:
    declared = next(line for line in read_rows("figure_commitments") if line["commitment_id"] == row["commitment_id"])
    acts = _equal(tables["statement_acts"], topic_id=declared["topic_id"])
    if declared["acts"]:
        acts = acts[acts["act"].isin(declared["acts"].split("|"))]
    return {"statement_acts": acts}


def _trace_delegations(row: Mapping, tables: Tables) -> Rows:
    return {"delegations": _equal(tables["delegations"], round=row["round"], actor_id=row["actor_id"],
                                  number=row["number"])}


def _trace_claims_by_act(row: Mapping, tables: Tables) -> Rows:
    held = _equal(list_holders(tables["claims"], tables["claim_actors"]), holder=row["holder"])
    claims = keep_rows(_equal(tables["claims"], act=row["act"]), held, CLAIM)
    return {"claims": claims, "claim_actors": keep_rows(_equal(tables["claim_actors"], role="holder"), claims, CLAIM)}


def _trace_pairs(row: Mapping, tables: Tables) -> Rows:
    held = _equal(list_holders(tables["claims"], tables["claim_actors"]), holder=row["holder"])
    claims = keep_rows(tables["claims"], held, CLAIM)
    targets = keep_rows(_equal(tables["claim_actors"], role="target", actor_id=row["actor_id"]), claims, CLAIM)
    spans = claims.dropna(subset=["content_start", "content_end"])[[*CLAIM, "content_start", "content_end"]]
    mentions = _equal(tables["mentions"], actor_id=row["actor_id"])
    inside = spans.merge(mentions, on="article_id")
    inside = inside[(inside["start"] >= inside["content_start"]) & (inside["end"] <= inside["content_end"])]
    about = pd.concat([targets[CLAIM], inside[CLAIM]], ignore_index=True)
    return {"claims": keep_rows(claims, about, CLAIM), "claim_actors": targets,
            "mentions": keep_rows(mentions, inside, ["article_id", "mention_id"])}


def _trace_distance(row: Mapping, tables: Tables) -> Rows:
    return {"claims": _equal(tables["claims"], article_id=row["article_id"], claim_id=row["claim_id"])}


def _trace_round(row: Mapping, tables: Tables) -> Rows:
    number, part = row["round"], row["part"]
    if part == "delegation":
        return {"delegations": _equal(tables["delegations"], round=number, actor_id=row["id"])}
    if part == "statement":
        return {"statement_acts": _equal(tables["statement_acts"], round=number, topic_id=row["id"])}
    if part == "event":
        return {"milestones": _equal(tables["milestones"], milestone_id=row["id"])}
    numbers = [number - 1, number] if row["id"] == "waited_days" else [number]
    return {"rounds": tables["rounds"][tables["rounds"]["round"].isin(numbers)]}


def _trace_coverage(row: Mapping, tables: Tables) -> Rows:
    number = int(row["_about"])
    about = _equal(tables["articles"], round=number)
    topics = keep_rows(_equal(tables["claim_topics"], topic_id=row["topic_id"]), about, ["article_id"])
    claims = keep_rows(_equal(tables["claims"], act=row["act"]), topics, CLAIM)
    return {"statement_acts": _equal(tables["statement_acts"], round=number, topic_id=row["topic_id"],
                                     act=row["act"]),
            "claims": claims, "claim_topics": keep_rows(topics, claims, CLAIM)}


_FINDERS: Mapping[str, Callable[[Mapping, Tables], Rows]] = {
    "timeline": _trace_timeline, "slippage": _trace_slippage, "topics": _trace_topics, "targets": _trace_targets,
    "first_last": _trace_first_last, "delegations": _trace_delegations, "claims_by_act": _trace_claims_by_act,
    "who_about_whom": _trace_pairs, "distance": _trace_distance, "round": _trace_round, "coverage": _trace_coverage,
}
