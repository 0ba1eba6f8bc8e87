"""Puts the published tables into the wheel and, where that is asked for, the coder as machine code.

``load_table`` reads the tables where there is no checkout. With ``ASTANA_STUDY_COMPILE=1`` in the environment and a C
compiler at hand, mypyc compiles the modules of the coder; the same modules then run two to three times as fast and
give the same bytes. Nothing else changes: without it the wheel holds Python only.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PROCESSED = Path("data/processed")
BUILD_FOLDER = Path("outputs/build")
COMPILED = ("coding/**/*.py", "text/folding.py", "text/segments.py", "text/wrapping.py")
"""What is compiled: all that is run for each word or sentence."""

BUILD = """
import sys
from setuptools import setup
from mypyc.build import mypycify

modules = mypycify(["--config-file", sys.argv[1], *sys.argv[2:]], opt_level="3", debug_level="0", multi_file=True)
setup(name="compiled", ext_modules=modules, script_args=["--quiet", "build_ext", "--inplace", "--parallel", "2"])
"""


class StudyHook(BuildHookInterface):
    """An editable install needs neither: there the checkout's own tables and modules are read."""

    def dependencies(self) -> list[str]:
        """Return what the build itself needs beyond hatchling."""
        return ["mypy[mypyc]>=2.4"] if self._compiles() else []

    def initialize(self, version: str, build_data: dict) -> None:
        """Add ``data/processed`` as ``astana_study/published`` where it has been built, and the compiled modules."""
        if version == "editable":
            return
        root = Path(self.root)
        if (root / PROCESSED).is_dir():
            build_data["force_include"][str(PROCESSED)] = "astana_study/published"
        if self._compiles():
            build_data["force_include"] |= compile_coder(root, root / BUILD_FOLDER)
            build_data["pure_python"] = False
            build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict, artifact_path: str) -> None:
        """Leave nothing behind but the wheel."""
        shutil.rmtree(Path(self.root) / BUILD_FOLDER, ignore_errors=True)

    def _compiles(self) -> bool:
        return self.target_name == "wheel" and os.environ.get("ASTANA_STUDY_COMPILE") == "1"


def compile_coder(root: Path, folder: Path) -> dict[str, str]:
    """Compile the coder in a copy of the package and return the path of each library, with its place in the wheel."""
    shutil.rmtree(folder, ignore_errors=True)
    package = folder / "astana_study"
    unneeded = shutil.ignore_patterns("__pycache__", "*.so", "*.pyd")
    shutil.copytree(root / "src" / "astana_study", package, ignore=unneeded)
    modules = [path.relative_to(folder).as_posix() for pattern in COMPILED for path in sorted(package.glob(pattern))
               if path.name != "__init__.py"]  # fmt: skip
    command = [sys.executable, "-c", BUILD, str(root / "pyproject.toml"), *modules]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", errors="replace")
    if done.returncode:
        told = (done.stdout + done.stderr).strip().splitlines()[-12:]
        raise SystemExit("The coder could not be compiled: a C compiler and mypy[mypyc] are needed. Without "
                         "ASTANA_STUDY_COMPILE=1 the package installs as Python.\n" + "\n".join(told))  # fmt: skip
    libraries = [path for pattern in ("*.so", "*.pyd") for path in sorted(folder.rglob(pattern))
                 if "build" not in path.relative_to(folder).parts]  # fmt: skip
    return {str(path): path.relative_to(folder).as_posix() for path in libraries}
