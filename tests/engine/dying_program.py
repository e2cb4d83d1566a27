"""A program that generates until it is killed: `python -m tests.engine.dying_program FOLDER ADDRESS WORD`.

It prints each state that a job reaches. With the name of one of the library's checkpoints as WORD it kills
itself there; with "large" it sends a reference that fills the line, with "counted" one call at a time.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

from studio.domain.recipe import Recipe
from studio.engine.events import Event, JobChanged
from studio.jobs.retry import RetryRule
from tests.engine.workshop import Workshop, png, wish


async def main(folder: Path, address: str, word: str) -> None:
    def checkpoint(step: str) -> None:
        if step == word:
            os.kill(os.getpid(), signal.SIGKILL)

    def say(event: Event) -> None:
        if isinstance(event, JobChanged):
            again = " again" if event.job.not_before else ""
            print(f"{event.job.number} {event.job.state}{again}", flush=True)

    workshop = Workshop(folder, address, checkpoint=checkpoint, parallel=1, rule=RetryRule())
    async with workshop.open() as studio:
        studio.subscribe(say)
        recipe = Recipe("a lighthouse")
        if word == "large":
            reference = await studio.library.add_reference_bytes(png(size=(2000, 1500)), name="noise.png")
            recipe = Recipe("a lighthouse", references=(reference,))
        await studio.place(wish(count=2 if word == "counted" else 1, recipe=recipe))
        await studio.wait_idle()
    print("ended", flush=True)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
