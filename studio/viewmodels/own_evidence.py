"""What our own runs say of the groups of the chosen gateway and model: the one place that keeps it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from studio.domain.errors import LibraryError
from studio.domain.spans import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from studio.domain.evidence import Evidence
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.session import SessionViewModel
    from studio.viewmodels.tasks import Tasks

HELD = Span.MONTH
"""Groups are judged by so much of what we saw ourselves: they change."""

REST_MS = 2000
"""While jobs end one after the other it is read once in so long, or in ten times as long as that takes."""


class OwnEvidence(QObject):
    """Read when the library opens, when another gateway or model is chosen, and after jobs have ended."""

    changed = Signal()

    def __init__(
        self, *, session: SessionViewModel, bridge: Bridge, tasks: Tasks, now: Callable[[], datetime]
    ) -> None:
        super().__init__()
        self._session = session
        self._bridge = bridge
        self._tasks = tasks
        self._now = now
        self._held: Mapping[str, Evidence] | None = None
        self._place = self._chosen
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._begin)
        session.state_changed.connect(self._follow)
        bridge.opened.connect(self._begin)
        bridge.happened.connect(self._hear)

    @property
    def held(self) -> Mapping[str, Evidence] | None:
        """By the group's name; None until it has been read of the chosen gateway and model."""
        return self._held if self._place == self._chosen else None

    async def read(self) -> Mapping[str, Evidence]:
        """What `held` says from then on, unless another gateway or model is chosen meanwhile. Raises
        LibraryError.
        """
        from studio.library.group_figures import Wanted

        self._rest.stop()
        place, wanted, took = self._place, Wanted(HELD.since(self._now()), *self._place), QElapsedTimer()
        took.start()
        found = await self._bridge.ask(lambda studio: studio.library.group_figures(wanted))
        self._rest.setInterval(max(REST_MS, 10 * took.elapsed()))
        held = {key.group: own for key, own in found.items()}
        if place == self._place:
            self._keep(held)
        return held

    @property
    def _chosen(self) -> tuple[str, str]:
        """The gateway, and the model as it is called there."""
        session = self._session.state
        return session.settings.gateway, session.settings.route or session.catalog.route

    def _follow(self) -> None:
        if self._place != self._chosen:
            self._place, self._held = self._chosen, None
            self.changed.emit()
            self._begin()

    def _hear(self, event: object) -> None:
        from studio.engine.events import ChargesSettled, JobChanged  # the engine loads late

        ended = isinstance(event, JobChanged) and event.job.ended
        if (ended or isinstance(event, ChargesSettled)) and not self._rest.isActive():
            self._rest.start()

    def _begin(self) -> None:
        if self._bridge.is_open:
            self._tasks.start(self._read_quietly)

    async def _read_quietly(self) -> None:
        """Whoever shows the library says what is wrong with it; here nothing is known then."""
        try:
            await self.read()
        except LibraryError:
            self._keep(self._held or {})

    def _keep(self, held: Mapping[str, Evidence]) -> None:
        if held != self._held:
            self._held = held
            self.changed.emit()
