"""runs.toml is read strictly, and every run gets a name of its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from astana_study.runs.contract import ContractError
from astana_study.runs.plan import find_study, list_runs, make_run, name_run, read_plan


def test_for_each_takes_every_allowed_value(plan):
    runs = list_runs(plan)
    assert [dict(run.parameters) for run in runs] == [{"count": n, "language": "ar"} for n in (1, 2, 3)]
    assert runs[1].output == plan.root / "outputs" / "counts" / "count-2_language-ar.ipynb"
    assert runs[1].label == "counts (count=2, language=ar)"


def test_what_is_not_given_keeps_the_default(plan):
    assert dict(make_run(plan, "counts", {}).parameters) == {"count": 1, "language": "en"}
    assert dict(make_run(plan, "notebooks/counts.ipynb", {"count": "٣"}, typed=False).parameters)["count"] == 3


def test_faults_of_notebook_and_call_come_together(plan, study):
    path = study / "notebooks" / "counts.ipynb"
    path.write_text(path.read_text(encoding="utf-8").replace("count = 1", "count = 9"), encoding="utf-8")
    with pytest.raises(ContractError) as caught:
        make_run(plan, "counts", {"count": 4, "x": 1})
    assert len(caught.value.faults) == 3


def test_a_period_that_ends_before_it_begins_is_refused(study):
    path = study / "notebooks" / "runs.toml"
    text = path.read_text(encoding="utf-8").replace('"Language of the labels"', '"x"\nnot_before = "word"')
    path.write_text(text + '\n[notebooks.counts.parameters.word]\ntype = "string"\nhelp = "x"\n', encoding="utf-8")
    notebook = study / "notebooks" / "counts.ipynb"
    notebook.write_text(notebook.read_text(encoding="utf-8").replace('count = 1\\n', 'count = 1\\nword = \\"b\\"\\n'),
                        encoding="utf-8")
    plan = read_plan(study)
    assert make_run(plan, "counts", {"language": "en"}).parameters["word"] == "b"
    with pytest.raises(ContractError, match='language must not lie before word \\("b"\\), and is "ar"'):
        make_run(plan, "counts", {"language": "ar"})


def test_an_unknown_notebook_is_named_with_those_there_are(plan):
    with pytest.raises(ContractError, match="declares no such notebook; it has counts"):
        make_run(plan, "count", {})


@pytest.mark.parametrize(("text", "said"), [
    ("[notebook.a]", "unknown table [notebook]"),
    ("[settings]\ntimeout = 3", "[settings]: unknown key 'timeout'"),
    ("[notebooks.a]\nparameter = 1", "[notebooks.a]: unknown key 'parameter'"),
    ("[notebooks.a.parameters.b]\ntype = 'int'\nhelp = 'x'", "type must be one of string, integer"),
    ("[notebooks.a.parameters.b]\ntype = 'integer'", "help is missing"),
    ("[notebooks.a.parameters.b]\ntype = 'integer'\nhelp = 'x'\nmax = 3", "unknown key 'max'"),
    ("[notebooks.a.parameters.b]\ntype = 'string'\nhelp = 'x'\nvalues = ['c']\nvalues_from = 'd.e'",
     "exclude each other"),
    ("[notebooks.a.parameters.b]\ntype = 'integer'\nhelp = 'x'\nnot_before = 'c'", "names no parameter of this"),
    ("[notebooks.a]\n[[notebooks.a.runs]]\nset = { b = 1 }", "there is no parameter 'b'"),
    ("[notebooks.a]\n[[notebooks.a.runs]]\neach = ['b']", "unknown key 'each'"),
    ("[notebooks", "this is not TOML"),
])
def test_a_faulty_file_is_refused(study, text, said):
    (study / "notebooks" / "runs.toml").write_text(text, encoding="utf-8")
    with pytest.raises(ContractError) as caught:
        read_plan(study)
    assert said in str(caught.value)


def test_two_runs_of_one_output_are_refused(study):
    path = study / "notebooks" / "runs.toml"
    with path.open("a", encoding="utf-8") as file:
        file.write("\n[[notebooks.counts.runs]]\nset = { count = 2, language = 'ar' }\n")
    with pytest.raises(ContractError, match="two runs would write count-2_language-ar"):
        list_runs(read_plan(study))


def test_the_study_is_found_from_within(study, tmp_path):
    assert find_study(study / "data" / "processed") == study.resolve()
    with pytest.raises(FileNotFoundError, match="no study here"):
        find_study(tmp_path)


VALUES = st.dictionaries(st.sampled_from(["a", "b"]), st.lists(st.text(max_size=8), max_size=3) | st.text(max_size=90))


@given(VALUES)
def test_names_are_safe_everywhere(values):
    name = name_run(values)
    assert name.isascii() and len(name) < 140 and not set(name) & set('/\\:*?"<>|{} ')


def test_different_texts_get_different_names():
    names = {name_run({"a": value}) for value in ("أستانا", "سوتشي", "x y", "x-y", "x/y", "")}
    assert len(names) == 6
