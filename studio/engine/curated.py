"""The half of a Studio that changes what is in the library already."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.deed import Deed
    from studio.domain.judgement import Change
    from studio.domain.money import Money
    from studio.domain.places import SavedSearch
    from studio.engine.curation import Curation


class Curated:
    """Each deed gives what was done, None where nothing changed, and can be undone unless it says otherwise.

    All raise LibraryError, and then have changed nothing.
    """

    curation: Curation

    async def change(self, ids: Sequence[str], change: Change) -> Deed | None:
        """Rate, flag, label, tag, move, put into the trash or restore versions; raises UnknownProject."""
        return await self.curation.change(ids, change)

    async def keep_one(self, kept: str, others: Sequence[str]) -> Deed | None:
        """Pick this version and reject the others, as one deed."""
        return await self.curation.keep_one(kept, others)

    async def undo(self) -> Deed | None:
        """Take the last deed back; gives it, or None where there is none."""
        return await self.curation.undo()

    async def redo(self) -> Deed | None:
        """Do again what was taken back last; gives it, or None where there is none."""
        return await self.curation.redo()

    async def create_project(self, name: str) -> Deed | None:
        """Raises UnusableName, ProjectExists."""
        return await self.curation.create_project(name)

    async def rename_project(self, old: str, new: str) -> Deed | None:
        """With all its versions. Raises UnknownProject, UnusableName, ProjectExists."""
        return await self.curation.rename_project(old, new)

    async def archive_project(self, name: str, *, archived: bool) -> Deed | None:
        """Put it out of the way, or back; raises UnknownProject."""
        return await self.curation.archive_project(name, archived=archived)

    async def set_cover(self, project: str, version_id: str) -> Deed | None:
        """An empty id for the project's newest; raises UnknownProject, UnknownVersion."""
        return await self.curation.set_cover(project, version_id)

    async def set_budget(self, project: str, budget: Money | None) -> Deed | None:
        """The most that a project may cost from its beginning, None for no limit; raises UnknownProject."""
        return await self.curation.set_budget(project, budget)

    async def remove_project(self, name: str) -> Deed | None:
        """Raises UnknownProject, and ProjectNotEmpty when versions or jobs belong to it."""
        return await self.curation.remove_project(name)

    async def save_search(self, search: SavedSearch) -> Deed | None:
        """In place of the one of this name; raises UnusableName."""
        return await self.curation.save_search(search)

    async def remove_search(self, name: str) -> Deed | None:
        """None where there is none of this name."""
        return await self.curation.remove_search(name)

    async def empty_trash(self, ids: Sequence[str] | None = None) -> int:
        """Remove these of the trash, or all of it, for good, files and all. It can't be undone.

        Gives how many versions are gone. Done bit by bit: what is restored, or thrown away, meanwhile stays.
        """
        return await self.curation.empty_trash(ids)
