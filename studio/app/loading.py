"""Loads what the first paint did without, while Qt's loop goes on and the person types.

Nothing of Qt is loaded in a thread: PySide6 makes its types when they are first asked for, and a type that
one thread is still making is found half made by another (seen: an item view without `CursorAction`).
So threads load the core, which knows nothing of Qt, and the window's own loop the rest, a module at a time.
"""

from __future__ import annotations

import threading
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6 import QtWidgets
from PySide6.QtCore import QObject, Signal, Slot

from studio.ui.slices import Slices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from studio.app.first_reading import FirstReading
    from studio.domain.version import Version

_GALLERY = (
    "studio.viewmodels.thumbnails",
    "studio.app.first_pictures",
    "studio.viewmodels.tile_rows",
    "studio.viewmodels.gallery",
    "studio.ui.gallery.tile_painter",
    "studio.ui.gallery.view",
    "studio.app.shelf",
)
_WINDOW_CORE = (
    "studio.settings.settings",
    "studio.library.draft",
    "studio.domain.catalog",
    "studio.domain.outcome_words",
    "studio.domain.search",
    "studio.domain.completion",
    "studio.domain.importing",
    "studio.settings.catalog",
)
_WINDOW = (
    "PySide6.QtSvg",
    "studio.ui.theme.icons",
    "studio.viewmodels.choices",
    "studio.ui.kit.offer_list",
    "studio.domain.job",
    "studio.domain.words",
    "studio.viewmodels.composer_goals",
    "studio.viewmodels.composer_draft",
    "studio.viewmodels.composer_continuing",
    "studio.viewmodels.composer",
    "studio.ui.composer.mention_offers",
    "studio.ui.kit.reference_strip",
    "studio.ui.composer.references_field",
    "studio.ui.composer.fields",
    "studio.viewmodels.jobs",
    "studio.viewmodels.search",
    "studio.viewmodels.projects",
    "studio.viewmodels.judging_actions",
    "studio.viewmodels.palette",
    "studio.viewmodels.viewer",
    "studio.viewmodels.crop",
    "studio.viewmodels.export_preview",
    "studio.viewmodels.export_result_words",
    "studio.viewmodels.exporting",
    "asyncio",
    "studio.viewmodels.ledger",
    "studio.viewmodels.linking",
    "studio.app.models",
    "studio.ui.notice_column",
    "studio.ui.top_bar",
    "studio.ui.details.tag_row",
    "studio.ui.details.judgement_part",
    "studio.ui.details",
    "studio.ui.search.nothing_found",
    "studio.ui.projects",
    "studio.ui.version_actions",
    "studio.app.exchange",
    "studio.app.viewing",
    "studio.app.window_actions",
    "studio.app.furnishing",
)
"""Stepping stones: each pulls in a little that is new, so that nobody's typing waits for all of it."""

_ENGINE_CORE = ("asyncio", "studio.engine.compose", "studio.gateway.client", "studio.keychain")
_ENGINE = ("qasync",)
_TYPES_AT_ONCE = 12


class Stage(QObject):
    """Loads `core` and asks `read` in a thread, and does `work` here; `was_read` with what was read, and
    `done` with it when all is.

    `failed` instead when something isn't installed: it is missed, and said, where it is used.
    """

    was_read = Signal(object)
    done = Signal(object)
    failed = Signal()
    _core_loaded = Signal(object)
    _core_failed = Signal()

    def __init__(
        self, core: Iterable[str], work: Iterator[None], *, read: Callable[[], object] = lambda: None
    ) -> None:
        super().__init__()
        self._core = core
        self._read = read
        self._slices = Slices(self._until_missed(work), parent=self)
        self._slices.done.connect(self._end)
        self._core_loaded.connect(self._take)
        self._core_failed.connect(self._fail)
        self._was_read: tuple[object] | None = None
        self._has_failed = False

    def start(self) -> None:
        """Begin; call it once."""
        threading.Thread(target=self._load_core, name="loader", daemon=True).start()
        self._slices.start()

    def _load_core(self) -> None:
        try:
            for name in self._core:
                import_module(name)
        except ImportError:
            self._core_failed.emit()
        else:
            self._core_loaded.emit(self._read())

    def _until_missed(self, work: Iterator[None]) -> Iterator[None]:
        try:
            yield from work
        except ImportError:
            self._fail()

    @Slot()
    def _fail(self) -> None:
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit()

    @Slot(object)
    def _take(self, was_read: object) -> None:
        self._was_read = (was_read,)
        self.was_read.emit(was_read)
        self._end()

    @Slot()
    def _end(self) -> None:
        if self._slices.ended and self._was_read and not self._has_failed:
            self.done.emit(*self._was_read)


def gallery_stage(reading: FirstReading) -> Stage:
    """The gallery as it was left, as a FirstLook, or None where there is nothing to see yet."""
    return Stage((), _imports(_GALLERY), read=reading.wait)


def versions_stage(library: Path, seen: Callable[[], tuple[str, ...]]) -> Stage:
    """What stands on the pictures that are `seen` first: `done` with their versions."""

    def read() -> tuple[Version, ...]:
        from studio.library.first_glance import read_first_versions

        return read_first_versions(library, seen())

    return Stage((), iter(()), read=read)


def window_stage() -> Stage:
    """The rest of the window."""
    return Stage(_WINDOW_CORE, _window())


def engine_stage() -> Stage:
    """The engine, and the loop it is spoken to from."""
    return Stage(_ENGINE_CORE, _imports(_ENGINE))


def _window() -> Iterator[None]:
    yield from _imports(_WINDOW)
    # All kinds of widgets are made at the first viewport() that is asked for: better now, and bit by bit.
    for number, name in enumerate(dir(QtWidgets)):
        getattr(QtWidgets, name)
        if number % _TYPES_AT_ONCE == 0:
            yield


def _imports(modules: Iterable[str]) -> Iterator[None]:
    for module in modules:
        import_module(module)
        yield
