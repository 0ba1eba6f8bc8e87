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
وصل السفير "إحسان مصطفى يورداكول" مساء. | إحسان مصطفى يورداكول=TUR
"""


@pytest.mark.parametrize("line", NAMED.strip().splitlines())
def test_the_names_of_a_sentence(line):
    sentence, names = (part.strip() for part in line.split("|"))
    mentions = code_records(make_article(sentence, language="ar")).mentions
    assert " ".join(f"{mention.surface}={mention.actor_id}" for mention in mentions) == names
