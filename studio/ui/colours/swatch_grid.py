"""The colours of a palette as buttons, two in a row: a press copies one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from studio.domain.oklab import name_of
from studio.domain.palette_contrast import text_on
from studio.ui.kit import Button, draw_frame
from studio.viewmodels.colour_words import name_words, swatch_words
from studio.viewmodels.wording import share_words, translate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from studio.domain.palette_swatches import Swatch
    from studio.ui.theme import Theme

HEIGHT, GAP, BLOCK = 46, 6, 54


class SwatchGrid(QWidget):
    """`pressed` carries a Swatch."""

    pressed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._buttons: list[SwatchButton] = []
        self.setAccessibleName(translate("colours", "Colours"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
        self._grid.setRowStretch(6, 1)

    @property
    def buttons(self) -> tuple[SwatchButton, ...]:
        """Those that are seen."""
        return tuple(button for button in self._buttons if not button.isHidden())

    def show_swatches(self, swatches: Sequence[Swatch]) -> None:
        """Show these, line by line; a button that is there already keeps the keyboard."""
        while len(self._buttons) < len(swatches):
            self._add()
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(swatches))
            if number < len(swatches):
                button.show_swatch(swatches[number])

    def _add(self) -> None:
        number = len(self._buttons)
        button = SwatchButton(self._theme)
        button.clicked.connect(lambda: self.pressed.emit(button.swatch))
        self._grid.addWidget(button, number // 2, number % 2)
        self._buttons.append(button)


class SwatchButton(Button):
    """The colour with a sample of the text that reads best on it, its name, its number, its share."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self.swatch: Swatch | None = None
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(200, HEIGHT)

    def show_swatch(self, swatch: Swatch) -> None:
        """Show this one."""
        if swatch != self.swatch:
            self.swatch = swatch
            self.setAccessibleName(swatch_words(swatch))
            self.setToolTip(translate("colours", "Copy {hex}").format(hex=swatch.hex))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card of one line of name and one of numbers."""
        del event
        swatch, theme = self.swatch, self._theme
        if swatch is None:
            return
        painter = QPainter(self)
        ground = "hover" if self.underMouse() or self.isDown() else "raised"
        line = "accent" if self.hasFocus() else "line"
        radius = theme.tokens.sizes.radius_control
        draw_frame(painter, self.rect(), radius=radius, fill=theme.colour(ground), line=theme.colour(line))
        block = QRect(1, 1, BLOCK, self.height() - 2)
        draw_frame(
            painter, block, radius=radius - 1, fill=QColor(swatch.hex), line=QColor(swatch.hex), width=0
        )
        sizes = theme.tokens.sizes
        painter.setFont(theme.font(size=sizes.heading))
        painter.setPen(QColor(name_of(text_on(swatch.rgb))))
        painter.drawText(block, Qt.AlignmentFlag.AlignCenter, "Aa")
        left, width = BLOCK + 12, self.width() - BLOCK - 20
        self._paint_line(painter, QRect(left, 6, width, 17), name_words(swatch), "text", sizes.text)
        told = f"{swatch.hex}  ·  {share_words(swatch.share)}"
        self._paint_line(painter, QRect(left, 24, width, 15), told, "muted", sizes.label)

    def _paint_line(self, painter: QPainter, place: QRect, words: str, role: str, size: int) -> None:
        painter.setFont(self._theme.font(size=size))
        painter.setPen(self._theme.colour(role))
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
