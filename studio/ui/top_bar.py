"""The bar over everything: project, search, jobs, money spent today and left, the key, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from studio.domain.keys import KeySource
from studio.ui.kit import IconButton, Part, StatusPill, Tone, Words, surface
from studio.ui.mark import Mark
from studio.viewmodels.balance import balance_hint, balance_words
from studio.viewmodels.budget_words import budget_words

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from studio.ui.search import GallerySearch
    from studio.ui.theme import Theme
    from studio.viewmodels.jobs import JobsViewModel
    from studio.viewmodels.session import SessionViewModel

NARROWEST_SEARCH = 160
NARROWEST_PLACE = 160
SPACING = 8


class TopBar(QWidget):
    """`jobs_pressed`, `spent_pressed` and `settings_requested` ask for those."""

    settings_requested = Signal()
    spent_pressed = Signal()
    jobs_pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        session: SessionViewModel,
        jobs: JobsViewModel,
        switcher: QWidget,
        search: GallerySearch,
        parent: QWidget | None = None,
    ) -> None:
        """`switcher` says what is shown; `search` narrows it down."""
        super().__init__(parent)
        self._session = session
        self._jobs = jobs
        surface(self, "bar", edge="bottom")
        self.setFixedHeight(theme.tokens.sizes.bar)
        self._switcher = switcher
        self._search = search
        self._search.setMinimumWidth(NARROWEST_SEARCH)
        self._search.setMaximumWidth(theme.tokens.sizes.search)
        self._search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._running = StatusPill(theme, "")
        self._spent = StatusPill(theme, "", dot=False)
        self._balance = StatusPill(theme, "", dot=False)
        self._balance.hide()
        self._key = StatusPill(theme, "")
        self._settings = IconButton(theme, "settings", name=self.tr("Settings"))
        self._lay_out(theme)
        self._listen()
        self._show_jobs()
        self._show_session()

    def _lay_out(self, theme: Theme) -> None:
        # The pill's own name is its words; what it tells of is the name of what it stands in.
        self._jobs_box = QWidget()
        self._jobs_box.setAccessibleName(self.tr("Jobs"))
        inner = QHBoxLayout(self._jobs_box)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._running)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 10, 0)
        row.setSpacing(SPACING)
        row.addWidget(Mark(theme))
        row.addWidget(Words(self.tr("Proofroom"), role="strong"))
        row.addSpacing(12)
        # The search stays where it is, however long the name of what is shown.
        place = QWidget()
        place.setMinimumWidth(NARROWEST_PLACE)
        named = QHBoxLayout(place)
        named.setContentsMargins(0, 0, 0, 0)
        named.addWidget(self._switcher)
        named.addStretch(1)
        row.addWidget(place)
        row.addStretch(1)
        row.addWidget(self._search, 8)
        row.addStretch(1)
        for widget in (self._jobs_box, self._spent, self._balance, self._key, self._settings):
            row.addWidget(widget)

    def _listen(self) -> None:
        self._running.clicked.connect(self.jobs_pressed)
        self._spent.clicked.connect(self.spent_pressed)
        self._balance.clicked.connect(self.spent_pressed)
        self._key.clicked.connect(self.settings_requested)
        self._settings.clicked.connect(self.settings_requested)
        self._jobs.state_changed.connect(self._show_jobs)
        self._session.state_changed.connect(self._show_session)

    @property
    def search(self) -> GallerySearch:
        """The search field."""
        return self._search

    def focus_search(self) -> None:
        """Write the search anew."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def clear_search(self) -> None:
        """Show everything again."""
        self._search.clear()

    # Pills

    def _show_jobs(self) -> None:
        state = self._jobs.state
        counts: list[str] = []
        if state.running:
            counts.append(self.tr("{count} running").format(count=state.running))
        if state.waiting:
            counts.append(self.tr("{count} waiting").format(count=state.waiting))
        if counts:
            self._running.set_words(" · ".join(counts), tone=Tone.INFO)
        elif state.asking:
            self._running.set_words(
                self.tr("{count} to confirm").format(count=len(state.asking)), tone=Tone.WARNING
            )
        elif state.troubled:
            self._running.set_words(
                self.tr("{count} to look at").format(count=state.troubled), tone=Tone.WARNING
            )
        else:
            self._running.set_words(self.tr("No jobs"), tone=Tone.NEUTRAL)
        self._fit()

    def _show_session(self) -> None:
        self._show_spent()
        self._show_balance()
        words, tone = self._key_words()
        self._key.set_words(words, tone=tone)
        problem = self._session.state.keychain_problem
        self._key.setToolTip(self.tr("No keychain here keeps secrets.") if problem else "")
        self._fit()

    def _show_spent(self) -> None:
        spent, budgets = self._session.state.spent, budget_words(self._session.state)
        total = budgets.today.used if budgets.today else spent.total if spent else None
        parts = [Part(self.tr("Today"), "muted"), Part("—" if total is None else str(total), "strong")]
        if budgets.limit is not None:
            parts.append(Part(self.tr("of {limit}").format(limit=budgets.limit), "faint", spare=True))
        if spent and spent.unknown:
            which = (
                self.tr("of which {amount} unknown") if budgets.limit is None else self.tr("{amount} unknown")
            )
            parts.append(Part(which.format(amount=spent.unknown), "muted", spare=True))
        if budgets.warning:
            parts.append(Part(budgets.warning, "bad" if budgets.used_up else "warning"))
        self._spent.set_parts(tuple(parts))
        said = "\n".join((*self._spent_lines(), *budgets.lines))
        self._spent.setToolTip(said)
        self._spent.setAccessibleDescription(said)

    def _show_balance(self) -> None:
        state = self._session.state
        words = balance_words(state.balance)
        self._balance.set_parts((Part(self.tr("Balance"), "muted"), Part(words)) if words else ())
        self._balance.setToolTip(balance_hint(state.balance, state) if state.balance else "")

    def _fit(self) -> None:
        """The balance gives way where all else fills the bar, and after it a part of today's sum."""
        spare = self._spent.sizeHint().width() - self._spent.minimumSizeHint().width()
        fits = self.minimumSizeHint().width() + spare + self._balance_room() <= self.width()
        self._balance.setVisible(bool(self._balance.words) and fits)

    def _balance_room(self) -> int:
        return self._balance.sizeHint().width() + SPACING

    def minimumSizeHint(self) -> QSize:
        """Without the balance: no window is kept wide for it."""
        size = super().minimumSizeHint()
        return size if self._balance.isHidden() else size - QSize(self._balance_room(), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _key_words(self) -> tuple[str, Tone]:
        state = self._session.state
        if state.is_demo:
            return self.tr("Demo gateway"), Tone.INFO
        if not state.keys_known:
            return self.tr("Looking for the key"), Tone.NEUTRAL
        sources = {key.source for key in state.keys if key.source}
        if KeySource.ENVIRONMENT in sources:
            return self.tr("Key from the environment"), Tone.OK
        if KeySource.KEYCHAIN in sources:
            return self.tr("Key in keychain"), Tone.OK
        if KeySource.SESSION in sources:
            return self.tr("Key for this session"), Tone.WARNING
        return self.tr("No key"), Tone.WARNING

    def _spent_lines(self) -> tuple[str, ...]:
        """What today's sum is made of."""
        spent = self._session.state.spent
        if spent is None:
            return ()
        return (
            self.tr("Charged {amount}").format(amount=spent.charged),
            self.tr("Unknown {amount}: it may have been charged").format(amount=spent.unknown),
            self.tr("Reserved {amount}: under way or waiting").format(amount=spent.reserved),
        )
