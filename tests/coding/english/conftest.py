"""What the tests of English constructions ask of a sentence."""

import pytest

from astana_study.coding.coder import code_records
from astana_study.text.reading import make_article


@pytest.fixture(scope="session")
def code():
    """Give a function that codes a text."""
    return lambda text: code_records(make_article(text, "specimen", language="en"))


@pytest.fixture(scope="session")
def tell(code):
    """Give a function that returns the claims of a text as ``(cue, holders, content)``."""

    def tell(text):
        records = code(text)
        holders = {}
        for row in records.claim_actors:
            if row.role == "holder":
                holders.setdefault(row.claim_id, []).append(row.actor_id)
        return [(claim.cue, sorted(holders.get(claim.claim_id, [])), claim.content) for claim in records.claims]

    return tell


@pytest.fixture(scope="session")
def name(code):
    """Give a function that returns the mentions of a text as ``surface ACTOR``."""
    return lambda text: [f"{mention.surface} {mention.actor_id}" for mention in code(text).mentions]
