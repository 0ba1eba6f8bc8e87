"""The way through: one article in, its records out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from astana_study.codebook.loading import Codebook, load_codebook
from astana_study.coding.arabic.coder import ArabicCoder
from astana_study.coding.coded import Coded
from astana_study.coding.english.coder import EnglishCoder
from astana_study.coding.entities import resolve_actor
from astana_study.coding.records import ArticleRow, Claim, ClaimActor, ClaimTopic, Mention, Records, Sentence
from astana_study.text.folding import fold_word
from astana_study.text.segments import Phrases, split_paragraphs, split_sentences

if TYPE_CHECKING:
    from astana_study.text.reading import Article

CODERS: Final = {"ar": ArabicCoder, "en": EnglishCoder}
"""The grammar of each language that is coded."""


def code_records(article: Article, codebook: Codebook | None = None) -> Records:
    """Code one article.

    Parameters
    ----------
    article : astana_study.Article
        The article, as `astana_study.read_article` gives it.
    codebook : Codebook, optional
        Another codebook than the package's own.

    Returns
    -------
    Records
        The rows of the article in every table that comes from a text; of a language that is not coded, only the
        article and its sentences.
    """
    codebook = codebook or load_codebook()
    records = Records()
    append_records(records, article, codebook)
    return records


def append_records(records: Records, article: Article, codebook: Codebook) -> None:
    """Code one article and put its rows behind those of others."""
    text = article.text
    phrases = _list_phrases(codebook)
    spans = split_sentences(text, split_paragraphs(text, phrases, article.kind))
    records.articles.append(
        ArticleRow(
            article.article_id,
            article.title,
            article.language,
            article.outlet,
            article.kind,
            article.published,
            article.published_basis,
            article.round,
            article.round_basis,
            article.source_url,
            article.sha256,
            len(text),
            len(spans),
        )
    )
    for number, span in enumerate(spans, start=1):
        records.sentences.append(
            Sentence(
                article.article_id, number, span.paragraph, span.part, span.start, span.end, text[span.start : span.end]
            )
        )
    coder = _get_coder(codebook, article.language)
    if coder is not None:
        _append_coded(records, article.article_id, text, coder.code(text, spans, article.kind, article.published))


def _append_coded(records: Records, article_id: str, text: str, coded: Iterable[Coded]) -> None:
    mention_id = claim_id = 0
    for sentence_id, entities, drafts, published in coded:
        for entity in entities:
            mention_id += 1
            proclitic = "" if entity.proclitic == "لل" else entity.proclitic
            records.mentions.append(
                Mention(
                    article_id,
                    mention_id,
                    sentence_id,
                    entity.start,
                    entity.end,
                    text[entity.start : entity.end],
                    proclitic,
                    resolve_actor(entity, published),
                    entity.entry.naming,
                )
            )
        for draft, targets, topics, distance in drafts:
            claim_id += 1
            holder = draft.holder
            place = holder if holder is not None and holder.start >= 0 and draft.status == "explicit" else None
            content = draft.content_start >= 0
            records.claims.append(
                Claim(
                    article_id,
                    claim_id,
                    sentence_id,
                    draft.act,
                    draft.mode,
                    text[draft.cue_start : draft.cue_end],
                    draft.cue_start,
                    draft.cue_end,
                    draft.lemma,
                    text[place.start : place.end] if place else "",
                    place.start if place else None,
                    place.end if place else None,
                    draft.status,
                    text[draft.content_start : draft.content_end] if content else "",
                    draft.content_start if content else None,
                    draft.content_end if content else None,
                    draft.direct,
                    distance is not None,
                    distance.scope if distance else "",
                    text[distance.start : distance.end] if distance else "",
                    distance.start if distance else None,
                    distance.end if distance else None,
                    draft.rule,
                )
            )
            for actor in sorted(holder.actors) if holder else ():
                records.claim_actors.append(ClaimActor(article_id, claim_id, "holder", actor))
            for actor in sorted(set(targets)):
                records.claim_actors.append(ClaimActor(article_id, claim_id, "target", actor))
            for topic in topics:
                records.claim_topics.append(ClaimTopic(article_id, claim_id, topic))


def _get_coder(codebook: Codebook, language: str) -> ArabicCoder | EnglishCoder | None:
    if language not in CODERS:
        return None
    if language not in codebook.compiled:
        codebook.compiled[language] = CODERS[language](codebook)
    coder: ArabicCoder | EnglishCoder = codebook.compiled[language]
    return coder


def _list_phrases(codebook: Codebook) -> Phrases:
    if "phrases" not in codebook.compiled:
        rows = codebook.rows["boilerplate"]
        codebook.compiled["phrases"] = Phrases(
            tuple(fold_word(row["phrase"]) for row in rows if row["kind"] == "boilerplate"),
            tuple(fold_word(row["phrase"]) for row in rows if row["kind"] == "related"),
        )
    phrases: Phrases = codebook.compiled["phrases"]
    return phrases
