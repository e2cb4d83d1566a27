"""The part of a Studio that settles what calls cost that ended with nobody knowing it."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from studio.domain.charge import Charge
from studio.domain.errors import NotPublished, UnusableAddress
from studio.domain.published import Offer, WhyNotPublished
from studio.domain.recipe import DEMO_GATEWAY
from studio.domain.settlement import SettledBy, Settlement
from studio.domain.settling import Answer, answers
from studio.domain.spending import EVERYTHING
from studio.engine.events import ChargesSettled, JobChanged

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from studio.domain.keys import Secret
    from studio.domain.published import LogEntry
    from studio.engine.accounts import Accounts
    from studio.engine.announcer import Announcer
    from studio.engine.group_keys import GroupKeys
    from studio.engine.orders import Choice
    from studio.engine.studio import Surroundings
    from studio.library.library import Library

_BEFORE_THE_LOG: Final = timedelta(hours=1)
"""A call whose entry is the log's first may have begun so long before."""


@dataclass(frozen=True, slots=True)
class LogRead:
    """What came of asking the log: so many calls were charged, or weren't, or are as unknown as before.

    `missing` is why a log couldn't be read, once for each key that was tried; `keyless` are groups without
    a key to ask with.
    """

    charged: int = 0
    not_charged: int = 0
    unknown: int = 0
    missing: tuple[NotPublished, ...] = ()
    keyless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LogOffer:
    """The chosen gateway, and why its log isn't asked for; None where it has one, or nobody asked yet."""

    gateway: str
    why_not: WhyNotPublished | None


class Settling:
    """*Unknown* counts as spent until it is settled; settling can be done over, and taken back."""

    library: Library
    _accounts: Accounts
    _announcer: Announcer
    _choice: Choice
    _keys: GroupKeys
    _outside: Surroundings

    async def settle(self, attempt_ids: Iterable[str], charge: Charge) -> tuple[str, ...]:
        """The person's word: these calls were CHARGED or NOT_CHARGED, or are UNKNOWN again. Gives those that
        this changes.

        Left out is what never was in question: calls under way, and charges known from the first. Raises
        LibraryError.
        """
        how = Settlement(charge, SettledBy.HAND, self._outside.clock.now())
        return await self._settle(dict.fromkeys(attempt_ids, how))

    async def settle_from_log(self) -> LogRead:
        """Ask the chosen gateway's log about every unknown call there, one call for each key. Raises
        LibraryError, UnusableAddress.
        """
        gateway = self._choice.gateway
        if gateway == DEMO_GATEWAY:
            return LogRead()
        found: dict[str, Settlement] = {}
        missing: list[NotPublished] = []
        by_key, keyless = await self._groups_by_key(gateway)
        for key, groups in by_key.items():
            try:
                told = await self._ask_log(gateway, key, groups)
            except NotPublished as error:
                missing.append(error)
                continue
            now = self._outside.clock.now()
            found |= {one.attempt: Settlement(one.charge, SettledBy.LOG, now, one.told) for one in told}
        settled = await self._settle(found)
        charges = [found[attempt].charge for attempt in settled]
        return LogRead(
            charged=charges.count(Charge.CHARGED),
            not_charged=charges.count(Charge.NOT_CHARGED),
            unknown=(await self.library.in_question(EVERYTHING)).calls_at.get(gateway, 0),
            missing=tuple(missing),
            keyless=keyless,
        )

    async def log_offer(self) -> LogOffer:
        """Whether it is worth asking the chosen gateway's log. Asks nobody."""
        gateway = self._choice.settings.gateway
        if gateway != DEMO_GATEWAY:
            with suppress(UnusableAddress):
                gateway = self._choice.gateway
                return LogOffer(gateway, (await self._accounts.at(gateway)).why_not(Offer.LOG))
        return LogOffer(gateway, WhyNotPublished.NOT_OFFERED)

    async def _groups_by_key(self, gateway: str) -> tuple[dict[Secret, list[str]], tuple[str, ...]]:
        """Groups with calls in question; a key for every group serves several."""
        by_key: dict[Secret, list[str]] = {}
        keyless: list[str] = []
        for group in await self.library.groups_in_question(gateway):
            key = await self._keys.find(gateway, group)
            if key is None:
                keyless.append(group)
            else:
                by_key.setdefault(key.secret, []).append(group)
        return by_key, tuple(keyless)

    async def _ask_log(self, gateway: str, key: Secret, groups: Sequence[str]) -> tuple[Answer, ...]:
        publishing = await self._accounts.at(gateway)
        entries: tuple[LogEntry, ...] = await publishing.log(key)
        if not entries:
            return ()
        since = min(entry.at for entry in entries) - _BEFORE_THE_LOG
        calls = await self.library.calls_of(gateway, groups, since=since)
        # A log has no end: some sites give all they ever wrote.
        return await asyncio.to_thread(answers, calls, entries, now=self._outside.clock.now())

    async def _settle(self, settled: Mapping[str, Settlement]) -> tuple[str, ...]:
        changed = await self.library.curator.settle(settled)
        if not changed:
            return ()
        jobs = frozenset(attempt.job for attempt in await self.library.attempts_of(changed))
        for job in await self.library.jobs():
            # Only where a card stands: one that was closed must not come back.
            if job.id in jobs:
                self._announcer.tell(JobChanged(job))
        self._announcer.tell(ChargesSettled(jobs))
        self._announcer.spent_changed()
        return changed
