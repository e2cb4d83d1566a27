"""The palette of a version: how many colours, what they are called, how they go together, and the way out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSlider, QStackedWidget, QWidget

from studio.domain.file_names import slug
from studio.domain.palette_clusters import FEWEST, MOST
from studio.export.palette_files import PaletteFormat
from studio.ui.colours.band import Band
from studio.ui.colours.contrast_table import ContrastTable
from studio.ui.colours.swatch_grid import GAP, HEIGHT, SwatchGrid
from studio.ui.kit import ComboField, Dialog, SegmentedPicker, SegmentOption, Words
from studio.viewmodels.colour_words import format_words, is_text, state_words
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.colours import ColoursViewModel

WIDTH = 720
_COLOURS, _CONTRAST = "colours", "contrast"


class ColoursDialog(Dialog[None]):
    """Shows what its view-model says."""

    def __init__(self, theme: Theme, colours: ColoursViewModel, *, parent: QWidget | None = None) -> None:
        title = translate("colours", "Palette of {picture}").format(picture=colours.state.title)
        super().__init__(theme, title=title, parent=parent)
        self._colours = colours
        colours.setParent(self)
        self.setFixedWidth(WIDTH)
        self.band = Band(theme)
        self.count = QSlider(Qt.Orientation.Horizontal)
        self.count.setRange(FEWEST, MOST)
        self.count.setPageStep(1)
        self.count.setFixedWidth(140)
        self.count.setAccessibleName(translate("colours", "How many colours"))
        self._count_words = Words(role="value")
        self.told = Words(role="caption")
        self.pages = SegmentedPicker(theme, name=translate("colours", "What is shown"))
        self.pages.set_options(
            (
                SegmentOption(_COLOURS, translate("colours", "Colours")),
                SegmentOption(_CONTRAST, translate("colours", "Contrast")),
            )
        )
        self.pages.set_value(_COLOURS)
        self.grid = SwatchGrid(theme)
        self.table = ContrastTable(theme)
        self._stack = QStackedWidget()
        self.format = ComboField(theme, name=translate("colours", "Format"))
        self.format.set_options(tuple((one.value, format_words(one)) for one in PaletteFormat))
        self._lay_out()
        self.copy = self.add_action(translate("colours", "Copy"), self._copy)
        self.save = self.add_action(translate("colours", "Save…"), self._save)
        self.add_action(translate("colours", "Done"), self.accept, default=True)
        self._row.insertWidget(0, self.format)
        self._listen()
        self._follow()
        self.count.setFocus()

    def _lay_out(self) -> None:
        choice = QHBoxLayout()
        choice.setSpacing(10)
        choice.addWidget(self.count)
        choice.addWidget(self._count_words)
        choice.addWidget(self.told, 1)
        self.pages.setMaximumWidth(190)
        choice.addWidget(self.pages)
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.table)
        self._stack.setFixedHeight(7 * HEIGHT + 6 * GAP)
        self.body.setSpacing(12)
        self.body.addWidget(self.band)
        self.body.addLayout(choice)
        self.body.addWidget(self._stack)

    def _listen(self) -> None:
        colours = self._colours
        self.count.valueChanged.connect(colours.choose)
        self.pages.picked.connect(self._turn_to)
        self.grid.pressed.connect(colours.copy_hex)
        self.format.picked.connect(self._follow)
        colours.state_changed.connect(self._follow)

    def done(self, result: int) -> None:
        """However it is closed, nobody wants to know any more."""
        self._colours.end()
        super().done(result)

    @property
    def _format(self) -> PaletteFormat:
        return PaletteFormat(self.format.value)

    def _turn_to(self, page: str) -> None:
        self._stack.setCurrentWidget(self.table if page == _CONTRAST else self.grid)
        self._follow()

    def _follow(self) -> None:
        state = self._colours.state
        self.count.setValue(state.wanted)
        self._count_words.set_words(translate("colours", "{count} colours").format(count=state.wanted))
        self.told.set_words(state_words(state))
        self.set_problem(state.problem)
        self.band.show_swatches(state.swatches)
        self.grid.show_swatches(state.swatches)
        if self._stack.currentWidget() is self.table:
            self.table.show_swatches(state.swatches)
        self.copy.setEnabled(bool(state.swatches) and is_text(self._format))
        self.save.setEnabled(bool(state.swatches))
        hint = "" if is_text(self._format) else translate("colours", "This format isn’t text: save it")
        self.copy.setToolTip(hint)
        self.copy.setAccessibleDescription(hint)

    def _copy(self) -> None:
        self._colours.copy(self._format)

    def _save(self) -> None:
        """Ask where, without holding anything up."""
        format_ = self._format
        dialog = QFileDialog(self, translate("colours", "Save palette"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(f"{format_words(format_)} (*{format_.ending})")
        dialog.setDefaultSuffix(format_.ending.removeprefix("."))
        dialog.selectFile(f"{slug(self._colours.state.title)}{format_.ending}")

        def save(name: str) -> None:
            self._colours.save(format_, Path(name))

        dialog.fileSelected.connect(save)
        dialog.open()
