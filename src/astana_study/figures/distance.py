"""Where the distance falls: the claims of one article in the order of the text, by what is held at arm's length."""

from __future__ import annotations

import pandas as pd

from astana_study.codebook.vocabulary import list_values
from astana_study.figures.drawn import Drawn
from astana_study.figures.inputs import check_columns, make_frame
from astana_study.figures.labels import check_language, get_text, label_count, label_value
from astana_study.figures.marks import draw_act, make_act_key
from astana_study.figures.page import GREY, MARGIN, ORANGE, PALE, SMALL, Page

WIDTH, LEFT, ROW = 10.5, 1.55, 0.24
COLUMNS = ["article_id", "claim_id", "act", "part", "offset", "position", "distanced", "distance_scope",
           "distance_surface"]
_PARTS = {"headline": "#C9D9E8", "lead": "#DCE7F1", "body": "#EEF3F8", "related": "#E3E3E3", "boilerplate": "#F2F2F2"}


def place_claims(claims: pd.DataFrame, sentences: pd.DataFrame) -> pd.DataFrame:
    """Place each claim in its article: offset of the distance marker, or of the cue where there is none.

    Parameters
    ----------
    claims, sentences : DataFrame
        The tables of these names.

    Returns
    -------
    DataFrame
        One row per claim; ``position`` runs from 0 at the beginning of the text to 1 at its end.
    """
    _check(claims, sentences)
    ends = sentences.groupby("article_id")["end"].max()
    parts = sentences.set_index(["article_id", "sentence_id"])["part"]
    rows = []
    for claim in claims.to_dict("records"):
        offset = claim["cue_start"] if pd.isna(claim["distance_start"]) else claim["distance_start"]
        article = claim["article_id"]
        rows.append([article, claim["claim_id"], claim["act"], parts.get((article, claim["sentence_id"]), ""),
                     int(offset), round(int(offset) / max(int(ends.get(article, 1)), 1), 4), bool(claim["distanced"]),
                     claim["distance_scope"], claim["distance_surface"]])
    data = make_frame(rows, COLUMNS, whole=["claim_id", "offset"], truth=["distanced"])
    return data.astype({"position": "float64"})


def _check(claims: pd.DataFrame, sentences: pd.DataFrame) -> None:
    check_columns(claims, "claims", ["article_id", "claim_id", "sentence_id", "act", "cue_start", "distanced",
                                     "distance_scope", "distance_surface", "distance_start"])
    check_columns(sentences, "sentences", ["article_id", "sentence_id", "part", "start", "end"])


def draw_distance(
    claims: pd.DataFrame, sentences: pd.DataFrame, *, article_id: str | None = None, language: str = "en"
) -> Drawn:
    """Draw the claims of one article along its text, those held at a distance on lanes by scope, with their markers.

    Parameters
    ----------
    claims, sentences : DataFrame
        The tables of these names.
    article_id : str, optional
        Which article, where the tables hold several.
    language : {"en", "ar"}

    Returns
    -------
    Drawn
        The data are those of `place_claims`.

    Raises
    ------
    ValueError
        When the tables hold several articles and none is chosen.

    Examples
    --------
    >>> from astana_study.tables.frames import make_empty
    >>> draw_distance(*map(make_empty, ["claims", "sentences"]))  # doctest: +ELLIPSIS
    <distance, en: 0 rows, fingerprint ...>
    """
    check_language(language)
    _check(claims, sentences)
    known = sorted(set(sentences["article_id"]) | set(claims["article_id"]))
    if article_id is None and len(known) > 1:
        raise ValueError(f"the tables hold {len(known)} articles: choose one, e.g. article_id={known[0]!r}")
    if article_id is not None and article_id not in known:
        raise ValueError(f"no article {article_id!r} in the tables; there are: {', '.join(known[:9]) or 'none'}")
    if known:
        claims = claims[claims["article_id"] == (article_id or known[0])]
        sentences = sentences[sentences["article_id"] == (article_id or known[0])]
    data = place_claims(claims, sentences)
    length = max(int(sentences["end"].max()) if len(sentences) else 1, 1)

    page = Page(WIDTH, language)
    y = page.write_title(get_text("distance.title", language), get_text("distance.subtitle", language)) + 0.15

    def place(offset: int) -> float:
        return LEFT + offset / length * (WIDTH - MARGIN - LEFT)

    top = y
    y = _draw_parts(page, sentences, place, y, language)
    for scope in ("", *list_values("distance_scope")):
        y = _draw_lane(page, data[data["distance_scope"] == scope], scope, place, y, language)
    for part, group in sentences.groupby("part"):
        if part != "body":
            page.line([place(int(group["end"].max()))] * 2, [top + 0.2, y], "#E2E2E2", 0.7)
    page.line([MARGIN, WIDTH - MARGIN], [y, y], PALE)
    if not len(data):
        page.text(MARGIN, y + 0.2, get_text("caption.nothing", language), colour=GREY)
        y += 0.25
    y = page.write_key(make_act_key(page, data["act"], language), MARGIN, y + 0.22)
    key = [(lambda x, y, c=_PARTS[part]: page.box(x - 0.1, y - 0.07, 0.2, 0.14, c), label_value("part", part, language))
           for part in list_values("part") if (sentences["part"] == part).any()]
    y = page.write_key(key, MARGIN, y + 0.05)
    return Drawn("distance", page.close(y + 0.05), data, _describe(data, language), language)


