"""Cues of news Arabic, act by act: one short sentence each. All sentences are specimens."""

import pytest

from astana_study.coding.coder import code_records
from astana_study.text.reading import make_article

CUES = """
state | تطلع بيدرسن إلى نجاح الجولة المقبلة. | تطلع
state | عزا لافرنتييف التأخير إلى خلافات بين الفصائل. | عزا
state | شبه الجعفري تركيا بإسرائيل. | شبه
state | اكتفى لافرنتييف بالقول إن الاجتماع مفيد. | اكتفى
state | وبيّن لافرنتييف أن الجولة انتهت. | بيّن
state | نص البيان على أن الجولة المقبلة ستعقد في تموز. | نص
state | نصت المذكرة على إنشاء مناطق خفض التصعيد. | نصت
state | وصدر نص المذكرة مساء، وورد فيها أن على الأطراف وقف القتال. | ورد
state | انتهت الجولة، والتي قيل إنها الأخيرة، قبل الظهر. | قيل
affirm | أعاد الوفد التركي التأكيد على وحدة سوريا. | أعاد
affirm | رأى الوفد التركي ضرورة وقف القتال. | رأى
agree | لقد اتخذ قرار بعقد الجولة المقبلة في الخريف. | اتخذ قرار
agree | قبلت المعارضة بالمقترح الروسي. | قبلت
commit | عقد المجتمعون العزم على مواصلة القتال. | عقد
commit | قطع الوفد التركي وعدا بوقف القصف. | قطع
call | تقدم الوفد الروسي بطلب لتأجيل الجولة. | تقدم
call | شجع بيدرسن الأطراف على مواصلة الحوار. | شجع
call | أطلق الوفد التركي نداء لوقف القصف. | أطلق
reject | أبدى الوفد التركي تحفظات على البيان. | أبدى
reject | وقف الوفد التركي ضد المشاريع الانفصالية. | وقف
condemn | سخر الجعفري من وفد المعارضة. | سخر
welcome | أعرب الوفد التركي عن سعادته بنتائج الجولة. | أعرب
welcome | توجه الوفد الروسي بالشكر إلى كازاخستان. | توجه
concern | أعرب بيدرسن عن استيائه من القصف. | أعرب
concern | أعرب بيدرسن عن خيبة أمله من الجولة. | أعرب
concern | اشتكى الوفد التركي من انتهاك الهدنة. | اشتكى
discuss | تمحورت المباحثات حول الوضع في إدلب. | تمحورت
accuse | وجه الجعفري أصابع الاتهام إلى تركيا. | وجه
accuse | لام الوفد الروسي تركيا على صمتها. | لام
warn | دق بيدرسن ناقوس الخطر حيال إدلب. | دق
deny | أنكر الوفد التركي انسحابه من الجولة. | أنكر
claim | تذرع الوفد التركي بمحاربة الإرهاب. | تذرع
"""


@pytest.mark.parametrize("line", CUES.strip().splitlines())
def test_cue_of_the_class(line):
    act, sentence, cue = (part.strip() for part in line.split("|"))
    claims = code_records(make_article(sentence, language="ar")).claims
    assert (act, cue) in [(claim.act, claim.cue) for claim in claims]


@pytest.mark.parametrize("sentence", [
    "دارت اشتباكات حول المدينة بين الفصائل.",
    "أعطى المترجم الأوراق للوفد الروسي.",
    "قطع الوفد التركي الطريق إلى القاعة.",
    "أطلق الجيش السوري صواريخ على إدلب.",
])  # fmt: skip
def test_everyday_sense_of_the_same_verb(sentence):
    assert not code_records(make_article(sentence, language="ar")).claims
