"""Another program on a library: run as `python -m tests.library.other_program DOES FOLDER …`.

`dies` makes one picture and is killed at the checkpoint it is told; `holds` keeps the library open until its
input ends; `fills` makes a picture where no file may grow beyond a limit.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path

from studio.domain.errors import LibraryFull
from studio.domain.job import JobState
from tests.library.scenes import begin, library_in, order, picture, receive, reply_with

THOUGHT = picture(colour="#00ff00", size=(688, 384))
FINAL = picture()


async def dies(folder: Path, point: str) -> None:
    """End without a word where the picture has come so far."""

    def checkpoint(reached: str) -> None:
        if reached == point:
            os.kill(os.getpid(), signal.SIGKILL)

    async with library_in(folder, checkpoint=checkpoint) as library:
        (job,) = await library.place(order())
        checkpoint("placed")
        begun = await begin(library, job)
        checkpoint("begun")
        await library.advance(begun.attempt.id, JobState.WAITING)
        checkpoint("waiting")
        sink = begun.incoming.open_sink(0)
        sink.write(THOUGHT)
        sink.close()
        half = begun.incoming.open_sink(1)
        half.write(FINAL[:999])
        checkpoint("half a picture")
        half.write(FINAL[999:])
        half.close()
        begun.incoming.keep_rest(b'{"candidates":[{"thoughtSignature":"AbC+/="}]}')
        await library.keep(begun.attempt.id, reply_with(True, False), seconds=12.5)
        checkpoint("kept")


async def holds(folder: Path) -> None:
    """Say when it is open, and close when nobody listens any more."""
    async with library_in(folder):
        print("open", flush=True)
        await asyncio.to_thread(sys.stdin.read)


async def fills(folder: Path, spill: Path) -> None:
    """No file may grow beyond 100 kB until the first try has failed, not even the spill."""
    import resource

    data = noise()
    async with library_in(folder, spill=spill) as library:
        (job,) = await library.place(order())
        begun = await begin(library, job)
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
        await receive(library, begun, data)
        try:
            await library.keep(begun.attempt.id, reply_with(False), seconds=1)
        except LibraryFull:
            print((await library.job(job.id)).state, flush=True)
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        saved = await library.keep(begun.attempt.id, reply_with(False), seconds=1)
        (version,) = await library.versions(limit=2)
        same = library.path(version).read_bytes() == data
        print(saved.state, same, (await library.attempts(limit=5))[0].attempt.charge, flush=True)


def noise() -> bytes:
    """A PNG of some 700 kB that compresses badly."""
    import io
    import random

    from PIL import Image

    written = io.BytesIO()
    Image.frombytes("RGB", (500, 480), random.Random(7).randbytes(500 * 480 * 3)).save(written, "PNG")
    return written.getvalue()


def main() -> None:
    """Do what the command line says."""
    does, folder, *more = sys.argv[1:]
    match does:
        case "dies":
            asyncio.run(dies(Path(folder), more[0]))
        case "holds":
            asyncio.run(holds(Path(folder)))
        case "fills":
            asyncio.run(fills(Path(folder), Path(more[0])))
        case _:
            raise SystemExit(2)


if __name__ == "__main__":
    main()
