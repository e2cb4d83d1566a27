"""A grid of aspect ratios, each drawn as its outline."""

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

from studio.ui.kit.look import draw_frame
from studio.ui.kit.option_group import OptionCell, OptionGroup
from studio.ui.kit.still import Still

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from studio.ui.theme import Theme

OUTLINE_AREA = 284
OUTLINE_WIDEST = 28
OUTLINE_TALLEST = 25
OUTLINE_BOTTOM = 22
ICON_TOP = 38
LABEL_HEIGHT = 24
GAP = 6


@dataclass(frozen=True, slots=True)
class RatioOption:
    """`width` and `height` are the ratio's own numbers; both zero draw sparkles: the other side chooses."""

    id: str
    label: str
    width: int = 0
    height: int = 0
    description: str = ""


class _RatioCell(OptionCell):
    def __init__(self, theme: "Theme", option: RatioOption, parent: QWidget) -> None:
        super().__init__(option.id, option.label, parent)
        self._theme = theme
        self._option = option
        self._still = Still()
        self.describe(option.description)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(38, self._theme.tokens.sizes.ratio_cell)

    def minimumSizeHint(self) -> QSize:
        return QSize(34, self._theme.tokens.sizes.ratio_cell)

    def paintEvent(self, event: "QPaintEvent") -> None:
        self._still.paint(self, self._draw, self.isChecked(), *_looks(self, self._theme))

    def _draw(self, painter: QPainter) -> None:
        chosen = self.isChecked()
        _paint_ground(painter, self, self._theme, chosen=chosen)
        role = "accent" if chosen and self._theme.tokens.dark else "text" if chosen else "muted"
        if self._option.width:
            self._paint_outline(painter, role)
        else:
            icon = self._theme.icons.pixmap("sparkles", size=16, role=role, dpr=self.devicePixelRatioF())
            painter.drawPixmap(round((self.width() - 16) / 2), self.height() - ICON_TOP, icon)
        _paint_label(painter, self, self._theme, self._option.label, role="text" if chosen else "muted")

    def _paint_outline(self, painter: QPainter, role: str) -> None:
        ratio = self._option.width / self._option.height
        width = min(round(math.sqrt(OUTLINE_AREA * ratio)), OUTLINE_WIDEST)
        height = min(max(round(width / ratio), 5), OUTLINE_TALLEST)
        width = max(min(width, round(height * ratio)), 5)
        left = (self.width() - width) // 2
        bottom = self.height() - OUTLINE_BOTTOM
        painter.setPen(QPen(self._theme.colour(role), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(left + 0.5, bottom - height + 0.5, width - 1, height - 1), 2, 2)


class _MoreCell(QPushButton):
    """Opens and closes the rest of the grid."""

    def __init__(self, theme: "Theme", parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._still = Still()
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(38, self._theme.tokens.sizes.ratio_cell)

    def minimumSizeHint(self) -> QSize:
        return QSize(34, self._theme.tokens.sizes.ratio_cell)

    def paintEvent(self, event: "QPaintEvent") -> None:
        self._still.paint(self, self._draw, self.text(), *_looks(self, self._theme))

    def _draw(self, painter: QPainter) -> None:
        _paint_ground(painter, self, self._theme, chosen=False)
        icon = self._theme.icons.pixmap("ellipsis", size=16, role="muted", dpr=self.devicePixelRatioF())
        painter.drawPixmap(round((self.width() - 16) / 2), self.height() - ICON_TOP, icon)
        _paint_label(painter, self, self._theme, self.text(), role="muted")


class RatioPicker(OptionGroup):
    """`shown` options stand in the grid, the rest behind "More", which opens in place."""

    def __init__(
        self,
        theme: "Theme",
        *,
        name: str,
        columns: int = 7,
        shown: int = 13,
        more: str = "More",
        fewer: str = "Fewer",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name=name, columns=columns, parent=parent)
        self._theme = theme
        self._shown = shown
        self._words = (more, fewer)
        self._expanded = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self._more = _MoreCell(theme, self)
        self._more.clicked.connect(self._toggle)
        theme.changed.connect(self.update)

    def set_options(self, options: tuple[RatioOption, ...]) -> None:
        self._adopt([_RatioCell(self._theme, option, self) for option in options])
        self._arrange()

    def set_value(self, id_: str) -> None:
        super().set_value(id_)
        hidden = self._cells[self._shown :]
        if not self._expanded and any(cell.id == id_ for cell in hidden):
            self._toggle()

    @property
    def expanded(self) -> bool:
        return self._expanded

    def _toggle(self) -> None:
        self._expanded = not self._expanded
        self._arrange()

    def _arrange(self) -> None:
        while self._grid.takeAt(0) is not None:
            pass
        count = len(self._cells) if self._expanded else min(self._shown, len(self._cells))
        for index, cell in enumerate(self._cells):
            cell.setVisible(index < count)
            if index < count:
                self._grid.addWidget(cell, index // self._columns, index % self._columns)
        self._more.setVisible(len(self._cells) > self._shown)
        self._more.setText(self._words[1 if self._expanded else 0])
        self._grid.addWidget(self._more, count // self._columns, count % self._columns)
        # The order of Tab is the order of the grid.
        for before, after in pairwise([*self._cells, self._more]):
            QWidget.setTabOrder(before, after)


def _looks(cell: QPushButton | OptionCell, theme: "Theme") -> tuple[bool, bool, bool]:
    """What the look of every cell depends on."""
    return cell.underMouse(), cell.hasFocus(), theme.tokens.dark


def _paint_ground(painter: QPainter, cell: QPushButton | OptionCell, theme: "Theme", *, chosen: bool) -> None:
    lifted = chosen or cell.underMouse()
    focused = cell.hasFocus()
    draw_frame(
        painter,
        cell.rect(),
        radius=theme.tokens.sizes.radius_control,
        fill=theme.colour("raised" if lifted else "background"),
        line=theme.colour("accent" if chosen or focused else "line"),
        width=2 if focused else 1,
    )


def _paint_label(
    painter: QPainter, cell: QPushButton | OptionCell, theme: "Theme", text: str, *, role: str
) -> None:
    painter.setFont(theme.font(size=theme.tokens.sizes.small))
    painter.setPen(theme.colour(role))
    area = QRect(0, cell.height() - LABEL_HEIGHT, cell.width(), LABEL_HEIGHT)
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
