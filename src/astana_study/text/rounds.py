"""Which round a text is about: every naming of a round is found, weighed by where and how it stands, and one is chosen.

A text names other rounds too: the next one as announced, earlier ones as background, and meetings of other
processes (Geneva, the Constitutional Committee). The headline and the first lines weigh most; a naming with words
such as المقبلة or "next" weighs little. All words are data: ``codebook/ordinals.csv`` and ``codebook/dating.csv``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from astana_study.codebook.reading import read_rows
from astana_study.text.days import _compile as _compile_days
from astana_study.text.days import fold_text, join_words, read_ordinals

HIGHEST = 23
"""The last round is the 22nd; a 23rd was announced, so texts name it."""
LEAD = 700
ARABIC_SCRIPT = ("ar", "fa", "ku", "ur")
"""Languages read with the Arabic patterns; all others with the English ones, which find Astana-20 in any of them."""

_ASTANA = r"[اأ]ستان[اهة]?(?![\u0621-\u064a])|[اأ]لاستان[اه]|astana|nur-?\s?sultan|نور\s?-?سلطان|كازاخ|قازاخ|kazakh"
_HAS_ASTANA = re.compile(
    _ASTANA + r"|international (?:high[- ]level )?meeting on syria|(?:الاجتماع|اللقاء) الدولي|سوتشي|sochi"
)
_WORD = re.compile(r"[\w-]+")
_DIGIT_ORDINAL = re.compile(r"([0-9]{1,2})\s?(?:st|nd|rd|th)\b")
_WORD_ORDINAL = re.compile(r"twenty[- ]\w+|\w+")
_ENGLISH_ORDINALS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "teenth", "twent",
)  # fmt: skip
_NEXT, _PREVIOUS = re.compile("المقبل|القادم|التالي|اللاحق"), re.compile("السابق|الماضي")
_ROMAN = {
    "x": 10, "xi": 11, "xii": 12, "xiii": 13, "xiv": 14, "xv": 15, "xvi": 16, "xvii": 17, "xviii": 18, "xix": 19,
    "xx": 20, "xxi": 21, "xxii": 22,
}  # fmt: skip
REACH = 160
_RANGE_FROM = re.compile(r"\b(?:من|منذ|from|since)[\s\"“«(]*(?:جوله |round )?\Z")
_RANGE_TO = re.compile(r"\b(?:الي|حتي|وصولا الي|to|until|through)[\s\"“«(]*(?:جوله |round )?\Z")
_CLAUSE = re.compile(r"[.؛;!?؟\n]")


class RoundMention(NamedTuple):
    """One naming of a round at ``start`` of the folded text."""

    number: int
    start: int
    end: int
    role: str
    """``about``, ``next``, ``agreed`` (the next one, agreed on at the one the text is about) or ``previous``."""
    named: int
    """How near Astana is named: 2 as its name (Astana-20), 1 with it, 0 not."""


class _Patterns(NamedTuple):
    numbers: dict[str, int]
    fillers: frozenset[str]
    triggers: tuple[str, ...]
    round_noun: re.Pattern
    meeting_noun: re.Pattern
    leading: re.Pattern
    astana: re.Pattern
    english: re.Pattern
    other: re.Pattern
    next_after: re.Pattern
    next_before: re.Pattern
    previous_after: re.Pattern
    previous_before: re.Pattern
    agreed: re.Pattern
    coming: re.Pattern | None


@cache
def read_cues(language: str) -> dict[str, str]:
    """Return the patterns of ``codebook/dating.csv`` for one language, by kind."""
    return {row["kind"]: row["patterns"] for row in read_rows("dating") if row["language"] == language}


@cache
def _compile(language: str) -> _Patterns:
    cues = read_cues(language)
    numbers = {fold_text(form): number for form, number in read_ordinals().items()}
    arabic = join_words(form for form in numbers if form[0] > "\u0600")
    months = join_words(_compile_days()[0])
    # What follows must not make a day or a clock time of the number: أستانا 20 يونيو, Astana 20-21 June.
    alone = (
        r"(?![\d٪%]|[.,:/]\d|\s*(?:[-–/&]|و|and|to)?\s*(?:\d{1,2}\s*)?(?:st|nd|rd|th)?\s*(?:of\s+|من\s+)?"
        rf"(?:{months})\b)"
    )
    quote = r"[\s\"'“”«»()\[\]\-–—_.:،#]*"
    digits = rf"(\d{{1,2}}){alone}"
    counted = rf"(?:ال|لل)(?:{quote}{digits}|({arabic})(?![\u0621-\u064a]))"
    loose = rf"(?:{counted}|{digits})"
    # Any word may stand between here; whether it is one of the fillers is asked only where a number follows.
    fillers = r"(?P<fillers>(?:\w+[\s\"'“”«»()،]+){0,9}?)"
    joined = r"[\s\"'“”«»()،:/\-–]+"
    if language == "ar":
        return _Patterns(
            numbers, frozenset(cues["filler"].split("|")),
            ("جول", "نسخ", "اجتماع", "لقاء", "استان", "محادثات", "مباحثات", "مفاوضات", "ملتق", "قمه", "دوره", "دورت",
             "مؤتمر"),
            re.compile(
                rf"(?:{cues['round_noun']})(?:\s+({arabic})(?![\u0621-\u064a])"
                rf"|{joined}{fillers}{counted}|{quote}(?:رقم\s+)?{loose})"
            ),
            re.compile(rf"(?:{cues['meeting_noun']}){joined}(?:{fillers}{counted}|{digits})"),
            re.compile(rf"(?:^|[\s\"«“(])[وفبلك]?({arabic})\s+\Z"),
            re.compile(rf"استان[اه](?:{quote}(?:رقم\s+)?{loose}|{joined}{fillers}{counted})"),
            re.compile("x"),
            *_compile_roles(cues),
        )  # fmt: skip
    numbers |= _ROMAN
    number = rf"(?:{digits}|({'|'.join(sorted(_ROMAN, key=len, reverse=True))})\b)"
    fillers = r"(?P<fillers>(?:[\w-]+[\s\"'“”’‘,()/–]+){0,8}?)"
    return _Patterns(
        numbers, frozenset(cues["filler"].split("|")),
        _ENGLISH_ORDINALS,
        re.compile(rf"\brounds?[\s\"'“”(]*(?:no\.?\s*|number\s+|#)?{number}"),
        re.compile("x"), re.compile("x"),
        re.compile(rf"astana[\s\"'“”\-–—_:(]*{number}"),
        re.compile(
            rf"[\s\"'“”-]+{fillers}(?:(?P<round>{cues['noun']})|(?P<meeting>{cues['meeting_noun']})|(?P<astana>astana))\b"
        ),
        *_compile_roles(cues),
    )  # fmt: skip


def _compile_roles(cues: dict[str, str]) -> tuple[re.Pattern, ...]:
    return (
        re.compile(cues["other_process"]),
        re.compile(
            r"[\s\"'“”«»()،]*(?:من\s+\w+\s+\w+\s+|لل?\w+\s+\w+\s+"
            r"|(?:(?:حول|بشان|بصيغه|وفق|ضمن|في|من)\s+(?:صيغه\s+|مسار\s+)?[\"“«]?\w+[\"”»]?\s+){1,3})?"
            rf"(?:ال)?(?:{cues['next_after']})"
        ),
        re.compile(
            rf"(?:^|[\s\"«“(،])[وفبل]?(?:ال)?(?:{cues['next_before']})"
            r"[\s\"'“”«»(]*(?:the |a |ال|لل|ل?(?:اجتماع|اجتماعات|جوله|محادثات|مباحثات|مفاوضات|مؤتمر|لقاء) )?\Z"
        ),
        re.compile(rf"[\s\"'“”«»()،]*(?:من\s+\w+\s+\w+\s+|لل?\w+\s+\w+\s+)?(?:ال)?(?:{cues['previous_after']})"),
        re.compile(
            rf"(?:^|[\s\"«“(،])[وفبل]?(?:{cues['previous_before']})(?:\s+\w+){{0,3}}[\s\"'“”«»(]*(?:the |its |ال|لل)?\Z"
        ),
        re.compile(cues["agreed"]),
        re.compile(cues["coming_after"]) if "coming_after" in cues else None,
    )


def has_astana(text: str) -> bool:
    """Tell whether a folded text names the process or where it meets."""
    return _HAS_ASTANA.search(text) is not None


def find_rounds(text: str, language: str) -> list[RoundMention]:
    """Find where a folded text names a round of the Astana process, in order.

    Examples
    --------
    >>> text = fold_text("اختتمت الجولة الـ20 من محادثات أستانا، والجولة المقبلة الحادية والعشرون في الخريف")
    >>> [(mention.number, mention.role) for mention in find_rounds(text, "ar")]
    [(20, 'about'), (21, 'next')]
    >>> text = fold_text("The 18th International Meeting on Syria. The eighth round of the Geneva talks failed.")
    >>> [mention.number for mention in find_rounds(text, "en")]
    [18]
    """
    found = _find_arabic(text) if language in ARABIC_SCRIPT else _find_english(text)
    found.sort(key=lambda mention: (mention.start, -mention.end))
    kept: list[RoundMention] = []
    for mention in found:
        if kept and mention.start < kept[-1].end and mention.number == kept[-1].number:
            kept[-1] = kept[-1]._replace(named=max(kept[-1].named, mention.named))
        else:
            if kept and _RANGE_FROM.search(text, max(0, kept[-1].start - 16), kept[-1].start) and (
                mention.number > kept[-1].number and mention.start - kept[-1].end < REACH
                and _RANGE_TO.search(text, kept[-1].end, mention.start)
            ):  # fmt: skip
                kept[-1] = kept[-1]._replace(role="previous")  # "from Astana 1 to Astana 13"
            kept.append(mention)
    return kept


def _find_all(text: str, word: str):
    position = text.find(word)
    while position >= 0:
        yield position
        position = text.find(word, position + len(word))


def _find_arabic(text: str) -> list[RoundMention]:
    patterns = _compile("ar")
    found: list[RoundMention] = []
    for trigger in patterns.triggers:
        for start in _find_all(text, trigger):
            if trigger == "استان":
                if text[start - 3 : start] in ("باك", "غان"):
                    continue
                match = patterns.astana.match(text, start)
                kind = "astana"
            elif trigger in ("جول", "نسخ"):
                match = patterns.round_noun.match(text, start)
                kind = "round"
                if not match:
                    match, kind = _match_leading(text, start, patterns), "leading"
            else:
                match = patterns.meeting_noun.match(text, start)
                kind = "meeting"
            if not match or not _has_fillers_only(match, patterns):
                continue
            number = _read_number(match, patterns.numbers)
            if number and (mention := _judge(text, number, match, kind, patterns)):
                found.append(mention)
    return found


def _match_leading(text: str, start: int, patterns: _Patterns) -> re.Match | None:
    """Match أول جولة: the number stands before the noun, which has no article."""
    if text[start - 2 : start] == "ال":
        return None
    return patterns.leading.search(text, max(0, start - 24), start)


def _find_english(text: str) -> list[RoundMention]:
    patterns = _compile("en")
    found: list[RoundMention] = []
    for trigger, pattern, kind in (("astana", patterns.astana, "astana"), ("round", patterns.round_noun, "round")):
        for start in _find_all(text, trigger):
            match = pattern.match(text, start)
            number = match and _read_number(match, patterns.numbers)
            if number and (mention := _judge(text, number, match, kind, patterns)):
                found.append(mention)
    for start, end, number in _find_ordinals(text, patterns.numbers):
        match = patterns.english.match(text, end)
        if not match or not _has_fillers_only(match, patterns):
            continue
        kind = "astana" if match["astana"] else "round" if match["round"] else "meeting"
        if "astana" in match[0] or "international meeting" in match[0]:
            kind = "named"
        if mention := _judge(text, number, match, kind, patterns, start):
            found.append(mention)
    return found


def _find_ordinals(text: str, numbers: dict[str, int]):
    for match in _DIGIT_ORDINAL.finditer(text):
        if 1 <= (number := int(match[1])) <= HIGHEST:
            yield match.start(), match.end(), number
    for trigger in _ENGLISH_ORDINALS:
        for start in _find_all(text, trigger):
            # Of "eighteenth" the ending is found; its beginning is the word's.
            begin = text.rfind(" ", max(0, start - 12), start) + 1 if trigger == "teenth" else start
            match = _WORD_ORDINAL.match(text, begin)
            # The "first" of "twenty-first" is no number of its own.
            if text[max(0, begin - 7) : max(0, begin - 1)] == "twenty":
                continue
            if match and (number := numbers.get(" ".join(match[0].split()))):
                yield match.start(), match.end(), number


def _has_fillers_only(match: re.Match, patterns: _Patterns) -> bool:
    words = match.groupdict().get("fillers")
    if not words:
        return True
    return all(
        word in patterns.fillers or "استان" in word or word.startswith(("astana", "كازاخ", "kazakh"))
        for word in _WORD.findall(words)
    )


def _read_number(match: re.Match, numbers: dict[str, int]) -> int:
    fillers = match.re.groupindex.get("fillers")
    found = next(group for index, group in enumerate(match.groups(), 1) if group and index != fillers)
    number = int(found) if found.isdecimal() else numbers[" ".join(found.split())]
    return number if 1 <= number <= HIGHEST else 0


def _judge(
    text: str, number: int, match: re.Match, kind: str, patterns: _Patterns, start: int | None = None
) -> RoundMention | None:
    """Tell whether a number counts a round of Astana, and in what role; None where it counts something else."""
    start = match.start() if start is None else start
    end = match.end()
    stop = _CLAUSE.search(text, end)
    after = text[end : min(end + 90, stop.start() if stop else len(text))]
    before = text[max(0, start - 48) : start]
    cut = max((found.end() for found in _CLAUSE.finditer(before)), default=0)
    before = before[cut:]
    named = 2 if kind == "astana" else int(kind == "named" or "استان" in match[0])
    if not named:
        here = re.search(_ASTANA, after)
        other = patterns.other.search(after) or patterns.other.search(match[0])
        if other and not (here and here.start() < other.start()):
            return None
        named = int(bool(here) or re.search(_ASTANA, before) is not None)
        if not other and not named and patterns.other.search(before):
            return None
        if kind == "meeting" and not named and "دولي" not in match[0] and "international" not in match[0]:
            return None
    role = "about"
    coming = patterns.coming and ("التي" in after or "الذي" in after) and patterns.coming.search(after[:80])
    if coming or patterns.next_after.match(after) or patterns.next_before.search(before) or _NEXT.search(match[0]):
        role = "agreed" if patterns.agreed.search(before) else "next"
    elif patterns.previous_after.match(after) or patterns.previous_before.search(before) or _PREVIOUS.search(match[0]):
        role = "previous"
    return RoundMention(number, start, end, role, named)


def weigh_rounds(mentions: list[RoundMention], title_end: int) -> list[tuple[float, RoundMention]]:
    """Weigh the rounds that a text names, the likeliest first; each round stands for all its mentions.

    The headline weighs most, then the first lines; what is named as next or previous weighs a fifth.
    """
    weights: dict[int, float] = {}
    first: dict[int, RoundMention] = {}
    for mention in mentions:
        weight = 8.0 if mention.start < title_end else 3.0 if mention.start < title_end + LEAD else 1.0
        weight *= 1.0 if mention.role == "about" else 0.2
        weight += 0.5 * mention.named
        weights[mention.number] = weights.get(mention.number, 0.0) + weight
        known = first.get(mention.number)
        if known is None or (known.role != "about" and mention.role == "about"):
            first[mention.number] = mention
    return sorted(((weights[number], first[number]) for number in weights), key=lambda pair: (-pair[0], pair[1].start))
