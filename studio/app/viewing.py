"""The viewer in the window: opened over the gallery, alone on the screen, and in a second window."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from studio.app.cropping import CROP_PARTS, take_cropping
from studio.app.drawing import PARTS, take_drawing
from studio.ui.main_window import Page
from studio.viewmodels.compare_actions import compare_actions
from studio.viewmodels.compare_state import MOST
from studio.viewmodels.notices import Kind
from studio.viewmodels.slideshow import Slideshow
from studio.viewmodels.viewer_actions import viewer_actions
from studio.viewmodels.viewer_state import ViewerMode

if TYPE_CHECKING:
    from studio.app.models import ViewModels
    from studio.ui.gallery.panel import GalleryPanel
    from studio.ui.main_window import MainWindow
    from studio.ui.theme import Theme
    from studio.ui.version_actions import VersionActions
    from studio.ui.viewer.compare.page import ComparePage
    from studio.ui.viewer.panel import ViewerPanel
    from studio.ui.viewer.window import ViewerWindow


_STEPS = (
    "studio.ui.viewer.zoom",
    "studio.ui.viewer.canvas",
    "studio.ui.viewer.hands",
    "studio.ui.viewer.overlays",
    "studio.ui.viewer.stage",
    "studio.ui.viewer.filmstrip",
    "studio.ui.viewer.panel",
    "studio.ui.viewer.compare.table",
    "studio.ui.viewer.compare.page",
    *PARTS,
    *CROP_PARTS,
)
"""Each pulls in a little that is new."""

_SECONDS_OF_REST = 0.7
"""After the library was opened: the gallery fills first."""

PICTURE_FIRST_MS = 10
"""Details follow what is looked at a frame later, so that no frame waits for both."""


class Viewing(QObject):
    """Gallery, details and viewer follow each other. The widgets are built soon after them."""

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
        self._told = ""
        self._telling = QTimer(self)
        self._telling.setSingleShot(True)
        self._telling.setInterval(PICTURE_FIRST_MS)
        self._telling.timeout.connect(self._tell)
        self._has_window = False
        self._is_alone = False
        viewer = models.viewer
        models.actions.add(viewer_actions(viewer))
        models.actions.add(
            compare_actions(models.compare, viewer, begin=self.compare, can_begin=self._can_compare)
        )
        self._slideshow = Slideshow(viewer, viewer.look)
        models.bridge.opened.connect(lambda: models.tasks.start(self._prepare))
        gallery.view_requested.connect(self.open)
        viewer.state_changed.connect(self._follow_viewer)
        viewer.closed.connect(self._go_back)
        viewer.look.state_changed.connect(self._follow_look)
        viewer.look.colour_copied.connect(self._say_copied)
        viewer.locate_requested.connect(self._locate)
        models.missing.changed.connect(self._look_again)
        models.details.state_changed.connect(self._follow_details)
        models.search.query_changed.connect(viewer.close)
        models.compositing.compare_requested.connect(self.compare_these)

    async def _prepare(self) -> None:
        """The first picture opens as fast as any: what shows it is loaded while nothing else happens."""
        import asyncio

        await asyncio.sleep(_SECONDS_OF_REST)
        for name in _STEPS:
            # Nothing of Qt is loaded in a thread (see loading.py); between two the window answers.
            import_module(name)
            await asyncio.sleep(0)
        self.panel.ensurePolished()
        for mode in (ViewerMode.COMPARE, ViewerMode.MARK_UP, ViewerMode.REGION):
            await asyncio.sleep(0)
            self.panel.modes.prepare(mode)

    def open(self, version_id: str) -> None:
        """Show this picture over the gallery; what is no picture isn't shown."""
        ids = self._models.gallery.version_ids()
        if version_id in ids or self._models.versions.get(version_id):
            self._models.viewer.open(ids, version_id)

    def compare_these(self, ids: tuple[str, ...]) -> None:
        """Look at the last of them, and compare it with the others."""
        self.open(ids[-1])
        self._models.compare.compare(ids)

    def compare(self) -> None:
        """What the viewer shows with what it came from; else two to nine of the gallery, or one and that."""
        compare, viewer, gallery = self._models.compare, self._models.viewer, self._gallery
        if viewer.state.is_open:
            compare.toggle()
            return
        ids = gallery.selection.ids() or self._models.details.state.selected
        if 0 < len(ids) <= MOST:
            current = gallery.selection.current()
            self.open(current if current in ids else ids[0])
        if len(ids) == 1:
            compare.toggle()
        else:
            compare.compare(ids)

    def _can_compare(self) -> bool:
        viewer = self._models.viewer
        if viewer.state.is_open:
            return viewer.state.can_compare
        return self._gallery.view.selectionModel().hasSelection() or bool(self._models.details.state.selected)

    @cached_property
    def panel(self) -> ViewerPanel:
        """The page of the window."""
        from studio.ui.viewer.panel import ViewerPanel

        models = self._models
        panel = ViewerPanel(
            self._theme,
            viewer=models.viewer,
            thumbnails=models.thumbnails,
            saving=models.saving,
            versions=self._versions,
            actions=models.actions,
            parent=self._window.centre,
        )
        self._window.add_page(Page.VIEWER, panel)
        compare, difference = self.tr("Compare"), self.tr("Difference")
        panel.take_mode(ViewerMode.COMPARE, lambda: self.compare_page, words=compare, icon="columns-2")
        panel.take_mode(ViewerMode.DIFFERENCE, lambda: self.compare_page, words=difference, icon="diff")
        take_drawing(panel, self._theme, models)
        take_cropping(panel, self._theme, models)
        return panel

    @cached_property
    def compare_page(self) -> ComparePage:
        """Where pictures are compared, with the eye or by their difference."""
        from studio.ui.viewer.compare.page import ComparePage

        models = self._models
        page = ComparePage(
            self._theme,
            viewer=models.viewer,
            compare=models.compare,
            difference=models.difference,
            thumbnails=models.thumbnails,
        )
        page.menu_asked.connect(self.panel.open_menu)
        return page

    @cached_property
    def second(self) -> ViewerWindow:
        """The second window."""
        from studio.ui.viewer.window import ViewerWindow

        models = self._models
        window = ViewerWindow(
            self._theme,
            viewer=models.viewer,
            thumbnails=models.thumbnails,
            actions=models.actions,
            beside=self._window,
        )
        window.closed.connect(lambda: models.viewer.look.show_window(shows=False))
        return window

    # Following each other

    def _follow_viewer(self) -> None:
        state = self._models.viewer.state
        if state.is_open and self._window.page is not Page.VIEWER:
            panel = self.panel
            tree, ledger = self._models.tree_page.state.is_open, self._models.ledger.state.is_open
            panel.head.lead_back_to(tree=tree, ledger=ledger)
            self._window.show_page(Page.VIEWER)
            panel.setFocus()
        if state.version is not None and state.id != self._told and self._models.viewer.is_looking:
            # Once for each: what the person selects beside a second window stays selected.
            self._told = state.id
            self._telling.start()
        if state.trouble is not None:
            self._models.missing.suspect((state.id,))

    def _tell(self) -> None:
        version = self._models.viewer.state.version
        if version is not None and version.id == self._told:
            self._models.details.choose(version)

    def _go_back(self, version_id: str) -> None:
        if self._window.page is Page.VIEWER:
            self._told = ""
            if self._models.tree_page.state.is_open or self._models.ledger.state.is_open:
                # It was opened from the tree or the ledger, which shows itself again.
                return
            self._window.show_page(Page.GALLERY)
            self._gallery.show_version(version_id)
            self._gallery.view.setFocus()

    def _follow_details(self) -> None:
        """Another picture was chosen in the tree, or in the gallery while a second window shows it large."""
        viewer, version = self._models.viewer, self._models.details.state.version
        if version is None or version.id == viewer.state.id or self._telling.isActive():
            return
        if viewer.state.is_open:
            viewer.show(version.id)
        elif viewer.look.state.has_window:
            viewer.follow(self._models.gallery.version_ids(), version.id)

    def _follow_look(self) -> None:
        look = self._models.viewer.look.state
        if look.is_alone != self._is_alone:
            self._is_alone = look.is_alone
            self._window.show_alone(alone=look.is_alone)
        if look.has_window != self._has_window:
            self._has_window = look.has_window
            if look.has_window:
                self._follow_details()
                self.second.open()
            else:
                self.second.close()

    def _locate(self, version_id: str) -> None:
        self._models.missing.locate((version_id,))

    def _look_again(self, ids: frozenset[str]) -> None:
        viewer = self._models.viewer
        if viewer.state.id in ids and viewer.state.trouble is not None:
            viewer.retry()

    def _say_copied(self, colour: str) -> None:
        self._models.notices.say(self.tr("{colour} copied.").format(colour=colour), kind=Kind.OK)
