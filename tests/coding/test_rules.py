"""Every rule of the codebook on its own example, and no rule without one."""

import re
from pathlib import Path

import pytest

from astana_study.codebook.loading import load_codebook
from astana_study.coding.coder import code_records
from astana_study.text.reading import make_article

RULES = load_codebook().rows["rules"]
SOURCES = Path(__file__).parents[2] / "src" / "astana_study" / "coding"


@pytest.mark.parametrize("row", RULES, ids=[row["rule"] for row in RULES])
def test_rule_fires_on_its_example(row):
    kind = "statement" if "chapeau" in row["rule"] else "coverage"
    records = code_records(make_article(row["example"], language=row["language"], kind=kind))
    cue, _, act = row["expected"].rpartition("=")
    found = [(claim.rule, claim.cue, claim.act) for claim in records.claims]
    assert (row["rule"], cue, act) in found


@pytest.mark.parametrize("folder", ["arabic", "english"])
def test_every_rule_in_the_code_is_described(folder):
    described = {row["rule"] for row in RULES}
    for path in sorted((SOURCES / folder).glob("*.py")):
        for rule in re.findall(r'"((?:ar|en)\.[a-z.-]+)"', path.read_text(encoding="utf-8")):
            assert rule in described, f"{path.name} uses {rule}, which codebook/rules.csv does not describe"
