"""What is selected outlives what replaces it: another query, a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QObject
from PySide6.QtWidgets import QAbstractItemView

from studio.library.desk import MOST_SELECTED, Desk
from studio.viewmodels.runs import runs_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studio.ui.gallery.grid_view import GridView
    from studio.viewmodels.gallery import GalleryModel

Flag = QItemSelectionModel.SelectionFlag


class Selection(QObject):
    """Knows what is selected by id, and finds it again in other rows."""

    def __init__(self, view: GridView, model: GalleryModel, desk: Desk) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._left = desk
        self._to_restore = bool(desk.first or desk.selected or desk.current)
        self._kept: tuple[str, tuple[str, ...]] = ("", ())
        model.about_to_rearrange.connect(self._keep)
        model.rearranged.connect(self._bring_back)
        model.loaded_changed.connect(self._restore)

    def ids(self) -> tuple[str, ...]:
        """The ids of all selected versions, those in stacks too, in the gallery's order."""
        runs = self._view.selected_runs()
        return self._model.ids_in(row for first, last in runs for row in range(first, last + 1))

    def current(self) -> str:
        """The id of the version or job where the keyboard is, empty for none."""
        row = self._view.currentIndex().row()
        return self._model.id_at(row) if row >= 0 else ""

    def choose(self, item_id: str) -> bool:
        """Select this one alone and bring it into view; tells whether it stands here."""
        row = self._model.row_of(item_id)
        if row is None:
            return False
        index = self._model.index(row)
        self._view.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)
        self._view.scrollTo(index)
        return True

    def desk(self, edge: int) -> Desk:
        """How the gallery stands now."""
        first, offset = self._first_seen()
        rows = [row for low, high in self._view.selected_runs() for row in range(low, high + 1)]
        selected = tuple(self._model.id_at(row) for row in rows[:MOST_SELECTED])
        return Desk(edge, first, offset, self.current(), selected)

    def _first_seen(self) -> tuple[str, int]:
        scroll, grid = self._view.verticalOffset(), self._view.grid
        if not scroll:
            return "", 0
        for row in self._view.seen_rows():
            top = grid.rect(row).top() - scroll
            if top >= 0 and row >= self._model.card_count:
                return self._model.id_at(row), top
        return "", 0

    # Another query

    def _keep(self) -> None:
        runs = self._view.selected_runs()
        few = sum(last - first + 1 for first, last in runs) <= MOST_SELECTED
        self._kept = (self.current(), self.ids() if few else ())

    def _bring_back(self) -> None:
        current, ids = self._kept
        self._select(current, ids)
        row = self._model.row_of(current) if current else None
        if row is None:
            self._view.verticalScrollBar().setValue(0)
        else:
            self._view.scrollTo(self._model.index(row), QAbstractItemView.ScrollHint.PositionAtCenter)

    def _select(self, current: str, ids: Iterable[str]) -> None:
        wanted = frozenset(ids)
        cards = self._model.card_count
        rows = (
            [row + cards for row, name in enumerate(self._model.rows.ids) if name in wanted] if wanted else []
        )
        if rows:
            self._view.select_rows(runs_of(rows), Flag.ClearAndSelect)
        row = self._model.row_of(current) if current else None
        if row is not None:
            self._view.selectionModel().setCurrentIndex(self._model.index(row), Flag.NoUpdate)

    # A restart

    def _restore(self) -> None:
        """Once, as soon as what was seen is there; whoever scrolled meanwhile isn't led away."""
        if not self._to_restore or self._view.verticalOffset():
            return
        left = self._left
        row = self._model.row_of(left.first) if left.first else 0
        if row is None:
            self._to_restore = len(self._model.rows) < self._model.found and not self._model.is_whole
            return
        self._to_restore = False
        if not self._view.selectionModel().hasSelection():
            self._select(left.current, left.selected)
        if left.first:
            top = self._view.grid.rect(row).top()
            self._view.verticalScrollBar().setValue(top - left.offset)
