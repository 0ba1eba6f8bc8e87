"""One round at a glance: when, where, who, what the statement did, and what happened in the weeks around it."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd

from astana_study.codebook.vocabulary import list_values
from astana_study.figures.delegations import draw_seat
from astana_study.figures.drawn import Drawn
from astana_study.figures.inputs import check_columns, check_round, make_frame
from astana_study.figures.labels import (
    check_language,
    format_span,
    get_text,
    join_words,
    label_actor,
    label_count,
    label_person,
    label_topic,
    label_value,
)
from astana_study.figures.marks import draw_act, find_strongest, get_mark, make_certainty_key, sort_acts
from astana_study.figures.page import GREY, MARGIN, ORANGE, PALE, SMALL, Page
from astana_study.figures.slippage import measure_slippage, say_outcome

WIDTH, HALF, ROW = 10.5, 5.0, 0.235
COLUMNS = ["round", "part", "id", "label", "value", "date", "confidence", "source_url"]


def draw_round(
    round: int,
    rounds: pd.DataFrame,
    delegations: pd.DataFrame,
    statement_acts: pd.DataFrame,
    milestones: pd.DataFrame,
    *,
    days: int = 45,
    language: str = "en",
) -> Drawn:
    """Draw one page about one round.

    Parameters
    ----------
    round : int
        From 1 to 22.
    rounds, delegations, statement_acts, milestones : DataFrame
        The tables of these names; `rounds` with all rounds, for the times between them.
    days : int
        How many days before and after the round to look for events.
    language : {"en", "ar"}

    Returns
    -------
    Drawn
        The data hold one row per thing on the page; ``part`` is round, delegation, statement or event.

    Examples
    --------
    >>> from astana_study.tables.frames import make_empty
    >>> tables = map(make_empty, ["rounds", "delegations", "statement_acts", "milestones"])
    >>> draw_round(20, *tables)  # doctest: +ELLIPSIS
    <round-20, en: 0 rows, fingerprint ...>
    """
    check_language(language)
    round = check_round(round)
    check_columns(rounds, "rounds", ["round", "start_date", "end_date", "city", "statement_issued"])
    check_columns(delegations, "delegations", ["round", "actor_id", "number", "role", "attended", "head_name"])
    check_columns(statement_acts, "statement_acts", ["round", "act", "topic_id", "confidence"])
    check_columns(milestones, "milestones", ["milestone_id", "date", "kind", "label_en", "label_ar"])
    page = Page(WIDTH, language)
    rows: list[list] = []
    found = rounds[rounds["round"] == round].to_dict("records")
    y = page.write_title(get_text("word.round", language, number=round)) - 0.02
    if not found:
        page.text(MARGIN, y, get_text("caption.nothing", language), colour=GREY)
        caption = get_text("caption.nothing", language)
        data = make_frame([], COLUMNS, whole=["round"])
        return Drawn(f"round-{round:02d}", page.close(y + 0.3), data, caption, language)
    y = _write_facts(page, found[0], rounds, y, rows, language)
    y = max(
        _write_delegations(page, delegations[delegations["round"] == round], y, rows, language),
        _write_statement(page, found[0], statement_acts[statement_acts["round"] == round], y, rows, language),
    )
    y = _draw_weeks(page, found[0], milestones, days, y + 0.1, rows, language)
    key = [
        *make_certainty_key(page, language),
        (lambda x, y: page.mark(x, y, "o", 5, ORANGE), label_value("milestone_kind", "military", language)),
        (lambda x, y: page.mark(x, y, "o", 5), get_text("round.key.other", language)),
    ]
    y = page.write_key(key, MARGIN, y + 0.15)
    data = make_frame([[round, *row] for row in rows], COLUMNS, whole=["round"])
    return Drawn(f"round-{round:02d}", page.close(y), data, _describe(data, round, days, language), language)


def _write_facts(page: Page, record: dict, rounds: pd.DataFrame, y: float, rows: list, language: str) -> float:
    place = get_text(f"city.{record['city']}", language)
    span = format_span(record["start_date"], record["end_date"], language)
    kind = "round.statement." + (record.get("statement_kind") or "none").replace(" ", "_")
    lines = [f"{place} · {span} · {get_text(kind, language)}"]
    slips = measure_slippage(rounds)
    before = slips[slips["next_round"] == record["round"]]
    if len(before):
        row = next(before.itertuples())
        waited = label_count("day", int(row.waited_days), language)
        lines.append(get_text("round.since", language, days=waited, number=row.round,
                              outcome=say_outcome(row, language)))
        rows.append(["round", "waited_days", get_text("round.waited", language), str(row.waited_days), "", "", ""])
    own = next(slips[slips["round"] == record["round"]].itertuples())
    if own.announced_from:
        lines.append(get_text("round.next", language, outcome=say_outcome(own, language),
                              span=format_span(own.announced_from, own.announced_to, language)))
    rows.insert(0, ["round", "held", place, get_text(kind, language), record["start_date"],
                    record.get("confidence", ""), record.get("source_url", "")])
    for number, line in enumerate(lines):
        page.text(MARGIN, y, line, size=9.5 if number == 0 else 8.5, colour="#1A1A1A" if number == 0 else GREY)
        y += 0.23
    return y + 0.1


def _write_head(page: Page, x: float, y: float, words: str) -> float:
    page.text(x, y, words, weight="bold", size=9)
    page.line([x, x + HALF - 0.25], [y + 0.13] * 2, PALE)
    return y + 0.3


def _write_delegations(page: Page, table: pd.DataFrame, y: float, rows: list, language: str) -> float:
    y = _write_head(page, MARGIN, y, get_text("round.who", language))
    roles = list_values("delegation_role")
    records = sorted(table.to_dict("records"), key=lambda r: (roles.index(r["role"]), r["actor_id"], r["number"]))
    for record in records:
        name = record["head_name"]
        if record.get("person_id"):
            name = label_person(record["person_id"], language, fallback=name)
        came = record["attended"] or "not confirmed"
        actor = label_actor(record["actor_id"], language)
        draw_seat(page, record["role"], came, MARGIN + 0.1, y)
        page.text(MARGIN + 0.28, y, page.wrap(actor, 2.45, 8, 1), size=8)
        words = name if came == "yes" else " · ".join(filter(None, [get_text(
            f"round.{came.replace(' ', '_')}", language), name]))
        page.text(MARGIN + 2.8, y, page.wrap(words or get_text("round.unnamed", language), 2.05, SMALL + 0.5, 1),
                  size=SMALL + 0.5, colour="#1A1A1A" if name and came == "yes" else GREY)
        rows.append(["delegation", record["actor_id"], actor, f"{came}; {record['role']}; {name}", "",
                     record.get("confidence", ""), record.get("source_url", "")])
        y += ROW
    if not records:
        page.text(MARGIN, y, get_text("caption.nothing", language), colour=GREY)
    key = [(lambda x, y, r=role: draw_seat(page, r, "yes", x, y), label_value("delegation_role", role, language))
           for role in roles if (table["role"] == role).any()]
    return page.write_key(key, MARGIN, y + 0.12, HALF - 0.3, 7) + 0.05


def _write_statement(page: Page, record: dict, acts: pd.DataFrame, y: float, rows: list, language: str) -> float:
    x = MARGIN + HALF + 0.1
    y = _write_head(page, x, y, get_text(f"round.what.{record['statement_issued']}", language))
    groups = sorted(acts.groupby("topic_id"), key=lambda group: (
        -get_mark(find_strongest(group[1]["act"])).strength, group[0]))
    for topic, table in groups:
        page.text(x, y, page.wrap(label_topic(topic, language), 1.75, 8.5, 1))
        at = x + 1.9
        done = sort_acts(table["act"])
        for act in done:
            sure = (table.loc[table["act"] == act, "confidence"] == "high").any()
            draw_act(page, act, at, y, size=7.5, sure=sure)
            at += 0.21
        words = join_words((label_value("act", act, language) for act in done), language)
        room = WIDTH - MARGIN - max(at, x + 2.75)
        page.text(max(at, x + 2.75), y, page.wrap(words, room, SMALL, 1), size=SMALL, colour=GREY)
        rows.append(["statement", topic, label_topic(topic, language), " ".join(done), "",
                     min(table["confidence"], key=list_values("confidence").index), ""])
        y += ROW
    if not groups:
        page.text(x, y, get_text("caption.nothing", language), colour=GREY)
        y += ROW
    return y


def _draw_weeks(page: Page, record: dict, milestones: pd.DataFrame, days: int, y: float, rows: list,
                language: str) -> float:
    start, end = (date.fromisoformat(record[column]) for column in ("start_date", "end_date"))
    first, last = start - timedelta(days=days), end + timedelta(days=days)
    total = (last - first).days

    def place(day: date) -> float:
        return MARGIN + (day - first).days / total * (WIDTH - 2 * MARGIN)

    heading = get_text("round.around", language, days=label_count("day", days, language))
    page.text(MARGIN, y, heading, weight="bold", size=9)
    events = milestones[milestones["date"].between(first.isoformat(), last.isoformat())].sort_values(
        ["date", "milestone_id"])
    top, bottom = y + 0.42, y + 0.62 + 0.19 * max(len(events), 1)
    page.box(place(start), top, place(end + timedelta(days=1)) - place(start), bottom - top, "#DCE9F2")
    page.line([MARGIN, WIDTH - MARGIN], [top, top], PALE)
    for offset in range(-days, days + 1, 15):
        day = start + timedelta(days=offset) if offset <= 0 else end + timedelta(days=offset)
        page.line([place(day)] * 2, [top - 0.05, top], GREY, 0.8)
        label = format_span(day.isoformat(), "", language)
        if offset % 45 == 0 or days < 45:
            align = "start" if offset == -days else "end" if offset == days else "middle"
            page.text(place(day), top - 0.13, label, size=7, align=align, colour=GREY)
    y = top + 0.16
    for event in events.to_dict("records"):
        day = date.fromisoformat(event["date"])
        x, label = place(day), event[f"label_{language}"]
        away = _say_distance(day, start, end, language)
        ahead = x < WIDTH * 0.55
        page.mark(x, y, "o", 5, ORANGE if event["kind"] == "military" else "#1A1A1A",
                  filled=event.get("confidence", "high") != "low")
        page.text(x + (0.1 if ahead else -0.1), y, f"{label} ({away})", size=SMALL, align="start" if ahead else "end")
        rows.append(["event", event["milestone_id"], label, away, event["date"], event.get("confidence", ""),
                     event.get("source_url", "")])
        y += 0.19
    if not len(events):
        page.text(MARGIN, y, get_text("round.no_events", language), size=SMALL, colour=GREY)
    return bottom


def _say_distance(day: date, start: date, end: date, language: str) -> str:
    if start <= day <= end:
        return get_text("round.during", language)
    key, gap = ("round.before", (start - day).days) if day < start else ("round.after", (day - end).days)
    return get_text(key, language, days=label_count("day", gap, language))


def _describe(data: pd.DataFrame, round: int, days: int, language: str) -> str:
    parts = data["part"].value_counts()
    text = get_text("round.caption", language, round=round, topics=label_count(
        "topic", int(parts.get("statement", 0)), language), events=label_count("event", int(parts.get("event", 0)),
        language), delegations=label_count("row", int(parts.get("delegation", 0)), language),
        days=label_count("day", days, language))
    return f"{text} {get_text('caption.not_absent', language)}"
