"""Shows a file in the system's file manager, selected where the system can do that."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QUrl
from PySide6.QtGui import QDesktopServices

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtDBus import QDBusPendingCallWatcher

_MANAGER = "org.freedesktop.FileManager1"


def show_in_folder(path: Path, owner: QObject) -> None:
    """Returns at once; `owner` keeps the answer's watcher. Where nothing can select, the folder is opened."""
    match sys.platform:
        case "darwin":
            QProcess.startDetached("open", ["-R", str(path)])
        case "win32":
            QProcess.startDetached("explorer", [f"/select,{path}"])
        case _:
            _ask_file_manager(path, owner)


def _ask_file_manager(path: Path, owner: QObject) -> None:
    from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        _open_folder(path)
        return
    message = QDBusMessage.createMethodCall(_MANAGER, "/org/freedesktop/FileManager1", _MANAGER, "ShowItems")
    message.setArguments([[QUrl.fromLocalFile(str(path)).toString()], ""])
    watcher = QDBusPendingCallWatcher(bus.asyncCall(message), owner)

    def finish(ended: QDBusPendingCallWatcher) -> None:
        if ended.isError():
            _open_folder(path)
        ended.deleteLater()

    watcher.finished.connect(finish)


def _open_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
