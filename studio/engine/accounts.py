"""What gateways tell beside pictures, asked for once for everybody in the program."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

from studio.domain.errors import NotPublished
from studio.domain.published import Offer, ReadBalance, WhyNotPublished
from studio.engine.by_address import ByAddress
from studio.engine.publishing import Publishing

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from studio.domain.keys import Secret
    from studio.jobs.runner import Clock

BALANCE_REST: Final = 300.0
"""Seconds: about one key nothing is asked again any sooner, whatever the answer was."""

CALLS_SPARED: Final = 10
"""So many calls are left to what the person asks for, such as the log."""


class Accounts(ByAddress[Publishing]):
    """One Publishing for each address: all who ask share what is remembered of it, and its limit of calls."""

    def __init__(
        self, publishing: Callable[[str], AbstractAsyncContextManager[Publishing]], clock: Clock
    ) -> None:
        super().__init__()
        self._publishing = publishing
        self._clock = clock
        self._told: dict[tuple[str, Secret], tuple[float, ReadBalance | NotPublished]] = {}
        self._asking = asyncio.Lock()

    async def _start(self, address: str) -> Publishing:
        return await self._stack.enter_async_context(self._publishing(address))

    async def balance(self, address: str, key: Secret) -> ReadBalance:
        """What this key may still spend: as read within the last five minutes, or before that where the
        gateway can't say it just now. Raises NotPublished, UnusableAddress.
        """
        publishing = await self.at(address)
        async with self._asking:
            at, told = self._told.get((address, key), (0.0, None))
            if told is None or self._clock.monotonic() - at >= BALANCE_REST:
                at, told = self._clock.monotonic(), await self._ask(publishing, key, before=told)
                self._told[address, key] = at, told
        if isinstance(told, NotPublished):
            raise NotPublished(told.offer, told.why)
        return told

    async def _ask(
        self, publishing: Publishing, key: Secret, *, before: ReadBalance | NotPublished | None
    ) -> ReadBalance | NotPublished:
        try:
            if publishing.calls_left <= CALLS_SPARED:
                raise NotPublished(Offer.BALANCE, WhyNotPublished.TOO_OFTEN)
            return ReadBalance(await publishing.balance(key), self._clock.now())
        except NotPublished as error:
            return before if isinstance(before, ReadBalance) and error.why.passes else error
