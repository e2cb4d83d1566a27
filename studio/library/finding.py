"""From a query to the SQL that finds its versions in `versions_listed`, without touching their rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.query import SortKey
from studio.library.search import match_expression

if TYPE_CHECKING:
    from studio.domain.query import Query

Value = str | int | float | bytes | None

_LISTED = "versions INDEXED BY versions_listed"
_SECTIONS = {
    SortKey.DATE: "created",
    SortKey.COST: "price",
    SortKey.RATING: "rating",
    SortKey.SIZE: "width * height",
    SortKey.NEAREST: "created",
}


@dataclass(frozen=True, slots=True)
class Question:
    """Parts of a SELECT over `versions`: tables, condition and order with the values that they name."""

    tables: str
    condition: str
    order: str
    section: str
    values: dict[str, Value]
    is_plain: bool = False

    def select(self, columns: str) -> str:
        """The SELECT of these columns, without its order."""
        return f"SELECT {columns} FROM {self.tables} WHERE {self.condition}"  # noqa: S608 - our own names


def question_of(query: Query) -> Question:
    """What the query asks for."""
    tables = _LISTED
    conditions = [f"trashed IS {'NOT NULL' if query.trash else 'NULL'}", "purged = 0"]
    values: dict[str, Value] = {}
    newest = "sequence"
    if query.text.strip():
        values["words"] = match_expression(query.text)
        # Newest first without sorting: FTS5 gives its rows in that order.
        tables = f"texts CROSS JOIN {_LISTED}"
        conditions = ["texts MATCH :words", "sequence = texts.rowid", *conditions]
        newest = "texts.rowid"
    if query.project:
        values["project"] = query.project
        conditions.append("project = :project")
    return Question(
        tables=tables,
        condition=" AND ".join(conditions),
        order=_order(query, newest),
        section=_SECTIONS[query.sort.key],
        values=values,
        is_plain=query.is_plain,
    )


def _order(query: Query, newest: str) -> str:
    direction = "DESC" if query.sort.descending else "ASC"
    if query.sort.key is SortKey.DATE:
        return f"{newest} {direction}"
    return f"{_SECTIONS[query.sort.key]} {direction}, sequence DESC"
