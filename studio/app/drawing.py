"""Drawing in the window: its pages in the viewer, its keys, and the way from there to the prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from studio.viewmodels.drawing_actions import drawing_actions
from studio.viewmodels.viewer_state import ViewerMode

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.app.models import ViewModels
    from studio.ui.theme import Theme
    from studio.ui.viewer.markup.page import MarkupPage
    from studio.ui.viewer.panel import ViewerPanel
    from studio.ui.viewer.region.page import RegionPage

PARTS = (
    "studio.ui.viewer.drawing.page",
    "studio.ui.viewer.drawing.surface",
    "studio.ui.viewer.markup.surface",
    "studio.ui.viewer.markup.page",
    "studio.ui.viewer.region.page",
)
"""What is loaded before it is needed, each a little that is new."""

translate = QCoreApplication.translate


def connect_drawing(models: ViewModels, *, focus_prompt: Callable[[], object]) -> None:
    """Give it its keys; what is handed to the composer takes the keyboard along."""

    def write() -> None:
        models.viewer.stand_alone(alone=False)
        focus_prompt()

    models.actions.add(drawing_actions(models.viewer, models.markup, models.region))
    models.markup.used.connect(write)
    models.region.used.connect(write)


def take_drawing(panel: ViewerPanel, theme: Theme, models: ViewModels) -> None:
    """Offer its pages in the viewer."""

    def markup_page() -> MarkupPage:
        from studio.ui.viewer.markup.page import MarkupPage

        return MarkupPage(
            theme,
            viewer=models.viewer,
            thumbnails=models.thumbnails,
            markup=models.markup,
            actions=models.actions,
            beside=panel.stage.canvas,
        )

    def region_page() -> RegionPage:
        from studio.ui.viewer.region.page import RegionPage

        return RegionPage(
            theme,
            viewer=models.viewer,
            thumbnails=models.thumbnails,
            region=models.region,
            actions=models.actions,
            beside=panel.stage.canvas,
        )

    words = translate("viewing", "Mark up"), translate("viewing", "Region")
    panel.take_mode(ViewerMode.MARK_UP, markup_page, words=words[0], icon="pencil")
    panel.take_mode(ViewerMode.REGION, region_page, words=words[1], icon="square-dashed")
