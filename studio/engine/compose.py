"""The one place where the core meets the real clock, chance, ids, the wire and the demo gateway."""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from random import SystemRandom
from typing import TYPE_CHECKING

from studio.domain.errors import SettingsUnwritable
from studio.domain.keys import checked_address
from studio.engine.studio import Studio, Surroundings
from studio.jobs.runner import Clock
from studio.settings import Folders
from studio.settings.catalog import demo_model

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path

    from studio.demo.server import DemoGateway
    from studio.domain.catalog import Model
    from studio.domain.published import GatewayMemory
    from studio.engine.publishing import Publishing
    from studio.gateway.client import Gateway
    from studio.keychain import Keychain
    from studio.settings import Settings

# Without vowels, so that no id spells a word, and without 0, 1 and l.
_ID_LETTERS = "23456789bcdfghjkmnpqrstvwxz"
_ID_LENGTH = 10

# At a finer level they write down the headers of every call, and with them the key.
_LOGGERS_OF_HEADERS = ("httpx", "httpcore")


def new_id() -> str:
    """A random id of ten letters and digits: 47 bits, easy to type."""
    return "".join(secrets.choice(_ID_LETTERS) for _ in range(_ID_LENGTH))


def now() -> datetime:
    """The time, aware, in UTC."""
    return datetime.now(UTC)


def compose(
    *,
    folder: Path,
    settings: Settings,
    model: Model,
    keychain: Keychain,
    folders: Folders | None = None,
    thumbnails: bool = True,
) -> Studio:
    """A Studio over the library in `folder`, not yet open. `model` is the catalog as read, not the demo's;
    `folders` are the person's own unless given: gateways are remembered there.
    """
    _log_no_headers()
    folders = folders or Folders.of_this_computer()
    return Studio(
        folder=folder,
        settings=settings,
        model=model,
        keychain=keychain,
        surroundings=Surroundings(
            clock=Clock(now=now, monotonic=time.monotonic),
            random=SystemRandom(),
            new_id=new_id,
            gateway=gateway_at,
            demo=demo_of,
            publishing=lambda address: publishing_at(address, folders),
            thumbnails=thumbnails,
        ),
    )


@asynccontextmanager
async def publishing_at(address: str, folders: Folders) -> AsyncGenerator[Publishing]:
    """What the gateway at this address publishes, with what is remembered of it; raises UnusableAddress."""
    from studio.engine.publishing import Publishing
    from studio.gateway.published import Published
    from studio.settings.gateway_memory import load_memory, save_memory

    async def keep(memory: GatewayMemory) -> None:
        # What can't be kept is asked for again another day.
        with suppress(SettingsUnwritable):
            await asyncio.to_thread(save_memory, folders, address, memory)

    _log_no_headers()
    address = checked_address(address)
    memory = await asyncio.to_thread(load_memory, folders, address)
    async with Published(address) as published:
        yield Publishing(published, memory, now=now, keep=keep)


def _log_no_headers() -> None:
    for name in _LOGGERS_OF_HEADERS:
        logging.getLogger(name).setLevel(logging.WARNING)


def gateway_at(address: str) -> Gateway:
    """The client of the gateway at this address; raises UnusableAddress."""
    from studio.gateway.client import Gateway

    return Gateway(address, now=now)


def demo_of(model: Model) -> DemoGateway:
    """The demo gateway with the groups of this catalog and its own."""
    from studio.demo.server import DemoGateway

    return DemoGateway(groups=demo_model(model).groups)
