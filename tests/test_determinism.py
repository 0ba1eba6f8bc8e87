"""The same bytes wherever and however: hash seed, time zone, locale, folder, encoding, wheel or checkout.

One program makes tables and figures and prints their hashes; it is run in different surroundings. Runs of notebooks and
numbers of jobs are compared in ``tests/runs`` and ``tests/verify``.
"""

import json
import locale
import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PROGRAM = """
import hashlib, json, locale, sys
from pathlib import Path

locale.setlocale(locale.LC_ALL, "")
from astana_study import figures
from astana_study.codebook.loading import load_codebook
from astana_study.tables.building import build_tables
from astana_study.tables.packaging import publish_tables
from astana_study.verify.describing import describe_drawn, render_description

root, out = map(Path, sys.argv[1:])
tables = build_tables(root)
publish_tables(tables, out, codebook_hash=load_codebook().hash)
made = {path.name: path.read_bytes() for path in out.iterdir()}
for language in ("en", "ar"):
    for drawn in (
        figures.draw_claims_by_act(tables["claims"], tables["claim_actors"], language=language),
        figures.draw_distance(tables["claims"], tables["sentences"], language=language),
        figures.draw_slippage(tables["rounds"], language=language),
    ):
        made[f"{drawn.name}-{language}.json"] = render_description(describe_drawn(drawn))
        made[f"{drawn.name}-{language}.png"] = figures.render_figure(drawn.figure, "png", resolution=50)
print(json.dumps({name: hashlib.sha256(data).hexdigest() for name, data in made.items()}, sort_keys=True))
"""


def find_locale():
    """Return a locale that sorts and writes numbers otherwise than C: Syrian Arabic where it is there."""
    before = locale.setlocale(locale.LC_ALL)
    try:
        for name in ("ar_SY.UTF-8", "ar_SY", "ar_EG.UTF-8", "tr_TR.UTF-8", "de_DE.UTF-8", "en_US.UTF-8"):
            try:
                locale.setlocale(locale.LC_ALL, name)
                return name
            except locale.Error:
                continue
        return "C.UTF-8"
    finally:
        locale.setlocale(locale.LC_ALL, before)


PLAIN = {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
SURROUNDINGS = {
    "another hash seed": {"PYTHONHASHSEED": "2"},
    "another time zone": {"TZ": "Pacific/Kiritimati"},
    "the C locale, with its narrow encoding": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "another language": {"LC_ALL": find_locale(), "LANGUAGE": "ar"},
    "optimised": {"PYTHONOPTIMIZE": "2"},
    "settings of matplotlib": {"MPLBACKEND": "svg", "MATPLOTLIBRC": "rc"},
}


def run(study, place, *, python=sys.executable, **surroundings):
    """Make everything in some surroundings, from another folder, and return the hashes."""
    out = place / "out"
    here = place / "here"
    here.mkdir(parents=True)
    (here / "rc").write_text("font.size: 30\nsavefig.dpi: 20\naxes.facecolor: red\n", encoding="utf-8")
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith(("PYTHON", "LC_", "LANG", "MPL", "TZ"))}
    if python == sys.executable and "PYTHONPATH" in os.environ:
        kept["PYTHONPATH"] = os.environ["PYTHONPATH"]
    done = subprocess.run([str(python), "-c", PROGRAM, str(study), str(out)], cwd=here, text=True,
                          capture_output=True, env=kept | PLAIN | surroundings)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture(scope="module")
def study(tmp_path_factory):
    """The first article and the record."""
    root = tmp_path_factory.mktemp("study")
    (root / "data/raw/articles").mkdir(parents=True)
    for path in (ROOT / "data/raw/articles").glob("astana20-outcomes-ar.*"):
        shutil.copy(path, root / "data/raw/articles")
    shutil.copytree(ROOT / "data/raw/record", root / "data/raw/record")
    return root


@pytest.fixture(scope="module")
def plain(study, tmp_path_factory):
    return run(study, tmp_path_factory.mktemp("plain"))


def test_all_at_once_changes_nothing(study, plain, tmp_path):
    everything = {name: value for told in SURROUNDINGS.values() for name, value in told.items()}
    everything |= {"LC_ALL": find_locale()}
    assert run(study, tmp_path / "a folder", **everything) == plain
    assert len(plain) > 25


