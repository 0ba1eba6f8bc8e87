"""Parts and sentences: what is the page's own is never coded, and every offset is exact."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from astana_study.codebook.reading import read_rows
from astana_study.text.folding import fold_word
from astana_study.text.segments import Phrases, find_quotations, split_paragraphs, split_sentences

ROWS = read_rows("boilerplate")
PHRASES = Phrases(
    tuple(fold_word(row["phrase"]) for row in ROWS if row["kind"] == "boilerplate"),
    tuple(fold_word(row["phrase"]) for row in ROWS if row["kind"] == "related"),
)
PIECES = [*'ابتدعقال .\n؟!…:،"“”«»()20-', "\u200f", "قال ", "Share", "A", "e"]
TEXTS = st.lists(st.sampled_from(PIECES)).map("".join)


def split(text, kind="coverage"):
    return [(s.part, text[s.start : s.end]) for s in split_sentences(text, split_paragraphs(text, PHRASES, kind))]


def test_parts_of_a_page():
    text = (
        "عنوان الخبر\n\nالفقرة الأولى هنا.\n\nفقرة ثانية. وجملة ثالثة.\n\nعنوان خبر آخر على الموقع\nاظهر المزيد\nشارك\n"
    )
    assert split(text) == [
        ("headline", "عنوان الخبر"),
        ("lead", "الفقرة الأولى هنا."),
        ("body", "فقرة ثانية."),
        ("body", "وجملة ثالثة."),
        ("related", "عنوان خبر آخر على الموقع"),
        ("boilerplate", "اظهر المزيد"),
        ("boilerplate", "شارك"),
    ]


def test_a_heading_makes_related_links_of_the_lines_under_it():
    text = "Title\n\nFirst paragraph here.\n\nSecond one.\n\nRead also\nAnother story of ours\nShare\n"
    assert [part for part, _ in split(text)] == ["headline", "lead", "body", "boilerplate", "related", "boilerplate"]


@pytest.mark.parametrize(
    "line", ["Share prices fell in Moscow on Friday after the talks had ended.", "شارك الوفد في الاجتماع."]
)
def test_a_sentence_that_begins_like_a_button_is_none(line):
    assert split(f"Title\n\nLead here.\n\n{line}")[-1] == ("body", line)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He left at 2.30 on Jan. 24. It rained.", 2),
        ("U.N. envoy G. Pedersen spoke. He left.", 2),
        ("قال: «نعم. لا نريد ذلك.» ثم غادر.", 1),
        ("أستانا 20.. هدوء وتصعيد", 1),
        ("ماذا بعد؟ لا أحد يعرف!", 2),
        ("1. Reaffirmed their commitment. 2. Condemned the attacks.", 2),
    ],
)
def test_stops_that_end_no_sentence(text, sentences):
    assert len(split(text)) == sentences


@given(TEXTS)
def test_sentences_are_the_text_to_the_letter_in_order_and_without_overlap(text):
    spans = split_sentences(text, split_paragraphs(text, PHRASES))
    before = 0
    for span in spans:
        assert before <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == text[span.start : span.end].strip()
        before = span.end
    covered = "".join(text[span.start : span.end] for span in spans)
    assert [c for c in covered if not c.isspace()] == [c for c in text if not c.isspace()]


@given(TEXTS)
def test_quotations_are_whole_and_apart(text):
    before = 0
    for start, end in find_quotations(text, 0, len(text)):
        assert before <= start < end <= len(text)
        before = end


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("قال «نعم» ثم «لا»", ["نعم", "لا"]),
        ("رفض ”الخطة“ كلها", ["الخطة"]),
        ('أكدت "بدء مشاورات "أستانا" الخاصة" أمس', ['بدء مشاورات "أستانا" الخاصة']),
        ("لم يغلق «أحد", []),
        ("أستانة 15″ و“أستانة 16″", ["أستانة 16"]),
    ],
)
def test_quotation_marks_of_every_kind(text, inner):
    assert [text[start + 1 : end - 1] for start, end in find_quotations(text, 0, len(text))] == inner


def test_nothing_has_no_sentences():
    assert split("") == [] and split(" \n\n ") == []
