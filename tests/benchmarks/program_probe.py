"""For probes in the real window: opens it over a library, clocks its painting, counts the gaps of a timer."""

from __future__ import annotations

import asyncio
import tempfile
import time
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from studio.domain.recipe import DEMO_GATEWAY
from studio.library.layout import LibraryFolder
from tests.benchmarks.engines import bench_studio

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from PySide6.QtGui import QPaintEvent

    from studio.app.program import Program
    from studio.ui.gallery.tiles_view import TilesView

TICK_MS = 4
_LOOK_AGAIN = 0.01
_SECONDS_OF_REST = 1.0
_LONGEST_WAIT = 5.0


def run_program(
    folder: Path,
    measure: Callable[[Program, Frames], Awaitable[None]],
    *,
    address: str = DEMO_GATEWAY,
    thumbnails: bool = True,
) -> None:
    """Open the window over the library; once the gallery is full and at rest, measure, then leave."""
    from studio.app.qt import load_qt

    load_qt()
    from studio.app.front import WindowWishes
    from studio.app.program import Program
    from studio.app.running import make_application, run
    from studio.settings import Folders

    frames = Frames()
    begin_at_the_top(folder)
    with tempfile.TemporaryDirectory() as name:
        application = make_application()
        program = Program(
            application,
            wishes=WindowWishes(library=folder, gateway=address),
            folders=Folders(config=Path(name, "config"), state=Path(name, "state"), pictures=Path(name)),
            make_studio=lambda models, _: bench_studio(models.folder, address, thumbnails=thumbnails),
        )

        async def whole() -> None:
            while not program.gallery.is_filled:  # noqa: ASYNC110 - nobody says it
                await asyncio.sleep(_LOOK_AGAIN)
            await asyncio.sleep(_SECONDS_OF_REST)
            frames.watch(program.gallery.view)
            try:
                await measure(program, frames)
            finally:
                program.leave.leave()

        program.opened.connect(lambda: program.models.tasks.start(whole))
        run(application, program)


def begin_at_the_top(folder: Path) -> None:
    """Forget where the gallery was left."""
    LibraryFolder(folder).desk.unlink(missing_ok=True)


class Frames:
    """Clocks every paint of one gallery: how long it took, when it ended, how many tiles stayed blank.

    Made before any gallery is: Qt asks a widget once how it paints. A filter of events can't tell when it has
    painted.
    """

    def __init__(self) -> None:
        from studio.ui.gallery.tiles_view import TilesView

        self._view: TilesView | None = None
        self._waiting: list[tuple[Callable[[], bool], asyncio.Future[float]]] = []
        self.took: list[float] = []
        self.ended: list[float] = []
        self.blanks: list[int] = []
        paint = TilesView.paintEvent

        def clocked(view: TilesView, event: QPaintEvent) -> None:
            began = time.perf_counter()
            paint(view, event)
            if view is self._view:
                self._painted(view, began)

        TilesView.paintEvent = clocked  # pyright: ignore[reportAttributeAccessIssue] - only the name of self differs

    def watch(self, view: TilesView) -> None:
        """Clock this one from now on."""
        self.forget()
        self._view = view

    def _painted(self, view: TilesView, began: float) -> None:
        ended = time.perf_counter()
        self.took.append((ended - began) * 1000)
        self.ended.append(ended)
        self.blanks.append(view.blanks)
        self.tell(ended)

    def tell(self, moment: float) -> None:
        """This happened, be it a paint: who waited for it goes on."""
        for waiting in [one for one in self._waiting if one[0]()]:
            self._waiting.remove(waiting)
            waiting[1].set_result(moment)

    def forget(self) -> None:
        """Begin anew."""
        for column in (self.took, self.ended, self.blanks):
            column.clear()

    async def painted(self, act: Callable[[], object], until: Callable[[], bool] = lambda: True) -> float:
        """Milliseconds from `act` to the end of the first paint after it with which `until` holds."""
        future: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        began = time.perf_counter()
        act()
        waiting = (until, future)
        self._waiting.append(waiting)
        try:
            return (await asyncio.wait_for(future, _LONGEST_WAIT) - began) * 1000
        except TimeoutError:
            self._waiting.remove(waiting)
            return _LONGEST_WAIT * 1000


class Ticks:
    """A timer of 4 ms, and how long it was kept waiting. A context manager."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._times: list[float] = []
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(lambda: self._times.append(time.perf_counter()))

    def __enter__(self) -> Ticks:
        """Start ticking."""
        self._times[:] = [time.perf_counter()]
        self._timer.start(TICK_MS)
        return self

    def __exit__(self, *_: object) -> None:
        """Stop ticking."""
        self._timer.stop()

    @property
    def longest(self) -> float:
        """The longest gap in ms."""
        return max(gaps(self._times), default=0.0)

    @property
    def usual(self) -> float:
        """The gap in ms that 99 of 100 don't exceed."""
        return percentile(gaps(self._times), 0.99)


def gaps(times: Iterable[float]) -> list[float]:
    """Milliseconds between each moment and the next."""
    return [(later - earlier) * 1000 for earlier, later in pairwise(times)]


def percentile(values: Iterable[float], share: float) -> float:
    """The value that this share of all doesn't exceed; 0 where there is none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))] if ordered else 0.0
