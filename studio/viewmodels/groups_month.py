"""What was spent on each day of this month, through any group."""

from __future__ import annotations

import calendar
from datetime import date
from typing import TYPE_CHECKING

from studio.domain.money import ZERO, Money, total
from studio.engine.days import local_day
from studio.viewmodels.charts import Column, ColumnChart, Legend, Table
from studio.viewmodels.wording import day_words, translate

if TYPE_CHECKING:
    from datetime import datetime

    from studio.domain.spending import Spending
    from studio.viewmodels.groups_figures import OwnFigures, Situation

TODAY, EARLIER, UNKNOWN = "accent", "faint", "warning"
_WEEK = 7

Parts = tuple[Money, Money]
"""What is sure to be spent, and what may have been."""


def month_begin(now: datetime) -> datetime:
    """The first moment of the local month."""
    return local_day(now.astimezone().replace(day=1, hour=12))[0]


def month(now: Situation, own: OwnFigures) -> ColumnChart:
    """Every day of the month; what is reserved counts today, whenever it was ordered."""
    today = own.now.astimezone().date()
    spent = {day: parts for day, parts in map(_day, own.days) if _month_of(day) == _month_of(today)}
    told = now.session.spent
    if told is not None:
        spent[today] = (told.charged + told.reserved, told.unknown)
    whole = total(part for parts in spent.values() for part in parts)
    last = calendar.monthrange(today.year, today.month)[1]
    days = tuple(today.replace(day=number) for number in range(1, last + 1))
    any_unknown = any(unknown for _, unknown in spent.values())
    doubt = Legend(UNKNOWN, translate("groups", "unknown: it may have been charged"))
    return ColumnChart(
        title=translate("groups", "Spend this month"),
        note=_note(whole, now.session.settings.budgets.month),
        up="¥",
        columns=tuple(_column(day, spent.get(day, (ZERO, ZERO)), today) for day in days),
        legend=(doubt,) if any_unknown else (),
        table=Table(_headings(), tuple(_row(day, spent) for day in days if day <= today or day in spent)),
        nothing=translate("groups", "Nothing was spent this month."),
    )


def _day(one: Spending) -> tuple[date, Parts]:
    return date.fromisoformat(one.name), (one.charged, one.unknown)


def _month_of(day: date) -> tuple[int, int]:
    """A clock that was ahead may have left days of the next one."""
    return day.year, day.month


def _note(whole: Money, budget: Money | None) -> str:
    if budget is None:
        return str(whole)
    return translate("groups", "{spent} of {budget}").format(spent=whole, budget=budget)


def _column(day: date, parts: Parts, today: date) -> Column:
    sure, unknown = parts
    words = translate("groups", "{day}: {amount}").format(day=day_words(day), amount=sure + unknown)
    if unknown:
        rest = translate("groups", "of which {amount} unknown").format(amount=unknown)
        words = f"{words}, {rest}"
    coloured = ((sure, TODAY if day == today else EARLIER), (unknown, UNKNOWN))
    return Column(
        words=words,
        foot=str(day.day) if day.day % _WEEK == 1 else "",
        parts=tuple((amount.fen / 100, role) for amount, role in coloured if amount),
    )


def _headings() -> tuple[str, ...]:
    return (
        translate("groups", "Day"),
        translate("groups", "Spent (¥)"),
        translate("groups", "Of which unknown (¥)"),
    )


def _row(day: date, spent: dict[date, Parts]) -> tuple[str, ...]:
    sure, unknown = spent.get(day, (ZERO, ZERO))
    return (day_words(day), (sure + unknown).plain, unknown.plain)
