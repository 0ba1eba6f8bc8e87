"""Who speaks about whom: holders against those whom their claims target or name."""

from __future__ import annotations

import pandas as pd

from astana_study.figures.drawn import Drawn
from astana_study.figures.holders import label_holder, list_holders
from astana_study.figures.inputs import check_columns, make_frame
from astana_study.figures.labels import check_language, get_text, label_actor, label_count
from astana_study.figures.marks import draw_act, find_strongest, make_act_key, sort_acts
from astana_study.figures.page import GREY, MARGIN, PALE, SMALL, Page

ROW, CELL = 0.36, 0.95
COLUMNS = ["holder", "holder_label", "actor_id", "actor_label", "targeting", "naming", "strongest", "acts"]


def list_pairs(
    claims: pd.DataFrame, claim_actors: pd.DataFrame, mentions: pd.DataFrame, *, language: str = "en"
) -> pd.DataFrame:
    """List who speaks about whom.

    A holder speaks about an actor when the claim targets it (condemns it, calls on it …), or when the actor is named
    inside the claim's content.

    Parameters
    ----------
    claims, claim_actors, mentions : DataFrame
        The tables of these names.
    language : {"en", "ar"}
        Of the labels.

    Returns
    -------
    DataFrame
        One row per holder and actor: ``targeting`` and ``naming`` count claims, each claim once; ``strongest`` is
        the strongest act of those that target, or empty.
    """
    check_columns(claims, "claims", ["article_id", "claim_id", "act", "content_start", "content_end"])
    check_columns(mentions, "mentions", ["article_id", "start", "end", "actor_id"])
    held = list_holders(claims, claim_actors)
    acts = claims.set_index(["article_id", "claim_id"])["act"]
    targets = claim_actors.loc[claim_actors["role"] == "target", ["article_id", "claim_id", "actor_id"]]
    inside = _find_named(claims, mentions)
    about = pd.concat([targets.assign(how="targeting"), inside.assign(how="naming")], ignore_index=True)
    about = about.drop_duplicates(["article_id", "claim_id", "actor_id"])  # A target that is also named is a target.
    pairs = about.merge(held, on=["article_id", "claim_id"])
    rows = []
    for (holder, actor), group in pairs.groupby(["holder", "actor_id"]):
        aimed = group[group["how"] == "targeting"]
        done = [acts[key] for key in zip(aimed["article_id"], aimed["claim_id"], strict=True)]
        rows.append([holder, label_holder(holder, language), actor, label_actor(actor, language), len(aimed),
                     len(group) - len(aimed), find_strongest(done) if done else "", " ".join(sort_acts(done))])
    data = make_frame(rows, COLUMNS, whole=["targeting", "naming"])
    weight = data["targeting"] + data["naming"]
    order = {name: weight.groupby(data[name]).sum() for name in ("holder", "actor_id")}
    data = data.assign(
        a=[-order["holder"][holder] for holder in data["holder"]],
        b=[-order["actor_id"][actor] for actor in data["actor_id"]],
    ).sort_values(["a", "holder", "b", "actor_id"])
    return data[COLUMNS].reset_index(drop=True)


