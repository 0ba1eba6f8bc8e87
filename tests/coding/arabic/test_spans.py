"""Where contents begin and end in news Arabic. All sentences are specimens."""

import pytest

from astana_study.coding.coder import code_records
from astana_study.text.reading import make_article

SPANS = """
وأضاف "هدفهم استخدام السكان دروعا" لمنع القصف. | "هدفهم استخدام السكان دروعا" لمنع القصف
وقال بيدرسن "لا بديل عن الحل السياسي في سوريا" للصحفيين في جنيف. | لا بديل عن الحل السياسي في سوريا
قالت أنقرة إن الفصائل نسقت أو شاركت في القصف. | الفصائل نسقت أو شاركت في القصف
قال لافرنتييف إن الوزير سبق والتقى نظيره في سوتشي. | الوزير سبق والتقى نظيره في سوتشي
وأكد بيدرسن أن جولته التي شملت أنقرة وموسكو تخدم المسار. | جولته التي شملت أنقرة وموسكو تخدم المسار
قال بيدرسن إن الجولة مفيدة وإن كانت قصيرة. | الجولة مفيدة وإن كانت قصيرة
وقالت مصادر مطلعة إن الخلاف تسبب بتأجيل الجولة، وأدى إلى غياب الوفد. | الخلاف تسبب بتأجيل الجولة، وأدى إلى غياب الوفد
أكد بيدرسن أن : الحل سياسي. | الحل سياسي
قال لافروف إن الفصائل المتطرفة خطر، مثل داعش. | الفصائل المتطرفة خطر، مثل داعش
قالت «تي في اي»: «الجولة تأجلت إلى الخريف». | الجولة تأجلت إلى الخريف
وقالت شبكة سي.إن.إن. إن الجولة تأجلت. | الجولة تأجلت
وذكرت وكالة د.ب.أ أن الجولة تأجلت. | الجولة تأجلت
وخلص استطلاع أجرته "سي.بي.إس" إلى أن الجولة تأجلت. | الجولة تأجلت
"""
NONE = """
أوقع القصف ثلاثين قتيلا نظرا لكثافته.
تراجع عدد النازحين في إدلب.
سيطرت الفصائل على بلدات عدة ومدينة سراقب أمس.
استهدف القصف مقرا للفصائل.
"""


@pytest.mark.parametrize("row", SPANS.strip().splitlines())
def test_span_of_content(row):
    text, content = (part.strip() for part in row.split("|"))
    assert code_records(make_article(text, language="ar", kind="statement")).claims[0].content == content


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_what_is_no_cue(text):
    assert not code_records(make_article(text, language="ar", kind="statement")).claims
