"""The real program with a second pair of hands: `python -m tests.support.driven_window [OPTIONS]`.

It runs `proofroom` as it is. Beside it a thread reads what a person would do, a line of JSON each, from
standard input; Qt's own loop does it, with events as a mouse and a keyboard send them, and standard output
tells what a screen reader would find. What the program itself prints goes to standard error.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QKeyCombination,
    QMimeData,
    QObject,
    QPoint,
    QPointF,
    QRect,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from studio.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Json = dict[str, Any]
STATES = ("checked", "disabled", "focusable", "focused", "selected", "passwordEdit")
TEXTS = (QAccessible.Text.Name, QAccessible.Text.Description, QAccessible.Text.Value)
NOT_THERE = {"error": "not there"}


class Hands(QObject):
    """Does one thing after the other, each whole, in the window's own thread."""

    asked = Signal(str)

    def __init__(self, answers: int) -> None:
        super().__init__()
        self._answers = answers
        self._aim: tuple[Json, QRect] | None = None
        self.asked.connect(self._do, Qt.ConnectionType.QueuedConnection)
        self._can: dict[str, Callable[[Json], Json]] = {
            "look": lambda _: {"seen": [_told(_interface(top)) for top in _tops()]},
            "see": _see,
            "hear": _hear,
            "click": self._click,
            "type": _type,
            "paste": _paste,
            "drop": _drop,
            "drag": _drag,
            "press": _press,
            "size": _size,
            "grab": _grab,
            "close": _close,
            "tray": _click_tray,
        }

    def listen(self) -> None:
        """Read to the end of standard input; without Python's own buffers, which a dying process may hold."""
        rest = b""
        while data := os.read(0, 65536):
            *lines, rest = (rest + data).split(b"\n")
            for line in lines:
                self.asked.emit(line.decode())

    def _do(self, line: str) -> None:
        # Else item views don't tell of rows that came and went.
        QAccessible.setActive(True)
        wanted = json.loads(line)
        answer: Json = {"error": "it broke: standard error says how"}
        try:
            answer = self._can[wanted["do"]](wanted)
        finally:
            os.write(self._answers, json.dumps(answer).encode() + b"\n")

    def _click(self, wanted: Json) -> Json:
        """Nobody hits what still moves: the second try in the same place is the click."""
        found = _find(wanted)
        if found is None:
            return NOT_THERE
        aim = (wanted, found.rect())
        if aim != self._aim:
            self._aim = aim
            return {"error": "moves"}
        return _click(found, wanted["times"])


def _tops() -> list[QWidget]:
    """What is on the screen; a menu before a dialog before the window."""
    shown = [top for top in QApplication.topLevelWidgets() if top.isVisible()]
    first = [QApplication.activePopupWidget(), QApplication.activeModalWidget()]
    return sorted(shown, key=lambda top: (first.index(top) if top in first else 2, top.windowType().value))


def _interface(widget: QWidget) -> QAccessibleInterface:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface


