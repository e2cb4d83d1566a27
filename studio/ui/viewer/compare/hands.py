"""What a person does on the light table with mouse, wheel, touch pad and the keys that never change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)

from studio.ui.viewer.hands import ARROWS
from studio.ui.viewer.zooming import take_gesture, turn_wheel
from studio.viewmodels.compare_state import Way
from studio.viewmodels.viewer_state import ZoomStep

if TYPE_CHECKING:
    from studio.ui.viewer.compare.table import LightTable
    from studio.viewmodels.compare import CompareViewModel

DIVIDER_STEP = 0.02
HELD_MS = 250
"""A key that is held so long shows the other one for as long as it is held."""

_OWN_KEYS = frozenset({*ARROWS, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Space})
_ALT, _SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
_LEFT, _MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton


class TableHands(QObject):
    """`menu_asked` carries a place on the screen.

    Arrow keys move the dividing line, or lead from one to the next; with Shift they move all pictures, with
    Alt the current one alone. Space shows the other one while they flicker.
    """

    menu_asked = Signal(QPoint)

    def __init__(self, table: LightTable, compare: CompareViewModel) -> None:
        super().__init__(table)
        self._table = table
        self._compare = compare
        self._from: QPointF | None = None
        self._last = QPointF()
        self._has_moved = False
        self._moves_one = ""
        self._divides = False
        self._held = QElapsedTimer()
        table.installEventFilter(self)
        table.view_changed.connect(self._dress)
        table.setAccessibleDescription(
            self.tr(
                "Arrow keys move the dividing line or lead to the next picture. With Shift they move all"
                " pictures, with Alt the current one alone."
            )
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True for what is done with."""
        match event:
            case QKeyEvent():
                return self._take_key(event)
            case QWheelEvent():
                turn_wheel(self._table, event)
            case QMouseEvent():
                return self._take_mouse(event)
            case QNativeGestureEvent():
                return take_gesture(self._table, event)
            case QContextMenuEvent():
                self._compare.choose(self._table.version_at(QPointF(event.pos())))
                self.menu_asked.emit(event.globalPos())
            case _:
                return False
        return True

    # Keys

    def _take_key(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() not in _OWN_KEYS or modifiers & Qt.KeyboardModifier.ControlModifier:
            return False
        match event.type():
            case QEvent.Type.ShortcutOverride:
                event.accept()
            case QEvent.Type.KeyPress if event.key() == Qt.Key.Key_Space:
                if not event.isAutoRepeat():
                    self._turn()
            case QEvent.Type.KeyPress:
                self._press(Qt.Key(event.key()), modifiers)
            case QEvent.Type.KeyRelease if event.key() == Qt.Key.Key_Space:
                if not event.isAutoRepeat():
                    self._let_go()
            case _:
                return False
        return True

    def _turn(self) -> None:
        if self._table.way is Way.FLICKER:
            self._compare.play(plays=False)
            self._compare.turn()
            self._held.start()

    def _let_go(self) -> None:
        if self._held.isValid() and self._held.elapsed() >= HELD_MS and self._table.way is Way.FLICKER:
            self._compare.turn()
        self._held.invalidate()

    def _press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        table, compare = self._table, self._compare
        if key in ARROWS and modifiers & _ALT:
            # A pixel of the screen; with Shift ten.
            step = ARROWS[key] / -abs(ARROWS[key].manhattanLength()) * (10 if modifiers & _SHIFT else 1)
            table.move_one(compare.state.current, step)
        elif key in ARROWS and modifiers & _SHIFT:
            table.move_by(ARROWS[key])
        elif table.way is Way.SLIDER:
            self._press_at_slider(key)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            compare.choose(compare.state.ids[0 if key == Qt.Key.Key_Home else -1])
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            compare.step(-1 if key == Qt.Key.Key_Left else 1)
        elif table.way is Way.SIDE_BY_SIDE:
            self._go(-1 if key == Qt.Key.Key_Up else 1)

    def _press_at_slider(self, key: Qt.Key) -> None:
        divider = self._table.divider
        match key:
            case Qt.Key.Key_Left:
                divider.set_share(divider.share - DIVIDER_STEP)
            case Qt.Key.Key_Right:
                divider.set_share(divider.share + DIVIDER_STEP)
            case Qt.Key.Key_Home:
                divider.set_share(0)
            case Qt.Key.Key_End:
                divider.set_share(1)
            case _:
                self._table.move_by(ARROWS[key])

    def _go(self, rows: int) -> None:
        """To the picture above or below."""
        state, table = self._compare.state, self._table
        at = table.place_of(state.current).center()
        beyond = QPointF(at.x(), at.y() + rows * (table.place_of(state.current).height() + 1))
        self._compare.choose(table.version_at(beyond))

    # The mouse

    def _take_mouse(self, event: QMouseEvent) -> bool:
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() in {_LEFT, _MIDDLE}:
                self._press_button(event)
            case QEvent.Type.MouseMove:
                self._move(event)
            case QEvent.Type.MouseButtonRelease if event.button() in {_LEFT, _MIDDLE}:
                self._release(event)
            case QEvent.Type.MouseButtonDblClick if event.button() is _LEFT:
                if not self._table.is_divider(event.position()):
                    self._table.take_step(ZoomStep.TOGGLE, event.position())
            case _:
                return False
        return True

    def _press_button(self, event: QMouseEvent) -> None:
        table, at = self._table, event.position()
        table.setFocus(Qt.FocusReason.MouseFocusReason)
        self._from = self._last = at
        self._has_moved = False
        self._moves_one = table.version_at(at) if event.modifiers() & _ALT else ""
        self._divides = not self._moves_one and event.button() is _LEFT and table.is_divider(at)
        self._dress()

    def _move(self, event: QMouseEvent) -> None:
        at, table = event.position(), self._table
        if self._from is None:
            self._dress(at)
            return
        far = (at - self._from).manhattanLength() >= QGuiApplication.styleHints().startDragDistance()
        if not (self._has_moved or far or self._divides):
            return
        self._has_moved = True
        if self._moves_one:
            table.move_one(self._moves_one, at - self._last)
        elif self._divides or (table.way is Way.SLIDER and not table.view.is_larger):
            table.divide_at(at.x())
        else:
            table.move_by(at - self._last)
        self._last = at

    def _release(self, event: QMouseEvent) -> None:
        """A click without a move chooses."""
        clicked = self._from is not None and not self._has_moved and not self._divides
        self._from, self._moves_one, self._divides = None, "", False
        if clicked and event.button() is _LEFT:
            self._compare.choose(self._table.version_at(event.position()))
        self._dress(event.position())

    def _dress(self, at: QPointF | None = None) -> None:
        table = self._table
        if self._divides or (at is not None and self._from is None and table.is_divider(at)):
            shape = Qt.CursorShape.SplitHCursor
        elif self._from is not None and (table.view.is_larger or self._moves_one):
            shape = Qt.CursorShape.ClosedHandCursor
        else:
            shape = Qt.CursorShape.OpenHandCursor if table.view.is_larger else Qt.CursorShape.ArrowCursor
        if table.cursor().shape() is not shape:
            table.setCursor(shape)
