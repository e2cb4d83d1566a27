"""The line over a drawn tree: the way back, how it is looked at, and what it comes to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.ui.kit import Button, ButtonKind, Chip, Words
from studio.viewmodels.tree_page import Direction
from studio.viewmodels.viewer_state import ZoomStep
from studio.viewmodels.viewer_words import percent_words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from studio.ui.theme import Theme
    from studio.ui.tree.canvas import TreeCanvas
    from studio.viewmodels.tree_page import TreePageViewModel

NARROW = 640
"""Below this width the sums give way."""


class TreeHead(QWidget):
    """`replay_pressed` for the edits that led to the chosen version."""

    replay_pressed = Signal()

    def __init__(
        self, theme: Theme, page: TreePageViewModel, canvas: TreeCanvas, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._canvas = canvas
        self.back = Button(theme, self.tr("Gallery"), kind=ButtonKind.QUIET, icon="arrow-left")
        self.back.setAccessibleName(self.tr("Back to the gallery"))
        self.fit = Chip(self.tr("Fit"))
        self.whole = Chip(self.tr("100%"))
        self.down = Chip(self.tr("Top down"))
        self.all = Chip(self.tr("Hidden"))
        self._percent = Words(role="caption")
        # It changes with every notch of the wheel, and nothing else should move for it.
        self._percent.setMinimumWidth(44)
        self._sums = Words(role="caption")
        self.replay = Button(theme, self.tr("Replay…"))
        self._lay_out()
        self._listen()
        self._follow()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 7, 16, 7)
        row.setSpacing(8)
        for widget in (self.back, self.fit, self.whole, self.down, self.all, self._percent):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._sums)
        row.addSpacing(4)
        row.addWidget(self.replay)
        for button in (self.back, self.fit, self.whole, self.down, self.all, self.replay):
            # A click leaves the arrow keys to the tree.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _listen(self) -> None:
        page, canvas = self._page, self._canvas
        self.back.clicked.connect(page.close)
        self.fit.clicked.connect(lambda: self._zoom(ZoomStep.FIT))
        self.whole.clicked.connect(lambda: self._zoom(ZoomStep.WHOLE))
        self.down.clicked.connect(page.turn)
        self.all.clicked.connect(lambda: page.show_all(shows=self.all.isChecked()))
        self.replay.clicked.connect(self.replay_pressed)
        canvas.view_changed.connect(self._follow)
        page.state_changed.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window keeps what nothing else tells."""
        super().resizeEvent(event)
        wide = event.size().width() >= NARROW
        for widget in (self._percent, self._sums):
            widget.setVisible(wide)

    def _zoom(self, step: ZoomStep) -> None:
        self._canvas.take_step(step)
        # A chip that is pressed again stays as it is.
        self._follow()

    def _follow(self) -> None:
        state, scale = self._page.state, self._canvas.view.scale
        self.fit.setChecked(self._canvas.shows_whole)
        self.whole.setChecked(scale == 1.0)
        self.down.setChecked(state.direction is Direction.DOWN)
        self.all.setVisible(state.put_away > 0)
        self.all.set_count(state.put_away)
        self.all.setChecked(state.shows_all)
        self.all.setToolTip(self.tr("Show hidden and archived branches"))
        self._percent.set_words(percent_words(scale))
        self._sums.set_words(self._sum_words())
        depth = self._page.edits
        self.replay.setEnabled(depth > 0)
        self.replay.setToolTip("" if depth else self.tr("Nothing was changed on the way to this version."))

    def _sum_words(self) -> str:
        state = self._page.state
        if not state.count:
            return ""
        words = self.tr("1 version · {cost}") if state.count == 1 else self.tr("{count} versions · {cost}")
        return words.format(count=f"{state.count:,}", cost=state.cost)
