"""What a widget says: to a screen reader, and by its signals."""

from PySide6.QtCore import SignalInstance
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

Text = QAccessible.Text


def spoken(widget: QWidget) -> QAccessibleInterface:
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return interface


def name(widget: QWidget) -> str:
    return spoken(widget).text(Text.Name)


def description(widget: QWidget) -> str:
    return spoken(widget).text(Text.Description)


def role(widget: QWidget) -> QAccessible.Role:
    return spoken(widget).role()


def heard(signal: SignalInstance) -> list[object]:
    """A list that what the signal carries is put into, from now on."""
    told: list[object] = []

    def note(*carried: object) -> None:
        told.extend(carried)

    signal.connect(note)
    return told
