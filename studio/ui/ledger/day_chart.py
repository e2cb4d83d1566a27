"""Spend by day as bars: what was charged, and over it what may have been."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from studio.domain.money import Money
from studio.ui.kit import announce
from studio.viewmodels.ledger_choice import Period, days_of
from studio.viewmodels.ledger_days import Day, newest_days
from studio.viewmodels.wording import day_words

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.ledger import LedgerViewModel

_TOP, _FOOT = 18, 18
_NARROWEST, _WIDEST = 5, 18
"""Of a bar with its gap."""


class DayChart(QWidget):
    """As many of the newest days as there is room for. A press narrows the ledger down to a day, with Shift
    to all days from the one before; arrows go from day to day, and Space or Enter presses.
    """

    def __init__(self, theme: Theme, ledger: LedgerViewModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ledger = ledger
        self._days: tuple[Day, ...] = ()
        self._current: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Spend by day"))
        ledger.state_changed.connect(self._follow)
        theme.changed.connect(self.update)
        self._follow()

    @property
    def days(self) -> tuple[Day, ...]:
        """The days that are shown."""
        return self._days

    def minimumSizeHint(self) -> QSize:
        """Room for a fortnight."""
        return QSize(120, 90)

    def sizeHint(self) -> QSize:
        return QSize(360, 120)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room, more days."""
        super().resizeEvent(event)
        self._follow()

    def _follow(self) -> None:
        state, today = self._ledger.state, self._ledger.today
        first, last = days_of(state.choice, today)
        count = max(1, self.width() // _NARROWEST)
        self._days = newest_days(state.days, count=count, first=first, last=last, today=today)
        self.setAccessibleDescription(self._words_of_current() or self._summary())
        self.update()

    # Words

    def _summary(self) -> str:
        if not self._days:
            return self.tr("Nothing was spent.")
        dearest = max(self._days, key=lambda one: one.spending.spent.fen)
        words = self.tr("{count} days, most on {day}: {amount}")
        return words.format(count=len(self._days), day=day_words(dearest.day), amount=dearest.spending.spent)

    def _words(self, one: Day) -> str:
        spending = one.spending
        words = f"{day_words(one.day)}: {spending.spent}"
        if spending.unknown:
            words += ", " + self.tr("of which {amount} unknown").format(amount=spending.unknown)
        return words

    def _words_of_current(self) -> str:
        at = self._row()
        return "" if at is None else self._words(self._days[at])

    # Hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position().toPoint())
        if at is not None and event.button() is Qt.MouseButton.LeftButton:
            self._press(at, extends=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -(10**6), Qt.Key.Key_End: 10**6}
        key, at = Qt.Key(event.key()), self._row()
        if key in steps and self._days:
            last = len(self._days) - 1
            self._go(max(0, min(last, (last + 1 if at is None else at) + steps[key])))
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and at is not None:
            self._press(at, extends=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _row(self) -> int | None:
        return next((at for at, one in enumerate(self._days) if one.day == self._current), None)

    def _go(self, at: int) -> None:
        self._current = self._days[at].day
        words = self._words(self._days[at])
        self.setAccessibleDescription(words)
        announce(self, words)
        place = self._bar(at).center().toPoint()
        QToolTip.showText(self.mapToGlobal(QPoint(place.x(), 0)), words, self)
        self.update()

    def _press(self, at: int, *, extends: bool) -> None:
        day, choice = self._days[at].day, self._ledger.state.choice
        self._current = day
        if extends and choice.period is Period.BETWEEN and choice.first and choice.last:
            self._ledger.choose_days(min(day, choice.first), max(day, choice.last))
        else:
            self._ledger.choose_days(day, day)

    def event(self, event: QEvent) -> bool:
        """What a bar stands for is said under the mouse."""
        if event.type() is QEvent.Type.ToolTip:
            place: QHelpEvent = event  # pyright: ignore[reportAssignmentType]
            at = self._at(place.pos())
            QToolTip.showText(place.globalPos(), self._words(self._days[at]) if at is not None else "", self)
            return True
        return super().event(event)

    # Where bars stand

    @property
    def _step(self) -> float:
        return min(self.width() / max(len(self._days), 1), _WIDEST)

    def _bar(self, at: int) -> QRectF:
        left = self.width() - (len(self._days) - at) * self._step
        return QRectF(left, _TOP, self._step, self.height() - _TOP - _FOOT)

    def _at(self, place: QPoint) -> int | None:
        left = self.width() - len(self._days) * self._step
        at = int((place.x() - left) // self._step)
        return at if 0 <= at < len(self._days) else None

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        most = max((one.spending.spent.fen for one in self._days), default=0)
        ground = self.height() - _FOOT
        painter.setPen(QPen(theme.colour("line"), 1))
        painter.drawLine(0, ground, self.width(), ground)
        if not self._days:
            return
        self._paint_words(painter, most)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for at in range(len(self._days)):
            self._paint_bar(painter, at, most)
        at = self._row()
        if self.hasFocus() and at is not None:
            painter.setPen(QPen(theme.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self._bar(at).toRect().adjusted(0, 0, -1, 0))

    def _paint_bar(self, painter: QPainter, at: int, most: int) -> None:
        one, place = self._days[at], self._bar(at)
        if not one.spending.spent or not most:
            return
        gap = 1 if self._step < 8 else 3
        left, width = round(place.left()), max(1, round(place.right()) - round(place.left()) - gap)
        bottom = round(place.bottom())
        sure = one.spending.charged.fen + one.spending.reserved.fen
        heights = [round(place.height() * fen / most) for fen in (sure, one.spending.unknown.fen)]
        # What was spent is seen, however little it was.
        heights = [
            max(2, height) if fen else 0
            for height, fen in zip(heights, (sure, one.spending.unknown.fen), strict=True)
        ]
        for height, role in zip(heights, (self._role(one), "warning"), strict=True):
            bottom -= height
            colour = self._theme.colour(role)
            colour.setAlphaF(1.0 if one.is_chosen else 0.35)
            painter.fillRect(QRect(left, bottom, width, height), colour)

    def _role(self, one: Day) -> str:
        """Yellow is what the person chose: one day, or days between two."""
        picked = self._ledger.state.choice.period in {Period.BETWEEN, Period.TODAY}
        return "accent" if picked and one.is_chosen else "faint"

    def _paint_words(self, painter: QPainter, most: int) -> None:
        font = self._theme.font(size=self._theme.tokens.sizes.small)
        painter.setFont(font)
        painter.setPen(self._theme.colour("muted"))
        height = QFontMetrics(font).height()
        top = QRect(0, 0, self.width(), height)
        painter.drawText(
            top, Qt.AlignmentFlag.AlignLeft, self.tr("up to {amount}").format(amount=Money.from_fen(most))
        )
        foot = QRect(0, self.height() - height, self.width(), height)
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight, day_words(self._days[-1].day))
        first = foot.adjusted(max(0, round(self._bar(0).left())), 0, 0, 0)
        if first.width() > 200:
            painter.drawText(first, Qt.AlignmentFlag.AlignLeft, day_words(self._days[0].day))
