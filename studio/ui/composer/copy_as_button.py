"""What would be sent, as code in one of several languages: a menu beside the prompt."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from studio.domain.as_code import CodeLanguage
from studio.ui.kit import ButtonKind, MenuButton
from studio.viewmodels.code_copying import language_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme


class CopyAsButton(MenuButton):
    """`picked` carries a CodeLanguage."""

    picked = Signal(object)

    def __init__(self, theme: "Theme", parent: "QWidget | None" = None) -> None:
        super().__init__(theme, "", kind=ButtonKind.LINK, parent=parent)
        self.setText(self.tr("Copy as"))
        self.setToolTip(self.tr("The call that would be sent, as code. Never with the key."))
        self.setAccessibleDescription(self.toolTip())
        self.clicked.connect(self._open)

    def menu_of_languages(self) -> QMenu:
        """The languages; it is gone when it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for language in CodeLanguage:
            menu.addAction(language_words(language)).triggered.connect(partial(self._pick, language))
        return menu

    def _open(self) -> None:
        menu = self.menu_of_languages()
        right = self.mapToGlobal(QPoint(self.width() - menu.sizeHint().width(), self.height() + 2))
        menu.popup(right)

    def _pick(self, language: CodeLanguage, *_checked: bool) -> None:
        self.picked.emit(language)
