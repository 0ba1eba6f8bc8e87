"""What the figures on the record show, in sentences whose numbers are computed from the tables."""

from __future__ import annotations

import pandas as pd

from astana_study.figures.delegations import list_delegations
from astana_study.figures.drawn import Shown
from astana_study.figures.first_last import list_commitments
from astana_study.figures.inputs import check_round
from astana_study.figures.labels import (
    check_language,
    format_span,
    get_text,
    join_words,
    label_actor,
    label_count,
    label_person,
    label_rounds,
    label_topic,
    label_value,
)
from astana_study.figures.marks import find_strongest, get_mark
from astana_study.figures.slippage import measure_slippage
from astana_study.figures.telling_text import show_sentences


def tell_rounds(rounds: pd.DataFrame, *, language: str = "en") -> Shown:
    """Tell how often the rounds met, where, the longest gap, and how announcements were kept."""
    check_language(language)
    if not len(rounds):
        return show_sentences([], language)
    rounds = rounds.sort_values("round")
    slips = measure_slippage(rounds)
    cities = rounds["city"].value_counts()
    told = [get_text("tell.rounds", language, rounds=label_count("round", len(rounds), language),
                     span=format_span(rounds["start_date"].iloc[0], rounds["end_date"].iloc[-1], language),
                     cities=join_words((f"{get_text(f'city.{city}', language)} ({number})"
                                        for city, number in cities.items()), language))]
    waits = slips.dropna(subset=["waited_days"])
    if len(waits):
        longest = waits.loc[waits["waited_days"].idxmax()]
        before, after = (part["waited_days"] for part in (waits[waits["round"] < longest["round"]],
                                                          waits[waits["round"] > longest["round"]]))
        told.append(get_text("tell.longest", language, before=longest["round"], after=longest["next_round"],
                             days=label_count("day", int(longest["waited_days"]), language)))
        if len(before) and len(after):
            told.append(get_text("tell.rhythm", language,
                                 before=label_count("day", int(before.median()), language),
                                 after=label_count("day", int(after.median()), language)))
    compared = slips.dropna(subset=["slippage_days"])
    if len(compared):
        late = compared[compared["slippage_days"] > 0]
        told.append(get_text("tell.kept", language, kept=int((compared["slippage_days"] <= 0).sum()),
                             all=len(compared), late=len(late)))
        wide = compared.assign(width=[(pd.Timestamp(row.announced_to) - pd.Timestamp(row.announced_from)).days + 1
                                      for row in compared.itertuples()])
        half = len(wide) // 2
        early, recent = wide["width"].head(half).median(), wide["width"].tail(half).median()
        if half and recent > early:
            told.append(get_text("tell.vaguer", language, number=half,
                                 early=label_count("day", int(early), language),
                                 recent=label_count("day", int(recent), language)))
    return show_sentences(told, language)


def tell_round(
    round: int, rounds: pd.DataFrame, delegations: pd.DataFrame, statement_acts: pd.DataFrame, *, language: str = "en"
) -> Shown:
    """Tell what is new and what is gone at one round, against all rounds before it."""
    check_language(language)
    round = check_round(round)
    found = rounds[rounds["round"] == round].to_dict("records")
    if not found:
        return show_sentences([], language)
    told = [get_text("tell.round", language, number=round, city=get_text(f"city.{found[0]['city']}", language),
                     span=format_span(found[0]["start_date"], found[0]["end_date"], language))]
    slips = measure_slippage(rounds)
    waits = slips.dropna(subset=["waited_days"])
    own = waits[waits["next_round"] == round]
    if len(own):
        days = int(own["waited_days"].iloc[0])
        told.append(get_text("tell.waited", language, days=label_count("day", days, language),
                             median=label_count("day", int(waits["waited_days"].median()), language)))
    table = list_delegations(delegations, rounds, language=language)
    here = table[(table["round"] == round) & (table["attended"] == "yes")]
    told.append(get_text("tell.came", language,
                         delegations=label_count("delegation", here["actor_id"].nunique(), language)))
    new = here[(here["led_before"] == "no") & (here["number"] == 1)]
    if len(new):
        told.append(get_text("tell.new_heads", language, heads=join_words(
            (f"{row.head} ({row.actor})" for row in new.itertuples()), language)))
    told += _tell_topics(round, statement_acts, language)
    return show_sentences(told, language)


def _tell_topics(round: int, acts: pd.DataFrame, language: str) -> list[str]:
    acts = acts[acts["topic_id"] != "other"]
    here = set(acts.loc[acts["round"] == round, "topic_id"])
    before = set(acts.loc[acts["round"] < round, "topic_id"])
    told = []
    for key, topics in (("tell.first_time", here - before if before else set()),
                        ("tell.not_again", before - here if here else set())):
        if topics:
            told.append(get_text(key, language, topics=join_words(
                (label_topic(topic, language) for topic in sorted(topics)), language)))
    against = {topic for topic, group in acts[acts["round"] == round].groupby("topic_id")
               if get_mark(find_strongest(group["act"])).tone == "against"}
    if against:
        told.append(get_text("tell.against", language, topics=join_words(
            (label_topic(topic, language) for topic in sorted(against)), language)))
    return told


