"""A program whose files may not grow: `python -m tests.engine.filling_program FOLDER ADDRESS WORD`.

It lifts the limit when it is told that the disk is full; with "leaves" only after it has begun to leave.
"""

from __future__ import annotations

import asyncio
import resource
import sys
from pathlib import Path

from studio.engine.events import DiskFull, Event, JobChanged
from tests.engine.workshop import Workshop, wish

MOST = 500_000


async def main(folder: Path, address: str, word: str) -> None:
    full = asyncio.Event()

    def say(event: Event) -> None:
        match event:
            case JobChanged(job):
                print(job.state, flush=True)
            case DiskFull(folder=at):
                print(f"no room in {at}", flush=True)
                full.set()
            case _:
                pass

    async with Workshop(folder, address).open() as studio:
        studio.subscribe(say)
        await studio.place(wish())
        hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
        resource.setrlimit(resource.RLIMIT_FSIZE, (MOST, hard))
        await full.wait()

        def make_room() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
            studio.room_made()

        if word == "leaves":
            asyncio.get_running_loop().call_later(0.3, make_room)
        else:
            make_room()
            await studio.wait_idle()


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), sys.argv[2], sys.argv[3]))
