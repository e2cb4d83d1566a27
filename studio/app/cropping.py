"""Cropping, guides and device frames in the window: their pages in the viewer, their keys, the way out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from studio.settings.devices import devices
from studio.viewmodels.crop_actions import crop_actions
from studio.viewmodels.crop_export import with_crop, with_focus
from studio.viewmodels.frame_actions import frame_actions
from studio.viewmodels.guide_actions import guide_actions
from studio.viewmodels.viewer_state import ViewerMode

if TYPE_CHECKING:
    from studio.app.export_showing import ExportShowing
    from studio.app.models import ViewModels
    from studio.domain.export_sizes import Focus, SizeRule
    from studio.ui.main_window import MainWindow
    from studio.ui.theme import Theme
    from studio.ui.viewer.crop.page import CropPage
    from studio.ui.viewer.frames.page import FramePage
    from studio.ui.viewer.panel import ViewerPanel

CROP_PARTS = (
    "studio.ui.viewer.guides.over",
    "studio.ui.viewer.crop.surface",
    "studio.ui.viewer.crop.page",
    "studio.ui.viewer.frames.pane",
    "studio.ui.viewer.frames.page",
)
"""What is loaded before it is needed, each a little that is new."""

translate = QCoreApplication.translate


class Cropping(QObject):
    """Hands crops to the export dialog."""

    def __init__(
        self, theme: Theme, models: ViewModels, *, window: MainWindow, exporting: ExportShowing
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._models = models
        self._window = window
        self._exporting = exporting
        models.actions.add(crop_actions(models.viewer, models.crop))
        models.actions.add(frame_actions(models.viewer, models.frame))
        models.actions.add(guide_actions(models.viewer, models.guides, change=self._change_guides))
        models.crop.export_requested.connect(self._export)
        models.crop.focus_requested.connect(self._export_around)

    def _export(self, version_id: str, rule: SizeRule) -> None:
        self._exporting.open((version_id,), begin=lambda draft: with_crop(draft, rule))

    def _export_around(self, version_id: str, focus: Focus) -> None:
        self._exporting.open((version_id,), begin=lambda draft: with_focus(draft, focus))

    def _change_guides(self) -> None:
        self._models.tasks.start(self._ask_for_guides)

    async def _ask_for_guides(self) -> None:
        from studio.ui.viewer.guides.dialog import GuidesDialog

        await GuidesDialog(self._theme, self._models.guides, parent=self._window).ask()


def take_cropping(panel: ViewerPanel, theme: Theme, models: ViewModels) -> None:
    """Offer its pages in the viewer, and lay guides over the picture there."""
    from studio.ui.viewer.guides.over import GuidesOver

    GuidesOver(theme, panel.stage.canvas, models.guides)
    crop, frame = translate("viewing", "Crop"), translate("viewing", "Frame")
    panel.take_mode(ViewerMode.CROP, partial(_crop_page, panel, theme, models), words=crop, icon="crop")
    panel.take_mode(ViewerMode.FRAME, partial(_frame_page, theme, models), words=frame, icon="smartphone")


def _crop_page(panel: ViewerPanel, theme: Theme, models: ViewModels) -> CropPage:
    from studio.ui.viewer.crop.page import CropPage

    return CropPage(
        theme,
        viewer=models.viewer,
        thumbnails=models.thumbnails,
        crop=models.crop,
        guides=models.guides,
        devices=devices(),
        actions=models.actions,
        beside=panel.stage.canvas,
    )


def _frame_page(theme: Theme, models: ViewModels) -> FramePage:
    from studio.ui.viewer.frames.page import FramePage

    return FramePage(
        theme,
        viewer=models.viewer,
        thumbnails=models.thumbnails,
        frame=models.frame,
        devices=devices(),
        actions=models.actions,
    )
