"""What happens to jobs and attempts, as transactions: each function runs inside one of its caller's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from studio.domain.charge import VERDICTS, Charge, Outcome
from studio.domain.errors import UnknownJob
from studio.domain.job import ENDED, Attempt, ErrorWords, Job, JobState
from studio.library import attempt_records, records, version_records
from studio.library.attempt_records import Ending
from studio.library.sidecar_values import (
    attempt_of,
    charge_of,
    claim_of,
    order_of,
    saved_attempt_of,
    version_of,
)

if TYPE_CHECKING:
    import sqlite3

    from studio.library.sidecars import Request, Sidecar


def begin(connection: sqlite3.Connection, attempt: Attempt) -> None:
    """The job is being sent; raises UnknownJob when it isn't queued any more."""
    if records.job(connection, attempt.job).state is not JobState.QUEUED:
        raise UnknownJob(attempt.job)
    attempt_records.insert_attempt(connection, attempt)
    records.set_state(connection, attempt.job, JobState.SENDING)


def advance(connection: sqlite3.Connection, attempt_id: str, state: JobState) -> Job:
    """The attempt and its job are in this state now, unless they ended."""
    attempt = known_attempt(connection, attempt_id)
    if attempt.ended is None:
        attempt_records.set_attempt_state(connection, attempt_id, state)
        records.set_state(connection, attempt.job, state)
    return records.job(connection, attempt.job)


def cancel(connection: sqlite3.Connection, job_id: str) -> Job:
    """As `Library.cancel` says."""
    job = records.job(connection, job_id)
    if job.state is JobState.SAVING or job.state in ENDED:
        return job
    attempt_records.leave_charge_unknown(connection, job_id)
    records.set_state(connection, job_id, JobState.CANCELLED)
    return records.job(connection, job_id)


@dataclass(frozen=True, slots=True)
class Ended:
    """How an attempt without a picture ended; as the arguments of `Library.end_attempt`."""

    outcome: Outcome
    error: ErrorWords | None = None
    words: str = ""
    request_id: str = ""
    seconds: float | None = None
    not_before: datetime | None = None
    moves_on: bool = False


def end(connection: sqlite3.Connection, attempt_id: str, ended: Ended, *, now: datetime) -> Job:
    """Write what the table of charges says of this outcome. An attempt that ended already stays as it is.

    To move on after what may have been charged, or to nowhere, is a bug and raises ValueError.
    """
    attempt = known_attempt(connection, attempt_id)
    job = records.job(connection, attempt.job)
    if attempt.ended is not None:
        return job
    verdict = VERDICTS[ended.outcome]
    if ended.moves_on and (verdict.charge is not Charge.NOT_CHARGED or not job.has_further_step):
        raise ValueError(f"{ended.outcome} at step {job.step} can't move on")
    gave_up = verdict.repeats and ended.not_before is None
    state = JobState.REFUSED if gave_up else verdict.state
    attempt_records.end_attempt(
        connection,
        attempt_id,
        Ending(
            state=state,
            outcome=ended.outcome,
            charge=charge_of(attempt.gateway, verdict.charge),
            ended=now,
            seconds=ended.seconds,
            request_id=ended.request_id,
            error=ended.error,
        ),
    )
    records.settle(
        connection,
        attempt.job,
        JobState.QUEUED if ended.moves_on else state,
        error=ended.error,
        words=ended.words,
        not_before=ended.not_before if verdict.repeats else None,
        moves_on=ended.moves_on,
    )
    return records.job(connection, attempt.job)


def save(connection: sqlite3.Connection, sidecar: Sidecar, path: str, *, drafts: tuple[str, ...]) -> Job:
    """The row of the version, the charge in the ledger, the job saved: together. Harmless when repeated."""
    attempt = saved_attempt_of(sidecar)
    _insert_known(connection, sidecar, attempt)
    attempt_records.end_attempt(
        connection,
        attempt.id,
        Ending(
            state=JobState.SAVED,
            outcome=Outcome.PICTURE,
            charge=attempt.charge,
            ended=sidecar.version.created,
            seconds=sidecar.seconds,
            request_id=attempt.request_id,
        ),
    )
    records.settle(
        connection,
        attempt.job,
        JobState.SAVED,
        error=None,
        words=sidecar.reply.words,
        arrived_after_cancel=sidecar.version.arrived_after_cancel,
    )
    version = replace(version_of(sidecar, path), project=records.project_of(connection, sidecar.order.id))
    attempt_records.leave_numbers_up_to(connection, version.project, version.number)
    if not connection.execute("SELECT 1 FROM versions WHERE attempt = ?", (attempt.id,)).fetchone():
        version_records.insert_version(connection, version, drafts=drafts)
    return records.job(connection, attempt.job)


def adopt(connection: sqlite3.Connection, request: Request, sidecar: Sidecar | None) -> None:
    """Write what the index has lost of an attempt that was sent; `sidecar` if saving had come so far."""
    attempt = attempt_of(request)
    order = order_of(request)
    records.insert_order(connection, order)
    number, step = request.attempt.job_number, order.step_of(attempt.group)
    records.insert_job(connection, order, attempt.job, number=number, state=JobState.SENDING, step=step)
    attempt_records.insert_attempt(connection, attempt)
    if sidecar is not None:
        attempt_records.write_claim(connection, attempt.id, claim_of(sidecar))


def forget(connection: sqlite3.Connection, attempt_id: str) -> None:
    """Remove an attempt that brought nothing and was never sent, with its job and its order."""
    row = connection.execute(
        "SELECT jobs.id, jobs.order_id FROM attempts JOIN jobs ON jobs.id = attempts.job "
        "WHERE attempts.id = ?",
        (attempt_id,),
    ).fetchone()
    if row is not None:
        connection.execute("DELETE FROM attempts WHERE id = ?", (attempt_id,))
        connection.execute("DELETE FROM jobs WHERE id = ?", (row["id"],))
        connection.execute("DELETE FROM orders WHERE id = ?", (row["order_id"],))


def _insert_known(connection: sqlite3.Connection, sidecar: Sidecar, attempt: Attempt) -> None:
    order = order_of(sidecar)
    records.insert_order(connection, order)
    number, step = sidecar.attempt.job_number, order.step_of(attempt.group)
    records.insert_job(connection, order, attempt.job, number=number, state=JobState.SAVING, step=step)
    attempt_records.insert_attempt(connection, attempt)


def known_attempt(connection: sqlite3.Connection, attempt_id: str) -> Attempt:
    """The attempt; asking for one that never began is a bug and raises KeyError."""
    attempt = attempt_records.attempt(connection, attempt_id)
    if attempt is None:
        raise KeyError(attempt_id)
    return attempt
