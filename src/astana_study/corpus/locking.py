"""One run at a time in one folder; the system lets go of the lock however a run ends."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from astana_study.corpus.errors import CorpusError


@contextlib.contextmanager
def hold(folder: str | Path) -> Iterator[None]:
    """Keep a second run out of a folder, which is made where it is missing.

    Raises
    ------
    CorpusError
        When another run holds it.
    """
    Path(folder).mkdir(parents=True, exist_ok=True)
    with Path(folder, ".lock").open("a+b") as file:
        try:
            import fcntl
        except ImportError:  # pragma: no cover - Windows; there two runs do the same work twice, to the same bytes
            yield
            return
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise CorpusError(f"{folder}: another run writes there; wait for it, or name another folder") from None
        yield
