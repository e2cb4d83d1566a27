"""The sizes of an export: listed, added, changed, removed, and what the preset makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.ui.export.size_list import LINE, SizeList
from studio.ui.export.size_popover import SizePopover
from studio.ui.kit import Button, ButtonKind, FieldLabel, ScrollColumn, SegmentedPicker, SegmentOption, Words
from studio.viewmodels.export_sizes import size_rows
from studio.viewmodels.export_words import larger_words, layout_words

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.export import ExportViewModel
    from studio.viewmodels.export_state import ExportState
    from studio.viewmodels.thumbnails import Thumbnails

FEWEST_LINES, MOST_LINES = 3, 6
LEAVE_OUT, ENLARGE = "leave out", "enlarge"


class SizesField(QWidget):
    def __init__(self, theme: Theme, export: ExportViewModel, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._export = export
        self._label = FieldLabel(self.tr("Sizes"))
        link = ButtonKind.LINK
        self.edit = Button(theme, self.tr("Edit"), kind=link, name=self.tr("Edit size"))
        self.remove = Button(theme, self.tr("Remove"), kind=link, name=self.tr("Remove size"))
        self.add = Button(theme, self.tr("+ Add"), kind=link, name=self.tr("Add a size"))
        for button in (self.edit, self.remove, self.add):
            self._label.add_right(button)
        self.list = SizeList(theme, name=self.tr("Sizes"))
        self._scroll = ScrollColumn()
        self._scroll.body.setContentsMargins(0, 0, 0, 0)
        self._scroll.body.addWidget(self.list)
        self._scroll.body.addStretch(1)
        self._original = Words(self.tr("As it came, in its own size"), role="caption")
        self._makes = Words(role="faint", wrap=True)
        self._larger = Words(role="warning", wrap=True)
        self.upscale = SegmentedPicker(theme, name=self.tr("Sizes larger than the picture"))
        self.upscale.set_options(
            (SegmentOption(LEAVE_OUT, self.tr("Leave out")), SegmentOption(ENLARGE, self.tr("Enlarge")))
        )
        self.popover = SizePopover(theme, self._label, export, thumbnails)
        self._lay_out()
        self.list.picked.connect(self._choose)
        self.list.edit_wanted.connect(self._edit)
        self.list.removal_wanted.connect(self._remove)
        self.edit.clicked.connect(self._edit)
        self.remove.clicked.connect(self._remove)
        self.add.clicked.connect(self._add)
        self.upscale.picked.connect(self._upscale)

    def _lay_out(self) -> None:
        larger = QHBoxLayout()
        larger.setSpacing(8)
        larger.addWidget(self._larger, 1)
        larger.addWidget(self.upscale)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._label)
        column.addWidget(self._scroll)
        column.addWidget(self._original)
        column.addWidget(self._makes)
        column.addLayout(larger)

    def show_state(self, state: ExportState) -> None:
        """Show the sizes of this state."""
        original = state.is_original
        self.list.show_rows(size_rows(state.preset.sizes, state.source), chosen=state.row)
        lines = min(max(len(state.preset.sizes), FEWEST_LINES), MOST_LINES)
        self._scroll.setFixedHeight(lines * LINE)
        self._scroll.setVisible(not original)
        self._original.setVisible(original)
        self.edit.setVisible(not original)
        self.add.setVisible(state.may_add_size)
        self.remove.setVisible(not original and len(state.preset.sizes) > 1)
        makes = layout_words(state)
        self._makes.set_words(makes)
        self._makes.setVisible(bool(makes))
        larger = larger_words(state)
        self._larger.set_words(larger)
        self._larger.setVisible(bool(larger))
        self.upscale.setVisible(bool(larger))
        self.upscale.set_value(ENLARGE if state.draft.may_upscale else LEAVE_OUT)

    def _choose(self, row: str) -> None:
        self._export.choose_row(int(row))

    def _upscale(self, id_: str) -> None:
        self._export.upscale(allowed=id_ == ENLARGE)

    def _add(self) -> None:
        self._export.add_size()
        self._edit()

    def _edit(self) -> None:
        self.popover.edit(self._export.state.row)

    def _remove(self) -> None:
        self._export.remove_size(self._export.state.row)
