import hashlib
import json
import shutil
from pathlib import Path

import pandas as pd
import pytest
from jsonschema import Draft7Validator

from astana_study.codebook.vocabulary import list_values
from astana_study.tables.building import build_tables, code_article, frame_records, read_articles
from astana_study.tables.checking import check_tables
from astana_study.tables.describing import DICTIONARY, describe_tables
from astana_study.tables.errors import MissingTableError
from astana_study.tables.files import find_root, read_table, write_tables
from astana_study.tables.packaging import publish_tables
from astana_study.tables.schema import get_table, list_tables
from astana_study.text.errors import ArticleError, ChangedFileError
from astana_study.text.reading import make_article, read_article

ROOT = Path(__file__).parents[2]
FIRST = ROOT / "data/raw/articles/astana20-outcomes-ar.txt"


@pytest.fixture(scope="module")
def built():
    return build_tables(ROOT)


@pytest.fixture
def study(tmp_path):
    """A study folder with the first article and no record."""
    folder = tmp_path / "data/raw/articles"
    folder.mkdir(parents=True)
    for path in (FIRST, FIRST.with_suffix(".toml")):
        shutil.copy(path, folder / path.name)
    return tmp_path


def test_all_tables_are_built_and_keep_the_schema(built):
    assert list(built) == [table.name for table in list_tables()]
    for name, frame in built.items():
        assert frame.columns.tolist() == get_table(name).column_names
    check_tables(built, texts={"astana20-outcomes-ar": read_article(FIRST).text})
    assert len(built["rounds"]) == 22
    assert len(built["claims"]) > 10


def test_the_same_folder_gives_the_same_bytes(built, tmp_path):
    first = write_tables(built, tmp_path / "1")
    second = write_tables(build_tables(ROOT), tmp_path / "2")
    for one, other in zip(first, second, strict=True):
        assert one.read_bytes() == other.read_bytes()


def test_what_is_published_is_read_back(built, tmp_path):
    *files, package = publish_tables(built, tmp_path, codebook_hash="0" * 64)
    for path in files:
        pd.testing.assert_frame_equal(read_table(path, path.stem), built[path.stem])
    described = json.loads(package.read_text(encoding="utf-8"))
    assert described["codebookHash"] == "sha256:" + "0" * 64
    for resource in described["resources"]:
        raw = (tmp_path / resource["path"]).read_bytes()
        assert resource["bytes"] == len(raw)
        assert resource["hash"] == f"sha256:{hashlib.sha256(raw).hexdigest()}"
        names = [field["name"] for field in resource["schema"]["fields"]]
        assert names == get_table(resource["name"]).column_names


def test_the_package_is_a_data_package(built, tmp_path):
    described = json.loads(publish_tables(built, tmp_path)[-1].read_text(encoding="utf-8"))
    # What the profile of Data Package 2.0 and Table Schema 2.0 ask for, as far as it is used here.
    kinds = ["string", "integer", "boolean", "date"]
    field = {"type": "object", "required": ["name", "type"], "properties": {"type": {"enum": kinds}}}
    foreign = {"type": "object", "required": ["fields", "reference"]}
    fields = {"type": "array", "minItems": 1, "items": field}
    schema = {"properties": {"fields": fields, "foreignKeys": {"items": foreign}}}
    named = {"name": {"pattern": "^[a-z_]+$"}, "schema": schema}
    resource = {"required": ["name", "path", "schema"], "properties": named}
    profile = {"required": ["resources"], "properties": {"resources": {"minItems": 1, "items": resource}}}
    assert list(Draft7Validator(profile).iter_errors(described)) == []
    names = {resource["name"]: resource["schema"] for resource in described["resources"]}
    for schema in names.values():
        for key in schema.get("foreignKeys", ()):
            target = names[key["reference"]["resource"]]
            assert {field["name"] for field in target["fields"]} >= set(key["reference"]["fields"])


def test_a_study_without_a_record_has_empty_tables_of_it(study):
    tables = build_tables(study)
    assert len(tables["articles"]) == 1
    assert all(len(tables[table.name]) == 0 for table in list_tables("record"))


def test_an_article_that_was_not_registered_is_refused(study):
    (study / "data/raw/articles/new.txt").write_text("text", encoding="utf-8")
    with pytest.raises(ArticleError, match=r"new.txt: no metadata file beside it; register the article"):
        build_tables(study)
    (study / "data/raw/articles/new.toml").write_text('language = "en"', encoding="utf-8")
    with pytest.raises(ArticleError, match=r"new.toml: no sha256; record the file's: [0-9a-f]{64}"):
        build_tables(study)


def test_changed_articles_are_refused_all_at_once(study):
    path = study / "data/raw/articles" / FIRST.name
    path.write_bytes(path.read_bytes() + b" ")
    (study / "data/raw/articles/new.txt").write_text("text", encoding="utf-8")
    with pytest.raises(ChangedFileError) as caught:
        read_articles(study)
    assert "expected sha256" in str(caught.value)
    assert "new.txt" in str(caught.value)


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(MissingTableError, match="study folder"):
        build_tables(tmp_path / "none")


def test_a_coding_shows_itself_and_makes_its_tables_when_asked(built):
    coding = code_article(read_article(FIRST))
    assert repr(coding).startswith("<Coding of astana20-outcomes-ar: ")
    assert coding.claims is coding.claims
    assert list(coding.tables) == [table.name for table in list_tables("text")]
    pd.testing.assert_frame_equal(coding.claims, built["claims"])
    shown = coding.show()
    assert len(shown) == len(coding.claims)
    assert "<table" in coding._repr_html_()


def test_an_article_without_any_claim_has_tables_without_rows():
    coding = code_article(make_article("The weather was fine.", "w"))
    assert len(coding.claims) == 0
    assert coding.claims.columns.tolist() == get_table("claims").column_names
    assert len(coding.show()) == 0
    assert frame_records(coding.records)["articles"].article_id.tolist() == ["w"]


def test_the_data_dictionary_is_in_step_with_the_schema():
    assert (ROOT / DICTIONARY).read_text(encoding="utf-8") == describe_tables(), (
        "run python -m astana_study.tables.describing"
    )


def test_every_list_of_the_schema_has_values():
    for table in list_tables():
        for column in table.columns:
            assert not column.vocabulary or list_values(column.vocabulary)
            if column.references:
                target, _, name = column.references.partition(".")
                assert get_table(target)[name]


def test_the_checkout_is_the_study_folder():
    assert find_root(ROOT / "tests") == ROOT
