"""Under the prompt: what all of it weighs, what is drawn on the picture, the offer to begin again."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.ui.kit import Button, ButtonKind, FlowLayout, RemovableChip, Words

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.composer import ComposerViewModel
    from studio.viewmodels.composer_state import ComposerState


class PromptFoot(QWidget):
    """Nothing in it is shown before there is a reason to. `redone` when all changes stand in the editor."""

    redone = Signal()

    def __init__(self, theme: "Theme", composer: "ComposerViewModel", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._markup = _Chip(theme, remove=self.tr("Send no marks"))
        self._region = _Chip(theme, remove=self.tr("Let all of the picture change"))
        self._markup.removed.connect(composer.remove_markup)
        self._region.removed.connect(composer.remove_region)
        self._chips = QWidget()
        flow = FlowLayout(self._chips, gap=6)
        flow.addWidget(self._markup)
        flow.addWidget(self._region)
        self._redo = Button(
            theme,
            self.tr("Redo from the original, all changes at once"),
            kind=ButtonKind.LINK,
            icon="undo-2",
            name=self.tr("Redo from the original with all changes in one instruction"),
            hint=self.tr("With each edit of an edit a little is lost."),
        )
        self._redo.setAccessibleDescription(self._redo.toolTip())
        self._redo.clicked.connect(composer.redo)
        self._redo.clicked.connect(self.redone)
        self._total = Words(role="caption")
        self._notes = Words(role="caption", wrap=True)
        self._characters = Words(role="caption")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._total)
        row.addStretch(1)
        row.addWidget(self._characters)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._notes)
        column.addWidget(self._chips)
        column.addWidget(self._redo, 0, Qt.AlignmentFlag.AlignLeft)

    def show_state(self, state: "ComposerState") -> None:
        """Show what belongs to the prompt of this state."""
        lines = state.sending
        self._total.set_words(lines.total)
        notes = "\n".join(line for line in (lines.shrunk, lines.doubt) if line)
        self._notes.set_words(notes)
        self._notes.setVisible(bool(notes))
        self._markup.show_words(lines.markup)
        self._region.show_words(lines.region)
        self._chips.setVisible(bool(lines.markup or lines.region))
        self._redo.setVisible(lines.redo)
        length = len(state.prompt)
        self._characters.set_words(
            self.tr("1 character")
            if length == 1
            else self.tr("{count} characters").format(count=f"{length:,}")
        )


class _Chip(RemovableChip):
    """Hidden without words."""

    def __init__(self, theme: "Theme", *, remove: str) -> None:
        super().__init__(theme, "", name="")
        self._remove = remove

    def show_words(self, words: str) -> None:
        self.setVisible(bool(words))
        if words:
            self.set_words(words, name=f"{words}. {self._remove}")
