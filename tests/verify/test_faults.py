"""Publishing and verifying in bad conditions: killed, twice at once, a kernel that dies, a folder that is a file."""

import subprocess
import sys
from pathlib import Path

import pytest

from astana_study.verify.catalogue import MANIFEST
from astana_study.verify.comparing import compare_all
from astana_study.verify.making import make_all
from astana_study.verify.manifest import read_manifest
from astana_study.verify.publishing import PublishError, publish_made

FAULTY = Path(__file__).parents[1] / "runs" / "notebooks"
PUBLISH = """
import os, signal, sys
from pathlib import Path

point, number, root, folder = sys.argv[1:]
real, calls = getattr(os, point), 0

def stop(*given, **named):
    global calls
    calls += 1
    if calls == int(number):
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*given, **named)

setattr(os, point, stop)
from astana_study.codebook.loading import load_codebook
from astana_study.tables.files import load_table
from astana_study.tables.schema import TABLES
from astana_study.verify.making import Made
from astana_study.verify.publishing import publish_made

tables = {table.name: load_table(table.name, folder) for table in TABLES}
publish_made(root, Made(Path(folder), tables, load_codebook().hash, {}))
"""


def read_all(root):
    """Return what lies under final names."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in sorted(root.rglob("*"))
            if path.is_file() and not path.name.startswith(".") and "outputs" not in path.parts}


def spoil(study):
    """Change what is published, so that there is something to do; return both states."""
    after = read_all(study)
    names = [name for name in after if name.startswith(("data/processed/c", "figures/", "notebooks/c"))]
    for name in names:
        (study / name).write_bytes(b"edited")
    return read_all(study), after


def start(study, made, point="fsync", number=0):
    return subprocess.Popen([sys.executable, "-c", PUBLISH, point, str(number), str(study), str(made.folder)],
                            stderr=subprocess.PIPE)


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
@pytest.mark.parametrize(("point", "number"), [("fsync", 12), ("replace", 12)])
def test_a_killed_publish_leaves_whole_files_and_the_next_completes_it(made, study, point, number):
    before, after = spoil(study)
    process = start(study, made[0], point, number)
    process.communicate()
    assert process.returncode == -9
    left = read_all(study)
    if point == "fsync":
        assert left == before  # nothing is renamed before all is staged
    assert set(left) == set(after)
    assert all(content in (before[name], after[name]) for name, content in left.items())
    assert list(study.rglob(".*.tmp"))
    publish_made(study, made[0])
    assert read_all(study) == after
    assert not list(study.rglob(".*.tmp"))


def test_two_that_publish_at_once_give_what_one_gives(made, study):
    _, after = spoil(study)
    processes = [start(study, made[0]) for _ in range(2)]
    assert [process.communicate()[1] for process in processes] == [b"", b""]
    assert read_all(study) == after


def test_a_kernel_that_dies_differs_and_is_not_published(study, tmp_path):
    cells = (FAULTY / "kernel_dies.ipynb").read_bytes()
    (study / "notebooks/counts.ipynb").write_bytes(cells)
    before = read_all(study)
    again = make_all(study, tmp_path / "scratch", jobs=2)
    verdict = next(verdict for verdict in compare_all(study, again, read_manifest(study))
                   if verdict.path == "notebooks/counts.ipynb")
    assert verdict.status == "differs" and "the kernel died" in verdict.details[0]
    with pytest.raises(PublishError, match="the kernel died"):
        publish_made(study, again)
    assert read_all(study) == before


def test_two_jobs_make_the_same_bytes_as_one(made, study, tmp_path):
    again = make_all(study, tmp_path / "scratch", jobs=2)
    assert again.failures == {}
    for folder in ("data/processed", "figures", "notebooks"):
        one, two = ({path.name: path.read_bytes() for path in (base / folder).iterdir()}
                    for base in (made[0].folder, again.folder))
        assert one == two


def test_a_folder_that_is_a_file_stops_it_before_anything_has_changed(made, study):
    before, _ = spoil(study)
    for path in (study / "figures").iterdir():
        path.unlink()
    (study / "figures").rmdir()
    (study / "figures").write_text("in the way", encoding="utf-8")
    with pytest.raises(OSError, match="figures"):
        publish_made(study, made[0])
    kept = {name: content for name, content in before.items() if not name.startswith("figures/")}
    assert {name: content for name, content in read_all(study).items() if name != "figures"} == kept
    assert (study / MANIFEST).exists()
