"""The line under pictures that are compared: in which way, what is known of it, and which is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.ui.kit import Button, Chip, IconButton, Words
from studio.ui.viewer.overlays import Swatch
from studio.viewmodels.compare_actions import way_words
from studio.viewmodels.compare_state import Way
from studio.viewmodels.compare_words import keep_words
from studio.viewmodels.difference import share_words
from studio.viewmodels.viewer_state import ViewerMode

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.compare import CompareViewModel
    from studio.viewmodels.difference import DifferenceViewModel
    from studio.viewmodels.viewer import ViewerViewModel


class CompareBar(QWidget):
    """Ways while pictures are compared with the eye; what changed while their difference is shown."""

    def __init__(
        self,
        theme: Theme,
        *,
        viewer: ViewerViewModel,
        compare: CompareViewModel,
        difference: DifferenceViewModel,
    ) -> None:
        super().__init__()
        self._viewer = viewer
        self._compare = compare
        self._difference = difference
        self.ways = {way: Chip(way_words(way)) for way in Way}
        self.play = IconButton(theme, "play", name=self.tr("Flicker by itself"), small=True)
        self.play.setCheckable(True)
        self._unexpected = _Key(theme, "bad", self.tr("Changed"))
        self._expected = _Key(theme, "info", self.tr("In the region"))
        self.words = Words()
        self.hint = Words(role="caption")
        self._hints = {
            Way.SLIDER: "",
            Way.SIDE_BY_SIDE: self.tr("Alt and dragging moves one alone"),
            Way.FLICKER: self.tr("Space shows the other one"),
        }
        self.keep = Button(theme, "", icon="check", small=True)
        self._lay_out()
        for way, chip in self.ways.items():
            chip.clicked.connect(lambda *, way=way: self._choose(way))
        self.play.clicked.connect(lambda: compare.play(plays=self.play.isChecked()))
        self.keep.clicked.connect(compare.keep)
        compare.state_changed.connect(self._follow)
        difference.state_changed.connect(self._follow)
        viewer.look.state_changed.connect(self._follow)
        self._follow()

    def _lay_out(self) -> None:
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for widget in (*self.ways.values(), self.play, self.hint, self.words):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self._unexpected, self._expected, self.keep):
            row.addWidget(widget)
        for button in (*self.ways.values(), self.play, self.keep):
            # A click leaves the keys to the pictures.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def minimumSizeHint(self) -> QSize:
        """However wide it is: hints, and what the colours stand for, give way."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words need room."""
        super().resizeEvent(event)
        self._show_keys()

    def _show_keys(self) -> None:
        shows_map = self._viewer.look.state.mode is ViewerMode.DIFFERENCE
        self._unexpected.setVisible(shows_map)
        self._expected.setVisible(shows_map and self._difference.state.has_region)
        self.hint.setVisible(not shows_map)
        if self._row.sizeHint().width() > self.width():
            for widget in (self._unexpected, self._expected, self.hint):
                widget.hide()

    def _choose(self, way: Way) -> None:
        self._compare.set_way(way)
        # A chip that is pressed again stays as it is.
        self._follow()

    def _follow(self) -> None:
        state, difference = self._compare.state, self._difference.state
        shows_map = self._viewer.look.state.mode is ViewerMode.DIFFERENCE
        for way, chip in self.ways.items():
            chip.setVisible(not shows_map)
            chip.setChecked(state.way is way)
        self.play.setVisible(state.way is Way.FLICKER and not shows_map)
        self.play.setChecked(state.plays)
        self.play.set_icon("pause" if state.plays else "play")
        self.hint.set_words(self._hints[state.way])
        self.words.setVisible(shows_map)
        self.words.set_words(share_words(difference))
        short, whole = keep_words(state.title(state.current))
        self.keep.setText(short)
        self.keep.setToolTip(whole)
        self.keep.setAccessibleName(whole)
        self.keep.setEnabled(bool(state.versions))
        self._show_keys()


class _Key(QWidget):
    """A colour of the map, and what it stands for."""

    def __init__(self, theme: Theme, role: str, words: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        swatch = Swatch(theme, QSize(10, 10), self)
        swatch.show_role(role)
        said = Words(role="caption")
        said.set_words(words)
        row.addWidget(swatch)
        row.addWidget(said)
