"""What reads long reads aside, and stops when nobody waits for it any more."""

import asyncio
import sqlite3
import threading
from pathlib import Path

import pytest

from studio.library.database import read_aside
from studio.library.layout import LibraryFolder

FOR_EVER = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT sum(i) FROM n"


async def test_whoever_stops_waiting_stops_the_reading(tmp_path: Path) -> None:
    place = LibraryFolder(tmp_path)
    begun = threading.Event()

    def read(connection: sqlite3.Connection) -> None:
        begun.set()
        connection.execute(FOR_EVER).fetchone()

    reading = asyncio.ensure_future(read_aside(place, read))
    await asyncio.to_thread(begun.wait, 10)
    reading.cancel()
    async with asyncio.timeout(10):
        with pytest.raises(asyncio.CancelledError):
            await reading
        while any(one.name.startswith("library-reader") for one in threading.enumerate()):  # noqa: ASYNC110 - threads tell nobody
            await asyncio.sleep(0.005)
