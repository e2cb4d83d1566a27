"""The local day: it has 23 to 25 hours, and not every one begins at midnight by the clock on the wall.
And the month; and what may be spent in both.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studio.domain.budget import Budgets, Limit


def local_day(moment: datetime) -> tuple[datetime, datetime]:
    """When the day of this moment begins and when the next one does, where this computer is; both aware."""
    day = moment.astimezone().date()
    return _begins(day), _begins(day + timedelta(days=1))


def limits_at(moment: datetime, budgets: Budgets) -> tuple[Limit, ...]:
    """What holds in the day and the month of this moment."""
    day = moment.astimezone().date()
    return budgets.limits(day=_begins(day), month=_begins(day.replace(day=1)))


def _begins(day: date) -> datetime:
    midnight = datetime.combine(day, time.min)
    # By way of the timestamp: where the clock leaps over midnight, astimezone() would be an hour early.
    return datetime.fromtimestamp(midnight.timestamp(), UTC)
