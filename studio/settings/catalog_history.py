"""The catalogs that were in use, beside the one that is: a file that only grows, one catalog a line."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from studio.domain.errors import SettingsUnwritable

if TYPE_CHECKING:
    from pathlib import Path

    from studio.settings.folders import Folders


def append_catalog(folders: Folders, line: bytes) -> None:
    """Add a catalog at the end, for good; raises SettingsUnwritable."""
    path = _path(folders)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("ab") as file:
            # What a power cut left of an earlier line ends here, so that it can't spoil this one.
            cut = file.tell() > 0 and not _ends_a_line(path)
            file.write((b"\n" if cut else b"") + line + b"\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise SettingsUnwritable(path.parent) from error


def read_catalogs(folders: Folders) -> tuple[bytes, ...]:
    """The lines from the oldest on; none where the file isn't there."""
    try:
        content = _path(folders).read_bytes()
    except OSError:
        return ()
    return tuple(line for line in content.split(b"\n") if line)


def _ends_a_line(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read() == b"\n"


def _path(folders: Folders) -> Path:
    return folders.config / "catalog-history.jsonl"
