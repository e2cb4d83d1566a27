"""What opens under the switcher: find, choose, make, rename, archive, remove; drop pictures on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from studio.ui.kit import Button, ButtonKind, Divider, SearchField, TextField, Words, set_look
from studio.ui.kit.popover import Popover
from studio.ui.projects.place_list import ENTER, PlaceList
from studio.viewmodels.listed_places import listed_places
from studio.viewmodels.place_entries import EntriesModel, Entry, EntryKind
from studio.viewmodels.projects import ScopeKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.domain.places import SavedSearch
    from studio.ui.theme import Theme
    from studio.viewmodels.judging import JudgingViewModel
    from studio.viewmodels.projects import ProjectsViewModel
    from studio.viewmodels.search import SearchViewModel
    from studio.viewmodels.thumbnails import Thumbnails

WIDTH, MOST = 340, 640


class PlacePanel(Popover):
    """`empty_trash_requested` when the trash is to be emptied, and `budget_requested` names the project whose
    budget is to be changed: both are asked about elsewhere.
    """

    empty_trash_requested = Signal()
    budget_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        anchor: QWidget,
        *,
        projects: ProjectsViewModel,
        search: SearchViewModel,
        judging: JudgingViewModel,
        thumbnails: Thumbnails,
        selected: Callable[[], tuple[str, ...]],
    ) -> None:
        """`selected` tells the versions that are selected now."""
        super().__init__(anchor, name=self.tr("Projects"))
        self._theme = theme
        self._projects = projects
        self._search = search
        self._judging = judging
        self._selected = selected
        self._moving: tuple[str, ...] = ()
        self._archive_open = False
        self._entries = EntriesModel()
        self._build(theme, thumbnails)
        projects.state_changed.connect(self._follow)
        search.state_changed.connect(self._follow)

    def _build(self, theme: Theme, thumbnails: Thumbnails) -> None:
        self._field = SearchField(
            theme, name=self.tr("Find a project"), placeholder=self.tr("Find or make a project…")
        )
        self._field.textChanged.connect(self._filter)
        self._field.escaped.connect(self.dismiss)
        self._field.installEventFilter(self)
        self.list = PlaceList(theme, self._entries, thumbnails)
        self.list.chosen.connect(self._choose)
        self.list.renamed.connect(self._rename)
        self.list.dropped.connect(self._take)
        self.list.menu_asked.connect(self._open_menu)
        self._problem = Words(role="bad", wrap=True)
        self._problem.hide()
        self._new = Button(theme, self.tr("New project"), kind=ButtonKind.QUIET, icon="folder-plus")
        set_look(self._new, "align", "left")
        self._name = TextField(name=self.tr("Name of the new project"), placeholder=self.tr("Name"))
        self._name.hide()
        self._name.installEventFilter(self)
        self._new.clicked.connect(self._ask_name)
        for widget in (self._field, self.list, self._problem, Divider(), self._new, self._name):
            self.body.addWidget(widget, 1 if widget is self.list else 0)

    def sizeHint(self) -> QSize:
        """As high as its list, up to a bound."""
        return QSize(WIDTH, min(super().sizeHint().height(), MOST))

    # Opening

    def choose_place(self) -> None:
        """Open it to choose what is shown."""
        self._begin(())

    def choose_project_for(self, ids: tuple[str, ...]) -> None:
        """Open it to choose or make the project for these versions."""
        self._begin(ids)

    def make_project(self) -> None:
        """Open it to write a new project's name."""
        self._begin(())
        self._ask_name()

    def rename_current(self) -> None:
        """Open it to write the name of the project anew that is shown, or that new pictures go to."""
        self._begin(())
        state = self._projects.state
        name = state.scope.name if state.scope.kind is ScopeKind.PROJECT else state.current
        self.list.show_current(self._entries.row_of(EntryKind.PROJECT, name))
        self.list.rename_current()

    def _begin(self, moving: tuple[str, ...]) -> None:
        self._moving = moving
        self._field.clear()
        self._leave_name()
        self._projects.forget_problem()
        self._show()
        self.open()
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)
        shown = next((row for row in range(self._entries.rowCount()) if self._entries.entry(row).shown), None)
        self.list.show_current(shown)

    def _follow(self) -> None:
        """Typing in the search field doesn't wait for what nobody sees."""
        if not self.isHidden():
            self._show()

    def _show(self) -> None:
        entries = listed_places(
            self._projects.state,
            self._search.state.saved,
            wanted=self._field.text(),
            archive_open=self._archive_open,
        )
        if self._moving:
            kinds = {EntryKind.HEADING, EntryKind.PROJECT, EntryKind.CREATE, EntryKind.ARCHIVE}
            entries = tuple(entry for entry in entries if entry.kind in kinds)
        self._entries.show(entries)
        self._problem.set_words(self._projects.state.problem)
        self._problem.setVisible(bool(self._projects.state.problem))
        self.list.updateGeometry()
        if not self.isHidden():
            self.place()

    def _filter(self) -> None:
        self._show()
        self.list.choose_first()

    # Choosing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field the arrow keys move in the list, and Enter chooses from it."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if watched is self._field and self._is_for_list(event):
                self.list.keyPressEvent(event)
                return True
            if watched is self._name and event.key() in ENTER:
                self._create(self._name.text())
                return True
            if watched is self._name and event.key() == Qt.Key.Key_Escape:
                self._leave_name()
                self._new.setFocus()
                return True
        return super().eventFilter(watched, event)

    def _is_for_list(self, event: QKeyEvent) -> bool:
        moves = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, *ENTER)
        return event.key() in moves and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier

    def _choose(self, entry: Entry) -> None:
        match entry.kind:
            case EntryKind.HEADING:
                pass
            case EntryKind.ARCHIVE:
                self._archive_open = not self._archive_open
                self._show()
            case EntryKind.CREATE:
                self._create(entry.name)
            case EntryKind.PROJECT if self._moving:
                self._judging.move(self._moving, entry.name)
                self.dismiss()
            case _:
                self._show_place(entry)
                self.dismiss()

    def _show_place(self, entry: Entry) -> None:
        match entry.kind:
            case EntryKind.PROJECT:
                self._projects.show_project(entry.name)
            case EntryKind.SEARCH:
                self._projects.show_search(self._saved(entry))
            case EntryKind.TRASH:
                self._projects.show_trash()
            case _:
                self._projects.show_all()

    def _saved(self, entry: Entry) -> SavedSearch:
        return next(one.search for one in self._search.state.saved if one.search.name == entry.name)

    def _take(self, entry: Entry, ids: tuple[str, ...]) -> None:
        match entry.kind:
            case EntryKind.TRASH:
                self._judging.trash(ids)
            case EntryKind.CREATE:
                self._projects.create(entry.name, move=ids)
            case _:
                self._judging.move(ids, entry.name)
        self.dismiss()

    # Making and renaming

    def _ask_name(self) -> None:
        self._new.hide()
        self._name.clear()
        self._name.show()
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_name(self) -> None:
        self._name.hide()
        self._new.show()

    def _create(self, name: str) -> None:
        if not name.strip():
            return
        if self._projects.state.project(" ".join(name.split())) is None:
            self._projects.create(name, move=self._moving)
            self.dismiss()
        else:
            words = self.tr("There is a project called “{name}” already.").format(name=" ".join(name.split()))
            self._problem.set_words(words)
            self._problem.show()
            self.place()

    def _rename(self, entry: Entry, name: str) -> None:
        if entry.kind is EntryKind.PROJECT:
            self._projects.rename(entry.name, name)
        elif entry.kind is EntryKind.SEARCH:
            self._projects.rename_search(self._saved(entry), name)

    def _open_menu(self, entry: Entry, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        match entry.kind:
            case EntryKind.PROJECT:
                self._fill_project_menu(menu, entry)
            case EntryKind.SEARCH:
                menu.addAction(self.tr("Rename"), self.list.rename_current)
                menu.addAction(self.tr("Remove"), lambda: self._projects.remove_search(entry.name))
            case EntryKind.TRASH if entry.count:
                menu.addAction(self.tr("Empty trash…"), self.empty_trash_requested.emit)
            case _:
                menu.deleteLater()
                return
        menu.popup(place)

    def _fill_project_menu(self, menu: QMenu, entry: Entry) -> None:
        projects, name, selected = self._projects, entry.name, self._selected()
        menu.addAction(self.tr("Rename"), self.list.rename_current)
        if len(selected) == 1:
            words = self.tr("Use selected picture as cover")
            menu.addAction(words, lambda: projects.set_cover(name, selected[0]))
        if selected:
            words = self.tr("Move selected pictures here")
            menu.addAction(words, lambda: self._judging.move(selected, name))
        menu.addAction(self.tr("Budget…"), lambda: self._ask_budget(name))
        menu.addSeparator()
        if entry.archived:
            menu.addAction(self.tr("Bring back from archive"), lambda: projects.archive(name, archived=False))
        else:
            menu.addAction(self.tr("Archive"), lambda: projects.archive(name, archived=True))
        if not entry.count:
            menu.addAction(self.tr("Remove"), lambda: projects.remove(name))

    def _ask_budget(self, name: str) -> None:
        self.dismiss()
        self.budget_requested.emit(name)
