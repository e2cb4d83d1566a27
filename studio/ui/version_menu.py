"""The menu of one version or many: what can be done with it, in the order in which it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.ui.actions import with_keys
from studio.ui.judging_menu import add_judging
from studio.ui.past_menu import PastMenu
from studio.ui.ways_out_menu import WaysOutMenu
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QMenu

    from studio.domain.version import Version
    from studio.ui.action_means import ActionMeans
    from studio.ui.theme import Theme
    from studio.ui.version_actions import VersionActions


class VersionMenu:
    """Fills a menu for `version`, on which it was asked for, and all of `ids`, which hold it."""

    def __init__(
        self,
        menu: QMenu,
        theme: Theme,
        actions: VersionActions,
        means: ActionMeans,
        *,
        version: Version,
        ids: tuple[str, ...],
    ) -> None:
        self._menu = menu
        self._theme = theme
        self._actions = actions
        self._means = means
        self._version = version
        self._ids = ids

    def fill(self, *, whole: bool) -> None:
        """`whole` with what stands as buttons in details."""
        one = len(self._ids) == 1
        past = PastMenu(self._menu, self._theme, self._actions, self._means, version=self._version)
        self._add_first(one=one, whole=whole)
        if one:
            past.add_reuse()
            past.add_branch()
        self._menu.addSeparator()
        self._add_outgoing(one=one)
        if one and self._version.answers_region:
            compose = self._actions.compose_requested
            words = translate("versions", "Put together with its parent")
            self._add("layers", words, lambda: compose.emit(self._version.id))
        if one:
            similar = self._actions.similar_requested
            self._add(
                "scan-search", translate("versions", "Find similar"), lambda: similar.emit(self._ids[0])
            )
        self._add_locate()
        self._menu.addSeparator()
        means, versions = self._means, self._known()
        add_judging(self._menu, means.judging, self._ids, versions, tuple(means.projects()), keys=means.keys)

    def _known(self) -> list[Version]:
        return [held for name in self._ids if (held := self._held(name)) is not None]

    def _held(self, name: str) -> Version | None:
        return self._version if name == self._version.id else self._means.versions.get(name)

    def _add_first(self, *, one: bool, whole: bool) -> None:
        actions, version = self._actions, self._version
        if one and whole:
            self._add("eye", translate("versions", "Open"), lambda: actions.view_requested.emit(version.id))
            iterate = actions.iterate_requested
            self._add("git-branch", translate("versions", "Iterate"), lambda: iterate.emit(version.id))
        words = (
            translate("versions", "Use as reference") if one else translate("versions", "Use as references")
        )
        self._add("image-plus", words, lambda: self._means.outgoing.use_as_references(self._ids))
        if whole:
            self._add_export(one=one)
        if one:
            self._add("save", translate("versions", "Save as…"), lambda: actions.save_as(version))

    def _add_export(self, *, one: bool) -> None:
        words = translate("versions", "Export…") if one else translate("versions", "Export {count} pictures…")
        shown = with_keys(words.format(count=len(self._ids)), self._means.keys("export"))
        self._add("upload", shown, lambda: self._actions.export_requested.emit(self._ids))

    def _add_outgoing(self, *, one: bool) -> None:
        outgoing, ids = self._means.outgoing, self._ids
        ways_out = WaysOutMenu(
            self._menu, self._theme, self._actions, self._means, ids=ids, known=self._known()
        )
        words = (
            (
                translate("versions", "Copy picture"),
                translate("versions", "Copy prompt"),
                translate("versions", "Copy path"),
            )
            if one
            else (
                translate("versions", "Copy {count} pictures").format(count=len(ids)),
                translate("versions", "Copy prompts"),
                translate("versions", "Copy paths"),
            )
        )
        self._add("copy", words[0], lambda: outgoing.copy_pictures(ids))
        ways_out.add_copy_as()
        self._add("copy", words[1], lambda: outgoing.copy_prompts(ids))
        self._add("copy", words[2], lambda: outgoing.copy_paths(ids))
        if one:
            folder = translate("versions", "Show in folder")
            self._add("folder-open", folder, lambda: self._actions.show_in_folder(self._version))
        self._add_open_with()
        self._add("printer", translate("versions", "Print…"), lambda: self._means.print_pictures(ids))
        ways_out.add_hand_off(self._version if one else None)

    def _add_open_with(self) -> None:
        menu = self._menu.addMenu(self._theme.icons.icon("external-link"), translate("versions", "Open with"))

        def use(act: Callable[[tuple[Path, ...]], object]) -> None:
            async def give(versions: tuple[Version, ...]) -> None:
                act(tuple(self._means.outgoing.path(version) for version in versions))

            self._means.outgoing.use(self._ids, give)

        self._means.open_with.fill(menu, self._version.mime, use=use)

    def _add_locate(self) -> None:
        lost = tuple(name for name in self._ids if self._means.missing.state(name) is not None)
        if lost:
            self._add("search", translate("versions", "Locate…"), lambda: self._means.missing.locate(lost))

    def _add(self, icon: str, text: str, act: Callable[[], object]) -> None:
        self._menu.addAction(self._theme.icons.icon(icon), text).triggered.connect(act)
