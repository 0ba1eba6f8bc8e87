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
        ("أكدت #موسكو في وقت سابق من اليوم، دعمها للهدنة.", [("أكدت", "welcome", {"RUS"}, "للهدنة")]),
        ("رفض الوفد الروسي العقوبات، مع إدانة القصف.",
         [("رفض", "reject", {"RUS"}, "العقوبات"), ("إدانة", "condemn", {"RUS"}, "القصف")]),
        ("ناقشت موسكو مع الوفود وضع إدلب.", [("ناقشت", "discuss", {"RUS"}, "وضع إدلب")]),
        ("اعتبر لافروف أن الجولة ناجحة ووصفها بالخطوة المهمة.",
         [("اعتبر", "state", {"RUS"}, "الجولة ناجحة"), ("وصفها", "state", {"RUS"}, "الخطوة المهمة")]),
        ("ندد لافروف بالقصف إلا أنه أصر على أن الحل ممكن.",
         [("ندد", "condemn", {"RUS"}, "القصف"), ("أصر", "affirm", {"RUS"}, "الحل ممكن")]),
        ("قال لافروف إن الهدنة لستة أشهر ويمكن تمديدها.",
         [("قال", "state", {"RUS"}, "الهدنة لستة أشهر ويمكن تمديدها")]),
        ("بيدرسن: نرحب بكل خطوة", [(":", "welcome", {"UN_ENVOY"}, "نرحب بكل خطوة")]),
    ],
)  # fmt: skip
def test_hard_cases(text, expected):
    assert claims(text) == expected


def test_a_statement_of_one_side_speaks_for_that_side():
    assert claims("نددت موسكو في بيان بالقصف. وأكد البيان أن الحل سياسي.")[1][2] == {"RUS"}
    assert claims("أعلنت الدول الضامنة في بيان مشترك موعدا. وأكد البيان أن الحل سياسي.")[-1][2] == {"STATEMENT"}


def test_a_person_in_no_list_speaks_by_surname_for_the_side_of_the_title():
    found = claims("قال سفير روسيا في دمشق، بوريس كرامنوف، إن الحل قريب. وأضاف كرامنوف أن الجولة مفيدة.")
    assert [holder for _, _, holder, _ in found] == [{"RUS"}, {"RUS"}]


def test_quotation_marks_and_glue_within_names():
    records = code('شارك حزب "العمال" الكردستاني، وأدانت الأممالمتحدة ذلك.')
    assert [m.actor_id for m in records.mentions] == ["PKK", "UN"]


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
