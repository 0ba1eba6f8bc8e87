"""The sentences of a coded text with their parts, and its words: the units on which presence is compared."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from astana_study.agreement.gold import CodedArticle
from astana_study.codebook.loading import load_codebook
from astana_study.coding.records import Sentence
from astana_study.text.folding import fold_word
from astana_study.text.segments import Phrases, split_paragraphs, split_sentences

_WORD = re.compile(r"\w+|[^\w\s]")


@lru_cache(maxsize=256)
def list_sentences(text: str, kind: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text as the coder cuts them."""
    rows = load_codebook().rows["boilerplate"]
    phrases = Phrases(*(tuple(fold_word(row["phrase"]) for row in rows if row["kind"] == name)
                        for name in ("boilerplate", "related")))  # fmt: skip
    spans = split_sentences(text, split_paragraphs(text, phrases, kind or "coverage"))
    return tuple(Sentence("", number, span.paragraph, span.part, span.start, span.end, text[span.start : span.end])
                 for number, span in enumerate(spans, start=1))  # fmt: skip


def find_sentence(sentences: tuple[Sentence, ...], position: int) -> Sentence | None:
    """Return the sentence in which a position stands, or the last before it."""
    index = bisect_right([sentence.start for sentence in sentences], position) - 1
    return sentences[index] if index >= 0 else None


def find_part(coding: CodedArticle, position: int) -> str:
    """Return the part of the text (headline, lead, body …) in which a position stands.

    Examples
    --------
    >>> text = "A talk\\n\\nIt began.\\n\\nIt ended."
    >>> find_part(CodedArticle("a", "", text, None, "", (), ()), 9)
    'lead'
    """
    sentence = find_sentence(list_sentences(coding.text, coding.kind), position)
    return sentence.part if sentence else "body"


@lru_cache(maxsize=256)
def list_words(text: str) -> tuple[tuple[int, int], ...]:
    """Return the offsets of words and marks.

    Examples
    --------
    >>> list_words("He said:")
    ((0, 2), (3, 7), (7, 8))
    """
    return tuple(found.span() for found in _WORD.finditer(text))
