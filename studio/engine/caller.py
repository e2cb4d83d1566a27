"""Turns a job into a call: the key of its group, what it sends, the gateway of its order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from studio.domain.errors import NoKey
from studio.domain.keys import StoredKey
from studio.domain.recipe import DEMO_GATEWAY
from studio.domain.sent import Sent
from studio.engine.by_address import ByAddress
from studio.gateway.client import Gateway

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from studio.domain.incoming import Incoming
    from studio.domain.job import Job, JobState
    from studio.domain.reply import Reply
    from studio.engine.group_keys import GroupKeys
    from studio.engine.sending import Packer


class RunningDemo(Protocol):
    """The demo gateway, which is loaded only where it is chosen."""

    @property
    def url(self) -> str:
        """Its address."""
        ...


@dataclass(frozen=True, slots=True)
class PreparedCall:
    """A body that is built, and the key it goes with."""

    gateway: Gateway
    route: str
    body: bytes
    key: StoredKey
    sent: Sent

    @property
    def price_assumed(self) -> bool:
        """Whether the key is one stored for every group."""
        return self.key.assumed

    async def make(self, incoming: Incoming, progress: Callable[[JobState], None]) -> Reply:
        """One HTTP call; raises GatewayError."""
        return await self.gateway.attempt(
            route=self.route, body=self.body, key=self.key.secret, incoming=incoming, progress=progress
        )


class Gateways(ByAddress[Gateway]):
    """One client for each address that orders name, or for "demo", whose gateway is started when it is first
    named and ends after every client.
    """

    def __init__(
        self,
        *,
        gateway: Callable[[str], Gateway],
        demo: Callable[[], AbstractAsyncContextManager[RunningDemo]],
    ) -> None:
        super().__init__()
        self._gateway = gateway
        self._demo = demo

    async def _start(self, address: str) -> Gateway:
        if address == DEMO_GATEWAY:
            demo = await self._stack.enter_async_context(self._demo())
            address = demo.url
        return await self._stack.enter_async_context(self._gateway(address))


class JobCaller:
    """Prepares calls for the runner."""

    def __init__(self, *, gateways: Gateways, keys: GroupKeys, packer: Packer) -> None:
        self._gateways = gateways
        self._keys = keys
        self._packer = packer

    async def prepare(self, job: Job) -> PreparedCall:
        """Raises NoKey, UnusableAddress, and as `Packer.build`; nothing has left the machine."""
        order = job.order
        key = await self._keys.find(order.gateway, job.group)
        if key is None:
            raise NoKey(job.group)
        gateway = await self._gateways.at(order.gateway)
        body, sent = await self._packer.build(order.recipe)
        return PreparedCall(gateway, order.model, body, key, sent)
