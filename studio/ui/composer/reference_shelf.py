"""A popover with the references that were used before."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QWidget

from studio.ui.kit import FlowLayout, Popover, ReferenceThumb, ScrollColumn, Words
from studio.ui.kit.thumb_tile import ThumbTile

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from studio.domain.reference import Reference
    from studio.ui.theme import Theme
    from studio.viewmodels.reference_shelf import ReferenceShelf
    from studio.viewmodels.thumbnails import Thumbnails

COLUMNS, ROWS = 4, 4
GAP = 8


class ReferenceShelfPopover(Popover):
    """`chosen` carries a Reference. Those that are sent along already can't be chosen."""

    chosen = Signal(object)

    def __init__(
        self, theme: "Theme", shelf: "ReferenceShelf", thumbnails: "Thumbnails", *, anchor: QWidget
    ) -> None:
        super().__init__(anchor, name=anchor.accessibleName(), right=True)
        self._theme = theme
        self._shelf = shelf
        self._thumbnails = thumbnails
        self._used: frozenset[str] = frozenset()
        self._tiles: dict[str, ThumbTile] = {}
        self._words = Words(role="caption", wrap=True)
        self._scroll = ScrollColumn()
        self._scroll.body.setContentsMargins(0, 0, 0, 0)
        self._scroll.body.setSpacing(0)
        self._holder = QWidget()
        self._flow = FlowLayout(self._holder, gap=GAP)
        self._scroll.body.addWidget(self._holder)
        self._scroll.body.addStretch(1)
        self.body.setContentsMargins(8, 8, 8, 8)
        self.body.addWidget(self._words)
        self.body.addWidget(self._scroll, 1)
        shelf.changed.connect(self._fill)
        thumbnails.arrived.connect(self._show_pictures)

    def look(self) -> None:
        """Open it, with what was used last."""
        self._shelf.ask()
        self._fill()
        self.open()
        self._focus_first()

    def show_used(self, used: frozenset[str]) -> None:
        """These are sent along already."""
        self._used = used
        for sha256, tile in self._tiles.items():
            tile.setEnabled(sha256 not in used)

    def hasHeightForWidth(self) -> bool:
        """No: what doesn't fit is scrolled to."""
        return False

    def sizeHint(self) -> QSize:
        side = self._theme.tokens.sizes.thumbnail
        width = COLUMNS * (side + GAP) + 16 + 10
        if not self._tiles:
            return QSize(width, self._words.heightForWidth(width - 16) + 18)
        rows = min(-(-len(self._tiles) // COLUMNS), ROWS)
        height = rows * (next(iter(self._tiles.values())).sizeHint().height() + GAP)
        return QSize(width, self._words.sizeHint().height() + height + 16)

    def _fill(self) -> None:
        references = self._shelf.references
        words = self.tr("What you send along stands here, to be used again.")
        self._words.set_words(self.tr("Used before") if references else words)
        self._scroll.setVisible(bool(references))
        if references is not None and tuple(self._tiles) != tuple(one.sha256 for one in references):
            self._make_tiles(references)
        self._show_pictures()
        self.show_used(self._used)
        if not self.isHidden():
            self.open()
            self._focus_first()

    def _make_tiles(self, references: "tuple[Reference, ...]") -> None:
        for tile in self._tiles.values():
            self._flow.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._tiles = {}
        for reference in references:
            tile = ThumbTile(self._theme, _thumb(reference), self._holder, fixed=True)
            tile.clicked.connect(lambda *, one=reference: self.chosen.emit(one))
            self._tiles[reference.sha256] = tile
            self._flow.addWidget(tile)
            tile.show()

    def _show_pictures(self) -> None:
        if self.isHidden() and not self._tiles:
            return
        side = self._theme.tokens.sizes.thumbnail
        size = QSize(side, side) * (2 * self.devicePixelRatioF())
        for reference in self._shelf.references or ():
            tile = self._tiles[reference.sha256]
            picture = self._thumbnails.pixmap(reference.sha256, size)
            if picture is not None and tile.thumb.image is not picture:
                tile.show_thumb(_thumb(reference, picture))

    def _focus_first(self) -> None:
        if self._tiles and not any(tile.hasFocus() for tile in self._tiles.values()):
            next(iter(self._tiles.values())).setFocus(Qt.FocusReason.PopupFocusReason)


def _thumb(reference: "Reference", picture: "QPixmap | None" = None) -> ReferenceThumb:
    return ReferenceThumb(
        reference.sha256, reference.name, picture, caption=reference.handle or reference.name
    )