def _find_named(claims: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    spans = claims.dropna(subset=["content_start", "content_end"])
    joined = spans[["article_id", "claim_id", "content_start", "content_end"]].merge(
        mentions[["article_id", "start", "end", "actor_id"]], on="article_id"
    )
    within = (joined["start"] >= joined["content_start"]) & (joined["end"] <= joined["content_end"])
    return joined.loc[within, ["article_id", "claim_id", "actor_id"]]


def draw_who_about_whom(
    claims: pd.DataFrame, claim_actors: pd.DataFrame, mentions: pd.DataFrame, *, most: int = 10, language: str = "en"
) -> Drawn:
    """Draw holders as rows and those they speak about as columns.

    Parameters
    ----------
    claims, claim_actors, mentions : DataFrame
        The tables of these names, of one article or of many.
    most : int
        How many rows and columns at most, those with most claims first; the data hold all.
    language : {"en", "ar"}

    Returns
    -------
    Drawn
        The data are those of `list_pairs`.

    Examples
    --------
    >>> from astana_study.tables.frames import make_empty
    >>> draw_who_about_whom(*map(make_empty, ["claims", "claim_actors", "mentions"]))  # doctest: +ELLIPSIS
    <who_about_whom, en: 0 rows, fingerprint ...>
    """
    check_language(language)
    data = list_pairs(claims, claim_actors, mentions, language=language)
    holders = list(dict.fromkeys(data["holder"]))[:most]
    sums = (data["targeting"] + data["naming"]).groupby(data["actor_id"]).sum()
    actors = sorted(sums.index, key=lambda actor: (-sums[actor], actor))[:most]

    left = MARGIN + 2.2
    page = Page(max(left + CELL * max(len(actors), 1) + MARGIN, 9.0), language)
    title, subtitle = (get_text(f"who_about_whom.{name}", language) for name in ("title", "subtitle"))
    y = page.write_title(title, subtitle) + 0.1
    page.text(left - 0.2, y + 0.22, get_text("who_about_whom.corner", language), size=SMALL, align="end", colour=GREY)
    for number, actor in enumerate(actors):
        name = page.wrap(label_actor(actor, language), CELL - 0.08, SMALL, 3)
        page.text(left + CELL * (number + 0.5), y + 0.42, name, size=SMALL, align="middle", vertical="bottom")
        page.line([left + CELL * (number + 0.5)] * 2, [y + 0.48, y + 0.48 + ROW * len(holders)], "#EEEEEE", 0.7)
    y += 0.48 + ROW / 2
    cells = {(row.holder, row.actor_id): row for row in data.itertuples()}
    for holder in holders:
        page.line([MARGIN, page.width - MARGIN], [y - ROW / 2] * 2, "#E8E8E8", 0.6)
        page.text(left - 0.2, y, page.wrap(label_holder(holder, language), 2.0, 8.5, 2), align="end")
        for number, actor in enumerate(actors):
            if (holder, actor) in cells:
                _draw_cell(page, cells[holder, actor], left + CELL * (number + 0.5), y)
        y += ROW
    page.line([MARGIN, page.width - MARGIN], [y - ROW / 2] * 2, PALE)
    if not holders:
        page.text(MARGIN, y, get_text("caption.nothing", language), colour=GREY)
        y += ROW
    key = make_act_key(page, data.loc[data["strongest"] != "", "strongest"], language)
    key.append((lambda x, y: page.mark(x, y, "o", 6, "#9A9A9A", filled=False),
                get_text("who_about_whom.key.named", language)))
    y = page.write_key(key, MARGIN, y + 0.1)
    return Drawn("who_about_whom", page.close(y + 0.05), data, _describe(claims, data, language), language)


def _draw_cell(page: Page, row, x: float, y: float) -> None:
    both = row.targeting and row.naming
    if row.targeting:
        at = x - (0.22 if both else 0.06)
        draw_act(page, row.strongest, at, y)
        page.text(at + 0.1, y, str(row.targeting), size=SMALL)
    if row.naming:
        at = x + (0.14 if both else -0.06)
        page.mark(at, y, "o", 6, "#9A9A9A", filled=False)
        page.text(at + 0.1, y, str(row.naming), size=SMALL, colour=GREY)


def _describe(claims: pd.DataFrame, data: pd.DataFrame, language: str) -> str:
    parts = [get_text("who_about_whom.caption", language, claims=label_count("claim", len(claims), language),
                      targeting=int(data["targeting"].sum()), naming=int(data["naming"].sum()))]
    parts.append(get_text("caption.text", language))
    if not len(data):
        parts.append(get_text("caption.nothing", language))
    return " ".join(parts)
