"""The SQL of attempts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING

from studio.domain.charge import Charge, Outcome
from studio.domain.job import Attempt, ErrorWords, JobState
from studio.domain.money import Money
from studio.domain.settlement import SettledBy, Settlement, Told
from studio.library import codec, naming

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable


def read_attempt(row: sqlite3.Row) -> Attempt:
    """From a row of the table."""
    return Attempt(
        id=row["id"],
        job=row["job"],
        number=row["number"],
        group=row["group_name"],
        gateway=row["gateway"],
        price=Money.from_fen(row["price"]),
        price_assumed=bool(row["price_assumed"]),
        state=JobState(row["state"]),
        charge=Charge(row["charge"]),
        started=codec.from_micros(row["started"]),
        ended=codec.maybe_time(row["ended"]),
        seconds=row["seconds"],
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        request_id=row["request_id"],
        error=codec.decode_error(row["error"]),
        settlement=read_settlement(row),
        listed_price=None if row["listed_price"] is None else Money.from_fen(row["listed_price"]),
    )


def read_settlement(row: sqlite3.Row) -> Settlement | None:
    """How its charge became known, None where it was known from the first or isn't."""
    if row["settled_by"] is None:
        return None
    amount, _, currency = (row["told"] or "").partition(" ")
    return Settlement(
        charge=Charge(row["charge"]),
        by=SettledBy(row["settled_by"]),
        at=codec.from_micros(row["settled"]),
        told=Told(Decimal(amount), currency) if amount else None,
    )


def attempt(connection: sqlite3.Connection, attempt_id: str) -> Attempt | None:
    """The attempt of that id, None where there is none."""
    row = connection.execute("SELECT * FROM attempts WHERE id = ?", (attempt_id,)).fetchone()
    return None if row is None else read_attempt(row)


def attempts_by_id(connection: sqlite3.Connection, ids: Iterable[str]) -> tuple[Attempt, ...]:
    """These attempts, oldest first; what isn't there is left out."""
    rows = connection.execute(
        "SELECT * FROM attempts WHERE id IN (SELECT value FROM json_each(?)) ORDER BY sequence",
        (codec.encode_names(ids),),
    )
    return tuple(map(read_attempt, rows))


def attempts_since(connection: sqlite3.Connection, since: datetime) -> tuple[Attempt, ...]:
    """Those that started since then and have ended, in the order of their ends."""
    rows = connection.execute(
        "SELECT * FROM attempts WHERE started >= ? AND ended IS NOT NULL ORDER BY ended, sequence",
        (codec.to_micros(since),),
    )
    return tuple(map(read_attempt, rows))


def attempts_of(connection: sqlite3.Connection, job_ids: Iterable[str]) -> dict[str, tuple[Attempt, ...]]:
    """The attempts of these jobs, first to last."""
    found: dict[str, tuple[Attempt, ...]] = {}
    rows = connection.execute(
        "SELECT * FROM attempts WHERE job IN (SELECT value FROM json_each(?)) ORDER BY job, number",
        (codec.encode_names(job_ids),),
    )
    for row in rows:
        found[row["job"]] = (*found.get(row["job"], ()), read_attempt(row))
    return found


def next_number(connection: sqlite3.Connection, job_id: str) -> int:
    """The number of the job's next attempt, counted from 1."""
    question = "SELECT coalesce(max(number), 0) + 1 FROM attempts WHERE job = ?"
    return int(connection.execute(question, (job_id,)).fetchone()[0])


def insert_attempt(connection: sqlite3.Connection, attempt: Attempt) -> None:
    """Write an attempt; does nothing when it is there."""
    connection.execute(
        "INSERT OR IGNORE INTO attempts (id, job, number, group_name, gateway, price, price_assumed, state, "
        "charge, started, ended, seconds, outcome, request_id, error) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            attempt.id,
            attempt.job,
            attempt.number,
            attempt.group,
            attempt.gateway,
            attempt.price.fen,
            attempt.price_assumed,
            attempt.state.value,
            attempt.charge.value,
            codec.to_micros(attempt.started),
            None if attempt.ended is None else codec.to_micros(attempt.ended),
            attempt.seconds,
            attempt.outcome.value if attempt.outcome else None,
            attempt.request_id,
            codec.encode_error(attempt.error),
        ),
    )


