"""Codings written and read back, in every form; and what a person is told who filled one in wrongly."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from astana_study.agreement import brat, sheet, web_annotation
from astana_study.agreement.checking import parse_coding
from astana_study.agreement.formats import FORMATS, parse_json, read_coding, render_json, write_coding
from astana_study.agreement.gold import CodedArticle, GoldError
from astana_study.codebook.vocabulary import list_values

FORMS = {"json": (render_json, parse_json), "brat": (brat.render, brat.parse),
         "web": (web_annotation.render, web_annotation.parse), "sheet": (sheet.render, sheet.parse)}  # fmt: skip
TEXT = "Moscow said that Moscow agreed.\n\nTehran called on Damascus to \"wait\"."
EMPTY = CodedArticle("a-text", "a", "Nothing.", None, "", (), ())
CLAIM = {"cue": "said", "act": "state", "mode": "indirect", "holder": "⟦Moscow⟧ said", "holder_status": "explicit",
         "holders": ["RUS"], "targets": [], "topics": ["other"], "content": "Moscow agreed",
         "direct_quote": False, "distance": None}  # fmt: skip


def make(**changes):
    return {"article_id": "a-text", "coder": "a", "mentions": [], "claims": [CLAIM | changes]}


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
@settings(max_examples=150)
def test_what_is_written_is_read_back(form, codings, data):
    coding = data.draw(codings())
    render, parse = FORMS[form]
    assert parse(render(coding), coding.text, "it") == coding
    assert render(parse(render(coding), coding.text, "it")) == render(coding)


@pytest.mark.parametrize("form", FORMS)
def test_a_coding_without_rows_is_written_too(form):
    render, parse = FORMS[form]
    assert parse(render(EMPTY), EMPTY.text, "it") == EMPTY


@pytest.mark.parametrize("ending", FORMATS)
def test_files_go_by_their_ending_and_leave_nothing_half_written(tmp_path, ending):
    coding = parse_coding(make(), TEXT)
    path = write_coding(coding, tmp_path / f"coding{ending}")
    assert read_coding(path, TEXT) == coding
    assert list(tmp_path.iterdir()) == [path]


def test_an_unknown_ending_and_a_missing_file_are_named(tmp_path):
    with pytest.raises(GoldError, match=r"coding\.txt: a coding is read from .*\.ann \(brat standoff\)"):
        read_coding(tmp_path / "coding.txt", TEXT)
    with pytest.raises(GoldError, match="there is no such file"):
        read_coding(tmp_path / "coding.ann", TEXT)
    (tmp_path / "coding.csv").write_bytes("قال".encode("cp1256"))
    with pytest.raises(GoldError, match="save it as UTF-8"):
        read_coding(tmp_path / "coding.csv", TEXT)


def test_all_faults_of_a_json_are_told_at_once_with_their_lines():
    raw = make(act="says", cue="agreed that", holders=["RUSS"], topics=["oil"], holdr="x") | {"round": 23}
    raw["mentions"] = [{"span": "Moscow", "actor": "RUS"}]
    content = json.dumps(raw, indent=1)
    line = content[: content.index('"agreed that"')].count("\n")  # of the brace before it
    with pytest.raises(GoldError) as told:
        parse_json(content, TEXT, "coding.json")
    message = str(told.value)
    assert len(told.value.faults) == 7
    assert f"line {line}: claim 1, cue: 'agreed that' does not stand in the text" in message
    assert "'Moscow' stands 2 times in the text: add context round ⟦ ⟧" in message
    for words in ("unknown key 'holdr'", "unknown act 'says'; use one of state",
                  "'RUSS', which actors.csv does not hold", "'oil', which topics.csv",
                  "round: a whole number from 1 to 22"):
        assert words in message


@pytest.mark.parametrize("content", ["{", "[]", '{"article_id": "a", "claims": [1]}', '{"claims": {}}', "{}", "null"])
def test_json_of_another_shape_is_refused(content):
    with pytest.raises(GoldError):
        parse_json(content, TEXT, "coding.json")


def test_brat_names_lines_that_do_not_fit():
    content = brat.render(parse_coding(make(), TEXT)).replace("Act T2 state", "Act T2 says").replace("\tsaid", "\tsays")
    content += "R9\tHoldr Arg1:T2 Arg2:T3\nA9\tMode T77 direct\nnonsense\nT9 Cue 1 2 x\n"
    with pytest.raises(GoldError) as told:
        brat.parse(content, TEXT, "a.ann")
    message = str(told.value)
    for words in ("'says' should stand at 7, but there stands 'said'", "unknown act 'says'",
                  "unknown relation 'Holdr'", "T77 is named, but has no line of its own",
                  "unknown line 'nonsense'", "parted by a tab"):
        assert words in message


def test_brat_reads_what_its_own_editor_writes():
    content = ("T1\tCue 7 11\tsaid\nE1\tx\n" + "A1\tAct T1 state\nA2\tMode T1 indirect\nA3\tHolderStatus T1 none\n"
               "#1\tAnnotatorNotes T1\tholders=RUS TUR; topics=other\n").replace("E1\tx\n", "")  # fmt: skip
    with pytest.raises(GoldError, match="article_id is missing"):
        brat.parse(content, TEXT, "a.ann")
    content += "T2\tArticle 0 1\tM\n#2\tAnnotatorNotes T2\tarticle_id=a; round=20\n"
    coding = brat.parse(content, TEXT, "a.ann")
    assert coding.round == 20 and coding.claims[0].holders == {"RUS", "TUR"}


def test_the_configuration_of_brat_lists_every_closed_list():
    written = brat.render_configuration()
    assert all("|".join(list_values(name)) in written for name in ("act", "mode", "holder_status", "naming"))


def test_a_web_annotation_has_what_the_recommendation_asks_for():
    page = json.loads(web_annotation.render(parse_coding(make(), TEXT)))
    assert page["@context"][0] == "http://www.w3.org/ns/anno.jsonld" and page["type"] == "AnnotationPage"
    (item,) = page["items"]
    position, quote = item["target"]["selector"]
    assert {"id", "type", "motivation", "body", "target"} <= set(item)
    assert (position, quote["exact"]) == ({"type": "TextPositionSelector", "start": 7, "end": 11}, "said")
    assert TEXT.startswith(quote["prefix"] + quote["exact"] + quote["suffix"])


def test_a_web_annotation_finds_its_words_again_where_the_text_has_moved():
    coding = parse_coding(make(), TEXT)
    moved = web_annotation.parse(web_annotation.render(coding), "Before it.\n\n" + TEXT, "a.jsonld")
    assert moved.claims[0].cue == (19, 23)
    with pytest.raises(GoldError, match="'said' stands neither at its position"):
        web_annotation.parse(web_annotation.render(coding), TEXT.replace("said", "told"), "a.jsonld")
    with pytest.raises(GoldError, match="expected an AnnotationPage"):
        web_annotation.parse("{}", TEXT, "a.jsonld")


def test_a_person_fills_in_a_sheet():
    content = (
        "row;span;act;mode;holder;holder_status;holders;topics;content;direct_quote;actor;round\n"
        "article;a-text;;;;;;;;;;20\n"
        "mention;Tehran;;;;;;;;;IRN;\n"
        "\n"
        "claim;called;call;reported;Tehran;explicit;IRN;political_process, other;50-58;no;;\n"
    )
    coding = sheet.parse(content, TEXT, "mine.csv")
    (claim,) = coding.claims
    assert coding.round == 20 and coding.mentions[0].actor_id == "IRN"
    assert TEXT[slice(*claim.content)] == "Damascus" and claim.topics == {"political_process", "other"}


def test_faults_of_a_sheet_have_lines_also_behind_cells_of_several_lines():
    content = sheet.render(parse_coding(make(content="agreed.\n\nTehran called"), TEXT))
    content += "clam,said\nclaim,said,RUS\nclaim,Moscow\n"
    with pytest.raises(GoldError) as told:
        sheet.parse(content, TEXT, "mine.csv")
    message = str(told.value)
    assert "line 6: row is 'clam'; write article, mention or claim" in message
    assert "line 7: actor does not belong to a row of the kind 'claim'" in message
    assert "line 8 (claim), cue: 'Moscow' stands 2 times" in message
    assert "line 8 (claim): act is missing; use one of state" in message
    with pytest.raises(GoldError, match="expected the columns row, span"):
        sheet.parse("cue,act\n", TEXT, "mine.csv")
    with pytest.raises(GoldError, match="unknown column 'aktor'"):
        sheet.parse("row,span,aktor\n", TEXT, "mine.csv")


def test_words_that_a_spreadsheet_would_compute_stay_words():
    text = "=1+1 said 'he' and -no"
    raw = {"article_id": "a", "mentions": [{"span": span, "actor": "RUS"} for span in ("=1+1", "'he'", "-no")]}
    coding = parse_coding(raw, text)
    written = sheet.render(coding)
    assert not any(cell.startswith(("=", "-", "+", "@")) for line in written.splitlines() for cell in line.split(","))
    assert sheet.parse(written, text, "it") == coding
    assert sheet.parse("row,span,actor\narticle,a,\nmention,'he',RUS\n", text, "it").mentions[0].start == 10


def test_an_empty_sheet_to_begin_with_is_read_once_it_is_filled():
    lines = sheet.render_empty("a-text").splitlines()
    assert sheet.parse("\n".join(lines[:2]), TEXT, "it").article_id == "a-text"


@pytest.mark.parametrize("form", FORMS)
@given(data=st.data())
@settings(max_examples=120)
def test_whatever_a_file_holds_it_is_read_or_refused_in_words(form, codings, data):
    coding = data.draw(codings())
    render, parse = FORMS[form]
    content = render(coding)
    for _ in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(content)))
        end = min(len(content), start + data.draw(st.integers(0, 12)))
        put = data.draw(st.sampled_from(["", "x", "\t", "\n", " ", ",", ";", '"', "[", "{}", "null", "12", "T1", "="]))
        content = content[:start] + put + content[end:]
    try:
        parse(content, coding.text, "it")
    except GoldError as error:
        assert str(error)
