"""How good the coder is: the confusion of acts, and five measures text by text.

The tables are those of `compare_codings`; nothing here compares.
"""

from __future__ import annotations

import pandas as pd

from astana_study.codebook.vocabulary import list_values
from astana_study.figures.drawn import Drawn
from astana_study.figures.inputs import check_columns, make_frame
from astana_study.figures.labels import check_language, get_text, label_count, label_value
from astana_study.figures.page import BLUE, FAINT, GREY, MARGIN, ORANGE, PALE, SKY, SMALL, Page

NONE = "(none)"
WIDTH, CELL, ROW = 10.5, 0.62, 0.3
BY_TEXT = ("claims_f1", "act", "holders", "content", "mentions_f1")
"""What is drawn for each text."""
_GOOD = 0.9


def draw_acts_confusion(acts: pd.DataFrame, measures: pd.DataFrame, *, language: str = "en") -> Drawn:
    """Draw how often each act of the hand coding was given which act by the coder.

    Parameters
    ----------
    acts, measures : DataFrame
        The tables of an `Agreement`.
    language : {"en", "ar"}

    Returns
    -------
    Drawn
        The data hold one row per pair of acts that occurs.

    Examples
    --------
    >>> from astana_study.agreement.comparing import compare_codings
    >>> agreement = compare_codings([], [])
    >>> draw_acts_confusion(agreement.acts, agreement.measures)  # doctest: +ELLIPSIS
    <acts_confusion, en: 0 rows, fingerprint ...>
    """
    check_language(language)
    check_columns(acts, "acts", ["reference", "other", "claims"])
    counted = acts.groupby(["reference", "other"])["claims"].sum()
    order = [act for act in (*list_values("act"), NONE)
             if act == NONE or act in set(acts["reference"]) | set(acts["other"])]  # fmt: skip
    rows = [[a, b, int(counted[a, b])] for a in order for b in order if (a, b) in counted.index]
    data = make_frame(rows, ["reference", "other", "claims"], whole=["claims"])

    page = Page(max(WIDTH, MARGIN * 2 + 1.4 + CELL * len(order)), language)
    left = MARGIN + 1.4
    y = page.write_title(*(get_text(f"acts_confusion.{name}", language) for name in ("title", "subtitle"))) + 0.15
    page.text(left - 0.15, y, get_text("acts_confusion.corner", language), size=SMALL, align="end", colour=GREY)
    for n, act in enumerate(order):
        page.text(left + CELL * (n + 0.5), y, page.wrap(_name(act, language), CELL - 0.04, SMALL, 2), size=SMALL,
                  align="middle")  # fmt: skip
    y += ROW
    for act in order if len(data) else ():
        page.text(left - 0.15, y, _name(act, language), align="end")
        for n, other in enumerate(order):
            count = int(counted.get((act, other), 0))
            right = act == other
            if right and act != NONE:
                page.box(left + CELL * n, y - ROW / 2, CELL, ROW, SKY if count else FAINT)
            elif count:
                page.box(left + CELL * n, y - ROW / 2, CELL, ROW, "#F6D5BF")
            if count:
                page.text(left + CELL * (n + 0.5), y, str(count), align="middle", weight="normal" if right else "bold")
        page.line([left, left + CELL * len(order)], [y + ROW / 2] * 2, "#E8E8E8", 0.6)
        y += ROW
    if not len(data):
        page.text(MARGIN, y, get_text("caption.nothing", language), colour=GREY)
        y += ROW
    same = data["reference"] == data["other"]
    missed, invented = data["other"] == NONE, data["reference"] == NONE
    shares = {"agreed": same, "confused": ~(same | missed | invented), "missed": missed, "invented": invented}
    total = {name: int(data.loc[chosen, "claims"].sum()) for name, chosen in shares.items()}
    caption = [get_text("acts_confusion.caption", language, texts=label_count("text", count_texts(measures), language),
                        claims=label_count("claim", sum(total.values()), language), **total)]  # fmt: skip
    caption.append(get_text("validation.caption.specimen", language) if len(data) else
                   get_text("caption.nothing", language))
    return Drawn("acts_confusion", page.close(y + 0.1), data, " ".join(caption), language)


