"""Words on a few centred lines, shortened where they don't fit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption


def wrapped(text: str, font: QFont, *, width: int, lines: int) -> tuple[str, ...]:
    """The text on at most so many lines; the last one ends in … where there is more."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    parts: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        if len(parts) == lines - 1:
            rest = text[start:]
            parts.append(QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        parts.append(text[start : start + line.textLength()].strip())
    layout.endLayout()
    return tuple(parts)


def draw_centred(painter: QPainter, lines: tuple[str, ...], *, left: int, top: int, width: int) -> int:
    """Draw the lines with the painter's font and pen; gives where they end."""
    metrics = painter.fontMetrics()
    y = top
    for line in lines:
        x = left + (width - metrics.horizontalAdvance(line)) / 2
        painter.drawText(QPointF(x, y + metrics.ascent()), line)
        y += line_height(metrics)
    return y


def line_height(metrics: QFontMetrics) -> int:
    """A little more than the font's own, for wrapped words."""
    return metrics.height() + 1
