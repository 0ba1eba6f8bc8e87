"""The article itself, for a notebook: its text with the claims marked in place, in its own direction."""

from __future__ import annotations

from html import escape
from itertools import pairwise

import pandas as pd

from astana_study.figures.drawn import Shown, get_direction
from astana_study.figures.holders import label_holder, list_holders
from astana_study.figures.inputs import check_columns
from astana_study.figures.labels import check_language, get_text, join_words, label_value

# Inline styles, because notebook viewers strip style sheets. Shape as well as colour tells the parts apart.
_STYLES = {
    "content": "background-color: #E3EEF7",
    "holder": "border-bottom: 2px solid #0072B2",
    "cue": "background-color: #0072B2; color: #FFFFFF; font-weight: bold",
    "distance": "background-color: #F6D5BF; border-bottom: 2px dashed #D55E00",
    "cue distance": "background-color: #D55E00; color: #FFFFFF; font-weight: bold; border-bottom: 2px dashed #8A3D00",
}
_GREYED = "color: #8A8A8A; font-size: 85%"
_SHEET = "background-color: #FFFFFF; color: #1A1A1A; padding: 1em; border: 1px solid #C8C8C8; max-width: 60em; "


def show_article(
    claims: pd.DataFrame,
    claim_actors: pd.DataFrame,
    sentences: pd.DataFrame,
    *,
    text: str | None = None,
    text_language: str = "ar",
    language: str = "en",
) -> Shown:
    """Show an article with its claims marked: cue, holder, content and distance; hover for the claim's row.

    Parameters
    ----------
    claims, claim_actors, sentences : DataFrame
        The tables of these names, with the rows of one article.
    text : str, optional
        The article's text (``Article.text``); by default it is put together from its sentences.
    text_language : str
        Language of the article (``Article.language``); decides the direction.
    language : {"en", "ar"}
        Of the labels.

    Returns
    -------
    Shown
        HTML for a notebook; as text, the article with its claims numbered.

    Raises
    ------
    ValueError
        When a span does not fit the text: the tables are those of another article.
    """
    check_language(language)
    check_columns(sentences, "sentences", ["article_id", "paragraph", "part", "start", "end", "text"])
    known = sorted(set(sentences["article_id"]) | set(claims["article_id"]))
    if len(known) > 1:
        raise ValueError(f"the tables hold {len(known)} articles: pass the rows of one, e.g. of {known[0]!r}")
    text = _join_sentences(sentences) if text is None else text
    spans = _list_spans(claims, len(text))
    titles = _describe_claims(claims, claim_actors, language)
    paragraphs = []
    plain = []
    for start, end, part in _list_paragraphs(sentences, text):
        marked, words = _mark(text, start, end, spans, titles)
        faded = part in ("boilerplate", "related")
        style = _GREYED if part == "boilerplate" else "font-size: 130%; font-weight: bold" if part == "headline" else ""
        title = f' title="{escape(label_value("part", part, language))}"' if faded or part == "headline" else ""
        paragraphs.append(f'<p style="margin: 0.6em 0; {style}"{title}>{marked}</p>')
        plain.append(words)
    direction = get_direction(text_language)
    sheet = f'<div dir="{direction}" lang="{escape(text_language)}" style="{_SHEET}line-height: 2; font-size: 110%">'
    return Shown(f"{_make_key(language)}{sheet}{''.join(paragraphs)}</div>", "\n".join(plain))


def _list_spans(claims: pd.DataFrame, length: int) -> list[tuple[int, int, str, int]]:
    check_columns(claims, "claims", ["claim_id", *(f"{kind}_{end}" for kind in ("cue", "holder", "content", "distance")
                                                   for end in ("start", "end"))])
    spans = []
    for claim in claims.to_dict("records"):
        for kind in ("content", "holder", "cue", "distance"):
            start, end = claim[f"{kind}_start"], claim[f"{kind}_end"]
            if pd.isna(start) or pd.isna(end):
                continue
            if not 0 <= start < end <= length:
                raise ValueError(
                    f"claim {claim['claim_id']}: its {kind} runs from {start} to {end}, but the text has {length} "
                    "characters: pass the text and the tables of the same article"
                )
            spans.append((int(start), int(end), kind, int(claim["claim_id"])))
    return spans


