"""Tables for the figures: the record as it is committed, and one article's claims as a person coded them."""

import json
import tomllib
from pathlib import Path

import pandas as pd
import pytest

from astana_study.agreement.gold import find_span
from astana_study.codebook.reading import read_rows
from astana_study.tables.files import scan_table
from astana_study.tables.frames import frame_rows
from astana_study.tables.schema import get_table, list_tables

ROOT = Path(__file__).parents[2]
ARTICLE = "astana20-outcomes-ar"


@pytest.fixture(scope="session")
def record() -> dict[str, pd.DataFrame]:
    return {table.name: scan_table(ROOT / "data/raw/record" / f"{table.name}.csv", table, [])
            for table in list_tables("record")}


@pytest.fixture(scope="session")
def coded() -> dict[str, pd.DataFrame]:
    """The first article's tables from its hand coding, so that no change of the coder moves a figure's test."""
    text = (ROOT / "data/raw/articles" / f"{ARTICLE}.txt").read_text(encoding="utf-8")
    sidecar = tomllib.loads((ROOT / "data/raw/articles" / f"{ARTICLE}.toml").read_text(encoding="utf-8"))
    gold = json.loads((ROOT / "data/gold" / ARTICLE / "coding.json").read_text(encoding="utf-8"))
    sentences = cut_paragraphs(text)
    claims, actors, topics = [], [], []
    for number, claim in enumerate(sorted(gold["claims"], key=lambda claim: find_span(text, claim["cue"])), start=1):
        far = claim["distance"] or {"scope": "", "marker": None}
        (start, end, cue), (h_start, h_end, holder), (c_start, c_end, content), (d_start, d_end, marker) = (
            resolve(text, span) for span in (claim["cue"], claim["holder"], claim["content"], far["marker"])
        )
        sentence = next(row[1] for row in sentences if row[4] <= start < row[5])
        claims.append((ARTICLE, number, sentence, claim["act"], claim["mode"], cue, start, end, cue, holder, h_start,
                       h_end, claim["holder_status"], content, c_start, c_end, claim["direct_quote"],
                       bool(claim["distance"]), far["scope"], marker, d_start, d_end, "hand"))
        actors += [(ARTICLE, number, "holder", actor) for actor in sorted(claim["holders"])]
        actors += [(ARTICLE, number, "target", actor) for actor in sorted(claim["targets"])]
        topics += [(ARTICLE, number, topic) for topic in sorted(claim["topics"])]
    mentions = [(ARTICLE, number, 1, *find_span(text, mention["span"]), "", "", mention["actor"], "neutral")
                for number, mention in enumerate(gold["mentions"], start=1)]
    article = (ARTICLE, sidecar["title"], "ar", "", "coverage", gold["published"], gold["published_basis"],
               gold["round"], gold["round_basis"], "", sidecar["sha256"], len(text), len(sentences))
    rows = {"articles": [article], "sentences": sentences, "mentions": mentions, "claims": claims,
            "claim_actors": actors, "claim_topics": topics}
    return {name: frame_rows(get_table(name), rows[name]) for name in rows} | {"text": text}


def resolve(text, span):
    if not span:
        return None, None, ""
    start, end = find_span(text, span)
    return start, end, text[start:end]


def cut_paragraphs(text):
    rows, start = [], 0
    lines = [line for line in text.split("\n") if line.strip()]
    for number, line in enumerate(lines, start=1):
        start = text.index(line, start)
        left = len(lines) - number
        part = "headline" if number == 1 else "boilerplate" if left < 2 else "related" if left == 2 else "body"
        rows.append((ARTICLE, number, number, part, start, start + len(line), line))
        start += len(line)
    return rows


@pytest.fixture(scope="session")
def tables(record, coded) -> dict[str, pd.DataFrame]:
    return record | {name: table for name, table in coded.items() if name != "text"}


@pytest.fixture(scope="session")
def known():
    return {name: {row[key] for row in read_rows(name)}
            for name, key in (("topics", "topic_id"), ("actors", "actor_id"))}
