"""Work of the window cut into slices, so that the person can type between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterator


class Slices(QObject):
    """Does one slice whenever the window has nothing else to do. What the iterator gives means nothing."""

    done = Signal()

    def __init__(self, work: Iterator[None], *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._ended = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def ended(self) -> bool:
        """Whether all is done."""
        return self._ended

    def start(self) -> None:
        """Begin, a slice at a time."""
        self._timer.start()

    def finish(self) -> None:
        """Do all that is left now."""
        while not self._ended:
            self._go_on()

    def _go_on(self) -> None:
        if self._ended:
            return
        try:
            next(self._work)
        except StopIteration:
            self._ended = True
            self._timer.stop()
            self.done.emit()


def at_once(work: Iterator[None]) -> None:
    """Do all slices of this work now."""
    for _ in work:
        pass
