"""The part of the reading face that tells what was called, what it cost, and what counts against budgets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.library import attempt_records, budgets, ledger, settling
from studio.library.database import read_aside
from studio.library.group_figures import group_figures, group_series
from studio.library.ledger_pages import ledger_page
from studio.library.ledger_rows import disputable, ledger_keys, ledger_rows
from studio.library.ledger_sums import ledger_overview, ledger_sums

if TYPE_CHECKING:
    import sqlite3
    from array import array
    from collections.abc import Iterable, Sequence
    from datetime import datetime

    from studio.domain.budget import Limit, Standing
    from studio.domain.evidence import Evidence
    from studio.domain.group_series import Point
    from studio.domain.job import Attempt
    from studio.domain.money import Money
    from studio.domain.settling import Call
    from studio.domain.spans import Span
    from studio.domain.spending import By, LedgerFilter, Spending
    from studio.library.database import ConnectionThread
    from studio.library.group_figures import GroupKey, Wanted
    from studio.library.layout import LibraryFolder
    from studio.library.ledger import LedgerEntry, Spent
    from studio.library.ledger_pages import LedgerPage
    from studio.library.ledger_rows import LedgerRow
    from studio.library.ledger_sums import LedgerOverview
    from studio.library.settling import InQuestion


class LedgerReader:
    """What takes long is read on a connection of its own."""

    _place: LibraryFolder
    _reading: ConnectionThread

    async def attempts(self, *, limit: int, offset: int = 0) -> tuple[LedgerEntry, ...]:
        """The ledger, newest first."""
        return await self._reading.read(
            lambda connection: ledger.entries(connection, limit=limit, offset=offset)
        )

    async def ledger_page(self, chosen: LedgerFilter, *, limit: int, before: int | None = None) -> LedgerPage:
        """At most `limit` attempts that the filter lets through, newest first; `before` as a page gave it."""
        return await self._reading.read(
            lambda connection: ledger_page(connection, chosen, limit=limit, before=before)
        )

    async def ledger_sums(self, by: By, chosen: LedgerFilter) -> tuple[Spending, ...]:
        """What those attempts came to, without the demo, by this computer's days among others."""
        return await read_aside(self._place, lambda connection: ledger_sums(connection, by, chosen))

    async def ledger_keys(self, chosen: LedgerFilter) -> array[int]:
        """The keys of all attempts that the filter lets through, newest first."""
        return await read_aside(self._place, lambda connection: ledger_keys(connection, chosen))

    async def ledger_rows(self, keys: Sequence[int]) -> tuple[LedgerRow, ...]:
        """The attempts with these keys, newest first."""
        return await self._reading.read(lambda connection: ledger_rows(connection, keys))

    async def ledger_overview(self, chosen: LedgerFilter) -> LedgerOverview:
        """All that the ledger's page shows beside its rows."""
        return await read_aside(self._place, lambda connection: ledger_overview(connection, chosen))

    async def disputable(self, chosen: LedgerFilter, *, limit: int) -> tuple[LedgerRow, ...]:
        """What a refund can be asked for, newest first: see there."""
        return await read_aside(self._place, lambda connection: disputable(connection, chosen, limit=limit))

    async def settleable(self, keys: Sequence[int]) -> tuple[Attempt, ...]:
        """What of these rows of the ledger can be settled, newest first."""
        return await self._reading.read(lambda connection: settling.settleable(connection, keys))

    async def in_question(self, chosen: LedgerFilter) -> InQuestion:
        """What of the ledger ended with an unknown charge."""
        return await self._reading.read(lambda connection: settling.in_question(connection, chosen))

    async def groups_in_question(self, gateway: str) -> tuple[str, ...]:
        """The groups at this gateway with such calls, by name."""
        return await self._reading.read(lambda connection: settling.groups_in_question(connection, gateway))

    async def calls_of(self, gateway: str, groups: Sequence[str], *, since: datetime) -> tuple[Call, ...]:
        """What a log since then may speak of: see settling.calls_of."""

        def read(connection: sqlite3.Connection) -> tuple[Call, ...]:
            return settling.calls_of(connection, gateway, groups, since=since)

        return await read_aside(self._place, read)

    async def attempts_of(self, ids: Sequence[str]) -> tuple[Attempt, ...]:
        """These attempts, oldest first; what isn't there is left out."""
        return await self._reading.read(lambda connection: attempt_records.attempts_by_id(connection, ids))

    async def attempts_since(self, since: datetime) -> tuple[Attempt, ...]:
        """Those that started since then and have ended, in the order of their ends."""
        return await self._reading.read(lambda connection: attempt_records.attempts_since(connection, since))

    async def group_figures(self, wanted: Wanted) -> dict[GroupKey, Evidence]:
        """Our own figures of each group that has any."""
        return await read_aside(self._place, lambda connection: group_figures(connection, wanted))

    async def group_series(self, span: Span, *, gateway: str, model: str, now: datetime) -> tuple[Point, ...]:
        """The same over time, for charts."""
        return await read_aside(
            self._place,
            lambda connection: group_series(connection, span, gateway=gateway, model=model, now=now),
        )

    async def spent(self, since: datetime, until: datetime) -> Spent:
        """What was spent from `since` up to, not including, `until`. The demo is never in it.

        An attempt counts where it started; a job that waits in the queue where it was placed.
        """
        return await self._reading.read(lambda connection: ledger.spent(connection, since, until))

    async def standings(self, limits: Iterable[Limit]) -> tuple[Standing, ...]:
        """What counts against these limits, in their order, and against every project's budget, by name."""
        return await self._reading.read(lambda connection: budgets.standings(connection, limits))

    async def project_used(self, project: str) -> Money:
        """What counts, or would, against a project's budget."""
        return await self._reading.read(lambda connection: budgets.used_in(connection, project))
