"""The files that follow the tree of the version which details show."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.ui.kit import Button, Elided, FieldLabel, IconButton, Words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.link_state import LinkRow
    from studio.viewmodels.linking import LinkingViewModel


class LinkPart(QWidget):
    """Hidden while nothing is linked."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._linking: LinkingViewModel | None = None
        self._rows: tuple[LinkRow, ...] = ()
        self._shown: list[LinkedFile] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 20, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(FieldLabel(self.tr("Linked files")))
        self.hide()

    def furnish(self, linking: LinkingViewModel) -> None:
        """From now on, show what this says."""
        self._linking = linking
        linking.state_changed.connect(self._show)
        self._show()

    @property
    def files(self) -> tuple[LinkedFile, ...]:
        """One for each, in the order of their paths."""
        return tuple(self._shown)

    def _show(self) -> None:
        if self._linking is None or self._linking.state.rows == self._rows:
            return
        self._rows = self._linking.state.rows
        for shown in self._shown:
            self._column.removeWidget(shown)
            shown.hide()
            shown.deleteLater()
        self._shown = [LinkedFile(self._theme, self._linking, row) for row in self._rows]
        for shown in self._shown:
            self._column.addWidget(shown)
        self.setVisible(bool(self._rows))


class LinkedFile(QWidget):
    """One of them: what is in it, what is wrong with it, and what can be done."""

    def __init__(self, theme: Theme, linking: LinkingViewModel, row: LinkRow) -> None:
        super().__init__()
        self.setAccessibleName(row.words)
        self.words = Elided(row.words, role="value", middle=True)
        self.problem = Words(row.problem, role="warning", wrap=True)
        self.problem.setVisible(bool(row.problem))
        self.step = Button(theme, row.step_words, small=True, name=f"{row.step_words}: {row.name}")
        shows = self.tr("Show {name} in file manager").replace("{name}", row.name)
        unlinks = self.tr("Unlink {name}").replace("{name}", row.name)
        self.show_file = IconButton(theme, "folder-open", name=shows, small=True)
        self.unlink = Button(theme, self.tr("Unlink"), small=True, name=unlinks)
        self.step.clicked.connect(partial(linking.take, row))
        self.show_file.clicked.connect(partial(linking.show, row.target))
        self.unlink.clicked.connect(partial(linking.unlink, row.target))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.step)
        buttons.addWidget(self.unlink)
        buttons.addStretch(1)
        buttons.addWidget(self.show_file)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.words)
        column.addWidget(self.problem)
        column.addLayout(buttons)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A column that scrolls asks no words how high they are when they are wrapped."""
        super().resizeEvent(event)
        self.problem.setFixedHeight(max(0, self.problem.heightForWidth(self.width())))
