"""The button of the top bar that says what is shown, and what opens under it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from studio.ui.kit import MenuButton
from studio.viewmodels.dragging import VERSIONS
from studio.viewmodels.listed_places import scope_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent

    from studio.ui.projects.place_panel import PlacePanel
    from studio.ui.theme import Theme
    from studio.viewmodels.judging import JudgingViewModel
    from studio.viewmodels.projects import ProjectsViewModel
    from studio.viewmodels.search import SearchViewModel
    from studio.viewmodels.thumbnails import Thumbnails

WIDEST = 200
HOVER_MS = 300
"""How long something is held over the button before it opens."""


class ProjectSwitcher(MenuButton):
    """`empty_trash_requested` when the trash is to be emptied; `budget_requested` names the project whose
    budget is to be changed.
    """

    empty_trash_requested = Signal()
    budget_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        *,
        projects: ProjectsViewModel,
        search: SearchViewModel,
        judging: JudgingViewModel,
        thumbnails: Thumbnails,
        selected: Callable[[], tuple[str, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, "", parent=parent)
        self._projects = projects
        self._search = search
        self._judging = judging
        self._thumbnails = thumbnails
        self._selected = selected
        self._open_at_rest = QTimer(self)
        self._open_at_rest.setSingleShot(True)
        self._open_at_rest.setInterval(HOVER_MS)
        self._open_at_rest.timeout.connect(self._open)
        self.setAcceptDrops(True)
        self.setMaximumWidth(WIDEST)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._toggle)
        projects.state_changed.connect(self._show)
        judging.project_requested.connect(self._open_for)
        self._show()

    # Built when it is first opened: the window opens sooner without it.
    @cached_property
    def panel(self) -> PlacePanel:
        """What opens under it."""
        from studio.ui.projects.place_panel import PlacePanel

        made = PlacePanel(
            self._theme,
            self,
            projects=self._projects,
            search=self._search,
            judging=self._judging,
            thumbnails=self._thumbnails,
            selected=self._selected,
        )
        made.empty_trash_requested.connect(self.empty_trash_requested)
        made.budget_requested.connect(self.budget_requested)
        return made

    def make_project(self) -> None:
        """Ask for a new project's name."""
        self.panel.make_project()

    def rename_project(self) -> None:
        """Ask for another name of the project that is shown."""
        self.panel.rename_current()

    def _open(self) -> None:
        self.panel.choose_place()

    def _open_for(self, ids: Iterable[str]) -> None:
        self.panel.choose_project_for(tuple(ids))

    def _toggle(self) -> None:
        if self.panel.isHidden():
            self._open()
        else:
            self.panel.dismiss()

    def _show(self) -> None:
        state = self._projects.state
        words = scope_words(state.scope)
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, WIDEST - 48)
        self.setText(shown.replace("&", "&&"))
        self.setAccessibleName(self.tr("Project: {name}").format(name=words))
        goes = self.tr("New pictures go to {project}.").format(project=state.current)
        self.setToolTip(goes)
        self.setAccessibleDescription(goes)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Held over it, it opens, so that what is dragged can be dropped on a project."""
        if event.mimeData().hasFormat(VERSIONS):
            event.acceptProposedAction()
            self._open_at_rest.start()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It was only passed over."""
        self._open_at_rest.stop()
