"""Files that are whole or not there: atomic writes, syncing, renames that never overwrite."""

from __future__ import annotations

import errno
import os
import sys
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from studio.domain.errors import LibraryError, LibraryFull, LibraryUnwritable

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_NO_HARD_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})


def is_full(error: OSError) -> bool:
    """Whether the error says that no room is left: disk, quota or file size."""
    return error.errno in _FULL


def as_library_error(folder: Path, error: OSError) -> LibraryError:
    """The failure of the library in `folder` that this error of the system means."""
    return LibraryFull(folder) if is_full(error) else LibraryUnwritable(folder)


@contextmanager
def file_errors(folder: Path) -> Generator[None]:
    """Raise errors of the file system as LibraryFull or LibraryUnwritable of `folder`."""
    try:
        yield
    except OSError as error:
        raise as_library_error(folder, error) from error


def sync_file(path: Path) -> None:
    """Return when the file's bytes are on the disk."""
    # Windows flushes only what is open for writing.
    descriptor = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_folder(path: Path) -> None:
    """Return when the folder's names are on the disk. Windows has no such call and needs none."""
    if sys.platform == "win32":
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def write_whole(path: Path, data: bytes, *, shared: bool = False) -> None:
    """Write the file so that it holds either what it held before or all of `data`, and sync both.

    With `shared` other threads and programs may be writing the same at once.
    """
    writer = f".{os.getpid()}-{threading.get_ident()}" if shared else ""
    unfinished = path.with_name(f"{path.name}{writer}.tmp")
    try:
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError:
        with suppress(OSError):
            unfinished.unlink()
        raise
    sync_folder(path.parent)


def make_folders(path: Path) -> None:
    """Make the folder and its parents, and sync the names of those that are new."""
    if path.is_dir():
        return
    make_folders(path.parent)
    path.mkdir(exist_ok=True)
    sync_folder(path.parent)


def rename_new(source: Path, target: Path) -> None:
    """Rename within one file system; raises FileExistsError where there is a file already.

    The name is taken by a hard link, because a plain rename overwrites in silence on POSIX.
    """
    if sys.platform == "win32":
        source.rename(target)
        return
    try:
        target.hardlink_to(source)
    except OSError as error:
        if error.errno not in _NO_HARD_LINKS:
            raise
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from error
        source.rename(target)
        return
    source.unlink()
