"""The ledger in words: what stands in its columns, and what a screen reader says of a row."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from studio.domain.charge import Charge
from studio.domain.outcome_words import describe_outcome
from studio.domain.recipe import DEMO_GATEWAY
from studio.domain.words import describe_kept, describe_state
from studio.viewmodels.settling_words import settled_words, short_settled
from studio.viewmodels.wording import clock_time, translate, whole_time

if TYPE_CHECKING:
    from datetime import date, datetime

    from studio.domain.job import Attempt
    from studio.library.ledger import LedgerEntry

_SHORT_ID = 12


class Column(IntEnum):
    """The columns, in their order."""

    TIME = 0
    PROJECT = 1
    GROUP = 2
    SIZE = 3
    PRICE = 4
    CHARGE = 5
    OUTCOME = 6
    REQUEST_ID = 7


def column_words(column: Column) -> str:
    """What stands over the column."""
    return {
        Column.TIME: translate("ledger", "Time"),
        Column.PROJECT: translate("ledger", "Project"),
        Column.GROUP: translate("ledger", "Group"),
        Column.SIZE: translate("ledger", "Size"),
        Column.PRICE: translate("ledger", "Price"),
        Column.CHARGE: translate("ledger", "Charge"),
        Column.OUTCOME: translate("ledger", "Outcome"),
        Column.REQUEST_ID: translate("ledger", "Request id"),
    }[column]


def cell_words(entry: LedgerEntry, column: Column, today: date) -> str:
    """What stands in one place of its row; a time says its year where that isn't the one of `today`."""
    attempt = entry.attempt
    match column:
        case Column.TIME:
            return time_words(attempt.started, today)
        case Column.PROJECT:
            return entry.project
        case Column.GROUP:
            return attempt.group
        case Column.SIZE:
            return size_words(entry)
        case Column.PRICE:
            return price_words(attempt)
        case _:
            return _ending_words(attempt, column)


def _ending_words(attempt: Attempt, column: Column) -> str:
    match column:
        case Column.CHARGE:
            return charge_words(attempt)
        case Column.OUTCOME:
            return outcome_words(attempt)
        case _:
            return short_id(attempt.request_id)


def time_words(moment: datetime, today: date) -> str:
    """Local day and time: "22 Nov, 14:03", with the year where that isn't this one."""
    local = moment.astimezone()
    if local.year != today.year:
        return whole_time(moment)
    month = QLocale().monthName(local.month, QLocale.FormatType.ShortFormat)
    return translate("ledger", "{day} {month}, {time}").format(
        day=local.day, month=month, time=clock_time(moment)
    )


def row_words(entry: LedgerEntry, today: date) -> str:
    """All of a row, for who can't see it."""
    words = (
        settled_words(entry.attempt, today)
        if column is Column.CHARGE and entry.attempt.settlement
        else cell_words(entry, column, today)
        for column in Column
        if column is not Column.REQUEST_ID
    )
    return ", ".join((*words, entry.attempt.request_id or translate("ledger", "no request id")))


def size_words(entry: LedgerEntry) -> str:
    """What was paid, and what came where that is another size: "4K, got 1K"."""
    got = entry.delivered_resolution
    if got is None or got is entry.resolution:
        return entry.resolution.value
    return translate("ledger", "{paid}, got {got}").format(paid=entry.resolution.value, got=got.value)


def price_words(attempt: Attempt) -> str:
    """ "¥0.25", and that it is an assumption where the key may bill at another group's price."""
    told = attempt.settlement.told if attempt.settlement else None
    if attempt.price_assumed and not (told and told.money):
        return translate("ledger", "assumed {price}").format(price=attempt.price)
    return str(attempt.price)


def charge_words(attempt: Attempt) -> str:
    """The state of its money, or that it was the demo's, which costs nothing."""
    if attempt.gateway == DEMO_GATEWAY:
        return translate("ledger", "Demo")
    if attempt.charge is Charge.UNKNOWN:
        return translate("ledger", "Unknown")
    return short_settled(attempt)


def outcome_words(attempt: Attempt, *, quoted: bool = True) -> str:
    """How it ended; `quoted` with the gateway's own words where it gave any."""
    if attempt.outcome is None:
        return describe_state(attempt.state, translate)
    if attempt.error is None:
        return describe_outcome(attempt.outcome, translate).what
    words = describe_kept(attempt.error, translate, outcome=attempt.outcome)
    return " ".join(filter(None, (words.what, words.said if quoted else "")))


def short_id(request_id: str) -> str:
    """The beginning and the end of a long one, "—" for none."""
    if len(request_id) <= _SHORT_ID:
        return request_id or "—"
    return f"{request_id[:6]}…{request_id[-4:]}"
