"""The window's language: the system's, English or Simplified Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

_ENGLISH = "en"
_CHINESE = "zh_CN"
LANGUAGES = (_ENGLISH, _CHINESE)


class Language:
    """Holds the translators that the application uses; made before the first words are put together."""

    def __init__(self, application: QApplication, resources: Path, name: str) -> None:
        """`name` is "en", "zh_CN", or empty for the system's language."""
        self.name = name or nearest(QLocale.system().uiLanguages())
        self.translators: list[QTranslator] = []
        if QLocale().language() is not QLocale(self.name).language():
            # Months and figures speak the window's language too.
            QLocale.setDefault(QLocale(self.name))
        if self.name == _CHINESE:
            qt_words = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            self._install(application, f"qtbase_{_CHINESE}", qt_words)
            self._install(application, f"proofroom_{_CHINESE}", str(resources / "translations"))

    def _install(self, application: QApplication, file: str, folder: str) -> None:
        translator = QTranslator()
        if translator.load(file, folder):
            application.installTranslator(translator)
            self.translators.append(translator)


def nearest(preferred: Iterable[str]) -> str:
    """What of ours comes nearest to the languages a person prefers, best first, such as "zh-Hans-CN".

    The first that is English or Chinese decides. Traditional Chinese gets English: the two scripts aren't
    one language to their readers.
    """
    for locale in map(QLocale, preferred):
        match locale.language():
            case QLocale.Language.Chinese:
                simplified = locale.script() is QLocale.Script.SimplifiedChineseScript
                return _CHINESE if simplified else _ENGLISH
            case QLocale.Language.English:
                return _ENGLISH
            case _:
                pass
    return _ENGLISH
