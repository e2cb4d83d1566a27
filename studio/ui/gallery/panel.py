"""The centre of the window: what is shown and how large, what waits for a word, and the gallery itself."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSlider, QStackedWidget, QVBoxLayout, QWidget

from studio.ui.gallery.grid_view import LARGEST_EDGE, SMALLEST_EDGE
from studio.ui.gallery.selection import Selection
from studio.ui.gallery.view import GalleryView
from studio.ui.kit.look import surface

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from studio.ui.kit import EmptyState
    from studio.ui.theme import Theme
    from studio.ui.version_actions import VersionActions
    from studio.viewmodels.desk_keeper import DeskKeeper
    from studio.viewmodels.details import DetailsViewModel
    from studio.viewmodels.gallery import GalleryModel
    from studio.viewmodels.job_card import JobCard
    from studio.viewmodels.jobs import JobsViewModel
    from studio.viewmodels.thumbnails import Thumbnails
    from studio.viewmodels.versions import Versions


class GalleryPanel(QWidget):
    """`view_requested` carries the id of a version to be looked at; `compose_requested` asks for the prompt
    to be focused, `clear_search_requested` to show everything again.
    """

    view_requested = Signal(str)
    compose_requested = Signal()
    clear_search_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        model: GalleryModel,
        thumbnails: Thumbnails,
        versions: Versions,
        desk: DeskKeeper,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._versions = versions
        self._desk = desk
        self._details: DetailsViewModel | None = None
        self._actions: VersionActions | None = None
        self._nothing_found: QWidget | None = None
        self._following = False
        surface(self, "window")
        self.view = GalleryView(theme, model, thumbnails=thumbnails, versions=versions, today=today)
        self.view.set_tile_edge(desk.desk.edge)
        self.selection = Selection(self.view, model, desk.desk)
        self._build()
        self._listen()
        self._show_found()

    def _build(self) -> None:
        self._icon = QLabel()
        self._size = QSlider(Qt.Orientation.Horizontal)
        self._size.setRange(SMALLEST_EDGE, LARGEST_EDGE)
        self._size.setValue(self.view.tile_edge)
        self._size.setPageStep(40)
        self._size.setFixedWidth(72)
        self._size.setAccessibleName(self.tr("Tile size"))
        self._size.setToolTip(self.tr("Tile size"))
        self._head = QHBoxLayout()
        self._head.setContentsMargins(16, 9, 16, 6)
        self._head.setSpacing(8)
        self._head.addStretch(1)
        self._head.addWidget(self._icon)
        self._head.addWidget(self._size)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._head)
        self._column.addWidget(self._stack, 1)

    def _listen(self) -> None:
        self._size.valueChanged.connect(self.view.set_tile_edge)
        self.view.edge_changed.connect(self._size.setValue)
        self._model.found_changed.connect(self._show_found)
        self._model.loaded_changed.connect(self._show_found)
        self._model.rowsInserted.connect(self._show_found)
        self._model.rowsRemoved.connect(self._show_found)
        self.view.opened.connect(self._ask_to_view)
        self.view.verticalScrollBar().valueChanged.connect(self._desk.changed)
        self.view.edge_changed.connect(self._desk.changed)
        self.view.selectionModel().selectionChanged.connect(self._desk.changed)
        self._desk.watch(lambda: self.selection.desk(self.view.tile_edge))

    # What the window puts in once the gallery stands

    def furnish(self, *, jobs: JobsViewModel, details: DetailsViewModel, actions: VersionActions) -> None:
        """Show the jobs too, tell details what is chosen, and offer what can be done with it."""
        from studio.ui.gallery.job_notices import JobNotices
        from studio.ui.gallery.new_pill import NewPill

        self._details = details
        self._actions = actions
        self._theme.changed.connect(self._tint)
        self._tint()
        self._new = NewPill(self.view, self._model)
        self.take_strip(JobNotices(self._theme, jobs))
        details.state_changed.connect(self._follow_details)
        self.view.selectionModel().selectionChanged.connect(self._choose)
        self._versions.arrived.connect(self._choose_arrived)
        self.view.menu_asked.connect(self._open_menu)
        self.view.pressed_step.connect(jobs.act)
        self.view.dragged.connect(self._drag)
        self._choose()

    def _ask_to_view(self, row: int) -> None:
        self.view_requested.emit(self._model.id_at(row))

    def take_head(self, *, left: QWidget, right: QWidget) -> None:
        """Filters at the left of the head, the way of sorting at the right, beside the size of the tiles."""
        self._head.insertWidget(0, left, 1)
        # The filters take all the room there is: what doesn't fit is left out.
        self._head.setStretch(1, 0)
        self._head.insertWidget(self._head.indexOf(self._icon), right)

    def take_strip(self, strip: QWidget) -> None:
        """One more strip between the head and the tiles."""
        self._column.insertWidget(self._column.count() - 1, strip)

    def take_nothing_found(self, page: QWidget) -> None:
        """What stands here when a search finds nothing."""
        self._nothing_found = page
        self._stack.addWidget(page)
        self._show_found()

    @property
    def model(self) -> GalleryModel:
        """What it shows."""
        return self._model

    @property
    def is_filled(self) -> bool:
        """Whether the library has answered and every picture in view is painted."""
        return self._model.loaded and self.view.is_painted

    def show_jobs(self) -> None:
        """Bring the cards of jobs into view."""
        self.view.verticalScrollBar().setValue(0)
        self.view.setFocus()

    def show_version(self, version_id: str) -> None:
        """Select this version and bring it into view."""
        self.selection.choose(version_id)

    def advance(self, version_id: str) -> None:
        """Choose the picture after this one."""
        row = self._model.row_of(version_id)
        if row is not None and row + 1 < self._model.rowCount():
            self.selection.choose(self._model.id_at(row + 1))

    # What stands where. What is seldom shown is built when it is: the window opens sooner without it.

    @cached_property
    def _empty(self) -> EmptyState:
        from studio.ui.kit import EmptyState

        words = self.tr(
            "Write what you want to see on the left. The button says what it costs before anything is sent."
        )
        state = EmptyState(
            self._theme,
            icon="images",
            title=self.tr("Your pictures will stand here"),
            words=words,
            action=self.tr("Write a prompt"),
        )
        state.acted.connect(self.compose_requested)
        self._stack.addWidget(state)
        return state

    def _tint(self) -> None:
        scale = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.icons.pixmap("images", size=16, role="muted", dpr=scale))

    def _show_found(self) -> None:
        model = self._model
        if model.is_rearranging:
            return
        if model.rowCount() or not model.loaded:
            self._stack.setCurrentWidget(self.view)
        elif model.query.is_plain:
            self._stack.setCurrentWidget(self._empty)
        elif self._nothing_found is not None:
            self._stack.setCurrentWidget(self._nothing_found)

    # What is chosen

    def _choose(self) -> None:
        """The one that is selected, or how many are."""
        details = self._details
        if self._following or details is None:
            return
        runs = self.view.selected_runs()
        count = sum(last - first + 1 for first, last in runs)
        if not count:
            details.choose_none()
            return
        if count > 1:
            details.choose_many(self.selection.ids())
            return
        row = runs[0][0]
        if row < self._model.card_count:
            details.choose_job(self._model.id_at(row))
            return
        version = self._model.version(row)
        if version is not None:
            details.choose(version)
        else:
            self._versions.want((self._model.id_at(row),))

    def _choose_arrived(self, ids: frozenset[str]) -> None:
        """What is selected can be shown now, or is another now."""
        runs = self.view.selected_runs()
        one = len(runs) == 1 and runs[0][0] == runs[0][1]
        if one and self._model.id_at(runs[0][0]) in ids:
            self._choose()

    def _follow_details(self) -> None:
        """Something was chosen elsewhere, as in the tree."""
        chosen = self._details.state.chosen if self._details else ""
        if not chosen or self._details is None or self._details.state.many:
            return
        runs = self.view.selected_runs()
        if len(runs) == 1 and runs[0][0] == runs[0][1] and self._model.id_at(runs[0][0]) == chosen:
            return
        self._following = True
        if not self.selection.choose(chosen):
            self.view.clearSelection()
        self._following = False

    # What can be done

    def _open_menu(self, index: QModelIndex, place: QPoint) -> None:
        if not self.view.selectionModel().isSelected(index):
            self.selection.choose(self._model.id_at(index.row()))
        menu = self._menu(index.row())
        if menu is None or menu.isEmpty():
            return
        menu.popup(place)

    def _menu(self, row: int) -> QMenu | None:
        card, version = self._model.card(row), self._model.version(row)
        if card is not None:
            return self._job_menu(card)
        if self._actions is None or version is None:
            return None
        return self._actions.menu_for(version, self.selection.ids())

    def _job_menu(self, card: JobCard) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for offered in card.steps:
            action = menu.addAction(offered.label)
            action.triggered.connect(lambda *, step=offered.step: self.view.pressed_step.emit(card.id, step))
        return menu

    def _drag(self) -> None:
        version = self._model.version(self.view.currentIndex().row())
        if version is not None and self._actions is not None:
            self._actions.drag_out(version, self.selection.ids())
