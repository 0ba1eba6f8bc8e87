"""A wrong call is refused before anything runs, with every fault at once."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from astana_study.runs.contract import (
    ContractError,
    Parameter,
    check_notebook,
    check_parameters,
    read_defaults,
    read_values,
)

COUNT = Parameter("count", "integer", "How far", minimum=1, maximum=22)
LANGUAGE = Parameter("language", "string", "Labels", values=("en", "ar"))
TOPICS = Parameter("topics", "strings", "Topics", values=("golan", "idlib", "oil_revenue"))


def check(typed, **given):
    return check_parameters(given, (COUNT, LANGUAGE, TOPICS), None, subject="round", typed=typed)


@pytest.mark.parametrize(("parameter", "text", "value"), [
    (COUNT, "20", 20), (COUNT, " 20 ", 20), (COUNT, "07", 7), (COUNT, "٢٠", 20), (COUNT, "۲۰", 20),
    (LANGUAGE, "no", "no"), (LANGUAGE, "07", "07"),
    (TOPICS, "idlib,golan", ["idlib", "golan"]), (TOPICS, "idlib، golan", ["idlib", "golan"]), (TOPICS, "", []),
    (Parameter("all", "boolean", ""), "yes", True), (Parameter("all", "boolean", ""), "False", False),
    (Parameter("share", "number", ""), "0.5", 0.5), (Parameter("share", "number", ""), "٠٫٥", 0.5),
    (Parameter("first", "date", ""), "2023-06-20", "2023-06-20"),
])
def test_texts_are_read_by_the_declared_type(parameter, text, value):
    assert parameter.convert(text) == value
    assert type(parameter.convert(text)) is type(value)


@pytest.mark.parametrize("text", ["", "twenty", "2.0", "1_0", "0x10", "२०x", "2 0", "none", "[20]"])
def test_what_is_not_a_whole_number_is_refused(text):
    with pytest.raises(ContractError, match="count must be a whole number, not "):
        check(False, count=text)


@pytest.mark.parametrize(("values", "said"), [
    ({"count": 23}, "count must lie between 1 and 22, not 23"),
    ({"count": 0}, "count must lie between 1 and 22, not 0"),
    ({"count": True}, "count must be a whole number, not true"),
    ({"count": "20"}, 'count must be a whole number, not "20"'),
    ({"language": "arabic"}, 'language must be one of en, ar, not "arabic"'),
    ({"langauge": "ar"}, "there is no parameter 'langauge'; it has count, language, topics; did you mean language?"),
    ({"topics": ["golan", "idleb"]}, 'one of golan, idlib, oil_revenue, not "idleb"; did you mean idlib?'),
    ({"topics": "golan"}, 'topics must be a list of texts, not "golan"'),
])
def test_each_fault_has_its_words(values, said):
    with pytest.raises(ContractError, match=re.escape(said)):
        check(True, **values)


def test_all_faults_come_at_once():
    with pytest.raises(ContractError) as caught:
        check(False, cuont="3", count="x", language="de", topics="golan,ghouta")
    assert len(caught.value.faults) == 4
    assert str(caught.value).startswith("round: 4 faults, so nothing was run\n  - ")


@pytest.mark.parametrize("text", ["2023-6-20", "20/06/2023", "2023-02-30", "yesterday"])
def test_what_is_not_a_day_is_refused(text):
    parameter = Parameter("first", "date", "")
    assert parameter.list_faults(parameter.convert(text), None)


@given(st.integers(-10_000, 10_000))
def test_every_whole_number_survives_the_command_line(number):
    assert Parameter("n", "integer", "").convert(str(number)) == number


@given(st.text(max_size=20))
def test_no_text_breaks_the_checks(text):
    for kind in ("string", "integer", "number", "boolean", "date", "strings", "integers"):
        parameter = Parameter("p", kind, "")
        try:
            value = parameter.convert(text)
        except ValueError as error:
            assert str(error).startswith("must be ")
        else:
            assert isinstance(parameter.list_faults(value, None), list)


def test_values_come_from_a_table(study):
    assert read_values("numbers.count", "integer", study) == (1, 2, 3)
    assert read_values("numbers.word", "string", study) == ("one", "two", "three")


def test_values_come_from_a_closed_list(study):
    assert "condemn" in read_values("vocabulary.act", "strings", study)


@pytest.mark.parametrize(("source", "said"), [
    ("letters.count", "make the tables first: astana-study build"),
    ("numbers.digit", "has no column 'digit'"),
    ("vocabulary.nothing", "has no list 'nothing'"),
])
def test_a_source_that_is_not_there_is_named(study, source, said):
    with pytest.raises(ContractError, match=re.escape(said)):
        read_values(source, "integer", study)


def test_defaults_are_read_in_order(notebooks):
    assert list(read_defaults(notebooks / "counts.ipynb").items()) == [("count", 1), ("language", "en")]


@pytest.mark.parametrize(("name", "said"), [
    ("without_tag.ipynb", "exactly one cell must have the tag 'parameters', none has"),
    ("computes_a_parameter.ipynb", "may only hold lines of the form"),
    ("missing.ipynb", "there is no such notebook"),
    ("../conftest.py", "this is not a notebook"),
])
def test_a_notebook_that_cannot_take_parameters_is_refused(notebooks, name, said):
    with pytest.raises(ContractError, match=re.escape(said)):
        read_defaults(notebooks / name)


def test_the_parameters_cell_must_agree_with_the_declaration(notebooks):
    declared = (Parameter("count", "string", ""), Parameter("number", "integer", ""))
    with pytest.raises(ContractError) as caught:
        check_notebook(notebooks / "counts.ipynb", declared, None)
    assert caught.value.faults == (
        "language stands in the parameters cell, but is not declared in runs.toml",
        "default of count must be text, not 1",
        "number is declared in runs.toml, but does not stand in the parameters cell",
    )
