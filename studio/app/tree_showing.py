"""The page of a tree in the window: opened over gallery or viewer, and what it shows follows details."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studio.domain.lineage import lineage
from studio.ui.main_window import Page
from studio.viewmodels.tree_actions import tree_actions

if TYPE_CHECKING:
    from studio.app.models import ViewModels
    from studio.domain.version import Version
    from studio.ui.branch_name_popup import BranchNamePopup
    from studio.ui.gallery.panel import GalleryPanel
    from studio.ui.main_window import MainWindow
    from studio.ui.theme import Theme
    from studio.ui.tree.page import TreePage
    from studio.ui.version_actions import VersionActions

MOST_PICTURES = 60
"""So many are offered to replay edits on."""


class TreeShowing(QObject):
    """The viewer may lie over the page: it is opened from a version there, and leads back there."""

    def __init__(
        self,
        theme: Theme,
        models: ViewModels,
        *,
        window: MainWindow,
        gallery: GalleryPanel,
        versions: VersionActions,
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._models = models
        self._window = window
        self._gallery = gallery
        self._versions = versions
        page, viewer = models.tree_page, models.viewer
        models.actions.add(
            tree_actions(
                page,
                models.details,
                models.judging,
                toggle=self.toggle,
                is_shown=self._is_shown,
                replay=self.replay,
            )
        )
        page.state_changed.connect(self._follow)
        page.closed.connect(self._go_back)
        page.view_requested.connect(viewer.open)
        viewer.closed.connect(self._follow)
        models.search.query_changed.connect(page.close)
        models.judging.branch_name_requested.connect(self._ask_for_name)
        versions.tree_requested.connect(self.open)
        versions.replay_requested.connect(self.replay)

    def toggle(self) -> None:
        """Open the tree of the version that is chosen, over the viewer too; or close it."""
        page, viewer = self._models.tree_page, self._models.viewer
        if self._is_shown():
            page.close()
            return
        page.open()
        viewer.close()

    def open(self, version: Version) -> None:
        """Open the tree of this version."""
        self._models.details.choose(version)
        if not self._is_shown():
            self.toggle()

    def _is_shown(self) -> bool:
        return self._window.page is Page.TREE

    @cached_property
    def page(self) -> TreePage:
        """The page of the window, built when it is first opened."""
        from studio.ui.tree.page import TreePage

        models = self._models
        page = TreePage(
            self._theme,
            models.tree_page,
            models.thumbnails,
            versions=self._versions,
            parent=self._window.centre,
        )
        page.head.replay_pressed.connect(self._replay_chosen)
        self._window.add_page(Page.TREE, page)
        return page

    @cached_property
    def _name(self) -> BranchNamePopup:
        from studio.ui.branch_name_popup import BranchNamePopup

        return BranchNamePopup(self._models.judging, host=self._window)

    def _ask_for_name(self, version: Version) -> None:
        self._name.show_version(version)

    # Replaying

    def replay(self, version: Version) -> None:
        """Ask what the edits that led to this version are to be made of, and show what that costs."""
        self._models.tasks.start(lambda: self._replay(version))

    def _replay_chosen(self) -> None:
        version = self._models.tree_page.version
        if version is not None:
            self.replay(version)

    async def _replay(self, version: Version) -> None:
        from studio.ui.dialogs.replay import ReplayDialog
        from studio.viewmodels.replay import ReplayViewModel

        models = self._models
        tree = await models.bridge.ask(lambda studio: studio.library.tree(version.id))
        root = lineage({one.id: one for one in tree}, version.id)[0]
        replay = ReplayViewModel(
            version=version,
            root=root,
            group=models.composer.state.group,
            bridge=models.bridge,
            session=models.session,
            tasks=models.tasks,
        )
        dialog = ReplayDialog(
            self._theme,
            replay,
            pictures=await self._pictures(root),
            thumbnails=models.thumbnails,
            parent=self._window,
        )
        await dialog.ask()

    async def _pictures(self, root: Version) -> tuple[Version, ...]:
        """The first of the chain, then what is selected in the gallery, then the rest of it."""
        models = self._models
        around = (*self._gallery.selection.ids(), *models.gallery.version_ids()[:MOST_PICTURES])
        ids = tuple(dict.fromkeys((root.id, *around)))[:MOST_PICTURES]
        return await models.versions.read(ids)

    # Following each other

    def _follow(self) -> None:
        models = self._models
        if models.tree_page.state.is_open and not models.viewer.state.is_open and not self._is_shown():
            page = self.page
            self._window.show_page(Page.TREE)
            page.setFocus()

    def _go_back(self, version_id: str) -> None:
        if self._is_shown():
            self._window.show_page(Page.GALLERY)
            self._gallery.show_version(version_id)
            self._gallery.view.setFocus()
