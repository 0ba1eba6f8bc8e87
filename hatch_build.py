"""Puts the published tables into the wheel, so that ``load_table`` works where there is no checkout."""

from pathlib import Path

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

PROCESSED = Path("data/processed")


class PublishedTablesHook(BuildHookInterface):
    """An editable install needs no copy: there the checkout's own tables are read."""

    def initialize(self, version: str, build_data: dict) -> None:
        """Add ``data/processed`` as ``astana_study/published``, where it has been built."""
        if version != "editable" and (Path(self.root) / PROCESSED).is_dir():
            build_data["force_include"][str(PROCESSED)] = "astana_study/published"
