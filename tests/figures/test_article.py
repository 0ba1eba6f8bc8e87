"""The article shown with its claims: to the letter, safe, in its direction; tables for reading; sentences."""

import re
from html import unescape
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from astana_study import figures
from astana_study.tables.frames import make_empty
from astana_study.tables.schema import get_table

TABLES = ["claims", "claim_actors", "sentences"]


def strip_marks(html):
    sheet = html[html.index("line-height: 2"):]
    sheet = re.sub(r"<sup[^>]*>\d+</sup>", "", sheet[sheet.index(">") + 1:])
    return [unescape(re.sub(r"<[^>]*>", "", part)) for part in sheet.split("</p>")[:-1]]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_words_of_the_article_stand_as_they_are(coded, language):
    shown = figures.show_article(*(coded[name] for name in TABLES), language=language)
    assert strip_marks(shown.html) == [line for line in coded["text"].split("\n") if line.strip()]
    assert re.sub(r"\[\d+\]", "", shown.text).split("\n") == strip_marks(shown.html)
    assert shown == figures.show_article(*(coded[name] for name in TABLES), text=coded["text"], language=language)


def test_every_claim_is_numbered_at_its_cue(coded):
    html = figures.show_article(*(coded[name] for name in TABLES)).html
    assert [int(number) for number in re.findall(r"<sup[^>]*>(\d+)</sup>", html)] == list(coded["claims"]["claim_id"])
    assert 'dir="rtl" lang="ar"' in html
    assert html.count("dashed") >= coded["claims"]["distanced"].sum()


def test_boilerplate_is_grey(coded):
    html = figures.show_article(*(coded[name] for name in TABLES)).html
    assert re.search(r'color: #8A8A8A[^>]*>اظهر المزيد', html)


@given(st.text(alphabet="<>&\"'abc ا$", min_size=1, max_size=40), st.data())
def test_any_text_and_any_spans_give_safe_html(text, data):
    def span(label):
        ends = sorted((data.draw(st.integers(0, len(text)), label), data.draw(st.integers(0, len(text)), label)))
        return ends if ends[0] < ends[1] else (0, len(text))

    row = {"article_id": "a", "claim_id": 1, "sentence_id": 1, "act": "state", "holder_status": "none",
           "distance_scope": "term", "rule": "<b>", "distanced": True, "direct_quote": False}
    for kind in ("cue", "holder", "content", "distance"):
        row[f"{kind}_start"], row[f"{kind}_end"] = span(kind)
    claims = make_empty(get_table("claims"))
    claims.loc[0, list(row)] = list(row.values())
    html = figures.show_article(claims, make_empty(get_table("claim_actors")), make_empty(get_table("sentences")),
                                text=text, text_language="en").html
    ElementTree.fromstring(f"<div>{html.replace('&nbsp;', ' ')}</div>")
    assert strip_marks(html) == [text]


def test_tables_of_another_article_are_refused(coded):
    with pytest.raises(ValueError, match="pass the text and the tables of the same article"):
        figures.show_article(*(coded[name] for name in TABLES), text="short")


def test_an_article_without_claims_is_shown_plain(coded):
    shown = figures.show_article(coded["claims"].iloc[:0], coded["claim_actors"].iloc[:0], coded["sentences"])
    assert "<sup" not in shown.html
    assert strip_marks(shown.html)[0] == coded["text"].split("\n")[0]


def test_the_claims_table_reads_as_a_person_speaks(coded):
    names = ["claims", "claim_actors", "claim_topics"]
    table = figures.read_claims(*(coded[name] for name in names))
    assert len(table) == len(coded["claims"])
    row = table[table["To or against whom"] == "Israel"].iloc[0]
    assert (row["Act"], row["Distance"]) == ("condemn", "على حد تعبيرهم (clause)")
    assert {"the communiqué", "guarantor states"} <= set(table["Who"])
    empty = figures.read_claims(*(coded[name].iloc[:0] for name in names), language="ar")
    assert len(empty) == 0 and len(empty.columns) == len(table.columns)


def test_tables_are_shown_safely_and_say_what_they_leave_out(tables):
    table = tables["rounds"][["round", "note"]].assign(note="<script>")
    shown = figures.show_table(table, most_rows=3, headings={"note": "A & B"})
    assert "<script>" not in shown.html and "A &amp; B" in shown.html
    assert "Rows left out here: 19." in shown.html
    assert figures.show_table(table.iloc[:0]).html.endswith("</p></div>")


def test_addresses_become_links_under_the_name_of_their_host(tables):
    html = figures.show_table(figures.read_remarks(tables["remarks"], 20)).html
    assert re.search(r'<a href="https://[^"<>]+">[\w.:-]+</a>', html)
    assert len(figures.read_remarks(tables["remarks"], 3, language="ar").columns) == 7


TELLS = [
    (figures.tell_claims, ["claims", "claim_actors"]), (figures.tell_pairs, ["claims", "claim_actors", "mentions"]),
    (figures.tell_distance, ["claims", "claim_topics", "sentences"]), (figures.tell_rounds, ["rounds"]),
    (figures.tell_topics, ["statement_acts", "rounds"]), (figures.tell_commitments, ["statement_acts", "rounds"]),
    (figures.tell_targets, ["statement_acts", "statement_act_targets"]),
    (figures.tell_delegations, ["delegations", "rounds"]),
]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize(("tell", "needed"), TELLS, ids=lambda value: getattr(value, "__name__", ""))
def test_sentences_are_told_from_all_rows_from_one_and_from_none(tell, needed, language, tables):
    for rows in (None, 1, 0):
        told = tell(*(tables[name].iloc[:rows] for name in needed), language=language)
        assert told.text and "{" not in told.text and "nan" not in told.text.lower().split()


@pytest.mark.parametrize("number", range(1, 23))
def test_every_round_can_be_told(number, tables):
    for language in ("en", "ar"):
        told = figures.tell_round(number, tables["rounds"], tables["delegations"], tables["statement_acts"],
                                  language=language)
        assert str(number) in told.text
