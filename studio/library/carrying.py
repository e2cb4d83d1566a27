"""What only the index knows of a version, kept while its row is written anew under another sequence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.library import tag_records

if TYPE_CHECKING:
    import sqlite3

# A purged version whose files are there again was put back by somebody: it is in the gallery again. One whose
# files were still being removed (2) stays so.
_PUT_ASIDE = """
CREATE TEMP TABLE rows_before AS
    SELECT id, sequence, project, rating, flag, label, branch_name, branch_hidden, branch_archived, trashed,
        purged, phash FROM versions;
CREATE TEMP TABLE tags_before AS SELECT version, tag FROM version_tags;
CREATE TEMP TABLE colours_before AS SELECT version, light, a, b, share FROM colours;
CREATE TEMP TABLE projects_before AS SELECT name FROM projects;
"""
_CARRY_OVER = """
UPDATE versions SET
    project = before.project, rating = before.rating, flag = before.flag, label = before.label,
    branch_name = before.branch_name, branch_hidden = before.branch_hidden,
    branch_archived = before.branch_archived, phash = before.phash,
    purged = iif(before.purged = 1 AND versions.purged = 0, 0, before.purged),
    trashed = iif(before.purged = 1 AND versions.purged = 0, NULL, before.trashed)
FROM rows_before AS before WHERE before.id = versions.id;
INSERT INTO version_tags (version, tag)
    SELECT versions.sequence, tags_before.tag FROM tags_before
    JOIN rows_before ON rows_before.sequence = tags_before.version
    JOIN versions ON versions.id = rows_before.id;
INSERT INTO colours (version, light, a, b, share)
    SELECT versions.sequence, light, a, b, share FROM colours_before
    JOIN rows_before ON rows_before.sequence = colours_before.version
    JOIN versions ON versions.id = rows_before.id;
"""
_FORGET = """
DELETE FROM projects WHERE name NOT IN (SELECT name FROM projects_before)
    AND name NOT IN (SELECT project FROM versions);
DROP TABLE rows_before;
DROP TABLE tags_before;
DROP TABLE colours_before;
DROP TABLE projects_before;
"""


def put_aside(connection: sqlite3.Connection) -> None:
    """Before the rows are removed."""
    _run(connection, _PUT_ASIDE)


def carry_over(connection: sqlite3.Connection) -> None:
    """After they were written anew; what isn't there any more is forgotten."""
    _run(connection, _CARRY_OVER)
    tag_records.count_anew(connection)


def forget(connection: sqlite3.Connection) -> None:
    """When versions stand as they should. Projects that only an old name in a sidecar has made go again."""
    _run(connection, _FORGET)


def _run(connection: sqlite3.Connection, statements: str) -> None:
    # Not by executescript(): that ends the transaction.
    for statement in statements.split(";"):
        if statement.strip():
            connection.execute(statement)
