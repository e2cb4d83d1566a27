"""The JSON beside a picture: everything that is known of it, enough to write the index anew.

Money is text, times are ISO 8601 in UTC, the model's turn stays as it came, letter for letter.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Annotated, TypeVar

import msgspec

from studio.domain.charge import Charge, Outcome
from studio.domain.fallback import MoveOn, Step
from studio.domain.job import Attempt, JobState
from studio.domain.money import Money
from studio.domain.recipe import DEMO_GATEWAY, Order, Recipe
from studio.domain.reply import Reply
from studio.domain.sent import Sent
from studio.domain.version import IMPORT_GATEWAY, UNSENT_GATEWAYS, Version
from studio.library import naming
from studio.library.attempt_records import Claim

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.job import Job
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
        return msgspec.json.decode(path.read_bytes(), type=kind)
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


def claim_of(sidecar: Sidecar) -> Claim:
    """What its version was to be called."""
    picture = sidecar.version
    stem = naming.stem(
        project=sidecar.order.project,
        created=picture.created,
        number=picture.number,
        prompt=title_of(sidecar, sidecar.reply),
        version_id=picture.id,
    )
    return Claim(picture.id, picture.number, str(stem), picture.created)


def title_of(record: Sidecar | Request, reply: Reply) -> str:
    """What the version's file is named by: its prompt, or what its file was called where it was made."""
    imported = record.order.gateway == IMPORT_GATEWAY
    return record.recipe.prompt or (PurePath(reply.words).stem if imported else "")


def order_of(record: Sidecar | Request) -> Order:
    """The order it was made for. Raises ValueError for an amount that is none."""
    order = record.order
    return Order(
        id=order.id,
        project=order.project,
        recipe=record.recipe,
        model=order.model,
        gateway=order.gateway,
        group=order.group,
        price=Money.parse(order.price),
        count=order.count,
        placed=order.placed,
        price_assumed=order.price_assumed,
        fallback=tuple(Step(step.group, Money.parse(step.price)) for step in order.fallback),
        moves_on=frozenset(order.moves_on),
    )


def attempt_of(record: Request) -> Attempt:
    """The attempt as it stood when it was about to be sent. Raises ValueError for an amount that is none."""
    attempt = record.attempt
    return Attempt(
        id=attempt.id,
        job=attempt.job,
        number=attempt.number,
        group=attempt.group,
        gateway=attempt.gateway,
        price=Money.parse(attempt.price),
        price_assumed=attempt.price_assumed,
        state=JobState.SENDING,
        charge=Charge.RESERVED,
        started=attempt.started,
    )


def saved_attempt_of(sidecar: Sidecar) -> Attempt:
    """The attempt as it ended. Raises ValueError for an amount that is none."""
    attempt = sidecar.attempt
    return Attempt(
        id=attempt.id,
        job=attempt.job,
        number=attempt.number,
        group=attempt.group,
        gateway=attempt.gateway,
        price=Money.parse(attempt.price),
        price_assumed=attempt.price_assumed,
        state=JobState.SAVED,
        charge=charge_of(attempt.gateway, Charge.CHARGED),
        started=attempt.started,
        ended=sidecar.version.created,
        seconds=sidecar.seconds,
        outcome=Outcome.PICTURE,
        request_id=sidecar.reply.request_id,
    )


def charge_of(gateway: str, charge: Charge) -> Charge:
    """The charge an ended attempt leaves in the ledger: the demo never charges, nor what no call brought."""
    return Charge.NOT_CHARGED if gateway in {DEMO_GATEWAY, *UNSENT_GATEWAYS} else charge


def version_of(sidecar: Sidecar, path: str) -> Version:
    """The version whose file lies at `path`, relative to the library. Raises ValueError as `order_of`."""
    picture, attempt = sidecar.version, saved_attempt_of(sidecar)
    return Version(
        id=picture.id,
        number=picture.number,
        project=sidecar.order.project,
        path=path,
        sha256=picture.sha256,
        size=picture.size,
        mime=picture.mime,
        width=picture.width,
        height=picture.height,
        created=picture.created,
        recipe=sidecar.recipe,
        model=sidecar.order.model,
        gateway=attempt.gateway,
        group=attempt.group,
        price=attempt.price,
        price_assumed=attempt.price_assumed,
        charge=attempt.charge,
        job=attempt.job,
        attempt=attempt.id,
        request_id=attempt.request_id,
        seconds=sidecar.seconds,
        words=sidecar.reply.words,
        arrived_after_cancel=picture.arrived_after_cancel,
        palette=picture.palette,
    )
