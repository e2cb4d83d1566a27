"""Judging in the context menu of pictures, for one or many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from studio.domain.flags import Flag, Label
from studio.domain.judgement import MOST_RATING
from studio.ui.actions import with_keys
from studio.viewmodels.judging_actions import flag_id, label_id, label_words, rate_id, rating_words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QMenu

    from studio.domain.places import Project
    from studio.domain.version import Version
    from studio.viewmodels.judging import JudgingViewModel

translate = QCoreApplication.translate


def _no_keys(_action: str) -> str:
    return ""


def add_judging(
    menu: QMenu,
    judging: JudgingViewModel,
    ids: Sequence[str],
    versions: Sequence[Version],
    projects: Sequence[Project],
    *,
    keys: Callable[[str], str] = _no_keys,
) -> None:
    """Rate, flag, label, tag, move, and delete or restore these versions.

    `versions` are those of the ids that are known now: what all of them have already is ticked. `keys` has
    the keys to show for an action's id (`Actions.shown`).
    """
    ids = tuple(ids)
    whole = len(versions) == len(ids)
    _JudgingMenu(menu, judging, ids, tuple(versions) if whole else (), keys).fill(projects)


class _JudgingMenu:
    def __init__(
        self,
        menu: QMenu,
        judging: JudgingViewModel,
        ids: tuple[str, ...],
        versions: tuple[Version, ...],
        keys: Callable[[str], str],
    ) -> None:
        self._menu = menu
        self._judging = judging
        self._ids = ids
        self._versions = versions
        self._keys = keys

    def fill(self, projects: Sequence[Project]) -> None:
        self._add_ratings(self._menu.addMenu(translate("judging", "Rate")))
        self._add_flags(self._menu.addMenu(translate("judging", "Flag")))
        self._add_labels(self._menu.addMenu(translate("judging", "Label")))
        self._add(
            self._menu,
            translate("judging", "Tags…"),
            "tags",
            lambda: self._judging.tags_requested.emit(self._ids),
        )
        self._menu.addSeparator()
        self._add_projects(self._menu.addMenu(translate("judging", "Move to project")), projects)
        self._add_trash()

    def _add_ratings(self, menu: QMenu) -> None:
        for rating in (*range(MOST_RATING, 0, -1), 0):
            has = self._all(lambda version, rating=rating: version.judgement.rating == rating)
            act = self._one_way(lambda rating=rating: self._judging.rate(self._ids, rating), stays=has)
            self._add(menu, rating_words(rating), rate_id(rating), act, checked=has)

    def _add_flags(self, menu: QMenu) -> None:
        words = {
            Flag.PICK: translate("judging", "Pick"),
            Flag.REJECT: translate("judging", "Reject"),
            Flag.NONE: translate("judging", "No flag"),
        }
        for flag, shown in words.items():
            has = self._all(lambda version, flag=flag: version.judgement.flag is flag)
            act = self._one_way(lambda flag=flag: self._judging.flag(self._ids, flag), stays=has)
            self._add(menu, shown, flag_id(flag), act, checked=has)

    def _add_labels(self, menu: QMenu) -> None:
        for label in (*(one for one in Label if one), Label.NONE):
            has = self._all(lambda version, label=label: version.judgement.label is label)
            act = self._one_way(lambda label=label: self._judging.label(self._ids, label), stays=has)
            self._add(menu, label_words(label), label_id(label), act, checked=has)

    def _add_projects(self, menu: QMenu, projects: Sequence[Project]) -> None:
        for project in projects:
            if not project.archived:
                has = self._all(lambda version, name=project.name: version.project == name)
                act = self._one_way(lambda name=project.name: self._judging.move(self._ids, name), stays=has)
                self._add(menu, project.name, "", act, checked=has)
        menu.addSeparator()
        new = translate("judging", "New project…")
        self._add(menu, new, "", lambda: self._judging.project_requested.emit(self._ids))

    def _add_trash(self) -> None:
        if self._all(lambda version: version.trashed is not None):
            words = translate("judging", "Restore from trash")
            self._add(self._menu, words, "restore", lambda: self._judging.restore(self._ids))
        else:
            words = translate("judging", "Move to trash")
            self._add(self._menu, words, "trash", lambda: self._judging.trash(self._ids))

    def _all(self, holds: Callable[[Version], bool]) -> bool:
        return bool(self._versions) and all(map(holds, self._versions))

    def _one_way(self, act: Callable[[], object], *, stays: bool) -> Callable[[], object]:
        """What is ticked in a menu stays ticked: only keys take away what they gave."""
        return (lambda: None) if stays else act

    def _add(
        self, menu: QMenu, words: str, action_id: str, act: Callable[[], object], *, checked: bool = False
    ) -> QAction:
        item = menu.addAction(with_keys(words, self._keys(action_id)))
        item.setCheckable(checked)
        item.setChecked(checked)
        item.triggered.connect(act)
        return item
