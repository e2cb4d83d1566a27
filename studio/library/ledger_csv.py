"""The ledger as comma-separated text, one line for each attempt, for a spreadsheet or another program."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studio.library.ledger import LedgerEntry

HEAD = (
    "started",
    "project",
    "gateway",
    "group",
    "size",
    "delivered_size",
    "price",
    "price_assumed",
    "charge",
    "outcome",
    "seconds",
    "request_id",
    "job",
    "number",
    "attempt",
    "settled_by",
    "settled_at",
    "told",
    "listed_price",
)
"""The names that `ledger --json` has for the same."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_head(file: TextIO) -> None:
    """The names of the columns."""
    csv.writer(file, lineterminator="\n").writerow(HEAD)


def write_entries(file: TextIO, entries: Iterable[LedgerEntry]) -> None:
    """A line for each. Times are UTC, as ISO 8601 has them; what there is none of is empty."""
    csv.writer(file, lineterminator="\n").writerows(map(_row, entries))


def _row(entry: LedgerEntry) -> tuple[str, ...]:
    attempt, settled = entry.attempt, entry.attempt.settlement
    return (
        attempt.started.isoformat(),
        _harmless(entry.project),
        _harmless(attempt.gateway),
        _harmless(attempt.group),
        entry.resolution.value,
        entry.delivered_resolution.value if entry.delivered_resolution else "",
        attempt.price.plain,
        "yes" if attempt.price_assumed else "no",
        attempt.charge.value,
        attempt.outcome.value if attempt.outcome else "",
        "" if attempt.seconds is None else f"{attempt.seconds:.3f}",
        _harmless(attempt.request_id),
        attempt.job,
        str(attempt.number),
        attempt.id,
        settled.by.value if settled else "",
        settled.at.isoformat() if settled else "",
        f"{settled.told.amount} {_harmless(settled.told.currency)}" if settled and settled.told else "",
        (attempt.listed_price or attempt.price).plain,
    )


def _harmless(text: str) -> str:
    """Text that a gateway sent, or that somebody typed, must not be run by a spreadsheet as a formula."""
    return f"'{text}" if text.startswith(_FORMULA) else text
