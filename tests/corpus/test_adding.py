"""What researchers bring: every kind of file becomes the same articles, once; what is broken is named."""

import io
import json
import os
import threading
import zipfile

import docx
import pypdf
import pytest

from astana_study.corpus.adding import add_files
from astana_study.corpus.errors import BadFileError, CorpusError
from astana_study.corpus.running import code_corpus
from astana_study.text.reading import read_article
from astana_study.text.sidecar import read_sidecar

BODY = ("قال المندوب الروسي إن الجولة انتهت بنجاح وإن الأطراف اتفقت على عقد جولة جديدة في الشهر القادم.",
        "وأدانت طهران الهجمات الإسرائيلية على دمشق، وأكدت دعمها لوحدة سوريا وسلامة أراضيها.")
PAGE = f"""<!DOCTYPE html><html lang="ar"><head><title>اختتام جولة أستانا - سانا</title>
<meta property="og:title" content="اختتام جولة أستانا"><meta property="og:site_name" content="A site">
<meta property="article:published_time" content="2017-01-24T10:00:00Z">
<link rel="canonical" href="https://sana.sy/?p=1"></head><body>
<nav><a href="/">الرئيسية</a> <a href="/sport">رياضة</a></nav>
<article><h1>اختتام جولة أستانا</h1><p>{BODY[0]}</p><p>{BODY[1]}</p></article>
<footer>جميع الحقوق محفوظة</footer></body></html>"""
ENGLISH = "Moscow said that the sides agreed to meet again. Damascus condemned the attacks."


def make_pdf(*lines, password=""):
    """Return a PDF with a text layer, put together by hand; without lines, one without text."""
    shown = " ".join(f"({line}) Tj 0 -14 Td" for line in lines)
    stream = f"BT /F1 12 Tf 50 700 Td {shown} ET".encode()
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
               b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F1 4 0 R>>>>/Contents 5 0 R>>",
               b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
               b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream)]
    content, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(content))
        content += b"%d 0 obj%s endobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    content += (b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
                % (table, len(content)))
    if not password:
        return content
    writer, sink = pypdf.PdfWriter(io.BytesIO(content)), io.BytesIO()
    writer.encrypt(password, algorithm="RC4-128")
    writer.write(sink)
    return sink.getvalue()


def make_word(*paragraphs):
    document, sink = docx.Document(), io.BytesIO()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.save(sink)
    return sink.getvalue()


def make_zip(**members):
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return sink.getvalue()


