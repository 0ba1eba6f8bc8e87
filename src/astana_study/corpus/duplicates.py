"""Near-identical articles and claims: wire copy that runs in many outlets, and sentences that are taken over.

Texts are compared by their word sequences, folded as for matching, so that an added byline or another spelling of alef
makes no difference. MinHash finds candidates (datasketch, with a fixed seed); each pair is then compared exactly.
Texts that are the same to the letter are put together first and compared once.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from astana_study.corpus.dataset import Corpus
from astana_study.corpus.exporting import write_spreadsheet
from astana_study.text.folding import fold_word

if TYPE_CHECKING:
    import pandas as pd

ARTICLE_WORDS, CLAIM_WORDS = 5, 2
"""Words in a row that are compared."""
PERMUTATIONS = 96
SHORTEST_CLAIM = 4
"""Words below which a claim's content is too common to be anybody's copy."""
_WORD = re.compile(r"\w+")


class Member(NamedTuple):
    """One text to be compared: its key, and what stands in the table beside it."""

    key: tuple
    text: str
    outlet: str
    published: str


def group_articles(corpus: Corpus, *, threshold: float = 0.7) -> pd.DataFrame:
    """Return groups of near-identical articles.

    Parameters
    ----------
    corpus : Corpus
        As `open_corpus` gives it.
    threshold : float
        Share of word sequences that two must have in common (Jaccard), up to 1.

    Returns
    -------
    DataFrame
        One row for each article of a group of two or more: ``group_id`` (the id of its first article), ``article_id``,
        ``outlet``, ``published``, ``similarity`` to the first. First is the earliest, then by id.
    """
    import pandas as pd

    rows = _group(_read_articles(corpus), ARTICLE_WORDS, threshold, keep_text=False)
    return pd.DataFrame(
        [(first.key[0], member.key[0], member.outlet, member.published, like) for first, member, like in rows],
        columns=["group_id", "article_id", "outlet", "published", "similarity"],
    ).astype({"similarity": float})  # fmt: skip


def group_claims(corpus: Corpus, *, threshold: float = 0.7) -> pd.DataFrame:
    """Return groups of claims with near-identical content, across articles and within.

    Returns
    -------
    DataFrame
        As `group_articles`, with ``claim_id`` and ``content``; ``group_id`` is article and claim of the first.
    """
    import pandas as pd

    rows = _group(_read_claims(corpus), CLAIM_WORDS, threshold, keep_text=True)
    return pd.DataFrame(
        [(f"{first.key[0]}#{first.key[1]}", *member.key, member.outlet, member.published, member.text, like)
         for first, member, like in rows],
        columns=["group_id", "article_id", "claim_id", "outlet", "published", "content", "similarity"],
    ).astype({"claim_id": "Int64", "similarity": float})  # fmt: skip


def write_groups(groups: pd.DataFrame, path: str | Path) -> Path:
    """Write groups as a CSV file for a spreadsheet program."""
    return write_spreadsheet(path, list(groups.columns), groups.itertuples(index=False, name=None))


def _read_articles(corpus: Corpus) -> Iterator[Member]:
    """Put the articles together again from their sentences, a part of the corpus at a time."""
    about = corpus.load("articles", columns=["article_id", "outlet", "published"]).set_index("article_id")
    for frame in corpus.iterate("sentences", columns=["article_id", "part", "text"]):
        frame = frame[frame["part"] != "boilerplate"]
        for article_id, texts in frame.groupby("article_id", sort=False)["text"]:
            outlet, published = about.loc[article_id]
            yield Member((article_id,), " ".join(texts), outlet, published)


def _read_claims(corpus: Corpus) -> Iterator[Member]:
    about = corpus.load("articles", columns=["article_id", "outlet", "published"]).set_index("article_id")
    for frame in corpus.iterate("claims", columns=["article_id", "claim_id", "content"]):
        for article_id, claim_id, content in frame.itertuples(index=False, name=None):
            if content.count(" ") + 1 >= SHORTEST_CLAIM:
                yield Member((article_id, int(claim_id)), content, *about.loc[article_id])


def _group(
    members: Iterable[Member], words: int, threshold: float, *, keep_text: bool,
) -> list[tuple[Member, Member, float]]:
    """Return (first of the group, member, similarity) for each member of a group of two or more, in order."""
    from datasketch import MinHash, MinHashLSH

    if not 0 < threshold <= 1:
        raise ValueError(f"threshold: expected a number above 0, up to 1, got {threshold}")
    same: dict[bytes, list[Member]] = {}
    shingles: list[np.ndarray] = []
    for member in members:
        hashes = hash_shingles(member.text, words)
        key = hashlib.blake2b(hashes.tobytes(), digest_size=16).digest()
        if key not in same:
            shingles.append(hashes)
        same.setdefault(key, []).append(member if keep_text else member._replace(text=""))
    if not shingles:
        return []
    index = MinHashLSH(threshold=max(0.3, threshold - 0.1), num_perm=PERMUTATIONS)
    parents = list(range(len(shingles)))
    for number, hashes in enumerate(shingles):
        signature = MinHash(num_perm=PERMUTATIONS, seed=1, hashfunc=int)
        signature.update_batch(hashes.tolist())
        for other in sorted(index.query(signature)):
            if _find_root(parents, other) != _find_root(parents, number) and \
                    measure_likeness(hashes, shingles[other]) >= threshold:
                parents[_find_root(parents, number)] = _find_root(parents, other)
        index.insert(number, signature, check_duplication=False)
    groups: dict[int, list[tuple[Member, int]]] = {}
    for number, members_of_one in enumerate(same.values()):
        groups.setdefault(_find_root(parents, number), []).extend((member, number) for member in members_of_one)
    rows = []
    for group in groups.values():
        if len(group) > 1:
            group.sort(key=lambda pair: (pair[0].published or "9999", pair[0].key))
            first, place = group[0]
            rows += [(first, member, round(measure_likeness(shingles[place], shingles[number]), 3))
                     for member, number in group]
    return sorted(rows, key=lambda row: (row[0].key, row[1].published or "9999", row[1].key))


def _find_root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def hash_shingles(text: str, words: int) -> np.ndarray:
    """Return the hashes of all sequences of so many folded words, sorted and each once.

    Examples
    --------
    >>> len(hash_shingles("the sides met in Astana", 2))
    4
    """
    folded = _WORD.findall(fold_word(text))
    count = max(1, len(folded) - words + 1)
    digests = b"".join(hashlib.blake2b(" ".join(folded[start : start + words]).encode(), digest_size=4).digest()
                       for start in range(count))
    return np.unique(np.frombuffer(digests, dtype="<u4"))


def measure_likeness(one: np.ndarray, other: np.ndarray) -> float:
    """Return the share of hashes that two texts have in common: Jaccard, from 0 to 1.

    Examples
    --------
    >>> measure_likeness(np.array([1, 2, 3]), np.array([2, 3, 4]))
    0.5
    """
    common = len(np.intersect1d(one, other, assume_unique=True))
    return common / (len(one) + len(other) - common)
