"""The one declaration of every table: columns, types, allowed values, keys, meaning.

The checks (`checking`), the files (`files`), ``datapackage.json`` and the data dictionary in the docs all come
from here. Add a column here and nowhere else. Allowed values live in ``codebook/vocabulary.csv``.

Types: ``string`` (never missing; empty where there is none), ``integer`` (missing allowed unless required),
``boolean``, ``date`` (ISO 8601 text, empty where unknown).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from astana_study.codebook.vocabulary import list_values

ID_PATTERN = r"[A-Za-z0-9][A-Za-z0-9_.+-]*"
DATE_PATTERN = r"\d{4}-\d{2}-\d{2}"
URL_PATTERN = r"https?://\S+"
LAST_ROUND = 22


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds and what it may hold."""

    name: str
    type: str
    description: str
    required: bool = False
    vocabulary: str = ""
    """A list of ``vocabulary.csv`` whose values are the only ones allowed."""
    references: str = ""
    """``table.column`` whose values are the only ones allowed (empty cells aside)."""
    pattern: str = ""
    minimum: int | None = None
    maximum: int | None = None

    @property
    def values(self) -> tuple[str, ...]:
        """The allowed values, or none when any value will do."""
        return list_values(self.vocabulary) if self.vocabulary else ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row is, its key and its columns in order."""

    name: str
    row: str
    source: str
    """``text``, ``codebook`` or ``record``: where the rows come from."""
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    @property
    def column_names(self) -> list[str]:
        """The names of the columns, in order."""
        return [column.name for column in self.columns]

    def __getitem__(self, name: str) -> Column:
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"the table {self.name!r} has no column {name!r}; it has {', '.join(self.column_names)}")


def _string(name: str, description: str, required: bool = False, **rest) -> Column:
    return Column(name, "string", description, required, **rest)


def _id(name: str, description: str, **rest) -> Column:
    return Column(name, "string", description, required=True, pattern=ID_PATTERN, **rest)


def _listed(name: str, vocabulary: str, description: str, required: bool = True) -> Column:
    return Column(name, "string", description, required=required, vocabulary=vocabulary)


def _integer(name: str, description: str, required: bool = False, minimum: int | None = None, **rest) -> Column:
    return Column(name, "integer", description, required=required, minimum=minimum, **rest)


def _offset(name: str, description: str, required: bool = False) -> Column:
    return _integer(name, description, required, minimum=0)


def _date(name: str, description: str, required: bool = False) -> Column:
    return Column(name, "date", description, required=required, pattern=DATE_PATTERN)


def _round(required: bool = True, description: str = "Number of the round, 1 to 22") -> Column:
    return _integer("round", description, required, minimum=1, maximum=LAST_ROUND)


def _actor(description: str, name: str = "actor_id") -> Column:
    return _id(name, description, references="actors.actor_id")


ARTICLE = _id("article_id", "The article", references="articles.article_id")
SENTENCE = _integer("sentence_id", "Number of the sentence in the article, from 1", True, minimum=1)
CLAIM = _integer("claim_id", "Number of the claim in the article, from 1, in order of its cue", True, minimum=1)
SOURCED = (
    Column("source_url", "string", "The page that says so", required=True, pattern=URL_PATTERN),
    _listed("confidence", "confidence", "How sure the coding is"),
)
NOTE = _string("note", "What to know about this row")

TABLES: tuple[Table, ...] = (
    Table("articles", "one article", "text", ("article_id",), (
        _id("article_id", "ASCII name of the article"),
        _string("title", "The headline"),
        Column("language", "string", "ISO 639-1 code of the language, und where unknown", True, pattern="[a-z]{2}|und"),
        _string("outlet", "Who published it; empty where unknown"),
        _listed("kind", "article_kind", "What sort of text it is"),
        _date("published", "Day of publication"),
        _listed("published_basis", "published_basis", "How the day of publication is known"),
        _round(False, "The round it is about, 1 to 22"),
        _listed("round_basis", "round_basis", "How the round is known"),
        _string("source_url", "Address it came from", pattern=URL_PATTERN),
        Column("sha256", "string", "SHA-256 of the raw file", required=True, pattern="[0-9a-f]{64}"),
        _integer("characters", "Length of the text in code points", True, minimum=0),
        _integer("sentences", "Number of sentences", True, minimum=0),
    )),
    Table("sentences", "one sentence of an article", "text", ("article_id", "sentence_id"), (
        ARTICLE, SENTENCE,
        _integer("paragraph", "Number of the paragraph in the article, from 1", True, minimum=1),
        _listed("part", "part", "Where in the page the sentence stands"),
        _offset("start", "Offset of its first code point in the text", True),
        _offset("end", "Offset behind its last code point", True),
        _string("text", "The sentence, to the letter", required=True),
    )),
    Table("mentions", "one naming of an actor", "text", ("article_id", "mention_id"), (
        ARTICLE,
        _integer("mention_id", "Number of the mention in the article, from 1", True, minimum=1),
        SENTENCE,
        _offset("start", "Offset of its first code point in the text", True),
        _offset("end", "Offset behind its last code point", True),
        _string("surface", "The words, to the letter", required=True),
        _string("proclitic", "The particle glued on before it (و ف ب ك ل), empty where there is none"),
        _actor("Who is named"),
        _listed("naming", "naming", "How this name takes sides"),
    )),
    Table("claims", "one attributed proposition or diplomatic act", "text", ("article_id", "claim_id"), (
        ARTICLE, CLAIM, SENTENCE,
        _listed("act", "act", "What the holder does with words"),
        _listed("mode", "mode", "How the content is given"),
        _string("cue", "The words that carry the act, to the letter", required=True),
        _offset("cue_start", "Offset of the cue in the text", True),
        _offset("cue_end", "Offset behind the cue", True),
        _string("cue_lemma", "Entry of the cue in the codebook", required=True),
        _string("holder_surface", "The words that name the holder here; empty where it had to be resolved"),
        _offset("holder_start", "Offset of those words"),
        _offset("holder_end", "Offset behind those words"),
        _listed("holder_status", "holder_status", "How the holder is given"),
        _string("content", "What is said, to the letter; empty where only the act is reported"),
        _offset("content_start", "Offset of the content"),
        _offset("content_end", "Offset behind the content"),
        Column("direct_quote", "boolean", "Whether the content stands in the holder's own words", required=True),
        Column("distanced", "boolean", "Whether the outlet holds it at arm's length", required=True),
        _listed("distance_scope", "distance_scope", "What is held at arm's length", False),
        _string("distance_surface", "The words that do so"),
        _offset("distance_start", "Offset of those words"),
        _offset("distance_end", "Offset behind those words"),
        _string("rule", "Id of the rule that fired", required=True),
    )),
    Table("claim_actors", "one actor in one role of a claim", "text",
          ("article_id", "claim_id", "role", "actor_id"), (
        ARTICLE, CLAIM, _listed("role", "claim_role", "The part the actor has"), _actor("The actor"),
    )),
    Table("claim_topics", "one topic of a claim", "text", ("article_id", "claim_id", "topic_id"), (
        ARTICLE, CLAIM, _id("topic_id", "The topic", references="topics.topic_id"),
    )),
    Table("actors", "one actor", "codebook", ("actor_id",), (
        _id("actor_id", "Short ASCII name"),
        _string("label_en", "Name in English", required=True),
        _string("label_ar", "Name in Arabic", required=True),
        _listed("kind", "actor_kind", "What sort of actor it is"),
        _string("part_of", "Actor it belongs to", references="actors.actor_id"),
        _string("iso3", "ISO 3166-1 alpha-3 code", pattern="[A-Z]{3}"),
        _string("cameo", "CAMEO actor code"),
        _string("wikidata", "Wikidata item", pattern=r"Q\d+"),
        _string("pax", "PA-X actor"),
    )),
    Table("people", "one person in one role", "codebook", ("person_id",), (
        _id("person_id", "ASCII name of the person (and role, from the second on)"),
        _string("name_en", "Name in English", required=True),
        _string("name_ar", "Name in Arabic", required=True),
        _string("aliases_en", "Further spellings, split by |"),
        _string("aliases_ar", "Further spellings, split by |"),
        _actor("For whom this person speaks"),
        _string("role_en", "Role in English"),
        _string("role_ar", "Role in Arabic"),
        _date("start", "First day in the role, empty where unknown"),
        _date("end", "Last day in the role, empty where unknown"),
        _string("source_url", "The page that says so", pattern=URL_PATTERN),
    )),
    Table("topics", "one topic", "codebook", ("topic_id",), (
        _id("topic_id", "Short ASCII name"),
        _string("label_en", "Name in English", required=True),
        _string("label_ar", "Name in Arabic", required=True),
        _string("definition", "What belongs to it, in one line", required=True),
        _string("pax", "PA-X category where one fits"),
    )),
    Table("cues", "one cue in one frame", "codebook", ("language", "lemma", "frame"), (
        Column("language", "string", "ISO 639-1 code of the language", required=True, vocabulary="language"),
        _string("lemma", "Dictionary form", required=True),
        _listed("act", "act", "The act it carries"),
        _string("frame", "What it governs", required=True),
        _string("cameo", "CAMEO event code"),
        _string("plover", "PLOVER event type"),
        _string("gloss", "Meaning in English", required=True),
    )),
    Table("distancing", "one distance marker", "codebook", ("language", "marker"), (
        Column("language", "string", "ISO 639-1 code of the language", required=True, vocabulary="language"),
        _string("marker", "The words, as a compact entry", required=True),
        _listed("scope", "distance_scope", "What it holds at arm's length"),
        _string("gloss", "Meaning in English", required=True),
    )),
    Table("rounds", "one round of the Astana process", "record", ("round",), (
        _round(),
        _date("start_date", "First day", True), _date("end_date", "Last day", True),
        _string("city", "Host city by its name at the time", required=True),
        _string("country", "Host country", required=True),
        _string("format_level", "Level of the delegations"),
        _string("statement_issued", "Whether a joint text was issued (yes or no)", required=True, pattern="yes|no"),
        _string("statement_kind", "What kind of text it was"),
        _string("next_meeting", "The next meeting as announced, in the coder's words"),
        _date("next_from", "First day of the span announced for the next meeting"),
        _date("next_to", "Last day of that span"),
        _string("next_place", "Place announced for the next meeting"),
        *SOURCED, NOTE,
    )),
    Table("round_documents", "one document of a round", "record", ("round", "number"), (
        _round(), _integer("number", "Number in the round, from 1", True, minimum=1),
        _string("document", "What it is", required=True), *SOURCED,
    )),
    Table("delegations", "one head of a delegation at a round", "record", ("round", "actor_id", "number"), (
        _round(), _actor("Whose delegation"),
        _integer("number", "Number of the head in the delegation, from 1", True, minimum=1),
        _listed("role", "delegation_role", "Role in the process"),
        _listed("attended", "attended", "Whether it came; empty where not recorded", False),
        _string("person_id", "The head of the delegation", references="people.person_id"),
        _string("head_name", "Name of the head; empty where not recorded"),
        _string("head_title", "Title of the head"),
        *SOURCED, NOTE,
    )),
    Table("statement_acts", "one thing that a round's joint statement does", "record", ("round", "number"), (
        _round(), _integer("number", "Number in the round, from 1", True, minimum=1),
        _string("paragraph", "Paragraph of the statement, where it could be read", pattern=r"[1-9]\d*|preamble|annex"),
        _listed("act", "act", "What the statement does"),
        _id("topic_id", "The topic", references="topics.topic_id"),
        _string("about", "What about, in the coder's words", required=True),
        *SOURCED,
    )),
    Table("statement_act_targets", "one target of a statement's act", "record", ("round", "number", "actor_id"), (
        _round(), _integer("number", "Number of the act in the round", True, minimum=1), _actor("The target"),
    )),
    Table("remarks", "one thing that a head of delegation said", "record", ("round", "number"), (
        _round(), _integer("number", "Number in the round, from 1", True, minimum=1),
        _date("date", "Day it was said"),
        _actor("For whom it was said"),
        _string("person_id", "Who said it", references="people.person_id"),
        _string("speaker", "Name of the speaker", required=True),
        _id("topic_id", "The topic", references="topics.topic_id"),
        _string("about", "What about, in the coder's words", required=True),
        *SOURCED,
    )),
    Table("milestones", "one event around the rounds", "record", ("milestone_id",), (
        _id("milestone_id", "ASCII name of the event"),
        _date("date", "First day", True), _date("end_date", "Last day, where it is another"),
        _listed("kind", "milestone_kind", "What sort of event it is"),
        _string("label_en", "Label in English", required=True),
        _string("label_ar", "Label in Arabic", required=True),
        _string("place", "Where"),
        *SOURCED, NOTE,
    )),
    Table("milestone_actors", "one actor in an event", "record", ("milestone_id", "actor_id"), (
        _id("milestone_id", "The event", references="milestones.milestone_id"), _actor("The actor"),
    )),
    Table("sources", "one page about a round", "record", ("round", "language", "source_url"), (
        _round(False, "Number of the round, 1 to 22; empty where the page is about the process"),
        Column("language", "string", "ISO 639-1 code of the language", required=True, pattern="[a-z]{2}"),
        _string("outlet", "Who published it", required=True),
        _listed("kind", "source_kind", "What sort of page it is"),
        _date("date", "Day of publication"),
        Column("source_url", "string", "Its address", required=True, pattern=URL_PATTERN),
        _string("complete", "Whether the page seems to hold the whole text (yes or no)", True, pattern="yes|no"),
    )),
)


@cache
def list_tables(source: str = "") -> tuple[Table, ...]:
    """Return the declared tables, in order; only those of one source where `source` is given."""
    return tuple(table for table in TABLES if not source or table.source == source)


def get_table(name: str) -> Table:
    """Return the declaration of one table.

    Raises
    ------
    KeyError
        When there is no such table; the message lists those there are.

    Examples
    --------
    >>> get_table("claims").key
    ('article_id', 'claim_id')
    """
    for table in TABLES:
        if table.name == name:
            return table
    raise KeyError(f"no table {name!r}; there are: {', '.join(table.name for table in TABLES)}")
