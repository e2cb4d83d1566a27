"""A row of segments with two lines each, as for the resolution and its price."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from studio.ui.kit.look import draw_frame
from studio.ui.kit.option_group import OptionCell, OptionGroup

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from studio.ui.theme import Theme

INSET = 3


@dataclass(frozen=True, slots=True)
class SegmentOption:
    """`second` is the small line under the label; it is read out unless a description is given."""

    id: str
    label: str
    second: str = ""
    description: str = ""
    enabled: bool = True


class _Segment(OptionCell):
    def __init__(self, theme: "Theme", option: SegmentOption, parent: QWidget) -> None:
        super().__init__(option.id, option.label, parent)
        self._theme = theme
        self._option = option
        self.show_option(option)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_option(self, option: SegmentOption) -> None:
        self._option = option
        self.setAccessibleDescription(option.description or option.second)
        self.setToolTip(option.description)
        self.setEnabled(option.enabled)
        self.update()

    def sizeHint(self) -> QSize:
        width = max(
            self._width(self._option.label, self._theme.tokens.sizes.text),
            self._width(self._option.second, self._theme.tokens.sizes.small),
        )
        return QSize(width + 16, self._theme.tokens.sizes.segment)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: "QPaintEvent") -> None:
        painter = QPainter(self)
        chosen, focused = self.isChecked(), self.hasFocus()
        if chosen or focused or self.underMouse():
            draw_frame(
                painter,
                self.rect(),
                radius=self._theme.tokens.sizes.radius_control,
                fill=self._theme.colour("raised" if chosen else "background"),
                line=self._theme.colour("accent" if focused else "line"),
            )
        sizes, two_lines = self._theme.tokens.sizes, bool(self._option.second)
        label_role = "faint" if not self.isEnabled() else "text" if chosen else "muted"
        first = QRect(0, 4 if two_lines else 0, self.width(), 16 if two_lines else self.height())
        self._paint_line(painter, first, self._option.label, size=sizes.text, role=label_role)
        second_role = "muted" if chosen else "faint"
        self._paint_line(
            painter, QRect(0, 19, self.width(), 13), self._option.second, size=sizes.small, role=second_role
        )

    def _paint_line(self, painter: QPainter, area: QRect, text: str, *, size: int, role: str) -> None:
        painter.setFont(self._theme.font(size=size))
        painter.setPen(self._theme.colour(role))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)

    def _width(self, text: str, size: int) -> int:
        return QFontMetrics(self._theme.font(size=size)).horizontalAdvance(text)


class SegmentedPicker(OptionGroup):
    def __init__(self, theme: "Theme", *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name=name, columns=1, parent=parent)
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(INSET, INSET, INSET, INSET)
        self._row.setSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def set_options(self, options: tuple[SegmentOption, ...]) -> None:
        """Show these; where the ids are the same only their words change."""
        segments = [cell for cell in self._cells if isinstance(cell, _Segment)]
        if [segment.id for segment in segments] == [option.id for option in options]:
            for segment, option in zip(segments, options, strict=True):
                segment.show_option(option)
            return
        while self._row.takeAt(0) is not None:
            pass
        cells = [_Segment(self._theme, option, self) for option in options]
        for cell in cells:
            self._row.addWidget(cell, 1)
        self._adopt([*cells])

    def paintEvent(self, event: "QPaintEvent") -> None:
        draw_frame(
            QPainter(self),
            self.rect(),
            radius=self._theme.tokens.sizes.radius_card,
            fill=self._theme.colour("background"),
            line=self._theme.colour("line"),
        )
