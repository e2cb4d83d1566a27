"""Exports that are under way: how far, how they end, and what was chosen last."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studio.domain.errors import StudioError
from studio.viewmodels.export_result_words import hand_off_words, is_whole, result_words
from studio.viewmodels.notices import Action, Kind, Notice
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.domain.export_report import Progress
    from studio.engine.exporting import ExportOrder, ExportResult
    from studio.engine.handing_off import HandOffOrder
    from studio.engine.studio import Studio
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.export_draft import ExportDraft
    from studio.viewmodels.notices import Notices
    from studio.viewmodels.session import SessionViewModel
    from studio.viewmodels.tasks import Tasks


@dataclass(frozen=True, slots=True)
class ExportingState:
    """`done` of `total` files are through, the last of them `name`; `total` is 0 until the first is.

    `waiting` further exports come after this one. `draws` when pictures are put on one page, not files made.
    """

    running: bool = False
    done: int = 0
    total: int = 0
    name: str = ""
    waiting: int = 0
    stopping: bool = False
    draws: bool = False

    @property
    def fraction(self) -> float:
        """How much of it is done, 0 to 1."""
        return self.done / self.total if self.total else 0.0

    @property
    def words(self) -> str:
        """ "Exporting 4 of 9 files"; empty while nothing is exported."""
        if not self.running:
            return ""
        if self.stopping:
            return translate("export", "Stopping after the files that are being written…")
        if not self.total:
            return translate("export", "Exporting…")
        words = translate("export", "{done} of {total} files exported")
        if self.draws:
            words = translate("export", "{done} of {total} pictures drawn")
        return words.format(done=f"{self.done:,}", total=f"{self.total:,}")


class ExportingViewModel(QObject):
    """`state_changed` while files are written, `ended` with each ExportResult, or None where there is none.
    `show_requested` carries the path of a file that is to be shown where it lies.

    `last` is what was exported with last since the start, changes to its preset and all.
    """

    state_changed = Signal()
    ended = Signal(object)
    show_requested = Signal(object)

    def __init__(self, *, bridge: Bridge, tasks: Tasks, notices: Notices, session: SessionViewModel) -> None:
        super().__init__()
        self._bridge = bridge
        self._tasks = tasks
        self._notices = notices
        self._session = session
        self._state = ExportingState()
        self._waiting: list[ExportOrder | HandOffOrder] = []
        self.last: ExportDraft | None = None
        bridge.happened.connect(self._hear)

    @property
    def state(self) -> ExportingState:
        """The state now."""
        return self._state

    def begin(self, order: ExportOrder, draft: ExportDraft) -> None:
        """Write this, after what is under way; the preset and the folder are remembered."""
        self.last = draft.for_others()
        self._tasks.start(partial(self._remember, draft))
        self._begin(order)

    def hand_off(self, order: HandOffOrder) -> None:
        """Make this page or sheet, after what is under way."""
        self._begin(order)

    def _begin(self, order: ExportOrder | HandOffOrder) -> None:
        if self._state.running:
            self._waiting.append(order)
            self._change(replace(self._state, waiting=len(self._waiting)))
            return
        self._change(ExportingState(running=True))
        self._tasks.start(partial(self._export_all, order))

    def cancel(self) -> None:
        """End after the files that are being written; what is whole stays. What waits isn't begun."""
        if self._state.running:
            self._waiting.clear()
            self._change(replace(self._state, waiting=0, stopping=True))
            self._tasks.start(self._cancel)

    async def _cancel(self) -> None:
        async def cancel(studio: Studio) -> None:
            studio.exporting.cancel()

        await self._bridge.ask(cancel)

    async def _remember(self, draft: ExportDraft) -> None:
        settings = self._session.state.settings
        wanted = replace(settings, export_preset=draft.base.name, export_folder=draft.folder)
        if wanted != settings:
            await self._session.change_settings(wanted)

    async def _export_all(self, first: ExportOrder | HandOffOrder) -> None:
        from studio.engine.exporting import ExportOrder

        try:
            self._waiting.insert(0, first)
            while self._waiting:
                order = self._waiting.pop(0)
                draws = not isinstance(order, ExportOrder)
                self._change(ExportingState(running=True, waiting=len(self._waiting), draws=draws))
                if isinstance(order, ExportOrder):
                    await self._export(order)
                else:
                    await self._hand_off(order)
        finally:
            self._change(ExportingState())

    async def _export(self, order: ExportOrder) -> None:
        result: ExportResult | None = None
        try:
            result = await self._bridge.ask(lambda studio: studio.exporting.export(order))
            self._say(result, result_words(result))
        except StudioError as error:
            self._notices.report(error)
        finally:
            self.ended.emit(result)

    async def _hand_off(self, order: HandOffOrder) -> None:
        try:
            result = await self._bridge.ask(lambda studio: studio.exporting.hand_off(order))
            self._say(result, hand_off_words(result))
        except StudioError as error:
            self._notices.report(error)

    def _say(self, result: ExportResult, words: str) -> None:
        whole, written = is_whole(result), result.report.written
        show: tuple[Action, ...] = ()
        if written:
            place = result.folder / written[0].path
            label = translate("export", "Show in file manager")
            show = (Action(label, lambda: self.show_requested.emit(place)),)
        kind = Kind.OK if whole else Kind.INFO if result.is_cancelled else Kind.WARNING
        lasts = not whole and not (result.is_cancelled and not result.report.failed)
        self._notices.post(Notice(words, kind, show, lasts=lasts))

    def _hear(self, event: object) -> None:
        from studio.engine.events import ExportMoved

        if isinstance(event, ExportMoved) and self._state.running:
            self._follow(event.progress)

    def _follow(self, progress: Progress) -> None:
        state = replace(self._state, done=progress.done, total=progress.of, name=progress.path.name)
        self._change(state)

    def _change(self, state: ExportingState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()
