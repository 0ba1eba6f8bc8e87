"""Article ids for files that are coded together: one for each, whatever the files are called."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from astana_study.text.reading import name_article


def name_articles(paths: Iterable[str | Path]) -> list[str]:
    """Return an id for each file: its stem in ASCII; files that would share one are numbered in the order given.

    Examples
    --------
    >>> name_articles(["a/01.txt", "b/01.txt", "أستانا.txt"])
    ['01', '01-2', 'astana']
    """
    wanted = [name_article(Path(path).stem) for path in paths]
    ids: list[str] = []
    used: set[str] = set()
    for name in wanted:
        chosen, number = name, 1
        # a number must not take the name of another file that is called so by itself
        while chosen in used or (number > 1 and chosen in wanted):
            number += 1
            chosen = f"{name}-{number}"
        used.add(chosen)
        ids.append(chosen)
    return ids
