"""A ledger of any length: rows as a year of work leaves them, with the seven groups' prices and latencies."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from studio.domain.charge import VERDICTS, Outcome
from studio.domain.geometry import AspectRatio, PixelSize, Resolution, published_size, size_matches
from studio.domain.recipe import Recipe
from studio.library import codec

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

LAST = datetime(2026, 11, 22, 12, tzinfo=UTC)
MODEL = "gemini-3.1-flash-image-preview"
GATEWAY = "https://bananarouter.com"

_PRICES = {
    "官KEY-1.5折": (5, 7, 11, 16),
    "官KEY-2.5折": (8, 12, 18, 26),
    "官KEY-3.5折": (11, 16, 25, 37),
    "官KEY-4.5折": (14, 21, 32, 48),
    "官KEY-5.5折": (17, 26, 39, 58),
    "官KEY-7.5折": (24, 35, 53, 79),
    "官KEY-正价": (32, 47, 71, 106),
}
_LATENCIES = (102, 60, 14, 54, 40, 30, 133)
_SUCCESS = (0.625, 0.8, 0.995, 0.97, 0.98, 0.99, 1.0)
_FAILURES = tuple(outcome for outcome in Outcome if outcome is not Outcome.PICTURE)
_PROJECTS = ("Sketches", "Spring campaign", "秋季", "Icons")


@dataclass(frozen=True, slots=True)
class _Call:
    number: int
    group: str
    resolution: Resolution
    price: int
    started: datetime
    seconds: float
    outcome: Outcome
    delivered: PixelSize


def write_attempts(
    connection: sqlite3.Connection,
    count: int,
    *,
    days: float = 365,
    seed: int = 1,
    last: datetime = LAST,
    gateway: str = GATEWAY,
) -> None:
    """Write that many calls, evenly over the `days` before `last`, each of a job and an order of its own."""
    recipes = {
        size: codec.encode_recipe(Recipe("a fox " * 40, aspect=AspectRatio.SQUARE, resolution=size))
        for size in Resolution
    }
    orders: list[tuple[object, ...]] = []
    jobs: list[tuple[object, ...]] = []
    attempts: list[tuple[object, ...]] = []
    versions: list[tuple[object, ...]] = []
    for call in _calls(count, last, timedelta(days=days), random.Random(seed)):
        started, verdict = codec.to_micros(call.started), VERDICTS[call.outcome]
        ended = started + round(call.seconds * 1e6)
        order, job, attempt, version = (f"{kind}{call.number:031}" for kind in "ojav")
        project = _PROJECTS[call.number // 50 % len(_PROJECTS)]
        recipe = recipes[call.resolution]
        orders.append(
            (order, project, recipe, call.resolution, MODEL, gateway, call.group, call.price, started)
        )
        jobs.append((call.number, job, order, verdict.state, started))
        attempts.append(
            (
                *(call.number, attempt, job, call.group, gateway, call.price, verdict.state, verdict.charge),
                *(started, ended, call.seconds, call.outcome, f"req-{call.number}"),
            )
        )
        if call.outcome is Outcome.PICTURE:
            wrong = size_matches(call.delivered, AspectRatio.SQUARE, call.resolution) is False
            versions.append(
                (
                    *(version, call.number, project, version, "", 1, "image/png"),
                    *(call.delivered.width, call.delivered.height, ended, recipe, MODEL, gateway, call.group),
                    *(call.price, verdict.charge, job, attempt, call.seconds, call.resolution, wrong),
                )
            )
    _insert(connection, "orders", _ORDER, orders, "count = 1, price_assumed = 0")
    _insert(connection, "jobs", _JOB, jobs, "number = 1")
    _insert(connection, "attempts", _ATTEMPT, attempts, "number = 1, price_assumed = 0")
    _insert(connection, "versions", _VERSION, versions, _PLAIN)


def _calls(count: int, last: datetime, length: timedelta, chance: random.Random) -> Iterator[_Call]:
    names = list(_PRICES)
    for number in range(1, count + 1):
        which = chance.choices(range(7), weights=(4, 1, 10, 3, 1, 1, 1))[0]
        resolution = chance.choice(tuple(Resolution))
        succeeded = chance.random() < _SUCCESS[which]
        delivered = Resolution.ONE_K if chance.random() < 0.05 else resolution
        yield _Call(
            number,
            names[which],
            resolution,
            _PRICES[names[which]][tuple(Resolution).index(resolution)],
            last - length * ((count - number) / count),
            round(chance.lognormvariate(0, 0.3) * _LATENCIES[which], 3),
            Outcome.PICTURE if succeeded else chance.choice(_FAILURES),
            published_size(AspectRatio.SQUARE, delivered),
        )


_ORDER = "id, project, recipe, resolution, model, gateway, group_name, price, placed"
_JOB = "sequence, id, order_id, state, placed"
_ATTEMPT = (
    "sequence, id, job, group_name, gateway, price, state, charge, started, ended, seconds, outcome, "
    "request_id"
)
_VERSION = (
    "id, number, project, path, sha256, size, mime, width, height, created, recipe, model, gateway, "
    "group_name, price, charge, job, attempt, seconds, resolution, mismatch"
)
_PLAIN = (
    "price_assumed = 0, request_id = '', words = '', arrived_after_cancel = 0, palette = '[]', drafts = '[]'"
)


def _insert(
    connection: sqlite3.Connection, table: str, columns: str, rows: list[tuple[object, ...]], rest: str
) -> None:
    """The columns of each row, and those of `rest`, which are the same in all."""
    same = dict(pair.split(" = ") for pair in rest.split(", "))
    places = ", ".join("?" * (columns.count(",") + 1))
    connection.executemany(
        f"INSERT INTO {table} ({columns}, {', '.join(same)}) "  # noqa: S608 - our own names
        f"VALUES ({places}, {', '.join(same.values())})",
        rows,
    )