def put(folder, name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def read_all(corpus):
    return [read_article(path) for path in sorted((corpus / "texts").rglob("*.txt"))]


def look_at(corpus):
    return {file: (file.stat().st_mtime_ns, file.read_bytes()) for file in corpus.rglob("*") if file.is_file()}


def test_a_page_gives_its_main_text_and_its_metadata(tmp_path):
    (added,) = add_files([put(tmp_path, "page.html", PAGE)], tmp_path / "corpus")
    assert (added.status, added.language, added.file) == ("added", "ar", "page.html")
    (article,) = read_all(tmp_path / "corpus")
    assert article.article_id == added.article_id
    assert article.text == "\n".join(("اختتام جولة أستانا", *BODY))
    assert (article.title, article.outlet, article.source_url) == ("اختتام جولة أستانا", "SANA", "https://sana.sy/?p=1")
    assert (article.published, article.published_basis) == ("2017-01-24", "metadata")
    (sidecar,) = (tmp_path / "corpus").rglob("texts/*/*.toml")
    known = read_sidecar(sidecar)
    assert known["origin"].startswith("page.html (sha256 ") and known["rights"] == "With the publisher"
    assert str(tmp_path) not in sidecar.read_text(encoding="utf-8")


@pytest.mark.parametrize("encode", [
    lambda: PAGE.encode("cp1256", "xmlcharrefreplace"), lambda: PAGE.encode("utf-16"),
    lambda: PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').encode("utf-8"),
    lambda: PAGE.replace("<head>", '<head><meta charset="utf-8">').encode("cp1256"),
], ids=["windows-1256", "utf-16", "utf-8 said to be latin", "windows-1256 said to be utf-8"])
def test_a_page_is_read_whatever_it_says_of_its_encoding(tmp_path, encode):
    add_files([put(tmp_path, "page.html", encode())], tmp_path / "corpus")
    assert BODY[0] in read_all(tmp_path / "corpus")[0].text


def test_every_kind_of_file_gives_an_article(tmp_path):
    text, word = "\n\n".join(BODY), make_word(*BODY)
    files = {
        "a.txt": text, "old.txt": text.encode("cp1256"), "word.docx": word,
        "paper.pdf": make_pdf(*ENGLISH.split(". ")), "page.htm": PAGE, "page": PAGE,
        "rows.csv": f"title,text,published\nA title,\"{text}\",2017-01-24\n",
        "rows.jsonl": json.dumps({"text": ENGLISH, "title": "Two", "round": 3}),
        "all.zip": make_zip(**{"deep/er/a.txt": text + "!", "w.docx": word, "rows.csv": f"text\n{ENGLISH} Yes.\n"}),
    }
    for name, content in files.items():
        put(tmp_path / "in", name, content)
    added = add_files([tmp_path / "in"], tmp_path / "corpus")
    assert {one.file: one.status for one in added if one.status == "not added"} == {}
    assert {one.file.split("/")[1].split(":")[0] for one in added} == set(files)
    assert len({one.article_id for one in added}) == len(read_all(tmp_path / "corpus")) == 7
    assert code_corpus(tmp_path / "corpus", tmp_path / "coded", workers=1).problems == 0


def test_adding_twice_is_no_work_and_says_so(tmp_path):
    path, corpus = put(tmp_path, "page.html", PAGE), tmp_path / "corpus"
    first = add_files([path], corpus)
    before = look_at(corpus)
    again = add_files([path, put(tmp_path, "copy of it.html", PAGE)], corpus)
    assert [one.status for one in again] == ["there", "there"]
    assert {one.article_id for one in again} == {first[0].article_id}
    assert look_at(corpus) == before


def test_a_dry_run_writes_nothing(tmp_path):
    path = put(tmp_path, "page.html", PAGE)
    dry = add_files([path, path], tmp_path / "corpus", dry_run=True)
    assert [one.status for one in dry] == ["added", "there"] and not (tmp_path / "corpus").exists()
    assert add_files([path], tmp_path / "corpus")[0].article_id == dry[0].article_id


def test_a_file_of_rows_is_mapped_and_its_faults_are_told_by_row(tmp_path):
    rows = ('\ufeffbody;headline;day;paper;lang\n'
            f'"{ENGLISH}";=HYPERLINK("http://x");2017-01-24T10:00:00Z;TASS;en-GB\n'
            f'"{ENGLISH}";Two;24/01/2017;TASS;\n'
            ';Empty;;;\n'
            'too;few\n')
    path = put(tmp_path, "export.csv", rows)
    mapping = {"text": "body", "title": "headline", "published": "day", "outlet": "paper", "language": "lang"}
    added = add_files([path], tmp_path / "corpus", mapping=mapping)
    assert [(one.file, one.status, one.kind) for one in added] == [
        ("export.csv: row 2", "added", ""), ("export.csv: row 3", "not added", "metadata"),
        ("export.csv: row 4", "not added", "empty"), ("export.csv: row 5", "not added", "broken")]
    assert "YYYY-MM-DD, got '24/01/2017'" in added[1].reason
    (article,) = read_all(tmp_path / "corpus")
    assert (article.title, article.outlet, article.published) == ('=HYPERLINK("http://x")', "TASS", "2017-01-24")
    (wrong,) = add_files([path], tmp_path / "corpus", mapping={"text": "txt"})
    assert wrong.kind == "metadata" and "no column 'txt'; it has body, headline" in wrong.reason


def test_broken_lines_of_json_cost_those_lines(tmp_path):
    lines = [json.dumps({"text": ENGLISH}), "{", "[1]", '{"body": "x"}', "", '{"text": null}',
             '{"text": "x", "round": 99}', "[" * 100_000]
    added = add_files([put(tmp_path, "x.jsonl", "\n".join(lines))], tmp_path / "corpus")
    assert [one.kind for one in added] == ["", "broken", "broken", "broken", "empty", "metadata", "broken"]


def make_bad_files(folder):
    """Write one of everything broken, and return the kind each should be told as."""
    locked = io.BytesIO(make_zip(**{"a.txt": ENGLISH}))
    flagged = bytearray(locked.getvalue())
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        flagged[flagged.index(sign) + place] |= 1
    link = io.BytesIO()
    with zipfile.ZipFile(link, "w") as archive:
        entry = zipfile.ZipInfo("link.txt")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "/etc/hostname")
    whole = make_zip(**{"a.txt": ENGLISH * 50})
    files = {
        "empty.txt": (b"", "empty"), "white.txt": (b" \n\n", "empty"),
        "binary.txt": (bytes(range(256)) * 20, "not_text"),
        "picture.jpg": (b"\xff\xd8\xff\xe0" + b"x" * 99, "not_text"),
        "mixed.txt": (BODY[0].encode("utf-8") + BODY[0].encode("cp1256"), "encoding"),
        "cut.zip": (whole[: len(whole) // 2], "broken"), "locked.zip": (bytes(flagged), "password"),
        "slip.zip": (make_zip(**{"../../slipped.txt": ENGLISH, "/absolute.txt": ENGLISH}), "unsafe_name"),
        "link.zip": (link.getvalue(), "link"), "nested.zip": (make_zip(**{"in.zip": whole}), "not_added"),
        "bomb.zip": (make_zip(**{"bomb.txt": b"\0" * 60_000_000}), "too_large"),
        "locked.pdf": (make_pdf(ENGLISH, password="secret"), "password"), "scan.pdf": (make_pdf(), "no_article"),
        "cut.pdf": (make_pdf(ENGLISH)[:60], "broken"), "cut.docx": (make_word(ENGLISH)[:900], "broken"),
        "no words.docx": (make_word(), "empty"), "old.doc": (b"\xd0\xcf\x11\xe0" + b"\0" * 99, "password"),
        "nothing.html": ("<html><body><nav><a href='/'>Home</a></nav></body></html>", "no_article"),
        "error.html": ("<html><head><title>404 Page not found</title></head><body><p>The page you requested could not "
                       "be found on this server. Try the search.</p></body></html>", "no_article"),
        "deep.html": ("<html><body>" + "<div>" * 30_000 + "x", "no_article"),
        "large.html": ("<html><body><p>" + "x " * 25_000_000, "too_large"),
        "broken.csv": ("title\n1\n", "metadata"),
    }
    for name, (content, _) in files.items():
        put(folder, name, content)
    return {name: kind for name, (_, kind) in files.items()}


def test_every_bad_file_is_named_and_nothing_is_lost_or_written_elsewhere(tmp_path):
    kinds = make_bad_files(tmp_path / "in")
    good = ["خبر من أستانا.txt", "with spaces and 'quotes\".txt", "new\nline.txt", os.fsdecode(b"caf\xe9.txt")]
    for number, name in enumerate(good):
        put(tmp_path / "in", name, f"{ENGLISH} {number}")
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    os.mkfifo(tmp_path / "in" / "pipe")
    outside = set(tmp_path.rglob("*"))
    added = add_files([tmp_path / "in", tmp_path / "missing.txt"], tmp_path / "corpus")
    told = {one.file.removeprefix("in/").split(": ")[0]: one.kind for one in added if one.status == "not added"}
    assert told == kinds | {"loop": "link", "pipe": "unreadable", "missing.txt": "unreadable"}
    assert sum(one.status == "added" for one in added) == len(good) == len(read_all(tmp_path / "corpus"))
    assert {path for path in tmp_path.rglob("*") if "corpus" not in path.parts} == outside
    assert all(one.reason and "\n" not in one.reason for one in added if one.status == "not added")


def test_strict_stops_at_the_first_bad_file(tmp_path):
    put(tmp_path / "in", "a.txt", ENGLISH)
    put(tmp_path / "in", "b.txt", b"")
    put(tmp_path / "in", "c.txt", ENGLISH + " More.")
    with pytest.raises(BadFileError, match=r"in/b\.txt: there is nothing in it"):
        add_files([tmp_path / "in"], tmp_path / "corpus", strict=True)
    assert len(read_all(tmp_path / "corpus")) == 1


def test_a_full_disk_is_told_and_leaves_no_half_article(tmp_path, monkeypatch):
    from astana_study.corpus import shelf

    real = shelf.write_file

    def fill(path, content):
        if path.suffix == ".txt":
            raise OSError(28, "No space left on device")
        return real(path, content)

    path = put(tmp_path, "a.txt", ENGLISH)
    with monkeypatch.context() as patch, pytest.raises(OSError, match="No space left"):
        patch.setattr(shelf, "write_file", fill)
        add_files([path], tmp_path / "corpus")
    assert not list((tmp_path / "corpus").rglob("*.txt")) and not list((tmp_path / "corpus").rglob("*.tmp"))
    assert add_files([path], tmp_path / "corpus")[0].status == "added"


def test_two_at_once_end_in_the_same_corpus(tmp_path):
    lines = "".join(json.dumps({"text": f"{ENGLISH} {number}"}) + "\n" for number in range(60))
    path = put(tmp_path, "rows.jsonl", lines)
    threads = [threading.Thread(target=add_files, args=([path], tmp_path / "corpus")) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(read_all(tmp_path / "corpus")) == 60 and not list((tmp_path / "corpus").rglob("*.tmp"))


def test_what_is_no_corpus_is_left_alone(tmp_path):
    path = put(tmp_path / "mine", "thesis.txt", "x")
    with pytest.raises(CorpusError, match="there are files, but it is no corpus"):
        add_files([path], tmp_path / "mine")
    with pytest.raises(CorpusError, match="is a file, but a corpus is a folder"):
        add_files([path], path)


def test_another_language_is_kept_and_told_and_never_coded(tmp_path):
    path = put(tmp_path, "fr.txt", "Les pays garants se sont réunis à Astana et ont publié une déclaration commune.")
    (added,) = add_files([path], tmp_path / "corpus")
    assert (added.status, added.language) == ("added", "fr") and "only Arabic and English are coded" in added.reason
    run = code_corpus(tmp_path / "corpus", tmp_path / "coded", workers=1)
    assert (run.coded, run.problems) == (0, 1)


def test_metadata_beside_a_text_come_along(tmp_path):
    path = put(tmp_path, "a.txt", ENGLISH)
    put(tmp_path, "a.toml", 'outlet = "Paper"\nround = 20\nkind = "statement"\nnote = "by hand"\n')
    add_files([path], tmp_path / "corpus")
    (article,) = read_all(tmp_path / "corpus")
    assert (article.outlet, article.round, article.kind) == ("Paper", 20, "statement")


def test_a_large_export_is_read_as_a_stream_and_must_be_utf8(tmp_path, monkeypatch):
    monkeypatch.setattr("astana_study.corpus.exports.WHOLE", 10)
    rows = "".join(f"{number},{ENGLISH} {number}\n" for number in range(5))
    added = add_files([put(tmp_path, "rows.csv", "\ufeffid,text\n" + rows)], tmp_path / "corpus")
    assert [one.status for one in added] == ["added"] * 5
    lines = json.dumps({"text": ENGLISH}) + "\n" + json.dumps({"text": BODY[0]}, ensure_ascii=False) + "\n"
    for name, content in (("a.csv", f"text,عنوان\n{BODY[0]},x\n"), ("a.jsonl", lines)):
        told = add_files([put(tmp_path, name, content.encode("cp1256"))], tmp_path / "corpus")
        assert told[-1].kind == "broken" and "decode" in told[-1].reason


def test_a_reader_that_fails_in_any_way_costs_one_file(tmp_path, monkeypatch):
    def fail(*_, **__):
        raise RecursionError("too deep")

    monkeypatch.setattr("astana_study.corpus.intake.decode_bytes", fail)
    paths = [put(tmp_path, "a.txt", ENGLISH), put(tmp_path, "b.html", PAGE)]
    assert [one.kind for one in add_files(paths, tmp_path / "corpus")] == ["broken", ""]