def tell_topics(statement_acts: pd.DataFrame, rounds: pd.DataFrame, *, language: str = "en") -> Shown:
    """Tell which topics are in most statements, which hardened, and which are recorded once only."""
    check_language(language)
    acts = statement_acts[statement_acts["topic_id"] != "other"]
    if not len(acts):
        return show_sentences([], language)
    spread = acts.groupby("topic_id")["round"].nunique().sort_values(ascending=False, kind="stable")
    told = [get_text("tell.topics", language, topics=join_words(
        (f"{label_topic(topic, language)} ({number})" for topic, number in spread.head(3).items()), language),
        rounds=label_count("round", len(rounds), language))]
    hardened = []
    for topic, group in acts.groupby("topic_id"):
        strongest = group.groupby("round")["act"].agg(find_strongest).sort_index()
        tones = [get_mark(act).tone for act in strongest]
        if tones[0] != "against" and tones[-1] == "against":
            turn = next(number for number, tone in zip(strongest.index, tones, strict=True) if tone == "against")
            hardened.append(get_text("tell.hardened.one", language, topic=label_topic(topic, language), round=turn,
                                     first=label_value("act", strongest.iloc[0], language),
                                     last=label_value("act", strongest.iloc[-1], language)))
    if hardened:
        told.append(get_text("tell.hardened", language, topics=("؛ " if language == "ar" else "; ").join(hardened)))
    once = sorted(spread[spread == 1].index)
    if once:
        told.append(get_text("tell.once", language,
                             topics=join_words((label_topic(topic, language) for topic in once), language)))
    return show_sentences(told, language)


def tell_targets(
    statement_acts: pd.DataFrame, statement_act_targets: pd.DataFrame, *, language: str = "en"
) -> Shown:
    """Tell how many condemnations and rejections name anyone, and whom."""
    check_language(language)
    if not len(statement_acts):
        return show_sentences([], language)
    aimed = statement_acts.merge(statement_act_targets, on=["round", "number"])
    told = []
    for act in ("condemn", "reject", "call"):
        all_rows = int((statement_acts["act"] == act).sum())
        rows = aimed[aimed["act"] == act]
        if not all_rows:
            continue
        sizes = rows.groupby("actor_id")["number"].size().sort_values(ascending=False, kind="stable").head(4)
        names = join_words((f"{label_actor(actor, language)} ({number})" for actor, number in sizes.items()), language)
        told.append(get_text("tell.targets.act" if len(sizes) else "tell.targets.nobody", language, all=all_rows,
                             act=label_value("act", act, language), actors=names,
                             named=len(rows.drop_duplicates(["round", "number"]))))
    return show_sentences(told, language)


def tell_commitments(statement_acts: pd.DataFrame, rounds: pd.DataFrame, *, language: str = "en") -> Shown:
    """Tell which commitments are recorded without a break from their first round, and which are gone at the end."""
    data = list_commitments(statement_acts, rounds, language=language)
    if not len(data):
        return show_sentences([], language)
    unbroken = data[(data["still_there"] == "yes") & (data["rounds"] == rounds["round"].max() - data["first_round"] + 1)
                    & (data["rounds"] >= 3)]
    gone = data[data["still_there"] == "no"]
    told = []
    if len(unbroken):
        told.append(get_text("tell.unbroken", language, commitments=join_words(
            (f"{row.commitment} ({row.first_round})" for row in unbroken.itertuples()), language)))
    if len(gone):
        told.append(get_text("tell.gone", language, last=int(rounds["round"].max()), commitments=join_words(
            (f"{row.commitment} ({row.last_round})" for row in gone.itertuples()), language)))
    return show_sentences(told, language)


def tell_delegations(delegations: pd.DataFrame, rounds: pd.DataFrame, *, language: str = "en") -> Shown:
    """Tell who led for longest, whose heads changed most, who stayed away, who came late and who left."""
    data = list_delegations(delegations, rounds, language=language)
    came = data[data["attended"] == "yes"]
    if not len(came):
        return show_sentences([], language)
    told = []
    led = came[came["person_id"] != ""].groupby(["person_id", "actor_id"])["round"].nunique().sort_values(
        ascending=False, kind="stable")
    if len(led):
        told.append(get_text("tell.longest_head", language, heads=join_words(
            (f"{label_person(person, language)} "
             f"({get_text('word.comma', language, first=label_actor(actor, language), second=number)})"
             for (person, actor), number in led.head(3).items()), language)))
        heads = came[came["person_id"] != ""].groupby("actor_id")["person_id"].nunique().sort_values(
            ascending=False, kind="stable")
        told.append(get_text("tell.most_heads", language, actor=label_actor(heads.index[0], language),
                             heads=label_count("head", int(heads.iloc[0]), language)))
    away = data[data["attended"].isin(["no", "boycott"])]
    for actor, group in away.groupby("actor_id", sort=False):
        told.append(get_text("tell.away", language, actor=label_actor(actor, language),
                             rounds=label_rounds(list(group["round"]), language)))
    final, first = int(rounds["round"].max()), int(rounds["round"].min())
    ends = came.groupby("actor_id")["round"].agg(["min", "max"])
    for actor, row in ends.iterrows():
        if row["max"] <= final - 5:
            told.append(get_text("tell.last_came", language, actor=label_actor(actor, language), round=row["max"]))
    late = ends[ends["min"] > first + 2].sort_values("min", kind="stable")
    if len(late):
        told.append(get_text("tell.joined", language, actors=join_words(
            (f"{label_actor(actor, language)} ({row['min']})" for actor, row in late.iterrows()), language)))
    return show_sentences(told, language)
