"""Tells the language of a text and what sort of text it is, from its first few thousand characters."""

from __future__ import annotations

import re
from functools import cache

from astana_study.codebook.reading import read_rows

SAMPLE = 8_000
LETTERS = 1_500
WORDS = 150
UNKNOWN = "und"

_SCRIPTS = {
    "arabic": re.compile("[\u0620-\u06ff\u0750-\u077f]+"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f]+"),
    "cyrillic": re.compile("[\u0400-\u04ff]+"),
    "hebrew": re.compile("[\u05d0-\u05ea]+"),
    "greek": re.compile("[\u0370-\u03ff]+"),
    "han": re.compile("[\u4e00-\u9fff\u3040-\u30ff]+"),
}
_MARKS = re.compile("[\u064b-\u0652\u0640]")
_STATEMENT = re.compile(
    r"\s*(?:(?:the\s+)?(?:joint|final|trilateral)\s+(?:\w+\s+)?(?:statement|communiqu[eé])\s+"
    r"(?:by|from|on|issued by|adopted by|of (?:the )?(?:representatives|guarantor|islamic|iran|russia|t[uü]rk"
    r"|\w+ (?:round|meeting|international)))"
    r"|(?:the\s+)?representatives\s+of\s+(?:the\s+)?(?:islamic|iran|russia|t[uü]rk|republic)"
    r"|(?:نص\s+)?(?:ال)?بيان\s+(?:ال)?(?:ثلاثي\s+)?(?:ال)?(?:مشترك|ختامي)\s+(?:الصادر|صادر|من|عن|لممثلي|بين|بشأن|لإيران|لايران|لروسيا|لجمهورية)"
    r"|[اإ]ن?\s*ممثل[يو]\s+(?:كل\s+من\s+)?(?:جمهورية|إيران|ايران|روسيا|تركيا|الدول)"
    r"|(?:إن\s+)?ممثل[يو]\s+(?:كل\s+من\s+)?(?:الجمهورية|جمهورية)\s)",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"^\s*(?:question|answer|q|a|moderator|interviewer|host|سؤال|السؤال|جواب|الجواب|س|ج|المذيع|المحاور|الصحفي|المذيعة)\s*[:：]",
    re.IGNORECASE | re.MULTILINE,
)


@cache
def _read_words() -> dict[str, dict[str, frozenset[str]]]:
    """Common words by script and language."""
    words: dict[str, dict[str, frozenset[str]]] = {}
    for row in read_rows("languages"):
        words.setdefault(row["script"], {})[row["language"]] = frozenset(row["words"].split())
    return words


def guess_language(text: str) -> str:
    """Return the ISO 639-1 code of a text's language, or ``und`` where the text does not tell.

    Script decides first, then the most common words of each language written in it
    (``codebook/languages.csv``). Only the first 1,500 characters are looked at.

    Examples
    --------
    >>> guess_language("اتفقت موسكو وأنقرة وطهران على اجتماع بشأن سوريا")
    'ar'
    >>> guess_language("The sides agreed to meet again in Astana")
    'en'
    >>> guess_language("20")
    'und'
    """
    sample = text[:LETTERS]
    if len(sample) == LETTERS and sample.isspace():
        sample = text.lstrip()[:LETTERS]
    found: dict[str, list[str]] = {}
    letters: dict[str, int] = {}
    for script, pattern in _SCRIPTS.items():
        found[script] = pattern.findall(sample)
        letters[script] = sum(map(len, found[script]))
        if 2 * letters[script] > len(sample):
            break  # no other script can have more
    script = max(letters, key=letters.__getitem__)
    if not letters[script]:
        return UNKNOWN
    tokens = _MARKS.sub("", " ".join(found[script][:WORDS])).lower().split()
    candidates = _read_words().get(script, {})
    scores = {code: sum(token in words for token in tokens) for code, words in candidates.items()}
    if script == "arabic":
        # The article is glued on in Arabic and foreign to the other languages of the script.
        glued = ("ال", "وال", "بال", "لل", "فال", "كال")
        scores["ar"] += sum(len(token) > 4 and token.startswith(glued) for token in tokens)
    best = max(scores, key=scores.__getitem__, default=UNKNOWN)
    if best != UNKNOWN and scores[best] > 0 and scores[best] >= 0.02 * len(tokens):
        runner_up = max((score for code, score in scores.items() if code != best), default=0)
        if scores[best] > runner_up:
            return best
    # A headline may hold none of the common words.
    return {"arabic": "ar", "hebrew": "he", "greek": "el"}.get(script, UNKNOWN) if not any(scores.values()) else UNKNOWN


def guess_kind(text: str, language: str = "") -> str:
    """Return what sort of text it is: ``statement``, ``transcript`` or, by default, ``coverage``.

    A statement opens as one ("Joint statement by …"), a transcript has lines that begin with a speaker's turn.

    Examples
    --------
    >>> guess_kind("Joint Statement by the Representatives of Iran, Russia and Turkey")
    'statement'
    >>> guess_kind("مخرجات أستانا: هجوم على مكافحي الإرهاب")
    'coverage'
    """
    sample = text[:SAMPLE].lstrip()
    lines = [line for line in sample[:1200].split("\n") if line.strip()][:3]
    if any(_STATEMENT.match(_MARKS.sub("", line)) for line in lines):
        return "statement"
    if (":" in sample or "：" in sample) and len(_SPEAKER.findall(sample)) >= 2:
        return "transcript"
    return "coverage"
