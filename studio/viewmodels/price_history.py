"""When which price changed, from one catalog that was in use to the next."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.catalog_changes import price_changes
from studio.domain.money import Money
from studio.domain.words import sentences
from studio.viewmodels.charts import Table
from studio.viewmodels.choices import UNKNOWN
from studio.viewmodels.wording import day_words, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.catalog import Model
    from studio.domain.catalog_changes import Change
    from studio.viewmodels.session import SessionViewModel
    from studio.viewmodels.tasks import Tasks


NO_TABLE = Table((), ())


@dataclass(frozen=True, slots=True)
class PriceHistoryState:
    """`about` says since when prices are known; `table` has what changed, the newest first. Both are empty
    until they have been read.
    """

    about: str = ""
    table: Table = NO_TABLE


class PriceHistoryViewModel(QObject):
    """Reads what was kept of earlier catalogs."""

    state_changed = Signal()

    def __init__(self, *, session: SessionViewModel, tasks: Tasks) -> None:
        super().__init__()
        self._session = session
        self._tasks = tasks
        self._state = PriceHistoryState()

    @property
    def state(self) -> PriceHistoryState:
        """The state now."""
        return self._state

    def read(self) -> None:
        """Read it anew."""

        async def read() -> None:
            self._state = price_history(await self._session.catalogs())
            self.state_changed.emit()

        self._tasks.start(read)


def price_history(catalogs: Sequence[Model]) -> PriceHistoryState:
    """What changed from each catalog to the next, in words: pure. `catalogs` are in the order of use."""
    steps = reversed(tuple(pairwise(catalogs)))
    rows = tuple(_row(after, change) for before, after in steps for change in price_changes(before, after))
    headings = (
        translate("catalog", "Day"),
        translate("catalog", "Group"),
        translate("catalog", "Size"),
        translate("catalog", "Old"),
        translate("catalog", "New"),
        translate("catalog", "Difference"),
    )
    return PriceHistoryState(_about(catalogs, changed=bool(rows)), Table(headings, rows))


def _row(after: Model, change: Change) -> tuple[str, ...]:
    return (
        _day(after),
        change.group,
        change.what,
        UNKNOWN if change.old is None else str(change.old),
        UNKNOWN if change.new is None else str(change.new),
        _by(change),
    )


def _by(change: Change) -> str:
    match change.old, change.new:
        case Money() as old, Money() as new if old:
            share = f"{100 * (new.fen - old.fen) / old.fen:+.1f} %"
            return share.replace("-", "\N{MINUS SIGN}")
        case None, _:
            return translate("catalog", "new")
        case _, None:
            return translate("catalog", "no longer there")
        case _:
            return UNKNOWN


def _about(catalogs: Sequence[Model], *, changed: bool) -> str:
    if not catalogs:
        return translate("catalog", "Prices were never updated: there is nothing to compare yet.")
    if catalogs[0].read_on is None:
        known = translate("catalog", "Known since the prices that came with Proofroom.")
    else:
        known = translate("catalog", "Known since {day}.").format(day=_day(catalogs[0]))
    return known if changed else sentences(known, translate("catalog", "No price has changed since."))


def _day(model: Model) -> str:
    return UNKNOWN if model.read_on is None else day_words(model.read_on)
