"""The part of a Studio that asks the gateway what it publishes: nothing of it costs anything."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studio.domain.errors import NoKey, NotPublished
from studio.domain.published import Offer, WhyNotPublished
from studio.domain.recipe import DEMO_GATEWAY

if TYPE_CHECKING:
    from datetime import date

    from studio.domain.published import ReadBalance
    from studio.engine.accounts import Accounts
    from studio.engine.group_keys import GroupKeys
    from studio.engine.orders import Choice
    from studio.engine.publishing import Refreshed


class Asking:
    """The demo publishes nothing. All raise NotPublished and UnusableAddress, and then changed nothing."""

    _choice: Choice
    _keys: GroupKeys
    _accounts: Accounts

    async def refreshed(self, *, today: date, again: bool = False) -> Refreshed:
        """The catalog as the gateway publishes it now; with `again` it is also asked for what it said before
        that it doesn't offer.
        """
        publishing = await self._accounts.at(self._asked(Offer.PRICES))
        if again:
            await publishing.forget()
        return await publishing.refresh(self._choice.catalog, route=self._choice.route, today=today)

    async def balance(self, group: str) -> ReadBalance:
        """What the key of this group may still spend, asked about at most every five minutes; raises NoKey
        too.
        """
        address = self._asked(Offer.BALANCE)
        key = await self._keys.find(address, group)
        if key is None:
            raise NoKey(group)
        return replace(await self._accounts.balance(address, key.secret), group=group)

    def _asked(self, offer: Offer) -> str:
        address = self._choice.gateway
        if address == DEMO_GATEWAY:
            raise NotPublished(offer, WhyNotPublished.NOT_OFFERED)
        return address
