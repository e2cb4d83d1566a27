"""Versions on their way out, one or many: copied, printed, opened, used as references.

What can't be used because its file isn't what was saved is left out and said.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QUrl, Signal
from PySide6.QtGui import QGuiApplication

from studio.domain.errors import UnreadableFile
from studio.viewmodels.notices import Kind
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable
    from pathlib import Path

    from studio.domain.version import Version
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.missing import MissingViewModel
    from studio.viewmodels.notices import Notices
    from studio.viewmodels.tasks import Tasks
    from studio.viewmodels.waiting import WaitingViewModel


class OutgoingViewModel(QObject):
    """`references_requested` carries versions whose pictures are to be sent along with the next order."""

    references_requested = Signal(object)

    def __init__(
        self,
        *,
        folder: Path,
        bridge: Bridge,
        tasks: Tasks,
        notices: Notices,
        missing: MissingViewModel,
        waiting: WaitingViewModel,
    ) -> None:
        super().__init__()
        self._folder = folder
        self._bridge = bridge
        self._tasks = tasks
        self._notices = notices
        self._missing = missing
        self._waiting = waiting

    def path(self, version: Version) -> Path:
        """The version's file."""
        return self._folder / version.path

    async def read(self, ids: Iterable[str]) -> tuple[Version, ...]:
        """These versions, in this order."""
        ids = tuple(ids)
        return await self._bridge.ask(lambda studio: studio.library.versions_of(ids))

    def read_then(self, ids: Iterable[str], act: Callable[[tuple[Version, ...]], object]) -> None:
        """Do this with these versions as soon as they are read."""
        ids = tuple(ids)

        async def read() -> None:
            act(await self.read(ids))

        self._tasks.start(read)

    async def whole(self, ids: Iterable[str]) -> tuple[Version, ...]:
        """Those of these versions whose files are what was saved; of the others it is said."""
        ids = tuple(ids)
        wrong = await self._missing.check(ids)
        self._missing.say(wrong)
        return await self.read(name for name in ids if name not in wrong)

    def use(self, ids: Iterable[str], act: Callable[[tuple[Version, ...]], Awaitable[None]]) -> None:
        """Do this with those whose files are what was saved, if there are any."""
        ids = tuple(ids)
        self._tasks.start(lambda: self._use(ids, act))

    async def _use(self, ids: tuple[str, ...], act: Callable[[tuple[Version, ...]], Awaitable[None]]) -> None:
        versions = await self.whole(ids)
        if versions:
            await act(versions)

    def copy_pictures(self, ids: Iterable[str]) -> None:
        """Put their files on the clipboard; of a single one the picture too."""
        self.use(ids, self._copy_pictures)

    async def _copy_pictures(self, versions: tuple[Version, ...]) -> None:
        mime = QMimeData()
        if len(versions) == 1:
            await self._decode_into(mime, versions[0])
        mime.setUrls([QUrl.fromLocalFile(str(self.path(version))) for version in versions])
        QGuiApplication.clipboard().setMimeData(mime)
        self._say(
            len(versions),
            translate("outgoing", "Picture copied."),
            translate("outgoing", "{count} pictures copied."),
        )

    async def _decode_into(self, mime: QMimeData, version: Version) -> None:
        import asyncio

        from studio.viewmodels.saving import decoded

        words = translate("outgoing", "Waiting for the library's disk…")
        work = asyncio.to_thread(decoded, self.path(version))
        try:
            mime.setImageData(await self._waiting.during(words, work))
        except UnreadableFile:
            self._missing.suspect((version.id,))
            raise

    def copy_prompts(self, ids: Iterable[str]) -> None:
        """Put their prompts on the clipboard, each once."""
        ids = tuple(ids)
        self._tasks.start(lambda: self._copy_prompts(ids))

    async def _copy_prompts(self, ids: tuple[str, ...]) -> None:
        prompts = [version.recipe.prompt for version in await self.read(ids)]
        each = [prompt for prompt in dict.fromkeys(prompts) if prompt.strip()]
        QGuiApplication.clipboard().setText("\n\n".join(each))
        self._say(
            len(each),
            translate("outgoing", "Prompt copied."),
            translate("outgoing", "{count} prompts copied."),
        )

    def copy_paths(self, ids: Iterable[str]) -> None:
        """Put the paths of their files on the clipboard, one a line."""
        ids = tuple(ids)
        self._tasks.start(lambda: self._copy_paths(ids))

    async def _copy_paths(self, ids: tuple[str, ...]) -> None:
        paths = [str(self.path(version)) for version in await self.read(ids)]
        QGuiApplication.clipboard().setText("\n".join(paths))
        self._say(
            len(paths), translate("outgoing", "Path copied."), translate("outgoing", "{count} paths copied.")
        )

    def use_as_references(self, ids: Iterable[str]) -> None:
        """Send them along with the next order."""
        self.use(ids, self._use_as_references)

    async def _use_as_references(self, versions: tuple[Version, ...]) -> None:
        self.references_requested.emit(versions)

    def _say(self, count: int, one: str, many: str) -> None:
        if count:
            self._notices.say(one if count == 1 else many.format(count=count), kind=Kind.OK)
