"""The ledger and the board of groups with 200,000 attempts in the real window: how soon they are painted."""

from __future__ import annotations

import sqlite3
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from studio.library.database import APPLICATION_ID, open_for_writing
from studio.library.functions import add_functions
from studio.library.layout import LibraryFolder
from studio.library.migrations import MIGRATIONS
from tests.benchmarks.measuring import Figure, child
from tests.support.many_attempts import write_attempts

ADDRESS = "http://127.0.0.1:9"
"""Where nobody answers: nothing is sent."""

_PROBE = "tests.benchmarks.ledger_probe"
_ATTEMPTS, _FEW = 200_000, 1_000
_DAYS = {"a year": 365, "30 days": 30}
_PAGES = {"ledger": "ledger", "board": "board of groups"}
_ROUNDS = 5
_UNSUMMED = 3
"""The steps of an index that keeps no sums: it is filled in a fourth of the time."""


def figures() -> list[Figure]:
    """The first time of each window, its widgets built too; the fastest of the rounds, which take turns."""
    found: list[Figure] = []
    with tempfile.TemporaryDirectory() as name:
        few = Path(name, "few")
        _write(few, _FEW, days=30)
        for words, days in _DAYS.items():
            many = Path(name, f"{days}")
            found.append(
                Figure(
                    f"{_ATTEMPTS:,} attempts of {words}: index migrated",
                    _write(many, _ATTEMPTS, days=days),
                    "s",
                )
            )
            found += _pages(few, many, words)
    return found


def _pages(few: Path, many: Path, words: str) -> list[Figure]:
    runs = [(child(_PROBE, str(few)), child(_PROBE, str(many))) for _ in range(_ROUNDS)]
    found: list[Figure] = []
    for page, title in _PAGES.items():
        small, large = (min(run[which][page] for run in runs) for which in (0, 1))
        found += [
            Figure(f"{title}, {_ATTEMPTS:,} attempts of {words}: painted with figures", large, "ms", 150),
            Figure(f"{title}, {_FEW:,} attempts: the floor", small, "ms"),
            Figure("ratio", large / small, "x"),
        ]
    return found


def _write(folder: Path, attempts: int, *, days: int) -> float:
    """A library of so many attempts up to now; gives the seconds that bringing its index up to date took."""
    place = LibraryFolder(folder)
    place.hidden.mkdir(parents=True)
    with closing(sqlite3.connect(place.index, isolation_level=None)) as connection:
        add_functions(connection)
        for step in MIGRATIONS[:_UNSUMMED]:
            connection.executescript(step)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {_UNSUMMED}")
        connection.execute("BEGIN")
        write_attempts(connection, attempts, days=days, last=datetime.now(UTC), gateway=ADDRESS)
        connection.execute("COMMIT")
    began = time.perf_counter()
    open_for_writing(place).close()
    return time.perf_counter() - began
