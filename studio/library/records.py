"""The SQL of orders and jobs. Every function runs inside a transaction of its caller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.errors import UnknownJob
from studio.domain.job import Job, JobState, PassedOver
from studio.domain.money import Money
from studio.domain.next_group import MoveOn
from studio.domain.recipe import Order
from studio.library import codec, project_records
from studio.library.attempt_records import attempts_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from studio.domain.job import ErrorWords

_JOBS = """
SELECT jobs.*, orders.project, orders.recipe, orders.model, orders.gateway, orders.group_name, orders.price,
       orders.count, orders.placed AS order_placed, orders.price_assumed, orders.fallback, orders.moves_on,
       (SELECT json_group_array(versions.id) FROM versions WHERE versions.job = jobs.id) AS version_ids,
       (SELECT versions.drafts FROM versions WHERE versions.job = jobs.id) AS drafts
FROM jobs JOIN orders ON orders.id = jobs.order_id
"""

# What came as a file was no job: it only stands there because every version belongs to one.
_SENT = "orders.gateway <> 'import'"

_ANYTHING = "SELECT 1 FROM jobs UNION ALL SELECT 1 FROM versions LIMIT 1"

# Of what was cancelled, what was sent, and nobody knows what became of it: what was cancelled in the queue is
# of no interest any more.
_TO_BE_SEEN = f"""
{_SENT} AND (jobs.state NOT IN ('saved', 'refused', 'blocked', 'unknown', 'cancelled')
OR (NOT jobs.dismissed AND (
    jobs.state IN ('refused', 'blocked', 'unknown')
    OR (jobs.state = 'cancelled' AND EXISTS (
        SELECT 1 FROM attempts WHERE attempts.job = jobs.id AND attempts.charge IN ('unknown', 'reserved')
    ))
)))
"""  # noqa: S608 - our own names


def insert_order(connection: sqlite3.Connection, order: Order) -> None:
    """Write an order; does nothing when it is there."""
    connection.execute(
        "INSERT OR IGNORE INTO orders (id, project, recipe, resolution, model, gateway, group_name, price, "
        "count, placed, price_assumed, fallback, moves_on, most) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            order.id,
            order.project,
            codec.encode_recipe(order.recipe),
            order.recipe.resolution.value,
            order.model,
            order.gateway,
            order.group,
            order.price.fen,
            order.count,
            codec.to_micros(order.placed),
            order.price_assumed,
            codec.encode_steps(order.fallback),
            codec.encode_names(sorted(order.moves_on)),
            order.most.fen,
        ),
    )


def insert_job(
    connection: sqlite3.Connection,
    order: Order,
    job_id: str,
    *,
    number: int,
    state: JobState = JobState.QUEUED,
    step: int = 0,
) -> None:
    """Write a job of an order that is there; does nothing when the job is there."""
    connection.execute(
        "INSERT OR IGNORE INTO jobs (id, order_id, number, state, placed, step) VALUES (?, ?, ?, ?, ?, ?)",
        (job_id, order.id, number, state.value, codec.to_micros(order.placed), step),
    )


def place(connection: sqlite3.Connection, order: Order, *, new_id: Callable[[], str]) -> tuple[Job, ...]:
    """Write an order with its jobs. What each costs at most is reserved from now on: the ledger sums it."""
    insert_order(connection, order)
    project_records.make_sure(connection, (order.project,))
    ids = [new_id() for _ in range(order.count)]
    for number, job_id in enumerate(ids, start=1):
        insert_job(connection, order, job_id, number=number)
    return tuple(job(connection, job_id) for job_id in ids)


def job(connection: sqlite3.Connection, job_id: str) -> Job:
    """Raises UnknownJob."""
    found = _read(connection, f"{_JOBS} WHERE jobs.id = ?", (job_id,))
    if not found:
        raise UnknownJob(job_id)
    return found[0]


def is_empty(connection: sqlite3.Connection) -> bool:
    """Whether nothing was ever written here."""
    return connection.execute(_ANYTHING).fetchone() is None


def project_of(connection: sqlite3.Connection, order_id: str) -> str:
    """The project that an order's versions go to: the one it was placed in, as that is called now."""
    return str(connection.execute("SELECT project FROM orders WHERE id = ?", (order_id,)).fetchone()[0])


def is_known(connection: sqlite3.Connection, job_id: str) -> bool:
    """Whether there is such a job."""
    return connection.execute("SELECT 1 FROM jobs WHERE id = ?", (job_id,)).fetchone() is not None


def jobs_to_be_seen(connection: sqlite3.Connection) -> tuple[Job, ...]:
    """Open jobs, and those that ended without a picture and weren't dismissed; oldest first."""
    return _read(connection, f"{_JOBS} WHERE {_TO_BE_SEEN} ORDER BY jobs.sequence", ())


def all_jobs(
    connection: sqlite3.Connection, *, newest_first: bool, limit: int = -1, offset: int = 0
) -> tuple[Job, ...]:
    """Every job; limit -1 is none."""
    direction = "DESC" if newest_first else "ASC"
    question = f"{_JOBS} WHERE {_SENT} ORDER BY jobs.sequence {direction} LIMIT ? OFFSET ?"
    return _read(connection, question, (limit, offset))


