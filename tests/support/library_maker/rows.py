"""Versions' rows, by the library's own functions, and what the person says of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.job import JobState
from studio.domain.judgement import Standing
from studio.domain.pictures import EXTENSIONS
from studio.library import attempt_records, judging, records, version_records
from studio.library.sidecar_values import claim_of, order_of, saved_attempt_of, version_of
from studio.library.steps import grouped

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from studio.library.attempt_records import Claim
    from tests.support.library_maker.story import Told


def write_told(connection: sqlite3.Connection, told: Told) -> None:
    """Order, job, attempt and version as they stand after saving."""
    sidecar = told.sidecar
    order, attempt = order_of(sidecar), saved_attempt_of(sidecar)
    records.insert_order(connection, order)
    records.insert_job(
        connection, order, attempt.job, number=sidecar.attempt.job_number, state=JobState.SAVED
    )
    attempt_records.insert_attempt(connection, attempt)
    claim = claim_of(sidecar)
    attempt_records.write_claim(connection, attempt.id, claim)
    attempt_records.leave_numbers_up_to(connection, order.project, sidecar.version.number)
    version_records.insert_version(connection, version_of(sidecar, path_of(told, claim)), drafts=())


def path_of(told: Told, claim: Claim) -> str:
    """Where its picture lies, or would."""
    return f"{claim.stem}.{EXTENSIONS[told.sidecar.version.mime]}"


def judge(connection: sqlite3.Connection, some: Iterable[Told]) -> None:
    """What the person says of these versions; their rows are there."""
    standings = [
        (told.sidecar.version.id, Standing(told.sidecar.order.project, told.judgement, told.trashed))
        for told in some
    ]
    judging.set_standings(connection, grouped(standings))
