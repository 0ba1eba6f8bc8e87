"""Rounds and days of publication, in the ways that papers, agencies and ministries write them."""

import time

import pytest

from astana_study.codebook.reading import CodebookError
from astana_study.text.calendar import load_calendar
from astana_study.text.dates import Dating, infer_dating
from astana_study.text.days import fold_text
from astana_study.text.rounds import find_rounds
from astana_study.text.signs import load_signs

CALENDAR = load_calendar()


def date(text, language="ar", **known):
    return infer_dating(text, language, CALENDAR, **known)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("الجولة العشرين من محادثات ما تسمى “أستانا”", 20),
        ("الجولة الـ20 من أستانا", 20),
        ("الجولة الـ 20 لمباحثات أستانا", 20),
        ('الجولة ال 20 من مسار "أستانا"', 20),
        ("الجولة الـ(20) من مباحثات أستانا", 20),
        ("الجولة رقم 20 من أستانا", 20),
        ("الجولة “16” من اجتماعات أستانا", 16),
        ("أستانا 20", 20),
        ("أستانة-20", 20),
        ("آستانة ٢٠", 20),
        ("أستانة.11", 11),
        ("«أستانا 21» تحت وقع غزة", 21),
        ("أستـــانا 6", 6),
        ("آستانا الثانية والعشرون", 22),
        ("الاجتماع الدولي العشرون حول سوريا في أستانا", 20),
        ("الاجتماع العشرون لمنصة أستانة", 20),
        ("اللقاء الدولي الثامن عشر رفيع المستوى حول سوريا في أستانا", 18),
        ("القمة الدولية الخامسة عشرة لمسار أستانا", 15),
        ("الجولة الثانية عشرة من أستانا", 12),
        ("الجولة الثانية عشر من أستانا", 12),
        ("جولة أستانا الثامنة عشرة", 18),
        ("محادثات أستانا في جولتها العشرين", 20),
        ("النسخة الـ19 من أستانا", 19),
        ("اجتماعها الدولي السادس عشر الذي عقد في العاصمة الكازاخية", 16),
        ("الجولة الدورية الثالثة عشرة للملتقى الدولي رفيع المستوى حول سوريا بصيغة أستانا", 13),
        ("بدأت في أستانا أول جولة من المحادثات", 1),
        ("للجولة الأولى من محادثات أستانا", 1),
    ],
)
def test_arabic_names_of_a_round(text, number):
    found = date(text)
    assert (found.round, found.round_basis) == (number, "stated")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Astana-20", 20),
        ("Astana 16: Same promises, new bombs", 16),
        ("Astana XX", 20),
        ("the 20th round of Astana talks", 20),
        ("the twentieth round of the Astana process", 20),
        ("20th International Meeting on Syria in the Astana format", 20),
        ("18th International High-Level Meeting on Syria", 18),
        ("the twenty-first International Meeting on Syria", 21),
        ("delegates attending the 14th Astana talks", 14),
        ("the 13th Astana-format meeting", 13),
        ("round 17 of the Astana talks", 17),
        ("a third round of Syria talks in Astana", 3),
        ("the 12th regular intra-Syrian talks held as part of the Astana Process", 12),
        ('The 20th meeting in the "Astana format"', 20),
    ],
)
def test_english_names_of_a_round(text, number):
    found = date(text, "en")
    assert (found.round, found.round_basis) == (number, "stated")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("الجولة الثامنة من مفاوضات جنيف، بعد أستانا", "ar"),
        ("الجولة السادسة للجنة الدستورية في جنيف", "ar"),
        ("الاجتماع الخامس للّجنة الدستورية على هامش لقاء أستانا", "ar"),
        ("في أستانا 20 كانون الثاني", "ar"),
        ("the eighth round of Geneva talks, said Kazakhstan", "en"),
        ("the 9th Meeting of the Drafting Committee of the Constitutional Committee, Astana guarantors said", "en"),
        ("Astana, 5 June", "en"),
    ],
)
def test_what_is_no_round_of_astana(text, language):
    assert find_rounds(fold_text(text), language) == []
    assert date(text, language).round is None


