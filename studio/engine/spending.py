"""The part of a Studio that spends: orders are placed within the person's budgets, and then sent."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

from studio.domain.errors import LibraryError, UnknownJob
from studio.engine.days import limits_at
from studio.engine.orders import OrderRequest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studio.domain.budget import Limit, Standing
    from studio.domain.job import Job
    from studio.domain.money import Money
    from studio.domain.recipe import Sending
    from studio.engine.announcer import Announcer
    from studio.engine.orders import Choice, Orders
    from studio.engine.studio import Surroundings
    from studio.jobs.runner import Runner
    from studio.library.ledger import Spent
    from studio.library.library import Library


class Spending:
    """What an order may cost at most is reserved until it is known what it did cost. Only what is placed is
    checked: what was reserved when a limit was lowered still holds.
    """

    library: Library
    _announcer: Announcer
    _choice: Choice
    _orders: Orders
    _outside: Surroundings
    _runner: Runner

    async def place(self, request: OrderRequest) -> tuple[Job, ...]:
        """Durable when it returns, and then sent.

        Raises as `Orders.make`, OverBudget, or LibraryError, before anything is written.
        """
        order = await self._orders.make(request, self._choice)
        jobs = await self.library.place(order, self._limits())
        self._send(jobs)
        return jobs

    async def send_again(
        self, job_id: str, *, price: Money, sending: Sending | None = None
    ) -> tuple[Job, ...]:
        """A new order of one, by the same recipe and group, at the price that stood on the button; in
        another way where `sending` names one.

        Raises as `place`, and UnknownJob for a job that hasn't ended.
        """
        job = await self.library.job(job_id)
        if not job.ended:
            raise UnknownJob(job_id)
        jobs = await self.place(
            OrderRequest(
                recipe=replace(job.order.recipe, sending=sending or job.order.recipe.sending),
                group=job.order.group,
                count=1,
                price=price,
                project=job.order.project,
            )
        )
        # It is sent by now: failing here would have it sent once more.
        with contextlib.suppress(LibraryError):
            await self.dismiss(job_id)
        return jobs

    async def dismiss(self, job_id: str) -> None:
        """Take an ended job's card away; its attempts stay in the ledger."""
        await self.library.dismiss(job_id)
        self._announcer.job_changed(await self.library.job(job_id))

    def _send(self, jobs: Iterable[Job]) -> None:
        jobs = tuple(jobs)
        self._runner.add(jobs)
        for job in jobs:
            self._announcer.job_changed(job)

    # What was spent

    async def spent_today(self) -> Spent:
        """Charged, unknown and reserved money of the local day."""
        return await self._announcer.spent_today()

    async def standings(self, project: str | None = None) -> tuple[Standing, ...]:
        """What counts against each budget: of the day, the month, and every project; or only against those
        that an order of this project must keep to.
        """
        found = await self.library.standings(self._limits())
        return found if project is None else tuple(one for one in found if one.concerns(project))

    def _limits(self) -> tuple[Limit, ...]:
        return limits_at(self._outside.clock.now(), self._choice.settings.budgets)
