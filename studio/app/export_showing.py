"""The export dialog in the window: from wherever pictures are chosen, one at a time."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studio.ui.show_in_folder import show_in_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studio.app.models import ViewModels
    from studio.ui.export.card import ExportCard
    from studio.ui.export.dialog import ExportDialog
    from studio.ui.main_window import MainWindow
    from studio.ui.theme import Theme
    from studio.viewmodels.export_draft import ExportDraft

    Begin = Callable[[ExportDraft], ExportDraft]


class ExportShowing(QObject):
    """Opens the dialog, and shows what goes on without it."""

    def __init__(self, theme: Theme, models: ViewModels, *, window: MainWindow) -> None:
        super().__init__(window)
        self._theme = theme
        self._models = models
        self._window = window
        self._is_open = False
        models.exporting.state_changed.connect(self._follow)
        models.exporting.show_requested.connect(self._show_file)

    def open(self, ids: tuple[str, ...], *, begin: Begin | None = None) -> None:
        """Ask how these leave, with what was chosen last and the keyboard on Export; `begin` changes that."""
        if ids and not self._is_open:
            self._is_open = True
            self._models.tasks.start(lambda: self._ask(ids, begin))

    async def _ask(self, ids: tuple[str, ...], begin: Begin | None) -> None:
        before = self._models.exporting.last
        try:
            dialog = await self._made(ids, begin)
            await dialog.ask()
        finally:
            self._is_open = False
            if begin is not None:
                self._go_back_to(before)
            self._follow()

    def _go_back_to(self, before: ExportDraft | None) -> None:
        """What was chosen for these alone, as a crop of one picture, isn't for the next."""
        exporting = self._models.exporting
        if before is not None and exporting.last is not None:
            before = replace(before, folder=exporting.last.folder)
        exporting.last = before

    async def _made(self, ids: tuple[str, ...], begin: Begin | None) -> ExportDialog:
        import asyncio  # not loaded before the first paint

        from studio.ui.export.dialog import ExportDialog
        from studio.viewmodels.export import ExportViewModel
        from studio.viewmodels.export_start import read_usual

        models = self._models
        settings, last = models.session.state.settings, models.exporting.last
        draft, shelf = await asyncio.to_thread(read_usual, models.folders, settings, last)
        export = ExportViewModel(
            ids,
            begin(draft) if begin else draft,
            shelf,
            library=models.folder,
            folders=models.folders,
            bridge=models.bridge,
            tasks=models.tasks,
            exporting=models.exporting,
        )
        return ExportDialog(self._theme, export, models.thumbnails, parent=self._window)

    @cached_property
    def card(self) -> ExportCard:
        """What shows the export that goes on without its dialog."""
        from studio.ui.export.card import ExportCard

        return ExportCard(self._theme, self._models.exporting, host=self._window.centre)

    def _follow(self) -> None:
        if self._models.exporting.state.running:
            self.card.stand_back(back=self._is_open)

    def _show_file(self, path: Path) -> None:
        show_in_folder(path, self)
