"""No room: a picture that was paid for is never lost, and nothing is sent that couldn't be kept."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from pathlib import Path

import pytest

from studio.domain.charge import Charge
from studio.domain.job import JobState
from studio.domain.words import describe_job
from tests.engine.workshop import NOTHING, PRICE, Workshop, at_work, generate, png, until, wish
from tests.support.scripted_gateway import (
    Line,
    Received,
    ScriptedGateway,
    json_answer,
    picture_part,
    reply_of,
)

ROOT = Path(__file__).resolve().parents[2]
LARGE = png(size=(900, 700))
LARGE_ANSWER = json_answer(reply_of(picture_part(LARGE)))
MIB = 1 << 20


def fill(disk: Path, *, leave: int) -> Path:
    """Leave so many bytes of room."""
    ballast = disk / "ballast"
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, shutil.disk_usage(disk).free - leave)
    return ballast


async def test_a_picture_that_comes_to_a_full_disk_is_saved_when_there_is_room(small_disk: Path) -> None:
    async def fills_the_disk_first(request: Received, line: Line) -> None:
        fill(small_disk, leave=MIB)
        await LARGE_ANSWER(request, line)

    async with ScriptedGateway(fills_the_disk_first) as gateway:
        workshop = Workshop(small_disk / "library", gateway.address)
        async with workshop.open() as studio:
            (job,) = await studio.place(wish())
            await until(lambda: workshop.told.disk_full)
            (full,) = workshop.told.disk_full
            assert (full.job.id, full.folder) == (job.id, small_disk / "library")
            (small_disk / "ballast").unlink()
            studio.room_made()
            await studio.wait_idle()
            job = await studio.library.job(job.id)
            assert (job.state, job.attempts[0].charge) == (JobState.SAVED, Charge.CHARGED)
            (version,) = await studio.library.versions(limit=2)
            assert studio.library.path(version).read_bytes() == LARGE
        assert len(gateway.received) == 1


async def test_leaving_with_a_full_disk_loses_no_picture(small_disk: Path) -> None:
    async def fills_the_disk_first(request: Received, line: Line) -> None:
        fill(small_disk, leave=MIB)
        await LARGE_ANSWER(request, line)

    async with ScriptedGateway(fills_the_disk_first) as gateway:
        workshop = Workshop(small_disk / "library", gateway.address)
        async with workshop.open() as studio:
            (job,) = await studio.place(wish())
            await until(lambda: workshop.told.disk_full)
        (small_disk / "ballast").unlink()
        async with Workshop(small_disk / "library", gateway.address).open() as studio:
            assert (await studio.library.job(job.id)).state is JobState.SAVED
            (version,) = await studio.library.versions(limit=2)
            assert studio.library.path(version).read_bytes() == LARGE
            assert (await studio.spent_today()).charged == PRICE
        assert len(gateway.received) == 1


async def test_a_picture_of_an_earlier_run_is_saved_when_room_is_made(small_disk: Path) -> None:
    """The disk is still full at the next start, but not too full for the index."""

    async def fills_the_disk_first(request: Received, line: Line) -> None:
        fill(small_disk, leave=MIB)
        await LARGE_ANSWER(request, line)

    async with ScriptedGateway(fills_the_disk_first) as gateway:
        workshop = Workshop(small_disk / "library", gateway.address)
        async with workshop.open() as studio:
            (job,) = await studio.place(wish())
            await until(lambda: workshop.told.disk_full)
        later = Workshop(small_disk / "library", gateway.address)
        async with later.open() as studio:
            await until(lambda: later.told.disk_full)
            assert later.told.disk_full[0].job.id == job.id
            (small_disk / "ballast").unlink()
            studio.room_made()
            await until(lambda: later.told.saved)
            assert (await studio.library.job(job.id)).state is JobState.SAVED
        assert len(gateway.received) == 1


async def test_with_too_little_room_for_a_reply_nothing_is_sent(small_disk: Path) -> None:
    async with at_work(small_disk / "library", LARGE_ANSWER) as (studio, gateway, _):
        ballast = fill(small_disk, leave=40 * MIB)
        job = await generate(studio)
        assert (job.state, job.attempts) == (JobState.REFUSED, ())
        words = describe_job(job)
        assert words is not None
        assert "no room left on the disk" in words.what
        assert (await studio.spent_today()).total == NOTHING
        assert gateway.received == []

        ballast.unlink()
        await studio.send_again(job.id, price=PRICE)
        await studio.wait_idle()
        assert await studio.library.count() == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limit")
@pytest.mark.parametrize("word", ["waits", "leaves"])
async def test_a_picture_that_no_disk_takes_is_held_until_one_does_even_when_leaving(
    tmp_path: Path, word: str
) -> None:
    folder = tmp_path / "library"
    async with ScriptedGateway(LARGE_ANSWER) as gateway:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "tests.engine.filling_program", str(folder), gateway.address, word),
            stdout=asyncio.subprocess.PIPE,
            cwd=ROOT,
        )
        async with asyncio.timeout(30):
            output, _ = await process.communicate()
        said = output.decode().split("\n")
        assert process.returncode == 0
        assert f"no room in {folder}" in said
        async with Workshop(folder, gateway.address).open() as studio:
            (job,) = await studio.library.jobs(ended=True)
            assert said[-2] == "saved"
            (version,) = await studio.library.versions(limit=2)
            assert (job.state, version.job) == (JobState.SAVED, job.id)
            assert studio.library.path(version).read_bytes() == LARGE
        assert len(gateway.received) == 1
