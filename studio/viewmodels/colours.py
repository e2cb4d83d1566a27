"""The palette of one version: its main colours, found in a thread, and what other programs take of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from studio.domain.errors import StudioError
from studio.domain.palette_clusters import FEWEST, MOST
from studio.domain.words import describe
from studio.viewmodels.latest import Latest
from studio.viewmodels.notices import Kind
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studio.domain.palette_swatches import Swatch
    from studio.domain.version import Version
    from studio.export.palette_files import PaletteFormat
    from studio.viewmodels.notices import Notices
    from studio.viewmodels.tasks import Tasks

USUAL = 6
_REST_MS = 60


@dataclass(frozen=True, slots=True)
class ColoursState:
    """`swatches` are the colours that were found, the largest first, and stand until there are others;
    `is_fresh` when they are as many as are wanted; `problem` is why there are none, in words.
    """

    title: str
    wanted: int = USUAL
    swatches: tuple[Swatch, ...] = ()
    is_fresh: bool = False
    problem: str = ""


class ColoursViewModel(QObject):
    """Made for one opening of the palette; `end` when it closes."""

    state_changed = Signal()

    def __init__(self, version: Version, *, library: Path, tasks: Tasks, notices: Notices) -> None:
        super().__init__()
        self._path = library / version.path
        self._tasks = tasks
        self._notices = notices
        self._known: dict[int, tuple[Swatch, ...]] = {}
        self._finding = Latest["tuple[Swatch, ...] | StudioError"](tasks, self._take, rest_ms=_REST_MS)
        self._state = ColoursState(f"{version.project} v{version.number}")
        self._look()

    @property
    def state(self) -> ColoursState:
        """The state now."""
        return self._state

    def end(self) -> None:
        """The palette is closed: nobody wants to know any more."""
        self._finding.stop()

    def choose(self, wanted: int) -> None:
        """So many colours, where the picture has them."""
        wanted = min(MOST, max(FEWEST, wanted))
        if wanted != self._state.wanted:
            self._change(replace(self._state, wanted=wanted, is_fresh=False))
            self._look()

    # Out of the window

    def copy_hex(self, swatch: Swatch) -> None:
        """Put it on the clipboard, as "#rrggbb"."""
        QGuiApplication.clipboard().setText(swatch.hex)
        self._notices.say(translate("colours", "{colour} copied.").format(colour=swatch.hex), kind=Kind.OK)

    def copy(self, format_: PaletteFormat) -> None:
        """Put the palette on the clipboard in a format that is text."""
        QGuiApplication.clipboard().setText(self._file(format_).decode())
        self._notices.say(translate("colours", "Palette copied."), kind=Kind.OK)

    def save(self, format_: PaletteFormat, path: Path) -> None:
        """Write it to this file."""
        data = self._file(format_)

        async def save() -> None:
            import asyncio  # not loaded before the first paint

            from studio.export.write import write_over

            await asyncio.to_thread(write_over, path, [data])
            self._notices.say(translate("colours", "Saved as {name}.").format(name=path.name), kind=Kind.OK)

        self._tasks.start(save)

    def _file(self, format_: PaletteFormat) -> bytes:
        from studio.export.palette_files import palette_file

        return palette_file(self._state.swatches, format_, title=self._state.title)

    # Finding

    def _look(self) -> None:
        wanted = self._state.wanted
        if wanted in self._known:
            self._finding.stop()
            self._take(self._known[wanted])
            return
        path = self._path

        def find(stopped: Callable[[], bool]) -> tuple[Swatch, ...] | StudioError:
            from studio.export.palette import palette_of

            del stopped
            try:
                return palette_of(path, colours=wanted)
            except StudioError as error:
                return error

        self._finding.ask(find)

    def _take(self, found: tuple[Swatch, ...] | StudioError) -> None:
        if isinstance(found, StudioError):
            words = str(describe(found, translate))
            self._change(replace(self._state, swatches=(), is_fresh=True, problem=words))
            return
        self._known[self._state.wanted] = found
        self._change(replace(self._state, swatches=found, is_fresh=True, problem=""))

    def _change(self, state: ColoursState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()
