"""The dialog for a client page or a contact sheet of the chosen pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from studio.domain.sheet import Paper
from studio.ui.kit import (
    CheckBox,
    Dialog,
    FieldLabel,
    SegmentedPicker,
    SegmentOption,
    Stepper,
    TextField,
    Words,
)
from studio.viewmodels.hand_off import HandOffChoice, HandOffKind, title_words

if TYPE_CHECKING:
    from studio.ui.theme import Theme

_MOST_COLUMNS = 8
_PDF, _PNG = "pdf", "png"


class HandOffDialog(Dialog[tuple[HandOffChoice, Path]]):
    """Answers what was chosen, and the file to write; `start` is what it begins with."""

    def __init__(
        self,
        theme: Theme,
        *,
        count: int,
        start: HandOffChoice,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        """`folder` is where the file is offered to be saved."""
        super().__init__(theme, title=title_words(start.kind, count), parent=parent)
        self._start = start
        self._folder = folder
        self._is_page = start.kind is HandOffKind.CLIENT_PAGE
        self.title = TextField(name=self.tr("Title"), placeholder=self.tr("None"))
        self.credit = TextField(name=self.tr("Credit"), placeholder=self.tr("None"))
        self.format = SegmentedPicker(theme, name=self.tr("Format"))
        self.format.set_options((SegmentOption(_PDF, "PDF"), SegmentOption(_PNG, "PNG")))
        self.paper = SegmentedPicker(theme, name=self.tr("Paper"))
        self.paper.set_options(tuple(SegmentOption(paper.value, paper.value) for paper in Paper))
        self.columns = Stepper(theme, name=self.tr("Columns"), maximum=_MOST_COLUMNS)
        self.captions = CheckBox(theme, self.tr("Captions: name, prompt and size"))
        self.prices = CheckBox(theme, self.tr("Prices in the captions"))
        self._begin_with(start)
        self._lay_out()
        self.captions.toggled.connect(self.prices.setEnabled)
        self.add_cancel(self.tr("Cancel"))
        self.save = self.add_action(self.tr("Save…"), self.ask_where, default=True)
        self.title.setFocus()

    def _begin_with(self, start: HandOffChoice) -> None:
        self.title.setText(start.title)
        self.credit.setText(start.credit)
        self.format.set_value(_PNG if start.pages else _PDF)
        self.paper.set_value(start.paper.value)
        self.columns.setValue(start.columns)
        self.captions.setChecked(start.captions)
        self.prices.setChecked(start.prices)
        self.prices.setEnabled(start.captions)

    def _lay_out(self) -> None:
        self.body.addWidget(_field(self.tr("Title"), self.title))
        if self._is_page:
            self.body.addWidget(_field(self.tr("Credit"), self.credit))
            says = self.tr("One HTML file that holds its pictures. It has no recipe and runs no script.")
        else:
            row = QHBoxLayout()
            row.setSpacing(12)
            row.addWidget(_field(self.tr("Format"), self.format), 1)
            row.addWidget(_field(self.tr("Paper"), self.paper), 1)
            row.addWidget(_field(self.tr("Columns"), self.columns))
            self.body.addLayout(row)
            says = self.tr("PDF is one file, PNG a numbered file for each page.")
        self.body.addSpacing(4)
        self.body.addWidget(self.captions)
        self.body.addWidget(self.prices)
        self.body.addWidget(Words(says, role="caption", wrap=True))

    @property
    def choice(self) -> HandOffChoice:
        """What is chosen now."""
        return replace(
            self._start,
            title=self.title.text().strip(),
            credit=self.credit.text().strip(),
            paper=Paper(self.paper.value),
            columns=self.columns.value(),
            captions=self.captions.isChecked(),
            prices=self.prices.isChecked(),
            pages=self.format.value == _PNG,
        )

    def ask_where(self) -> None:
        """Ask for the file, without holding anything up."""
        choice = self.choice
        dialog = QFileDialog(self, self.windowTitle())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilters([f"{choice.ending.upper()} (*.{choice.ending})"])
        dialog.setDefaultSuffix(choice.ending)
        dialog.setDirectory(str(self._folder))
        dialog.selectFile(f"{choice.name}.{choice.ending}")

        def take(name: str) -> None:
            self.answer((choice, Path(name)))

        dialog.fileSelected.connect(take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _field(words: str, field: QWidget) -> QWidget:
    holder, label = QWidget(), FieldLabel(words)
    label.set_buddy(field)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addWidget(label)
    column.addWidget(field)
    return holder
