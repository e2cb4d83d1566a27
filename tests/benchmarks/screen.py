"""A screen without a monitor (Xvfb), and what stands on it: read from its memory, so that nobody is asked."""

from __future__ import annotations

import mmap
import os
import struct
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from types import TracebackType

WIDTH, HEIGHT = 1440, 900
_STEP = 5
_LOOK_AGAIN = 0.01
_QUIET = 2.0
_LONGEST = 25.0
_SAME = 0.03


@dataclass(frozen=True, slots=True)
class Shown:
    """How a program came to stand on the screen: seconds from its start until half of the colours that it
    shows in the end are there, and until nothing changed any more; its memory then, in MB.
    """

    browsable: float
    settled: float
    colours: int
    mb: float


class Screen:
    """A context manager: the display lives as long as it. Needs Debian's xvfb."""

    def __enter__(self) -> Self:
        """Start it."""
        self._folder = tempfile.TemporaryDirectory()
        reading, writing = os.pipe()
        size = f"{WIDTH}x{HEIGHT}x24"
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
        self._server = subprocess.Popen(
            [*command, "-fbdir", self._folder.name], pass_fds=(writing,), stderr=subprocess.DEVNULL
        )
        os.close(writing)
        with os.fdopen(reading) as told:
            self._display = f":{told.readline().strip()}"
        self._file = Path(self._folder.name, "Xvfb_screen0").open("rb")
        self._memory = mmap.mmap(self._file.fileno(), 0, access=mmap.ACCESS_READ)
        header = struct.unpack(">25I", self._memory[:100])
        self._pixels, self._line = header[0] + header[19] * 12, header[12]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it."""
        self._memory.close()
        self._file.close()
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()

    def colours(self) -> int:
        """How many different colours stand at every fifth pixel of every fifth line: a window without
        pictures has a few dozen, each photograph hundreds.
        """
        found: set[int] = set()
        for top in range(0, HEIGHT, _STEP):
            start = self._pixels + top * self._line
            line = memoryview(self._memory[start : start + WIDTH * 4]).cast("I")
            found.update(line[::_STEP])
        return len(found)

    def show(self, command: Sequence[str], environment: Mapping[str, str]) -> Shown:
        """Start a program, watch until the screen is quiet, measure its memory, and end it."""
        began = time.monotonic()
        program = subprocess.Popen(
            command,
            env={**environment, "DISPLAY": self._display},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            seen = self._watch(began)
            final = seen[-1][1]
            browsable = next(at for at, colours in seen if colours >= final / 2)
            return Shown(browsable, seen[-1][0], final, memory_of(program.pid))
        finally:
            program.terminate()
            try:
                program.wait(5)
            except subprocess.TimeoutExpired:
                program.kill()
                program.wait()

    def _watch(self, began: float) -> list[tuple[float, int]]:
        """When the number of colours changed, and to what."""
        empty = self.colours()
        seen = [(0.0, empty)]
        while (now := time.monotonic() - began) < _LONGEST:
            colours = self.colours()
            if abs(colours - seen[-1][1]) > _SAME * seen[-1][1]:
                seen.append((now, colours))
            elif now - seen[-1][0] > _QUIET and seen[-1][1] > 10 * empty:
                break
            time.sleep(_LOOK_AGAIN)
        return seen


def memory_of(process: int) -> float:
    """What a process and its children have resident, in MB; pages that several share are shared out."""
    total = 0
    for one in (process, *_children(process)):
        try:
            rollup = Path(f"/proc/{one}/smaps_rollup").read_text(encoding="ascii")
        except (FileNotFoundError, ProcessLookupError):
            continue
        total += next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return total / 1024


def _children(process: int) -> list[int]:
    found: list[int] = []
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        for child in map(int, path.read_text(encoding="ascii").split()):
            found += [child, *_children(child)]
    return found