def _children(parent: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for at in range(parent.childCount()):
        child = cast("QAccessibleInterface | None", parent.child(at))
        if child is not None and child.isValid() and not child.state().invisible:
            yield child


def _told(one: QAccessibleInterface) -> Json:
    state = one.state()
    name, description, value = (one.text(kind) for kind in TEXTS)
    return {
        "name": name,
        "role": one.role().name,
        "description": description,
        "value": value,
        "states": [known for known in STATES if getattr(state, known)],
        "children": [_told(child) for child in _children(one)],
    }


def _all(one: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    yield one
    for child in _children(one):
        yield from _all(child)


def _places(within: str) -> Iterator[QAccessibleInterface]:
    """Everything on the screen, or each that is named so."""
    for top in map(_interface, _tops()):
        if not within:
            yield top
        else:
            yield from (one for one in _all(top) if one.text(QAccessible.Text.Name) == within)


def _find(wanted: Json) -> QAccessibleInterface | None:
    """The first with this name (and role), inside the one named `within` where there is such a wish."""
    for place in _places(wanted.get("within", "")):
        for one in _all(place):
            if one.text(QAccessible.Text.Name) == wanted["name"] and _fits(one, wanted):
                return one
    return None


def _see(wanted: Json) -> Json:
    found = _find(wanted)
    return NOT_THERE if found is None else {"seen": _told(found)}


def _hear(wanted: Json) -> Json:
    words = wanted["words"]
    said = (one.text(text) for place in _places(wanted["within"]) for one in _all(place) for text in TEXTS)
    return {"said": any(words in text for text in said)}


def _fits(one: QAccessibleInterface, wanted: Json) -> bool:
    return not wanted.get("role") or one.role().name == wanted["role"]


def _click(found: QAccessibleInterface, times: int) -> Json:
    if found.state().disabled:
        return {"error": "disabled"}
    widget = cast("QObject | None", found.object())
    if isinstance(widget, QWidget):
        _scroll_to(widget)
    place = found.rect().center()
    # Qt's own search ends with the screen, and that of tests is small. The top must outlive what is in it.
    top = next((top for top in _tops() if top.rect().contains(top.mapFromGlobal(place))), None)
    if top is None:
        return NOT_THERE
    under = top.childAt(top.mapFromGlobal(place)) or top
    if isinstance(widget, QWidget) and not (under is widget or widget.isAncestorOf(under)):
        return {"error": f"covered by {under}"}
    window, at = top.windowHandle(), top.mapFromGlobal(place)
    if top is not QApplication.activePopupWidget():
        # As a window's manager does; there may be none here.
        window.requestActivate()
    for _ in range(times):
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    return {}


def _scroll_to(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def _send(event: QKeyEvent) -> None:
    at = cast("QObject | None", QGuiApplication.focusObject())
    assert at is not None, "nothing has the keyboard"
    QCoreApplication.sendEvent(at, event)


def _type(wanted: Json) -> Json:
    """Letters as an input method or a keyboard of any language gives them."""
    for letter in wanted["text"]:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            _send(QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter))
    return {}


def _paste(wanted: Json) -> Json:
    QGuiApplication.clipboard().setText(wanted["text"])
    return _press({"keys": "Ctrl+V", "held": False})


def _drop(wanted: Json) -> Json:
    """Files of another program, dragged over what has this name and let go there, at a part of its height."""
    found = _find(wanted)
    if found is None:
        return NOT_THERE
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path) for path in wanted["paths"]])
    rect, window = found.rect(), _main_window()
    place = QPoint(rect.center().x(), rect.top() + round(rect.height() * wanted["height"]))
    over = window.childAt(window.mapFromGlobal(place))
    while over is not None and not over.acceptDrops():
        over = over.parentWidget()
    if over is None:
        return {"error": "nothing takes what is dropped"}
    at, copy = over.mapFromGlobal(place), Qt.DropAction.CopyAction
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for event in (
        QDragEnterEvent(at, copy, mime, *held),
        QDragMoveEvent(at, copy, mime, *held),
        QDropEvent(QPointF(at), copy, mime, *held),
    ):
        QCoreApplication.sendEvent(over, event)
    return {}


def _drag(wanted: Json) -> Json:
    """The left button pressed at the first place of what has this name, in shares of its width and height,
    led through the others, and let go at the last.
    """
    found = _find(wanted)
    if found is None:
        return NOT_THERE
    window, rect = _main_window(), found.rect()
    places = [
        window.mapFromGlobal(rect.topLeft() + QPoint(round(x * rect.width()), round(y * rect.height())))
        for x, y in wanted["places"]
    ]
    handle, left, no_key = window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(handle, left, no_key, places[0])
    for place in places[1:]:
        QTest.mouseMove(handle, place)
    QTest.mouseRelease(handle, left, no_key, places[-1])
    return {}


def _press(wanted: Json) -> Json:
    """A combination such as "Ctrl+Return"; `held` sends what the system repeats while it is held down."""
    # The stubs don't know that a sequence has items.
    combination = cast("QKeyCombination", cast("Any", QKeySequence(wanted["keys"]))[0])
    key, modifiers = combination.key(), combination.keyboardModifiers()
    if wanted["held"]:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            _send(QKeyEvent(kind, key, modifiers, "", autorep=True))
        return {}
    # A popup has the keyboard though no window system gave it. It must outlive its window, so it has a name.
    popup = QApplication.activePopupWidget()
    window = popup.windowHandle() if popup else QGuiApplication.focusWindow()
    assert window is not None, "no window has the keyboard"
    QTest.keyClick(window, key, modifiers)
    return {}


def _size(wanted: Json) -> Json:
    _main_window().resize(wanted["width"], wanted["height"])
    return {}


def _grab(wanted: Json) -> Json:
    """A picture of the topmost window, a dialog before what it stands over."""
    _tops()[0].grab().save(wanted["path"])
    return {}


def _close(_: Json) -> Json:
    """As the button of the window's frame does."""
    _main_window().windowHandle().close()
    return {}


def _click_tray(_: Json) -> Json:
    """Where X11 has no tray of the desktop's own, Qt embeds a small window: gone after the press."""
    for top in _tops():
        if top.metaObject().className() == "QSystemTrayIconSys":
            QTest.mousePress(top.windowHandle(), Qt.MouseButton.LeftButton)
            return {}
    return NOT_THERE


def _main_window() -> QWidget:
    return next(top for top in _tops() if not top.parentWidget() and top.windowType() == Qt.WindowType.Window)


if __name__ == "__main__":
    answers = os.dup(1)
    os.dup2(2, 1)
    hands = Hands(answers)
    threading.Thread(target=hands.listen, daemon=True).start()
    try:
        main(sys.argv[1:])
    finally:
        # Without a window system, Qt lets go of what was copied only after Python has ended, and crashes.
        if QGuiApplication.instance():
            QGuiApplication.clipboard().clear()
