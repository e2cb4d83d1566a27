"""The table of details: what it is on the left, its value on the right."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from studio.ui.kit.button import Button, ButtonKind
from studio.ui.kit.tips import in_lines
from studio.ui.kit.words import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from studio.ui.theme import Theme

LABEL_WIDTH = 84


@dataclass(frozen=True, slots=True)
class KeyValue:
    """`copy` is what its copy link takes, where that is more than is shown; `whole` what a shortened value
    says in full; `warns` that it isn't as it was asked for. `widget` replaces words: with a parent of its own
    it may be given again and again.
    """

    id: str
    label: str
    value: str = ""
    copyable: bool = False
    copy: str = ""
    whole: str = ""
    warns: bool = False
    widget: QWidget | None = None

    @property
    def shape(self) -> tuple[object, ...]:
        """Rows of one shape differ in words alone."""
        return self.id, self.label, self.copyable, self.warns, self.widget


class KeyValueRows(QWidget):
    copied = Signal(str)

    def __init__(self, theme: "Theme", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: tuple[KeyValue, ...] = ()
        self._values: dict[str, Words] = {}
        self._lent: set[QWidget] = set()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)

    def set_rows(self, rows: tuple[KeyValue, ...]) -> None:
        """Show these; where only words changed, only they change."""
        if [row.shape for row in rows] != [row.shape for row in self._rows]:
            self._build(rows)
        self._rows = rows
        for row in rows:
            if row.id in self._values:
                self._values[row.id].set_words(row.value)
                self._values[row.id].setToolTip(in_lines(row.whole))
                self._values[row.id].setAccessibleName(f"{row.label}: {row.whole or row.value}")

    def _build(self, rows: tuple[KeyValue, ...]) -> None:
        wanted = [row.widget for row in rows]
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in wanted:
                widget.hide()
                if widget not in self._lent:
                    widget.deleteLater()
        # What had a parent before may be given again.
        self._lent |= {widget for widget in wanted if widget is not None and widget.parent() is not None}
        self._values = {}
        top = Qt.AlignmentFlag.AlignTop
        for index, row in enumerate(rows):
            self._grid.addWidget(Words(row.label, role="caption"), index, 0, top)
            self._grid.addWidget(row.widget or self._value(row), index, 1, top)
            if row.widget:
                row.widget.show()

    def _value(self, row: KeyValue) -> QWidget:
        words = Words(role="warning" if row.warns else "value", wrap=not row.copyable, selectable=True)
        self._values[row.id] = words
        if not row.copyable:
            return words
        line = QWidget()
        box = QHBoxLayout(line)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        copy = Button(
            self._theme,
            self.tr("Copy"),
            kind=ButtonKind.LINK,
            name=self.tr("Copy {label}").format(label=row.label),
        )
        copy.clicked.connect(lambda: self._copy(row.id))
        box.addWidget(words)
        box.addWidget(copy)
        box.addStretch(1)
        return line

    def _copy(self, id_: str) -> None:
        row = next(row for row in self._rows if row.id == id_)
        QGuiApplication.clipboard().setText(row.copy or row.value)
        self.copied.emit(id_)


class Swatches(QWidget):
    """Colours side by side; their numbers are its description."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colours: tuple[str, ...] = ()
        self.setAccessibleName(name)
        self.setFixedHeight(14)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_colours(self, colours: tuple[str, ...]) -> None:
        """Colours as `#rrggbb`."""
        self._colours = colours
        self.setAccessibleDescription(", ".join(colours))
        self.setToolTip("  ".join(colours))
        self.update()

    def paintEvent(self, event: "QPaintEvent") -> None:
        painter = QPainter(self)
        for index, colour in enumerate(self._colours):
            painter.fillRect(index * 18, 0, 18, self.height(), QColor(colour))
