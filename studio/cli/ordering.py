"""Places orders and sees them to their end, on the engine and without a window."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeAlias

import click

from studio.cli.interrupts import Interrupts
from studio.cli.objects import job_object
from studio.cli.output import print_json, say
from studio.cli.progress import JobProgress
from studio.cli.resting import rest_words
from studio.cli.sent import sent_in_words
from studio.domain.errors import NotSendable
from studio.domain.handles import with_handles
from studio.domain.job import Job, JobState
from studio.domain.words import describe_job
from studio.engine.compose import compose
from studio.engine.events import DiskFull, Event, GroupsResting, JobChanged, Recovered
from studio.engine.studio import OrderRequest, Studio
from studio.library.library import Library

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine, Mapping
    from datetime import datetime
    from pathlib import Path

    from studio.cli.context import Run
    from studio.cli.wishes import Wishes
    from studio.domain.catalog import Group
    from studio.domain.recipe import Recipe
    from studio.library.reader import LibraryReader

    Placing: TypeAlias = Callable[[Studio], Awaitable[tuple[Job, ...]]]


def run_order(run: Run, wishes: Wishes, *, as_json: bool) -> bool:
    """Whether every job was saved. Raises StudioError before anything is sent."""
    return run_jobs(run, wishes.group, lambda studio: _place(studio, wishes, quiet=as_json), as_json=as_json)


def run_jobs(run: Run, group: Group, placing: Placing, *, as_json: bool) -> bool:
    """Whether every job that `placing` placed was saved. Raises what that raises."""
    return asyncio.run(_Jobs(run, group, placing, as_json=as_json).run())


async def _place(studio: Studio, wishes: Wishes, *, quiet: bool) -> tuple[Job, ...]:
    recipe = await recipe_of(studio, wishes)
    if recipe.references or recipe.parent:
        weight = await studio.weigh(recipe, group=wishes.group.name)
        if weight.why_not is not None:
            raise NotSendable(weight.why_not)
        if not quiet:
            say(sent_in_words(recipe, weight))
    return await studio.place(
        OrderRequest(
            recipe=recipe,
            group=wishes.group.name,
            count=wishes.count,
            price=wishes.estimate.unit_price,
            fallback=wishes.fallback,
            moves_on=wishes.moves_on,
        )
    )


async def recipe_of(studio: Studio, wishes: Wishes) -> Recipe:
    """With the files in the library, and the version that is continued, in the usual way if none was said."""
    library = studio.library
    added = [
        replace(await library.add_reference(file.path), handle=file.handle) for file in wishes.references
    ]
    recipe = replace(wishes.recipe, references=with_handles(added))
    if wishes.parent is None:
        return recipe
    parent = await library.version(wishes.parent)
    sending = wishes.sending or (await studio.ways(parent.id, group=wishes.group.name)).usual
    return replace(recipe, parent=parent.id, sending=sending)


class _Jobs:
    """From placing to the last line printed."""

    def __init__(self, run: Run, group: Group, placing: Placing, *, as_json: bool) -> None:
        self._run = run
        self._placing = placing
        self._as_json = as_json
        self._folder: Path = run.library
        self._waiting: dict[str, None] = {}
        self._rests: Mapping[str, datetime] = {}
        self._states: list[JobState] = []
        self._ended: asyncio.Queue[str] = asyncio.Queue()
        self._progress = JobProgress(group)

    async def run(self) -> bool:
        """See run_jobs."""
        run = self._run
        studio = compose(
            folder=self._folder, settings=run.settings, model=run.catalog, keychain=run.keychain()
        )
        async with studio:
            studio.subscribe(self._hear)
            self._say_who_rests(studio.resting)
            jobs = await self._placing(studio)
            self._waiting = dict.fromkeys(job.id for job in jobs)
            self._progress.expect(jobs)
            with self._progress, Interrupts() as interrupts:
                printing = asyncio.create_task(self._print_as_they_end(studio.library))
                try:
                    await self._see_to_the_end(studio, interrupts)
                finally:
                    printing.cancel()
                    await asyncio.wait({printing})
        # Leaving the Studio may have ended some: how, only the library still says.
        async with Library.reader(self._folder) as reader:
            for job_id in tuple(self._waiting):
                await self._print(reader, job_id)
        return all(state is JobState.SAVED for state in self._states)

    async def _see_to_the_end(self, studio: Studio, interrupts: Interrupts) -> None:
        if await _first_of(studio.wait_idle(), interrupts.first.wait()):
            return
        say("Nothing new is sent. Waiting for what was sent; Ctrl-C again leaves it, possibly charged.")
        await _first_of(studio.stop_sending(), interrupts.second.wait())
        for job_id in tuple(self._waiting):
            if (await studio.library.job(job_id)).state is JobState.QUEUED:
                await studio.cancel(job_id)

    def _hear(self, event: Event) -> None:
        match event:
            case GroupsResting(until=until):
                self._say_who_rests(until)
            case JobChanged(job=job):
                self._progress.follow(job)
                if job.ended:
                    self._ended.put_nowait(job.id)
            case DiskFull(folder=folder):
                say(f"There is no room left on the disk of {folder}. The picture is kept: make room for it.")
            case Recovered(recovery=recovery) if recovery.asking:
                left = len(recovery.asking)
                say(f"Queued jobs of an earlier run, left alone until the window asks about them: {left}")
            case _:
                return

    def _say_who_rests(self, until: Mapping[str, datetime]) -> None:
        for group, end in until.items():
            if self._rests.get(group) != end:
                say(f"{rest_words(group, end)} What has no other group waits; Ctrl-C gives it up.")
        self._rests = until

    async def _print_as_they_end(self, library: LibraryReader) -> None:
        while True:
            await self._print(library, await self._ended.get())

    async def _print(self, library: LibraryReader, job_id: str) -> None:
        if job_id not in self._waiting:
            return
        job = await library.job(job_id)
        versions = [await library.version(version) for version in job.versions]
        del self._waiting[job_id]
        self._states.append(job.state)
        if self._as_json:
            print_json(job_object(job, versions, folder=self._folder))
            return
        for version in versions:
            click.echo(str(self._folder / version.path))
        _say_what_became(job)


def _say_what_became(job: Job) -> None:
    words = describe_job(job)
    if words is not None:
        say(str(words))
    if job.words:
        say(f"The model wrote: “{job.words}”")


async def _first_of(work: Coroutine[Any, Any, None], interruption: Coroutine[Any, Any, bool]) -> bool:
    """Whether the work ended before the interruption came; the other of the two is cancelled."""
    working, interrupted = asyncio.create_task(work), asyncio.create_task(interruption)
    try:
        await asyncio.wait({working, interrupted}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            await working
        return working.done()
    finally:
        for task in (working, interrupted):
            task.cancel()
        await asyncio.wait({working, interrupted})
