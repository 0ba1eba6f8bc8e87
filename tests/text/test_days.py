import pytest
from hypothesis import given
from hypothesis import strategies as st

from astana_study.codebook.reading import read_rows
from astana_study.text.days import find_days, find_worded_days, fold_text, join_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("يومي 20 و21 حزيران", [(0, 6, 20, 21)]),
        ("20-21 حزيران/يونيو 2023", [(2023, 6, 20, 21)]),
        ("15 و16 تموز", [(0, 7, 15, 16)]),
        ("16 – 17 شباط المقبل", [(0, 2, 16, 17)]),
        ("أمس الثلاثاء 15 مايو/أيار 2018", [(2018, 5, 15, 15)]),
        ("أيار/مايو 15", [(0, 5, 15, 15)]),
        ("20-21 حزيران (يونيو) 2023", [(2023, 6, 20, 21)]),
        ("٢٠ جوان ٢٠٢٣", [(2023, 6, 20, 20)]),
        ("24 جانفي", [(0, 1, 24, 24)]),
        ("5 جويلية 2017", [(2017, 7, 5, 5)]),
        ("1 أوت", [(0, 8, 1, 1)]),
        ("31 غشت", [(0, 8, 31, 31)]),
        ("22 من كانون الأول/ديسمبر الماضي", [(0, 12, 22, 22)]),
        ("24 كانون الثاني 2017", [(2017, 1, 24, 24)]),
        ("ال 23 وال 24 من كانون الثاني", [(0, 1, 23, 24)]),
        ("2-5-2017 | 12:03", [(2017, 5, 2, 2)]),
        ("23.11.2022", [(2022, 11, 23, 23)]),
        ("06/21/2023", [(2023, 6, 21, 21)]),
        ("2021-12-21T04:34", [(2021, 12, 21, 21)]),
        ("June 20-21, 2023", [(2023, 6, 20, 21)]),
        ("20–21 June 2023", [(2023, 6, 20, 21)]),
        ("Jan. 24", [(0, 1, 24, 24)]),
        ("the 21st of June", [(0, 6, 21, 21)]),
        ("May 3 and 4, 2017", [(2017, 5, 3, 4)]),
        ("21 Jun. 14:30", [(0, 6, 21, 21)]),
        ("وفقا لقرار مجلس الأمن 2254", []),
        ("resolutions 2254 (2015) and 2165", []),
        ("القرار 2254 لعام 2015", []),
        ("استمر 20 يوما", []),
        ("40 June", []),
    ],
)
def test_days_are_found_however_they_are_written(text, expected):
    assert [day[2:6] for day in find_days(fold_text(text))] == expected


def test_days_written_in_words_are_found():
    text = fold_text("في الأول والثاني من آب 2019، وفي الحادي والعشرين من حزيران/يونيو")
    assert [day[2:6] for day in find_worded_days(text, 0, len(text))] == [(2019, 8, 1, 2), (0, 6, 21, 21)]


def test_every_month_of_the_codebook_is_read():
    for row in read_rows("months"):
        days = find_days(fold_text(f"في 7 {row['name']} 2019 عقد"))
        assert [day[2:6] for day in days] == [(2019, int(row["month"]), 7, 7)], row["name"]


@given(st.lists(st.text("abcde ", min_size=1).map(str.strip).filter(bool), min_size=1))
def test_joined_words_match_just_the_words(words):
    import re

    pattern = re.compile(join_words(words))
    assert all(pattern.fullmatch(word) for word in words)
    assert not pattern.fullmatch("".join(words) + "x")
