"""Wire copy is found whoever prints it; texts that only share a subject are not copies."""

import pytest

from astana_study.corpus.dataset import open_corpus
from astana_study.corpus.duplicates import group_articles, group_claims, write_groups
from astana_study.corpus.running import code_corpus

WIRE = (
    "أكد المندوب الروسي أن الجولة العشرين من محادثات أستانا انتهت باتفاق الأطراف على عقد جولة جديدة في النصف الثاني من "
    "العام الجاري. وأدانت طهران الهجمات الإسرائيلية المتكررة على الأراضي السورية، ودعت إلى وقفها على الفور. وقال رئيس "
    "الوفد التركي إن بلاده ترفض أي حكم ذاتي غير مشروع بذريعة مكافحة الإرهاب. وشدد البيان المشترك على ضرورة تسهيل "
    "العودة الآمنة والطوعية والكريمة للاجئين إلى أماكن إقامتهم في سوريا بمساعدة الأمم المتحدة."
)
TEXTS = {
    "first": (WIRE, "Agency", "2023-06-21"),
    "same": (WIRE, "Paper", "2023-06-22"),
    "byline": ("دمشق - وكالات\n\n" + WIRE.replace("أكد", "اكّد") + "\n\nالمزيد على موقعنا.", "Site", "2023-06-22"),
    "other": ("قال المندوب الروسي إن الجولة الأولى من محادثات أستانا بدأت اليوم. وأكدت أنقرة دعمها لوقف إطلاق النار "
              "في جميع الأراضي السورية، ودعت دمشق إلى إطلاق سراح المعتقلين قبل كل شيء آخر في هذا المسار.", "Paper", ""),
    "english": ("Moscow said that the sides agreed to meet again in Astana.", "TASS", ""),
}


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, (text, outlet, published) in TEXTS.items():
        (folder / f"{name}.txt").write_text(text + "\n", encoding="utf-8")
        (folder / f"{name}.toml").write_text(f'outlet = "{outlet}"\npublished = "{published}"\n', encoding="utf-8")
    code_corpus(folder, tmp_path / "coded", workers=1)
    return open_corpus(tmp_path / "coded")


def test_copies_are_grouped_under_the_earliest(corpus):
    groups = group_articles(corpus)
    assert groups[["group_id", "article_id", "outlet"]].values.tolist() == [
        ["first", "first", "Agency"], ["first", "byline", "Site"], ["first", "same", "Paper"]]
    likeness = groups.set_index("article_id")["similarity"]
    assert likeness["first"] == likeness["same"] == 1 and 0.7 <= likeness["byline"] < 1
    assert group_articles(corpus, threshold=1)["article_id"].tolist() == ["first", "same"]


def test_claims_are_grouped_by_what_is_said(corpus):
    groups = group_claims(corpus)
    assert len(groups) > 3 and set(groups["article_id"]) >= {"first", "same", "byline"}
    for _, group in groups.groupby("group_id"):
        assert len(group) >= 2 and group["similarity"].min() >= 0.5
        assert group["published"].iloc[0] == group["published"].min()


def test_a_corpus_without_copies_gives_empty_tables(tmp_path):
    (tmp_path / "texts").mkdir()
    code_corpus(tmp_path / "texts", tmp_path / "coded", workers=1)
    corpus = open_corpus(tmp_path / "coded")
    for groups in (group_articles(corpus), group_claims(corpus)):
        assert groups.empty and groups.columns[0] == "group_id"
        written = write_groups(groups, tmp_path / "groups.csv").read_text(encoding="utf-8-sig")
        assert written == ",".join(groups.columns) + "\n"


def test_a_threshold_that_cannot_be_is_told(corpus):
    with pytest.raises(ValueError, match="up to 1, got 2"):
        group_articles(corpus, threshold=2)
