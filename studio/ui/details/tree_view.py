"""The tree of iterations: each line a small picture, what was changed, its price and time."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from studio.ui.gallery.fitting import covering, draw_picture
from studio.ui.kit import draw_frame
from studio.ui.tree.placeholder import STEPPED_BACK, draw_empty_frame, draw_icon
from studio.viewmodels.branches import is_gone
from studio.viewmodels.tree import TreeModel, TreeRole

if TYPE_CHECKING:
    from PySide6.QtCore import QItemSelection

    from studio.domain.version import Version
    from studio.ui.theme import Theme
    from studio.viewmodels.thumbnails import Thumbnails

LINE = 48
INDENT = 18
DEEPEST = 108
PICTURE = QSize(52, 38)
MOST_LINES = 12
Index = QModelIndex | QPersistentModelIndex


class TreeView(QTreeView):
    """`chosen` carries the Version that the person went to."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, thumbnails: Thumbnails, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree = TreeModel(self)
        self._following = False
        self.setAccessibleName(self.tr("Iterations"))
        self.setModel(self._tree)
        self.setItemDelegate(_Line(theme, thumbnails, self))
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._tree.modelReset.connect(self._unfold)
        self._tree.rowsInserted.connect(self._unfold)
        thumbnails.arrived.connect(self._show_arrived)
        theme.changed.connect(self.viewport().update)

    def _show_arrived(self, keys: frozenset[str]) -> None:
        """Most of those that come while the gallery is scrolled are no part of this tree."""
        if any(self._tree.index_of(key).isValid() for key in keys):
            self.viewport().update()

    @property
    def tree(self) -> TreeModel:
        """What it shows."""
        return self._tree

    def follow(self, version: Version | None) -> None:
        """Mark this version as the one that is chosen."""
        index = self._tree.index_of(version.id) if version else QModelIndex()
        self._following = True
        self.setCurrentIndex(index)
        self._following = False
        if index.isValid():
            self.scrollTo(index)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """By a click or by the arrow keys."""
        super().selectionChanged(selected, deselected)
        index = self.currentIndex()
        if not self._following and index.isValid() and self.selectionModel().isSelected(index):
            version = cast("Version", index.data(TreeRole.VERSION))
            if not version.purged:
                # Of what was removed for good there is nothing left to show.
                self.chosen.emit(version)

    def drawRow(self, painter: QPainter, options: QStyleOptionViewItem, index: Index) -> None:
        """Nothing but the line itself shows that it is chosen."""
        plain = QStyleOptionViewItem(options)
        for role in (QPalette.ColorRole.Highlight, QPalette.ColorRole.AlternateBase):
            plain.palette.setColor(role, Qt.GlobalColor.transparent)
        super().drawRow(painter, plain, index)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """The indent says enough."""

    def _unfold(self) -> None:
        depth = max(1, self._tree.depth)
        self.setIndentation(min(INDENT, max(2, DEEPEST // depth)))
        self.expandAll()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its lines, up to a limit; then it scrolls."""
        lines = min(self._count(), MOST_LINES)
        return QSize(200, lines * LINE + 4)

    def minimumSizeHint(self) -> QSize:
        """The same height: what lies around it scrolls."""
        return QSize(100, self.sizeHint().height())

    def _count(self) -> int:
        count, index = 0, self._tree.index(0, 0)
        while index.isValid() and count <= MOST_LINES:
            count, index = count + 1, self.indexBelow(index)
        return count


class _Line(QStyledItemDelegate):
    def __init__(self, theme: Theme, thumbnails: Thumbnails, view: TreeView) -> None:
        super().__init__(view)
        self._theme = theme
        self._thumbnails = thumbnails

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Every line is as high as the others."""
        del option, index
        return QSize(100, LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A frame round the one that is chosen, the picture, two lines of words."""
        theme, sizes = self._theme, self._theme.tokens.sizes
        rect = option.rect.adjusted(0, 1, -2, -1)
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        if chosen or hovered:
            line = theme.colour("accent") if chosen else None
            draw_frame(painter, rect, radius=sizes.radius_control, fill=theme.colour("raised"), line=line)
        version = cast("Version", index.data(TreeRole.VERSION))
        picture = QRect(rect.topLeft() + QPoint(5, (rect.height() - PICTURE.height()) // 2), PICTURE)
        self._picture(painter, version, picture)
        left = picture.right() + 10
        words = QRect(left, rect.top() + 5, rect.right() - left - 6, rect.height() - 10)
        self._words(painter, words, index)
        painter.restore()

    def _picture(self, painter: QPainter, version: Version, rect: QRect) -> None:
        """Its middle, so that all are of one shape; its main colour until it is there."""
        if version.purged:
            draw_empty_frame(painter, self._theme, QRectF(rect), radius=4)
            draw_icon(painter, self._theme, "trash-2", QRectF(rect))
            return
        painter.setOpacity(STEPPED_BACK if is_gone(version) else 1.0)
        place = covering(version.width, version.height, rect)
        pixmap = self._thumbnails.pixmap(version.id, place.size() * painter.device().devicePixelRatioF())
        if pixmap is not None:
            draw_picture(painter, pixmap, place, radius=4, window=rect)
        else:
            colour = QColor(version.palette[0]) if version.palette else self._theme.colour("line")
            draw_frame(painter, rect, radius=4, fill=colour, line=None)
        painter.setOpacity(1.0)

    def _words(self, painter: QPainter, rect: QRect, index: Index) -> None:
        sizes = self._theme.tokens.sizes
        lines = ((TreeRole.TITLE, sizes.label, "text"), (TreeRole.LINE, sizes.small, "muted"))
        top = rect.top()
        for role, size, colour in lines:
            font = self._theme.font(size=size)
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(self._theme.colour(colour))
            text = metrics.elidedText(
                cast("str", index.data(role)), Qt.TextElideMode.ElideRight, rect.width()
            )
            painter.drawText(rect.left(), top + metrics.ascent() + 1, text)
            top += rect.height() // 2
