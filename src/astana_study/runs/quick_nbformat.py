"""Imports nbformat in a tenth of its time, for whoever imports this module first.

nbformat checks notebooks with jsonschema, which takes a second at import to build a grammar for internationalised
addresses (``rfc3987_syntax``). No notebook has such an address, and jsonschema does without where that module cannot be
imported. It is kept away for this one import; whoever needs it later gets it.
"""

from __future__ import annotations

import sys

_GRAMMAR = "rfc3987_syntax"

if "jsonschema" not in sys.modules and _GRAMMAR not in sys.modules:
    sys.modules[_GRAMMAR] = None
    try:
        import nbformat  # noqa: F401
    finally:
        del sys.modules[_GRAMMAR]
