"""Why a claim was coded as it was."""

from pathlib import Path

import pytest

import astana_study as study
from astana_study.codebook.reading import read_rows
from astana_study.tables.explaining import ORDER, explain_claim

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def coding():
    return study.code_article(study.read_article(ROOT / "data/raw/articles/astana20-outcomes-ar.txt"))


def test_every_claim_can_be_explained(coding):
    rules = {row["rule"]: row["covers"] for row in read_rows("rules")}
    for claim in coding.records.claims:
        told = explain_claim(coding, claim.claim_id)
        assert told.covers == rules[claim.rule] and told.found_by in ORDER
        assert coding.article.text[slice(*told.cue_span)] == told.cue
        assert (told.distance_span is None) == (not claim.distanced) and bool(told.distance_entry) == claim.distanced
        assert all(words for _, words in told.list_lines())
        assert told.cue in repr(told) and told.rule in told._repr_html_()


def test_the_entries_are_rows_that_carry_the_act(coding):
    rows = {row["_line"]: row for row in read_rows("cues")}
    seen = 0
    for claim in coding.records.claims:
        for entry in explain_claim(coding, claim.claim_id).entries:
            for line in entry.removeprefix("cues.csv:").partition(": ")[0].split(", "):
                assert rows[line]["lemma"] in entry
                seen += 1
    assert seen > 20


def test_a_light_verb_is_explained_by_the_noun_that_decides():
    told = explain_claim(study.code_article(study.make_article("أعربت طهران عن قلقها من التصعيد في إدلب.")), 1)
    assert told.act == "concern" and "قلق" in told.entries[0]
    assert told.holders == ("IRN",) and told.holder == "طهران"


def test_a_claim_that_is_not_there_is_named(coding):
    with pytest.raises(ValueError, match=r"claim_id=99: astana20-outcomes-ar has \d+ claims"):
        explain_claim(coding, 99)