def set_attempt_state(connection: sqlite3.Connection, attempt_id: str, state: JobState) -> None:
    """Move an attempt that hasn't ended."""
    connection.execute(
        "UPDATE attempts SET state = ? WHERE id = ? AND ended IS NULL", (state.value, attempt_id)
    )


def leave_charge_unknown(connection: sqlite3.Connection, job_id: str) -> None:
    """The job was cancelled after sending: what its open attempt costs isn't known until it ends."""
    connection.execute("UPDATE attempts SET charge = 'unknown' WHERE job = ? AND ended IS NULL", (job_id,))


@dataclass(frozen=True, slots=True)
class Ending:
    """How an attempt ended."""

    state: JobState
    outcome: Outcome
    charge: Charge
    ended: datetime
    seconds: float | None
    request_id: str
    error: ErrorWords | None = None


def end_attempt(connection: sqlite3.Connection, attempt_id: str, ending: Ending) -> None:
    """Write how it ended."""
    connection.execute(
        "UPDATE attempts SET state = ?, outcome = ?, charge = ?, ended = ?, seconds = ?, request_id = ?, "
        "error = ? WHERE id = ?",
        (
            ending.state.value,
            ending.outcome.value,
            ending.charge.value,
            codec.to_micros(ending.ended),
            ending.seconds,
            ending.request_id,
            codec.encode_error(ending.error),
            attempt_id,
        ),
    )


def open_attempts(connection: sqlite3.Connection) -> tuple[Attempt, ...]:
    """Attempts that haven't ended, oldest first."""
    rows = connection.execute("SELECT * FROM attempts WHERE ended IS NULL ORDER BY sequence")
    return tuple(read_attempt(row) for row in rows)


@dataclass(frozen=True, slots=True)
class Claim:
    """What an attempt's version will be called: decided once, so that saving can be repeated.

    `stem` is relative to the library, without an ending.
    """

    version: str
    number: int
    stem: str
    created: datetime


def claim(
    connection: sqlite3.Connection,
    attempt_id: str,
    *,
    project: str,
    prompt: str,
    new_id: Callable[[], str],
    created: datetime,
) -> Claim:
    """The attempt's claim, made now if it has none: takes the project's next number."""
    row = connection.execute(
        "SELECT version, version_number, version_stem, version_time FROM attempts WHERE id = ?", (attempt_id,)
    ).fetchone()
    if row["version"] is not None:
        return Claim(row[0], row[1], row[2], codec.from_micros(row[3]))
    version, number = new_id(), _take_number(connection, project)
    stem = naming.stem(project=project, created=created, number=number, prompt=prompt, version_id=version)
    made = Claim(version, number, str(stem), created)
    write_claim(connection, attempt_id, made)
    return made


def write_claim(connection: sqlite3.Connection, attempt_id: str, claim: Claim) -> None:
    """What the attempt's version will be called is decided."""
    connection.execute(
        "UPDATE attempts SET version = ?, version_number = ?, version_stem = ?, version_time = ? "
        "WHERE id = ?",
        (claim.version, claim.number, claim.stem, codec.to_micros(claim.created), attempt_id),
    )


def _take_number(connection: sqlite3.Connection, project: str) -> int:
    row = connection.execute(
        "INSERT INTO projects (name, next_number) VALUES (?, 2) "
        "ON CONFLICT (name) DO UPDATE SET next_number = next_number + 1 RETURNING next_number - 1",
        (project,),
    ).fetchone()
    return int(row[0])


def leave_numbers_up_to(connection: sqlite3.Connection, project: str, number: int) -> None:
    """Numbers up to this one are taken."""
    connection.execute(
        "INSERT INTO projects (name, next_number) VALUES (?, ?) "
        "ON CONFLICT (name) DO UPDATE SET next_number = max(next_number, excluded.next_number)",
        (project, number + 1),
    )
