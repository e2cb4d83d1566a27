"""The dialog that adds or replaces one key."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from studio.ui.dialogs.connect_form import ConnectForm
from studio.ui.kit import Dialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studio.ui.theme import Theme
    from studio.viewmodels.first_run import ConnectViewModel

translate = QCoreApplication.translate


class KeyDialog(Dialog[bool]):
    """Answers True when a key was saved."""

    def __init__(self, theme: "Theme", connect: "ConnectViewModel", parent: "QWidget | None" = None) -> None:
        super().__init__(theme, title=translate("dialogs", "Connect a gateway key"), parent=parent)
        self._connect = connect
        connect.setParent(self)
        self.form = ConnectForm(theme, connect)
        self.body.addWidget(self.form)
        self._test = self.add_action(self.tr("Test connection"), self.form.test)
        self.add_cancel(self.tr("Cancel"))
        self._save = self.add_action(self.tr("Save key"), self.form.save, default=True)
        self.form.changed.connect(self._show)
        connect.connected.connect(lambda: self.answer(True))
        self._show()
        self.form.key.setFocus()

    def _show(self) -> None:
        state = self._connect.state
        for button in (self._test, self._save):
            button.setEnabled(state.ready and not state.busy)
