"""Each way in which what is published can stand to what is made: the verdict, what it rests on, what it says."""

import json
import re
import shutil

import pytest

from astana_study.verify.catalogue import MANIFEST
from astana_study.verify.command import list_lines, summarise
from astana_study.verify.comparing import compare_all
from astana_study.verify.manifest import read_manifest
from astana_study.verify.report import render_report

CLAIMS, FIGURE, NOTEBOOK = "data/processed/claims.csv", "figures/claims_by_act-en.png", "notebooks/claims.ipynb"


@pytest.fixture
def compare(made, study):
    def compare(**versions):
        manifest = read_manifest(study)
        if manifest is not None:
            manifest["versions"] |= versions
        verdicts = compare_all(study, made[0], manifest)
        return {verdict.path: verdict for verdict in verdicts}

    return compare


def list_others(verdicts):
    return {path: verdict.status for path, verdict in verdicts.items() if verdict.status != "same"}


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_was_just_published_is_all_the_same(compare):
    verdicts = compare()
    assert list_others(verdicts) == {}
    assert {verdict.basis for verdict in verdicts.values()} == {"bytes", "hashes"}
    assert {verdict.kind for verdict in verdicts.values()} == {"table", "figure", "notebook", "description"}
    assert summarise(list(verdicts.values())).endswith("same, 0 differ, 0 missing, 0 new")


def test_a_changed_cell_of_a_table_is_named_with_its_column(compare, study):
    edit(study / CLAIMS, ",reject,", ",accuse,")
    verdicts = compare()
    assert list_others(verdicts) == {CLAIMS: "differs", MANIFEST.as_posix(): "differs"}
    assert verdicts[CLAIMS].details == ("1 row changed (in act)",)
    assert verdicts[MANIFEST.as_posix()].details == (f"{CLAIMS} is not the file that was published",)


def test_a_changed_raw_file_is_named_as_the_cause(compare, study):
    with (study / "data/raw/articles/ended.toml").open("a", encoding="utf-8") as file:
        file.write("# seen again\n")
    (study / "data/raw/articles/new.txt").write_text("New", encoding="utf-8")
    assert compare()[MANIFEST.as_posix()].details == (
        "data/raw/articles/ended.toml has been changed since", "data/raw/articles/new.txt has been added since")


