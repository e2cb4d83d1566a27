"""The draft in the composer. Read before the first paint, so nothing heavy is imported here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.goal import Goal
from studio.domain.recipe import Recipe
from studio.library.kept import read_kept, write_kept
from studio.library.layout import LibraryFolder

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the composer. `group` is a name, also of a group that no longer exists.

    `aside` is what stood there before a version was continued. With a `goal` the group is its choice.
    """

    recipe: Recipe
    group: str
    count: int
    aside: Recipe | None = None
    goal: Goal | None = None


def read_draft(folder: Path) -> Draft | None:
    """The draft kept in the library `folder`, None where there is none. Never raises for the disk."""
    return read_kept(LibraryFolder(folder).draft, Draft)


def write_draft(folder: Path, draft: Draft) -> None:
    """Keep the draft, synced: for a thread. Raises LibraryFull or LibraryUnwritable."""
    write_kept(folder, LibraryFolder(folder).draft, draft)
