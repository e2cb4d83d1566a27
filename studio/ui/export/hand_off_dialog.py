"""The dialog for a client page or a contact sheet of the chosen pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout

from studio.domain.sheet import Paper
from studio.ui.kit import CheckBox, Dialog, FieldLabel, SegmentedPicker, SegmentOption, Stepper, TextField, Words
from studio.viewmodels.hand_off import HandOffChoice, HandOffKind, title_words, usual_paper

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme

_MOST_COLUMNS = 8
_PDF, _PNG = "pdf", "png"


class HandOffDialog(Dialog[tuple[HandOffChoice, Path]]):
    """Answers what was chosen, and the file to write. `start` begins it, of another time perhaps."""

    def __init__(
        self,
        theme: Theme,
        *,
        count: int,
        start: HandOffChoice,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title=title_words(start.kind, count), parent=parent)
        self._start = start
        self._folder = folder
        self.title = TextField(name=self.tr("Title"), placeholder=self.tr("None"))
        self.title.setText(start.title)
        self.credit = TextField(name=self.tr("Credit"), placeholder=self.tr("None"))
        self.credit.setText(start.credit)
        self.captions = CheckBox(self.tr("Captions: name, prompt and size"))
        self.captions.setChecked(start.captions)
        self.prices = CheckBox(self.tr("Prices"))
        self.prices.setChecked(start.prices)
        self._add_field(self.tr("Title"), self.title)
        if start.kind is HandOffKind.CLIENT_PAGE:
            self._add_field(self.tr("Credit"), self.credit)
            self._says = self.tr("One HTML file that holds its pictures, with no recipe and no script in it.")
        else:
            self._add_paper()
            self._says = self.tr("Pages as PNG are numbered files, one for each page.")
        self.body.addWidget(self.captions)
        self.body.addWidget(self.prices)
        self.body.addWidget(Words(self._says, role="caption", wrap=True))
        self.captions.toggled.connect(self._follow_captions)
        self.add_cancel(self.tr("Cancel"))
        self.save = self.add_action(self.tr("Save…"), self._ask_where, default=True)
        self._follow_captions(on=self.captions.isChecked())
        self.title.setFocus()

    def _add_field(self, words: str, field: QWidget) -> None:
        label = FieldLabel(words)
        label.set_buddy(field)
        self.body.addWidget(label)
        self.body.addWidget(field)
        self.body.addSpacing(4)
