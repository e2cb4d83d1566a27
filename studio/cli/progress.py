"""Honest progress on standard error, where that is a terminal: time gone against the group's usual time."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING, Self

from studio.domain.words import describe_state

if TYPE_CHECKING:
    from collections.abc import Iterable
    from types import TracebackType

    from rich.progress import Progress, TaskID
    from rich.progress_bar import ProgressBar

    from studio.domain.catalog import Group
    from studio.domain.job import Job

_LOOKS_PER_SECOND = 4


class JobProgress:
    """One bar for each job; a context manager that shows nothing where standard error is no terminal."""

    def __init__(self, group: Group) -> None:
        self._usual = None if group.latency is None else float(group.latency)
        self._names: dict[str, str] = {}
        self._bars: dict[str, TaskID] = {}
        self._progress = self._make() if sys.stderr.isatty() else None

    def __enter__(self) -> Self:
        """Start drawing."""
        if self._progress:
            self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave what was drawn last."""
        if self._progress:
            self._progress.stop()

    def expect(self, jobs: Iterable[Job]) -> None:
        """These, in this order, and no others."""
        ids = [job.id for job in jobs]
        self._names = {job_id: f"{number} of {len(ids)}" for number, job_id in enumerate(ids, start=1)}

    def follow(self, job: Job) -> None:
        """The job's state has changed."""
        if self._progress is None or job.id not in self._names:
            return
        words = f"{self._names[job.id]} · {describe_state(job.state)}"
        if job.id not in self._bars:
            self._bars[job.id] = self._progress.add_task(words, total=self._usual, start=False)
        bar = self._bars[job.id]
        self._progress.update(bar, description=words)
        if job.in_flight:
            self._progress.start_task(bar)
        if job.ended:
            self._progress.stop_task(bar)
            task = next(task for task in self._progress.tasks if task.id == bar)
            self._progress.update(bar, total=task.elapsed or 1)

    def _make(self) -> Progress:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn
        from rich.text import Text

        class UsualTime(ProgressColumn):
            """Elapsed seconds against the usual ones; the bar stops there, the words go on."""

            def render(self, task: Task) -> Text:
                elapsed = task.elapsed or 0
                if task.total is None or task.stop_time is not None:
                    return Text(f"{elapsed:.0f} s")
                if elapsed <= task.total:
                    return Text(f"{elapsed:.0f} s of about {task.total:.0f} s")
                return Text(f"{elapsed:.0f} s, usually {task.total:.0f} s")

        class ByTheClock(BarColumn):
            """A bar that is as full as the time is gone."""

            def render(self, task: Task) -> ProgressBar:
                task.completed = min(task.elapsed or 0, task.total or 0)
                return super().render(task)

        return Progress(
            TextColumn("{task.description}"),
            ByTheClock(),
            UsualTime(),
            console=Console(stderr=True),
            refresh_per_second=_LOOKS_PER_SECOND,
            redirect_stdout=sys.stdout.isatty(),
            get_time=time.monotonic,
        )
