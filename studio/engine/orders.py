"""From a wish to an order: what it is placed by, and what must hold before anything is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from studio.domain.catalog import Model
from studio.domain.errors import NoKey, WrongRecipe
from studio.domain.first_project import FIRST_PROJECT
from studio.domain.judgement import clean_name
from studio.domain.keys import checked_address
from studio.domain.money import Money
from studio.domain.next_group import MoveOn, Step
from studio.domain.recipe import DEMO_GATEWAY, Order, Problem, Recipe, may_move_on, problems
from studio.engine.group_keys import GroupKeys
from studio.library.reader import LibraryReader
from studio.settings import Settings
from studio.settings.catalog import demo_model

if TYPE_CHECKING:
    from studio.domain.catalog import Group


@dataclass(frozen=True, slots=True)
class OrderRequest:
    """One press of the button: `price` is per call, as it stood on the button. `project` is where it
    goes; one that isn't there is made. `fallback` and `moves_on` as in Order.
    """

    recipe: Recipe
    group: str
    count: int
    price: Money
    project: str = FIRST_PROJECT
    fallback: tuple[Step, ...] = ()
    moves_on: frozenset[MoveOn] = frozenset()


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person has chosen to order by: the settings, and the catalog as it was read."""

    settings: Settings
    catalog: Model

    @property
    def model(self) -> Model:
        """The catalog that orders are placed by: the demo's own while the demo gateway is chosen."""
        return demo_model(self.catalog) if self.settings.gateway == DEMO_GATEWAY else self.catalog

    @property
    def route(self) -> str:
        """What the gateway calls the model."""
        return self.settings.route or self.catalog.route

    @property
    def gateway(self) -> str:
        """The gateway's address or "demo"; raises UnusableAddress."""
        address = self.settings.gateway
        return address if address == DEMO_GATEWAY else checked_address(address)

    def sendable(self, request: OrderRequest) -> Group:
        """The group of a request that can be sent as it is; raises WrongRecipe."""
        group = self.model.group(request.group)
        found = problems(request.recipe, group=group, count=request.count)
        if group is None or found:
            raise WrongRecipe(found or (Problem.UNKNOWN_GROUP,))
        return group


@dataclass(frozen=True, slots=True)
class Orders:
    """Makes orders of requests."""

    library: LibraryReader
    keys: GroupKeys
    now: Callable[[], datetime]
    new_id: Callable[[], str]

    async def make(self, request: OrderRequest, choice: Choice) -> Order:
        """Raises WrongRecipe, UnusableAddress, NoKey, UnknownVersion, UnknownJob, NothingToContinue or
        NotPutTogether; nothing is written.
        """
        group = choice.sendable(request)
        gateway = choice.gateway
        key = await self.keys.find(gateway, group.name)
        if key is None:
            raise NoKey(group.name)
        moves = may_move_on(request.recipe, gateway)
        return Order(
            id=self.new_id(),
            project=await self.library.spelling(clean_name(request.project) or FIRST_PROJECT),
            recipe=await self._with_parent(request.recipe),
            model=choice.route,
            gateway=gateway,
            group=group.name,
            price=request.price,
            price_assumed=key.assumed,
            count=request.count,
            placed=self.now(),
            fallback=request.fallback if moves else (),
            moves_on=request.moves_on if moves else frozenset(),
        )

    async def _with_parent(self, recipe: Recipe) -> Recipe:
        """The library knows a version by the beginning of its id; trees need all of it."""
        if recipe.parent_job is not None:
            return await self.library.with_parent(recipe)
        if recipe.parent is None:
            return recipe
        return replace(recipe, parent=(await self.library.version(recipe.parent)).id)
