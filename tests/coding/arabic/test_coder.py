"""The Arabic coder on hard cases, one sentence each, and on any text at all. All sentences are specimens."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from astana_study.coding.coder import code_records
from astana_study.text.reading import make_article

WORDS = st.sampled_from(
    [
        *[
            "قال",
            "لافروف",
            "إن",
            "أن",
            "الوفد",
            "الروسي",
            "رفض",
            "رفضه",
            "إدانة",
            "على",
            "إلى",
            "عن",
            "من",
            "،",
            ".",
            ":",
            "«",
            "»",
            "“",
            "”",
            "؛",
            "-",
            "مؤكدا",
            "مشيرا",
            "دعا",
            "تم",
            "الاتفاق",
        ],
        *[
            "بيان",
            "البيان",
            "الختامي",
            "الذي",
            "التي",
            "ما",
            "وصفه",
            "أعرب",
            "قلقه",
            "موسكو",
            "وأنقرة",
            "وطهران",
            "المجتمعون",
            "وزعم",
            "ادعى",
            "وفق",
            "زعمهم",
            "بحسب",
        ],
        *[
            "مصدر",
            "2254",
            "أستانا",
            "20",
            "و",
            "ف",
            "ل",
            "ب",
            "لا",
            "لم",
            "سوف",
            "قد",
            "كان",
            "وأدانت",
            "إسرائيل",
            "داعش",
            "ً",
            "ُ",
            "ـ",
        ],
        *'\n\u200f"',
    ]
)


def code(text):
    return code_records(make_article(text, language="ar", kind="coverage", title="x"))


def claims(text):
    records = code(text)
    holders = {}
    for row in records.claim_actors:
        if row.role == "holder":
            holders.setdefault(row.claim_id, set()).add(row.actor_id)
    return [(c.cue, c.act, holders.get(c.claim_id, set()), c.content) for c in records.claims]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اتفقت موسكو وأنقرة وطهران على عقد جولة جديدة.",
         [("اتفقت", "agree", {"RUS", "TUR", "IRN"}, "عقد جولة جديدة")]),
        ("أعلن الوفد الروسي أمس رفضه للاتفاق.", [("أعلن", "reject", {"RUS"}, "للاتفاق")]),
        ("أعربت طهران عن قلقها من التصعيد، مؤكدة أن الحل سياسي.",
         [("أعربت", "concern", {"IRN"}, "التصعيد"), ("مؤكدة", "affirm", {"IRN"}, "الحل سياسي")]),
        ("تمت الإشارة إلى ملف المعتقلين.", [("تمت الإشارة", "state", {"PARTICIPANTS"}, "ملف المعتقلين")]),
        ("قال لافروف إن تركيا تدعو إلى الحوار وأكد أن موسكو ترحب بذلك.",
         [("قال", "state", {"RUS"}, "تركيا تدعو إلى الحوار"), ("تدعو", "call", {"TUR"}, "الحوار"),
          ("أكد", "affirm", {"RUS"}, "موسكو ترحب بذلك"), ("ترحب", "welcome", {"RUS"}, "ذلك")]),
        ("لم يعلن الوفد الروسي أي موقف.", []),
        ("سيرفض الوفد الروسي المقترح.", []),
        ("رفض الوفد الروسي الرد على الأسئلة.", []),
        ("يذكر أن أستانا استضافت الجولة الأولى.", []),
        ("وقال نائب وزير الخارجية الروسي ميخائيل بوجدانوف، بعد تأخر ساعتين، إن الاجتماع مفيد.",
         [("قال", "state", {"RUS"}, "الاجتماع مفيد")]),
        ("شدد البيان الختامي على ضرورة التهدئة في إدلب.", [("شدد", "affirm", {"STATEMENT"}, "ضرورة التهدئة في إدلب")]),
        ("أكد البيان الختامي رفض جميع الخطط الانفصالية.",
         [("أكد", "reject", {"STATEMENT"}, "جميع الخطط الانفصالية")]),
        ("وزعم الوفود أنه لا يمكن ذلك.", [("زعم", "claim", {"PARTICIPANTS"}, "لا يمكن ذلك")]),
        ("بيدرسن: نرحب بكل خطوة", [(":", "welcome", {"UN_ENVOY"}, "نرحب بكل خطوة")]),
    ],
)  # fmt: skip
def test_hard_cases(text, expected):
    assert claims(text) == expected


def test_pro_drop_goes_to_the_last_speaker_that_agrees():
    found = claims("قال لافروف إن الاجتماع مفيد. ورحبت أنقرة بالنتائج. وأضاف أن العمل مستمر.")
    assert found[-1][2] == {"RUS"}


def test_proclitics_stand_outside_a_mention_and_a_fused_article_inside():
    records = code("اجتمع وفد للأمم المتحدة مع موسكو وأنقرة.")
    assert [(m.surface, m.proclitic, m.actor_id) for m in records.mentions] == [
        ("للأمم المتحدة", "", "UN"), ("موسكو", "", "RUS"), ("أنقرة", "و", "TUR")]  # fmt: skip


@pytest.mark.parametrize("spelling", ["لافرنتييف", "لافرينتيف", "لافرنتيف", "لافرينتييف"])
def test_a_foreign_name_in_every_spelling(spelling):
    assert claims(f"أكد ألكسندر {spelling} أن العمل مستمر.")[0][2] == {"RUS"}


def test_a_person_speaks_for_his_side_in_his_years():
    assert claims("قال المبعوث الأممي غير بيدرسن إن الحل ممكن.")[0][2] == {"UN_ENVOY"}


def test_distance_in_three_scopes():
    records = code("رفض المجتمعون ما تسمى الإدارة. أدان الاجتماع الهجمات على حد تعبيرهم. زعم الوفد أن الحل قريب.")
    assert [c.distance_scope for c in records.claims] == ["term", "clause", "cue"]


@settings(deadline=None, max_examples=300)
@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(min_size=1, max_size=200))
def test_any_text_is_coded_and_every_offset_is_exact(text):
    assume(text.strip())
    records = code(text)
    text = make_article(text).text
    for row in records.mentions:
        assert text[row.start : row.end] == row.surface != ""
    sentences = {row.sentence_id: row for row in records.sentences}
    for row in records.claims:
        assert text[row.cue_start : row.cue_end] == row.cue != ""
        assert sentences[row.sentence_id].start <= row.cue_start < row.cue_end <= sentences[row.sentence_id].end
        for surface, start, end in ((row.holder_surface, row.holder_start, row.holder_end),
                                    (row.content, row.content_start, row.content_end),
                                    (row.distance_surface, row.distance_start, row.distance_end)):  # fmt: skip
            assert surface == ("" if start is None else text[start:end])
            assert (start is None) == (surface == "")
