"""Acts that nouns carry in news Arabic: whose they are and where their contents end. All sentences are specimens."""

import pytest

from astana_study.coding.coder import code_records
from astana_study.text.reading import make_article

NOUNS = """
انطلقت الجولة وسط رفض من المعارضة للمشاركة فيها. | رفض | reject | SYR_OPP | للمشاركة فيها
تأتي الجولة بعد تأكيدات من جانب موسكو بأن الهدنة صامدة. | تأكيدات | affirm | RUS | الهدنة صامدة
انتهت الجولة وسط اتهامات متبادلة بين موسكو وأنقرة بخرق الهدنة. | اتهامات | accuse | RUS;TUR | خرق الهدنة
عقد اللقاء وسط تحذيرات دولية من كارثة في إدلب. | تحذيرات | warn | OTHER | كارثة في إدلب
تحذير أممي من كارثة في إدلب | تحذير | warn | UN | كارثة في إدلب
بدأت الجولة من دون موافقة من أنقرة على جدول الأعمال. | | | |
بدأت الجولة رغم مخاوف من روسيا. | | | |
بعد رفض أنقرة الانسحاب من إدلب غابت الوفود. | رفض | reject | TUR | الانسحاب من إدلب
رغم دعواتها المتكررة إلى وقف القصف غابت أنقرة. | دعواتها | call | | وقف القصف
تعهدات موسكو بوقف القصف لم تنفذ. | تعهدات | commit | RUS | وقف القصف
لم يلتزم الوفد بتنفيذ تعهداته بوقف القصف. | | | |
جرى الحديث أيضا عن ملف المعتقلين. | جرى الحديث | discuss | PARTICIPANTS | ملف المعتقلين
ودار الحديث حول ملف المعتقلين. | دار | discuss | PARTICIPANTS | ملف المعتقلين
وكان هناك تأكيد على وحدة سوريا. | تأكيد | affirm | PARTICIPANTS | وحدة سوريا
• التأكيد على وحدة سوريا. | التأكيد | affirm | PARTICIPANTS | وحدة سوريا
عبر لافرنتييف عن شكره وتقديره لكازاخستان. | عبر | welcome | RUS | كازاخستان
خلص بيدرسن إلى القول: «الطريق طويل». | خلص | state | UN_ENVOY | الطريق طويل
أكد لافرنتييف التزامه، بالتنسيق مع شركاء بلاده في المنطقة وخارجها، بوقف القصف. | أكد | commit | RUS | وقف القصف
تبحث أنقرة عن مخرج من الأزمة. | | | |
تعتمد أنقرة في إدلب على الفصائل. | | | |
عادت الوفود إلى الفندق. | | | |
غادر سامح شكري، أمس، إلى القاهرة. | | | |
تحدث لافرنتييف عن الاتفاق الروسي التركي. | تحدث | state | RUS | الاتفاق الروسي التركي
كما أعلن فهد السالم. | | | |
وذلك بعد دعوة دي ميستورا إلى عقد الجولة في جنيف. | دعوة | call | UN_ENVOY | عقد الجولة في جنيف
وذلك بعد دعوة دي ميستورا إلى مؤتمر سوتشي. | | | |
1- الترحيب بعودة اللاجئين. | الترحيب | welcome | PARTICIPANTS | عودة اللاجئين
"""


def test_a_predicate_in_marks_belongs_to_the_words_before_it():
    claims = code_records(make_article("قال لافرنتييف إن بلاده «مستعدة للحوار مع أنقرة».", language="ar")).claims
    assert claims[0].content == "بلاده «مستعدة للحوار مع أنقرة»"


@pytest.mark.parametrize("row", NOUNS.strip().splitlines())
def test_act_of_noun(row):
    text, cue, act, holders, content = (part.strip() for part in row.split("|"))
    records = code_records(make_article(text, language="ar", kind="statement"))
    found = [(claim.cue, claim.act, claim.content) for claim in records.claims]
    assert found == ([(cue, act, content)] if cue else [])
    assert ";".join(sorted(row.actor_id for row in records.claim_actors if row.role == "holder")) == holders
