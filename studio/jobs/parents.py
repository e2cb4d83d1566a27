"""Jobs that wait for the version that they are to continue."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studio.domain.job import Job
    from studio.jobs.ports import JobRecords
    from studio.jobs.progress import Run
    from studio.jobs.writing import Writing


class Parents:
    """Holds a job back until the one before it has brought its version, or will bring none."""

    def __init__(self, records: JobRecords, writing: Writing) -> None:
        self._records = records
        self._writing = writing
        self._awaited: dict[str, asyncio.Event] = {}

    def saw(self, job: Job) -> None:
        """This job has changed."""
        if job.is_settled and job.id in self._awaited:
            self._awaited.pop(job.id).set()

    async def has_come(self, run: Run) -> bool:
        """Wait for the parent of the run's job; False where it was refused, for there will be none."""
        while run.wants_sending and (before := run.job.order.recipe.parent_job) is not None:
            # Listening first, so that nothing is missed between looking and waiting.
            settled = self._awaited.setdefault(before, asyncio.Event())
            await self._writing.finish(run, lambda: self._records.follow(run.job.id))
            if self._waits(run):
                await settled.wait()
        return run.wants_sending

    def _waits(self, run: Run) -> bool:
        return run.wants_sending and run.job.order.recipe.parent_job is not None
