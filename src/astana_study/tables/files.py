"""Where tables lie and how they are written and read back."""

from __future__ import annotations

from astana_study.tables.writing import FORMATS, write_file, write_tables

__all__ = ["FORMATS", "write_file", "write_tables"]