def _join_sentences(sentences: pd.DataFrame) -> str:
    """Put the text together again: each sentence at its offset, spaces in between."""
    text = ""
    for sentence in sentences.sort_values("start").itertuples():
        text = f"{text:<{int(sentence.start)}}{sentence.text}"
    return text


def _list_paragraphs(sentences: pd.DataFrame, text: str) -> list[tuple[int, int, str]]:
    if not len(sentences):
        return [(0, len(text), "body")] if text else []
    groups = sentences.groupby("paragraph", sort=True)
    return [(int(group["start"].min()), int(group["end"].max()), group["part"].iloc[0]) for _, group in groups]


def _describe_claims(claims: pd.DataFrame, claim_actors: pd.DataFrame, language: str) -> dict[int, str]:
    """Describe each claim in one line, for the hover: number, act, holders, status, rule."""
    holders = list_holders(claims, claim_actors).groupby("claim_id")["holder"].agg(list)
    lines = {}
    for claim in claims.to_dict("records"):
        names = join_words((label_holder(holder, language) for holder in holders[claim["claim_id"]]), language)
        far = label_value("distance_scope", claim["distance_scope"], language) if claim["distanced"] else ""
        far = get_text("article.distanced", language, scope=far) if far else ""
        lines[int(claim["claim_id"])] = " · ".join(filter(None, [
            str(claim["claim_id"]), label_value("act", claim["act"], language), names,
            label_value("holder_status", claim["holder_status"], language), far, claim["rule"]]))
    return lines


def _mark(text: str, start: int, end: int, spans, titles: dict[int, str]) -> tuple[str, str]:
    """Mark one paragraph: cut it where any span begins or ends, and give each piece the style of what covers it."""
    near = [span for span in spans if span[0] < end and start < span[1]]
    cuts = sorted({start, end, *(min(max(cut, start), end) for span in near for cut in span[:2])})
    html, plain = [], []
    for left, right in pairwise(cuts):
        over = [span for span in near if span[0] <= left and right <= span[1]]
        kinds = {span[2] for span in over}
        words = escape(text[left:right])
        opening = sorted(span[3] for span in over if span[2] == "cue" and span[0] == left)
        numbers = "".join(f'<sup style="color: #0072B2">{number}</sup>' for number in opening)
        plain.append("".join(f"[{number}]" for number in opening) + text[left:right])
        if kinds:
            style = _choose_style(kinds)
            claims = sorted({span[3] for span in over}, key=lambda number: (number not in opening, number))
            title = escape("\n".join(titles[number] for number in claims))
            words = f'<span style="{style}" title="{title}">{words}</span>'
        html.append(numbers + words)
    return "".join(html), "".join(plain)


def _choose_style(kinds: set[str]) -> str:
    if {"cue", "distance"} <= kinds:
        return _STYLES["cue distance"]
    if "cue" in kinds:
        return _STYLES["cue"]
    if "distance" in kinds:
        return _STYLES["distance"]
    return "; ".join(_STYLES[kind] for kind in ("content", "holder") if kind in kinds)


def _make_key(language: str) -> str:
    direction = get_direction(language)
    words = " &nbsp; ".join(
        f'<span style="{_STYLES[kind]}; padding: 0 0.4em">{escape(get_text(f"article.{kind}", language))}</span>'
        for kind in ("cue", "holder", "content", "distance")
    )
    hint = escape(get_text("article.hint", language))
    return f'<p dir="{direction}" style="{_SHEET}font-size: 85%">{words} &nbsp; {hint}</p>'
