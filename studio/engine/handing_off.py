"""A client page or a contact sheet of many versions, as the report of an export."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from studio.domain.errors import UnreadableFile
from studio.domain.export import Inside
from studio.domain.export_report import Failed, Progress, Report, Skip, Skipped
from studio.domain.sheet import SheetStyle

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from studio.domain.version import Version

    Shown = Sequence[tuple[Version, Path]]


class Made(Enum):
    """What the pictures become."""

    CLIENT_PAGE = "html"
    SHEET_PDF = "pdf"
    SHEET_PNG = "png"


@dataclass(frozen=True, slots=True)
class HandOffOrder:
    """`name` is the file's without its ending: one of that name is written over, but pages as PNGs, which
    nobody was asked about one by one, are numbered. `credit` and `language` are for the client page.
    """

    ids: tuple[str, ...]
    made: Made
    folder: Path
    name: str
    style: SheetStyle
    credit: str = ""
    language: str = "en"

    @property
    def path(self) -> PurePosixPath:
        """The file below the folder."""
        return PurePosixPath(f"{self.name}.{self.made.value}")


def hand_off(
    order: HandOffOrder,
    shown: Shown,
    *,
    told: Callable[[Progress], None],
    cancelled: Callable[[], bool],
) -> Report:
    """For a thread. A picture whose file isn't there is left out, and stands in the report.

    Raises FileUnwritable, OutsideFolder, and as `decoded` for a picture that can't be read.
    """
    from studio.export.client_page import ClientPage
    from studio.export.hand_off import SheetKind, write_client_page, write_sheet

    there = [(version, path) for version, path in shown if path.is_file()]
    lost = tuple(
        Failed(order.path, UnreadableFile(path.name), version.id)
        for version, path in shown
        if not path.is_file()
    )

    def drawn(count: int) -> None:
        told(Progress(count, len(there), order.path))

    if order.made is Made.CLIENT_PAGE:
        style = order.style
        page = ClientPage(
            style.title, order.language, order.credit, captions=style.captions, prices=style.prices
        )
        written = write_client_page(
            order.folder,
            there,
            page,
            Inside(recipe=False, credit=order.credit, title=style.title),
            name=order.name,
            may_overwrite=True,
            cancelled=cancelled,
            drawn=drawn,
        )
        made = (written,) if written else ()
    else:
        made = write_sheet(
            order.folder,
            there,
            order.style,
            SheetKind(order.made.value),
            name=order.name,
            may_overwrite=order.made is Made.SHEET_PDF,
            cancelled=cancelled,
            drawn=drawn,
        )
    is_whole = made and order.made is not Made.SHEET_PNG
    left = () if is_whole or not cancelled() else (Skipped(order.path, Skip.CANCELLED),)
    return Report(made, left, lost)
