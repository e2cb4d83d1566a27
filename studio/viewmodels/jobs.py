"""The jobs as the window shows them: cards in the gallery, counts in the bar, what waits for a word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studio.domain.errors import LibraryError
from studio.domain.job import JobState
from studio.domain.money import ZERO, Money, total
from studio.viewmodels.job_card import JobCard, Moment, Step, card, is_shown
from studio.viewmodels.job_steps import CLOSING, take_step

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable
    from datetime import datetime

    from studio.domain.job import Job
    from studio.engine.studio import Studio
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.session import SessionViewModel
    from studio.viewmodels.settling import SettlingViewModel
    from studio.viewmodels.tasks import Tasks

TICK_MS = 1000


@dataclass(frozen=True, slots=True)
class JobsState:
    """`cards` are in the order in which the jobs were placed; `asking` are ids of jobs that wait for a word.

    `under_way` and `waiting` are the prices of what was sent, and of what is still to be sent without asking.
    `held_up` is why something that was paid for can't be saved yet.
    """

    cards: tuple[JobCard, ...] = ()
    running: int = 0
    waiting: int = 0
    troubled: int = 0
    under_way: Money = ZERO
    to_send: Money = ZERO
    asking: tuple[str, ...] = ()
    asking_price: Money = ZERO
    asking_most: Money = ZERO
    held_up: LibraryError | None = None


class JobsViewModel(QObject):
    """Hears of every job. `edit_requested` carries the Job whose recipe the person wants to change."""

    state_changed = Signal()
    edit_requested = Signal(object)

    def __init__(
        self,
        *,
        bridge: Bridge,
        session: SessionViewModel,
        settling: SettlingViewModel,
        tasks: Tasks,
        monotonic: Callable[[], float],
        rest_ms: int = 0,
    ) -> None:
        """What is heard within `rest_ms` after a change is shown together: eight replies at once bring a word
        every few milliseconds.
        """
        super().__init__()
        self._bridge = bridge
        self._session = session
        self._settling = settling
        self._tasks = tasks
        self._monotonic = monotonic
        self._jobs: dict[str, Job] = {}
        self._closed: set[str] = set()
        self._acting: set[str] = set()
        self._heard: dict[str, float] = {}
        self._held_up: dict[str, LibraryError] = {}
        self._made: dict[str, tuple[Job, Moment, JobCard]] = {}
        self._state = JobsState()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._refresh)
        self._changed = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(rest_ms)
        self._rest.timeout.connect(self._catch_up)
        bridge.happened.connect(self._hear)
        session.state_changed.connect(self._refresh_soon)
        settling.state_changed.connect(self._refresh_soon)

    @property
    def state(self) -> JobsState:
        """The state now."""
        return self._state

    @property
    def ticks(self) -> bool:
        """Whether the cards go on with the time."""
        return self._tick.isActive()

    @property
    def rests(self) -> bool:
        """Whether every step that the person took is done."""
        return not self._acting

    def job(self, job_id: str) -> Job | None:
        """A job whose card is shown."""
        return self._jobs.get(job_id)

    def card(self, job_id: str) -> JobCard | None:
        """The card of a job, if it is shown."""
        return next((card for card in self._state.cards if card.id == job_id), None)

    async def begin(self) -> None:
        """The engine is open: learn which jobs are there. What was heard of meanwhile is newer."""
        for job in await self._bridge.ask(lambda studio: studio.library.jobs()):
            if job.id not in self._jobs:
                self._take(job)
        self._refresh()

    # What the person does

    def act(self, job_id: str, step: Step) -> None:
        """Take this step; what spends is taken once, however often it is pressed."""
        job = self._jobs.get(job_id)
        shown = self.card(job_id)
        if job is None or shown is None or step not in {offered.step for offered in shown.steps}:
            return
        if step is Step.EDIT:
            self.edit_requested.emit(job)
            return
        if step is Step.ASK_LOG:
            self._settling.ask_log()
            return
        again = self._price_again(job)
        self._start((job_id,), lambda studio: take_step(studio, job_id, step, again), closes=step in CLOSING)

    def run_asking(self) -> None:
        """Send every job that asks."""
        ids = self._state.asking
        self._start(ids, lambda studio: studio.run(ids))

    def discard_asking(self) -> None:
        """Cancel every job that asks; none was sent."""
        ids = self._state.asking
        self._start(ids, lambda studio: studio.discard(ids))

    def try_disk_again(self) -> None:
        """There may be room again."""

        async def tell(studio: Studio) -> None:
            studio.room_made()

        self._tasks.start(lambda: self._bridge.ask(tell))

    def _start(
        self, ids: Iterable[str], work: Callable[[Studio], Awaitable[object]], *, closes: bool = False
    ) -> None:
        ids = frozenset(ids) - self._acting
        if not ids:
            return

        async def act() -> None:
            try:
                await self._bridge.ask(work)
            except BaseException:
                self._closed -= ids
                raise
            finally:
                self._acting -= ids
                self._refresh()

        self._acting |= ids
        if closes:
            # Before it is asked for: the engine's word of a closed job doesn't say that it is closed.
            self._closed |= ids
        self._refresh()
        self._tasks.start(act)

    # What is heard

    def _hear(self, event: object) -> None:
        from studio.engine.events import DiskFull, JobChanged

        match event:
            case JobChanged(job):
                self._take(job)
                if job.ended:
                    # Its card must not stand beside its picture.
                    self._refresh()
                    return
            case DiskFull(job=job, error=error):
                self._held_up[job.id] = error
            case _:
                return
        self._refresh_soon()

    def _refresh_soon(self) -> None:
        """At once after a rest."""
        self._changed = True
        if not self._rest.isActive():
            self._catch_up()

    def _catch_up(self) -> None:
        if self._changed:
            self._refresh()
            if self._rest.interval():
                self._rest.start()

    def _take(self, job: Job) -> None:
        closed = job.ended and job.id in self._closed and not job.is_heard
        if closed or not is_shown(job):
            self._jobs.pop(job.id, None)
        else:
            self._jobs[job.id] = job
        if job.ended:
            self._held_up.pop(job.id, None)
        if job.attempts:
            self._heard.setdefault(job.attempts[-1].id, self._monotonic())

    def _price_again(self, job: Job) -> Money | None:
        group = self._session.state.model.group(job.order.group)
        return group.price(job.order.recipe.resolution) if group else None

    def _moment(self, job: Job) -> Moment:
        group = self._session.state.model.group(job.group)
        began = self._heard.get(job.attempts[-1].id) if job.attempts else None
        return Moment(
            # In whole seconds, as it is shown.
            elapsed=0.0 if began is None else (self._monotonic() - began) // 1,
            usual=float(group.latency) if group and group.latency is not None else None,
            again=self._price_again(job),
            is_demo=self._session.state.is_demo,
            waits_for_room=job.id in self._held_up,
            acting=job.id in self._acting,
            rests_until=self._rests_until(job),
            has_log=self._has_log(job),
        )

    def _rests_until(self, job: Job) -> datetime | None:
        """Of a queued job. Of another gateway's groups only the job itself tells."""
        if job.state is not JobState.QUEUED:
            return None
        now = self._session.state
        if job.order.gateway == now.settings.gateway:
            return now.resting.get(job.group)
        return None if job.attempts else job.not_before

    def _has_log(self, job: Job) -> bool:
        if job.state is not JobState.UNKNOWN:
            return False
        self._settling.learn()
        state = self._settling.state
        return state.has_log(job.order.gateway) and not state.is_asking

    def _card(self, job: Job) -> tuple[Job, Moment, JobCard]:
        """Made anew only where something of it changed: each word of a job asks for the cards of all."""
        moment = self._moment(job)
        known = self._made.get(job.id)
        return known if known and known[:2] == (job, moment) else (job, moment, card(job, moment))

    def _refresh(self) -> None:
        self._changed = False
        jobs = sorted(self._jobs.values(), key=lambda job: (job.placed, job.order.id, job.number))
        running = [job for job in jobs if job.is_heard]
        jobs = [job for job in jobs if not (job.ended and job.id in self._closed)]
        waiting = [job for job in jobs if not job.ended and not job.in_flight and not job.asks]
        asking = [job for job in jobs if job.asks and not job.ended and job.id not in self._acting]
        self._made = {job.id: self._card(job) for job in jobs}
        state = JobsState(
            cards=tuple(made for *_, made in self._made.values()),
            running=len(running),
            waiting=len(waiting),
            troubled=sum(job.ended for job in jobs),
            under_way=total(job.price for job in running),
            to_send=total(job.price for job in waiting),
            asking=tuple(job.id for job in asking),
            asking_most=total(job.most for job in asking),
            asking_price=total(job.price for job in asking),
            held_up=next(iter(self._held_up.values()), None),
        )
        self._run_clock(wanted=bool(running))
        if state != self._state:
            self._state = state
            self.state_changed.emit()

    def _run_clock(self, *, wanted: bool) -> None:
        if wanted and not self._tick.isActive():
            self._tick.start()
        elif not wanted:
            self._tick.stop()
