"""The keys of actions in a window, and actions in menus."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from studio.ui.kit.look import KEEPS_KEYS
from studio.viewmodels.actions import PORTABLE, Place, key_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from studio.ui.theme import Theme
    from studio.viewmodels.actions import Actions

WRITTEN_IN = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox)
PRESSING = frozenset({"Space", "Return", "Enter"})
_MODIFIED = re.compile(r"(Ctrl|Alt|Meta)\+.|F\d+$")


def is_bare(key: str) -> bool:
    """Whether a person who writes might press it: no modifier but Shift, and no function key."""
    return not _MODIFIED.search(key)


class ActionKeys(QObject):
    """Has the keys of actions do them while `window` is the active one.

    Letters, digits and the like rest while something that is written in has the focus (an input method can
    only compose there), and the keys that press a button while a button has it.
    """

    def __init__(self, actions: Actions, *, window: QWidget, place: Callable[[], Place]) -> None:
        """`place` tells what the window shows of pictures now."""
        super().__init__(window)
        self._actions = actions
        self._window = window
        self._place = place
        self._shortcuts: dict[str, QShortcut] = {}
        actions.changed.connect(self._bind)
        # Without an id there is no handle.
        window.winId()
        window.windowHandle().focusObjectChanged.connect(self._follow_focus)
        self._bind()

    def _bind(self) -> None:
        """One shortcut for each key, whatever it does where: what it does is looked up when it is pressed."""
        wanted: dict[str, bool] = {}
        self._places: dict[str, frozenset[Place]] = {}
        for action in self._actions:
            for key in self._actions.keys(action.id):
                wanted[key] = wanted.get(key, False) or action.repeats
                self._places[key] = self._places.get(key, frozenset()) | action.places
        for key in self._shortcuts.keys() - wanted.keys():
            gone = self._shortcuts.pop(key)
            # Until it is deleted it would be one more that has these keys.
            gone.setEnabled(False)
            gone.deleteLater()
        for key, repeats in wanted.items():
            if key not in self._shortcuts:
                self._shortcuts[key] = self._make(key)
            self._shortcuts[key].setAutoRepeat(repeats)
        self.refresh()

    def refresh(self) -> None:
        """The window shows another place: keys that do nothing there are left to what has the focus."""
        self._follow_focus(self._window.focusWidget())

    def _make(self, key: str) -> QShortcut:
        shortcut = QShortcut(QKeySequence.fromString(key, PORTABLE), self._window)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(lambda: self._press(key))
        return shortcut

    def _press(self, key: str) -> None:
        action = self._actions.bound(key, self._place())
        if action is not None:
            action.act()

    def _follow_focus(self, focus: QObject | None) -> None:
        writes = isinstance(focus, QWidget) and _is_written_in(focus)
        presses = isinstance(focus, QAbstractButton)
        keeps = isinstance(focus, QWidget) and _is_kept(focus)
        here = {Place.WINDOW, self._place()}
        for key, shortcut in self._shortcuts.items():
            rests = (
                keeps
                or not self._places[key] & here
                or (writes and is_bare(key))
                or (presses and key in PRESSING)
            )
            shortcut.setEnabled(not rests)


def _is_written_in(widget: QWidget) -> bool:
    return isinstance(widget, WRITTEN_IN) or widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def _is_kept(widget: QWidget | None) -> bool:
    while widget is not None:
        if widget.property(KEEPS_KEYS):
            return True
        widget = widget.parentWidget() if not widget.isWindow() else None
    return False


def with_keys(words: str, key: str) -> str:
    """The words of a menu with keys at the right; they are shown, not bound once more."""
    shown = words.replace("&", "&&")
    return f"{shown}\t{key_words(key)}" if key else shown


def add_to_menu(menu: QMenu, theme: Theme, actions: Actions, action_id: str) -> QAction | None:
    """Offer an action in a menu, as it reads now and with its keys; nothing where it isn't known."""
    action = actions.action(action_id)
    if action is None:
        return None
    item = menu.addAction(with_keys(action.words, actions.shown(action_id)))
    if action.icon:
        item.setIcon(theme.icons.icon(action.icon))
    item.setEnabled(action.enabled())
    item.triggered.connect(lambda: actions.run(action_id))
    return item
