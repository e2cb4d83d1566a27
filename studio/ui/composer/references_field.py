"""The references in the composer: the strip, how large they are sent, and what was used before."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studio.domain.recipe import MOST_REFERENCES
from studio.ui.composer.edge_button import EdgeButton
from studio.ui.composer.reference_files import choose_reference_files
from studio.ui.kit import Button, ButtonKind, FieldLabel, Notice, ReferenceStrip, ReferenceThumb, Tone

if TYPE_CHECKING:
    from studio.ui.composer.reference_shelf import ReferenceShelfPopover
    from studio.ui.theme import Theme
    from studio.viewmodels.composer import ComposerViewModel
    from studio.viewmodels.composer_state import ComposerState
    from studio.viewmodels.thumbnails import Thumbnails


class ReferencesField(QWidget):
    """`dropped` carries a QMimeData with pictures in it."""

    dropped = Signal(object)

    def __init__(
        self,
        theme: "Theme",
        composer: "ComposerViewModel",
        thumbnails: "Thumbnails",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._composer = composer
        self._thumbnails = thumbnails
        self._shelf_popover: ReferenceShelfPopover | None = None
        self._label = FieldLabel(self.tr("References"))
        self._edge = EdgeButton(theme)
        shelf = self.tr("References used before")
        self._shelf = Button(theme, "", kind=ButtonKind.LINK, icon="history", name=shelf, hint=shelf)
        self._label.add_right(self._edge)
        self._label.add_right(self._shelf)
        self._strip = ReferenceStrip(theme, name=self.tr("References"), add=self.tr("Add reference"))
        # Its own smallest height is that of a column of pictures.
        self._strip.setMinimumHeight(theme.tokens.sizes.thumbnail)
        self._trouble = Notice(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._label, self._strip, self._trouble):
            column.addWidget(widget)
        self._connect()

    def _connect(self) -> None:
        composer = self._composer
        self._strip.add_requested.connect(self._choose_files)
        self._strip.removed.connect(composer.remove_reference)
        self._strip.moved.connect(composer.move_reference)
        self._strip.renamed.connect(composer.rename_reference)
        self._strip.dropped.connect(self.dropped)
        self._strip.pasted.connect(composer.add_pictures)
        self._trouble.closed.connect(composer.dismiss_trouble)
        self._shelf.clicked.connect(self._open_shelf)
        self._edge.picked.connect(composer.choose_longest_edge)

    def show_state(self, state: "ComposerState") -> None:
        """Show the references of this state, and what is to be known about them."""
        items = [self._thumb(kept.sha256, kept.name, kept.handle, state) for kept in state.references]
        items += [ReferenceThumb(f"adding-{at}", name) for at, name in enumerate(state.adding)]
        self._strip.set_items(tuple(items))
        self._strip.set_addable(len(items) < MOST_REFERENCES)
        hint = self.tr("{count} of {most}").format(count=len(state.references), most=MOST_REFERENCES)
        self._label.set_hint(hint)
        self._edge.show_edge(state.longest_edge)
        self._edge.setVisible(bool(state.references))
        if not state.trouble:
            self._trouble.close_words()
        elif self._trouble.isHidden() or self._trouble.words != state.trouble:
            self._trouble.show_words(state.trouble, tone=Tone.WARNING)
        if self._shelf_popover:
            self._shelf_popover.show_used(_used(state))

    def _thumb(self, sha256: str, name: str, handle: str, state: "ComposerState") -> ReferenceThumb:
        """Asked for at twice the size, because only its middle is shown."""
        side = self._theme.tokens.sizes.thumbnail
        size = QSize(side, side) * (2 * self.devicePixelRatioF())
        problem = self.tr("Its file is gone from the library") if sha256 in state.missing else ""
        picture = self._thumbnails.pixmap(sha256, size)
        return ReferenceThumb(sha256, name, picture, problem, caption=f"@{handle}")

    def _choose_files(self) -> None:
        choose_reference_files(self, self._composer.add_files)

    def _open_shelf(self) -> None:
        if self._shelf_popover is None:
            from studio.ui.composer.reference_shelf import ReferenceShelfPopover

            self._shelf_popover = ReferenceShelfPopover(
                self._theme, self._composer.shelf, self._thumbnails, anchor=self._shelf
            )
            self._shelf_popover.chosen.connect(self._composer.add_reference)
            self._shelf_popover.show_used(_used(self._composer.state))
        self._shelf_popover.look()


def _used(state: "ComposerState") -> frozenset[str]:
    return frozenset(kept.sha256 for kept in state.references)
