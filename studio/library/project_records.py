"""The SQL of projects and saved searches. Every function runs inside a transaction of its caller."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.first_project import FIRST_PROJECT
from studio.domain.judgement import clean_name
from studio.domain.money import Money
from studio.domain.places import Project, SavedSearch
from studio.domain.project_errors import ProjectExists, ProjectNotEmpty, UnknownProject, UnusableName
from studio.library import codec
from studio.library.steps import Done, PutProject, PutSearch, RemoveProject, RemoveSearch

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import datetime

    from studio.library.steps import RenameProject

_PROJECTS = """
SELECT name, archived, budget, (
    SELECT count(*) FROM versions INDEXED BY versions_by_project
    WHERE project = projects.name AND trashed IS NULL AND purged = 0
) AS count, coalesce((
    SELECT id FROM versions INDEXED BY versions_by_project
    WHERE project = projects.name AND trashed IS NULL AND purged = 0 ORDER BY sequence DESC LIMIT 1
), '') AS newest, coalesce((
    SELECT id FROM versions
    WHERE id = projects.cover AND project = projects.name AND trashed IS NULL AND purged = 0
), '') AS cover
FROM projects
"""
_HOLDS_ANY = """
SELECT EXISTS (SELECT 1 FROM versions WHERE project = ?1 AND purged = 0) OR EXISTS (
    SELECT 1 FROM jobs JOIN orders ON orders.id = jobs.order_id
    WHERE orders.project = ?1 AND jobs.state NOT IN ('saved', 'refused', 'blocked', 'unknown', 'cancelled')
)
"""


def projects(connection: sqlite3.Connection) -> tuple[Project, ...]:
    """All of them by name, with what they hold outside the trash."""
    found = (
        Project(
            row["name"],
            bool(row["archived"]),
            row["cover"],
            row["count"],
            row["newest"],
            None if row["budget"] is None else Money.from_fen(row["budget"]),
        )
        for row in connection.execute(_PROJECTS)
    )
    return tuple(sorted(found, key=lambda project: (project.name.casefold(), project.name)))


def known(connection: sqlite3.Connection, name: str) -> PutProject:
    """The project as it is; raises UnknownProject."""
    found = _row(connection, name)
    if found is None:
        raise UnknownProject(name)
    return found


def _row(connection: sqlite3.Connection, name: str) -> PutProject | None:
    row = connection.execute(
        "SELECT name, archived, cover, next_number, budget FROM projects WHERE name = ?", (name,)
    ).fetchone()
    return None if row is None else PutProject(row[0], bool(row[1]), row[2], row[3], row[4])


def free_name(connection: sqlite3.Connection, name: str, *, but: str = "") -> str:
    """The name as it is kept; raises UnusableName, or ProjectExists where another than `but` has it.

    Capitals don't make another name: some systems' folders don't know them apart.
    """
    wanted = clean_name(name)
    if not wanted:
        raise UnusableName
    for row in connection.execute("SELECT name FROM projects"):
        if row["name"] != but and row["name"].casefold() == wanted.casefold():
            raise ProjectExists(row["name"])
    return wanted


def spelling(connection: sqlite3.Connection, name: str) -> str:
    """The name of the project that has it but for capitals, as it is kept; else as given."""
    names: list[str] = [row["name"] for row in connection.execute("SELECT name FROM projects")]
    alike = [one for one in names if one.casefold() == name.casefold()]
    return name if name in alike or not alike else alike[0]


def make_sure(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """Make those of these projects that aren't there."""
    connection.executemany(
        "INSERT OR IGNORE INTO projects (name, next_number) VALUES (?, 1)", [(name,) for name in names]
    )


def are_any(connection: sqlite3.Connection) -> bool:
    """Whether there is a project."""
    return connection.execute("SELECT 1 FROM projects LIMIT 1").fetchone() is not None


def make_first(connection: sqlite3.Connection) -> None:
    """In a library without any: those that versions belong to, or the one that the first will go to."""
    connection.execute(
        "INSERT OR IGNORE INTO projects (name, next_number) SELECT project, max(number) + 1 FROM versions "
        "GROUP BY project"
    )
    if not are_any(connection):
        make_sure(connection, (FIRST_PROJECT,))


def put(connection: sqlite3.Connection, step: PutProject) -> Done:
    """Make the project, or make it like this."""
    before = _row(connection, step.name)
    connection.execute(
        "INSERT INTO projects (name, archived, cover, next_number, budget) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (name) DO UPDATE SET "
        "archived = excluded.archived, cover = excluded.cover, budget = excluded.budget",
        (step.name, step.archived, step.cover, step.number, step.budget),
    )
    return Done(step, RemoveProject(step.name) if before is None else before)


def remove(connection: sqlite3.Connection, step: RemoveProject) -> Done:
    """Raises UnknownProject, ProjectNotEmpty."""
    before = known(connection, step.name)
    if connection.execute(_HOLDS_ANY, (step.name,)).fetchone()[0]:
        raise ProjectNotEmpty(step.name)
    connection.execute("DELETE FROM projects WHERE name = ?", (step.name,))
    return Done(step, before)


def rename(connection: sqlite3.Connection, step: RenameProject) -> None:
    """With all that belongs to it, and what is still to come; raises UnknownProject, ProjectExists."""
    known(connection, step.old)
    free_name(connection, step.new, but=step.old)
    names = (step.new, step.old)
    connection.execute("UPDATE projects SET name = ? WHERE name = ?", names)
    connection.execute("UPDATE orders SET project = ? WHERE project = ?", names)
    connection.execute(
        "UPDATE versions SET project = ? WHERE sequence IN (SELECT sequence FROM versions WHERE project = ?)",
        names,
    )


def last_order(connection: sqlite3.Connection, name: str) -> datetime | None:
    """When the latest order of this project was placed; None where there is none."""
    row = connection.execute("SELECT max(placed) FROM orders WHERE project = ?", (name,)).fetchone()
    return codec.maybe_time(row[0])


def saved_searches(connection: sqlite3.Connection) -> tuple[SavedSearch, ...]:
    """All of them by name."""
    found = [SavedSearch(*row) for row in connection.execute("SELECT name, text, sort FROM saved_searches")]
    return tuple(sorted(found, key=lambda search: (search.name.casefold(), search.name)))


def saved_search(connection: sqlite3.Connection, name: str) -> SavedSearch | None:
    """The one of this name."""
    row = connection.execute("SELECT name, text, sort FROM saved_searches WHERE name = ?", (name,)).fetchone()
    return None if row is None else SavedSearch(*row)


def put_search(connection: sqlite3.Connection, step: PutSearch) -> Done:
    """Keep the search, in place of the one of this name."""
    before = saved_search(connection, step.search.name)
    connection.execute(
        "INSERT OR REPLACE INTO saved_searches (name, text, sort) VALUES (?, ?, ?)",
        (step.search.name, step.search.text, step.search.sort),
    )
    return Done(step, RemoveSearch(step.search.name) if before is None else PutSearch(before))


def remove_search(connection: sqlite3.Connection, step: RemoveSearch) -> Done | None:
    """None where there is none of this name."""
    before = saved_search(connection, step.name)
    if before is None:
        return None
    connection.execute("DELETE FROM saved_searches WHERE name = ?", (step.name,))
    return Done(step, PutSearch(before))
