"""The keys of the groups at the chosen gateway."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studio.domain.recipe import DEMO_GATEWAY
from studio.engine.events import KeyState
from studio.keychain import Keychain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studio.domain.keys import KeySource, Secret, StoredKey


@dataclass(frozen=True, slots=True)
class GroupKeys:
    """Asks the keychain, in a thread: the system may let the person wait for it."""

    keychain: Keychain

    async def find(self, gateway: str, group: str) -> StoredKey | None:
        """The key that a call through this group goes with, None without one."""
        return await asyncio.to_thread(self.keychain.find, gateway, group)

    async def states(self, gateway: str, groups: Iterable[str]) -> tuple[KeyState, ...]:
        """For each of these groups, whether there is a key for it."""
        names = tuple(groups)
        found = await asyncio.to_thread(self.keychain.sources, gateway, names)
        return tuple(_state(name, found.get(name)) for name in names)

    async def problem(self, gateway: str) -> str:
        """Why keys are kept for this session only, as a short fact; empty where the keychain keeps them.

        The demo needs no key, so that no keychain is looked for: that takes 9 MB, and may ask to be unlocked.
        """
        problem = None if gateway == DEMO_GATEWAY else await asyncio.to_thread(self.keychain.problem)
        return problem.reason if problem else ""

    async def store(self, gateway: str, group: str, secret: Secret) -> KeySource:
        """Keep a key for a group, or for EVERY_GROUP; tells where it was kept."""
        return await asyncio.to_thread(self.keychain.store, gateway, group, secret)

    async def remove(self, gateway: str, group: str) -> None:
        """Forget the key of this group."""
        await asyncio.to_thread(self.keychain.remove, gateway, group)


def _state(group: str, key: StoredKey | None) -> KeyState:
    return KeyState(group, key.source, assumed=key.assumed) if key else KeyState(group)
