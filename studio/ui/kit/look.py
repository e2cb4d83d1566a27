"""Small things every widget of the kit shares: tones, surfaces, painted frames."""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget

KEEPS_KEYS = "keepsKeys"
"""A property of what lies over the window: while the focus is in it, no keys of the window hold."""


class Tone(StrEnum):
    """What a dot or a frame says. Never alone: words stand beside it."""

    NEUTRAL = "neutral"
    OK = "ok"
    WARNING = "warning"
    BAD = "bad"
    INFO = "info"
    ACCENT = "accent"

    @property
    def role(self) -> str:
        """The name of its colour among the tokens."""
        return "faint" if self is Tone.NEUTRAL else self.value


def set_look(widget: "QWidget", name: str, value: str | bool) -> None:
    """Set a property the style sheet asks for, and dress the widget anew when it changed."""
    if widget.property(name) == value:
        return
    first = widget.property(name) is None
    widget.setProperty(name, value)
    if first and not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def surface(widget: "QWidget", name: str, *, edge: str = "") -> None:
    """Fill `widget` as "window", "panel", "bar" or "raised"; `edge` names the side with a line."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    set_look(widget, "surface", name)
    if edge:
        set_look(widget, "edge", edge)


def draw_frame(
    painter: QPainter,
    rect: "QRect",
    *,
    radius: float,
    fill: "QColor | None",
    line: "QColor | None",
    width: float = 1.0,
) -> None:
    """A rounded box wholly inside `rect`."""
    inset = width / 2 if line is not None else 0.0
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(line, width) if line is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius)


def draw_dot(painter: QPainter, centre: QPointF, colour: "QColor", *, diameter: float = 8.0) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(centre, diameter / 2, diameter / 2)


def announce(widget: "QWidget", words: str) -> None:
    """Have a screen reader say `words`."""
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # the first paint does without

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def joined(*words: str) -> str:
    """The words that are there, as one description."""
    return ", ".join(word for word in words if word)
