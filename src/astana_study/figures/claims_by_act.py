"""Claims by act and holder: who does what with words, and how much of it the outlet holds at a distance."""

from __future__ import annotations

import pandas as pd

from astana_study.figures.drawn import Drawn
from astana_study.figures.holders import label_holder, list_holders
from astana_study.figures.inputs import check_columns, make_frame
from astana_study.figures.labels import check_language, get_text, label_count, label_value
from astana_study.figures.marks import sort_acts
from astana_study.figures.page import BLUE, GREY, MARGIN, ORANGE, PALE, SMALL, Page

WIDTH, ROW, BAR = 10.5, 0.27, 0.14
_SQUARE = 0.07  # Below this many inches a claim, squares would run together: bars.
COLUMNS = ["holder", "holder_label", "act", "act_label", "claims", "distanced"]


def count_claims(claims: pd.DataFrame, claim_actors: pd.DataFrame, *, language: str = "en") -> pd.DataFrame:
    """Count claims, and those held at a distance, by holder and act.

    Parameters
    ----------
    claims, claim_actors : DataFrame
        The tables of these names.
    language : {"en", "ar"}
        Of the labels.

    Returns
    -------
    DataFrame
        One row per holder and act that occur together; holders with most claims first, strongest acts first.
    """
    check_columns(claims, "claims", ["article_id", "claim_id", "act", "distanced"])
    held = list_holders(claims, claim_actors).merge(
        claims[["article_id", "claim_id", "act", "distanced"]], on=["article_id", "claim_id"], how="left"
    )
    sizes = held["holder"].value_counts()
    holders = sorted(sizes.index, key=lambda holder: (-sizes[holder], holder))
    groups = dict(list(held.groupby(["holder", "act"])))
    rows = [
        [holder, label_holder(holder, language), act, label_value("act", act, language), len(groups[holder, act]),
         int(groups[holder, act]["distanced"].sum())]
        for holder in holders for act in sort_acts(held["act"]) if (holder, act) in groups
    ]
    return make_frame(rows, COLUMNS, whole=["claims", "distanced"])


def draw_claims_by_act(
    claims: pd.DataFrame, claim_actors: pd.DataFrame, *, most_holders: int = 6, language: str = "en"
) -> Drawn:
    """Draw the acts as rows and the holders as columns; each claim is a square as long as there is room.

    Parameters
    ----------
    claims, claim_actors : DataFrame
        The tables of these names, of one article or of many.
    most_holders : int
        How many columns at most; further holders are drawn together.
    language : {"en", "ar"}

    Returns
    -------
    Drawn
        The data are those of `count_claims`, with all holders.

    Examples
    --------
    >>> from astana_study.tables.frames import make_empty
    >>> draw_claims_by_act(*map(make_empty, ["claims", "claim_actors"]))  # doctest: +ELLIPSIS
    <claims_by_act, en: 0 rows, fingerprint ...>
    """
    check_language(language)
    data = count_claims(claims, claim_actors, language=language)
    holders = list(dict.fromkeys(data["holder"]))
    shown = holders if len(holders) <= most_holders else holders[: most_holders - 1]
    drawn = data.assign(column=data["holder"].where(data["holder"].isin(shown), "\u0000others"))
    columns = list(dict.fromkeys(drawn["column"]))
    cells = drawn.groupby(["column", "act"])[["claims", "distanced"]].sum()
    acts = sort_acts(data["act"])

    page = Page(WIDTH, language)
    left = MARGIN + 1.0
    step = (WIDTH - MARGIN - left) / max(len(columns), 1)
    step = min(step, 2.4)
    longest = max(int(cells["claims"].max()) if len(cells) else 1, 5)
    unit = min((step - 0.55) / longest, 0.19)
    subtitle = "claims_by_act.subtitle" if unit >= _SQUARE else "claims_by_act.subtitle.many"
    y = page.write_title(get_text("claims_by_act.title", language), get_text(subtitle, language)) + 0.1
    names = {column: get_text("word.others", language) if column == "\u0000others" else label_holder(column, language)
             for column in columns}
    for number, column in enumerate(columns):
        total = int(drawn.loc[drawn["column"] == column, "claims"].sum())
        x = left + step * number
        page.text(x, y, page.wrap(names[column], step - 0.15, 8.5, 2), weight="bold", vertical="top")
        page.text(x, y + 0.4, label_count("claim", total, language), size=SMALL, colour=GREY)
    y += 0.68
    for act in acts:
        page.line([MARGIN, WIDTH - MARGIN], [y - ROW / 2] * 2, "#E8E8E8", 0.6)
        page.text(left - 0.15, y, label_value("act", act, language), align="end")
        for number, column in enumerate(columns):
            if (column, act) in cells.index:
                count, far = (int(value) for value in cells.loc[(column, act)])
                _draw_bar(page, left + step * number, y, count, far, unit)
        y += ROW
    if not acts:
        page.text(MARGIN, y, get_text("caption.nothing", language), colour=GREY)
        y += ROW
    page.line([MARGIN, WIDTH - MARGIN], [y - ROW / 2] * 2, PALE)
    key = [
        (lambda x, y: _draw_piece(page, x - 0.07, y, 0.14, far=False), get_text("claims_by_act.key.plain", language)),
        (lambda x, y: _draw_piece(page, x - 0.07, y, 0.14, far=True), get_text("claims_by_act.key.far", language)),
    ]
    y = page.write_key(key, MARGIN, y + 0.15)
    return Drawn("claims_by_act", page.close(y + 0.05), data, _describe(claims, data, language), language)


def _draw_bar(page: Page, x: float, y: float, count: int, far: int, unit: float) -> None:
    if unit >= _SQUARE:
        for number in range(count):
            _draw_piece(page, x + unit * number, y, min(unit * 0.86, BAR), far=number >= count - far)
        end = x + unit * (count - 1) + min(unit * 0.86, BAR)
    else:
        _draw_piece(page, x, y, unit * (count - far), far=False)
        _draw_piece(page, x + unit * (count - far), y, unit * far, far=True)
        end = x + unit * count
    page.text(end + 0.06, y, str(count), size=SMALL, colour=GREY)


def _draw_piece(page: Page, x: float, y: float, width: float, *, far: bool) -> None:
    if width > 0:
        page.box(x, y - BAR / 2, width, BAR, "#F6D5BF" if far else BLUE, edge=ORANGE if far else BLUE,
                 hatch="//////" if far else "", over=True)


def _describe(claims: pd.DataFrame, data: pd.DataFrame, language: str) -> str:
    parts = [get_text("claims_by_act.caption", language, claims=label_count("claim", len(claims), language),
                      articles=label_count("article", claims["article_id"].nunique(), language),
                      holders=label_count("holder", data["holder"].nunique(), language),
                      far=int(claims["distanced"].sum()))]
    parts.append(get_text("caption.text", language))
    if not len(claims):
        parts.append(get_text("caption.nothing", language))
    return " ".join(parts)
