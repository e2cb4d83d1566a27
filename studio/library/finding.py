"""From a query to the SQL that finds its versions in `versions_listed`, without touching their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studio.domain.query import SortKey

if TYPE_CHECKING:
    import sqlite3

    from studio.domain.query import Query
    from studio.library.conditions import Conditions

Bound = str | int | float | None

_LISTED = "versions INDEXED BY versions_listed"
_MATCHING = "SELECT rowid FROM texts WHERE texts MATCH :match"
_PLACED = (
    "SELECT sequence AS place FROM versions INDEXED BY versions_by_project "
    "WHERE project = :project AND trashed IS NULL AND purged = 0"
)
_GONE = (
    "SELECT sequence FROM versions WHERE trashed IS NOT NULL "
    "UNION ALL SELECT sequence FROM versions WHERE trashed IS NULL AND purged > 0"
)

# Ways to count that don't look at what they count: SQLite counts the rows of a whole table by its pages, FTS5
# what matches, five times as fast where nothing else is asked for.
_COUNT_ALL = """
SELECT (SELECT count(*) FROM versions)
    - (SELECT count(*) FROM versions WHERE trashed IS NOT NULL)
    - (SELECT count(*) FROM versions WHERE trashed IS NULL AND purged > 0)
"""
_COUNT_PLACED = f"SELECT count(*) FROM ({_PLACED})"  # noqa: S608 - our own names
_COUNT_MATCHING = "SELECT count(*) FROM texts WHERE texts MATCH :match"

_SECTIONS = {
    SortKey.DATE: "created",
    SortKey.COST: "price",
    SortKey.RATING: "rating",
    SortKey.SIZE: "width * height",
}


class Question(NamedTuple):
    """Parts of a SELECT over `versions`: tables, condition and order with the values that they name.

    `counting` is a whole SELECT, of how many there are, and `at_most` one of how many it has to look at,
    where that may be many; `is_plain` when it asks for everything that is kept, newest first; `is_near` when
    for what is like something.
    """

    tables: str
    condition: str
    order: str
    section: str
    values: dict[str, Bound]
    counting: str = ""
    at_most: str = ""
    is_plain: bool = False
    is_near: bool = False

    def select(self, columns: str) -> str:
        """The SELECT of these columns, without its order."""
        return f"SELECT {columns} FROM {self.tables} WHERE {self.condition}"  # noqa: S608 - our own names


def question_of(connection: sqlite3.Connection, query: Query, *, beginning: bool = False) -> Question:
    """What the query asks for; `connection` tells which tags and pictures there are. With `beginning` in the
    way that gives the first ones soonest.
    """
    conditions = [f"trashed IS {'NOT NULL' if query.trash else 'NULL'}", "purged = 0"]
    values: dict[str, Bound] = {}
    if query.project:
        values["project"] = query.project
        conditions.append("project = :project")
    if query.text.strip():
        return _narrowed(connection, query, conditions, values)
    counting = _COUNT_ALL
    tables, newest = _LISTED, "sequence"
    if query.project:
        counting = _COUNT_PLACED
        if beginning and not query.trash:
            tables, newest = f"({_PLACED}) AS placed CROSS JOIN {_LISTED}", "placed.place"
            conditions.insert(0, "sequence = placed.place")
    made = _question(query, tables, conditions, values, newest=newest)
    return made._replace(counting="" if query.trash else counting, is_plain=query.is_plain)


def _narrowed(
    connection: sqlite3.Connection, query: Query, conditions: list[str], values: dict[str, Bound]
) -> Question:
    # Not at the top: the start shows everything, and waits for every import.
    from studio.domain.search import parse
    from studio.library.conditions import conditions_of

    # Half a letter, from a broken paste, is none to SQLite.
    asked = conditions_of(connection, parse(query.text.encode("utf-8", "replace").decode()))
    values |= asked.values
    if asked.match:
        values["match"] = asked.match
    conditions += [*(f"sequence IN ({worded})" for worded in asked.worded), *asked.all_of]
    tables, newest = _LISTED, "sequence"
    if asked.near:
        conditions = ["sequence = near.place", *conditions]
        near = f"({asked.near}) AS near"
        # The trash is small, and isn't found by sequence.
        tables = f"{_LISTED} CROSS JOIN {near}" if query.trash else f"{near} CROSS JOIN {_LISTED}"
    if asked.match and (asked.near or query.trash):
        conditions.append(f"+sequence IN ({_MATCHING})")
    elif asked.match:
        # Newest first without sorting: FTS5 gives its rows in that order.
        tables, newest = f"texts CROSS JOIN {_LISTED}", "texts.rowid"
        conditions = ["texts MATCH :match", "sequence = texts.rowid", *conditions]
    made = _question(query, tables, conditions, values, newest=newest, near=bool(asked.near))
    if asked.near or asked.all_of or query.trash or not (asked.match or asked.worded):
        return made
    counting = _count_words(connection, query, asked)
    looks_at_each = counting != _COUNT_MATCHING and not asked.worded
    return made._replace(counting=counting, at_most=_COUNT_MATCHING if looks_at_each else "")


def _count_words(connection: sqlite3.Connection, query: Query, asked: Conditions) -> str:
    counting, place = _COUNT_MATCHING, "rowid"
    if asked.worded:
        sets = [*([_MATCHING] if asked.match else []), *asked.worded]
        all_of_them = " INTERSECT ".join(f"SELECT * FROM ({one})" for one in sets)  # noqa: S608 - our own names
        # What has the word and the tag counts once.
        counting = (
            f"WITH found (place) AS ({all_of_them}) "  # noqa: S608 - our own names
            "SELECT count(DISTINCT place) FROM found WHERE true"
        )
        place = "place"
    if query.project:
        return f"{counting} AND +{place} IN ({_PLACED})"
    is_any_gone = connection.execute(f"{_GONE} LIMIT 1").fetchone() is not None
    return f"{counting} AND +{place} NOT IN ({_GONE})" if is_any_gone else counting


def _question(
    query: Query,
    tables: str,
    conditions: list[str],
    values: dict[str, Bound],
    *,
    newest: str = "sequence",
    near: bool = False,
) -> Question:
    section = _SECTIONS.get(query.sort.key, _SECTIONS[SortKey.DATE])
    direction = "DESC" if query.sort.descending else "ASC"
    if near and query.sort.key is SortKey.NEAREST:
        # How near they are is no header: all stand in one section.
        section, order = "0", f"near.score, {newest} DESC"
    elif section == _SECTIONS[SortKey.DATE]:
        order = f"{newest} {direction}"
    else:
        order = f"{section} {direction}, {newest} DESC"
    return Question(tables, " AND ".join(conditions), order, section, values, is_near=near)
