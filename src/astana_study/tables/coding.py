"""A coded article as a reader meets it: six tables, made when first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from astana_study.coding.coder import code_records
from astana_study.coding.records import ArticleRow, Records
from astana_study.tables.frames import frame_rows
from astana_study.tables.schema import list_tables

if TYPE_CHECKING:
    import pandas as pd

    from astana_study.text.reading import Article


class Coding:
    """The coding of one article, in six tables.

    Each is a DataFrame with the columns and types of the schema, made when it is first asked for.
    """

    def __init__(self, article: Article, records: Records):
        self.article = article
        self.records = records

    def __repr__(self) -> str:
        names = ("sentences", "mentions", "claims")
        counted = ", ".join(f"{len(getattr(self.records, name))} {name}" for name in names)
        return f"<Coding of {self.article.article_id}: {counted}>"

    def _repr_html_(self) -> str:
        return self.show()._repr_html_()

    def show(self) -> pd.DataFrame:
        """Return the claims as a person reads them: who, what act, by which words, what, whom it is about.

        Examples
        --------
        >>> from astana_study.text.reading import make_article
        >>> code_article(make_article("Nothing was said.")).show().columns.tolist()
        ['sentence', 'holder', 'act', 'cue', 'content', 'target', 'distanced']
        """
        claims = self.claims
        actors = self.claim_actors
        joined = {
            role: actors[actors["role"] == role].groupby("claim_id")["actor_id"].agg(", ".join).to_dict()
            for role in ("holder", "target")
        }
        names = ["sentence", "holder", "act", "cue", "content", "target", "distanced"]
        return claims.assign(
            sentence=claims["sentence_id"],
            holder=[joined["holder"].get(claim, "") for claim in claims["claim_id"]],
            target=[joined["target"].get(claim, "") for claim in claims["claim_id"]],
        ).set_index("claim_id")[names]

    @cached_property
    def articles(self) -> pd.DataFrame:
        """The article, in one row."""
        return frame_rows("articles", self.records.articles)

    @cached_property
    def sentences(self) -> pd.DataFrame:
        """Its sentences."""
        return frame_rows("sentences", self.records.sentences)

    @cached_property
    def mentions(self) -> pd.DataFrame:
        """Where actors are named."""
        return frame_rows("mentions", self.records.mentions)

    @cached_property
    def claims(self) -> pd.DataFrame:
        """Who does what with words."""
        return frame_rows("claims", self.records.claims)

    @cached_property
    def claim_actors(self) -> pd.DataFrame:
        """Holders and targets of the claims."""
        return frame_rows("claim_actors", self.records.claim_actors)

    @cached_property
    def claim_topics(self) -> pd.DataFrame:
        """What the claims are about."""
        return frame_rows("claim_topics", self.records.claim_topics)

    @property
    def tables(self) -> dict[str, pd.DataFrame]:
        """The six tables by name."""
        return {table.name: getattr(self, table.name) for table in list_tables("text")}


def code_article(article: Article, codebook=None) -> Coding:
    """Code one article.

    Parameters
    ----------
    article : Article
        As `read_article` and `make_article` give it.
    codebook : Codebook, optional
        Another codebook than the one that comes with the package.

    Returns
    -------
    Coding
        Six tables: ``.articles .sentences .mentions .claims .claim_actors .claim_topics``.

    Examples
    --------
    >>> from astana_study.text.reading import make_article
    >>> coding = code_article(make_article("The weather was fine.", "weather"))
    >>> coding.articles["characters"].tolist()
    [21]
    """
    records = code_records(article, codebook)
    if not records.articles:
        records.articles.append(make_article_row(article, len(records.sentences)))
    return Coding(article, records)


def make_article_row(article: Article, sentences: int) -> ArticleRow:
    """Return an article's row in the table of articles."""
    return ArticleRow(
        article.article_id, article.title, article.language, article.outlet, article.kind, article.published,
        article.published_basis, article.round, article.round_basis, article.source_url, article.sha256,
        len(article.text), sentences,
    )  # fmt: skip
