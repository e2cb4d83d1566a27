"""What a person does to the picture with mouse, wheel, touch pad and the keys that never change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)

from studio.ui.viewer.zooming import take_gesture, turn_wheel
from studio.viewmodels.viewer_state import ZoomStep

if TYPE_CHECKING:
    from studio.ui.viewer.canvas import Canvas
    from studio.viewmodels.viewer import ViewerViewModel

STEP = 64
"""How far an arrow key moves the picture; with Shift four times as far."""

ARROWS = {
    Qt.Key.Key_Left: QPointF(STEP, 0),
    Qt.Key.Key_Right: QPointF(-STEP, 0),
    Qt.Key.Key_Up: QPointF(0, STEP),
    Qt.Key.Key_Down: QPointF(0, -STEP),
}
_OWN_KEYS = frozenset({*ARROWS, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space, Qt.Key.Key_Escape})
_NO_MODIFIER = Qt.KeyboardModifier.NoModifier
_LEFT, _MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


class Hands(QObject):
    """`pointed` carries the place of the cursor over the canvas, or None when it has left; `pressed` that of
    a click. `menu_asked` carries a place on the screen. `dragged` when a picture that is seen whole is pulled
    away. `step_back_asked` by Escape, `close_asked` by the key that opened the viewer.
    """

    pointed = Signal(object)
    pressed = Signal(QPointF)
    menu_asked = Signal(QPoint)
    dragged = Signal()
    step_back_asked = Signal()
    close_asked = Signal()

    def __init__(self, canvas: Canvas, viewer: ViewerViewModel) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._viewer = viewer
        self._from: QPointF | None = None
        self._last = QPointF()
        self._has_moved = False
        self._holds_space = False
        self._space_moved = False
        canvas.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        canvas.installEventFilter(self)
        canvas.view_changed.connect(self._dress)
        viewer.look.state_changed.connect(self._dress)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True for what is done with."""
        match event:
            case QKeyEvent():
                return self._take_key(event)
            case QWheelEvent():
                turn_wheel(self._canvas, event)
                return True
            case QMouseEvent():
                return self._take_mouse(event)
            case QNativeGestureEvent():
                return take_gesture(self._canvas, event)
            case QContextMenuEvent():
                self.menu_asked.emit(event.globalPos())
                return True
            case _:
                if event.type() is QEvent.Type.Leave:
                    self.pointed.emit(None)
                return False

    # Keys

    def _take_key(self, event: QKeyEvent) -> bool:
        key, own = event.key(), event.key() in _OWN_KEYS
        shifted = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not own or shifted not in {_NO_MODIFIER, Qt.KeyboardModifier.ShiftModifier}:
            return False
        match event.type():
            case QEvent.Type.ShortcutOverride:
                # Else a shortcut of the window that holds elsewhere would take it.
                event.accept()
            case QEvent.Type.KeyPress if key == Qt.Key.Key_Space:
                self._hold_space(event)
            case QEvent.Type.KeyPress:
                self._press(Qt.Key(key), far=bool(shifted))
            case QEvent.Type.KeyRelease if key == Qt.Key.Key_Space and not event.isAutoRepeat():
                self._let_space_go()
            case _:
                return False
        return True

    def _press(self, key: Qt.Key, *, far: bool) -> None:
        viewer = self._viewer
        match key:
            case Qt.Key.Key_Home:
                viewer.first()
            case Qt.Key.Key_End:
                viewer.last()
            case Qt.Key.Key_Escape:
                self.step_back_asked.emit()
            case _ if self._canvas.view.is_larger:
                self._canvas.move_by(ARROWS[key] * (4 if far else 1))
            case Qt.Key.Key_Left:
                viewer.previous()
            case Qt.Key.Key_Right:
                viewer.next()
            case _:
                pass

    def _hold_space(self, event: QKeyEvent) -> None:
        if not event.isAutoRepeat():
            self._holds_space, self._space_moved = True, False
            self._dress()

    def _let_space_go(self) -> None:
        """What it opened it closes, unless it was held to move the picture."""
        if not self._holds_space:
            return
        self._holds_space = False
        self._dress()
        if self._space_moved:
            return
        if self._viewer.look.state.plays:
            self._viewer.play(plays=False)
        else:
            self.close_asked.emit()

    # The mouse

    def _take_mouse(self, event: QMouseEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress:
                return self._press_button(event)
            case QEvent.Type.MouseMove:
                self._move(event)
            case QEvent.Type.MouseButtonRelease if event.button() in {_LEFT, _MIDDLE}:
                self._release(event)
            case QEvent.Type.MouseButtonDblClick if event.button() is _LEFT and not self._picks:
                self._canvas.take_step(ZoomStep.TOGGLE, event.position())
            case _:
                return False
        return True

    def _press_button(self, event: QMouseEvent) -> bool:
        self._canvas.setFocus(Qt.FocusReason.MouseFocusReason)
        match event.button():
            case Qt.MouseButton.LeftButton | Qt.MouseButton.MiddleButton:
                self._from = self._last = event.position()
                self._has_moved = False
                self._dress()
            case Qt.MouseButton.BackButton:
                self._viewer.previous()
            case Qt.MouseButton.ForwardButton:
                self._viewer.next()
            case _:
                return False
        return True

    def _move(self, event: QMouseEvent) -> None:
        place = event.position()
        self.pointed.emit(place)
        if self._from is None:
            return
        far = (place - self._from).manhattanLength() >= QGuiApplication.styleHints().startDragDistance()
        if not self._has_moved and not far:
            return
        first, self._has_moved = not self._has_moved, True
        if self._canvas.view.is_larger and (not self._picks or self._holds_space):
            self._space_moved = self._holds_space
            self._canvas.move_by(place - self._last)
        elif first and not self._picks and event.buttons() & _LEFT:
            self._from = None
            self.dragged.emit()
        self._last = place

    def _release(self, event: QMouseEvent) -> None:
        clicked = self._from is not None and not self._has_moved and event.button() is _LEFT
        self._from = None
        self._dress()
        if clicked:
            self.pressed.emit(event.position())

    # The cursor

    @property
    def _picks(self) -> bool:
        return self._viewer.look.state.picks_colour

    def _dress(self) -> None:
        moves = self._canvas.view.is_larger and (not self._picks or self._holds_space)
        if moves:
            shape = Qt.CursorShape.OpenHandCursor
            if self._from is not None:
                shape = Qt.CursorShape.ClosedHandCursor
        else:
            shape = Qt.CursorShape.CrossCursor if self._picks else Qt.CursorShape.ArrowCursor
        if self._canvas.cursor().shape() is not shape:
            self._canvas.setCursor(shape)
