"""Says which version is continued, and what of it is sent along."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from studio.ui.kit import Card, Elided, IconButton, Words, draw_frame, joined

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from studio.ui.kit import MenuButton
    from studio.ui.theme import Theme
    from studio.viewmodels.composer_state import ComposerState, Continued

THUMB = QSize(52, 38)
# Of the line with what is sent along, whether it can be chosen or not: what stands below must not move.
SENT_HEIGHT = 20


class ContinuedStrip(Card):
    """`way_picked` carries a Sending."""

    closed = Signal()
    way_picked = Signal(object)

    def __init__(self, theme: "Theme", parent: QWidget | None = None) -> None:
        super().__init__(padding=6, parent=parent)
        self._theme = theme
        self._state: ComposerState | None = None
        self._thumb = _Thumb(theme)
        self._title = Words()
        self._words = Elided(role="caption")
        self._sent = Words(self.tr("its picture is sent along"), role="caption")
        self._edit = Words(role="caption")
        self._line = QWidget()
        self._line.setFixedHeight(SENT_HEIGHT)
        sent = QHBoxLayout(self._line)
        sent.setContentsMargins(0, 0, 0, 0)
        sent.setSpacing(4)
        sent.addWidget(self._sent)
        sent.addWidget(self._edit)
        sent.addStretch(1)
        self.close_button = IconButton(theme, "x", name=self.tr("Start afresh"), small=True)
        self.close_button.clicked.connect(self.closed)
        lines = QVBoxLayout()
        lines.setSpacing(1)
        for widget in (self._title, self._words, self._line):
            lines.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._thumb)
        row.addLayout(lines, 1)
        row.addWidget(self.close_button)
        self.body.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_continued(self, continued: "Continued") -> None:
        number = continued.number
        self._title.set_words(
            self.tr("Continues a version")
            if number is None
            else self.tr("Continues version {number}").format(number=number)
        )
        self._words.set_words(self.tr("“{words}”").format(words=continued.words) if continued.words else "")
        self._words.setVisible(bool(continued.words))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._sent.text())

    def show_sending(self, state: "ComposerState") -> None:
        """How it is sent along, to be chosen as soon as it is known what there is to choose from."""
        self._state = state
        lines = state.sending
        self._sent.set_words(lines.along)
        self._edit.set_words(self.tr("· {edit}").format(edit=lines.edit) if lines.edit else "")
        self._edit.setToolTip(self.tr("So many edits would lie between the original and what comes."))
        self._sent.setVisible(not lines.ways)
        # A button has a little room around its words.
        self._line.setContentsMargins(-4 if lines.ways else 0, 0, 0, 0)
        if lines.ways:
            self._way.setText(lines.along)
            name = self.tr("How it is sent: {way}").format(way=lines.along)
            self._way.setAccessibleName(name)
        if lines.ways or "_way" in self.__dict__:
            self._way.setVisible(bool(lines.ways))
        self.setAccessibleDescription(joined(lines.along, lines.edit))

    @cached_property
    def _way(self) -> "MenuButton":
        from studio.ui.focus_order import put_before  # the first paint does without all of it
        from studio.ui.kit import ButtonKind, MenuButton

        made = MenuButton(self._theme, "", kind=ButtonKind.LINK, parent=self._line)
        made.clicked.connect(self._open_ways)
        row = self._line.layout()
        if isinstance(row, QHBoxLayout):
            row.insertWidget(0, made)
        put_before(self.close_button, made)
        return made

    def _open_ways(self) -> None:
        from PySide6.QtGui import QActionGroup
        from PySide6.QtWidgets import QMenu

        if self._state is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        group = QActionGroup(menu)
        for way in self._state.sending.ways:
            action = menu.addAction(way.words)
            action.setCheckable(True)
            action.setChecked(way.sending is self._state.way)
            action.setEnabled(not way.why_not)
            action.setToolTip(way.why_not)
            action.triggered.connect(lambda *, picked=way.sending: self.way_picked.emit(picked))
            group.addAction(action)
            if way.why_not:
                menu.addAction(way.why_not).setEnabled(False)
        menu.popup(self._way.mapToGlobal(self._way.rect().bottomLeft()))

    def show_picture(self, picture: QPixmap | None) -> None:
        self._thumb.show_picture(picture)


class _Thumb(QWidget):
    def __init__(self, theme: "Theme") -> None:
        super().__init__()
        self._theme = theme
        self._picture: QPixmap | None = None
        self.setFixedSize(THUMB)

    def show_picture(self, picture: QPixmap | None) -> None:
        self._picture = picture
        self.update()

    def paintEvent(self, event: "QPaintEvent") -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if self._picture is None:
            draw_frame(painter, self.rect(), radius=4, fill=self._theme.colour("raised"), line=None)
            return
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 4, 4)
        painter.setClipPath(shape)
        painter.drawPixmap(QRectF(self.rect()), self._picture, _middle(self._picture))


def _middle(picture: QPixmap) -> QRectF:
    """The largest part in the middle with the thumbnail's proportions."""
    scale = min(picture.width() / THUMB.width(), picture.height() / THUMB.height())
    width, height = THUMB.width() * scale, THUMB.height() * scale
    return QRectF((picture.width() - width) / 2, (picture.height() - height) / 2, width, height)
