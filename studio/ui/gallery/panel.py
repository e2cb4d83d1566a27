"""The centre of the window: what is shown and how large, what waits for a word, and the gallery itself."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QSlider, QStackedWidget, QVBoxLayout, QWidget

from studio.domain.words import describe, sentences
from studio.ui.gallery.grid_view import USUAL_EDGE
from studio.ui.gallery.view import GalleryView
from studio.ui.kit import Chip, EmptyState, Notice, Tone, surface
from studio.ui.version_actions import VersionActions
from studio.viewmodels.job_card import JobCard

if TYPE_CHECKING:
    from studio.domain.errors import LibraryError
    from studio.ui.theme import Theme
    from studio.viewmodels.details import DetailsViewModel
    from studio.viewmodels.gallery import GalleryModel
    from studio.viewmodels.jobs import JobsViewModel
    from studio.viewmodels.saving import SavingViewModel
    from studio.viewmodels.thumbnails import Thumbnails

SMALLEST, LARGEST = 120, 360


class GalleryPanel(QWidget):
    """`iterate_requested` carries a version's id; `compose_requested` asks for the prompt to be focused."""

    iterate_requested = Signal(str)
    compose_requested = Signal()
    clear_search_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        model: GalleryModel,
        jobs: JobsViewModel,
        details: DetailsViewModel,
        thumbnails: Thumbnails,
        saving: SavingViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._model = model
        self._jobs = jobs
        self._details = details
        self._following = False
        surface(self, "window")
        self.view = GalleryView(theme, model, thumbnails)
        self._actions = VersionActions(theme, saving, thumbnails, owner=self)
        self._actions.iterate_requested.connect(self.iterate_requested)
        self._build()
        self._listen()
        self._show_found()

    def _build(self) -> None:
        theme = self._theme
        self._all = Chip(self.tr("All"))
        self._all.setChecked(True)
        # The only filter so far: it is what it says, and can't be taken off.
        self._all.clicked.connect(lambda: self._all.setChecked(True))
        self._icon = QLabel()
        self._size = QSlider(Qt.Orientation.Horizontal)
        self._size.setRange(SMALLEST, LARGEST)
        self._size.setValue(USUAL_EDGE)
        self._size.setPageStep(40)
        self._size.setFixedWidth(72)
        self._size.setAccessibleName(self.tr("Tile size"))
        self._size.setToolTip(self.tr("Tile size"))
        head = QHBoxLayout()
        head.setContentsMargins(16, 9, 16, 6)
        head.setSpacing(8)
        head.addWidget(self._all)
        head.addStretch(1)
        head.addWidget(self._icon)
        head.addWidget(self._size)
        self._asking = Notice(theme)
        self._held_up = Notice(theme)
        self._notices = QWidget()
        notices = QVBoxLayout(self._notices)
        notices.setContentsMargins(16, 2, 16, 8)
        self._notices.hide()
        for notice in (self._asking, self._held_up):
            notices.addWidget(notice)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._notices)
        column.addWidget(self._stack, 1)
        self._tint()

    def _listen(self) -> None:
        self._theme.changed.connect(self._tint)
        self._size.valueChanged.connect(self.view.set_tile_edge)
        self._asking.chosen.connect(self._answer_asking)
        self._held_up.chosen.connect(self._jobs.try_disk_again)
        self._model.found_changed.connect(self._show_found)
        self._model.loaded_changed.connect(self._show_found)
        self._jobs.state_changed.connect(self._show_jobs)
        self._details.state_changed.connect(self._follow_details)
        self.view.selectionModel().selectionChanged.connect(self._choose)
        self.view.menu_asked.connect(self._open_menu)
        self.view.pressed_step.connect(self._jobs.act)
        self.view.dragged.connect(self._drag)

    @property
    def is_filled(self) -> bool:
        """Whether the library has answered and every picture in view is painted."""
        return self._model.loaded and self.view.is_painted

    def show_jobs(self) -> None:
        """Bring the cards of jobs into view."""
        self.view.verticalScrollBar().setValue(0)
        self.view.setFocus()

    # What stands where. What is seldom shown is built when it is: the window opens sooner without it.

    @cached_property
    def _empty(self) -> EmptyState:
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

    @cached_property
    def _nothing_found(self) -> EmptyState:
        title, action = self.tr("Nothing found"), self.tr("Clear search")
        state = EmptyState(self._theme, icon="search", title=title, words="", action=action)
        state.acted.connect(self.clear_search_requested)
        self._stack.addWidget(state)
        return state

    def _tint(self) -> None:
        scale = self.devicePixelRatioF()
        self._icon.setPixmap(self._theme.icons.pixmap("images", size=16, role="muted", dpr=scale))

    def _show_found(self) -> None:
        model = self._model
        self._all.set_count(model.found if model.loaded else None)
        if model.rowCount() or not model.loaded:
            self._stack.setCurrentWidget(self.view)
        elif not model.query:
            self._stack.setCurrentWidget(self._empty)
        else:
            words = self.tr("No prompt contains “{query}”.").format(query=model.query)
            self._nothing_found.set_words(self.tr("Nothing found"), words, action=self.tr("Clear search"))
            self._stack.setCurrentWidget(self._nothing_found)

    def _show_jobs(self) -> None:
        self._show_found()
        state = self._jobs.state
        self._notices.setVisible(bool(state.asking) or state.held_up is not None)
        if state.asking:
            self._ask_to_run(len(state.asking), str(state.asking_price))
        else:
            self._asking.close_words()
        if state.held_up is None:
            self._held_up.close_words()
        else:
            self._say_held_up(state.held_up)

    def _say_held_up(self, error: LibraryError) -> None:
        what = describe(error, QCoreApplication.translate).what
        safe = self.tr("What arrived is kept, and saved as soon as it can be.")
        words = sentences(what, safe)
        if self._held_up.isHidden() or self._held_up.words != words:
            actions = (("again", self.tr("Try again")),)
            self._held_up.show_words(words, tone=Tone.BAD, actions=actions, closable=False)

    def _ask_to_run(self, count: int, price: str) -> None:
        words = (
            self.tr("1 job, {price}. Run it?") if count == 1 else self.tr("{count} jobs, {price}. Run them?")
        )
        words = words.format(count=count, price=price)
        if self._asking.isHidden() or self._asking.words != words:
            run = self.tr("Run for {price}").format(price=price)
            actions = (("run", run), ("discard", self.tr("Discard")))
            self._asking.show_words(words, tone=Tone.WARNING, actions=actions, closable=False)

    def _answer_asking(self, answer: str) -> None:
        if answer == "run":
            self._jobs.run_asking()
        else:
            self._jobs.discard_asking()

    # What is chosen

    def _choose(self) -> None:
        """The current item, where it is selected, else any that is."""
        if self._following:
            return
        selected = self.view.selectionModel().selectedIndexes()
        if not selected:
            self._details.choose_none()
            return
        current = self.view.currentIndex()
        item = self._model.item((current if current in selected else selected[-1]).row())
        if isinstance(item, JobCard):
            self._details.choose_job(item.id)
        else:
            self._details.choose(item)

    def _follow_details(self) -> None:
        """Something was chosen elsewhere, as in the tree."""
        chosen = self._details.state.chosen
        selection = self.view.selectionModel()
        if chosen in {self._model.item(index.row()).id for index in selection.selectedIndexes()}:
            return
        row = self._model.row_of(chosen) if chosen else None
        self._following = True
        if row is None:
            self.view.clearSelection()
        else:
            index = self._model.index(row)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._following = False

    # What can be done

    def _open_menu(self, index: QModelIndex, place: QPoint) -> None:
        item = self._model.item(index.row())
        menu = self._job_menu(item) if isinstance(item, JobCard) else self._actions.menu(item, whole=True)
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(place)

    def _job_menu(self, card: JobCard) -> QMenu:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for offered in card.steps:
            action = menu.addAction(offered.label)
            action.triggered.connect(lambda *, step=offered.step: self._jobs.act(card.id, step))
        return menu

    def _drag(self, index: QModelIndex) -> None:
        version = self.view.version_at(index)
        if version is not None:
            self._actions.drag(version)
