"""All tables of a study folder: articles coded, the codebook and the record framed, everything checked."""

from __future__ import annotations

from astana_study.tables.coding import Coding, code_article
from astana_study.tables.frames import frame_records, frame_rows, make_empty

__all__ = ["Coding", "code_article", "frame_records", "frame_rows", "make_empty"]
