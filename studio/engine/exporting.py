"""Versions leave as files: one export after the other, in threads, and only whole files when it is ended."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from studio.domain.export import Preset
from studio.domain.export_report import Report, Skip
from studio.engine.events import ExportMoved
from studio.engine.one_by_one import OneByOne

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.domain.export_report import Progress
    from studio.domain.version import Version
    from studio.engine.events import Event
    from studio.engine.handing_off import HandOffOrder
    from studio.export.run import ExportJob
    from studio.library.library import Library

_SECONDS_BETWEEN_WORDS = 0.1


@dataclass(frozen=True, slots=True)
class ExportOrder:
    """What is to leave, by ids of versions, and where to. See ExportJob for the rest."""

    ids: tuple[str, ...]
    preset: Preset
    folder: Path
    may_overwrite: bool = False
    may_upscale: bool = False


@dataclass(frozen=True, slots=True)
class ExportResult:
    """What became of an order. `signed` counts pictures whose content credentials stayed behind; `gone` the
    versions that the library doesn't hold any more.
    """

    report: Report
    folder: Path
    signed: int = 0
    gone: int = 0

    @property
    def is_cancelled(self) -> bool:
        """Whether files were left out because it was ended."""
        return any(left.why is Skip.CANCELLED for left in self.report.skipped)


class Exporting(OneByOne):
    """Leaving it ends after the files that are being written."""

    def __init__(
        self,
        library: Library,
        *,
        folder: Path,
        tell: Callable[[Event], None],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """`folder` is the library's."""
        super().__init__()
        self._library = library
        self._folder = folder
        self._tell = tell
        self._monotonic = monotonic

    async def export(self, order: ExportOrder) -> ExportResult:
        """Write all of it; raises FileUnwritable where the folder isn't there, else the report says it.

        Cancelling the caller doesn't leave half a file either: see `cancel`.
        """
        return await self._to_its_end(self._export(order), name="export")

    async def hand_off(self, order: HandOffOrder) -> ExportResult:
        """Write a client page or a contact sheet; what nobody could read is raised as in `handing_off`."""
        return await self._to_its_end(self._hand_off(order), name="export")

    async def _export(self, order: ExportOrder) -> ExportResult:
        from studio.export.hand_over import hand_over

        async with self._alone():
            found = await self._library.versions_of(order.ids)
            versions = tuple(version for version in found if not version.purged)
            told = self._teller()
            job = await asyncio.to_thread(self._job, order, versions)
            done = await asyncio.to_thread(hand_over, job, told=told, cancelled=self._stops)
            gone = len(order.ids) - len(versions)
            return ExportResult(done.report, order.folder, len(done.signed), gone)

    async def _hand_off(self, order: HandOffOrder) -> ExportResult:
        from studio.engine.handing_off import hand_off

        async with self._alone():
            found = await self._library.versions_of(order.ids)
            versions = [version for version in found if not version.purged]
            shown = [(version, self._folder / version.path) for version in versions]
            report = await asyncio.to_thread(
                hand_off, order, shown, told=self._teller(), cancelled=self._stops
            )
            return ExportResult(report, order.folder, gone=len(order.ids) - len(versions))

    def _job(self, order: ExportOrder, versions: tuple[Version, ...]) -> ExportJob:
        from studio.domain.export_choice import planned_of
        from studio.export.run import ExportJob, ExportPicture

        pictures = zip(versions, planned_of(order.preset, versions), strict=True)
        return ExportJob(
            order.preset,
            tuple(
                ExportPicture(version, self._folder / version.path, planned) for version, planned in pictures
            ),
            order.folder,
            may_overwrite=order.may_overwrite,
            may_upscale=order.may_upscale,
        )

    def _teller(self) -> Callable[[Progress], None]:
        """For other threads, one at a time: the first word, some a second, and the last."""
        loop, last = asyncio.get_running_loop(), float("-inf")

        def told(progress: Progress) -> None:
            nonlocal last
            now = self._monotonic()
            if progress.done == progress.of or now - last >= _SECONDS_BETWEEN_WORDS:
                last = now
                loop.call_soon_threadsafe(self._tell, ExportMoved(progress))

        return told
