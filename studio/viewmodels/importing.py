"""Pictures made elsewhere on their way in: what is under way, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from studio.domain.importing import PastedPicture
from studio.domain.words import describe, sentences
from studio.viewmodels.notices import Action, Kind, Notice
from studio.viewmodels.reference_pictures import png_of
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from studio.domain.importing import ImportProgress, ImportResult, ImportSource
    from studio.engine.studio import Studio
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.notices import Notices
    from studio.viewmodels.tasks import Tasks

# A file or folder, encoded bytes, or a bare image where there were no bytes.
Incoming: TypeAlias = Path | bytes | QImage

_MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class ImportState:
    """`total` is 0 while nothing is imported, or its files are still being counted."""

    running: bool = False
    done: int = 0
    total: int = 0
    name: str = ""

    @property
    def words(self) -> str:
        """ "Importing 3 of 12: harbour.png"; empty while nothing is imported."""
        if not self.running:
            return ""
        if not self.total or not self.name:
            return translate("importing", "Importing…")
        words = translate("importing", "Importing {number} of {total}: {name}")
        words = words.format(number=self.done + 1, total=self.total, name="{name}")
        return words.replace("{name}", self.name)


class ImportViewModel(QObject):
    """`state_changed` while pictures come in. `imported` carries the ids of those that are to be seen now:
    the new ones, else those that were there already. `project` says where they are to belong.
    """

    state_changed = Signal()
    imported = Signal(object)

    def __init__(
        self,
        *,
        bridge: Bridge,
        tasks: Tasks,
        notices: Notices,
        project: Callable[[], str],
        undo: Callable[[], object],
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._tasks = tasks
        self._notices = notices
        self._project = project
        self._undo = undo
        self._state = ImportState()
        self._waiting: list[tuple[Incoming, ...]] = []
        bridge.happened.connect(self._hear)
        bridge.opened.connect(self._go_on)

    @property
    def state(self) -> ImportState:
        """The state now."""
        return self._state

    def bring_in(self, pictures: Iterable[Incoming]) -> None:
        """Import these: copied, never moved. What comes before the library is open waits for it."""
        self._waiting.append(tuple(pictures))
        self._go_on()

    def cancel(self) -> None:
        """Stop after the picture that is being copied; what has joined stays."""
        self._waiting.clear()
        self._tasks.start(self._cancel)

    async def _cancel(self) -> None:
        async def cancel(studio: Studio) -> None:
            studio.importing.cancel()

        await self._bridge.ask(cancel)

    def _go_on(self) -> None:
        if self._waiting and not self._state.running and self._bridge.is_open:
            self._change(ImportState(running=True))
            self._tasks.start(self._import_all)

    async def _import_all(self) -> None:
        try:
            while self._waiting:
                await self._import(self._waiting.pop(0))
        finally:
            self._change(ImportState())

    async def _import(self, pictures: tuple[Incoming, ...]) -> None:
        sources = [await _source(picture) for picture in pictures]
        project = self._project()
        result = await self._bridge.ask(lambda studio: studio.import_pictures(sources, project=project))
        self._say(result)
        seen = result.imported or result.restored or result.known
        if seen:
            self.imported.emit(seen)

    def _change(self, state: ImportState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()

    def _hear(self, event: object) -> None:
        from studio.domain.importing import ImportProgress

        if isinstance(event, ImportProgress) and self._state.running:
            self._follow(event)

    def _follow(self, progress: ImportProgress) -> None:
        self._change(ImportState(True, progress.done, progress.total, progress.name))

    def _say(self, result: ImportResult) -> None:
        undo = (Action(translate("importing", "Undo"), self._undo),)
        bad = result.refused or result.stopped_by
        self._notices.post(
            Notice(
                import_words(result),
                Kind.WARNING if bad else Kind.OK,
                undo if result.imported or result.restored else (),
                lasts=bool(bad),
            )
        )


async def _source(picture: Incoming) -> ImportSource:
    import asyncio  # not loaded before the first paint

    if isinstance(picture, Path):
        return picture
    data = await asyncio.to_thread(png_of, picture) if isinstance(picture, QImage) else picture
    return PastedPicture(data, translate("importing", "Pasted picture"))


def import_words(result: ImportResult) -> str:
    """What became of an import, in sentences."""
    said = [
        _counted(
            len(result.imported),
            translate("importing", "1 picture imported."),
            translate("importing", "{count} pictures imported."),
        ),
        _counted(
            len(result.restored),
            translate("importing", "1 was brought back from the trash."),
            translate("importing", "{count} were brought back from the trash."),
        ),
        _counted(
            len(result.known),
            translate("importing", "1 is in the library already."),
            translate("importing", "{count} are in the library already."),
        ),
        translate("importing", "Stopped before the end.") if result.cancelled else "",
        *_reasons(result),
    ]
    words = sentences(*(one for one in said if one))
    return words or translate("importing", "There are no pictures in there.")


def _reasons(result: ImportResult) -> list[str]:
    """Why some didn't join: the first few each by its own reason."""
    said: list[str] = []
    for refusal in result.refused[:_MOST_REASONS]:
        words = describe(refusal.error, translate)
        said += [words.what, words.next]
    more = len(result.refused) - _MOST_REASONS
    said.append(
        _counted(
            max(0, more),
            translate("importing", "1 more couldn't be imported."),
            translate("importing", "{count} more couldn't be imported."),
        )
    )
    if result.stopped_by is not None:
        words = describe(result.stopped_by, translate)
        said += [words.what, words.next]
    return list(dict.fromkeys(said))


def _counted(count: int, one: str, many: str) -> str:
    return "" if not count else one if count == 1 else many.format(count=count)
