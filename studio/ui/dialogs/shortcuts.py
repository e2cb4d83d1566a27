"""Every action with its keys: searched, changed by pressing others, given back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.ui.dialogs.key_picker import KeyPicker
from studio.ui.kit import Button, ButtonKind, Dialog, IconButton, ScrollColumn, SearchField, Words
from studio.viewmodels.actions import Action, cap_words
from studio.viewmodels.fuzzy import fit

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.actions import Actions

WIDTH = 600
HEIGHT = 420

translate = QCoreApplication.translate


class ShortcutRow(QWidget):
    """One action: its title, its keys, a way back, and who else has them."""

    def __init__(
        self, theme: Theme, actions: Actions, action: Action, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions = actions
        self.action = action
        self.keys = KeyPicker(theme, action.title)
        self.none = IconButton(
            theme, "x", name=self.tr("{action}: no keys").format(action=action.title), small=True
        )
        self.reset = IconButton(
            theme, "undo-2", name=self.tr("{action}: usual keys").format(action=action.title), small=True
        )
        self._rivals = QVBoxLayout()
        self._shown: tuple[tuple[str, str], ...] = ()
        self._lay_out()
        self.keys.picked.connect(self._choose)
        self.none.clicked.connect(lambda: actions.choose(action.id, ()))
        self.reset.clicked.connect(lambda: actions.reset(action.id))
        self.show_keys()

    def _lay_out(self) -> None:
        for button in (self.none, self.reset):
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(Words(self.action.title), 1)
        row.addWidget(self.reset)
        row.addWidget(self.none)
        row.addWidget(self.keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 2)
        column.setSpacing(2)
        column.addLayout(row)
        column.addLayout(self._rivals)

    def show_keys(self) -> None:
        """As they are now."""
        keys = self._actions.keys(self.action.id)
        self.keys.show_keys(keys)
        self.none.setVisible(bool(keys))
        self.reset.setVisible(self._actions.is_changed(self.action.id))
        rivals = self._actions.rivals(self.action.id)
        shown = tuple((key, other.id) for key, other in rivals)
        if shown != self._shown:
            self._shown = shown
            while (item := self._rivals.takeAt(0)) is not None:
                widget = item.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
            for key, other in rivals:
                self._rivals.addWidget(self._rival(key, other))

    def _choose(self, key: str) -> None:
        self._actions.choose(self.action.id, (key,))

    def _rival(self, key: str, other: Action) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 2)
        said = self.tr("{keys} also does: {action}").format(keys=cap_words(key), action=other.title)
        row.addWidget(Words(said, role="warning"), 1)
        take = Button(
            self._theme,
            self.tr("Use it here only"),
            kind=ButtonKind.LINK,
            name=self.tr("Use it here only, not for {action}").format(action=other.title),
        )
        take.clicked.connect(lambda: self._actions.take_away(key, from_id=other.id))
        row.addWidget(take)
        return line


class ShortcutsDialog(Dialog[None]):
    """What is changed holds at once; there is nothing to save."""

    def __init__(self, theme: Theme, actions: Actions, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, title=translate("dialogs", "Keyboard shortcuts"), parent=parent)
        self._actions = actions
        self.search = SearchField(
            theme, name=self.tr("Search shortcuts"), placeholder=self.tr("Search actions and keys")
        )
        self.search.textChanged.connect(self._filter)
        self.search.escaped.connect(self.reject)
        self._nothing = Words(self.tr("No action is called so."), role="muted")
        self._column = ScrollColumn()
        self._column.setMinimumHeight(HEIGHT)
        self._column.body.setContentsMargins(0, 0, 12, 0)
        self._column.body.setSpacing(0)
        self.rows: list[ShortcutRow] = []
        self._headings: list[tuple[Words, list[ShortcutRow]]] = []
        self._fill(theme)
        self.body.addWidget(self.search)
        self.body.addWidget(self._column, 1)
        self.setMinimumWidth(WIDTH)
        self.reset_all = self.add_action(self.tr("Reset all"), actions.reset_all)
        self.add_action(self.tr("Close"), self.accept)
        actions.changed.connect(self._show)
        self._show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fill(self, theme: Theme) -> None:
        by_category: dict[str, list[Action]] = {}
        for action in self._actions:
            by_category.setdefault(action.category, []).append(action)
        body = self._column.body
        for category, actions in by_category.items():
            heading = Words(category, role="label")
            heading.setContentsMargins(0, 10, 0, 4)
            rows = [ShortcutRow(theme, self._actions, action) for action in actions]
            body.addWidget(heading)
            for row in rows:
                body.addWidget(row)
            self.rows.extend(rows)
            self._headings.append((heading, rows))
        body.addWidget(self._nothing)
        self._nothing.hide()
        body.addStretch(1)

    def _show(self) -> None:
        for row in self.rows:
            row.show_keys()
        self.reset_all.setEnabled(self._actions.any_changed)

    def _filter(self, text: str) -> None:
        found = False
        for heading, rows in self._headings:
            fitting = [row for row in rows if self._fits(row.action, text)]
            for row in rows:
                row.setVisible(row in fitting)
            heading.setVisible(bool(fitting))
            found = found or bool(fitting)
        self._nothing.setVisible(not found)

    def _fits(self, action: Action, text: str) -> bool:
        """By its title or category, or by keys as they are written ("ctrl z", "Ctrl+Z")."""
        if fit(text, f"{action.title} {action.category}") is not None:
            return True
        keys = (cap_words(key).casefold() for key in self._actions.keys(action.id))
        typed = text.casefold().replace("+", " ").strip()
        return any(key == typed or (len(typed) > 1 and typed in key) for key in keys)
