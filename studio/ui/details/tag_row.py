"""Tags as chips, with a field that adds one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from studio.ui.kit import FlowLayout, TextField, set_look
from studio.ui.kit.offer_list import ENTER, Offer, OfferList
from studio.ui.kit.removable_chip import RemovableChip
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.tags import TagsViewModel

Tags = tuple[tuple[str, int], ...]
FIELD_WIDTH = 108
MOST_SHOWN = 40


class TagField(TextField):
    """Offers the tags that begin like what is written; Enter or a comma adds."""

    def __init__(self, theme: Theme, tags: TagsViewModel, row: TagRow) -> None:
        name, placeholder = translate("TagField", "Add a tag"), translate("TagField", "Add a tag…")
        super().__init__(name=name, placeholder=placeholder, parent=row)
        self._theme = theme
        self._tags = tags
        self._row = row
        self._offers: OfferList | None = None
        self._offered: tuple[str, ...] = ()
        self._composing = False
        set_look(self, "inline", value=True)
        self.setFixedWidth(FIELD_WIDTH)
        self.textEdited.connect(self._type)
        tags.state_changed.connect(self._offer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is offered has the keys first; never while an input method is composing."""
        if self._composing or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif self._offers is not None and self._offers.take_key(event):
            pass
        elif (event.key() in ENTER or event.text() in {",", "，"}) and self.text().strip():
            self._add(self.text())
        elif event.key() == Qt.Key.Key_Backspace and not self.text():
            self._row.focus_last()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab takes what is offered before it goes on."""
        if forwards and self._offers is not None and not self._offers.isHidden():
            self._take(self._offers.row or 0)
            return True
        return super().focusNextPrevChild(forwards)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """While it composes, Enter is the input method's."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """From now on tags are offered for what is shown."""
        super().focusInEvent(event)
        self._tags.open(self._row.ids)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And no longer."""
        super().focusOutEvent(event)
        self._composing = False
        if self._offers is not None:
            self._offers.dismiss()

    def _type(self, text: str) -> None:
        self._tags.type(text)
        if not text.strip() and self._offers is not None:
            self._offers.dismiss()

    def _offer(self) -> None:
        if not self.hasFocus() or self._composing:
            return
        known = self._tags.state.offered if self.text().strip() else ()
        # What all of them have already is no offer.
        offered = [tag for tag in known if tag.name not in self._row.common]
        self._offered = tuple(tag.name for tag in offered)
        if self._offers is None:
            if not offered:
                return
            self._offers = OfferList(self._theme, self, name=self.tr("Known tags"), narrowest=200)
            self._offers.taken.connect(self._take)
        self._offers.offer([Offer(tag.name, f"{tag.count:,}") for tag in offered])

    def _take(self, row: int) -> None:
        if row < len(self._offered):
            self._add(self._offered[row])

    def _add(self, text: str) -> None:
        self.clear()
        if self._offers is not None:
            self._offers.dismiss()
        self._tags.open(self._row.ids)
        self._tags.add(text)


class TagRow(QWidget):
    """A press on a chip takes its tag off all that have it."""

    def __init__(self, theme: Theme, tags: TagsViewModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tags = tags
        self._shown: Tags = ()
        self._chips: list[RemovableChip] = []
        self.ids: tuple[str, ...] = ()
        self.setAccessibleName(self.tr("Tags"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self, gap=6)
        self._field = TagField(theme, tags, self)
        self._flow.addWidget(self._field)

    @property
    def common(self) -> frozenset[str]:
        """The tags that all of these versions have."""
        return frozenset(tag for tag, uses in self._shown if uses == len(self.ids))

    def show_tags(self, ids: tuple[str, ...], tags: Tags) -> None:
        """Tags, each with how many of these versions have it."""
        was_many, self.ids = len(self.ids), ids
        if tags == self._shown and was_many == len(ids):
            return
        self._shown = tags
        shown = tags[:MOST_SHOWN]
        self._have_chips(len(shown))
        for chip, (tag, uses) in zip(self._chips, shown, strict=False):
            name = self.tr("Take tag {tag} off").format(tag=tag)
            chip.set_words(tag, name=name, note="" if uses == len(ids) else f"{uses:,}")
        self.updateGeometry()

    def make_chips(self, count: int) -> None:
        """Have so many, unseen: making them takes longer than all else that a selection changes."""
        for at in range(len(self._chips), count):
            chip = RemovableChip(self._theme, "", name="", parent=self)
            chip.hide()
            chip.removed.connect(lambda chip=chip: self._remove(chip))
            self._chips.append(chip)
            self._flow.insert_widget(at, chip)

    def _have_chips(self, count: int) -> None:
        """Each that comes or goes in a row that is seen would have the whole panel laid out anew."""
        self.make_chips(count)
        if sum(not chip.isHidden() for chip in self._chips) == count:
            return
        was_seen, focus = not self.isHidden(), QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self.hide()
        for at, chip in enumerate(self._chips):
            chip.setVisible(at < count)
        self.setVisible(was_seen)

    def focus_last(self) -> None:
        """The chip before the field."""
        if shown := len(self._shown[:MOST_SHOWN]):
            self._chips[shown - 1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, chip: RemovableChip) -> None:
        """The chip goes: the keyboard must not go with it."""
        if chip.hasFocus():
            self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tags.open(self.ids)
        self._tags.remove(self._shown[self._chips.index(chip)][0])
