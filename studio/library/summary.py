"""The SQL of what many versions have in common."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeVar

from studio.domain.flags import Flag, Label
from studio.domain.money import Money
from studio.domain.summary import Summary

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

Value = TypeVar("Value")
MOST_TAGS = 60

_OF_IDS = "WHERE purged = 0 AND versions.id IN (SELECT value FROM json_each(?))"
_COMMON = f"""
SELECT count(*), coalesce(sum(price), 0), coalesce(sum(size), 0),
    min(rating), max(rating), min(flag), max(flag), min(label), max(label), min(project), max(project)
FROM versions {_OF_IDS}
"""  # noqa: S608 - our own names
_TAGS = f"""
SELECT tags.name, count(*) AS uses
FROM versions JOIN version_tags ON version_tags.version = versions.sequence
JOIN tags ON tags.id = version_tags.tag
{_OF_IDS} GROUP BY tags.id ORDER BY uses DESC, tags.name LIMIT ?
"""  # noqa: S608 - our own names


def summary(connection: sqlite3.Connection, ids: Sequence[str]) -> Summary:
    """Of these versions; those that aren't there are left out."""
    wanted = json.dumps(list(ids))
    row = connection.execute(_COMMON, (wanted,)).fetchone()
    count, cost, size = row[0], row[1], row[2]
    if not count:
        return Summary()
    return Summary(
        count=count,
        cost=Money.from_fen(cost),
        size=size,
        rating=_same(row[3], row[4]),
        flag=None if row[5] != row[6] else Flag(row[5]),
        label=None if row[7] != row[8] else Label(row[7]),
        project=_same(row[9], row[10]),
        tags=tuple((name, uses) for name, uses in connection.execute(_TAGS, (wanted, MOST_TAGS))),
    )


def _same(lowest: Value, highest: Value) -> Value | None:
    return lowest if lowest == highest else None
