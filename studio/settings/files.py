"""Small files that are whole or not there: written beside, synced, renamed; damaged ones are set aside."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from studio.domain.errors import SettingsUnwritable

if TYPE_CHECKING:
    from collections.abc import Callable


Content = TypeVar("Content")


def write_whole(path: Path, content: bytes) -> None:
    """Replace the file at once, never in part; raises SettingsUnwritable."""
    import tempfile

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    except OSError as error:
        raise SettingsUnwritable(path.parent) from error
    beside = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise SettingsUnwritable(path.parent) from error


def read_whole(path: Path, decode: Callable[[bytes], Content]) -> Content | None:
    """What the file says; None where there is none, or none that `decode` takes (it raises ValueError)."""
    try:
        return decode(path.read_bytes())
    except OSError:
        return None
    except ValueError:
        set_aside(path)
        return None


def damaged(path: Path) -> Path:
    """Where it goes when it can't be read."""
    return path.with_name(f"{path.name}.damaged")


def set_aside(path: Path) -> None:
    """Rename a damaged file to `….damaged`, so that the person can still look into it."""
    try:
        path.replace(damaged(path))
    except OSError:
        return  # a file that can't be renamed is simply not read
