"""A version on its way out: saved as a file, copied, dragged."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QUrl
from PySide6.QtGui import QGuiApplication, QImage, QImageReader

from studio.domain.errors import UnreadableFile
from studio.viewmodels.notices import Kind
from studio.viewmodels.wording import translate, type_words

if TYPE_CHECKING:
    from pathlib import Path

    from studio.domain.version import Version
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.notices import Notices
    from studio.viewmodels.tasks import Tasks


@dataclass(frozen=True, slots=True)
class SaveChoice:
    """One format of "Save as": `format` is the value of a Format."""

    format: str
    label: str
    suffix: str


class SavingViewModel(QObject):
    """Works for one version at a time; what went wrong and what was done is said as a notice."""

    def __init__(self, *, folder: Path, bridge: Bridge, tasks: Tasks, notices: Notices) -> None:
        super().__init__()
        self._folder = folder
        self._bridge = bridge
        self._tasks = tasks
        self._notices = notices

    def path(self, version: Version) -> Path:
        """The version's file."""
        return self._folder / version.path

    def choices(self, version: Version) -> tuple[SaveChoice, ...]:
        """The formats it can be saved in, its own bytes first."""
        original = translate("saving", "Original bytes ({type})").format(type=type_words(version.mime))
        return (
            SaveChoice("original", original, self.path(version).suffix.removeprefix(".")),
            SaveChoice("png", "PNG", "png"),
            SaveChoice("jpeg", "JPEG", "jpg"),
            SaveChoice("webp", "WebP", "webp"),
        )

    def save(self, version: Version, target: Path, format_: str) -> None:
        """Save a copy there; `format_` is a choice's."""
        self._tasks.start(lambda: self.save_copy(version, target, format_))

    async def save_copy(self, version: Version, target: Path, format_: str) -> None:
        """The same for who waits for it; raises as save_as."""
        source = self.path(version)

        async def save(_: object) -> None:
            import asyncio

            from studio.domain.export import Format
            from studio.export.save_as import save_as

            await asyncio.to_thread(save_as, source, target, Format(format_))

        await self._bridge.ask(save)
        self._notices.say(translate("saving", "Saved as {name}.").format(name=target.name), kind=Kind.OK)

    def copy_picture(self, version: Version) -> None:
        """Put the picture and its file on the clipboard."""
        self._tasks.start(lambda: self._copy_picture(version))

    async def _copy_picture(self, version: Version) -> None:
        import asyncio

        path = self.path(version)
        image = await asyncio.to_thread(decoded, path)
        mime = QMimeData()
        mime.setImageData(image)
        mime.setUrls([QUrl.fromLocalFile(str(path))])
        QGuiApplication.clipboard().setMimeData(mime)
        self._notices.say(translate("saving", "Picture copied."), kind=Kind.OK)

    def copy_prompt(self, version: Version) -> None:
        """Put the prompt on the clipboard."""
        QGuiApplication.clipboard().setText(version.recipe.prompt)
        self._notices.say(translate("saving", "Prompt copied."), kind=Kind.OK)

    def copy_path(self, version: Version) -> None:
        """Put the file's path on the clipboard."""
        QGuiApplication.clipboard().setText(str(self.path(version)))
        self._notices.say(translate("saving", "Path copied."), kind=Kind.OK)


def decoded(path: Path) -> QImage:
    """In a thread: the reader lets the window run while it decodes. Raises UnreadableFile."""
    image = QImageReader(str(path)).read()
    if image.isNull():
        raise UnreadableFile(path.name)
    return image
