"""A program that generates until it is killed: `python -m tests.engine.dying_program FOLDER ADDRESS WORD`.

It prints each state that a job reaches. With the name of one of the library's checkpoints as WORD it kills
itself there; with "large" it sends a reference that fills the line, with "counted" one call at a time. With
"moves on" its order may go through another group, and with "moved on" it kills itself before that is asked.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from dataclasses import replace
from pathlib import Path

from studio.domain.job import JobState
from studio.domain.next_group import USUALLY
from studio.domain.recipe import Recipe
from studio.engine.events import Event, JobChanged
from studio.jobs.retry import RetryRule
from tests.engine.workshop import ELSEWHERE, Workshop, png, wish


async def main(folder: Path, address: str, word: str) -> None:
    def checkpoint(step: str) -> None:
        if step == word.removesuffix(" elsewhere"):
            os.kill(os.getpid(), signal.SIGKILL)

    def say(event: Event) -> None:
        if isinstance(event, JobChanged):
            if word == "moved on" and event.job.step and event.job.state is JobState.QUEUED:
                os.kill(os.getpid(), signal.SIGKILL)
            again = " again" if event.job.not_before else " elsewhere" if event.job.step else ""
            print(f"{event.job.number} {event.job.state}{again}", flush=True)

    workshop = Workshop(folder, address, checkpoint=checkpoint, parallel=1, rule=RetryRule())
    async with workshop.open() as studio:
        studio.subscribe(say)
        recipe = Recipe("a lighthouse")
        if word == "large":
            reference = await studio.library.add_reference_bytes(png(size=(2000, 1500)), name="noise.png")
            recipe = Recipe("a lighthouse", references=(reference,))
        order = wish(count=2 if word == "counted" else 1, recipe=recipe)
        if word in {"moves on", "moved on", "durable elsewhere"}:
            order = replace(order, fallback=ELSEWHERE, moves_on=USUALLY)
        await studio.place(order)
        await studio.wait_idle()
    print("ended", flush=True)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
