"""A strip of versions' pictures, one of them in a frame: to go to another, or to choose one."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from studio.ui.gallery.fitting import covering, draw_picture
from studio.ui.kit import draw_frame
from studio.viewmodels.strip import StripRole

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractListModel, QItemSelection
    from PySide6.QtGui import QWheelEvent

    from studio.domain.version import Version
    from studio.ui.theme import Theme
    from studio.viewmodels.thumbnails import Thumbnails

PICTURE = QSize(96, 64)
GAP = 8
FRAME = 2
NAME = 18
Index = QModelIndex | QPersistentModelIndex


class PictureStrip(QListView):
    """`chosen` carries the id of the version that the person went to. The model gives it as StripRole.VERSION
    and its words as those of a tool tip.
    """

    chosen = Signal(str)

    # Qt asks while it is being made.
    _following = False

    def __init__(
        self,
        theme: Theme,
        thumbnails: Thumbnails,
        model: QAbstractListModel,
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setModel(model)
        self.setItemDelegate(_Frame(theme, thumbnails, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFixedHeight(PICTURE.height())
        thumbnails.arrived.connect(self.viewport().update)
        theme.changed.connect(self.viewport().update)

    def go_to(self, row: int | None) -> None:
        """Frame this one, without telling; None frames none."""
        index = QModelIndex() if row is None else self.model().index(row, 0)
        self._following = True
        self.setCurrentIndex(index)
        if row is None:
            self.clearSelection()
        self._following = False
        if index.isValid():
            self.scrollTo(index)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """By a click or by the arrow keys."""
        super().selectionChanged(selected, deselected)
        index = self.currentIndex()
        if not self._following and index.isValid() and self.selectionModel().isSelected(index):
            self.chosen.emit(cast("Version", index.data(StripRole.VERSION)).id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Any wheel moves it along."""
        bar = self.horizontalScrollBar()
        turned = event.angleDelta()
        bar.setValue(bar.value() - (turned.x() or turned.y()))
        event.accept()


class _Frame(QStyledItemDelegate):
    def __init__(self, theme: Theme, thumbnails: Thumbnails, view: PictureStrip) -> None:
        super().__init__(view)
        self._theme = theme
        self._thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All alike, with a gap after each."""
        del option, index
        return PICTURE + QSize(GAP, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The middle of the picture; its main colour until it is there."""
        theme, version = self._theme, cast("Version", index.data(StripRole.VERSION))
        radius = theme.tokens.sizes.radius_control
        rect = QRect(option.rect.topLeft(), PICTURE)
        painter.save()
        place = covering(version.width, version.height, rect)
        # The longest side of what is cut off may be a hundred times what is seen.
        wanted = (place.size() * painter.device().devicePixelRatioF()).boundedTo(QSize(512, 512))
        pixmap = self._thumbnails.pixmap(version.id, wanted)
        if pixmap is not None:
            draw_picture(painter, pixmap, place, radius=radius, window=rect)
        else:
            colour = QColor(version.palette[0]) if version.palette else theme.colour("raised")
            draw_frame(painter, rect, radius=radius, fill=colour, line=None)
        if version.branch.name:
            self._paint_name(painter, version.branch.name, rect)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            line = theme.colour("accent" if chosen else "muted")
            draw_frame(painter, rect, radius=radius, fill=None, line=line, width=FRAME)
        painter.restore()

    def _paint_name(self, painter: QPainter, name: str, rect: QRect) -> None:
        """That of the branch which begins here, on a dark ground at the foot of the picture."""
        font = self._theme.font(size=self._theme.tokens.sizes.small)
        metrics = QFontMetrics(font)
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, rect.width() - 20)
        width = metrics.horizontalAdvance(text) + 12
        ground = QRect(rect.left() + 4, rect.bottom() - NAME - 3, width, NAME)
        draw_frame(painter, ground, radius=4, fill=self._theme.colour("badge"), line=None)
        painter.setFont(font)
        painter.setPen(self._theme.colour("on_badge"))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, text)
