"""Which days a chart of the ledger shows, one after the other, also those on which nothing was spent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from studio.domain.spending import Spending

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Day:
    """`is_chosen` while the ledger shows it."""

    day: date
    spending: Spending
    is_chosen: bool


def newest_days(
    days: Sequence[Spending], *, count: int, first: date | None, last: date | None, today: date
) -> tuple[Day, ...]:
    """At most `count` days without a gap, to the last that is chosen or that anything was spent on.

    `first` and `last` are the days that are chosen, None for no end.
    """
    known = {date.fromisoformat(one.name): one for one in days}
    if not known or count < 1:
        return ()
    end = last if last is not None and last < today else max(today, *known)
    begin = max(min(known), end - timedelta(days=count - 1)) if min(known) <= end else end
    # A few days alone would be as wide as the chart.
    begin = min(begin, end - timedelta(days=min(count, _FEWEST) - 1))
    length = (end - begin).days + 1
    shown = (begin + timedelta(days=number) for number in range(length))
    return tuple(
        Day(
            day,
            known.get(day) or Spending(day.isoformat(), calls=0),
            (first is None or day >= first) and (last is None or day <= last or last >= today),
        )
        for day in shown
    )


_FEWEST = 14
