"""Claims that hang on whose words or view something is: "according to X, …", "in Moscow's view, …"."""

from __future__ import annotations

from typing import Final

from astana_study.coding.english.clauses import FINITE
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.grammar import Reading
from astana_study.coding.english.lexicon import (
    ADV,
    COMMA,
    COMP,
    CONJ,
    DASH,
    DET,
    GENITIVE,
    POSS,
    PREP,
    PUNCT,
    QUOTE,
    REL,
    STOP,
    SUB,
)
from astana_study.coding.english.lists import LEGAL, UNSPEAKING
from astana_study.coding.english.regions import ARTICLES

CLAIMING: Final = {"claim", "claims", "allegation", "allegations"}
VIEWS: Final = {
    "words", "telling", "view", "opinion", "estimation", "assessment", "reading", "perspective", "viewpoint",
    "standpoint", "judgment", "judgement",
}  # fmt: skip
"""Nouns behind an owner and "in" or "from": how somebody sees it."""
SEEN: Final = {"in", "from"}
POINTS: Final = [["from", "the", "point", "of"], ["in", "the", "point", "of"]]
"""What stands before the "view" of a point of view."""


def is_view(reading: Reading, k: int) -> bool:
    """Whether a view has its owner behind it: "in the opinion of", "from the point of view of"."""
    folded, first = reading.sentence.folded, reading.sentence.first
    if k + 2 >= reading.sentence.last or folded[k + 1] != "of" or k - 2 < first:
        return False
    return folded[k - 1] == "the" and folded[k - 2] in SEEN or folded[max(k - 4, first) : k] in POINTS


def read_view(reading: Reading, k: int) -> None:
    """Read "in Moscow's view, …": whose view it is, and what stands behind or before it."""
    sentence, words = reading.sentence, reading.words
    s = k - 1
    if s <= sentence.first or s in sentence.inside:
        return
    if words[s].cls & GENITIVE:
        begin, end = reading.subjects.region(s - 1)
        while begin < end and words[begin].cls & PREP and begin not in sentence.inside:
            begin += 1
        holder, status = reading.phrases.read(begin, end), "explicit subject"
    elif words[s].cls & POSS and words[s].fold not in ("our", "my", "your", "whose"):
        begin, holder, status = s, reading.memory.resolve(words[s].fold), "pronoun"
        if holder is not None:
            holder = holder.place(sentence.starts[s], sentence.ends[s])
    else:
        return
    if holder is None or holder.kind == "holder" or begin - 1 < sentence.first or words[begin - 1].fold not in SEEN:
        return
    draft = Finding(sentence.starts[k], sentence.ends[k], words[k].fold, "state", "nominal", "en.view", holder)
    if begin - 1 <= sentence.first + 1:
        reading.open_content(draft, k + 1)
        quote = sentence.quote_at.get(k + 2)
        if quote is not None and quote.kind == "speech":
            draft.content_start, draft.content_end, draft.direct = quote.start, quote.end, True
            draft.opened = False
    elif words[begin - 2].cls & COMMA:
        start, end = sentence.first, begin - 2
        draft.content_start, draft.content_end = sentence.starts[start], sentence.ends[end - 1]
        draft.extra["trailing"] = begin - 1
    else:
        return
    draft.extra["nominal"] = k
    reading.finish_aside(draft, holder, status)


def _open_source(reading: Reading, k: int) -> tuple[int, int] | None:
    """Return where the cue begins and where the source does: "according to X", "per X", "in the words of X"."""
    sentence, words = reading.sentence, reading.words
    if k + 2 >= sentence.last:
        return None
    following = words[k + 1]
    if words[k].fold == "according":
        if following.fold == "to":
            return k, k + 2
        return (k, k + 1) if k + 1 in sentence.inside else None
    if words[k].fold in VIEWS:
        return (k - 2 if words[k - 1].fold == "the" else k - 4, k + 2) if is_view(reading, k) else None
    cue = k - 1 if k > sentence.first and words[k - 1].fold == "as" else k
    if cue > sentence.first and not words[cue - 1].cls & (COMMA | DASH | QUOTE):
        return None  # "ten dollars per head"
    named = sentence.inside.get(k + 1) or sentence.inside.get(k + 2)
    sources = ("mention", "person", "role", "agency", "source", "capital", "country", "anaphor")
    return (cue, k + 1) if named is not None and named.entry.use in sources else None


