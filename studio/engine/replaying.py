"""The part of a Studio that makes a chain of edits once more: priced before it runs, placed as a whole."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from typing import TYPE_CHECKING

from studio.domain.errors import WrongRecipe
from studio.domain.recipe import Problem
from studio.domain.replay import ReplayPlan, ReplayStep, replayed
from studio.engine.orders import OrderRequest
from studio.library.outgoing_making import source_of_reference, source_of_version

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studio.domain.budget import Limit
    from studio.domain.geometry import Resolution
    from studio.domain.job import Job
    from studio.domain.money import Money
    from studio.domain.replay import Ground, ReplayEdit
    from studio.engine.orders import Choice, Orders
    from studio.library.library import Library


class Replaying:
    """Plans cost nothing and write nothing."""

    library: Library
    _choice: Choice
    _orders: Orders

    @abstractmethod
    def _send(self, jobs: Iterable[Job]) -> None: ...

    @abstractmethod
    def _limits(self) -> tuple[Limit, ...]: ...

    async def replay_plan(
        self,
        version_id: str,
        *,
        on: Ground | None = None,
        resolution: Resolution | None = None,
        group: str,
    ) -> ReplayPlan:
        """What it would send, and at what price, to make the edits that led to a version once more.

        On another picture, a version's id or a reference; without one on the same, which is made anew where
        it was made of words alone. Raises UnknownVersion, NothingToReplay, WrongRecipe for what can't be sent
        or has no price, and VersionGone or ReferenceGone where a later step would find that out.
        """
        version = await self.library.version(version_id)
        project = version.project
        if isinstance(on, str):
            ground = await self.library.version(on)
            on, project = ground.id, ground.project
        versions = {one.id: one for one in await self.library.tree(version.id)}
        edits = replayed(versions, version.id, on=on, resolution=resolution)
        steps = tuple(_priced(edit, group, self._choice) for edit in edits)
        await self._check_files(steps)
        return ReplayPlan(version.id, group, project, steps)

    async def _check_files(self, steps: tuple[ReplayStep, ...]) -> None:
        """What is missing isn't found out when half of the steps are paid for."""
        place = self.library.layout
        parents = [step.recipe.parent for step in steps if step.recipe.parent is not None]
        sources = [source_of_version(place, version) for version in await self.library.versions_of(parents)]
        references = {reference for step in steps for reference in step.recipe.references}
        sources += [source_of_reference(place, reference) for reference in references]
        await asyncio.to_thread(lambda: [source.check() for source in sources])

    async def replay(self, plan: ReplayPlan, *, price: Money) -> tuple[Job, ...]:
        """Place all steps at once, at the price that stood on the button, and send one after the other.

        The money of all of them is reserved, within the budgets. A step is sent when the one before it is
        saved; where that brings nothing, the rest is refused and costs nothing. Raises as `Studio.place`.
        """
        if price != plan.total:
            raise ValueError(f"{price} was shown for a replay of {plan.total}")
        orders = [await self._orders.make(_request(plan, step), self._choice) for step in plan.steps]
        jobs = await self.library.place_chain(orders, self._limits())
        self._send(jobs)
        return jobs


def _priced(edit: ReplayEdit, group: str, choice: Choice) -> ReplayStep:
    found = choice.model.group(group)
    price = None if found is None else found.price(edit.recipe.resolution)
    if price is None:
        raise WrongRecipe((Problem.UNKNOWN_GROUP if found is None else Problem.UNKNOWN_PRICE,))
    choice.sendable(OrderRequest(edit.recipe, group, 1, price))
    return ReplayStep(edit.of, edit.recipe, price, leaves_marks=edit.leaves_marks)


def _request(plan: ReplayPlan, step: ReplayStep) -> OrderRequest:
    return OrderRequest(step.recipe, plan.group, 1, step.price, project=plan.project)
