"""How a charge was settled, and what came of asking the log, in the window's words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from studio.domain.charge import Charge
from studio.domain.settlement import SettledBy
from studio.domain.settling_words import describe_difference
from studio.domain.words import describe, describe_charge
from studio.viewmodels.wording import translate

if TYPE_CHECKING:
    from datetime import date, datetime

    from studio.domain.job import Attempt
    from studio.engine.settling import LogRead


def short_settled(attempt: Attempt) -> str:
    """For a narrow place: "Charged · by hand"."""
    settlement = attempt.settlement
    if settlement is None:
        return describe_charge(attempt.charge, translate)
    words = translate("settling", "{charge} · by hand")
    if settlement.by is SettledBy.LOG:
        words = translate("settling", "{charge} · by log")
    return words.format(charge=describe_charge(attempt.charge, translate))


def settled_words(attempt: Attempt, today: date | None = None) -> str:
    """The whole of it: "Charged · settled by hand on 26 Nov"; with the year unless that is today's."""
    settlement = attempt.settlement
    if settlement is None:
        return describe_charge(attempt.charge, translate)
    words = translate("settling", "{charge} · settled by hand on {day}")
    if settlement.by is SettledBy.LOG:
        words = translate("settling", "{charge} · settled by the gateway's log on {day}")
    words = words.format(
        charge=describe_charge(attempt.charge, translate), day=_day_words(settlement.at, today)
    )
    return " · ".join(filter(None, (words, describe_difference(attempt, translate).rstrip(".。"))))


def _day_words(moment: datetime, today: date | None) -> str:
    day = moment.astimezone().date()
    month = QLocale().monthName(day.month, QLocale.FormatType.ShortFormat)
    words = translate("settling", "{day} {month}")
    if today is None or day.year != today.year:
        words = translate("settling", "{day} {month} {year}")
    return words.format(day=day.day, month=month, year=day.year)


def done_words(count: int, charge: Charge) -> str:
    """What was settled by hand, to be seen for a moment."""
    match charge:
        case Charge.CHARGED if count == 1:
            words = translate("settling", "1 call settled: charged.")
        case Charge.CHARGED:
            words = translate("settling", "{count} calls settled: charged.")
        case Charge.NOT_CHARGED if count == 1:
            words = translate("settling", "1 call settled: not charged.")
        case Charge.NOT_CHARGED:
            words = translate("settling", "{count} calls settled: not charged.")
        case _ if count == 1:
            words = translate("settling", "1 call is unknown again, and counts as spent.")
        case _:
            words = translate("settling", "{count} calls are unknown again, and count as spent.")
    return words.format(count=f"{count:,}")


def read_words(read: LogRead) -> str:
    """What came of asking the log."""
    parts = [_found_words(read)] if read.charged or read.not_charged else []
    parts += dict.fromkeys(describe(error, translate).what for error in read.missing)
    if read.keyless:
        words = translate("settling", "There is no key to ask with for {groups}.")
        parts.append(words.format(groups=", ".join(read.keyless)))
    if read.unknown:
        parts.append(_left_words(read))
    elif not parts:
        parts.append(translate("settling", "No call is in question at this gateway."))
    return " ".join(parts)


def _found_words(read: LogRead) -> str:
    words = translate("settling", "The gateway's log says: {charged} charged, {free} not charged.")
    return words.format(charged=f"{read.charged:,}", free=f"{read.not_charged:,}")


def _left_words(read: LogRead) -> str:
    one = read.unknown == 1
    if read.missing:
        words = translate("settling", "{count} calls stay unknown: settle them by hand in the ledger.")
        if one:
            words = translate("settling", "1 call stays unknown: settle it by hand in the ledger.")
    elif read.charged or read.not_charged or read.keyless:
        words = translate("settling", "{count} calls stay unknown.")
        if one:
            words = translate("settling", "1 call stays unknown.")
    else:
        words = translate("settling", "The gateway's log proves nothing of {count} calls: they stay unknown.")
        if one:
            words = translate("settling", "The gateway's log proves nothing of 1 call: it stays unknown.")
    return words.format(count=f"{read.unknown:,}")
