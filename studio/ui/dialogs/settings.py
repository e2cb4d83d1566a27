"""The settings dialog: how to reach the gateway, keys and prices, how the window behaves."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from studio.settings.settings import MOST_PARALLEL
from studio.ui.dialogs.budget_page import BudgetPage
from studio.ui.dialogs.catalog_update import CatalogUpdateDialog
from studio.ui.dialogs.key import KeyDialog
from studio.ui.dialogs.key_rows import KeyRows
from studio.ui.dialogs.library_folder import LibraryField
from studio.ui.kit import (
    Button,
    CheckBox,
    ComboField,
    Dialog,
    FieldLabel,
    FlowLayout,
    SegmentedPicker,
    SegmentOption,
    Stepper,
    TextField,
    Words,
)
from studio.viewmodels.catalog_update import CatalogUpdateViewModel
from studio.viewmodels.first_run import ConnectViewModel
from studio.viewmodels.preferences import Form, PreferencesViewModel

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from studio.settings.settings import LanguageName, ThemeName
    from studio.ui.theme import Theme
    from studio.viewmodels.notices import Notices
    from studio.viewmodels.session import SessionViewModel
    from studio.viewmodels.tasks import Tasks

COLUMN = 340
SIDES = 48

translate = QCoreApplication.translate


class SettingsDialog(Dialog[bool]):
    """Answers True when the form was kept. Keys and prices are changed at once, in dialogs of their own, and
    so are shortcuts and the budgets of projects: `shortcuts_requested` and `project_budget_requested` ask for
    them.
    """

    shortcuts_requested = Signal()
    project_budget_requested = Signal(str)
    fallback_requested = Signal()

    def __init__(
        self,
        theme: "Theme",
        *,
        session: "SessionViewModel",
        tasks: "Tasks",
        notices: "Notices",
        library: Path,
        today: "Callable[[], date]",
        parent: QWidget | None = None,
    ) -> None:
        """`library` is the folder in use now."""
        super().__init__(theme, title=translate("dialogs", "Settings"), parent=parent)
        self._session, self._tasks, self._notices, self._today = session, tasks, notices, today
        self._preferences = PreferencesViewModel(session=session, tasks=tasks)
        self._preferences.setParent(self)
        self._make_fields(theme, library)
        self._show_form(self._preferences.form)
        self._lay_out(theme)
        self.add_cancel(self.tr("Cancel"))
        self.add_action(self.tr("Save"), self._save, default=True)
        self._preferences.state_changed.connect(self._show)
        self._preferences.saved.connect(lambda: self.answer(True))
        self._show()

    # Building

    def _make_fields(self, theme: "Theme", library: Path) -> None:
        self.demo = CheckBox(theme, self.tr("Use the demo gateway: sample pictures, ¥0.00"))
        self.demo.toggled.connect(self._show_demo)
        self.address = TextField(name=self.tr("Gateway"))
        self.route = TextField(name=self.tr("Model route"), placeholder=self._preferences.usual_route)
        self.library = LibraryField(theme, library)
        self.parallel = Stepper(theme, name=self.tr("Calls at once"), minimum=1, maximum=MOST_PARALLEL)
        self.budgets = BudgetPage(theme)
        self.budgets.project_requested.connect(self.project_budget_requested)
        self.theme = ComboField(theme, name=self.tr("Theme"))
        self.theme.set_options(
            (("system", self.tr("System")), ("light", self.tr("Light")), ("dark", self.tr("Dark")))
        )
        self.language = ComboField(theme, name=self.tr("Language"))
        self.language.set_options((("", self.tr("System")), ("en", "English"), ("zh_CN", "中文")))
        for combo in (self.theme, self.language):
            combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.auto_advance = CheckBox(theme, self.tr("Go on to the next picture after a rating or a flag"))
        self.keys = KeyRows(theme)
        self.keys.wanted.connect(self._ask_for_key)
        self.keys.removed.connect(self._preferences.remove_key)
        self._key_note = Words(role="caption", wrap=True)
        self._prices = Words(role="caption", wrap=True)
        self.update_prices = Button(theme, self.tr("Update from model page…"))
        self.update_prices.clicked.connect(lambda: self._update_catalog(refreshes=False))
        self.refresh_prices = Button(theme, self.tr("Refresh from the gateway"), icon="refresh-cw")
        self.refresh_prices.clicked.connect(lambda: self._update_catalog(refreshes=True))
        self._fallback_note = Words(role="caption", wrap=True)
        self.fallback = Button(
            theme, self.tr("Change…"), name=self.tr("Change what is asked when a group fails")
        )
        self.fallback.clicked.connect(self.fallback_requested)
        self.shortcuts = Button(theme, self.tr("Keyboard shortcuts…"))
        self.shortcuts.clicked.connect(self.shortcuts_requested)

    def _lay_out(self, theme: "Theme") -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(theme.tokens.sizes.gap)
        self._add(left, self.tr("Gateway"), self.address, self.demo)
        self._add(left, self.tr("Model route"), self.route)
        self._add(left, self.tr("Library folder"), self.library)
        self._add_pair(
            left,
            (self.tr("Calls at once"), self.parallel),
            (self.tr("When a group fails"), self.fallback),
        )
        left.addWidget(self._fallback_note)
        left.addSpacing(8)
        self._add_pair(left, (self.tr("Theme"), self.theme), (self.tr("Language"), self.language))
        later = self.tr("Library folder and language change at the next start.")
        left.addWidget(Words(later, role="caption", wrap=True))
        left.addStretch(1)
        self._add(right, self.tr("Judging pictures"), self.auto_advance, self.shortcuts)
        self._add(right, self.tr("Keys"), self.keys, self._key_note)
        self._add(right, self.tr("Prices and figures"), self._prices, self._price_buttons())
        right.addStretch(1)
        general = QWidget()
        columns = QHBoxLayout(general)
        columns.setContentsMargins(0, 8, 0, 0)
        columns.setSpacing(32)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        self._lay_out_pages(theme, {"general": general, "budgets": self.budgets})
        self.setMinimumWidth(2 * COLUMN + 32 + SIDES)

    def _lay_out_pages(self, theme: "Theme", pages: "dict[str, QWidget]") -> None:
        """All of them are as high as the highest: nothing jumps from one to another."""
        words = {"general": self.tr("General"), "budgets": self.tr("Budgets")}
        self._pages = QStackedWidget()
        self._every_page = tuple(pages.values())
        self.picker = SegmentedPicker(theme, name=self.tr("Page"))
        self.picker.set_options(tuple(SegmentOption(page, words[page]) for page in pages))

        def show(page: str) -> None:
            self._pages.setCurrentWidget(pages[page])

        self.picker.picked.connect(show)
        for page in pages.values():
            self._pages.addWidget(page)
        self.picker.set_value("general")
        self.body.addWidget(self.picker)
        self.body.addWidget(self._pages)

    def _price_buttons(self) -> QWidget:
        """Under each other where both don't fit into the column in this language."""
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.update_prices)
        flow.addWidget(self.refresh_prices)
        return buttons

    def _add(self, column: QVBoxLayout, label: str, *fields: QWidget) -> None:
        row = FieldLabel(label)
        row.set_buddy(fields[0])
        column.addWidget(row)
        for field in fields:
            column.addWidget(field)
        column.addSpacing(8)

    def _add_pair(self, column: QVBoxLayout, *pairs: tuple[str, QWidget]) -> None:
        row = QHBoxLayout()
        row.setSpacing(12)
        for label, field in pairs:
            half = QVBoxLayout()
            half.setSpacing(8)
            self._add(half, label, field)
            half.addStretch(1)
            row.addLayout(half, 1)
        column.addLayout(row)

    def focus_place(self, place: str) -> None:
        """Begin at a place of palette_sources.setting_places; at the first where it isn't known."""
        fields: dict[str, QWidget] = {
            "gateway": self.address,
            "demo": self.demo,
            "route": self.route,
            "library": self.library,
            "parallel": self.parallel,
            "ask-above": self.budgets.ask_above,
            "ask-from": self.budgets.ask_from,
            "budget-day": self.budgets.day,
            "budget-month": self.budgets.month,
            "warn-at": self.budgets.warn_at,
            "theme": self.theme.combo,
            "language": self.language.combo,
            "auto-advance": self.auto_advance,
            "keys": self.keys,
            "fallback": self.fallback,
            "prices": self.update_prices,
        }
        field = fields.get(place)
        if field is not None:
            if self.budgets.isAncestorOf(field):
                self.picker.set_value("budgets")
                self._pages.setCurrentWidget(self.budgets)
            _first_stop(field).setFocus(Qt.FocusReason.ShortcutFocusReason)

    # Showing and reading

    def _show_form(self, form: Form) -> None:
        self.demo.setChecked(form.demo)
        self.address.setText(form.address)
        self.route.setText(form.route)
        self.library.set_chosen(form.library)
        self.parallel.setValue(form.parallel)
        self.budgets.show_form(form.budgets)
        self.theme.set_value(form.theme)
        self.language.set_value(form.language)
        self.auto_advance.setChecked(form.auto_advance)

    def _show_demo(self, demo: bool) -> None:
        self.address.setEnabled(not demo)

    def _show(self) -> None:
        state = self._preferences.state
        self.keys.show_keys(state)
        self._key_note.set_words(state.note)
        self._prices.set_words(state.prices)
        self.budgets.show_uses(state.budgets)
        self._fallback_note.set_words(state.fallback)
        self.refresh_prices.setEnabled(state.can_refresh)
        self.set_problem(state.problem)
        self._fit()

    def _fit(self) -> None:
        """Words that wrap ask for more height than the window's own reckoning gives them; and which page is
        shown must not matter.
        """
        heights = (_height_of(page, self.minimumWidth() - SIDES) for page in self._every_page)
        self._pages.setFixedHeight(max(heights))
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.totalHeightForWidth(self.minimumWidth()))

    def _save(self) -> None:
        self._preferences.save(
            Form(
                demo=self.demo.isChecked(),
                address=self.address.text(),
                route=self.route.text(),
                library=self.library.chosen,
                parallel=self.parallel.value(),
                budgets=self.budgets.form,
                theme=cast("ThemeName", self.theme.value),
                language=cast("LanguageName", self.language.value),
                auto_advance=self.auto_advance.isChecked(),
            )
        )

    # Dialogs over this one

    def _ask_for_key(self, group: str) -> None:
        connect = ConnectViewModel(
            session=self._session, tasks=self._tasks, notices=self._notices, group=group
        )
        self._tasks.start(KeyDialog(self._theme, connect, parent=self).ask)

    def _update_catalog(self, *, refreshes: bool) -> None:
        update = CatalogUpdateViewModel(session=self._session, tasks=self._tasks, today=self._today)
        dialog = CatalogUpdateDialog(self._theme, update, refreshes=refreshes, parent=self)
        self._tasks.start(dialog.ask)


def _height_of(page: QWidget, width: int) -> int:
    return page.heightForWidth(width) if page.hasHeightForWidth() else page.sizeHint().height()


def _first_stop(field: QWidget) -> QWidget:
    """Where Tab would come to first."""
    stops = (widget for widget in (field, *field.findChildren(QWidget)) if widget.isEnabled())
    return next((widget for widget in stops if widget.focusPolicy() & Qt.FocusPolicy.TabFocus), field)
