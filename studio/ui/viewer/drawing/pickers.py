"""Tools and colours as rows of radio buttons: a click leaves the keyboard to the picture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.ui.kit import draw_frame
from studio.ui.kit.option_group import OptionCell, OptionGroup

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtGui import QPaintEvent

    from studio.ui.theme import Theme

SIDE = 32
ICON = 16
DOT = 15


@dataclass(frozen=True, slots=True)
class Option:
    """`icon` is the name of one, or a colour as "#rrggbb"."""

    id: str
    name: str
    icon: str


class IconRow(OptionGroup):
    """One of a few, each an icon or a colour."""

    def __init__(
        self, theme: Theme, options: Sequence[Option], *, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(name=name, columns=len(options), parent=parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        cells: list[OptionCell] = [_cell(theme, option, self) for option in options]
        for cell in cells:
            row.addWidget(cell)
        self._adopt(cells)

    def show_keys(self, keys: Mapping[str, str]) -> None:
        """Say the keys of options, by their ids, beside their names."""
        for cell in self._cells:
            shown = keys.get(cell.id, "")
            cell.setToolTip(f"{cell.label} ({shown})" if shown else cell.label)
            cell.setAccessibleDescription(shown)

    def _leave_one_tab_stop(self) -> None:
        super()._leave_one_tab_stop()
        for cell in self._cells:
            stops = cell.focusPolicy() is Qt.FocusPolicy.StrongFocus
            cell.setFocusPolicy(Qt.FocusPolicy.TabFocus if stops else Qt.FocusPolicy.NoFocus)


def _cell(theme: Theme, option: Option, parent: QWidget) -> OptionCell:
    kind = _ColourCell if option.icon.startswith("#") else _IconCell
    return kind(theme, option, parent)


class _Cell(OptionCell):
    side = SIDE

    def __init__(self, theme: Theme, option: Option, parent: QWidget) -> None:
        super().__init__(option.id, option.name, parent)
        self._theme = theme
        self._option = option
        self.setToolTip(option.name)
        self.setFixedSize(self.side, SIDE)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as it is high, or narrower."""
        return QSize(self.side, SIDE)


class _IconCell(_Cell):
    def paintEvent(self, event: QPaintEvent) -> None:
        """Raised and framed where it is chosen, as buttons that are held down are."""
        painter = QPainter(self)
        chosen, focused = self.isChecked(), self.hasFocus()
        if chosen or focused or self.underMouse():
            draw_frame(
                painter,
                self.rect(),
                radius=self._theme.tokens.sizes.radius_control,
                fill=self._theme.colour("raised" if chosen else "hover"),
                line=self._theme.colour("accent" if focused else "faint" if chosen else "hover"),
            )
        at = (SIDE - ICON) // 2
        role = "text" if chosen else "muted"
        icons, ratio = self._theme.icons, self.devicePixelRatioF()
        painter.drawPixmap(at, at, icons.pixmap(self._option.icon, size=ICON, role=role, dpr=ratio))


class _ColourCell(_Cell):
    side = 22

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dot, with a ring around the one that is chosen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(self.width() / 2, self.height() / 2)
        chosen, focused = self.isChecked(), self.hasFocus()
        radius = DOT / 2 - (0 if chosen or self.underMouse() else 1)
        if chosen or focused:
            painter.setPen(QPen(self._theme.colour("accent" if focused else "text"), 1.5))
            painter.drawEllipse(middle, radius + 2.5, radius + 2.5)
        painter.setPen(QPen(self._theme.colour("faint"), 1))
        painter.setBrush(QColor(self._option.icon))
        painter.drawEllipse(middle, radius - 0.5, radius - 0.5)
