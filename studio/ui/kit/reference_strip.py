"""Thumbnails of what is sent along: add, drop, paste, remove."""

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QWidget

from studio.ui.kit.flow_layout import FlowLayout
from studio.ui.kit.pictures import files_in, has_pictures, pictures_in
from studio.ui.kit.thumb_tile import AddTile, ReferenceThumb, ThumbTile

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QResizeEvent

    from studio.ui.theme import Theme


class ReferenceStrip(QGroupBox):
    """`dropped` and `pasted` carry a tuple of Picture; any file is passed on: a wrong one gets its word."""

    add_requested = Signal()
    removed = Signal(str)
    opened = Signal(str)
    dropped = Signal(object)
    pasted = Signal(object)

    def __init__(
        self, theme: "Theme", *, name: str, add: str = "Add reference", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tiles: list[ThumbTile] = []
        self.setAccessibleName(name)
        self.setAcceptDrops(True)
        self._flow = FlowLayout(self, gap=theme.tokens.sizes.gap)
        self._add = AddTile(theme, add, self)
        self._add.clicked.connect(self.add_requested)
        self._flow.addWidget(self._add)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()

    @property
    def add_tile(self) -> AddTile:
        return self._add

    @property
    def tiles(self) -> tuple[ThumbTile, ...]:
        return tuple(self._tiles)

    def set_addable(self, addable: bool) -> None:
        """Whether another one fits; drops and pastes are refused too when not."""
        self._add.setEnabled(addable)
        self._add.setVisible(addable)
        self._fit()

    def set_items(self, items: tuple[ReferenceThumb, ...]) -> None:
        """Show these, in this order; tiles that stay are kept."""
        known = {tile.thumb.id: tile for tile in self._tiles}
        focused = next((at for at, tile in enumerate(self._tiles) if tile.hasFocus()), None)
        self._tiles = [self._tile(known.pop(item.id, None), item) for item in items]
        for tile in known.values():
            self._flow.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        for index, tile in enumerate(self._tiles):
            self._flow.removeWidget(tile)
            self._flow.insert_widget(index, tile)
        for before, after in pairwise([*self._tiles, self._add]):
            QWidget.setTabOrder(before, after)
        if focused is not None:
            self._focus_near(focused)
        self._fit()

    def hasHeightForWidth(self) -> bool:
        """No: it sets its height itself, or a column would keep room for all tiles below each other."""
        return False

    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._flow.heightForWidth(self.width()))

    def _tile(self, tile: ThumbTile | None, item: ReferenceThumb) -> ThumbTile:
        if tile is not None:
            if tile.thumb != item:
                tile.show_thumb(item)
            return tile
        tile = ThumbTile(self._theme, item, self)
        tile.removed.connect(self.removed)
        tile.clicked.connect(lambda: self.opened.emit(item.id))
        tile.show()
        return tile

    def _focus_near(self, index: int) -> None:
        """After a removal the focus stays in the strip."""
        targets = [*self._tiles, self._add]
        targets[min(index, len(targets) - 1)].setFocus()

    def keyPressEvent(self, event: "QKeyEvent") -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            pictures = pictures_in(QGuiApplication.clipboard().mimeData())
            if pictures and self._add.isEnabled():
                self.pasted.emit(pictures)
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        mime = event.mimeData()
        if self._add.isEnabled() and (files_in(mime) or has_pictures(mime)):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._add.set_lifted(True)

    def dragLeaveEvent(self, event: "QDragLeaveEvent") -> None:
        self._add.set_lifted(False)

    def dropEvent(self, event: "QDropEvent") -> None:
        self._add.set_lifted(False)
        mime = event.mimeData()
        pictures = files_in(mime) or pictures_in(mime)
        if pictures:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(pictures)
