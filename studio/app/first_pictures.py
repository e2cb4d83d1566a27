"""The pictures that are seen first: on their way while what will show them is still being loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.ui.gallery.fitting import picture_size
from studio.ui.gallery.grid import Grid
from studio.viewmodels.bridge import Bridge
from studio.viewmodels.tasks import Tasks
from studio.viewmodels.thumbnails import Thumbnails

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QSize

    from studio.app.first_look import FirstLook
    from studio.library.desk import Desk


class FirstPictures:
    """Thumbnails, and what they are brought by."""

    def __init__(self, library: Path) -> None:
        self.bridge = Bridge()
        self.tasks = Tasks()
        self.thumbnails = Thumbnails(folder=library, bridge=self.bridge, tasks=self.tasks)

    def bring(self, seen: FirstLook, desk: Desk, *, room: QSize, scale: float) -> None:
        """Those that a gallery as large as `room` shows, as it was left."""
        rows = seen.rows
        grid = Grid(room.width(), desk.edge, cards=0, versions=len(rows), starts=tuple(rows.starts))
        first = rows.row_of(desk.first) if desk.first else None
        top = 0 if first is None else max(grid.rect(first).top() - desk.offset, 0)
        self.thumbnails.aim(
            (rows.ids[row], picture_size(rows.looks[row], grid.edge, scale))
            for row in grid.rows_between(top, top + room.height())
        )
