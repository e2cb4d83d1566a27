"""Where a colour is chosen to search by: as a number, from swatches, or from the selected picture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from studio.ui.kit import TextField, Words, draw_frame
from studio.ui.kit.popover import Popover

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from studio.ui.theme import Theme

SWATCHES = (
    *("#b3261e", "#d93a36", "#e07a5f", "#ee8a2a", "#f2cf3a", "#f4e3b2", "#c7d36f", "#7fb069"),
    *("#3f9b4f", "#1f5f3f", "#2f9e98", "#8fd3d1", "#7fb2e5", "#2f6fd0", "#1d3557", "#3d2c6b"),
    *("#7d4fc0", "#c08bd8", "#e58bb4", "#a23b6d", "#7f5537", "#c9a27e", "#8c8c8c", "#141414"),
)
"""Spread over hue and lightness, as pictures have them: light, plain and dark of each family."""

COLUMNS, SIDE, GAP = 8, 24, 6
MOVES = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: COLUMNS, Qt.Key.Key_Up: -COLUMNS}
_HEX = re.compile(r"#?(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


class Swatch(QPushButton):
    """One colour; the arrow keys go to those beside it."""

    def __init__(self, theme: Theme, colour: str, *, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.colour = colour
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setToolTip(colour)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The colour, with a ring that stands on light and dark ones."""
        painter = QPainter(self)
        marked = self.hasFocus() or self.underMouse()
        line = self._theme.colour("accent" if self.hasFocus() else "text" if marked else "line")
        draw_frame(
            painter, self.rect(), radius=5, fill=QColor(self.colour), line=line, width=2 if marked else 1
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it as well as Space; the arrow keys are for all of them."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in MOVES:
            event.ignore()
        else:
            super().keyPressEvent(event)


class ColourPanel(Popover):
    """`chosen` carries "#rrggbb"."""

    chosen = Signal(str)

    def __init__(self, theme: Theme, anchor: QWidget) -> None:
        super().__init__(anchor, name=self.tr("Search by colour"), right=True)
        self._theme = theme
        self.body.setContentsMargins(12, 10, 12, 12)
        self.body.setSpacing(8)
        self._field = TextField(name=self.tr("Colour"), placeholder="#e07a5f")
        self._field.returnPressed.connect(self._take_written)
        self._swatches: list[Swatch] = []
        grid = QGridLayout()
        grid.setSpacing(GAP)
        for at, colour in enumerate(SWATCHES):
            grid.addWidget(self._swatch(colour), at // COLUMNS, at % COLUMNS)
        self._picture = Words(self.tr("From the selected picture"), role="caption")
        self._row = QHBoxLayout()
        self._row.setSpacing(GAP)
        self._own: list[Swatch] = []
        self.body.addWidget(Words(self.tr("Pictures near a colour"), role="caption"))
        self.body.addWidget(self._field)
        self.body.addLayout(grid)
        self.body.addWidget(self._picture)
        self.body.addLayout(self._row)

    def choose(self, palette: tuple[str, ...]) -> None:
        """Open it, with these colours of the selected picture."""
        for old in self._own:
            self._row.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        while self._row.takeAt(0) is not None:
            pass
        self._own = [self._swatch(colour) for colour in palette[:COLUMNS]]
        for swatch in self._own:
            self._row.addWidget(swatch)
            swatch.show()
        self._row.addStretch(1)
        self._picture.setVisible(bool(palette))
        self._field.clear()
        self.open()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrow keys move among the swatches."""
        if event.key() not in MOVES:
            super().keyPressEvent(event)
            return
        all_of_them = [*self._swatches, *self._own]
        at = next((place for place, one in enumerate(all_of_them) if one.hasFocus()), -1)
        wanted = at + MOVES[Qt.Key(event.key())] if at >= 0 else 0
        if wanted < 0:
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            all_of_them[min(wanted, len(all_of_them) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _swatch(self, colour: str) -> Swatch:
        name = self.tr("Colour {colour}").format(colour=colour)
        swatch = Swatch(self._theme, colour, name=name, parent=self)
        swatch.clicked.connect(lambda: self._take(colour))
        if len(self._swatches) < len(SWATCHES):
            self._swatches.append(swatch)
        return swatch

    def _take_written(self) -> None:
        written = self._field.text().strip()
        if _HEX.fullmatch(written):
            self._take(f"#{written.removeprefix('#').lower()}")
        else:
            self._field.selectAll()

    def _take(self, colour: str) -> None:
        self.dismiss()
        self.chosen.emit(colour)
