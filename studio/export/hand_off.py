"""Contact sheets and client pages as files in the folder that a person chose."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from studio.domain.export import Embedded, Format, Inside
from studio.domain.sheet_words import sheet_entry
from studio.export.client_page import ClientPage, client_page
from studio.export.inside import embedded
from studio.export.sheet_pdf import sheet_pdf
from studio.export.sheet_png import sheet_pngs
from studio.export.write import ExportFolder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from studio.domain.export_report import Written
    from studio.domain.sheet import SheetEntry, SheetStyle
    from studio.domain.version import Version

    Shown = Sequence[tuple[Version, Path]]


class SheetKind(StrEnum):
    """What a contact sheet is written as; the value is the file's ending."""

    PDF = "pdf"
    PNG = "png"


class _Cancelled(Exception):
    """Nobody wants it any more."""


def never() -> bool:
    """For what can't be cancelled."""
    return False


def unheard(_count: int) -> None:
    """Nobody wants to know how far it is."""


def write_sheet(
    folder: Path,
    shown: Shown,
    style: SheetStyle,
    kind: SheetKind = SheetKind.PDF,
    *,
    name: str = "contact-sheet",
    may_overwrite: bool = False,
    cancelled: Callable[[], bool] = never,
    drawn: Callable[[int], None] = unheard,
) -> tuple[Written, ...]:
    """For a thread: one PDF, or a PNG for each page; what is whole when it is cancelled.

    `drawn` is told how many pictures are on it by now. Raises FileUnwritable, and as `decoded` for a picture
    that can't be read.
    """
    into = ExportFolder(folder)
    entries = [(path, sheet_entry(version)) for version, path in shown]
    made: list[Written] = []

    def through(count: int) -> None:
        _go_on(cancelled)
        drawn(count)

    try:
        if kind is SheetKind.PDF:
            data = sheet_pdf(entries, style, drawn=through)
            return (into.write(PurePosixPath(f"{name}.pdf"), [data], overwrite=may_overwrite),)
        for number, data in enumerate(sheet_pngs(entries, style, drawn=drawn), start=1):
            place = PurePosixPath(f"{name}-{number}.png")
            made.append(into.write(place, [data], overwrite=may_overwrite))
            _go_on(cancelled)
    except _Cancelled:
        pass
    return tuple(made)


def write_client_page(
    folder: Path,
    shown: Shown,
    page: ClientPage,
    inside: Inside,
    *,
    name: str = "client",
    may_overwrite: bool = False,
    cancelled: Callable[[], bool] = never,
    drawn: Callable[[int], None] = unheard,
) -> Written | None:
    """For a thread: one HTML file, None when it was cancelled. Its pictures hold what `inside` says.

    Raises as `write_sheet`.
    """
    into = ExportFolder(folder)

    def entries() -> Iterator[tuple[Path, SheetEntry, Embedded]]:
        for count, (version, path) in enumerate(shown, start=1):
            _go_on(cancelled)
            yield path, sheet_entry(version), embedded(version, inside, Format.JPEG)
            drawn(count)

    try:
        return into.write(
            PurePosixPath(f"{name}.html"), client_page(page, entries()), overwrite=may_overwrite
        )
    except _Cancelled:
        return None


def _go_on(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise _Cancelled
