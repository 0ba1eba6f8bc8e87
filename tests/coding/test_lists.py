"""The word lists of the codebook: each has a bit of its own, and each that is written is asked for."""

import pytest

from astana_study.codebook.loading import load_codebook
from astana_study.coding.arabic.lists import LISTS as ARABIC
from astana_study.coding.english.lists import LISTS as ENGLISH

READ_BY_NAMES = {"ar": {"rank", "compound name"}, "en": {"common surname", "exact surname", "woman's name"}}
"""Lists that are read when names are compiled, and need no bit."""


@pytest.mark.parametrize(("language", "lists"), [("ar", ARABIC), ("en", ENGLISH)])
def test_no_two_lists_share_a_bit_and_none_is_written_in_vain(language, lists):
    assert len(set(lists.values())) == len(lists)
    assert all(bit.bit_count() == 1 for bit in lists.values())
    written = {row["list"] for row in load_codebook().select("word_lists", language)}
    assert written == lists.keys() | READ_BY_NAMES[language]
