"""Every rule of the codebook on its own example, and no rule without one."""

import re
from pathlib import Path

import pytest

from astana_study.codebook.loading import load_codebook
from astana_study.coding.coder import code_records
from astana_study.text.reading import make_article

RULES = load_codebook().rows["rules"]
WIDE = load_codebook(scope="wide")
ADDED = [row for row in WIDE.rows["rules"] if row not in RULES]
SOURCES = Path(__file__).parents[2] / "src" / "astana_study" / "coding"


@pytest.mark.parametrize("row", RULES, ids=[row["rule"] for row in RULES])
def test_rule_fires_on_its_example(row):
    kind = "statement" if "chapeau" in row["rule"] else "coverage"
    records = code_records(make_article(row["example"], language=row["language"], kind=kind))
    cue, _, act = row["expected"].rpartition("=")
    found = [(claim.rule, claim.cue, claim.act) for claim in records.claims]
    assert (row["rule"], cue, act) in found


@pytest.mark.parametrize("row", ADDED, ids=[row["rule"] for row in ADDED])
def test_rule_of_the_wide_scope_fires_on_its_example_and_in_that_scope_only(row):
    article = make_article(row["example"], language=row["language"])
    cue, _, act = row["expected"].rpartition("=")
    strict, wide = code_records(article).claims, code_records(article, WIDE).claims
    assert (row["rule"], cue, act) in [(claim.rule, claim.cue, claim.act) for claim in wide]
    assert (cue, act) not in [(claim.cue, claim.act) for claim in strict]


def test_the_wide_scope_adds_wishes_and_thoughts_and_leaves_the_strict_claims_as_they_are():
    article = make_article(
        "The envoy said the talks were useful. He wants a longer truce and does not believe in maps.", language="en"
    )
    strict, wide = code_records(article).claims, code_records(article, WIDE).claims
    assert [claim.cue for claim in strict] == ["said"]
    assert {"wants", "believe in"} <= {claim.cue for claim in wide}
    assert strict[0].content == wide[0].content and wide[0].rule == strict[0].rule


@pytest.mark.parametrize("folder", ["arabic", "english"])
def test_every_rule_in_the_code_is_described(folder):
    described = {row["rule"] for row in WIDE.rows["rules"]}
    for path in sorted((SOURCES / folder).glob("*.py")):
        for rule in re.findall(r'"((?:ar|en)\.[a-z.-]+)"', path.read_text(encoding="utf-8")):
            assert rule in described, f"{path.name} uses {rule}, which codebook/rules.csv does not describe"
