"""The text with which a refund is asked for. It is English, for the gateway's people, and never has a key."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from studio.domain.charge import Charge
from studio.domain.money import total
from studio.domain.outcome_words import describe_outcome
from studio.domain.words import describe_kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studio.library.ledger_rows import LedgerRow

MOST_CLAIMED = 500
"""Calls in one text: more than anybody will check by hand."""


def claim_text(rows: Sequence[LedgerRow]) -> str:
    """One letter for each gateway, one after the other; empty for no rows."""
    gateways = dict.fromkeys(row.entry.attempt.gateway for row in rows)
    letters = (
        _letter(gateway, [row for row in rows if row.entry.attempt.gateway == gateway])
        for gateway in gateways
    )
    return "\n\n\n".join(letters)


def _letter(gateway: str, rows: Sequence[LedgerRow]) -> str:
    unknown = [row for row in rows if row.entry.attempt.charge is Charge.UNKNOWN]
    nothing = [row for row in rows if row.brought_nothing]
    smaller = [row for row in rows if row not in unknown and row not in nothing]
    parts = [f"Hello,\n\nplease check these calls to {gateway}. All times are UTC."]
    if unknown:
        parts.append(
            "No usable picture reached me, and I can't see whether I was charged. "
            f"If I was, please refund them ({_sum(unknown)} at most):\n{_lines(unknown)}"
        )
    if nothing:
        parts.append(
            "No usable picture reached me, and I was charged. "
            f"Please refund these calls ({_sum(nothing)}):\n{_lines(nothing)}"
        )
    if smaller:
        parts.append(
            "I was charged for a larger size than I got. "
            f"Please refund what I paid too much (I paid {_sum(smaller)} for them):\n{_lines(smaller)}"
        )
    return "\n\n".join((*parts, "Thank you."))


def _sum(rows: Iterable[LedgerRow]) -> str:
    return str(total(row.entry.attempt.price for row in rows))


def _lines(rows: Iterable[LedgerRow]) -> str:
    return "\n".join(f"- {_line(row)}" for row in rows)


def _line(row: LedgerRow) -> str:
    entry, attempt = row.entry, row.entry.attempt
    started = attempt.started.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S")
    request = f"request id {attempt.request_id}" if attempt.request_id else "no request id came"
    assumed = " (assumed)" if attempt.price_assumed else ""
    return " · ".join(
        (started, request, attempt.group, entry.resolution.value, f"{attempt.price}{assumed}", _what(row))
    )


def _what(row: LedgerRow) -> str:
    """How it ended, in our words: those of the gateway may repeat anything that was sent."""
    attempt = row.entry.attempt
    if attempt.charge is Charge.CHARGED and row.entry.delivered is not None:
        got = row.entry.delivered_resolution
        return f"got {got.value if got else '?'} ({row.entry.delivered})"
    if attempt.outcome is None:
        return "Its outcome isn't known."
    if attempt.error is None:
        return describe_outcome(attempt.outcome).what
    return describe_kept(attempt.error, outcome=attempt.outcome).what
