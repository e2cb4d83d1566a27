"""A version's past in its menu: using again what made it, and the branch that begins with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.ui.actions import with_keys
from studio.viewmodels.branches import can_be_put_away
from studio.viewmodels.reuse import Reuse, can_reuse, reuse_icon, reuse_id, reuse_words
from studio.viewmodels.tree_actions import ARCHIVE, HIDE, NAME, OPEN, REPLAY
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from studio.domain.version import Version
    from studio.ui.action_means import ActionMeans
    from studio.ui.theme import Theme
    from studio.ui.version_actions import VersionActions


class PastMenu:
    """Adds to the menu of one version."""

    def __init__(
        self, menu: QMenu, theme: Theme, actions: VersionActions, means: ActionMeans, *, version: Version
    ) -> None:
        self._menu = menu
        self._theme = theme
        self._actions = actions
        self._means = means
        self._version = version

    def add_reuse(self) -> None:
        """Prompt, settings, references, all: what there isn't can't be chosen."""
        version, asked = self._version, self._actions.reuse_requested
        menu = self._menu.addMenu(self._theme.icons.icon("history"), translate("versions", "Use again"))
        for what in Reuse:
            item = self._add(
                menu,
                reuse_icon(what),
                reuse_words(what),
                reuse_id(what),
                lambda *, what=what: asked.emit(version, what),
            )
            item.setEnabled(can_reuse(version, what))

    def add_branch(self) -> None:
        """The tree, and the mark of the branch."""
        version, judging, mark = self._version, self._means.judging, self._version.branch
        menu = self._menu.addMenu(self._theme.icons.icon("git-branch"), translate("versions", "Tree"))
        tree = self._actions.tree_requested
        self._add(menu, "git-branch", translate("versions", "Open tree"), OPEN, lambda: tree.emit(version))
        replay = self._actions.replay_requested
        item = self._add(
            menu, "play", translate("versions", "Replay its edits…"), REPLAY, lambda: replay.emit(version)
        )
        item.setEnabled(version.recipe.parent is not None)
        menu.addSeparator()
        named = judging.branch_name_requested
        self._add(menu, "pencil", translate("versions", "Name branch…"), NAME, lambda: named.emit(version))
        hide = self._add(
            menu,
            "eye" if mark.hidden else "eye-off",
            translate("versions", "Show branch") if mark.hidden else translate("versions", "Hide branch"),
            HIDE,
            lambda: judging.hide_branch(version.id, hides=not mark.hidden),
        )
        archive = self._add(
            menu,
            "archive",
            translate("versions", "Bring branch back")
            if mark.archived
            else translate("versions", "Archive branch"),
            ARCHIVE,
            lambda: judging.archive_branch(version.id, archives=not mark.archived),
        )
        for item in (hide, archive):
            item.setEnabled(can_be_put_away(version))

    def _add(self, menu: QMenu, icon: str, words: str, action_id: str, act: Callable[[], object]) -> QAction:
        shown = with_keys(words, self._means.keys(action_id))
        item = menu.addAction(self._theme.icons.icon(icon), shown)
        item.triggered.connect(act)
        return item
