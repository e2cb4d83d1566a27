"""The ways out beside the export dialog: client pages, contact sheets, linked files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject

from studio.ui.show_in_folder import show_in_folder
from studio.viewmodels.actions import AT_PICTURES, Action
from studio.viewmodels.copying import CopyForm
from studio.viewmodels.hand_off import HandOffChoice, HandOffKind
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.app.models import ViewModels
    from studio.domain.version import Version
    from studio.ui.main_window import MainWindow
    from studio.ui.theme import Theme
    from studio.ui.version_actions import VersionActions


class WaysOut(QObject):
    """Opens their dialogs; each begins with what was chosen in it last."""

    def __init__(
        self, theme: Theme, models: ViewModels, *, window: MainWindow, versions: VersionActions
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._models = models
        self._window = window
        self._last: dict[HandOffKind, HandOffChoice] = {}
        self._is_open = False
        versions.hand_off_requested.connect(self.hand_off)
        versions.link_requested.connect(self.link)
        models.linking.show_requested.connect(self._show_file)

    def hand_off(self, ids: tuple[str, ...], kind: HandOffKind) -> None:
        """Ask what the page or sheet of these is to be like, then make it."""
        if ids and not self._is_open:
            self._is_open = True
            self._models.tasks.start(lambda: self._hand_off(ids, kind))

    async def _hand_off(self, ids: tuple[str, ...], kind: HandOffKind) -> None:
        from studio.ui.export.hand_off_dialog import HandOffDialog
        from studio.viewmodels.hand_off import order_of, usual_paper

        settings = self._models.session.state.settings
        try:
            dialog = HandOffDialog(
                self._theme,
                count=len(ids),
                start=self._last.get(kind) or HandOffChoice(kind, usual_paper(QLocale.system())),
                folder=settings.export_folder or Path.home(),
                parent=self._window,
            )
            answer = await dialog.ask()
        finally:
            self._is_open = False
        if answer is not None:
            choice, target = answer
            self._last[kind] = choice
            self._models.exporting.hand_off(order_of(choice, ids, target))

    def link(self, version: Version) -> None:
        """Ask for the file that is to follow this version's tree."""

        async def link() -> None:
            from studio.ui.link_file import choose_linked_file

            linking = self._models.linking
            choose_linked_file(self._window, linking, version, await linking.choices(version))

        self._models.tasks.start(link)

    def _show_file(self, path: Path) -> None:
        show_in_folder(path, self)

    # As actions

    def actions(
        self, *, chosen: Callable[[], tuple[str, ...]], has_chosen: Callable[[], bool]
    ) -> tuple[Action, ...]:
        """Each of them, as lists show them."""
        models, category = self._models, translate("actions", "Picture")

        def add(id_: str, title: str, act: Callable[[tuple[str, ...]], object], icon: str) -> Action:
            return Action(id_, title, category, lambda: act(chosen()), (), AT_PICTURES, has_chosen, icon=icon)

        def one(
            id_: str, title: str, act: Callable[[Version], object], enabled: Callable[[], bool]
        ) -> Action:
            def run() -> None:
                if (version := models.details.state.version) is not None:
                    act(version)

            return Action(id_, title, category, run, (), AT_PICTURES, enabled, icon="link")

        def is_one() -> bool:
            return models.details.state.version is not None

        def can_use() -> bool:
            version = models.details.state.version
            return version is not None and models.linking.can_use(version.id)

        copy, kinds = models.copying.copy, HandOffKind
        return (
            add(
                "copy-as-file",
                translate("actions", "Copy as file"),
                lambda ids: copy(ids, CopyForm.FILE),
                "copy",
            ),
            add(
                "copy-as-data-uri",
                translate("actions", "Copy as data URI"),
                lambda ids: copy(ids, CopyForm.DATA_URI),
                "copy",
            ),
            add(
                "copy-as-img-tag",
                translate("actions", "Copy as <img> tag"),
                lambda ids: copy(ids, CopyForm.IMG_TAG),
                "copy",
            ),
            add(
                "client-page",
                translate("actions", "Client page…"),
                lambda ids: self.hand_off(ids, kinds.CLIENT_PAGE),
                "monitor",
            ),
            add(
                "contact-sheet",
                translate("actions", "Contact sheet…"),
                lambda ids: self.hand_off(ids, kinds.CONTACT_SHEET),
                "images",
            ),
            one("link-file", translate("actions", "Link to a file…"), self.link, is_one),
            one(
                "use-in-linked-file",
                translate("actions", "Use this version in the linked file"),
                lambda version: models.linking.use(version.id),
                can_use,
            ),
        )
