"""The versions that decide whether two runs can give the same bytes."""

from __future__ import annotations

import platform
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version

DRAWING = ("matplotlib", "freetype", "numpy", "pillow")
"""What a picture's bytes depend on."""
NOTEBOOK = (*DRAWING, "ipykernel", "ipython", "matplotlib-inline", "nbformat", "pandas")
"""What a notebook's bytes depend on."""
PACKAGES = ("ipykernel", "ipython", "matplotlib", "matplotlib-inline", "nbformat", "numpy", "pandas", "papermill",
            "pillow", "pyarrow")


def list_versions() -> dict[str, str]:
    """Return the versions of Python, of what computes and of what draws, by name."""
    import matplotlib.ft2font

    found = {"python": platform.python_version(), "freetype": matplotlib.ft2font.__freetype_version__}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "absent"
    return dict(sorted(found.items()))


def tell_differences(published: Mapping[str, str], ours: Mapping[str, str], names: tuple[str, ...]) -> str:
    """Say which of some versions differ; nothing where none does.

    Examples
    --------
    >>> tell_differences({"pillow": "12.0"}, {"pillow": "13.0"}, ("pillow",))
    'pillow 12.0 → 13.0'
    """
    return ", ".join(f"{name} {published.get(name, 'unknown')} → {ours.get(name, 'unknown')}" for name in names
                     if published.get(name) != ours.get(name))
