"""A program that edits a region until it is killed: `python -m tests.engine.composing_program FOLDER ADDRESS
PARENT STEP`. It kills itself at this checkpoint of the library, while the composite is being kept.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

from studio.domain.recipe import Recipe
from tests.engine.workshop import Workshop, wish
from tests.imaging.scenes import boxed

ONLY_OF_COMPOSITES = "adopted"
"""What a call brought is known before: it needs no adopting. Every other step is the answer's first."""


async def main(folder: Path, address: str, parent: str, word: str) -> None:
    to_come = 1 if word == ONLY_OF_COMPOSITES else 2

    def checkpoint(step: str) -> None:
        nonlocal to_come
        to_come -= step == word
        if to_come == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    async with Workshop(folder, address, checkpoint=checkpoint).open() as studio:
        await studio.place(wish(recipe=Recipe("another sky", parent=parent, region=boxed())))
        await studio.wait_idle()
    print("ended", flush=True)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), *sys.argv[2:]))
