"""How good the coder is, in tables for a person to read and in sentences whose numbers are computed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from astana_study.codebook.reading import read_rows
from astana_study.codebook.vocabulary import list_values
from astana_study.figures.drawn import Shown
from astana_study.figures.labels import check_language, get_text, join_words, label_count, label_value
from astana_study.figures.telling_text import show_sentences
from astana_study.figures.validation import count_texts

MEASURES = ("claims_f1", "claims_precision", "claims_recall", "claims_03_f1", "claims_08_f1", "claims_exact_f1", "act",
            "mode", "holders", "holder_status", "content", "content_08", "direct_quote", "distance_f1",
            "distance_scope", "mentions_f1", "naming", "topics_f1", "targets_f1", "round", "published", "alpha_act",
            "alpha_holders", "alpha_distance", "alpha_sentences", "alpha_words")  # fmt: skip
"""What the table shows, in this order."""
TONGUES = ("ar", "en")
"""Languages that are coded, and have targets."""
_SUBSTANTIAL = ("act", "holders", "content", "distance")


def read_measures(measures: pd.DataFrame, second: pd.DataFrame, *, language: str = "en") -> pd.DataFrame:
    """Return the measures of each language as a person reads them, beside targets and a second hand coding.

    Parameters
    ----------
    measures : DataFrame
        Of the `Agreement` of coder and hand coding.
    second : DataFrame
        Of the `Agreement` of two hand codings.
    language : {"en", "ar"}
        Of labels and headings.

    Returns
    -------
    DataFrame
        One row per text language and measure, all text: value, 95 % interval, number of units, target and whether it
        is reached, what two hand codings reach, what others report.
    """
    check_language(language)
    targets = {row["measure"]: row for row in read_rows("figure_targets")}
    here, there = _index(measures), _index(second)
    rows = []
    for tongue in _list_tongues(measures):
        for measure in MEASURES:
            value, low, high, units = here.get((tongue, measure), (float("nan"),) * 3 + (0,))
            target = targets.get(measure, {})
            wanted = target.get(tongue, "")
            rows.append([
                label_value("language", tongue, language), get_text(f"measure.{measure}", language), _write(value),
                f"{low:.3f}–{high:.3f}" if low == low else "", str(units), f"≥ {wanted}" if wanted else "",
                _say_reached(value, wanted, language),
                _write(there.get((tongue, measure), (float("nan"),))[0]), target.get(f"others_{language}", ""),
            ])
    heads = ("group", "measure", "coder", "interval", "units", "target", "reached", "second", "others")
    names = [get_text(f"validation.column.{name}", language) for name in heads]
    return pd.DataFrame(rows, columns=names).astype("str")


def read_parts(measures: pd.DataFrame, *, language: str = "en") -> pd.DataFrame:
    """Return the main measures by part of the text (headline, lead, body), as a person reads them."""
    check_language(language)
    chosen = ("claims_precision", "claims_recall", "claims_f1", "act", "holders", "content", "mentions_f1", "topics_f1")
    here = _index(measures, "part")
    rows = [
        [label_value("part", part, language), str(here[part, "claims_recall"][3]),
         *(_write(here[part, measure][0]) for measure in chosen)]
        for part in list_values("part") if (part, "claims_f1") in here
    ]
    names = [get_text("validation.column.group", language), get_text("validation.column.units", language),
             *(get_text(f"measure.{measure}", language) for measure in chosen)]  # fmt: skip
    return pd.DataFrame(rows, columns=names).astype("str")


def read_differences(differences: pd.DataFrame, kinds: Sequence[str] = (), *, language: str = "en") -> pd.DataFrame:
    """Return differences as a person reads them.

    Parameters
    ----------
    differences : DataFrame
        The table of this name of an `Agreement`.
    kinds : sequence of str
        Only these kinds; none for all.
    language : {"en", "ar"}
        Of labels and headings; words and ids stay as they are.
    """
    check_language(language)
    chosen = differences[differences["kind"].isin(kinds)] if kinds else differences
    rows = [
        [row.article_id, str(row.start), get_text(f"validation.kind.{row.kind}", language), row.reference, row.other,
         row.rule, row.context] for row in chosen.itertuples()
    ]  # fmt: skip
    heads = ("column.article", *(f"validation.column.{name}" for name in (
        "offset", "kind", "hand", "machine", "rule", "context")))  # fmt: skip
    return pd.DataFrame(rows, columns=[_head(name, language) for name in heads]).astype("str")


def _head(name: str, language: str) -> str:
    return get_text("column.article", language) if name == "column.article" else (
        get_text(f"validation.column.{name.rpartition('.')[2]}", language))  # fmt: skip


def tell_validation(measures: pd.DataFrame, *, split: str, specimens: int, language: str = "en") -> Shown:
    """Tell how good the coder is on the texts compared, and which targets it reaches.

    Parameters
    ----------
    measures : DataFrame
        Of the `Agreement` of coder and hand coding.
    split : {"dev", "test", "all"}
    specimens : int
        How many of the texts were written for the project.
    language : {"en", "ar"}
    """
    check_language(language)
    here = _index(measures, "all")
    if not count_texts(measures):
        return show_sentences([], language)
    f1, low, high, _ = here["all", "claims_f1"]
    numbers = {tongue: _count_texts_of(measures, tongue) for tongue in TONGUES}
    missing = [label_value("language", tongue, language) for tongue in TONGUES if not numbers[tongue]]
    told = [
        get_text("tell.validation.texts", language, texts=label_count("text", count_texts(measures), language),
                 split=get_text(f"validation.split.{split}", language), specimens=specimens,
                 claims=label_count("claim", here["all", "claims_recall"][3], language)),
        get_text("tell.validation.tongues", language, tongues=join_words(
            [f"{label_value('language', tongue, language)} ({n})" for tongue, n in numbers.items()], language)),
        *[get_text("tell.validation.tongues.missing", language, tongues=join_words(missing, language))] * bool(missing),
        get_text("tell.validation.claims", language, f1=_write(f1), low=_write(low), high=_write(high),
                 **{name: _percent(here["all", f"claims_{name}"][0]) for name in ("recall", "precision")}),
        get_text("tell.validation.matched", language,
                 **{name: _percent(here["all", name][0]) for name in ("act", "holders", "content")}),
    ]  # fmt: skip
    judged = list(_judge(measures))
    short = [(tongue, measure, value) for tongue, measure, value, wanted in judged if value < wanted]
    told.append(get_text("tell.validation.targets", language, reached=len(judged) - len(short), all=len(judged)))
    if short:
        told.append(get_text("tell.validation.short", language, measures=join_words((
            get_text("tell.validation.short.one", language, measure=get_text(f"measure.{measure}", language),
                     tongue=label_value("language", tongue, language), value=_write(value))
            for tongue, measure, value in short), language)))  # fmt: skip
    return show_sentences(told, language)


def tell_second(people: pd.DataFrame, third: pd.DataFrame, *, language: str = "en") -> Shown:
    """Tell how far two people agree, and where the coder is further from the second of them than the first is.

    Parameters
    ----------
    people : DataFrame
        Measures of the `Agreement` of two hand codings.
    third : DataFrame
        Those of the second hand coding and the coder, on the same texts.
    language : {"en", "ar"}
    """
    check_language(language)
    if not count_texts(people):
        return show_sentences([get_text("tell.validation.nothing", language)], language)
    there, here = _index(people, "all"), _index(third, "all")
    alphas = [value[0] for (_, name), value in there.items() if name.startswith("alpha") and value[0] == value[0]]

    def say(key: str, measures: dict, **values: str) -> str:
        shares = {name: _percent(measures["all", name][0]) for name in ("act", "holders")}
        return get_text(key, language, f1=_write(measures["all", "claims_f1"][0]), **shares, **values)

    told = [
        say("tell.validation.second", there, texts=label_count("text", count_texts(people), language),
            claims=label_count("claim", there["all", "claims_precision"][3], language),
            least=_write(min(alphas)), most=_write(max(alphas))),
        say("tell.validation.third", here),
    ]  # fmt: skip
    behind = [get_text(f"measure.{name}", language) for name in MEASURES
              if here["all", name][0] <= there["all", name][0] - 0.1]  # fmt: skip
    if behind:
        told.append(get_text("tell.validation.behind", language, measures=join_words(behind, language)))
    return show_sentences(told, language)


def tell_differences(differences: pd.DataFrame, *, language: str = "en") -> Shown:
    """Tell what kinds of error there are, in which part claims are missed, and which rules err most."""
    check_language(language)
    if not len(differences):
        return show_sentences([get_text("tell.validation.perfect", language)], language)
    kinds = _count(differences["kind"])
    told = [get_text("tell.validation.errors", language,
                     differences=label_count("difference", len(differences), language),
                     kinds=join_words((f"{get_text(f'validation.kind.{kind}', language)} ({number})"
                                       for kind, number in kinds), language))]  # fmt: skip
    missed = _count(differences.loc[differences["kind"] == "missed", "part"])
    if missed:
        told.append(get_text("tell.validation.where", language, missed=join_words((
            f"{label_value('part', part, language)} ({number})" for part, number in missed), language)))
    rules = _count(differences.loc[differences["kind"].isin(_SUBSTANTIAL) & (differences["rule"] != ""), "rule"])[:5]
    if rules:
        told.append(get_text("tell.validation.rules", language,
                             rules=join_words((f"{rule} ({number})" for rule, number in rules), language)))
    return show_sentences(told, language)


def _index(measures: pd.DataFrame, level: str = "language") -> dict[tuple[str, str], tuple]:
    found = measures[measures["level"] == level]
    return {(row.group, row.measure): (row.value, row.low, row.high, row.units) for row in found.itertuples()}


def _count_texts_of(measures: pd.DataFrame, tongue: str) -> int:
    found = measures[(measures["level"] == "language") & (measures["group"] == tongue)]["texts"]
    return int(found.max()) if len(found) else 0


def _list_tongues(measures: pd.DataFrame) -> list[str]:
    return list(dict.fromkeys(measures.loc[measures["level"] == "language", "group"]))


def _judge(measures: pd.DataFrame) -> Iterator[tuple[str, str, float, float]]:
    """Yield language, measure, value and target wherever both are there."""
    here = _index(measures)
    for tongue in _list_tongues(measures):
        for row in read_rows("figure_targets"):
            value = here[tongue, row["measure"]][0]
            if value == value and row[tongue]:
                yield tongue, row["measure"], value, float(row[tongue])


def _say_reached(value: float, wanted: str, language: str) -> str:
    if not wanted or value != value:
        return ""
    return get_text("validation.reached.yes" if value >= float(wanted) else "validation.reached.no", language)


def _count(values: pd.Series) -> list[tuple[str, int]]:
    counts = values.value_counts()
    return [(str(name), int(counts[name])) for name in sorted(counts.index, key=lambda name: (-counts[name], name))]


def _write(value: float) -> str:
    return f"{value:.3f}" if value == value else "–"


def _percent(value: float) -> str:
    return str(round(100 * value)) if value == value else "–"
