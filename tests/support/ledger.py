"""A ledger in a window's surroundings: its view-model over any number of attempts."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.library.database import open_for_writing
from studio.library.layout import LibraryFolder
from studio.viewmodels.ledger import LedgerViewModel
from studio.viewmodels.settling import SettlingViewModel
from tests.support.many_attempts import LAST, write_attempts
from tests.support.window import Surroundings, until

if TYPE_CHECKING:
    from pathlib import Path

TODAY = LAST.astimezone().date()


def write_ledger(folder: Path, count: int, *, days: float = 40) -> None:
    """A library in which that many attempts were made."""
    place = LibraryFolder(folder)
    place.hidden.mkdir(parents=True, exist_ok=True)
    with closing(open_for_writing(place)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN")
        write_attempts(connection, count, days=days)
        connection.execute("COMMIT")


@dataclass(slots=True)
class Ledger:
    """The view-model, and how it is waited for."""

    around: Surroundings
    model: LedgerViewModel
    settling: SettlingViewModel

    async def settled(self) -> None:
        """Return when everything that was asked for is shown."""
        await until(lambda: self.model.rests and self.model.state.total is not None)


def ledger(around: Surroundings) -> Ledger:
    """Not open yet."""
    model = LedgerViewModel(
        bridge=around.bridge, tasks=around.tasks, notices=around.notices, today=lambda: TODAY
    )
    settling = SettlingViewModel(bridge=around.bridge, tasks=around.tasks, notices=around.notices)
    return Ledger(around, model, settling)
