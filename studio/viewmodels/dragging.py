"""What versions carry when they are dragged: their ids for our own places, files with names for others."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from PySide6.QtCore import QMimeData

    from studio.domain.version import Version
    from studio.export.dragged import DragFolder
    from studio.settings import Folders
    from studio.viewmodels.exporting import ExportingViewModel
    from studio.viewmodels.missing import MissingViewModel
    from studio.viewmodels.outgoing import OutgoingViewModel
    from studio.viewmodels.session import SessionViewModel
    from studio.viewmodels.tasks import Tasks

VERSIONS = "application/x-proofroom-versions"
"""Ids joined by a new line."""


def put_versions(mime: QMimeData, ids: Iterable[str]) -> None:
    """Have what is dragged tell these versions."""
    mime.setData(VERSIONS, "\n".join(ids).encode())


def versions_in(mime: QMimeData) -> tuple[str, ...]:
    """The versions that are dragged, none where it is something else."""
    return tuple(bytes(mime.data(VERSIONS).data()).decode(errors="replace").split())


class DraggedFiles:
    """Versions as files for other programs, called as the last export calls its files."""

    def __init__(
        self,
        *,
        library: Path,
        folders: Folders,
        session: SessionViewModel,
        exporting: ExportingViewModel,
        outgoing: OutgoingViewModel,
        missing: MissingViewModel,
        tasks: Tasks,
    ) -> None:
        self._library = library
        self._folders = folders
        self._session = session
        self._exporting = exporting
        self._outgoing = outgoing
        self._missing = missing
        self._tasks = tasks

    def name_then(self, ids: Iterable[str], act: Callable[[tuple[Path, ...]], object]) -> None:
        """Do this with the files of these versions, those that are there, as soon as they have names."""
        ids = tuple(name for name in ids if self._missing.state(name) is None)

        async def name() -> None:
            act(await self._named(await self._outgoing.read(ids)))

        self._tasks.start(name)

    async def _named(self, versions: Sequence[Version]) -> tuple[Path, ...]:
        """They are taken away when the program ends."""
        import asyncio

        from studio.viewmodels.export_start import read_usual

        folder = self._drags
        shown = [(version, self._outgoing.path(version)) for version in versions]
        settings, last = self._session.state.settings, self._exporting.last

        def lay() -> tuple[Path, ...]:
            draft, _ = read_usual(self._folders, settings, last)
            return folder.lay(shown, draft.preset.template)

        return await asyncio.to_thread(lay)

    async def clear(self) -> None:
        """Take them away: at the end, and at the start what a crash left."""
        import asyncio

        await asyncio.to_thread(self._drags.clear)

    @cached_property
    def _drags(self) -> DragFolder:
        from studio.export.dragged import DragFolder
        from studio.library.layout import LibraryFolder

        return DragFolder(LibraryFolder(self._library).dragged)
