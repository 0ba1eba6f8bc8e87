"""A codebook that is wrong is refused, every fault with file and line and what to do."""

import shutil

import pytest

from astana_study.codebook.loading import load_codebook
from astana_study.codebook.reading import CodebookError, get_codebook_folder


@pytest.fixture
def folder(tmp_path):
    copy = tmp_path / "codebook"
    shutil.copytree(get_codebook_folder(), copy, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    return copy


def append(folder, name, line):
    path = folder / f"{name}.csv"
    path.write_text(path.read_text(encoding="utf-8").rstrip("\n") + f"\n{line}\n", encoding="utf-8")
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize(
    ("name", "line", "told"),
    [
        ("cues", "ar,قال,shout,مع,010,,said", "unknown act 'shout'"),
        ("cues", "ar,تنحنح,state,that,010,,cleared the throat", "has no entry in verbs.csv"),
        ("cues", "ar,قال,state,that,010,,said", "the same language, lemma, frame as line"),
        ("cues", "fr,dire,state,that,010,,said", "unknown language 'fr'"),
        ("actor_names", "NOBODY,ar,لا أحد,mention,m,neutral", "unknown actor 'NOBODY'"),
        ("actor_names", "RUS,ar,(وفد|موسكو,mention,m,neutral", "unbalanced brackets"),
        ("actor_names", "TUR,ar,الكرملين,mention,m,neutral", "a name can be of one actor only"),
        ("people", "x_y,X Y,س ص,,,NOBODY,,,,,", "unknown actor 'NOBODY'"),
        ("topic_terms", "weather,ar,مطر,strong", "unknown topic 'weather'"),
        ("topic_terms", "idlib,en," + "(a|b|c|d|e|f) " * 5 + "z,strong", "writes out to 7776 forms, more than 3000"),
        ("distancing", "ar,ما يقال,galaxy,said", "unknown scope 'galaxy'"),
        ("actors", "NEW,New,جديد,state,NOBODY,,,,", "part_of names the unknown actor 'NOBODY'"),
        ("topics", "weather,weather,الطقس,Rain,,,", "takes_in is empty"),
        ("topics", "weather,weather,الطقس,Rain,rain,snow (`climate`),", "leaves_out points to 'climate'"),
        ("word_lists", "en,role,king,who reigns", "the same language, list as line"),
        ("verbs", "ar,عطس,يعطس,عطس,,عُطس", "passive is written perfect/imperfect"),
    ],
)
def test_a_faulty_row_is_named_with_file_line_and_cure(folder, name, line, told):
    number = append(folder, name, line)
    with pytest.raises(CodebookError) as caught:
        load_codebook(folder)
    fault = next(fault for fault in caught.value.faults if told in fault)
    assert fault.startswith(f"{name}.csv:{number}: ") or told == "unbalanced brackets" and f"{name}.csv:" in fault


def test_all_faults_are_told_at_once(folder):
    append(folder, "cues", "ar,قال,shout,مع,010,,said")
    append(folder, "topic_terms", "weather,ar,مطر,strong")
    with pytest.raises(CodebookError) as caught:
        load_codebook(folder)
    assert len(caught.value.faults) == 2


def test_a_file_saved_by_a_spreadsheet_with_semicolons(folder):
    path = folder / "topics.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(",", ";"), encoding="utf-8")
    with pytest.raises(CodebookError, match="cells are split by ';'"):
        load_codebook(folder)


def test_a_missing_file_and_a_missing_column(folder):
    (folder / "topics.csv").unlink()
    path = folder / "distancing.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("scope", "reach", 1), encoding="utf-8")
    with pytest.raises(CodebookError) as caught:
        load_codebook(folder)
    assert any("topics.csv: there is no such file" in fault for fault in caught.value.faults)
    assert any("distancing.csv:1: no column scope" in fault for fault in caught.value.faults)


def test_the_hash_is_of_every_byte_and_not_of_line_ends(folder):
    before = load_codebook(folder).hash
    for path in folder.glob("*.csv"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    other = folder.with_name("other")
    shutil.copytree(folder, other)
    assert load_codebook(other).hash == before
    append(other, "boilerplate", "en,press the button,boilerplate")
    third = other.with_name("third")
    shutil.copytree(other, third)
    assert load_codebook(third).hash != before


def test_the_wide_scope_adds_rows_and_has_a_hash_of_its_own():
    strict, wide = load_codebook(), load_codebook(scope="wide")
    assert wide.hash != strict.hash and (strict.scope, wide.scope) == ("strict", "wide")
    assert wide.cues[: len(strict.cues)] == strict.cues and len(wide.cues) > len(strict.cues)
    assert load_codebook(scope="strict") is strict


def test_a_fault_in_the_wide_files_is_told_as_such(folder):
    append(folder, "wide/cues", "en,daydream,state,that|of,,,")
    load_codebook(folder)
    with pytest.raises(CodebookError, match=r"cues\.csv:\d+ \(wide\): 'daydream' has no entry in verbs\.csv"):
        load_codebook(folder, scope="wide")


def test_an_unknown_scope_is_refused():
    with pytest.raises(CodebookError, match="unknown scope 'broad'; use strict or wide"):
        load_codebook(scope="broad")


def test_a_word_list_is_read_from_the_folder_that_is_given_and_missed_by_name(folder):
    path = folder / "word_lists.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("en,role,", "en,role,archon "), encoding="utf-8")
    codebook = load_codebook(folder)
    assert "archon" in codebook.list_words("en", "role") > load_codebook().list_words("en", "role")
    with pytest.raises(CodebookError, match="no list 'rolle' of the language 'en'"):
        codebook.list_words("en", "rolle")
