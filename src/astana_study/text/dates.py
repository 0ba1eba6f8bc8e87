"""Dates a text: the round it is about and the day it was published, each with its basis.

Only the first 24,000 characters and the last 2,000 are looked at, so that a text of any length is dated as quickly.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from astana_study.text.calendar import Round
from astana_study.text.datelines import find_dateline, find_weekdays, resolve_day
from astana_study.text.days import find_days, find_worded_days, fold_text
from astana_study.text.deixis import infer_event_day, infer_today, is_closing
from astana_study.text.language import guess_kind
from astana_study.text.rounds import LEAD, RoundMention, find_rounds, has_astana, weigh_rounds
from astana_study.text.signs import infer_from_signs, tells_of_talks

HEAD = 24_000
TAIL = 2_000
SINCE = dt.timedelta(days=30)
BEFORE = dt.timedelta(days=3)
AFTER = dt.timedelta(days=10)
"""A text published from three days before a round to ten days after it, on the Astana process, is about that round."""


@dataclass(frozen=True, slots=True)
class Dating:
    """Which round a text is about and when it was published; unknown is None and ``""``."""

    round: int | None
    round_basis: str
    published: str
    published_basis: str


def infer_dating(
    text: str, language: str, calendar: Sequence[Round], *, published: str = "", round: int | None = None
) -> Dating:
    """Infer the round and the day of publication of a text.

    Parameters
    ----------
    text : str
        The text, its headline first.
    language : str
        ISO 639-1 code; Arabic and English are read, of other languages numbers such as Astana-20, and dates.
    calendar : sequence of Round
        When the rounds met.
    published : str, optional
        The day of publication, ISO, where it is known.
    round : int, optional
        The round, where it is known.

    Returns
    -------
    Dating
        ``round_basis`` is given, stated, inferred from date or unknown; ``published_basis`` is
        metadata, text, inferred from the round or unknown.

    Examples
    --------
    >>> from astana_study.text.calendar import load_calendar
    >>> infer_dating("استضافت العاصمة، أمس واليوم، الجولة العشرين من محادثات أستانا", "ar", load_calendar())
    Dating(round=20, round_basis='stated', published='2023-06-21', published_basis='inferred from the round')
    >>> infer_dating("Guarantors of the Astana process agreed", "en", load_calendar(), published="2023-06-22")
    Dating(round=20, round_basis='inferred from date', published='2023-06-22', published_basis='metadata')
    """
    if round is not None and published:
        return Dating(round, "given", published, "metadata")
    clipped = text if len(text) <= HEAD + TAIL else f"{text[:HEAD]}\n{text[-TAIL:]}"
    folded = fold_text(clipped.lstrip())
    basis = "given" if round is not None else "unknown"
    coming = False
    if round is None and has_astana(folded):
        round, basis, coming = _infer_round(folded, language, calendar, published)
        # "The first round" may be the first day of a later one.
        if (round is None or round == 1) and not published:
            seen = infer_from_signs(folded, language, calendar, least=1 if round is None else 2)
            round, basis = (seen, "inferred from date") if seen else (round, basis)
    if published:
        if round is None and tells_of_talks(folded, language):
            day = dt.date.fromisoformat(published)
            round = next((meeting.number for meeting in calendar if meeting.start <= day <= meeting.end), None)
            basis = "inferred from date" if round is not None else basis
        return Dating(round, basis, published, "metadata")
    stated = find_dateline(folded, calendar, round)
    if stated:
        if round is None and has_astana(folded) and (number := find_meeting(dt.date.fromisoformat(stated), calendar)):
            round, basis = number, "inferred from date"
        return Dating(round, basis, stated, "text")
    today = ""
    # Before a round, "today" is no day of the round.
    if round is not None and not coming:
        meeting = calendar[round - 1]
        today = infer_today(folded, language, meeting)
        if not today and guess_kind(clipped) == "statement":
            # A joint statement is read out when the meeting closes.
            today = meeting.end.isoformat()
        today = today or infer_event_day(folded, language, meeting)
    return Dating(round, basis, today, "inferred from the round" if today else "unknown")


def find_meeting(day: dt.date, calendar: Sequence[Round]) -> int | None:
    """Return the round that met around a day: from three days before its first day to ten days after its last.

    Examples
    --------
    >>> from astana_study.text.calendar import load_calendar
    >>> find_meeting(dt.date(2023, 6, 22), load_calendar()), find_meeting(dt.date(2023, 9, 1), load_calendar())
    (20, None)
    """
    for meeting in calendar:
        if meeting.start - BEFORE <= day <= meeting.end + AFTER:
            return meeting.number
    return None


def _infer_round(
    text: str, language: str, calendar: Sequence[Round], published: str
) -> tuple[int | None, str, bool]:
    """Return the round, its basis, and whether it is still to come."""
    title_end = text.find("\n")
    title_end = min(title_end if title_end >= 0 else 120, 200)
    # Most texts settle it in their first lines; only where they do not is the rest read.
    mentions = find_rounds(text[: title_end + LEAD + 200], language)
    about = {mention.number for mention in mentions if mention.role == "about" and mention.start < title_end + LEAD}
    if len(about) != 1:
        mentions = find_rounds(text, language)
    weighed = weigh_rounds(mentions, title_end)
    held = (mention for _, mention in weighed if mention.number <= len(calendar))
    likeliest = next((mention for mention in held if mention.role == "about"), None)
    if likeliest is not None and likeliest.start < title_end + LEAD:
        return likeliest.number, "stated", _is_coming(mentions, likeliest.number)
    dated = find_meeting(dt.date.fromisoformat(published), calendar) if published else None
    if likeliest is None and not dated:
        # A text whose first lines tell of a round to come, and of no end, is about that one.
        coming = next((mention for _, mention in weighed if mention.role == "next"), None)
        if coming and coming.number <= len(calendar) and (
            coming.start < title_end or (coming.start < title_end + LEAD and not is_closing(text, language))
        ):
            return coming.number, "stated", True
    dated = dated or _find_dated_meeting(text, calendar)
    end = max(title_end + LEAD, 3 * len(text) // 4)
    weighed = [pair for pair in weighed if pair[1].role != "previous" or pair[1].start < end]
    if dated and any(mention.number == dated for mention in mentions) and all(
        mention.number != dated for _, mention in weighed
    ):  # fmt: skip
        dated = None  # at the end of a text the days of an earlier round are background
    if likeliest is not None:
        # Far down in the text a round without its words of before and after may still be background.
        if dated and dated != likeliest.number and not any(m.number == dated for m in mentions):
            return dated, "inferred from date", False
        if not dated and _is_long_ago(text, likeliest.number, calendar, published):
            return _infer_from_others(text, language, weighed, calendar, published)
        return likeliest.number, "stated", _is_coming(mentions, likeliest.number)
    if dated:
        named = any(mention.number == dated for mention in mentions)
        return dated, "stated" if named else "inferred from date", _is_coming(mentions, dated)
    day = published or find_dateline(text, calendar, None)
    return _infer_from_others(text, language, weighed, calendar, day)


def _is_coming(mentions: Sequence[RoundMention], number: int) -> bool:
    """Tell whether most of the times that a round is named it is as one to come."""
    roles = [mention.role for mention in mentions if mention.number == number]
    return 2 * sum(role in ("next", "agreed") for role in roles) >= len(roles) > 0


def _is_long_ago(text: str, number: int, calendar: Sequence[Round], published: str) -> bool:
    """Tell whether the text was published months after a round, so that it names it as background."""
    day = published or find_dateline(text, calendar, None)
    return bool(day) and number < len(calendar) and day > (calendar[number].start + SINCE).isoformat()


def _find_dated_meeting(text: str, calendar: Sequence[Round]) -> int | None:
    """Return the round whose days a text tells in its first lines, or as its dateline."""
    stop = min(len(text), 2_500)
    weekdays = find_weekdays(text)
    for day in (*find_days(text, 0, stop), *find_worded_days(text, 0, min(stop, 1_200))):
        date = resolve_day(day, calendar, None, weekdays)
        if date:
            for meeting in calendar:
                first = date.replace(day=day.first) if day.first <= day.last else date
                if meeting.start <= date <= meeting.end or meeting.start <= first <= meeting.end:
                    return meeting.number
    stated = find_dateline(text, calendar, None)
    return find_meeting(dt.date.fromisoformat(stated), calendar) if stated else None


def _infer_from_others(
    text: str, language: str, weighed: list[tuple[float, RoundMention]], calendar: Sequence[Round], published: str
) -> tuple[int | None, str, bool]:
    """Where only the next or an earlier round is named, the text is about the one before, or that one."""
    for _, mention in weighed:
        if mention.role == "previous":
            meeting = calendar[mention.number - 1] if mention.number <= len(calendar) else None
            # A text of a month or more after an earlier round names it as background.
            if meeting and (not published or published <= (meeting.end + SINCE).isoformat()):
                return mention.number, "stated", False
            continue
        # What a closing meeting agreed on comes after the one that the text is about; so does what a text ends with.
        over = mention.role == "agreed" and is_closing(text, language)
        over = over or mention.start >= LEAD
        number = mention.number - over
        if 1 <= number <= len(calendar):
            return number, "stated", not over
    return None, "unknown", False
