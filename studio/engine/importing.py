"""Many pictures made elsewhere join the library, one after the other: one bad file doesn't stop the rest."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from studio.domain.errors import LibraryError, StudioError
from studio.domain.importing import ImportProgress, ImportResult, ImportSource, Refusal, source_name
from studio.engine.events import VersionSaved
from studio.engine.one_by_one import OneByOne
from studio.library.gathering import gather

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from studio.domain.version import Version
    from studio.engine.events import Event
    from studio.library.importing import Brought
    from studio.library.library import Library


class Importing(OneByOne):
    """Leaving it ends after the picture that is being copied."""

    def __init__(
        self,
        library: Library,
        *,
        tell: Callable[[Event], None],
        joined: Callable[[tuple[Version, ...], tuple[Version, ...]], Awaitable[None]],
    ) -> None:
        """`joined` is told which versions are new and which lay in the trash, and makes that one deed."""
        super().__init__()
        self._library = library
        self._tell = tell
        self._joined = joined

    async def bring_in(self, sources: Iterable[ImportSource], *, project: str) -> ImportResult:
        """All of them, folders opened up; raises nothing that is the fault of a file or of the disk.

        Cancelling the caller doesn't break off a copy in the middle: see `cancel`.
        """
        return await self._to_its_end(self._bring_in(tuple(sources), project), name="import")

    async def _bring_in(self, sources: tuple[ImportSource, ...], project: str) -> ImportResult:
        async with self._alone():
            gathered = await asyncio.to_thread(gather, sources, stopped=self._stops)
            batch = _Batch(self._library, self._tell, project)
            result = await batch.run(gathered, stopped=self._stops)
            await self._joined(batch.versions(result.imported), batch.versions(result.restored))
            return result


class _Batch:
    """One import, from its first file to its deed."""

    def __init__(self, library: Library, tell: Callable[[Event], None], project: str) -> None:
        self._library = library
        self._tell = tell
        self._project = project
        self._brought: dict[str, Brought] = {}
        self._refused: list[Refusal] = []

    async def run(
        self,
        sources: tuple[ImportSource, ...],
        *,
        stopped: Callable[[], bool],
    ) -> ImportResult:
        stopped_by: LibraryError | None = None
        done = 0
        for source in sources:
            if stopped():
                break
            self._tell(ImportProgress(done, len(sources), source_name(source)))
            try:
                await self._take(source)
            except LibraryError as error:
                # The next one would meet the same disk.
                stopped_by = error
                break
            done += 1
        self._tell(ImportProgress(done, len(sources)))
        return self._result(stopped_by, cancelled=stopped() and done < len(sources))

    async def _take(self, source: ImportSource) -> None:
        try:
            brought = await self._library.importer.bring_in(source, project=self._project)
        except LibraryError:
            raise
        except StudioError as error:
            self._refused.append(Refusal(source_name(source), error))
            return
        if brought.version.id not in self._brought:
            self._brought[brought.version.id] = brought
            if brought.is_new:
                self._tell(VersionSaved(brought.version))

    def versions(self, ids: tuple[str, ...]) -> tuple[Version, ...]:
        """Of its result, as they were found."""
        return tuple(self._brought[name].version for name in ids)

    def _result(self, stopped_by: LibraryError | None, *, cancelled: bool) -> ImportResult:
        new = [name for name, brought in self._brought.items() if brought.is_new]
        old = [brought.version for brought in self._brought.values() if not brought.is_new]
        return ImportResult(
            imported=tuple(new),
            known=tuple(version.id for version in old if version.trashed is None),
            restored=tuple(version.id for version in old if version.trashed is not None),
            refused=tuple(self._refused),
            stopped_by=stopped_by,
            cancelled=cancelled,
        )
