"""From the index to a journal that holds what is needed, and back where the index was lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec

from studio.domain.judgement import DAYS_IN_TRASH, Standing
from studio.library import codec, judging, link_records, naming, project_records, settling
from studio.library.steps import (
    PutProject,
    PutSearch,
    RemoveProject,
    RemoveSearch,
    RenameProject,
    SetStandings,
    grouped,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Set
    from datetime import datetime

    from studio.library.steps import Step

_MADE = """
SELECT versions.id, versions.path, orders.project, orders.placed FROM versions
JOIN jobs ON jobs.id = versions.job JOIN orders ON orders.id = jobs.order_id
"""
_RENAME_ORDERS = "UPDATE orders SET project = ? WHERE project = ? AND placed <= ?"
_NEXT_NUMBERS = """
UPDATE projects SET next_number = max(next_number, coalesce(
    (SELECT max(number) + 1 FROM versions WHERE project = projects.name), 1
))
"""
_EMPTY_PROJECTS = "DELETE FROM projects WHERE name NOT IN (SELECT DISTINCT project FROM versions)"


def needed(connection: sqlite3.Connection, written: Iterable[Step]) -> Iterator[Step]:
    """What a journal must hold to bring back all that the index knows; `written` is what it held.

    Sidecars name the project that an order was placed in: so what was ever renamed stays, and comes first.
    """
    yield from (step for step in written if isinstance(step, RenameProject))
    for project in connection.execute("SELECT name FROM projects").fetchall():
        yield project_records.known(connection, project["name"])
    for search in project_records.saved_searches(connection):
        yield PutSearch(search)
    yield from settling.needed(connection)
    yield from map(link_records.step_of, link_records.links(connection))
    as_made = {row["id"]: Standing(row["project"]) for row in connection.execute(_MADE) if _is_at_home(row)}
    judged = (
        (version_id, standing)
        for version_id, standing in judging.all_standings(connection)
        if standing != as_made.get(version_id)
    )
    # By line a few thousand versions: a damaged line takes no more with it.
    for standing, ids in grouped(judged).groups:
        for start in range(0, len(ids), 1000):
            yield SetStandings(((standing, ids[start : start + 1000]),))


def _is_at_home(row: sqlite3.Row) -> bool:
    """Whether the file lies in the folder of its project: so its sidecar, too, names that."""
    return str(row["path"]).startswith(f"{naming.folder_name(row['project'])}/")


def replay(connection: sqlite3.Connection, steps: tuple[Step, ...], *, new: Set[str], now: datetime) -> None:
    """Make versions that are `new` in the index stand as the journal says.

    What would have left the trash for good by now has its days there anew: its files are still here, so the
    line that took it out may be lost.
    """
    made = {row["id"]: (row["project"], row["placed"]) for row in connection.execute(_MADE)}
    standings = {one: Standing(made[one][0]) for one in new if one in made}
    for step in steps:
        match step:
            case SetStandings(groups=groups):
                known = ((one, standing) for standing, ids in groups for one in ids if one in standings)
                standings.update(known)
            case RenameProject(old=old, new=name, at=at):
                moved = codec.to_micros(at)
                for one, standing in standings.items():
                    if standing.project == old and made[one][1] <= moved:
                        standings[one] = replace(standing, project=name)
                connection.execute(_RENAME_ORDERS, (name, old, moved))
            case _:
                pass
    expired = now - timedelta(days=DAYS_IN_TRASH)
    for one, standing in standings.items():
        if standing.trashed is not None and standing.trashed < expired:
            standings[one] = replace(standing, trashed=now)
    judging.set_standings(connection, grouped(standings.items()))


def replay_projects(connection: sqlite3.Connection, steps: tuple[Step, ...]) -> None:
    """Make projects as the journal says, in an index that knows none of its own.

    After `replay`: projects that no version belongs to, and that the journal doesn't know, go.
    """
    connection.execute(_EMPTY_PROJECTS)
    for project in _projects(steps):
        project_records.put(connection, project)
    connection.execute(_NEXT_NUMBERS)


def _projects(steps: tuple[Step, ...]) -> tuple[PutProject, ...]:
    found: dict[str, PutProject] = {}
    for step in steps:
        match step:
            case PutProject(name=name):
                found[name] = step
            case RemoveProject(name=name):
                found.pop(name, None)
            case RenameProject(old=old, new=name):
                # Projects that an order made aren't written down.
                was = found.pop(old, PutProject(old))
                found[name] = msgspec.structs.replace(was, name=name)
            case _:
                pass
    return tuple(found.values())


def replay_searches(connection: sqlite3.Connection, steps: tuple[Step, ...]) -> None:
    """Keep the searches that the journal says were saved."""
    for step in steps:
        match step:
            case PutSearch():
                project_records.put_search(connection, step)
            case RemoveSearch():
                project_records.remove_search(connection, step)
            case _:
                pass
