"""Tags of the pictures that are chosen: typed with completion, taken off with a press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from studio.ui.kit import Divider, FlowLayout, Overlay, TextField, Words, announce, set_look

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from studio.ui.theme import Theme
    from studio.viewmodels.tags import TagsState, TagsViewModel, TagUse

WIDTH = 440
TOP = 96
LINE = 30
PAD = 6
SHOWN_TAGS = 60
CROSS = 12


class _Field(TextField):
    """Up and down move among what is offered."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The other keys write."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class TagChip(QPushButton):
    """A tag that all have, or some: then it says how many."""

    def __init__(self, theme: Theme, tag: TagUse, count: int, *, parent: QWidget) -> None:
        whole = tag.count == count
        super().__init__(tag.name if whole else f"{tag.name}  {tag.count}", parent)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setIcon(theme.icons.icon("x" if whole else "plus", size=CROSS, role="muted", before=4))
        self.setIconSize(QSize(CROSS + 4, CROSS))
        set_look(self, "whole", whole)
        words = (
            self.tr("Remove tag {tag}") if whole else self.tr("Tag {tag}, on {some} of {count}: add to all")
        )
        named = words.format(tag=tag.name, some=tag.count, count=count)
        self.setAccessibleName(named)
        self.setToolTip(named)


class TagPopup(Overlay):
    """Return adds what is typed, or the line that is chosen below it; Escape closes."""

    def __init__(self, theme: Theme, tags: TagsViewModel, *, host: QWidget) -> None:
        super().__init__(host, name=self.tr("Tags"), width=WIDTH, top=TOP)
        self._theme = theme
        self._tags = tags
        self._title = Words(role="label")
        self._hint = Words(role="faint")
        self.field = _Field(name=self.tr("Add a tag"), placeholder=self.tr("Add a tag"))
        set_look(self.field, "bare", True)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=6)
        self._chips_of: tuple[int, tuple[TagUse, ...]] | None = None
        self._offered = QStringListModel(self)
        self.list = QListView()
        self.list.setModel(self._offered)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(self.tr("Tags to choose from"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._hint)
        top = QVBoxLayout()
        top.setContentsMargins(16, 14, 16, 10)
        top.setSpacing(10)
        top.addLayout(head)
        top.addWidget(self._chips)
        body = self.card.body
        body.setContentsMargins(1, 1, 1, 1)
        body.setSpacing(0)
        body.addLayout(top)
        body.addWidget(Divider())
        body.addWidget(self.field)
        body.addWidget(self.list)

    def _listen(self) -> None:
        self._tags.state_changed.connect(self._show)
        self.field.textChanged.connect(self._tags.type)
        self.field.returnPressed.connect(self._add)
        self.field.stepped.connect(self._step)
        self.list.clicked.connect(self._take)
        self.closed.connect(self._tags.close)

    def show_tags(self, ids: Sequence[str]) -> None:
        """Open it for these versions."""
        if not ids:
            return
        self.field.clear()
        self._tags.open(ids)
        self._show()
        self.open(self.field)

    # What is done

    def _add(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self._take(index)
            return
        text = self.field.text()
        self._tags.add(text)
        self.field.clear()

    def _take(self, index: QModelIndex) -> None:
        self._tags.add(str(index.data()))
        self.field.clear()
        self.field.setFocus()

    def _press(self, tag: str) -> None:
        """The chip goes or changes: the keyboard must not go with it."""
        self._tags.toggle(tag)
        self.field.setFocus()

    def _step(self, step: int) -> None:
        """Above the first line is the field itself."""
        count = self._offered.rowCount()
        row = self.list.currentIndex().row() + step
        if row < 0 or not count:
            self.list.setCurrentIndex(QModelIndex())
            return
        index = self._offered.index(min(row, count - 1))
        self.list.setCurrentIndex(index)
        announce(self.field, str(index.data()))

    # What is shown

    def _show(self) -> None:
        if self._tags.state.count == 0:
            return
        self._show_tags(self._tags.state)
        self._show_offered(self._tags.state)
        self.place()

    def _show_tags(self, state: TagsState) -> None:
        title = self.tr("Tags of {count} pictures") if state.count > 1 else self.tr("Tags")
        self._title.set_words(title.format(count=f"{state.count:,}"))
        tags = state.tags or ()
        self._hint.set_words(self.tr("No tags yet") if state.tags == () else "")
        if self._chips_of != (state.count, tags):
            self._chips_of = (state.count, tags)
            self._make_chips(state.count, tags)

    def _make_chips(self, count: int, tags: Sequence[TagUse]) -> None:
        """Only for other tags: the keyboard may stand on one of those that are there."""
        while (item := self._flow.takeAt(0)) is not None:
            chip = item.widget()
            if chip is not None:
                chip.hide()
                chip.deleteLater()
        for tag in tags[:SHOWN_TAGS]:
            chip = TagChip(self._theme, tag, count, parent=self._chips)
            chip.clicked.connect(lambda *, name=tag.name: self._press(name))
            # Its size is reckoned with before it is shown for the first time.
            chip.ensurePolished()
            self._flow.addWidget(chip)
            chip.show()
        self._chips.setVisible(bool(tags))

    def _show_offered(self, state: TagsState) -> None:
        """What all of them have already is no offer."""
        names = [tag.name for tag in state.offered if tag.name not in state.common]
        if names != self._offered.stringList():
            self._offered.setStringList(names)
            self.list.setCurrentIndex(QModelIndex())
        self.list.setVisible(bool(names))
        self.list.setFixedHeight(len(names) * LINE + 2 * PAD if names else 0)
