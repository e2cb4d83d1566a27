"""Where something is done on the picture: tools over it, the picture, and what becomes of it under it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.ui.kit import FlowLayout, IconButton
from studio.ui.viewer.canvas import Canvas
from studio.ui.viewer.modes import ModePage
from studio.viewmodels.actions import key_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QHideEvent, QShowEvent

    from studio.ui.theme import Theme
    from studio.ui.viewer.drawing.surface import DrawingSurface
    from studio.ui.viewer.zoom import View
    from studio.viewmodels.actions import Actions
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.viewer import ViewerViewModel
    from studio.viewmodels.viewer_state import ZoomStep

GAP = 6
_REDO_TOO = (QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y"))


class CanvasPage(ModePage):
    """Looks at the picture as `beside` did, and leaves it so. Ctrl+Z and Ctrl+Shift+Z are for what is done
    here while the keyboard is anywhere in it.
    """

    def __init__(
        self,
        theme: Theme,
        *,
        viewer: ViewerViewModel,
        thumbnails: Thumbnails,
        actions: Actions,
        beside: Canvas,
    ) -> None:
        super().__init__()
        self._actions = actions
        self._theme = theme
        self._beside = beside
        self.canvas = Canvas(theme, viewer, thumbnails)
        self.canvas.view_changed.connect(self.view_changed)
        undo, redo = (key_words(keys) for keys in ("Ctrl+Z", "Ctrl+Shift+Z"))
        self.undo = IconButton(
            theme, "undo-2", name=self.tr("Undo"), hint=self.tr("Undo ({keys})").format(keys=undo)
        )
        self.redo = IconButton(
            theme, "redo-2", name=self.tr("Redo"), hint=self.tr("Redo ({keys})").format(keys=redo)
        )
        self.clear = IconButton(theme, "trash-2", name=self.tr("Clear"), hint=self.tr("Take all of it away"))
        self._tools = QWidget()
        self._flow = FlowLayout(self._tools, gap=GAP)

    def lay_out(self, surface: DrawingSurface, tools: Sequence[QWidget], line: QWidget) -> None:
        """Tools over the picture, `line` under it."""
        steps = (self.undo, self.redo, self.clear)
        for tool in (*tools, together(*steps, gap=2)):
            self._flow.addWidget(tool)
        for button in steps:
            # A click leaves the keyboard to the picture.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.undo.clicked.connect(self.step_back)
        self.redo.clicked.connect(self.step_forward)
        self._actions.changed.connect(self.say_keys)
        self.say_keys()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._tools)
        column.addWidget(self.canvas, 1)
        column.addWidget(line)
        self.setFocusProxy(surface)

    @abstractmethod
    def say_keys(self) -> None:
        """They are what they are now, also after the person chose others."""

    def keys_of(self, action_id: str) -> str:
        """The keys of an action, as this system writes them."""
        return key_words(self._actions.shown(action_id))

    @abstractmethod
    def step_back(self) -> None:
        """Undo one step of what was done."""

    @abstractmethod
    def step_forward(self) -> None:
        """Redo it."""

    @property
    def view(self) -> View:
        """Where the picture lies."""
        return self.canvas.view

    def take_step(self, step: ZoomStep) -> None:
        """Zoom as a key asks for it."""
        self.canvas.take_step(step)

    def showEvent(self, event: QShowEvent) -> None:
        """The picture lies as it lay."""
        super().showEvent(event)
        _look_alike(self.canvas, self._beside)

    def hideEvent(self, event: QHideEvent) -> None:
        """So it does when this is left."""
        super().hideEvent(event)
        _look_alike(self._beside, self.canvas)

    def event(self, event: QEvent) -> bool:
        """Undoing here is no shortcut of the window."""
        if isinstance(event, QKeyEvent) and _is_step(event):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._take_step_key(event)
                return True
        return super().event(event)

    def _take_step_key(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.step_back()
        else:
            self.step_forward()


def together(*widgets: QWidget, gap: int = GAP) -> QWidget:
    """In one row that isn't broken."""
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(gap)
    for widget in widgets:
        row.addWidget(widget)
    return group


def _look_alike(canvas: Canvas, other: Canvas) -> None:
    room = canvas.view
    canvas.set_view(other.view.in_room(room.room_width, room.room_height, room.ratio))


def _is_step(event: QKeyEvent) -> bool:
    pressed = QKeySequence(event.keyCombination())
    undo, redo = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
    return event.matches(undo) or event.matches(redo) or pressed in _REDO_TOO
