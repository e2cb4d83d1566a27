"""A library and a runner in virtual time, before a gateway that is made up: everything between is real."""

from __future__ import annotations

import asyncio
import itertools
import shutil
import tempfile
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

from studio.domain.breaker import MEMORY
from studio.domain.geometry import Resolution
from studio.domain.recipe import Order, Recipe
from studio.jobs.breakers import Breakers
from studio.jobs.runner import Clock, Reports, Runner
from studio.library.group_figures import Wanted
from studio.library.library import Library
from studio.settings.catalog import shipped_model
from tests.simulation.seven_groups import SevenGroups
from tests.simulation.virtual_time import VirtualClock, VirtualLoop

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Coroutine, Iterable, Mapping

    from studio.domain.budget import Limit
    from studio.domain.evidence import Evidence
    from studio.domain.job import Job
    from studio.domain.money import Money

GATEWAY = "https://gateway.example"
MODEL = shipped_model()
SIZE = Resolution.TWO_K
START = datetime(2026, 11, 1, 9, tzinfo=UTC)
_MEMORY = Path("/dev/shm")  # noqa: S108 - a disk in memory, where there is one: this isn't about disks


def in_virtual_time(run: Callable[[Path, Wall], Coroutine[object, object, None]]) -> None:
    """Run it with a folder that is gone afterwards, and the computer's clock."""
    folder = Path(tempfile.mkdtemp(prefix="proofroom-simulation-", dir=_MEMORY if _MEMORY.is_dir() else None))
    try:
        loop = VirtualLoop()
        with asyncio.Runner(loop_factory=lambda: loop) as runner:
            runner.run(run(folder, Wall(loop.clock)))
    finally:
        shutil.rmtree(folder)


@dataclass
class Wall:
    """The computer's clock, which can be set; asked from any thread."""

    passed: VirtualClock
    ahead: timedelta = timedelta()

    def now(self) -> datetime:
        """START, and what has passed since."""
        return START + self.ahead + timedelta(seconds=self.passed.seconds)


@dataclass
class Floor:
    """A studio at work. `orders` counts those that were placed, over all times that it was opened."""

    library: Library
    runner: Runner
    wall: Wall
    orders: itertools.count[int]

    def order(self, group: str, price: Money) -> Order:
        """An order of one picture."""
        return Order(
            id=f"order {next(self.orders)}",
            project="Sketches",
            recipe=Recipe("a fox", resolution=SIZE),
            model=MODEL.route,
            gateway=GATEWAY,
            group=group,
            price=price,
            count=1,
            placed=self.wall.now(),
        )

    async def place(self, order: Order, limits: Iterable[Limit] = ()) -> Job:
        """Placed, and in hand; raises OverBudget."""
        (job,) = await self.library.place(order, limits)
        self.runner.add([job])
        return job

    async def evidence(self) -> Mapping[str, Evidence]:
        """Our own figures of each group that has any."""
        found = await self.library.group_figures(Wanted(gateway=GATEWAY, model=MODEL.route))
        return {key.group: own for key, own in found.items()}


@dataclass
class House:
    """What stays when the studio is closed and opened again."""

    folder: Path
    gateway: SevenGroups
    wall: Wall
    parallel: int = 8
    orders: itertools.count[int] = field(default_factory=lambda: itertools.count(1))
    ids: itertools.count[int] = field(default_factory=itertools.count)

    @asynccontextmanager
    async def opened(self) -> AsyncGenerator[Floor]:
        """Recovered, as at any start; left as by a person who doesn't wait."""
        async with AsyncExitStack() as stack:
            library = await stack.enter_async_context(
                Library(
                    self.folder, now=self.wall.now, new_id=lambda: f"{next(self.ids):010}", thumbnails=False
                )
            )
            await library.recover()
            breakers = await stack.enter_async_context(Breakers(self.wall.now, lambda: None))
            breakers.remember(await library.attempts_since(self.wall.now() - MEMORY))
            runner = Runner(
                records=library,
                caller=self.gateway,
                breakers=breakers,
                reports=Reports(changed=lambda _: None, disk_full=lambda _, error: _raise(error)),
                clock=Clock(now=self.wall.now, monotonic=asyncio.get_running_loop().time),
                random=Random(1),
                parallel=self.parallel,
            )
            async with runner:
                yield Floor(library, runner, self.wall, self.orders)


def _raise(error: Exception) -> None:
    raise error
