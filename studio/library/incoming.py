"""Where a reply's bytes go while they arrive: never held up by a thumbnail, never dropped for want of room.

What the library's disk doesn't take goes to the system's folder for temporary files, and what that doesn't
take stays in memory. `gather` puts it together again when there is room.
"""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from studio.library.digest import RunningDigest
from studio.library.files import sync_file, sync_folder
from studio.library.thumbnailer import GrowingFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studio.library.thumbnailer import Following, Thumbnailer

REQUEST = "request.json"
"""What was to be sent: order, job and attempt. There before anything is sent."""

REPLY = "reply.json"
"""The reply as it was read. There once all of it, and all its pictures, are on the disk."""

REST = "rest.json"
"""The reply without its pictures as it came, or an error's body."""

SIDECAR = "sidecar.json"
"""The version's sidecar before it stands beside its picture."""

_PICTURE = re.compile(r"picture-(\d+)")
# The bytes of `name` from `start` on.
_SPILLED = re.compile(r"(?P<name>.+)\.from-(?P<start>\d+)")
_WRITE_NEW = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


def picture_path(folder: Path, index: int) -> Path:
    """The file of the reply's picture `index`; it has no ending, for its type isn't known yet."""
    return folder / f"picture-{index}"


def pictures_in(folder: Path) -> tuple[int, ...]:
    """The indices of the pictures that lie in an attempt's folder, in order."""
    if not folder.is_dir():
        return ()
    found = (_PICTURE.fullmatch(path.name) for path in folder.iterdir())
    return tuple(sorted(int(match[1]) for match in found if match))


class Spill:
    """Where one attempt's bytes go that its own folder has no room for. Its name can be guessed only by who
    knows the attempt's id, so that a start after a crash finds it without a note.
    """

    def __init__(self, attempt_id: str, *, root: Path | None = None) -> None:
        self.folder = (root or Path(tempfile.gettempdir())) / f"proofroom-{attempt_id}"

    def start(self, name: str, start: int) -> int:
        """A descriptor for the bytes of `name` from `start` on; raises OSError."""
        self.folder.mkdir(mode=0o700, exist_ok=True)
        return os.open(self.folder / f"{name}.from-{start}", _WRITE_NEW, 0o600)

    def files(self) -> Iterator[tuple[Path, str, int]]:
        """Each piece with the name of the file it belongs to and where in that file it starts."""
        if not self.folder.is_dir():
            return
        for path in sorted(self.folder.iterdir()):
            match = _SPILLED.fullmatch(path.name)
            if match is not None:
                yield path, match["name"], int(match["start"])

    def remove(self) -> None:
        """Forget it, when it is empty."""
        with suppress(OSError):
            self.folder.rmdir()


class _Part:
    """One file of an attempt. Writing never fails: it goes on to the spill, then to memory."""

    def __init__(self, path: Path, spill: Spill) -> None:
        self.path = path
        self._spill = spill
        self._file: int | None = None
        self._spilled: int | None = None
        self._memory = bytearray()
        self._written = 0
        self._on_disk = 0
        with suppress(OSError):
            self._file = os.open(path, _WRITE_NEW, 0o644)

    @property
    def in_place(self) -> int | None:
        """How many bytes the file holds; None when not all of them are in it."""
        return self._written if self._on_disk == self._written else None

    def write(self, data: bytes) -> None:
        self._written += len(data)
        rest = memoryview(data)
        if self._file is not None:
            rest = self._into(self._file, rest)
            self._on_disk += len(data) - len(rest)
            if rest:
                os.close(self._file)
                self._file = None
                self._start_spill()
        elif self._on_disk == 0 and self._spilled is None and not self._memory:
            self._start_spill()
        if rest and self._spilled is not None:
            rest = self._into(self._spilled, rest)
            if rest:
                os.close(self._spilled)
                self._spilled = None
        self._memory += rest

    def _start_spill(self) -> None:
        with suppress(OSError):
            self._spilled = self._spill.start(self.path.name, self._on_disk)

    def _into(self, descriptor: int, data: memoryview) -> memoryview:
        with suppress(OSError):
            while data:
                data = data[os.write(descriptor, data) :]
        return data

    def close(self) -> None:
        for descriptor in (self._file, self._spilled):
            if descriptor is not None:
                # A network's disk may say only now that it is full; syncing says it again.
                with suppress(OSError):
                    os.close(descriptor)
        self._file = self._spilled = None

    @property
    def in_memory(self) -> bool:
        """Whether some of it is on no disk."""
        return bool(self._memory)

    def gather(self) -> None:
        """After the spill's pieces were put back: add what is in memory; raises OSError."""
        if not self._memory:
            return
        start = self._written - len(self._memory)
        _write_at(self.path, start, bytes(self._memory))
        self._memory.clear()
        self._on_disk = self._written


