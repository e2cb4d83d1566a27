"""A card with two lines on either side that opens a list of such rows, as for the group."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QComboBox,
    QGroupBox,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from studio.ui.kit.look import Tone, draw_dot, draw_frame, joined

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QWheelEvent

    from studio.ui.theme import Theme

OPTION = Qt.ItemDataRole.UserRole
CHEVRON = 12
SIDE = 12
HEADING = 26
MOST_SEEN = 14
_BOTTOM_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom


@dataclass(frozen=True, slots=True)
class ChoiceOption:
    """`state` says in words what the dot says in colour; `description` replaces what is read out."""

    id: str
    title: str
    second: str = ""
    right: str = ""
    right_second: str = ""
    tone: Tone = Tone.NEUTRAL
    state: str = ""
    description: str = ""
    enabled: bool = True

    @property
    def spoken(self) -> str:
        return self.description or joined(self.right, self.right_second, self.second, self.state)


@dataclass(frozen=True, slots=True)
class ChoiceHeading:
    """A line over the options that follow; it can't be chosen."""

    title: str


def _paint_option(
    painter: QPainter, theme: "Theme", area: QRect, option: ChoiceOption, *, enabled: bool = True
) -> None:
    """The dot, the two lines on the left, and the two on the right, within `area`."""
    sizes = theme.tokens.sizes
    draw_dot(painter, QPointF(area.left() + 4, area.center().y() + 1), theme.colour(option.tone.role))
    lines = QRect(area.left() + 18, area.center().y() - 15, area.width() - 18, 18)
    small = QRect(lines.left(), lines.bottom(), lines.width(), 16)
    for text, box, size, role in (
        (option.right, lines, sizes.text, "text" if enabled else "faint"),
        (option.right_second, small, sizes.label, "muted" if enabled else "faint"),
    ):
        painter.setFont(theme.font(size=size))
        painter.setPen(theme.colour(role))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        used = QFontMetrics(painter.font()).horizontalAdvance(text)
        box.setRight(box.right() - used - (8 if used else 0))
    for text, box, size, role in (
        (option.title, lines, sizes.text, "text" if enabled else "faint"),
        (option.second, small, sizes.label, "muted" if enabled else "faint"),
    ):
        painter.setFont(theme.font(size=size))
        painter.setPen(theme.colour(role))
        fitted = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitted)


class _Rows(QStyledItemDelegate):
    def __init__(self, theme: "Theme", parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        is_heading = isinstance(index.data(OPTION), ChoiceHeading)
        return QSize(200, HEADING if is_heading else self._theme.tokens.sizes.choice)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        choice, area = index.data(OPTION), option.rect.adjusted(8, 0, -10, 0)
        painter.save()
        match choice:
            case ChoiceHeading():
                painter.setFont(self._theme.font(size=self._theme.tokens.sizes.small))
                painter.setPen(self._theme.colour("muted"))
                painter.drawText(area.adjusted(0, 0, 0, -4), _BOTTOM_LEFT, choice.title)
            case ChoiceOption():
                if option.state & QStyle.StateFlag.State_Selected:
                    self._paint_ground(painter, option.rect)
                _paint_option(painter, self._theme, area, choice, enabled=choice.enabled)
            case _:
                pass
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRect) -> None:
        radius = self._theme.tokens.sizes.radius_control
        fill, line = self._theme.colour("hover"), self._theme.colour("line")
        draw_frame(painter, area, radius=radius, fill=fill, line=line)


class ChoiceCombo(QComboBox):
    """The combo box inside a choice card; its items are named by their titles."""

    def __init__(self, theme: "Theme", parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setModel(QStandardItemModel(self))
        self.setView(QListView(self))
        self.setItemDelegate(_Rows(theme, self))
        self.setMaxVisibleItems(MOST_SEEN)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(200, self._theme.tokens.sizes.choice)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._theme.tokens.sizes.choice)

    def wheelEvent(self, event: "QWheelEvent") -> None:
        """Scrolling past must not change what is paid."""
        event.ignore()

    def paintEvent(self, event: "QPaintEvent") -> None:
        painter = QPainter(self)
        marked = self.hasFocus()
        draw_frame(
            painter,
            self.rect(),
            radius=self._theme.tokens.sizes.radius_card,
            fill=self._theme.colour("raised" if self.underMouse() else "background"),
            line=self._theme.colour("accent" if marked else "line"),
        )
        ratio = self.devicePixelRatioF()
        icon = self._theme.icons.pixmap("chevron-down", size=CHEVRON, role="muted", dpr=ratio)
        painter.drawPixmap(self.width() - SIDE - CHEVRON, (self.height() - CHEVRON) // 2, icon)
        choice = self.currentData(OPTION)
        if isinstance(choice, ChoiceOption):
            area = self.rect().adjusted(SIDE, 0, -(SIDE + CHEVRON + 10), 0)
            _paint_option(painter, self._theme, area, choice, enabled=self.isEnabled())


class ChoiceCard(QGroupBox):
    """A container with the fixed name; the combo box in it is named by its choice."""

    picked = Signal(str)

    def __init__(self, theme: "Theme", *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.combo = ChoiceCombo(theme, self)
        self.combo.setAccessibleName(name)
        self.combo.currentIndexChanged.connect(self._describe)
        self.combo.activated.connect(self._pick)
        self._before = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.combo)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.combo)

    @property
    def value(self) -> str:
        choice = self.combo.currentData(OPTION)
        return choice.id if isinstance(choice, ChoiceOption) else ""

    def set_value(self, id_: str) -> None:
        """Choose by id; an unknown id chooses nothing."""
        ids = self._ids()
        self.combo.setCurrentIndex(ids.index(id_) if id_ in ids else -1)
        self._before = self.value

    def set_options(self, options: "tuple[ChoiceOption | ChoiceHeading, ...]") -> None:
        """Show these, and keep the choice when it is still among them."""
        value, model = self.value, self.combo.model()
        if not isinstance(model, QStandardItemModel):
            return
        if self._ids() == [_id(option) for option in options]:
            for row, option in enumerate(options):
                _fill(model.item(row), option)
        else:
            model.clear()
            for option in options:
                item = QStandardItem()
                _fill(item, option)
                model.appendRow(item)
            self.set_value(value)
        self._describe()
        self.combo.update()

    def _ids(self) -> list[str | None]:
        return [_id(self.combo.itemData(row, OPTION)) for row in range(self.combo.count())]

    def _pick(self) -> None:
        if self.value != self._before:
            self._before = self.value
            self.picked.emit(self.value)

    def _describe(self) -> None:
        choice = self.combo.currentData(OPTION)
        words = choice.spoken if isinstance(choice, ChoiceOption) else ""
        self.combo.setAccessibleDescription(words)
        self.combo.setToolTip(words)


def _id(option: ChoiceOption | ChoiceHeading) -> str | None:
    return option.id if isinstance(option, ChoiceOption) else None


def _fill(item: QStandardItem, option: ChoiceOption | ChoiceHeading) -> None:
    item.setText(option.title)
    item.setData(option, OPTION)
    item.setEditable(False)
    if isinstance(option, ChoiceHeading):
        item.setEnabled(False)
        return
    item.setData(option.spoken, Qt.ItemDataRole.AccessibleDescriptionRole)
    item.setEnabled(option.enabled)
