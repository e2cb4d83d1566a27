"""A version's tree as the index gives it."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from studio.domain.recipe import Recipe
from studio.library.database import open_for_reading
from studio.library.layout import LibraryFolder
from studio.library.version_records import tree
from tests.library.shelves import shelved, write_index

if TYPE_CHECKING:
    from pathlib import Path


def test_a_tree_of_a_damaged_index_is_read_too(tmp_path: Path) -> None:
    """Parents go round in a circle: the first two hang from each other, the fourth from itself."""
    parents = ("0002-version", "0001-version", "0002-version", "0004-version")
    recipes = [Recipe("fox", parent=parent) for parent in parents]
    versions = [shelved(number, recipe=recipe) for number, recipe in enumerate(recipes, start=1)]
    write_index(tmp_path, versions)
    with closing(open_for_reading(LibraryFolder(tmp_path))) as connection:
        for one in versions[:3]:
            assert [found.id for found in tree(connection, one.id)] == [found.id for found in versions[:3]]
        assert [found.id for found in tree(connection, versions[3].id)] == [versions[3].id]


def test_a_large_tree_is_read_by_looks_into_indexes(tmp_path: Path) -> None:
    def recipe(number: int) -> Recipe:
        return Recipe("fox", parent=f"{number // 2:04}-version" if number > 1 else None)

    write_index(tmp_path, (shelved(number, recipe=recipe(number)) for number in range(1, 2001)))
    asked: list[str] = []
    with closing(open_for_reading(LibraryFolder(tmp_path))) as connection:
        connection.set_trace_callback(asked.append)
        found = tree(connection, "1500-version")
        connection.set_trace_callback(None)
        assert [version.number for version in found] == list(range(1, 2001))
        (question,) = asked
        plan = [row["detail"] for row in connection.execute(f"EXPLAIN QUERY PLAN {question}")]
    looks = [step for step in plan if " versions " in step or " child " in step]
    assert looks
    assert all("INDEX" in step or "PRIMARY KEY" in step for step in looks), plan
    assert not any("TEMP B-TREE" in step for step in plan), plan
