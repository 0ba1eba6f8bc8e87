"""Coverage beside the communiqué: what articles on a round report of its statement, leave out, and add."""

from __future__ import annotations

import pandas as pd

from astana_study.figures.drawn import Drawn
from astana_study.figures.inputs import check_columns, check_round, make_frame
from astana_study.figures.labels import check_language, get_text, label_count, label_topic, label_value
from astana_study.figures.marks import draw_act, find_strongest, get_mark, make_act_key, make_certainty_key, sort_acts
from astana_study.figures.page import GREY, MARGIN, ORANGE, PALE, Page

WIDTH, ROW = 9.5, 0.25
STATUSES = ("reported", "left out", "added")
COLUMNS = ["topic_id", "topic", "status", "act", "act_label", "statement_rows", "statement_confidence", "claims",
           "distanced"]


def compare_coverage(
    round: int | None,
    statement_acts: pd.DataFrame,
    articles: pd.DataFrame,
    claims: pd.DataFrame,
    claim_topics: pd.DataFrame,
    *,
    language: str = "en",
) -> pd.DataFrame:
    """Compare what a round's statement is recorded to do with what the articles on that round attribute to anyone.

    Parameters
    ----------
    round : int or None
        From 1 to 22; None (or a missing value) where an article's round is not known, which gives no rows.
    statement_acts, articles, claims, claim_topics : DataFrame
        The tables of these names.
    language : {"en", "ar"}
        Of the labels.

    Returns
    -------
    DataFrame
        One row per topic and act on either side. ``status`` is the topic's: reported (both), left out (statement
        only), added (coverage only). Without articles on the round every topic of the statement is left out.
    """
    round = _read_round(round)
    check_columns(statement_acts, "statement_acts", ["round", "act", "topic_id", "confidence"])
    check_columns(articles, "articles", ["article_id", "round"])
    check_columns(claims, "claims", ["article_id", "claim_id", "act", "distanced"])
    check_columns(claim_topics, "claim_topics", ["article_id", "claim_id", "topic_id"])
    # That both sides say something else is no agreement: the topic "other" is left aside.
    stated = statement_acts[statement_acts["round"].eq(round) & (statement_acts["topic_id"] != "other")]
    about = set(articles.loc[articles["round"].eq(round).fillna(False), "article_id"])
    told = claims[claims["article_id"].isin(about)].merge(claim_topics, on=["article_id", "claim_id"])
    told = told[told["topic_id"] != "other"]
    topics = {}
    for topic in sorted(set(stated["topic_id"]) | set(told["topic_id"])):
        sides = (topic in set(stated["topic_id"]), topic in set(told["topic_id"]))
        topics[topic] = "reported" if all(sides) else "left out" if sides[0] else "added"
    rows = []
    for topic, status in topics.items():
        ours, theirs = stated[stated["topic_id"] == topic], told[told["topic_id"] == topic]
        for act in sort_acts([*ours["act"], *theirs["act"]]):
            sure = list(ours.loc[ours["act"] == act, "confidence"])
            said = theirs[theirs["act"] == act]
            rows.append([topic, label_topic(topic, language), status, act, label_value("act", act, language), len(sure),
                         "high" if "high" in sure else min(sure, default=""), len(said),
                         int(said["distanced"].sum())])
    data = make_frame(rows, COLUMNS, whole=["statement_rows", "claims", "distanced"])
    strength = {topic: get_mark(find_strongest(group["act"])).strength for topic, group in data.groupby("topic_id")}
    keys = data.assign(
        a=[STATUSES.index(status) for status in data["status"]], b=[-strength[topic] for topic in data["topic_id"]]
    ).sort_values(["a", "b", "topic_id"], kind="stable")
    return keys[COLUMNS].reset_index(drop=True)


def _read_round(round: int | None) -> int:
    return 0 if round is None or pd.isna(round) else check_round(round)


