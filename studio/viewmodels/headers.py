"""What stands over a section of the gallery, and along the scroll bar."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from studio.domain.money import Money
from studio.domain.query import SortKey
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from collections.abc import Sequence

_A_WEEK = timedelta(days=7)
_MEGA = 1_000_000


def header_words(section: int, key: SortKey, *, today: date) -> str:
    """The words over a section: its day, or the value that it is sorted by. Empty for sections without."""
    match key:
        case SortKey.DATE:
            return day_words(date.fromordinal(section), today=today)
        case SortKey.RATING:
            return "★" * section or translate("headers", "Not rated")
        case SortKey.COST:
            return str(Money.from_fen(section))
        case SortKey.SIZE:
            megapixels = QLocale().toString(section / _MEGA, "f", 1)
            return translate("headers", "{count} megapixels").format(count=megapixels)
        case SortKey.NEAREST:
            return ""


def day_words(day: date, *, today: date) -> str:
    """Today, Yesterday, a weekday of this week, else the date with its year where it is another."""
    if day == today:
        return translate("headers", "Today")
    if day == today - timedelta(days=1):
        return translate("headers", "Yesterday")
    locale = QLocale()
    if timedelta() < today - day < _A_WEEK:
        return locale.dayName(day.isoweekday())
    words = translate("headers", "{day} {month}")
    if day.year != today.year:
        words = translate("headers", "{day} {month} {year}")
    return words.format(day=day.day, month=locale.monthName(day.month), year=day.year)


def month_words(day: date) -> str:
    """The month and year of a day, as the language writes them."""
    words = translate("headers", "{month} {year}")
    return words.format(month=QLocale().monthName(day.month), year=day.year)


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
