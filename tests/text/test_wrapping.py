"""Texts that were broken to a width, as mail programs and PDF files do: a sentence goes on over the line end."""

import textwrap

import pytest

from astana_study.coding.coder import code_records
from astana_study.text.reading import make_article
from astana_study.text.segments import Phrases, split_paragraphs

ENGLISH = [
    "The fourteenth meeting was held in the Kazakh capital on Tuesday and Wednesday, with observers from Iraq, "
    "Jordan and Lebanon. The guarantors rejected separatist agendas that threaten the unity of Syria as well as the "
    "security of its neighbours. They expressed concern about the civilian casualties of the recent attacks.",
    "Ankara confirmed its support for the work of the Constitutional Committee in Geneva. The Syrian delegation said "
    "that the committee must work without pressure from outside, and accused Turkey of breaking its promises in Idlib.",
]
ARABIC = [
    "عقد الاجتماع الرابع عشر في العاصمة الكازاخية يومي الثلاثاء والأربعاء بحضور مراقبين من العراق والأردن ولبنان. "
    "ورفضت الدول الضامنة الأجندات الانفصالية التي تهدد وحدة سوريا وأمن جيرانها. وأعربت عن قلقها إزاء سقوط ضحايا "
    "مدنيين في الهجمات الأخيرة.",
    "وأكدت أنقرة دعمها عمل اللجنة الدستورية في جنيف. وقال الوفد السوري إن اللجنة يجب أن تعمل بعيداً عن الضغوط "
    "الخارجية، واتهم تركيا بعدم الوفاء بوعودها في إدلب.",
]


def wrap(paragraphs, width, between):
    return between.join("\n".join(textwrap.wrap(words, width, break_on_hyphens=False)) for words in paragraphs)


def read_claims(text, language):
    """Return the claims with line ends read as blanks, as they stand in the text."""
    article = make_article(text, "specimen", language=language, kind="statement")
    claims = code_records(article).claims
    for claim in claims:
        assert article.text[claim.cue_start : claim.cue_end] == claim.cue
    return [(claim.act, claim.cue.replace("\n", " "), claim.content.replace("\n", " ")) for claim in claims]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("width", [52, 66, 80])
@pytest.mark.parametrize(("paragraphs", "language"), [(ENGLISH, "en"), (ARABIC, "ar")])
def test_a_broken_text_has_the_claims_of_the_whole_one(paragraphs, language, width, between):
    whole = read_claims("\n".join(paragraphs), language)
    assert len(whole) >= 4
    assert read_claims(wrap(paragraphs, width, between), language) == whole


def test_a_short_last_line_ends_a_paragraph():
    text = wrap(ENGLISH, 60, "\n")
    found = split_paragraphs(text, Phrases((), ()), "statement")
    assert [text[p.start : p.end].replace("\n", " ") for p in found] == ENGLISH


@pytest.mark.parametrize(
    "lines",
    [
        ["Moscow welcomes the outcome", "Ankara rejects the plan", "Tehran calls for talks", "Damascus stays away",
         "Envoy: no breakthrough", "Talks resume next month"],
        ["The guarantors met.", "They rejected partition.", "They called for aid.", "Iran agreed.", "Russia did, too."],
        ["One line that is as long as a paragraph of news usually is, and ends. " * 3] * 6,
        ["a b"],
        [],
    ],
)  # fmt: skip
def test_headlines_and_paragraphs_of_one_line_stay_apart(lines):
    text = "\n".join(lines)
    assert len(split_paragraphs(text, Phrases((), ()), "statement")) == len(lines)
