"""Finite verbs in clauses of every kind: relative, with a pronoun, behind another verb. All sentences are specimens."""

import pytest

from astana_study.coding.coder import code_records
from astana_study.text.reading import make_article

FOUND = """
warn | تزايدت مخاوف فرنسا التي تحذر من عودة المقاتلين. | تحذر | عودة المقاتلين
accuse | كان النص موضع خلاف بين واشنطن التي تتهم دمشق بشن الهجوم. | تتهم | دمشق بشن الهجوم
accuse | دخل المقاتلون مقر الفرقة التي تتهم أنقرة بخطف قائدها. | تتهم | أنقرة بخطف قائدها
state | أغلقت الحدود أمام الأكراد الذين تعتبرهم أنقرة إرهابيين. | تعتبرهم | إرهابيين
state | كان ذلك مصدر قلق لتركيا التي تعتبره فرعا للحزب. | تعتبره | فرعا للحزب
state | وقال لافروف: اندحر التنظيم الذي نعتبره خطرا على الجميع. | نعتبره | خطرا على الجميع
state | تقدمت القوات في البلدة التي ترى فيها أنقرة تهديدا لأمنها. | ترى | تهديدا لأمنها
state | كررت دمشق شروطها وهو ما رأت فيه المعارضة عودة إلى الوراء. | رأت | عودة إلى الوراء
warn | توسعت العملية، وهو ما حذر منه دي ميستورا مرارا. | حذر | None
reject | لم تقم المنطقة التي ظلت واشنطن ترفضها. | ترفضها | None
call | لم تقم المنطقة التي كانت أنقرة تطالب بها. | تطالب | None
state | وقال الوزير لقد استمعنا إلى هذه المخاوف. | قال | لقد استمعنا إلى هذه المخاوف
state | وقال لافروف نحن ضد العقوبات على سوريا. | قال | نحن ضد العقوبات على سوريا
state | وقال لافروف يجب رفع العقوبات عن سوريا. | قال | يجب رفع العقوبات عن سوريا
state | وأردف لافروف لن نقبل بذلك. | أردف | لن نقبل بذلك
state | وختم بالقول علينا أن نعمل معا. | ختم | علينا أن نعمل معا
state | عاد بيدرسن ليقول إن الحل العسكري مستحيل. | يقول | الحل العسكري مستحيل
affirm | وجاء البيان الختامي ليؤكد أن الهدنة صامدة. | يؤكد | الهدنة صامدة
state | وعاد لافروف للقول إن الهدنة صامدة. | للقول | الهدنة صامدة
state | وذهب لافروف إلى حد القول إن الهدنة صامدة. | القول | الهدنة صامدة
affirm | ونددت وزارة الدفاع التركية بالقصف مؤكدة أنه استهدف المدنيين. | مؤكدة | استهدف المدنيين
"""


@pytest.mark.parametrize("line", FOUND.strip().splitlines())
def test_verb_is_found(line):
    act, sentence, cue, content = (part.strip() for part in line.split("|"))
    claims = code_records(make_article(sentence, language="ar")).claims
    found = [(c.act, c.cue, c.content or "None") for c in claims]
    assert (act, cue, content) in found, found


SILENT = """
زار الوفد المخيم الذي يعتبر ثالث أكبر مخيم في المنطقة.
نشر المركز الدراسة التي أعدها لمعهد محلي باحثان.
جاءت الزيارة لتؤكد العلاقات الوثيقة بين البلدين.
فتشت القوات عن الرجال الذين تبحث عنهم الشرطة.
"""


@pytest.mark.parametrize("sentence", SILENT.strip().splitlines())
def test_nothing_is_said(sentence):
    assert not code_records(make_article(sentence, language="ar")).claims