def test_the_round_is_what_the_text_is_about_not_each_that_it_names():
    text = (
        "اختتام الجولة الـ20 من محادثات أستانا\n\nاختتمت الجولة العشرون اليوم.\n\n"
        "واتفقت الدول الضامنة على عقد الجولة الـ21 في النصف الثاني من 2023. وكانت الجولة الـ19 قد عقدت في تشرين الثاني."
    )
    assert date(text) == Dating(20, "stated", "2023-06-21", "inferred from the round")


def test_the_next_round_alone_points_to_the_one_that_agreed_on_it():
    text = "Joint statement read out in Astana\n\n" + "The sides met. " * 60
    text += "They agreed to convene the 22nd International Meeting on Syria in the second half of 2024."
    assert date(text, "en").round == 21


def test_a_round_of_years_ago_far_down_in_the_text_is_background():
    text = "Guarantors to meet again\n\nMon Feb 4, 2019\n\n" + "The leaders will meet in Sochi. " * 40
    text += "The first round of the Astana talks commenced a month after that truce."
    assert date(text, "en") == Dating(None, "unknown", "2019-02-04", "text")


def test_a_round_to_come_is_the_round_of_its_announcement_and_gives_no_day():
    text = "تحضيرات لأستانا 14\n\nقال الوزير اليوم إن الجولة الـ14 من محادثات أستانا، التي ستعقد في نور سلطان، قائمة"
    assert date(text) == Dating(14, "stated", "", "unknown")


@pytest.mark.parametrize(
    ("published", "number"),
    [("2023-06-20", 20), ("2023-06-22", 20), ("2023-06-30", 20), ("2023-09-01", None), ("2017-01-24", 1)],
)
def test_without_a_number_the_day_of_publication_tells_the_round(published, number):
    found = date("اتفقت الدول الضامنة لمسار أستانا", published=published)
    assert (found.round, found.published, found.published_basis) == (number, published, "metadata")
    assert found.round_basis == ("inferred from date" if number else "unknown")


def test_a_text_that_does_not_speak_of_astana_has_no_round():
    assert date("The weather in Damascus was fine.", "en", published="2023-06-20").round is None


def test_days_in_the_text_tell_the_round():
    text = "بيان مشترك لإيران وروسيا وتركيا\n\nوقد اجتمعوا في أستانا يومي 4 و5 تموز/يوليو 2017"
    assert date(text) == Dating(5, "inferred from date", "2017-07-05", "inferred from the round")


def test_a_given_round_stays():
    assert date("الجولة الـ19 من أستانا", round=20).round_basis == "given"
    assert date("أمس واليوم", round=20) == Dating(20, "given", "2023-06-21", "inferred from the round")


