"""SQLite: whose file it is, how it is opened, and the one thread that may use a connection."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, TypeVar

from studio.domain.errors import LibraryError, LibraryForeign, LibraryFull, LibraryTooNew, LibraryUnwritable
from studio.library.functions import add_functions
from studio.library.migrations import MIGRATIONS, SCHEMA_VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from studio.library.layout import LibraryFolder

Result = TypeVar("Result")

APPLICATION_ID = 0x5072666D
"""Marks a database as a Proofroom index: "Prfm"."""

_BUSY_SECONDS = 5.0

_READERS_CACHE_KB = 512
"""Of the file, in each connection that reads: of SQLite's own 2 MB a window at rest would keep the most."""

# Of SQLite's machine: about a millisecond's.
_STEPS_BETWEEN_LOOKS = 100_000


@contextmanager
def index_errors(folder: Path) -> Generator[None]:
    """Raise SQLite's errors as the library's failures. What only a bug causes passes unchanged."""
    try:
        yield
    except (sqlite3.OperationalError, sqlite3.DatabaseError) as error:
        found = _as_library_error(folder, error)
        if found is None:
            raise
        raise found from error


def _as_library_error(folder: Path, error: sqlite3.Error) -> LibraryError | None:
    code = getattr(error, "sqlite_errorcode", 0)
    if code == sqlite3.SQLITE_IOERR_WRITE:
        # SQLite says so when a quota or a limit on files is reached.
        return LibraryFull(folder)
    # The low byte is the primary code, what stands above says more about it.
    match code & 0xFF:
        case sqlite3.SQLITE_FULL:
            return LibraryFull(folder)
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return LibraryForeign(folder)
        case (
            sqlite3.SQLITE_READONLY
            | sqlite3.SQLITE_CANTOPEN
            | sqlite3.SQLITE_IOERR
            | sqlite3.SQLITE_PERM
            | sqlite3.SQLITE_BUSY
        ):
            return LibraryUnwritable(folder)
        case _:
            return None


def open_for_writing(place: LibraryFolder) -> sqlite3.Connection:
    """The index, made or migrated where needed. A newer or foreign file is refused without a byte changed."""
    with index_errors(place.root):
        if place.index.exists():
            with closing(_connect_read_only(place.index)) as connection:
                _check_owner(place.root, connection)
        connection = sqlite3.connect(place.index, timeout=_BUSY_SECONDS, isolation_level=None)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            # A paid picture's row must outlive a power cut.
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA trusted_schema = OFF")
            _migrate(connection)
        except BaseException:
            connection.close()
            raise
        connection.row_factory = sqlite3.Row
        return connection


def open_for_reading(place: LibraryFolder) -> sqlite3.Connection:
    """The index, read only. Where there is none, or an older one, a copy in memory stands in for it."""
    with index_errors(place.root):
        if not place.index.exists():
            connection = _empty_index()
        else:
            connection = _connect_read_only(place.index)
            try:
                if _check_owner(place.root, connection) < SCHEMA_VERSION:
                    connection = _migrated_copy(connection)
            except BaseException:
                connection.close()
                raise
        connection.execute(f"PRAGMA cache_size = -{_READERS_CACHE_KB}")
        connection.row_factory = sqlite3.Row
        return connection


def _empty_index() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _migrate(connection)
    return connection


def _migrated_copy(older: sqlite3.Connection) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:", isolation_level=None)
    with closing(older):
        older.backup(copy)
    _migrate(copy)
    return copy