def _name(act: str, language: str) -> str:
    return get_text("acts_confusion.none", language) if act == NONE else label_value("act", act, language)


def count_texts(measures: pd.DataFrame) -> int:
    """Return how many texts were compared."""
    return int(measures.loc[measures["level"] == "text", "group"].nunique())


def draw_measures_by_text(measures: pd.DataFrame, *, language: str = "en") -> Drawn:
    """Draw five measures for each text, the text with the lowest F1 on claims first.

    Parameters
    ----------
    measures : DataFrame
        The table of this name of an `Agreement`.
    language : {"en", "ar"}

    Returns
    -------
    Drawn
        The data hold one row per text and measure that has a value, rounded to three digits.

    Examples
    --------
    >>> from astana_study.agreement.comparing import compare_codings
    >>> draw_measures_by_text(compare_codings([], []).measures)  # doctest: +ELLIPSIS
    <measures_by_text, en: 0 rows, fingerprint ...>
    """
    check_language(language)
    check_columns(measures, "measures", ["level", "group", "measure", "value", "units"])
    drawn = measures[(measures["level"] == "text") & measures["measure"].isin(BY_TEXT)].dropna(subset="value")
    values = {(row.group, row.measure): round(float(row.value), 3) for row in drawn.itertuples()}
    texts = sorted(dict.fromkeys(drawn["group"]), key=lambda text: (
        [values.get((text, measure), 1.0) for measure in BY_TEXT], text))  # fmt: skip
    rows = [[text, measure, values[text, measure]] for text in texts for measure in BY_TEXT
            if (text, measure) in values]  # fmt: skip
    data = make_frame(rows, ["text", "measure", "value"]).astype({"value": "float"})

    page = Page(WIDTH, language)
    left = MARGIN + max([page.measure(text, SMALL)[0] for text in texts] + [1.0]) + 0.25
    step = (WIDTH - MARGIN - left) / len(BY_TEXT)
    reach = step - 0.35
    y = page.write_title(*(get_text(f"by_text.{name}", language) for name in ("title", "subtitle"))) + 0.15
    for n, measure in enumerate(BY_TEXT):
        page.text(left + step * n, y - 0.12, page.wrap(get_text(f"measure.{measure}", language), reach, SMALL, 2),
                  size=SMALL, weight="bold", vertical="top")  # fmt: skip
    y += 0.36
    top = y - 0.12
    for text in texts:
        page.text(left - 0.15, y, text, size=SMALL, align="end")
        for n, measure in enumerate(BY_TEXT):
            page.line([left + step * n, left + step * n + reach], [y, y], "#E8E8E8", 0.6)
            if (text, measure) in values:
                value = values[text, measure]
                page.mark(left + step * n + reach * value, y, "o" if value >= _GOOD else "D", 5,
                          BLUE if value >= _GOOD else ORANGE, filled=value >= _GOOD)  # fmt: skip
                if value < _GOOD:
                    page.text(left + step * n + reach * value - 0.09, y, f"{value:.2f}", size=SMALL, align="end")
        y += 0.19
    for n in range(len(BY_TEXT) if texts else 0):
        page.line([left + step * n + reach * _GOOD] * 2, [top, y - 0.08], PALE, 0.8)
    if not texts:
        page.text(MARGIN, y, get_text("caption.nothing", language), colour=GREY)
        y += ROW
    key = [(lambda x, y: page.mark(x, y, "o", 5, BLUE), get_text("by_text.key.high", language)),
           (lambda x, y: page.mark(x, y, "D", 5, ORANGE, filled=False), get_text("by_text.key.low", language))]
    y = page.write_key(key, MARGIN, y + 0.15)
    whole = sum(values.get((text, "claims_f1")) == 1.0 for text in texts)
    caption = [get_text("by_text.caption", language, texts=label_count("text", len(texts), language), whole=whole),
               get_text("validation.caption.specimen" if texts else "caption.nothing", language)]  # fmt: skip
    return Drawn("measures_by_text", page.close(y + 0.05), data, " ".join(caption), language)
