"""A Studio over real parts: a library in a folder, a gateway on a socket, and what was heard of it."""

from __future__ import annotations

import asyncio
import io
import json
import time
from collections.abc import Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from PIL import Image

from studio.demo.server import DemoGateway
from studio.domain.budget import NO_BUDGETS, Budgets
from studio.domain.catalog import Group, Model, Price
from studio.domain.geometry import Resolution
from studio.domain.keys import Secret
from studio.domain.money import Money
from studio.domain.next_group import Step
from studio.domain.recipe import Recipe
from studio.engine.compose import new_id, publishing_at
from studio.engine.events import DiskFull, Event, JobChanged, SpentChanged, VersionSaved
from studio.engine.studio import OrderRequest, Studio, Surroundings
from studio.gateway.client import Gateway, Limits
from studio.jobs.retry import RetryRule
from studio.jobs.runner import Clock
from studio.keychain import Keychain
from studio.settings import Folders, Settings
from tests.support.scripted_gateway import (
    Answer,
    Line,
    Received,
    ScriptedGateway,
    json_answer,
    picture_part,
    reply_of,
)

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from studio.domain.job import Job, JobState

KEY = Secret("sk-story-4f9c2a7e1b")
GROUP = "官KEY-3.5折"
SLOW_GROUP = "特价"
PRICE = Money.parse("0.25")
NOTHING = Money.from_fen(0)
CHEAPER = Money.parse("0.12")
ELSEWHERE = (Step(SLOW_GROUP, CHEAPER),)
QUICK = RetryRule(attempts=5, total=5, shortest=0.001, longest=0.01)
LIMITS = Limits(connect=5, write=5, read=5)


def png(*, size: tuple[int, int] = (48, 32), seed: int = 0) -> bytes:
    """A picture of noise: of about three bytes for each pixel."""
    noise = Random(seed).randbytes(size[0] * size[1] * 3)
    written = io.BytesIO()
    Image.frombytes("RGB", size, noise).save(written, "PNG")
    return written.getvalue()


PICTURE = png()
GOOD = json_answer(reply_of(picture_part(PICTURE)))
GOOD_BODY = json.dumps(reply_of(picture_part(PICTURE))).encode()


def catalog() -> Model:
    """Two groups, at ¥0.25 and ¥0.12 for every size."""

    def group(name: str, price: str) -> Group:
        prices = tuple(Price(size, Money.parse(price)) for size in Resolution)
        return Group(name, prices, latency=Decimal(30), uptime=Decimal(100))

    return Model("Model", "a-model", "", tuple(Resolution), (group(GROUP, "0.25"), group(SLOW_GROUP, "0.12")))


def wish(
    prompt: str = "a lighthouse", *, count: int = 1, group: str = GROUP, recipe: Recipe | None = None
) -> OrderRequest:
    """A request at the price of the catalog."""
    found = catalog().group(group)
    price = found.price(Resolution.ONE_K) if found else None
    return OrderRequest(recipe=recipe or Recipe(prompt), group=group, count=count, price=price or PRICE)


@dataclass
class Told:
    """What was heard of a Studio, in order."""

    events: list[Event] = field(default_factory=list[Event])

    def states(self, job_id: str) -> list[JobState]:
        """Each state that the job went through, once."""
        found = [event.job.state for event in self.events if isinstance(event, JobChanged)]
        ids = [event.job.id for event in self.events if isinstance(event, JobChanged)]
        states = [state for state, id_ in zip(found, ids, strict=True) if id_ == job_id]
        return [state for at, state in enumerate(states) if not at or state is not states[at - 1]]

    def saw(self, state: JobState) -> bool:
        """Whether any job has been in this state."""
        return any(isinstance(event, JobChanged) and event.job.state is state for event in self.events)

    @property
    def disk_full(self) -> list[DiskFull]:
        return [event for event in self.events if isinstance(event, DiskFull)]

    @property
    def saved(self) -> list[VersionSaved]:
        return [event for event in self.events if isinstance(event, VersionSaved)]

    @property
    def spent(self) -> list[SpentChanged]:
        return [event for event in self.events if isinstance(event, SpentChanged)]


