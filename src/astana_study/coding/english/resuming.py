"""Quotations that stand in a paragraph of their own, apart from the verb of saying before or behind them."""

from __future__ import annotations

from typing import Final

from astana_study.coding.english.desk import Bare
from astana_study.coding.english.findings import Finding
from astana_study.coding.english.grammar import Reading
from astana_study.coding.english.lexicon import DASH, QUOTE
from astana_study.coding.english.sentence import Sentence

LINKS: Final = ("pic.twitter.com", "http://", "https://", "t.co/")
"""What a message ends with that is no part of what it says."""


def resumes(sentence: Sentence) -> bool:
    """Whether a sentence is nothing but a quotation: the one before goes on."""
    quote = sentence.quote_at.get(sentence.first)
    if quote is None or quote.kind == "name":
        return False
    return quote.j >= sentence.last - 2


def closes(sentence: Sentence) -> bool:
    """Whether a sentence ends a quotation that opened before it: its last mark has none to answer."""
    last = sentence.last - 1
    return bool(sentence.words[last].cls & QUOTE) and not any(quote.j == last for quote in sentence.quotes)


def resumed_end(sentence: Sentence) -> int:
    """Where what a sentence quotes ends, its last stop left out."""
    quote = sentence.quote_at.get(sentence.first)
    end = quote.end if quote is not None else sentence.starts[sentence.last - 1]
    while end > sentence.starts[sentence.first] and sentence.text[end - 1] in ".,!?":
        end -= 1
    return end


def speak(sentence: Sentence, before: Sentence, reading: Reading, bare: Bare) -> Finding:
    """Give the quotation that is the sentence before to the speaker who follows it."""
    group, holder, how = bare
    quote = before.quote_at.get(before.first)
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
    draft.content_start = quote.start if quote is not None else before.starts[before.first]
    draft.content_end = resumed_end(before)
    reading.finish(draft, holder, how)
    return draft


def sign(sentence: Sentence, start: int, reading: Reading | None) -> list[Finding]:
    """Give what stands from `start` on to the one who signs it: "… — Sergei Lavrov (@name) May 3"."""
    words, folded, last = sentence.words, sentence.folded, sentence.last
    if reading is None:
        return []
    for k in range(sentence.first, last - 3):
        if not words[k].cls & DASH or not words[k + 1].cap and not words[k + 1].fold.isalpha():
            continue
        e = next((p for p in range(k + 2, min(k + 9, last - 1)) if folded[p] == "(" and folded[p + 1] == "@"), -1)
        end = sentence.ends[k - 1] if k > sentence.first else len(sentence.text[: sentence.starts[k]].rstrip())
        for link in LINKS:
            cut = sentence.text.find(link, start, end)
            end = end if cut < 0 else cut
        while end > start and sentence.text[end - 1] in " .!?":
            end -= 1
        holder = reading.phrases.read(k + 1, e) if e > 0 else None
        if holder is None or end <= start:
            continue
        draft = Finding(sentence.starts[k], sentence.ends[k], words[k].fold, "state", "direct", "en.dash", holder)
        draft.content_start, draft.content_end, draft.direct = start, end, True
        reading.finish(draft, holder, "explicit subject")
        return [draft]
    return []


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
