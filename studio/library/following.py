"""Jobs that continue what another job brings. Every function runs inside a transaction of its caller."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studio.domain.errors import NothingToContinue, NotPutTogether, UnknownJob
from studio.domain.job import JobState
from studio.domain.words import kept
from studio.library import codec, composite_records, records

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable

    from studio.domain.job import Job
    from studio.domain.recipe import Order, Recipe


def place_chain(
    connection: sqlite3.Connection, orders: Iterable[Order], *, new_id: Callable[[], str]
) -> tuple[Job, ...]:
    """As `Library.place_chain` says."""
    jobs: list[Job] = []
    for order in orders:
        recipe = replace(order.recipe, parent=None, parent_job=jobs[-1].id) if jobs else order.recipe
        jobs += records.place(connection, replace(order, recipe=recipe), new_id=new_id)
    return tuple(jobs)


def follow(connection: sqlite3.Connection, job_id: str) -> Job:
    """As `Library.follow` says; raises UnknownJob."""
    job = records.job(connection, job_id)
    recipe = job.order.recipe
    if recipe.parent_job is None or job.state is not JobState.QUEUED:
        return job
    try:
        found = with_parent(connection, recipe)
    except (NothingToContinue, NotPutTogether, UnknownJob) as error:
        return records.refuse(connection, job_id, kept(error))
    connection.execute(
        "UPDATE orders SET recipe = ? WHERE id = ?", (codec.encode_recipe(found), job.order.id)
    )
    return records.job(connection, job_id)


def with_parent(connection: sqlite3.Connection, recipe: Recipe) -> Recipe:
    """As `LibraryReader.with_parent` says."""
    if recipe.parent_job is None:
        return recipe
    before = records.job(connection, recipe.parent_job)
    if before.is_settled and not before.versions:
        raise NothingToContinue(before.id)
    parent = _brought(connection, before) if before.versions else None
    return replace(recipe, parent=parent, parent_job=None if parent else before.id)


def _brought(connection: sqlite3.Connection, job: Job) -> str | None:
    """The job's version. Of one that changed a region only, what was put together of it, None before that."""
    answer = job.versions[-1]
    if job.order.recipe.region is None:
        return answer
    composite = composite_records.made_of(connection, answer)
    if composite is not None:
        return composite.id
    if composite_records.fit_of(connection, answer) is not None:
        raise NotPutTogether(job.id)
    return None if composite_records.is_due(connection, answer) else answer
