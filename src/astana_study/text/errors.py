"""What can be wrong with an article's file. Every message names the file, what was expected, what came and the cure."""

from __future__ import annotations


class ArticleError(ValueError):
    """An article that cannot be used as it stands: empty, not text, or with faulty metadata."""


class MissingArticleError(ArticleError, FileNotFoundError):
    """There is no file under the name given, or it is a folder."""

    # OSError prints its arguments in its own way; here the message is the whole story.
    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""


class EncodingError(ArticleError, UnicodeError):
    """A file whose bytes cannot be read as text without guessing."""


class SidecarError(ArticleError):
    """A metadata file beside an article with an unknown key or a wrong value."""


class ChangedFileError(ArticleError):
    """A raw file that is no longer the one whose SHA-256 was recorded."""
