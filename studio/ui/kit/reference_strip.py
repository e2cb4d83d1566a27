"""Thumbnails of what is sent along: add, drop, paste, remove, move, rename."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QGroupBox, QMenu, QSizePolicy, QWidget

from studio.ui.focus_order import put_before
from studio.ui.kit.flow_layout import FlowLayout
from studio.ui.kit.look import announce
from studio.ui.kit.pictures import files_in, has_pictures, pictures_in
from studio.ui.kit.thumb_tile import AddTile, ReferenceThumb, ThumbTile
from studio.ui.kit.tile_moves import TileMoves
from studio.ui.kit.tile_name import TileName

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QPoint
    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QResizeEvent

    from studio.ui.theme import Theme


class ReferenceStrip(QGroupBox):
    """`dropped` carries a QMimeData, `pasted` a tuple of Picture: a wrong one gets its word. `moved` carries
    an id and the place it goes to, `renamed` an id and what was written; both leave the strip as it is.
    """

    add_requested = Signal()
    removed = Signal(str)
    moved = Signal(str, int)
    renamed = Signal(str, str)
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
        self._moves = TileMoves(theme, self, lambda: self._tiles)
        self._moves.moved.connect(self.moved)
        self._name = TileName(self, name=self.tr("Name"))
        self._name.written.connect(self.renamed)
        self._renaming: ThumbTile | None = None
        self._name.left.connect(self._focus_renamed)
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
        if items == tuple(tile.thumb for tile in self._tiles):
            return
        known = {tile.thumb.id: tile for tile in self._tiles}
        focused = next((at for at, tile in enumerate(self._tiles) if tile.hasFocus()), None)
        holder = self._tiles[focused] if focused is not None else None
        self._tiles = [self._tile(known.pop(item.id, None), item) for item in items]
        for tile in known.values():
            self._flow.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        for index, tile in enumerate(self._tiles):
            self._flow.removeWidget(tile)
            self._flow.insert_widget(index, tile)
        put_before(self._add, *self._tiles)
        self._add.stand_beside(tiles=bool(self._tiles))
        if focused is not None and holder not in self._tiles:
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
        tile.rename_requested.connect(self.rename)
        tile.stepped.connect(self._step)
        tile.menu_requested.connect(self._open_menu)
        self._moves.watch(tile)
        tile.show()
        return tile

    # Renaming and moving

    def rename(self, tile: ThumbTile) -> None:
        """Have its name written anew, in its place."""
        self._renaming = tile
        self._name.begin(tile, tile.thumb.caption.removeprefix("@"))

    def _focus_renamed(self) -> None:
        tile, self._renaming = self._renaming, None
        if tile in self._tiles:
            tile.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, tile: ThumbTile, by: int) -> None:
        movable = [one for one in self._tiles if one.can_change]
        to = movable.index(tile) + by
        if 0 <= to < len(movable):
            self.moved.emit(tile.thumb.id, to)
            words = self.tr("{name}, {place} of {count}")
            announce(self, words.format(name=tile.thumb.caption, place=to + 1, count=len(movable)))

    def _open_menu(self, tile: ThumbTile, place: "QPoint") -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if tile.can_change:
            menu.addAction(self.tr("Rename…")).triggered.connect(lambda: self.rename(tile))
            left = menu.addAction(self.tr("Move left"))
            left.triggered.connect(lambda: self._step(tile, -1))
            left.setEnabled(tile is not self._tiles[0])
            right = menu.addAction(self.tr("Move right"))
            right.triggered.connect(lambda: self._step(tile, 1))
            right.setEnabled(tile is not [one for one in self._tiles if one.can_change][-1])
            menu.addSeparator()
        menu.addAction(self.tr("Remove")).triggered.connect(lambda: self.removed.emit(tile.thumb.id))
        menu.popup(place)

    # The focus

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
        if self._add.isEnabled() and can_drop(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._add.set_lifted(True)

    def dragLeaveEvent(self, event: "QDragLeaveEvent") -> None:
        self._add.set_lifted(False)

    def dropEvent(self, event: "QDropEvent") -> None:
        self._add.set_lifted(False)
        if can_drop(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(event.mimeData())


def can_drop(mime: "QMimeData") -> bool:
    """Whether there may be a picture in it: any file is, until it was read."""
    return bool(files_in(mime)) or has_pictures(mime)
