"""The export dialog, for one picture or a thousand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.ui.export.folder_field import FolderField
from studio.ui.export.format_field import FormatField
from studio.ui.export.include_field import IncludeField
from studio.ui.export.name_field import NameField
from studio.ui.export.preset_field import PresetField
from studio.ui.export.preview_bar import PreviewBar
from studio.ui.export.progress_part import ProgressPart
from studio.ui.export.sizes_field import SizesField
from studio.ui.kit import Dialog, SegmentedPicker, SegmentOption, Words
from studio.viewmodels.export_words import button_words, taken_words, title_words

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.export import ExportViewModel
    from studio.viewmodels.thumbnails import Thumbnails

WIDTH, GAP = 760, 24
NUMBER, REPLACE = "number", "replace"

translate = QCoreApplication.translate


class ExportDialog(Dialog[None]):
    """Opens with the keyboard on Export. While files are written it shows how far that is; closed then, the
    export goes on.
    """

    def __init__(
        self, theme: Theme, export: ExportViewModel, thumbnails: Thumbnails, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, title=title_words(export.state.count), parent=parent)
        self._export = export
        self.setFixedWidth(WIDTH)
        self.preset = PresetField(theme, export)
        self.format = FormatField(theme, export)
        self.sizes = SizesField(theme, export, thumbnails)
        self.name = NameField(theme, export)
        self.folder = FolderField(theme, export)
        self.include = IncludeField(theme, export)
        self.preview = PreviewBar(theme)
        self._taken = Words(role="warning")
        self.taken = SegmentedPicker(theme, name=translate("export", "Files that are there already"))
        self.taken.set_options(
            (
                SegmentOption(NUMBER, translate("export", "Number the new ones")),
                SegmentOption(REPLACE, translate("export", "Replace them")),
            )
        )
        self.progress = ProgressPart(theme, export.exporting)
        self.progress.hide()
        self._lay_out()
        self.cancel = self.add_cancel(translate("export", "Cancel"))
        self.export = self.add_action(button_words(export.state), export.export, default=True)
        self.taken.picked.connect(self._overwrite)
        self.preview.folded.connect(self._fit)
        export.state_changed.connect(self._show)
        export.begun.connect(self._show_progress)
        self._show()
        self.export.setFocus()

    def _lay_out(self) -> None:
        self._form = QWidget()
        columns = QHBoxLayout(self._form)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(GAP)
        columns.addLayout(_column(self.preset, self.format, self.sizes), 1)
        columns.addLayout(_column(self.name, self.folder, self.include), 1)
        self.body.setSpacing(12)
        self.body.addWidget(self._form)
        self.body.addWidget(self.preview)
        self.body.addWidget(self.progress)
        self._row.insertWidget(0, self._taken)
        self._row.insertWidget(1, self.taken)
        # What is there already is known a moment later, and must not make it higher.
        self._row.addStrut(self.taken.sizeHint().height())

    def done(self, result: int) -> None:
        """However it is closed, nobody wants to know any more what would come of it."""
        self._export.end()
        super().done(result)

    def _show(self) -> None:
        state = self._export.state
        for field in (self.preset, self.format, self.sizes, self.name, self.folder, self.include):
            field.show_state(state)
        self.preview.show_state(state)
        taken = taken_words(state)
        self._taken.set_words(taken)
        self._taken.setVisible(bool(taken))
        self.taken.setVisible(bool(taken))
        self.taken.set_value(REPLACE if state.draft.may_overwrite else NUMBER)
        self.export.setText(button_words(state))
        self.export.setEnabled(state.may_export)
        self._fit()

    def _overwrite(self, id_: str) -> None:
        self._export.overwrite(allowed=id_ == REPLACE)

    def _show_progress(self) -> None:
        """What was chosen can be seen, and not changed any more."""
        self._form.setEnabled(False)
        self.taken.setEnabled(False)
        self.progress.show()
        self.export.hide()
        self.cancel.setText(translate("export", "Close"))
        self.cancel.setToolTip(translate("export", "The export goes on"))
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._export.exporting.ended.connect(self.accept)
        self._fit()

    def _fit(self) -> None:
        """Words that wrap ask for more height than the window's own reckoning gives them."""
        self.preview.fit()
        height = self._wanted_height()
        window = self.parentWidget()
        if window is not None and height > window.height():
            self.preview.fit(spare=height - window.height())
            height = self._wanted_height()
        if height != self.height():
            # Not without need: just after it is shown, the system may take it to its corner for that.
            self.setMinimumHeight(height)
            self.resize(WIDTH, height)
            self._stay_over_window()

    def _wanted_height(self) -> int:
        layout = self.layout()
        if layout is None:
            return self.height()
        layout.activate()
        return layout.totalHeightForWidth(WIDTH)

    def _stay_over_window(self) -> None:
        """It grows downwards, and never out of sight."""
        window = self.parentWidget()
        if window is not None and self.isVisible():
            beyond = self.geometry().bottom() - window.geometry().bottom()
            if beyond > 0:
                self.move(self.x(), max(window.geometry().top(), self.y() - beyond))


def _column(*fields: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(12)
    for field in fields:
        column.addWidget(field)
    column.addStretch(1)
    return column
