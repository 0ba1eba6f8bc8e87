"""The corpus folder: where texts are put once, each under a name made of its content, with what is known beside it.

``texts/5e/talks-end-5e01a2b3.txt`` and ``….toml``. The eight digits come from the text, the address, the outlet and the
day: the same article gets the same name, whoever adds it, when, and from which copy of the file. So adding twice is
no work, and two at once cannot harm each other. The metadata file is written first: a text that is there is complete.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from astana_study.corpus.errors import CorpusError
from astana_study.corpus.outlets import find_outlet
from astana_study.corpus.pieces import Piece
from astana_study.corpus.walking import MARKER, TEXTS, show_name
from astana_study.tables.files import write_file
from astana_study.text.reading import find_title, name_article

_MARK = """# A corpus of astana_study. Made by `astana-study add` and `fetch`; code it with `astana-study corpus code`.
format = 1
"""
LONGEST_STEM = 60


class Shelf:
    """A corpus folder that texts are put into.

    Raises
    ------
    CorpusError
        When the folder is a file, or holds something else than a corpus.
    """

    def __init__(self, folder: str | Path, *, dry_run: bool = False):
        self.folder = Path(folder)
        self.dry_run = dry_run
        self._named: set[str] = set()
        if self.folder.exists() and not self.folder.is_dir():
            raise CorpusError(f"{folder} is a file, but a corpus is a folder; name another")
        if not (self.folder / MARKER).is_file():
            if self.folder.is_dir() and any(not path.name.startswith(".") for path in self.folder.iterdir()):
                raise CorpusError(f"{folder}: there are files, but it is no corpus (no {MARKER}); name an empty or a "
                                  "new folder")
            if not dry_run:
                write_file(self.folder / MARKER, _MARK.encode("utf-8"))

    def put(self, piece: Piece, *, origin: str, sha256: str, retrieved: str = "") -> tuple[str, bool]:
        """Put an article on the shelf, unless it is there.

        Parameters
        ----------
        piece : Piece
            The article.
        origin : str
            Which file, or which part of it, it came from.
        sha256 : str
            Hash of that file.
        retrieved : str
            Day on which it was taken from the net.

        Returns
        -------
        article_id : str
        new : bool
            Whether it was not there (in a dry run: would be put there).
        """
        known = find_outlet(piece.source_url)
        outlet = known.name_en if known else piece.outlet
        content = piece.text.encode("utf-8")
        digest = hashlib.sha256(content).hexdigest()
        identity = "\0".join((digest, piece.source_url, outlet, piece.published))
        digits = hashlib.sha256(identity.encode("utf-8")).hexdigest()[:8]
        called = name_article(show_name(piece.name or piece.title or find_title(piece.text)))
        stem = called[:LONGEST_STEM].strip("-._+") or "article"
        article_id = f"{stem}-{digits}"
        path = self.folder / TEXTS / digits[:2] / f"{article_id}.txt"
        if article_id in self._named or path.exists():
            return article_id, False
        if self.dry_run:
            self._named.add(article_id)
        else:
            fields = {
                "title": piece.title, "language": piece.language, "outlet": outlet, "kind": piece.kind,
                "published": piece.published, "round": piece.round, "source_url": piece.source_url,
                "retrieved": retrieved, "origin": f"{origin} (sha256 {sha256})",
                "rights": piece.rights or "With the publisher", "note": piece.note, "sha256": digest,
            }  # fmt: skip
            write_file(path.with_suffix(".toml"), render_sidecar(fields).encode("utf-8"))
            write_file(path, content)
        return article_id, True


def render_sidecar(fields: dict[str, str | int | None]) -> str:
    r"""Return the lines of a metadata file; what is empty is left out, to be found from the text.

    Examples
    --------
    >>> print(render_sidecar({"title": 'He said "no"', "round": 3, "outlet": ""}), end="")
    title = "He said \"no\""
    round = 3
    """
    lines = []
    for key, value in fields.items():
        if isinstance(value, int):
            lines.append(f"{key} = {value}\n")
        elif value:
            quoted = json.dumps(show_name(value), ensure_ascii=False).replace("\x7f", "\\u007f")
            lines.append(f"{key} = {quoted}\n")
    return "".join(lines)