def queued_jobs(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Ids of what waits to be sent, oldest first."""
    rows = connection.execute("SELECT id FROM jobs WHERE state = 'queued' ORDER BY sequence")
    return tuple(row["id"] for row in rows)


def set_asks(connection: sqlite3.Connection, job_ids: Iterable[str], *, asks: bool) -> None:
    """Whether these queued jobs wait for the person's word."""
    connection.executemany(
        "UPDATE jobs SET asks = ? WHERE id = ? AND state = 'queued'", [(asks, job_id) for job_id in job_ids]
    )


def refuse(connection: sqlite3.Connection, job_id: str, error: ErrorWords) -> Job:
    """A queued job can't be sent; any other stays as it is. Raises UnknownJob."""
    connection.execute(
        "UPDATE jobs SET state = 'refused', error = ?, asks = 0, not_before = NULL "
        "WHERE id = ? AND state = 'queued'",
        (codec.encode_error(error), job_id),
    )
    return job(connection, job_id)


def pass_over(connection: sqlite3.Connection, job_id: str, *, until: datetime | None) -> Job:
    """A queued job goes to its next group without a call; any other, and one at its last, stays as it is.

    `until` as in PassedOver. Raises UnknownJob.
    """
    found = job(connection, job_id)
    if found.state is JobState.QUEUED and found.has_further_step:
        passed = (*found.passed_over, PassedOver(found.group, until))
        connection.execute(
            "UPDATE jobs SET step = step + 1, passed_over = ?, not_before = NULL WHERE id = ?",
            (codec.encode_passed_over(passed), job_id),
        )
    return job(connection, job_id)


def dismiss(connection: sqlite3.Connection, job_id: str) -> None:
    """The person has seen it; raises UnknownJob."""
    if not connection.execute("UPDATE jobs SET dismissed = 1 WHERE id = ?", (job_id,)).rowcount:
        raise UnknownJob(job_id)


def set_state(connection: sqlite3.Connection, job_id: str, state: JobState) -> None:
    """Move a job that is under way; one that was cancelled, or has ended, stays as it is."""
    connection.execute(
        "UPDATE jobs SET state = ?, asks = 0, not_before = NULL "
        "WHERE id = ? AND state NOT IN ('saved', 'refused', 'blocked', 'unknown', 'cancelled')",
        (state.value, job_id),
    )


def settle(
    connection: sqlite3.Connection,
    job_id: str,
    state: JobState,
    *,
    error: ErrorWords | None,
    words: str,
    not_before: datetime | None = None,
    arrived_after_cancel: bool = False,
    moves_on: bool = False,
) -> None:
    """Give a job the outcome of its attempt. A cancelled one stays so, unless it is saved or blocked."""
    current = JobState(connection.execute("SELECT state FROM jobs WHERE id = ?", (job_id,)).fetchone()[0])
    keeps = current is JobState.CANCELLED and state not in {JobState.SAVED, JobState.BLOCKED}
    connection.execute(
        "UPDATE jobs SET state = ?, error = ?, words = ?, not_before = ?, asks = 0, "
        "arrived_after_cancel = ?, step = step + ? WHERE id = ?",
        (
            (current if keeps else state).value,
            codec.encode_error(error),
            words,
            codec.to_micros(not_before) if not_before and not keeps else None,
            arrived_after_cancel,
            moves_on and not keeps,
            job_id,
        ),
    )


def _read(connection: sqlite3.Connection, question: str, values: tuple[str | int, ...]) -> tuple[Job, ...]:
    rows = connection.execute(question, values).fetchall()
    attempts = attempts_of(connection, [row["id"] for row in rows])
    return tuple(
        Job(
            id=row["id"],
            order=_order(row),
            number=row["number"],
            state=JobState(row["state"]),
            placed=codec.from_micros(row["placed"]),
            attempts=attempts.get(row["id"], ()),
            not_before=codec.maybe_time(row["not_before"]),
            asks=bool(row["asks"]),
            words=row["words"],
            error=codec.decode_error(row["error"]),
            versions=codec.decode_names(row["version_ids"]),
            drafts=codec.decode_names(row["drafts"] or "[]"),
            arrived_after_cancel=bool(row["arrived_after_cancel"]),
            step=row["step"],
            passed_over=codec.decode_passed_over(row["passed_over"]),
        )
        for row in rows
    )


def _order(row: sqlite3.Row) -> Order:
    return Order(
        id=row["order_id"],
        project=row["project"],
        recipe=codec.decode_recipe(row["recipe"]),
        model=row["model"],
        gateway=row["gateway"],
        group=row["group_name"],
        price=Money.from_fen(row["price"]),
        count=row["count"],
        placed=codec.from_micros(row["order_placed"]),
        price_assumed=bool(row["price_assumed"]),
        fallback=codec.decode_steps(row["fallback"]),
        moves_on=frozenset(MoveOn(one) for one in codec.decode_names(row["moves_on"])),
    )
