"""Pictures on their way into the library's references: files, pasted bytes, pasted images, versions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QObject, Signal
from PySide6.QtGui import QImage, QImageWriter

from studio.domain.errors import StudioError
from studio.domain.version import Version
from studio.domain.words import describe, sentences

if TYPE_CHECKING:
    from studio.domain.reference import Reference
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.tasks import Tasks

# A file, encoded bytes, or a bare image where the clipboard had no bytes.
Picture: TypeAlias = Path | bytes | QImage

translate = QCoreApplication.translate


class ReferencePictures(QObject):
    """Reads one picture after the other. What comes before the library is open waits for it.

    `added` carries a Reference, `refused` the words about a picture that can't be used.
    """

    added = Signal(object)
    refused = Signal(str)
    changed = Signal()

    def __init__(self, *, bridge: Bridge, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._tasks = tasks
        self._waiting: list[Picture | Version] = []
        self._reading = False
        bridge.opened.connect(self._read_on)

    @property
    def names(self) -> tuple[str, ...]:
        """The pictures that are still being read."""
        return tuple(_name(picture) for picture in self._waiting)

    def add(self, pictures: tuple[Picture | Version, ...]) -> None:
        """Read these too, in this order."""
        self._waiting += pictures
        self.changed.emit()
        self._read_on()

    def _read_on(self) -> None:
        if self._waiting and not self._reading and self._bridge.is_open:
            self._reading = True
            self._tasks.start(self._read_all)

    async def _read_all(self) -> None:
        try:
            while self._waiting:
                await self._read_first()
        finally:
            self._reading = False

    async def _read_first(self) -> None:
        try:
            self.added.emit(await self._read(self._waiting[0]))
        except StudioError as error:
            words = describe(error, translate)
            self.refused.emit(sentences(words.what, words.next))
        finally:
            self._waiting.pop(0)
            self.changed.emit()

    async def _read(self, picture: Picture | Version) -> Reference:
        import asyncio  # not loaded before the first paint

        if isinstance(picture, Path):
            return await self._bridge.ask(lambda studio: studio.library.add_reference(picture))
        if isinstance(picture, Version):
            kept = await self._bridge.ask(
                lambda studio: studio.library.add_reference(studio.library.path(picture))
            )
            return replace(kept, name=_name(picture))
        data = await asyncio.to_thread(png_of, picture) if isinstance(picture, QImage) else picture
        name = _name(picture)
        return await self._bridge.ask(lambda studio: studio.library.add_reference_bytes(data, name=name))


def _name(picture: Picture | Version) -> str:
    if isinstance(picture, Version):
        return translate("composer", "Version {number}").format(number=picture.number)
    return picture.name if isinstance(picture, Path) else translate("composer", "Pasted picture")


def png_of(image: QImage) -> bytes:
    """For a thread: compressing a large picture takes a while."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
