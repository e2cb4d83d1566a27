"""One tree as a page of the window: its line of buttons, and the drawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.ui.kit import surface
from studio.ui.tree.head import TreeHead
from studio.ui.tree.view import DrawnTreeView

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from studio.ui.theme import Theme
    from studio.ui.version_actions import VersionActions
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.tree_page import TreePageViewModel


class TreePage(QWidget):
    """Shows what its view-model says; `versions` is what can be done with a version."""

    def __init__(
        self,
        theme: Theme,
        page: TreePageViewModel,
        thumbnails: Thumbnails,
        *,
        versions: VersionActions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._versions = versions
        surface(self, "window")
        self.setAccessibleName(self.tr("Tree page"))
        self.view = DrawnTreeView(theme, page, thumbnails)
        self.head = TreeHead(theme, page, self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.view.menu_asked.connect(self._open_menu)
        self.view.dragged.connect(self._drag)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back, whatever has the focus here."""
        if event.key() == Qt.Key.Key_Escape:
            self._page.close()
        else:
            super().keyPressEvent(event)

    def _open_menu(self, row: int, place: QPoint) -> None:
        node = self.view.drawing.nodes[row]
        if node.version is not None and not node.version.purged:
            self._versions.menu_for(node.version, (node.version.id,)).popup(place)

    def _drag(self, row: int) -> None:
        version = self.view.drawing.nodes[row].version
        if version is not None and not version.purged:
            self._versions.drag_out(version, (version.id,))
