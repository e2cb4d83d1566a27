"""The actions of the window: what its parts can do, with words and keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.app.exchange import Exchange
from studio.app.exchange_actions import exchange_actions
from studio.app.models import ViewModels
from studio.domain.query import Sort, SortKey
from studio.ui.composer import ComposerPanel
from studio.ui.gallery.panel import GalleryPanel
from studio.ui.main_window import MainWindow
from studio.ui.projects import ProjectSwitcher
from studio.ui.top_bar import TopBar
from studio.viewmodels.actions import ANYWHERE, AT_GALLERY, AT_LARGE, AT_PICTURES, AT_TREE, Action, Place
from studio.viewmodels.judging_actions import judging_actions
from studio.viewmodels.palette import PALETTE
from studio.viewmodels.reuse import reuse_actions
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.domain.version import Version

TILE_STEP = 1.25
"""How much larger or smaller a press of the keys makes tiles."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the actions act on. `chosen` has the ids that are judged now, `has_chosen` whether there are any:
    of a hundred thousand that is known sooner. `place` is what the window shows of pictures.
    """

    models: ViewModels
    window: MainWindow
    top_bar: TopBar
    switcher: ProjectSwitcher
    composer: ComposerPanel
    gallery: GalleryPanel
    exchange: Exchange
    chosen: Callable[[], tuple[str, ...]]
    has_chosen: Callable[[], bool]
    place: Callable[[], Place]


@dataclass(frozen=True, slots=True)
class Doors:
    """What opens and closes something in the window."""

    palette: Callable[[], object]
    gallery: Callable[[], object]
    settings: Callable[[], object]
    shortcuts: Callable[[], object]
    empty_trash: Callable[[], object]


def window_actions(parts: Parts, doors: Doors) -> tuple[Action, ...]:
    """Every one of them, as lists show them."""
    return (
        *judging_actions(
            parts.models.judging,
            chosen=parts.chosen,
            has_chosen=parts.has_chosen,
            in_trash=lambda: parts.models.search.query.trash,
        ),
        *_picture_actions(parts),
        *reuse_actions(parts.models.composer, parts.models.details),
        *exchange_actions(parts),
        *_gallery_actions(parts, doors),
        *_project_actions(parts, doors),
        *_window_actions(parts, doors),
    )


def _picture_actions(parts: Parts) -> tuple[Action, ...]:
    category, models, versions = translate("actions", "Picture"), parts.models, parts.exchange.versions

    def chosen() -> Version | None:
        return models.details.state.version

    def one(
        id_: str, title: str, act: Callable[[Version], object], *keys: str, icon: str, iterates: bool = False
    ) -> Action:
        def run() -> None:
            version = chosen()
            if version is not None:
                act(version)

        places = ANYWHERE if iterates else AT_PICTURES
        return Action(id_, title, category, run, keys, places, lambda: chosen() is not None, icon=icon)

    return (
        one(
            "iterate",
            translate("actions", "Iterate"),
            lambda version: models.continue_from(version.id),
            "Ctrl+I",
            icon="git-branch",
            iterates=True,
        ),
        one("save-as", translate("actions", "Save as…"), versions.save_as, "Ctrl+S", icon="save"),
        one(
            "show-in-folder",
            translate("actions", "Show in folder"),
            versions.show_in_folder,
            "Ctrl+Shift+F",
            icon="folder-open",
        ),
    )


def _gallery_actions(parts: Parts, doors: Doors) -> tuple[Action, ...]:
    category, gallery, search = translate("actions", "Gallery"), parts.gallery, parts.models.search

    def add(
        id_: str, title: str, act: Callable[[], object], *keys: str, icon: str = "", repeats: bool = False
    ) -> Action:
        return Action(id_, title, category, act, keys, AT_GALLERY, repeats=repeats, icon=icon)

    def view() -> None:
        version = parts.models.details.state.version
        if version is not None and not gallery.view.selectionModel().hasSelection():
            # It was chosen in the tree, and doesn't stand here.
            gallery.view_requested.emit(version.id)
        else:
            gallery.view.open_current()

    def can_view() -> bool:
        return gallery.view.currentIndex().isValid() or parts.models.details.state.version is not None

    def sort(key: SortKey, title: str) -> Action:
        return add(f"sort-{key.value}", title, lambda: search.sort_by(Sort(key)), icon="list")

    return (
        Action(
            "view",
            translate("actions", "Look at picture"),
            category,
            view,
            ("Space",),
            AT_GALLERY,
            can_view,
            icon="eye",
        ),
        Action(
            "to-gallery",
            translate("actions", "Back to the gallery"),
            category,
            doors.gallery,
            ("G",),
            AT_LARGE | AT_TREE,
            lambda: parts.models.viewer.state.is_open or parts.models.tree_page.state.is_open,
            icon="images",
        ),
        add("select-all", translate("actions", "Select all"), gallery.view.selectAll, "Ctrl+A"),
        add(
            "open-stack",
            translate("actions", "Open or close the stack"),
            lambda: gallery.model.toggle_stack(gallery.view.currentIndex().row()),
            "S",
            icon="layers",
        ),
        Action(
            "stacks",
            translate("actions", "Stack pictures of one order"),
            category,
            lambda: gallery.model.stack(stacks=True),
            places=AT_GALLERY,
            icon="layers",
        ),
        Action(
            "no-stacks",
            translate("actions", "Show every picture in its own tile"),
            category,
            lambda: gallery.model.stack(stacks=False),
            places=AT_GALLERY,
            icon="images",
        ),
        add(
            "next-month",
            translate("actions", "Next month"),
            lambda: gallery.view.scrubber.jump(1),
            "Alt+PgDown",
            repeats=True,
        ),
        add(
            "previous-month",
            translate("actions", "Previous month"),
            lambda: gallery.view.scrubber.jump(-1),
            "Alt+PgUp",
            repeats=True,
        ),
        add(
            "larger-tiles",
            translate("actions", "Larger tiles"),
            lambda: gallery.view.zoom_tiles(TILE_STEP),
            "Ctrl++",
            "Ctrl+=",
            icon="plus",
            repeats=True,
        ),
        add(
            "smaller-tiles",
            translate("actions", "Smaller tiles"),
            lambda: gallery.view.zoom_tiles(1 / TILE_STEP),
            "Ctrl+-",
            icon="minus",
            repeats=True,
        ),
        sort(SortKey.DATE, translate("actions", "Sort: newest first")),
        sort(SortKey.COST, translate("actions", "Sort: dearest first")),
        sort(SortKey.RATING, translate("actions", "Sort: best rated first")),
        sort(SortKey.SIZE, translate("actions", "Sort: largest first")),
    )


def _project_actions(parts: Parts, doors: Doors) -> tuple[Action, ...]:
    category, models = translate("actions", "Project"), parts.models

    def move() -> None:
        models.judging.project_requested.emit(parts.chosen())

    return (
        Action(
            "new-project",
            translate("actions", "New project…"),
            category,
            parts.switcher.make_project,
            ("Ctrl+N",),
            icon="folder-plus",
        ),
        Action(
            "rename-project",
            translate("actions", "Rename project…"),
            category,
            parts.switcher.rename_project,
            ("F2",),
            icon="pencil",
        ),
        Action(
            "move",
            translate("actions", "Move to project…"),
            category,
            move,
            ("M",),
            AT_PICTURES,
            parts.has_chosen,
            icon="folder",
        ),
        Action(
            "empty-trash",
            translate("actions", "Empty trash…"),
            category,
            doors.empty_trash,
            enabled=lambda: models.projects.state.trash.count > 0,
            icon="trash-2",
        ),
    )


def _window_actions(parts: Parts, doors: Doors) -> tuple[Action, ...]:
    category, window = translate("actions", "Window"), parts.window

    def add(
        id_: str,
        title: str,
        act: Callable[[], object],
        *keys: str,
        icon: str = "",
        now: Callable[[], str] | None = None,
    ) -> Action:
        return Action(id_, title, category, act, keys, ANYWHERE, now=now, icon=icon)

    def full_screen_words() -> str:
        return translate("actions", "Leave full screen") if window.isFullScreen() else ""

    return (
        add(PALETTE, translate("actions", "Command palette"), doors.palette, "Ctrl+K", icon="list"),
        add(
            "search", translate("actions", "Search"), parts.top_bar.focus_search, "Ctrl+F", "/", icon="search"
        ),
        add("prompt", translate("actions", "Write a prompt"), parts.composer.focus_prompt, icon="pencil"),
        add("jobs", translate("actions", "Show jobs"), parts.gallery.show_jobs, icon="clock"),
        add("settings", translate("actions", "Settings"), doors.settings, "Ctrl+,", icon="settings"),
        add(
            "shortcuts",
            translate("actions", "Keyboard shortcuts"),
            doors.shortcuts,
            "F1",
            "Ctrl+/",
            "?",
            icon="keyboard",
        ),
        add(
            "full-screen",
            translate("actions", "Full screen"),
            window.toggle_full_screen,
            "F11",
            now=full_screen_words,
            icon="maximize",
        ),
    )
