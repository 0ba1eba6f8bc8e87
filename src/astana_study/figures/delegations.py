"""Delegations: who sat at which round, in which role, and for how long the same person led."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from astana_study.codebook.vocabulary import list_values
from astana_study.figures.drawn import Drawn
from astana_study.figures.inputs import check_choices, check_columns, make_frame
from astana_study.figures.labels import check_language, get_text, label_actor, label_count, label_person, label_value
from astana_study.figures.page import BLUE, GREY, MARGIN, ORANGE, PALE, SMALL, Page

CELL, ROW, NAME = 0.385, 0.46, 6.6
COLUMNS = ["actor_id", "actor", "round", "number", "role", "attended", "person_id", "head", "led_before",
           "confidence", "source_url"]
_BAND = "#D6E8F5"
_SHAPES = {"guarantor": "s", "party": "o", "host": "^", "observer": "D", "invited": "p"}


def list_delegations(
    delegations: pd.DataFrame, rounds: pd.DataFrame, *, actors: Iterable[str] | None = None, language: str = "en"
) -> pd.DataFrame:
    """List actor by round: role, attendance, head, and whether that head led at the round before.

    Parameters
    ----------
    delegations, rounds : DataFrame
        The tables of these names.
    actors : iterable of str, optional
        Only these delegations; None takes all.
    language : {"en", "ar"}
        Of the labels.

    Returns
    -------
    DataFrame
        One row per actor, round and head, by role and number of rounds. ``attended`` is yes, no, boycott, not
        confirmed or not recorded; ``led_before`` is yes, no, or empty where either head is not recorded.
    """
    check_columns(delegations, "delegations", ["round", "actor_id", "number", "role", "attended", "person_id",
                                               "head_name", "confidence", "source_url"])
    check_columns(rounds, "rounds", ["round"])
    known = sorted(set(delegations["actor_id"]))
    if actors is not None:
        known = list(check_choices("actors", actors, known))
    numbers = [int(number) for number in rounds["round"].sort_values()]
    table = delegations[delegations["actor_id"].isin(known) & delegations["round"].isin(numbers)]
    roles = list_values("delegation_role")
    usual = {actor: min(rows["role"].mode(), key=roles.index) for actor, rows in table.groupby("actor_id")}
    sizes = table.groupby("actor_id")["round"].nunique()
    order = sorted(usual, key=lambda actor: (roles.index(usual[actor]), -sizes[actor], actor))
    found: dict[tuple[str, int], list[dict]] = {}
    for record in table.sort_values("number").to_dict("records"):
        found.setdefault((record["actor_id"], record["round"]), []).append(record)
    lines = []
    for actor in order:
        before: set[str] = set()
        for number in numbers:
            records = found.get((actor, number), [])
            heads = {record["person_id"] for record in records if record["person_id"] and _came(record)}
            for record in records:
                person = record["person_id"]
                led = "" if not person or not before or not _came(record) else "yes" if person in before else "no"
                name = label_person(person, language, fallback=record["head_name"]) if person else record["head_name"]
                lines.append([actor, label_actor(actor, language), number, int(record["number"]), record["role"],
                              record["attended"] or "not confirmed", person, name, led, record["confidence"],
                              record["source_url"]])
            if not records:
                lines.append([actor, label_actor(actor, language), number, 1, "", "not recorded", "", "", "", "", ""])
            before = heads
    return make_frame(lines, COLUMNS, whole=["round", "number"])


def _came(record: dict) -> bool:
    return record["attended"] not in ("no", "boycott")


def draw_delegations(
    delegations: pd.DataFrame, rounds: pd.DataFrame, *, actors: Iterable[str] | None = None, language: str = "en"
) -> Drawn:
    """Draw actor by round: role as shape, attendance as filling, and a band for as long as one person leads.

    Parameters and data are those of `list_delegations`.

    Examples
    --------
    >>> from astana_study.tables.frames import make_empty
    >>> draw_delegations(*map(make_empty, ["delegations", "rounds"]))  # doctest: +ELLIPSIS
    <delegations, en: 0 rows, fingerprint ...>
    """
    check_language(language)
    data = list_delegations(delegations, rounds, actors=actors, language=language)
    rounds = rounds.sort_values("round")
    numbers = [int(number) for number in rounds["round"]]
    actors = list(dict.fromkeys(data["actor_id"]))

    page = Page(MARGIN * 2 + 2.15 + CELL * max(len(numbers), 12) + 1.2, language)
    left = MARGIN + 2.15
    y = page.write_title(get_text("delegations.title", language), get_text("delegations.subtitle", language)) + 0.3
    y = _draw_heads(page, rounds, left, y, len(actors), language)
    role = ""
    for actor in actors:
        rows = data[data["actor_id"] == actor]
        usual = rows.loc[rows["role"] != "", "role"].mode().min()
        if usual != role:
            role = usual
            page.line([MARGIN, page.width - MARGIN], [y - ROW / 2] * 2, PALE, 0.8)
        page.text(left - 0.2, y, page.wrap(rows["actor"].iloc[0], 2.0, 8.5, 2), align="end")
        _draw_row(page, rows, numbers, left, y, language)
        came = rows.loc[rows["attended"] == "yes", "round"].nunique()
        heads = rows.loc[rows["person_id"] != "", "person_id"].nunique()
        words = f"{came} · {label_count('head', heads, language)}" if heads else str(came)
        page.text(left + CELL * len(numbers) + 0.12, y, words, size=SMALL, colour=GREY)
        y += ROW
    if not actors:
        page.text(MARGIN, y, get_text("caption.nothing", language), colour=GREY)
        y += ROW
    y = page.write_key(_make_key(page, data, language), MARGIN, y + 0.1)
    return Drawn("delegations", page.close(y + 0.05), data, _describe(data, numbers, language), language)


def _draw_heads(page: Page, rounds: pd.DataFrame, left: float, y: float, rows: int, language: str) -> float:
    year = ""
    for column, record in enumerate(rounds.to_dict("records")):
        x = left + CELL * column
        if str(record.get("start_date", ""))[:4] != year:
            year = str(record.get("start_date", ""))[:4]
            page.text(x + 0.06, y - 0.25, year, size=SMALL, colour=GREY)
            page.line([x, x], [y - 0.33, y + ROW * (rows + 0.5)], "#E2E2E2", 0.7)
        page.text(x + CELL / 2, y, str(record["round"]), align="middle", weight="bold")
    page.text(left - 0.2, y, get_text("word.rounds", language), align="end", weight="bold")
    page.text(left + CELL * len(rounds) + 0.12, y, get_text("delegations.sum", language), size=SMALL, colour=GREY)
    return y + ROW - 0.05


def _draw_row(page: Page, rows: pd.DataFrame, numbers: list[int], left: float, y: float, language: str) -> None:
    """Draw one delegation: the bands of its heads with their names, then the marks of attendance."""
    places = {number: left + CELL * column for column, number in enumerate(numbers)}
    free = {-1: 0.0, 1: 0.0}
    surnames = {person: label_person(person, language, short=True, fallback=head) for person, head in zip(
        rows["person_id"], rows["head"], strict=True)}
    shared = list(surnames.values())
    for person, first, last in _find_runs(rows, numbers):
        begin, end = places[first] + 0.04, places[last] + CELL - 0.04
        page.box(begin, y - 0.085, end - begin, 0.17, _BAND)
        name = surnames[person]
        if shared.count(name) > 1:
            name = label_person(person, language, fallback=name)
        width = page.measure(name, NAME)[0]
        begin = min(begin, page.width - MARGIN - width)
        for side in (-1, 1):
            if free[side] <= begin:
                page.text(begin, y + 0.148 * side, name, size=NAME)
                free[side] = begin + width + 0.05
                break
    for record in rows[rows["number"] == 1].to_dict("records"):
        x = places[record["round"]] + CELL / 2
        draw_seat(page, record["role"], record["attended"], x, y)


def _find_runs(rows: pd.DataFrame, numbers: list[int]) -> list[tuple[str, int, int]]:
    """Find for each head the runs of neighbouring rounds: person, first and last round."""
    led = rows[(rows["person_id"] != "") & ~rows["attended"].isin(["no", "boycott"])]
    before = dict(zip(numbers[1:], numbers, strict=False))
    runs: list[list] = []
    for number, person in zip(led["round"], led["person_id"], strict=True):
        run = next((run for run in runs if run[0] == person and run[2] == before.get(number)), None)
        if run:
            run[2] = number
        else:
            runs.append([person, number, number])
    return [tuple(run) for run in runs]


def draw_seat(page: Page, role: str, attended: str, x: float, y: float) -> None:
    """Set the mark of one seat: the role is the shape, attendance the filling."""
    if attended == "not recorded":
        page.mark(x, y, ".", 2.5, "#9A9A9A")
    elif attended in ("no", "boycott"):
        page.mark(x, y, "x" if attended == "boycott" else "_", 7, ORANGE, width=2)
    else:
        size = {"s": 7, "D": 6, "^": 7.5, "p": 8}.get(_SHAPES[role], 7.5)
        page.mark(x, y, _SHAPES[role], size, BLUE, filled=attended == "yes")


def _make_key(page: Page, data: pd.DataFrame, language: str) -> list:
    key = [
        (lambda x, y, role=role: draw_seat(page, role, "yes", x, y), label_value("delegation_role", role, language))
        for role in list_values("delegation_role")
        if (data["role"] == role).any()
    ]
    for attended in ("not confirmed", "no", "boycott", "not recorded"):
        if (data["attended"] == attended).any():
            key.append((lambda x, y, attended=attended: draw_seat(page, "observer", attended, x, y),
                        get_text(f"delegations.key.{attended.replace(' ', '_')}", language)))
    key.append((lambda x, y: page.box(x - 0.1, y - 0.07, 0.2, 0.14, _BAND), get_text("delegations.key.head", language)))
    return key


def _describe(data: pd.DataFrame, numbers: list[int], language: str) -> str:
    heads = data.loc[data["person_id"] != "", "person_id"].nunique()
    came = data[data["attended"] == "yes"]
    unnamed = int((came.groupby(["actor_id", "round"])["person_id"].max() == "").sum()) if len(came) else 0
    parts = [get_text("delegations.caption", language, heads=label_count("head", heads, language),
                      delegations=label_count("delegation", data["actor_id"].nunique(), language),
                      rounds=label_count("round", len(numbers), language))]
    parts.append(get_text("delegations.caption.caveat", language, unnamed=unnamed))
    if not len(data):
        parts.append(get_text("caption.nothing", language))
    return " ".join(parts)
