"""A button that says what is chosen of something, and opens a menu of what there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy

from studio.ui.kit import MenuButton

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme


class FilterMenu(MenuButton):
    """`picked` carries the id of an option; the empty id is the one that leaves nothing out."""

    picked = Signal(str)

    def __init__(self, theme: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent=parent)
        self._name = name
        self._options: tuple[tuple[str, str], ...] = ()
        self._chosen = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open)

    def show_options(self, options: tuple[tuple[str, str], ...], chosen: str) -> None:
        """Pairs of id and label, and the id of the one that holds."""
        self._options, self._chosen = options, chosen
        label = next((label for id_, label in options if id_ == chosen), chosen)
        self.setText(label.replace("&", "&&"))
        self.setAccessibleName(f"{self._name}: {label}")

    def _open(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for id_, label in self._options:
            action = menu.addAction(label.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(id_ == self._chosen)
            action.setData(id_)
        menu.triggered.connect(self._pick)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + 4)))

    def _pick(self, action: QAction) -> None:
        id_ = action.data()
        if isinstance(id_, str):
            self.picked.emit(id_)
