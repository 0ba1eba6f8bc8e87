"""What can go wrong with a corpus as a whole, and the kinds of things that go wrong with one file of it."""

from __future__ import annotations

from typing import NamedTuple

KINDS = {
    "empty": "there is nothing in it",
    "not_text": "it is no text",
    "encoding": "its letters cannot be read without guessing",
    "changed": "it is not the file that was registered",
    "metadata": "what is said about it is wrong",
    "language": "it is in a language that is not coded",
    "too_large": "it is larger than an article can be",
    "unreadable": "it could not be opened or read",
    "link": "it is a link to a folder, which is not followed",
    "not_added": "it is of a kind that has to be added first",
    "no_article": "no article was found in it",
    "password": "it is protected by a password",
    "broken": "it is damaged",
    "unsafe_name": "its name leads out of its archive",
    "coder": "the coder failed on it",
}
"""Why a file was not coded or not added."""
BAD_KINDS = frozenset(KINDS) - {"language", "not_added", "link"}
"""The kinds that make a strict run fail; the others are no fault of the file."""


class Problem(NamedTuple):
    """One file that was not coded: a row of the table ``problems``."""

    file: str
    article_id: str
    kind: str
    language: str
    reason: str


class CorpusError(RuntimeError):
    """Work on a corpus that could not go on; the message says what to do."""


class BadFileError(CorpusError, ValueError):
    """A file that cannot be used, in a run that was to be strict."""

    def __init__(self, problem: Problem):
        self.problem = problem
        super().__init__(f"{problem.file}: {problem.reason} ({problem.kind}); without --strict it would be skipped")

    def __reduce__(self):
        return type(self), (self.problem,)


class NoCorpusError(CorpusError, FileNotFoundError):
    """There is no corpus, or none that is coded, under the name given."""

    # OSError prints its arguments in its own way; here the message is the whole story.
    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""
