"""The files for archives and reviewers: made of one manifest, in step with each other and with the study itself."""

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml

from astana_study.verify.catalogue import MANIFEST
from astana_study.verify.manifest import digest, find_manifest_faults, make_manifest, read_manifest, render_manifest
from astana_study.verify.metadata import CODECHECK, CRATE, ZENODO, read_study, render_metadata

ROOT = Path(__file__).parents[2]
CFF_KEYS = {
    "abstract", "authors", "cff-version", "commit", "contact", "date-released", "doi", "identifiers", "keywords",
    "license", "license-url", "message", "preferred-citation", "references", "repository", "repository-artifact",
    "repository-code", "title", "type", "url", "version",
}
ENTITY_KEYS = {"address", "alias", "city", "country", "date-end", "date-start", "email", "fax", "location", "name",
               "orcid", "post-code", "region", "tel", "website"}


@pytest.fixture
def manifest(study):
    return read_manifest(study)


def list_paths(manifest, *kinds):
    return [entry["path"] for entry in manifest["artefacts"] if entry["kind"] in kinds]


def test_the_manifest_names_every_published_file_with_its_hash(manifest, study):
    published = {path.relative_to(study).as_posix() for folder in ("data/processed", "figures", "notebooks")
                 for path in (study / folder).iterdir()} - {MANIFEST.as_posix(), "notebooks/runs.toml"}
    assert {entry["path"] for entry in manifest["artefacts"]} == published
    for entry in manifest["artefacts"]:
        content = (study / entry["path"]).read_bytes()
        assert (entry["sha256"], entry["bytes"]) == (digest(content), len(content))
        assert entry["made_by"] and entry["made_from"] is not None
    assert set(manifest["inputs"]) == {"data/raw/articles/ended.txt", "data/raw/articles/ended.toml"}
    assert {"python", "matplotlib", "pandas", "freetype"} <= set(manifest["versions"])


def test_the_manifest_says_with_what_and_of_which_rows(manifest, made):
    told = {entry["path"]: entry for entry in manifest["artefacts"]}
    figure = told["figures/distance-ended-ar.png"]
    assert figure["made_by"] == "astana_study.figures.draw_distance"
    assert figure["parameters"] == {"language": "ar", "article_id": "ended", "resolution": 100}
    claims = len(made[0].tables["claims"])
    assert claims >= 3 and figure["rows"]["claims"]["number"] == claims
    notebook = told["notebooks/claims.ipynb"]
    assert notebook["parameters"] == {"language": "en"}
    assert notebook["made_from"] == ["data/processed/claims.csv", "data/processed/claim_actors.csv"]
    assert told["data/processed/claims.csv"]["rows"] == {"claims": {"number": claims}}


def test_the_manifest_is_the_same_from_time_to_time(made, study):
    assert render_manifest(make_manifest(made[0], study)) == (study / MANIFEST).read_bytes()
    assert find_manifest_faults(read_manifest(study), study) == []


def test_codecheck_lists_tables_figures_and_notebooks(manifest, study):
    text = (study / CODECHECK).read_text(encoding="utf-8")
    told = yaml.safe_load(text)
    assert text.startswith("---\n") and told["version"] == "https://codecheck.org.uk/spec/config/1.0"
    files = [entry["file"] for entry in told["manifest"]]
    assert files == list_paths(manifest, "table", "figure", "notebook")
    assert all((study / name).is_file() for name in files)
    assert all(entry["comment"] for entry in told["manifest"])


def test_the_crate_is_whole(manifest, study):
    graph = json.loads((study / CRATE).read_text(encoding="utf-8"))["@graph"]
    known = {entity["@id"]: entity for entity in graph}
    assert len(known) == len(graph)
    root = known["./"]
    assert known[CRATE]["about"] == {"@id": "./"} and root["@type"] == "Dataset"
    assert {"name", "description", "license", "hasPart", "mentions", "author"} <= set(root)
    named = {value["@id"] for entity in graph for field in entity.values()
             for value in (field if isinstance(field, list) else [field]) if isinstance(value, dict) and "@id" in value}
    assert {name for name in named if name not in known} <= {"https://w3id.org/ro/crate/1.1"}
    made = [item["@id"] for entity in graph if entity["@type"] == "CreateAction" for item in entity["result"]]
    assert sorted(made) == sorted(entry["path"] for entry in manifest["artefacts"])
    assert {entity["instrument"]["@id"] for entity in graph if entity["@type"] == "CreateAction"} == {"#astana-study"}
    assert {entity["@id"] for entity in graph if entity["@type"] == "File"} <= {item["@id"] for item in root["hasPart"]}


def test_all_say_the_same_of_the_study(study):
    told = read_study(study)
    project = tomllib.loads((study / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    citation = yaml.safe_load((study / "CITATION.cff").read_text(encoding="utf-8"))
    deposit = json.loads((study / ZENODO).read_text(encoding="utf-8"))
    root = next(entity for entity in json.loads((study / CRATE).read_text(encoding="utf-8"))["@graph"]
                if entity["@id"] == "./")
    check = yaml.safe_load((study / CODECHECK).read_text(encoding="utf-8"))
    assert {project["version"], citation["version"], deposit["version"], root["version"]} == {told.version}
    assert {citation["title"], deposit["title"], root["name"], check["paper"]["title"]} == {told.title}
    assert [author["name"] for author in check["paper"]["authors"]] == [
        author["name"] for author in deposit["creators"]] == list(told.authors)
    assert deposit["license"] == citation["license"] == project["license"]
    assert deposit["keywords"] == citation["keywords"] == project["keywords"]


def test_without_the_study_s_own_files_there_is_nothing_to_write(manifest, tmp_path):
    assert render_metadata(manifest, tmp_path) == {}


def test_the_citation_has_the_form_of_the_format():
    """The rules of the Citation File Format 1.2.0 that bear on this file; its schema comes with no package we use."""
    citation = yaml.load((ROOT / "CITATION.cff").read_text(encoding="utf-8"), yaml.BaseLoader)
    assert {"authors", "cff-version", "message", "title"} <= set(citation) <= CFF_KEYS
    assert citation["cff-version"] == "1.2.0" and citation["type"] in ("software", "dataset")
    for author in citation["authors"]:
        person = {"family-names", "given-names", "name-particle", "name-suffix", "affiliation"}
        assert set(author) <= (ENTITY_KEYS if "name" in author else ENTITY_KEYS | person)
    assert len(set(citation["keywords"])) == len(citation["keywords"])
    assert all(isinstance(value, str) and value for value in [*citation["keywords"], citation["abstract"]])
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", citation.get("date-released", "2000-01-01"))


def test_what_this_repository_publishes_is_in_step():
    manifest = read_manifest(ROOT)
    if manifest is None:
        pytest.skip("nothing is published yet: make publish")
    again = "publish anew: make publish"
    assert find_manifest_faults(manifest, ROOT) == [], again
    for name, content in render_metadata(manifest, ROOT).items():
        assert (ROOT / name).read_bytes() == content, f"{name}: {again}"
    package = json.loads((ROOT / "data/processed/datapackage.json").read_text(encoding="utf-8"))
    told = {f"data/processed/{resource['path']}": resource["hash"] for resource in package["resources"]}
    assert told == {entry["path"]: f"sha256:{entry['sha256']}" for entry in manifest["artefacts"]
                    if entry["kind"] == "table"}
    assert package["codebookHash"] == f"sha256:{manifest['codebook']}"
