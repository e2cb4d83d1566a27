"""What a person does to a picture on a device's screen, with mouse, wheel and keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QNativeGestureEvent, QWheelEvent

from studio.ui.viewer.hands import ARROWS
from studio.ui.viewer.zooming import take_gesture, turn_wheel
from studio.viewmodels.viewer_state import ZoomStep

if TYPE_CHECKING:
    from studio.ui.viewer.frames.pane import FramePane
    from studio.viewmodels.frame import FrameViewModel

STEP, FAR = 10.0, 10
"""How far an arrow moves the picture, in the screen's pixels; and how much farther with Shift."""

_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class FrameHands(QObject):
    """A drag on the screen moves the picture there; beside it the device, if there is more than is seen."""

    def __init__(self, pane: FramePane, frame: FrameViewModel) -> None:
        super().__init__(pane)
        self._pane = pane
        self._frame = frame
        self._last: QPointF | None = None
        self._on_screen = False
        pane.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        pane.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True for what is done with."""
        match event:
            case QWheelEvent():
                turn_wheel(self._pane, event)
                return True
            case QMouseEvent():
                return self._take_mouse(event)
            case QNativeGestureEvent():
                return take_gesture(self._pane, event)
            case QKeyEvent():
                return self._take_key(event)
            case _:
                return False

    def _take_mouse(self, event: QMouseEvent) -> bool:
        point = event.position()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() is Qt.MouseButton.LeftButton:
                self._pane.setFocus(Qt.FocusReason.MouseFocusReason)
                self._last, self._on_screen = point, self._is_on_screen(point)
            case QEvent.Type.MouseMove:
                self._move(point)
            case QEvent.Type.MouseButtonRelease if event.button() is Qt.MouseButton.LeftButton:
                self._last = None
            case QEvent.Type.MouseButtonDblClick if event.button() is Qt.MouseButton.LeftButton:
                self._pane.take_step(ZoomStep.TOGGLE, point)
            case _:
                return False
        self._dress(point)
        return True

    def _move(self, point: QPointF) -> None:
        if self._last is None:
            return
        way, self._last = point - self._last, point
        if self._on_screen and self._frame.state.fills:
            scale = self._pane.view.scale / self._pane.devicePixelRatioF()
            self._frame.drag(way.x() / scale, way.y() / scale)
        else:
            self._pane.move_by(way)

    def _is_on_screen(self, point: QPointF) -> bool:
        return self._pane.screen_in_room.contains(point * self._pane.devicePixelRatioF())

    def _dress(self, point: QPointF) -> None:
        moves_picture = self._is_on_screen(point) and self._frame.state.fills
        if moves_picture or self._pane.view.is_larger:
            closed = self._last is not None
            shape = Qt.CursorShape.ClosedHandCursor if closed else Qt.CursorShape.OpenHandCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        if self._pane.cursor().shape() is not shape:
            self._pane.setCursor(shape)

    def _take_key(self, event: QKeyEvent) -> bool:
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if Qt.Key(event.key()) not in ARROWS or keys not in {_NONE, _SHIFT}:
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() is QEvent.Type.KeyPress:
            way = -ARROWS[Qt.Key(event.key())]
            by = way / max(abs(way.x()), abs(way.y())) * STEP * (FAR if keys else 1)
            if self._frame.state.fills:
                self._frame.drag(by.x(), by.y())
            else:
                self._pane.move_by(-by)
        return True
