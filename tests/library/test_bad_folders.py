"""Folders that are full, can't be written, belong to a newer program or to another one, or are in use."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from studio.domain.charge import Charge
from studio.domain.errors import (
    LibraryForeign,
    LibraryFull,
    LibraryInUse,
    LibraryTooNew,
    LibraryUnwritable,
)
from studio.domain.job import JobState
from studio.library.calls import LEAST_ROOM
from studio.library.database import SCHEMA_VERSION
from studio.library.library import Library
from tests.library.other_program import noise
from tests.library.scenes import begin, generate, library_in, order, receive, reply_with

if TYPE_CHECKING:
    from collections.abc import Generator

ROOT = Path(__file__).parents[2]


def other_program(does: str, folder: Path, *more: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.library.other_program", does, str(folder), *map(str, more)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Generator[Path]:
    """A real file system of that size, where this user may mount one."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", str(folder)]
    if not shutil.which("mount") or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("mounting a small disk takes rights that this user doesn't have")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


async def test_a_second_program_is_refused_and_told_who_writes_but_may_read(tmp_path: Path) -> None:
    with other_program("holds", tmp_path) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(LibraryInUse) as refused:
            async with library_in(tmp_path):
                pass
        assert refused.value.holder.startswith(f"process {other.pid} on ")
        async with Library.reader(tmp_path) as reader:
            assert await reader.count() == 0
        other.communicate()
    async with library_in(tmp_path) as library:
        await generate(library)


async def test_a_library_that_is_open_twice_in_one_program_is_refused_too(tmp_path: Path) -> None:
    async with library_in(tmp_path):
        with pytest.raises(LibraryInUse) as refused:
            async with library_in(tmp_path):
                pass
        assert str(os.getpid()) in refused.value.holder


async def test_on_a_full_disk_nothing_is_sent(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", 8) as disk:
        async with library_in(disk) as library:
            (job,) = await library.place(order())
            with pytest.raises(LibraryFull):
                await begin(library, job)
            assert (await library.job(job.id)).state is JobState.QUEUED
            assert await library.attempts(limit=2) == ()


@pytest.mark.parametrize("restart", [False, True], ids=["the same program", "after a new start"])
async def test_a_picture_that_comes_while_the_disk_fills_up_is_saved_when_there_is_room(
    tmp_path: Path, *, restart: bool
) -> None:
    data = noise()
    spill = tmp_path / "spill"
    spill.mkdir()
    with small_disk(tmp_path / "disk", LEAST_ROOM // 1_000_000 + 4) as disk:
        ballast = disk / "ballast"
        async with library_in(disk, spill=spill) as library:
            (job,) = await library.place(order())
            begun = await begin(library, job)
            free = shutil.disk_usage(disk).free
            ballast.write_bytes(bytes(free - 300_000))
            await receive(library, begun, data)
            with pytest.raises(LibraryFull):
                await library.keep(begun.attempt.id, reply_with(False), seconds=1)
            with pytest.raises(LibraryFull):
                await library.keep(begun.attempt.id, reply_with(False), seconds=1)
            assert not (await library.job(job.id)).ended
            assert any(spill.rglob("*"))
            if not restart:
                ballast.unlink()
                saved = await library.keep(begun.attempt.id, reply_with(False), seconds=1)
                assert saved.state is JobState.SAVED
        async with library_in(disk, spill=spill, seed="next start") as library:
            if restart:
                assert (await library.recover()).waiting == (job.id,)
                ballast.unlink()
                assert (await library.recover()).finished == (job.id,)
            (version,) = await library.versions(limit=2)
            assert library.path(version).read_bytes() == data
            assert version.charge is Charge.CHARGED
            assert version.seconds == 1
        assert not any(spill.rglob("*"))


def test_a_picture_that_no_disk_takes_stays_in_memory_until_one_does(tmp_path: Path) -> None:
    nowhere = tmp_path / "no such folder"
    with other_program("fills", tmp_path / "library", nowhere) as other:
        said, _ = other.communicate(timeout=50)
    assert said.splitlines()[-1] == "saved True charged"
    assert said.splitlines()[0] in {"sending", "receiving", "saving"}


async def test_a_folder_that_cant_be_made_is_unwritable(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"not a folder")
    with pytest.raises(LibraryUnwritable) as refused:
        async with library_in(file / "below"):
            pass
    assert refused.value.folder == file / "below"


async def test_a_library_on_a_disk_that_is_read_only_can_be_read_not_written(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk", LEAST_ROOM // 1_000_000 + 4) as disk:
        async with library_in(disk) as library:
            await generate(library)
        remount = ["mount", "-o", "remount,ro", str(disk)]
        await asyncio.to_thread(subprocess.run, remount, check=True)
        with pytest.raises(LibraryUnwritable):
            async with library_in(disk):
                pass
        async with Library.reader(disk) as reader:
            assert await reader.count() == 1
            assert await reader.verify() == ()


async def test_a_newer_library_is_refused_and_not_touched(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        await generate(library)
    index = tmp_path / ".proofroom" / "library.sqlite"
    with closing(sqlite3.connect(index)) as connection:
        connection.execute("PRAGMA user_version = 999")
    before = index.read_bytes()
    with pytest.raises(LibraryTooNew):
        async with library_in(tmp_path):
            pass
    with pytest.raises(LibraryTooNew):
        async with Library.reader(tmp_path):
            pass
    assert index.read_bytes() == before


@pytest.mark.parametrize("kind", ["text", "another database"])
async def test_another_programs_file_is_refused_and_not_touched(tmp_path: Path, kind: str) -> None:
    index = tmp_path / ".proofroom" / "library.sqlite"
    index.parent.mkdir()
    if kind == "text":
        index.write_text("dear diary, " * 500)
    else:
        with closing(sqlite3.connect(index)) as connection:
            connection.execute("CREATE TABLE diary (entry)")
    before = index.read_bytes()
    for make in (lambda: library_in(tmp_path), lambda: Library.reader(tmp_path)):
        with pytest.raises(LibraryForeign):
            async with make():
                pass
    assert index.read_bytes() == before


async def test_the_index_outlives_a_power_cut_by_its_settings(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        await generate(library)
        with closing(sqlite3.connect(tmp_path / ".proofroom" / "library.sqlite")) as connection:
            assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
            assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
            assert connection.execute("PRAGMA application_id").fetchone() == (0x5072666D,)
            tables = connection.execute("SELECT name FROM pragma_table_list WHERE strict").fetchall()
    assert {"orders", "jobs", "attempts", "versions", "projects"} <= {name for (name,) in tables}


async def test_a_folder_with_letters_of_any_script_works(tmp_path: Path) -> None:
    folder = tmp_path / "图 片 #1 100%?"
    async with library_in(folder) as library:
        await generate(library)
    async with Library.reader(folder) as reader:
        assert await reader.count() == 1
