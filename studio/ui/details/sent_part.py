"""The pictures that were sent for a version, exactly as they left the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from studio.ui.kit import FieldLabel, Words
from studio.ui.kit.flow_layout import FlowLayout
from studio.ui.kit.look import announce
from studio.ui.kit.thumb_tile import ReferenceThumb, ThumbTile
from studio.viewmodels.sent_words import sends_pictures, sent_caption, sent_facts, sent_hint

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap, QResizeEvent

    from studio.domain.sent import SentPicture
    from studio.domain.version import Version
    from studio.ui.theme import Theme
    from studio.viewmodels.thumbnails import Thumbnails


class SentPart(QWidget):
    """Pressing a picture copies its SHA-256."""

    def __init__(self, theme: Theme, thumbnails: Thumbnails, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._thumbnails = thumbnails
        self._tiles: list[tuple[SentPicture, ThumbTile]] = []
        # Under the label: narrow details have no room beside it.
        self._hint = Words(role="caption", wrap=True)
        self._holder = QWidget()
        self._holder.setAccessibleName(self.tr("Pictures sent with it"))
        self._holder.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._flow = FlowLayout(self._holder, gap=theme.tokens.sizes.gap)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 20, 0, 0)
        column.setSpacing(8)
        column.addWidget(FieldLabel(self.tr("Sent with it")))
        column.addWidget(self._hint)
        column.addWidget(self._holder)
        thumbnails.arrived.connect(self._show_pictures)
        self.hide()

    def show_sent(self, version: Version, pictures: tuple[SentPicture, ...]) -> None:
        """Empty until it is read: its room is kept where something must have been sent."""
        self.setVisible(sends_pictures(version))
        self._hint.set_words(sent_hint(version.recipe, pictures))
        if pictures != tuple(picture for picture, _ in self._tiles):
            self._make_tiles(pictures)
        self._fit()
        self._show_pictures()

    @property
    def tiles(self) -> tuple[ThumbTile, ...]:
        """In the order of sending."""
        return tuple(tile for _, tile in self._tiles)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The height follows the width."""
        super().resizeEvent(event)
        self._fit()

    def _make_tiles(self, pictures: tuple[SentPicture, ...]) -> None:
        for _, tile in self._tiles:
            self._flow.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._tiles = [(picture, self._tile(picture)) for picture in pictures]

    def _tile(self, picture: SentPicture) -> ThumbTile:
        tile = ThumbTile(self._theme, _thumb(picture), self._holder, fixed=True)
        tile.clicked.connect(lambda: self._copy(picture))
        self._flow.addWidget(tile)
        tile.show()
        return tile

    def _copy(self, picture: SentPicture) -> None:
        QGuiApplication.clipboard().setText(picture.sha256)
        announce(self, self.tr("Its SHA-256 is copied"))

    def _fit(self) -> None:
        side = self._theme.tokens.sizes.thumbnail
        least = self.tiles[0].sizeHint().height() if self._tiles else side
        self._holder.setFixedHeight(max(least, self._flow.heightForWidth(self.width())))

    def _show_pictures(self) -> None:
        side = round(2 * self._theme.tokens.sizes.thumbnail * self.devicePixelRatioF())
        for picture, tile in self._tiles:
            found = self._thumbnails.pixmap(picture.of, QSize(side, side))
            if found is not None and tile.thumb.image is not found:
                tile.show_thumb(_thumb(picture, found))


def _thumb(picture: SentPicture, pixmap: QPixmap | None = None) -> ReferenceThumb:
    return ReferenceThumb(picture.sha256, sent_facts(picture), pixmap, caption=sent_caption(picture))
