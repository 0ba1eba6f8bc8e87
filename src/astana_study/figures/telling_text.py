"""What the figures on a text show, in sentences whose numbers are computed from the tables."""

from __future__ import annotations

from html import escape

import pandas as pd

from astana_study.codebook.vocabulary import list_values
from astana_study.figures.distance import place_claims
from astana_study.figures.drawn import Shown, get_direction
from astana_study.figures.holders import label_holder, list_holders
from astana_study.figures.labels import (
    check_language,
    format_span,
    get_text,
    join_words,
    label_actor,
    label_count,
    label_topic,
    label_value,
)
from astana_study.figures.who_about_whom import list_pairs


def show_sentences(sentences: list[str], language: str) -> Shown:
    """Show sentences as one paragraph in the direction of the language."""
    text = " ".join(sentence for sentence in sentences if sentence) or get_text("caption.nothing", language)
    style = "max-width: 60em; line-height: 1.6"
    return Shown(
        f'<p dir="{get_direction(language)}" lang="{language}" style="{style}">{escape(text)}</p>', text
    )


def tell_article(articles: pd.DataFrame, article_id: str, *, language: str = "en") -> Shown:
    """Tell what is known about an article: outlet, day, round, and how each is known.

    Raises
    ------
    ValueError
        When the table has no such article.
    """
    check_language(language)
    found = articles[articles["article_id"] == article_id].to_dict("records")
    if not found:
        raise ValueError(f"no article {article_id!r}; there are: {', '.join(sorted(articles['article_id'])) or 'none'}")
    article = found[0]
    known = not pd.isna(article["round"])
    return show_sentences([
        get_text("tell.article", language, kind=label_value("article_kind", article["kind"], language),
                 tongue=label_value("language", article["language"], language),
                 outlet=article["outlet"] or get_text("tell.outlet_unknown", language),
                 day=format_span(article["published"], "", language),
                 basis=label_value("published_basis", article["published_basis"], language)),
        get_text("tell.article.round", language, number=article["round"],
                 basis=label_value("round_basis", article["round_basis"], language)) if known
        else get_text("tell.article.no_round", language),
        get_text("tell.article.size", language, characters=article["characters"], sentences=article["sentences"]),
    ], language)


def tell_claims(claims: pd.DataFrame, claim_actors: pd.DataFrame, *, language: str = "en") -> Shown:
    """Tell who makes how many claims, by which acts, and how the holders are given."""
    check_language(language)
    if not len(claims):
        return show_sentences([], language)
    sizes = list_holders(claims, claim_actors)["holder"].value_counts()
    first = sorted(sizes.index, key=lambda holder: (-sizes[holder], holder))
    acts = claims["act"].value_counts()
    most = sorted(acts.index, key=lambda act: (-acts[act], act))[:3]
    named = int((claims["holder_status"] == "explicit").sum())
    return show_sentences([
        get_text("tell.claims", language, claims=label_count("claim", len(claims), language),
                 holders=label_count("holder", len(sizes), language), first=label_holder(first[0], language),
                 number=int(sizes[first[0]])),
        get_text("tell.acts", language, acts=join_words(
            (f"{label_value('act', act, language)} ({int(acts[act])})" for act in most), language)),
        get_text("tell.named", language, named=named, all=len(claims),
                 quoted=int(claims["direct_quote"].sum())),
    ], language)


def tell_pairs(
    claims: pd.DataFrame, claim_actors: pd.DataFrame, mentions: pd.DataFrame, *, language: str = "en"
) -> Shown:
    """Tell who targets whom, and who is talked about without being addressed."""
    check_language(language)
    pairs = list_pairs(claims, claim_actors, mentions, language=language)
    aimed = pairs[pairs["targeting"] > 0]
    sentences = [
        get_text("tell.target", language, holder=row.holder_label, actor=row.actor_label,
                 act=label_value("act", row.strongest, language))
        for row in aimed.sort_values("targeting", ascending=False, kind="stable").head(5).itertuples()
    ]
    if not len(aimed):
        sentences.append(get_text("tell.no_target", language))
    named = sorted(set(pairs["actor_id"]) - set(aimed["actor_id"]))
    if named:
        sentences.append(get_text("tell.only_named", language,
                                  actors=join_words((label_actor(actor, language) for actor in named), language)))
    silent = sorted(set(mentions["actor_id"]) - set(pairs["actor_id"])
                    - set(claim_actors.loc[claim_actors["role"] == "holder", "actor_id"]))
    if silent:
        sentences.append(get_text("tell.silent", language,
                                  actors=join_words((label_actor(actor, language) for actor in silent), language)))
    return show_sentences(sentences, language)


def tell_distance(
    claims: pd.DataFrame, claim_topics: pd.DataFrame, sentences: pd.DataFrame, *, language: str = "en"
) -> Shown:
    """Tell how much the outlet holds at a distance, by which means, where in the text and on which topics."""
    check_language(language)
    if not len(claims):
        return show_sentences([], language)
    placed = place_claims(claims, sentences)
    far = placed[placed["distanced"]]
    counts = far["distance_scope"].value_counts()
    told = [get_text("tell.distance", language, far=len(far), claims=label_count("claim", len(placed), language),
                     share=round(100 * len(far) / len(placed)))]
    if len(far):
        told.append(get_text("tell.distance.scopes", language, scopes=join_words(
            (f"{label_value('distance_scope', scope, language)} ({int(counts[scope])})"
             for scope in list_values("distance_scope") if scope in counts), language)))
        halves = [placed[placed["position"] < 0.5], placed[placed["position"] >= 0.5]]
        told.append(get_text("tell.distance.halves", language, first=int(halves[0]["distanced"].sum()),
                             of_first=len(halves[0]), second=int(halves[1]["distanced"].sum()),
                             of_second=len(halves[1])))
    topics = placed[["article_id", "claim_id", "distanced"]].merge(claim_topics, on=["article_id", "claim_id"])
    shares = topics.groupby("topic_id")["distanced"].agg(["size", "sum"])
    shares = shares[shares["size"] >= 2]
    always = [topic for topic, row in shares.iterrows() if row["sum"] == row["size"]]
    never = [topic for topic, row in shares.iterrows() if row["sum"] == 0]
    for key, found in (("tell.distance.always", always), ("tell.distance.never", never)):
        if found:
            told.append(get_text(key, language, topics=join_words(
                (f"{label_topic(topic, language)} ({int(shares.loc[topic, 'size'])})" for topic in found), language)))
    return show_sentences(told, language)
