"""The first thing a newcomer sees in the middle of the window: a key, or the demo gateway."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from studio.ui.dialogs.connect_form import ConnectForm
from studio.ui.kit import Button, ButtonKind, Card, ScrollColumn, Words

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.first_run import ConnectViewModel

CARD_WIDTH = 520
PADDING = 28


class ConnectCard(QWidget):
    """A card in the middle of whatever room there is."""

    def __init__(self, theme: "Theme", connect: "ConnectViewModel", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._connect = connect
        self.form = ConnectForm(theme, connect)
        self.save = Button(theme, self.tr("Save key"))
        self.test = Button(theme, self.tr("Test connection"))
        self.demo = Button(theme, self.tr("Use the demo gateway instead"), kind=ButtonKind.QUIET)
        self.save.clicked.connect(self.form.save)
        self.test.clicked.connect(self.form.test)
        self.demo.clicked.connect(connect.use_demo)
        self.form.changed.connect(self._show)
        self._card = self._make_card()
        self._lay_out()
        self._show()

    def focus_key(self) -> None:
        """Ready for pasting a key."""
        self.form.key.setFocus()

    def _make_card(self) -> Card:
        card = Card(padding=PADDING)
        card.setAccessibleName(self.tr("Connect a gateway key"))
        card.setMaximumWidth(CARD_WIDTH)
        card.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        about = self.tr(
            "The key goes to your system keychain and nowhere else. Prices and groups are ready;"
            " nothing is charged until you press Generate."
        )
        demo = self.tr(
            "The demo gateway runs inside the app, costs nothing and draws sample pictures,"
            " so that every control can be tried."
        )
        card.body.addWidget(Words(self.tr("Connect a gateway key"), role="title"))
        card.body.addSpacing(4)
        card.body.addWidget(Words(about, role="muted", wrap=True))
        card.body.addSpacing(8)
        card.body.addWidget(self.form)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.save)
        buttons.addWidget(self.test)
        buttons.addStretch(1)
        buttons.addWidget(self.demo)
        card.body.addLayout(buttons)
        card.body.addSpacing(8)
        card.body.addWidget(Words(demo, role="faint", wrap=True))
        return card

    def _lay_out(self) -> None:
        scroll = ScrollColumn()
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._card, 100)
        row.addStretch(1)
        scroll.body.addStretch(1)
        scroll.body.addLayout(row)
        scroll.body.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self.setFocusProxy(self.form.key)

    def _show(self) -> None:
        state = self._connect.state
        for button in (self.save, self.test, self.demo):
            button.setEnabled(state.ready and not state.busy)
