"""Claims that stand in an unusual place, or whose speaker takes many words. All sentences are specimens."""

import pytest

from astana_study.coding.coder import code_records
from astana_study.text.reading import make_article

FOUND = """
state | وقال سعيد منصور، رئيس دائرة الأبحاث في مركز محلي: «يبقى السوق تحت الضغط». | قال
state | وقالت هالة يوسف، وهي نائبة عن حزب معارض: «عبر شبان الحدود مساء». | قالت
state | ويقول سعيد منصور، مدير مركز محلي «لا يزال الحزب قضية الحكومة». | يقول
state | وقال الأعيان ـ في البيان الذي وقعه عدد من النواب ـ إن السلوك مرفوض. | قال
state | قال الوزير في كلمة أمام النواب (إن أي مسار لا ينهي الحرب لا معنى له). | قال
state | وقالت مصادر تتخذ من البلدة مقرا لها إن الموردين خفضوا عروضهم. | قالت
state | وقال موظف طلب عدم ذكر اسمه إن العملية قريبة. | قال
affirm | وأكد تقرير صدر عن المنظمة أن القصف تراجع. | أكد
state | وقال رجل كان يقف قرب الجسر إن كل شيء حدث بسرعة. | قال
deny | جاء ذلك في الوقت الذي نفى فيه الوفد التركي خطف المقاتلين. | نفى
deny | لكن الوفد التركي سرعان ما نفى هذه الاتهامات. | نفى
state | يصعب تحقيق ذلك، بحسب منصور، الذي يرى أن الفصائل ضعيفة. | يرى
state | عبرت النقابة عن غضبها على لسان زعيمتها هالة يوسف التي قالت إن الأجور متدنية. | قالت
state | دمر القصف جسرين في المدينة كما أفاد المرصد. | أفاد
state | دمر القصف جسرين في المدينة، بحسب ما ذكر مصدر أمني. | ذكر
state | دمر القصف جسرين في المدينة وفق ما أعلنته وزارة الدفاع الروسية. | أعلنته
state | نزح ألف شخص، وفقا لتقديرات محلية. | وفقا
state | نزح ألف شخص، بحسب المصدر، وأكد لافروف أن الهدنة صامدة. | بحسب
state | وعلمت الصحيفة من مصادرها أن الوفد يصل غدا. | علمت
state | وبين التقرير أنه إذا بقي القصف ساءت الحال. | بين
state | إلى ذلك كشف مصدر عسكري، أن الوفد غادر. | كشف
state | وقال ردا على سؤال عن الهدنة، إن الجولة مفيدة. | قال
"""


@pytest.mark.parametrize("line", FOUND.strip().splitlines())
def test_claim_is_found(line):
    act, sentence, cue = (part.strip() for part in line.split("|"))
    claims = code_records(make_article(sentence, language="ar")).claims
    assert (act, cue) in [(claim.act, claim.cue) for claim in claims]


@pytest.mark.parametrize("sentence", [
    "ستعقد الجولة وفقا للقانون الدولي.",
    "رفع علم الثورة فوق المبنى.",
    "كما تواصل إيران احتجاز عدد من البحارة.",
    "وتجري الأمور على عكس الخطة التي يعتقد أنها انتهت.",
])  # fmt: skip
def test_nothing_is_said(sentence):
    assert not code_records(make_article(sentence, language="ar")).claims
