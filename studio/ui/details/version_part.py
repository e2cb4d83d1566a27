"""Details of a version: its picture, what can be done with it, how it was made, what came of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.ui.details.judgement_part import JudgementPart
from studio.ui.details.link_part import LinkPart
from studio.ui.details.picture import Picture
from studio.ui.details.rows import key_value
from studio.ui.details.sent_part import SentPart
from studio.ui.details.tree_view import TreeView
from studio.ui.kit import (
    Button,
    ButtonKind,
    FieldLabel,
    IconButton,
    KeyValue,
    KeyValueRows,
    ScrollColumn,
    Swatches,
)
from studio.ui.version_actions import VersionActions
from studio.viewmodels.branches import is_gone
from studio.viewmodels.detail_rows import version_rows

if TYPE_CHECKING:
    from studio.domain.version import Branch, Version
    from studio.ui.theme import Theme
    from studio.viewmodels.details import DetailsState
    from studio.viewmodels.judging import JudgingViewModel
    from studio.viewmodels.linking import LinkingViewModel
    from studio.viewmodels.missing import MissingViewModel
    from studio.viewmodels.saving import SavingViewModel
    from studio.viewmodels.tags import TagsViewModel
    from studio.viewmodels.thumbnails import Thumbnails

MANY = 200
"""A tree of more versions than this takes its time to be shown."""


class VersionPart(ScrollColumn):
    """`iterate_requested` carries the version's id, `version_chosen` a Version of the tree."""

    iterate_requested = Signal(str)
    version_chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        thumbnails: Thumbnails,
        saving: SavingViewModel,
        *,
        judging: JudgingViewModel,
        tags: TagsViewModel,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._theme = theme
        self._version: Version | None = None
        self._branches: tuple[Branch, ...] = ()
        self._show_tree_soon = QTimer(self)
        self._show_tree_soon.setSingleShot(True)
        self._show_tree_soon.timeout.connect(self._show_tree)
        self._among: tuple[Version, ...] = ()
        self._missing: MissingViewModel | None = None
        self._actions = VersionActions(theme, saving, thumbnails, owner=self)
        self._picture = Picture(theme, thumbnails)
        self._iterate = Button(theme, self.tr("Iterate"), icon="git-branch")
        self._export = Button(theme, self.tr("Export…"))
        self._more = IconButton(theme, "ellipsis", name=self.tr("More"), framed=True)
        self._judgement = JudgementPart(theme, judging=judging, tags=tags)
        self._rows = KeyValueRows(theme)
        self._sent = SentPart(theme, thumbnails)
        self._links = LinkPart(theme)
        self._iterations = FieldLabel(self.tr("Iterations"))
        self._open_tree = IconButton(theme, "git-branch", name=self.tr("Open tree"), small=True)
        self._iterations.add_right(self._open_tree)
        self._tree = TreeView(theme, thumbnails)
        self._lay_out()
        self._iterate.clicked.connect(self._ask_iterate)
        self._export.clicked.connect(self._ask_export)
        self._more.clicked.connect(self._open_menu)
        self._open_tree.clicked.connect(self._ask_tree)
        self._tree.chosen.connect(self.version_chosen)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self._iterate, 1)
        buttons.addWidget(self._export)
        buttons.addWidget(self._more)
        self.body.setSpacing(0)
        self.body.addWidget(self._picture)
        self.body.addSpacing(12)
        self.body.addLayout(buttons)
        self.body.addSpacing(12)
        self.body.addWidget(self._judgement)
        self.body.addSpacing(16)
        self.body.addWidget(FieldLabel(self.tr("Details")))
        self.body.addSpacing(10)
        self.body.addWidget(self._rows)
        self.body.addWidget(self._links)
        self.body.addWidget(self._sent)
        self.body.addSpacing(20)
        self.body.addWidget(self._iterations)
        self.body.addSpacing(8)
        self.body.addWidget(self._tree)
        self.body.addStretch(1)

    def show_state(self, state: DetailsState) -> None:
        """Show the version of this state, and its tree as soon as it has been read."""
        version = state.version
        tree = _tree_told(state)
        if version is not None and (version, tree) != (self._version, self._among):
            self._among = tree
            is_other = self._version is None or self._version.id != version.id
            self._version = version
            self._picture.show_version(version)
            self._judgement.show_version(version)
            self._show_rows(version)
            if is_other:
                self.verticalScrollBar().setValue(0)
        if version is not None:
            self._sent.show_sent(version, state.sent)
        if state.branches is not self._branches:
            self._branches = state.branches
            self._iterations.set_hint(self._tree_words(state))
        self._open_tree.setVisible(len(state.branches) > 1)
        if len(state.branches) > MANY:
            # What is larger, and shows the same tree, is painted first.
            self._show_tree_soon.start()
        else:
            self._show_tree()

    def _show_tree(self) -> None:
        branches, version = self._branches, self._version
        self._tree.tree.show(branches, keep=version.id if version else "")
        self._tree.follow(version)
        self._tree.updateGeometry()

    def furnish(
        self, *, actions: VersionActions, missing: MissingViewModel, linking: LinkingViewModel | None
    ) -> None:
        """Offer all that can be done with a version; say what is wrong with its file, and which follow it."""
        if linking is not None:
            self._links.furnish(linking)
        self._actions = actions
        self._missing = missing
        missing.changed.connect(self._show_problems)

    def _show_problems(self, ids: frozenset[str]) -> None:
        if self._version and self._version.id in ids:
            self._show_rows(self._version)

    def _show_rows(self, version: Version) -> None:
        problem = self._missing.words(version.id) if self._missing else ""
        rows = map(key_value, version_rows(version, problem=problem, tree=self._among))
        self._rows.set_rows((*rows, *self._palette(version)))

    def _palette(self, version: Version) -> tuple[KeyValue, ...]:
        if not version.palette:
            return ()
        row, swatches = self._palette_row
        swatches.set_colours(version.palette)
        return (KeyValue("palette", self.tr("Palette"), widget=row),)

    @cached_property
    def _palette_row(self) -> tuple[QWidget, Swatches]:
        """Made once: other rows mean that all of them are built anew."""
        swatches = Swatches(name=self.tr("Palette"))
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(swatches, 1)
        words, name = self.tr("Open…"), self.tr("Open palette")
        more = Button(self._theme, words, kind=ButtonKind.LINK, name=name)
        more.clicked.connect(self._ask_palette)
        line.addWidget(more)
        return row, swatches

    def _ask_palette(self) -> None:
        if self._version:
            self._actions.palette_requested.emit(self._version)

    def _tree_words(self, state: DetailsState) -> str:
        count = sum(not is_gone(branch.version) for branch in state.branches)
        if not count:
            return ""
        words = self.tr("1 version · {cost}") if count == 1 else self.tr("{count} versions · {cost}")
        if count > MANY:
            # The narrowest details have no room for more.
            words = self.tr("{count} · {cost}")
        return words.format(count=f"{count:,}", cost=state.tree_cost)

    def _ask_iterate(self) -> None:
        if self._version:
            self.iterate_requested.emit(self._version.id)

    def _ask_tree(self) -> None:
        if self._version:
            self._actions.tree_requested.emit(self._version)

    def _ask_export(self) -> None:
        if self._version:
            self._actions.export_requested.emit((self._version.id,))

    def _open_menu(self) -> None:
        if self._version:
            menu = self._actions.menu(self._version, whole=False)
            below = self._more.mapToGlobal(QPoint(self._more.width(), self._more.height() + 4))
            menu.popup(below - QPoint(menu.sizeHint().width(), 0))


def _tree_told(state: DetailsState) -> tuple[Version, ...]:
    """The versions among which the rows find others to name: only what a region has to do with names any."""
    version = state.version
    if version is None or not (version.is_put_together or version.answers_region):
        return ()
    return tuple(branch.version for branch in state.branches)
