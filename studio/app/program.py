"""The window from its first paint to the end of its engine."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studio.app.first_paint import FirstPaint
from studio.app.first_reading import FirstReading
from studio.app.front import Front
from studio.settings import resources
from studio.ui.composer import ComposerPanel
from studio.ui.language import Language
from studio.ui.main_window import USUAL_SIZE, MainWindow
from studio.ui.slices import Slices
from studio.ui.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from studio.app.acting import Acting
    from studio.app.first_look import FirstLook
    from studio.app.first_pictures import FirstPictures
    from studio.app.front import WindowWishes
    from studio.app.furnishing import Furnishing
    from studio.app.models import ViewModels
    from studio.app.shelf import Shelf
    from studio.domain.version import Version
    from studio.engine.studio import Studio
    from studio.settings import Folders
    from studio.ui.details import DetailsPanel
    from studio.ui.gallery.panel import GalleryPanel
    from studio.ui.leaving import LeaveFlow
    from studio.ui.top_bar import TopBar
    from studio.viewmodels.composer_state import Continued

_LOOK_MS, _LOOKS_FOR_PICTURES = 5, 40
"""So often it is looked whether the first pictures are painted; where they take longer, the rest goes on."""

_LOOK_AGAIN = 0.02
"""Seconds between two looks whether the gallery is filled, before the window is drawn to a file."""


class Program(QObject):
    """Everything that has a window. `make_studio` opens another engine than the usual one.

    It begins as a prompt that can be written in; `furnish` builds the rest. `first_paint` is emitted when the
    window can be typed into, `furnished` when all of it is there, `opened` when the library is shown, and
    `ended` when the person has left and everything is safe.
    """

    first_paint = Signal()
    pictures_shown = Signal()
    furnished = Signal()
    opened = Signal()
    ended = Signal()

    def __init__(
        self,
        application: QApplication,
        *,
        wishes: WindowWishes,
        folders: Folders,
        make_studio: Callable[[ViewModels, WindowWishes], Studio] | None = None,
    ) -> None:
        super().__init__()
        self._wishes = wishes
        self._make_studio = make_studio or usual_studio
        self._front = front = Front(wishes, folders)
        self.first_reading = FirstReading(front)
        # Before anything puts words together.
        self.language = Language(application, resources(), front.language)
        self.theme = Theme(application, resources(), preference=front.theme)
        continued = _continued(front.parent) if front.parent else None
        self.composer = ComposerPanel(self.theme, prompt=front.prompt, continued=continued)
        self.window = MainWindow(self.theme, composer=self.composer)
        self.window.close_requested.connect(self._close)
        self.seen_first: tuple[str, ...] = ()
        """The ids of the pictures that are seen before there is an engine."""
        self._has_left = False
        self._shelf: Shelf | None = None
        self._gallery: GalleryPanel | None = None
        self._furnishing: Furnishing | None = None
        self._slices: Slices | None = None
        self._paint = FirstPaint()
        self._paint.painted.connect(self.first_paint)

    def show(self) -> None:
        """Show the window, ready for typing."""
        if self._wishes.picture:
            # Whatever the screen, or without one.
            self.window.resize(USUAL_SIZE)
        self.window.installEventFilter(self._paint)
        self.window.show()
        self.composer.focus_prompt()

    # The rest of the window

    @property
    def library(self) -> Path:
        """The folder of the library that will be opened."""
        return self._front.library

    def bring_pictures(self, seen: FirstLook | None) -> None:
        """Have those read that are seen first, while the gallery is still being loaded."""
        if seen is not None:
            room, scale = self.window.centre.size(), self.window.centre.devicePixelRatioF()
            self._pictures.bring(seen, self._front.desk, room=room, scale=scale)

    @cached_property
    def _pictures(self) -> FirstPictures:
        from studio.app.first_pictures import FirstPictures

        return FirstPictures(self.library)

    def show_gallery(self, seen: FirstLook | None = None) -> None:
        """Put the gallery in, with what was read of the library already."""
        self._take_gallery(seen)
        if seen is None:
            self.pictures_shown.emit()
        else:
            self.seen_first = seen.glance.seen
            self._look_for_pictures(_LOOKS_FOR_PICTURES)

    def show_versions(self, versions: tuple[Version, ...]) -> None:
        """Put on the pictures what is known of them."""
        self._take_gallery(None)[0].versions.bring(versions)

    def _look_for_pictures(self, looks: int) -> None:
        """The rest of the window is loaded when they stand there: together each would slow the other."""
        if looks == 0 or self.gallery.is_filled:
            # After they have been painted.
            QTimer.singleShot(0, self.pictures_shown.emit)
        else:
            QTimer.singleShot(_LOOK_MS, lambda: self._look_for_pictures(looks - 1))

    def _take_gallery(self, seen: FirstLook | None) -> tuple[Shelf, GalleryPanel]:
        if self._shelf is None or self._gallery is None:
            from studio.app.shelf import Shelf

            self._shelf = Shelf(self._front, self._pictures)
            if seen is not None:
                self._shelf.show(seen)
            self._gallery = self._shelf.panel(self.theme, self.window.centre)
            self.window.take_gallery(self._gallery)
        return self._shelf, self._gallery

    def furnish(self) -> None:
        """Begin to build what the window opened without, while the person types."""
        if self._slices is None:
            from studio.app.furnishing import Furnishing

            shelf, gallery = self._take_gallery(None)
            self._furnishing = Furnishing(
                self.theme,
                self._front,
                shelf,
                window=self.window,
                composer=self.composer,
                gallery=gallery,
                gateway=self._wishes.gateway,
            )
            self._slices = Slices(self._furnishing.build(), parent=self)
            self._slices.done.connect(self._take_over)
            self._slices.start()

    def complete(self) -> None:
        """Build all that is left at once."""
        self.furnish()
        if self._slices:
            self._slices.finish()

    def _take_over(self) -> None:
        self.leave.left.connect(self._leave)
        if self._has_left:
            self.leave.leave()
        self.furnished.emit()

    def _close(self) -> None:
        """Closed before there is anything to ask about: out of sight at once, and away when it can be."""
        if self._slices is None or not self._slices.ended:
            self.window.hide()
            self._has_left = True

    def _leave(self) -> None:
        self._has_left = True

    @property
    def _rest(self) -> Furnishing:
        if self._furnishing is None:
            raise RuntimeError("the window isn't furnished yet")
        return self._furnishing

    @property
    def models(self) -> ViewModels:
        """The view-models, once `furnish` was called."""
        return self._rest.models

    @property
    def top_bar(self) -> TopBar:
        """The bar over everything, once the window is furnished."""
        return self._rest.top_bar

    @property
    def gallery(self) -> GalleryPanel:
        """The gallery, once it was shown."""
        if self._gallery is None:
            raise RuntimeError("the gallery isn't there yet")
        return self._gallery

    @property
    def details(self) -> DetailsPanel:
        """The details, once the window is furnished."""
        return self._rest.details

    @property
    def acting(self) -> Acting:
        """Keys, palette and shortcuts, once the window is furnished."""
        return self._rest.acting

    @property
    def leave(self) -> LeaveFlow:
        """How the window is left, once it is furnished."""
        return self._rest.leave

    # Its life

    async def live(self) -> None:
        """Open the engine, and return when the person has left and everything is safe."""
        import asyncio

        self.complete()
        left = asyncio.Event()
        self.leave.left.connect(left.set)
        self.models.tasks.begin(asyncio.get_running_loop())
        if not self._has_left:
            await self._open()
            if self._wishes.picture:
                await self._draw(self._wishes.picture)
            else:
                await left.wait()
        await self.models.end()
        self.window.allow_close()
        self.window.close()
        self.ended.emit()

    async def _open(self) -> None:
        from studio.domain.errors import StudioError
        from studio.engine.thread import EngineThread

        models = self.models
        try:
            await models.bridge.open(EngineThread(lambda: self._make_studio(models, self._wishes)))
        except StudioError as error:
            models.session.fail(error)
        else:
            await models.begin()
            self.opened.emit()

    async def _draw(self, picture: Path) -> None:
        if self.models.bridge.is_open:
            await self._settle()
        self.window.grab().save(str(picture))

    async def _settle(self) -> None:
        """Show the newest version's details, and wait until every picture in view is there."""
        import asyncio

        while not self.gallery.is_filled:  # noqa: ASYNC110 - nobody says it
            await asyncio.sleep(_LOOK_AGAIN)
        await self.models.choose_newest()
        # Painting asks for thumbnails: paint until none is asked for.
        while self.window.grab() and not self.models.thumbnails.rests:  # noqa: ASYNC110 - as above
            await asyncio.sleep(_LOOK_AGAIN)


def _continued(version: str) -> Continued:
    from studio.viewmodels.composer_state import Continued

    return Continued(version)


def usual_studio(models: ViewModels, wishes: WindowWishes) -> Studio:
    """The engine over the person's own library and keychain; made in the engine's thread."""
    from studio.engine.compose import compose
    from studio.keychain import Keychain

    state = models.session.state
    return compose(
        folder=models.folder,
        settings=state.settings,
        model=state.catalog,
        keychain=Keychain(environment=wishes.environment_key),
        folders=models.folders,
    )
