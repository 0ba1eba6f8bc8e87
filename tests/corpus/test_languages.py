"""A language that is not coded never passes for one that is."""

import pytest

from astana_study.corpus.languages import tell_language

TEXTS = {
    "ar": "اتفقت موسكو وأنقرة وطهران على عقد اجتماع جديد بشأن سوريا في العاصمة الكازاخية، وأكدت في بيان مشترك دعمها.",
    "en": "The guarantor countries agreed to meet again in Astana, and reaffirmed their commitment to peace.",
    "fa": "نشست آستانه با حضور نمایندگان ایران، روسیه و ترکیه برگزار شد و در پایان بیانیه مشترک منتشر شد.",
    "ur": "آستانہ مذاکرات میں شام کے بارے میں بات چیت ہوئی اور فریقین نے جنگ بندی پر اتفاق کیا ہے۔",
    "fr": "Les pays garants se sont réunis à Astana et ont publié une déclaration commune sur la situation en Syrie.",
    "tr": "Garantör ülkeler Astana'da bir araya geldi ve Suriye konusunda ortak bir bildiri yayımladı.",
    "ru": "Страны-гаранты провели встречу в Астане и приняли совместное заявление по Сирии.",
    "de": "Die Garantiestaaten trafen sich in Astana und veröffentlichten eine gemeinsame Erklärung zu Syrien.",
    "es": "Los países garantes se reunieron en Astaná y publicaron una declaración conjunta sobre Siria.",
    "he": "המדינות הערבות נפגשו באסטנה ופרסמו הצהרה משותפת על סוריה.",
    "zh": "担保国在阿斯塔纳举行会议，并发表了关于叙利亚的联合声明。",
    "it": "I paesi garanti si sono riuniti ad Astana e hanno pubblicato una dichiarazione congiunta sulla Siria.",
    "pt": "Os países garantes reuniram-se em Astana e publicaram uma declaração conjunta sobre a Síria.",
    "nl": "De garantielanden kwamen in Astana bijeen en publiceerden een gezamenlijke verklaring over Syrië.",
    "uk": "Країни-гаранти провели зустріч в Астані та ухвалили спільну заяву щодо Сирії.",
}


@pytest.mark.parametrize("language", TEXTS)
def test_languages_are_told_apart(language):
    assert tell_language(TEXTS[language]) == language
    assert tell_language(TEXTS[language] * 40) == language


def test_kurdish_in_arabic_letters_is_not_arabic():
    text = "دانوستانەکانی ئاستانە لەسەر سووریا کۆتایی هات و لایەنەکان لەسەر ڕاگەیەندراوێکی هاوبەش ڕێککەوتن"
    assert tell_language(text) not in ("ar", "en")


@pytest.mark.parametrize("language", [code for code in TEXTS if code not in ("ar", "en")])
@pytest.mark.parametrize("stated", ["ar", "en"])
def test_what_is_stated_does_not_make_another_language_arabic_or_english(language, stated):
    assert tell_language(TEXTS[language], stated) not in ("ar", "en")


def test_what_is_stated_decides_where_the_words_do_not():
    assert tell_language("Bogdanov: Astana", "en") == "en"
    assert tell_language("20") not in ("ar", "en")


def test_a_foreign_name_does_not_make_arabic_foreign():
    assert tell_language(TEXTS["ar"] * 5 + " والتقى گورباتشوڤ ") == "ar"
