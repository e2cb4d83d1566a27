"""How the exported files are called: the template, what can be inserted, what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from studio.ui.export.name_edit import NameEdit
from studio.ui.kit import Button, ButtonKind, FieldLabel, Words
from studio.viewmodels.export_placeholders import placeholder_offers
from studio.viewmodels.export_words import name_words

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.export import ExportViewModel
    from studio.viewmodels.export_state import ExportState


class NameField(QWidget):
    def __init__(self, theme: Theme, export: ExportViewModel) -> None:
        super().__init__()
        self._export = export
        self._label = FieldLabel(self.tr("File name"))
        self.insert = Button(
            theme, self.tr("+ Insert"), kind=ButtonKind.LINK, name=self.tr("Insert a placeholder")
        )
        self._label.add_right(self.insert)
        self.edit = NameEdit(theme, name=self.tr("File name"))
        self._label.set_buddy(self.edit)
        self._problem = Words(role="bad", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._label)
        column.addWidget(self.edit)
        column.addWidget(self._problem)
        self.edit.edited.connect(export.write_name)
        self.insert.clicked.connect(self._open_menu)

    def show_state(self, state: ExportState) -> None:
        """Show the template of this state."""
        self.edit.set_text(state.preset.template)
        self.edit.set_offers(placeholder_offers(state))
        problem = name_words(state)
        self._problem.set_words(problem)
        self._problem.setVisible(bool(problem))
        self.edit.setAccessibleDescription(problem)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("Placeholders"))
        menu.aboutToHide.connect(menu.deleteLater)
        for offer in placeholder_offers(self._export.state):
            words = f"{offer.written}\t{offer.meaning}".replace("&", "&&")
            menu.addAction(words).triggered.connect(lambda *, text=offer.written: self.edit.insert(text))
        below = self.insert.mapToGlobal(QPoint(self.insert.width(), self.insert.height() + 4))
        menu.popup(below - QPoint(menu.sizeHint().width(), 0))
