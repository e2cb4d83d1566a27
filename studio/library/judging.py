"""How versions stand: read, changed and set. Every function runs inside a transaction of its caller."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studio.domain.judgement import Standing
from studio.library import codec, project_records, tag_records
from studio.library.steps import Done, grouped
from studio.library.version_records import read_judgement

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Sequence
    from datetime import datetime

    from studio.domain.judgement import Change
    from studio.library.steps import SetStandings

_STANDINGS = """
SELECT sequence, id, project, trashed, rating, flag, label,
    (SELECT json_group_array(tags.name) FROM version_tags JOIN tags ON tags.id = version_tags.tag
     WHERE version_tags.version = versions.sequence) AS tags
FROM versions WHERE purged = 0
"""
_OF_IDS = f"{_STANDINGS} AND id IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own names
_IN_PROJECT = "sequence IN (SELECT sequence FROM versions WHERE project = ?)"
_OF_PROJECT = f"{_STANDINGS} AND {_IN_PROJECT}"


@dataclass(frozen=True, slots=True)
class _Held:
    """A version's row as it stands; `sequence` names the row."""

    sequence: int
    id: str
    standing: Standing


def change(
    connection: sqlite3.Connection, ids: Sequence[str], change: Change, *, now: datetime
) -> SetStandings:
    """The step that makes this change to these versions; those that it leaves as they are aren't in it.

    Raises UnknownProject.
    """
    if change.project is not None:
        project_records.known(connection, change.project)
    made: dict[Standing, Standing] = {}

    def changed(standing: Standing) -> Standing:
        if standing not in made:
            made[standing] = change.applied(standing, now=now)
        return made[standing]

    held = _read(connection, _OF_IDS, codec.encode_names(ids))
    return grouped((one.id, changed(one.standing)) for one in held if changed(one.standing) != one.standing)


def set_standings(connection: sqlite3.Connection, step: SetStandings) -> Done:
    """Make versions stand like this. Those that aren't there (any more), or stand so, aren't told of.

    Projects that they belong to are there afterwards; tags are spelled as the library spells them.
    """
    wanted = _as_spelled(connection, step)
    held = _read(connection, _OF_IDS, codec.encode_names(wanted))
    altered = [(one, wanted[one.id]) for one in held if wanted[one.id] != one.standing]
    project_records.make_sure(connection, {standing.project for _, standing in altered})
    _write(connection, altered)
    tag_records.retag(connection, ((one.sequence, one.standing, after) for one, after in altered))
    standings = tuple((one.id, after) for one, after in altered)
    back = grouped((one.id, one.standing) for one, _ in altered)
    return Done(grouped(standings), back, standings)


def standings_in(connection: sqlite3.Connection, project: str) -> tuple[tuple[str, Standing], ...]:
    """How the versions of a project stand, those in the trash too."""
    return tuple((one.id, one.standing) for one in _read(connection, _OF_PROJECT, project))


def all_standings(connection: sqlite3.Connection) -> tuple[tuple[str, Standing], ...]:
    """How every version stands, in the order of writing."""
    return tuple((one.id, one.standing) for one in _read(connection, f"{_STANDINGS} ORDER BY sequence"))


def is_kept(connection: sqlite3.Connection, version_id: str) -> bool:
    """Whether there is such a version, in the trash or not."""
    found = connection.execute("SELECT 1 FROM versions WHERE id = ? AND purged = 0", (version_id,))
    return found.fetchone() is not None


def _read(connection: sqlite3.Connection, question: str, *values: str) -> list[_Held]:
    """Versions that stand alike share one standing: there are many, and few ways to stand."""
    shared: dict[tuple[object, ...], Standing] = {}
    held: list[_Held] = []
    for row in connection.execute(question, values):
        key = tuple(row)[2:]
        standing = shared.get(key)
        if standing is None:
            trashed = codec.maybe_time(row["trashed"])
            standing = shared[key] = Standing(row["project"], read_judgement(row), trashed)
        held.append(_Held(row["sequence"], row["id"], standing))
    return held


def _as_spelled(connection: sqlite3.Connection, step: SetStandings) -> dict[str, Standing]:
    spelling = tag_records.spelled(
        connection, {tag for standing, _ in step.groups for tag in standing.judgement.tags}
    )
    wanted: dict[str, Standing] = {}
    for standing, ids in step.groups:
        tags = tuple(spelling[tag] for tag in standing.judgement.tags)
        spelled = replace(standing, judgement=replace(standing.judgement, tags=tags))
        wanted.update(dict.fromkeys(ids, spelled))
    return wanted


_COLUMNS: dict[str, Callable[[Standing], str | int | None]] = {
    "project": lambda standing: standing.project,
    "trashed": lambda standing: None if standing.trashed is None else codec.to_micros(standing.trashed),
    "rating": lambda standing: standing.judgement.rating,
    "flag": lambda standing: standing.judgement.flag.value,
    "label": lambda standing: standing.judgement.label.value,
}


def _write(connection: sqlite3.Connection, altered: Iterable[tuple[_Held, Standing]]) -> None:
    """Only columns that differ are named: SQLite leaves the indexes of the others alone."""
    rows = [(one.sequence, one.standing, after) for one, after in altered]
    pairs = {(before, after) for _, before, after in rows}
    columns = [
        name for name, value in _COLUMNS.items() if any(value(old) != value(new) for old, new in pairs)
    ]
    if not columns:
        return
    setting = ", ".join(f"{name} = ?" for name in columns)
    alike: dict[tuple[str | int | None, ...], list[int]] = {}
    values = {after: tuple(_COLUMNS[name](after) for name in columns) for _, after in pairs}
    for sequence, _, after in rows:
        alike.setdefault(values[after], []).append(sequence)
    # One statement for all that come to stand alike: other threads run while SQLite works it off.
    connection.executemany(
        f"UPDATE versions SET {setting} WHERE sequence IN (SELECT value FROM json_each(?))",  # noqa: S608 - our own names
        [(*shared, codec.encode_numbers(sequences)) for shared, sequences in alike.items()],
    )
