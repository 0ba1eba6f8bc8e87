"""Which files are texts, what they are called, and how they are parted: the same whatever else is there."""

import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from astana_study.corpus.errors import NoCorpusError
from astana_study.corpus.walking import Source, find_texts, list_sources, name_source, part_sources, show_name
from astana_study.tables.schema import ID_PATTERN

PARTS = st.text(min_size=1, max_size=12).filter(lambda text: not set(text) & set("/\0") and text not in (".", ".."))


def test_files_come_in_order_and_each_that_is_no_text_says_why(tmp_path):
    for name in ("b.txt", "a/2.txt", "a/1.TXT", "a/1.toml", "b.toml", "c.toml", "page.html", ".hid.txt", "out/x.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = [(source.name, source.kind) for source in list_sources(tmp_path, leave_out=[tmp_path / "out"])]
    assert found == [("a/1.TXT", ""), ("a/1.toml", "not_added"), ("a/2.txt", ""), ("b.txt", ""),
                     ("c.toml", "not_added"), ("page.html", "not_added")]


def test_links_pipes_and_locked_folders_are_named_and_not_followed(tmp_path):
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "loop").symlink_to(tmp_path)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "lost.txt").symlink_to(tmp_path / "nothing")
    (tmp_path / "same.txt").symlink_to(tmp_path / "a.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    kinds = {source.name: source.kind for source in list_sources(tmp_path)}
    assert kinds == {"a.txt": "", "deep/loop": "link", "lost.txt": "unreadable", "pipe.txt": "unreadable",
                     "same.txt": "", "self.txt": "unreadable"}


def test_a_file_is_no_corpus_and_nothing_is_none(tmp_path):
    (tmp_path / "a.txt").touch()
    with pytest.raises(NoCorpusError, match="found a file"):
        find_texts(tmp_path / "a.txt")
    with pytest.raises(NoCorpusError, match="found nothing; name the folder"):
        find_texts(tmp_path / "b")


@given(st.lists(PARTS, min_size=1, max_size=3))
def test_every_name_gives_an_id_that_the_tables_allow(parts):
    name = "/".join(parts) + ".txt"
    assert re.fullmatch(ID_PATTERN, name_source(name))


@given(st.lists(st.lists(st.sampled_from(["a", "b.c", "ا", "أ", "a-b", "é", "x y"]), min_size=1, max_size=3),
                unique_by=tuple, min_size=2, max_size=20))
def test_two_names_never_give_one_id(names):
    ids = [name_source("/".join(parts) + ".txt") for parts in names]
    assert len(set(ids)) == len(ids)


def test_names_that_are_no_utf8_can_be_told():
    assert show_name(os.fsdecode(b"caf\xe9\n.txt")) == "caf\\xe9\n.txt"
    assert re.fullmatch(ID_PATTERN, name_source(os.fsdecode(b"caf\xe9\n.txt")))


def test_a_new_file_changes_only_the_part_it_falls_into():
    sources = [Source(f"{number:05}.txt", "", 1000) for number in range(4000)]
    before = [tuple(part) for part in part_sources(sources)]
    sources.insert(1500, Source("01499b.txt", "", 1000))
    after = [tuple(part) for part in part_sources(sources)]
    assert [source for part in after for source in part] == sources
    assert len(set(before) & set(after)) >= len(before) - 5


def test_parts_are_bounded_in_bytes_too():
    sources = [Source(f"{number}.txt", "", 3_000_000) for number in range(9)]
    assert max(map(len, part_sources(sources))) <= 2
    assert list(part_sources([])) == []