def draw_coverage(
    round: int | None,
    statement_acts: pd.DataFrame,
    articles: pd.DataFrame,
    claims: pd.DataFrame,
    claim_topics: pd.DataFrame,
    *,
    language: str = "en",
) -> Drawn:
    """Draw, topic by topic, the acts of a round's statement on one side and those of the coverage on the other.

    Parameters and data are those of `compare_coverage`.

    Examples
    --------
    >>> from astana_study.tables.frames import make_empty
    >>> tables = map(make_empty, ["statement_acts", "articles", "claims", "claim_topics"])
    >>> draw_coverage(20, *tables)  # doctest: +ELLIPSIS
    <coverage-20, en: 0 rows, fingerprint ...>
    """
    check_language(language)
    data = compare_coverage(round, statement_acts, articles, claims, claim_topics, language=language)
    round = _read_round(round)
    number = int(articles["round"].eq(round).sum())
    page = Page(WIDTH, language)
    subtitle = get_text("coverage.subtitle", language, articles=label_count("article", number, language))
    title = get_text("coverage.title" if round else "coverage.title.unknown", language, number=round)
    y = page.write_title(title, subtitle) + 0.15
    middle, ours, theirs = 3.95, 4.25, 6.7
    page.text(ours, y, get_text("coverage.statement", language), weight="bold")
    page.text(theirs, y, get_text("coverage.coverage", language), weight="bold")
    y += 0.28
    status = ""
    for topic, group in data.groupby("topic_id", sort=False):
        if group["status"].iloc[0] != status:
            status = group["status"].iloc[0]
            page.line([MARGIN, WIDTH - MARGIN], [y - ROW / 2] * 2, PALE, 0.8)
            words = page.wrap(get_text(f"coverage.{status.replace(' ', '_')}", language), 1.65, 8.5, 2)
            page.text(MARGIN, y - 0.06, words, weight="bold", vertical="top", colour=ORANGE)
        page.text(middle, y, label_topic(topic, language), align="end")
        _draw_side(page, group[group["statement_rows"] > 0], ours, y, spoken=False)
        _draw_side(page, group[group["claims"] > 0], theirs, y, spoken=True)
        y += ROW
    if not len(data):
        page.text(MARGIN, y, get_text("caption.nothing", language), colour=GREY)
        y += ROW
    page.line([MARGIN, WIDTH - MARGIN], [y - ROW / 2] * 2, PALE)
    key = make_act_key(page, data["act"], language) + make_certainty_key(page, language)
    key.append((lambda x, y: _underline(page, x, y), get_text("coverage.key.distanced", language)))
    y = page.write_key(key, MARGIN, y + 0.12)
    caption = _describe(round, number, data, language)
    return Drawn(f"coverage-{round:02d}", page.close(y + 0.05), data, caption, language)


def _draw_side(page: Page, rows: pd.DataFrame, x: float, y: float, *, spoken: bool) -> None:
    for row in rows.itertuples():
        draw_act(page, row.act, x, y, size=7.5, sure=spoken or row.statement_confidence == "high")
        if spoken and row.distanced:
            _underline(page, x, y)
        if spoken and row.claims > 1:
            page.text(x + 0.09, y, str(row.claims), size=6.5, colour=GREY)
        x += 0.3 if spoken else 0.23


def _underline(page: Page, x: float, y: float) -> None:
    page.line([x - 0.09, x + 0.09], [y + 0.1] * 2, ORANGE, 1.4, over=True)


def _describe(round: int, articles: int, data: pd.DataFrame, language: str) -> str:
    if not round:
        return get_text("tell.article.no_round", language)
    topics = data.drop_duplicates("topic_id")["status"].value_counts()
    parts = [get_text("coverage.caption", language, number=round, articles=label_count("article", articles, language),
                      reported=int(topics.get("reported", 0)), left_out=int(topics.get("left out", 0)),
                      added=int(topics.get("added", 0)))]
    parts.append(get_text("coverage.caption.caveat" if articles else "coverage.caption.no_article", language))
    parts.append(get_text("caption.not_absent", language))
    if not len(data):
        parts.append(get_text("caption.nothing", language))
    return " ".join(parts)
