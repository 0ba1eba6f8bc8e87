"""The words of the figures: in both languages, all used, all found."""

import re
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from astana_study import figures
from astana_study.codebook.reading import read_rows
from astana_study.codebook.vocabulary import list_values
from astana_study.figures.labels import get_text, label_count, label_person, label_rounds
from astana_study.figures.marks import get_mark

ROWS = read_rows("figure_labels")
SOURCE = "".join(path.read_text(encoding="utf-8") for path in sorted(Path(figures.__file__).parent.glob("*.py")))
ARABIC = re.compile("[\u0600-\u06ff]")


def list_blanks(text):
    return {blank for _, blank, _, _ in Formatter().parse(text) if blank}


def test_keys_are_unique():
    keys = [row["key"] for row in ROWS]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["key"])
def test_both_languages_say_the_same_with_the_same_blanks(row):
    assert list_blanks(row["en"]) == list_blanks(row["ar"])
    assert ARABIC.search(row["ar"]) or not re.sub(r"\{\w+\}", "", row["ar"]).strip(" ·–")  or "{" in row["ar"]
    assert not ARABIC.search(row["en"])


def test_every_text_is_used():
    prefixes = {key.rpartition("{")[0] for key in re.findall(r'f"([\w.]+\{)', SOURCE)}
    unused = [row["key"] for row in ROWS if not re.search(f"[\"']{re.escape(row['key'])}[\"']", SOURCE)
              and not any(row["key"].startswith(prefix) for prefix in prefixes)]
    assert unused == []


def test_every_text_that_is_asked_for_is_there():
    keys = {row["key"] for row in ROWS}
    asked = set(re.findall(r'get_text\(\s*"([\w.\- ]+)"', SOURCE))
    assert asked - keys == set()


def test_a_text_that_is_not_there_says_where_to_add_it():
    with pytest.raises(KeyError, match="figure_labels"):
        get_text("no.such.text")


def test_every_act_has_a_mark_of_its_own():
    marks = [get_mark(act) for act in list_values("act")]
    assert len({(mark.shape, mark.filled) for mark in marks}) == len(marks)
    assert sorted(mark.strength for mark in marks) == list(range(1, len(marks) + 1))


def test_every_commitment_names_a_topic_and_acts_of_the_codebook(known):
    for row in read_rows("figure_commitments"):
        assert row["topic_id"] in known["topics"]
        assert set(filter(None, row["acts"].split("|"))) <= set(list_values("act"))


def test_surnames_come_from_the_ids_in_both_languages():
    people = {row["person_id"]: row for row in read_rows("people")}
    for person, row in people.items():
        for language in ("en", "ar"):
            assert row[f"name_{language}"].endswith(label_person(person, language, short=True))
    assert label_person("de_mistura_staffan", short=True) == "de Mistura"
    assert label_person("onal_sedat", short=True) == "Önal"


@given(st.lists(st.integers(1, 22)))
def test_runs_of_rounds_can_be_read_back(numbers):
    found = set()
    for run in filter(None, label_rounds(numbers).split(", ")):
        first, _, last = run.partition("–")
        found |= set(range(int(first), int(last or first) + 1))
    assert found == set(numbers)


@given(st.integers(0, 5000), st.sampled_from([row["noun"] for row in read_rows("figure_counts")]))
def test_counts_are_words_in_both_languages(number, noun):
    assert label_count(noun, number).startswith(str(number))
    assert ARABIC.search(label_count(noun, number, "ar"))