def _connect_read_only(path: Path) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode=ro"
    connection = sqlite3.connect(address, uri=True, timeout=_BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        # In a folder that can't be written, WAL can't make the file that readers share: nobody writes there.
        return sqlite3.connect(f"{address}&immutable=1", uri=True, isolation_level=None)
    except BaseException:
        connection.close()
        raise
    return connection


def _check_owner(folder: Path, connection: sqlite3.Connection) -> int:
    """The index's version; 0 for a file that was only just made."""
    application = _number(connection, "PRAGMA application_id")
    version = _number(connection, "PRAGMA user_version")
    tables = _number(connection, "SELECT count(*) FROM sqlite_master")
    just_made = application == version == tables == 0
    if application != APPLICATION_ID and not just_made:
        raise LibraryForeign(folder)
    if version > SCHEMA_VERSION:
        raise LibraryTooNew(folder)
    return version


def _number(connection: sqlite3.Connection, question: str) -> int:
    return int(connection.execute(question).fetchone()[0])


def _migrate(connection: sqlite3.Connection) -> None:
    add_functions(connection)
    version = _number(connection, "PRAGMA user_version")
    for number, step in enumerate(MIGRATIONS[version:], start=version + 1):
        connection.executescript(
            f"BEGIN IMMEDIATE; {step} PRAGMA application_id = {APPLICATION_ID}; "
            f"PRAGMA user_version = {number}; COMMIT;"
        )


class ConnectionThread:
    """One connection and the only thread that uses it; work is done in the order of asking."""

    def __init__(
        self,
        folder: Path,
        connect: Callable[[], sqlite3.Connection],
        *,
        name: str,
        replace: Callable[[], sqlite3.Connection] | None = None,
    ) -> None:
        """`replace` gives another database for one that turns out to be damaged, where that can be done."""
        self._folder = folder
        self._connect = connect
        self._replace = replace
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)
        # Only that one thread touches it.
        self._connection: sqlite3.Connection | None = None
        self._is_open = False

    async def start(self) -> None:
        """Open the connection; raises LibraryError."""
        try:
            await asyncio.get_running_loop().run_in_executor(self._executor, self._begin)
        except BaseException:
            self._executor.shutdown(wait=False)
            raise
        self._is_open = True

    async def close(self) -> None:
        """Do what was asked for, then close the connection."""
        if self._is_open:
            self._is_open = False
            await asyncio.get_running_loop().run_in_executor(self._executor, self._end)
        self._executor.shutdown(wait=False)

    def _begin(self) -> None:
        self._connection = self._connect()

    def _end(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    async def read(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Run `work` on one state of the database."""
        return await self._run("BEGIN", work)

    async def write(
        self, work: Callable[[sqlite3.Connection], Result], *, take_back: Callable[[], None] = lambda: None
    ) -> Result:
        """Run `work` in one transaction: all of it is on the disk when this returns, or nothing.

        Where it comes to nothing, `take_back` is called in the same thread: for what `work` has written
        elsewhere. Cancelling the caller doesn't stop work that has begun.
        """
        return await self._run("BEGIN IMMEDIATE", work, take_back)

    async def _run(
        self,
        begin: str,
        work: Callable[[sqlite3.Connection], Result],
        take_back: Callable[[], None] = lambda: None,
    ) -> Result:
        if not self._is_open:
            raise RuntimeError("the library is closed")
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._executor, self._try, begin, work, take_back)

    def _try(
        self, begin: str, work: Callable[[sqlite3.Connection], Result], take_back: Callable[[], None]
    ) -> Result:
        if self._connection is None:
            self._begin()
        try:
            return self._transaction(begin, work, take_back)
        except LibraryForeign:
            if self._replace is None:
                raise
            self._end()
            try:
                self._connection = self._replace()
            except OSError as error:
                raise LibraryUnwritable(self._folder) from error
            return self._transaction(begin, work, take_back)

    def _transaction(
        self, begin: str, work: Callable[[sqlite3.Connection], Result], take_back: Callable[[], None]
    ) -> Result:
        connection = self._connection
        if connection is None:
            raise RuntimeError("the library is closed")
        with index_errors(self._folder):
            connection.execute(begin)
            try:
                result = work(connection)
                connection.execute("COMMIT")
            except BaseException:
                # A full disk may have rolled it back already.
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                take_back()
                raise
            return result


def reading_thread(place: LibraryFolder) -> ConnectionThread:
    """A thread that reads the index."""
    return ConnectionThread(place.root, lambda: open_for_reading(place), name="library-reader")


async def read_aside(place: LibraryFolder, work: Callable[[sqlite3.Connection], Result]) -> Result:
    """Read on a connection of its own: for what takes long, so that nobody else waits for it.

    Whoever is cancelled meanwhile stops the reading too.
    """
    thread = reading_thread(place)
    await thread.start()
    stopped = threading.Event()

    def read(connection: sqlite3.Connection) -> Result:
        # Not by interrupt(): one that comes a moment before the question is lost.
        connection.set_progress_handler(stopped.is_set, _STEPS_BETWEEN_LOOKS)
        return work(connection)

    try:
        return await thread.read(read)
    finally:
        stopped.set()
        await thread.close()
