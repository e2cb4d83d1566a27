"""The icon in the system's tray while jobs go on without a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from studio.ui.mark import mark_icon

if TYPE_CHECKING:
    from studio.ui.theme import Theme


class Tray(QObject):
    """`show_requested` for the window, `quit_requested` for the end."""

    show_requested = Signal()
    quit_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = QSystemTrayIcon(mark_icon(theme), self)
        self._menu = QMenu()
        show = self._menu.addAction(self.tr("Show Proofroom"))
        self._line = self._menu.addAction("")
        self._line.setEnabled(False)
        self._menu.addSeparator()
        leave = self._menu.addAction(self.tr("Quit"))
        self._icon.setContextMenu(self._menu)
        show.triggered.connect(self.show_requested)
        leave.triggered.connect(self.quit_requested)
        self._icon.messageClicked.connect(self._show)
        self._icon.activated.connect(self._activate)

    @property
    def menu(self) -> QMenu:
        """What a click on the icon offers."""
        return self._menu

    @staticmethod
    def is_there() -> bool:
        """Whether this desktop has a tray."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show_words(self, words: str) -> None:
        """Stand in the tray and say this."""
        self._line.setText(words)
        self._icon.setToolTip(self.tr("Proofroom: {words}").format(words=words))
        self._icon.show()

    def notify(self, words: str) -> None:
        """Tell the person, who looks elsewhere."""
        self._icon.showMessage(self.tr("Proofroom"), words, self._icon.icon())

    def hide(self) -> None:
        """Leave the tray."""
        self._icon.hide()

    def _activate(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason in {QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick}:
            self._show()

    def _show(self) -> None:
        """Afterwards: who shows the window hides the icon, which must not go in the middle of a click."""
        QTimer.singleShot(0, self.show_requested.emit)
