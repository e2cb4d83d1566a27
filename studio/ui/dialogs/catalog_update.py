"""The dialog that takes a model page's text, or asks the gateway, and shows what would change."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QPlainTextEdit, QTreeWidget, QTreeWidgetItem

from studio.ui.kit import Dialog, Words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme
    from studio.viewmodels.catalog_update import CatalogUpdateState, CatalogUpdateViewModel

translate = QCoreApplication.translate

WIDTH = 620
HEIGHT = 300
ROW = 26
LAST = 3


class CatalogUpdateDialog(Dialog[bool]):
    """Answers True when the new prices are in use. What the gateway doesn't tell can be pasted instead."""

    def __init__(
        self,
        theme: "Theme",
        update: "CatalogUpdateViewModel",
        *,
        refreshes: bool = False,
        parent: "QWidget | None" = None,
    ) -> None:
        """With `refreshes` it begins by asking the gateway."""
        title = (
            translate("dialogs", "Refresh from the gateway")
            if refreshes
            else translate("dialogs", "Update from model page")
        )
        super().__init__(theme, title=title, parent=parent)
        # Not its parent: what is asked for may come when the dialog is gone.
        self._update = update
        self._was_reading = False
        self.setMinimumWidth(WIDTH)
        self._asking = Words(self.tr("Asking the gateway for its prices and figures…"), role="muted")
        self._missing = Words(wrap=True)
        about = self.tr("Open the model's page in a browser, select all of it, copy, and paste it here.")
        self._about = Words(about, role="muted", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(self.tr("Model page"))
        self.text.setPlaceholderText(self.tr("The page's text"))
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(HEIGHT)
        self._summary = Words(wrap=True)
        self.changes = self._make_changes()
        for widget in (self._asking, self._missing, self._about, self.text, self._summary, self.changes):
            self.body.addWidget(widget)
        self.add_cancel(self.tr("Not now"))
        self._again = self.add_action(self.tr("Ask again"), lambda: update.refresh(again=True))
        back = self.tr("Paste a page instead") if refreshes else self.tr("Back to the text")
        self._back = self.add_action(back, update.edit)
        self._read = self.add_action(self.tr("Read"), self._read_text, default=True)
        self._accept = self.add_action(self.tr("Accept"), update.accept, default=True)
        update.state_changed.connect(self._show)
        update.accepted.connect(self._end)
        self._show()
        if refreshes:
            update.refresh()

    def _make_changes(self) -> QTreeWidget:
        changes = QTreeWidget()
        changes.setAccessibleName(self.tr("Changes"))
        changes.setHeaderLabels([self.tr("Group"), self.tr("What"), self.tr("Now"), self.tr("New")])
        changes.setRootIsDecorated(False)
        changes.setUniformRowHeights(True)
        changes.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        changes.setMinimumHeight(HEIGHT - 40)
        changes.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        changes.header().setStretchLastSection(True)
        return changes

    def _end(self) -> None:
        self.answer(True)

    def _read_text(self) -> None:
        self._update.read(self.text.toPlainText())

    def _show(self) -> None:
        state = self._update.state
        reading = state.found is None and not state.asking
        self._asking.setVisible(state.asking)
        self._missing.set_words(state.missing)
        self._missing.setVisible(bool(state.missing))
        for widget in (self._about, self.text):
            widget.setVisible(reading)
        if reading and not self._was_reading:
            self.text.setFocus()
        self._was_reading = reading
        self._again.setVisible(reading and bool(state.missing))
        self._again.setEnabled(not state.busy)
        self._read.setVisible(reading)
        self._read.setEnabled(not state.busy)
        self._back.setVisible(state.found is not None)
        self._accept.setVisible(state.found is not None and bool(state.rows))
        self._accept.setEnabled(not state.busy)
        self._summary.set_words(state.summary)
        self._summary.setVisible(state.found is not None)
        self.changes.setVisible(bool(state.rows))
        self._fill(state)
        self.set_problem(state.problem)

    def _fill(self, state: "CatalogUpdateState") -> None:
        self.changes.clear()
        for row in state.rows:
            item = QTreeWidgetItem([row.group, row.what, row.old, row.new])
            item.setSizeHint(LAST, QSize(0, ROW))
            self.changes.addTopLevelItem(item)
