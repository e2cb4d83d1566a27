"""Writes a file and is killed in the middle: `python -m tests.export.dying_program FOLDER NAME`."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from studio.export.write import ExportFolder

if TYPE_CHECKING:
    from collections.abc import Iterator


def pieces() -> Iterator[bytes]:
    """A good part of a file."""
    for _ in range(5):
        yield bytes(1 << 20)
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    ExportFolder(Path(sys.argv[1])).write(PurePosixPath(sys.argv[2]), pieces(), overwrite=True)
