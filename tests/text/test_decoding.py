import pytest
from hypothesis import given
from hypothesis import strategies as st

from astana_study.text.decoding import decode_bytes
from astana_study.text.errors import ArticleError, EncodingError

ARABIC = "اتفقت موسكو وأنقرة وطهران على اجتماع بشأن سوريا.\nوأدان الاجتماع الهجمات، في ختام المباحثات؟\n" * 3
ENGLISH = "The sides “agreed” to meet again in Astana – Kazakhstan’s capital – and noted the café talks.\n" * 3


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256"])
def test_arabic_is_read_rightly_whatever_it_was_saved_as(encoding):
    assert decode_bytes(ARABIC.encode(encoding)) == ARABIC


def test_arabic_in_the_iso_encoding_is_read_rightly():
    text = "اتفقت الدول الضامنة على اجتماع في العاصمة، وأدان البيان الهجمات\n"
    assert decode_bytes(text.encode("iso-8859-6")) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_english_is_read_rightly_whatever_it_was_saved_as(encoding):
    assert decode_bytes(ENGLISH.encode(encoding)) == ENGLISH


def test_line_ends_are_folded_and_nothing_else():
    assert decode_bytes("a\r\nb\rc\n\u2028 \u200fد\u0640 \t".encode()) == "a\nb\nc\n\u2028 \u200fد\u0640 \t"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "empty"),
        (b" \n\n", "white space"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG image"),
        (b"PK\x03\x04rest", "zip file"),
        (b"%PDF-1.7", "PDF"),
        (b"text\x00more text", "NUL"),
        (bytes(range(1, 32)) * 20, "control characters"),
    ],
)
def test_what_is_not_a_text_is_refused(raw, message):
    with pytest.raises(ArticleError, match=message):
        decode_bytes(raw, "a.txt")


def test_broken_utf8_names_the_byte_and_the_cure():
    head = "اتفقت موسكو\n".encode()
    with pytest.raises(EncodingError, match=r"byte 22 \(line 2\) is 0xff; .*save it as UTF-8") as caught:
        decode_bytes(head + b"\xff" + ARABIC.encode(), "a.txt")
    assert isinstance(caught.value, UnicodeError)
    assert isinstance(caught.value, ValueError)


def test_two_encodings_in_one_file_are_refused():
    raw = ARABIC.encode("cp1256") + ARABIC.encode("utf-8")
    with pytest.raises(EncodingError, match="more than one encoding"):
        decode_bytes(raw, "a.txt")


def test_utf16_cut_in_the_middle_of_a_character_is_refused():
    with pytest.raises(EncodingError, match="byte"):
        decode_bytes(ARABIC.encode("utf-16")[:-1], "a.txt")


def test_russian_in_an_8_bit_encoding_is_refused_not_misread():
    text = "Стороны договорились провести следующую встречу по Сирии в Астане во второй половине года. " * 3
    with pytest.raises(EncodingError, match="neither"):
        decode_bytes(text.encode("cp1251"), "a.txt")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(lambda text: not text.isspace()))
def test_utf8_text_comes_back_to_the_letter(text):
    # A text of nothing but the letters that UTF-16 makes of NUL bytes cannot be told from it; a mark settles it.
    assert decode_bytes(b"\xef\xbb\xbf" + text.encode()) == text
