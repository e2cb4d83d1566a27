"""Jobs that continue what another job brings. Every function runs inside a transaction of its caller."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studio.domain.errors import NothingToContinue, UnknownJob
from studio.domain.job import JobState, following
from studio.domain.words import kept
from studio.library import codec, records

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from studio.domain.job import Job
    from studio.domain.recipe import Order


def place_chain(
    connection: sqlite3.Connection, orders: Iterable[Order], *, new_id: Callable[[], str]
) -> tuple[Job, ...]:
    """As `Library.place_chain` says."""
    jobs: list[Job] = []
    for order in orders:
        recipe = following(order.recipe, jobs[-1]) if jobs else order.recipe
        jobs += records.place(connection, replace(order, recipe=recipe), new_id=new_id)
    return tuple(jobs)


def follow(connection: sqlite3.Connection, job_id: str) -> Job:
    """As `Library.follow` says; raises UnknownJob."""
    job = records.job(connection, job_id)
    before = job.order.recipe.parent_job
    if before is None or job.state is not JobState.QUEUED:
        return job
    try:
        recipe = following(job.order.recipe, records.job(connection, before))
    except (NothingToContinue, UnknownJob) as error:
        return records.refuse(connection, job_id, kept(error))
    connection.execute(
        "UPDATE orders SET recipe = ? WHERE id = ?", (codec.encode_recipe(recipe), job.order.id)
    )
    return records.job(connection, job_id)
