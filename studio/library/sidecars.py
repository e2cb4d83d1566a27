"""The JSON beside a picture: everything that is known of it, enough to write the index anew.

Money is text, times are ISO 8601 in UTC, the model's turn stays as it came, letter for letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, TypeVar

import msgspec

from studio.domain.next_group import MoveOn
from studio.domain.recipe import Recipe
from studio.domain.reply import Reply
from studio.domain.sent import Sent
from studio.library.decoding import decoder_of

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.job import Attempt, Job
    from studio.library.attempt_records import Claim
    from studio.library.images import PictureFile

FORMAT = 1
"""Grows when a reader of an older format could no longer read it."""

Moment = Annotated[datetime, msgspec.Meta(tz=True)]
"""An aware time."""

Whole = Annotated[int, msgspec.Meta(ge=0, lt=1 << 53)]
"""A whole number that every reader of JSON, and the index, can hold."""

Record = TypeVar("Record", "Sidecar", "Request", "Received")


@dataclass(frozen=True, slots=True)
class StepRecord:
    """A group that an order may move on to, and its price."""

    group: str
    price: str


@dataclass(frozen=True, slots=True)
class OrderRecord:
    """An order, without its recipe."""

    id: str
    project: str
    model: str
    gateway: str
    group: str
    price: str
    count: Whole
    placed: Moment
    price_assumed: bool
    fallback: tuple[StepRecord, ...] = ()
    moves_on: tuple[MoveOn, ...] = ()


@dataclass(frozen=True, slots=True)
class AttemptRecord:
    """An attempt that was sent."""

    id: str
    job: str
    job_number: Whole
    number: Whole
    group: str
    gateway: str
    price: str
    price_assumed: bool
    started: Moment


@dataclass(frozen=True, slots=True)
class Request:
    """What an attempt is about to send: written before it is sent."""

    recipe: Recipe
    order: OrderRecord
    attempt: AttemptRecord
    sent: Sent | None = None
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Received:
    """A reply that is whole on the disk. `seconds` is the time from sending to its last byte."""

    reply: Reply
    seconds: float | None
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class PictureRecord:
    """The saved picture. `blob` is its number in the reply; the reply's other pictures are drafts."""

    id: str
    number: Whole
    sha256: str
    size: Whole
    mime: str
    width: Whole
    height: Whole
    created: Moment
    blob: Whole
    arrived_after_cancel: bool
    palette: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sidecar:
    """All of it. `rest` is the reply as it came, kept where it could not be read to its end.

    `sent` is None where nothing was sent, and in files of the time before it was kept.
    """

    recipe: Recipe
    order: OrderRecord
    attempt: AttemptRecord
    version: PictureRecord
    reply: Reply
    seconds: float | None = None
    sent: Sent | None = None
    rest: str = ""
    format: int = FORMAT


def encode(record: Record) -> bytes:
    """As indented JSON."""
    return msgspec.json.format(msgspec.json.encode(record), indent=1)


def read(path: Path, kind: type[Record]) -> Record | None:
    """From a file; None where it isn't there, is damaged, or is somebody else's JSON. Raises OSError else."""
    try:
        return decoder_of(kind).decode(path.read_bytes())
    except (FileNotFoundError, IsADirectoryError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def request_of(job: Job, attempt: Attempt, sent: Sent | None = None) -> Request:
    """What goes into the attempt's folder before it is sent."""
    order = job.order
    return Request(
        recipe=order.recipe,
        order=OrderRecord(
            id=order.id,
            project=order.project,
            model=order.model,
            gateway=order.gateway,
            group=order.group,
            price=order.price.plain,
            count=order.count,
            placed=order.placed,
            price_assumed=order.price_assumed,
            fallback=tuple(StepRecord(step.group, step.price.plain) for step in order.fallback),
            moves_on=tuple(sorted(order.moves_on)),
        ),
        attempt=AttemptRecord(
            id=attempt.id,
            job=job.id,
            job_number=job.number,
            number=attempt.number,
            group=attempt.group,
            gateway=attempt.gateway,
            price=attempt.price.plain,
            price_assumed=attempt.price_assumed,
            started=attempt.started,
        ),
        sent=sent,
    )


def sidecar_of(
    request: Request,
    received: Received,
    claim: Claim,
    picture: PictureFile,
    *,
    blob: Whole,
    arrived_after_cancel: bool,
    palette: tuple[str, ...],
    rest: str,
) -> Sidecar:
    """The sidecar of the version that this attempt brought."""
    return Sidecar(
        recipe=request.recipe,
        order=request.order,
        attempt=request.attempt,
        version=PictureRecord(
            id=claim.version,
            number=claim.number,
            sha256=picture.sha256,
            size=picture.size,
            mime=picture.mime,
            width=picture.pixels.width,
            height=picture.pixels.height,
            created=claim.created,
            blob=blob,
            arrived_after_cancel=arrived_after_cancel,
            palette=palette,
        ),
        reply=received.reply,
        seconds=received.seconds,
        sent=request.sent,
        rest=rest,
    )
