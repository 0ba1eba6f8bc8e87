"""Codings that no person made, over texts that are hard to write down: Arabic, vowel signs, bidi marks, quotes."""

import pytest
from hypothesis import strategies as st

from astana_study.agreement.gold import CodedArticle, CodedClaim, CodedMention
from astana_study.codebook.reading import read_rows
from astana_study.codebook.vocabulary import list_values

ACTORS = sorted(row["actor_id"] for row in read_rows("actors"))
TOPICS = sorted(row["topic_id"] for row in read_rows("topics"))
PIECES = ["قال", "وأكّدَ", "ـ", "إدانــة", "موسكو", "Moscow", "said", "said", "\u200f", "\u2067", "\u2069",
          "«", "»", '"', "'", "’", "“", "⟦", "⟧", ";", ",", "\t", " ", " ", " ", "\n", "\n\n", "=", "-", "12-17",
          "٢٠", "😀", "é", "e\u0301", "\u2028", "#", "|", "A1", "\\", "﷽", "\u00a0"]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map("".join).filter(lambda text: text.strip())


@st.composite
def make_codings(draw, coder="a", text=None):
    text = draw(texts) if text is None else text
    solid = [n for n, letter in enumerate(text) if not letter.isspace()]

    def span():
        start, end = sorted((draw(st.sampled_from(solid)), draw(st.sampled_from(solid))))
        return start, end + 1

    def maybe():
        return span() if draw(st.booleans()) else None

    def some(values):
        return frozenset(draw(st.lists(st.sampled_from(values), max_size=3)))

    def one(name):
        return draw(st.sampled_from(list_values(name)))

    claims = []
    for _ in range(draw(st.integers(0, 3))):
        scope = draw(st.sampled_from(["", *list_values("distance_scope")]))
        claims.append(CodedClaim(
            span(), one("act"), one("mode"), maybe(), one("holder_status"), some(ACTORS), some(ACTORS), some(TOPICS),
            maybe(), draw(st.booleans()), scope, span() if scope else None, draw(st.sampled_from(["", "ar.colon"])),
        ))  # fmt: skip
    mentions = [CodedMention(*span(), draw(st.sampled_from(ACTORS)), one("naming"))
                for _ in range(draw(st.integers(0, 3)))]  # fmt: skip
    return CodedArticle(
        "a-text", coder, text, draw(st.none() | st.integers(1, 22)), draw(st.sampled_from(["", "2023-06-21"])),
        tuple(mentions), tuple(claims), draw(st.sampled_from(["", "ar", "en"])),
        draw(st.sampled_from(["", "coverage"])), draw(st.sampled_from(["", "stated"])),
        draw(st.sampled_from(["", "inferred from the round"])),
    )  # fmt: skip


@pytest.fixture(scope="session")
def codings():
    """The strategy that makes codings, of a text of its own or of one given."""
    return make_codings
