"""Studio: gateway, library, keychain and jobs as one thing, for the window and the command line alike."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Self

from studio.domain.breaker import FIRST_REST
from studio.domain.catalog import Model
from studio.domain.errors import LibraryFull
from studio.domain.first_project import FIRST_PROJECT
from studio.domain.job import Job, JobState
from studio.domain.keys import EVERY_GROUP, KeySource, Secret, checked_address
from studio.engine.accounts import Accounts
from studio.engine.announcer import Announcer
from studio.engine.asking import Asking
from studio.engine.caller import Gateways, JobCaller, RunningDemo
from studio.engine.compositing import Composing, Compositing
from studio.engine.continuing import Continuing
from studio.engine.curated import Curated
from studio.engine.curation import SECONDS_BEFORE_TIDYING, Curation
from studio.engine.events import Event, KeysChanged, KeyState, Recovered
from studio.engine.exporting import Exporting
from studio.engine.files import Files
from studio.engine.group_keys import GroupKeys
from studio.engine.importing import Importing
from studio.engine.latecomers import Latecomers
from studio.engine.linking import Linking
from studio.engine.looking_back import LookingBack
from studio.engine.orders import Choice, OrderRequest, Orders
from studio.engine.publishing import Publishing
from studio.engine.replaying import Replaying
from studio.engine.resting import Resting
from studio.engine.sending import Packer
from studio.engine.settling import Settling
from studio.engine.spending import Spending
from studio.gateway.client import Gateway
from studio.jobs.retry import RetryRule
from studio.jobs.runner import Clock, Reports, Runner
from studio.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from types import TracebackType

    from studio.domain.importing import ImportResult, ImportSource
    from studio.keychain import Keychain
    from studio.settings import Settings

__all__ = ["OrderRequest", "Studio", "Surroundings"]


def _pass_by(_step: str) -> None:
    """The usual checkpoint."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What comes from outside: time, chance, ids, how gateways are reached and asked for what they publish,
    and how the demo's is made.

    A group that fails again and again rests for `first_rest`, at first. `checkpoint` is the library's: called
    with each step from bytes to row. So many seconds after the start, what was in the trash for thirty days
    is removed.
    """

    clock: Clock
    random: Random
    new_id: Callable[[], str]
    gateway: Callable[[str], Gateway]
    demo: Callable[[Model], AbstractAsyncContextManager[RunningDemo]]
    publishing: Callable[[str], AbstractAsyncContextManager[Publishing]]
    rule: RetryRule | None = None
    first_rest: timedelta = FIRST_REST
    thumbnails: bool = True
    checkpoint: Callable[[str], None] = _pass_by
    seconds_before_tidying: float = SECONDS_BEFORE_TIDYING


class Studio(Spending, Curated, Continuing, Replaying, Composing, Asking, Settling, Resting):
    """An async context manager. Entering opens the library and recovers what the last end left."""

    def __init__(
        self,
        *,
        folder: Path,
        settings: Settings,
        model: Model,
        keychain: Keychain,
        surroundings: Surroundings,
    ) -> None:
        self.folder = folder
        self.keychain = keychain
        self._choice = Choice(settings, model)
        self._outside = surroundings
        self._keys = GroupKeys(keychain)
        self._stack = AsyncExitStack()

    async def __aenter__(self) -> Self:
        """Raises LibraryError when the folder can't be used."""
        outside = self._outside
        async with AsyncExitStack() as stack:
            self.library = await stack.enter_async_context(
                Library(
                    self.folder,
                    now=outside.clock.now,
                    new_id=outside.new_id,
                    thumbnails=outside.thumbnails,
                    checkpoint=outside.checkpoint,
                )
            )
            self._recovery = await self.library.recover()
            self._packer = Packer(self.library)
            self._orders = Orders(self.library, self._keys, outside.clock.now, outside.new_id)
            gateways = Gateways(gateway=outside.gateway, demo=lambda: outside.demo(self._choice.catalog))
            self._gateways = await stack.enter_async_context(gateways)
            self._accounts = await stack.enter_async_context(Accounts(outside.publishing, outside.clock))
            self._announcer = await stack.enter_async_context(self._make_announcer())
            linking = Linking(self.library, folder=self.folder, tell=self._announcer.tell)
            self.linking = await stack.enter_async_context(linking)
            curation = Curation(
                self.library.curator,
                self._announcer,
                outside.clock.now,
                seconds_before_tidying=outside.seconds_before_tidying,
                done=linking.follow,
            )
            self.curation = await stack.enter_async_context(curation)
            looking_back = LookingBack(self.library, seconds_before=outside.seconds_before_tidying)
            await stack.enter_async_context(looking_back)
            importing = Importing(self.library, tell=self._announcer.tell, joined=self.curation.joined)
            self.importing = await stack.enter_async_context(importing)
            exporting = Exporting(self.library, folder=self.folder, tell=self._announcer.tell)
            self.exporting = await stack.enter_async_context(exporting)
            self.files = Files(self.library, self._announcer.tell)
            latecomers = Latecomers(self.library, self._recovery.waiting, self._job_arrived)
            self._latecomers = await stack.enter_async_context(latecomers)
            breakers = self._make_breakers(outside.clock, outside.first_rest)
            self._breakers = await stack.enter_async_context(breakers)
            await self._remember(outside.clock)
            self._runner = await stack.enter_async_context(self._make_runner())
            composing = self.library, self._announcer, self._runner.wake, self._recovery.waiting
            self.compositing = await stack.enter_async_context(Compositing(*composing))
            self._stack = stack.pop_all()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave: calls that only wait are cut off as unknown; what is arriving is saved first."""
        await self._stack.aclose()

    def _make_announcer(self) -> Announcer:
        now = self._outside.clock.now
        return Announcer(self.library, now, budgets=lambda: self._choice.settings.budgets)

    def _make_runner(self) -> Runner:
        outside = self._outside
        return Runner(
            records=self.library,
            caller=JobCaller(gateways=self._gateways, keys=self._keys, packer=self._packer),
            reports=Reports(changed=self._announcer.job_changed, disk_full=self._announcer.disk_full),
            clock=outside.clock,
            random=outside.random,
            breakers=self._breakers,
            parallel=self._choice.settings.parallel,
            rule=outside.rule,
        )

    # What is chosen

    @property
    def model(self) -> Model:
        """The catalog that orders are placed by: the demo's own while the demo gateway is chosen."""
        return self._choice.model

    async def choose(self, *, settings: Settings, model: Model) -> None:
        """Use these settings and this catalog from now on; orders that were placed keep theirs."""
        self._choice = Choice(settings, model)
        self._runner.allow(settings.parallel)
        self._tell_resting()
        self._announcer.spent_changed()
        self._announcer.tell(KeysChanged(await self.key_states()))

    # Orders

    async def run(self, job_ids: Iterable[str]) -> None:
        """Send queued jobs that ask for the person's word after a restart; raises UnknownJob before that."""
        ids = [(await self.library.job(job_id)).id for job_id in job_ids]
        await self.library.release(ids)
        jobs = [await self.library.job(job_id) for job_id in ids]
        self._send(job for job in jobs if job.state is JobState.QUEUED)

    async def discard(self, job_ids: Iterable[str]) -> None:
        """Cancel queued jobs: nothing was sent, nothing is charged."""
        for job_id in job_ids:
            await self.cancel(job_id)

    async def cancel(self, job_id: str) -> Job:
        """See Runner.cancel; raises UnknownJob."""
        return await self._runner.cancel(job_id)

    async def import_pictures(
        self, sources: Iterable[ImportSource], *, project: str = FIRST_PROJECT
    ) -> ImportResult:
        """See Importing.bring_in; `importing.cancel` stops it."""
        return await self.importing.bring_in(sources, project=project)

    # Stopping

    async def wait_idle(self) -> None:
        """Return when no job is queued or under way, nothing is due to be put together, and all was told."""
        await self._runner.wait_idle()
        await self._announcer.finish()
        await self.compositing.finish()
        await self._announcer.finish()

    async def stop_sending(self) -> None:
        """Send nothing new; return when what was sent has ended."""
        await self._runner.stop_sending()
        await self._announcer.finish()

    def room_made(self) -> None:
        """There may be room on the disk again."""
        self._runner.room_made()
        self._latecomers.room_made()
        self.compositing.look()

    @property
    def in_hand(self) -> tuple[Job, ...]:
        """The jobs that are queued or under way."""
        return self._runner.in_hand

    # Keys

    async def key_states(self) -> tuple[KeyState, ...]:
        """For each group of the catalog, whether there is a key for it at the chosen gateway."""
        names = [group.name for group in self.model.groups]
        return await self._keys.states(self._choice.settings.gateway, names)

    async def keychain_problem(self) -> str:
        """Why keys of the chosen gateway are kept for this session only, as a short fact; empty where the
        keychain keeps them, and for the demo.
        """
        return await self._keys.problem(self._choice.settings.gateway)

    async def store_key(self, group: str, secret: Secret) -> KeySource:
        """Keep a key for a group, or for EVERY_GROUP, at the chosen gateway; tells where it was kept."""
        source = await self._keys.store(checked_address(self._choice.settings.gateway), group, secret)
        self._announcer.tell(KeysChanged(await self.key_states()))
        return source

    async def remove_key(self, group: str = EVERY_GROUP) -> None:
        """Forget the key of this group at the chosen gateway."""
        await self._keys.remove(self._choice.settings.gateway, group)
        self._announcer.tell(KeysChanged(await self.key_states()))

    async def test_connection(self, address: str, secret: Secret) -> tuple[str, ...]:
        """One free request, for the names of the models that the key may list; raises GatewayError."""
        gateway = await self._gateways.at(checked_address(address))
        return await gateway.models(secret)

    # What happened

    def subscribe(self, listener: Callable[[Event], None]) -> None:
        """Call `listener` on the engine's loop with every event from now on, and with what was recovered."""
        self._announcer.subscribe(listener)
        listener(Recovered(self._recovery))
        self.compositing.look()
        if self._latecomers.waiting:
            self._announcer.start(self._tell_of_latecomers())

    def _job_arrived(self, job: Job) -> None:
        """A job of an earlier run has ended after all."""
        self._runner.saw(job)

    async def _tell_of_latecomers(self) -> None:
        for job_id in self._latecomers.waiting:
            self._announcer.disk_full(await self.library.job(job_id), LibraryFull(self.folder))