def _draw_parts(page: Page, sentences: pd.DataFrame, place, y: float, language: str) -> float:
    for part, group in sentences.groupby("part", sort=False):
        begin, end = place(int(group["start"].min())), place(int(group["end"].max()))
        page.box(begin, y, end - begin, 0.2, _PARTS.get(part, "#F2F2F2"))
        label = label_value("part", part, language)
        if page.measure(label, 7)[0] < end - begin:
            page.text((begin + end) / 2, y + 0.105, label, size=7, align="middle", colour=GREY)
    return y + 0.32


def _draw_lane(page: Page, rows: pd.DataFrame, scope: str, place, y: float, language: str) -> float:
    """Draw one lane; marks stand at their place in the text and step down where labels would meet."""
    page.line([MARGIN, WIDTH - MARGIN], [y, y], PALE, 0.8)
    name = label_value("distance_scope", scope, language) if scope else get_text("distance.none", language)
    page.text(MARGIN, y + ROW / 2 + 0.03, name, weight="bold", colour=ORANGE if scope else "#1A1A1A")
    count = label_count("claim", len(rows), language)
    page.text(MARGIN, y + ROW / 2 + 0.23, count, size=SMALL, colour=GREY)
    free: list[float] = []
    deepest = 1
    for row in rows.sort_values("offset").itertuples():
        x = place(row.offset)
        words = f"{row.claim_id} · {row.distance_surface}" if row.distance_surface else str(row.claim_id)
        width = page.measure(words, SMALL)[0] + 0.2
        begin = x if x + width < WIDTH - MARGIN else x - width
        level = next((level for level, taken in enumerate(free) if begin - taken > 0.06), len(free))
        free[level : level + 1] = [begin + width]
        at = y + ROW * (level + 0.5) + 0.03
        deepest = max(deepest, level + 1)
        draw_act(page, row.act, x, at, size=7)
        if begin == x:
            page.text(x + 0.1, at, words, size=SMALL)
        else:
            page.text(x - 0.1, at, words, size=SMALL, align="end")
    return y + max(ROW * deepest, 0.42) + 0.08


def _describe(data: pd.DataFrame, language: str) -> str:
    far = data[data["distanced"]]
    counts = far["distance_scope"].value_counts()
    comma = "، " if language == "ar" else ", "
    scopes = comma.join(f"{label_value('distance_scope', scope, language)} {int(counts[scope])}"
                        for scope in list_values("distance_scope") if scope in counts)
    parts = [get_text("distance.caption", language, claims=label_count("claim", len(data), language), far=len(far),
                      scopes=scopes or get_text("word.none", language))]
    parts.append(get_text("caption.text", language))
    if not len(data):
        parts.append(get_text("caption.nothing", language))
    return " ".join(parts)
