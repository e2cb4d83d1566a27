"""The slideshow: the next picture after a while, as long as it plays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from studio.viewmodels.viewer import ViewerViewModel
    from studio.viewmodels.viewer_look import ViewerLook

MS = 1000


class Slideshow(QObject):
    """A picture stands its time from when it is sharp: a slow disk makes none of them flash by."""

    def __init__(self, viewer: ViewerViewModel, look: ViewerLook, *, second_ms: int = MS) -> None:
        """`second_ms` is how long a second of the interval takes."""
        super().__init__(viewer)
        self._viewer = viewer
        self._look = look
        self._second_ms = second_ms
        self._set_up = (False, 0)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._go_on)
        viewer.shown.connect(self._begin_anew)
        viewer.state_changed.connect(self._time)
        look.state_changed.connect(self._follow)

    def _begin_anew(self) -> None:
        self._timer.stop()
        self._time()

    def _follow(self) -> None:
        state = self._look.state
        if (state.plays, state.interval) != self._set_up:
            self._set_up = (state.plays, state.interval)
            self._begin_anew()

    def _time(self) -> None:
        state = self._viewer.state
        if not self._look.state.plays:
            self._timer.stop()
        elif (state.is_sharp or state.trouble) and not self._timer.isActive():
            self._timer.start(self._look.state.interval * self._second_ms)

    def _go_on(self) -> None:
        if self._look.state.plays:
            self._viewer.wander() if self._look.state.is_random else self._viewer.next_round()
            self._time()
