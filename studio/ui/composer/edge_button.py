"""How large references are sent: a button that says it, and opens the choice."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from studio.ui.kit import ButtonKind, MenuButton
from studio.viewmodels.composer_sending import EDGES, edge_words

if TYPE_CHECKING:
    from studio.ui.theme import Theme


class EdgeButton(MenuButton):
    """`picked` carries pixels, or None for as large as they are."""

    picked = Signal(object)

    def __init__(self, theme: "Theme", parent: QWidget | None = None) -> None:
        super().__init__(theme, "", kind=ButtonKind.LINK, parent=parent)
        self._edge: int | None = None
        self.clicked.connect(self._open_menu)
        self.show_edge(None)

    def show_edge(self, edge: int | None) -> None:
        """This is chosen."""
        self._edge = edge
        self.setText(self.tr("Full size") if edge is None else self.tr("{edge} px").format(edge=edge))
        name = self.tr("Longest edge sent: {edge}").format(edge=edge_words(edge))
        self.setAccessibleName(name)
        self.setToolTip(name)

    def _open_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Not the button's own, which has its chevron at the right.
        menu.setLayoutDirection(self.window().layoutDirection())
        group = QActionGroup(menu)
        for edge in EDGES:
            action = menu.addAction(edge_words(edge))
            action.setCheckable(True)
            action.setChecked(edge == self._edge)
            action.triggered.connect(lambda *, picked=edge: self.picked.emit(picked))
            group.addAction(action)
        below = self.mapToGlobal(self.rect().bottomRight())
        menu.popup(below - QPoint(menu.sizeHint().width(), 0))
