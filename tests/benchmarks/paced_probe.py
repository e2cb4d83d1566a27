"""`paced_probe ADDRESS FOLDER`: from a picture's last byte into its sink until its thumbnails are there.

Through the real gateway into a real library. One picture comes before: libvips is loaded with the first.
"""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from studio.domain.first_project import FIRST_PROJECT
from studio.domain.keys import Secret
from studio.domain.money import Money
from studio.domain.recipe import Order, Recipe
from studio.engine.compose import new_id, now
from studio.gateway.client import Gateway
from studio.library.library import Library
from tests.benchmarks.engines import GROUP
from tests.benchmarks.measuring import say

if TYPE_CHECKING:
    from studio.domain.incoming import Incoming, Sink
    from studio.domain.job import JobState


class _Watched:
    """An incoming folder and its one sink, with the moment of the last byte."""

    def __init__(self, incoming: Incoming) -> None:
        self._incoming = incoming
        self.last = 0.0

    def open_sink(self, index: int, /) -> Sink:
        self._sink = self._incoming.open_sink(index)
        return self

    def keep_rest(self, rest: bytes, /) -> None:
        self._incoming.keep_rest(rest)

    def write(self, data: bytes, /) -> None:
        self.last = time.perf_counter()
        self._sink.write(data)

    def close(self) -> None:
        self._sink.close()


async def _wait_for_thumbnails(library: Library, gateway: Gateway, order: Order) -> float:
    """In ms."""
    (job,) = await library.place(order)
    begun = await library.begin_attempt(job.id, group=GROUP, price=order.price, price_assumed=False)
    watched = _Watched(begun.incoming)
    reply = await gateway.attempt(
        route=order.model, body=b"{}", key=Secret("bench"), incoming=watched, progress=_pass_by
    )
    following = begun.incoming.following(0)
    assert following
    await asyncio.wrap_future(following.result)
    waited = time.perf_counter() - watched.last
    await library.keep(begun.attempt.id, reply, seconds=1)
    return waited * 1000


def _pass_by(_state: JobState) -> None:
    """Nobody watches."""


async def _measure(address: str, folder: Path) -> None:
    def order() -> Order:
        return Order(
            id=new_id(),
            project=FIRST_PROJECT,
            recipe=Recipe(prompt="a lighthouse in the mist"),
            model="gemini-3.1-flash-image-preview",
            gateway=address,
            group=GROUP,
            price=Money.parse("0.16"),
            count=1,
            placed=now(),
        )

    async with Library(folder, now=now, new_id=new_id) as library, Gateway(address, now=now) as gateway:
        await _wait_for_thumbnails(library, gateway, order())
        say(ms=await _wait_for_thumbnails(library, gateway, order()))


if __name__ == "__main__":
    asyncio.run(_measure(sys.argv[1], Path(sys.argv[2])))
