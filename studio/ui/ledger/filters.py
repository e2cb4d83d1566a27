"""The line of filters over the ledger: days, project, group, size, charge."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from studio.domain.charge import Charge
from studio.domain.geometry import Resolution
from studio.domain.words import describe_charge
from studio.ui.kit import Button, ButtonKind, FlowLayout, Words
from studio.ui.ledger.day_field import DayField
from studio.ui.ledger.filter_menu import FilterMenu
from studio.viewmodels.ledger_choice import Period, days_of
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from studio.ui.theme import Theme
    from studio.viewmodels.ledger import LedgerViewModel

_CHARGES = (Charge.CHARGED, Charge.UNKNOWN, Charge.RESERVED, Charge.NOT_CHARGED)


class LedgerFilters(QWidget):
    """Every choice holds at once."""

    def __init__(self, theme: Theme, ledger: LedgerViewModel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ledger = ledger
        self.setAccessibleName(self.tr("Filters"))
        self.period = FilterMenu(theme, name=self.tr("Days"))
        self.project = FilterMenu(theme, name=self.tr("Project"))
        self.group = FilterMenu(theme, name=self.tr("Group"))
        self.resolution = FilterMenu(theme, name=self.tr("Size"))
        self.charge = FilterMenu(theme, name=self.tr("Charge"))
        self.first = DayField(name=self.tr("First day"))
        self.last = DayField(name=self.tr("Last day"))
        self._between = QWidget()
        self.clear = Button(theme, self.tr("Show all"), kind=ButtonKind.LINK)
        self._lay_out()
        self._listen()
        self._show()

    def _lay_out(self) -> None:
        between = QHBoxLayout(self._between)
        between.setContentsMargins(0, 0, 0, 0)
        between.setSpacing(6)
        for widget in (self.first, Words("–", role="muted"), self.last):
            between.addWidget(widget)
        row = FlowLayout(self, gap=4)
        for widget in (
            *(self.period, self._between, self.project, self.group, self.resolution, self.charge, self.clear),
        ):
            row.addWidget(widget)

    def _listen(self) -> None:
        ledger = self._ledger
        self.period.picked.connect(self._pick_period)
        self.project.picked.connect(self._pick_project)
        self.group.picked.connect(self._pick_group)
        self.resolution.picked.connect(self._pick_size)
        self.charge.picked.connect(self._pick_charge)
        self.clear.clicked.connect(ledger.show_everything)
        self.first.picked.connect(self._pick_days)
        self.last.picked.connect(self._pick_days)
        ledger.state_changed.connect(self._show)

    # Choosing

    def _pick_period(self, id_: str) -> None:
        period, choice, today = Period(id_), self._ledger.state.choice, self._ledger.today
        if period is Period.BETWEEN:
            first, last = days_of(choice, today)
            self._ledger.choose_days(first or today.replace(day=1), last or today)
        else:
            self._ledger.choose(replace(choice, period=period))

    def _pick_days(self) -> None:
        self._ledger.choose_days(self.first.day, self.last.day)

    def _pick_project(self, name: str) -> None:
        self._ledger.choose(replace(self._ledger.state.choice, project=name))

    def _pick_group(self, name: str) -> None:
        self._ledger.choose(replace(self._ledger.state.choice, group=name))

    def _pick_size(self, id_: str) -> None:
        self._ledger.choose(replace(self._ledger.state.choice, size=Resolution(id_) if id_ else None))

    def _pick_charge(self, id_: str) -> None:
        self._ledger.choose(replace(self._ledger.state.choice, charge=Charge(id_) if id_ else None))

    # Showing

    def _show(self) -> None:
        state, choice = self._ledger.state, self._ledger.state.choice
        self.period.show_options(_period_options(), choice.period.value)
        self.project.show_options(
            (("", self.tr("All projects")), *((name, name) for name in state.project_names)), choice.project
        )
        self.group.show_options(
            (("", self.tr("All groups")), *((name, name) for name in state.group_names)), choice.group
        )
        sizes = ((size.value, size.value) for size in Resolution)
        self.resolution.show_options(
            (("", self.tr("Any size")), *sizes), choice.size.value if choice.size else ""
        )
        charges = ((charge.value, describe_charge(charge, translate)) for charge in _CHARGES)
        self.charge.show_options(
            (("", self.tr("Any charge")), *charges), choice.charge.value if choice.charge else ""
        )
        self._between.setVisible(choice.period is Period.BETWEEN)
        if choice.first and choice.last:
            self.first.show_day(choice.first)
            self.last.show_day(choice.last)
        self.clear.setVisible(choice.is_narrow)


def _period_options() -> tuple[tuple[str, str], ...]:
    return (
        (Period.ALL.value, translate("ledger", "All time")),
        (Period.TODAY.value, translate("ledger", "Today")),
        (Period.WEEK.value, translate("ledger", "Last 7 days")),
        (Period.MONTH.value, translate("ledger", "Last 30 days")),
        (Period.THIS_MONTH.value, translate("ledger", "This month")),
        (Period.BETWEEN.value, translate("ledger", "From one day to another")),
    )
