"""Indexes that hold whatever versions a test speaks of; there are no files."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from studio.domain.recipe import Recipe
from studio.library.database import open_for_writing
from studio.library.layout import LibraryFolder
from studio.library.version_records import insert_version
from tests.domain.making import version

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from studio.domain.version import Version


def shelved(number: int, prompt: str = "a cat", **changes: object) -> Version:
    """The version of this number, made as many minutes after noon, with `changes` to its values."""
    made = version(f"{number:04}-version", minutes=number)
    recipe = changes.pop("recipe", None) or Recipe(prompt)
    unique: dict[str, object] = {
        "number": number,
        "path": f"Sketches/{number}.png",
        "attempt": f"attempt-{number}",
        "job": f"job-{number}",
    }
    return replace(made, recipe=recipe, **{**unique, **changes})


def write_index(
    folder: Path, versions: Iterable[Version], judged: Mapping[int, Mapping[str, object]] | None = None
) -> None:
    """A library with these versions; `judged` sets columns of those with these numbers, `tags` too."""
    place = LibraryFolder(folder)
    place.hidden.mkdir(parents=True, exist_ok=True)
    with closing(open_for_writing(place)) as connection:
        # Without their orders, jobs and attempts, which nobody asks for here.
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN")
        for made in versions:
            insert_version(connection, made, drafts=())
        for number, values in (judged or {}).items():
            judge(connection, number, values)
        connection.execute("COMMIT")


def judge(connection: sqlite3.Connection, number: int, values: Mapping[str, object]) -> None:
    """Set columns of the version with this number."""
    for column, value in values.items():
        if column == "tags":
            for tag in str(value).split(","):
                connection.execute(
                    "INSERT OR IGNORE INTO tags (name, folded, uses) VALUES (?, ?, 1)", (tag, tag.casefold())
                )
                connection.execute(
                    "INSERT INTO version_tags SELECT versions.sequence, tags.id FROM versions, tags "
                    "WHERE versions.number = ? AND tags.name = ?",
                    (number, tag),
                )
        else:
            connection.execute(
                f"UPDATE versions SET {column} = ? WHERE number = ?",  # noqa: S608 - names of a test
                (value, number),
            )
