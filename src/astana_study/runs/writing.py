"""Files under their final name in one step: readers see the old file or the new one, never half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write_text(text: str, path: str | Path) -> Path:
    r"""Write `text` as UTF-8 with ``\n`` line ends, by way of a temporary file beside `path`.

    Raises
    ------
    NotADirectoryError
        When something that is not a folder stands where the folder of `path` should be.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     path = write_text("جولة\n", Path(folder) / "new" / "a.txt")
    ...     path.read_bytes().decode("utf-8"), [file.name for file in path.parent.iterdir()]
    ('جولة\n', ['a.txt'])
    """
    path = Path(path)
    make_folder(path.parent)
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name[:60]}.", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes files for their owner alone; the published ones are for everyone the umask allows
        Path(temporary).chmod(0o666 & ~_read_umask())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    return path


def make_folder(folder: str | Path) -> Path:
    """Make a folder and those above it; say which path is in the way when one of them is a file."""
    folder = Path(folder)
    for step in (folder, *folder.parents):
        if step.exists():
            if not step.is_dir():
                raise NotADirectoryError(f"{step} is a file, but a folder is needed there; move the file away")
            break
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _read_umask() -> int:
    # The umask can only be read by setting it, for the whole process; Linux also tells it without that.
    try:
        with Path("/proc/self/status").open(encoding="ascii", errors="replace") as status:
            return next(int(line.split()[1], 8) for line in status if line.startswith("Umask:"))
    except (OSError, StopIteration):
        return 0o022
