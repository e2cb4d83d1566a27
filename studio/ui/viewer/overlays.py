"""What lies over the picture: what is known of it, how it was judged, a colour, what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from studio.ui.details.rows import key_value
from studio.ui.kit import Button, Card, KeyValueRows, Words, draw_frame, set_look
from studio.viewmodels.detail_rows import version_rows
from studio.viewmodels.viewer_words import can_be_located, judgement_words, trouble_words

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from studio.domain.version import Version
    from studio.ui.theme import Theme
    from studio.viewmodels.viewer_state import ViewerState

INFO_WIDTH = 300
TROUBLE_WIDTH = 360
PADDING = 16
FROM_CURSOR = 18
EDGE = 12


class OverPicture(QFrame):
    """Words on a dark ground, light enough to be looked past; the mouse goes through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._words = Words()
        set_look(self._words, "over", "picture")
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(8, 3, 8, 3)
        self.row.setSpacing(6)
        self.row.addWidget(self._words)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Show these words; none hide it."""
        self._words.set_words(words)
        self.setVisible(bool(words))
        self.adjustSize()


class JudgementLine(OverPicture):
    """How the picture was judged; not there where it never was."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._dot = Swatch(theme, QSize(10, 10), self)
        self.row.insertWidget(0, self._dot)

    def show_version(self, version: Version | None) -> None:
        """Say it of this version."""
        words = judgement_words(version) if version else ()
        label = version.judgement.label if version else ""
        self._dot.setVisible(bool(label))
        if label:
            self._dot.show_role(f"label_{label.value}")
        self.say("  ·  ".join(words))
        self.setAccessibleName(", ".join(words))


class ColourReadout(OverPicture):
    """The colour under the cursor, beside it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._swatch = Swatch(theme, QSize(16, 16), self)
        self.row.insertWidget(0, self._swatch)
        self._colour = ""

    @property
    def colour(self) -> str:
        """As "#rrggbb", empty while none is shown."""
        return self._colour if self.isVisible() else ""

    def show_colour(self, colour: str, pixel: tuple[int, int], place: QPointF) -> None:
        """Show it near this place of the parent."""
        self._colour = colour
        self._swatch.show_colour(colour)
        self.say(self.tr("{colour} at {x}, {y}").format(colour=colour, x=pixel[0], y=pixel[1]))
        room, at = self._host.size(), place.toPoint() + QPoint(FROM_CURSOR, FROM_CURSOR)
        left = min(at.x(), room.width() - self.width() - EDGE)
        top = at.y()
        if top + self.height() > room.height() - EDGE:
            top = place.toPoint().y() - FROM_CURSOR - self.height()
        self.move(left, top)


class InfoCard(Card):
    """What details say, for when there are no details beside the picture."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(padding=12, parent=parent)
        self._host = parent
        self._rows = KeyValueRows(theme)
        self.setAccessibleName(self.tr("Info"))
        self.body.addWidget(self._rows)
        self.setFixedWidth(INFO_WIDTH)
        self._version: Version | None = None
        self.hide()

    def show_version(self, version: Version | None) -> None:
        """Say it of this version."""
        if version is not None and version != self._version:
            self._rows.set_rows(tuple(map(key_value, version_rows(version))))
        self._version = version
        self.fit()

    def fit(self) -> None:
        """As high as its words are, and the room is."""
        self.ensurePolished()
        wanted = self.body.totalHeightForWidth(INFO_WIDTH)
        self.setFixedHeight(max(0, min(wanted, self._host.height() - 2 * EDGE)))


class TroubleCard(Card):
    """Why the picture can't be shown whole, and what can be done."""

    locate_pressed = Signal()
    again_pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(padding=PADDING, parent=parent)
        self._title = Words(role="heading", wrap=True)
        self._words = Words(role="muted", wrap=True)
        self._locate = Button(theme, self.tr("Locate…"), icon="folder-open")
        self._again = Button(theme, self.tr("Try again"), icon="refresh-cw")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._locate)
        buttons.addWidget(self._again)
        buttons.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._words)
        column.addSpacing(4)
        column.addLayout(buttons)
        self.body.addLayout(column)
        self._locate.clicked.connect(self.locate_pressed)
        self._again.clicked.connect(self.again_pressed)
        self.setFixedWidth(TROUBLE_WIDTH)
        self.hide()

    def show_state(self, state: ViewerState) -> None:
        """Say it of this state; gone where all is well."""
        if state.trouble is not None:
            name = state.version.path.rpartition("/")[2] if state.version else state.id
            what, then = trouble_words(state.trouble, name)
            self._title.set_words(what)
            self._words.set_words(then)
            self._locate.setVisible(can_be_located(state.trouble))
            self.setAccessibleName(what)
            self.setAccessibleDescription(then)
            self._fit()
        self.setVisible(state.trouble is not None)

    def _fit(self) -> None:
        """As high as its words are; what is hidden would count as nothing."""
        for words in (self._title, self._words):
            words.ensurePolished()
            words.setFixedHeight(words.heightForWidth(TROUBLE_WIDTH - 2 * PADDING))
        self.body.invalidate()
        self.setFixedHeight(self.body.totalSizeHint().height())


class Swatch(QWidget):
    """A small field of one colour."""

    def __init__(self, theme: Theme, size: QSize, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._colour = ""
        self._role = ""
        self.setFixedSize(size)

    def show_colour(self, colour: str) -> None:
        """Show this colour, "#rrggbb"."""
        self._colour, self._role = colour, ""
        self.update()

    def show_role(self, role: str) -> None:
        """Show the token of this name."""
        self._colour, self._role = "", role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Framed, so that it can be told from the ground."""
        fill = QColor(self._colour) if self._colour else self._theme.colour(self._role or "badge")
        draw_frame(
            QPainter(self), self.rect(), radius=3, fill=fill, line=self._theme.colour("on_badge"), width=1
        )
