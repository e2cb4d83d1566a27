"""The SQL of tags. A tag is spelled as it was first typed, and found whatever the case."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from studio.domain.judgement import clean_tag
from studio.library import codec

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from studio.library.moves import Move

# Of the many that a short beginning finds, the most used and the first by name are looked at: so that a
# million tags take no longer than a thousand.
_BEGINNING = """
SELECT name, uses FROM (
    SELECT name, folded, uses FROM (SELECT name, folded, uses FROM tags ORDER BY uses DESC, folded LIMIT 1000)
    WHERE folded >= :first AND folded < :after
    UNION
    SELECT name, folded, uses FROM (
        SELECT name, folded, uses FROM tags WHERE folded >= :first AND folded < :after
        ORDER BY folded LIMIT 1000
    )
) WHERE uses > 0 ORDER BY uses DESC, folded LIMIT :limit
"""
_MOST_USED = "SELECT name, uses FROM tags WHERE uses > 0 ORDER BY uses DESC, folded LIMIT ?"
_KNOWN = "SELECT id, name, folded FROM tags WHERE folded IN (SELECT value FROM json_each(?))"
_UNUSED = "DELETE FROM tags WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM version_tags WHERE tag = ?1)"


def tags(connection: sqlite3.Connection, prefix: str, *, limit: int) -> tuple[tuple[str, int], ...]:
    """Names that begin like this with the number of versions outside the trash, most used first."""
    first = clean_tag(prefix).casefold()
    if not first:
        rows = connection.execute(_MOST_USED, (limit,))
    else:
        span = {"first": first, "after": f"{first}\U0010ffff", "limit": limit}
        rows = connection.execute(_BEGINNING, span)
    return tuple((row["name"], row["uses"]) for row in rows)


def spelled(connection: sqlite3.Connection, names: Iterable[str]) -> dict[str, str]:
    """For each of these names how the library spells it."""
    wanted = tuple(names)
    known = {folded: name for _, name, folded in _known(connection, {name.casefold() for name in wanted})}
    return {name: known.get(name.casefold(), name) for name in wanted}


def _known(connection: sqlite3.Connection, folded: Iterable[str]) -> list[tuple[int, str, str]]:
    return [tuple(row) for row in connection.execute(_KNOWN, (codec.encode_names(folded),))]


def retag(connection: sqlite3.Connection, moves: Iterable[Move]) -> None:
    """Bring the tables in line with versions that come to stand otherwise."""
    lost: list[tuple[int, str]] = []
    gained: list[tuple[int, str]] = []
    uses: Counter[str] = Counter()
    for move in moves:
        old, new = move.before.judgement.tags, move.after.judgement.tags
        lost += [(sequence, tag) for tag in old if tag not in new for sequence in move.sequences]
        gained += [(sequence, tag) for tag in new if tag not in old for sequence in move.sequences]
        count = len(move.rows)
        if move.before.trashed is None:
            uses.subtract(dict.fromkeys(old, count))
        if move.after.trashed is None:
            uses.update(dict.fromkeys(new, count))
    if not (lost or gained or any(uses.values())):
        return
    connection.executemany(
        "INSERT OR IGNORE INTO tags (name, folded) VALUES (?, ?)",
        [(tag, tag.casefold()) for tag in dict.fromkeys(tag for _, tag in gained)],
    )
    named = {*uses, *(tag for _, tag in (*lost, *gained))}
    known = {folded: key for key, _, folded in _known(connection, {tag.casefold() for tag in named})}
    keys = {tag: known[tag.casefold()] for tag in named}
    _link(connection, keys, lost=lost, gained=gained)
    connection.executemany(
        "UPDATE tags SET uses = uses + ? WHERE id = ?",
        [(count, keys[tag]) for tag, count in uses.items() if count],
    )
    gone = {keys[tag] for _, tag in lost}
    connection.executemany(_UNUSED, [(key,) for key in gone])


def _link(
    connection: sqlite3.Connection,
    keys: dict[str, int],
    *,
    lost: list[tuple[int, str]],
    gained: list[tuple[int, str]],
) -> None:
    connection.executemany(
        "DELETE FROM version_tags WHERE version = ? AND tag = ?",
        [(sequence, keys[tag]) for sequence, tag in lost],
    )
    connection.executemany(
        "INSERT OR IGNORE INTO version_tags (version, tag) VALUES (?, ?)",
        [(sequence, keys[tag]) for sequence, tag in gained],
    )


def count_anew(connection: sqlite3.Connection) -> None:
    """Count the uses of every tag, and forget those that no version has."""
    connection.execute("DELETE FROM tags WHERE id NOT IN (SELECT tag FROM version_tags)")
    connection.execute(
        "UPDATE tags SET uses = (SELECT count(*) FROM version_tags JOIN versions "
        "ON versions.sequence = version_tags.version "
        "WHERE version_tags.tag = tags.id AND versions.trashed IS NULL)"
    )
