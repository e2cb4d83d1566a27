"""What stands over a section of the gallery, and along the scroll bar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from studio.domain.query import SortKey
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

_A_WEEK = timedelta(days=7)
_MEGA = 1_000_000


def header_words(section: int, key: SortKey, *, today: date) -> str:
    """The words over a section: its day, or the value that it is sorted by."""
    match key:
        case SortKey.DATE:
            return day_words(date.fromordinal(section), today=today)
        case SortKey.RATING:
            return "★" * section or translate("headers", "Not rated")
        case SortKey.COST:
            from studio.domain.money import Money  # days come first, at the start at least

            return str(Money.from_fen(section))
        case SortKey.SIZE:
            megapixels = QLocale().toString(section / _MEGA, "f", 1)
            return translate("headers", "{count} megapixels").format(count=megapixels)
        case SortKey.NEAREST:
            return translate("headers", "Nearest first")


def day_words(day: date, *, today: date) -> str:
    """Today, Yesterday, a weekday of this week, else the date with its year where it is another."""
    if day == today:
        return translate("headers", "Today")
    if day == today - timedelta(days=1):
        return translate("headers", "Yesterday")
    locale = QLocale()
    if timedelta() < today - day < _A_WEEK:
        return locale.dayName(day.isoweekday())
    shape = translate("headers", "d MMMM")
    if day.year != today.year:
        shape = translate("headers", "d MMMM yyyy")
    return locale.toString(_qt_day(day), shape)


def month_words(day: date) -> str:
    """The month and year of a day, as the language writes them."""
    return QLocale().toString(_qt_day(day), translate("headers", "MMMM yyyy"))


def months(sections: Sequence[int]) -> list[tuple[int, date]]:
    """The numbers of the sections at which another month begins, with its day; sections are days."""
    found: list[tuple[int, date]] = []
    before: tuple[int, int] | None = None
    for number, section in enumerate(sections):
        day = date.fromordinal(section)
        if (day.year, day.month) != before:
            found.append((number, day))
            before = (day.year, day.month)
    return found


def _qt_day(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
