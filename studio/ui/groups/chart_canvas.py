"""A chart as it is drawn in the window, and as a picture of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QHelpEvent, QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from studio.ui.groups.bar_chart import paint_bars
from studio.ui.groups.column_chart import column_at, paint_columns
from studio.ui.groups.dot_chart import dot_at, paint_dots
from studio.ui.groups.line_chart import paint_lines
from studio.viewmodels.charts import BarChart, ColumnChart, DotChart, LineChart

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.charts import Chart

HEIGHT = 232
PICTURE = QSize(720, 360)
PICTURE_SCALE = 2.0
_MARGIN = 20
_TITLE = 32


def paint_chart(painter: QPainter, theme: Theme, area: QRect, chart: Chart) -> None:
    """Draw it there; what there is nothing of says so."""
    if chart.is_empty:
        painter.setFont(theme.font(size=theme.tokens.sizes.label))
        painter.setPen(theme.colour("muted"))
        words = area.adjusted(24, 0, -24, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, chart.nothing)
        return
    match chart:
        case DotChart():
            paint_dots(painter, theme, area, chart)
        case BarChart():
            paint_bars(painter, theme, area, chart)
        case LineChart():
            paint_lines(painter, theme, area, chart)
        case ColumnChart():
            paint_columns(painter, theme, area, chart)
        case _:
            assert_never(chart)


def chart_note(chart: Chart) -> str:
    """What stands at the right of its title."""
    return chart.note if isinstance(chart, ColumnChart) else ""


def chart_picture(theme: Theme, chart: Chart) -> QImage:
    """With its title, in the theme's colours, sharp enough for a document."""
    image = QImage(PICTURE * PICTURE_SCALE, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(PICTURE_SCALE)
    image.fill(theme.colour("panel"))
    area = QRect(0, 0, PICTURE.width(), PICTURE.height()).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
    painter = QPainter(image)
    painter.setFont(theme.font(size=theme.tokens.sizes.text, weight=QFont.Weight.DemiBold))
    painter.setPen(theme.colour("text"))
    painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, chart.title)
    painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, chart_note(chart))
    paint_chart(painter, theme, area.adjusted(0, _TITLE, 0, 0), chart)
    painter.end()
    return image


class ChartCanvas(QWidget):
    """Draws one chart; what it shows is read out from its table."""

    def __init__(self, theme: Theme, chart: Chart, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._chart = chart
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)
        self.show_chart(chart)

    def show_chart(self, chart: Chart) -> None:
        self._chart = chart
        self.setAccessibleName(chart.title)
        rows = "; ".join(", ".join(row) for row in chart.table.rows)
        words = chart.nothing if chart.is_empty else f"{', '.join(chart.table.headings)}: {rows}"
        self.setAccessibleDescription("; ".join(filter(None, (chart_note(chart), words))))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_chart(QPainter(self), self._theme, self.rect(), self._chart)

    def event(self, event: QEvent) -> bool:
        """A dot or a column says what it is when the mouse rests on it."""
        if isinstance(event, QHelpEvent) and not self._chart.is_empty:
            QToolTip.showText(event.globalPos(), self._words_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _words_at(self, place: QPointF) -> str:
        match self._chart:
            case DotChart() as chart:
                found = dot_at(self._theme, self.rect(), chart, place)
            case ColumnChart() as chart:
                found = column_at(self._theme, self.rect(), chart, place)
            case _:
                found = None
        return found.words if found else ""
