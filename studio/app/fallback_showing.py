"""The dialog about what is asked when a group fails, from wherever it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studio.app.models import ViewModels
    from studio.ui.theme import Theme


def open_fallback(theme: Theme, models: ViewModels, over: QWidget) -> None:
    """Over this window or dialog."""

    async def ask() -> None:
        from studio.ui.dialogs.fallback import FallbackDialog
        from studio.viewmodels.fallback_order import FallbackOrderViewModel

        order = FallbackOrderViewModel(session=models.session, tasks=models.tasks)
        await FallbackDialog(theme, order, parent=over).ask()

    models.tasks.start(ask)
