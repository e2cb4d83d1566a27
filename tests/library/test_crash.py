"""The program is killed at every point from order to picture: nothing is lost, nothing counted twice."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from studio.domain.charge import Charge, Outcome
from studio.domain.job import JobState
from studio.domain.money import ZERO
from studio.library.incoming import REPLY
from studio.library.recovery import Recovery
from studio.library.thumbnails import ThumbnailReader
from tests.library.other_program import FINAL, THOUGHT
from tests.library.scenes import PRICE, START, begin, library_in, order, picture, receive

ROOT = Path(__file__).parents[2]
DAY = (START.replace(hour=0), START.replace(hour=23))

ALL_THERE = (
    *("received", "gathered", "durable", "claimed", "sidecar written", "picture placed"),
    *("drafts placed", "sidecar placed"),
)
AFTER_THE_ROW = ("recorded", "tidied", "kept")


def die(folder: Path, point: str) -> None:
    """Another program works in the library and is killed at this point."""
    command = [sys.executable, "-m", "tests.library.other_program", "dies", str(folder), point]
    ended = subprocess.run(command, cwd=ROOT, check=False, timeout=50)
    assert ended.returncode == -signal.SIGKILL


@pytest.mark.parametrize("point", [*ALL_THERE, *AFTER_THE_ROW])
async def test_what_had_arrived_is_saved_once_and_charged_once(tmp_path: Path, point: str) -> None:
    die(tmp_path, point)
    async with library_in(tmp_path, seed="next start") as library:
        recovery = await library.recover()
        assert len(recovery.finished) == (point in ALL_THERE)
        assert (recovery.unknown, recovery.waiting) == ((), ())
        assert await library.recover() == Recovery()

        (job,) = await library.all_jobs(limit=5)
        assert job.state is JobState.SAVED
        (version,) = await library.versions(limit=5)
        assert library.path(version).read_bytes() == FINAL
        (draft,) = job.drafts
        assert (tmp_path / draft).read_bytes() == THOUGHT
        (entry,) = await library.attempts(limit=5)
        assert (entry.attempt.charge, entry.attempt.outcome) == (Charge.CHARGED, Outcome.PICTURE)
        spent = await library.spent(*DAY)
        assert (spent.charged, spent.unknown, spent.reserved) == (PRICE, ZERO, ZERO)
        assert await library.verify() == ()
        assert list((tmp_path / ".proofroom" / "incoming").iterdir()) == []
        assert b"AbC+/=" in library.path(version).with_suffix(".json").read_bytes()
        with ThumbnailReader(tmp_path) as thumbnails:
            if thumbnails.read(version.id, 256) is None:
                # They come after the row: whoever misses them has them made.
                await library.make_thumbnail(version.id)
            assert thumbnails.read(version.id, 256) is not None


@pytest.mark.parametrize("point", ["begun", "waiting"])
async def test_what_was_sent_and_brought_nothing_is_unknown(tmp_path: Path, point: str) -> None:
    die(tmp_path, point)
    async with library_in(tmp_path, seed="next start") as library:
        recovery = await library.recover()
        (job,) = await library.jobs()
        assert recovery == Recovery(unknown=(job.id,))
        assert job.state is JobState.UNKNOWN
        assert job.attempts[0].outcome is Outcome.LEFT_IN_FLIGHT
        assert (await library.spent(*DAY)).unknown == PRICE
        assert await library.recover() == Recovery()


async def test_of_a_reply_that_broke_off_the_whole_picture_is_saved(tmp_path: Path) -> None:
    die(tmp_path, "half a picture")
    async with library_in(tmp_path, seed="next start") as library:
        recovery = await library.recover()
        assert len(recovery.finished) == 1
        (version,) = await library.versions(limit=5)
        assert library.path(version).read_bytes() == THOUGHT


async def test_what_was_queued_asks_before_it_spends(tmp_path: Path) -> None:
    die(tmp_path, "placed")
    async with library_in(tmp_path, seed="next start") as library:
        recovery = await library.recover()
        (job,) = await library.jobs()
        assert recovery == Recovery(asking=(job.id,))
        assert job.asks
        await library.release([job.id])
        assert not (await library.job(job.id)).asks
        begun = await begin(library, job)
        assert begun.attempt.number == 1


@pytest.mark.parametrize("point", ["waiting", "durable", "picture placed", "sidecar placed"])
async def test_a_lost_index_is_written_anew_and_recovery_goes_on_from_the_files(
    tmp_path: Path, point: str
) -> None:
    die(tmp_path, point)
    for path in (tmp_path / ".proofroom").glob("library.sqlite*"):
        path.unlink()
    async with library_in(tmp_path, seed="next start") as library:
        await library.recover()
        (job,) = await library.all_jobs(limit=5)
        if point == "waiting":
            assert job.state is JobState.UNKNOWN
        else:
            assert job.state is JobState.SAVED
            assert [library.path(one).read_bytes() for one in await library.versions(limit=5)] == [FINAL]
        assert (await library.spent(*DAY)).total == PRICE


async def test_a_folder_that_was_made_for_a_call_that_was_never_sent_is_removed(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        (job,) = await library.place(order())
        begun = await begin(library, job)
        stray = begun.incoming.path.with_name("stray")
        shutil.copytree(begun.incoming.path, stray)
        request = (stray / "request.json").read_text("utf-8").replace(begun.attempt.id, "stray")
        (stray / "request.json").write_text(request, "utf-8")
        await library.recover()
        assert not stray.exists()
        assert len(await library.attempts(limit=5)) == 1


@given(keep_reply=st.booleans(), cut=st.integers(0, 3000), steps=st.integers(1, 3))
@hypothesis_settings(max_examples=15)
async def test_recovery_may_be_repeated_and_any_part_of_a_reply_ends_in_an_outcome(
    tmp_path_factory: pytest.TempPathFactory, *, keep_reply: bool, cut: int, steps: int
) -> None:
    folder = tmp_path_factory.mktemp("library")
    data = picture(size=(320, 180))
    async with library_in(folder, thumbnails=False) as library:
        (job,) = await library.place(order())
        begun = await begin(library, job)
        await receive(library, begun, data[: len(data) - cut] if cut else data)
        if keep_reply:
            (begun.incoming.path / REPLY).write_bytes(b'{"half":')
    for _ in range(steps):
        async with library_in(folder, seed="next start", thumbnails=False) as library:
            await library.recover()
            ended = await library.job(job.id)
            whole = cut == 0
            assert ended.state is (JobState.SAVED if whole else JobState.UNKNOWN)
            assert await library.count() == whole
            assert (await library.spent(*DAY)).total == PRICE
