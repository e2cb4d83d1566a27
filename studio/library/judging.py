"""How versions stand: read, changed and set. Every function runs inside a transaction of its caller."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studio.domain.flags import Flag
from studio.domain.judgement import Change, Standing
from studio.library import codec, project_records, tag_records
from studio.library.moves import Move
from studio.library.steps import Done, merged
from studio.library.version_records import read_judgement, read_mark

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from studio.library.steps import SetStandings

_STANDINGS = """
SELECT sequence, id, project, rating, flag, label,
    (SELECT json_group_array(tags.name) FROM version_tags JOIN tags ON tags.id = version_tags.tag
     WHERE version_tags.version = versions.sequence) AS tags,
    trashed, branch_name, branch_hidden, branch_archived
FROM versions WHERE purged = 0
"""
_OF_IDS = f"{_STANDINGS} AND id IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own names
_IN_PROJECT = "sequence IN (SELECT sequence FROM versions WHERE project = ?)"
_OF_PROJECT = f"{_STANDINGS} AND {_IN_PROJECT}"


@dataclass(frozen=True, slots=True)
class _Alike:
    """Versions that stand alike, by sequence and id: there are many, and few ways to stand."""

    standing: Standing
    rows: list[tuple[int, str]]


def change(connection: sqlite3.Connection, ids: Sequence[str], change: Change, *, now: datetime) -> Done:
    """Make this change to these versions; those that it leaves as they are aren't told of.

    Raises UnknownProject.
    """
    if change.project is not None:
        project_records.known(connection, change.project)
    return _carry_out(connection, _moves(connection, ids, change, now=now))


def keep_one(connection: sqlite3.Connection, kept: str, others: Sequence[str], *, now: datetime) -> Done:
    """Pick this version and reject the others."""
    picked = _moves(connection, (kept,), Change(flag=Flag.PICK), now=now)
    return _carry_out(connection, picked + _moves(connection, others, Change(flag=Flag.REJECT), now=now))


def _moves(
    connection: sqlite3.Connection, ids: Sequence[str], change: Change, *, now: datetime
) -> list[Move]:
    held = _read(connection, _OF_IDS, codec.encode_names(ids))
    made = {alike.standing: change.applied(alike.standing, now=now) for alike in held}
    spelled = _spelled(connection, made.values())
    moves = [Move(alike.standing, spelled[made[alike.standing]], alike.rows) for alike in held]
    return [move for move in moves if move.before != move.after]


def set_standings(connection: sqlite3.Connection, step: SetStandings) -> Done:
    """Make versions stand like this. Those that aren't there (any more), or stand so, aren't told of.

    Projects that they belong to are there afterwards; tags are spelled as the library spells them.
    """
    spelled = _spelled(connection, (standing for standing, _ in step.groups))
    wanted: dict[str, Standing] = {}
    for standing, ids in step.groups:
        wanted.update(dict.fromkeys(ids, spelled[standing]))
    moves: list[Move] = []
    for alike in _read(connection, _OF_IDS, codec.encode_names(wanted)):
        # By identity: comparing and hashing many standings takes longer than changing them.
        apart: dict[int, Move] = {}
        for row in alike.rows:
            after = wanted[row[1]]
            apart.setdefault(id(after), Move(alike.standing, after, [])).rows.append(row)
        moves += [move for move in apart.values() if move.before != move.after]
    return _carry_out(connection, moves)


def standings_in(connection: sqlite3.Connection, project: str) -> tuple[tuple[str, Standing], ...]:
    """How the versions of a project stand, those in the trash too."""
    return _each(_read(connection, _OF_PROJECT, project))


def all_standings(connection: sqlite3.Connection) -> tuple[tuple[str, Standing], ...]:
    """How every version stands."""
    return _each(_read(connection, _STANDINGS))


def is_kept(connection: sqlite3.Connection, version_id: str) -> bool:
    """Whether there is such a version, in the trash or not."""
    found = connection.execute("SELECT 1 FROM versions WHERE id = ? AND purged = 0", (version_id,))
    return found.fetchone() is not None


def _each(held: list[_Alike]) -> tuple[tuple[str, Standing], ...]:
    return tuple((version_id, alike.standing) for alike in held for _, version_id in alike.rows)


def _read(connection: sqlite3.Connection, question: str, *values: str) -> list[_Alike]:
    found: dict[tuple[object, ...], _Alike] = {}
    for row in connection.execute(question, values):
        sequence, version_id, *key = row
        alike = found.get(tuple(key))
        if alike is None:
            project, rating, flag, label, tags, trashed, *mark = key
            judgement = read_judgement(rating, flag, label, tags)
            standing = Standing(project, judgement, codec.maybe_time(trashed), read_mark(*mark))
            alike = found[tuple(key)] = _Alike(standing, [])
        alike.rows.append((sequence, version_id))
    return list(found.values())


def _spelled(connection: sqlite3.Connection, standings: Iterable[Standing]) -> dict[Standing, Standing]:
    """Each of them with its tags as the library spells them."""
    different = set(standings)
    spelling = tag_records.spelled(connection, {tag for one in different for tag in one.judgement.tags})

    def spelled(standing: Standing) -> Standing:
        tags = tuple(spelling[tag] for tag in standing.judgement.tags)
        return replace(standing, judgement=replace(standing.judgement, tags=tags))

    return {standing: spelled(standing) for standing in different}


def _carry_out(connection: sqlite3.Connection, moves: list[Move]) -> Done:
    project_records.make_sure(connection, {move.after.project for move in moves})
    _write(connection, moves)
    tag_records.retag(connection, moves)
    standings = tuple((version_id, move.after) for move in moves for _, version_id in move.rows)
    return Done(
        merged((move.after, move.ids) for move in moves),
        merged((move.before, move.ids) for move in moves),
        standings,
    )


_COLUMNS: dict[str, Callable[[Standing], str | int | None]] = {
    "project": lambda standing: standing.project,
    "trashed": lambda standing: None if standing.trashed is None else codec.to_micros(standing.trashed),
    "rating": lambda standing: standing.judgement.rating,
    "flag": lambda standing: standing.judgement.flag.value,
    "label": lambda standing: standing.judgement.label.value,
    "branch_name": lambda standing: standing.branch.name,
    "branch_hidden": lambda standing: standing.branch.hidden,
    "branch_archived": lambda standing: standing.branch.archived,
}


def _write(connection: sqlite3.Connection, moves: list[Move]) -> None:
    """Only columns that differ are named: SQLite leaves the indexes of the others alone."""
    columns = [
        name
        for name, value in _COLUMNS.items()
        if any(value(move.before) != value(move.after) for move in moves)
    ]
    if not columns:
        return
    setting = ", ".join(f"{name} = ?" for name in columns)
    # One statement for all that stand alike: other threads run while SQLite works it off.
    connection.executemany(
        f"UPDATE versions SET {setting} WHERE sequence IN (SELECT value FROM json_each(?))",  # noqa: S608 - our own names
        [
            (*(_COLUMNS[name](move.after) for name in columns), codec.encode_numbers(move.sequences))
            for move in moves
        ],
    )
