"""The part of a Studio that tells what would be sent, how a version can be continued, and what was sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studio.domain.keys import checked_address
from studio.engine.as_code import code_of
from studio.engine.sending import Route

if TYPE_CHECKING:
    from studio.domain.as_code import CodeLanguage
    from studio.domain.recipe import Recipe
    from studio.domain.sent import RequestWeight, SentPicture, Ways
    from studio.engine.orders import Choice
    from studio.engine.sending import Packer


class Continuing:
    """Nothing of this sends anything."""

    _choice: Choice
    _packer: Packer

    async def weigh(self, recipe: Recipe, *, group: str) -> RequestWeight:
        """What the recipe would send through this group now, picture by picture, and how many bytes that is;
        `why_not` where it can't.

        Raises LibraryError, for pictures that are made ready must be put somewhere.
        """
        return await self._packer.weigh(recipe, self._route(group))

    async def ways(self, version_id: str, *, group: str | None = None) -> Ways:
        """How a version can be continued by a call through this group, else through its own.

        Raises UnknownVersion.
        """
        return await self._packer.ways(
            version_id, Route(self._choice.route, self._choice.settings.gateway, group)
        )

    async def sent_with(self, version_id: str) -> tuple[SentPicture, ...]:
        """Exactly the pictures that were sent for this version, in order; none where that wasn't kept.

        Raises UnknownVersion.
        """
        return await self._packer.sent_with(version_id)

    async def as_code(self, recipe: Recipe, language: CodeLanguage) -> str:
        """One call of the recipe as code, with a placeholder for the key; see code_of. Raises UnusableAddress
        too.
        """
        address = checked_address(self._choice.gateway)
        return await code_of(recipe, language, address=address, route=self._choice.route, packer=self._packer)

    def _route(self, group: str | None) -> Route:
        address = self._choice.settings.gateway.strip().rstrip("/")
        return Route(self._choice.route, address, group)
