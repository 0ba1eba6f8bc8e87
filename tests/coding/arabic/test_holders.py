"""Whose claim it is, in Arabic: subjects in no list, and verbs that go on with them. All sentences are specimens."""

import pytest

from astana_study.coding.coder import code_records
from astana_study.text.reading import make_article

HELD = """
OTHER OTHER | واستنكر الوزراء بشدة القصف على إدلب، داعين إلى هدنة.
RUS OTHER OTHER | قال لافروف إن الحل قريب. وأوضح سامي العلي في حديث للقناة أن الجولة فاشلة. ورأى أن الهدنة هشة.
RUS OTHER OTHER | قال لافروف إن الحل قريب. واستنكر النائب عبدالكريم القصف على إدلب. وأضاف أن الحل بعيد.
OTHER OTHER | وندد رئيس البلدية بالقصف الروسي، وحذر من موجة نزوح جديدة.
RUS OTHER OTHER | قال لافروف إن الحل قريب. وقالت صحيفة محلية إن النظام قصف إدلب. وأضافت أن القصف طال حلب.
RUS OTHER OTHER | قال لافروف إن الحل قريب. وقالت الوكالة إن النظام قصف إدلب. وذكرت أن القصف طال حلب.
RUS OUTLET_SOURCE | قال لافروف إن الحل قريب. وقال بضعة دبلوماسيين إن الجولة تأجلت.
DEU DEU | ودعا الوزير الألماني إلى هدنة في إدلب. وأكد أن الحل سياسي.
UN_ENVOY | ودعا وسيط الأمم المتحدة في سوريا ستافان دي ميستورا إلى هدنة.
OUTLET_SOURCE OUTLET_SOURCE | ونقلت قناة محلية عن مصدر مطلع قوله إن الجولة تأجلت، مشيرا إلى أن الخلاف مستمر.
RUS OTHER | قال لافروف إن الحل قريب. وقالت تقارير إن الجولة تأجلت.
OTHER | وأوضحت مجموعة العمل من أجل أطفال سورية، في بيان أمس، أن القصف مستمر.
RUS OTHER OTHER | قال لافروف إن الحل قريب. ونظمت الصحافة المحلية ندوة، مشيرة إلى أن الهدنة هشة. وتوقعت أن تنهار.
USA | وأعلن المبعوث الأمريكي في مؤتمر صحفي مشترك عقب عقد لقاء مع الوفود أن الحل قريب.
RUS TUR RUS TUR | التقى لافروف نظيره التركي. واتفق الجانبان على هدنة، وأكدا أن الحل سياسي.
GUARANTORS GUARANTORS | أكدت الدول الضامنة أن الحل قريب. وشدد الطرفان على ضرورة الهدنة.
OTHER | وأدانت الحكومة الدنماركية القصف.
RUS TUR RUS RUS | قال لافروف: "الوفد التركي رفض الهدنة"، مؤكدا أن الحل قريب. وأضاف أن الجولة مفيدة.
RUS RUS | وقال لافروف: "الصيغة أثبتت جدواها"، معربا عن أمله في هدنة.
SYR_GOV SYR_GOV | وإذ أكد الجعفري أن وفد المعارضة يعرقل الجولة، أعلن أن الحل قريب.
OTHER | وكان رئيس بلدية المدينة سامي العلي جدد أمس التأكيد على الهدنة.
OTHER OTHER | أكد رئيس صحيفة محلية أن النظام قصف إدلب، منوها بأن الهدنة هشة.
RUS RUS | قال لافروف إن الحل قريب. وأوضحت الوزارة الروسية أن الجولة تأجلت.
OTHER OTHER | أوضح المحلل سامي العلي أن بيان الدول الضامنة أثبت عجزها وقال "إن الحل بعيد".
AANES STATEMENT | رفضت الإدارة الذاتية الهدنة. وكان البيان الختامي للجولة، ركز على الهدنة.
RUS OTHER RUS TUR | بحث لافروف مع نظيره التركي الهدنة. وقالت الصحيفة إن كلا الطرفين شددا على ضرورة الحل.
RUS OTHER | قال لافروف إن الرئيس سامي العلي وافق على الهدنة.
OTHER | وأكد الخبير على ضرورة وقف القصف.
RUS SYR_OPP | قدم لافروف اقتراحا، رفضته المعارضة على الفور.
TUR IRN | وهي خطوة رحبت بها أنقرة ورفضتها طهران.
TUR | ونفى ذلك الجيش التركي.
OUTLET_SOURCE | ونفت هذه المصادر الخبر.
"""
"""Holders, claim by claim, and the text."""


@pytest.mark.parametrize("line", HELD.strip().splitlines())
def test_the_holders_in_order(line):
    expected, text = (part.strip() for part in line.split("|"))
    records = code_records(make_article(text, language="ar"))
    assert [row.actor_id for row in records.claim_actors if row.role == "holder"] == expected.split()


def test_whose_words_are_given_goes_on_speaking_not_who_relays_them():
    text = 'نقلت صحيفة عن بيدرسن قوله للقناة "الأولى" إن الحل قريب. وأضاف أن الجولة مفيدة.'
    records = code_records(make_article(text, language="ar"))
    assert [row.actor_id for row in records.claim_actors if row.role == "holder"] == ["UN_ENVOY", "UN_ENVOY"]
    assert records.claims[0].content == "الحل قريب"


