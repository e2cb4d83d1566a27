"""A whole export: its files, its contact sheet, and what can't come along."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from studio.domain.errors import StudioError, UnreadableFile
from studio.domain.export import Format
from studio.domain.export_report import Failed, Report
from studio.export.credentials import has_credentials
from studio.export.run import export

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from studio.domain.export import Preset
    from studio.domain.export_report import Progress
    from studio.domain.version import Version
    from studio.export.run import ExportJob

_SHEET = "contact-sheet"


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What became of it. `signed` are ids of versions whose content credentials stay with the original."""

    report: Report
    signed: frozenset[str] = frozenset()


def hand_over(
    job: ExportJob, *, told: Callable[[Progress], None], cancelled: Callable[[], bool]
) -> HandedOver:
    """Write it all; blocking, for a thread. Raises as `export`, and is told and cancelled like it."""
    signed = signed_of(job.preset, ((picture.version, picture.path) for picture in job.pictures))
    report = export(job, told=told, cancelled=cancelled)
    if job.preset.contact_sheet and report.written and not cancelled():
        report = _with_sheet(job, report, cancelled)
    return HandedOver(report, signed)


def signed_of(preset: Preset, pictures: Iterable[tuple[Version, Path]]) -> frozenset[str]:
    """Versions whose content credentials the preset can't take along. A file that can't be read has none."""
    if preset.encoding.format is Format.ORIGINAL and not preset.inside.strip:
        return frozenset()
    return frozenset(version.id for version, path in pictures if _is_signed(path))


def _is_signed(path: Path) -> bool:
    try:
        return has_credentials(path)
    except UnreadableFile:
        return False


def _with_sheet(job: ExportJob, report: Report, cancelled: Callable[[], bool]) -> Report:
    """A contact sheet of the pictures that are written."""
    from studio.domain.sheet import SheetStyle
    from studio.export.hand_off import write_sheet

    done = {written.version for written in report.written}
    shown = [(one.version, one.path) for one in job.pictures if one.version.id in done]
    projects = {version.project for version, _ in shown}
    style = SheetStyle(title=projects.pop() if len(projects) == 1 else "")
    try:
        sheet = write_sheet(
            job.folder, shown, style, name=_SHEET, may_overwrite=job.may_overwrite, cancelled=cancelled
        )
    except StudioError as error:
        failed = Failed(PurePosixPath(f"{_SHEET}.pdf"), error)
        return replace(report, failed=(*report.failed, failed))
    return replace(report, written=(*report.written, *sheet))
