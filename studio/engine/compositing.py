"""Protected edits: what a model made of a whole picture is put together with its parent here, so that only
the region changes that was to change.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from typing import TYPE_CHECKING, Self

from studio.domain.errors import LibraryError, StudioError, UnknownVersion
from studio.domain.job import Job, JobState
from studio.domain.marks import POOR_FIT, Composite
from studio.engine.events import FitsPoorly, JobChanged, NotComposed, VersionSaved
from studio.library.outgoing import version_as_it_came

if TYPE_CHECKING:
    from collections.abc import Callable

    from studio.domain.marks import Region
    from studio.domain.version import Version
    from studio.engine.announcer import Announcer
    from studio.engine.events import Event
    from studio.imaging.composite import Composition
    from studio.library.library import Library


_log = logging.getLogger(__name__)


class Composing:
    """The part of a Studio that puts together."""

    compositing: Compositing

    async def compose(self, answer_id: str, *, as_it_is: bool = True) -> Version | None:
        """See Compositing.compose."""
        return await self.compositing.compose(answer_id, as_it_is=as_it_is)


class Compositing:
    """An async context manager. Answers that are saved are put together by themselves, one after the other.

    Leaving it ends after the one that is under way; the next start goes on.
    """

    def __init__(
        self,
        library: Library,
        announcer: Announcer,
        settled: Callable[[Job], None],
        waiting: tuple[str, ...],
    ) -> None:
        """`settled` is told which job's version can be continued now, or can't. `waiting` are jobs that are
        whole in incoming and wait for room: what they bring is due no more.
        """
        self._library = library
        self._announcer = announcer
        self._settled = settled
        self._waiting = waiting
        self._one_by_one = asyncio.Lock()
        self._looks = asyncio.Event()
        self._idle = asyncio.Event()
        self._leaving = False
        self._told: set[str] = set()

    async def __aenter__(self) -> Self:
        """What the last end left is looked for with the first `look`."""
        self._announcer.subscribe(self._heard)
        self._working = asyncio.create_task(self._work(), name="compositing")
        return self

    async def __aexit__(self, *_: object) -> None:
        """End soon, and whole."""
        self._leaving = True
        self._looks.set()
        await self._working

    def look(self) -> None:
        """Somebody listens from now on, or there may be room on the disk again."""
        self._idle.clear()
        self._looks.set()

    async def finish(self) -> None:
        """Return when nothing is due any more that could be made."""
        self.look()
        idle = asyncio.ensure_future(self._idle.wait())
        await asyncio.wait({idle, self._working}, return_when=asyncio.FIRST_COMPLETED)
        idle.cancel()

    async def compose(self, answer_id: str, *, as_it_is: bool) -> Version | None:
        """The answer in its region, its parent everywhere else; what was put together of it before, if any.

        None when it fits poorly and isn't to be taken as it is: that is told. Raises UnknownVersion where it
        is no answer for a region, VersionGone, NotAPicture, LibraryError.
        """
        async with self._one_by_one:
            answer = await self._library.version(answer_id)
            region, parent_id = answer.recipe.region, answer.recipe.parent
            if region is None or parent_id is None or not answer.answers_region:
                raise UnknownVersion(answer_id)
            made = await self._library.composites.made_of(answer_id)
            if made is None:
                parent = await self._library.version(parent_id)
                composition = await asyncio.to_thread(self._lay, parent, answer, region)
                if composition.alignment.fit < POOR_FIT and not as_it_is:
                    await self._leave_to_the_person(answer, parent, composition.alignment.fit)
                    return None
                made = await self._add(answer, parent, composition)
                self._announcer.tell(VersionSaved(made))
        self._settled(await self._library.job(answer.job))
        return made

    def _heard(self, event: Event) -> None:
        """What was saved may be an answer."""
        match event:
            case JobChanged(Job(state=JobState.SAVED) as job) if job.order.recipe.region is not None:
                self.look()
            case _:
                pass

    async def _work(self) -> None:
        await self._looks.wait()
        while not self._leaving:
            self._looks.clear()
            for answer_id in await self._due():
                if not self._leaving:
                    await self._go_through(answer_id)
            if not self._looks.is_set():
                self._idle.set()
            await self._looks.wait()

    async def _due(self) -> tuple[str, ...]:
        try:
            on_their_way = {await self._answer_of(job_id) for job_id in self._waiting}
            return tuple(one for one in await self._library.composites.due() if one not in on_their_way)
        except StudioError:
            return ()

    async def _answer_of(self, job_id: str) -> str | None:
        composite = (await self._library.job(job_id)).order.recipe.composite
        return composite.answer if composite else None

    async def _go_through(self, answer_id: str) -> None:
        """A bug that one answer meets doesn't keep the others from being put together."""
        trying = asyncio.create_task(self._try(answer_id), name=f"composite of {answer_id}")
        await asyncio.wait({trying})
        if error := trying.exception():
            _log.error("an answer met a bug", exc_info=error)
            await self._give_up(answer_id)

    async def _try(self, answer_id: str) -> None:
        """By itself: nobody waits for this."""
        try:
            await self.compose(answer_id, as_it_is=False)
        except LibraryError as error:
            # It stays due, and is told once.
            if answer_id not in self._told:
                self._told.add(answer_id)
                self._announcer.tell(NotComposed(answer_id, error))
        except StudioError as error:
            self._announcer.tell(NotComposed(answer_id, error))
            await self._give_up(answer_id)

    async def _give_up(self, answer_id: str) -> None:
        """It isn't tried again by itself; what waits for it is refused."""
        with contextlib.suppress(StudioError):
            await self._library.composites.fits_poorly(answer_id, 0.0)
            answer = await self._library.version(answer_id)
            self._settled(await self._library.job(answer.job))

    async def _leave_to_the_person(self, answer: Version, parent: Version, fit: float) -> None:
        await self._library.composites.fits_poorly(answer.id, fit)
        self._announcer.tell(FitsPoorly(answer, parent, fit))
        self._settled(await self._library.job(answer.job))

    def _lay(self, parent: Version, answer: Version, region: Region) -> Composition:
        # Here, and in this thread: libvips and numpy take a while to load.
        from studio.imaging.composite import Composition

        first, second = (version_as_it_came(self._library.layout, one).path for one in (parent, answer))
        return Composition(first, second, region)

    async def _add(self, answer: Version, parent: Version, composition: Composition) -> Version:
        laid = composition.alignment
        composite = Composite(answer.id, laid.dx, laid.dy, laid.scale, laid.fit, laid.stretch)
        # More than a PNG of any of them has ever had.
        size = parent.width * parent.height * 4
        return await self._library.composites.add(answer, composite, composition.write, size=size)
