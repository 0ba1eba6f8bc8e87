"""The surface forms of an Arabic verb, its participle and its verbal nouns, from one compact entry.

Only forms that news prose uses are made: third person, first person plural and singular; perfect and imperfect;
active and passive. All forms are folded (`astana_study.text.folding`), so that vowel signs and hamza carriers
make no difference. The method is the school grammar's: a final weak letter drops before ت and وا.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from astana_study.text.folding import fold_word

PERFECT, IMPERFECT, PARTICIPLE, NOUN = "perfect", "imperfect", "participle", "noun"


class Form(NamedTuple):
    """One surface form: the lemma it belongs to and its features."""

    lemma: str
    kind: str
    gender: str
    number: str
    person: int
    passive: bool


def conjugate(lemma: str, imperfect: str, passive: str = "") -> Iterator[tuple[str, Form]]:
    """Yield ``(folded form, features)`` of a verb.

    Parameters
    ----------
    lemma, imperfect : str
        Third person masculine singular of the perfect and of the imperfect.
    passive : str
        ``perfect/imperfect`` of the passive where its letters differ from the active.

    Examples
    --------
    >>> forms = dict(conjugate("دعا", "يدعو"))
    >>> sorted(form for form in forms if forms[form].kind == "perfect")
    ['دعا', 'دعت', 'دعتا', 'دعوا', 'دعونا']
    """
    yield from _perfect(lemma, lemma, False)
    if imperfect:
        yield from _imperfect(lemma, imperfect, False)
    if passive:
        perfect_passive, _, imperfect_passive = passive.partition("/")
        yield from _perfect(lemma, perfect_passive, True)
        if imperfect_passive:
            yield from _imperfect(lemma, imperfect_passive, True)


def _perfect(lemma: str, third: str, passive: bool) -> Iterator[tuple[str, Form]]:
    base = fold_word(third)
    if third.endswith(("ا", "ى", "ي")) and len(base) > 2:
        short = base[:-1]
        glide = "و" if third.endswith("ا") else "ي"
        keep = short + "ي" if third.endswith("ي") else short
        endings = {keep + "ت": ("f", "s", 3), short + "وا": ("m", "p", 3), short + glide + "نا": ("m", "p", 1),
                   keep + "تا": ("f", "d", 3), short + glide + "ا": ("m", "d", 3)}  # fmt: skip
        if third.endswith("ى"):
            endings[short + "ا"] = ("m", "s", 3)  # before an object pronoun, and where alef is written
    else:
        endings = {base + "ت": ("f", "s", 3), base + "وا": ("m", "p", 3), base + "ا": ("m", "d", 3),
                   base + "تا": ("f", "d", 3), base + "نا": ("m", "p", 1)}  # fmt: skip
    yield base, Form(lemma, PERFECT, "m", "s", 3, passive)
    for form, (gender, number, person) in endings.items():
        if form != base:
            yield form, Form(lemma, PERFECT, gender, number, person, passive)


def _imperfect(lemma: str, third: str, passive: bool) -> Iterator[tuple[str, Form]]:
    stem = fold_word(third)[1:]
    if not stem:
        return
    short = stem[:-1] if third.endswith(("و", "ي", "ى", "ا")) and len(stem) > 1 else stem
    dual = stem[:-1] + "ي" if third.endswith("ى") else stem
    for form, gender, number, person in (
        ("ي" + stem, "m", "s", 3), ("ت" + stem, "f", "s", 3), ("ن" + stem, "m", "p", 1), ("ا" + stem, "m", "s", 1),
        ("ي" + short + "ون", "m", "p", 3), ("ي" + short + "وا", "m", "p", 3), ("ي" + dual + "ان", "m", "d", 3),
        ("ت" + dual + "ان", "f", "d", 3),
    ):  # fmt: skip
        if not (passive and person == 1):  # news tells what was said of others
            yield form, Form(lemma, IMPERFECT, gender, number, person, passive)


def decline_participle(lemma: str, participle: str) -> Iterator[tuple[str, Form]]:
    """Yield the forms of an active participle.

    Examples
    --------
    >>> [form for form, _ in decline_participle("أكد", "مؤكد")][:4]
    ['موكد', 'موكدا', 'موكده', 'موكدين']
    """
    base = fold_word(participle)
    short = base[:-1] if base.endswith("ي") else base
    for form, gender, number in (
        (base, "m", "s"), (base + "ا", "m", "s"), (base + "ه", "f", "s"), (short + "ين", "m", "p"),
        (short + "ون", "m", "p"), (base + "ان", "m", "d"), (base + "تين", "f", "d"),
    ):  # fmt: skip
        yield form, Form(lemma, PARTICIPLE, gender, number, 3, False)
