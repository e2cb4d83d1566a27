"""The gallery: tiles of versions and cards of jobs, by mouse and by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QWidget

from studio.ui.gallery.card_painter import CardPainter
from studio.ui.gallery.grid_view import FRAME, GridView
from studio.ui.gallery.tile_painter import TilePainter
from studio.ui.kit import draw_frame
from studio.viewmodels.gallery import Role
from studio.viewmodels.job_card import JobCard

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from studio.domain.version import Version
    from studio.ui.theme import Theme
    from studio.viewmodels.gallery import GalleryModel
    from studio.viewmodels.job_card import NextStep
    from studio.viewmodels.thumbnails import Thumbnails


class GalleryView(GridView):
    """`menu_asked` carries an index and a global place; `pressed_step` a job's id and the step of its card;
    `dragged` the index that is dragged out.
    """

    menu_asked = Signal(QModelIndex, QPoint)
    pressed_step = Signal(str, object)
    dragged = Signal(QModelIndex)

    def __init__(
        self, theme: Theme, model: GalleryModel, thumbnails: Thumbnails, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(model, parent=parent)
        self._theme = theme
        self._cards = CardPainter(theme)
        self._tiles = TilePainter(theme, thumbnails)
        self._thumbnails = thumbnails
        self._hovered = QPersistentModelIndex()
        self._hovered_step: NextStep | None = None
        self._held_step: NextStep | None = None
        self.setAccessibleName(self.tr("Gallery"))
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        thumbnails.arrived.connect(self._show_thumbnails)
        theme.changed.connect(self.viewport().update)

    @property
    def is_painted(self) -> bool:
        """Whether every tile in view shows its picture, or that there is none."""
        items = (self._gallery.item(row) for row in self.seen_rows())
        return all(isinstance(item, JobCard) or self._thumbnails.is_there(item.id) for item in items)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only the tiles that are seen."""
        painter = QPainter(self.viewport())
        scroll = self.verticalOffset()
        area, region = event.rect(), event.region()
        # Asked once: each call into Qt lets another thread have the interpreter, and waits to get it back.
        hovered = self._hovered.row()
        current = self.currentIndex().row() if self.hasFocus() else -1
        selection = self.selectionModel()
        some_selected = selection.hasSelection()
        for row in self._grid.rows_between(area.top() - FRAME + scroll, area.bottom() + FRAME + scroll):
            rect = self._grid.rect(row).translated(0, -scroll)
            if region.intersects(rect.adjusted(-FRAME, -FRAME, FRAME, FRAME)):
                self._paint_item(painter, row, rect, hovered=row == hovered)
                selected = some_selected and selection.isSelected(self._gallery.index(row))
                if selected or row == current:
                    self._paint_frame(painter, rect, selected=selected)

    def _paint_item(self, painter: QPainter, row: int, rect: QRect, *, hovered: bool) -> None:
        item = self._gallery.item(row)
        if isinstance(item, JobCard):
            step = self._hovered_step if hovered else None
            self._cards.paint(painter, item, rect, hovered=step, pressed=step == self._held_step)
        else:
            children = cast("int", self._gallery.data(self._gallery.index(row), Role.CHILDREN))
            self._tiles.paint(painter, item, rect, children=children, hovered=hovered)

    def _paint_frame(self, painter: QPainter, rect: QRect, *, selected: bool) -> None:
        frame = rect.adjusted(-FRAME, -FRAME, FRAME, FRAME)
        line = self._theme.colour("accent" if selected else "text")
        radius = self._theme.tokens.sizes.radius_card + FRAME - 1
        draw_frame(painter, frame, radius=radius, fill=None, line=line, width=2 if selected else 1)

    def _show_thumbnails(self, keys: frozenset[str]) -> None:
        scroll = self.verticalOffset()
        for row in self.seen_rows():
            if self._gallery.item(row).id in keys:
                self.viewport().update(self._grid.rect(row).translated(0, -scroll))

    # Mouse and keys

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what is under the pointer."""
        if self._held_step is None:
            super().mouseMoveEvent(event)
        self._hover(event.position().toPoint())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._hover(QPoint(-1, -1))

    def _hover(self, point: QPoint) -> None:
        index = self.indexAt(point)
        step = self.step_at(point)
        if index == self._hovered and step == self._hovered_step:
            return
        self.viewport().update(self.visualRect(self._hovered))
        self.viewport().update(self.visualRect(index))
        self._hovered, self._hovered_step = QPersistentModelIndex(index), step
        self.viewport().setToolTip(self._tip(index, step))

    def _tip(self, index: QModelIndex, step: NextStep | None) -> str:
        if step is not None:
            return step.label
        item = self._gallery.item(index.row()) if index.isValid() else None
        if isinstance(item, JobCard):
            return "\n".join(part for part in (item.words, item.advice) if part) if item.ended else ""
        return item.recipe.prompt if item else ""

    def step_at(self, point: QPoint) -> NextStep | None:
        """The button of a card under this point."""
        index = self.indexAt(point)
        item = self._gallery.item(index.row()) if index.isValid() else None
        if not isinstance(item, JobCard):
            return None
        return self._cards.button_at(item, self.visualRect(index), point)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a card's button is no selection."""
        point = event.position().toPoint()
        step = self.step_at(point)
        if step is not None and event.button() is Qt.MouseButton.LeftButton:
            self._held_step = step
            self._hover(point)
            self.viewport().update()
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The second press of a double click presses no button again."""
        point = event.position().toPoint()
        if self.step_at(point) is None:
            super().mouseDoubleClickEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A button works when it is let go where it was pressed."""
        held, self._held_step = self._held_step, None
        if held is None:
            super().mouseReleaseEvent(event)
            return
        point = event.position().toPoint()
        index = self.indexAt(point)
        self.viewport().update()
        if self.step_at(point) == held:
            self.pressed_step.emit(self._gallery.item(index.row()).id, held.step)

    def startDrag(self, supported_actions: Qt.DropAction) -> None:
        """The item goes out as a file."""
        del supported_actions
        if self.currentIndex().isValid():
            self.dragged.emit(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return selects, and opens a job's next steps; Escape selects nothing."""
        index = self.currentIndex()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if index.isValid():
                self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                if isinstance(self._gallery.item(index.row()), JobCard):
                    self._ask_menu(index)
            case Qt.Key.Key_Escape if self.selectionModel().hasSelection():
                self.clearSelection()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard needs a place to start from."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._gallery.rowCount():
            first = self._gallery.index(0)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By the mouse for what is under it, by the keyboard for where the keyboard is."""
        if event.reason() is event.Reason.Mouse:
            index = self.indexAt(event.pos())
            if index.isValid():
                self.menu_asked.emit(index, event.globalPos())
        elif self.currentIndex().isValid():
            self._ask_menu(self.currentIndex())

    def _ask_menu(self, index: QModelIndex) -> None:
        self.scrollTo(index)
        place = self.visualRect(index).center()
        self.menu_asked.emit(index, self.viewport().mapToGlobal(place))

    def version_at(self, index: QModelIndex) -> Version | None:
        """The version of this item, None for a job's card."""
        item = self._gallery.item(index.row()) if index.isValid() else None
        return None if item is None or isinstance(item, JobCard) else item
