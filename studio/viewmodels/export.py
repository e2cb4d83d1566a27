"""The export dialog: what a person chooses, and what would come of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from studio.viewmodels.export_presets import PresetKeeper
from studio.viewmodels.export_preview import foresee, make_folder
from studio.viewmodels.export_sizes import turned
from studio.viewmodels.export_state import ExportState
from studio.viewmodels.export_weighing import Scales
from studio.viewmodels.latest import Latest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studio.domain.errors import StudioError
    from studio.domain.export import Format, Inside, Preset
    from studio.domain.export_sizes import SizeKind, SizeRule
    from studio.settings import Folders
    from studio.viewmodels.bridge import Bridge
    from studio.viewmodels.export_draft import ExportDraft
    from studio.viewmodels.export_presets import Shelf, ShelfChange
    from studio.viewmodels.export_preview import Foreseen
    from studio.viewmodels.exporting import ExportingViewModel
    from studio.viewmodels.tasks import Tasks

_FORESEE_MS, _WEIGH_MS = 40, 250
"""Without a change for so long, what would come of it is worked out."""


class ExportViewModel(QObject):
    """Made for one opening of the dialog; `end` when it closes. `begun` when the export was."""

    state_changed = Signal()
    begun = Signal()

    def __init__(
        self,
        ids: tuple[str, ...],
        draft: ExportDraft,
        shelf: Shelf,
        *,
        library: Path,
        folders: Folders,
        bridge: Bridge,
        tasks: Tasks,
        exporting: ExportingViewModel,
    ) -> None:
        super().__init__()
        self._ids = ids
        self._library = library
        self._bridge = bridge
        self._tasks = tasks
        self.exporting = exporting
        self._wanted = self._ended = False
        self._removed: Preset | None = None
        self._leaves_credentials: bool | None = None
        self._scales = Scales()
        self._foreseeing = Latest["Foreseen"](tasks, self._take_foreseen, rest_ms=_FORESEE_MS)
        self._weighing = Latest["int | StudioError | None"](tasks, self._take_weight, rest_ms=_WEIGH_MS)
        self._signing = Latest[int](tasks, self._take_signed, rest_ms=0)
        self._keeper = PresetKeeper(folders, tasks, self._take_shelf)
        self._state = ExportState(draft, len(ids), own=shelf.own, shipped=shelf.shipped)
        bridge.opened.connect(self._begin)
        if bridge.is_open:
            self._begin()

    @property
    def state(self) -> ExportState:
        """The state now."""
        return self._state

    @property
    def rests(self) -> bool:
        """Whether nothing is being worked out."""
        return self._foreseeing.rests and self._weighing.rests and self._signing.rests

    def end(self) -> None:
        """The dialog is closed: nobody wants to know any more."""
        self._ended = True
        for work in (self._foreseeing, self._weighing, self._signing):
            work.stop()

    # What is chosen

    def choose_preset(self, name: str) -> None:
        """This preset, as it is kept."""
        state = self._state
        found = next((one for one in (*state.own, *state.shipped) if one.name == name), None)
        if found is not None:
            self._redraw(state.draft.chosen(found), row=0)

    def choose_format(self, format_: Format) -> None:
        """In this format."""
        self._redraw(self._state.draft.with_format(format_))

    def choose_further(self, format_: Format, *, wanted: bool) -> None:
        """In this format too, or no more."""
        self._redraw(self._state.draft.with_further(format_, wanted=wanted))

    def encode(self, **changed: Any) -> None:
        """With other fields of Encoding."""
        self._redraw(self._state.draft.with_encoding(**changed))

    def put_inside(self, inside: Inside) -> None:
        """With this inside the files and beside them."""
        self._redraw(self._state.draft.with_inside(inside))

    def add_sheet(self, *, wanted: bool) -> None:
        """With a contact sheet, or without."""
        self._redraw(self._state.draft.with_preset(contact_sheet=wanted))

    def write_name(self, template: str) -> None:
        """Call the files like this."""
        self._redraw(self._state.draft.with_preset(template=template))

    def choose_folder(self, folder: Path) -> None:
        """Write them there."""
        self._redraw(replace(self._state.draft, folder=folder))

    def make_folder(self) -> None:
        """Make the chosen folder, if only it is missing."""
        self._tasks.start(self._make_folder)

    async def _make_folder(self) -> None:
        import asyncio  # not loaded before the first paint

        if (folder := self._state.draft.folder) is not None:
            unmade = await asyncio.to_thread(make_folder, folder)
            self._redraw(self._state.draft)
            self._change(replace(self._state, unmade=unmade))

    def overwrite(self, *, allowed: bool) -> None:
        """Replace files of the same name, or number the new ones."""
        self._redraw(replace(self._state.draft, may_overwrite=allowed))

    def upscale(self, *, allowed: bool) -> None:
        """Write what is larger than its picture, or leave it out."""
        self._redraw(replace(self._state.draft, may_upscale=allowed))

    # Sizes

    def choose_row(self, row: int) -> None:
        """Weigh this size."""
        if row != self._state.row:
            self._change(replace(self._state, row=row, weight=None))
            self._weigh()

    def add_size(self) -> None:
        """One more; it is the last."""
        draft = self._state.draft.with_another_size()
        self._redraw(draft, row=len(draft.preset.sizes) - 1)

    def change_size(self, row: int, rule: SizeRule) -> None:
        """That row is this one now."""
        self._redraw(self._state.draft.with_size(row, rule), row=row)

    def turn_size(self, row: int, kind: SizeKind) -> None:
        """Another kind of size in that row, that comes close."""
        self.change_size(row, turned(self._state.preset.sizes[row], kind, self._state.source))

    def remove_size(self, row: int) -> None:
        """Without that row, unless it is the only one."""
        draft = self._state.draft.without_size(row)
        self._redraw(draft, row=min(self._state.row, len(draft.preset.sizes) - 1))

    # Presets

    def save_preset(self, name: str) -> None:
        """Keep what is chosen as an own preset."""
        self._keeper.save(replace(self._state.preset, name=name))

    def rename_preset(self, name: str) -> None:
        """Call the chosen own preset differently."""
        self._keeper.rename(self._state.draft.base.name, name)

    def remove_preset(self) -> None:
        """Throw the chosen own preset away; `undo` puts it back."""
        if self._state.is_own:
            self._keeper.remove(self._state.draft.base)

    def undo(self) -> None:
        """Put back what was removed last."""
        if self._removed is not None:
            self._keeper.save(self._removed, back=True)

    def share_preset(self, path: Path) -> None:
        """Write what is chosen as a file for others."""
        self._keeper.share(self._state.preset, path)

    def take_preset(self, path: Path) -> None:
        """Keep the preset of such a file, and choose it."""
        self._keeper.take(path)

    def _take_shelf(self, change: ShelfChange) -> None:
        self._removed = change.removed
        state = replace(
            self._state, said=change.said, problem=change.problem, can_undo=change.removed is not None
        )
        if change.shelf is not None:
            state = replace(state, own=change.shelf.own, shipped=change.shelf.shipped)
        self._change(state)
        if change.chosen is not None:
            self._redraw(self._state.draft.chosen(change.chosen), row=0, quiet=False)
        elif change.removed is not None and self._state.draft.base == change.removed:
            # What was chosen stays as it is, as a change of what everybody has.
            base = self._state.shipped[0]
            self._redraw(replace(self._state.draft, base=base), quiet=False)

    def export(self) -> None:
        """Begin, or as soon as it is known what would come of it."""
        state, folder = self._state, self._state.draft.folder
        if not state.may_export or folder is None:
            return
        if not state.fresh:
            self._wanted = True
            return
        from studio.engine.exporting import ExportOrder

        draft = state.draft
        order = ExportOrder(self._ids, draft.preset, folder, draft.may_overwrite, draft.may_upscale)
        self.exporting.begin(order, draft)
        self.end()
        self._change(replace(state, begun=True))
        self.begun.emit()

    # What would come of it

    def _begin(self) -> None:
        self._tasks.start(self._read)

    async def _read(self) -> None:
        versions = await self._bridge.ask(lambda studio: studio.library.versions_of(self._ids))
        there = tuple(version for version in versions if not version.purged)
        self._change(replace(self._state, versions=there))
        self._look()

    def _redraw(self, draft: ExportDraft, *, row: int | None = None, quiet: bool = True) -> None:
        """`quiet` takes the words about presets away."""
        state = replace(self._state, draft=draft, fresh=False, weight=None, unmade="")
        if quiet:
            state = replace(state, said="", can_undo=False, problem="")
        self._wanted = False
        self._change(replace(state, row=state.row if row is None else row))
        self._look()

    def _look(self) -> None:
        versions = self._state.versions
        if versions is not None and not self._ended:
            self._foreseeing.ask(partial(foresee, self._state.draft, versions))
            self._weigh()
            self._look_for_credentials()

    def _weigh(self) -> None:
        state, first = self._state, self._state.first
        if first is None:
            return
        rule = state.preset.sizes[min(state.row, len(state.preset.sizes) - 1)]
        path = self._library / first.path
        self._weighing.ask(partial(self._scales.weigh, first, path, state.preset, rule))

    def _look_for_credentials(self) -> None:
        preset, versions = self._state.preset, self._state.versions or ()
        leaves = not self._state.is_original or preset.inside.strip
        if leaves is self._leaves_credentials:
            return
        self._leaves_credentials = leaves

        def count(stopped: Callable[[], bool]) -> int:
            from studio.export.hand_over import signed_of

            pictures = ((one, self._library / one.path) for one in versions if not stopped())
            return len(signed_of(preset, pictures))

        self._signing.ask(count)

    def _take_foreseen(self, foreseen: Foreseen) -> None:
        self._change(replace(self._state, foreseen=foreseen, fresh=True))
        if self._wanted:
            self._wanted = False
            self.export()

    def _take_weight(self, weight: int | StudioError | None) -> None:
        self._change(replace(self._state, weight=weight))

    def _take_signed(self, signed: int) -> None:
        self._change(replace(self._state, signed=signed))

    def _change(self, state: ExportState) -> None:
        if state != self._state:
            self._state = state
            self.state_changed.emit()
