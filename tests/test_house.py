"""The rules of the house that no linter knows: who may import whom, what no file may name, what must stay in step."""

import ast
import gc
import json
import os
import re
import subprocess
import sys
import tomllib
from functools import cache
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "astana_study"
MODULES = sorted(SOURCE.rglob("*.py"))
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
# A room may import itself and what stands in its line. One direction: text, coding, tables, figures, notebooks.
MAY_IMPORT = {
    "codebook": {"text"},  # surface forms are folded as texts are
    "text": {"codebook"},
    "coding": {"codebook", "text"},
    "tables": {"codebook", "text", "coding", "record"},
    "record": {"codebook", "text", "tables"},
    "agreement": {"codebook", "text", "coding", "tables", "terminal"},
    "figures": {"codebook", "tables", "text"},
    "runs": {"codebook", "tables"},
    "corpus": {"codebook", "text", "coding", "tables", "terminal"},
    "tracing": {"codebook", "text", "tables", "figures"},
    "verify": {"codebook", "text", "tables", "figures", "runs"},
}


LONGEST = 350
"""Lines a module may have."""


def list_committed():
    """Return the committed text files; outside a clone, those of the folders that are published."""
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
        names = [name for name in listed.decode().split("\0") if name]
    except (OSError, subprocess.CalledProcessError):
        names = [path.relative_to(ROOT).as_posix() for path in MODULES]
    return [ROOT / name for name in names if (ROOT / name).is_file()]


def read(path):
    return path.read_text(encoding="utf-8")


@cache
def parse(path):
    """Return the syntax tree of a module."""
    # Python 3.11 now and then raises SystemError when its collector runs in the middle of this
    gc.disable()
    try:
        return ast.parse(read(path))
    finally:
        gc.enable()


def name(path):
    return path.relative_to(ROOT).as_posix()


def list_imports(path):
    """Return the rooms of the package that a module imports."""
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("astana_study."):
            yield node.module.split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("astana_study."))


@pytest.mark.parametrize("room", sorted(MAY_IMPORT))
def test_imports_flow_in_one_direction(room):
    allowed = MAY_IMPORT[room] | {room}
    wrong = {f"{name(path)} imports {other}" for path in (SOURCE / room).rglob("*.py") for other in list_imports(path)
             if other not in allowed}
    assert wrong == set()


def test_every_room_is_known():
    rooms = {path.name for path in SOURCE.iterdir() if path.is_dir() and (path / "__init__.py").exists()}
    assert rooms == set(MAY_IMPORT)


def test_the_package_imports_at_once_and_loads_nothing_heavy():
    heavy = {"pandas", "numpy", "matplotlib", "IPython", "typer"}
    program = f"import sys, astana_study; print(*{heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_modules_are_small_and_named_for_what_they_own():
    assert [name(path) for path in MODULES if len(read(path).splitlines()) > LONGEST] == []
    assert [name(path) for path in MODULES if re.search(r"util|helper|misc|common", path.stem)] == []


def test_everything_public_says_what_it_is():
    silent = []
    for path in MODULES:
        tree = parse(path)
        nodes = [tree, *(node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef)
                         and not node.name.startswith("_") and not is_row(node))]
        silent += [f"{name(path)}: {getattr(node, 'name', 'the module')}" for node in nodes
                   if len(ast.get_docstring(node) or "") < 15]
    assert silent == []


def is_row(node):
    """Whether a class only names the columns of a table: schema.py says what they mean."""
    return any(getattr(base, "id", "") == "NamedTuple" for base in getattr(node, "bases", ()))


def test_every_text_file_is_opened_with_its_encoding():
    wrong = []
    for path in MODULES:
        for node in ast.walk(parse(path)):
            if not isinstance(node, ast.Call):
                continue
            called = node.func
            verb = getattr(called, "id", getattr(called, "attr", ""))
            words = [word.value for word in node.args if isinstance(word, ast.Constant)]
            mode = next((word for word in words if re.fullmatch(r"[rwaxbt+]{1,3}", str(word))), "")
            is_method = isinstance(called, ast.Attribute)
            # other things than files have a method open, too: a file's is called with a mode, or with nothing before it
            opens = verb in ("read_text", "write_text", "fdopen") or (
                verb == "open" and (not is_method or mode or not node.args))
            if opens and "b" not in mode and "encoding" not in {keyword.arg for keyword in node.keywords}:
                wrong.append(f"{name(path)}:{node.lineno}")
    assert wrong == []


def test_no_file_names_a_registry_or_a_path_of_a_machine():
    # put together here, so that this file does not name them either
    hosts = ["py" + "pi.org", "python" + "hosted.org", "registry.np" + "mjs", "deb" + "ian.org/", "index" + "-url"]
    paths = ["/" + "root/", "/" + "work/", "/" + "home/", "C:" + "\\Users"]
    found = []
    for path in list_committed():
        try:
            text = read(path)
        except UnicodeDecodeError:
            continue
        # an address of a page may have a part that is called like a folder of a machine
        places = re.sub(r"https?://\S+", "", text)
        found += [f"{name(path)}: {word}" for word in (*hosts, *paths) if word in (places if word in paths else text)
                  and not (word == hosts[-1] and path.name == "Makefile" and "no-emit-" + word in text)]
    assert found == []


