"""The gallery's scroll bar, which knows months: it jumps by them, and says where it would lead."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QWidget

from studio.ui.gallery.grid import TOP
from studio.ui.kit.look import draw_frame
from studio.viewmodels.headers import month_words, months

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QScrollBar

    from studio.ui.gallery.grid_view import GridView
    from studio.ui.theme import Theme

WIDTH = 13
"""Beside the tiles, whose frames reach to it."""
HANDLE = 6
SHORTEST = 32
NEAR = 4
YEAR = 7
MONTH = 4


class Scrubber(QWidget):
    """Lies over the right edge of the view that it scrolls. `days` gives those of the view's sections, as
    ordinals; none when it isn't sorted by date.
    """

    def __init__(self, theme: Theme, view: GridView, *, days: Callable[[], Sequence[int]]) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view
        self._grabbed: int | None = None
        self._hovers = False
        self._days = days
        self._known: list[tuple[int, date]] | None = None
        self._painted = QRect()
        self._bubble = QLabel(view)
        self._bubble.setProperty("role", "bubble")
        self._bubble.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._bubble.hide()
        self.setAccessibleName(self.tr("Scroll by month"))
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        bar = view.verticalScrollBar()
        bar.valueChanged.connect(self._follow)
        bar.rangeChanged.connect(self._follow)
        theme.changed.connect(self.update)

    def look_again(self) -> None:
        """Things stand elsewhere."""
        self._known = None
        if self._hovers:
            self.update()
        else:
            self._follow()

    def _follow(self) -> None:
        """Painting it paints what lies under it, too, and of a hundred thousand a frame is less than a pixel
        of the handle's way.
        """
        if self._handle() != self._painted:
            self.update()

    @property
    def _marks(self) -> list[tuple[int, date]]:
        """Where months begin. Only looked for when somebody points here: tiles move more often than that."""
        if self._known is None:
            grid = self._view.grid
            self._known = [(grid.section_top(number), day) for number, day in months(self._days())]
        return self._known

    def jump(self, by: int) -> None:
        """To the month `by` further down."""
        tops = [top for top, _ in self._marks]
        # A bit above the first month there is nothing yet.
        at = bisect_right(tops, self._bar.value() + TOP) - 1
        if by < 0 and at >= 0 and self._bar.value() > tops[at]:
            at += 1
        if tops:
            self._bar.setValue(tops[min(max(at + by, 0), len(tops) - 1)])

    def sizeHint(self) -> QSize:
        """Narrow."""
        return QSize(WIDTH, 100)

    # Where things are

    @property
    def _bar(self) -> QScrollBar:
        # Asked for each time: Python's hold on it may end before the view does.
        return self._view.verticalScrollBar()

    @property
    def _content(self) -> int:
        return self._bar.maximum() + self._bar.pageStep()

    def _handle(self) -> QRect:
        if self._bar.maximum() <= 0:
            return QRect()
        length = max(SHORTEST, self.height() * self._bar.pageStep() // max(1, self._content))
        top = (self.height() - length) * self._bar.value() // self._bar.maximum()
        return QRect(self.width() - HANDLE - 3, top, HANDLE, length)

    def _y_of(self, height: int) -> int:
        """Where a height of the content stands along the bar."""
        return height * self.height() // max(1, self._content)

    def _mark_near(self, y: int) -> tuple[int, date] | None:
        """The month that this place of the bar belongs to."""
        tops = [self._y_of(top) for top, _ in self._marks]
        at = bisect_right(tops, y + NEAR) - 1
        return self._marks[max(at, 0)] if self._marks else None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The handle always; months while the pointer is here."""
        del event
        handle = self._painted = self._handle()
        if handle.isNull():
            return
        painter = QPainter(self)
        if self._hovers or self._grabbed is not None:
            self._paint_marks(painter)
        lifted = self._hovers or self._grabbed is not None
        colour = self._theme.colour("faint" if lifted else "line")
        draw_frame(painter, handle, radius=HANDLE / 2, fill=colour, line=None)

    def _paint_marks(self, painter: QPainter) -> None:
        painter.setPen(self._theme.colour("faint"))
        before = -10
        year = 0
        for top, day in self._marks:
            y = self._y_of(top)
            if y - before >= NEAR or day.year != year:
                length = YEAR if day.year != year else MONTH
                painter.drawLine(0, y, length - 1, y)
                before = y
            year = day.year

    def _say(self, y: int) -> None:
        mark = self._mark_near(y)
        if mark is None or self._handle().isNull():
            self._bubble.hide()
            return
        self._bubble.setText(month_words(mark[1]))
        self._bubble.adjustSize()
        top = min(max(0, y - self._bubble.height() // 2), self.height() - self._bubble.height())
        self._bubble.move(self.x() - self._bubble.width() - 4, self.y() + top)
        self._bubble.show()
        self._bubble.raise_()

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The handle is dragged; elsewhere it jumps to the month."""
        y = event.position().toPoint().y()
        handle = self._handle()
        if event.button() is not Qt.MouseButton.LeftButton or handle.isNull():
            return
        if handle.top() <= y <= handle.bottom():
            self._grabbed = y - handle.top()
            return
        mark = self._mark_near(y)
        tops = [top for top, _ in self._marks]
        if mark and abs(self._y_of(mark[0]) - y) <= NEAR * 2 and mark[0] in tops:
            self._bar.setValue(mark[0])
        else:
            self._go_to(y - handle.height() // 2)
        self._grabbed = y - self._handle().top()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        y = event.position().toPoint().y()
        if self._grabbed is not None:
            self._go_to(y - self._grabbed)
        self._say(y)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        del event
        self._grabbed = None
        if not self._hovers:
            self._bubble.hide()
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """As over the tiles."""
        event.ignore()

    def enterEvent(self, event: QEvent) -> None:
        """Show the months."""
        super().enterEvent(event)  # pyright: ignore[reportArgumentType] - it is a QEnterEvent
        self._hovers = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show the handle alone."""
        super().leaveEvent(event)
        self._hovers = False
        if self._grabbed is None:
            self._bubble.hide()
        self.update()

    def _go_to(self, top: int) -> None:
        room = self.height() - self._handle().height()
        self._bar.setValue(self._bar.maximum() * min(max(top, 0), room) // max(1, room))

    def place(self, size: QSize) -> None:
        """Keep to the right edge of a view of this size."""
        self.setGeometry(QRect(QPoint(size.width() - WIDTH, 0), QSize(WIDTH, size.height())))