class PictureSink:
    """Takes one picture's bytes as they arrive."""

    def __init__(self, part: _Part, growing: GrowingFile, following: Following | None) -> None:
        self._part = part
        self._growing = growing
        self._digest = RunningDigest(part.path)
        self.following = following

    def write(self, data: bytes) -> None:
        """Append these bytes, somewhere; raises nothing."""
        self._part.write(data)
        in_place = self._part.in_place
        if in_place is None:
            self._growing.abandon()
        else:
            self._growing.grew(in_place)
            self._digest.grew(in_place)

    def close(self) -> None:
        """No more bytes will come."""
        self._part.close()
        self._growing.completed()

    async def digest(self) -> str | None:
        """Of a closed sink: the SHA-256 of all its bytes; None when they had no room in their file."""
        in_place = self._part.in_place
        return None if in_place is None else await self._digest.finish(in_place)


class IncomingFolder:
    """The folder of one attempt; fulfils `domain.incoming.Incoming`, on the event loop."""

    def __init__(self, path: Path, spill: Spill, *, thumbnailer: Thumbnailer | None) -> None:
        self.path = path
        self._spill = spill
        self._thumbnailer = thumbnailer
        self._parts: list[_Part] = []
        self._sinks: dict[int, PictureSink] = {}

    def open_sink(self, index: int) -> PictureSink:
        """The sink of the reply's picture number `index`, counted from 0."""
        part = self._part(picture_path(self.path, index))
        growing = GrowingFile(part.path)
        following = self._thumbnailer.follow(growing) if self._thumbnailer else None
        self._sinks[index] = PictureSink(part, growing, following)
        return self._sinks[index]

    def keep_rest(self, rest: bytes) -> None:
        """Keep the reply without its pictures, or an error's body; not synced yet."""
        part = self._part(self.path / REST)
        part.write(rest)
        part.close()

    def keep_reply_elsewhere(self, encoded: bytes) -> None:
        """Keep the reply's JSON outside the folder that has no room, for a start after a crash."""
        with suppress(OSError):
            descriptor = self._spill.start(REPLY, 0)
            try:
                os.write(descriptor, encoded)
            finally:
                os.close(descriptor)

    @property
    def in_memory(self) -> bool:
        """Whether some of what came is on no disk, because none took it."""
        return any(part.in_memory for part in self._parts)

    def following(self, index: int) -> Following | None:
        """The thumbnail that is being made of a picture as it arrives, if one is."""
        sink = self._sinks.get(index)
        return sink.following if sink else None

    async def digest(self, index: int) -> str | None:
        """The SHA-256 of a picture that this program itself received, where it is known without much ado."""
        sink = self._sinks.get(index)
        return await sink.digest() if sink else None

    def close(self, *, except_for: int | None = None) -> None:
        """Close what a call that broke off left open, and end all thumbnails but the one of this picture."""
        for index, sink in self._sinks.items():
            sink.close()
            if sink.following is not None and index != except_for:
                sink.following.give_up()

    def gather(self) -> None:
        """In a thread: bring every byte into the folder, and sync it; raises OSError and may be repeated."""
        gather_spilled(self.path, self._spill)
        for part in self._parts:
            part.gather()
        self._spill.remove()
        sync_parts(self.path)

    def gather_what_fits(self) -> None:
        """In a thread, for a call that brought no picture: sync what came, as far as there is room."""
        with suppress(OSError):
            self.gather()

    def discard(self) -> None:
        """In a thread, for a call that cost nothing: remove what came, unless it is a picture."""
        if pictures_in(self.path):
            self.gather_what_fits()
        else:
            shutil.rmtree(self.path, ignore_errors=True)
            shutil.rmtree(self._spill.folder, ignore_errors=True)

    def _part(self, path: Path) -> _Part:
        part = _Part(path, self._spill)
        self._parts.append(part)
        return part


def gather_spilled(folder: Path, spill: Spill) -> None:
    """Put back what was spilled; raises OSError and may be repeated."""
    for piece, name, start in spill.files():
        _write_at(folder / name, start, piece.read_bytes())
        sync_file(folder / name)
        piece.unlink()


def sync_parts(folder: Path) -> None:
    """Return when everything in the folder is on the disk; raises OSError."""
    for path in sorted(folder.iterdir()):
        sync_file(path)
    sync_folder(folder)


def _write_at(path: Path, start: int, data: bytes) -> None:
    with path.open("r+b" if path.exists() else "w+b") as file:
        file.truncate(start)
        file.seek(start)
        file.write(data)
