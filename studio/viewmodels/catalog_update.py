"""Updating prices and figures from the text of a model page, or from what the gateway publishes: read,
compare, accept or not.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from studio.domain.catalog_changes import changes
from studio.domain.catalog_words import ChangeWords, describe_change
from studio.domain.errors import NotPublished, UnusableInput
from studio.domain.model_page import read_model_page
from studio.domain.published import Offer
from studio.domain.words import describe, sentences

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from studio.domain.catalog import Model
    from studio.viewmodels.session import SessionViewModel
    from studio.viewmodels.tasks import Tasks

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class CatalogUpdateState:
    """`found` is what the text or the gateway says, once it was read; `summary` says how much of it is new.

    `asking` while the gateway is asked; `missing` says what it doesn't publish, and the way that works.
    """

    problem: str = ""
    missing: str = ""
    asking: bool = False
    found: Model | None = None
    rows: tuple[ChangeWords, ...] = ()
    summary: str = ""
    busy: bool = False


class CatalogUpdateViewModel(QObject):
    """Nothing changes before `accept`. `accepted` when the new catalog is in use."""

    state_changed = Signal()
    accepted = Signal()

    def __init__(self, *, session: SessionViewModel, tasks: Tasks, today: Callable[[], date]) -> None:
        super().__init__()
        self._session = session
        self._tasks = tasks
        self._today = today
        self._state = CatalogUpdateState()

    @property
    def state(self) -> CatalogUpdateState:
        """The state now."""
        return self._state

    def read(self, text: str) -> None:
        """Read this text and compare; text that is no model page gets its word."""
        if self._state.busy:
            return
        self._change(CatalogUpdateState(busy=True))

        async def read() -> None:
            import asyncio  # not loaded before the first paint

            try:
                found = await asyncio.to_thread(read_model_page, text, read_on=self._today())
            except UnusableInput as error:
                self._change(CatalogUpdateState(problem=str(describe(error, translate))))
            else:
                self._change(compare(self._session.state.catalog, found))
            finally:
                self._change(replace(self._state, busy=False))

        self._tasks.start(read)

    def refresh(self, *, again: bool = False) -> None:
        """Ask the gateway, `again` also for what it said before that it doesn't offer, and compare."""
        if self._state.busy:
            return
        self._change(CatalogUpdateState(busy=True, asking=True))

        async def ask() -> None:
            try:
                refreshed = await self._session.refreshed(today=self._today(), again=again)
            except NotPublished as error:
                self._change(CatalogUpdateState(missing=_missing_words(error)))
            except UnusableInput as error:
                self._change(CatalogUpdateState(problem=str(describe(error, translate))))
            else:
                self._change(compare(self._session.state.catalog, refreshed.model, refreshed.missing))
            finally:
                self._change(replace(self._state, busy=False, asking=False))

        self._tasks.start(ask)

    def edit(self) -> None:
        """Back to the text."""
        self._change(CatalogUpdateState())

    def accept(self) -> None:
        """Use what was read from now on. Orders that were placed keep their price."""
        found = self._state.found
        if found is None or self._state.busy:
            return
        self._change(replace(self._state, busy=True))

        async def accept() -> None:
            try:
                await self._session.accept_catalog(found)
            finally:
                self._change(replace(self._state, busy=False))
            self.accepted.emit()

        self._tasks.start(accept)

    def _change(self, state: CatalogUpdateState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()


def compare(old: Model, new: Model, missing: tuple[NotPublished, ...] = ()) -> CatalogUpdateState:
    """What accepting `new` would change, in words: pure. `missing` is what stays as it was."""
    rows = tuple(describe_change(change, translate) for change in changes(old, new))
    if old.route != new.route:
        rows = (
            ChangeWords(translate("catalog", "Model"), translate("catalog", "Route"), old.route, new.route),
            *rows,
        )
    return CatalogUpdateState(
        found=new,
        rows=rows,
        summary=sentences(_read_words(new, missing), _changed_words(len(rows))),
        missing=sentences(*(_missing_words(error) for error in missing)),
    )


def _read_words(model: Model, missing: tuple[NotPublished, ...]) -> str:
    if any(error.offer is Offer.PRICES for error in missing):
        return translate("catalog", "Latency, throughput and uptime read.")
    prices = sum(len(group.prices) for group in model.groups)
    if len(model.groups) == 1:
        read = translate("catalog", "1 group and {prices} prices read.")
    else:
        read = translate("catalog", "{groups} groups and {prices} prices read.")
    return read.format(groups=len(model.groups), prices=prices)


def _changed_words(changed: int) -> str:
    match changed:
        case 0:
            rest = translate("catalog", "Nothing has changed.")
        case 1:
            rest = translate("catalog", "1 differs, the rest is unchanged:")
        case _:
            rest = translate("catalog", "{count} differ, the rest is unchanged:")
    return rest.format(count=changed)


def _missing_words(error: NotPublished) -> str:
    """What it is and the way that works; that nothing was changed goes without saying here."""
    words = describe(error, translate)
    return sentences(words.what, words.next)
