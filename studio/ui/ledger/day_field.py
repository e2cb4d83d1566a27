"""A day that is typed as "2026-11-22", or counted up and down with the arrow keys."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from studio.ui.kit import TextField, set_look

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

_WIDTH = 108
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class DayField(TextField):
    """`picked` when another day stands in it; what is no day goes back to the day before."""

    picked = Signal()

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name=name, placeholder=self.tr("Year-month-day"), parent=parent)
        self._day = date(1970, 1, 1)
        set_look(self, "inline", True)
        self.setFixedWidth(_WIDTH)
        self.editingFinished.connect(self._take)

    @property
    def day(self) -> date:
        """The day that holds."""
        return self._day

    def show_day(self, day: date) -> None:
        """Without telling that it changed."""
        self._day = day
        self.setText(day.isoformat())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A day more, or less."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        read = _read(self.text()) or self._day
        if date.min < read < date.max:
            self.setText((read + timedelta(days=step)).isoformat())
            self._take()

    def _take(self) -> None:
        day = _read(self.text()) or self._day
        changed = day != self._day
        self.show_day(day)
        if changed:
            self.picked.emit()


def _read(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
