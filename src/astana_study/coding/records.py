"""The rows that coding a text gives: one named tuple a row, its fields the columns of the table, in order.

Named tuples, because a corpus has hundreds of millions of them and they cost a tenth of a data class.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple


class ArticleRow(NamedTuple):
    article_id: str
    title: str
    language: str
    outlet: str
    kind: str
    published: str
    published_basis: str
    round: int | None
    round_basis: str
    source_url: str
    sha256: str
    characters: int
    sentences: int


class Sentence(NamedTuple):
    article_id: str
    sentence_id: int
    paragraph: int
    part: str
    start: int
    end: int
    text: str


class Mention(NamedTuple):
    article_id: str
    mention_id: int
    sentence_id: int
    start: int
    end: int
    surface: str
    proclitic: str
    actor_id: str
    naming: str


class Claim(NamedTuple):
    article_id: str
    claim_id: int
    sentence_id: int
    act: str
    mode: str
    cue: str
    cue_start: int
    cue_end: int
    cue_lemma: str
    holder_surface: str
    holder_start: int | None
    holder_end: int | None
    holder_status: str
    content: str
    content_start: int | None
    content_end: int | None
    direct_quote: bool
    distanced: bool
    distance_scope: str
    distance_surface: str
    distance_start: int | None
    distance_end: int | None
    rule: str


class ClaimActor(NamedTuple):
    article_id: str
    claim_id: int
    role: str
    actor_id: str


class ClaimTopic(NamedTuple):
    article_id: str
    claim_id: int
    topic_id: str


@dataclass(slots=True)
class Records:
    """The rows of one or many coded articles, by table; each list is sorted by the table's key within an article."""

    articles: list[ArticleRow] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    claim_actors: list[ClaimActor] = field(default_factory=list)
    claim_topics: list[ClaimTopic] = field(default_factory=list)