def test_the_name_behind_a_title_is_no_part_of_the_content():
    claim = code_records(make_article("استنكر النائب خالد العلي القصف على إدلب.", language="ar")).claims[0]
    assert (claim.holder_surface, claim.content) == ("النائب خالد العلي", "القصف على إدلب")


ENDS = """
أكد لافروف أن القافلة وصلت، حيث بلغت المدينة، كما وصلت أخرى. | القافلة وصلت، حيث بلغت المدينة، كما وصلت أخرى
أكد لافروف أن القافلة وصلت، وكانت أنقرة قد عرقلت دخولها. | القافلة وصلت
أفادت صحيفة محلية نقلا عن شهود أن القافلة وصلت. | القافلة وصلت
ندد نائب المبعوث الخاص للتحالف الدولي، أمس، بالقصف على إدلب. | القصف على إدلب
أصر لافروف على عقد الجولة، حسبما ذكرت وكالة تاس، في خبر عاجل. | عقد الجولة
قالت وفود المعارضة في بيان مشترك، صدر أمس بعد لقاء في جنيف إن الحل قريب. | الحل قريب
نفى رئيس وفد المعارضة إلى مؤتمر"جنيف"، أحمد طعمة، أمس، صفة الإرهاب عن الفصائل. | صفة الإرهاب عن الفصائل
أكد وفد المعارضة، وفق بيان تلقت الصحيفة نسخة منه، أن الحل قريب. | الحل قريب
استبعد مسؤولون أمريكيون التعاون مع دمشق. | التعاون مع دمشق
قال لافروف إن القصف على وادي بردى توقف. | القصف على وادي بردى توقف
تناقش الهيئة في اجتماعاتها لليوم الرابع عشر كثيرا من الملفات. | كثيرا من الملفات
وأوضح المدير الطبي للعيادات المحلية د. سامي العلي بأن المشفى دمر. | المشفى دمر
وحسب مصادر مطلعة في المدينة، تتابع الملف، فإن الجولة تأجلت. | الجولة تأجلت
"""
"""The text, and the content of its first claim."""


@pytest.mark.parametrize("line", ENDS.strip().splitlines())
def test_where_a_content_begins_and_ends(line):
    text, expected = (part.strip() for part in line.split("|"))
    assert code_records(make_article(text, language="ar")).claims[0].content == expected


SPEAKERS = """
OTHER explicit | قالت "الرابطة السورية للحقوق"، إنها وثقت اعتقال مئة شخص.
RUS explicit | وكانت روسيا قد اقترحت خطة للحل في سوريا: في إدلب أولا.
KAZ explicit | ألقى لافروف كلمة. وتلتها كلمة نائب وزير الخارجية الكازاخي كمالدينوف أشار فيها إلى أهمية الجلسة.
GUARANTORS pro-drop | اختتمت الجولة بحضور ممثلي الدول الضامنة وأكدوا ضرورة الحل.
GUARANTORS explicit | أصدرت الدول الضامنة بيانا. وأكدت الدول مواصلتها العمل معا.
AANES explicit | أصدر “مسد” بيانا، اليوم، اعتبر فيه البيان الختامي إجحافا. وأضاف البيان أن الحل بعيد.
PARTICIPANTS pronoun | قالت مصادر مطلعة: "اتفقنا على بيان مشترك".
TUR pro-drop | قال أردوغان إنه سيواصل العمليات. كما اتهم حزب العمال الكردستاني وتنظيم داعش بالإرهاب.
RUS pro-drop | أكد لافروف أن الجولة ستبحث المعتقلين، ووقف إطلاق النار بين الأطراف، وأضاف أن الحل قريب.
KAZ pro-drop | جاء في بيان وزارة الخارجية الكازاخية أن الجولة بدأت. وتحضر وفود يرأسها لافرنتييف. وأشار إلى أهميتها.
UN_ENVOY pro-drop | قال بيدرسن إن الحل سياسي. ويرأس الوفد الروسي ألكسندر لافرنتييف. وأضاف أن الوقت حان.
RUS pro-drop | قال لافروف إن الحل قريب. وذكرت وكالة تاس أن الاجتماع انتهى. وأضاف أن الجولة المقبلة في أستانا.
RUS pro-drop | قال لافروف إن الحل قريب. وقالت مصادر دبلوماسية إن الوفد انسحب. وشدد على أن الحل بعيد.
RUS pro-drop | قالت زاخاروفا إن الحل قريب. وذكر موقع محلي أن الاجتماع انتهى. وأضافت أن الجولة المقبلة في أستانا.
OUTLET_SOURCE pro-drop | قالت مصادر دبلوماسية إن الوفد انسحب. وأضافت أن الحل بعيد.
SNC pro-drop | وصل لافرنتييف إلى أستانا. وورد في بيان الائتلاف الوطني أن الجولة فشلت. وشدد على ضرورة الحوار.
"""
"""The holder of the last claim and how it is found, and the text."""


@pytest.mark.parametrize("line", SPEAKERS.strip().splitlines())
def test_who_spoke_last(line):
    expected, text = (part.strip() for part in line.split("|"))
    records = code_records(make_article(text, language="ar"))
    claim = records.claims[-1]
    holders = [row.actor_id for row in records.claim_actors if row.claim_id == claim.claim_id and row.role == "holder"]
    assert f"{' '.join(holders)} {claim.holder_status}" == expected
