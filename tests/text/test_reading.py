import hashlib
import time

import pytest

from astana_study.text.errors import ArticleError, ChangedFileError, MissingArticleError, SidecarError
from astana_study.text.language import guess_kind, guess_language
from astana_study.text.reading import make_article, name_article, read_article

ENGLISH = "Talks end in Astana\n\nThe sides agreed to meet again, the statement said.\n"


def write(folder, text=ENGLISH, sidecar=None, name="talks"):
    path = folder / f"{name}.txt"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    if sidecar is not None:
        path.with_suffix(".toml").write_text(sidecar, encoding="utf-8")
    return path


def test_an_article_without_metadata_is_described_from_its_text(tmp_path):
    article = read_article(write(tmp_path))
    assert (article.article_id, article.title, article.language, article.kind) == (
        "talks", "Talks end in Astana", "en", "coverage",
    )  # fmt: skip
    assert (article.round, article.round_basis, article.published_basis) == (None, "unknown", "unknown")
    assert article.text == ENGLISH
    assert article.sha256 == hashlib.sha256(ENGLISH.encode()).hexdigest()


def test_metadata_beside_the_article_is_taken_as_given(tmp_path):
    sidecar = 'title = "T"\nlanguage = "ar"\noutlet = "SANA"\nkind = "statement"\npublished = 2023-06-22\nround = 20\n'
    article = read_article(write(tmp_path, sidecar=sidecar), article_id="x")
    assert (article.article_id, article.title, article.language, article.outlet) == ("x", "T", "ar", "SANA")
    assert (article.kind, article.published, article.published_basis) == ("statement", "2023-06-22", "metadata")
    assert (article.round, article.round_basis) == (20, "given")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('langauge = "en"', "unknown key 'langauge'; known are: title, language"),
        ("round = 23", "round: expected a whole number from 1 to 22, got 23"),
        ("round = true", "round: expected a whole number"),
        ("title = 3", "title: expected text in quotation marks, got 3"),
        ('published = "21/06/2023"', "published: expected a date written YYYY-MM-DD, got '21/06/2023'"),
        ('published = "2023-02-30"', "published: expected a date"),
        ('kind = "blog"', "kind: expected one of coverage, statement, transcript, got 'blog'"),
        ('language = "Arabic"', "language: expected an ISO 639-1 code"),
        ('source_url = "www.sana.sy"', "source_url: expected an address"),
        ('sha256 = "abc"', "sha256: expected 64 hexadecimal digits"),
        ("title = ", "not TOML"),
    ],
)
def test_a_fault_in_the_metadata_names_file_and_key(tmp_path, line, message):
    with pytest.raises(SidecarError) as caught:
        read_article(write(tmp_path, sidecar=line))
    assert "talks.toml: " in str(caught.value)
    assert message in str(caught.value)


def test_every_fault_in_the_metadata_is_told_at_once(tmp_path):
    with pytest.raises(SidecarError) as caught:
        read_article(write(tmp_path, sidecar='round = 0\nkind = "blog"\n'))
    assert len(str(caught.value).splitlines()) == 2


def test_a_file_changed_after_it_was_registered_is_refused(tmp_path):
    recorded = hashlib.sha256(ENGLISH.encode()).hexdigest()
    path = write(tmp_path, ENGLISH + " ", f'sha256 = "{recorded}"')
    with pytest.raises(ChangedFileError) as caught:
        read_article(path)
    message = str(caught.value)
    assert f"expected sha256 {recorded}" in message
    assert hashlib.sha256(path.read_bytes()).hexdigest() in message
    assert "talks.toml" in message


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path):
    with pytest.raises(FileNotFoundError, match="no such file"):
        read_article(tmp_path / "none.txt")
    with pytest.raises(MissingArticleError, match="folder"):
        read_article(tmp_path)


def test_a_single_line_of_20_mb_is_read_in_no_time(tmp_path):
    path = write(tmp_path, ("اتفقت موسكو وأنقرة وطهران على اجتماع " * 600_000)[: 11 * 2**20])
    start = time.perf_counter()
    article = read_article(path)
    assert time.perf_counter() - start < 3
    assert len(article.title) < 310
    assert article.language == "ar"


def test_make_article_folds_line_ends_and_refuses_what_is_no_article():
    assert make_article("\ufeffa\r\nb").text == "a\nb"
    with pytest.raises(ArticleError, match="empty"):
        make_article(" \n")
    with pytest.raises(ArticleError, match="ASCII"):
        make_article("text", "أ")
    with pytest.raises(ArticleError, match="lone surrogate at character 1"):
        make_article("a\ud800")
    with pytest.raises(SidecarError, match="unknown key 'author'"):
        make_article("text", author="x")


@pytest.mark.parametrize(
    ("stem", "expected"),
    [("01", "01"), ("أستانا ٢٠", "astana-20"), ("a b/c", "a-b-c"), ("-x-", "x"), ("北京", "article-")],
)
def test_ids_are_ascii_and_telling(stem, expected):
    name = name_article(stem)
    assert name.isascii()
    assert name.startswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("مخرجات أستانا: هجوم على مكافحي الإرهاب", "ar"),
        ("کشورهای ضامن روند آستانه در بیانیه پایانی خود بر حفظ حاکمیت سوریه تاکید کردند و این نشست را", "fa"),
        ("Стороны договорились провести следующую встречу по Сирии в Астане во второй половине года", "ru"),
        ("Suriye konulu toplantı Astana'da yapıldı ve taraflar bir bildiri yayımladı, bu bildiri için", "tr"),
        ("Les pays garants ont publié une déclaration dans la capitale du Kazakhstan et les parties", "fr"),
        ("The guarantors of the Astana process", "en"),
        ("20 - 21", "und"),
        ("", "und"),
    ],
)
def test_languages_are_told_apart(text, expected):
    assert guess_language(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Joint Statement by Iran, Russia and Türkiye on the 17th International Meeting on Syria", "statement"),
        ("بيان مشترك لإيران وروسيا وتركيا بشأن الاجتماع الدولي حول سوريا في أستانا", "statement"),
        ("The representatives of the Islamic Republic of Iran, the Russian Federation and", "statement"),
        ("Joint statement welcomed by Damascus", "coverage"),
        ("البيان الختامي لأستانا 20: لا جديد", "coverage"),
        ("Question: What was agreed?\nAnswer: Nothing.\nQuestion: Why?", "transcript"),
    ],
)
def test_kinds_are_told_by_how_a_text_opens(text, expected):
    assert guess_kind(text) == expected
