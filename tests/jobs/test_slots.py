"""So many at once for each name, in the order of coming, whatever is cancelled."""

from __future__ import annotations

import asyncio
import contextlib
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from studio.jobs.slots import Slots


async def test_who_came_first_goes_first() -> None:
    slots, order = Slots(1), list[int]()

    async def work(number: int) -> None:
        async with slots.one("G"):
            await asyncio.sleep(0)
            order.append(number)

    await asyncio.gather(*(work(number) for number in range(5)))
    assert order == [0, 1, 2, 3, 4]


async def test_one_group_is_not_in_the_way_of_another() -> None:
    slots = Slots(1)
    async with slots.one("full"):
        waiting = asyncio.create_task(_pass(slots, "full"))
        await asyncio.wait_for(_pass(slots, "other"), 1)
        assert not waiting.done()
    await waiting


async def test_fewer_at_once_holds_when_slots_are_given_back() -> None:
    slots = Slots(2)
    async with slots.one("G"):
        async with slots.one("G"):
            slots.allow(1)
        waiting = asyncio.create_task(_pass(slots, "G"))
        await asyncio.sleep(0.01)
        assert not waiting.done()
    await waiting


@given(seed=st.integers(), parallel=st.integers(1, 4))
def test_never_more_than_allowed_and_none_is_lost_whoever_is_cancelled(seed: int, parallel: int) -> None:
    asyncio.run(_crowd(Random(seed), parallel))


async def _crowd(random: Random, parallel: int) -> None:
    slots, inside = Slots(parallel), 0

    async def work(turns: int) -> None:
        nonlocal inside
        async with slots.one("G"):
            inside += 1
            assert inside <= parallel
            try:
                for _ in range(turns):
                    await asyncio.sleep(0)
            finally:
                inside -= 1

    tasks = [asyncio.create_task(work(random.randrange(4))) for _ in range(20)]
    for task in random.sample(tasks, 10):
        await asyncio.sleep(0)
        task.cancel()
    for task in tasks:
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.wait_for(task, 5)
    # Every slot has come back.
    async with contextlib.AsyncExitStack() as stack:
        for _ in range(parallel):
            await asyncio.wait_for(stack.enter_async_context(slots.one("G")), 1)


async def _pass(slots: Slots, name: str) -> None:
    async with slots.one(name):
        pass
