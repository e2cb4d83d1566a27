"""The window's language: the system's, English or Simplified Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

_CHINESE = "zh_CN"


class Language:
    """Holds the translators that the application uses; made before the first widget."""

    def __init__(self, application: QApplication, resources: Path, name: str) -> None:
        """`name` is "en", "zh_CN", or empty for the system's language."""
        self.name = name or system_language()
        self._translators: list[QTranslator] = []
        if self.name == _CHINESE:
            self._install(application, f"proofroom_{_CHINESE}", str(resources / "translations"))
            qt_words = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            self._install(application, f"qtbase_{_CHINESE}", qt_words)

    def _install(self, application: QApplication, file: str, folder: str) -> None:
        translator = QTranslator()
        if translator.load(file, folder):
            application.installTranslator(translator)
            self._translators.append(translator)


def system_language() -> str:
    """What of ours the system's language comes nearest to."""
    locale = QLocale.system()
    chinese = locale.language() is QLocale.Language.Chinese
    simplified = locale.script() is QLocale.Script.SimplifiedChineseScript
    return _CHINESE if chinese and simplified else "en"
