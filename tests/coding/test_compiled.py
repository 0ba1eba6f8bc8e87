"""The coder as machine code gives what it gives as Python."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = """
import sys
from pathlib import Path
from astana_study.codebook.loading import load_codebook
from astana_study.coding import coder
from astana_study.coding.records import Records
from astana_study.text.reading import make_article

records = Records()
for number, path in enumerate(sorted(Path(sys.argv[1]).glob("*/text.txt"))):
    text = path.read_text(encoding="utf-8")
    for kind in ("coverage", "statement"):
        coder.append_records(records, make_article(text, f"{kind}-{number}", kind=kind), load_codebook())
print(Path(coder.__file__).suffix)
for rows in (records.articles, records.sentences, records.mentions, records.claims, records.claim_actors,
             records.claim_topics):
    print(*rows, sep="\\n")
"""


def code_gold(folder, **environment):
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | environment
    done = subprocess.run(
        [sys.executable, "-c", CODE, str(ROOT / "data/gold")],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.split("\n", 1)


@pytest.mark.slow
def test_compiled_and_interpreted_code_every_text_alike(tmp_path):
    compiler = (sysconfig.get_config_var("CC") or "cc").split()[0]
    if shutil.which(compiler) is None:
        pytest.skip(f"no C compiler: {compiler}")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--no-build-isolation",
            "--target",
            str(tmp_path / "compiled"),
            str(ROOT),
        ],
        check=True,
        env=os.environ | {"ASTANA_STUDY_COMPILE": "1"},
    )
    plain, rows = code_gold(tmp_path, PYTHONPATH=str(ROOT / "src"))
    compiled, same = code_gold(tmp_path, PYTHONPATH=str(tmp_path / "compiled"))
    assert plain == ".py" and compiled in (".so", ".pyd")
    assert len(rows) > 100_000
    assert same == rows
