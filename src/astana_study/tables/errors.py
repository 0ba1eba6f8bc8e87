"""What can be wrong with tables: every fault found, told at once, each with its place and its cure."""

from __future__ import annotations

from dataclasses import dataclass

SHOWN = 50


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault. Rows are counted as a spreadsheet counts them: the header is row 1; 0 stands for the whole file."""

    file: str
    row: int
    column: str
    expected: str
    got: str
    cure: str = ""

    def __str__(self) -> str:
        row = f", row {self.row}" if self.row else ""
        where = self.file + row + (f", column {self.column}" if self.column else "")
        return f"{where}: expected {self.expected}, got {self.got}" + (f"; {self.cure}" if self.cure else "")


class TableError(ValueError):
    """Tables that break their schema. ``faults`` holds every fault; the message shows the first 50."""

    def __init__(self, faults: list[Fault]):
        self.faults = tuple(sorted(faults))
        count = len(self.faults)
        lines = [str(fault) for fault in self.faults[:SHOWN]]
        if count > SHOWN:
            lines.append(f"… and {count - SHOWN} more")
        super().__init__(f"{count} fault{'s' * (count != 1)} found:\n" + "\n".join(f"  {line}" for line in lines))


class MissingTableError(TableError, FileNotFoundError):
    """A table's file, or a study folder, that is not there."""

    def __str__(self) -> str:
        return str(self.args[0]) if self.args else ""
