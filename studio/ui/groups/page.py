"""Groups and prices as a page of the window: the board, our own figures, and charts of both."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from studio.domain.goal import Goal
from studio.domain.spans import Span
from studio.ui.groups.board_view import BoardView
from studio.ui.groups.chart_card import ChartCard
from studio.ui.kit import (
    Button,
    ButtonKind,
    Card,
    Chip,
    Elided,
    FlowLayout,
    IconButton,
    ScrollColumn,
    Words,
    surface,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.chart_saving import ChartSaving
    from studio.viewmodels.charts import Chart
    from studio.viewmodels.groups import GroupsViewModel
    from studio.viewmodels.groups_goals import GoalMark

MARGIN = 16
HEAD_GAP = 8
LEFT = 8
FIRST = 2
"""So many charts stand right under the board."""

TWO_COLUMNS = 640
"""From this width on two charts stand beside each other."""


class GroupsPage(QWidget):
    """Shows what its view-model says. `update_requested` for prices and figures from the model page,
    `refresh_requested` for those from the gateway, `history_requested` for earlier prices.
    """

    update_requested = Signal()
    refresh_requested = Signal()
    history_requested = Signal()

    def __init__(
        self, theme: Theme, groups: GroupsViewModel, saving: ChartSaving, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._groups = groups
        self._saving = saving
        surface(self, "window")
        self.setAccessibleName(self.tr("Groups and prices"))
        self.cards: list[ChartCard] = []
        self._make_head()
        self.board = BoardView(theme, name=self.tr("Groups"))
        self.own = BoardView(theme, name=self.tr("Your figures"))
        self.spans = {span: Chip(words) for span, words in self._span_words().items()}
        self.goals = {goal: Chip("") for goal in Goal}
        self._over_goals, self._over_spans = (
            Words(self.tr("By goal"), role="strong"),
            Words(self.tr("Yours"), role="strong"),
        )
        self._first, self._rest = QGridLayout(), QGridLayout()
        for grid in (self._first, self._rest):
            grid.setSpacing(12)
        self._columns = 2
        self._lay_out()
        for board in (self.board, self.own):
            board.chosen.connect(groups.choose)
        for span, chip in self.spans.items():
            chip.clicked.connect(partial(self._show_span, span))
        for goal, chip in self.goals.items():
            chip.clicked.connect(partial(self._choose_goal, goal))
        self._align_rows()
        self.setFocusProxy(self.board)
        groups.state_changed.connect(self._show)
        self._show()

    def _span_words(self) -> dict[Span, str]:
        return {
            Span.DAY: self.tr("24 hours"),
            Span.WEEK: self.tr("7 days"),
            Span.MONTH: self.tr("30 days"),
            Span.ALL: self.tr("All"),
        }

    # Building

    def _make_head(self) -> None:
        self.back = IconButton(self._theme, "arrow-left", name=self.tr("Back"))
        self.back.clicked.connect(self._groups.close)
        self._about = Elided(role="muted")
        self.history_button = Button(self._theme, self.tr("Price history…"), kind=ButtonKind.LINK)
        self.history_button.clicked.connect(self.history_requested)
        self.refresh_button = Button(
            self._theme, self.tr("Refresh from the gateway"), kind=ButtonKind.NEUTRAL, icon="refresh-cw"
        )
        self.refresh_button.clicked.connect(self.refresh_requested)
        self.update_button = Button(self._theme, self.tr("Update from model page…"), kind=ButtonKind.NEUTRAL)
        self.update_button.clicked.connect(self.update_requested)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        self._scroll = ScrollColumn()
        body = self._scroll.body
        body.setContentsMargins(MARGIN, 4, MARGIN, MARGIN)
        body.setSpacing(12)
        body.addWidget(_framed(self.board))
        body.addLayout(self._goal_row())
        body.addLayout(self._span_row())
        self._own_card = _framed(self.own)
        body.addLayout(self._first)
        body.addWidget(self._own_card)
        body.addLayout(self._rest)
        body.addStretch(1)
        column.addWidget(self._scroll, 1)

    def _head(self) -> QVBoxLayout:
        """What is known of the prices stands under the title: beside it the buttons leave no room for it."""
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.back, Words(self.tr("Groups and prices"), role="heading")):
            row.addWidget(widget)
        row.addStretch(1)
        for button in (self.refresh_button, self.update_button):
            row.addWidget(button)
        about = QHBoxLayout()
        about.setContentsMargins(MARGIN - LEFT, 0, 0, 0)
        about.setSpacing(8)
        about.addWidget(self._about, 1)
        about.addWidget(self.history_button)
        about.addStretch()
        head = QVBoxLayout()
        head.setContentsMargins(LEFT, 10, MARGIN, 8)
        head.setSpacing(4)
        head.addLayout(row)
        head.addLayout(about)
        return head

    def _align_rows(self) -> None:
        """The chips of both rows begin at one place."""
        heads = (self._over_goals, self._over_spans)
        for head in heads:
            head.ensurePolished()
        widest = max(head.sizeHint().width() for head in heads)
        for head in heads:
            head.setFixedWidth(widest + HEAD_GAP)

    def _goal_row(self) -> FlowLayout:
        row = FlowLayout(gap=6)
        row.addWidget(self._over_goals)
        for chip in self.goals.values():
            row.addWidget(chip)
        return row

    def _span_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._over_spans)
        for span, chip in self.spans.items():
            chip.setAccessibleName(self.tr("Your figures of: {time}").format(time=self._span_words()[span]))
            row.addWidget(chip)
        self._note = Elided(role="caption")
        row.addSpacing(6)
        row.addWidget(self._note, 1)
        return row

    # Showing

    def _show(self) -> None:
        state = self._groups.state
        self._about.set_words(state.about)
        # No wider than its words: what may be pressed follows them.
        self._about.setMaximumWidth(self._about.fontMetrics().horizontalAdvance(state.about) + 2)
        self.refresh_button.setEnabled(state.can_refresh)
        self.board.show_board(state.published)
        self.own.show_board(state.own)
        for mark in state.goals:
            _show_mark(self.goals[mark.goal], mark)
        for span, chip in self.spans.items():
            chip.setChecked(span is state.span)
        self._note.set_words("" if state.is_known else self.tr("Reading…"))
        self._show_charts(state.charts)

    def _show_charts(self, charts: tuple[Chart, ...]) -> None:
        more = charts[len(self.cards) :]
        if more:
            self.cards += [ChartCard(self._theme, chart, self._saving) for chart in more]
            self._place_cards()
        for number, card in enumerate(self.cards):
            card.setVisible(number < len(charts))
        for card, chart in zip(self.cards, charts, strict=False):
            card.show_chart(chart)

    def _place_cards(self) -> None:
        """The first two over our own figures, the others under them; the last has all of its row."""
        for grid, cards in ((self._first, self.cards[:FIRST]), (self._rest, self.cards[FIRST:])):
            for number, card in enumerate(cards):
                row, column = divmod(number, self._columns)
                is_last = number == len(cards) - 1
                grid.addWidget(card, row, column, 1, self._columns - column if is_last else 1)
            for column in range(2):
                grid.setColumnStretch(column, 1 if column < self._columns else 0)

    def _choose_goal(self, goal: Goal) -> None:
        self._groups.choose_goal(goal)
        self._show()

    def _show_span(self, span: Span) -> None:
        self._groups.show_span(span)
        # A chip that is pressed again stays as it is.
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns = 2 if event.size().width() >= TWO_COLUMNS else 1
        if columns != self._columns:
            self._columns = columns
            self._place_cards()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back, whatever has the focus here."""
        if event.key() == Qt.Key.Key_Escape:
            self._groups.close()
        else:
            super().keyPressEvent(event)


def _show_mark(chip: Chip, mark: GoalMark) -> None:
    chip.setText(mark.words)
    chip.setAccessibleName(mark.words)
    chip.setAccessibleDescription(mark.why)
    chip.setToolTip(mark.why)
    chip.setChecked(mark.used)


def _framed(board: BoardView) -> Card:
    card = Card(padding=0)
    card.body.setContentsMargins(4, 2, 4, 4)
    card.body.addWidget(board)
    return card