@dataclass
class Workshop:
    """How a Studio is made here; a test changes what it speaks of."""

    folder: Path
    gateway: str
    rule: RetryRule = QUICK
    first_rest: timedelta = timedelta(milliseconds=1)
    parallel: int = 4
    budgets: Budgets = NO_BUDGETS
    limits: Limits = LIMITS
    thumbnails: bool = False
    keychain: Keychain = field(default_factory=lambda: Keychain(environment=KEY))
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    checkpoint: Callable[[str], None] = lambda _: None
    seconds_before_tidying: float = 60
    told: Told = field(default_factory=Told)

    @property
    def folders(self) -> Folders:
        return Folders(self.folder / "config", self.folder / "state", self.folder / "pictures")

    @property
    def settings(self) -> Settings:
        return replace(Settings(), gateway=self.gateway, parallel=self.parallel, budgets=self.budgets)

    def studio(self) -> Studio:
        """Not open yet."""
        return Studio(
            folder=self.folder,
            settings=self.settings,
            model=catalog(),
            keychain=self.keychain,
            surroundings=Surroundings(
                clock=Clock(now=self.now, monotonic=time.monotonic),
                random=Random(1),
                new_id=new_id,
                gateway=lambda address: Gateway(address, now=self.now, limits=self.limits),
                demo=lambda model: DemoGateway(groups=model.groups, pace=0, seed=1),
                publishing=lambda address: publishing_at(address, self.folders),
                rule=self.rule,
                first_rest=self.first_rest,
                thumbnails=self.thumbnails,
                checkpoint=self.checkpoint,
                seconds_before_tidying=self.seconds_before_tidying,
            ),
        )

    @asynccontextmanager
    async def open(self) -> AsyncGenerator[Studio]:
        """Opened, and listened to."""
        async with self.studio() as studio:
            studio.subscribe(self.told.events.append)
            yield studio


@asynccontextmanager
async def at_work(folder: Path, *script: Answer) -> AsyncGenerator[tuple[Studio, ScriptedGateway, Told]]:
    """A Studio that speaks to a gateway with this script."""
    async with AsyncExitStack() as stack:
        gateway = await stack.enter_async_context(ScriptedGateway(*script))
        workshop = Workshop(folder, gateway.address)
        studio = await stack.enter_async_context(workshop.open())
        yield studio, gateway, workshop.told


async def until(condition: Callable[[], object], *, seconds: float = 10) -> None:
    """Wait for the condition; fails after so many seconds."""
    async with asyncio.timeout(seconds):
        while not condition():  # noqa: ASYNC110 - conditions of every kind are waited for, with a deadline
            await asyncio.sleep(0.002)


async def generate(studio: Studio, request: OrderRequest | None = None) -> Job:
    """Place an order of one and see it to its end."""
    (job,) = await studio.place(request or wish())
    await studio.wait_idle()
    return await studio.library.job(job.id)


@dataclass
class Counter:
    """An answer that counts the calls which are under way at once, for each key; held until `go`."""

    go: asyncio.Event = field(default_factory=asyncio.Event)
    then: Answer = GOOD
    now: dict[str, int] = field(default_factory=dict[str, int])
    most: dict[str, int] = field(default_factory=dict[str, int])

    async def __call__(self, request: Received, line: Line) -> None:
        key = request.headers["authorization"].removeprefix("Bearer ")
        self.now[key] = self.now.get(key, 0) + 1
        self.most[key] = max(self.most.get(key, 0), self.now[key])
        try:
            await self.go.wait()
            await asyncio.sleep(0.01)
        finally:
            self.now[key] -= 1
        await self.then(request, line)
