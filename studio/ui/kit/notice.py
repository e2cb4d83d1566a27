"""Something to know, said in place: a bar, and one that floats and leaves by itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from studio.ui.kit.button import Button, IconButton
from studio.ui.kit.look import Tone, announce, set_look
from studio.ui.kit.words import Words

if TYPE_CHECKING:
    from studio.ui.theme import Theme

ICONS = {
    Tone.OK: "circle-check",
    Tone.WARNING: "triangle-alert",
    Tone.BAD: "circle-alert",
}
TOAST_MARGIN = 16
TOAST_WIDEST = 560


class Notice(QFrame):
    """Hidden until it has something to say; up to two buttons."""

    chosen = Signal(str)
    closed = Signal()

    def __init__(self, theme: "Theme", *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tone = Tone.INFO
        self._icon = QLabel()
        self._words = Words(wrap=True, selectable=True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._buttons: list[Button] = []
        self._close = IconButton(theme, "x", name=self.tr("Close"), small=True)
        self._close.clicked.connect(self.close_words)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(12, 8, 8, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self._close)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        theme.changed.connect(self._tint)
        self.hide()

    @property
    def words(self) -> str:
        return self._words.text()

    def show_words(
        self,
        text: str,
        *,
        tone: Tone = Tone.INFO,
        actions: tuple[tuple[str, str], ...] = (),
        closable: bool = True,
    ) -> None:
        """`actions` are pairs of id and label; a press says `chosen(id)` and leaves the notice standing."""
        self._tone = tone
        self._words.set_words(text)
        self.setAccessibleName(text)
        self._close.setVisible(closable)
        self._set_actions(actions)
        set_look(self, "tone", tone.value)
        self._tint()
        self.show()
        announce(self, text)

    def close_words(self) -> None:
        """Take it away."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def _set_actions(self, actions: tuple[tuple[str, str], ...]) -> None:
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self._buttons = []
        for id_, label in actions:
            button = Button(self._theme, label, small=True)
            button.clicked.connect(lambda *, chosen=id_: self.chosen.emit(chosen))
            self._row.insertWidget(self._row.count() - 1, button)
            # In a notice that stands already it would have no width until it is shown.
            button.show()
            self._buttons.append(button)

    def _tint(self) -> None:
        name = ICONS.get(self._tone, "info")
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.icons.pixmap(name, size=16, role=self._icon_role(), dpr=ratio))

    def _icon_role(self) -> str:
        return "muted" if self._tone in (Tone.NEUTRAL, Tone.ACCENT) else self._tone.role


class Toast(Notice):
    """Floats at the bottom of `host`, and leaves after a while unless the pointer or the focus is on it."""

    def __init__(self, theme: "Theme", host: QWidget) -> None:
        super().__init__(theme, parent=host)
        self._host = host
        self._leave = QTimer(self)
        self._leave.setSingleShot(True)
        self._leave.timeout.connect(self._leave_unless_used)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        host.installEventFilter(self)

    def show_words(
        self,
        text: str,
        *,
        tone: Tone = Tone.INFO,
        actions: tuple[tuple[str, str], ...] = (),
        closable: bool = True,
        seconds: float = 6.0,
    ) -> None:
        """As Notice does, for `seconds`; a press on an action takes it away too."""
        super().show_words(text, tone=tone, actions=actions, closable=closable)
        for button in self._buttons:
            button.clicked.connect(self.close_words)
        self._place()
        self.raise_()
        self._leave.start(round(seconds * 1000))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _leave_unless_used(self) -> None:
        if self.underMouse() or self.isAncestorOf(self._focused()):
            self._leave.start(1000)
        else:
            self.close_words()

    def _focused(self) -> QWidget:
        return self.window().focusWidget() or self._host

    def _place(self) -> None:
        room = min(self._host.width() - 2 * TOAST_MARGIN, TOAST_WIDEST)
        words = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 8
        others = self._row.minimumSize().width() - self._words.minimumSizeHint().width()
        width = max(min(words + others, room), 120)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        self.resize(QSize(width, height))
        self.move((self._host.width() - width) // 2, self._host.height() - height - TOAST_MARGIN)
