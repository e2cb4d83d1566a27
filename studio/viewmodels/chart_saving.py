"""A chart on its way out: as a table on the clipboard, as a CSV file, as a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from studio.domain.errors import FileUnwritable
from studio.viewmodels.notices import Kind
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QImage

    from studio.viewmodels.charts import Table
    from studio.viewmodels.notices import Notices
    from studio.viewmodels.tasks import Tasks


class ChartSaving(QObject):
    """What was done, and what went wrong, is said as a notice."""

    def __init__(self, *, tasks: Tasks, notices: Notices) -> None:
        super().__init__()
        self._tasks = tasks
        self._notices = notices

    def copy(self, table: Table) -> None:
        """Put it on the clipboard, its cells parted by tabs."""
        QGuiApplication.clipboard().setText(table.tabbed)
        self._notices.say(translate("charts", "Table copied."), kind=Kind.OK)

    def copy_picture(self, image: QImage) -> None:
        """Put the chart on the clipboard as it looks."""
        QGuiApplication.clipboard().setImage(image)
        self._notices.say(translate("charts", "Chart copied as a picture."), kind=Kind.OK)

    def save_table(self, table: Table, target: Path) -> None:
        """Write it there as CSV."""
        self._save(target, ".csv", lambda part: _write(part, table.csv))

    def save_picture(self, image: QImage, target: Path) -> None:
        """Write it there as PNG."""
        self._save(target, ".png", lambda part: _paint(part, image))

    def _save(self, target: Path, ending: str, write: Callable[[Path], None]) -> None:
        async def save() -> None:
            import asyncio

            await asyncio.to_thread(_put, target, ending, write)
            self._notices.say(translate("saving", "Saved as {name}.").format(name=target.name), kind=Kind.OK)

        self._tasks.start(save)


def _put(target: Path, ending: str, write: Callable[[Path], None]) -> None:
    """Whole or not at all: what stood there stays until the new one is written."""
    # Qt knows a picture's format by its ending, whatever ending the person gave the file.
    part = target.with_name(f".{target.name}.part{ending}")
    try:
        write(part)
        part.replace(target)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise FileUnwritable(target.parent, error.strerror or "") from error


def _write(part: Path, data: bytes) -> None:
    part.write_bytes(data)


def _paint(part: Path, image: QImage) -> None:
    if not image.save(str(part)):
        raise OSError
