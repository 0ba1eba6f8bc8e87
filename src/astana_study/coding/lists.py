"""The word lists of the codebook, as bits of the words of a language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from astana_study.codebook.loading import Codebook


def compile_lists(
    codebook: Codebook, language: str, bits: Mapping[str, int], fold: Callable[[str], str]
) -> dict[str, int]:  # fmt: skip
    """Return the lists in which each folded word stands, as bits.

    Parameters
    ----------
    codebook : Codebook
        Where the lists are.
    language : {"ar", "en"}
        Whose lists.
    bits : mapping of str to int
        The bit of each list that the grammar asks for, by the name that it has in ``word_lists.csv``.
    fold : callable
        Folds a word as the lexicon of the language does.

    Raises
    ------
    CodebookError
        When the codebook lacks one of them.

    Examples
    --------
    >>> from astana_study.codebook.loading import load_codebook
    >>> compile_lists(load_codebook(), "en", {"title": 1, "role": 2}, str.lower)["minister"]
    2
    """
    found: dict[str, int] = {}
    for name, bit in bits.items():
        for word in codebook.list_words(language, name):
            folded = fold(word)
            found[folded] = found.get(folded, 0) | bit
    return found
