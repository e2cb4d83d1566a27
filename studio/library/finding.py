"""From a query to the SQL that finds its versions in `versions_listed`, without touching their rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.query import SortKey

if TYPE_CHECKING:
    import sqlite3

    from studio.domain.query import Query

Bound = str | int | float | None

_LISTED = "versions INDEXED BY versions_listed"
MATCHING = "SELECT rowid FROM texts WHERE texts MATCH :match"
_SECTIONS = {
    SortKey.DATE: "created",
    SortKey.COST: "price",
    SortKey.RATING: "rating",
    SortKey.SIZE: "width * height",
}


@dataclass(frozen=True, slots=True)
class Question:
    """Parts of a SELECT over `versions`: tables, condition and order with the values that they name.

    `is_plain` when it asks for everything that is kept, newest first; `only_words` when for nothing but
    words, which FTS5 counts by itself.
    """

    tables: str
    condition: str
    order: str
    section: str
    values: dict[str, Bound]
    is_plain: bool = False
    only_words: bool = False

    @property
    def is_near(self) -> bool:
        """Whether it asks for what is like something."""
        return " AS near " in self.tables

    def select(self, columns: str) -> str:
        """The SELECT of these columns, without its order."""
        return f"SELECT {columns} FROM {self.tables} WHERE {self.condition}"  # noqa: S608 - our own names


def question_of(connection: sqlite3.Connection, query: Query) -> Question:
    """What the query asks for; `connection` tells which tags and pictures there are."""
    conditions = [f"trashed IS {'NOT NULL' if query.trash else 'NULL'}", "purged = 0"]
    values: dict[str, Bound] = {}
    if query.project:
        values["project"] = query.project
        conditions.append("project = :project")
    if not query.text.strip():
        return _question(query, _LISTED, conditions, values, is_plain=query.is_plain)
    # Not at the top: the start shows everything, and waits for every import.
    from studio.domain.search import parse
    from studio.library.conditions import conditions_of

    # Half a letter, from a broken paste, is none to SQLite.
    asked = conditions_of(connection, parse(query.text.encode("utf-8", "replace").decode()))
    only_words = not (asked.near or asked.all_of or query.project or query.trash)
    conditions += asked.all_of
    values |= asked.values
    if asked.near:
        tables = f"({asked.near}) AS near CROSS JOIN {_LISTED}"
        conditions.insert(0, "sequence = near.place")
        if asked.match:
            conditions.append(f"sequence IN ({MATCHING})")
    elif asked.match:
        # Newest first without sorting: FTS5 gives its rows in that order.
        tables = f"texts CROSS JOIN {_LISTED}"
        conditions = ["texts MATCH :match", "sequence = texts.rowid", *conditions]
    else:
        tables, only_words = _LISTED, False
    if asked.match:
        values["match"] = asked.match
    return _question(query, tables, conditions, values, only_words=only_words)


def _question(
    query: Query,
    tables: str,
    conditions: list[str],
    values: dict[str, Bound],
    *,
    is_plain: bool = False,
    only_words: bool = False,
) -> Question:
    sections = _SECTIONS | ({SortKey.NEAREST: "near.score"} if " AS near " in tables else {})
    section = sections.get(query.sort.key, _SECTIONS[SortKey.DATE])
    newest = "texts.rowid" if tables.startswith("texts ") else "sequence"
    direction = "DESC" if query.sort.descending else "ASC"
    if section == "near.score":
        order = f"{section}, {newest} DESC"
    elif section == _SECTIONS[SortKey.DATE]:
        order = f"{newest} {direction}"
    else:
        order = f"{section} {direction}, {newest} DESC"
    return Question(
        tables, " AND ".join(conditions), order, section, values, is_plain=is_plain, only_words=only_words
    )
