"""What the records beside a picture mean: the domain's order, attempt and version.

All raise ValueError for an amount that is none: somebody has edited it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from studio.domain.charge import Charge, Outcome
from studio.domain.job import Attempt, JobState
from studio.domain.money import Money
from studio.domain.next_group import Step
from studio.domain.recipe import DEMO_GATEWAY, Order
from studio.domain.version import IMPORT_GATEWAY, UNSENT_GATEWAYS, Version
from studio.library import naming
from studio.library.attempt_records import Claim

if TYPE_CHECKING:
    from studio.domain.reply import Reply
    from studio.library.sidecars import Request, Sidecar


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
    """The order it was made for."""
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


def attempt_of(record: Sidecar | Request) -> Attempt:
    """The attempt as it stood when it was about to be sent."""
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
    """The attempt as it ended."""
    return replace(
        attempt_of(sidecar),
        state=JobState.SAVED,
        charge=charge_of(sidecar.attempt.gateway, Charge.CHARGED),
        ended=sidecar.version.created,
        seconds=sidecar.seconds,
        outcome=Outcome.PICTURE,
        request_id=sidecar.reply.request_id,
    )


def charge_of(gateway: str, charge: Charge) -> Charge:
    """The charge an ended attempt leaves in the ledger: the demo never charges, nor what no call brought."""
    return Charge.NOT_CHARGED if gateway in {DEMO_GATEWAY, *UNSENT_GATEWAYS} else charge


def version_of(sidecar: Sidecar, path: str) -> Version:
    """The version whose file lies at `path`, relative to the library."""
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