def test_every_locked_file_has_its_hash():
    lock = read(ROOT / "requirements.lock")
    pinned = re.findall(r"^([a-z0-9][a-z0-9._-]*)==", lock, re.MULTILINE)
    assert len(pinned) > 100
    assert len(re.findall(r"^[^\s#].*\\\n    --hash=sha256:", lock, re.MULTILINE)) == len(pinned)


def list_requirements():
    project = PYPROJECT["project"]
    extras = project["optional-dependencies"]
    return [text for text in (*project["dependencies"], *extras["test"], *extras["dev"]) if "astana" not in text]


def test_the_lock_holds_every_requirement():
    locked = set(re.findall(r"^([a-z0-9][a-z0-9._-]*)==", read(ROOT / "requirements.lock"), re.MULTILINE))
    assert {re.split(r"[\[><=]", text)[0] for text in list_requirements()} <= locked


def test_environment_yml_is_in_step_with_pyproject():
    environment = yaml.safe_load(read(ROOT / "environment.yml"))
    project = PYPROJECT["project"]
    wanted = [f"python{project['requires-python']}", "pip", *(re.sub(r"\[.*?\]", "", text)
              for text in (*project["dependencies"], *project["optional-dependencies"]["test"]))]
    given = [item for item in environment["dependencies"] if isinstance(item, str)]
    assert sorted(given) == sorted(wanted)
    assert environment["dependencies"][-1] == {"pip": ["--editable ."]}
    assert environment["channels"] == ["conda-forge", "nodefaults"]


def test_citation_and_changelog_are_in_step_with_pyproject():
    citation = yaml.safe_load(read(ROOT / "CITATION.cff"))
    project = PYPROJECT["project"]
    assert citation["cff-version"] == "1.2.0" and citation["type"] == "software"
    assert {"message", "title", "authors", "abstract", "keywords"} <= set(citation)
    assert citation["version"] == project["version"]
    assert citation["license"] == project["license"]
    assert [author["name"] for author in citation["authors"]] == [author["name"] for author in project["authors"]]
    assert f"## {project['version']}" in read(ROOT / "CHANGELOG.md")


def test_ci_runs_what_the_readme_says():
    lines = read(ROOT / ".ci" / "run").splitlines()
    assert [line for line in lines if line and not line.startswith(("#", "set", "cd"))] == ["make test"]
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    first_screen = read(ROOT / "README.md").splitlines()[:40]
    assert any("make reproduce" in line for line in first_screen)
    assert any("make test" in line for line in first_screen)


def test_the_workflow_asks_for_little_and_ends_in_one_gate():
    workflow = yaml.safe_load(read(ROOT / ".github" / "workflows" / "ci.yml"))
    assert workflow["permissions"] == {"contents": "read"}
    jobs = workflow["jobs"]
    assert {"unit", "notebooks", "runs", "verify", "slow", "oldest", "gate"} <= set(jobs)
    assert set(jobs["gate"]["needs"]) == set(jobs) - {"gate"}
    used = [step["uses"] for job in jobs.values() for step in job["steps"] if "uses" in step]
    assert [use for use in used if not re.search(r"@[0-9a-f]{40}$", use)] == []


def test_make_help_lists_every_target():
    makefile = read(ROOT / "Makefile")
    declared = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)[1].split()
    assert set(re.findall(r"^([a-z-]+):.*##", makefile, re.MULTILINE)) == set(declared)


def test_no_library_is_under_the_gpl():
    # docutils gives a choice of licences for a file each; tld (below trafilatura) one of three: we take the MPL
    choices = {"docutils", "tld"}
    locked = re.findall(r"^([a-z0-9][a-z0-9._-]*)==", read(ROOT / "requirements.lock"), re.MULTILINE)
    bound = []
    for package in sorted(set(locked) - choices):
        try:
            told = metadata(package)
        except PackageNotFoundError:
            continue
        words = " ".join([told.get("License-Expression") or "", (told.get("License") or "")[:100],
                          *(told.get_all("Classifier") or ())])
        if re.search(r"(?<![L])GPL|GNU General Public", words):
            bound.append(package)
    assert bound == []


def test_committed_notebooks_and_tables_end_their_lines_alike():
    wrong = [name(path) for path in list_committed() if path.suffix in (".py", ".md", ".toml", ".ipynb", ".cff", ".yml")
             and b"\r\n" in path.read_bytes()]
    assert wrong == []


def test_the_datapackage_names_every_table():
    path = ROOT / "data" / "processed" / "datapackage.json"
    if not path.exists():
        pytest.skip("the tables are not built")
    package = json.loads(read(path))
    files = {entry.name for entry in path.parent.glob("*.csv")}
    assert {resource["path"] for resource in package["resources"]} == files
