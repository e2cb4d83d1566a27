"""What of the ledger is shown: days as a person names them, and the question to the library they make."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from studio.domain.spending import LedgerFilter
from studio.engine.days import local_day

if TYPE_CHECKING:
    from datetime import date

    from studio.domain.charge import Charge
    from studio.domain.geometry import Resolution


class Period(StrEnum):
    """Local days, counted back from today; BETWEEN is from one day to another."""

    ALL = "all"
    TODAY = "today"
    WEEK = "week"
    MONTH = "month"
    THIS_MONTH = "this_month"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class LedgerChoice:
    """Empty and None are any. `first` and `last` are the days of BETWEEN, the latter included."""

    period: Period = Period.ALL
    first: date | None = None
    last: date | None = None
    project: str = ""
    group: str = ""
    size: Resolution | None = None
    charge: Charge | None = None

    @property
    def is_narrow(self) -> bool:
        """Whether anything is left out."""
        return self != LedgerChoice(first=self.first, last=self.last)


WHOLE = LedgerChoice()


def days_of(choice: LedgerChoice, today: date) -> tuple[date | None, date | None]:
    """The first and the last day that are meant; None for no end."""
    match choice.period:
        case Period.TODAY:
            return today, today
        case Period.WEEK:
            return today - timedelta(days=6), today
        case Period.MONTH:
            return today - timedelta(days=29), today
        case Period.THIS_MONTH:
            return today.replace(day=1), today
        case Period.BETWEEN if choice.first and choice.last and choice.first > choice.last:
            return choice.last, choice.first
        case Period.BETWEEN:
            return choice.first, choice.last
        case Period.ALL:
            return None, None


def filter_of(choice: LedgerChoice, today: date) -> LedgerFilter:
    """The question to the library."""
    first, last = days_of(choice, today)
    # The clock may have been ahead: what is said to come after today is shown with today.
    open_end = last is None or last >= today
    return LedgerFilter(
        since=None if first is None else _bounds(first)[0],
        until=None if last is None or open_end else _bounds(last)[1],
        project=choice.project,
        group=choice.group,
        resolution=choice.size,
        charge=choice.charge,
    )


def _bounds(day: date) -> tuple[datetime, datetime]:
    return local_day(datetime.combine(day, time(12)).astimezone())
