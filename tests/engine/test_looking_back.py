"""Older pictures learn what they look like while the program runs, and leaving doesn't wait for that."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from studio.domain.query import Query
from studio.engine.looking_back import LookingBack
from studio.library.layout import LibraryFolder
from tests.library.scenes import generate, library_in

if TYPE_CHECKING:
    from pathlib import Path


async def test_older_pictures_are_looked_at_after_the_start(tmp_path: Path) -> None:
    async with library_in(tmp_path) as library:
        await generate(library)
        (version,) = await library.versions(limit=1)
        with closing(sqlite3.connect(LibraryFolder(tmp_path).index)) as connection:
            connection.execute("UPDATE versions SET phash = NULL")
            connection.commit()
        async with LookingBack(library, seconds_before=0), asyncio.timeout(20):
            found = 0
            while not found:
                found = (await library.listing(Query(f"similar:{version.id}"))).found


async def test_leaving_doesnt_wait_for_it(tmp_path: Path) -> None:
    async with (
        library_in(tmp_path) as library,
        asyncio.timeout(20),
        LookingBack(library, seconds_before=3600),
    ):
        await asyncio.sleep(0)
