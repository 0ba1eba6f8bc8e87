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
reject | أعلنت روسيا وتركيا عن اتفاقهما على لقاء جديد، ورفض ما وصفتاه بالتقسيم. | رفض
reject | تحدث البيان عن أهمية عودة السكان، ومعارضته لما سماه النهب. | معارضته
reject | قال لافرنتييف إن قادة الفصائل لا يزالون معترضين على الاتفاق. | معترضين
commit | قالت الدول الضامنة إنها عازمة على مواصلة القتال. | عازمة
welcome | كما عبر الوفد التركي عن دعمه للمقترح. | عبر
call | تجدد روسيا مطالبها بضرورة وقف القصف. | تجدد
agree | تمت موافقة كل من إيران وتركيا على لقاء جديد. | تمت موافقة
concern | موسكو قلقة من القصف على إدلب. | قلقة
affirm | أكدت الوفود على الالتزام بالحفاظ على سيادة سورية. | أكدت
welcome | قال لافرنتييف: "في الوقت الذي نرحب فيه بوقف القتال، يبقى الطريق طويلا". | نرحب
condemn | أضاف لافرنتييف أن الوفد التركي يندد ويدين القصف على إدلب. | يندد
discuss | بحث لافرنتييف وبيدرسن، المبعوث الأممي إلى سوريا، التطورات في إدلب. | بحث
concern | أعلنت واشنطن أنها تتابع الجولة، وأعربت عن قلقها من القصف. | أعربت عن قلقها
state | أفاد بيان صدر عن اجتماع أستانا أن الجولة المقبلة ستعقد في تموز. | أفاد
reject | أكد البيان على وحدة سوريا، ورفض محاولات التقسيم في الشمال. | رفض
commit | قال علوش “إننا ملتزمون بوقف النار، ولن نغادر القاعة اليوم”. | ملتزمون
state | علقت المعارضة السورية، على لسان محمد علوش، قائلة إن الهدنة هدف الجولة. | قائلة
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
    "كان السبب ضرورة التزام تركيا بالاتفاق.",
    "كان السبب عدم التزام الوفد التركي بالموعد.",
])  # fmt: skip
def test_everyday_sense_of_the_same_verb(sentence):
    assert not code_records(make_article(sentence, language="ar")).claims


DISTANT = """
term | رفض الوفد التركي ما سماها بالمشاريع الانفصالية. | ما سماها
term | هاجم الوفد التركي من أسماهم بالانفصاليين. | من أسماهم
term | رفض الوفد التركي ما قال إنه احتلال. | ما قال إنه
term | رحب الوفد التركي بتعيين المدعو أحمد طعمة. | المدعو
term | شدد الوفد التركي على أهمية “مكافحة الإرهاب” في سوريا. | “مكافحة الإرهاب”
term | تطرق البيان إلى الوجود “غير الشرعي” في سوريا. | “غير الشرعي”
clause | قال الجعفري إن تركيا تحتل إدلب، على حد تعبير الجعفري. | على حد تعبير الجعفري
clause | قال الجعفري إن تركيا تحتل إدلب، وفقاً لادعاءاته. | وفقاً لادعاءاته
clause | قال الجعفري إن تركيا تحتل إدلب، حسبما زعم. | حسبما زعم
clause | قال الجعفري إن تركيا تحتل إدلب، كما وصفها. | كما وصفها
cue | قالت تركيا إن الهدنة صامدة، زاعمة أن روسيا خرقتها. | زاعمة
cue | قال الوزير الروسي إن أنقرة تدعي أنها وسيط محايد. | تدعي
cue | وجاء الرد الروسي عقب ادعاء “الإدارة الذاتية” على لسان ناطقها أن القوات دخلت البلدة. | ادعاء
term | صرح القائد بأن الهدنة صامدة، متحدثاً عما أسماه خرقاً متكرراً للاتفاق. | عما أسماه
term | حذر لافروف مما سماه مخططات التقسيم. | مما سماه
term | وأعلن إيغوروف، نائب مدير مايسمى “مكتب التهدئة”، وقف الرحلات. | مايسمى
term | قالت الوزارة التركية إن الفصيل منح جارته حجة «اجتياح» شمال البلاد. | «اجتياح»
term | رفضت الدول الضامنة كل المحاولات، بما في ذلك «مشاريع الإدارة المحلية» غير القانونية. | «مشاريع الإدارة المحلية»
term | قال التلفزيون السوري إن الدفاعات الجوية تصدت "لأجسام عدائية" فوق المدينة. | "لأجسام عدائية"
term | وأضافت.. أن الوزارة الروسية رحبت بمشاركة الحكومة و”المعارضين” كافة. | ”المعارضين”
term | دانت دمشق "العدوان،" مضيفة أن قواتها سترد. | "العدوان،"
term | أكد أردوغان أن التنظيم يسعى إلى إقامة "دويلة إرهابية" على الحدود. | "دويلة إرهابية"
term | رئيس ما تسمى “الحكومة المؤقتة” أعلن رفض الاتفاق. | ما تسمى
term | نقلت الوكالة عن ما يسمى مركز المصالحة قوله إن القصف توقف. | ما يسمى
term | قال كوليت إن الطيران دمر معسكرات لـ"إرهابيين" في إدلب. | "إرهابيين"
term | أعلن النظام عن "تسوية" جديدة في درعا. | "تسوية"
cue | وتأتي هذه الغارات وسط ادعاءات روسية بأن الفصائل خرقت الاتفاق. | ادعاءات
clause | قتل ثلاثة جنود في القصف، بحسب مزاعم وزارة الدفاع الروسية. | بحسب مزاعم وزارة الدفاع الروسية
clause | نقلت الوكالة عن موسكو قولها إن العناصر صوروا شريطاً بحسب تعبير ما يسمى بالمكتب. | بحسب تعبير
"""


