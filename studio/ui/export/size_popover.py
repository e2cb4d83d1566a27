"""One size of an export, changed in place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from studio.domain.export_sizes import Focus, SizeKind, resolve
from studio.ui.export.focus_picker import HEIGHT, WIDTH, FocusPicker
from studio.ui.kit import ComboField, Popover, TextField, Words, set_look
from studio.viewmodels.export_sizes import SizeForm, form_of, form_problem, kind_meaning, rule_of
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.domain.export_sizes import SizeRule
    from studio.ui.theme import Theme
    from studio.viewmodels.export import ExportViewModel
    from studio.viewmodels.thumbnails import Thumbnails

NARROWEST = 316
NUMBER = 62
FRAMES = {SizeKind.FIT, SizeKind.WITHIN, SizeKind.FILL, SizeKind.RATIO, SizeKind.CROP}
POINTS = {SizeKind.FILL, SizeKind.RATIO}
PARTS = {SizeKind.SCALE, SizeKind.RATIO, SizeKind.CROP}


class SizePopover(Popover):
    """What is typed holds at once, where it makes sense."""

    def __init__(
        self, theme: Theme, anchor: QWidget, export: ExportViewModel, thumbnails: Thumbnails
    ) -> None:
        super().__init__(anchor, name=translate("export", "Size"))
        self._export = export
        self._thumbnails = thumbnails
        self._row = 0
        self._shown: SizeRule | None = None
        self.kind = ComboField(theme, name=self.tr("Kind of size"))
        self.kind.set_options(tuple((kind.value, kind_meaning(kind)) for kind in SizeKind))
        self.fields = {
            "width": self._number(self.tr("Width")),
            "height": self._number(self.tr("Height")),
            "left": self._number(self.tr("From the left")),
            "top": self._number(self.tr("From the top")),
            "scale": self._number(self.tr("Times")),
            "whole": self._number(self.tr("Of a picture taken as")),
            "suffix": self._text(self.tr("Name ends with")),
            "folder": self._text(self.tr("In folder")),
        }
        names = {key: field.accessibleName() for key, field in self.fields.items()}
        self._labels = {key: Words(name, role="caption") for key, name in names.items()}
        self.point = FocusPicker(theme)
        self._problem = Words(role="bad", wrap=True)
        self._lay_out()
        self.kind.picked.connect(self._turn)
        for field in self.fields.values():
            field.textEdited.connect(self._type)
        self.point.moved.connect(self._move)
        thumbnails.arrived.connect(self._show_point)
        export.state_changed.connect(self._follow_while_open)

    def _number(self, name: str) -> TextField:
        field = self._text(name)
        field.setFixedWidth(NUMBER)
        return field

    def _text(self, name: str) -> TextField:
        field = TextField(name=name)
        set_look(field, "inline", True)
        return field

    def _lay_out(self) -> None:
        numbers = QGridLayout()
        numbers.setHorizontalSpacing(8)
        numbers.setVerticalSpacing(4)
        for row, key in enumerate(self.fields):
            numbers.addWidget(self._labels[key], row, 0)
            numbers.addWidget(self.fields[key], row, 1)
        numbers.setColumnStretch(0, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(numbers, 1)
        row.addWidget(self.point)
        self.body.setContentsMargins(12, 12, 12, 12)
        self.body.setSpacing(8)
        self.body.addWidget(self.kind)
        self.body.addLayout(row)
        self.body.addWidget(self._problem)

    def sizeHint(self) -> QSize:
        return QSize(max(NARROWEST, self._anchor.width()), super().sizeHint().height())

    def edit(self, row: int) -> None:
        """Open it for this row."""
        self._row = row
        self._shown = None
        self._follow()
        self.open()
        self.kind.setFocus()

    # Showing

    def _follow_while_open(self) -> None:
        if not self.isHidden():
            self._follow()

    def _follow(self) -> None:
        sizes = self._export.state.preset.sizes
        if self._row >= len(sizes):
            self.dismiss()
            return
        rule = sizes[self._row]
        if rule != self._shown:
            self._shown = rule
            if rule != rule_of(self._form()):
                self._fill(form_of(rule))
            self._show_problem()
            self._show_parts(rule.kind)
        self._show_point()

    def _fill(self, form: SizeForm) -> None:
        self.kind.set_value(form.kind.value)
        for key, field in self.fields.items():
            field.setText(str(getattr(form, key)))

    def _show_parts(self, kind: SizeKind) -> None:
        wanted = {
            "width": kind in FRAMES or kind is SizeKind.WIDTH,
            "height": kind in FRAMES or kind is SizeKind.HEIGHT,
            "left": kind is SizeKind.CROP,
            "top": kind is SizeKind.CROP,
            "scale": True,
            "whole": kind in PARTS,
            "suffix": True,
            "folder": True,
        }
        for key, is_wanted in wanted.items():
            self.fields[key].setVisible(is_wanted)
            self._labels[key].setVisible(is_wanted)
        self.point.setVisible(kind in POINTS)
        if not self.isHidden():
            self.place()

    def _show_point(self, _: object = None) -> None:
        state, rule = self._export.state, self._shown
        if rule is None or rule.kind not in POINTS or state.first is None:
            return
        size = QSize(WIDTH, HEIGHT) * self.devicePixelRatioF()
        box = resolve(rule, state.first.delivered).box
        pixmap = self._thumbnails.pixmap(state.first.id, size)
        self.point.show_picture(pixmap, state.source, box=box, point=rule.focus)

    def _show_problem(self) -> None:
        problem = form_problem(self._form())
        self._problem.set_words(problem)
        self._problem.setVisible(bool(problem))
        if not self.isHidden():
            self.place()

    # What the person does

    def _form(self) -> SizeForm:
        texts = {key: field.text() for key, field in self.fields.items()}
        point = self._shown.focus if self._shown else Focus()
        return SizeForm(SizeKind(self.kind.value or SizeKind.SCALE), **texts, focus=point)

    def _type(self) -> None:
        self._show_problem()
        rule = rule_of(self._form())
        if rule is not None:
            self._export.change_size(self._row, rule)

    def _turn(self, kind: str) -> None:
        self._export.turn_size(self._row, SizeKind(kind))

    def _move(self, point: Focus) -> None:
        if self._shown is not None:
            self._export.change_size(self._row, replace(self._shown, focus=point))
