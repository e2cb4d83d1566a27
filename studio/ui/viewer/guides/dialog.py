"""Guides and the grid by number."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from studio.domain.guides import SCALES, Axis
from studio.ui.kit import CheckBox, Dialog, FieldLabel, SegmentedPicker, SegmentOption, TextField, Words
from studio.viewmodels.guide_words import axis_words, places_in, places_words, scale_words
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme
    from studio.viewmodels.guides import GuidesViewModel


class GuidesDialog(Dialog[None]):
    """What is chosen holds at once."""

    def __init__(self, theme: Theme, guides: GuidesViewModel, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, title=translate("guides", "Guides and grid"), parent=parent)
        self._guides = guides
        self.grid = CheckBox(theme, translate("guides", "Show the 8-point grid"))
        self.rulers = CheckBox(theme, translate("guides", "Show rulers and guides"))
        self.scale = SegmentedPicker(theme, name=translate("guides", "Scale of the picture"))
        self.scale.set_options(tuple(SegmentOption(str(one), *scale_words(one)) for one in SCALES))
        self.fields = {axis: TextField(name=axis_words(axis), placeholder="120, 480, 960") for axis in Axis}
        body = self.body
        body.addWidget(self.grid)
        body.addWidget(FieldLabel(translate("guides", "Scale of the picture")))
        body.addWidget(self.scale)
        body.addSpacing(8)
        body.addWidget(self.rulers)
        for axis, field in self.fields.items():
            body.addWidget(FieldLabel(axis_words(axis)))
            body.addWidget(field)
        hint = translate("guides", "Places in pixels of this picture, with commas. A crop keeps to them.")
        body.addWidget(Words(hint, role="caption", wrap=True))
        self.add_action(translate("guides", "Done"), self.accept, default=True)
        self._listen()
        self._follow()

    def _listen(self) -> None:
        guides = self._guides
        self.grid.clicked.connect(lambda: guides.show_grid(shows=self.grid.isChecked()))
        self.rulers.clicked.connect(lambda: guides.show_rulers(shows=self.rulers.isChecked()))
        self.scale.picked.connect(self._choose_scale)
        for axis, field in self.fields.items():
            field.textEdited.connect(partial(self._type, axis))
        guides.state_changed.connect(self._follow)

    def _choose_scale(self, scale: str) -> None:
        self._guides.set_scale(int(scale))

    def _type(self, axis: Axis, text: str) -> None:
        self._guides.set_guides(axis, places_in(text))
        self._guides.show_rulers(shows=True)

    def _follow(self) -> None:
        state = self._guides.state
        self.grid.setChecked(state.shows_grid)
        self.rulers.setChecked(state.shows_rulers)
        self.scale.set_value(str(state.lines.scale))
        for axis, field in self.fields.items():
            # What is being typed isn't written over.
            if not field.isModified():
                field.setText(places_words(state.guides, axis))
