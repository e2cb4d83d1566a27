"""One version's rows, by the library's own functions, and what the person says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.job import JobState
from studio.domain.pictures import EXTENSIONS
from studio.library import attempt_records, codec, records, version_records
from studio.library.sidecars import claim_of, order_of, saved_attempt_of, version_of

if TYPE_CHECKING:
    import sqlite3

    from studio.library.attempt_records import Claim
    from tests.support.library_maker.story import Told


def write_told(connection: sqlite3.Connection, told: Told) -> None:
    """Order, job, attempt and version as they stand after saving, then the judgement."""
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
    _judge(connection, told)


def path_of(told: Told, claim: Claim) -> str:
    """Where its picture lies, or would."""
    return f"{claim.stem}.{EXTENSIONS[told.sidecar.version.mime]}"


def _judge(connection: sqlite3.Connection, told: Told) -> None:
    said = told.judgement
    version = told.sidecar.version.id
    trashed = None if told.trashed is None else codec.to_micros(told.trashed)
    if trashed is not None or said.rating or said.flag or said.label:
        connection.execute(
            "UPDATE versions SET rating = ?, flag = ?, label = ?, trashed = ? WHERE id = ?",
            (said.rating, said.flag.value, said.label.value, trashed, version),
        )
    for tag in said.tags:
        connection.execute(
            "INSERT INTO tags (name, folded, uses) VALUES (?1, ?2, ?3) "
            "ON CONFLICT (folded) DO UPDATE SET uses = uses + excluded.uses",
            (tag, tag.casefold(), trashed is None),
        )
        connection.execute(
            "INSERT INTO version_tags (version, tag) "
            "SELECT versions.sequence, tags.id FROM versions, tags WHERE versions.id = ? AND tags.name = ?",
            (version, tag),
        )
