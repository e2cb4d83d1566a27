"""The local day: it has 23 to 25 hours, and not every one begins at midnight by the clock on the wall."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta


def local_day(moment: datetime) -> tuple[datetime, datetime]:
    """When the day of this moment begins and when the next one does, where this computer is; both aware."""
    day = moment.astimezone().date()
    return _begins(day), _begins(day + timedelta(days=1))


def _begins(day: date) -> datetime:
    midnight = datetime.combine(day, time.min)
    # By way of the timestamp: where the clock leaps over midnight, astimezone() would be an hour early.
    return datetime.fromtimestamp(midnight.timestamp(), UTC)
