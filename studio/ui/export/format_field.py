"""The format of an export, how good it is, and how large its files get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSlider, QVBoxLayout, QWidget

from studio.domain.errors import StudioError
from studio.domain.export import PALETTES, Format, Profile
from studio.ui.kit import (
    Button,
    ButtonKind,
    CheckBox,
    ComboField,
    Elided,
    FieldLabel,
    SegmentedPicker,
    SegmentOption,
    Words,
)
from studio.viewmodels.export_words import (
    colours_words,
    format_label,
    further_words,
    profile_words,
    unsuited_words,
    weight_words,
)

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.export import ExportViewModel
    from studio.viewmodels.export_state import ExportState

FIRST = (Format.ORIGINAL, Format.PNG, Format.JPEG, Format.WEBP, Format.AVIF)
MORE = "more"
ALL = "all"
NUMBER, SLIDER, PROFILE = 22, 56, 148


class FormatField(QWidget):
    def __init__(self, theme: Theme, export: ExportViewModel) -> None:
        super().__init__()
        self._theme = theme
        self._export = export
        self._label = FieldLabel(self.tr("Format"))
        self.also = Button(theme, self.tr("+ Also as"), kind=ButtonKind.LINK, name=self.tr("Further formats"))
        self._label.add_right(self.also)
        self.picker = SegmentedPicker(theme, name=self.tr("Format"))
        self.quality = QSlider(Qt.Orientation.Horizontal)
        self.quality.setRange(1, 100)
        self.quality.setAccessibleName(self.tr("Quality"))
        self.quality.setMinimumWidth(SLIDER)
        self._number = Words(role="value")
        self._number.setFixedWidth(NUMBER)
        self._quality_label = Words(self.tr("Quality"), role="caption")
        self.lossless = CheckBox(theme, self.tr("Lossless"))
        self.colours = ComboField(theme, name=self.tr("Colours"))
        palettes = ((str(count), colours_words(count)) for count in PALETTES)
        self.colours.set_options(((ALL, colours_words(None)), *palettes))
        self.optimised = CheckBox(
            theme,
            self.tr("Optimise"),
            name=self.tr("Optimise"),
            description=self.tr("Takes longer for a smaller file with the same pixels"),
        )
        self.optimised.setToolTip(self.optimised.accessibleDescription())
        self.profile = ComboField(theme, name=self.tr("Colour profile"))
        self.profile.setFixedWidth(PROFILE)
        self.profile.set_options(tuple((one.value, profile_words(one)) for one in Profile))
        white = self.tr("White where it can be seen through")
        self.opaque = CheckBox(theme, self.tr("White ground"), name=white)
        self.opaque.setToolTip(white)
        self._weight = Elided(role="caption")
        self._weight.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._label)
        column.addWidget(self.picker)
        column.addSpacing(2)
        first = _row(
            self._quality_label,
            (self.quality, 1),
            self._number,
            self.colours,
            self.optimised,
            (self._weight, 2),
        )
        # However little a format has to choose, the rest stays where it is.
        first.addStrut(self._theme.tokens.sizes.field)
        column.addLayout(first)
        column.addLayout(_row(self.profile, self.lossless, self.opaque, None))

    def _connect(self) -> None:
        export = self._export
        self.picker.picked.connect(self._pick)
        self.also.clicked.connect(self._open_further)
        self.quality.valueChanged.connect(lambda: export.encode(quality=self.quality.value()))
        self.lossless.clicked.connect(lambda: export.encode(lossless=self.lossless.isChecked()))
        self.colours.picked.connect(self._choose_colours)
        self.optimised.clicked.connect(lambda: export.encode(optimised=self.optimised.isChecked()))
        self.profile.picked.connect(lambda: export.encode(profile=Profile(self.profile.value)))
        self.opaque.clicked.connect(lambda: export.encode(opaque=self.opaque.isChecked()))

    def show_state(self, state: ExportState) -> None:
        """Show the encoding of this state; what its format has no place for isn't there."""
        encoding = state.preset.encoding
        chosen = encoding.format
        self._show_formats(state)
        blocker = QSignalBlocker(self.quality)
        self.quality.setValue(encoding.quality)
        blocker.unblock()
        self._number.set_words(str(encoding.quality))
        lossy = chosen.has_quality and not (chosen.can_be_lossless and encoding.lossless)
        for part in (self._quality_label, self.quality, self._number):
            part.setVisible(lossy)
        self.lossless.setVisible(chosen.can_be_lossless)
        self.lossless.setChecked(encoding.lossless)
        self.colours.setVisible(chosen is Format.PNG)
        self.colours.set_value(ALL if encoding.colours is None else str(encoding.colours))
        self.optimised.setVisible(chosen is Format.PNG)
        self.optimised.setChecked(encoding.optimised)
        pixels = chosen is not Format.ORIGINAL
        self.profile.setVisible(pixels)
        self.profile.set_value(encoding.profile.value)
        self.opaque.setVisible(pixels and chosen.keeps_transparency)
        self.opaque.setChecked(encoding.opaque)
        self._weight.set_words(weight_words(state))
        self._weight.set_role("warning" if isinstance(state.weight, StudioError) else "caption")

    def _show_formats(self, state: ExportState) -> None:
        layout, chosen = state.preset.layout, state.preset.encoding.format
        rest = self.tr("More") if chosen in FIRST else format_label(chosen)
        options = (
            *(
                SegmentOption(
                    one.value,
                    format_label(one),
                    description=unsuited_words(layout, one),
                    enabled=not unsuited_words(layout, one),
                )
                for one in FIRST
            ),
            SegmentOption(MORE, rest, description=self.tr("TIFF, PDF, ICO and ICNS")),
        )
        self.picker.set_options(options)
        self.picker.set_value(chosen.value if chosen in FIRST else MORE)
        further = layout.takes_further_formats and not state.is_original
        self.also.setVisible(further)
        self.also.setText(further_words(state) or self.tr("+ Also as"))

    def _choose_colours(self, count: str) -> None:
        self._export.encode(colours=None if count == ALL else int(count))

    def _pick(self, id_: str) -> None:
        if id_ == MORE:
            self._open_more()
        else:
            self._export.choose_format(Format(id_))

    def _open_more(self) -> None:
        """The chosen segment goes back to what holds until something is taken."""
        state, menu = self._export.state, QMenu(self)
        self._show_formats(state)
        menu.setAccessibleName(self.tr("More formats"))
        menu.aboutToHide.connect(menu.deleteLater)
        for one in Format:
            if one not in FIRST:
                action = menu.addAction(format_label(one))
                action.setEnabled(not unsuited_words(state.preset.layout, one))
                action.triggered.connect(lambda *, chosen=one: self._export.choose_format(chosen))
        below = self.picker.mapToGlobal(QPoint(self.picker.width(), self.picker.height() + 4))
        menu.popup(below - QPoint(menu.sizeHint().width(), 0))

    def _open_further(self) -> None:
        state, menu = self._export.state, QMenu(self)
        menu.setAccessibleName(self.tr("Further formats"))
        menu.aboutToHide.connect(menu.deleteLater)
        for one in Format:
            if one in {Format.ORIGINAL, state.preset.encoding.format}:
                continue
            action = menu.addAction(format_label(one))
            action.setCheckable(True)
            action.setChecked(one in state.preset.also)
            action.setEnabled(not unsuited_words(state.preset.layout, one))
            action.triggered.connect(
                lambda *, chosen=one, wanted=one not in state.preset.also: self._export.choose_further(
                    chosen, wanted=wanted
                )
            )
        below = self.also.mapToGlobal(QPoint(self.also.width(), self.also.height() + 4))
        menu.popup(below - QPoint(menu.sizeHint().width(), 0))


def _row(*parts: QWidget | tuple[QWidget, int] | None) -> QHBoxLayout:
    """Beside each other; a number is how much of the room a part gets, None takes what is left."""
    row = QHBoxLayout()
    row.setSpacing(8)
    for part in parts:
        match part:
            case None:
                row.addStretch(1)
            case (widget, share):
                row.addWidget(widget, share)
            case _:
                row.addWidget(part)
    return row
