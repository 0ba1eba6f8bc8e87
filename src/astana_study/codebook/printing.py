"""The codebook as a document that can stand behind a paper: what is looked for, under which rule, with examples.

Made from the files alone, in their order, so that the same codebook gives the same document; nothing is written twice.
Forms of verbs are made as the coder makes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from astana_study.codebook.conjugation import conjugate, decline_participle
from astana_study.codebook.inflection import inflect
from astana_study.codebook.loading import LANGUAGES, Codebook, load_codebook
from astana_study.codebook.vocabulary import get_label

_NAMES = {"ar": "Arabic", "en": "English"}
_LISTS = (("act", "Acts"), ("mode", "Modes"), ("holder_status", "How a holder is given"),
          ("distance_scope", "Scopes of distance"), ("naming", "How a name takes sides"))  # fmt: skip
_OPENING = """\
# The codebook

Made from the files in `src/astana_study/codebook` by `astana-study codebook`; do not edit by hand.

The unit of coding is the **claim**: an attributed proposition or a diplomatic act, made by a *holder* through a *cue*.
A claim has one *act*, a *content*, perhaps *targets*, *topics*, and the *distance* that the outlet keeps from it. What
is looked for stands in the tables below; under which circumstances it counts is said by the rules, each with an example
that runs as a test. Words are compared without vowel signs, and without regard to the carrier of a hamza, to ى and
ي, to ة and ه, and to case; the forms of Arabic verbs are printed in that spelling.
"""
_FRAMES = """\
What a cue governs: `that` a clause, `quote` a quotation, `np` an object, a preposition what stands behind it, `to` and
`ing` an infinitive and a gerund. `np+…` is an object first. `…+noun`: the noun behind the cue decides the act. `noun`
is a noun that decides the act of another cue, `noun+owner` one that is a cue of its own where its owner is named,
`noun+pronoun` one whose owner must be a pronoun, and `noun+content` one that decides the act and stays in the content.
`phrase:…` asks for these very words, `in` for "it says in …", `relay` for words that are passed on for somebody.
"""
_TOPICS = """\
A claim has every topic that its content plainly says something of: by the sentence, not by the page.

1. A name carries no topic: not what a side is called ("the terrorist delegation", "the guarantors of the ceasefire"),
   nor a title, the venue ("at the talks in Astana"), or a place that only says where ("in the north of the country").
   A document that is to be kept or carried out stands for its subject (the Sochi memorandum for Idlib).
2. A content that only points back ("this", "the issue", "that decision") has the topics of what it points to. Speech
   that is told within speech has its own content, and its own topics.
