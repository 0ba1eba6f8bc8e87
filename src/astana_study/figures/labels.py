"""The words of the figures in English and Arabic: looked up in the codebook, counted, joined, dated.

Every title, caption and label is a row of ``codebook/figure_labels.csv``; acts, topics, actors and people take
their names from the codebook. Nothing here draws.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from unicodedata import combining, normalize

from astana_study.codebook import vocabulary
from astana_study.codebook.reading import read_rows

LANGUAGES = ("en", "ar")


def check_language(language: str) -> str:
    """Return the language when figures can be labelled in it.

    Raises
    ------
    ValueError
        When it is neither ``"en"`` nor ``"ar"``.
    """
    if language not in LANGUAGES:
        raise ValueError(f"language={language!r}: figures are labelled in 'en' (English) or 'ar' (Arabic)")
    return language


@cache
def _read_by(name: str, key: str) -> dict[str, dict[str, str]]:
    return {row[key]: row for row in read_rows(name)}


def get_text(key: str, language: str = "en", **values: object) -> str:
    """Return one text of the figures, with its blanks filled.

    Parameters
    ----------
    key : str
        Key of a row in ``codebook/figure_labels.csv``.
    language : {"en", "ar"}
    **values
        What fills the ``{blanks}`` of the text.

    Raises
    ------
    KeyError
        When there is no such text, or a blank is left unfilled.

    Examples
    --------
    >>> get_text("word.round", "ar", number=20)
    'الجولة 20'
    """
    rows = _read_by("figure_labels", "key")
    if key not in rows:
        raise KeyError(f"no text {key!r} in codebook/figure_labels.csv; add a row with that key, English and Arabic")
    return rows[key][check_language(language)].format(**values)


def label_value(name: str, value: str, language: str = "en") -> str:
    """Return the label of a value of a closed list (``act``, ``part`` …)."""
    return vocabulary.get_label(name, value, check_language(language))


def _label(name: str, key: str, value: str, column: str) -> str:
    row = _read_by(name, key).get(value)
    return row[column] if row and row[column] else value


def label_topic(topic_id: str, language: str = "en") -> str:
    """Return the name of a topic; the id itself where the codebook has no such topic.

    Examples
    --------
    >>> label_topic("golan", "ar"), label_topic("oranges", "ar")
    ('الجولان', 'oranges')
    """
    return _label("topics", "topic_id", topic_id, f"label_{check_language(language)}")


def label_actor(actor_id: str, language: str = "en") -> str:
    """Return the name of an actor; the id itself where the codebook has no such actor."""
    return _label("actors", "actor_id", actor_id, f"label_{check_language(language)}")


def label_person(person_id: str, language: str = "en", *, fallback: str = "", short: bool = False) -> str:
    """Return the name of a person, or only the surname.

    Parameters
    ----------
    person_id : str
        Id in ``codebook/people.csv``; it begins with the surname.
    language : {"en", "ar"}
    fallback : str
        What to return where the codebook has no such person.
    short : bool
        Only the surname.

    Examples
    --------
    >>> label_person("khaji_ali_asghar"), label_person("khaji_ali_asghar", short=True)
    ('Ali Asghar Khaji', 'Khaji')
    >>> label_person("khaji_ali_asghar", "ar", short=True)
    'خاجي'
    """
    row = _read_by("people", "person_id").get(person_id)
    if not row:
        return fallback or person_id
    if not short:
        return row[f"name_{check_language(language)}"]
    given = _count_given_names(person_id, row["name_en"])
    words = row[f"name_{language}"].split()
    return " ".join(words[min(given, len(words) - 1) :])


def _fold(word: str) -> str:
    letters = normalize("NFKD", word.lower().replace("ı", "i"))
    return "".join(letter for letter in letters if letter.isalpha() and not combining(letter))


def _count_given_names(person_id: str, name: str) -> int:
    """Count the words before the surname: the shortest ending of the name with which the id begins."""
    words = name.split()
    for start in range(len(words) - 1, 0, -1):
        surname = "".join(_fold(word.removeprefix("al-")) for word in words[start:])
        if _fold(person_id).startswith(surname) and _fold(person_id.split("_")[0])[:2] == surname[:2]:
            return start
    return len(words) - 1


def label_count(noun: str, number: int, language: str = "en") -> str:
    """Return a number with its noun, in the form that the number asks for.

    Examples
    --------
    >>> label_count("claim", 1), label_count("claim", 12)
    ('1 claim', '12 claims')
    >>> [label_count("claim", number, "ar") for number in (0, 1, 2, 3, 11, 103)]
    ['لا أقوال', 'قول واحد', 'قولان', '3 أقوال', '11 قولاً', '103 أقوال']
    """
    row = _read_by("figure_counts", "noun")[noun]
    if check_language(language) == "en":
        return f"{number} {row['en_one' if number == 1 else 'en_other']}"
    if number <= 2:
        return row[("ar_none", "ar_one", "ar_two")[number]]
    return f"{number} {row['ar_few' if 3 <= number % 100 <= 10 else 'ar_many']}"


def join_words(words: Iterable[str], language: str = "en") -> str:
    """Return a list of words as a person writes it.

    Examples
    --------
    >>> join_words(["Moscow", "Ankara", "Tehran"]), join_words(["موسكو", "أنقرة", "طهران"], "ar")
    ('Moscow, Ankara and Tehran', 'موسكو وأنقرة وطهران')
    """
    words = list(words)
    if check_language(language) == "ar":
        return " و".join(words)
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def label_rounds(rounds: Sequence[int], language: str = "en") -> str:
    """Return round numbers with runs drawn together.

    Examples
    --------
    >>> label_rounds([1, 2, 3, 7, 9, 10])
    '1–3, 7, 9–10'
    """
    runs: list[list[int]] = []
    for number in sorted(set(rounds)):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    comma = "، " if check_language(language) == "ar" else ", "
    return comma.join(str(first) if first == last else f"{first}–{last}" for first, last in runs)


def format_span(start: str, end: str = "", language: str = "en") -> str:
    """Return one day or a span of days, written out.

    Examples
    --------
    >>> format_span("2023-06-20", "2023-06-21"), format_span("2017-10-31", "2017-11-01")
    ('20–21 June 2023', '31 October–1 November 2017')
    >>> format_span("2023-06-20", "2023-06-21", "ar")
    '20–21 حزيران/يونيو 2023'
    """
    if not start:
        return get_text("word.unknown", language)
    first, last = date.fromisoformat(start), date.fromisoformat(end or start)

    def month(day: date) -> str:
        return get_text(f"month.{day.month}", language)

    closing = f"{last.day} {month(last)} {last.year}"
    if first == last:
        return closing
    if first.year != last.year:
        return f"{first.day} {month(first)} {first.year}–{closing}"
    if first.month != last.month:
        return f"{first.day} {month(first)}–{closing}"
    return f"{first.day}–{closing}"
