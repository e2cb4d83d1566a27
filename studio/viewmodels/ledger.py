"""The ledger in the window: what of it is shown, what that comes to, and what leaves as text."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from studio.domain.money import total
from studio.viewmodels.ledger_choice import WHOLE, LedgerChoice, Period, filter_of
from studio.viewmodels.ledger_claim import MOST_CLAIMED, claim_text
from studio.viewmodels.ledger_reading import read_ledger
from studio.viewmodels.ledger_rows import LedgerModel
from studio.viewmodels.ledger_state import LedgerState, total_of
from studio.viewmodels.notices import Kind
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from studio.engine.studio import Studio
    from studio.library.ledger_rows import LedgerRow
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.notices import Notices
    from studio.viewmodels.tasks import Tasks

REST_MS = 400
"""While jobs run they change often: the sums follow this long after, or twice as long as they took."""

_MOST_WANTED = 6
_AT_ONCE = 5000
"""Attempts that are written to a file together."""


class LedgerViewModel(QObject):
    """`rows` are the attempts. `view_requested` carries the id of the version to look at; `closed` is emitted
    when the page is left, `rows_shown` when the rows are those that were chosen.
    """

    state_changed = Signal()
    view_requested = Signal(str)
    closed = Signal()
    rows_shown = Signal()

    def __init__(self, *, bridge: Bridge, tasks: Tasks, notices: Notices, today: Callable[[], date]) -> None:
        super().__init__()
        self._bridge = bridge
        self._tasks = tasks
        self._notices = notices
        self._today = today
        self._state = LedgerState()
        self.rows = LedgerModel(today=today, parent=self)
        self.rows.wanted.connect(self._want)
        self._wanted: list[int] = []
        self._reading_rows = False
        self._stale = False
        self._reading = False
        self._changed_jobs: set[str] = set()
        self._took = QElapsedTimer()
        self._rest_ms = REST_MS
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self.refresh)
        bridge.happened.connect(self._hear)
        bridge.opened.connect(self.refresh)

    @property
    def state(self) -> LedgerState:
        """The state now."""
        return self._state

    @property
    def today(self) -> date:
        """The local day."""
        return self._today()

    @property
    def rests(self) -> bool:
        """Whether nothing is being read, and nothing waits to be."""
        return not (
            self._reading or self._stale or self._reading_rows or self._wanted or self._rest.isActive()
        )

    # Opening and leaving

    def open(self) -> None:
        """Show it, as it was left."""
        if not self._state.is_open:
            self._change(replace(self._state, is_open=True))
            self.refresh()

    def close(self) -> None:
        """Back to where it was opened from."""
        if self._state.is_open:
            self._change(replace(self._state, is_open=False))
            self.closed.emit()

    # What is shown of it

    def choose(self, choice: LedgerChoice) -> None:
        """Show this of it."""
        if choice != self._state.choice:
            self._change(replace(self._state, choice=choice))
            self.refresh()

    def choose_days(self, first: date, last: date) -> None:
        """Show these days, both included."""
        self.choose(replace(self._state.choice, period=Period.BETWEEN, first=first, last=last))

    def show_everything(self) -> None:
        """Leave nothing out."""
        self.choose(WHOLE)

    def look(self, at: int) -> None:
        """Look at what the attempt in this row brought, if it brought anything."""
        row = self.rows.row(at)
        if row is not None and row.version:
            self.view_requested.emit(row.version)

    # Reading

    def refresh(self) -> None:
        """Read what is shown; while it is closed nothing is read."""
        if self._state.is_open and self._bridge.is_open:
            self._stale = True
            if not self._reading:
                self._tasks.start(self._read)

    async def _read(self) -> None:
        """Until what was read is what is asked for."""
        if self._reading:
            return
        self._reading = True
        try:
            while self._stale:
                self._stale = False
                await self._read_once(self._state.choice)
        finally:
            self._reading = False

    async def _read_once(self, choice: LedgerChoice) -> None:
        chosen = filter_of(choice, self.today)
        jobs, self._changed_jobs = frozenset(self._changed_jobs), set()
        again = self.rows.held_of(jobs)
        self._took.start()
        seen = await self._bridge.ask(lambda studio: read_ledger(studio, chosen, again=again))
        self._rest_ms = max(REST_MS, 2 * self._took.elapsed())
        if choice != self._state.choice:
            return
        self.rows.become(seen.keys)
        self.rows.hold(seen.rows)
        self.rows_shown.emit()
        self._change(
            replace(
                self._state,
                count=len(seen.keys),
                total=total_of(seen.overview.days, choice, self.today),
                project_names=seen.overview.project_names,
                group_names=seen.overview.group_names,
                days=seen.overview.days,
                projects=seen.overview.projects,
                groups=seen.overview.groups,
                sizes=seen.overview.sizes,
                disputed=min(seen.overview.disputable, MOST_CLAIMED),
                in_question=seen.in_question,
            )
        )

    def _want(self, rows: tuple[int, ...]) -> None:
        """The newest wishes alone: who scrolls on doesn't want what was passed."""
        self._wanted = [*(row for row in self._wanted if row not in rows), *rows][-_MOST_WANTED:]
        if not self._reading_rows:
            self._tasks.start(self._read_rows)

    async def _read_rows(self) -> None:
        if self._reading_rows:
            return
        self._reading_rows = True
        try:
            while self._wanted:
                await self._hold(self.rows.around(self._wanted.pop()))
        finally:
            self._reading_rows = False

    async def _hold(self, keys: tuple[int, ...]) -> None:
        if keys:
            self.rows.hold(await self._bridge.ask(lambda studio: studio.library.ledger_rows(keys)))

    def _hear(self, event: object) -> None:
        from studio.engine.events import (
            ChargesSettled,
            JobChanged,
            ProjectsChanged,
            SpentChanged,
            VersionsChanged,
            VersionsGone,
        )

        match event:
            case JobChanged(job):
                self._changed_jobs.add(job.id)
            case ChargesSettled(jobs):
                self._changed_jobs |= jobs
            case ProjectsChanged() | VersionsGone():
                self.rows.forget()
            case VersionsChanged() | SpentChanged():
                pass
            case _:
                return
        if self._state.is_open and not self._rest.isActive():
            self._rest.start(self._rest_ms)

    # What leaves

    def copy_request_id(self, at: int) -> None:
        """Put the request id of this row on the clipboard."""
        row = self.rows.row(at)
        if row is not None and row.entry.attempt.request_id:
            QGuiApplication.clipboard().setText(row.entry.attempt.request_id)
            self._notices.say(translate("ledger", "Request id copied."), kind=Kind.OK)

    def copy_claim(self) -> None:
        """Put a text on the clipboard that asks for a refund of what is shown and can be disputed."""
        chosen = filter_of(self._state.choice, self.today)

        async def copy() -> None:
            self._copy_claim(
                await self._bridge.ask(lambda studio: studio.library.disputable(chosen, limit=MOST_CLAIMED))
            )

        self._tasks.start(copy)

    def copy_claim_of(self, row: LedgerRow) -> None:
        """The same for one attempt."""
        self._copy_claim((row,))

    def _copy_claim(self, rows: tuple[LedgerRow, ...]) -> None:
        if not rows:
            return
        QGuiApplication.clipboard().setText(claim_text(rows))
        words = translate("ledger", "Refund claim for {count} calls copied: {amount}.")
        if len(rows) == 1:
            words = translate("ledger", "Refund claim for 1 call copied: {amount}.")
        amount = total(row.entry.attempt.price for row in rows)
        self._notices.say(words.format(count=len(rows), amount=amount), kind=Kind.OK)

    def export(self, target: Path) -> None:
        """Write what is shown to this file."""
        self._tasks.start(lambda: self.write_csv(target))

    async def write_csv(self, target: Path) -> None:
        """The same for who waits for it; raises FileUnwritable."""
        keys = tuple(self.rows.keys)

        async def write(studio: Studio) -> None:
            from studio.viewmodels.ledger_csv import CsvFile

            file = await asyncio.to_thread(CsvFile, target)
            try:
                for first in range(0, len(keys), _AT_ONCE):
                    rows = await studio.library.ledger_rows(keys[first : first + _AT_ONCE])
                    await asyncio.to_thread(file.add, [row.entry for row in rows])
                await asyncio.to_thread(file.finish)
            finally:
                await asyncio.to_thread(file.give_up)

        await self._bridge.ask(write)
        words = translate("ledger", "{count} attempts saved as {name}.")
        self._notices.say(words.format(count=f"{len(keys):,}", name=target.name), kind=Kind.OK)

    def _change(self, state: LedgerState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()
