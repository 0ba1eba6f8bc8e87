"""Why a claim was coded as it was: the rule, the entry of the codebook, how its holder was found, its distance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from astana_study.codebook.loading import Codebook, load_codebook
from astana_study.codebook.patterns import expand_pattern
from astana_study.coding.coder import CODERS
from astana_study.coding.records import Claim
from astana_study.text.folding import fold_word
from astana_study.text.segments import Span

if TYPE_CHECKING:
    from astana_study.tables.coding import Coding

ORDER = ("explicit subject", "coordinated subject", "pronoun", "participle", "pro-drop", "chapeau", "none")
"""The steps by which a holder is looked for, the first that finds one wins."""
_NEAR = 24
"""How far behind a cue the noun may stand that decides its act."""


@dataclass(frozen=True, slots=True, repr=False)
class Explanation:
    """Why one claim was coded as it was, in words; ``repr`` and notebooks show it as a list."""

    article_id: str
    claim_id: int
    cue: str
    cue_span: tuple[int, int]
    act: str
    rule: str
    covers: str
    """What the rule covers, as ``rules.csv`` says it."""
    entries: tuple[str, ...]
    """The rows of ``cues.csv`` that give the cue its act, with their lines; none where the rule itself looks for it."""
    holders: tuple[str, ...]
    holder: str
    holder_span: tuple[int, int] | None
    holder_status: str
    found_by: str
    """The step of `ORDER` that found the holder."""
    distance: str
    distance_span: tuple[int, int] | None
    distance_entry: str
    content: str
    content_span: tuple[int, int] | None

    def list_lines(self) -> Iterator[tuple[str, str]]:
        """Yield the explanation as pairs of a heading and words."""
        yield "claim", f"{self.claim_id} of {self.article_id}"
        yield "act", f"{self.act}, by the cue {self.cue} ({_write_span(self.cue_span)})"
        yield "rule", f"{self.rule}: {self.covers}"
        for entry in self.entries or ("no row of cues.csv: the rule itself looks for this cue",):
            yield "codebook", entry
        who = ", ".join(self.holders) or "nobody"
        words = f", in the words {self.holder} ({_write_span(self.holder_span)})" if self.holder_span else ""
        yield "holder", f"{who}{words}; {self.holder_status}, found by: {self.found_by}"
        yield "order", " → ".join(ORDER)
        if self.distance_span:
            yield "distance", f"{self.distance} ({_write_span(self.distance_span)}): {self.distance_entry}"
        else:
            yield "distance", "none"
        yield "content", f"{self.content} ({_write_span(self.content_span)})" if self.content_span else "none"

    def __repr__(self) -> str:
        return "\n".join(f"{head + ':':<10}{words}" for head, words in self.list_lines())

    def _repr_html_(self) -> str:
        rows = "".join(f'<tr><th style="text-align: left; vertical-align: top">{head}</th>'
                       f'<td dir="auto" style="text-align: start">{escape(words)}</td></tr>'
                       for head, words in self.list_lines())  # fmt: skip
        return f"<table><tbody>{rows}</tbody></table>"


def explain_claim(coding: Coding, claim_id: int, *, codebook: Codebook | None = None) -> Explanation:
    """Say why a claim was coded as it was.

    Parameters
    ----------
    coding : Coding
        As `code_article` gives it.
    claim_id : int
        Number of the claim, from 1.
    codebook : Codebook, optional
        The one that was coded with, where it is not the package's own.

    Raises
    ------
    ValueError
        When the article has no such claim.

    Examples
    --------
    >>> from astana_study.tables.coding import code_article
    >>> from astana_study.text.reading import make_article
    >>> told = explain_claim(code_article(make_article("رفض الوفد الروسي المقترح الجديد.")), 1)
    >>> told.rule, told.covers
    ('ar.verb.object', 'A verb with a direct object: the object is the content.')
    >>> told.holders, told.found_by
    (('RUS',), 'explicit subject')
    """
    codebook = codebook or load_codebook()
    records = coding.records
    claim = next((claim for claim in records.claims if claim.claim_id == claim_id), None)
    if claim is None:
        raise ValueError(f"claim_id={claim_id!r}: {coding.article.article_id} has {len(records.claims)} claims, "
                         f"numbered from 1")
    language = coding.article.language
    rules = {row["rule"]: row for row in codebook.rows["rules"]}
    holders = tuple(row.actor_id for row in records.claim_actors if row.claim_id == claim_id and row.role == "holder")

    def span(name: str) -> tuple[int, int] | None:
        start = getattr(claim, f"{name}_start")
        return None if start is None else (start, getattr(claim, f"{name}_end"))

    return Explanation(
        claim.article_id, claim_id, claim.cue, (claim.cue_start, claim.cue_end), claim.act, claim.rule,
        rules[claim.rule]["covers"] if claim.rule in rules else "not described in rules.csv",
        tuple(_list_entries(codebook, language, claim, coding.article.text)), holders, claim.holder_surface,
        span("holder"), claim.holder_status, _find_step(coding, claim, codebook), claim.distance_surface,
        span("distance"), _find_marker(codebook, language, claim), claim.content, span("content"),
    )  # fmt: skip


def _list_entries(codebook: Codebook, language: str, claim: Claim, text: str) -> Iterator[str]:
    rows = list(codebook.select("cues", language))
    own = [row for row in rows if row["lemma"] == claim.cue_lemma]
    giving = [row for row in own if row["act"] == claim.act]
    if own and not giving:
        giving = list(_find_nouns(codebook, language, rows, claim, text))
    groups: dict[tuple[str, str], list[dict]] = {}
    for row in giving or own:
        groups.setdefault((row["lemma"], row["act"]), []).append(row)
    for (lemma, act), found in groups.items():
        gloss = f" ({found[0]['gloss']})" if found[0]["gloss"] not in ("", lemma) else ""
        lines, frames = (", ".join(row[column] for row in found) for column in ("_line", "frame"))
        yield f"cues.csv:{lines}: {lemma}{gloss} is {act}, with {frames}"


def _find_nouns(codebook: Codebook, language: str, rows: list[dict], claim: Claim, text: str) -> Iterator[dict]:
    """Yield the nouns in or right behind the cue that carry the act: with a light verb, the noun decides."""
    words = fold_word(text[claim.cue_start : claim.cue_end + _NEAR])
    nouns = {row["lemma"]: [noun for noun in row["verbal_nouns"].split("|") if noun]
             for row in codebook.select("verbs", language)}  # fmt: skip
    for row in rows:
        forms = [row["lemma"], *nouns.get(row["lemma"], ())]
        if row["act"] == claim.act and any(fold_word(form).rstrip("ه") in words for form in forms):
            yield row


def _find_step(coding: Coding, claim: Claim, codebook: Codebook) -> str:
    """Code the article once more: the step is known while a sentence is read, and is no column of the table."""
    article = coding.article
    if article.language in CODERS:
        key = article.language
        coder = codebook.compiled.get(key) or codebook.compiled.setdefault(key, CODERS[key](codebook))
        spans = [Span(row.paragraph, row.part, row.start, row.end) for row in coding.records.sentences]
        for _, _, drafts, _ in coder.code(article.text, spans, article.kind, article.published):
            for draft, *_ in drafts:
                if (draft.cue_start, draft.cue_end, draft.rule) == (claim.cue_start, claim.cue_end, claim.rule):
                    found = draft.holder_how or claim.holder_status
                    return "explicit subject" if found == "explicit" else found
    return claim.holder_status


def _find_marker(codebook: Codebook, language: str, claim: Claim) -> str:
    if not claim.distanced:
        return ""
    if claim.distance_scope == "cue":
        return "the cue itself doubts what it reports"
    words = fold_word(claim.distance_surface)
    for row in codebook.select("distancing", language):
        if any(fold_word(marker).rstrip("ـ") in words for marker in expand_pattern(row["marker"])):
            return f"distancing.csv:{row['_line']}: {row['gloss']} ({claim.distance_scope})"
    return f"quotation marks round a label ({claim.distance_scope})"


def _write_span(span: tuple[int, int] | None) -> str:
    return "" if span is None else f"{span[0]}–{span[1]}"
