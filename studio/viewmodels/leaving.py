"""What leaving would cost, and how it is done: at once, when all is done, or by going on without a window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.money import ZERO, Money
from studio.domain.words import sentences
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.viewmodels.exporting import ExportingViewModel
    from studio.viewmodels.jobs import JobsViewModel


class Mode(Enum):
    """STAYING is the usual one; WAITING closes when all is done, BACKGROUND has no window meanwhile."""

    STAYING = auto()
    WAITING = auto()
    BACKGROUND = auto()


@dataclass(frozen=True, slots=True)
class LeavingState:
    """`running` jobs were sent, at `price` together; `waiting` ones are placed and not sent. `exports` while
    files are written.
    """

    mode: Mode = Mode.STAYING
    running: int = 0
    price: Money = ZERO
    waiting: int = 0
    exports: bool = False

    @property
    def may_leave(self) -> bool:
        """Whether nothing is lost by leaving now."""
        return not self.has_jobs and not self.exports

    @property
    def has_jobs(self) -> bool:
        """Whether there is any that was sent or is to be."""
        return bool(self.running or self.waiting)


class LeavingViewModel(QObject):
    """`may_leave` is emitted when everything that was waited for is done; `all_done` in the background."""

    state_changed = Signal()
    may_leave = Signal()
    all_done = Signal()

    def __init__(self, *, jobs: JobsViewModel, exporting: ExportingViewModel | None = None) -> None:
        super().__init__()
        self._jobs = jobs
        self._exporting = exporting
        self._state = LeavingState()
        jobs.state_changed.connect(self._follow)
        if exporting is not None:
            exporting.state_changed.connect(self._follow)
        self._follow()

    @property
    def state(self) -> LeavingState:
        """The state now."""
        return self._state

    def wait(self) -> None:
        """Leave when all is done."""
        self._enter(Mode.WAITING)
        if self._state.may_leave:
            self.may_leave.emit()

    def go_on_in_background(self) -> None:
        """Do without a window for now."""
        self._enter(Mode.BACKGROUND)

    def stay(self) -> None:
        """Back to the window."""
        self._enter(Mode.STAYING)

    def question(self) -> str:
        """What is in flight, its price, and what leaving now would mean."""
        state = self._state
        parts: list[str] = []
        if state.running == 1:
            parts.append(translate("leaving", "1 job is under way, {price}.").format(price=state.price))
        elif state.running:
            under_way = translate("leaving", "{count} jobs are under way, {price}.")
            parts.append(under_way.format(count=state.running, price=state.price))
        if state.waiting == 1:
            parts.append(translate("leaving", "1 more waits and asks before it is sent next time."))
        elif state.waiting:
            waiting = translate("leaving", "{count} more wait and ask before they are sent next time.")
            parts.append(waiting.format(count=state.waiting))
        if state.running == 1:
            parts.append(
                translate("leaving", "If you leave now, its outcome is unknown and it may be charged.")
            )
        elif state.running:
            parts.append(
                translate("leaving", "If you leave now, their outcome is unknown and they may be charged.")
            )
        if state.exports:
            words = translate(
                "leaving", "Files are being exported: leaving stops that. What is there is whole."
            )
            parts.append(words)
        return sentences(*parts)

    def title(self) -> str:
        """What would be left in the middle."""
        if self._state.has_jobs:
            return translate("leaving", "Jobs are under way")
        return translate("leaving", "An export is under way")

    def progress(self) -> str:
        """What is still under way, for the tray and for the notice while it waits."""
        state = self._state
        if state.may_leave:
            return translate("leaving", "All jobs are done")
        if not state.has_jobs:
            return translate("leaving", "Exporting…")
        if not state.waiting:
            return translate("leaving", "{count} running").format(count=state.running)
        counts = translate("leaving", "{running} running · {waiting} waiting")
        return counts.format(running=state.running, waiting=state.waiting)

    def _enter(self, mode: Mode) -> None:
        self._change(replace(self._state, mode=mode))

    def _change(self, state: LeavingState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()

    def _follow(self) -> None:
        jobs, before = self._jobs.state, self._state
        exports = self._exporting is not None and self._exporting.state.running
        self._change(LeavingState(before.mode, jobs.running, jobs.under_way, jobs.waiting, exports))
        if before.may_leave or not self._state.may_leave:
            return
        match self._state.mode:
            case Mode.WAITING:
                self.may_leave.emit()
            case Mode.BACKGROUND:
                self.all_done.emit()
            case Mode.STAYING:
                pass