def read_attribution(reading: Reading, k: int) -> None:
    """Read "according to …"."""
    sentence, words = reading.sentence, reading.words
    opened = _open_source(reading, k)
    if opened is None:
        return
    cue, named_at = opened
    e = named_at + (words[named_at].fold == "what")  # "according to what the agency reported"
    source = e
    clause = -1
    first_person = None
    while e < sentence.last and e < k + 26:
        entity = sentence.inside.get(e)
        if entity is not None:
            e = entity.j
            continue
        cls = words[e].cls
        if (
            cls & (STOP | QUOTE | DASH | COMP | SUB)
            and not cls & (DET | PREP)
            or cls & REL
            or words[e].fold == "that"
            and e > named_at
        ):
            break
        if cls & COMMA and not reading.subjects.is_list_comma(e, min(e + 3, sentence.last - 1)):
            named = sentence.inside.get(e + 1)
            if named is None or named.entry.use != "person" or first_person is not None:
                break
            if named.j < sentence.last and not words[named.j].cls & PUNCT:
                break  # the subject of the clause
            first_person = named
        group = reading.clauses.covered.get(e)
        if group is not None and group.kind in (FINITE, "ing") and not (cls & DET):
            break
        if words[e].fold in ARTICLES and e > named_at and (e - 1 in sentence.inside or not words[e - 1].cls):
            clause = e  # "according to reports the deal was signed"
            break
        e += 1
    if e == source:
        return
    named_to = e
    if source > named_at:
        verb = reading.clauses.covered.get(e)
        if verb is None or verb.kind != FINITE:
            return
        e = verb.j
    if (
        words[named_at].cls & POSS
        and words[named_at].fold in ("his", "her", "their", "its")
        and e > named_at + 1
        and words[named_at + 1].noun is not None
    ):
        return  # "according to their claims": a distance marker, no source
    holder = reading.phrases.read(source, named_to)
    if holder is None or k in sentence.quoted:
        return
    legal = holder.kind not in ("person", "role") and any(
        words[p].lists & LEGAL and (p + 1 >= named_to or words[p + 1].cls) for p in range(named_at, named_to)
    )
    if legal or holder.kind == "unknown" and any(words[p].lists & UNSPEAKING for p in range(named_at, e)):
        return  # "according to the agreements reached", "according to the Council's resolution"
    draft = Finding(
        sentence.starts[cue], sentence.ends[named_at - 1], "according to", "state", "nominal", "en.according", holder
    )
    if not CLAIMING.isdisjoint(sentence.folded[named_at:named_to]):
        draft.act = "claim"  # "according to claims by Damascus"
    k = cue
    before = k - 1
    while before >= sentence.first and words[before].cls & (CONJ | ADV):
        before -= 1
    if before < sentence.first or before == sentence.first and words[before].cls & (PUNCT | QUOTE):
        comma = e if clause < 0 else sentence.last
        while comma < sentence.last and not words[comma].cls & COMMA and comma < e + 14:
            comma += 1
        reading.open_content(draft, comma + 1 if comma < sentence.last and words[comma].cls & COMMA else e)
    elif (
        words[before].cls & (STOP | DASH | QUOTE)
        and e < sentence.last
        and not any(q.j == before for q in sentence.quotes)
    ):
        reading.open_content(draft, e + 1 if words[e].cls & COMMA else e)
    else:
        start = reading._skip_dateline(sentence.first, k)
        while start < k and words[start].cls & PUNCT and words[start].fold != "[":
            start += 1
        end = k
        while end > start + 1 and words[end - 1].cls & (COMMA | ADV) and end - 1 not in sentence.inside:
            end -= 1
        draft.content_start, draft.content_end = sentence.starts[start], sentence.ends[end - 1]
        if words[end - 1].cls & QUOTE:
            quote = next((q for q in sentence.quotes if q.j == end - 1), None)
            if quote is not None and quote.i - 1 == sentence.first:
                draft.content_start, draft.content_end, draft.direct = quote.start, quote.end, True
        if (
            e < sentence.last
            and words[e].cls & COMMA
            and e + 2 < sentence.last
            and not words[e + 1].cls & (REL | PREP | SUB)
        ):
            verb = reading.clauses.covered.get(e + 1) or reading.clauses.covered.get(e + 2)
            if verb is not None and verb.kind == FINITE:
                draft.opened = True
                draft.extra["resumes"] = e + 1
    draft.extra["trailing"] = k
    finish = reading.finish_aside if holder.kind in ("holder", "agency", "source") else reading.finish
    finish(draft, holder, "pronoun" if holder.kind == "pronoun" else "explicit subject")
