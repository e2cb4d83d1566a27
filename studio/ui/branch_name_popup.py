"""The name of a branch, typed over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from studio.domain.judgement import LONGEST_NAME
from studio.ui.kit import Divider, Overlay, TextField, Words, set_look
from studio.viewmodels.wording import prompt_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studio.domain.version import Version
    from studio.viewmodels.judging import JudgingViewModel

WIDTH = 440
TOP = 96


class BranchNamePopup(Overlay):
    """Return keeps what is typed, Escape closes. An empty name takes the name away."""

    def __init__(self, judging: JudgingViewModel, *, host: QWidget) -> None:
        super().__init__(host, name=self.tr("Name of the branch"), width=WIDTH, top=TOP)
        self._judging = judging
        self._version: Version | None = None
        self._title = Words(role="label")
        self.field = TextField(name=self.tr("Name of the branch"), placeholder=self.tr("No name"))
        self.field.setMaxLength(LONGEST_NAME)
        set_look(self.field, "bare", True)
        top = QVBoxLayout()
        top.setContentsMargins(16, 14, 16, 10)
        top.addWidget(self._title)
        body = self.card.body
        body.setContentsMargins(1, 1, 1, 1)
        body.setSpacing(0)
        body.addLayout(top)
        body.addWidget(Divider())
        body.addWidget(self.field)
        self.field.returnPressed.connect(self._keep)

    def show_version(self, version: Version) -> None:
        """Open it for the branch that begins with this version."""
        self._version = version
        self._title.set_words(
            self.tr("Branch from “{prompt}” on").format(prompt=prompt_words(version.recipe))
        )
        self.field.setText(version.branch.name)
        self.field.selectAll()
        self.open(self.field)

    def _keep(self) -> None:
        version, name = self._version, self.field.text()
        self.dismiss()
        if version is not None and name.strip() != version.branch.name:
            self._judging.name_branch(version.id, name)
