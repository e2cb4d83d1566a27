"""Another program that imports a file into a library and is killed at the checkpoint it is told.

Run as `python -m tests.library.importing_program FOLDER FILE POINT`.
"""

import asyncio
import os
import signal
import sys
from pathlib import Path

from tests.library.scenes import library_in


async def main(folder: Path, file: Path, point: str) -> None:
    """End without a word where the file has come so far."""

    def checkpoint(reached: str) -> None:
        if reached == point:
            os.kill(os.getpid(), signal.SIGKILL)

    async with library_in(folder, checkpoint=checkpoint) as library:
        await library.importer.bring_in(file, project="Sketches")


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))
