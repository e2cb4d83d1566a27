"""Lies over a canvas and has the mouse: the left button draws, and the picture is still zoomed and moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QNativeGestureEvent
from PySide6.QtWidgets import QWidget

from studio.ui.viewer.drawing.placing import Placing
from studio.ui.viewer.hands import ARROWS
from studio.ui.viewer.zooming import take_gesture, turn_wheel

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFocusEvent, QMouseEvent, QResizeEvent, QShowEvent, QWheelEvent

    from studio.ui.viewer.canvas import Canvas

NUDGE = 1.0
"""How far an arrow key moves what is selected, in pixels of the widget; with Shift ten times as far."""

_OWN_KEYS = frozenset({*ARROWS, Qt.Key.Key_Space, Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
_LEFT, _MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


class DrawingSurface(QWidget):
    """The middle button, or Space and the left one, move the picture. What is drawn is up to its kinds."""

    def __init__(self, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._holds_space = False
        self._moves_from: QPointF | None = None
        self._draws = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        canvas.installEventFilter(self)
        canvas.view_changed.connect(self._follow_view)
        self.resize(canvas.size())

    @property
    def placing(self) -> Placing:
        """Where the picture lies now."""
        return Placing(self._canvas.view, self._canvas.devicePixelRatioF())

    @property
    def draws(self) -> bool:
        """Whether the left button is held to draw."""
        return self._draws

    @property
    def moves_picture(self) -> bool:
        """Whether the left button would move the picture, or does."""
        return self._holds_space or self._moves_from is not None

    # What kinds of it do

    def begin(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        """The left button was pressed at this point."""

    def go_on(self, point: QPointF, keys: Qt.KeyboardModifier) -> None:
        """The mouse is led to this point with the button down."""

    def end(self) -> None:
        """The button was let go."""

    def give_up(self) -> None:
        """Forget what was begun."""

    def hover(self, point: QPointF | None) -> None:
        """The mouse is over this point, or has left."""

    def open_at(self, point: QPointF) -> None:
        """It was clicked twice there."""

    def nudge(self, distance: QPointF) -> bool:
        """Move what is selected by so much of the widget; False where nothing is."""
        del distance
        return False

    def press_enter(self) -> None:
        """Open what is selected, or begin something with the keyboard."""

    def look_again(self) -> None:
        """The picture lies elsewhere."""

    def shape_of_cursor(self) -> Qt.CursorShape:
        """While nothing else is done."""
        return Qt.CursorShape.CrossCursor

    # The mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Draw or move the picture."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._draws or self._moves_from is not None:
            return
        if event.button() is _MIDDLE or (event.button() is _LEFT and self._holds_space):
            self._moves_from = event.position()
        elif event.button() is _LEFT:
            self._draws = True
            self.begin(event.position(), event.modifiers())
        else:
            event.ignore()
        self.dress()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it."""
        point = event.position()
        if self._moves_from is not None:
            self._canvas.move_by(point - self._moves_from)
            self._moves_from = point
        elif self._draws:
            self.go_on(point, event.modifiers())
        self.hover(point)
        self.dress()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It is done."""
        if self._moves_from is not None and event.button() in {_LEFT, _MIDDLE}:
            self._moves_from = None
        elif self._draws and event.button() is _LEFT:
            self._draws = False
            self.end()
        self.dress()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press is one too: strokes may follow each other fast."""
        self.mousePressEvent(event)
        if event.button() is _LEFT and not self._holds_space:
            self.open_at(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """As in the viewer."""
        turn_wheel(self._canvas, event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        super().leaveEvent(event)
        self.hover(None)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keys of its own are no shortcuts of the window."""
        match event:
            case QNativeGestureEvent():
                return take_gesture(self._canvas, event)
            case QKeyEvent() if event.type() is QEvent.Type.ShortcutOverride and _is_own(event):
                event.accept()
                return True
            case _:
                return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space holds the picture, arrows move what is selected, Escape gives up what was begun."""
        key, far = Qt.Key(event.key()), bool(event.modifiers() & _SHIFT)
        if not _is_own(event):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self._holds_space = True
        elif key in ARROWS:
            self._take_arrow(ARROWS[key], far=far)
        elif key == Qt.Key.Key_Escape and self._draws:
            self._draws = False
            self.give_up()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.press_enter()
        else:
            super().keyPressEvent(event)
        self.dress()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Space lets the picture go."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._holds_space = False
            self.dress()
        else:
            super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A key that is let go elsewhere isn't heard of here."""
        super().focusOutEvent(event)
        self._holds_space = False
        self.dress()

    def _take_arrow(self, way: QPointF, *, far: bool) -> None:
        """`way` is how far the picture moves where nothing is selected: the other way round."""
        ahead = -way / max(abs(way.x()), abs(way.y())) * NUDGE
        if not self.nudge(ahead * (10 if far else 1)) and self._canvas.view.is_larger:
            self._canvas.move_by(way * (4 if far else 1))

    # Following the canvas

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the canvas."""
        if event.type() is QEvent.Type.Resize and watched is self._canvas:
            self.resize(self._canvas.size())
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another room."""
        super().resizeEvent(event)
        self.look_again()

    def showEvent(self, event: QShowEvent) -> None:
        """While nobody looked it followed nothing."""
        super().showEvent(event)
        self.look_again()

    def _follow_view(self) -> None:
        if self.isVisible():
            self.look_again()
            self.update()

    def dress(self) -> None:
        """The cursor says what the left button does."""
        if self._moves_from is not None:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self._holds_space:
            shape = Qt.CursorShape.OpenHandCursor
        else:
            shape = self.shape_of_cursor()
        if self.cursor().shape() is not shape:
            self.setCursor(shape)


def _is_own(event: QKeyEvent) -> bool:
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return Qt.Key(event.key()) in _OWN_KEYS and plain in {_NONE, _SHIFT}
