"""Asks a gateway for what it may publish: never what it is known not to offer, never too often."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, TypeVar

from studio.domain.call_limit import MOST_CALLS
from studio.domain.catalog import Model
from studio.domain.errors import NotPublished
from studio.domain.published import Offer, WhyNotPublished, with_figures, with_prices

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import date, datetime

    from studio.domain.keys import Secret
    from studio.domain.published import Balance, GatewayMemory, LogEntry
    from studio.gateway.published import Published

Told = TypeVar("Told")

_LIMITED: Final = frozenset({Offer.BALANCE, Offer.LOG})


@dataclass(frozen=True, slots=True)
class Refreshed:
    """The catalog with what the gateway published, and what it didn't publish."""

    model: Model
    missing: tuple[NotPublished, ...]


class Publishing:
    """One gateway. `keep` is called with each change of what is remembered of it."""

    def __init__(
        self,
        published: Published,
        memory: GatewayMemory,
        *,
        now: Callable[[], datetime],
        keep: Callable[[GatewayMemory], Awaitable[None]],
    ) -> None:
        self._published = published
        self._memory = memory
        self._now = now
        self._keep = keep
        self._keeping = asyncio.Lock()

    def why_not(self, offer: Offer) -> WhyNotPublished | None:
        """Why this isn't asked for any more, None where it would be."""
        return self._memory.missing.get(offer)

    @property
    def calls_left(self) -> int:
        """How many calls about accounts may be made now."""
        return MOST_CALLS - len(self._memory.calls.seen(self._now()).at)

    async def forget(self) -> None:
        """Ask again for what wasn't offered; the calls made still count."""
        await self._remember(replace(self._memory, missing={}))

    async def refresh(self, model: Model, *, route: str, today: date) -> Refreshed:
        """The catalog as published now. Raises NotPublished when nothing of it is, which tells of the prices.

        What isn't published stays as it was, with its own day.
        """
        missing: list[NotPublished] = []
        found = model
        try:
            prices = await self._ask(Offer.PRICES, lambda: self._published.prices(route))
            found = with_prices(found, prices, read_on=today)
        except NotPublished as error:
            missing.append(error)
        try:
            figures = await self._ask(Offer.FIGURES, lambda: self._published.figures(route))
            found = with_figures(found, figures, read_on=today)
        except NotPublished as error:
            missing.append(error)
        if len(missing) == 2:
            raise missing[0]
        return Refreshed(found, tuple(missing))

    async def balance(self, key: Secret) -> Balance:
        """Raises NotPublished."""
        return await self._ask(Offer.BALANCE, lambda: self._published.balance(key))

    async def log(self, key: Secret) -> tuple[LogEntry, ...]:
        """Raises NotPublished."""
        return await self._ask(Offer.LOG, lambda: self._published.log(key))

    async def _ask(self, offer: Offer, ask: Callable[[], Awaitable[Told]]) -> Told:
        if (known := self._memory.missing.get(offer)) is not None:
            raise NotPublished(offer, known)
        if offer in _LIMITED:
            await self._count(offer)
        try:
            told = await ask()
        except NotPublished as error:
            await self._learn(error)
            raise
        return told

    async def _count(self, offer: Offer) -> None:
        """A call counts before it is made: one that fails was made all the same."""
        now = self._now()
        calls = self._memory.calls
        if calls.wait(now):
            await self._remember(replace(self._memory, calls=calls.seen(now)))
            raise NotPublished(offer, WhyNotPublished.TOO_OFTEN)
        await self._remember(replace(self._memory, calls=calls.called(now)))

    async def _learn(self, error: NotPublished) -> None:
        if error.why.lasts:
            await self._remember(self._memory.without(error.offer, error.why))
        elif error.why is WhyNotPublished.TOO_OFTEN and error.offer in _LIMITED:
            await self._remember(replace(self._memory, calls=self._memory.calls.used_up(self._now())))

    async def _remember(self, memory: GatewayMemory) -> None:
        if memory == self._memory:
            return
        self._memory = memory
        async with self._keeping:
            await self._keep(self._memory)