def test_a_file_that_is_gone_is_missing_and_one_never_published_is_new(compare, study):
    (study / CLAIMS).unlink()
    assert list_others(compare())[CLAIMS] == "missing"
    manifest = json.loads((study / MANIFEST).read_text(encoding="utf-8"))
    manifest["artefacts"] = [entry for entry in manifest["artefacts"] if entry["path"] != CLAIMS]
    (study / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")
    assert list_others(compare())[CLAIMS] == "new"


def test_what_is_not_made_any_more_is_missing_on_our_side(compare, study):
    for name in ("figures/old-en.png", "data/processed/old.csv", "notebooks/old.ipynb"):
        (study / name).write_bytes(b"old")
    (study / "notebooks/claims.failed.ipynb").write_bytes(b"no artefact")
    (study / "figures/.claims.png.1.tmp").write_bytes(b"no artefact")
    old = ["data/processed/old.csv", "figures/old-en.png", "notebooks/old.ipynb"]
    assert list_others(compare()) == dict.fromkeys(old, "missing")


def test_without_a_manifest_it_is_still_compared(compare, study):
    (study / MANIFEST).unlink()
    assert list_others(compare()) == {MANIFEST.as_posix(): "new"}


def test_a_manifest_that_is_none_is_refused(compare, study):
    (study / MANIFEST).write_text("{}", encoding="utf-8")
    with pytest.raises(ValueError, match="this is no manifest; make it anew: astana-study publish"):
        compare()


def test_a_figure_is_compared_by_what_is_drawn(compare, study):
    description = study / FIGURE.replace(".png", ".json")
    edit(description, '"reject"', '"accuse"')
    verdict = compare()[FIGURE]
    assert (verdict.status, verdict.basis) == ("differs", "data, labels and marks")
    assert re.search(r'1 of \d+ rows; row \d+: act "accuse" → "reject"', verdict.details[0])
    description.unlink()
    assert compare()[FIGURE].details == ("its description figures/claims_by_act-en.json is not there",)


def test_pixels_decide_where_versions_are_equal_and_the_drawing_is(compare, study):
    from PIL import Image

    with Image.open(study / FIGURE) as picture:
        again = picture.convert("RGB")
    again.save(study / FIGURE)
    assert (compare()[FIGURE].status, compare()[FIGURE].basis) == ("same", "data, labels and marks, and pixels")
    again.putpixel((5, 5), (255, 0, 0))
    again.save(study / FIGURE)
    verdict = compare()[FIGURE]
    assert (verdict.status, verdict.basis) == ("differs", "pixels")
    assert verdict.details == ("1 pixels differ; data, labels and marks are the same",)
    (study / FIGURE).write_bytes(b"no picture")
    assert compare()[FIGURE].details[0].startswith("the published picture cannot be read")


def test_other_versions_are_compared_by_the_drawing_and_said_to_be(compare, study):
    (study / FIGURE).write_bytes(b"drawn by another version")
    edit(study / FIGURE.replace(".png", ".json"), '"size": 8.5', '"size": 8.6')
    verdict = compare(pillow="1.0")[FIGURE]
    assert verdict.status == "same"
    assert re.fullmatch(r"data, labels and marks, since versions differ: pillow 1\.0 → [\d.]+", verdict.basis)
    edit(study / FIGURE.replace(".png", ".json"), '"caption": "', '"caption": "Once ')
    assert compare(pillow="1.0")[FIGURE].details[0].startswith('the caption: "Once ')


def test_notebooks_are_compared_by_cells_after_normalisation(compare, study):
    path = study / NOTEBOOK
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["metadata"]["papermill"] = {"duration": 1.0}
    path.write_text(json.dumps(notebook), encoding="utf-8")
    assert (compare()[NOTEBOOK].status, compare()[NOTEBOOK].basis) == ("same", "content after normalisation")
    notebook["cells"][1]["outputs"][0]["data"]["text/plain"] = "999"
    path.write_text(json.dumps(notebook), encoding="utf-8")
    assert compare()[NOTEBOOK].details == ("cell 2: the outputs",)
    path.write_text("{", encoding="utf-8")
    assert compare()[NOTEBOOK].details == ("this is not a notebook: NotJSONError",)


def test_pictures_in_notebooks_do_not_count_where_versions_differ(compare, study):
    path = study / NOTEBOOK
    path.write_text(re.sub(r'"image/png": "[^"]*"', '"image/png": "AAAA"', path.read_text(encoding="utf-8")),
                    encoding="utf-8")
    assert compare()[NOTEBOOK].status == "differs"
    verdict = compare(matplotlib="3.0")[NOTEBOOK]
    assert verdict.status == "same"
    assert verdict.basis.startswith("content after normalisation, less pictures, since versions differ: matplotlib")


def test_files_for_archives_must_say_what_the_manifest_says(compare, study):
    edit(study / "codecheck.yml", "paper:", "papers:")
    (study / ".zenodo.json").unlink()
    assert list_others(compare()) == {"codecheck.yml": "differs", ".zenodo.json": "missing"}
    (study / "CITATION.cff").unlink()  # no study to speak of, nothing to hold against it
    assert list_others(compare()) == {}


def test_the_report_shows_both_sides_and_needs_nothing_else(compare, study):
    edit(study / CLAIMS, ",reject,", ",accuse,")
    shutil.copy(study / "figures/claims_by_act-ar.png", study / FIGURE)
    edit(study / NOTEBOOK, '"text/plain": [', '"text/html": ["<script>alert(1)</script>"], "text/plain": [')
    verdicts = list(compare().values())
    page = render_report(verdicts)
    assert "<del>accuse</del>" in page and "<ins>reject</ins>" in page
    assert page.count("data:image/png;base64,") >= 3 and "Where they differ" in page
    assert 'dir="auto"' in page
    assert "<script" not in page and "&lt;script&gt;" in page and "<iframe sandbox srcdoc=" in page
    assert not re.search(r'(src|href)="(?!data:|#)', page)
    lines = list_lines(verdicts)
    assert f"differs  {CLAIMS}  (bytes): 1 row changed (in act)" in lines


def test_rows_added_and_taken_away_are_counted(compare, study):
    lines = (study / CLAIMS).read_text(encoding="utf-8").splitlines()
    first, *rest = lines[1:]
    (study / CLAIMS).write_text("\n".join([lines[0], *rest, first.replace("ended,1,", "ended,99,", 1)]) + "\n",
                                encoding="utf-8")
    assert compare()[CLAIMS].details == ("1 row taken away, 1 row added",)
    (study / CLAIMS).write_text("\n".join([lines[0], *reversed(lines[1:])]) + "\n", encoding="utf-8")
    assert compare()[CLAIMS].details == ("order of rows, header or spelling of the file",)
