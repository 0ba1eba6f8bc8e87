"""Article ids: ASCII, telling, the same everywhere, one for each file."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from astana_study.corpus.naming import name_article, name_articles
from astana_study.tables.schema import ID_PATTERN


@pytest.mark.parametrize(("path", "name"), [
    ("01.txt", "01"), ("/a/b/astana20-outcomes-ar.txt", "astana20-outcomes-ar"), ("a b  c.txt", "a-b-c"),
    ("Zürich (final).txt", "Zurich-final"), ("report.v2.txt", "report.v2"), ("_draft_.txt", "draft"),
    ("الجولة العشرين.txt", "aljwla-alashryn"), ("مُحَمَّـد.txt", "mhmd"), ("أستانا-٢٠.txt", "astana-20"),
])
def test_stems_become_telling_ascii(path, name):
    assert name_article(path) == name


def test_letters_that_had_to_go_leave_a_digest():
    names = [name_article(f"{stem}.txt") for stem in ("Астана", "Сочи", "阿斯塔纳", "!!!", "مؤتمر Сочи")]
    assert len(set(names)) == 5
    assert all(re.fullmatch(r".*-[0-9a-f]{8}", name) for name in names)


def test_composed_and_decomposed_spellings_are_one():
    assert name_article("é.txt") == name_article("e\u0301.txt") == "e"


def test_long_names_are_cut_and_kept_apart():
    one, two = name_article("a" * 300 + "1.txt"), name_article("a" * 300 + "2.txt")
    assert one != two and len(one) < 100


@given(st.text(min_size=1, max_size=40).filter(lambda text: "/" not in text and "\0" not in text))
def test_every_file_name_gives_an_id_that_the_tables_allow(stem):
    assert re.fullmatch(ID_PATTERN, name_article(stem + ".txt"))
    assert name_article(stem + ".txt") == name_article("elsewhere/" + stem + ".txt")


def test_files_of_one_stem_are_told_apart():
    assert name_articles(["a/01.txt", "b/01.txt", "c/01.md", "01-2.txt"]) == ["01", "01-3", "01-4", "01-2"]


@given(st.lists(st.sampled_from(["01.txt", "01-2.txt", "x/01.txt", "أ.txt", "a.txt", "!.txt"]), max_size=8))
def test_ids_are_always_different(paths):
    assert len(set(name_articles(paths))) == len(paths)
