"""Article ids: ASCII, the same everywhere, one for each file."""

import re

from hypothesis import given
from hypothesis import strategies as st

from astana_study.corpus.naming import name_articles
from astana_study.tables.schema import ID_PATTERN


@given(st.text(min_size=1, max_size=40).filter(lambda text: "/" not in text and "\0" not in text))
def test_every_file_name_gives_an_id_that_the_tables_allow(stem):
    (name,) = name_articles([stem + ".txt"])
    assert re.fullmatch(ID_PATTERN, name)
    assert name_articles(["elsewhere/" + stem + ".txt"]) == [name]


def test_files_of_one_stem_are_told_apart():
    assert name_articles(["a/01.txt", "b/01.txt", "c/01.md", "01-2.txt"]) == ["01", "01-3", "01-4", "01-2"]


@given(st.lists(st.sampled_from(["01.txt", "01-2.txt", "x/01.txt", "أ.txt", "a.txt", "!.txt", "?.txt"]), max_size=8))
def test_ids_are_always_different(paths):
    assert len(set(name_articles(paths))) == len(paths)
