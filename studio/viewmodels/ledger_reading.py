"""What the ledger's page shows, read from the library all at the same time: it is painted once."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.viewmodels.ledger_rows import PAGE

if TYPE_CHECKING:
    from array import array

    from studio.domain.spending import LedgerFilter
    from studio.engine.studio import Studio
    from studio.library.ledger_rows import LedgerRow
    from studio.library.ledger_sums import LedgerOverview
    from studio.library.settling import InQuestion


@dataclass(frozen=True, slots=True)
class LedgerSeen:
    """The keys of all rows, newest first, some of the rows, and what stands beside them."""

    keys: array[int]
    rows: tuple[LedgerRow, ...]
    overview: LedgerOverview
    in_question: InQuestion


async def read_ledger(studio: Studio, chosen: LedgerFilter, *, again: tuple[int, ...]) -> LedgerSeen:
    """On the engine's side. The rows are those that are seen first, and those with the keys `again`."""
    library = studio.library

    async def listed() -> tuple[array[int], tuple[LedgerRow, ...]]:
        keys = await library.ledger_keys(chosen)
        return keys, await library.ledger_rows((*keys[:PAGE], *again))

    (keys, rows), overview, in_question = await asyncio.gather(
        listed(), library.ledger_overview(chosen), library.in_question(chosen)
    )
    return LedgerSeen(keys, rows, overview, in_question)
