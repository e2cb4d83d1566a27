"""The ledger by key: which attempts a filter lets through, and any of them; for lists that jump anywhere."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.charge import Charge
from studio.domain.version import IMPORT_GATEWAY, LOCAL_GATEWAY
from studio.library.codec import decode_numbers, encode_numbers
from studio.library.ledger import ENTRIES, LedgerEntry, read_entry
from studio.library.ledger_pages import conditions

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from studio.domain.spending import LedgerFilter

_NO_CALLS = {"import": IMPORT_GATEWAY, "local": LOCAL_GATEWAY}


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One attempt under its key; `version` is the id of what it brought, empty for nothing, and for
    what was removed for good.
    """

    key: int
    entry: LedgerEntry
    version: str = ""

    @property
    def is_smaller(self) -> bool:
        """Whether what came is worth a smaller size than was paid."""
        got, asked = self.entry.delivered_resolution, self.entry.resolution
        return got is not None and got.output_tokens < asked.output_tokens

    @property
    def is_disputable(self) -> bool:
        """Whether a refund can be asked for: nobody knows its charge, or less came than was paid."""
        charge = self.entry.attempt.charge
        is_short = self.is_smaller or self.brought_nothing
        return charge is Charge.UNKNOWN or (charge is Charge.CHARGED and is_short)

    @property
    def brought_nothing(self) -> bool:
        """Whether it was charged for nothing, as is known since its charge was settled."""
        attempt = self.entry.attempt
        return attempt.charge is Charge.CHARGED and attempt.settlement is not None


def ledger_keys(connection: sqlite3.Connection, chosen: LedgerFilter) -> array[int]:
    """The keys of the attempts that the filter lets through, newest first, as 64-bit numbers."""
    given, values = conditions(chosen)
    # As one text: so many rows one by one would take twice as long. Spelled as the index attempts_sent is.
    written = connection.execute(
        "SELECT json_group_array(sequence) FROM (SELECT sequence FROM attempts "  # noqa: S608 - our own names
        f"WHERE gateway NOT IN ('import', 'local') AND {given} ORDER BY sequence DESC)",
        values,
    ).fetchone()[0]
    return array("q", decode_numbers(written))


def ledger_rows(connection: sqlite3.Connection, keys: Sequence[int]) -> tuple[LedgerRow, ...]:
    """The attempts with these keys, newest first; a key that isn't there is left out."""
    rows = connection.execute(
        f"{ENTRIES} AND attempts.sequence IN (SELECT value FROM json_each(:keys)) "  # noqa: S608 - our own names
        "ORDER BY attempts.sequence DESC",
        {**_NO_CALLS, "keys": encode_numbers(keys)},
    )
    return tuple(_read(row) for row in rows)


def disputable(connection: sqlite3.Connection, chosen: LedgerFilter, *, limit: int) -> tuple[LedgerRow, ...]:
    """What a refund can be asked for, newest first, `limit` at most: attempts whose charge isn't known, and
    charged ones that brought a smaller picture than was paid, or none.
    """
    given, values = conditions(chosen)
    rows = connection.execute(
        f"{ENTRIES} AND {given} AND (attempts.charge = 'unknown' OR "
        "(attempts.charge = 'charged' AND (versions.mismatch = 1 OR attempts.settled_by IS NOT NULL))) "
        "ORDER BY attempts.sequence DESC",
        {**_NO_CALLS, **values},
    )
    found: list[LedgerRow] = []
    for row in rows:
        read = _read(row)
        if read.is_disputable:
            found.append(read)
        if len(found) >= limit:
            break
    return tuple(found)


def _read(row: sqlite3.Row) -> LedgerRow:
    return LedgerRow(row["sequence"], read_entry(row), row["brought"] or "")