3. Of several issues in a list, each is coded. One topic is usual, two are not rare, three or more are for lists.
4. `other` stands alone.
"""
_TERMS = """\
By these bounds people code. The coder goes by the terms below them. In a term, `(a|b)` is one of them, `[a|b]` one of
them or nothing, and `*` stands for any ending, or by itself for any word. A term outranks the shorter ones within it.
Weak terms count only where no strong one stands; those marked `first` are strong where no other strong one stands
before them. Those of `other` say that a content is about something else; its weak ones only take their words away from
shorter terms. A term marked `before` stands for its topic, or of `other` for any, where that was spoken of before. One
marked `aside` begins an aside: what is named in it counts only where nothing was named before it.
"""


def print_codebook(language: str = "", *, codebook: Codebook | None = None) -> str:
    """Return the codebook as Markdown.

    Parameters
    ----------
    language : {"", "ar", "en"}
        Only what is looked for in texts of one language; by default in both.
    codebook : Codebook, optional
        Another codebook than the package's own.

    Returns
    -------
    str
        Lists, actors, people, topics, cues with their forms, distance markers, and rules with their examples.

    Raises
    ------
    ValueError
        When the language is not coded.

    Examples
    --------
    >>> print_codebook("ar").splitlines()[0]
    '# The codebook'
    """
    if language and language not in LANGUAGES:
        raise ValueError(f"language={language!r}: use {' or '.join(LANGUAGES)}, or leave it away for both")
    codebook = codebook or load_codebook()
    languages = (language,) if language else LANGUAGES
    parts = [_OPENING, *_print_lists(codebook), *_print_actors(codebook, languages), *_print_people(codebook),
             *_print_topics(codebook, languages)]  # fmt: skip
    for chosen in languages:
        parts += [*_print_cues(codebook, chosen), *_print_markers(codebook, chosen), *_print_words(codebook, chosen),
                  *_print_rules(codebook, chosen)]  # fmt: skip
    return "\n".join(parts).rstrip() + "\n"


def _print_lists(codebook: Codebook) -> Iterator[str]:
    for name, title in _LISTS:
        rows = [row for row in codebook.rows["vocabulary"] if row["list"] == name]
        yield f"## {title}\n"
        yield _table(("value", "Arabic", "what it is"), (
            (f"`{row['value']}`", row["label_ar"], row["definition"] or row["label_en"]) for row in rows))  # fmt: skip


def _print_actors(codebook: Codebook, languages: Iterable[str]) -> Iterator[str]:
    yield "## Actors\n"
    yield ("Names in `( | )` are alternatives, in `[ ]` optional. States are named by country, capital and adjective, "
           "too, in the patterns below. A name may be *delegitimising* or *legitimising*; all others are neutral.\n")
    names: dict[str, list[str]] = {}
    for row in codebook.rows["actor_names"]:
        if row["language"] in languages:
            side = "" if row["naming"] == "neutral" else f" *{row['naming']}*"
            names.setdefault(row["actor_id"], []).append(row["name"] + side)
    for row in codebook.rows["countries"]:
        if row["language"] in languages:
            found = [part for column in ("country", "capital", "adjective") for part in row[column].split("|") if part]
            names.setdefault(row["actor_id"], []).append(", ".join(found))
    yield _table(("actor", "English", "Arabic", "kind", "part of", "names looked for"), (
        (f"`{row['actor_id']}`", row["label_en"], row["label_ar"], row["kind"], row["part_of"],
         "; ".join(names.pop(row["actor_id"], []))) for row in codebook.actors))  # fmt: skip
    for standing, found in names.items():
        yield f"In place of the actor last named (`{standing}`): {'; '.join(found)}.\n".replace("|", "\\|")
    yield "### Patterns of names\n"
    yield ("`{country}`, `{capital}` and the adjective of each state are put in: `{m}` and `{f}` in Arabic, `{adj}` in "
           "English.\n")
    yield _table(("language", "pattern", "used as"), (
        (_NAMES[row["language"]], row["pattern"], row["use"]) for row in codebook.rows["name_patterns"]
        if row["language"] in languages))  # fmt: skip


def _print_people(codebook: Codebook) -> Iterator[str]:
    yield "## People\n"
    yield "Whoever is named speaks for an actor while he holds the role.\n"
    yield _table(("name", "Arabic", "speaks for", "role", "from", "to"), (
        (row["name_en"], row["name_ar"], f"`{row['actor_id']}`", row["role_en"], row["start"], row["end"])
        for row in codebook.people))  # fmt: skip


def _print_topics(codebook: Codebook, languages: Iterable[str]) -> Iterator[str]:
    yield "## Topics\n"
    yield _TOPICS
    yield _table(("topic", "takes in", "leaves out"), (
        (f"`{row['topic_id']}`", row["takes_in"], row["leaves_out"]) for row in codebook.topics))  # fmt: skip
    yield _TERMS
    for row in codebook.topics:
        yield f"### {row['topic_id']}\n"
        yield f"{row['definition']} ({row['label_ar']}).\n"
        for language in languages:
            terms = [term for term in codebook.select("topic_terms", language) if term["topic_id"] == row["topic_id"]]
            for weight in ("strong", "first", "weak", "before", "aside"):
                said = [term["term"] for term in terms if term["weight"] == weight]
                if said:
                    yield f"- {_NAMES[language]}, {weight}: {'; '.join(said)}".replace("*", "\\*")
        yield ""


def _print_cues(codebook: Codebook, language: str) -> Iterator[str]:
    yield f"## Cues in {_NAMES[language]}\n"
    yield _FRAMES
    verbs = {row["lemma"]: row for row in codebook.select("verbs", language)}
    groups: dict[str, dict[str, list[dict]]] = {}
    for row in codebook.select("cues", language):
        groups.setdefault(row["act"], {}).setdefault(row["lemma"], []).append(row)
    for act in (row["value"] for row in codebook.rows["vocabulary"] if row["list"] == "act"):
        if act in groups:
            yield f"### {act} in {_NAMES[language]} ({get_label('act', act, 'ar')})\n"
            comma = "، " if language == "ar" else ", "
            yield _table(("cue", "gloss", "governs", "forms looked for"), (
                (lemma, found[0]["gloss"] if found[0]["gloss"] != lemma else "",
                 ", ".join(f"`{row['frame']}`" for row in found),
                 comma.join(_list_forms(verbs.get(lemma), language)) or lemma)
                for lemma, found in groups[act].items()))  # fmt: skip


def _list_forms(verb: dict[str, str] | None, language: str) -> Iterator[str]:
    """Yield the forms of a verb that are looked for, each once."""
    if verb is None:
        return
    if language == "en":
        yield from dict(inflect(verb["lemma"], verb["passive"]))
        return
    forms = dict.fromkeys(form for form, _ in conjugate(verb["lemma"], verb["imperfect"], verb["passive"]))
    if verb["participle"]:
        forms |= dict.fromkeys(form for form, _ in decline_participle(verb["lemma"], verb["participle"]))
    yield from forms
    yield from (f"{noun} (noun)" for noun in verb["verbal_nouns"].split("|") if noun)


def _print_markers(codebook: Codebook, language: str) -> Iterator[str]:
    yield f"## Distance markers in {_NAMES[language]}\n"
    yield "A cue of the act `claim` keeps its distance by itself; quotation marks round a label do so, too.\n"
    yield _table(("marker", "scope", "gloss"), (
        (row["marker"], row["scope"], row["gloss"]) for row in codebook.select("distancing", language)))  # fmt: skip


def _print_words(codebook: Codebook, language: str) -> Iterator[str]:
    yield f"## Word lists for {_NAMES[language]}\n"
    yield "What the rules ask of a word besides its grammar: whether it is a role, a part of a country, a weapon.\n"
    yield _table(("list", "what it covers", "words"), (
        (row["list"], row["covers"], ", ".join(row["words"].split())) for row in codebook.select("word_lists", language)
    ))  # fmt: skip


def _print_rules(codebook: Codebook, language: str) -> Iterator[str]:
    yield f"## Rules for {_NAMES[language]}\n"
    yield "The rule that made a claim stands in its row, in the column `rule`. Each example runs as a test.\n"
    yield _table(("rule", "what it covers", "example", "cue = act"), (
        (f"`{row['rule']}`", row["covers"], row["example"], row["expected"])
        for row in codebook.select("rules", language)))  # fmt: skip


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    lines += [f"| {' | '.join(_set_cell(cell) for cell in row)} |" for row in rows]
    return "\n".join(lines) + "\n"


def _set_cell(cell: str) -> str:
    return cell.replace("\\", "\\\\").replace("|", "\\|").replace("\n", " ")