@pytest.mark.parametrize(
    ("text", "language", "published", "basis"),
    [
        ("ASTANA, June 21. He spoke after the 20th round of Astana talks.", "en", "2023-06-21", "text"),
        ("Title\n\nSOCHI, Jul. 31 – Astana-10 ended.", "en", "2018-07-31", "text"),
        ("Astana, 23 November 2022 (TDI): The 19th international Meeting on Syria.", "en", "2022-11-23", "text"),
        ("Title\n\nASTANA, Jan. 24 - The Astana talks agreed on Tuesday", "en", "2017-01-24", "text"),
        ("The 20th Astana talks\n\nPublished: 21/06/2023 16:04\n\nText", "en", "2023-06-21", "text"),
        ("سوتشي، 17 فبراير/شباط - سبوتنيك. الجولة الـ15 من أستانا", "ar", "2021-02-17", "text"),
        ("أستانا 19\n\n16:40 GMT 23.11.2022\n\nنص", "ar", "2022-11-23", "text"),
        ("الجمعة 22 نوفمبر 2024\n\nأستانة\n\n • 2-5-2017 | 12:03\n\nأستانة 4", "ar", "2017-05-02", "text"),
        ("الإثنين ٢٣ يناير ٢٠١٧ - ٠٧:٥٠ بتوقيت غرينتش\n\nبدأت محادثات استانا", "ar", "2017-01-23", "text"),
        ("الجولة العشرون من أستانا، أمس واليوم", "ar", "2023-06-21", "inferred from the round"),
        ("انطلقت اليوم الجولة العشرون من أستانا", "ar", "2023-06-20", "inferred from the round"),
        ("اختتمت اليوم الجولة العشرون من أستانا", "ar", "2023-06-21", "inferred from the round"),
        ("انطلقت أمس الجولة العشرون من أستانا", "ar", "2023-06-21", "inferred from the round"),
        ("اختتمت أمس الجولة العشرون من أستانا", "ar", "2023-06-22", "inferred from the round"),
        ("تنطلق غدا الجولة العشرون من أستانا", "ar", "2023-06-19", "inferred from the round"),
        ("قال طعمة اليوم الجمعة عن أستانا 12", "ar", "2019-04-26", "inferred from the round"),
        ("وقعت في أستانا في جولتها الرابعة أمس (الخميس) مذكرة", "ar", "2017-05-05", "inferred from the round"),
        ("The 20th round of Astana talks opened today", "en", "2023-06-20", "inferred from the round"),
        ("The 20th round of Astana talks, held yesterday and today", "en", "2023-06-21", "inferred from the round"),
        ("The 20th round of Astana talks concluded yesterday", "en", "2023-06-22", "inferred from the round"),
        ("The 20th round of Astana talks. Nothing since until today", "en", "", "unknown"),
        ("أستانا 20: قال مصدر اليوم إن الأمور جيدة", "ar", "", "unknown"),
        ("The 18th round of the Astana talks ended in Nur-Sultan.", "en", "2022-06-16", "inferred from the round"),
        ("Envoys spoke in Astana on Tuesday at the 20th round.", "en", "2023-06-20", "inferred from the round"),
        ("بدأت في أستانا أول جولة من المحادثات", "ar", "2017-01-23", "inferred from the round"),
        ("What Astana 22 left unsaid", "en", "", "unknown"),
    ],
)
def test_the_day_of_publication(text, language, published, basis):
    found = date(text, language)
    assert (found.published, found.published_basis) == (published, basis)


def test_the_resolution_is_no_year():
    found = date("The Astana guarantors recalled resolution 2254 and resolutions 2165 of 18 December", "en")
    assert found == Dating(None, "unknown", "", "unknown")


def test_an_empty_text_and_another_language_have_no_dating():
    assert date("") == Dating(None, "unknown", "", "unknown")
    assert date("Астана, 20 июня", "ru") == Dating(None, "unknown", "", "unknown")


def test_a_huge_text_is_dated_as_quickly_as_a_long_one():
    text = "انطلقت محادثات في أستانا حول الجولة من اجتماع ال" * 400_000
    start = time.perf_counter()
    date(text)
    assert time.perf_counter() - start < 0.5


@pytest.mark.parametrize(
    "filler", ["الجولة من محادثات ", "round of the Astana talks ", "20 و", "أستانا ", "the 20th ", "- " * 20]
)
def test_no_text_takes_long(filler):
    for language in ("ar", "en"):
        start = time.perf_counter()
        date("Astana " + filler * 2_000, language)
        assert time.perf_counter() - start < 1


