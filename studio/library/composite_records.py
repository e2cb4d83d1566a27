"""The SQL of answers that are to be put together with their parents, and of what became of that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.library import version_records

if TYPE_CHECKING:
    import sqlite3

    from studio.domain.recipe import Recipe
    from studio.domain.version import Version

_MADE = """
SELECT composite.id FROM versions AS answer JOIN versions AS composite ON composite.parent = answer.parent
WHERE answer.id = ? AND json_extract(composite.recipe, '$.composite.answer') = answer.id
    AND composite.trashed IS NULL AND composite.purged = 0
ORDER BY composite.sequence DESC LIMIT 1
"""


def take_note(connection: sqlite3.Connection, version_id: str, recipe: Recipe) -> None:
    """A version was saved. An answer that was to change a region only is due to be put together; a composite
    is what was due.
    """
    if recipe.composite is not None:
        connection.execute("DELETE FROM composites_due WHERE answer = ?", (recipe.composite.answer,))
    elif recipe.region is not None and recipe.parent is not None:
        connection.execute("INSERT OR IGNORE INTO composites_due (answer) VALUES (?)", (version_id,))


def due(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The ids of all answers that are to be put together, oldest first."""
    rows = connection.execute(
        "SELECT answer FROM composites_due JOIN versions ON versions.id = answer "
        "WHERE fit IS NULL AND purged = 0 ORDER BY versions.sequence"
    )
    return tuple(row["answer"] for row in rows)


def is_due(connection: sqlite3.Connection, answer: str) -> bool:
    """Whether it is to be put together."""
    question = "SELECT 1 FROM composites_due WHERE answer = ? AND fit IS NULL"
    return connection.execute(question, (answer,)).fetchone() is not None


def fit_of(connection: sqlite3.Connection, answer: str) -> float | None:
    """How poorly an answer lies over its parent; None where it fits, or where nobody has looked."""
    row = connection.execute("SELECT fit FROM composites_due WHERE answer = ?", (answer,)).fetchone()
    return None if row is None else row["fit"]


def fits_poorly(connection: sqlite3.Connection, answer: str, fit: float) -> None:
    """It isn't put together unless the person says so."""
    connection.execute("UPDATE composites_due SET fit = ? WHERE answer = ?", (fit, answer))


def made_of(connection: sqlite3.Connection, answer: str) -> Version | None:
    """What was put together of this answer last, outside the trash; None where there is nothing."""
    row = connection.execute(_MADE, (answer,)).fetchone()
    return None if row is None else version_records.version(connection, row["id"])
