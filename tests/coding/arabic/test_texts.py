"""What a text says: the common statement, one side's own, and what it says besides. All sentences are specimens."""

import pytest

from astana_study.coding.coder import code_records
from astana_study.text.reading import make_article

SAID = """
STATEMENT | وجاء في البيان أن الوفود تصل غدا. | جاء | الوفود تصل غدا
KAZ | جاء في بيان وزارة الخارجية الكازاخستانية أنه قد بدأت الجولة. | جاء | قد بدأت الجولة
RUS | وورد في تقرير للخارجية الروسية أن القصف توقف. | ورد | القصف توقف
STATEMENT | ومما جاء في البيان أيضاً، زيادة المساعدات، وتسهيل العودة. | جاء | زيادة المساعدات، وتسهيل العودة
STATEMENT | ومما جاء في البيان أن الجولة المقبلة في الخريف. | جاء | الجولة المقبلة في الخريف
"""


def read(text):
    return code_records(make_article(f"{text}\n", "specimen", language="ar", kind="statement"))


@pytest.mark.parametrize("line", SAID.strip().splitlines())
def test_what_a_text_says_is_said_by_it_or_by_the_side_that_issued_it(line):
    holder, text, cue, content = line.split(" | ")
    records = read(text)
    assert [(claim.cue, claim.content) for claim in records.claims] == [(cue, content)]
    assert [row[3] for row in records.claim_actors if row[2] == "holder"] == [holder]


@pytest.mark.parametrize("text", ["الجدير ذكره أن الجولة انتهت.", "ومن الجدير ذكره أن المدينة باردة في الشتاء."])
def test_what_is_worth_mentioning_is_background(text):
    assert read(text).claims == []


def test_under_an_opening_sentence_what_is_rejected_rejects_nothing():
    text = (
        "بيان مشترك\n\nإن جمهورية إيران الإسلامية والاتحاد الروسي وجمهورية تركيا بوصفها الدول الضامنة:\n"
        "أكدت التزامها بسيادة سوريا؛\n"
        "ورفضت في هذا الصدد جميع المحاولات الهادفة إلى فرض وقائع جديدة، بما في ذلك مشاريع الحكم الذاتي غير الشرعية، "
        "بحجة محاربة الإرهاب، وأعربت عن عزمها على مواجهة المخططات الانفصالية؛\n"
    )
    records = read(text)
    assert [claim.act for claim in records.claims] == ["affirm", "reject", "commit"]
    assert {row[3] for row in records.claim_actors if row[2] == "holder"} == {"GUARANTORS"}


@pytest.mark.parametrize(("text", "content", "distance"), [
    ('رفض الوفد التركي "الإملاءات".', "الإملاءات", '"الإملاءات"'),
    ('رفض الوفد التركي "الإملاءات" الروسية.', '"الإملاءات" الروسية', '"الإملاءات"'),
    ('ترفض أنقرة "الإملاءات" الروسية.', '"الإملاءات" الروسية', '"الإملاءات"'),
])  # fmt: skip
def test_a_label_behind_a_name_is_what_that_one_acts_on(text, content, distance):
    claims = read(text).claims
    assert [(claim.act, claim.content, claim.distance_surface) for claim in claims] == [("reject", content, distance)]
    assert claims[0].holder_status == "explicit"
