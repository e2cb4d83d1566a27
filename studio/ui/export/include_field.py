"""What goes into exported files beside the picture, and beside them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.ui.kit import CheckBox, FieldLabel, TextField, Words, set_look
from studio.viewmodels.export_words import credentials_words, inside_words

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.export import ExportViewModel
    from studio.viewmodels.export_state import ExportState


class IncludeField(QWidget):
    def __init__(self, theme: Theme, export: ExportViewModel) -> None:
        super().__init__()
        self._export = export
        self._label = FieldLabel(self.tr("Include"))
        self.recipe = CheckBox(theme, self.tr("Prompt and settings in the file"))
        self.marker = CheckBox(theme, self.tr("AI-generated marker (IPTC)"))
        self.sidecar = CheckBox(theme, self.tr("JSON file beside it"))
        self.sheet = CheckBox(theme, self.tr("Contact sheet (PDF)"))
        self.nothing = CheckBox(
            theme,
            self.tr("Nothing at all in the file"),
            description=self.tr("Takes away metadata of every kind, from originals too"),
        )
        self.nothing.setToolTip(self.nothing.accessibleDescription())
        self.title = self._text(self.tr("Title"))
        self.credit = self._text(self.tr("Credit"))
        self._signed = Words(role="warning", wrap=True)
        self._lay_out()
        put = self._put
        self.recipe.clicked.connect(lambda: put(recipe=self.recipe.isChecked()))
        self.marker.clicked.connect(lambda: put(marker=self.marker.isChecked()))
        self.sidecar.clicked.connect(lambda: put(sidecar=self.sidecar.isChecked()))
        self.nothing.clicked.connect(lambda: put(strip=self.nothing.isChecked()))
        self.sheet.clicked.connect(lambda: export.add_sheet(wanted=self.sheet.isChecked()))
        self.title.textEdited.connect(lambda: put(title=self.title.text()))
        self.credit.textEdited.connect(lambda: put(credit=self.credit.text()))

    def _text(self, name: str) -> TextField:
        field = TextField(name=name, placeholder=name)
        field.setMaxLength(2000)
        set_look(field, "inline", True)
        return field

    def _lay_out(self) -> None:
        texts = QHBoxLayout()
        texts.setSpacing(8)
        texts.addWidget(self.title)
        texts.addWidget(self.credit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._label)
        for box in (self.recipe, self.marker):
            column.addWidget(box)
        column.addLayout(texts)
        for box in (self.nothing, self.sidecar, self.sheet):
            column.addWidget(box)
        column.addWidget(self._signed)

    def show_state(self, state: ExportState) -> None:
        """Show what this state puts inside; what can't be, rests unticked and says why."""
        inside, why = state.preset.inside, inside_words(state)
        can = not why and not inside.strip
        self._label.set_hint(why)
        for box, on in ((self.recipe, inside.recipe), (self.marker, inside.marker)):
            box.setEnabled(can)
            box.setChecked(on and can)
        told = can and (inside.recipe or inside.marker)
        for field, text in ((self.title, inside.title), (self.credit, inside.credit)):
            field.setEnabled(told)
            if field.text() != text:
                field.setText(text)
        self.nothing.setChecked(inside.strip)
        self.sidecar.setChecked(inside.sidecar)
        self.sheet.setChecked(state.preset.contact_sheet)
        signed = credentials_words(state)
        self._signed.set_words(signed)
        self._signed.setVisible(bool(signed))

    def _put(self, **changed: Any) -> None:
        self._export.put_inside(replace(self._export.state.preset.inside, **changed))
