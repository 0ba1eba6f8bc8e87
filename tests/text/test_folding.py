"""Folding: spellings that mean the same look the same, and every code point of the copy has its way back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from astana_study.text.folding import fold_text, fold_word, skip_letters

ARABIC = st.text(st.characters(min_codepoint=0x0600, max_codepoint=0x06FF) | st.sampled_from(" \n\u200f.“”"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("أستانا", "استانا"),
        ("آستانة", "استانه"),
        ("الجولة", "الجولۃ".replace("ۃ", "ة")),
        ("كازاخستان", "کازاخستان"),
        ("موسكو", "مُوسْكُو"),
        ("إدانــة", "ادانة"),
        ("٢٠", "20"),
        ("۲۲۵۴", "2254"),
        ("على\u200f", "علي"),
        ("Astana", "ASTANA"),
    ],
)
def test_spellings_that_mean_the_same_fold_to_the_same(one, other):
    assert fold_word(one) == fold_word(other)


@given(ARABIC | st.text())
def test_folded_text_is_the_folded_word_with_a_way_back(text):
    folded = fold_text(text)
    assert folded.text == fold_word(text)
    assert len(folded.origin) == len(folded.text) + 1
    assert folded.origin[-1] == len(text)
    assert list(folded.origin) == sorted(folded.origin)


@given(ARABIC, st.data())
def test_a_span_of_the_copy_maps_to_the_words_it_was_made_from(text, data):
    folded = fold_text(text)
    end = data.draw(st.integers(0, len(folded.text)))
    start = data.draw(st.integers(0, end))
    left, right = folded.map_back(start, end)
    assert 0 <= left <= right <= len(text)
    assert fold_word(text[left:right]) == folded.text[start:end]


@given(ARABIC, st.integers(0, 12))
def test_letters_skipped_are_the_letters_of_the_folded_word(word, count):
    offset = skip_letters(word, count)
    assert 0 <= offset <= len(word)
    assert fold_word(word[offset:]) == fold_word(word)[count:] or len(fold_word(word)) < count


def test_nothing_folds_to_nothing():
    assert fold_text("").text == "" and fold_text("").origin == (0,)