def test_the_c_locale_changes_nothing(study, plain, tmp_path):
    assert run(study, tmp_path, **SURROUNDINGS["the C locale, with its narrow encoding"]) == plain


@pytest.mark.slow
@pytest.mark.parametrize("name", SURROUNDINGS)
def test_each_alone_changes_nothing(study, plain, tmp_path, name):
    assert run(study, tmp_path, **SURROUNDINGS[name]) == plain


@pytest.mark.slow
@pytest.mark.skipif(not (ROOT / "data/processed/manifest.json").exists(), reason="nothing is published: make publish")
def test_the_whole_study_is_as_published_under_other_surroundings(tmp_path):
    told = SURROUNDINGS["the C locale, with its narrow encoding"] | {"PYTHONHASHSEED": "3", "TZ": "Asia/Almaty"}
    done = subprocess.run([sys.executable, "-m", "astana_study.cli", "verify", "--study", str(ROOT), "--jobs", "1",
                           "--report", str(tmp_path / "report.html")], cwd=tmp_path, env={**os.environ, **told},
                          capture_output=True, text=True, encoding="utf-8", errors="replace")
    others = [line for line in done.stdout.splitlines() if not line.startswith(("same", "["))]
    assert done.returncode == 0, "\n".join(others) + done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel of the package, built without a network."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], cwd=ROOT, check=True,
                   capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """The Python of an environment that holds the wheel and what it needs, and no checkout."""
    folder = tmp_path_factory.mktemp("environment") / "venv"
    venv.create(folder, with_pip=True)
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    lock = ROOT / "requirements.lock"
    installer = [sys.executable, "-m", "uv", "pip", "install", "--quiet", "--python", str(python)]
    if subprocess.run([*installer[:3], "--version"], capture_output=True).returncode:
        installer = [str(python), "-m", "pip", "install", "--quiet"]
    for what in (["--require-hashes", "-r", str(lock)], ["--no-deps", str(wheel)]):
        subprocess.run([*installer, *what], check=True)
    return python


@pytest.mark.slow
def test_wheel_and_checkout_make_the_same(study, plain, tmp_path, installed):
    assert run(study, tmp_path, python=installed) == plain


@pytest.mark.slow
def test_the_installed_wheel_codes_a_file_outside_any_checkout(tmp_path, installed):
    text = "Talks end\n\nMoscow said on Wednesday that the talks had ended. Ankara rejected the plan.\n"
    (tmp_path / "my text.txt").write_text(text, encoding="utf-8")
    (tmp_path / "خبر.txt").write_text("قال المندوب الروسي إن الجولة انتهت.\n", encoding="utf-8")
    command = installed.parent / "astana-study"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run([str(command), "code", "my text.txt", "خبر.txt", "--out", "results"], cwd=tmp_path, text=True,
                          capture_output=True, env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    claims = (tmp_path / "results/claims.csv").read_text(encoding="utf-8").splitlines()
    assert len(claims) >= 4 and any(line.startswith("my-text,") for line in claims)
    program = "import astana_study as study; print(len(study.load_table('rounds')), study.__file__)"
    loaded = subprocess.run([str(installed), "-c", program], cwd=tmp_path, text=True, capture_output=True,
                            env=environment)
    assert loaded.stdout.startswith("22 ") and str(ROOT) not in loaded.stdout, loaded.stderr


def test_the_oldest_constraints_hold_the_floors_of_pyproject():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    floors = dict(re.fullmatch(r"([A-Za-z0-9._-]+)(?:\[.*\])?>=([0-9.]+)", text).groups()
                  for text in (*project["dependencies"], *extras["corpus"], *extras["test"]))
    pinned = dict(re.findall(r"^([a-z0-9._-]+)==(\S+)$", (ROOT / "constraints/oldest.txt").read_text(encoding="utf-8"),
                             re.MULTILINE))
    # 6.0 and 6.0.0 are one version
    wrong = {name: (floor, pinned.get(name)) for name, floor in floors.items()
             if not re.fullmatch(re.escape(floor) + r"(\.0)*", pinned.get(name, ""))}
    assert wrong == {}, "resolve them anew: make oldest"