@pytest.mark.parametrize("line", DISTANT.strip().splitlines())
def test_distance_of_the_outlet(line):
    scope, sentence, surface = (part.strip() for part in line.split("|"))
    claims = code_records(make_article(sentence, language="ar")).claims
    assert (scope, surface) in [(claim.distance_scope, claim.distance_surface) for claim in claims]


def test_the_pronoun_of_a_clause_tells_whose_words_they_are():
    text = "قال المبعوث الروسي إنه يجب رفع القيود عن الأهالي لأنهم يؤيدون السلطة حسب زعمه."
    claims = code_records(make_article(text, language="ar")).claims
    assert [claim.cue for claim in claims if claim.distanced] == ["قال"]


@pytest.mark.parametrize(
    "text",
    [
        "قالت الهيئة التركية إن الاتهامات “قلب للوقائع”.",
        "أكد لافروف أن الحل السياسي هو «الخيار الوحيد» للسوريين.",
        "وصف لافرنتييف المحادثات بـ«الناجحة».",
        "قال لافروف لصحيفة «الوطن» إن الحل السياسي قريب.",
        "شددت موسكو على أن “الخوذ البيضاء” و“ما يسمى جمعيات خيرية في الخارج” ضبطت.",
        "شدد لافروف على أن بلاده سترد “بقوة كبيرة” على الهجمات.",
        "قال بيدرسن إن الجولة كانت “مخيبة للآمال”.",
        "رحب لافروف بقرار “المجلس الوطني الكردي”.",
        "أكد البيان ضرورة تنفيذ “القرار 2254”.",
    ],
)
def test_quoted_words_and_names_keep_no_distance(text):
    assert not any(claim.distanced for claim in code_records(make_article(text, language="ar")).claims)


def test_the_name_of_a_broadcaster_in_marks_keeps_no_distance():
    claims = code_records(make_article("ذكر موفد قناة “العربية” أن الوفد غادر القاعة.", language="ar")).claims
    assert [claim.distance_scope for claim in claims] == [""]


def test_a_plain_name_in_marks_keeps_no_distance():
    claims = code_records(make_article("أمل لافرنتييف في نجاح “مؤتمر سوتشي” قريبا.", language="ar")).claims
    assert [claim.distance_scope for claim in claims] == [""]


def test_a_title_with_its_purpose_belongs_to_the_speaker():
    text = "ووصف المبعوث الروسي الخاص بسوريا ألكسندر لافرنتييف الخطة بغير المفيدة."
    claim = code_records(make_article(text, language="ar")).claims[0]
    assert (claim.holder_surface[-9:], claim.content) == ("لافرنتييف", "الخطة بغير المفيدة")


def test_content_ends_with_the_sentence_inside_a_quotation():
    text = 'قال لافرنتييف: "إن روسيا تعتبر الخطة خطرا على السكان.. حاولنا إقناع الجميع بذلك".'
    contents = [claim.content for claim in code_records(make_article(text, language="ar")).claims]
    assert "الخطة خطرا على السكان" in contents


def test_a_statement_in_which_somebody_holds_something_is_his():
    text = "وأصدر مجلس سوريا الديمقراطية بيانا اعتبر فيه البيان الختامي “لا يمت بصلة إلى الواقع هناك”."
    claims = code_records(make_article(text, language="ar")).claims
    assert [claim.cue for claim in claims] == ["اعتبر"]


def test_what_is_quoted_behind_that_ends_with_its_mark():
    text = 'وذكر سوسان أن "الجولة مفيدة، وكنا نقول دائما إن الحل سياسي وقد ثبت ذلك"، مشيرا إلى أن الجميع شارك.'
    records = code_records(make_article(text, language="ar"))
    holders = {row.actor_id for row in records.claim_actors if row.role == "holder"}
    assert [claim.cue for claim in records.claims] == ["ذكر", "نقول", "مشيرا"] and holders == {"SYR_GOV"}
