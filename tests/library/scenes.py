"""What the tests of the library share: a clock, ids, orders, pictures, and a call that brings one."""

from __future__ import annotations

import hashlib
import io
import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PIL import Image

from studio.domain.charge import Outcome
from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.job import Job, JobState
from studio.domain.money import Money
from studio.domain.recipe import Order, Recipe
from studio.domain.reply import ReceivedPicture, Reply
from studio.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studio.library.calls import Begun

GATEWAY = "https://gateway.example"
GROUP = "官KEY-3.5折"
PRICE = Money.parse("0.25")
PROMPT = "A red fox in the snow, 红色狐狸"
START = datetime(2025, 11, 22, 10, 0, tzinfo=UTC)


@dataclass(slots=True)
class Clock:
    """Goes on by a second each time it is asked, unless it is set."""

    time: datetime = START

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


@dataclass(slots=True)
class Ids:
    """Ids that look random and are the same in every run."""

    seed: str = ""
    _counted: itertools.count[int] = field(default_factory=itertools.count)

    def __call__(self) -> str:
        return hashlib.sha256(f"{self.seed}/{next(self._counted)}".encode()).hexdigest()[:32]


def library_in(
    folder: Path,
    *,
    seed: str = "",
    now: Callable[[], datetime] | None = None,
    thumbnails: bool = True,
    checkpoint: Callable[[str], None] = lambda _: None,
    spill: Path | None = None,
) -> Library:
    """A library whose clock and ids are known."""
    return Library(
        folder,
        now=now or Clock(),
        new_id=Ids(seed),
        thumbnails=thumbnails,
        checkpoint=checkpoint,
        spill=spill,
    )


def order(
    *,
    order_id: str = "order-1",
    count: int = 1,
    recipe: Recipe | None = None,
    project: str = "Sketches",
    gateway: str = GATEWAY,
    price: Money = PRICE,
    placed: datetime = START,
) -> Order:
    """An order of one fox."""
    return Order(
        id=order_id,
        project=project,
        recipe=recipe or Recipe(PROMPT, aspect=AspectRatio.R16_9, resolution=Resolution.ONE_K),
        model="gemini-3.1-flash-image-preview",
        gateway=gateway,
        group=GROUP,
        price=price,
        count=count,
        placed=placed,
    )


def picture(kind: str = "PNG", size: tuple[int, int] = (1376, 768), *, colour: str = "#c04020") -> bytes:
    """A picture of this type and size."""
    drawn = Image.linear_gradient("L").resize(size)
    painted = Image.composite(Image.new("RGB", size, colour), Image.new("RGB", size, "#204060"), drawn)
    written = io.BytesIO()
    painted.save(written, kind)
    return written.getvalue()


def reply_with(*thoughts: bool, words: str = "", request_id: str = "req-7") -> Reply:
    """A reply with one picture for each flag; the last that isn't a thought is chosen."""
    pictures = tuple(ReceivedPicture(index, "image/png", thought) for index, thought in enumerate(thoughts))
    finals = [one for one in pictures if not one.thought]
    return Reply(
        Outcome.PICTURE,
        pictures=pictures,
        chosen=(finals or list(pictures))[-1],
        words=words,
        request_id=request_id,
        turn='{"role":"model","parts":[{"thoughtSignature":"AbC+/=","inlineData":{"data":"@blob:0"}}]}',
    )


async def begin(library: Library, job: Job) -> Begun:
    """The job's next attempt."""
    return await library.begin_attempt(
        job.id, group=job.order.group, price=job.order.price, price_assumed=False
    )


async def receive(library: Library, begun: Begun, *pictures: bytes) -> None:
    """The pictures arrive, in pieces."""
    await library.advance(begun.attempt.id, JobState.WAITING)
    await library.advance(begun.attempt.id, JobState.RECEIVING)
    for index, data in enumerate(pictures):
        sink = begun.incoming.open_sink(index)
        for start in range(0, len(data), 50_000):
            sink.write(data[start : start + 50_000])
        sink.close()
    begun.incoming.keep_rest(b'{"candidates":[]}')


async def generate(library: Library, placed: Order | None = None, *pictures: bytes) -> tuple[Job, ...]:
    """An order, every job of it saved; the last picture becomes the version."""
    jobs: list[Job] = []
    for job in await library.place(placed or order()):
        begun = await begin(library, job)
        await receive(library, begun, *(pictures or (picture(),)))
        reply = reply_with(*(False for _ in pictures or (1,)))
        jobs.append(await library.keep(begun.attempt.id, reply, seconds=12.5))
    return tuple(jobs)
