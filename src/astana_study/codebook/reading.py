"""Reads the codebook's CSV files into rows that remember their line, without judging what they say."""

from __future__ import annotations

import csv
from importlib import resources
from pathlib import Path


class CodebookError(ValueError):
    """A codebook file that cannot be used: every fault found, each with file, line and what to do."""

    def __init__(self, faults: list[str]):
        self.faults = tuple(faults)
        super().__init__("the codebook cannot be used:\n" + "\n".join(f"  {fault}" for fault in faults))


def get_codebook_folder() -> Path:
    """Return the folder of the codebook that comes with the package."""
    return Path(str(resources.files("astana_study.codebook")))


def read_rows(name: str, folder: Path | None = None) -> list[dict[str, str]]:
    """Read one codebook file: a list of rows, each a dict of strings with its line number under ``_line``.

    Parameters
    ----------
    name : str
        Name of the file without ``.csv``.
    folder : Path, optional
        Another codebook than the package's own.

    Raises
    ------
    CodebookError
        When the file is missing, is not UTF-8, or a row has more or fewer cells than the header.

    Examples
    --------
    >>> read_rows("vocabulary")[0]["value"]
    'state'
    """
    path = (folder or get_codebook_folder()) / f"{name}.csv"
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise CodebookError([f"{path.name}: there is no such file in {path.parent.name}/; restore it"]) from None
    except UnicodeDecodeError as error:
        raise CodebookError([f"{path.name}: not UTF-8 (byte {error.start}); save it as 'CSV UTF-8'"]) from None
    reader = csv.reader(text.splitlines())
    header = next(reader, [])
    rows, faults = [], []
    if len(header) == 1 and ";" in header[0]:
        raise CodebookError([f"{path.name}:1: cells are split by ';'; save it with ',' between cells"])
    for cells in reader:
        if not any(cells):
            continue
        if len(cells) != len(header):
            faults.append(
                f"{path.name}:{reader.line_num}: {len(cells)} cells where the header has {len(header)}; "
                "put a cell that holds a comma into quotation marks"
            )
            continue
        row = dict(zip(header, (cell.strip() for cell in cells), strict=True))
        row["_line"] = str(reader.line_num)
        rows.append(row)
    if faults:
        raise CodebookError(faults)
    return rows
