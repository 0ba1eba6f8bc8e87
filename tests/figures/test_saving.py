"""Saving: the same bytes on every run, nothing of the machine or the clock, nothing half-written."""

import re
import subprocess
import sys

import matplotlib
import pytest

from astana_study import figures
from astana_study.figures.saving import render_figure, save_drawn

PROGRAM = """
import hashlib, pandas as pd
from astana_study import figures
from astana_study.figures.saving import render_figure
rounds = pd.DataFrame({"round": [1], "start_date": ["2017-01-23"], "end_date": ["2017-01-24"], "city": ["Astana"],
    "next_meeting": [""], "next_from": [""], "next_to": [""], "next_place": [""]})
drawn = figures.draw_slippage(rounds, language="ar")
for format in ("svg", "png", "pdf"):
    print(hashlib.sha256(render_figure(drawn.figure, format)).hexdigest())
"""


@pytest.fixture
def drawn(tables):
    return figures.draw_slippage(tables["rounds"], language="ar")


def test_figure_table_and_caption_are_written(drawn, tmp_path):
    written = save_drawn(drawn, tmp_path / "new")
    assert [path.name for path in written] == [f"slippage-ar.{ending}" for ending in ("svg", "png", "csv", "txt")]
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == sorted(path.name for path in written)
    assert (tmp_path / "new/slippage-ar.txt").read_text(encoding="utf-8").strip() == drawn.caption
    assert (tmp_path / "new/slippage-ar.csv").read_text(encoding="utf-8").startswith("round,announced,")


def test_two_runs_write_the_same_bytes_whatever_the_hash_seed():
    runs = {
        subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True,
                       env={"PYTHONHASHSEED": seed, "PATH": "", "HOME": "/nonexistent", "MPLCONFIGDIR": ""}).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


@pytest.mark.parametrize("format", ["svg", "png", "pdf"])
def test_no_date_no_version_and_no_path_in_the_files(drawn, format):
    content = render_figure(drawn.figure, format)
    assert not re.search(rb"dc:date|CreationDate|Matplotlib v|matplotlib\.org/?\"|Software|/site-packages/", content)


def test_the_users_settings_change_nothing(tables):
    plain = render_figure(figures.draw_slippage(tables["rounds"]).figure, "svg")
    with matplotlib.rc_context({"font.size": 30, "lines.linewidth": 9, "axes.facecolor": "red", "text.color": "red",
                                "font.family": "monospace", "savefig.bbox": "tight", "figure.facecolor": "red",
                                "lines.marker": "o", "svg.fonttype": "none"}):
        assert render_figure(figures.draw_slippage(tables["rounds"]).figure, "svg") == plain


def test_a_failed_save_leaves_nothing(drawn, tmp_path):
    with pytest.raises(ValueError, match="a figure is saved as png, svg, pdf"):
        save_drawn(drawn, tmp_path / "new", formats=("svg", "gif"))
    assert not (tmp_path / "new").exists()


def test_importing_the_figures_changes_no_setting():
    # copy() does not resolve the backend, which would load pyplot
    program = ("import matplotlib, sys; before = matplotlib.rcParams.copy(); import astana_study.figures; "
               "assert matplotlib.rcParams.copy() == before; print('matplotlib.pyplot' in sys.modules)")
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_the_fingerprint_sees_a_change_of_any_cell(drawn):
    changed = drawn.data.copy()
    changed.loc[3, "announced"] = "soon"
    assert figures.fingerprint(changed) != figures.fingerprint(drawn.data)
    assert figures.fingerprint(drawn.data) in repr(drawn)


def test_the_gallery_holds_every_figure_under_a_name_of_its_own(tables):
    names = [drawn.name for drawn in figures.draw_all(tables, language="ar")]
    assert len(names) == len(set(names))
    assert {f"round-{number:02d}" for number in range(1, 23)} < set(names)
    assert {"coverage-20", "distance-astana20-outcomes-ar", "timeline", "topics"} < set(names)
    assert "coverage-04" not in names


def test_the_gallery_is_written_whole(tables, tmp_path):
    some = {name: table[table["round"] == 20] if name == "rounds" else table for name, table in tables.items()}
    written = figures.save_all(some, tmp_path, languages=("en",), formats=("svg",))
    assert len(written) == len(list(tmp_path.iterdir())) == len(set(written)) == 3 * 13