SIGNS = """
ar | 1 | جلس وفدا النظام والمعارضة اليوم الاثنين حول طاولة واحدة في أستانا.
ar | 1 | أعلن في أستانا، الثلاثاء، الاتفاق على آلية ثلاثية لمراقبة وقف إطلاق النار.
ar | 3 | قال الجعفري في أستانا اليوم الثلاثاء إن غياب الفصائل يكشف نواياها.
ar | 4 | وقعت الدول الضامنة في أستانا مذكرة لإقامة مناطق آمنة في سوريا.
ar | 4 | انتهت الجولة الأولى في أستانا الخميس بمذكرة مناطق تخفيف التصعيد، على إنشاء مناطق آمنة قبل 22 أيار.
ar | 6 | اتفقت الدول الضامنة في أستانا اليوم الجمعة على حدود منطقة في إدلب، وعلى مراقبين.
ar | 9 | أعلن لافرنتييف في أستانا أن الاجتماع القادم سيعقد في سوتشي في يوليو.
ar | 10 | اتفق المشاركون في ختام اجتماع سوتشي بصيغة أستانا على عقد الاجتماع المقبل في نوفمبر.
ar | 11 | قال دي ميستورا إن اجتماع أستانا كان فرصة ضائعة.
ar | 13 | اختتمت محادثات نور سلطان بصيغة أستانا، والاجتماع المقبل في أكتوبر.
ar | 21 | أدانت الدول الضامنة في ختام اجتماع أستانا اليوم الخميس الهجوم على غزة.
ar | 22 | بحثت الدول الضامنة في أستانا الحرب على غزة ولبنان.
en | 2 | Delegations arrived in Astana on Wednesday. Talks begin on Thursday, after an earlier round in January.
en | 4 | The memorandum signed in Astana sets up four zones.
en | 20 | In Astana, the ministers spoke of a road map for relations between Ankara and Damascus.
ar | 0 | كشف الوزير أن الاجتماع القادم بصيغة أستانا سيعقد في أكتوبر.
ar | 2 | اختتم الاجتماع في أستانا مساء الخميس دون صدور بيان ختامي.
ar | 1 | تنطلق اليوم في أستانا أول محادثات سلام مباشرة بين الحكومة السورية والمعارضة.
ar | 11 | انتهت المحادثات في أستانا، ووصفها دي ميستورا بأنها فرصة ضائعة، فيما رحب بها أحمد طعمة.
ar | 0 | قال بيدرسن إن المحادثات في أستانا تناولت إنشاء مناطق لتخفيف التصعيد.
en | 14 | In Astana, Khaji said the talks had closed and that the next would be held in March.
en | 0 | Talks in Astana have closed, Jaberi Ansari said, and the next will be held in March.
en | 0 | The guarantors met in Astana and discussed the return of refugees.
en | 0 | They agreed in Astana to hold the next meeting in July, in Sochi or elsewhere, and again in November.
"""
"""The language, the round (0 for none), and a text that names neither its number nor a date."""


@pytest.mark.parametrize("line", SIGNS.strip().splitlines())
def test_rounds_known_by_what_happened(line):
    language, number, text = (part.strip() for part in line.split("|"))
    found = date(text, language)
    assert (found.round or 0, found.round_basis) == (int(number), "inferred from date" if int(number) else "unknown")


def test_the_last_round_of_a_range_is_the_one_told_of():
    assert date("من أستانا 1 إلى أستانا 13 لم يتغير شيء.").round == 13
    assert date("Since Astana-1 and until Astana-12 nothing changed.", "en").round == 12


def test_a_text_of_the_days_of_a_round_that_names_who_sits_at_it():
    text = "Lavrentyev warned of a provocation in Syria."
    assert date(text, "en", published="2019-12-11").round == 14
    assert date(text, "en", published="2019-11-11").round is None


def test_an_earlier_round_at_the_end_is_background():
    text = "The delegations met in Astana. " + "They spoke of Syria. " * 60
    assert date(text + "The first round was held on January 23-24.", "en").round is None


def test_a_sign_that_cannot_be_read_is_told_with_its_line(tmp_path):
    rows = ["round,language,pattern,points,when,what", "4,en,(zones,1,,zones", "six,en,observers,1,,observers",
            "12-22,en,so-and-so,1,,who came"]  # fmt: skip
    (tmp_path / "round_signs.csv").write_text("\n".join(rows), encoding="utf-8")
    with pytest.raises(CodebookError, match=r"round_signs.csv:2: .*no regular expression") as error:
        load_signs(tmp_path)
    assert "round_signs.csv:3: round 'six'" in str(error.value)
    assert "round_signs.csv:4: round '12-22', points '1': expected points for a sign of one" in str(error.value)
