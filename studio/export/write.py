"""The one way to write in an export: a file is whole or not there, and what was there before is kept."""

from __future__ import annotations

import errno
import os
import sys
import threading
import time
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from studio.domain.errors import FileUnwritable, UnreadableFile
from studio.domain.export_errors import OutsideFolder
from studio.domain.export_names import numbered
from studio.domain.export_report import Written

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable

_PIECE = 1 << 20
_FORGOTTEN = 3600
"""Seconds after which nobody goes on with a file that wasn't finished."""

_NO_HARD_LINKS = frozenset({errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK})
_HOPELESS = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.ENODEV, errno.ESTALE})


class ExportFolder:
    """The folder that a person chose. Everything is written inside it, or not at all; for any thread.

    Raises FileUnwritable where it isn't there: it is never made, as it may be a disk that isn't plugged in.
    """

    def __init__(self, root: Path) -> None:
        with _file_errors(root):
            self.root = root.resolve(strict=True)
            if not self.root.is_dir():
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(root))
        self._swept: set[Path] = set()

    def is_taken(self, place: PurePosixPath) -> bool:
        """Whether anything stands there, if only a link to nowhere."""
        return os.path.lexists(self.root / place)

    def write(self, place: PurePosixPath, data: Iterable[bytes], *, overwrite: bool) -> Written:
        """What was written: under the next number where the place is taken and mustn't be overwritten.

        Raises OutsideFolder, FileUnwritable, and what `data` raises.
        """
        target = self._folder(place) / place.name
        with _part(target.parent, data) as (part, size):
            if overwrite:
                with _file_errors(target.parent):
                    part.replace(target)
                return Written(place, size)
            number = 1
            while not _rename_new(part, target.with_name(numbered(place, number).name)):
                number += 1
            return Written(numbered(place, number), size)

    def make_new(self, place: PurePosixPath) -> bool:
        """Make a folder there; False where anything is already. Raises as `write`."""
        folder = self._folder(place) / place.name
        try:
            with _file_errors(folder.parent):
                folder.mkdir()
        except FileUnwritable as error:
            if isinstance(error.__cause__, FileExistsError):
                return False
            raise
        return True

    def drop_empty(self, place: PurePosixPath) -> None:
        """Take a folder away again into which nothing was written."""
        with suppress(OSError):
            (self.root / place).rmdir()

    def _folder(self, place: PurePosixPath) -> Path:
        """Where the place lies, made where it has to be; none of it leads outside."""
        if not place.parts or not all(map(_is_name, place.parts)):
            raise OutsideFolder(str(place))
        folder = self.root
        with _file_errors(folder):
            for name in place.parts[:-1]:
                folder = folder / name
                folder.mkdir(exist_ok=True)
                if not folder.resolve().is_relative_to(self.root):
                    raise OutsideFolder(str(place))
        self._sweep(folder)
        return folder

    def _sweep(self, folder: Path) -> None:
        """Take away what a killed export left unfinished."""
        if folder in self._swept:
            return
        self._swept.add(folder)
        with suppress(OSError):
            for part in folder.glob(".proofroom-*.part"):
                if time.time() - part.lstat().st_mtime > _FORGOTTEN:
                    part.unlink(missing_ok=True)


def write_over(target: Path, data: Iterable[bytes]) -> None:
    """Write a file where a person said so, over whatever was there.

    Raises FileUnwritable, and what `data` raises.
    """
    with _part(target.parent, data) as (part, _), _file_errors(target.parent):
        part.replace(target)


def pieces_of(path: Path) -> Generator[bytes]:
    """A file's bytes; raises UnreadableFile."""
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece
    except OSError as error:
        raise UnreadableFile(path.name) from error


def is_hopeless(error: FileUnwritable) -> bool:
    """Whether no other file can be written there either: the disk is full, write-protected or gone."""
    cause = error.__cause__
    return isinstance(cause, OSError) and (cause.errno in _HOPELESS or not error.folder.exists())


@contextmanager
def _part(folder: Path, data: Iterable[bytes]) -> Generator[tuple[Path, int]]:
    """All of the data, synced, in a file that nobody takes for a picture, and how many bytes it has.

    It is taken away in the end.
    """
    part = folder / f".proofroom-{os.getpid()}-{threading.get_ident()}.part"
    try:
        with _file_errors(folder), part.open("wb") as file:
            size = sum(map(file.write, data))
            file.flush()
            os.fsync(file.fileno())
        yield part, size
        _sync_folder(folder)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _rename_new(part: Path, target: Path) -> bool:
    """False where anything is there already. The name is taken by a hard link: renaming overwrites in silence
    on POSIX.
    """
    with _file_errors(target.parent):
        try:
            if sys.platform == "win32":
                part.rename(target)
            else:
                target.hardlink_to(part)
        except FileExistsError:
            return False
        except OSError as error:
            if error.errno not in _NO_HARD_LINKS:
                raise
            if os.path.lexists(target):
                return False
            part.rename(target)
    return True


def _sync_folder(folder: Path) -> None:
    """Return when its names are on the disk. Windows has no such call, nor have some network disks."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _is_name(part: str) -> bool:
    """One name, on any system: no way up, no drive, no further folder."""
    return part not in {"", ".", ".."} and PureWindowsPath(part).name == part and "/" not in part


@contextmanager
def _file_errors(folder: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        raise FileUnwritable(folder, error.strerror or "") from error
