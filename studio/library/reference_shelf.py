"""The references that were used last, to be used again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studio.library import codec
from studio.library.draft import read_draft

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from studio.domain.recipe import Recipe
    from studio.domain.reference import Reference
    from studio.library.layout import LibraryFolder

_MOST_ORDERS = 2_000
"""How far back is looked."""

_WITH_REFERENCES = """
SELECT recipe FROM orders WHERE json_array_length(recipe, '$.references') > 0
ORDER BY placed DESC, rowid DESC LIMIT ?
"""


def reference_shelf(
    connection: sqlite3.Connection, place: LibraryFolder, *, limit: int
) -> tuple[Reference, ...]:
    """Those in the composer, then those of orders, newest order first, each content once, in their order.

    Handles are left out: they belong to a recipe. So is what the library's copy of is gone.
    """
    shelf: dict[str, Reference] = {}
    for recipe in _recipes(connection, place):
        for reference in recipe.references:
            if len(shelf) == limit:
                return tuple(shelf.values())
            if reference.sha256 not in shelf and (place.references / reference.sha256).is_file():
                shelf[reference.sha256] = replace(reference, handle="")
    return tuple(shelf.values())


def _recipes(connection: sqlite3.Connection, place: LibraryFolder) -> Iterator[Recipe]:
    draft = read_draft(place.root)
    if draft is not None:
        yield draft.recipe
        if draft.aside is not None:
            yield draft.aside
    for row in connection.execute(_WITH_REFERENCES, (_MOST_ORDERS,)):
        yield codec.decode_recipe(row["recipe"])
