"""A quiet word that new pictures stand above what is seen, and the way to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from studio.ui.gallery.grid_view import GridView
    from studio.viewmodels.gallery import GalleryModel

TOP = 10


class NewPill(QPushButton):
    """Lies over the top of the view, in its middle. `wanted` when the person goes to the new ones."""

    wanted = Signal()

    def __init__(self, view: GridView, model: GalleryModel) -> None:
        super().__init__(view)
        view.lay_over(self)
        self._view = view
        self._count = 0
        self.setAutoDefault(False)
        self.hide()
        self.clicked.connect(self._go)
        model.added.connect(self._count_one)
        view.verticalScrollBar().valueChanged.connect(self._look)
        view.laid_out.connect(self.place)

    def _count_one(self) -> None:
        if self._view.verticalOffset() > self._view.grid.step:
            self._count += 1
            self.setText(self.tr("{count} new").format(count=self._count))
            self.place()
            self.show()
            self.raise_()

    def _look(self, height: int) -> None:
        """Whoever is at the top has seen them."""
        if self._count and height <= self._view.grid.step:
            self._count = 0
            self.hide()

    def _go(self) -> None:
        self._view.verticalScrollBar().setValue(0)
        self._view.setFocus()
        self.wanted.emit()

    def place(self) -> None:
        """Keep to the middle of the view."""
        self.adjustSize()
        self.move((self._view.width() - self.width()) // 2, TOP)
