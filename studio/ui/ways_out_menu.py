"""The ways out of the library in the menu of one version or many: copied as, handed off, linked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from studio.viewmodels.copying import CopyForm, copy_words
from studio.viewmodels.hand_off import HandOffKind
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu

    from studio.domain.version import Version
    from studio.ui.action_means import ActionMeans
    from studio.ui.theme import Theme
    from studio.ui.version_actions import VersionActions


class WaysOutMenu:
    """Adds to a menu for `ids`; `known` are those of them that are held in memory."""

    def __init__(
        self,
        menu: QMenu,
        theme: Theme,
        actions: VersionActions,
        means: ActionMeans,
        *,
        ids: tuple[str, ...],
        known: Sequence[Version],
    ) -> None:
        self._menu = menu
        self._theme = theme
        self._actions = actions
        self._means = means
        self._ids = ids
        self._known = known

    def add_copy_as(self) -> None:
        """As file, or as text, with how much text that is."""
        menu = self._menu.addMenu(self._theme.icons.icon("copy"), translate("versions", "Copy as"))
        for form in CopyForm:
            action = menu.addAction(copy_words(form, self._known))
            action.triggered.connect(partial(self._copy, form))

    def add_hand_off(self, version: Version | None) -> None:
        """A page for a client, a sheet for the wall; and for one, a file that follows its tree."""
        menu = self._menu.addMenu(self._theme.icons.icon("send"), translate("versions", "Hand off"))
        for kind, icon, words in (
            (HandOffKind.CLIENT_PAGE, "monitor", translate("versions", "Client page…")),
            (HandOffKind.CONTACT_SHEET, "images", translate("versions", "Contact sheet…")),
        ):
            self._add(menu, icon, words, partial(self._hand_off, kind))
        if version is not None:
            self._add_link(menu, version)

    def _add_link(self, menu: QMenu, version: Version) -> None:
        linking, link = self._means.linking, self._actions.link_requested
        words = translate("versions", "Link to a file…")
        self._add(menu, "link", words, lambda: link.emit(version))
        if linking.can_use(version.id):
            use = translate("versions", "Use this version in the linked file")
            self._add(menu, "link", use, lambda: linking.use(version.id))

    def _copy(self, form: CopyForm) -> None:
        self._means.copying.copy(self._ids, form)

    def _hand_off(self, kind: HandOffKind) -> None:
        self._actions.hand_off_requested.emit(self._ids, kind)

    def _add(self, menu: QMenu, icon: str, text: str, act: Callable[[], object]) -> None:
        menu.addAction(self._theme.icons.icon(icon), text).triggered.connect(act)
