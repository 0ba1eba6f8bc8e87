"""Which words of a sentence name an actor, and how far each name goes. All sentences are specimens."""

import pytest

from astana_study.coding.coder import code_records
from astana_study.text.reading import make_article

NAMED = """
وصل ممثلو النظام والمعارضة صباحا. | ممثلو النظام=SYR_GOV المعارضة=SYR_OPP
التقى ممثلي الأردن مساء. | ممثلي الأردن=JOR
حضر ممثلو إيران وروسيا وتركيا. | إيران=IRN روسيا=RUS تركيا=TUR
حضر ممثل للجيش الحر الجلسة. | ممثل للجيش الحر=SNA
شارك وفد للأمم المتحدة في الجلسة. | للأمم المتحدة=UN
غاب وفد المعارضة العسكري عن الجلسة. | وفد المعارضة العسكري=SYR_OPP
غابت الفصائل العسكرية المعارضة عن الجلسة. | الفصائل العسكرية المعارضة=SYR_OPP
التقى الوفد فصائل معارضة سورية. | فصائل معارضة سورية=SYR_OPP
قصفت الطائرات تنظيم داعش الإرهابي. | داعش=ISIS
أعلنت وزارة خارجية كازاخستان الموعد. | وزارة خارجية كازاخستان=KAZ
حضر ممثلون عن وزارتي الخارجية والدفاع الروسيتين. | وزارتي الخارجية والدفاع الروسيتين=RUS
قرأه نائب وزير خارجية كازاخستان أليبك باكاييف. | أليبك باكاييف=KAZ
ترأس الوفد الإيراني علي عسكر خاجي. | الوفد الإيراني=IRN علي عسكر خاجي=IRN
اعتمد لافروف على الوفد. | لافروف=RUS
وصلت الوفود، الروسي والتركي، صباحا. | الوفود، الروسي=RUS التركي=TUR
شاركت الولايات المتحدةوالأممالمتحدة في الجلسة. | الولايات المتحدة=USA الأممالمتحدة=UN
وصل السفير "إحسان مصطفى يورداكول" مساء. | إحسان مصطفى يورداكول=TUR
بدأت الجلسة في نور سلطان عاصمة كازاخستان. |
موسكو – الوكالة. وصلت الوفود. | الوفود=PARTICIPANTS
انتهت الهدنة بعد اتفاق أنقرة. |
نقلت قناة "روسيا" اليوم خبرا. |
تعقد الجولة في النصف الثاني من 2023 بروسيا. |
توقف القتال بين الأطراف المتنازعة. |
قال أيمن العاسمي من وفد الفصائل إن الجولة مفيدة. | أيمن العاسمي=SYR_OPP
وصل سلجوق أونال "رئيس قسم سورية في الخارجية التركية" مساء. | سلجوق أونال=TUR
التقى الوفد مساعد وزير الخارجية الإيراني، علي أصغر خاجي. | علي أصغر خاجي=IRN
وصل المندوب في الأمم المتحدة، بشار الجعفري. | بشار الجعفري=SYR_GOV
وصل ممثل الرئيس الروسي فلاديمير بوتين لسوريا "ألكسندر لافرينتييف". | ألكسندر لافرينتييف=RUS
أرسلنا دعوة لشركائنا الأميركيين. |
عبر النازحون من لبنان إلى القرى. |
شاركت وفود من لبنان والعراق. | لبنان=LBN العراق=IRQ
تجاهل التقرير ما تقوم به سورية. | سورية=SYR_GOV
"""


@pytest.mark.parametrize("line", NAMED.strip().splitlines())
def test_the_names_of_a_sentence(line):
    sentence, names = (part.strip() for part in line.split("|"))
    mentions = code_records(make_article(sentence, language="ar")).mentions
    assert " ".join(f"{mention.surface}={mention.actor_id}" for mention in mentions) == names


ACTING = """
RUS | عاد مئات اللاجئين من لبنان والعراق، وقالت موسكو إنها ساعدتهم.
RUS | أدانت موسكو القصف على غزة والضفة الغربية ولبنان.
RUS | أدانت موسكو العدوان على لبنان.
RUS | تعقد الجولة في تركيا والعراق في نهاية 2023 بروسيا، وقالت موسكو إنها جاهزة.
RUS | قالت موسكو إن الشاحنات وصلت إلى تركيا عند الحدود مع العراق.
RUS | يزور لافروف أنقرة.
RUS | رحبت موسكو بالجهود السعودية.
RUS SYR_GOV | أعربت موسكو عن أمل سورية بتحقيق السلام.
RUS TUR IRN | تلقت موسكو رسالة من تركيا وطلبا إلى إيران.
AL_QAEDA | قصف الطيران مواقع لتنظيمي “القاعدة” وغيره.
"""
"""The actors mentioned, and the text."""


@pytest.mark.parametrize("line", ACTING.strip().splitlines())
def test_who_is_mentioned(line):
    expected, text = (part.strip() for part in line.split("|"))
    assert [row.actor_id for row in code_records(make_article(text, language="ar")).mentions] == expected.split()


def test_words_behind_a_title_are_no_name():
    text = "بحث وزير الخارجية المصري تدعيم العلاقات. وأكد أن العلاقات جيدة."
    records = code_records(make_article(text, language="ar"))
    assert [row.surface for row in records.mentions] == ["وزير الخارجية المصري"]
