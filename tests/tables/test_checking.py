import pandas as pd
import pytest

from astana_study.tables.checking import check_order, check_tables, find_faults
from astana_study.tables.errors import TableError
from astana_study.tables.frames import frame_rows, make_empty
from astana_study.tables.schema import get_table, list_tables

TEXT = "Moscow said that Ankara agreed."


def make_coding(**changes):
    """The tables of one small article; `changes` replace cells of its claim."""
    claim = {
        "article_id": "a", "claim_id": 1, "sentence_id": 1, "act": "state", "mode": "indirect", "cue": "said",
        "cue_start": 7, "cue_end": 11, "cue_lemma": "say", "holder_surface": "Moscow", "holder_start": 0,
        "holder_end": 6, "holder_status": "explicit", "content": "Ankara agreed", "content_start": 17,
        "content_end": 30, "direct_quote": False, "distanced": False, "distance_scope": "", "distance_surface": "",
        "distance_start": None, "distance_end": None, "rule": "r",
    } | changes  # fmt: skip
    article = ("a", "T", "en", "", "coverage", "", "unknown", None, "unknown", "", "0" * 64, len(TEXT), 1)
    return {
        "articles": frame_rows("articles", [article]),
        "sentences": frame_rows("sentences", [("a", 1, 1, "body", 0, len(TEXT), TEXT)]),
        "mentions": frame_rows("mentions", [("a", 1, 1, 0, 6, "Moscow", "", "RUS", "neutral")]),
        "claims": frame_rows("claims", [tuple(claim.values())]),
        "claim_actors": frame_rows("claim_actors", [("a", 1, "holder", "RUS")]),
        "claim_topics": frame_rows("claim_topics", [("a", 1, "idlib")]),
        "actors": frame_rows("actors", [("RUS", "Russia", "روسيا", "state", "", "RUS", "", "Q159", "")]),
        "topics": frame_rows("topics", [("idlib", "Idlib", "إدلب", "d", "")]),
    }


def test_right_tables_pass():
    check_tables(make_coding(), texts={"a": TEXT})
    check_tables(make_coding())
    check_tables({table.name: make_empty(table.name) for table in list_tables()})


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"act": "condem"}, "claims.csv, row 2, column act: expected one of state, affirm"),
        ({"act": "condem"}, "got 'condem'; did you mean 'condemn'?"),
        ({"act": ""}, "got an empty cell; fill it in"),
        ({"claim_id": 0}, "column claim_id: expected at least 1, got 0"),
        ({"cue_start": None}, "column cue_start: expected something, not an empty cell"),
        ({"article_id": "b"}, "column article_id: expected a article_id of articles.csv, got 'b'"),
        ({"sentence_id": 2}, "column sentence_id: expected a row of sentences.csv, got a, 2"),
        ({"cue": "says"}, "column cue: expected what stands there, 'said', got 'says'; count offsets in code points"),
        ({"holder_end": 5}, "column holder_surface: expected what stands there, 'Mosco', got 'Moscow'"),
    ],
)
def test_a_fault_names_file_row_column_and_cure(changes, told):
    with pytest.raises(TableError) as caught:
        check_tables(make_coding(**changes), texts={"a": TEXT})
    assert told in str(caught.value)


def test_spans_are_compared_with_their_sentence_where_the_text_is_not_at_hand():
    assert [fault.column for fault in find_faults(make_coding(content="Ankara agrees"))] == ["content"]


def test_all_faults_are_raised_at_once_and_kept_as_rows():
    tables = make_coding(act="x", mode="y", claim_id=0)
    with pytest.raises(TableError) as caught:
        check_tables(tables)
    assert {fault.column for fault in caught.value.faults} >= {"act", "mode", "claim_id"}
    assert isinstance(caught.value, ValueError)


def test_unknown_actor_topic_and_repeated_key():
    tables = make_coding()
    rows = [("a", 1, "holder", "RUS"), ("a", 1, "holder", "RUS"), ("a", 1, "target", "RUX"), ("a", 9, "holder", "RUS")]
    tables["claim_actors"] = frame_rows("claim_actors", rows)
    message = "\n".join(map(str, find_faults(tables)))
    assert "row 3, column actor_id: expected each article_id, claim_id, role, actor_id once" in message
    assert "row 4, column actor_id: expected a actor_id of actors.csv, got 'RUX'; did you mean 'RUS'?" in message
    assert "row 5, column claim_id: expected a row of claims.csv, got a, 9; add it to claims.csv" in message


def test_days_that_no_calendar_has():
    tables = make_coding()
    tables["articles"] = tables["articles"].assign(published="2023-02-30")
    assert "expected a day of the calendar, got '2023-02-30'" in str(find_faults(tables)[0])


def test_wrong_types_and_columns_are_told():
    frame = make_coding()["claims"]
    assert "expected cells of type integer" in str(find_faults({"claims": frame.astype({"claim_id": "float"})})[0])
    told = str(find_faults({"claims": frame.drop(columns="rule")})[0])
    assert "column rule: expected this column in its place, got none there" in told
    told = str(find_faults({"claims": frame.assign(extra=1)})[0])
    assert "column extra: expected no such column" in told


def test_rows_out_of_order_are_told():
    frame = frame_rows("claim_topics", [("a", 2, "idlib"), ("a", 1, "idlib")])
    (fault,) = check_order(frame, get_table("claim_topics"))
    assert "row 2, column article_id: expected article_id a, claim_id 1, topic_id idlib" in str(fault)
    assert check_order(frame.iloc[::-1].reset_index(drop=True), get_table("claim_topics")) == []


def test_long_lists_of_faults_are_cut_in_the_message_only():
    frame = frame_rows("claim_topics", [("a", 0, f"t{number}") for number in range(80)])
    with pytest.raises(TableError, match="80 faults found") as caught:
        check_tables({"claim_topics": frame})
    assert len(caught.value.faults) == 80
    assert "… and 30 more" in str(caught.value)


def test_nothing_is_changed_by_checking():
    tables = make_coding()
    before = {name: frame.copy() for name, frame in tables.items()}
    check_tables(tables)
    for name, frame in tables.items():
        pd.testing.assert_frame_equal(frame, before[name])
