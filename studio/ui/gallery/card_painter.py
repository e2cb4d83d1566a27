"""The card of a job: dashed frame, title, thin bar, words, buttons.

While a job is under way its words and bar change, and just when replies arrive and the processor is busy,
cards are painted often. So what stays the same is drawn once, and where everything stands is found once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from studio.ui.gallery.text import draw_centred, line_height, wrapped
from studio.ui.kit import draw_frame
from studio.viewmodels.job_card import NextStep, Step

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.job_card import JobCard

Thing = TypeVar("Thing")

PAD = 14
SPACE = 8
BUTTON = 26
CROSS = 22
TITLE_LINES = 2
MOST_REMEMBERED = 200
COST_LINES = 3


@dataclass(frozen=True, slots=True)
class CardButton:
    """A button painted in a card; the one that closes is a cross in the corner."""

    step: NextStep
    rect: QRect


@dataclass(frozen=True, slots=True)
class _Plan:
    """Everything in a card with its place."""

    title: tuple[str, ...]
    words: tuple[str, ...]
    top: int
    bar: QRect | None
    words_top: int
    buttons: tuple[CardButton, ...]


class CardPainter:
    """Paints cards, and knows where their buttons are."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._plans: dict[object, _Plan] = {}
        self._stills: dict[object, QPixmap] = {}
        theme.changed.connect(self._forget)

    def _forget(self) -> None:
        self._plans.clear()
        self._stills.clear()

    def button_at(self, card: JobCard, rect: QRect, point: QPoint) -> NextStep | None:
        """The button of this card under this point."""
        buttons = self._plan(card, rect.width(), rect.height()).buttons
        point = point - rect.topLeft()
        return next((button.step for button in buttons if button.rect.contains(point)), None)

    def paint(
        self, painter: QPainter, card: JobCard, rect: QRect, *, hovered: NextStep | None, pressed: bool
    ) -> None:
        """Paint it into `rect`."""
        plan = self._plan(card, rect.width(), rect.height())
        looks = (hovered, pressed, painter.device().devicePixelRatioF())
        parts = (card.title, card.tone, card.steps, card.ended, plan.bar is None, len(plan.words))
        still = self._stills.get((rect.width(), rect.height(), *parts, *looks))
        if still is None:
            still = self._draw_still(card, plan, rect.size(), *looks)
            _remember(self._stills, (rect.width(), rect.height(), *parts, *looks), still)
        painter.drawPixmap(rect.topLeft(), still)
        painter.translate(rect.topLeft())
        if plan.bar:
            self._fill_bar(painter, card, plan.bar)
        painter.setFont(self._font())
        painter.setPen(self._theme.colour("text" if card.ended else "muted"))
        draw_centred(painter, plan.words, left=PAD, top=plan.words_top, width=rect.width() - 2 * PAD)
        painter.translate(-rect.topLeft())

    def _draw_still(
        self, card: JobCard, plan: _Plan, size: QSize, hovered: NextStep | None, pressed: bool, dpr: float
    ) -> QPixmap:
        theme = self._theme
        still = QPixmap(size * dpr)
        still.setDevicePixelRatio(dpr)
        still.fill(Qt.GlobalColor.transparent)
        painter = QPainter(still)
        self._frame(painter, card, QRect(QPoint(), size))
        painter.setFont(self._font())
        painter.setPen(theme.colour(card.tone.value if card.ended else "text"))
        draw_centred(painter, plan.title, left=PAD, top=plan.top, width=size.width() - 2 * PAD)
        if plan.bar:
            draw_frame(painter, plan.bar, radius=2, fill=theme.colour("line"), line=None)
        for button in plan.buttons:
            lifted = hovered == button.step
            self._button(painter, button, lifted=lifted, pressed=pressed and lifted)
        painter.end()
        return still

    def _font(self, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
        return self._theme.font(size=self._theme.tokens.sizes.label, weight=weight)

    def _plan(self, card: JobCard, width: int, height: int) -> _Plan:
        """Where everything stands in a card of this size."""
        words = card.title, card.words, card.cost, card.tries
        shown = (*words, card.steps, card.fraction is None, width, height)
        plan = self._plans.get(shown)
        if plan is None:
            plan = self._lay_out(card, QRect(0, 0, width, height))
            _remember(self._plans, shown, plan)
        return plan

    def _lay_out(self, card: JobCard, rect: QRect) -> _Plan:
        """Title, bar, words and buttons as one block in the middle; words give way first."""
        font = self._font()
        height = line_height(QFontMetrics(font))
        width = rect.width() - 2 * PAD
        labels = tuple(step for step in card.steps if step.step is not Step.CLOSE)
        rows = self._button_rows(labels, width)
        title = wrapped(card.title, font, width=width, lines=TITLE_LINES)
        has_bar = card.fraction is not None
        fixed = len(title) * height + SPACE + (SPACE + 4 if has_bar else 0)
        fixed += (SPACE + 2 + len(rows) * (BUTTON + 6) - 6) if rows else 0
        room = rect.height() - 2 * PAD - fixed
        lines = max(1, room // height)
        words = _fitted_words(card, font, width=width, lines=lines)
        words = (*words, *_fitted_tries(card, font, width=width, lines=lines - len(words)))
        top = rect.top() + max(PAD, (rect.height() - fixed - len(words) * height) // 2)
        y = top + len(title) * height + SPACE
        bar = QRect(rect.left() + PAD + 4, y, width - 8, 4) if has_bar else None
        y += SPACE + 4 if has_bar else 0
        buttons = self._place(rows, rect, y + len(words) * height + SPACE + 2)
        return _Plan(title, words, top, bar, y, (*buttons, *self._cross(card, rect)))

    def _width(self, step: NextStep) -> int:
        return QFontMetrics(self._font(QFont.Weight.Medium)).horizontalAdvance(step.label) + 18

    def _button_rows(self, steps: tuple[NextStep, ...], width: int) -> list[list[NextStep]]:
        rows: list[list[NextStep]] = []
        for step in steps:
            taken = sum(self._width(other) + 6 for other in rows[-1]) if rows else width
            if taken + self._width(step) <= width:
                rows[-1].append(step)
            else:
                rows.append([step])
        return rows

    def _place(self, rows: list[list[NextStep]], rect: QRect, top: int) -> list[CardButton]:
        placed: list[CardButton] = []
        for row in rows:
            left = rect.left() + (rect.width() - sum(self._width(step) + 6 for step in row) + 6) // 2
            for step in row:
                width = min(self._width(step), rect.width() - 12)
                placed.append(CardButton(step, QRect(max(left, rect.left() + 6), top, width, BUTTON)))
                left += width + 6
            top += BUTTON + 6
        return placed

    def _cross(self, card: JobCard, rect: QRect) -> tuple[CardButton, ...]:
        place = QRect(rect.right() - CROSS - 3, rect.top() + 4, CROSS, CROSS)
        return tuple(CardButton(step, place) for step in card.steps if step.step is Step.CLOSE)

    def _frame(self, painter: QPainter, card: JobCard, rect: QRect) -> None:
        radius = self._theme.tokens.sizes.radius_card
        draw_frame(painter, rect, radius=radius, fill=self._ground(), line=None)
        colour = self._theme.colour(card.tone.value if card.ended else "line")
        pen = QPen(colour, 1)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _ground(self) -> QColor:
        return self._theme.colour("background" if self._theme.tokens.dark else "panel")

    def _fill_bar(self, painter: QPainter, card: JobCard, rect: QRect) -> None:
        filled = round(rect.width() * (card.fraction or 0.0))
        if filled:
            done = QRect(rect.topLeft(), rect.size())
            done.setWidth(max(filled, rect.height()))
            draw_frame(painter, done, radius=2, fill=self._theme.colour(card.tone.value), line=None)

    def _button(self, painter: QPainter, button: CardButton, *, lifted: bool, pressed: bool) -> None:
        theme = self._theme
        fill = theme.colour("line" if pressed else "hover" if lifted else "raised")
        if button.step.step is Step.CLOSE:
            if lifted:
                draw_frame(painter, button.rect, radius=4, fill=fill, line=None)
            icon = theme.icons.pixmap("x", size=14, role="muted", dpr=painter.device().devicePixelRatioF())
            painter.drawPixmap(button.rect.left() + 4, button.rect.top() + 4, icon)
            return
        radius = theme.tokens.sizes.radius_control
        draw_frame(painter, button.rect, radius=radius, fill=fill, line=theme.colour("line"))
        painter.setFont(self._font(QFont.Weight.Medium))
        painter.setPen(theme.colour("text"))
        painter.drawText(button.rect, Qt.AlignmentFlag.AlignCenter, button.step.label)


def _remember(known: dict[object, Thing], key: object, thing: Thing) -> None:
    """Bounded: what is still wanted is soon there again."""
    if len(known) >= MOST_REMEMBERED:
        known.clear()
    known[key] = thing


def _fitted_tries(card: JobCard, font: QFont, *, width: int, lines: int) -> tuple[str, ...]:
    """Whole where there is room, else a line for each, or only for the latest. Details have the rest."""
    if lines >= 2 * len(card.tries):
        return tuple(line for words in card.tries for line in wrapped(words, font, width=width, lines=2))
    tries = card.tries[max(0, len(card.tries) - lines) :] if lines > 0 else ()
    return tuple(_whole_parts(words, font, width) for words in tries)


def _whole_parts(words: str, font: QFont, width: int) -> str:
    """As many of the parts between the dots as fit on one line."""
    while " · " in words and QFontMetrics(font).horizontalAdvance(words) > width:
        words = words.rpartition(" · ")[0]
    return QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, width)


def _fitted_words(card: JobCard, font: QFont, *, width: int, lines: int) -> tuple[str, ...]:
    """The words in so many lines. What it cost keeps its own where not all of them have room."""
    if not card.words:
        return ()
    whole = wrapped(card.words, font, width=width, lines=lines)
    if card.cost.replace(" ", "") in "".join(whole).replace(" ", ""):
        return whole
    cost = wrapped(card.cost, font, width=width, lines=COST_LINES)
    happened = card.words.partition(card.cost)[0]
    room = lines - len(cost)
    return (*wrapped(happened, font, width=width, lines=room), *cost) if happened and room > 0 else cost
