"""The composer's panel: the prompt first, and what else decides an order around it later."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.ui.kit import FieldLabel, PromptEdit, ScrollColumn, surface

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap, QResizeEvent

    from studio.domain.recipe import Sending
    from studio.ui.composer.continued_strip import ContinuedStrip
    from studio.ui.composer.fields import ComposerFields
    from studio.ui.kit import Picture
    from studio.ui.theme import Theme
    from studio.viewmodels.composer import ComposerViewModel
    from studio.viewmodels.composer_state import ComposerState, Continued
    from studio.viewmodels.thumbnails import Thumbnails

PROMPT_LINES = 6
CHANGE_LINES = 3
# Below this height of the panel the editor begins smaller.
LOW = 760
LOW_LINES = 4
MARGIN = 16
LINK = 18


class ComposerPanel(QWidget):
    """Can be written into before there is a view-model: what was written and dropped by then is handed to it.

    `add_key_requested` names the group that has no key, `budget_requested` carries the Standing of a budget
    that is to be changed; `compare_groups_requested` for all of them side by
    side; `copy_as_requested` carries the CodeLanguage in which the call is copied.
    """

    add_key_requested = Signal(str)
    budget_requested = Signal(object)
    copy_as_requested = Signal(object)
    compare_groups_requested = Signal()
    fallback_requested = Signal()

    def __init__(
        self,
        theme: "Theme",
        *,
        prompt: str = "",
        continued: "Continued | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        """`prompt` is what the draft says, and `continued` the version that it is a change to."""
        super().__init__(parent)
        self._theme = theme
        self._composer: ComposerViewModel | None = None
        self._fields: ComposerFields | None = None
        self._early: list[Picture] = []
        self._strip: ContinuedStrip | None = None
        self.setFixedWidth(theme.tokens.sizes.composer)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Composer"))
        surface(self, "panel", edge="right")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._make_prompt()
        self.show_continued(continued)
        self.prompt.set_text(prompt)
        self._prompt_of_draft = prompt

    def _make_prompt(self) -> None:
        self.scroll_column = ScrollColumn(parent=self)
        self.scroll_column.verticalScrollBar().rangeChanged.connect(self._keep_width)
        holder = self.scroll_column.widget()
        self.label = FieldLabel(self.tr("Prompt"), parent=holder)
        # As high as with the link that joins it later: what is being written in stays where it is.
        self.label.setMinimumHeight(LINK)
        self.prompt = PromptEdit(
            self._theme,
            name=self.tr("Prompt"),
            placeholder=self.tr("What should the picture show?"),
            minimum_lines=PROMPT_LINES,
            parent=holder,
        )
        self.prompt.pictures_pasted.connect(self._take_pictures)
        self.body = self.scroll_column.body
        self.body.setContentsMargins(MARGIN, MARGIN, MARGIN, 4)
        self.body.addWidget(self.label)
        self.body.addWidget(self.prompt)
        self.body.addStretch(1)
        self.column.addWidget(self.scroll_column, 1)

    def fill(self, composer: "ComposerViewModel", thumbnails: "Thumbnails") -> "Iterator[None]":
        """Build the rest over this view-model, a slice at a time."""
        from studio.ui.composer.fields import ComposerFields

        self._composer = composer
        self.prompt.text_edited.connect(composer.edit_prompt)
        if self.prompt.text != self._prompt_of_draft:
            composer.edit_prompt(self.prompt.text)
        fields = ComposerFields(self._theme, composer, thumbnails, panel=self)
        yield from fields.build()
        self._fields = fields
        self.prompt.submitted.connect(self.press)
        self._take_pictures(tuple(self._early))

    def focus_prompt(self) -> None:
        """Ready for typing."""
        self.prompt.setFocus(Qt.FocusReason.OtherFocusReason)

    def press(self) -> None:
        """As a press on the spending button, for a shortcut; nothing while no price is shown."""
        if self._fields:
            self._fields.press()

    def show_continued(
        self,
        continued: "Continued | None",
        picture: "QPixmap | None" = None,
        *,
        state: "ComposerState | None" = None,
    ) -> None:
        """Say which version is continued, over the editor; what is written is a change to it then. `state`
        tells what of it is sent along.
        """
        if continued is not None:
            self._strip = self._strip or self._make_strip()
            self._strip.show_continued(continued)
            self._strip.show_picture(picture)
            if state is not None:
                self._strip.show_sending(state)
        if self._strip:
            self._strip.setVisible(continued is not None)
        self.label.set_text(self.tr("Prompt") if continued is None else self.tr("Change"))
        self._lowest_lines = PROMPT_LINES if continued is None else CHANGE_LINES
        self._size_prompt()

    def _make_strip(self) -> "ContinuedStrip":
        from studio.ui.composer.continued_strip import ContinuedStrip
        from studio.ui.focus_order import put_before

        strip = ContinuedStrip(self._theme, parent=self.scroll_column.widget())
        strip.closed.connect(self._start_afresh)
        strip.way_picked.connect(self._choose_way)
        self.body.insertWidget(0, strip)
        put_before(self.prompt, strip.close_button)
        return strip

    def _start_afresh(self) -> None:
        if self._composer:
            self._composer.start_afresh()

    def _choose_way(self, way: "Sending") -> None:
        if self._composer:
            self._composer.choose_sending(way)

    def take_stretch(self) -> None:
        """More fields follow under the prompt: the empty room is no longer at the end."""
        self.body.takeAt(self.body.count() - 1)

    def _size_prompt(self) -> None:
        lines = LOW_LINES if self.height() < LOW else PROMPT_LINES
        self.prompt.set_minimum_lines(min(lines, self._lowest_lines))

    def _keep_width(self, _lowest: int, highest: int) -> None:
        """A scroll bar stands in the margin: the fields stay as wide as the estimate."""
        bar = self.scroll_column.verticalScrollBar().sizeHint().width() if highest else 0
        self.body.setContentsMargins(MARGIN, MARGIN, MARGIN - bar, 4)

    # Pictures from anywhere

    def _take_pictures(self, pictures: "tuple[Picture, ...]") -> None:
        if self._composer is None:
            self._early.extend(pictures)
        elif pictures:
            self._composer.add_pictures(pictures)

    def paste_picture(self) -> bool:
        """Take a picture from the clipboard as a reference; False when there is none."""
        from PySide6.QtGui import QGuiApplication

        from studio.ui.kit import pictures_in

        pictures = pictures_in(QGuiApplication.clipboard().mimeData())
        self._take_pictures(pictures)
        return bool(pictures)

    def resizeEvent(self, event: "QResizeEvent") -> None:
        super().resizeEvent(event)
        self._size_prompt()

    def event(self, event: QEvent) -> bool:
        """The person comes back, perhaps from having put a file where it belongs."""
        if event.type() is QEvent.Type.WindowActivate and self._composer:
            self._composer.weigh_again()
        return super().event(event)

    def dragEnterEvent(self, event: "QDragEnterEvent") -> None:
        if _may_hold_pictures(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: "QDropEvent") -> None:
        if _may_hold_pictures(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.take_dropped(event.mimeData())

    def take_dropped(self, mime: "QMimeData") -> None:
        """Take as references what was dropped: the library's own versions, files, or a picture."""
        from studio.ui.kit import files_in, pictures_in
        from studio.viewmodels.dragging import versions_in

        versions = versions_in(mime)
        if versions and self._composer:
            self._composer.add_versions(versions)
        else:
            self._take_pictures(files_in(mime) or pictures_in(mime))


def _may_hold_pictures(mime: "QMimeData") -> bool:
    from studio.ui.kit.reference_strip import can_drop
    from studio.viewmodels.dragging import VERSIONS

    return mime.hasFormat(VERSIONS) or can_drop(mime)
