"""Pictures on paper: one a page, as large as the page, decoded and drawn beside the window."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog

from studio.viewmodels.notices import Kind
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtWidgets import QWidget

    from studio.domain.version import Version
    from studio.viewmodels.notices import Notices
    from studio.viewmodels.outgoing import OutgoingViewModel
    from studio.viewmodels.tasks import Tasks
    from studio.viewmodels.waiting import WaitingViewModel

_PAPER = 0xFFFFFFFF
"""White as a pixel, whatever the theme."""

_BAND_PIXELS = 150_000
_OVERLAP = 4

MOST_EDGE = 8000
"""Pixels of a page's longer side that are filled at most: some printers name a resolution of thousands."""


class Printing(QObject):
    """Asks for the printer without holding anything up, then prints."""

    def __init__(
        self,
        *,
        owner: QWidget,
        outgoing: OutgoingViewModel,
        tasks: Tasks,
        notices: Notices,
        waiting: WaitingViewModel,
    ) -> None:
        super().__init__(owner)
        self._owner = owner
        self._outgoing = outgoing
        self._tasks = tasks
        self._notices = notices
        self._waiting = waiting

    def start(self, ids: Iterable[str]) -> None:
        """Print those of these versions whose files are what was saved."""
        self._outgoing.use(ids, self._ask)

    async def _ask(self, versions: tuple[Version, ...]) -> None:
        paths = tuple(self._outgoing.path(version) for version in versions)
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(paths[0].stem if len(paths) == 1 else translate("printing", "Proofroom"))
        dialog = QPrintDialog(printer, self._owner)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(translate("printing", "Print"))
        dialog.accepted.connect(lambda: self.print_on(printer, paths))
        # Without a slot it opens and comes back at once.
        QDialog.open(dialog)

    def print_on(self, printer: QPrinter, paths: tuple[Path, ...]) -> None:
        """Print these files."""
        self._tasks.start(lambda: self._print(printer, paths))

    async def _print(self, printer: QPrinter, paths: tuple[Path, ...]) -> None:
        import asyncio

        words = translate("printing", "Printing…")
        work = asyncio.to_thread(print_pictures, printer, paths)
        unread = await self._waiting.during(words, work)
        printed = len(paths) - len(unread)
        if unread:
            sentence = translate("printing", "{name} can't be read and was left out.")
            self._notices.say(sentence.replace("{name}", unread[0].name), kind=Kind.WARNING)
        elif printed == 1:
            self._notices.say(translate("printing", "Sent to the printer."), kind=Kind.OK)
        else:
            many = translate("printing", "{count} pictures sent to the printer.")
            self._notices.say(many.format(count=printed), kind=Kind.OK)


def print_pictures(
    device: QPagedPaintDevice, paths: Sequence[Path], *, read: Callable[[Path, QSize], QImage] | None = None
) -> tuple[Path, ...]:
    """In a thread: each picture on a page of its own, whole and in the middle; wide ones on wide pages.

    Gives those that can't be read: they get no page.
    """
    painter = QPainter()
    unread: list[Path] = []
    try:
        for path in paths:
            image = (read or read_for_page)(path, _page(device).size())
            if image.isNull():
                unread.append(path)
                continue
            wide = image.width() > image.height()
            orientation = QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
            device.setPageOrientation(orientation)
            if not (device.newPage() if painter.isActive() else painter.begin(device)):
                return tuple(paths)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            _draw(painter, _fitted(image.size(), _page(device)), image)
    finally:
        if painter.isActive():
            painter.end()
    return tuple(unread)


def _draw(painter: QPainter, place: QRect, image: QImage) -> None:
    """Band by band: drawing on paper compresses the picture, and nothing else runs meanwhile.

    Bands overlap a little, so that no light shows between them.
    """
    rows = max(_OVERLAP * 4, _BAND_PIXELS // image.width())
    scale = place.height() / image.height()
    for top in range(0, image.height(), rows):
        bottom = min(image.height(), top + rows + _OVERLAP)
        part = QRectF(place.left(), place.top() + top * scale, place.width(), (bottom - top) * scale)
        painter.drawImage(part, _on_white(image.copy(0, top, image.width(), bottom - top)))
        # Whoever waits for the interpreter has it now.
        time.sleep(0)


def _on_white(band: QImage) -> QImage:
    if not band.hasAlphaChannel():
        return band
    paper = QImage(band.size(), QImage.Format.Format_RGB32)
    paper.fill(_PAPER)
    painter = QPainter(paper)
    painter.drawImage(0, 0, band)
    painter.end()
    return paper


def read_for_page(path: Path, page: QSize) -> QImage:
    """No more pixels than the page can show, whichever way it lies; a null image for what can't be read."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    edge = min(max(page.width(), page.height()), MOST_EDGE)
    if max(size.width(), size.height()) > edge:
        reader.setScaledSize(size.scaled(QSize(edge, edge), Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()


def _page(device: QPagedPaintDevice) -> QRect:
    """The part that can be printed on, in the device's pixels."""
    return QRect(0, 0, device.width(), device.height())


def _fitted(picture: QSize, page: QRect) -> QRect:
    size = picture.scaled(page.size(), Qt.AspectRatioMode.KeepAspectRatio)
    return QRect(
        (page.width() - size.width()) // 2, (page.height() - size.height()) // 2, size.width(), size.height()
    )
