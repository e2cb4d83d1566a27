"""Whatever may happen to a ledger, in any order: each deed chooses among what is there by a number."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from studio.domain.charge import Charge, Outcome
from studio.domain.flags import Flag
from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.job import JobState
from studio.domain.judgement import Change
from studio.domain.money import Money
from studio.domain.recipe import Order, Recipe
from studio.domain.reply import ReceivedPicture, Reply
from studio.domain.settlement import SettledBy, Settlement, Told
from studio.library import (
    judging,
    project_records,
    records,
    settling,
    sidecar_values,
    sidecars,
    transitions,
    trash,
)
from studio.library.attempt_records import attempts_of
from studio.library.steps import RenameProject, SettleCharges
from studio.library.version_records import insert_version, remove_all_versions, versions_with_drafts
from tests.library.scenes import GATEWAY, START, order

if TYPE_CHECKING:
    from studio.domain.job import Attempt
    from studio.domain.version import Version

PROJECTS = ("Sketches", "Icons", "秋季")
GROUPS = ("官KEY-1.5折", "官KEY-正价")
MODELS = ("gemini-3.1-flash-image-preview", "another")
_GATEWAYS = (GATEWAY, GATEWAY, "demo", "https://other.example", "import")
_SIZES = ((1376, 768), (688, 384), (1024, 1024), (5504, 3072))
_SECONDS = (None, 0.0, 9.25, 14.0, 61.5)
# A quarter of an hour's ends, days' ends in several zones, clocks that were wrong.
_MOMENTS = tuple(
    START + timedelta(minutes=minutes)
    for minutes in (0, 14, 15, 239, 240, 719, 720, 1439, 1440, 9000, 44_000, 90_000, 600_000, -2, -700_000)
)
DEEDS = (
    "ask",
    "again",
    "end",
    "end",
    "save",
    "save",
    "save_anew",
    "cancel",
    "settle",
    "judge",
    "purge",
    "rename",
)
RARE = ("rebuild", "forget", "pictures_lost")


@dataclass(slots=True)
class Doer:
    """Does them to one index."""

    connection: sqlite3.Connection
    _orders: dict[str, Order] = field(default_factory=dict[str, Order])
    _sidecars: list[sidecars.Sidecar] = field(default_factory=list[sidecars.Sidecar])

    def do(self, deed: str, which: int) -> None:
        """What there is nothing for isn't done."""
        getattr(self, f"_{deed}")(which)

    def _ask(self, which: int) -> None:
        number = len(self._orders) + 1
        recipe = Recipe("a fox", aspect=AspectRatio.R16_9, resolution=tuple(Resolution)[which % 4])
        placed = replace(
            order(
                order_id=f"order{number}",
                recipe=recipe,
                project=PROJECTS[which % 3],
                gateway=_GATEWAYS[which % 5],
                price=Money.from_fen(11 + which % 7),
            ),
            model=MODELS[which // 3 % 2],
            group=GROUPS[which // 5 % 2],
        )
        self._orders[f"job{number}"] = placed
        project_records.make_sure(self.connection, [placed.project])
        records.insert_order(self.connection, placed)
        records.insert_job(self.connection, placed, f"job{number}", number=1)
        self._begin(f"job{number}", 1, which)

    def _begin(self, job: str, number: int, which: int) -> None:
        placed = self._orders[job]
        transitions.begin(self.connection, sent(placed, job, number, _MOMENTS[which % len(_MOMENTS)]))

    def _again(self, which: int) -> None:
        queued = [
            job
            for job in self._orders
            if records.is_known(self.connection, job)
            and records.job(self.connection, job).state is JobState.QUEUED
        ]
        if queued:
            job = queued[which % len(queued)]
            self._begin(job, len(attempts_of(self.connection, [job])[job]) + 1, which)

    def _attempts(self) -> list[Attempt]:
        found = attempts_of(self.connection, self._orders).values()
        return [attempt for attempts in found for attempt in attempts]

    def _under_way(self) -> list[Attempt]:
        return [attempt for attempt in self._attempts() if attempt.ended is None]

    def _end(self, which: int) -> None:
        outcomes = [outcome for outcome in Outcome if outcome is not Outcome.PICTURE]
        outcomes += [Outcome.BUSY, Outcome.LOST] * 4
        if attempts := self._under_way():
            ended = transitions.Ended(
                outcomes[which % len(outcomes)],
                seconds=_SECONDS[which % len(_SECONDS)],
                not_before=START if which % 3 else None,
            )
            transitions.end(self.connection, attempts[which % len(attempts)].id, ended, now=START)

    def _save(self, which: int) -> None:
        if attempts := self._under_way():
            attempt = attempts[which % len(attempts)]
            self._sidecars.append(sidecar(self._orders[attempt.job], attempt, len(self._sidecars) + 1, which))
            self._save_anew(-1)

    def _save_anew(self, which: int) -> None:
        if self._sidecars:
            one = self._sidecars[which % len(self._sidecars)]
            transitions.save(self.connection, one, f"{one.version.id}.png", drafts=())

    def _cancel(self, which: int) -> None:
        if attempts := self._under_way():
            transitions.cancel(self.connection, attempts[which % len(attempts)].job)

    def _settle(self, which: int) -> None:
        if attempts := [attempt for attempt in self._attempts() if attempt.can_be_settled]:
            charge = (Charge.CHARGED, Charge.NOT_CHARGED, Charge.UNKNOWN)[which % 3]
            told = Told(Decimal(which) / 1000, "CNY") if which % 2 and charge is Charge.CHARGED else None
            settlement = Settlement(charge, SettledBy.LOG if told else SettledBy.HAND, START, told)
            chosen = attempts[which % len(attempts)].id
            settling.settle(self.connection, SettleCharges(((chosen, settlement),)))

    def _versions(self) -> list[tuple[Version, tuple[str, ...]]]:
        return versions_with_drafts(self.connection)

    def _judge(self, which: int) -> None:
        changes = (Change(trash=True), Change(trash=False), Change(flag=Flag.REJECT), Change(flag=Flag.PICK))
        if versions := self._versions():
            chosen = versions[which % len(versions)][0].id
            judging.change(self.connection, [chosen], changes[which % 4], now=START)

    def _purge(self, which: int) -> None:
        going = trash.take(self.connection, trash.Chosen(trash.lying(self.connection)))
        if which % 2:
            trash.gone(self.connection, [one.id for one in going])

    def _rename(self, which: int) -> None:
        names = [project.name for project in project_records.projects(self.connection)]
        free = [name for name in (*PROJECTS, "Renamed") if name not in names]
        if names and free:
            step = RenameProject(names[which % len(names)], free[0], START)
            project_records.rename(self.connection, step)

    def _rebuild(self, which: int) -> None:
        versions = self._versions()
        remove_all_versions(self.connection)
        for version, drafts in versions[which % 2 :]:
            insert_version(self.connection, version, drafts=drafts)

    def _forget(self, which: int) -> None:
        if attempts := [one for one in self._under_way() if one.number == 1]:
            transitions.forget(self.connection, attempts[which % len(attempts)].id)

    def _pictures_lost(self, _: int) -> None:
        remove_all_versions(self.connection)


def sent(placed: Order, job: str, number: int, started: datetime) -> Attempt:
    """This attempt of a job, as it begins."""
    return sidecar_values.attempt_of(
        sidecars.Request(placed.recipe, _order(placed), _attempt(placed, job, number, started))
    )


def sidecar(placed: Order, attempt: Attempt, number: int, which: int) -> sidecars.Sidecar:
    """What is written beside the picture that came of it."""
    width, height = _SIZES[which % len(_SIZES)]
    return sidecars.Sidecar(
        recipe=placed.recipe,
        order=_order(placed),
        attempt=_attempt(placed, attempt.job, attempt.number, attempt.started),
        version=sidecars.PictureRecord(
            id=f"version{number}",
            number=number,
            sha256="ab",
            size=9,
            mime="image/png",
            width=width,
            height=height,
            created=START,
            blob=0,
            arrived_after_cancel=False,
            palette=("#305a5a",),
        ),
        reply=Reply(Outcome.PICTURE, (ReceivedPicture(0),), ReceivedPicture(0)),
        seconds=_SECONDS[which % len(_SECONDS)],
    )


def _order(placed: Order) -> sidecars.OrderRecord:
    return sidecars.OrderRecord(
        id=placed.id,
        project=placed.project,
        model=placed.model,
        gateway=placed.gateway,
        group=placed.group,
        price=placed.price.plain,
        count=1,
        placed=placed.placed,
        price_assumed=False,
    )


def _attempt(placed: Order, job: str, number: int, started: datetime) -> sidecars.AttemptRecord:
    return sidecars.AttemptRecord(
        id=f"{job}-{number}",
        job=job,
        job_number=1,
        number=number,
        group=placed.group,
        gateway=placed.gateway,
        price=placed.price.plain,
        price_assumed=False,
        started=started,
    )
