"""What is selected outlives what replaces it: another query, a restart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QObject
from PySide6.QtWidgets import QAbstractItemView

from studio.library.desk import MOST_OPENED, MOST_SELECTED, Desk
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
        self._left: Desk | None = desk
        self._is_restart = True
        self._answered = model.loaded
        self._stood: tuple[str, str, int] | None = None
        self._kept: tuple[str, tuple[str, ...]] = ("", ())
        self._kept_row = -1
        model.about_to_rearrange.connect(self._keep)
        model.about_to_follow.connect(self._keep_selected)
        model.dropped.connect(self._go_on)
        model.loaded_changed.connect(self._follow_answer)
        if model.loaded:
            self._bring_back()

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
        """How the gallery stands now, or will as soon as it is read."""
        if self._left is not None and self._is_restart:
            return replace(self._left, edge=edge)
        first, offset = self._first_seen()
        rows = [row for low, high in self._view.selected_runs() for row in range(low, high + 1)]
        selected = tuple(self._model.id_at(row) for row in rows[:MOST_SELECTED])
        return Desk(
            edge,
            first,
            offset,
            self.current(),
            selected,
            opened=self._model.opened[-MOST_OPENED:],
            stacks=self._model.stacks,
        )

    def _first_seen(self) -> tuple[str, int]:
        scroll, grid = self._view.verticalOffset(), self._view.grid
        if not scroll:
            return "", 0
        for row in self._view.seen_rows():
            top = grid.rect(row).top() - scroll
            if top >= 0 and row >= self._model.card_count:
                return self._model.id_at(row), top
        return "", 0

    # What is read anew

    def _keep(self) -> None:
        """Before another query's answer: what is selected is looked for in it."""
        if self._answered:
            self._left, self._stood = Desk(current=self.current(), selected=self._few()), None
            self._is_restart = False

    def _keep_selected(self) -> None:
        """Before the same query's answer: what only moves loses nothing."""
        self._kept = (self.current(), self._few())
        self._kept_row = min((first for first, _ in self._view.selected_runs()), default=-1)

    def _few(self) -> tuple[str, ...]:
        runs = self._view.selected_runs()
        return self.ids() if sum(last - first + 1 for first, last in runs) <= MOST_SELECTED else ()

    def _follow_answer(self) -> None:
        self._answered = True
        kept, self._kept = self._kept, ("", ())
        if kept[1] and kept != (self.current(), self._few()):
            self._select(*kept)
        self._go_on()
        self._bring_back()

    def _go_on(self) -> None:
        """All that was selected is gone, to the trash or out of what is searched: on to what follows it."""
        row, self._kept_row = min(self._kept_row, self._model.rowCount() - 1), -1
        if row >= self._model.card_count and not self._view.selected_runs():
            index = self._model.index(row)
            self._view.selectionModel().setCurrentIndex(index, Flag.ClearAndSelect)

    def _bring_back(self) -> None:
        """As soon as it is there; whoever scrolled or selected meanwhile isn't led away."""
        left = self._left
        if left is None:
            return
        touched = self._stood is not None and self._stood != self._standing()
        if not touched:
            all_there = self._select(left.current, left.selected)
            all_there &= self._place(left)
            self._stood = self._standing()
            touched = all_there or self._model.is_whole
        if touched:
            self._left = self._stood = None

    def _standing(self) -> tuple[str, str, int]:
        return self._first_seen()[0], self.current(), len(self._view.selected_runs())

    def _select(self, current: str, ids: Iterable[str]) -> bool:
        """Tells whether all of it stands here."""
        wanted, cards = frozenset(ids), self._model.card_count
        names = self._model.rows.ids if wanted else ()
        rows = [row + cards for row, name in enumerate(names) if name in wanted]
        if rows:
            self._view.select_rows(runs_of(rows), Flag.ClearAndSelect)
        row = self._model.row_of(current) if current else None
        if row is not None:
            self._view.selectionModel().setCurrentIndex(self._model.index(row), Flag.NoUpdate)
        return len(rows) >= len(wanted) and (row is not None or not current)

    def _place(self, left: Desk) -> bool:
        """Bring what was seen back into its place, or what is current into the middle; else to the top."""
        bar, seen = self._view.verticalScrollBar(), left.first if self._is_restart else left.current
        row = self._model.row_of(seen) if seen else None
        if row is None:
            bar.setValue(0)
        elif self._is_restart:
            bar.setValue(min(max(self._view.grid.rect(row).top() - left.offset, 0), bar.maximum()))
        else:
            self._view.scrollTo(self._model.index(row), QAbstractItemView.ScrollHint.PositionAtCenter)
        return row is not None or not seen
