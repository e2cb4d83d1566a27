"""The edits that led to a version, made once more: of what, at what size, at what price, then the button."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QWidget

from studio.domain.geometry import Resolution
from studio.ui.composer.reference_files import PATTERNS
from studio.ui.kit import (
    Button,
    CheckBox,
    Dialog,
    Elided,
    FieldLabel,
    ScrollColumn,
    SegmentedPicker,
    SegmentOption,
    SpendButton,
    Words,
)
from studio.ui.picture_strip import PictureStrip
from studio.viewmodels.choices import resolution_choices
from studio.viewmodels.picture_choice import PictureChoiceModel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studio.domain.version import Version
    from studio.ui.theme import Theme
    from studio.viewmodels.replay import ReplayState, ReplayViewModel, StepLine
    from studio.viewmodels.thumbnails import Thumbnails

WIDTH = 600
LINE = 24
MOST_LINES = 6
AS_THEY_WERE = "as they were"


class ReplayDialog(Dialog[None]):
    """`pictures` are the versions to choose from, the first picture of the chain before all others."""

    def __init__(
        self,
        theme: Theme,
        replay: ReplayViewModel,
        *,
        pictures: Sequence[Version],
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, title=self.tr("Replay the edits"), parent=parent)
        self._replay = replay
        self.setFixedWidth(WIDTH)
        self._pictures = PictureChoiceModel(pictures, self)
        self._picture = FieldLabel(self.tr("Picture"))
        self.strip = PictureStrip(theme, thumbnails, self._pictures, name=self.tr("Picture"))
        self.file = Button(theme, self.tr("File…"))
        self.anew = CheckBox(theme, self.tr("Make the first picture anew, too"))
        self._size = FieldLabel(self.tr("Resolution"))
        self.size_picker = SegmentedPicker(theme, name=self.tr("Resolution"))
        self._steps = FieldLabel(self.tr("Steps"))
        self._lines = ScrollColumn()
        self._lines.setAccessibleName(self.tr("Steps"))
        self._explanation = Words(role="caption", wrap=True)
        self.spend = SpendButton("")
        self._lay_out()
        self.file.clicked.connect(self._choose_file)
        self.strip.chosen.connect(replay.choose_version)
        self.anew.clicked.connect(lambda: replay.make_anew(anew=self.anew.isChecked()))
        self.size_picker.picked.connect(self._choose_size)
        self.spend.spend_pressed.connect(replay.replay)
        replay.state_changed.connect(self._show)
        replay.placed.connect(self.accept)
        self._show()
        self.strip.setFocus()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.strip, 1)
        row.addWidget(self.file, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self._picture)
        self.body.addLayout(row)
        self.body.addWidget(self.anew)
        self.body.addSpacing(8)
        self.body.addWidget(self._size)
        self.body.addWidget(self.size_picker)
        self.body.addSpacing(8)
        self.body.addWidget(self._steps)
        self.body.addWidget(self._lines)
        self.body.addWidget(self._explanation)
        self._lines.body.setContentsMargins(0, 0, 0, 0)
        self.add_cancel(self.tr("Cancel"))
        self._row.addWidget(self.spend)

    def reject(self) -> None:
        """Not while it is being ordered: whether that went well is said here."""
        if not self._replay.state.placing:
            super().reject()

    # What is chosen

    def _choose_size(self, id_: str) -> None:
        self._replay.choose_resolution(None if id_ == AS_THEY_WERE else Resolution(id_))

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Picture to replay the edits on"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Pictures ({patterns})").format(patterns=PATTERNS))
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        dialog.setDirectory(folder)
        dialog.fileSelected.connect(self._take_file)
        dialog.open()

    def _take_file(self, name: str) -> None:
        self._replay.choose_file(Path(name))

    # What is shown

    def _show(self) -> None:
        state = self._replay.state
        self._picture.set_hint(state.file or (self.tr("The same as then") if state.is_of_root else ""))
        self.strip.go_to(self._pictures.row_of(state.ground) if isinstance(state.ground, str) else None)
        self.anew.setVisible(state.can_be_anew)
        self.anew.setChecked(state.anew)
        self._show_sizes(state)
        if state.plan is not None or state.problem:
            self._show_lines(state.lines)
        self.set_problem(state.problem)
        self._explanation.set_words(self._explained(state))
        self.spend.setText(state.label)
        self.spend.setAccessibleName(state.label)
        self.spend.set_resting(state.placing)
        self.spend.setEnabled(state.plan is not None and not state.problem)
        self.spend.set_reason(state.problem)

    def _show_sizes(self, state: ReplayState) -> None:
        session = self._replay.session.state
        group = session.model.group(state.group)
        self._size.set_hint(state.group)
        choices = resolution_choices(session.model, group)
        each = self.tr("{price} each")
        options = (
            SegmentOption(AS_THEY_WERE, self.tr("As they were"), self.tr("each its own")),
            *(
                SegmentOption(
                    choice.resolution.value, choice.resolution.value, each.format(price=choice.price)
                )
                for choice in choices
            ),
        )
        self.size_picker.set_options(options)
        self.size_picker.set_value(state.resolution.value if state.resolution else AS_THEY_WERE)

    def _show_lines(self, lines: tuple[StepLine, ...]) -> None:
        count = len(lines)
        words = self.tr("1 call") if count == 1 else self.tr("{count} calls, one after the other")
        self._steps.set_hint(words.format(count=count) if count else "")
        while (item := self._lines.body.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._lines.body.addWidget(_lines_of(lines))
        self._lines.body.addStretch(1)
        shown = min(sum(1 + bool(line.note) for line in lines), MOST_LINES)
        self._lines.setFixedHeight(max(shown, 1) * LINE)

    def _explained(self, state: ReplayState) -> str:
        how = self.tr(
            "Each step is sent when the one before it is saved. Where one brings nothing, the rest is not "
            "sent and costs nothing."
        )
        return f"{state.leaves}\n{how}" if state.leaves else how


def _lines_of(lines: tuple[StepLine, ...]) -> QWidget:
    """Number, what is changed, size, price; each a row."""
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 8, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    row = 0
    for number, line in enumerate(lines, 1):
        grid.addWidget(Words(str(number), role="faint"), row, 0)
        grid.addWidget(Elided(line.prompt, role="value"), row, 1)
        grid.addWidget(Words(line.size, role="caption"), row, 2, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(Words(line.price, role="value"), row, 3, Qt.AlignmentFlag.AlignRight)
        row += 1
        if line.note:
            grid.addWidget(Elided(line.note, role="faint"), row, 1)
            row += 1
    return table
