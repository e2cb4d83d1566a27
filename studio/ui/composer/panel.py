"""The composer's panel: shows one state, and says what the person did."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from studio.domain.geometry import AspectRatio, Resolution
from studio.domain.recipe import MOST_REFERENCES, ThinkingLevel
from studio.ui.composer.continued_strip import THUMB, ContinuedStrip
from studio.ui.composer.estimate_card import EstimateCard
from studio.ui.composer.options import (
    AUTO,
    group_options,
    pixel_words,
    ratio_options,
    resolution_options,
    thinking_options,
)
from studio.ui.composer.reference_files import choose_reference_files
from studio.ui.composer.spend_row import SpendRow
from studio.ui.kit import (
    ChoiceCard,
    FieldLabel,
    Notice,
    PromptEdit,
    RatioPicker,
    ReferenceStrip,
    ReferenceThumb,
    ScrollColumn,
    SegmentedPicker,
    Tone,
    Words,
    files_in,
    has_pictures,
    pictures_in,
    surface,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap, QResizeEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.composer import ComposerViewModel
    from studio.viewmodels.composer_state import ComposerState
    from studio.viewmodels.thumbnails import Thumbnails

PROMPT_LINES = 6
CHANGE_LINES = 3
# Below this height of the panel the editor begins smaller.
LOW = 760
LOW_LINES = 4
MARGIN = 16


class ComposerPanel(QWidget):
    """What is chosen scrolls where there is little room; estimate and button always stay.

    `add_key_requested` names the group that has no key.
    """

    add_key_requested = Signal(str)

    def __init__(
        self,
        theme: "Theme",
        composer: "ComposerViewModel",
        thumbnails: "Thumbnails",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._composer = composer
        self._thumbnails = thumbnails
        self._shown: ComposerState | None = None
        self.setFixedWidth(theme.tokens.sizes.composer)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Composer"))
        surface(self, "panel", edge="right")
        self._make_fields()
        self._lay_out()
        self._connect()
        self._show()

    def focus_prompt(self) -> None:
        """Ready for typing."""
        self._prompt.setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self) -> None:
        """As a press on the spending button, for a shortcut of the window."""
        self._spend.spend.press()

    # Building

    def _make_fields(self) -> None:
        theme = self._theme
        self._strip = ContinuedStrip(theme)
        self._prompt_label = FieldLabel(self.tr("Prompt"))
        self._prompt = PromptEdit(
            theme,
            name=self.tr("Prompt"),
            placeholder=self.tr("What should the picture show?"),
            minimum_lines=PROMPT_LINES,
        )
        self._characters = Words(role="caption")
        self._references_label = FieldLabel(self.tr("References"))
        self._references = ReferenceStrip(theme, name=self.tr("References"), add=self.tr("Add reference"))
        # Its own smallest height is that of a column of pictures.
        self._references.setMinimumHeight(theme.tokens.sizes.thumbnail)
        self._trouble = Notice(theme)
        self._aspect_label = FieldLabel(self.tr("Aspect ratio"))
        self._aspect = RatioPicker(
            theme, name=self.tr("Aspect ratio"), more=self.tr("More"), fewer=self.tr("Fewer")
        )
        self._resolution = SegmentedPicker(theme, name=self.tr("Resolution"))
        self._group_label = FieldLabel(self.tr("Group"))
        self._group = ChoiceCard(theme, name=self.tr("Group"))
        self._thinking = SegmentedPicker(theme, name=self.tr("Thinking level"))
        self._thinking.set_options(thinking_options())
        self._estimate = EstimateCard(theme)
        self._spend = SpendRow(theme)

    def _lay_out(self) -> None:
        self._fields = ScrollColumn()
        bar = self._fields.verticalScrollBar()
        bar.rangeChanged.connect(self._keep_width)
        body = self._fields.body
        body.setContentsMargins(MARGIN, MARGIN, MARGIN, 4)
        body.addWidget(self._strip)
        body.addWidget(self._prompt_label)
        body.addWidget(self._prompt)
        body.addWidget(self._characters, 0, Qt.AlignmentFlag.AlignRight)
        self._add_field(self._references_label, self._references, self._trouble)
        self._add_field(self._aspect_label, self._aspect)
        self._add_field(FieldLabel(self.tr("Resolution")), self._resolution)
        self._add_field(self._group_label, self._group)
        thinking = QHBoxLayout()
        thinking.addWidget(Words(self.tr("Thinking level"), role="label"))
        thinking.addStretch(1)
        thinking.addWidget(self._thinking)
        body.addSpacing(4)
        body.addLayout(thinking)
        body.addStretch(1)
        foot = QVBoxLayout()
        foot.setContentsMargins(MARGIN, 8, MARGIN, MARGIN)
        foot.setSpacing(12)
        foot.addWidget(self._estimate)
        foot.addWidget(self._spend)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._fields, 1)
        column.addLayout(foot)

    def _add_field(self, label: FieldLabel, *fields: QWidget) -> None:
        body = self._fields.body
        body.addSpacing(8)
        body.addWidget(label)
        for field in fields:
            body.addWidget(field)

    def _keep_width(self, _lowest: int, highest: int) -> None:
        """A scroll bar stands in the margin: the fields stay as wide as the estimate."""
        bar = self._fields.verticalScrollBar().sizeHint().width() if highest else 0
        self._fields.body.setContentsMargins(MARGIN, MARGIN, MARGIN - bar, 4)

    def _connect(self) -> None:
        composer = self._composer
        composer.state_changed.connect(self._show)
        self._thumbnails.arrived.connect(self._show_pictures)
        self._strip.closed.connect(composer.start_afresh)
        self._prompt.text_edited.connect(composer.edit_prompt)
        self._prompt.submitted.connect(self.press)
        self._prompt.pictures_pasted.connect(composer.add_pictures)
        self._references.add_requested.connect(self._choose_files)
        self._references.removed.connect(composer.remove_reference)
        self._references.dropped.connect(composer.add_pictures)
        self._references.pasted.connect(composer.add_pictures)
        self._trouble.closed.connect(composer.dismiss_trouble)
        self._aspect.picked.connect(self._pick_aspect)
        self._resolution.picked.connect(self._pick_resolution)
        self._group.picked.connect(composer.choose_group)
        self._thinking.picked.connect(self._pick_thinking)
        self._spend.count_changed.connect(composer.set_count)
        self._spend.pressed.connect(composer.submit)
        self._spend.confirmed.connect(composer.confirm)
        self._spend.declined.connect(composer.not_now)
        self._spend.key_wanted.connect(lambda: self.add_key_requested.emit(composer.state.group))

    # Showing

    def _show(self) -> None:
        state = self._composer.state
        self._show_prompt(state)
        self._show_references(state)
        self._show_choices(state)
        self._estimate.show_lines(state.estimate)
        self._spend.show_state(state)

    def _show_prompt(self, state: "ComposerState") -> None:
        self._strip.setVisible(state.continued is not None)
        if state.continued is not None:
            self._strip.show_continued(state.continued)
            self._strip.show_picture(self._picture(state.continued.version, THUMB))
        self._prompt_label.set_text(self.tr("Change") if state.continued else self.tr("Prompt"))
        self._size_prompt()
        self._prompt.set_text(state.prompt)
        length = len(state.prompt)
        self._characters.set_words(
            self.tr("1 character")
            if length == 1
            else self.tr("{count} characters").format(count=f"{length:,}")
        )

    def _size_prompt(self) -> None:
        lines = LOW_LINES if self.height() < LOW else PROMPT_LINES
        self._prompt.set_minimum_lines(CHANGE_LINES if self._composer.state.continued else lines)

    def _show_references(self, state: "ComposerState") -> None:
        side = self._theme.tokens.sizes.thumbnail
        items = [
            ReferenceThumb(kept.sha256, kept.name, self._picture(kept.sha256, QSize(side, side)))
            for kept in state.references
        ]
        items += [ReferenceThumb(f"adding-{at}", name) for at, name in enumerate(state.adding)]
        self._references.set_items(tuple(items))
        self._references.set_addable(len(items) < MOST_REFERENCES)
        hint = self.tr("{count} of {most}").format(count=len(state.references), most=MOST_REFERENCES)
        self._references_label.set_hint(hint)
        if not state.trouble:
            self._trouble.close_words()
        elif self._trouble.isHidden() or self._trouble.words != state.trouble:
            self._trouble.show_words(state.trouble, tone=Tone.WARNING)

    def _show_choices(self, state: "ComposerState") -> None:
        """Options are set only when they changed: new ones would take the focus from the old."""
        before, self._shown = self._shown, state
        size = pixel_words(str(state.size)) if state.size else self.tr("the model decides")
        self._aspect_label.set_hint(size)
        if before is None or (before.aspects, before.resolution) != (state.aspects, state.resolution):
            self._aspect.set_options(ratio_options(state.aspects, state.resolution))
        if before is None or before.resolutions != state.resolutions:
            self._resolution.set_options(resolution_options(state.resolutions))
        if before is None or before.groups != state.groups:
            self._group.set_options(group_options(state.groups))
        self._aspect.set_value(state.aspect.value if state.aspect else AUTO)
        self._resolution.set_value(state.resolution.value)
        self._group.set_value(state.group)
        self._group_label.set_hint("" if self._group.value else self.tr("choose one"))
        self._thinking.set_value(state.thinking.value)

    def _show_pictures(self) -> None:
        self._show_prompt(self._composer.state)
        self._show_references(self._composer.state)

    def _picture(self, key: str, size: QSize) -> "QPixmap | None":
        """Asked for at twice the size, because only its middle is shown."""
        return self._thumbnails.pixmap(key, size * (2 * self.devicePixelRatioF()))

    # What the person did

    def _pick_aspect(self, id_: str) -> None:
        self._composer.choose_aspect(None if id_ == AUTO else AspectRatio(id_))

    def _pick_resolution(self, id_: str) -> None:
        self._composer.choose_resolution(Resolution(id_))

    def _pick_thinking(self, id_: str) -> None:
        self._composer.choose_thinking(ThinkingLevel(id_))

    def _choose_files(self) -> None:
        choose_reference_files(self, self._composer.add_files)

    def paste_picture(self) -> bool:
        """Take a picture from the clipboard as a reference; False when there is none."""
        pictures = pictures_in(QGuiApplication.clipboard().mimeData())
        if pictures:
            self._composer.add_pictures(pictures)
        return bool(pictures)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        self._size_prompt()

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        mime = event.mimeData()
        if files_in(mime) or has_pictures(mime):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: "QDropEvent") -> None:
        mime = event.mimeData()
        pictures = files_in(mime) or pictures_in(mime)
        if pictures:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._composer.add_pictures(pictures)
