"""Quotations that stand in a paragraph of their own, apart from the verb of saying before or behind them."""

from __future__ import annotations

from astana_study.coding.english.desk import Bare
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.grammar import Reading
from astana_study.coding.english.sentence import Sentence


def resumes(sentence: Sentence) -> bool:
    """Whether a sentence is nothing but a quotation: the one before goes on."""
    quote = sentence.quote_at.get(sentence.first)
    if quote is None or quote.kind == "name":
        return False
    return quote.j >= sentence.last - 2


def resumed_end(sentence: Sentence) -> int:
    """Where what a sentence quotes ends, its last stop left out."""
    end = sentence.quote_at[sentence.first].end
    while end > sentence.starts[sentence.first] and sentence.text[end - 1] in ".,!?":
        end -= 1
    return end


def speak(sentence: Sentence, before: Sentence, reading: Reading, bare: Bare) -> Finding:
    """Give the quotation that is the sentence before to the speaker who follows it."""
    group, holder, how = bare
    quote = before.quote_at[before.first]
    draft = Finding(
        sentence.starts[group.m],
        sentence.ends[group.j - 1],
        group.lemma,
        group.frames.quote if group.frames else "",
        "direct",
        "en.verb.trailing",
        holder,
        direct=True,
    )
    draft.content_start, draft.content_end = quote.start, resumed_end(before)
    reading.finish(draft, holder, how)
    return draft


def foretell(reading: Reading | None, sentence: Sentence) -> None:
    """Give a verb that ended its sentence the quotation behind it: "He said that,", and then a paragraph."""
    if reading is None or reading.ahead is None:
        return
    group, holder, how = reading.ahead
    if group.frames is None:
        return
    draft = next((d for d in reading.drafts if d.extra.get("group") is group), None)
    if draft is None:
        draft = reading.begin(group, group.frames, group.frames.quote, "en.verb.quote", holder)
        reading.finish(draft, holder, how)
    draft.mode, draft.direct = "direct", True
    draft.content_start, draft.content_end = sentence.quote_at[sentence.first].start, resumed_end(sentence)
