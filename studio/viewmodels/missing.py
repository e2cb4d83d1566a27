"""Versions whose files were moved, replaced, cut or deleted: noticed when they are needed, said as such."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.errors import OtherContent, UnknownVersion
from studio.domain.file_state import FileState
from studio.viewmodels.notices import Action, Kind, Notice
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studio.domain.file_state import Located
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.notices import Notices
    from studio.viewmodels.tasks import Tasks
    from studio.viewmodels.waiting import WaitingViewModel


class MissingViewModel(QObject):
    """`changed` carries the ids of versions that are noticed now, or are there again, as a frozenset.

    `place_wanted` carries ids that aren't found in the library: the person is asked for a file or a folder.
    `import_requested` carries the path of a file that was shown and is another picture.
    """

    changed = Signal(object)
    place_wanted = Signal(object)
    import_requested = Signal(object)

    def __init__(self, *, bridge: Bridge, tasks: Tasks, notices: Notices, waiting: WaitingViewModel) -> None:
        super().__init__()
        self._bridge = bridge
        self._tasks = tasks
        self._notices = notices
        self._waiting = waiting
        self._states: dict[str, FileState] = {}
        self._suspected: set[str] = set()
        bridge.happened.connect(self._hear)

    def state(self, version_id: str) -> FileState | None:
        """What is wrong with the version's file, None as long as nothing is known to be."""
        return self._states.get(version_id)

    def words(self, version_id: str) -> str:
        """The same for a person, empty for nothing."""
        state = self._states.get(version_id)
        return state_words(state) if state else ""

    # Noticing

    def suspect(self, ids: Iterable[str]) -> None:
        """Something couldn't be read: look what has become of these files."""
        new = tuple(name for name in ids if name not in self._suspected)
        if new and self._bridge.is_open:
            self._suspected.update(new)
            self._tasks.start(lambda: self._look(new))

    async def _look(self, ids: tuple[str, ...]) -> None:
        try:
            await self.check(ids)
        finally:
            self._suspected.difference_update(ids)

    async def check(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Look at every byte of these files; gives the ids of those that aren't what was saved."""
        words = translate("missing", "Waiting for the library's disk…")
        return await self._waiting.during(words, self._check(tuple(ids)))

    async def _check(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        for name in ids:
            try:
                state = await self._bridge.ask(lambda studio, name=name: studio.files.state(name))
            except UnknownVersion:
                continue
            self._note({name: state})
        return tuple(name for name in ids if name in self._states)

    def _note(self, states: dict[str, FileState]) -> None:
        touched: set[str] = set()
        for name, state in states.items():
            before = self._states.get(name)
            if state.is_there:
                self._states.pop(name, None)
            else:
                self._states[name] = state
            if before is not self._states.get(name):
                touched.add(name)
        if touched:
            self.changed.emit(frozenset(touched))

    def say(self, ids: Iterable[str]) -> None:
        """Say that these can't be used, with the way to where they are."""
        ids = tuple(ids)
        if ids:
            locate = Action(translate("missing", "Locate…"), lambda: self.locate(ids))
            self._notices.post(Notice(self._sentence(ids), Kind.WARNING, (locate,), lasts=True))

    def _sentence(self, ids: tuple[str, ...]) -> str:
        if len(ids) != 1:
            words = translate("missing", "{count} pictures aren't where they were saved, or were changed.")
            return words.format(count=len(ids))
        match self._states.get(ids[0]):
            case FileState.CUT_SHORT:
                return translate("missing", "The file of this picture was cut short. It can't be used.")
            case FileState.CHANGED:
                return translate(
                    "missing", "The file of this picture was changed in another program. It isn't used."
                )
            case _:
                return translate("missing", "The file of this picture isn't where it was saved.")

    # Finding

    def locate(self, ids: Iterable[str]) -> None:
        """Look in the library first; what isn't there is asked for."""
        ids = tuple(ids)
        self._tasks.start(lambda: self._search(ids, None))

    def search_folder(self, ids: Iterable[str], folder: Path) -> None:
        """Look in this folder and all below it."""
        ids = tuple(ids)
        self._tasks.start(lambda: self._search(ids, folder))

    def show_file(self, version_id: str, file: Path) -> None:
        """The person says that this is the version's file."""
        self._tasks.start(lambda: self._take(version_id, file))

    async def _search(self, ids: tuple[str, ...], folder: Path | None) -> None:
        words = translate("missing", "Looking for the picture in {folder}…")
        words = words.replace("{folder}", folder.name if folder else translate("missing", "the library"))
        search = self._bridge.ask(lambda studio: studio.files.search(ids, folder))
        located = await self._waiting.during(words, search)
        if located.found:
            self._notices.say(_found_words(located), kind=Kind.OK)
        if located.missing and folder is None:
            self.place_wanted.emit(located.missing)
        elif located.missing:
            again = Action(translate("missing", "Locate…"), lambda: self.place_wanted.emit(located.missing))
            none = translate("missing", "No file in {folder} has the content of this picture.")
            words = none.replace("{folder}", folder.name if folder else "")
            self._notices.post(Notice(words, Kind.WARNING, (again,), lasts=True))

    async def _take(self, version_id: str, file: Path) -> None:
        try:
            await self._bridge.ask(lambda studio: studio.files.take(version_id, file))
        except OtherContent:
            words = translate(
                "missing", "{name} is another picture: a version stays the bytes that were saved."
            )
            words = words.replace("{name}", file.name)
            instead = Action(
                translate("missing", "Import it instead"), lambda: self.import_requested.emit(file)
            )
            self._notices.post(Notice(words, Kind.WARNING, (instead,), lasts=True))
        else:
            self._notices.say(translate("missing", "The picture is back."), kind=Kind.OK)

    def _hear(self, event: object) -> None:
        from studio.engine.events import FilesFound, VersionsGone

        match event:
            case FilesFound(versions):
                self._note({version.id: FileState.THERE for version in versions})
            case VersionsGone(ids):
                self._note(dict.fromkeys(ids, FileState.THERE))
            case _:
                pass


def state_words(state: FileState) -> str:
    """What a tile and details say: "File missing"."""
    return {
        FileState.THERE: "",
        FileState.MISSING: translate("missing", "File missing"),
        FileState.CUT_SHORT: translate("missing", "File cut short"),
        FileState.CHANGED: translate("missing", "File changed"),
    }[state]


def _found_words(located: Located) -> str:
    if len(located.found) != 1:
        return translate("missing", "{count} pictures are back.").format(count=len(located.found))
    folder = Path(located.found[0][1]).parent.name
    return translate("missing", "Found it in {folder}.").replace("{folder}", folder)
