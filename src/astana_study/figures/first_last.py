"""First and last: when each commitment enters the joint statements, and when it leaves them."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from astana_study.codebook.reading import read_rows
from astana_study.figures.drawn import Drawn
from astana_study.figures.inputs import check_choices, check_columns, list_sure, make_frame
from astana_study.figures.labels import check_language, get_text, label_count, label_rounds, label_value
from astana_study.figures.page import BLUE, GREY, MARGIN, PALE, SKY, SMALL, Page

WIDTH, ROW = 11.0, 0.31
COLUMNS = ["commitment_id", "commitment", "first_round", "last_round", "recorded_in", "rounds", "still_there",
           "rows", "high_confidence_rounds"]


def list_commitments(
    statement_acts: pd.DataFrame,
    rounds: pd.DataFrame,
    *,
    commitments: Iterable[str] | None = None,
    confidence: str = "low",
    language: str = "en",
) -> pd.DataFrame:
    """List when each commitment of ``codebook/figure_commitments.csv`` is first and last recorded.

    Parameters
    ----------
    statement_acts, rounds : DataFrame
        The tables of these names.
    commitments : iterable of str, optional
        Only these; None takes all that are recorded at least once.
    confidence : {"low", "medium", "high"}
        Least confidence of the rows that count.
    language : {"en", "ar"}
        Of the labels.

    Returns
    -------
    DataFrame
        One row per commitment, by first round: ``recorded_in`` lists the rounds, ``still_there`` is yes where the
        last of `rounds` has it.
    """
    check_columns(statement_acts, "statement_acts", ["round", "act", "topic_id", "confidence"])
    check_columns(rounds, "rounds", ["round"])
    known = {row["commitment_id"]: row for row in read_rows("figure_commitments")}
    chosen = check_choices("commitments", commitments, list(known))
    sure = list_sure(confidence)
    counted = statement_acts[statement_acts["confidence"].isin(sure) & statement_acts["round"].isin(rounds["round"])]
    final = rounds["round"].max() if len(rounds) else 0
    lines = []
    for name in chosen:
        row = known[name]
        acts = row["acts"].split("|") if row["acts"] else None
        found = counted[(counted["topic_id"] == row["topic_id"]) & (counted["act"].isin(acts) if acts else True)]
        numbers = sorted({int(number) for number in found["round"]})
        if numbers:
            high = found.loc[found["confidence"] == "high", "round"].unique()
            lines.append([name, row[f"label_{check_language(language)}"], numbers[0], numbers[-1],
                          " ".join(map(str, numbers)), len(numbers), "yes" if numbers[-1] == final else "no",
                          len(found), " ".join(str(number) for number in sorted(high))])
    lines.sort(key=lambda line: (line[2], line[3], list(known).index(line[0])))
    return make_frame(lines, COLUMNS, whole=["first_round", "last_round", "rounds", "rows"])


def draw_first_last(
    statement_acts: pd.DataFrame,
    rounds: pd.DataFrame,
    *,
    commitments: Iterable[str] | None = None,
    confidence: str = "low",
    language: str = "en",
) -> Drawn:
    """Draw each commitment from the first to the last round whose statement is recorded to hold it.

    Parameters and data are those of `list_commitments`.

    Examples
    --------
    >>> from astana_study.tables.frames import make_empty
    >>> draw_first_last(*map(make_empty, ["statement_acts", "rounds"]))  # doctest: +ELLIPSIS
    <first_last, en: 0 rows, fingerprint ...>
    """
    data = list_commitments(
        statement_acts, rounds, commitments=commitments, confidence=confidence, language=language
    )
    rounds = rounds.sort_values("round")
    numbers = [int(number) for number in rounds["round"]]
    page = Page(WIDTH, language)
    y = page.write_title(get_text("first_last.title", language), get_text("first_last.subtitle", language)) + 0.3
    left = max([page.measure(label)[0] for label in data["commitment"]] + [1.0]) + MARGIN + 0.35
    right = WIDTH - 1.75
    step = min((right - left) / max(len(numbers) - 1, 1), 0.4)

    def place(number: int) -> float:
        return left + step * numbers.index(number)

    bottom = y + ROW * (len(data) + 0.5)
    page.text(left - 0.25, y, get_text("word.rounds", language), align="end", weight="bold")
    year = ""
    for record in rounds.to_dict("records"):
        x = place(int(record["round"]))
        page.text(x, y, str(record["round"]), align="middle", weight="bold")
        if str(record.get("start_date", ""))[:4] != year:
            year = str(record.get("start_date", ""))[:4]
            page.line([x - step / 2] * 2, [y - 0.33, bottom], PALE, 0.7)
            page.text(x - step / 2 + 0.06, y - 0.25, year, size=SMALL, colour=GREY)
    y += ROW
    for row in data.itertuples():
        recorded = {int(number) for number in row.recorded_in.split()}
        high = {int(number) for number in row.high_confidence_rounds.split()}
        page.text(left - 0.25, y, row.commitment, align="end")
        page.line([place(row.first_round), place(row.last_round)], [y, y], SKY, 5)
        for number in numbers:
            if number in recorded:
                page.mark(place(number), y, "o", 7, BLUE, filled=number in high, width=1.5)
            elif row.first_round < number < row.last_round:
                page.mark(place(number), y, ".", 3, "white")
        if row.still_there == "yes":
            page.mark(place(row.last_round) + 0.17, y, "<" if page.mirrored else ">", 5.5, BLUE)
        page.text(right + 0.4, y, get_text("first_last.span", language, number=row.rounds,
            rounds="–".join(map(str, sorted({row.first_round, row.last_round})))), size=SMALL)
        y += ROW
    if not len(data):
        page.text(MARGIN, y, get_text("caption.nothing", language), colour=GREY)
        y += ROW
    key = [
        (lambda x, y: page.mark(x, y, "o", 7, BLUE), get_text("first_last.key.high", language)),
        (lambda x, y: page.mark(x, y, "o", 7, BLUE, filled=False, width=1.5),
         get_text("first_last.key.lower", language)),
        (lambda x, y: page.line([x - 0.1, x + 0.1], [y, y], SKY, 5), get_text("first_last.key.between", language)),
        (lambda x, y: page.mark(x, y, "<" if page.mirrored else ">", 5.5, BLUE),
         get_text("first_last.key.still", language, number=numbers[-1] if numbers else "")),
    ]
    y = page.write_key(key, MARGIN, y + 0.2)
    return Drawn("first_last", page.close(y + 0.05), data, _describe(data, numbers, confidence, language), language)


def _describe(data: pd.DataFrame, numbers: list[int], confidence: str, language: str) -> str:
    parts = [get_text("first_last.caption", language, commitments=len(data), rows=label_count(
        "row", int(data["rows"].sum()), language), rounds=label_rounds(numbers, language),
        confidence=label_value("confidence", confidence, language))]
    parts.append(get_text("caption.not_absent", language))
    if not len(data):
        parts.append(get_text("caption.nothing", language))
    return " ".join(parts)
