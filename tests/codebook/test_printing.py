"""The codebook as a document: all of it, the same every time, and in step with the files."""

from pathlib import Path

import pytest

from astana_study.codebook.loading import load_codebook
from astana_study.codebook.printing import print_codebook

ROOT = Path(__file__).parents[2]


def test_the_committed_document_is_in_step():
    written = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    assert written == print_codebook(), "write it anew: astana-study codebook --out docs/codebook.md"


def test_everything_that_is_looked_for_stands_in_it():
    document, codebook = print_codebook(), load_codebook()

    def set_cell(words):
        return words.replace("|", "\\|")

    for row in codebook.actors:
        assert f"| `{row['actor_id']}` | {row['label_en']} | {row['label_ar']} |" in document
    for name, column in (("people", "name_ar"), ("cues", "lemma"), ("distancing", "marker"), ("rules", "covers"),
                         ("rules", "example"), ("actor_names", "name"), ("name_patterns", "pattern"),
                         ("topics", "takes_in"), ("topics", "leaves_out"), ("word_lists", "covers")):  # fmt: skip
        missing = [row[column] for row in codebook.rows[name] if set_cell(row[column]) not in document]
        assert missing == [], name
    terms = [row["term"].replace("*", "\\*") for row in codebook.rows["topic_terms"]]
    assert [term for term in terms if term not in document] == []


def test_verbs_are_printed_with_their_forms():
    document = print_codebook()
    assert "denied, denying" in document and "ينددون" in document and "منددين" in document


def test_one_language_leaves_out_the_other():
    arabic, english = print_codebook("ar"), print_codebook("en")
    assert "## Cues in Arabic" in arabic and "## Cues in English" not in arabic and "denying" not in arabic
    assert "denying" in english and "ينددون" not in english
    with pytest.raises(ValueError, match="language='fa': use ar or en"):
        print_codebook("fa")


def test_every_table_has_as_many_cells_in_each_row():
    width = 0
    for line in print_codebook().splitlines():
        if not line.startswith("|"):
            width = 0
            continue
        cells = line.replace("\\|", "").count("|")
        width = width or cells
        assert cells == width, line
