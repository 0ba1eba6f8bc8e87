"""English verb forms from compact entries: regular forms by the spelling rules, irregular pasts as given.

An entry of ``verbs.csv`` is a lemma and, where they are irregular, past and past participle as ``past/participle``
in the column ``passive`` ("gave/given"; one form where both are the same; "learned|learnt" where there are two).
Of a lemma of several words ("point out") the first is inflected.
"""

from __future__ import annotations

from collections.abc import Iterator

BASE, THIRD, PAST, PART, ING = 1, 2, 4, 8, 16
"""Kinds of forms, as bits: one form can be several."""

_VOWELS = "aeiou"
_DOUBLING = {"admit", "rebut", "commit", "refer", "occur", "submit", "permit", "plan", "stop", "get", "put", "set",
             "sit", "cut", "let", "run", "begin", "win", "hit", "wrap", "slam", "sum", "shut", "drop", "ban", "step",
             "regret", "forget", "travel", "label", "signal", "level", "quip", "transfer", "deter", "rap", "beg",
             "brag", "blog", "chat", "nod", "snub", "pan", "prefer", "infer", "confer", "rip", "bar", "plot", "blab",
             "jab", "demur", "abhor", "tag", "fret", "shrug", "pin", "dispel", "compel", "concur", "spar", "shun",
             "rub", "trot", "slap", "stun", "bid", "spur", "rig", "tip", "whip", "dub", "quiz", "jot", "flip", "knit",
             "bet", "forbid", "lob", "pen", "snap", "spin", "stir", "clap", "recap", "upset", "extol", "fulfil",
             "repel", "appal"}  # fmt: skip
_BOTH = {"travel", "label", "signal", "level"}


def inflect(lemma: str, irregular: str = "") -> Iterator[tuple[str, int]]:
    """Yield ``(form, kinds)`` of a verb; the rest of a lemma of several words stays as it is.

    Examples
    --------
    >>> dict(inflect("deny"))
    {'deny': 1, 'denies': 2, 'denied': 12, 'denying': 16}
    >>> dict(inflect("say", "said"))["said"], dict(inflect("go on", "went/gone"))["gone on"]
    (12, 8)
    """
    head, _, rest = lemma.partition(" ")
    rest = " " + rest if rest else ""
    if head == "be":
        forms = {"be": BASE, "is": THIRD, "are": BASE, "am": BASE, "was": PAST, "were": PAST, "been": PART,
                 "being": ING}  # fmt: skip
        yield from ((form + rest, kinds) for form, kinds in forms.items())
        return
    found: dict[str, int] = {}

    def put(form: str, kind: int) -> None:
        found[form + rest] = found.get(form + rest, 0) | kind

    put(head, BASE)
    put("has" if head == "have" else _add_s(head), THIRD)
    if irregular:
        past, _, participle = irregular.partition("/")
        for form in past.split("|"):
            put(form, PAST)
        for form in (participle or past).split("|"):
            put(form, PART)
    else:
        for stem in _stems(head):
            put(_add_ed(stem), PAST | PART)
    for stem in _stems(head):
        put(_add_ing(stem), ING)
    yield from found.items()


def _stems(head: str) -> tuple[str, ...]:
    doubled = head + head[-1]
    if head in _BOTH:
        return head, doubled
    return (doubled,) if head in _DOUBLING else (head,)


def _add_s(head: str) -> str:
    if head.endswith("y") and head[-2:-1] not in _VOWELS:
        return head[:-1] + "ies"
    return head + ("es" if head.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _add_ed(stem: str) -> str:
    if stem.endswith("y") and stem[-2:-1] not in _VOWELS:
        return stem[:-1] + "ied"
    return stem + ("d" if stem.endswith("e") else "ed")


def _add_ing(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")) and len(stem) > 2:
        return stem[:-1] + "ing"
    return stem + "ing"
