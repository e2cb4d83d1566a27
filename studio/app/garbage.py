"""Python's garbage, taken out in the window's thread."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 100
_YOUNG = 700
"""Objects that came and stayed since the last look; from so many on the youngest are looked through."""
_ROUNDS_OF_YOUNGEST, _ROUNDS_OF_MIDDLE = 10, 20
"""After so many rounds of one age the next older is looked through as well."""


class GarbageCollection(QObject):
    """Looks for garbage in place of Python, which does it in whatever thread makes an object next.

    A widget or a timer that ends in a thread of the engine ends the program (seen: `QWidget::window()` in a
    thread of thumbnails), and a thread that looks through everything lets the window wait meanwhile.
    """

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Take over. What is there now is never looked through again, and may be given so more than once."""
        gc.disable()
        gc.freeze()
        self._timer.start()

    def look(self) -> None:
        """Collect what is due."""
        young, of_youngest, of_middle = gc.get_count()
        if young <= _YOUNG:
            return
        if of_youngest < _ROUNDS_OF_YOUNGEST:
            gc.collect(0)
        else:
            gc.collect(1 if of_middle < _ROUNDS_OF_MIDDLE else 2)
